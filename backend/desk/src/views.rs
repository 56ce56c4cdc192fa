//! What a person finds of their issues, as JSON.

use issues::views::IssueItem;
use serde::Serialize;
use threads::views::ThreadItem;

/// An issue in which the asker takes part, with what waits there.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MyIssue {
    #[serde(flatten)]
    pub issue: IssueItem,
    pub tenant_name: String,
    pub unread: i64,
    pub threads: Vec<ThreadItem>,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct MyIssueList {
    pub items: Vec<MyIssue>,
    pub next: Option<String>,
}

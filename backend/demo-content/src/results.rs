//! What came of issues in the demonstration: outcomes, and knowledge products.

use serde::Deserialize;

use super::Attached;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    pub issue: String,
    pub state: String,
    pub author: String,
    pub days_ago: f64,
    pub lang: String,
    pub title: String,
    pub intro: String,
    pub statements: Vec<Statement>,
    pub review_in_days: f64,
}

#[derive(Deserialize)]
pub struct Statement {
    pub kind: String,
    pub text: String,
    #[serde(default)]
    pub why: Option<String>,
    #[serde(default)]
    pub posts: Vec<PostAt>,
}

#[derive(Deserialize)]
pub struct PostAt {
    pub thread: String,
    pub number: usize,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Product {
    pub key: String,
    pub tenant: String,
    pub author: String,
    pub kind: String,
    pub state: String,
    pub language: String,
    pub title: String,
    pub summary: String,
    pub body: String,
    pub themes: Vec<String>,
    pub regions: Vec<String>,
    pub derived_from: Vec<String>,
    pub published_days_ago: Option<f64>,
    #[serde(default)]
    pub files: Vec<Attached>,
}

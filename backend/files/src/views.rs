//! Files as JSON.

use kernel::FileId;
use serde::Serialize;

use crate::FileRecord;

/// A file, without its bytes.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FileView {
    pub id: FileId,
    pub name: String,
    pub media_type: String,
    /// In bytes.
    pub size: i64,
    /// Of a picture, in pixels; pictures that were added long ago have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<i32>,
    /// Where its bytes are.
    pub url: String,
}

impl FileView {
    pub fn of(file: FileRecord, tenant: &str) -> Self {
        Self {
            url: format!("/v1/tenants/{tenant}/files/{}", file.id),
            id: file.id,
            name: file.name,
            media_type: file.media_type.as_str().to_owned(),
            size: file.size,
            width: file.width,
            height: file.height,
        }
    }
}

/// The form that a file comes in.
#[derive(utoipa::ToSchema)]
#[expect(
    dead_code,
    reason = "describes the form in the contract; the form is read as a stream"
)]
pub struct UploadForm {
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

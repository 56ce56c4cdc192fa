//! What is known of a file. Pure.

use kernel::{FileId, IssueId, PostId, ProductId, TenantId, ThreadId, Timestamp};
use uuid::Uuid;

/// The types that are kept, and no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaType {
    Pdf,
    Png,
    Jpeg,
    Webp,
    Odt,
    Docx,
    Mp3,
    M4a,
    Ogg,
}

impl MediaType {
    pub const ALL: [Self; 9] = [
        Self::Pdf,
        Self::Png,
        Self::Jpeg,
        Self::Webp,
        Self::Odt,
        Self::Docx,
        Self::Mp3,
        Self::M4a,
        Self::Ogg,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Mp3 => "audio/mpeg",
            Self::M4a => "audio/mp4",
            Self::Ogg => "audio/ogg",
        }
    }

    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == raw)
    }

    /// The ending that a name of this type gets, whatever it was called before.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
            Self::Odt => "odt",
            Self::Docx => "docx",
            Self::Mp3 => "mp3",
            Self::M4a => "m4a",
            Self::Ogg => "ogg",
        }
    }

    /// Whether it is a picture: who does not see it needs words.
    pub const fn is_picture(self) -> bool {
        match self {
            Self::Png | Self::Jpeg | Self::Webp => true,
            Self::Pdf | Self::Odt | Self::Docx | Self::Mp3 | Self::M4a | Self::Ogg => false,
        }
    }

    /// Whether a browser shows it by itself; the rest is offered for saving.
    pub const fn is_shown(self) -> bool {
        match self {
            Self::Pdf | Self::Png | Self::Jpeg | Self::Webp | Self::Mp3 | Self::M4a | Self::Ogg => {
                true
            }
            Self::Odt | Self::Docx => false,
        }
    }
}

pub(crate) const POST: &str = "post";
/// Of a file in a post that waits to be let through.
pub(crate) const WAITING_POST: &str = "waiting-post";
/// Of a file that waits for a post: it was added in this thread.
const THREAD: &str = "thread";
/// Of a file that waits for the first post of a thread that is to come: it was added in this issue.
const ISSUE: &str = "issue";
/// Of files that wait for a post.
pub(crate) const FOR_A_POST: [&str; 2] = [THREAD, ISSUE];
/// Of what hung on a post and is let go of.
pub(crate) const LET_GO: &str = THREAD;

/// Where a file was added, for a post that is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Thread(ThreadId),
    /// For what opens a thread there.
    Issue(IssueId),
}

impl Place {
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Thread(_) => THREAD,
            Self::Issue(_) => ISSUE,
        }
    }

    pub const fn id(self) -> Uuid {
        match self {
            Self::Thread(id) => id.uuid(),
            Self::Issue(id) => id.uuid(),
        }
    }
}

/// What a file hangs on: who may read that, may read the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attachment {
    Product(ProductId),
    Post(PostId),
    WaitingPost(PostId),
}

impl Attachment {
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Product(_) => "product",
            Self::Post(_) => POST,
            Self::WaitingPost(_) => WAITING_POST,
        }
    }

    pub const fn id(self) -> Uuid {
        match self {
            Self::Product(id) => id.uuid(),
            Self::Post(id) | Self::WaitingPost(id) => id.uuid(),
        }
    }
}

/// What is known of a file, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRecord {
    pub id: FileId,
    pub tenant: TenantId,
    pub name: String,
    pub media_type: MediaType,
    pub size: i64,
    /// The hash of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// Of a picture, so that a page keeps room for it; none of one that was added before this was kept.
    pub width: Option<i32>,
    pub height: Option<i32>,
    pub created_at: Timestamp,
}

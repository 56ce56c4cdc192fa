//! Recordings: kept as they sound, without what was written into them: who made it, with what, where and when. Pure.
//!
//! Promise: what is kept is made of what has to be there to play it; whatever else is in a file stays behind, known or not.

use crate::{FileFault, MediaType, mp3, mp4, ogg_packets};

/// The same sound, with nothing beside it.
pub fn strip(bytes: Vec<u8>, media_type: MediaType) -> Result<Vec<u8>, FileFault> {
    match media_type {
        MediaType::M4a => mp4::strip(bytes),
        MediaType::Mp3 => mp3::strip(&bytes),
        MediaType::Ogg => ogg_packets::strip(bytes),
        MediaType::Pdf
        | MediaType::Png
        | MediaType::Jpeg
        | MediaType::Webp
        | MediaType::Odt
        | MediaType::Docx => Err(FileFault::TypeRefused),
    }
}

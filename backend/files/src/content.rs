//! What a file is, by what is in it; and the form in which it is kept. Pure, and slow: run it beside the requests.

use crate::archive::{self, Document};
use crate::{FileFault, MediaType, picture, sound};

/// A file as it is kept.
pub struct Content {
    pub media_type: MediaType,
    pub bytes: Vec<u8>,
    /// Width and height, of a picture.
    pub sides: Option<(u32, u32)>,
}

/// What these bytes are, and how they are kept: documents as they came, pictures drawn anew, recordings
/// without what was written into them.
pub fn inspect(bytes: Vec<u8>) -> Result<Content, FileFault> {
    let found = infer::get(&bytes).map(|kind| kind.mime_type());
    match found {
        Some("application/pdf") => Ok(document(MediaType::Pdf, bytes)),
        Some("image/png") => picture(MediaType::Png, &bytes),
        Some("image/jpeg") => picture(MediaType::Jpeg, &bytes),
        Some("image/webp") => picture(MediaType::Webp, &bytes),
        Some("audio/mpeg") => sound(MediaType::Mp3, bytes),
        _ if bytes.starts_with(b"OggS") => sound(MediaType::Ogg, bytes),
        // Many recorders say no more than that it is MPEG-4.
        Some("audio/m4a" | "video/mp4" | "video/x-m4v") => sound(MediaType::M4a, bytes),
        _ if bytes.starts_with(b"PK\x03\x04") => {
            let media_type = match archive::check(&bytes)? {
                Document::OpenDocument => MediaType::Odt,
                Document::Word => MediaType::Docx,
            };
            Ok(document(media_type, bytes))
        }
        _ => Err(FileFault::TypeRefused),
    }
}

fn sound(media_type: MediaType, bytes: Vec<u8>) -> Result<Content, FileFault> {
    Ok(document(media_type, sound::strip(bytes, media_type)?))
}

const fn document(media_type: MediaType, bytes: Vec<u8>) -> Content {
    Content {
        media_type,
        bytes,
        sides: None,
    }
}

fn picture(media_type: MediaType, bytes: &[u8]) -> Result<Content, FileFault> {
    let drawn = picture::redraw(bytes, media_type)?;
    Ok(Content {
        media_type,
        bytes: drawn.bytes,
        sides: Some((drawn.width, drawn.height)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8]) -> Result<MediaType, FileFault> {
        inspect(bytes.to_vec()).map(|content| content.media_type)
    }

    #[test]
    fn what_runs_or_acts_is_refused_whatever_it_is_called() {
        for hostile in [
            &b"\x7fELF\x02\x01\x01\x00rest of a program"[..],
            b"MZ\x90\x00 a program for Windows",
            b"#!/bin/sh\nrm -rf /",
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            b"<html><script>alert(1)</script>",
            b"plain words",
            b"",
        ] {
            assert!(
                matches!(check(hostile), Err(FileFault::TypeRefused)),
                "{hostile:?}"
            );
        }
    }

    #[test]
    fn a_pdf_is_kept() {
        assert_eq!(check(b"%PDF-1.7\n1 0 obj\n").unwrap(), MediaType::Pdf);
    }

    #[test]
    fn a_picture_that_cannot_be_drawn_is_damaged() {
        assert!(matches!(
            check(b"\x89PNG\r\n\x1a\n and nothing"),
            Err(FileFault::Damaged)
        ));
    }
}

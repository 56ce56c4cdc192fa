//! Recordings: kept as they sound, without what was written into them: who made it, with what, where and when. Pure.

use std::io::Cursor;

use lofty::config::{ParseOptions, WriteOptions};
use lofty::file::TaggedFileExt as _;
use lofty::probe::Probe;
use lofty::tag::{Tag, TagExt as _, TagType};

use crate::{FileFault, MediaType, mp4};

/// More than this nobody writes beside a recording, but a fault or an attack does.
const MOST_TAGS: usize = 8;

/// The same sound, with nothing beside it.
pub fn strip(bytes: Vec<u8>, media_type: MediaType) -> Result<Vec<u8>, FileFault> {
    match media_type {
        MediaType::M4a => mp4::strip(bytes),
        MediaType::Mp3 | MediaType::Ogg => untag(bytes),
        MediaType::Pdf
        | MediaType::Png
        | MediaType::Jpeg
        | MediaType::Webp
        | MediaType::Odt
        | MediaType::Docx => Err(FileFault::TypeRefused),
    }
}

fn untag(bytes: Vec<u8>) -> Result<Vec<u8>, FileFault> {
    let mut sound = Cursor::new(bytes);
    for _ in 0..MOST_TAGS {
        let Some(tag) = written_in(&mut sound)? else {
            return Ok(sound.into_inner());
        };
        sound.set_position(0);
        tag.remove_from(&mut sound, WriteOptions::default())
            .map_err(|_broken| FileFault::Damaged)?;
    }
    Err(FileFault::Damaged)
}

/// What is still written in it.
fn written_in(sound: &mut Cursor<Vec<u8>>) -> Result<Option<TagType>, FileFault> {
    sound.set_position(0);
    let file = Probe::new(sound)
        .options(ParseOptions::new().read_cover_art(false))
        .guess_file_type()
        .map_err(|_unreadable| FileFault::Damaged)?
        .read()
        .map_err(|_unreadable| FileFault::Damaged)?;
    let mut full = file.tags().iter().filter(|tag| !tag.is_empty());
    Ok(full.next().map(Tag::tag_type))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tenth of a second of silence, as MPEG-1 layer III at 128 kbit/s.
    fn silence() -> Vec<u8> {
        let mut frame = vec![0xff, 0xfb, 0x90, 0x00];
        frame.resize(417, 0);
        frame.repeat(8)
    }

    fn tagged() -> Vec<u8> {
        let mut words = vec![0];
        words.extend(b"Bij Fatima thuis");
        let mut frame = b"TIT2".to_vec();
        frame.extend(u32::try_from(words.len()).unwrap().to_be_bytes());
        frame.extend([0, 0]);
        frame.extend(words);
        let mut file = b"ID3\x03\x00\x00\x00\x00\x00".to_vec();
        file.push(u8::try_from(frame.len()).unwrap());
        file.extend(frame);
        file.extend(silence());
        let mut last = b"TAGBij Fatima thuis".to_vec();
        last.resize(128, 0);
        file.extend(last);
        file
    }

    #[test]
    fn a_recording_says_nothing_of_where_it_was_made() {
        let kept = strip(tagged(), MediaType::Mp3).unwrap();
        assert!(!kept.windows(6).any(|part| part == b"Fatima"));
        assert_eq!(kept, silence(), "the sound is what it was");
    }

    #[test]
    fn what_is_no_sound_is_damaged() {
        let nothing = strip(b"ID3 and then words".to_vec(), MediaType::Mp3);
        assert!(matches!(nothing, Err(FileFault::Damaged)));
    }
}

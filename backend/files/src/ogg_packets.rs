//! The packets of a recording in Ogg (RFC 3533), of Opus (RFC 7845) or Vorbis. Pure.
//!
//! Each stream is written anew from its packets, with an empty one in the place of the comments.

use std::collections::HashMap;
use std::io::Cursor;

use ogg::reading::PacketReader;
use ogg::writing::{PacketWriteEndInfo, PacketWriter};

use crate::FileFault;

/// No vendor and no comments; after the letters of Vorbis comes a bit that says so.
const NO_COMMENTS: [u8; 8] = [0; 8];

#[derive(Clone, Copy)]
enum Codec {
    Opus,
    Vorbis,
}

impl Codec {
    fn of(head: &[u8]) -> Option<Self> {
        if head.starts_with(b"OpusHead") {
            Some(Self::Opus)
        } else if head.starts_with(b"\x01vorbis") {
            Some(Self::Vorbis)
        } else {
            None
        }
    }

    fn without_comments(self) -> Vec<u8> {
        match self {
            Self::Opus => [&b"OpusTags"[..], &NO_COMMENTS].concat(),
            Self::Vorbis => [&b"\x03vorbis"[..], &NO_COMMENTS, &[1]].concat(),
        }
    }
}

/// The same sound, with nothing beside it. What is no sound, or of another kind, is refused.
pub fn strip(bytes: Vec<u8>) -> Result<Vec<u8>, FileFault> {
    let mut reader = PacketReader::new(Cursor::new(bytes));
    let mut writer = PacketWriter::new(Cursor::new(Vec::new()));
    // Of each stream what it is, and how many packets of it were read.
    let mut streams: HashMap<u32, (Codec, u64)> = HashMap::new();
    while let Some(packet) = reader.read_packet().map_err(|_broken| FileFault::Damaged)? {
        let serial = packet.stream_serial();
        if packet.first_in_stream() {
            let codec = Codec::of(&packet.data).ok_or(FileFault::TypeRefused)?;
            streams.insert(serial, (codec, 0));
        }
        let (codec, read) = streams.get_mut(&serial).ok_or(FileFault::Damaged)?;
        let end = if packet.last_in_stream() {
            PacketWriteEndInfo::EndStream
        } else if packet.last_in_page() {
            PacketWriteEndInfo::EndPage
        } else {
            PacketWriteEndInfo::NormalPacket
        };
        let at = packet.absgp_page();
        let data = match *read {
            1 => codec.without_comments(),
            _ => packet.data,
        };
        *read = read.saturating_add(1);
        writer
            .write_packet(data, serial, end, at)
            .map_err(|_unwritable| FileFault::Damaged)?;
    }
    if streams.is_empty() {
        return Err(FileFault::Damaged);
    }
    Ok(writer.into_inner().into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recording(packets: &[&[u8]]) -> Vec<u8> {
        let mut writer = PacketWriter::new(Cursor::new(Vec::new()));
        for (place, packet) in (1..).zip(packets) {
            let end = if place == packets.len() {
                PacketWriteEndInfo::EndStream
            } else {
                PacketWriteEndInfo::EndPage
            };
            writer.write_packet(packet.to_vec(), 7, end, 960).unwrap();
        }
        writer.into_inner().into_inner()
    }

    fn packets(bytes: Vec<u8>) -> Vec<Vec<u8>> {
        let mut reader = PacketReader::new(Cursor::new(bytes));
        let mut all = Vec::new();
        while let Some(packet) = reader.read_packet().unwrap() {
            all.push(packet.data);
        }
        all
    }

    #[test]
    fn the_comments_of_a_recording_are_gone_and_its_sound_is_there() {
        let head = b"OpusHead\x01\x01\x38\x01\x80\xbb\x00\x00\x00\x00\x00";
        let tags = b"OpusTags\x06\x00\x00\x00Fatima\x01\x00\x00\x00\x04\x00\x00\x00A=52";
        let file = recording(&[head, tags, b"het geluid", b"en nog meer"]);
        let kept = packets(strip(file).unwrap());
        assert_eq!(
            kept,
            [
                head.to_vec(),
                Codec::Opus.without_comments(),
                b"het geluid".to_vec(),
                b"en nog meer".to_vec()
            ]
        );
        let head = b"\x01vorbis and so on";
        let file = recording(&[
            head,
            b"\x03vorbis\x06\x00\x00\x00Fatima",
            b"\x05vorbis",
            b"geluid",
        ]);
        let kept = packets(strip(file).unwrap());
        assert_eq!(kept.get(1), Some(&Codec::Vorbis.without_comments()));
        assert_eq!(kept.len(), 4);
    }

    #[test]
    fn a_film_and_what_breaks_off_are_refused() {
        let film = recording(&[b"\x80theora", b"x"]);
        assert!(matches!(strip(film), Err(FileFault::TypeRefused)));
        let mut cut = recording(&[b"OpusHead", b"OpusTags", b"geluid"]);
        cut.truncate(cut.len() - 3);
        for broken in [cut, b"OggS".to_vec(), Vec::new()] {
            assert!(matches!(strip(broken), Err(FileFault::Damaged)));
        }
    }
}

//! The boxes of a recording in MPEG-4 (ISO/IEC 14496-12). Pure.
//!
//! What is not needed to play it (words, places, pictures, and whatever nobody knows) becomes a free box of the same size
//! with nothing in it, so that nothing else moves.

use std::ops::Range;

use crate::FileFault;

/// Boxes that hold boxes.
const HOLDERS: [&[u8; 4]; 10] = [
    b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf", b"mvex", b"moof", b"traf",
];
/// Boxes that a player needs.
const NEEDED: [&[u8; 4]; 28] = [
    b"ftyp", b"styp", b"sidx", b"mvhd", b"tkhd", b"elst", b"mdhd", b"hdlr", b"smhd", b"dref",
    b"stsd", b"stts", b"ctts", b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"stss", b"sgpd",
    b"sbgp", b"mehd", b"trex", b"mfhd", b"tfhd", b"tfdt", b"trun", b"mdat",
];
/// Boxes that say when it was made, after a version and flags of four bytes.
const DATED: [&[u8; 4]; 3] = [b"mvhd", b"tkhd", b"mdhd"];
/// A box in a box in a box; more is none that a recorder makes.
const DEEPEST: usize = 8;
/// Of a box that says what a track is: what comes after is a name.
const HANDLER_NAME: usize = 24;

/// The same sound, with nothing beside it. What shows a picture too is refused.
pub fn strip(mut bytes: Vec<u8>) -> Result<Vec<u8>, FileFault> {
    let whole = 0..bytes.len();
    let mut found = Found::default();
    look(&bytes, whole, DEEPEST, &mut found)?;
    if found.pictures {
        return Err(FileFault::TypeRefused);
    }
    if !found.sound {
        return Err(FileFault::Damaged);
    }
    for kind in found.freed {
        let kind = bytes.get_mut(kind).ok_or(FileFault::Damaged)?;
        kind.copy_from_slice(b"free");
    }
    for words in found.emptied {
        bytes.get_mut(words).ok_or(FileFault::Damaged)?.fill(0);
    }
    Ok(bytes)
}

#[derive(Default)]
struct Found {
    /// Where the four letters of a box are that becomes a free one.
    freed: Vec<Range<usize>>,
    emptied: Vec<Range<usize>>,
    sound: bool,
    pictures: bool,
}

struct Place {
    /// Where its four letters are.
    kind: Range<usize>,
    inside: Range<usize>,
}

fn look(
    bytes: &[u8],
    within: Range<usize>,
    deeper: usize,
    found: &mut Found,
) -> Result<(), FileFault> {
    let mut at = within.start;
    while at < within.end {
        let place = place(bytes, at, within.end).ok_or(FileFault::Damaged)?;
        at = place.inside.end;
        let kind = bytes.get(place.kind.clone()).unwrap_or_default();
        if is_one_of(&HOLDERS, kind) {
            let deeper = deeper.checked_sub(1).ok_or(FileFault::Damaged)?;
            look(bytes, place.inside, deeper, found)?;
        } else if is_one_of(&NEEDED, kind) {
            needed(bytes, kind, &place.inside, found);
        } else {
            found.freed.push(place.kind);
            found.emptied.push(place.inside);
        }
    }
    Ok(())
}

fn is_one_of(kinds: &[&[u8; 4]], kind: &[u8]) -> bool {
    kinds.iter().any(|one| one.as_slice() == kind)
}

fn needed(bytes: &[u8], kind: &[u8], inside: &Range<usize>, found: &mut Found) {
    let from = |offset: usize| inside.start.saturating_add(offset).min(inside.end);
    if kind == b"hdlr" {
        // A version and a number of four bytes come before what the track is.
        match bytes.get(from(8)..from(12)) {
            Some(b"soun") => found.sound = true,
            Some(b"vide") => found.pictures = true,
            _ => {}
        }
        found.emptied.push(from(HANDLER_NAME)..inside.end);
    }
    if is_one_of(&DATED, kind) {
        // Two numbers of four bytes, in the first version of eight.
        let long = bytes.get(inside.start).is_some_and(|version| *version == 1);
        found
            .emptied
            .push(from(4)..from(if long { 20 } else { 12 }));
    }
}

/// The box that begins here: a length of four bytes, or of eight after the letters, or up to the end.
fn place(bytes: &[u8], at: usize, end: usize) -> Option<Place> {
    let kind = at.checked_add(4)?..at.checked_add(8)?;
    let head = bytes.get(at..kind.end)?;
    let short = u32::from_be_bytes(head.get(..4)?.try_into().ok()?);
    let (from, length) = match short {
        0 => (kind.end, end.checked_sub(at)?),
        1 => {
            let long = bytes.get(kind.end..kind.end.checked_add(8)?)?;
            let long = u64::from_be_bytes(long.try_into().ok()?);
            (kind.end.checked_add(8)?, usize::try_from(long).ok()?)
        }
        short => (kind.end, usize::try_from(short).ok()?),
    };
    let to = at.checked_add(length)?;
    (from <= to && to <= end).then_some(Place {
        kind,
        inside: from..to,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(kind: [u8; 4], inside: &[u8]) -> Vec<u8> {
        let length = u32::try_from(inside.len() + 8).unwrap();
        [&length.to_be_bytes()[..], &kind[..], inside].concat()
    }

    fn recording(track: [u8; 4]) -> Vec<u8> {
        let handler = boxed(*b"hdlr", &[&[0; 8][..], &track[..], &[0; 13]].concat());
        let track = boxed(*b"trak", &boxed(*b"mdia", &handler));
        let place = boxed(*b"\xa9xyz", b"+52.0907+005.1214/");
        let about = boxed(*b"udta", &place);
        [
            boxed(*b"ftyp", b"M4A \0\0\0\0M4A mp42"),
            boxed(*b"moov", &[track, about].concat()),
            boxed(*b"mdat", b"the sound"),
        ]
        .concat()
    }

    #[test]
    fn what_nobody_needs_to_play_it_is_gone() {
        let name = [&[0; 8][..], b"soun", &[0; 12], b"Fatima\0"].concat();
        let made = [&[0; 4][..], &[7; 8], &[1; 4]].concat();
        let inside = [
            boxed(*b"mvhd", &made),
            boxed(*b"trak", &boxed(*b"mdia", &boxed(*b"hdlr", &name))),
            boxed(*b"gps ", b"Fatima"),
            boxed(*b"XMP_", b"Fatima"),
        ];
        let file = [
            boxed(*b"free", b"Fatima"),
            boxed(*b"moov", &inside.concat()),
            boxed(*b"mdat", b"the sound"),
            boxed(*b"what", b"Fatima"),
        ];
        let kept = strip(file.concat()).unwrap();
        assert!(!kept.windows(6).any(|part| part == b"Fatima"));
        assert!(!kept.contains(&7), "when it was made");
        assert!(kept.windows(9).any(|part| part == b"the sound"));
    }

    #[test]
    fn where_it_was_recorded_is_gone_and_nothing_moved() {
        let before = recording(*b"soun");
        let kept = strip(before.clone()).unwrap();
        assert_eq!(kept.len(), before.len());
        assert!(!kept.windows(7).any(|part| part == b"52.0907"));
        assert!(kept.ends_with(b"the sound"));
        assert_eq!(strip(kept.clone()).unwrap(), kept);
    }

    #[test]
    fn a_film_is_no_recording() {
        let film = strip(recording(*b"vide"));
        assert!(matches!(film, Err(FileFault::TypeRefused)));
    }

    #[test]
    fn what_ends_too_early_or_goes_too_deep_is_damaged() {
        let whole = recording(*b"soun");
        for end in [1, 9, 30, whole.len() - 1] {
            let cut = strip(whole.get(..end).unwrap().to_vec());
            assert!(matches!(cut, Err(FileFault::Damaged)), "{end}");
        }
        let deep = (0..50).fold(Vec::new(), |inside, _| boxed(*b"trak", &inside));
        assert!(matches!(strip(deep), Err(FileFault::Damaged)));
        let past = [&u32::MAX.to_be_bytes()[..], b"mdat"].concat();
        assert!(matches!(strip(past), Err(FileFault::Damaged)));
    }
}

//! The boxes of a recording in MPEG-4 (ISO/IEC 14496-12), as far as taking out what is written beside the sound. Pure.
//!
//! What is taken out becomes a free box of the same size, so that nothing else moves.

use std::ops::Range;

use crate::FileFault;

/// Boxes that hold words about the recording, and its place.
const WORDS: [&[u8; 4]; 3] = [b"udta", b"meta", b"uuid"];
/// Boxes that hold boxes, as far as one has to look.
const HOLDERS: [&[u8; 4]; 3] = [b"moov", b"trak", b"mdia"];
/// A box in a box in a box; more is none that a recorder makes.
const DEEPEST: usize = 6;

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
    for one in found.words {
        let kind = one.kind.clone();
        bytes
            .get_mut(kind)
            .ok_or(FileFault::Damaged)?
            .copy_from_slice(b"free");
        let inside = bytes.get_mut(one.inside).ok_or(FileFault::Damaged)?;
        inside.fill(0);
    }
    Ok(bytes)
}

#[derive(Default)]
struct Found {
    words: Vec<Place>,
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
        if WORDS.iter().any(|one| one.as_slice() == kind) {
            found.words.push(place);
        } else if HOLDERS.iter().any(|one| one.as_slice() == kind) {
            let deeper = deeper.checked_sub(1).ok_or(FileFault::Damaged)?;
            look(bytes, place.inside, deeper, found)?;
        } else if kind == b"hdlr" {
            // A version and a number of four bytes come before what the track is.
            let is = place.inside.start.saturating_add(8);
            match bytes.get(is..is.saturating_add(4)) {
                Some(b"soun") => found.sound = true,
                Some(b"vide") => found.pictures = true,
                _ => {}
            }
        }
    }
    Ok(())
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

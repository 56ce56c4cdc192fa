//! The frames of a recording in MPEG-1 and MPEG-2 audio (ISO/IEC 11172-3, 13818-3). Pure.
//!
//! Only frames are kept: tags before, after and between them, whatever their kind, are not.

use crate::FileFault;

/// Fewer than this is no sound.
const LEAST_FRAMES: usize = 2;

/// The frames, one after the other.
pub fn strip(bytes: &[u8]) -> Result<Vec<u8>, FileFault> {
    let mut kept = Vec::with_capacity(bytes.len());
    let (mut at, mut follows, mut frames) = (0, false, 0_usize);
    while let Some(rest) = bytes.get(at..).filter(|rest| rest.len() >= 4) {
        if let Some(tag) = tag_length(rest) {
            (at, follows) = (at.saturating_add(tag), false);
            continue;
        }
        let whole = frame(rest).and_then(|it| rest.get(..it.length).map(|body| (it, body)));
        if let Some((it, body)) = whole.filter(|(it, _)| follows || goes_on(rest, it)) {
            kept.extend_from_slice(body);
            frames = frames.saturating_add(1);
            (at, follows) = (at.saturating_add(it.length), true);
        } else {
            (at, follows) = (at.saturating_add(1), false);
        }
    }
    if frames < LEAST_FRAMES {
        return Err(FileFault::Damaged);
    }
    Ok(kept)
}

#[derive(PartialEq, Eq)]
struct Frame {
    length: usize,
    version: u8,
    layer: u8,
    rate: u32,
}

/// What looks like a frame by chance has none after it.
fn goes_on(rest: &[u8], this: &Frame) -> bool {
    let next = rest.get(this.length..).and_then(frame);
    next.is_some_and(|next| {
        (next.version, next.layer, next.rate) == (this.version, this.layer, this.rate)
    })
}

/// Of an ID3v2 tag: its length stands in it, and what it holds may look like anything.
fn tag_length(rest: &[u8]) -> Option<usize> {
    if !rest.starts_with(b"ID3") {
        return None;
    }
    let size = rest.get(6..10)?;
    let size = size.iter().try_fold(0_usize, |sum, byte| {
        (*byte < 0x80).then(|| sum << 7 | usize::from(*byte))
    })?;
    let has_footer = rest.get(5)? & 0x10 != 0;
    Some(size.saturating_add(if has_footer { 20 } else { 10 }))
}

/// In kbit/s by index, from 1 on: MPEG-1 layers I, II, III; MPEG-2 layer I, and II and III.
const BIT_RATES: [[u32; 14]; 5] = [
    [
        32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448,
    ],
    [
        32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384,
    ],
    [
        32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320,
    ],
    [
        32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256,
    ],
    [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];

/// The frame that begins here; those of free format have no length of their own.
fn frame(rest: &[u8]) -> Option<Frame> {
    let [first, second, third, _] = *rest.first_chunk::<4>()?;
    if first != 0xff || second & 0xe0 != 0xe0 {
        return None;
    }
    // 0 is MPEG-2.5, 2 is MPEG-2, 3 is MPEG-1; 1 is none. Layers count down from 3.
    let version = second >> 3 & 0b11;
    let layer = second >> 1 & 0b11;
    let (divided, table) = match (version, layer) {
        (3, 3) => (1, 0),
        (3, 2) => (1, 1),
        (3, 1) => (1, 2),
        (2, 3) => (2, 3),
        (2, 1 | 2) => (2, 4),
        (0, 3) => (4, 3),
        (0, 1 | 2) => (4, 4),
        _ => return None,
    };
    let index = usize::from(third >> 4).checked_sub(1)?;
    let bits = BIT_RATES.get(table)?.get(index)?.checked_mul(1_000)?;
    let rate = [44_100_u32, 48_000, 32_000].get(usize::from(third >> 2 & 0b11))? / divided;
    let padding = u32::from(third >> 1 & 1);
    let length = match (layer, version) {
        (3, _) => (12 * bits / rate + padding) * 4,
        (1, 0 | 2) => 72 * bits / rate + padding,
        _ => 144 * bits / rate + padding,
    };
    Some(Frame {
        length: usize::try_from(length).ok().filter(|length| *length > 4)?,
        version,
        layer,
        rate,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Some tenths of a second of silence, as MPEG-1 layer III at 128 kbit/s.
    fn silence() -> Vec<u8> {
        let mut frame = vec![0xff, 0xfb, 0x90, 0x00];
        frame.resize(417, 0);
        frame.repeat(8)
    }

    fn tag(inside: &[u8]) -> Vec<u8> {
        let size = inside.len();
        let seven = |shift: usize| u8::try_from(size >> shift & 0x7f).unwrap();
        let mut tag = b"ID3\x04\x00\x00".to_vec();
        tag.extend([seven(21), seven(14), seven(7), seven(0)]);
        tag.extend(inside);
        tag
    }

    #[test]
    fn nothing_is_kept_but_the_sound() {
        let mut last = b"TAGBij Fatima thuis".to_vec();
        last.resize(128, 0);
        let cover = [
            &b"APIC\xff\xd8\xff\xe1 Fatima 52.0907"[..],
            &[0xff, 0xfb, 0x90, 0x00],
        ]
        .concat();
        let file = [
            tag(&cover),
            silence(),
            tag(b"PRIV Fatima"),
            silence(),
            b"LYRICSBEGIN Fatima LYRICS200".to_vec(),
            b"APETAGEX Fatima".to_vec(),
            last,
        ]
        .concat();
        let kept = strip(&file).unwrap();
        assert_eq!(kept, silence().repeat(2));
    }

    #[test]
    fn what_is_no_sound_is_damaged() {
        let endless = [&b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f"[..], &silence()].concat();
        for nothing in [&b"ID3 and then words"[..], &[0xff; 4_000], &endless] {
            assert!(matches!(strip(nothing), Err(FileFault::Damaged)));
        }
    }
}

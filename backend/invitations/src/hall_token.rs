//! The token of a hall link: sixteen letters and digits that one can type over from a wall.
//!
//! Promise: half of it finds the row, and is a keyed hash of its id; the other half is a keyed hash of the first, and
//! is stored nowhere. However it is typed (capitals, spaces, an O for a nought), it is the same token.

use kernel::HallLinkId;
use platform::Secrets;
use subtle::ConstantTimeEq;

const FINDS: &str = "hall-link-handle";
const SEALS: &str = "hall-link";
/// Without the letters that look like a digit (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const HALF: usize = 8;

pub(crate) fn handle(secrets: &Secrets, id: HallLinkId) -> String {
    word(secrets.key(FINDS, id.uuid().as_bytes()))
}

/// In fours: `k7q4-mx2p-9d3f-hw5t`.
pub fn hall_token(secrets: &Secrets, handle: &str) -> String {
    let all = format!("{handle}{}", seal(secrets, handle));
    let fours = all.as_bytes().chunks(4).map(String::from_utf8_lossy);
    fours.collect::<Vec<_>>().join("-")
}

/// The handle in a token of ours.
pub(crate) fn read(secrets: &Secrets, token: &str) -> Option<String> {
    let typed = token.chars().filter(|c| !c.is_whitespace() && *c != '-');
    let plain: String = typed.map(as_meant).collect();
    let (handle, sealed) = plain.split_at_checked(HALF)?;
    let ours: bool = seal(secrets, handle)
        .as_bytes()
        .ct_eq(sealed.as_bytes())
        .into();
    ours.then(|| handle.to_owned())
}

fn as_meant(typed: char) -> char {
    match typed.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    }
}

fn seal(secrets: &Secrets, handle: &str) -> String {
    word(secrets.key(SEALS, handle.as_bytes()))
}

/// Forty bits in eight letters.
fn word(hash: [u8; 32]) -> String {
    let first = hash.iter().take(5);
    let bits = first.fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
    let letter = |place: usize| {
        let at = usize::try_from((bits >> (5 * place)) & 31).unwrap_or_default();
        char::from(LETTERS.get(at).copied().unwrap_or(b'0'))
    };
    (0..HALF).rev().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Timestamp;

    #[test]
    fn a_token_finds_its_link_however_it_is_typed_and_bears_no_change() {
        let secrets = Secrets::new([4; 32]);
        let handle = handle(&secrets, HallLinkId::new(Timestamp::from_millis(1)));
        let token = hall_token(&secrets, &handle);
        assert_eq!(token.len(), 19, "{token}");
        for typed in [
            token.clone(),
            token.to_uppercase(),
            token.replace('-', ""),
            format!(" {} ", token.replace('-', " ")),
            token.replace('0', "O").replace('1', "l"),
        ] {
            assert_eq!(read(&secrets, &typed).as_deref(), Some(&*handle), "{typed}");
        }
        for tampered in [
            format!("{token}0"),
            token.chars().rev().collect(),
            handle.clone(),
            "ééééé".to_owned(),
            String::new(),
        ] {
            assert_eq!(read(&secrets, &tampered), None, "{tampered}");
        }
        assert_eq!(read(&Secrets::new([5; 32]), &token), None);
    }
}

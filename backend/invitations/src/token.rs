//! The token of an invitation's link: `<id>.<version>.<keyed hash>`; nothing secret is stored.
//!
//! Promise: revoking moves the version on, so that no link that went out is good for anything after it.

use kernel::InvitationId;
use platform::Secrets;

const PURPOSE: &str = "invitation";

pub fn token_for(secrets: &Secrets, id: InvitationId, version: i64) -> String {
    let said = format!("{id}.{version}");
    let mac = secrets.token(PURPOSE, &said);
    format!("{said}.{mac}")
}

/// The invitation and the version that a token of ours names.
pub(crate) fn read(secrets: &Secrets, token: &str) -> Option<(InvitationId, i64)> {
    let (said, mac) = token.rsplit_once('.')?;
    if !secrets.holds(PURPOSE, said, mac) {
        return None;
    }
    let (id, version) = said.split_once('.')?;
    Some((id.parse().ok()?, version.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Timestamp;

    #[test]
    fn a_token_names_its_invitation_and_bears_no_change() {
        let secrets = Secrets::new([4; 32]);
        let id = InvitationId::new(Timestamp::from_millis(1));
        let token = token_for(&secrets, id, 3);
        assert_eq!(read(&secrets, &token), Some((id, 3)));
        for tampered in [
            token.replace(".3.", ".4."),
            format!("{token}x"),
            "x".to_owned(),
            String::new(),
        ] {
            assert_eq!(read(&secrets, &tampered), None, "{tampered}");
        }
        assert_eq!(read(&Secrets::new([5; 32]), &token), None);
    }
}

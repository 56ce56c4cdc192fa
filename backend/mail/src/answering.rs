//! The address at which a mail is answered: it says which mail that was, and a keyed hash proves it. Pure.
//!
//! `antwoord+<id of the mail's first line><hash>@reply.example.org`, in digits that survive a mail server which writes
//! addresses in small letters. Whoever has the address has the mail; whether they are who they say is asked beside it.

use kernel::NotificationId;
use platform::Secrets;
use subtle::ConstantTimeEq;
use uuid::Uuid;

const PURPOSE: &str = "answer-by-mail";
/// An id, and half as much of its keyed hash, in hexadecimal digits.
const ID: usize = 32;
const HASH: usize = 16;
/// What may stand before the `@` (RFC 5321, 4.5.3.1.1), less the mark.
const LONGEST_NAME: usize = 64 - "+".len() - ID - HASH;

/// The mailbox in which answers come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answering {
    name: String,
    host: String,
}

impl Answering {
    /// None for what is no address, or leaves no room for the mark.
    pub fn at(mailbox: &str) -> Option<Self> {
        let address = kernel::EmailAddress::parse(mailbox).ok()?;
        let (name, host) = address.as_str().rsplit_once('@')?;
        (name.len() <= LONGEST_NAME && !name.contains('+')).then(|| Self {
            name: name.to_owned(),
            host: host.to_owned(),
        })
    }

    /// Where the mail of which this is the first line is answered.
    pub fn address(&self, secrets: &Secrets, batch: NotificationId) -> String {
        let (id, hash) = (batch.uuid().simple(), hash(secrets, batch));
        format!("{}+{id}{hash}@{}", self.name, self.host)
    }

    /// Which mail is answered at this address; none for one that was never made here.
    pub fn answered(&self, secrets: &Secrets, address: &str) -> Option<NotificationId> {
        let address = address.trim().to_lowercase();
        let (local, host) = address.rsplit_once('@')?;
        let mark = local.strip_prefix(&self.name)?.strip_prefix('+')?;
        let (id, proof) = mark.split_at_checked(ID)?;
        let batch = NotificationId::from(id.parse::<Uuid>().ok()?);
        let holds = proof.as_bytes().ct_eq(hash(secrets, batch).as_bytes());
        (host == self.host && holds.into()).then_some(batch)
    }
}

fn hash(secrets: &Secrets, batch: NotificationId) -> String {
    let key = secrets.key(PURPOSE, batch.uuid().as_bytes());
    let half = key.first_chunk().copied().unwrap_or_default();
    format!("{:016x}", u64::from_be_bytes(half))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(number: u128) -> NotificationId {
        Uuid::from_u128(number).into()
    }

    #[test]
    fn an_address_leads_back_to_its_mail_however_a_server_writes_it() {
        let (secrets, at) = (
            Secrets::new([5; 32]),
            Answering::at("Antwoord@reply.example.org"),
        );
        let at = at.unwrap();
        let address = at.address(&secrets, batch(7));
        assert!(address.split('@').next().unwrap().len() <= 64);
        for written in [
            address.clone(),
            address.to_uppercase(),
            format!(" {address} "),
        ] {
            assert_eq!(at.answered(&secrets, &written), Some(batch(7)));
        }
    }

    #[test]
    fn nobody_makes_one_up() {
        let (secrets, at) = (Secrets::new([5; 32]), Answering::at("antwoord@example.org"));
        let at = at.unwrap();
        let address = at.address(&secrets, batch(7));
        let other = at.address(&secrets, batch(8));
        let (head, _) = address.split_at("antwoord+".len() + ID);
        let (_, tail) = other.split_at("antwoord+".len() + ID);
        for wrong in [
            format!("{head}{tail}"),
            address.replace("example", "elsewhere"),
            address.replace("antwoord+", "antwoord"),
            "antwoord@example.org".to_owned(),
            "antwoord+é@example.org".to_owned(),
            String::new(),
        ] {
            assert_eq!(at.answered(&secrets, &wrong), None, "{wrong}");
        }
        assert_eq!(at.answered(&Secrets::new([6; 32]), &address), None);
    }

    #[test]
    fn a_mailbox_leaves_room_for_the_mark() {
        assert!(Answering::at("antwoord-per-mail@example.org").is_none());
        assert!(Answering::at("antwoord+hier@example.org").is_none());
        assert!(Answering::at("antwoord").is_none());
        assert!(Answering::at("antwoordpermail@example.org").is_some());
    }
}

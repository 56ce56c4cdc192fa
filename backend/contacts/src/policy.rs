//! Who may ask for contact, and who answers.

use kernel::{Denied, PersonId, Scope, TenantId, Timestamp};

use crate::ContactFault;
use crate::model::ContactRequest;

/// Proof that this person asks in this organisation; whom they may ask is what the directory shows them.
#[derive(Debug)]
pub struct MayAsk {
    pub(crate) tenant: TenantId,
    pub(crate) asker: PersonId,
}

pub(crate) fn may_ask(scope: &Scope) -> Result<MayAsk, Denied> {
    Ok(MayAsk {
        tenant: scope.tenants.only().ok_or(Denied::Invisible)?,
        asker: scope.person.ok_or(Denied::Forbidden)?,
    })
}

/// Proof that this request is for this person, and waits for an answer.
#[derive(Debug)]
pub struct MayAnswer {
    pub(crate) request: ContactRequest,
}

pub(crate) fn may_answer(
    person: PersonId,
    request: Option<ContactRequest>,
    now: Timestamp,
) -> Result<MayAnswer, ContactFault> {
    let own = request.filter(|it| it.person == person && it.waits(now));
    let request = own.ok_or(ContactFault::NotFound)?;
    Ok(MayAnswer { request })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ContactState;
    use kernel::ContactRequestId;

    #[test]
    fn only_who_was_asked_answers_and_only_what_waits() {
        let now = Timestamp::from_millis(0);
        let (asker, person) = (PersonId::new(now), PersonId::new(now));
        let request = |state| ContactRequest {
            id: ContactRequestId::new(now),
            tenant: TenantId::new(now),
            asker,
            person,
            issue: None,
            role: None,
            text: "Kunnen wij praten?".to_owned(),
            state,
            answer: None,
            shares_address: false,
            answer_issue: None,
            created_at: now,
            expires_at: now.plus(ContactRequest::GOOD_FOR),
        };
        let asked = || Some(request(ContactState::Asked));
        assert!(may_answer(person, asked(), now).is_ok());
        assert!(may_answer(asker, asked(), now).is_err());
        assert!(may_answer(person, None, now).is_err());
        let late = now.plus(ContactRequest::GOOD_FOR);
        assert!(may_answer(person, asked(), late).is_err());
        for over in [
            ContactState::Silent,
            ContactState::Answered,
            ContactState::Refused,
        ] {
            assert!(may_answer(person, Some(request(over)), now).is_err());
        }
    }
}

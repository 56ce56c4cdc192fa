//! Asking somebody of the directory for contact.
//!
//! Promise: whoever the asker does not find, and whoever takes no requests, is nobody, by one answer; whoever said "never
//! again" to the asker hears nothing, and the asker sees what everybody sees who gets no answer.

use db::{Db, DbFault, Sql, Tx, outbox};
use issues::IssueFault;
use kernel::{ContactRequestId, Faults, IssueId, PersonId, Prose, RequestKey, Scope};
use platform::idempotency::{self, Claim};
use platform::{Secrets, suppression};

use crate::model::ContactRequest;
use crate::policy::{self, MayAsk};
use crate::{ContactEvent, ContactFault, Limits, read, store};

pub(crate) type Text = Prose<{ ContactRequest::MOST_TEXT }>;

/// Whom, what about, and why.
#[derive(Clone, Debug)]
pub struct NewContact {
    pub person: PersonId,
    pub issue: Option<IssueId>,
    pub text: String,
}

pub async fn ask(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    key: Option<RequestKey<'_>>,
    new: &NewContact,
) -> Result<ContactRequest, ContactFault> {
    let permit = policy::may_ask(scope)?;
    let mut faults = Faults::default();
    let text = faults.take("/text", Text::parse(&new.text));
    let tx = db.begin_with_keys(scope, [new.person]).await?;
    if !can_be_asked(&tx, scope, new.person).await? {
        faults.refuse("/person", "contact.nobody");
    }
    let text = faults.finish(text).map_err(ContactFault::Invalid)?;
    if let Some(issue) = new.issue {
        let seen = issues::read::find(&tx, issue).await?;
        seen.ok_or(IssueFault::NotFound)?;
    }
    let id = ContactRequestId::new(tx.now());
    match idempotency::claim(&tx, secrets, key, "ask_for_contact", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => {
            let first = first.settled(tx).await?.into();
            let made = read::find(&db.read(scope), first).await?;
            return made.ok_or(ContactFault::NotFound);
        }
        Claim::Misused => return Err(ContactFault::KeyMisused),
    }
    // Of several who ask this one at a moment, the next sees what the one before wrote.
    identity::lock_person(&tx, new.person).await?;
    if read::runs(&tx, permit.asker, new.person).await? {
        return Err(ContactFault::AlreadyAsked);
    }
    limits.ask(permit.asker, permit.tenant)?;
    let alone = is_left_alone(&tx, secrets, &permit, new.person).await?;
    store::insert(&tx, &permit, id, new, (text.as_str(), scope.role, alone)).await?;
    let asked = ContactEvent::Asked {
        tenant: permit.tenant,
        request: id,
    };
    outbox::push(&tx, &asked).await?;
    let after = read::find(&tx, id).await?;
    tx.commit().await?;
    after.ok_or(ContactFault::NotFound)
}

async fn can_be_asked(tx: &Tx, scope: &Scope, person: PersonId) -> Result<bool, DbFault> {
    let shown = people::read::shown_of(tx, scope, &[person]).await?;
    let said = people::read::availability_of(tx, &[person]).await?;
    let said = said.get(&person).copied().unwrap_or_default();
    Ok(shown.contains(&person) && said.contactable && scope.person != Some(person))
}

async fn is_left_alone(
    tx: &Tx,
    secrets: &Secrets,
    permit: &MayAsk,
    person: PersonId,
) -> Result<bool, DbFault> {
    let refused = [
        never_from_person(person, permit.asker),
        never_from_tenant(person, permit.tenant),
    ];
    let refused = suppression::among(tx, secrets, refused.to_vec()).await?;
    let waiting = read::waiting_at(tx, person).await?;
    let blocked = mutes::blocks(tx, person, permit.asker).await?;
    Ok(blocked || !refused.is_empty() || waiting >= ContactRequest::MOST_TO_ONE)
}

/// As it is hashed among what people never want again: who, from whom.
pub(crate) fn never_from_person(person: PersonId, asker: PersonId) -> String {
    format!("contact/{person}/person/{asker}")
}

pub(crate) fn never_from_tenant(person: PersonId, tenant: kernel::TenantId) -> String {
    format!("contact/{person}/tenant/{tenant}")
}

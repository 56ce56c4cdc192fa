//! Putting somebody forward: the platform asks that person first.
//!
//! Promise: who put somebody forward gets the same answer whether the person is asked or left alone; nobody is asked for
//! the same issue by two, nor by more than a few at a time, nor more often than they said.

use db::{Db, DbFault, Sql, Tx, outbox};
use issues::IssueFault;
use kernel::Faults;
use kernel::{
    EmailAddress, FieldFault, IssueId, Locale, NominationId, PersonId, Prose, RequestKey, Scope,
};
use platform::idempotency::{self, Claim};
use platform::{Secrets, suppression};

use crate::model::Nomination;
use crate::policy::{self, MayNominate};
use crate::{Limits, NominationEvent, NominationFault, read, store};

/// Days in which what a person said of how often they may be asked is counted.
const MONTH: u64 = 30;

/// Whom, and why.
#[derive(Clone, Debug)]
pub struct NewNomination {
    /// Somebody whom the nominator finds in the directory.
    pub person: Option<PersonId>,
    pub email: Option<String>,
    pub motivation: String,
}

/// Whom, as it was typed.
enum Whom {
    Person(PersonId),
    Address(EmailAddress),
}

/// What was typed, once it was parsed.
pub(crate) struct Parsed {
    whom: Whom,
    motivation: String,
}

/// Where the nominee can be asked.
pub(crate) struct Nominee {
    person: Option<PersonId>,
    pub(crate) address: String,
    pub(crate) locale: Locale,
}

pub async fn nominate(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    key: Option<RequestKey<'_>>,
    (issue, new): (IssueId, NewNomination),
) -> Result<Nomination, NominationFault> {
    let parsed = parse(new)?;
    let sql = db.read(scope);
    let issue = issues::read::find(&sql, issue).await?;
    let issue = issue.ok_or(IssueFault::NotFound)?;
    let permit = policy::may_nominate(scope, &issue)?;
    put_forward(scope, db, secrets, limits, key, (permit, parsed)).await
}

pub(crate) fn parse(new: NewNomination) -> Result<Parsed, NominationFault> {
    let mut faults = Faults::default();
    let motivation = faults.take(
        "/motivation",
        Prose::<{ Nomination::MOST_TEXT }>::parse(&new.motivation),
    );
    let whom = if let Some(person) = new.person {
        Some(Whom::Person(person))
    } else {
        let email = new.email.unwrap_or_default();
        let address = faults.take("/email", EmailAddress::parse(&email));
        address.map(Whom::Address)
    };
    let parsed = whom.zip(motivation).map(|(whom, motivation)| Parsed {
        whom,
        motivation: motivation.into_string(),
    });
    faults.finish(parsed).map_err(NominationFault::Invalid)
}

/// For this permit, whichever way its holder came.
pub(crate) async fn put_forward(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    key: Option<RequestKey<'_>>,
    (permit, parsed): (MayNominate, Parsed),
) -> Result<Nomination, NominationFault> {
    let nominee = found(&db.read(scope), scope, parsed.whom).await?;
    let keys = [nominee.address.clone()];
    let keys = keys
        .into_iter()
        .chain(nominee.person.map(|it| it.to_string()));
    let tx = db.begin_with_keys(scope, keys).await?;
    let id = NominationId::new(tx.now());
    match idempotency::claim(&tx, secrets, key, "nominate", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => {
            let first = first.settled(tx).await?.into();
            let made = read::find(&db.read(scope), first).await?;
            return made.ok_or(NominationFault::NotFound);
        }
        Claim::Misused => return Err(NominationFault::KeyMisused),
    }
    limits.nominate(permit.person, permit.tenant)?;
    let alone = is_left_alone(&tx, secrets, &permit, &nominee).await?
        || read::is_asked(&tx, permit.issue, &nominee.address).await?
        || !limits.reaches(&nominee.address);
    let asked = (!alone).then_some(&nominee);
    let words = &parsed.motivation;
    // Somebody else put the same person forward at this moment: once is enough.
    if !store::insert(&tx, &permit, id, asked, words).await? {
        store::insert(&tx, &permit, id, None, words).await?;
    }
    if let Some(request) = permit.request {
        store::note_answered(&tx, request).await?;
    }
    let made = NominationEvent::Made {
        tenant: permit.tenant,
        issue: permit.issue,
        nomination: id,
    };
    outbox::push(&tx, &made).await?;
    let after = read::find(&tx, id).await?;
    tx.commit().await?;
    after.ok_or(NominationFault::NotFound)
}

/// Whoever hid, never was, or shows nothing to this asker is nobody, by the same answer.
async fn found(sql: &impl Sql, scope: &Scope, whom: Whom) -> Result<Nominee, NominationFault> {
    let person = match whom {
        Whom::Address(address) => {
            let address = address.as_str().to_owned();
            let person = identity::read::person_of_address(sql, &address).await?;
            let locale = scope.locale;
            return Ok(Nominee {
                person,
                address,
                locale,
            });
        }
        Whom::Person(person) => person,
    };
    let shown = people::read::shown_of(sql, scope, &[person]).await?;
    let card = identity::read::people_by_ids(sql, &[person]).await?;
    let address = identity::read::addresses_by_ids(sql, &[person]).await?;
    match (card.get(&person), address.get(&person)) {
        (Some(card), Some(address)) if shown.contains(&person) => Ok(Nominee {
            person: Some(person),
            address: address.clone(),
            locale: card.locale,
        }),
        _ => Err(NominationFault::Invalid(vec![FieldFault::new(
            "/person",
            "nomination.nobody",
        )])),
    }
}

async fn is_left_alone(
    tx: &Tx,
    secrets: &Secrets,
    permit: &MayNominate,
    nominee: &Nominee,
) -> Result<bool, DbFault> {
    let address = &nominee.address;
    if let Some(person) = nominee.person {
        identity::lock_person(tx, person).await?;
    }
    if suppression::holds(tx, secrets, address).await?
        || read::waiting_at(tx, address).await? >= Nomination::MOST_TO_ONE
    {
        return Ok(true);
    }
    let Some(person) = nominee.person else {
        return Ok(false);
    };
    let takes_part = issues::read::participant(tx, permit.issue, person).await?;
    if takes_part.is_some() || mutes::blocks(tx, person, permit.person).await? {
        return Ok(true);
    }
    let said = people::read::availability_of(tx, &[person]).await?;
    let said = said.get(&person).copied().unwrap_or_default();
    let times = invitations::read::times_asked(tx, person, MONTH).await?;
    Ok(times >= said.invitations_per_month)
}

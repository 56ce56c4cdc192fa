//! Asking people, several at once.
//!
//! Promise: each gets an answer of its own; a repeated request asks nobody twice; whether an address
//! belongs to somebody here is not told.

use db::{Db, DbFault, Sql, Tx, outbox};
use issues::{Issue, IssueFault};
use kernel::{
    Denied, EmailAddress, EventId, Faults, InvitationId, IssueId, IssueRole, Locale, PersonId,
    Prose, RequestKey, Scope, TenantId, Timestamp,
};
use platform::idempotency::{self, Claim};
use platform::{Secrets, suppression};
use uuid::Uuid;

use crate::event::About;
use crate::model::{Invitation, Target};
use crate::policy::MayInvite;
use crate::store::NewInvitation;
use crate::{InvitationEvent, InvitationFault, Limits, policy, read, remind, store, store_hands};

/// As many as fit on a screen that one still checks.
const MOST_AT_ONCE: usize = 50;
const MONTH: u64 = 30;

/// Somebody to ask: a person known here, or an address.
#[derive(Clone, Debug)]
pub struct Invitee {
    pub person: Option<PersonId>,
    pub email: Option<String>,
    /// What the inviter says to this one.
    pub text: Option<String>,
}

/// What became of asking one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Invited {
    Sent(InvitationId),
    AlreadyInvited,
    TakesPart,
    /// The address asked never to be mailed again.
    NeverAgain,
    /// Was asked often enough, or is not here.
    NotAvailable,
}

impl Invited {
    /// As a list keeps why somebody on it was not asked; an invitation that went out is kept by itself.
    const KEPT: [(Self, &'static str); 4] = [
        (Self::AlreadyInvited, "already-invited"),
        (Self::TakesPart, "takes-part"),
        (Self::NeverAgain, "never-again"),
        (Self::NotAvailable, "not-available"),
    ];

    pub(crate) fn as_str(&self) -> Option<&'static str> {
        let own = Self::KEPT.iter().find(|(kept, _)| kept == self);
        own.map(|(_, word)| *word)
    }
    pub(crate) fn from_name(raw: &str) -> Option<Self> {
        let own = Self::KEPT.into_iter().find(|(_, word)| *word == raw);
        own.map(|(kept, _)| kept)
    }
}

pub(crate) struct Request {
    pub issue: IssueId,
    pub role: IssueRole,
    pub locale: Locale,
    /// For a guest: when taking part ends by itself.
    pub until: Option<Timestamp>,
    pub invitees: Vec<Invitee>,
}

pub(crate) async fn invite_to_issue(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    key: Option<RequestKey<'_>>,
    request: Request,
) -> Result<Vec<Invited>, InvitationFault> {
    let invitees = parse_request(scope, request.invitees, request.until)?;
    let asking = Asking {
        issue: request.issue,
        role: request.role,
        locale: request.locale,
        until: request.until,
        key: (key, "invite_people"),
    };
    ask_all(scope, db, secrets, limits, asking, invitees).await
}

/// For what people are asked, and by which request.
pub(crate) struct Asking<'a> {
    pub issue: IssueId,
    pub role: IssueRole,
    pub locale: Locale,
    pub until: Option<Timestamp>,
    /// The key of the request, and the operation that it is for.
    pub key: (Option<RequestKey<'a>>, &'static str),
}

/// Asks each of them, and says in their order what became of it.
pub(crate) async fn ask_all(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    asking: Asking<'_>,
    invitees: Vec<Whom>,
) -> Result<Vec<Invited>, InvitationFault> {
    let (key, operation) = asking.key;
    // How often somebody was asked counts everywhere.
    let people: Vec<PersonId> = invitees.iter().filter_map(Whom::person).collect();
    let keys = people.iter().copied().chain(scope.person);
    let tx = db.begin_with_keys(scope, keys).await?;
    let issue = issues::read::find(&tx, asking.issue)
        .await?
        .ok_or(IssueFault::NotFound)?;
    let permit = permit(&tx, scope, &issue, asking.role).await?;
    let permit = permit.until(asking.until);
    let batch = EventId::new(scope.now).uuid();
    match idempotency::claim(&tx, secrets, key, operation, batch).await? {
        Claim::First => {}
        Claim::Again(first) => {
            let first = first.settled(tx).await?;
            let sql = db.read_with_keys(scope, &people);
            return again(&sql, secrets, &permit, first, &invitees).await;
        }
        Claim::Misused => return Err(InvitationFault::KeyMisused),
    }
    limits.invite(permit.inviter, invitees.len())?;
    let mut results = Vec::new();
    for one in &invitees {
        results.push(invite_one(&tx, secrets, &permit, batch, asking.locale, one).await?);
    }
    tx.commit().await?;
    Ok(results)
}

/// For the owner of the issue; else for a joined organisation of which the asker is a convener. The caller reads with the
/// asker's own id as a key.
pub(crate) async fn permit(
    sql: &impl Sql,
    scope: &Scope,
    issue: &Issue,
    role: IssueRole,
) -> Result<MayInvite, InvitationFault> {
    if let Ok(permit) = policy::may_invite(scope, issue, role) {
        return Ok(permit);
    }
    let organisation = issues::read_joined::convened_by_asker(sql, issue.id).await?;
    let organisation = organisation.ok_or(Denied::Forbidden)?;
    Ok(policy::may_invite_for(scope, issue, role, organisation)?)
}

/// Takes back what was asked for an organisation that goes, and was not answered with a yes.
pub async fn revoke_asking_for(
    tx: &Tx,
    issue: IssueId,
    organisation: TenantId,
) -> Result<(), DbFault> {
    let mut events = Vec::new();
    for invitation in store::open_asking_for(tx, issue, organisation).await? {
        let gone = policy::MaySteer::gone(&invitation);
        if store::revoke(tx, gone, invitation.version).await? {
            events.push(InvitationEvent::Revoked(invitation.about()));
        }
    }
    outbox::push_all(tx, &events).await
}

/// Asks somebody for an issue: for the demonstration's content and for imports.
pub async fn invite(
    tx: &Tx,
    scope: &Scope,
    secrets: &Secrets,
    issue: IssueId,
    invitee: Invitee,
) -> Result<Invited, InvitationFault> {
    let invitees = parse(vec![invitee], MOST_AT_ONCE)?;
    let issue = issues::read::find(tx, issue)
        .await?
        .ok_or(IssueFault::NotFound)?;
    let permit = policy::may_invite(scope, &issue, IssueRole::Participant)?;
    let batch = EventId::new(scope.now).uuid();
    match invitees.first() {
        Some(one) => Ok(invite_one(tx, secrets, &permit, batch, scope.locale, one).await?),
        None => Ok(Invited::NotAvailable),
    }
}

/// Whom, and what is said to them.
#[derive(Clone, Debug)]
pub(crate) struct Whom {
    who: Who,
    text: String,
    /// The language of who has no account, when it is known.
    locale: Option<Locale>,
    /// Where the address came from, when it was not typed by itself.
    source: Option<String>,
}

#[derive(Clone, Debug)]
enum Who {
    Person(PersonId),
    /// Somebody who wants to be asked: how often others did says nothing then.
    Volunteer(PersonId),
    Address(EmailAddress),
}

impl Whom {
    pub fn address(&self) -> Option<&EmailAddress> {
        match &self.who {
            Who::Address(address) => Some(address),
            Who::Person(_) | Who::Volunteer(_) => None,
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub const fn person(&self) -> Option<PersonId> {
        match self.who {
            Who::Person(person) | Who::Volunteer(person) => Some(person),
            Who::Address(_) => None,
        }
    }

    const fn new(who: Who, text: String) -> Self {
        Self {
            who,
            text,
            locale: None,
            source: None,
        }
    }

    pub const fn of(person: PersonId, text: String) -> Self {
        Self::new(Who::Person(person), text)
    }

    pub const fn volunteer(person: PersonId, text: String) -> Self {
        Self::new(Who::Volunteer(person), text)
    }

    pub fn at(address: EmailAddress, text: String) -> Self {
        Self::new(Who::Address(address), text)
    }

    /// Out of a list that somebody had.
    pub fn listed(self, locale: Option<Locale>, source: String) -> Self {
        Self {
            locale,
            source: Some(source),
            ..self
        }
    }
}

pub(crate) fn parse_text(faults: &mut Faults, pointer: &str, raw: Option<&str>) -> String {
    faults
        .take_optional(pointer, raw, Prose::<{ Invitation::MOST_TEXT }>::parse)
        .map(Prose::into_string)
        .unwrap_or_default()
}

fn parse_request(
    scope: &Scope,
    invitees: Vec<Invitee>,
    until: Option<Timestamp>,
) -> Result<Vec<Whom>, InvitationFault> {
    let mut faults = Faults::default();
    let whom = parse_list(&mut faults, invitees, MOST_AT_ONCE);
    check_until(&mut faults, scope, until);
    faults.finish(Some(whom)).map_err(InvitationFault::Invalid)
}

/// The end of a guest's part is to come, and not too far.
pub(crate) fn check_until(faults: &mut Faults, scope: &Scope, until: Option<Timestamp>) {
    let last = scope.now.plus(Invitation::LONGEST_GUEST);
    if until.is_some_and(|until| until <= scope.now || until > last) {
        faults.refuse("/until", "invitation.until");
    }
}

/// Everybody on the list, or everything that is wrong with it.
fn parse(invitees: Vec<Invitee>, most: usize) -> Result<Vec<Whom>, InvitationFault> {
    let mut faults = Faults::default();
    let whom = parse_list(&mut faults, invitees, most);
    faults.finish(Some(whom)).map_err(InvitationFault::Invalid)
}

pub(crate) fn parse_list(faults: &mut Faults, invitees: Vec<Invitee>, most: usize) -> Vec<Whom> {
    match invitees.len() {
        0 => faults.refuse("/invitees", "text.empty"),
        n if n > most => faults.refuse("/invitees", "list.too-long"),
        _ => {}
    }
    let mut whom = Vec::new();
    for (place, invitee) in invitees.into_iter().enumerate() {
        let at = |field: &str| format!("/invitees/{place}/{field}");
        let text = parse_text(faults, &at("text"), invitee.text.as_deref());
        let who = match (invitee.person, invitee.email) {
            (Some(person), None) => Some(Who::Person(person)),
            (_, email) => faults
                .take(
                    &at("email"),
                    EmailAddress::parse(&email.unwrap_or_default()),
                )
                .map(Who::Address),
        };
        whom.extend(who.map(|who| Whom::new(who, text)));
    }
    whom
}

pub(crate) async fn invite_one(
    tx: &Tx,
    secrets: &Secrets,
    permit: &MayInvite,
    batch: Uuid,
    locale: Locale,
    whom: &Whom,
) -> Result<Invited, DbFault> {
    let new = match reachable(tx, secrets, permit, locale, whom).await? {
        Ok(new) => new,
        Err(refused) => return Ok(refused),
    };
    let id = InvitationId::new(tx.now());
    if !store::insert(tx, permit, id, batch, &new).await? {
        return Ok(Invited::AlreadyInvited);
    }
    remind::plan(tx, id).await?;
    if let (Some(issue), Some(person)) = (permit.target.issue(), new.person) {
        store_hands::note_invited(tx, issue, person).await?;
    }
    let about = About {
        tenant: permit.tenant,
        issue: permit.target.issue(),
        invitation: id,
    };
    outbox::push(tx, &InvitationEvent::Sent(about)).await?;
    Ok(Invited::Sent(id))
}

/// Where to write to this one, or why not.
async fn reachable(
    sql: &impl Sql,
    secrets: &Secrets,
    permit: &MayInvite,
    locale: Locale,
    whom: &Whom,
) -> Result<Result<NewInvitation, Invited>, DbFault> {
    let new = match &whom.who {
        Who::Address(address) => NewInvitation {
            person: None,
            address: address.as_str().to_owned(),
            locale: whom.locale.unwrap_or(locale),
            text: whom.text.clone(),
            source: whom.source.clone(),
        },
        Who::Person(person) | Who::Volunteer(person) => {
            let asked = matches!(whom.who, Who::Volunteer(_));
            match person_to_ask(sql, permit, *person, asked).await? {
                Ok((address, locale)) => NewInvitation {
                    person: Some(*person),
                    address,
                    locale,
                    text: whom.text.clone(),
                    source: None,
                },
                Err(refused) => return Ok(Err(refused)),
            }
        }
    };
    if suppression::holds(sql, secrets, &new.address).await? {
        return Ok(Err(Invited::NeverAgain));
    }
    Ok(Ok(new))
}

async fn person_to_ask(
    sql: &impl Sql,
    permit: &MayInvite,
    person: PersonId,
    asked_for_it: bool,
) -> Result<Result<(String, Locale), Invited>, DbFault> {
    if let Target::Issue { issue, .. } = permit.target
        && issues::read::participant(sql, issue, person)
            .await?
            .is_some()
    {
        return Ok(Err(Invited::TakesPart));
    }
    let said = people::read::availability_of(sql, &[person]).await?;
    let said = said.get(&person).copied().unwrap_or_default();
    let times = read::asked_since(sql, &[person], MONTH, true).await?;
    let enough = times.get(&person).copied().unwrap_or(0) >= said.invitations_per_month;
    let card = identity::read::people_by_ids(sql, &[person]).await?;
    let address = identity::read::addresses_by_ids(sql, &[person]).await?;
    Ok(match (card.get(&person), address.get(&person)) {
        (Some(card), Some(address)) if asked_for_it || (!said.hidden && !enough) => {
            Ok((address.clone(), card.locale))
        }
        _ => Err(Invited::NotAvailable),
    })
}

/// The answers of the first request with this key.
async fn again(
    sql: &impl Sql,
    secrets: &Secrets,
    permit: &MayInvite,
    batch: Uuid,
    invitees: &[Whom],
) -> Result<Vec<Invited>, InvitationFault> {
    let made = read::of_batch(sql, batch).await?;
    let mut results = Vec::new();
    for whom in invitees {
        let own = made.iter().find(|it| match &whom.who {
            Who::Person(person) | Who::Volunteer(person) => it.person == Some(*person),
            Who::Address(address) => it.person.is_none() && it.address == address.as_str(),
        });
        results.push(match own {
            Some(invitation) => Invited::Sent(invitation.id),
            None => reachable(sql, secrets, permit, Locale::default(), whom)
                .await?
                .err()
                .unwrap_or(Invited::AlreadyInvited),
        });
    }
    Ok(results)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Coded;

    fn invitee(email: &str) -> Invitee {
        Invitee {
            person: None,
            email: Some(email.to_owned()),
            text: None,
        }
    }

    #[test]
    fn every_wrong_address_is_named_at_once() {
        let fault =
            parse(vec![invitee("x"), invitee("a@example.org"), invitee("")], 3).unwrap_err();
        let pointers: Vec<String> = fault.fields().into_iter().map(|it| it.pointer).collect();
        assert_eq!(pointers, ["/invitees/0/email", "/invitees/2/email"]);
    }

    #[test]
    fn nobody_and_too_many_are_refused() {
        assert!(parse(Vec::new(), 2).is_err());
        assert!(parse(vec![invitee("a@example.org"); 3], 2).is_err());
        assert!(parse(vec![invitee("a@example.org"); 2], 2).is_ok());
    }
}

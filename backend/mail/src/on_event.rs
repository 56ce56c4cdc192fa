//! What happened, and the mail that follows from it.

use contacts::ContactEvent;
use db::{DbFault, Sql, Tx};
use erasure::ErasureEvent;
use identity::{IdentityEvent, codes, read};
use invitations::InvitationEvent;
use issues::IssueEvent;
use kernel::{EmailAddressId, EventHead, InvitationId, Locale, PersonId, SignInCodeId};
use moderation::ModerationEvent;
use networks::NetworkEvent;
use nominations::NominationEvent;

use crate::{AccountChange, MailKind, Recipient, queue};

/// The kinds of events that a mail follows from directly.
pub const SUBSCRIBES: &[&str] = &[
    IdentityEvent::CODE_REQUESTED,
    IdentityEvent::ADDRESS_CHANGED,
    IdentityEvent::PASSWORD_CHANGED,
    ErasureEvent::ASKED,
    ErasureEvent::STOPPED,
    ErasureEvent::BEGUN,
    InvitationEvent::SENT,
    InvitationEvent::REMINDER_DUE,
    NominationEvent::MADE,
    ContactEvent::ASKED,
    ContactEvent::ANSWERED,
    NetworkEvent::THANKED,
    IssueEvent::PART_ENDED,
    ModerationEvent::REPORTED,
    ModerationEvent::DECIDED,
    ModerationEvent::ANSWERED,
];

/// Queues the mail, in the transaction that ends the event's job. Told twice, it queues once.
pub async fn on_event(tx: &Tx, head: &EventHead) -> Result<(), DbFault> {
    match head.kind.as_str() {
        InvitationEvent::SENT | InvitationEvent::REMINDER_DUE => invited(tx, head).await,
        NominationEvent::MADE => nominated(tx, head).await,
        ContactEvent::ASKED | ContactEvent::ANSWERED => contact(tx, head).await,
        NetworkEvent::THANKED => thanked(tx, head).await,
        IssueEvent::PART_ENDED => part_ended(tx, head).await,
        ModerationEvent::REPORTED | ModerationEvent::DECIDED | ModerationEvent::ANSWERED => {
            to_outside(tx, head).await
        }
        ErasureEvent::ASKED | ErasureEvent::STOPPED | ErasureEvent::BEGUN => {
            of_erasure(tx, head).await
        }
        kind if SUBSCRIBES.contains(&kind) => of_identity(tx, head).await,
        _ => Ok(()),
    }
}

async fn invited(tx: &Tx, head: &EventHead) -> Result<(), DbFault> {
    let (event, id) = (head.id.into(), InvitationId::from(head.subject));
    let Some(found) = invitations::read::find(tx, id).await? else {
        return Ok(());
    };
    let spoken = language_of(tx, &found.address).await?;
    let recipient = Recipient {
        person: found.person,
        address: found.address,
        locale: spoken.unwrap_or(found.locale),
    };
    let (tenant, invitation) = (found.tenant, found.id);
    let kind = if head.kind == InvitationEvent::SENT {
        MailKind::Invitation {
            event,
            tenant,
            invitation,
        }
    } else {
        MailKind::InvitationReminder {
            event,
            tenant,
            invitation,
        }
    };
    queue::put(tx, recipient, &kind).await
}

/// Of who is here already, it goes before the one that was guessed for an address.
async fn language_of(tx: &Tx, address: &str) -> Result<Option<Locale>, DbFault> {
    let Some(person) = read::person_of_address(tx, address).await? else {
        return Ok(None);
    };
    let cards = read::people_by_ids(tx, &[person]).await?;
    Ok(cards.get(&person).map(|card| card.locale))
}

/// Nothing to whoever is left alone.
async fn nominated(tx: &Tx, head: &EventHead) -> Result<(), DbFault> {
    let found = nominations::read::find(tx, head.subject.into()).await?;
    let Some(found) = found.filter(|it| it.waits(tx.now())) else {
        return Ok(());
    };
    let Some(address) = found.address else {
        return Ok(());
    };
    let spoken = language_of(tx, &address).await?;
    let recipient = Recipient {
        person: None,
        address,
        locale: spoken.unwrap_or(found.locale),
    };
    let kind = MailKind::Nomination {
        tenant: found.tenant,
        nomination: found.id,
    };
    queue::put(tx, recipient, &kind).await
}

/// The question to whom it is for, the answer to who asked.
async fn contact(tx: &Tx, head: &EventHead) -> Result<(), DbFault> {
    let Some(found) = contacts::read::find(tx, head.subject.into()).await? else {
        return Ok(());
    };
    let (tenant, request) = (found.tenant, found.id);
    let (person, kind) = if head.kind == ContactEvent::ANSWERED {
        (found.asker, MailKind::ContactAnswer { tenant, request })
    } else if found.waits(tx.now()) {
        (found.person, MailKind::ContactRequest { tenant, request })
    } else {
        return Ok(());
    };
    to_person(tx, person, &kind).await
}

/// To whoever reported a post without an account, where they gave an address.
async fn to_outside(tx: &Tx, head: &EventHead) -> Result<(), DbFault> {
    let Some(tenant) = head.tenant else {
        return Ok(());
    };
    let reported = head.kind == ModerationEvent::REPORTED;
    let (report, decision) = if reported {
        (Some(head.subject.into()), None)
    } else {
        (None, Some(head.subject.into()))
    };
    let all = moderation::reporters_outside(tx, report, decision).await?;
    for (report, address, locale) in all {
        let recipient = Recipient {
            person: None,
            address,
            locale,
        };
        let kind = MailKind::Report {
            tenant,
            report,
            decision,
        };
        queue::put(tx, recipient, &kind).await?;
    }
    Ok(())
}

async fn thanked(tx: &Tx, head: &EventHead) -> Result<(), DbFault> {
    let event: NetworkEvent = serde_json::from_str(&head.payload)
        .map_err(|error| DbFault::corrupt(format!("an event of networks: {error}")))?;
    let Some(person) = event.person() else {
        return Ok(());
    };
    let (tenant, network) = event.about();
    let kind = MailKind::Thanks {
        event: head.id.into(),
        tenant,
        network,
    };
    to_person(tx, person, &kind).await
}

async fn part_ended(tx: &Tx, head: &EventHead) -> Result<(), DbFault> {
    let event: IssueEvent = serde_json::from_str(&head.payload)
        .map_err(|error| DbFault::corrupt(format!("an event of issues: {error}")))?;
    let IssueEvent::PartEnded {
        tenant,
        issue,
        person,
    } = event
    else {
        return Ok(());
    };
    let kind = MailKind::PartEnded {
        event: head.id.into(),
        tenant,
        issue,
    };
    to_person(tx, person, &kind).await
}

async fn to_person(tx: &Tx, person: PersonId, kind: &MailKind) -> Result<(), DbFault> {
    let address = read::addresses_by_ids(tx, &[person]).await?.remove(&person);
    let card = read::people_by_ids(tx, &[person]).await?.remove(&person);
    let (Some(address), Some(card)) = (address, card) else {
        return Ok(());
    };
    let recipient = Recipient {
        person: Some(person),
        address,
        locale: card.locale,
    };
    queue::put(tx, recipient, kind).await
}

async fn of_identity(tx: &Tx, head: &EventHead) -> Result<(), DbFault> {
    let event = serde_json::from_str(&head.payload)
        .map_err(|error| DbFault::corrupt(format!("an event of identity: {error}")))?;
    match event {
        IdentityEvent::CodeRequested { code } => code_requested(tx, code).await,
        IdentityEvent::AddressChanged { person, tell } => {
            account_changed(tx, head, person, AccountChange::Address, Some(tell)).await
        }
        IdentityEvent::PasswordChanged { person } => {
            account_changed(tx, head, person, AccountChange::Password, None).await
        }
        IdentityEvent::SessionEnded { .. }
        | IdentityEvent::SessionsEnded { .. }
        | IdentityEvent::ProfileChanged { .. } => Ok(()),
    }
}

/// Whoever is to be erased hears of each step, so that nobody else can take it unseen.
async fn of_erasure(tx: &Tx, head: &EventHead) -> Result<(), DbFault> {
    let event: ErasureEvent = serde_json::from_str(&head.payload)
        .map_err(|error| DbFault::corrupt(format!("an event of erasure: {error}")))?;
    let change = match event {
        ErasureEvent::Asked { .. } => AccountChange::ErasureAsked,
        ErasureEvent::Stopped { .. } => AccountChange::ErasureStopped,
        ErasureEvent::Begun { .. } => AccountChange::Erased,
    };
    // Not to an address that whoever took over a session has just added.
    let own = read::own_addresses(tx, event.person()).await?;
    let oldest = own
        .into_iter()
        .find(|own| own.proven_at.is_some())
        .map(|own| own.id);
    account_changed(tx, head, event.person(), change, oldest).await
}

async fn code_requested(tx: &Tx, code: SignInCodeId) -> Result<(), DbFault> {
    if let Some(requested) = codes::requested(tx, code).await? {
        let recipient = Recipient {
            person: None,
            address: requested.address,
            locale: requested.locale,
        };
        queue::put(tx, recipient, &MailKind::Code { code }).await?;
    }
    Ok(())
}

/// To the address that was the primary one before: whoever changed it cannot keep the mail from its owner.
async fn account_changed(
    tx: &Tx,
    head: &EventHead,
    person: PersonId,
    change: AccountChange,
    before: Option<EmailAddressId>,
) -> Result<(), DbFault> {
    let before = match before {
        Some(id) => read::address_by_id(tx, id).await?,
        None => None,
    };
    let address = match before {
        Some(address) => Some(address),
        None => read::addresses_by_ids(tx, &[person]).await?.remove(&person),
    };
    let Some(address) = address else {
        return Ok(());
    };
    let people = read::people_by_ids(tx, &[person]).await?;
    let recipient = Recipient {
        person: Some(person),
        address,
        locale: people
            .get(&person)
            .map_or(Locale::default(), |card| card.locale),
    };
    let event = head.id.into();
    let kind = MailKind::Account {
        event,
        person,
        change,
    };
    queue::put(tx, recipient, &kind).await
}

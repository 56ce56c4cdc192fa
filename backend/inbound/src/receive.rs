//! One mail that came in: whose it is and of which conversation is in its address, not in whom it says that it is from.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use db::{DbFault, Tx};
use kernel::{
    Coded, NotificationId, PersonId, RequestKey, Scope, Status, TenantId, TenantSet, ThreadId,
};
use mail::{Answering, MailKind, Recipient, answer_kept, queue};
use platform::tenants::{self, TenantState};
use sha2::{Digest, Sha256};
use threads::{FloodLimits, NewReply, Said, ThreadFault};

use crate::letter::Letter;
use crate::split::split;
use crate::store::{self, Kept};

/// No mail is larger than this, in bytes, with all that is attached.
pub const LARGEST: usize = 10 * 1024 * 1024;
/// So long a mail can be answered.
const OPEN_FOR: Duration = Duration::from_hours(30 * 24);
/// More mails than this of one person within a day are for later.
const MOST_A_DAY: u64 = 50;
/// More than a contribution may hold; the whole mail is kept beside.
const LONGEST_DRAFT: usize = 50_000;

/// Where mail comes in, and what is asked of it.
pub struct Inbox<'a> {
    pub mail: &'a mail::Services,
    pub answering: &'a Answering,
    /// The mail server whose word counts (`authserv-id`, RFC 8601).
    pub checked_by: &'a str,
    pub limits: &'a FloodLimits,
}

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    Posted,
    /// Until somebody who moderates lets it through.
    Waits,
    /// As a draft, or without any text; its writer is told.
    Kept,
    /// A machine wrote it.
    Ignored,
    /// It came in before.
    Known,
}

#[derive(Debug, thiserror::Error)]
pub enum InboundFault {
    #[error("no mail of ours is answered at this address, or not any more")]
    NoSuchAddress,
    #[error("this is no mail")]
    NotAMail,
    #[error("the mail is larger than {LARGEST} bytes")]
    TooLarge,
    #[error("too many mails of one person today")]
    TooMany,
    #[error(transparent)]
    Store(#[from] DbFault),
    /// Nothing is wrong with the mail.
    #[error("not now")]
    Later(#[source] ThreadFault),
}

/// Posts what is answered, or keeps it; `to` is the address at which it came in, `raw` the mail (RFC 5322).
pub async fn receive(inbox: &Inbox<'_>, to: &str, raw: &[u8]) -> Result<Received, InboundFault> {
    if raw.len() > LARGEST {
        return Err(InboundFault::TooLarge);
    }
    let answered = inbox.answering.answered(&inbox.mail.secrets, to);
    let batch = answered.ok_or(InboundFault::NoSuchAddress)?;
    let letter = Letter::read(raw).ok_or(InboundFault::NotAMail)?;
    let asked = Asked::load(inbox.mail, batch).await?;
    let asked = asked.ok_or(InboundFault::NoSuchAddress)?;
    if letter.is_automatic {
        return Ok(Received::Ignored);
    }
    let fingerprint = fingerprint(batch, &letter, raw);
    let sql = inbox.mail.db.read(&asked.scope);
    if store::is_known(&sql, &fingerprint).await? {
        return Ok(Received::Known);
    }
    if store::of_a_day(&sql, asked.person).await? >= MOST_A_DAY {
        return Err(InboundFault::TooMany);
    }
    let said = split(&letter.text).said;
    let done = asked.answer(inbox, &letter, (&fingerprint, &said)).await?;
    let tx = inbox.mail.db.begin(&asked.scope).await?;
    let kept = Kept {
        tenant: asked.tenant,
        person: asked.person,
        thread: asked.thread,
        fingerprint: &fingerprint,
        outcome: done.why.unwrap_or("posted"),
        raw,
    };
    let Some(id) = store::keep(&tx, &kept).await? else {
        return Ok(Received::Known);
    };
    if done.became == Received::Kept {
        asked.keep_draft(&tx, &said).await?;
    }
    if let Some((why, recipient)) = done.why.zip(asked.recipient) {
        let kind = MailKind::AnswerKept {
            mail: id,
            tenant: asked.tenant,
            thread: asked.thread,
            why: why.to_owned(),
        };
        queue::put(&tx, recipient, &kind).await?;
    }
    tx.commit().await?;
    Ok(done.became)
}

/// What became of an answer, and what its writer is told of it.
struct Done {
    became: Received,
    why: Option<&'static str>,
}

/// Of which mail it is an answer.
struct Asked {
    scope: Scope,
    person: PersonId,
    tenant: TenantId,
    thread: ThreadId,
    /// None for who has no proven address left.
    recipient: Option<Recipient>,
}

impl Asked {
    /// None when that mail is too old, was about several conversations, or is about one that its reader may not read any
    /// more, or whose words do not go by mail.
    async fn load(
        services: &mail::Services,
        batch: NotificationId,
    ) -> Result<Option<Self>, DbFault> {
        let nobody = Scope::worker(TenantSet::default(), services.clock.now());
        let sql = services.db.read_with_keys(&nobody, [batch]);
        let lines = notifications::read::mailed_in(&sql, batch).await?;
        let Some(first) = lines.first() else {
            return Ok(None);
        };
        let is_one = lines.iter().all(|line| line.thread == first.thread);
        let is_open = first.created_at.plus(OPEN_FOR) > nobody.now;
        let Some(thread) = first.thread.filter(|_| is_one && is_open) else {
            return Ok(None);
        };
        let (person, tenant) = (first.person, first.tenant);
        let mut scope = nobody.as_person(Some(person), TenantSet::one(tenant));
        let sql = services.db.read_with_keys(&scope, [person]);
        let found = tenants::by_ids(&sql, [tenant]).await?;
        if found.iter().all(|it| it.state != TenantState::Active) {
            return Ok(None);
        }
        let room = threads::read::find(&sql, thread).await?;
        if !room.is_some_and(|room| room.regime.names_people()) {
            return Ok(None);
        }
        let memberships = tenants::memberships_of(&sql, person).await?;
        let own = memberships.iter().find(|own| own.tenant == tenant);
        scope.role = own.map(|own| own.role);
        let card = identity::read::people_by_ids(&sql, &[person]).await?;
        let Some(card) = card.get(&person) else {
            return Ok(None);
        };
        scope.locale = card.locale;
        let address = identity::read::addresses_by_ids(&sql, &[person]).await?;
        let recipient = address.get(&person).map(|address| Recipient {
            person: Some(person),
            address: address.clone(),
            locale: card.locale,
        });
        Ok(Some(Self {
            scope,
            person,
            tenant,
            thread,
            recipient,
        }))
    }

    async fn answer(
        &self,
        inbox: &Inbox<'_>,
        letter: &Letter,
        (fingerprint, said): (&str, &str),
    ) -> Result<Done, InboundFault> {
        let not = |why| Done {
            became: Received::Kept,
            why: Some(why),
        };
        if said.is_empty() {
            return Ok(not(answer_kept::EMPTY));
        }
        if !self.is_own(inbox, letter).await? {
            return Ok(not(answer_kept::UNPROVEN));
        }
        let without_files = (letter.files > 0).then_some(answer_kept::WITHOUT_FILES);
        let became = match self.post(inbox, fingerprint, said).await {
            Ok(Said::Posted(_)) => Received::Posted,
            Ok(Said::Waits(_)) => Received::Waits,
            Err(fault) if is_passing(&fault) => return Err(InboundFault::Later(fault)),
            Err(fault) => return Ok(not(fault.code())),
        };
        Ok(Done {
            became,
            why: without_files,
        })
    }

    /// Whether it comes from an address of this person, by the word of our own mail server.
    async fn is_own(&self, inbox: &Inbox<'_>, letter: &Letter) -> Result<bool, DbFault> {
        let sql = inbox.mail.db.read(&self.scope);
        let own = identity::read::own_addresses(&sql, self.person).await?;
        let mut own = own.iter().filter(|own| own.proven_at.is_some());
        let from = letter.from.as_deref();
        Ok(own.any(|own| Some(own.address.as_str()) == from)
            && letter.is_proven_by(inbox.checked_by))
    }

    async fn post(
        &self,
        inbox: &Inbox<'_>,
        fingerprint: &str,
        said: &str,
    ) -> Result<Said, ThreadFault> {
        let thread = self.thread.to_string();
        let key = RequestKey {
            key: fingerprint,
            address: &thread,
        };
        let input = NewReply {
            thread: self.thread,
            body: said,
            quotes: None,
            files: &[],
            translates: None,
        };
        let (db, secrets) = (&inbox.mail.db, &inbox.mail.secrets);
        threads::reply(&self.scope, db, secrets, (inbox.limits, Some(key)), input).await
    }

    /// Below what they were writing there already.
    async fn keep_draft(&self, tx: &Tx, said: &str) -> Result<(), DbFault> {
        let key = format!("reply-{}", self.thread);
        let begun = drafts::load(tx, self.person, &key).await?;
        let begun = begun.map(|draft| draft.body).unwrap_or_default();
        let said: String = said.chars().take(LONGEST_DRAFT).collect();
        let parts = [begun.trim_end(), &said];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() {
            return Ok(());
        }
        drafts::keep(tx, self.person, &key, parts.join("\n\n")).await
    }
}

/// A fault of ours, or of the database: the mail server keeps the mail, and tries again.
fn is_passing(fault: &ThreadFault) -> bool {
    matches!(
        fault.status(),
        Status::Internal | Status::Unavailable | Status::StorageFull
    )
}

/// Of what makes it this mail and no other: two mails that say the same are two.
fn fingerprint(batch: NotificationId, letter: &Letter, raw: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(batch.uuid().as_bytes());
    match &letter.message_id {
        Some(id) => hash.update(id.as_bytes()),
        None => hash.update(raw),
    }
    URL_SAFE_NO_PAD.encode(hash.finalize())
}

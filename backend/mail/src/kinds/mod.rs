//! The kinds of mail: each knows the ids it is about, and how it is composed from them when it goes out.

mod account;
pub mod answer_kept;
mod code;
mod contact;
mod digest;
mod invitation;
mod lines;
mod moderated;
mod news;
mod nomination;
mod outcome;
mod part_ended;
mod reply;
mod report;
mod thanks;
mod to_do;

use std::time::Duration;

use db::{DbFault, Tx};
use kernel::{
    ContactRequestId, DecisionId, EventId, InvitationId, IssueId, NominationId, NotificationId,
    PersonId, ReportId, Scope, SignInCodeId, TenantId, ThreadId, Timestamp,
};
use platform::tenants::{self, TenantState};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::queue::{Lane, Outcome, Waiting};
use crate::{Outgoing, Services};

/// What a mail is about: ids only. Two mails that are equal here, to one address, are one mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum MailKind {
    /// A code to sign in with, or to prove an address with.
    Code { code: SignInCodeId },
    /// Something changed that only its owner may change.
    Account {
        event: EventId,
        person: PersonId,
        change: AccountChange,
    },
    /// What was said in an issue; `batch` is the first of its lines.
    Reply {
        tenant: TenantId,
        person: PersonId,
        issue: IssueId,
        batch: NotificationId,
    },
    /// One thing that happened.
    News {
        tenant: TenantId,
        person: PersonId,
        batch: NotificationId,
    },
    /// The overview of a day or a week.
    Digest {
        person: PersonId,
        batch: NotificationId,
    },
    /// Somebody is asked, or asked once more by whoever invited them: an event each.
    Invitation {
        event: EventId,
        tenant: TenantId,
        invitation: InvitationId,
    },
    InvitationReminder {
        event: EventId,
        tenant: TenantId,
        invitation: InvitationId,
    },
    /// Somebody was put forward, and is asked first.
    Nomination {
        tenant: TenantId,
        nomination: NominationId,
    },
    /// Somebody asks for contact; and the one answer to it.
    ContactRequest {
        tenant: TenantId,
        request: ContactRequestId,
    },
    ContactAnswer {
        tenant: TenantId,
        request: ContactRequestId,
    },
    /// Somebody reported a post without an account; with what was decided, once it was.
    Report {
        tenant: TenantId,
        report: ReportId,
        decision: Option<DecisionId>,
    },
    /// Somebody left a network, or was let go.
    Thanks {
        event: EventId,
        tenant: TenantId,
        network: IssueId,
    },
    /// Who runs an issue ended somebody's part in it.
    PartEnded {
        event: EventId,
        tenant: TenantId,
        issue: IssueId,
    },
    /// What somebody answered by mail stands in no conversation, or not all of it; `why` is one of [`answer_kept`], or the code of a
    /// problem.
    AnswerKept {
        mail: Uuid,
        tenant: TenantId,
        thread: ThreadId,
        why: String,
    },
}

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountChange {
    Address,
    Password,
    /// Somebody asked that all of it goes, took that back, or it goes now.
    ErasureAsked,
    ErasureStopped,
    Erased,
}

/// What a composer says when a mail's turn has come.
pub enum Composition {
    Send(Box<Outgoing>),
    /// Nobody needs it any more: read, withdrawn, muted, expired.
    Drop(&'static str),
    /// Not yet: more may be added to it.
    NotYet(Timestamp),
}

/// How long a mail waits for its organisation to be opened again, and how often it looks.
const HELD_AT_MOST: Duration = Duration::from_secs(5 * 24 * 3_600);
const LOOKS_EVERY: Duration = Duration::from_secs(3_600);

impl Waiting {
    fn held(&self, now: Timestamp) -> Composition {
        if self.created_at.plus(HELD_AT_MOST) < now {
            return Composition::Drop("tenant-suspended");
        }
        Composition::NotYet(now.plus(LOOKS_EVERY))
    }
}

impl MailKind {
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Code { .. } => "code",
            Self::Account { .. } => "account",
            Self::Reply { .. } => "reply",
            Self::News { .. } => "news",
            Self::Digest { .. } => "digest",
            Self::Invitation { .. } => "invitation",
            Self::InvitationReminder { .. } => "invitation-reminder",
            Self::Nomination { .. } => "nomination",
            Self::ContactRequest { .. } => "contact-request",
            Self::ContactAnswer { .. } => "contact-answer",
            Self::Report { .. } => "report",
            Self::Thanks { .. } => "thanks",
            Self::PartEnded { .. } => "part-ended",
            Self::AnswerKept { .. } => "answer-kept",
        }
    }

    pub const fn lane(&self) -> Lane {
        match self {
            Self::Code { .. } | Self::Account { .. } => Lane::Urgent,
            Self::Reply { .. }
            | Self::Invitation { .. }
            | Self::InvitationReminder { .. }
            | Self::Nomination { .. }
            | Self::ContactRequest { .. }
            | Self::ContactAnswer { .. }
            | Self::Report { .. }
            | Self::Thanks { .. }
            | Self::PartEnded { .. }
            | Self::AnswerKept { .. } => Lane::Normal,
            Self::News { .. } | Self::Digest { .. } => Lane::Bulk,
        }
    }

    /// The organisation in whose name it goes: all that its composer may read of.
    pub const fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Reply { tenant, .. }
            | Self::News { tenant, .. }
            | Self::Invitation { tenant, .. }
            | Self::InvitationReminder { tenant, .. }
            | Self::Nomination { tenant, .. }
            | Self::ContactRequest { tenant, .. }
            | Self::ContactAnswer { tenant, .. }
            | Self::Report { tenant, .. }
            | Self::Thanks { tenant, .. }
            | Self::PartEnded { tenant, .. }
            | Self::AnswerKept { tenant, .. } => Some(*tenant),
            Self::Code { .. } | Self::Account { .. } | Self::Digest { .. } => None,
        }
    }

    /// The thing that somebody waits for, when the mail is refused.
    pub const fn about(&self) -> Uuid {
        match self {
            Self::Code { code } => code.uuid(),
            Self::Account { person, .. } => person.uuid(),
            Self::Invitation { invitation, .. } | Self::InvitationReminder { invitation, .. } => {
                invitation.uuid()
            }
            Self::Nomination { nomination, .. } => nomination.uuid(),
            Self::ContactRequest { request, .. } | Self::ContactAnswer { request, .. } => {
                request.uuid()
            }
            Self::Report { report, .. } => report.uuid(),
            Self::Thanks { network: issue, .. } | Self::PartEnded { issue, .. } => issue.uuid(),
            Self::AnswerKept { mail, .. } => *mail,
            Self::Reply { batch, .. } | Self::News { batch, .. } | Self::Digest { batch, .. } => {
                batch.uuid()
            }
        }
    }

    /// Nothing goes out in the name of an organisation that is suspended.
    async fn may_speak(&self, services: &Services, scope: &Scope) -> Result<bool, DbFault> {
        let Some(tenant) = self.tenant() else {
            return Ok(true);
        };
        let found = tenants::by_ids(&services.db.read(scope), [tenant]).await?;
        Ok(found
            .iter()
            .any(|tenant| tenant.state == TenantState::Active))
    }

    /// What becomes of the things that waited for this mail, in the transaction that notes how it ended.
    pub(crate) async fn settle(&self, tx: &Tx, outcome: &Outcome) -> Result<(), DbFault> {
        match self {
            Self::Reply { batch, .. } | Self::News { batch, .. } | Self::Digest { batch, .. } => {
                notifications::settle(tx, *batch, *outcome == Outcome::Sent).await
            }
            Self::Invitation { invitation: id, .. }
            | Self::InvitationReminder { invitation: id, .. } => {
                invitation::noted(tx, *id, outcome).await
            }
            // Who asked is not told whether a mail arrived.
            Self::Code { .. }
            | Self::Account { .. }
            | Self::Nomination { .. }
            | Self::ContactRequest { .. }
            | Self::ContactAnswer { .. }
            | Self::Report { .. }
            | Self::Thanks { .. }
            | Self::PartEnded { .. }
            | Self::AnswerKept { .. } => Ok(()),
        }
    }

    pub(crate) async fn write(
        services: &Services,
        scope: &Scope,
        waiting: &Waiting,
    ) -> Result<Composition, DbFault> {
        if !waiting.kind.may_speak(services, scope).await? {
            return Ok(waiting.held(scope.now));
        }
        match &waiting.kind {
            Self::Code { code } => code::write(services, scope, waiting, *code).await,
            Self::Account { person, change, .. } => {
                account::write(services, scope, waiting, *person, *change).await
            }
            Self::Invitation { invitation: id, .. } => {
                invitation::write(services, scope, waiting, *id, false).await
            }
            Self::InvitationReminder { invitation: id, .. } => {
                invitation::write(services, scope, waiting, *id, true).await
            }
            Self::Nomination { nomination: id, .. } => {
                nomination::write(services, scope, waiting, *id).await
            }
            Self::ContactRequest { request, .. } => {
                contact::ask(services, scope, waiting, *request).await
            }
            Self::ContactAnswer { request, .. } => {
                contact::answer(services, scope, waiting, *request).await
            }
            Self::Report { report: id, .. } => report::write(services, scope, waiting, *id).await,
            Self::Thanks { network, .. } => thanks::write(services, scope, waiting, *network).await,
            Self::PartEnded { issue, .. } => {
                part_ended::write(services, scope, waiting, *issue).await
            }
            Self::AnswerKept { thread, why, .. } => {
                answer_kept::write(services, scope, waiting, *thread, why).await
            }
            Self::Reply {
                person,
                issue,
                batch,
                ..
            } => reply::write(services, scope, waiting, *person, *issue, *batch).await,
            Self::News { person, batch, .. } => {
                news::write(services, scope, waiting, *person, *batch).await
            }
            Self::Digest { person, batch } => {
                digest::write(services, scope, waiting, *person, *batch).await
            }
        }
    }
}

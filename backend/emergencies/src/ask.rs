//! Asking to read the closed conversations of an issue, or whose one alias is.

use db::{Db, Sql, Tx, outbox};
use issues::Issue;
use kernel::{EmergencyId, IssueId, PersonId, PostId, RequestKey, Scope, ThreadId};
use platform::Secrets;
use platform::idempotency::{self, Claim};
use threads::{Post, Voice};

use crate::read_rooms;

use crate::model::{self, Emergency, EmergencyState, Masked};
use crate::{EmergencyEvent, EmergencyFault, policy, read, store};

/// What is asked. Staff do not see a closed room: they have its address from whoever told them of it.
#[derive(Clone, Debug)]
pub(crate) struct NewEmergency {
    pub about: About,
    pub reason: String,
    pub hours: i64,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum About {
    Issue(IssueId),
    Thread(ThreadId),
    /// Whose alias it is by.
    Alias(PostId),
    /// Left out.
    Nothing,
}

pub(crate) async fn ask(
    scope: &Scope,
    db: &Db,
    (secrets, key): (&Secrets, Option<RequestKey<'_>>),
    new: NewEmergency,
) -> Result<EmergencyId, EmergencyFault> {
    let permit = policy::may_ask(scope)?;
    let tx = db.begin(scope).await?;
    let id = EmergencyId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "ask_emergency", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(EmergencyFault::KeyMisused),
    }
    let reason =
        model::asked(&new.reason, new.hours, new.about).map_err(EmergencyFault::Invalid)?;
    let (issue, post) = place(&tx, new.about).await?;
    let alias = if let Some(post) = post {
        Some(masked(&tx, &issue, permit.staff.person, post).await?)
    } else {
        outside(&tx, &issue).await?;
        None
    };
    let emergency = Emergency {
        id,
        tenant: issue.tenant,
        issue: issue.id,
        alias,
        asker: permit.staff.person,
        reason,
        hours: new.hours,
        written: EmergencyState::Asked,
        asked_at: scope.now,
        decided_by: None,
        decided_at: None,
        ends_at: None,
    };
    store::insert(&tx, &permit, &emergency).await?;
    let event = EmergencyEvent::Asked {
        tenant: issue.tenant,
        issue: issue.id,
        emergency: id,
    };
    outbox::push(&tx, &event).await?;
    tx.commit().await?;
    Ok(id)
}

async fn place(tx: &Tx, about: About) -> Result<(Issue, Option<Post>), EmergencyFault> {
    let mut post = None;
    let issue = match about {
        About::Issue(issue) => Some(issue),
        About::Thread(thread) => read_rooms::issue_of(tx, thread).await?,
        About::Alias(id) => {
            post = threads::read::posts_by_id(tx, [id]).await?.pop();
            match &post {
                Some(post) => read_rooms::issue_of(tx, post.thread).await?,
                None => None,
            }
        }
        About::Nothing => None,
    };
    let id = issue.ok_or(EmergencyFault::NotFound)?;
    let issue = issues::read::find_invited(tx, id).await?;
    Ok((issue.ok_or(EmergencyFault::NotFound)?, post))
}

/// Whoever takes part reads as everybody does, and where nothing is closed there is no door to open.
async fn outside(tx: &Tx, issue: &Issue) -> Result<(), EmergencyFault> {
    if issue.role.is_some() {
        return Err(EmergencyFault::Inside);
    }
    if read_rooms::closed_rooms(tx, issue.id).await?.is_empty() {
        return Err(EmergencyFault::NothingClosed);
    }
    Ok(())
}

/// The alias of a post that the asker can read: from within, or by an emergency access that is open.
async fn masked(
    tx: &Tx,
    issue: &Issue,
    asker: PersonId,
    post: Post,
) -> Result<Masked, EmergencyFault> {
    let reads = match issue.role {
        Some(_) => true,
        None => read::list(tx, Some(issue.id)).await?.iter().any(|it| {
            it.alias.is_none() && it.is_party(asker) && it.state(tx.now()) == EmergencyState::Open
        }),
    };
    if !reads {
        return Err(EmergencyFault::NotFound);
    }
    match post.author {
        Voice::Alias(id) => Ok(Masked {
            id: Some(id),
            name: post.shown_name,
        }),
        Voice::Person(_) | Voice::Gone(_) | Voice::Nobody => Err(EmergencyFault::NoAlias),
    }
}

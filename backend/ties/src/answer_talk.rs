//! Saying yes to a joint conversation: the room is there at once, and everybody of both networks is asked into it.
//!
//! Promise: nobody is in the room but the two who run it; whoever comes, comes by a yes of their own (`join_talk.rs`).

use db::{Db, DbFault, Tx, outbox};
use issues::{Admission, Capacity, Visibility};
use kernel::{IssueId, IssueRole, PersonId, Scope, TalkId, TenantId, TenantRole};
use networks::{NetworkKind, NetworkText};
use platform::Secrets;
use platform::grants::{self, Container};
use platform::tenants::{self, TenantState};
use threads::NewThread;

use crate::ask::own;
use crate::event::AboutTalk;
use crate::policy::Decides;
use crate::propose_talk::is_open;
use crate::talk::Talk;
use crate::{TalkEvent, TieFault, TieSide, policy_talks, read, read_talks, store_talks};

pub(crate) async fn accept(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    network: IssueId,
    id: TalkId,
) -> Result<(), TieFault> {
    let (tx, own, talk) = opened_talk(scope, db, network, id).await?;
    let person = scope.person.ok_or(TieFault::NoNetwork)?;
    let tie = read::find(&tx, talk.tie).await?;
    let open = is_open(&tx, talk.asker.1).await? && are_active(&tx, talk.tenants().iter()).await?;
    let permit = policy_talks::may_accept(own, &talk, tie.as_ref(), open, scope.now)?;
    let proposer = proposer_now(&tx, &talk).await?;
    let room = found(&tx, scope, secrets, &talk, (proposer, person)).await?;
    store_talks::open(&tx, &permit, room).await?;
    ask_everybody(&tx, &talk).await?;
    Ok(tx.commit().await?)
}

/// Without asking whose hand it is: for the demonstration's content.
pub async fn accepted_in(
    tx: &Tx,
    scope: &Scope,
    secrets: &Secrets,
    (id, by): (TalkId, PersonId),
) -> Result<IssueId, TieFault> {
    let talk = read_talks::find(tx, id).await?.ok_or(TieFault::NoTalk)?;
    let permit = policy_talks::MayChangeTalk {
        talk: talk.id,
        version: talk.version,
    };
    let proposer = talk.proposer.ok_or(TieFault::TalkLapsed)?;
    let room = found(tx, scope, secrets, &talk, (proposer, by)).await?;
    store_talks::open(tx, &permit, room).await?;
    ask_everybody(tx, &talk).await?;
    Ok(room)
}

async fn ask_everybody(tx: &Tx, talk: &Talk) -> Result<(), DbFault> {
    for side in [TieSide::Asker, TieSide::Asked] {
        tell_talk(tx, talk, side, TalkEvent::Asked).await?;
    }
    Ok(())
}

/// Whoever proposed it, if they run the network still: nobody is made to run a room for a network that they left.
async fn proposer_now(tx: &Tx, talk: &Talk) -> Result<PersonId, TieFault> {
    let person = talk.proposer.ok_or(TieFault::TalkLapsed)?;
    let (tenant, network) = talk.asker;
    let inside = grants::role_of(tx, person, Container::Issue(network)).await?;
    let outside = grants::role_of(tx, person, Container::Tenant(tenant)).await?;
    let facilitates = inside.is_some_and(|role| role == IssueRole::Facilitator.as_str());
    let convenes = outside
        .and_then(|role| TenantRole::from_name(&role))
        .is_some_and(TenantRole::convenes);
    if facilitates || convenes {
        Ok(person)
    } else {
        Err(TieFault::TalkLapsed)
    }
}

/// A suspended organisation founds nothing, and nobody founds something with it.
pub(crate) async fn are_active(
    tx: &Tx,
    both: impl IntoIterator<Item = TenantId>,
) -> Result<bool, DbFault> {
    let owners = tenants::by_ids(tx, both).await?;
    Ok(owners
        .iter()
        .all(|owner| owner.state == TenantState::Active))
}

/// The room, which only who is in it finds, with its first conversation; the charter is what was proposed.
async fn found(
    tx: &Tx,
    scope: &Scope,
    secrets: &Secrets,
    talk: &Talk,
    (proposer, answerer): (PersonId, PersonId),
) -> Result<IssueId, TieFault> {
    let id = IssueId::new(scope.now);
    let founder = (proposer, name_in(tx, talk.asker.1, proposer).await?);
    networks::found_in(tx, id, talk.asker.0, founder, charter(talk))
        .await
        .map_err(TieFault::Network)?;
    let beside = Admission {
        tenant: talk.asker.0,
        issue: id,
        person: answerer,
        role: IssueRole::Facilitator,
        capacity: Capacity::Personal,
        organisation: None,
        shown_name: name_in(tx, talk.asked.1, answerer).await?,
        perspective: None,
        ends_at: None,
    };
    issues::admit(tx, &beside).await?;
    let draft = issues::read::find_invited(tx, id).await?;
    issues::open_now(tx, &draft.ok_or(TieFault::NoNetwork)?).await?;
    // Both run the room; the words are those of who proposed it.
    let speaker = scope.as_person(Some(proposer), talk.tenants());
    let first = NewThread {
        files: &[],
        issue: id,
        title: &talk.subject,
        body: &talk.purpose,
        regime: None,
        kind: threads::ThreadKind::Talk,
        looked_at_first: false,
    };
    threads::open_in(tx, &speaker, secrets, &first).await?;
    Ok(id)
}

fn charter(talk: &Talk) -> NetworkText {
    NetworkText {
        kind: NetworkKind::Session,
        name: talk.subject.clone(),
        purpose: talk.purpose.clone(),
        mandate: String::new(),
        about: String::new(),
        house_rules: String::new(),
        target_size: None,
        visibility: Visibility::Invited,
        planned_end: Some(talk.ends_at),
        terms: Vec::new(),
        vacancies: Vec::new(),
    }
}

/// By the name that somebody goes by in their own network.
async fn name_in(tx: &Tx, network: IssueId, person: PersonId) -> Result<String, DbFault> {
    if let Some(part) = issues::read::participant(tx, network, person).await? {
        return Ok(part.shown_name);
    }
    let mut cards = identity::read::people_by_ids(tx, &[person]).await?;
    Ok(cards
        .remove(&person)
        .map(|card| card.name)
        .unwrap_or_default())
}

/// Found by a network in its own name, changed in the name of both.
pub(crate) async fn opened_talk(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    id: TalkId,
) -> Result<(Tx, Decides, Talk), TieFault> {
    let sql = db.read(scope);
    own(scope, &sql, network).await?;
    let talk = read_talks::find(&sql, id).await?;
    let talk = talk.filter(|talk| talk.side_of(network).is_some());
    let within = Scope {
        tenants: talk.ok_or(TieFault::NoTalk)?.tenants(),
        ..scope.clone()
    };
    let tx = db.begin(&within).await?;
    let talk = read_talks::find(&tx, id).await?.ok_or(TieFault::NoTalk)?;
    let own = own(scope, &tx, network).await?;
    Ok((tx, own, talk))
}

pub(crate) async fn tell_talk(
    tx: &Tx,
    talk: &Talk,
    side: TieSide,
    event: fn(AboutTalk) -> TalkEvent,
) -> Result<(), DbFault> {
    let (tenant, network) = talk.at(side);
    let about = AboutTalk {
        tenant,
        network,
        talk: talk.id,
    };
    outbox::push(tx, &event(about)).await
}

//! The demonstration's networks: founded as a convener does it, at a moment in the past.

use std::time::Duration;

use issues::{Admission, Capacity, Issue, IssueState};
use kernel::{IssueId, IssueRole, Scope, TenantSet, TieId};
use networks::{NetworkKind, NetworkText};

use super::{Known, admit_all, ago, refused, text_of, unknown};
use crate::demo::content;
use crate::{StartFault, State};

pub(super) async fn write_network(
    state: &State,
    known: &mut Known,
    network: &content::Network,
) -> Result<(), StartFault> {
    let room = &network.room;
    let (Some(tenant), Some(founder)) = (
        known.tenants.get(&room.tenant).copied(),
        known.people.get(&room.author).cloned(),
    ) else {
        return Err(unknown(&room.key));
    };
    let at = ago(state, room.created_days_ago);
    let scope = Scope {
        person: Some(founder.0),
        ..Scope::worker(TenantSet::one(tenant), at)
    };
    let text = charter(state, known, network).map_err(|fault| refused(&room.key, fault))?;
    let id = IssueId::new(at);
    let tx = state.db.begin(&scope).await?;
    networks::found_in(&tx, id, tenant, founder, text)
        .await
        .map_err(|fault| refused(&room.key, fault))?;
    admit_all(&tx, known, room, tenant, id).await?;
    let founded = issues::read::find_invited(&tx, id).await?;
    let founded = founded.ok_or_else(|| unknown(&room.key))?;
    issues::place(&tx, &founded, IssueState::Open, None).await?;
    for participant in &room.participants {
        if let Some((person, _)) = known.people.get(&participant.person) {
            networks::enter(&tx, &founded, *person, Some(1)).await?;
        }
    }
    tx.commit().await?;
    if let Some(newcomer) = &network.newcomer {
        begin(state, known, &founded, newcomer).await?;
    }
    known.issues.insert(room.key.clone(), (tenant, id));
    Ok(())
}

/// Somebody is in orientation, and one side has said how it goes.
async fn begin(
    state: &State,
    known: &Known,
    room: &Issue,
    newcomer: &content::Newcomer,
) -> Result<(), StartFault> {
    let (Some((person, _)), Some((by, _))) = (
        known.people.get(&newcomer.person),
        known.people.get(&newcomer.by),
    ) else {
        return Err(unknown(&newcomer.person));
    };
    let scope = Scope::worker(TenantSet::one(room.tenant), ago(state, newcomer.days_ago));
    let tx = state.db.begin(&scope).await?;
    let words = [newcomer.well.clone(), newcomer.needs.clone()];
    networks::seed_orientation(&tx, room, newcomer.weeks, (*person, *by), words).await?;
    Ok(tx.commit().await?)
}

/// Whom a network asked for contact, once all are there.
pub(super) async fn write_contacts(
    state: &State,
    known: &Known,
    network: &content::Network,
) -> Result<(), StartFault> {
    let key = &network.room.key;
    for contact in &network.contacts {
        let place = |key: &String| known.issues.get(key).copied();
        let (Some(own), Some(other)) = (place(key), place(&contact.network)) else {
            return Err(unknown(key));
        };
        let at = ago(state, contact.days_ago);
        let scope = Scope::worker(TenantSet::of([own.0, other.0]), at);
        let tx = state.db.begin(&scope).await?;
        let asker = issues::read::find_invited(&tx, own.1).await?;
        let asked = issues::read::find_invited(&tx, other.1).await?;
        let (Some(asker), Some(asked)) = (asker, asked) else {
            return Err(unknown(key));
        };
        let tie = ties::asked_in(&tx, &asker, &asked, &contact.motivation)
            .await
            .map_err(|fault| refused(key, fault))?;
        if let Some(words) = &contact.answer {
            ties::answered_in(&tx, tie, words)
                .await
                .map_err(|fault| refused(key, fault))?;
        }
        tx.commit().await?;
        if let Some(talk) = &contact.talk {
            write_talk(state, known, &asker, tie, talk).await?;
        }
    }
    Ok(())
}

/// The room of two networks, and who came into it.
async fn write_talk(
    state: &State,
    known: &Known,
    asker: &Issue,
    tie: TieId,
    talk: &content::JointTalk,
) -> Result<(), StartFault> {
    let person = |key: &String| known.people.get(key).cloned().ok_or_else(|| unknown(key));
    let [proposer, answerer] = [person(&talk.by[0])?, person(&talk.by[1])?];
    let everywhere = TenantSet::of(known.tenants.values().copied());
    let scope = Scope {
        person: Some(answerer.0),
        ..Scope::worker(everywhere, ago(state, talk.days_ago))
    };
    let ahead = Duration::from_secs_f64(talk.days_ahead * 86_400.0);
    let text = ties::TalkText {
        subject: talk.subject.clone(),
        purpose: talk.purpose.clone(),
        ends_at: state.clock.now().plus(ahead),
    };
    let wrong = |fault| refused(&talk.subject, fault);
    let tx = state.db.begin(&scope).await?;
    let id = ties::proposed_in(&tx, tie, asker, proposer.0, &text)
        .await
        .map_err(wrong)?;
    let room = ties::accepted_in(&tx, &scope, &state.secrets, (id, answerer.0))
        .await
        .map_err(wrong)?;
    for key in &talk.came {
        let (person, shown_name) = person(key)?;
        let admission = Admission {
            tenant: asker.tenant,
            issue: room,
            person,
            role: IssueRole::Participant,
            capacity: Capacity::Personal,
            organisation: None,
            shown_name,
            perspective: None,
            ends_at: None,
        };
        issues::admit(&tx, &admission).await?;
    }
    Ok(tx.commit().await?)
}

fn charter(
    state: &State,
    known: &Known,
    network: &content::Network,
) -> Result<NetworkText, db::DbFault> {
    let room = text_of(known, &network.room, state)?;
    Ok(NetworkText {
        kind: NetworkKind::from_name(&network.kind)?,
        name: room.title,
        purpose: room.core_question,
        mandate: room.why_now,
        about: room.background,
        house_rules: network.house_rules.clone(),
        target_size: network.target_size,
        visibility: room.visibility,
        planned_end: room.planned_end,
        terms: room.terms,
        vacancies: room.perspectives,
    })
}

//! Whom one may find and who was asked: so that the directory, the suggestions and every list of invitations have life.

use std::time::Duration;

use invitations::{
    Acceptance, Answer, DeliveryState, HallWish, Invited, Invitee, Limits, NewPlan, Rhythm,
    token_for,
};
use issues::NewBriefing;
use jiff::tz::TimeZone;
use kernel::{InvitationId, Locale, PersonId, Scope, TenantId, TenantRole, TenantSet, Timestamp};
use platform::grants::{self, Container};
use platform::tenants;

use super::{Known, ago, refused, together, unknown};
use crate::demo::content::{self, Became};
use crate::{StartFault, State};

/// Who was told first of an issue, and whether its organisation keeps who is asked for it.
pub async fn write_profile(
    state: &State,
    known: &Known,
    issue: &content::Issue,
) -> Result<(), StartFault> {
    let Some((tenant, id)) = known.issues.get(&issue.key).copied() else {
        return Err(unknown(&issue.key));
    };
    let scope = Scope::worker(TenantSet::one(tenant), state.clock.now());
    let tx = state.db.begin(&scope).await?;
    let found = issues::read::find_invited(&tx, id)
        .await?
        .ok_or_else(|| unknown(&issue.key))?;
    for briefing in &issue.briefings {
        let new = NewBriefing {
            name: briefing.name.clone(),
            told_at: briefing.told_days_ago.map(|days| ago(state, days)),
        };
        issues::add_briefing(&tx, &found, new).await?;
    }
    if let Some(name) = &issue.kept_as {
        issues::keep_composition(&tx, &found, name).await?;
    }
    tx.commit().await?;
    if let Some(evaluation) = &issue.evaluation {
        together::write_evaluation(state, known, &found, evaluation).await?;
    }
    if let Some(agreement) = &issue.agreement {
        together::write_agreement(state, known, &found, agreement).await?;
    }
    if let Some(map) = &issue.map {
        together::write_map(state, &found, map).await?;
    }
    Ok(())
}

/// Invitations in every state that a list can show.
pub async fn write_invitations(state: &State, known: &Known) -> Result<(), StartFault> {
    for invitation in content::invitations() {
        let id = ask(state, known, &invitation).await?;
        respond(state, known, &invitation, id).await?;
    }
    Ok(())
}

pub(super) fn person_of(known: &Known, key: &str) -> Result<PersonId, StartFault> {
    known
        .people
        .get(key)
        .map(|(person, _)| *person)
        .ok_or_else(|| unknown(key))
}

async fn ask(
    state: &State,
    known: &Known,
    invitation: &content::Invitation,
) -> Result<InvitationId, StartFault> {
    let (tenant, issue) = known
        .issues
        .get(&invitation.issue)
        .copied()
        .ok_or_else(|| unknown(&invitation.issue))?;
    let inviter = person_of(known, &invitation.by)?;
    let person = match &invitation.person {
        Some(key) => Some(person_of(known, key)?),
        None => None,
    };
    let scope = inviting(state, inviter, tenant, invitation.days_ago).await?;
    let tx = state.db.begin_with_keys(&scope, person).await?;
    let invitee = Invitee {
        person,
        email: invitation.email.clone(),
        text: Some(invitation.text.clone()),
    };
    let asked = invitations::invite(&tx, &scope, &state.secrets, issue, invitee)
        .await
        .map_err(|fault| refused("invitations", fault))?;
    let Invited::Sent(id) = asked else {
        return Err(unknown(&format!("invitation to {}", invitation.issue)));
    };
    let delivery = match invitation.became {
        Became::Undelivered => DeliveryState::Refused,
        Became::Sent | Became::Accepted | Became::Declined | Became::Later => DeliveryState::Sent,
    };
    invitations::note_delivery(&tx, id, delivery).await?;
    tx.commit().await?;
    Ok(id)
}

/// Somebody at the moment of asking or answering, with the role that holds in the organisation.
pub(super) async fn inviting(
    state: &State,
    inviter: PersonId,
    tenant: TenantId,
    days_ago: f64,
) -> Result<Scope, StartFault> {
    let scope = Scope {
        person: Some(inviter),
        ..Scope::worker(TenantSet::one(tenant), state.clock.now())
    };
    let sql = state.db.read(&scope);
    let role = grants::role_of(&sql, inviter, Container::Tenant(tenant)).await?;
    Ok(Scope {
        role: role.as_deref().and_then(TenantRole::from_name),
        now: ago(state, days_ago),
        ..scope
    })
}

async fn respond(
    state: &State,
    known: &Known,
    invitation: &content::Invitation,
    id: InvitationId,
) -> Result<(), StartFault> {
    let token = token_for(&state.secrets, id, 1);
    let person = match &invitation.person {
        Some(key) => Some(person_of(known, key)?),
        None => None,
    };
    let at = ago(state, invitation.answered_days_ago.unwrap_or_default());
    let scope = Scope {
        person,
        ..Scope::worker(TenantSet::default(), at)
    };
    let (db, secrets) = (&state.db, &state.secrets);
    let reason = invitation.reason.as_deref();
    let answered = match invitation.became {
        Became::Sent | Became::Undelivered => Ok(()),
        Became::Accepted => {
            invitations::accept(&scope, db, secrets, &token, &Acceptance::default())
                .await
                .map(drop)
        }
        Became::Declined => {
            invitations::decline(&scope, db, secrets, &token, Answer::No, reason).await
        }
        Became::Later => {
            invitations::decline(&scope, db, secrets, &token, Answer::Later, reason).await
        }
    };
    answered.map_err(|fault| refused("invitations", fault))
}

/// Those who were not asked and want to take part: one who waits, one who objects, one who was refused.
pub async fn write_hands(state: &State, known: &Known) -> Result<(), StartFault> {
    let limits = Limits::new(&state.clock);
    for hand in content::hands() {
        let (tenant, issue) = known
            .issues
            .get(&hand.issue)
            .copied()
            .ok_or_else(|| unknown(&hand.issue))?;
        let person = person_of(known, &hand.person)?;
        let db = &state.db;
        let own = inviting(state, person, tenant, hand.days_ago).await?;
        let raised = invitations::raise(&own, db, &limits, issue, &hand.text)
            .await
            .map_err(|fault| refused("hands", fault))?;
        if let (Some(reason), Some(days)) = (&hand.reason, hand.answered_days_ago) {
            let by = person_of(known, &hand.by)?;
            let answering = inviting(state, by, tenant, days).await?;
            invitations::refuse(&answering, db, (issue, raised.id), reason)
                .await
                .map_err(|fault| refused("hands", fault))?;
        }
        if let (Some(objection), Some(days)) = (&hand.objection, hand.objected_days_ago) {
            let objecting = inviting(state, person, tenant, days).await?;
            invitations::object(&objecting, db, issue, objection)
                .await
                .map_err(|fault| refused("hands", fault))?;
        }
    }
    Ok(())
}

/// One organisation that picks an issue up together with its owner, and one question that waits.
pub async fn write_joins(state: &State, known: &Known) -> Result<(), StartFault> {
    let (db, secrets) = (&state.db, &state.secrets);
    for join in content::joins() {
        let found = known.issues.get(&join.issue).copied();
        let (tenant, issue) = found.ok_or_else(|| unknown(&join.issue))?;
        let by = person_of(known, &join.by)?;
        let asking = inviting(state, by, tenant, join.days_ago).await?;
        let owner = tenants::by_ids(&db.read(&asking), [tenant]).await?;
        let owner = owner.first().ok_or_else(|| unknown(&join.issue))?;
        let ask = joins::NewAsk {
            owner: owner.slug.clone(),
            issue,
            organisation: join.organisation.clone(),
            motivation: join.text.clone(),
        };
        let asked = joins::ask(&asking, db, secrets, None, &ask)
            .await
            .map_err(|fault| refused("joins", fault))?;
        if let (Some(person), Some(days)) = (&join.accepted_by, join.accepted_days_ago) {
            let person = person_of(known, person)?;
            let there = tenants::by_slug(&db.read(&asking), &join.organisation).await?;
            let there = there.ok_or_else(|| unknown(&join.organisation))?;
            let answering = inviting(state, person, there.id, days).await?;
            joins::accept(&answering, db, asked)
                .await
                .map_err(|fault| refused("joins", fault))?;
        }
    }
    Ok(())
}

/// Lists of which the first were asked, and the others wait for their turn.
pub async fn write_waves(state: &State, known: &Known) -> Result<(), StartFault> {
    let limits = Limits::new(&state.clock);
    for list in content::waves() {
        let (tenant, issue) = known
            .issues
            .get(&list.issue)
            .copied()
            .ok_or_else(|| unknown(&list.issue))?;
        let by = person_of(known, &list.by)?;
        let scope = inviting(state, by, tenant, list.days_ago).await?;
        let invitees = list.invitees.into_iter().map(|one| {
            let person = one.person.map(|key| person_of(known, &key)).transpose()?;
            Ok(Invitee {
                person,
                email: one.email,
                text: Some(one.text),
            })
        });
        let new = NewPlan {
            issue,
            rhythm: Rhythm {
                size: list.size,
                wait_days: list.wait_days,
                enough: list.enough,
                locale: Locale::Nl,
            },
            invitees: invitees.collect::<Result<_, StartFault>>()?,
        };
        invitations::plan(&scope, &state.db, &state.secrets, &limits, None, new)
            .await
            .map_err(|fault| refused("waves", fault))?;
    }
    Ok(())
}

/// Links on the walls of halls.
pub async fn write_halls(state: &State, known: &Known) -> Result<(), StartFault> {
    for hall in content::halls() {
        let (tenant, issue) = known
            .issues
            .get(&hall.issue)
            .copied()
            .ok_or_else(|| unknown(&hall.issue))?;
        let by = person_of(known, &hall.by)?;
        let scope = inviting(state, by, tenant, hall.days_ago).await?;
        let wish = HallWish {
            place: hall.place,
            limit: hall.limit,
            ends_at: evening(state.clock.now(), hall.days_ahead),
            approval: hall.approval,
        };
        invitations::make_hall_link(&scope, &state.db, &state.secrets, None, issue, &wish)
            .await
            .map_err(|fault| refused("halls", fault))?;
    }
    Ok(())
}

/// Ten o'clock in the evening in the Netherlands, so many days from now.
pub(super) fn evening(now: Timestamp, days: u64) -> Timestamp {
    let later = now.plus(Duration::from_secs(days * 24 * 3_600));
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    let time = later
        .zoned(zone)
        .with()
        .hour(22)
        .minute(0)
        .second(0)
        .build();
    time.map_or(later, |time| time.timestamp().into())
}

//! What is handed over, as JSON.

use std::collections::HashMap;

use issues::{Issue, IssueKind};
use kernel::{HandoverId, IssueId, PersonId, TenantId, Timestamp};
use platform::{PersonRef, Secrets};
use serde::{Deserialize, Serialize};

use crate::model::{Handover, HandoverSide, HandoverState};
use crate::offer::NewHandover;
use crate::policy;
use crate::read::Passable;

/// An issue or network that passes from one to another.
#[derive(Serialize, utoipa::ToSchema)]
pub struct HandoverRoom {
    pub id: IssueId,
    pub title: String,
    pub kind: IssueKind,
}

impl From<&Issue> for HandoverRoom {
    fn from(room: &Issue) -> Self {
        Self {
            id: room.id,
            title: room.title.clone(),
            kind: room.kind,
        }
    }
}

/// What somebody offers a colleague.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct HandoverView {
    pub id: HandoverId,
    /// Whether the reader gives or is asked to take.
    pub side: HandoverSide,
    /// The name of the other.
    pub name: String,
    pub rooms: Vec<HandoverRoom>,
    /// Also that of owner of the organisation.
    pub ownership: bool,
    /// The giver goes on taking part in the rooms.
    pub stays: bool,
    pub words: String,
    pub state: HandoverState,
    /// Why not.
    pub reason: Option<String>,
    pub offered_at: Timestamp,
    pub changed_at: Timestamp,
    /// When it is forgotten, answered or not.
    pub until: Timestamp,
    pub can: HandoverCan,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct HandoverCan {
    pub answer: bool,
    pub withdraw: bool,
}

impl HandoverView {
    /// None to whoever is neither of the two.
    pub(crate) fn of(
        handover: Handover,
        reader: PersonId,
        rooms: &HashMap<IssueId, Issue>,
        names: &HashMap<PersonId, String>,
    ) -> Option<Self> {
        let side = handover.side_of(reader)?;
        let other = match side {
            HandoverSide::Giver => handover.taker,
            HandoverSide::Taker => handover.giver,
        };
        let can = HandoverCan {
            answer: policy::may_answer(reader, &handover).is_ok(),
            withdraw: policy::may_withdraw(reader, &handover).is_ok(),
        };
        let named = handover.rooms.iter().filter_map(|id| rooms.get(id));
        Some(Self {
            id: handover.id,
            side,
            name: names.get(&other).cloned().unwrap_or_default(),
            rooms: named.map(HandoverRoom::from).collect(),
            ownership: handover.ownership,
            stays: handover.stays,
            until: handover.changed_at.plus(Handover::KEPT),
            words: handover.words,
            state: handover.state,
            reason: handover.reason,
            offered_at: handover.offered_at,
            changed_at: handover.changed_at,
            can,
        })
    }
}

/// What a colleague offers the reader, of any organisation.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WaitingHandover {
    pub id: HandoverId,
    /// The organisation's slug.
    pub tenant: String,
    pub tenant_name: String,
    /// Who offers it.
    pub name: String,
    pub offered_at: Timestamp,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct WaitingHandoverList {
    pub items: Vec<WaitingHandover>,
}

/// An issue or network that the reader may pass on.
#[derive(Serialize, utoipa::ToSchema)]
pub struct PassableRoom {
    #[serde(flatten)]
    pub room: HandoverRoom,
    /// Nobody else goes on running it.
    pub alone: bool,
}

/// Somebody who can be asked.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Colleague {
    pub person: PersonRef,
    pub name: String,
    /// The reader.
    pub you: bool,
}

/// What the reader handed over and was offered here, and what can be passed on to whom.
#[derive(Serialize, utoipa::ToSchema)]
pub struct HandoverList {
    /// What changed last first.
    pub items: Vec<HandoverView>,
    /// What the reader runs.
    pub own: Vec<PassableRoom>,
    /// What nobody runs any more; for owners of the organisation.
    pub left: Vec<HandoverRoom>,
    /// The reader owns the organisation, and may pass that on.
    pub owner: bool,
    /// None for whoever has nothing to pass on.
    pub colleagues: Vec<Colleague>,
}

impl HandoverList {
    pub(crate) fn of(
        items: Vec<HandoverView>,
        passable: &Passable,
        owner: bool,
        colleagues: Vec<Colleague>,
    ) -> Self {
        let own = passable.own.iter().map(|(room, alone)| PassableRoom {
            room: room.into(),
            alone: *alone,
        });
        Self {
            items,
            own: own.collect(),
            left: passable.left.iter().map(HandoverRoom::from).collect(),
            owner,
            colleagues,
        }
    }
}

/// Whom one asks to take what.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoverForm {
    /// At most 25.
    #[serde(default)]
    rooms: Vec<IssueId>,
    /// Also that of owner of the organisation.
    #[serde(default)]
    ownership: bool,
    /// The giver goes on taking part in the rooms.
    #[serde(default)]
    stays: bool,
    #[schema(value_type = String, format = Uuid)]
    taker: PersonRef,
    /// For the colleague; at most 1,000 characters.
    #[serde(default)]
    words: String,
}

impl HandoverForm {
    pub(crate) fn within(self, tenant: TenantId, secrets: &Secrets) -> NewHandover {
        NewHandover {
            rooms: self.rooms,
            ownership: self.ownership,
            stays: self.stays,
            taker: self.taker.person(tenant, secrets),
            words: self.words,
        }
    }
}

/// A no.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoverRefusalForm {
    /// For who offered it; at most 1,000 characters.
    pub reason: String,
}

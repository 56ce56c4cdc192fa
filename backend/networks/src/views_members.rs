//! The path of a member as JSON.

use std::collections::HashMap;

use kernel::{IssueId, IssueRole, Page, PersonId, Timestamp};
use platform::{PersonRef, References, Secrets};
use serde::{Deserialize, Serialize};

use crate::orientation::Seen;
use crate::policy::{self, MayWalk};
use crate::read_members::Alumnus;
use crate::standing::{Frequency, Heard, Member, Said, Side, Standing, View, Wish};

/// What those who run a network see of somebody in it: coarse words, no number and no order but by name.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NetworkMemberView {
    pub person: PersonRef,
    pub name: String,
    pub role: IssueRole,
    pub standing: Standing,
    /// When the orientation or the rest ends.
    pub until: Option<Timestamp>,
    /// When they wrote here last.
    pub last_heard: Heard,
    /// How often this organisation asked them for something else, in a year.
    pub asked: Frequency,
    /// How often they spoke here, in a year.
    pub spoke: Frequency,
}

impl NetworkMemberView {
    pub(crate) fn of(member: Member, refs: &References) -> Self {
        Self {
            person: refs.to(member.person),
            name: member.name,
            role: member.role,
            standing: member.standing,
            until: member.until,
            last_heard: member.heard,
            asked: member.asked,
            spoke: member.spoke,
        }
    }
}

/// Where the asker stands, and what they can do with it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OwnStandingView {
    /// All that those who run the network see of the asker.
    pub seen: NetworkMemberView,
    pub may_rest: bool,
    /// The asker runs the network, and sees where the others stand.
    pub may_see_members: bool,
}

impl OwnStandingView {
    pub(crate) fn of(permit: MayWalk, own: Member, secrets: &Secrets) -> Self {
        let refs = References::within(permit.tenant, secrets);
        Self {
            may_see_members: permit.runs,
            may_rest: policy::may_rest(permit, own.standing).is_ok(),
            seen: NetworkMemberView::of(own, &refs),
        }
    }
}

/// Somebody who left, and would like to stay in contact.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AlumnusView {
    pub person: PersonRef,
    pub name: String,
    /// Those who run the network wish it too.
    pub agreed: bool,
    /// Where they may be reached; only when both sides wish it.
    pub address: Option<String>,
    /// When the contact is forgotten.
    pub ends_at: Timestamp,
}

/// A page of a network's members by name, for who runs it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NetworkMemberList {
    pub items: Vec<NetworkMemberView>,
    pub next: Option<String>,
    /// With the first page.
    pub alumni: Vec<AlumnusView>,
    /// How many weeks whoever comes in is in orientation; none when there is no such thing here.
    pub first_weeks: Option<i64>,
}

pub(crate) fn members(
    refs: &References,
    found: Page<Member>,
    alumni: Vec<Alumnus>,
    mut addresses: HashMap<PersonId, String>,
    first_weeks: Option<i64>,
) -> NetworkMemberList {
    let found = found.map(|one| NetworkMemberView::of(one, refs));
    let alumni = alumni
        .into_iter()
        .map(|one| AlumnusView {
            person: refs.to(one.person),
            address: addresses.remove(&one.person).filter(|_| one.agreed),
            name: one.name,
            agreed: one.agreed,
            ends_at: one.ends_at,
        })
        .collect();
    NetworkMemberList {
        items: found.items,
        next: found.next.map(|next| next.as_str().to_owned()),
        alumni,
        first_weeks,
    }
}

/// How long whoever comes in is in orientation.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrientationWeeksForm {
    /// 2 to 26; none for no orientation.
    pub weeks: Option<i64>,
}

/// Until when somebody rests.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RestForm {
    /// A year away at most; none for until it is taken back.
    pub until: Option<Timestamp>,
}

/// How somebody leaves.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FarewellForm {
    /// Whether those who run the network may stay in contact, when they wish it too.
    pub keep_contact: bool,
}

/// What one side says of an orientation.
#[derive(Serialize, utoipa::ToSchema)]
pub struct OrientationSide {
    pub well: String,
    pub needs: String,
    wish: Option<Wish>,
}

impl OrientationSide {
    fn of(view: &View) -> Self {
        Self {
            well: view.said.well.clone(),
            needs: view.said.needs.clone(),
            wish: view.wish,
        }
    }
}

/// An orientation, as one of its two sides sees it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrientationView {
    pub ends_at: Timestamp,
    /// It is the asker's own.
    pub is_own: bool,
    pub own: Option<OrientationSide>,
    /// None as well for as long as the asker may not read it.
    pub other: Option<OrientationSide>,
    /// The other side has answered.
    pub other_answered: bool,
    pub may_answer: bool,
    pub may_decide: bool,
    pub is_decided: bool,
}

impl OrientationView {
    pub(crate) fn of(seen: &Seen, now: Timestamp) -> Self {
        let Seen {
            side, orientation, ..
        } = seen;
        let side = *side;
        let other = orientation.of(match side {
            Side::Newcomer => Side::Network,
            Side::Network => Side::Newcomer,
        });
        Self {
            ends_at: orientation.ends_at,
            is_own: side == Side::Newcomer,
            own: orientation.of(side).map(OrientationSide::of),
            other: other
                .filter(|_| orientation.is_revealed(now))
                .map(OrientationSide::of),
            other_answered: other.is_some(),
            may_answer: orientation.may_answer(side, now),
            may_decide: orientation.may_wish(side, now),
            is_decided: orientation.is_decided,
        }
    }
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrientationForm {
    /// At most 2,000 characters.
    pub well: String,
    /// What should be otherwise; at most 2,000 characters.
    #[serde(default)]
    pub needs: String,
}

impl From<OrientationForm> for Said {
    fn from(form: OrientationForm) -> Self {
        Self {
            well: form.well,
            needs: form.needs,
        }
    }
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrientationWishForm {
    pub(crate) wish: Wish,
}

/// A network that somebody left and stays in contact with, or would like to.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OwnAlumnusView {
    pub network: IssueId,
    pub name: String,
    /// Both sides wish it.
    pub agreed: bool,
    pub ends_at: Timestamp,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct OwnAlumnusList {
    pub items: Vec<OwnAlumnusView>,
}

impl From<(Alumnus, String)> for OwnAlumnusView {
    fn from((one, name): (Alumnus, String)) -> Self {
        Self {
            network: one.network,
            name,
            agreed: one.agreed,
            ends_at: one.ends_at,
        }
    }
}

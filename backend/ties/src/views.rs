//! What is between networks, as JSON.

use issues::Issue;
use kernel::{IssueId, TieId, Timestamp};
use networks::{Network, NetworkKind};
use platform::tenants::Tenant;
use serde::{Deserialize, Serialize};

use crate::come_along::Coming;
use crate::model::{Tie, TieSide, TieState, is_over};
use crate::policy::{self, Decides};
use crate::policy_talks;
use crate::read::Named;

/// A network, as far as another may know of it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OtherNetwork {
    pub id: IssueId,
    /// The slug of its organisation.
    pub tenant: String,
    pub tenant_name: String,
    pub name: String,
    pub purpose: String,
    pub kind: NetworkKind,
    /// Whether the asker may read its charter.
    pub readable: bool,
}

impl OtherNetwork {
    pub(crate) fn of(named: &Named) -> Self {
        Self::told(&named.room, named.kind, &named.owner, named.readable)
    }

    fn told(room: &Issue, kind: NetworkKind, owner: &Tenant, readable: bool) -> Self {
        Self {
            id: room.id,
            tenant: owner.slug.clone(),
            tenant_name: owner.name.clone(),
            name: room.title.clone(),
            purpose: room.core_question.clone(),
            kind,
            readable,
        }
    }

    /// One that its reader may read.
    pub(crate) fn readable(network: &Network, owner: &Tenant) -> Self {
        Self::told(&network.room, network.charter.kind, owner, true)
    }

    pub(crate) fn candidate(
        id: IssueId,
        named: (String, String),
        kind: NetworkKind,
        owner: &Tenant,
    ) -> Self {
        Self {
            id,
            tenant: owner.slug.clone(),
            tenant_name: owner.name.clone(),
            name: named.0,
            purpose: named.1,
            kind,
            readable: true,
        }
    }
}

/// What is between this network and another.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TieView {
    pub id: TieId,
    /// Which of the two the network of the path is.
    pub side: TieSide,
    pub state: TieState,
    /// None while the asker may not read it and the two are not in contact.
    pub other: Option<OtherNetwork>,
    /// Why it was asked; to those who run one of the two.
    pub motivation: Option<String>,
    /// What was said to a yes or a no, or on going; to those who run one of the two.
    pub reason: Option<String>,
    pub ended_by: Option<TieSide>,
    pub asked_at: Timestamp,
    pub changed_at: Timestamp,
    /// One of the two goes up into the other; to those who run one of the two.
    pub merge: Option<TieMerge>,
    pub can: TieCan,
}

/// One network goes up into another.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TieMerge {
    /// Which one closes.
    pub side: TieSide,
    pub reason: String,
    /// Until when its people are asked to come along; none while the other has not said yes.
    pub until: Option<Timestamp>,
    /// It has closed.
    pub done: bool,
}

#[derive(Default, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TieCan {
    pub answer: bool,
    pub withdraw: bool,
    pub end: bool,
    /// Propose to go up into the other.
    pub merge: bool,
    /// Take the other in.
    pub take_in: bool,
    pub call_off: bool,
    /// Propose a joint conversation.
    pub talk: bool,
}

/// What is between a network and others.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TieList {
    pub items: Vec<TieView>,
    /// The asker runs the network, and sees also what is asked.
    pub runs: bool,
    /// It may ask another one now.
    pub may_ask: bool,
}

impl TieView {
    /// As those who run the network see it.
    pub(crate) fn for_who_runs(
        tie: Tie,
        own: Decides,
        own_room: &Issue,
        other: &Named,
    ) -> Option<Self> {
        let side = tie.side_of(own.network)?;
        let told = other.readable || tie.is_known_to(side);
        let other_open = other.room.state.invites();
        let going = |at: TieSide| {
            let room = if at == side { own_room } else { &other.room };
            is_over(room.state)
        };
        let agreed = tie.merge.as_ref().filter(|merge| merge.until.is_some());
        let done = agreed.is_some_and(|merge| going(merge.side));
        let tied = tie.state == TieState::Tied;
        let can = TieCan {
            answer: policy::may_answer(own, &tie).is_ok(),
            withdraw: !tied && policy::may_end(own, &tie, done).is_ok(),
            end: tied && policy::may_end(own, &tie, done).is_ok(),
            merge: policy::may_merge(own, &tie, other_open).is_ok(),
            take_in: policy::may_take_in(own, &tie, other_open).is_ok(),
            call_off: policy::may_call_off(own, &tie, done).is_ok(),
            talk: policy_talks::may_propose(own, &tie, other_open).is_ok(),
        };
        let merge = tie.merge.map(|merge| TieMerge {
            side: merge.side,
            reason: merge.reason,
            until: merge.until,
            done,
        });
        Some(Self {
            id: tie.id,
            side,
            state: tie.state,
            other: told.then(|| OtherNetwork::of(other)),
            motivation: Some(tie.motivation),
            reason: tie.reason,
            ended_by: tie.ended_by,
            asked_at: tie.asked_at,
            changed_at: tie.changed_at,
            merge,
            can,
        })
    }

    /// As everybody in the network sees it: contacts with networks that they may read.
    pub(crate) fn for_who_is_in_it(tie: &Tie, network: IssueId, other: &Named) -> Option<Self> {
        let side = tie.side_of(network)?;
        (tie.state == TieState::Tied && other.readable).then(|| Self {
            id: tie.id,
            side,
            state: tie.state,
            other: Some(OtherNetwork::of(other)),
            motivation: None,
            reason: None,
            ended_by: None,
            asked_at: tie.asked_at,
            changed_at: tie.changed_at,
            merge: None,
            can: TieCan::default(),
        })
    }
}

/// Networks that may be asked for contact.
#[derive(Serialize, utoipa::ToSchema)]
pub struct TieCandidateList {
    pub items: Vec<OtherNetwork>,
    pub next: Option<String>,
}

/// Whom to ask for contact, and why.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TieForm {
    /// A network that the asker may read.
    pub network: IssueId,
    /// At most 1,000 characters; those who run the other read it.
    pub motivation: String,
}

/// Words for the other network.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TieReasonForm {
    /// At most 1,000 characters.
    pub reason: String,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TieEndForm {
    /// At most 1,000 characters.
    pub reason: Option<String>,
}

/// The network that one's own goes up into, and what one agrees with on coming along.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MergeQuestion {
    pub into: OtherNetwork,
    pub reason: String,
    /// Safe HTML; empty when there is nothing to agree with.
    pub house_rules_html: String,
    pub rules_version: i64,
    pub until: Timestamp,
    /// Whether one can still come along.
    pub asked: bool,
    /// The asker is in the other.
    pub came_along: bool,
    /// The name that the asker goes by in their own network.
    pub shown_name: String,
}

/// Whether the network goes up into another; for who is in it.
#[derive(Serialize, utoipa::ToSchema)]
pub struct MergeView {
    pub question: Option<MergeQuestion>,
}

/// Coming along into the other network.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeForm {
    /// The version of the house rules that one agrees with; needed when it has some.
    pub rules: Option<i64>,
    /// The name to be known by there, at most 80 characters; as in one's own network when left out.
    pub name: Option<String>,
}

impl From<MergeForm> for Coming {
    fn from(form: MergeForm) -> Self {
        Self {
            rules: form.rules,
            name: form.name,
        }
    }
}

/// Where a network that closed went.
#[derive(Serialize, utoipa::ToSchema)]
pub struct SuccessorView {
    /// None when it went nowhere, or where the asker may not read.
    pub network: Option<OtherNetwork>,
}

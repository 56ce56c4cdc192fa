//! Invitations as JSON. A perspective is offered here, and never told.

use std::collections::HashMap;

use db::{DbFault, Sql};
use identity::read::PersonCard;
use issues::{Capacity, GapWord, Need, Perspective};
use kernel::{
    InvitationId, IssueId, IssueRole, Locale, PersonId, PerspectiveId, Scope, TenantId, TenantRole,
    Timestamp,
};
use networks::{Entrance, NetworkKind};
use people::FacetKind;
use platform::tenants::{Tenant, TermView};
use platform::{PersonRef, Secrets};
use serde::{Deserialize, Serialize};

use crate::accept::{Acceptance, Accepted};
use crate::invite::{Invited, Invitee};
use crate::look::Look;
use crate::model::{DeliveryState, Invitation, InvitationState};
use crate::suggest::Suggestion;
use crate::token;
use crate::waiting::Waiting;

/// Somebody who could be asked, and why.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SuggestionView {
    pub person: PersonRef,
    pub name: String,
    pub reasons: Vec<SuggestionReason>,
    /// What they have seen and done, in their own words.
    pub experience: Option<String>,
    /// Which languages they speak, as ISO 639 codes.
    pub languages: Vec<&'static str>,
    /// This organisation asked them often this year.
    pub asked_often: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct SuggestionReason {
    pub kind: FacetKind,
    pub term: TermView,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct SuggestionList {
    pub items: Vec<SuggestionView>,
}

impl SuggestionView {
    pub fn of(found: Suggestion, scope: &Scope, secrets: &Secrets) -> Option<Self> {
        let tenant = scope.tenants.only()?;
        Some(Self {
            person: PersonRef::of(found.person, tenant, secrets),
            name: found.name,
            reasons: found
                .reasons
                .iter()
                .map(|(term, kind)| SuggestionReason {
                    kind: *kind,
                    term: TermView::of(term, scope.locale),
                })
                .collect(),
            experience: found.profile.experience,
            languages: found.profile.languages.codes().to_vec(),
            asked_often: found.asked_often,
        })
    }
}

/// People to ask.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InviteForm {
    /// One to fifty.
    pub invitees: Vec<InviteeForm>,
    /// Participant when left out.
    pub role: Option<IssueRole>,
    /// The language of the mails to addresses; the asker's when left out.
    pub locale: Option<Locale>,
    /// For guests: when taking part ends by itself, at most a year from now.
    pub until: Option<Timestamp>,
}

/// A person or an e-mail address, never both.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InviteeForm {
    pub person: Option<PersonRef>,
    pub email: Option<String>,
    /// What the asker says to this one.
    pub text: Option<String>,
}

impl InviteeForm {
    /// As the asker means it: references to people are the organisation's own.
    pub fn meant(self, tenant: TenantId, secrets: &Secrets) -> Invitee {
        Invitee {
            person: self.person.map(|person| person.person(tenant, secrets)),
            email: self.email,
            text: self.text,
        }
    }
}

/// A colleague to ask into the organisation.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ColleagueForm {
    pub email: String,
    pub role: TenantRole,
    pub text: Option<String>,
}

/// What became of asking one of them.
#[derive(Clone, Copy, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InviteOutcome {
    Sent,
    AlreadyInvited,
    TakesPart,
    /// The address asked never to be mailed again.
    NeverAgain,
    /// Was asked often enough, or cannot be asked.
    NotAvailable,
}

impl InviteOutcome {
    pub const fn of(became: &Invited) -> Self {
        match became {
            Invited::Sent(_) => Self::Sent,
            Invited::AlreadyInvited => Self::AlreadyInvited,
            Invited::TakesPart => Self::TakesPart,
            Invited::NeverAgain => Self::NeverAgain,
            Invited::NotAvailable => Self::NotAvailable,
        }
    }
}

/// The answer for one invitee, in the order of the request.
#[derive(Serialize, utoipa::ToSchema)]
pub struct InviteResult {
    pub person: Option<PersonRef>,
    pub email: Option<String>,
    pub outcome: InviteOutcome,
    pub invitation: Option<InvitationId>,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct InviteResults {
    pub items: Vec<InviteResult>,
}

impl InviteResult {
    pub fn of(asked: (Option<PersonRef>, Option<String>), became: &Invited) -> Self {
        let invitation = match became {
            Invited::Sent(id) => Some(*id),
            _ => None,
        };
        Self {
            person: asked.0,
            email: asked.1,
            outcome: InviteOutcome::of(became),
            invitation,
        }
    }
}

/// An invitation, for whoever sent it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InvitationView {
    pub id: InvitationId,
    /// When a person was chosen; then there is no address.
    pub person: Option<PersonRef>,
    pub name: Option<String>,
    pub email: Option<String>,
    /// A role in the issue, or in the organisation.
    pub role: String,
    pub text: String,
    pub state: InvitationState,
    pub delivery: DeliveryState,
    /// Why not, or not now.
    pub reason: Option<String>,
    pub reminders: i64,
    pub sent_at: Timestamp,
    pub expires_at: Timestamp,
    /// Of a guest: when taking part ends by itself.
    pub until: Option<Timestamp>,
    pub answered_at: Option<Timestamp>,
    pub can: InvitationCan,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct InvitationCan {
    pub resend: bool,
    pub revoke: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct InvitationList {
    pub items: Vec<InvitationView>,
}

/// Invitations with the names of those who were chosen, in one more statement.
pub async fn invitation_views(
    sql: &impl Sql,
    scope: &Scope,
    secrets: &Secrets,
    invitations: Vec<Invitation>,
) -> Result<Vec<InvitationView>, DbFault> {
    let people: Vec<PersonId> = invitations.iter().filter_map(|it| it.person).collect();
    let cards = identity::read::people_by_ids(sql, &people).await?;
    Ok(invitations
        .into_iter()
        .map(|it| InvitationView::of(it, scope, secrets, &cards))
        .collect())
}

impl InvitationView {
    fn of(
        it: Invitation,
        scope: &Scope,
        secrets: &Secrets,
        cards: &HashMap<PersonId, PersonCard>,
    ) -> Self {
        let state = it.state_at(scope.now);
        let open = matches!(
            state,
            InvitationState::Sent | InvitationState::Later | InvitationState::Expired
        );
        let name = it.person.and_then(|person| cards.get(&person));
        Self {
            id: it.id,
            person: it
                .person
                .map(|person| PersonRef::of(person, it.tenant, secrets)),
            name: name.map(|card| card.name.clone()),
            email: it.person.is_none().then_some(it.address),
            role: it.target.role().to_owned(),
            text: it.text,
            state,
            delivery: it.delivery,
            reason: it.reason,
            reminders: it.reminders,
            sent_at: it.created_at,
            expires_at: it.expires_at,
            until: it.target.until(),
            answered_at: it.answered_at,
            can: InvitationCan {
                resend: open && it.target.expires_at(scope.now) > scope.now,
                revoke: open || state == InvitationState::Declined,
            },
        }
    }
}

/// What the link of an invitation shows.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LookView {
    pub state: InvitationState,
    /// Who asks.
    pub inviter: String,
    pub organisation: OrganisationView,
    /// The joined organisation in whose name it is asked, when that is another.
    pub asks_for: Option<String>,
    /// None: it asks for the organisation itself.
    pub issue: Option<AskedIssue>,
    /// A role in the issue, or in the organisation.
    pub role: String,
    /// What the inviter says.
    pub text: String,
    /// Enough of the invited address for its owner to know it.
    pub address_hint: String,
    pub expires_at: Timestamp,
    /// The asker comes in as a guest: when taking part ends by itself.
    pub until: Option<Timestamp>,
    pub can: LookCan,
}

/// For whom, and how to check it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrganisationView {
    pub slug: String,
    pub name: String,
    pub colour: String,
    pub contact_email: String,
    pub contact_phone: String,
}

/// What it is about.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AskedIssue {
    pub id: IssueId,
    pub title: String,
    pub core_question: String,
    /// Why only one group is asked; empty where several are.
    pub why_one: String,
    /// What is needed, and what is welcome; the choice is the reader's, and nobody sees it.
    pub perspectives: Vec<OfferedPerspective>,
    /// Of a network only.
    pub entrance: Option<EntranceView>,
}

/// What stands at the door of a network.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EntranceView {
    pub kind: NetworkKind,
    /// Safe HTML; empty when there is nothing to agree with.
    pub house_rules_html: String,
    pub rules_version: i64,
}

impl From<Entrance> for EntranceView {
    fn from(entrance: Entrance) -> Self {
        Self {
            kind: entrance.kind,
            house_rules_html: entrance.house_rules_html,
            rules_version: entrance.rules_version,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct OfferedPerspective {
    pub id: PerspectiveId,
    pub name: String,
    /// What somebody who brings it has seen or done.
    pub experience: String,
    pub need: Need,
    pub gap: GapWord,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct LookCan {
    /// The asker is signed in, and is the one who was asked.
    pub accept: bool,
    pub decline: bool,
}

impl From<Tenant> for OrganisationView {
    fn from(tenant: Tenant) -> Self {
        Self {
            slug: tenant.slug,
            name: tenant.name,
            colour: tenant.colour,
            contact_email: tenant.contact_email,
            contact_phone: tenant.contact_phone,
        }
    }
}

impl From<Perspective> for OfferedPerspective {
    fn from(one: Perspective) -> Self {
        Self {
            id: one.id,
            name: one.name,
            experience: one.experience,
            need: one.need,
            gap: one.gap,
        }
    }
}

impl LookView {
    pub fn of(look: Look, now: Timestamp) -> Self {
        let invitation = look.invitation;
        let answerable = invitation.can_be_answered(now);
        let perspectives = look.perspectives.into_iter().map(OfferedPerspective::from);
        Self {
            state: invitation.state_at(now),
            inviter: look.inviter,
            organisation: look.tenant.into(),
            asks_for: look.asks_for.map(|asking| asking.name),
            issue: look.issue.map(|issue| AskedIssue {
                id: issue.id,
                title: issue.title,
                core_question: issue.core_question,
                why_one: issue.why_one,
                perspectives: perspectives.collect(),
                entrance: look.entrance.map(EntranceView::from),
            }),
            role: invitation.target.role().to_owned(),
            address_hint: invitation.address_hint(),
            until: invitation.target.until(),
            text: invitation.text,
            expires_at: invitation.expires_at,
            can: LookCan {
                accept: answerable && look.mine,
                decline: answerable,
            },
        }
    }
}

/// How the asker comes in.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptForm {
    pub perspective: Option<PerspectiveId>,
    /// Personal when left out.
    #[serde(default)]
    pub capacity: Capacity,
    /// The slug of an organisation that the asker is a member of; with the other capacities.
    pub organisation: Option<String>,
    /// The name to be known by in the issue; the asker's own when left out.
    pub name: Option<String>,
    /// The version of the house rules that the asker agrees with; needed where `entrance` tells of rules.
    pub rules: Option<i64>,
}

impl From<AcceptForm> for Acceptance {
    fn from(form: AcceptForm) -> Self {
        Self {
            perspective: form.perspective,
            capacity: form.capacity,
            organisation: form.organisation,
            name: form.name,
            rules: form.rules,
        }
    }
}

/// Where the asker came in.
#[derive(Serialize, utoipa::ToSchema)]
pub struct AcceptedView {
    pub tenant: String,
    pub issue: Option<IssueId>,
}

impl From<Accepted> for AcceptedView {
    fn from(accepted: Accepted) -> Self {
        Self {
            tenant: accepted.tenant,
            issue: accepted.issue,
        }
    }
}

#[derive(Clone, Copy, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DeclineAnswer {
    No,
    Later,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineForm {
    pub answer: DeclineAnswer,
    pub reason: Option<String>,
}

/// An invitation that waits for the asker.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MyInvitation {
    /// Leads to the page of the invitation.
    pub token: String,
    pub organisation: String,
    pub inviter: String,
    /// The issue's title; none when it asks for the organisation itself.
    pub title: Option<String>,
    pub expires_at: Timestamp,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct MyInvitationList {
    pub items: Vec<MyInvitation>,
}

impl MyInvitation {
    pub fn of(waiting: Waiting, secrets: &Secrets) -> Self {
        let Waiting {
            invitation,
            organisation,
            inviter,
            issue,
        } = waiting;
        Self {
            token: token::token_for(secrets, invitation.id, invitation.version),
            organisation,
            inviter,
            title: issue.map(|issue| issue.title),
            expires_at: invitation.expires_at,
        }
    }
}

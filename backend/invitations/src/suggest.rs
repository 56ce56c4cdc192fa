//! Whom to ask: people who opted in, ranked by what they know, care about and where they are at home.
//!
//! Promise: only whoever may invite is answered; nobody who is in, or was asked, or was asked enough
//! this month, or stands on a list of the asker already, is suggested; what is not shown to inviters plays no part.

use std::collections::HashSet;

use db::{Db, Sql};
use issues::{GapWord, Issue, IssueFault};
use kernel::{IssueId, IssueRole, PersonId, Scope, TermId};
use people::{FacetKind, ShownProfile};
use platform::looks::{self, Look, Looker, Sight};
use platform::taxonomy::{self, Term};

use crate::ranking::{Asked, Profile, Suggested, rank};
use crate::{InvitationFault, policy, read, read_waves};

const MOST: usize = 20;
const MOST_LOOKED_AT: u64 = 500;
const MONTH: u64 = 30;
const YEAR: u64 = 365;
/// From here on, somebody was asked often this year.
const OFTEN: i64 = 3;

/// Somebody to ask, as the inviter sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Suggestion {
    pub person: PersonId,
    pub name: String,
    /// What they show to whoever may invite.
    pub profile: ShownProfile,
    pub reasons: Vec<(Term, FacetKind)>,
    /// By this organisation, this year; no number.
    pub asked_often: bool,
}

pub(crate) async fn suggest(
    scope: &Scope,
    db: &Db,
    limits: &people::Limits,
    issue: IssueId,
) -> Result<Vec<Suggestion>, InvitationFault> {
    // It answers with people as the directory does, and counts as a question to it.
    limits.ask(scope.person.ok_or(InvitationFault::NotFound)?)?;
    let sql = db.read(scope);
    let issue = issues::read::find(&sql, issue)
        .await?
        .ok_or(IssueFault::NotFound)?;
    let permit = policy::may_invite(scope, &issue, IssueRole::Participant)?;
    let terms = taxonomy::terms_of(&sql).await?;
    let asked = asked_by(&sql, &issue, &terms).await?;
    let wanted = asked.terms().map(TermId::uuid).collect();
    let found = people::read::candidates(&sql, wanted, MOST_LOOKED_AT).await?;
    let mut ids: Vec<PersonId> = found.iter().map(|candidate| candidate.person).collect();
    let planned = read_waves::waiting_for_turn(&sql, permit.inviter, issue.id).await?;
    ids.retain(|person| *person != permit.inviter && !planned.contains(person));
    // How often somebody was asked counts everywhere.
    let sql = db.read_with_keys(scope, &ids);
    let free = free_to_ask(&sql, issue.id, ids).await?;
    let often = read::asked_since(&sql, &free, YEAR, false).await?;
    let profiles = found
        .into_iter()
        .filter(|candidate| free.contains(&candidate.person))
        .map(|candidate| Profile {
            asked: often.get(&candidate.person).copied().unwrap_or(0),
            person: candidate.person,
            facets: candidate.facets,
        })
        .collect();
    let ranked = rank(profiles, &asked, issue.id.uuid().as_u128());
    let mut shown = shown(&sql, ranked, &terms).await?;
    tell_more(&sql, &mut shown).await?;
    let looker = Looker::in_issue(scope, issue.role);
    let people = shown.iter().map(|suggestion| suggestion.person);
    let looks = Look::at(permit.tenant, Sight::Suggestions, looker, people);
    looks::note(db, scope, looks).await?;
    Ok(shown)
}

async fn asked_by(sql: &impl Sql, issue: &Issue, terms: &[Term]) -> Result<Asked, InvitationFault> {
    let own = issues::read::terms_of(sql, [issue.id]).await?;
    let own: Vec<TermId> = own
        .get(&issue.id)
        .into_iter()
        .flatten()
        .map(|term| TermId::from(*term))
        .collect();
    let perspectives = issues::read::perspectives_of(sql, issue.id).await?;
    let words = format!("{} {}", issue.title, issue.core_question);
    // Who is still wanted, not whoever is there.
    let missing: Vec<String> = perspectives
        .iter()
        .filter(|it| it.gap != GapWord::Filled)
        .map(|it| format!("{} {}", it.name, it.experience))
        .collect();
    Ok(Asked::of(&own, terms, &words, &missing))
}

/// Those who are not in, were not asked for this, and may still be asked this month.
async fn free_to_ask(
    sql: &impl Sql,
    issue: IssueId,
    people: Vec<PersonId>,
) -> Result<Vec<PersonId>, InvitationFault> {
    let inside = issues::read::participants_of(sql, issue).await?;
    let inside: HashSet<PersonId> = inside.into_iter().map(|it| it.person).collect();
    let asked = read::asked_for(sql, issue).await?;
    let addresses = identity::read::addresses_by_ids(sql, &people).await?;
    let said = people::read::availability_of(sql, &people).await?;
    let this_month = read::asked_since(sql, &people, MONTH, true).await?;
    Ok(people
        .into_iter()
        .filter(|person| {
            let Some(address) = addresses.get(person) else {
                return false;
            };
            let was_asked = asked
                .iter()
                .any(|it| it.person == Some(*person) || it.address == *address);
            let said = said.get(person).copied().unwrap_or_default();
            let times = this_month.get(person).copied().unwrap_or(0);
            !inside.contains(person) && !was_asked && times < said.invitations_per_month
        })
        .collect())
}

async fn shown(
    sql: &impl Sql,
    ranked: Vec<Suggested>,
    terms: &[Term],
) -> Result<Vec<Suggestion>, InvitationFault> {
    let ids: Vec<PersonId> = ranked.iter().map(|it| it.person).collect();
    let names = identity::read::people_by_ids(sql, &ids).await?;
    let word = |id: TermId| terms.iter().find(|term| term.id == id).cloned();
    Ok(ranked
        .into_iter()
        .filter_map(|it| {
            let name = names.get(&it.person)?.name.clone();
            let reasons = it.reasons.into_iter();
            Some(Suggestion {
                person: it.person,
                name,
                profile: ShownProfile::default(),
                reasons: reasons
                    .filter_map(|(term, kind)| Some((word(term)?, kind)))
                    .collect(),
                asked_often: it.asked >= OFTEN,
            })
        })
        .filter(|it| !it.name.is_empty())
        .take(MOST)
        .collect())
}

/// What they say of themselves beside that; it played no part in choosing them.
async fn tell_more(sql: &impl Sql, shown: &mut [Suggestion]) -> Result<(), InvitationFault> {
    let people: Vec<PersonId> = shown.iter().map(|it| it.person).collect();
    let mut said = people::shown_to_inviters(sql, &people).await?;
    for suggestion in shown {
        suggestion.profile = said.remove(&suggestion.person).unwrap_or_default();
    }
    Ok(())
}

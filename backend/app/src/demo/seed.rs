//! Writing the demonstration's content, through the same use cases that people go through, each at its own moment in the past.

mod agreed;
mod asked;
mod facilitated;
mod inviting;
mod networks;
mod organisations;

use std::collections::HashMap;
use std::time::Duration;

use db::{Across, Sql, Tx};
use issues::{
    Admission, Capacity, IssueKind, IssueState, IssueText, NewPerspective, Regime, Visibility,
};
use kernel::{
    IssueId, IssueRole, Locale, PersonId, PostId, Scope, TenantId, TenantRole, TenantSet, TermId,
    ThreadId, Timestamp,
};
use notifications::FollowKind;
use platform::grants::{self, Container, NewGrant};
use platform::taxonomy::{self, TermKind};
use platform::tenants::{self, NewTenant};
use threads::{NewReply, NewThread, Ranges};

use super::{content, seal};
use crate::{StartFault, State};

mod attached;
pub(super) mod profiles;
mod results;
mod seen;
mod talking;
mod together;

#[derive(Default)]
struct Known {
    tenants: HashMap<String, TenantId>,
    people: HashMap<String, (PersonId, String)>,
    terms: HashMap<(TermKind, String), TermId>,
    issues: HashMap<String, (TenantId, IssueId)>,
    /// By the key of the thread and the number in it.
    posts: HashMap<(String, usize), PostId>,
}

fn refused(what: &str, fault: impl std::error::Error) -> StartFault {
    let mut chain = fault.to_string();
    let mut cause = fault.source();
    while let Some(inner) = cause {
        chain = format!("{chain}: {inner}");
        cause = inner.source();
    }
    StartFault::Refused(format!(
        "the demonstration's {what} cannot be written: {chain}"
    ))
}

fn unknown(what: &str) -> StartFault {
    StartFault::Refused(format!(
        "the demonstration's {what} refers to something unknown"
    ))
}

#[expect(clippy::print_stdout, reason = "long work shows that it goes on")]
pub async fn seed(state: &State) -> Result<(), StartFault> {
    println!("De voorbeeldgegevens worden geschreven …");
    let mut known = Known::default();
    // They were there before anything happened: a role counts from the moment that it was given.
    let before = ago(state, 400.0);
    let tx = state.db.begin_across(Across::Demonstration, before).await?;
    write_tenants(&tx, &mut known).await?;
    write_terms(&tx, &mut known).await?;
    write_people(&tx, &mut known).await?;
    tx.commit().await?;
    let issues = content::issues();
    for issue in &issues {
        write_issue(state, &mut known, issue).await?;
    }
    let circles = content::networks();
    for network in &circles {
        networks::write_network(state, &mut known, network).await?;
    }
    for network in &circles {
        networks::write_contacts(state, &known, network).await?;
    }
    for thread in content::threads() {
        write_thread(state, &mut known, &thread).await?;
    }
    talking::write_talking(state, &known).await?;
    for outcome in content::outcomes() {
        results::write_outcome(state, &known, &outcome).await?;
    }
    for product in content::products() {
        results::write_product(state, &known, &product).await?;
    }
    for issue in &issues {
        inviting::write_profile(state, &known, issue).await?;
    }
    profiles::write_profiles(state, &known).await?;
    inviting::write_invitations(state, &known).await?;
    inviting::write_hands(state, &known).await?;
    inviting::write_joins(state, &known).await?;
    inviting::write_waves(state, &known).await?;
    inviting::write_halls(state, &known).await?;
    asked::write_asked(state, &known).await?;
    seen::write_looks(state, &known).await?;
    for issue in &issues {
        settle(state, &known, issue).await?;
    }
    let now = state.clock.now();
    let tx = state.db.begin_across(Across::Demonstration, now).await?;
    write_follows(&tx, &known).await?;
    issues::refresh_gaps(&tx).await?;
    ::networks::look_after_networks(&tx).await?;
    for issue in reach::due(&tx).await? {
        reach::take(&tx, issue).await?;
    }
    seal::hush(&tx).await?;
    seal::put(&tx).await?;
    Ok(tx.commit().await?)
}

async fn write_tenants(tx: &Tx, known: &mut Known) -> Result<(), StartFault> {
    for tenant in content::tenants() {
        let said = tenant.clone();
        let new = NewTenant {
            slug: tenant.slug,
            name: tenant.name,
            about: tenant.about,
            colour: tenant.colours.primary,
            accent: tenant.colours.accent,
            languages: tenant
                .languages
                .iter()
                .filter_map(|tag| Locale::from_tag(tag))
                .collect(),
            contact_email: tenant.contact.mail,
            contact_phone: tenant.contact.phone,
            host: None,
        };
        let id = tenants::open(tx, new)
            .await
            .map_err(|fault| refused(&tenant.key, fault))?;
        organisations::set_up(tx, known, id, &said).await?;
        known.tenants.insert(tenant.key, id);
    }
    Ok(())
}

async fn write_terms(tx: &Tx, known: &mut Known) -> Result<(), StartFault> {
    let content::Taxonomy {
        themes,
        expertise,
        regions,
    } = content::taxonomy();
    for (kind, terms) in [
        (TermKind::Theme, themes),
        (TermKind::Expertise, expertise),
        (TermKind::Region, regions),
    ] {
        for term in terms {
            let id = TermId::new(tx.now());
            let parent = term
                .parent
                .and_then(|key| known.terms.get(&(kind, key)).copied());
            let written = taxonomy::Term {
                id,
                kind,
                key: term.key.clone(),
                name_nl: term.nl,
                name_en: term.en,
                synonyms: term.synonyms,
                parent,
            };
            taxonomy::add_term(tx, None, &written).await?;
            known.terms.insert((kind, term.key), id);
        }
    }
    Ok(())
}

async fn write_people(tx: &Tx, known: &mut Known) -> Result<(), StartFault> {
    for person in content::people() {
        let locale = Locale::from_tag(&person.locale).unwrap_or_default();
        let id = identity::register(tx, &person.email, &person.name, locale).await?;
        for membership in person.memberships {
            let (Some(tenant), Some(role)) = (
                known.tenants.get(&membership.tenant).copied(),
                TenantRole::from_name(&membership.role),
            ) else {
                continue;
            };
            grants::give(
                tx,
                NewGrant {
                    person: id,
                    tenant,
                    container: Container::Tenant(tenant),
                    role: role.as_str(),
                    ends_at: None,
                },
            )
            .await?;
        }
        known.people.insert(person.key, (id, person.name));
    }
    Ok(())
}

fn ago(state: &State, days: f64) -> Timestamp {
    state
        .clock
        .now()
        .minus(Duration::from_secs_f64((days * 86_400.0).max(0.0)))
}

async fn write_issue(
    state: &State,
    known: &mut Known,
    issue: &content::Issue,
) -> Result<(), StartFault> {
    let (Some(tenant), Some(author)) = (
        known.tenants.get(&issue.tenant).copied(),
        known.people.get(&issue.author).cloned(),
    ) else {
        return Err(unknown(&issue.key));
    };
    let at = ago(state, issue.created_days_ago);
    let scope = Scope {
        person: Some(author.0),
        ..Scope::worker(TenantSet::one(tenant), at)
    };
    let id = IssueId::new(at);
    let tx = state.db.begin(&scope).await?;
    let convenes = grants::role_of(&tx, author.0, Container::Tenant(tenant))
        .await?
        .and_then(|role| TenantRole::from_name(&role))
        .is_some_and(TenantRole::convenes);
    let text = text_of(known, issue, state).map_err(|fault| refused(&issue.key, fault))?;
    issues::draft(&tx, id, tenant, author, convenes, text)
        .await
        .map_err(|fault| refused(&issue.key, fault))?;
    admit_all(&tx, known, issue, tenant, id).await?;
    if issue.participants.len() > 1 {
        let drafted = issues::read::find(&tx, id)
            .await?
            .ok_or_else(|| unknown(&issue.key))?;
        issues::place(&tx, &drafted, IssueState::Open, None).await?;
    }
    tx.commit().await?;
    known.issues.insert(issue.key.clone(), (tenant, id));
    Ok(())
}

fn text_of(known: &Known, issue: &content::Issue, state: &State) -> Result<IssueText, db::DbFault> {
    let term = |kind: TermKind| move |key: &String| known.terms.get(&(kind, key.clone())).copied();
    let terms = issue
        .themes
        .iter()
        .filter_map(term(TermKind::Theme))
        .chain(issue.regions.iter().filter_map(term(TermKind::Region)));
    Ok(IssueText {
        kind: IssueKind::Issue,
        title: issue.title.clone(),
        core_question: issue.core_question.clone(),
        why_now: issue.why_now.clone(),
        why_one: String::new(),
        background: issue.background.clone(),
        visibility: Visibility::from_name(&issue.visibility)?,
        regime: match issue.regime.as_str() {
            "" => Regime::Trusted,
            named => Regime::from_name(named)?,
        },
        planned_end: issue.planned_end.map(|days| {
            state
                .clock
                .now()
                .plus(Duration::from_secs_f64((days * 86_400.0).max(0.0)))
        }),
        terms: terms.collect(),
        perspectives: issue
            .perspectives
            .iter()
            .map(|p| NewPerspective {
                id: None,
                name: p.name.clone(),
                experience: p.experience.clone(),
                need: p.need,
                wanted: p.wanted,
            })
            .collect(),
    })
}

async fn admit_all(
    tx: &Tx,
    known: &Known,
    issue: &content::Issue,
    tenant: TenantId,
    id: IssueId,
) -> Result<(), StartFault> {
    let perspectives = issues::read::perspectives_of(tx, id).await?;
    for participant in &issue.participants {
        let Some((person, name)) = known.people.get(&participant.person).cloned() else {
            continue;
        };
        let named = participant
            .perspective
            .as_ref()
            .and_then(|key| issue.perspectives.iter().find(|p| p.key == *key));
        let admission = Admission {
            tenant,
            issue: id,
            person,
            role: IssueRole::from_name(&participant.role).unwrap_or(IssueRole::Participant),
            capacity: Capacity::from_name(&participant.capacity).unwrap_or_default(),
            organisation: participant.organisation.clone().map(|name| (name, None)),
            shown_name: name,
            perspective: named
                .and_then(|named| perspectives.iter().find(|p| p.name == named.name))
                .map(|p| p.id),
            ends_at: None,
        };
        issues::admit(tx, &admission).await?;
    }
    Ok(())
}

async fn write_thread(
    state: &State,
    known: &mut Known,
    thread: &content::Thread,
) -> Result<(), StartFault> {
    let Some((tenant, issue)) = known.issues.get(&thread.issue).copied() else {
        return Err(unknown(&thread.key));
    };
    let mut id: Option<ThreadId> = None;
    let mut posts = Vec::new();
    for post in &thread.posts {
        let Some((person, _)) = known.people.get(&post.by).cloned() else {
            return Err(unknown(&thread.key));
        };
        let scope = Scope {
            person: Some(person),
            ..Scope::worker(TenantSet::one(tenant), ago(state, post.days_ago))
        };
        let files = attached::of_post(state, &scope, (tenant, person), post).await?;
        let tx = state.db.begin(&scope).await?;
        match id {
            None => {
                let new = NewThread {
                    files: &[],
                    issue,
                    title: &thread.title,
                    body: &post.body,
                    regime: thread.regime,
                    kind: thread.kind,
                    looked_at_first: false,
                };
                let opened = threads::open_in(&tx, &scope, &state.secrets, &new)
                    .await
                    .map_err(|fault| refused(&thread.key, fault))?;
                id = Some(opened);
                posts.extend(
                    threads::read::posts(&tx, opened, threads::read::Part::Newest, 1)
                        .await?
                        .into_iter()
                        .map(|post| post.id),
                );
            }
            Some(id) => {
                let quotes = post
                    .quotes
                    .first()
                    .and_then(|number| posts.get(number.saturating_sub(1)).copied());
                let reply = NewReply {
                    translates: None,
                    files: &files,
                    thread: id,
                    body: &post.body,
                    quotes,
                };
                posts.push(
                    threads::reply_in(&tx, &scope, &state.secrets, &reply)
                        .await
                        .map_err(|fault| refused(&thread.key, fault))?
                        .id,
                );
            }
        }
        tx.commit().await?;
    }
    let Some(id) = id else { return Ok(()) };
    let numbered = (1..).zip(posts);
    known
        .posts
        .extend(numbered.map(|(number, post)| ((thread.key.clone(), number), post)));
    for (reader, last) in &thread.read_up_to {
        let Some((person, _)) = known.people.get(reader).cloned() else {
            continue;
        };
        let scope = Scope {
            person: Some(person),
            ..Scope::worker(TenantSet::one(tenant), state.clock.now())
        };
        threads::mark_read(&scope, &state.db, id, &Ranges::of([(1, *last)]))
            .await
            .map_err(|fault| refused(&thread.key, fault))?;
    }
    Ok(())
}

async fn write_follows(tx: &Tx, known: &Known) -> Result<(), StartFault> {
    for follow in content::follows().follows {
        let term = |kind| {
            known
                .terms
                .get(&(kind, follow.key.clone()))
                .map(|id| (id.uuid(), None))
        };
        let subject = match follow.kind {
            FollowKind::Theme => term(TermKind::Theme),
            FollowKind::Region => term(TermKind::Region),
            FollowKind::Organisation => known.tenants.get(&follow.key).map(|id| (id.uuid(), None)),
            FollowKind::Issue => known
                .issues
                .get(&follow.key)
                .map(|(tenant, id)| (id.uuid(), Some(*tenant))),
        };
        let (Some((person, _)), Some((subject, tenant))) =
            (known.people.get(&follow.person), subject)
        else {
            return Err(unknown(&follow.key));
        };
        notifications::follow_in(tx, *person, follow.kind, subject, tenant).await?;
    }
    Ok(())
}

/// The issue in the state in which the demonstration finds it.
async fn settle(state: &State, known: &Known, issue: &content::Issue) -> Result<(), StartFault> {
    let (Some((tenant, id)), Some((author, _))) = (
        known.issues.get(&issue.key).copied(),
        known.people.get(&issue.author).cloned(),
    ) else {
        return Ok(());
    };
    let Some(to) = IssueState::from_name(&issue.state) else {
        return Err(unknown(&issue.key));
    };
    let scope = Scope {
        person: Some(author),
        ..Scope::worker(TenantSet::one(tenant), state.clock.now())
    };
    let tx = state.db.begin(&scope).await?;
    let found = issues::read::find(&tx, id)
        .await?
        .ok_or_else(|| unknown(&issue.key))?;
    if found.state != to {
        let reason = issue
            .history
            .iter()
            .rev()
            .find(|step| step.to == issue.state)
            .and_then(|step| step.reason.clone());
        issues::place(&tx, &found, to, reason).await?;
    }
    Ok(tx.commit().await?)
}

//! Beginning an issue: a draft that only its author sees, and that may be unfinished.
//!
//! Promise: a draft keeps whatever was typed; what is missing is asked only when it goes to others.

use db::{Db, Sql, Tx};
use kernel::{
    Faults, FieldFault, IssueId, IssueRole, Line, PersonId, Prose, RequestKey, Scope, TenantId,
    TermId, TextFault, Timestamp,
};
use platform::idempotency::{self, Claim};
use platform::{Secrets, markdown};

use crate::model::{NewPerspective, Parts};
use crate::participation::{Admission, admit};
use crate::{Capacity, Issue, IssueFault, IssueKind, IssueState, Regime, Visibility, store};

/// What a person types about an issue; all of it may still be empty.
#[derive(Clone, Debug)]
pub struct IssueText {
    pub kind: IssueKind,
    pub title: String,
    pub core_question: String,
    pub why_now: String,
    /// Why only one group is asked.
    pub why_one: String,
    pub background: String,
    pub visibility: Visibility,
    pub regime: Regime,
    pub planned_end: Option<Timestamp>,
    pub terms: Vec<TermId>,
    pub perspectives: Vec<NewPerspective>,
}

pub(crate) async fn draft_issue(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<RequestKey<'_>>,
    text: IssueText,
) -> Result<IssueId, IssueFault> {
    let person = scope.person.ok_or(IssueFault::NotFound)?;
    let tenant = scope.tenants.only().ok_or(IssueFault::NotFound)?;
    let tx = db.begin(scope).await?;
    let id = IssueId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "draft_issue", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(IssueFault::KeyMisused),
    }
    let name = author_name(&tx, person).await?;
    draft(&tx, id, tenant, (person, name), scope.convenes(), text).await?;
    tx.commit().await?;
    Ok(id)
}

/// Writes the draft. Its author takes part from the start: as facilitator when a convener, else as participant.
pub async fn draft(
    tx: &Tx,
    id: IssueId,
    tenant: TenantId,
    author: (PersonId, String),
    convenes: bool,
    text: IssueText,
) -> Result<(), IssueFault> {
    let (person, name) = author;
    let blank = Issue {
        id,
        tenant,
        author: person,
        kind: text.kind,
        state: IssueState::Draft,
        visibility: text.visibility,
        regime: text.regime,
        title: String::new(),
        core_question: String::new(),
        why_now: String::new(),
        why_one: String::new(),
        background: String::new(),
        background_html: String::new(),
        planned_end: None,
        state_reason: None,
        paused_from: None,
        created_at: tx.now(),
        state_at: tx.now(),
        version: 1,
        newcomer: false,
        role: None,
    };
    let (issue, parts) = filled(blank, text, tx.now())?;
    store::insert(tx, &issue).await?;
    store::replace_parts(tx, id, &parts).await?;
    let role = if convenes {
        IssueRole::Facilitator
    } else {
        IssueRole::Participant
    };
    let admission = Admission {
        tenant,
        issue: id,
        person,
        role,
        capacity: Capacity::Personal,
        organisation: None,
        shown_name: name,
        perspective: None,
        ends_at: None,
    };
    Ok(admit(tx, &admission).await?)
}

async fn author_name(sql: &impl Sql, person: PersonId) -> Result<String, IssueFault> {
    let mut cards = identity::read::people_by_ids(sql, &[person]).await?;
    Ok(cards
        .remove(&person)
        .map(|card| card.name)
        .unwrap_or_default())
}

/// The issue with this text in it. Too long is refused at once; empty waits until it goes to others.
pub(crate) fn filled(
    issue: Issue,
    text: IssueText,
    now: Timestamp,
) -> Result<(Issue, Parts), IssueFault> {
    let mut faults = Faults::default();
    let title = faults.take(
        "/title",
        or_empty(Line::<160>::parse(&text.title).map(Line::into_string)),
    );
    let core_question = faults.take(
        "/coreQuestion",
        or_empty(Prose::<600>::parse(&text.core_question).map(Prose::into_string)),
    );
    let why_now = faults.take(
        "/whyNow",
        or_empty(Prose::<2_000>::parse(&text.why_now).map(Prose::into_string)),
    );
    let why_one = faults.take(
        "/whyOne",
        or_empty(Prose::<600>::parse(&text.why_one).map(Prose::into_string)),
    );
    let background = faults.take(
        "/background",
        or_empty(Prose::<20_000>::parse(&text.background).map(Prose::into_string)),
    );
    let perspectives = parse_perspectives(&mut faults, text.perspectives);
    // An end that came while people talked stays, whatever else is written otherwise.
    let kept = issue.planned_end.map(Timestamp::day) == text.planned_end.map(Timestamp::day);
    if !kept && is_over(text.planned_end, now) {
        faults.refuse("/plannedEnd", END_PAST);
    }
    if text.terms.len() > 40 {
        faults.refuse("/terms", "list.too-long");
    }
    let mut terms = text.terms;
    terms.sort_unstable();
    terms.dedup();
    let words = title.zip(core_question).zip(why_now.zip(background));
    let (((title, core_question), (why_now, background)), why_one) = faults
        .finish(words.zip(why_one))
        .map_err(IssueFault::Invalid)?;
    let background_html = markdown::part_to_html(&background);
    let (visibility, regime, planned_end) = (text.visibility, text.regime, text.planned_end);
    Ok((
        Issue {
            visibility,
            regime,
            title,
            core_question,
            why_now,
            why_one,
            background,
            background_html,
            planned_end,
            ..issue
        },
        Parts {
            terms,
            perspectives,
        },
    ))
}

const END_PAST: &str = "issue.planned-end-past";

/// The day itself is in time.
fn is_over(end: Option<Timestamp>, now: Timestamp) -> bool {
    end.is_some_and(|end| end.day() < now.day())
}

fn or_empty(parsed: Result<String, TextFault>) -> Result<String, TextFault> {
    match parsed {
        Err(TextFault::Empty) => Ok(String::new()),
        other => other,
    }
}

fn parse_perspectives(faults: &mut Faults, typed: Vec<NewPerspective>) -> Vec<NewPerspective> {
    if typed.len() > 20 {
        faults.refuse("/perspectives", "list.too-long");
    }
    let mut parsed = Vec::new();
    for (place, perspective) in typed.into_iter().enumerate() {
        if !(1..=99).contains(&perspective.wanted) {
            faults.refuse(
                format!("/perspectives/{place}/wanted"),
                "number.out-of-range",
            );
        }
        let name = faults.take(
            &format!("/perspectives/{place}/name"),
            Line::<80>::parse(&perspective.name),
        );
        let experience = faults.take(
            &format!("/perspectives/{place}/experience"),
            or_empty(Prose::<300>::parse(&perspective.experience).map(Prose::into_string)),
        );
        if let Some((name, experience)) = name.zip(experience) {
            parsed.push(NewPerspective {
                name: name.into_string(),
                experience,
                ..perspective
            });
        }
    }
    parsed
}

/// Nobody is asked as one of a community without a why.
pub(crate) fn owes_a_why(issue: &Issue, perspectives: usize) -> bool {
    issue.kind == IssueKind::Issue && perspectives == 1 && issue.why_one.is_empty()
}

pub(crate) fn why_one_missing() -> FieldFault {
    FieldFault::new("/whyOne", "issue.why-one-missing")
}

/// What must not be empty before others see it.
pub(crate) fn missing(issue: &Issue, perspectives: usize, now: Timestamp) -> Vec<FieldFault> {
    let mut faults = Faults::default();
    // A network may know what it is for before it knows what it may decide, and whom it wants.
    let question = issue.kind == IssueKind::Issue;
    for (pointer, text, needed) in [
        ("/title", &issue.title, true),
        ("/coreQuestion", &issue.core_question, true),
        ("/whyNow", &issue.why_now, question),
    ] {
        if needed && text.is_empty() {
            faults.refuse(pointer, "text.empty");
        }
    }
    if question && perspectives == 0 {
        faults.refuse("/perspectives", "issue.perspectives-missing");
    }
    // Its author can still choose another.
    let with_author = matches!(issue.state, IssueState::Draft | IssueState::Declined);
    if with_author && is_over(issue.planned_end, now) {
        faults.refuse("/plannedEnd", END_PAST);
    }
    let mut fields = faults.into_fields();
    // What was out before this was asked goes on as it was: a closed issue could not be given a why.
    if issue.state.is_new() && owes_a_why(issue, perspectives) {
        fields.push(why_one_missing());
    }
    fields
}

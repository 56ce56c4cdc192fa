//! Issues, what they need, who takes part, and what came of those that are closed.

use uuid::Uuid;

use crate::Failure;
use crate::country::extent::{Extent, OF_ONE_CONVENER, PARTICIPANTS, Tenant};
use crate::country::ids::{self, BEGIN, Kind, SPAN};
use crate::country::organisations::{GRANT, Subjects, name_of};
use crate::country::rows::Cell::{Id, Nothing, Number, Text};
use crate::country::rows::{Columns, Rows};
use crate::words::{Dice, text, word};

const ISSUE: Columns = Columns {
    table: "issue",
    names: "id, tenant_id, author_id, state, visibility, regime, title, core_question, why_now, background, \
              background_html, created_at, state_at, version, access_version",
};
const TERM: Columns = Columns {
    table: "issue_term",
    names: "issue_id, term_id",
};
const PERSPECTIVE: Columns = Columns {
    table: "perspective",
    names: "id, issue_id, name, wanted, gap, position",
};
const CHOICE: Columns = Columns {
    table: "perspective_choice",
    names: "issue_id, person_id, perspective_id, consent_version, chosen_at",
};
const PARTICIPATION: Columns = Columns {
    table: "participation",
    names: "issue_id, person_id, state, capacity, shown_name, joined_at",
};
const OUTCOME: Columns = Columns {
    table: "outcome",
    names: "id, tenant_id, issue_id, author_id, version, published_version, published_at, created_at",
};
const EDITION: Columns = Columns {
    table: "outcome_edition",
    names: "outcome_id, edition, title, intro, intro_html, lang, review_at",
};
const STATEMENT: Columns = Columns {
    table: "outcome_statement",
    names: "id, outcome_id, edition, kind, position, text, html, why",
};

/// How many issues are talked about at the same time.
pub const AT_ONCE: i64 = 200;

/// An issue before anybody spoke.
#[derive(Clone, Debug)]
pub struct Opened {
    pub number: i64,
    pub tenant: Uuid,
    pub visibility: &'static str,
    pub regime: &'static str,
    pub participants: Vec<i64>,
}

pub async fn open(
    rows: &mut Rows,
    extent: &Extent,
    tenants: &[Tenant],
    subjects: &Subjects,
) -> Result<Vec<Opened>, Failure> {
    let mut dice = Dice::new(3);
    let mut opened = Vec::new();
    for (number, (tenant, within)) in (0..).zip(in_time(tenants)) {
        let (visibility, regime) = match within % 4 {
            0 => ("invited", "trusted"),
            1 => ("public", "open"),
            2 => ("platform", "open"),
            _ => ("tenant", "open"),
        };
        let issue = Opened {
            number,
            tenant: tenant.id(),
            visibility,
            regime,
            participants: tenant.participants(within).collect(),
        };
        let at = BEGIN + SPAN / extent.issues.max(1) * number;
        let author = tenant.first_person + within / OF_ONE_CONVENER;
        write(rows, &issue, author, at, &mut dice).await?;
        take_part(rows, &issue, at).await?;
        for step in [0, 5] {
            let themes = &subjects.themes;
            let place = usize::try_from(number + step)? % themes.len();
            let theme = themes.get(place).copied().ok_or("no subjects")?;
            rows.put(&TERM, &[Id(ids::issue(number)), Id(theme)])
                .await?;
        }
        opened.push(issue);
    }
    Ok(opened)
}

/// Large organisations and small ones open their issues through each other, the largest one the first.
fn in_time(tenants: &[Tenant]) -> Vec<(&Tenant, i64)> {
    let mut all: Vec<(i64, &Tenant, i64)> = tenants
        .iter()
        .flat_map(|tenant| {
            let turn = |within| within * 1_000_000 / tenant.issues;
            (0..tenant.issues).map(move |within| (turn(within), tenant, within))
        })
        .collect();
    all.sort_by_key(|(turn, tenant, _)| (*turn, tenant.number));
    all.into_iter()
        .map(|(_, tenant, within)| (tenant, within))
        .collect()
}

/// Every fifth is closed, with an outcome.
async fn write(
    rows: &mut Rows,
    issue: &Opened,
    author: i64,
    at: i64,
    dice: &mut Dice,
) -> Result<(), Failure> {
    let closed = issue.number % 5 == 4;
    let (title, question) = (format!("Over {} en {}", word(dice), word(dice)), text(dice));
    let html = format!("<p>{question}</p>");
    let author = Id(ids::of(Kind::Person, author));
    let state_at = if closed { BEGIN + SPAN } else { at };
    rows.put(
        &ISSUE,
        &[
            Id(ids::issue(issue.number)),
            Id(issue.tenant),
            author,
            Text(if closed { "closed" } else { "open" }),
            Text(issue.visibility),
            Text(issue.regime),
            Text(&title),
            Text("Hoe doen we dit samen?"),
            Text("Er wordt veel over gevraagd."),
            Text(&question),
            Text(&html),
            Number(at),
            Number(state_at),
            Number(1),
            Number(PARTICIPANTS),
        ],
    )
    .await?;
    if !closed {
        return Ok(());
    }
    let outcome = Id(ids::of(Kind::Outcome, issue.number));
    let (issue_id, then) = (Id(ids::issue(issue.number)), Number(state_at));
    let row = [
        outcome,
        Id(issue.tenant),
        issue_id,
        author,
        Number(1),
        Number(1),
        then,
        then,
    ];
    rows.put(&OUTCOME, &row).await?;
    for (place, edition) in (0..).zip(["draft", "published"]) {
        let row = [
            outcome,
            Text(edition),
            Text(&title),
            Text(&question),
            Text(&html),
            Text("nl"),
            Nothing,
        ];
        rows.put(&EDITION, &row).await?;
        for (position, kind) in (0..).zip(["heard", "done", "not-done", "you-can"]) {
            let id = Id(ids::of(
                Kind::Statement,
                issue.number * 8 + place * 4 + position,
            ));
            let why = if kind == "not-done" {
                Text("Daar gaan wij niet over.")
            } else {
                Nothing
            };
            let row = [
                id,
                outcome,
                Text(edition),
                Text(kind),
                Number(position),
                Text(&question),
                Text(&html),
                why,
            ];
            rows.put(&STATEMENT, &row).await?;
        }
    }
    Ok(())
}

/// With a role, a name, and a perspective that nobody else sees.
async fn take_part(rows: &mut Rows, issue: &Opened, at: i64) -> Result<(), Failure> {
    let id = Id(ids::issue(issue.number));
    let perspective = |place: i64| Id(ids::of(Kind::Perspective, issue.number * 2 + place));
    for (place, name) in (0..).zip(["bewoner", "professional"]) {
        let gap = Text("filled");
        let row = [
            perspective(place),
            id,
            Text(name),
            Number(2),
            gap,
            Number(place),
        ];
        rows.put(&PERSPECTIVE, &row).await?;
    }
    for (place, number) in (0..).zip(issue.participants.iter().copied()) {
        let person = Id(ids::of(Kind::Person, number));
        let role = if place == 0 {
            "facilitator"
        } else {
            "participant"
        };
        let grant = ids::of(Kind::Grant, 1_000_000_000 + issue.number * 64 + place);
        rows.put(
            &GRANT,
            &[
                Id(grant),
                person,
                Id(issue.tenant),
                Text("issue"),
                id,
                Text(role),
                Number(at),
                Number(at),
            ],
        )
        .await?;
        let name = name_of(number);
        let row = [
            id,
            person,
            Text("active"),
            Text("personal"),
            Text(&name),
            Number(at),
        ];
        rows.put(&PARTICIPATION, &row).await?;
        if place % 3 > 0 {
            let row = [
                id,
                person,
                perspective(place % 2),
                Text("2026-11-27"),
                Number(at),
            ];
            rows.put(&CHOICE, &row).await?;
        }
    }
    Ok(())
}

/// How many posts each conversation of an issue gets: the first half of them, the others ever fewer.
pub fn lengths(extent: &Extent, issue: i64) -> [i64; 5] {
    const PARTS: [i64; 5] = [50, 25, 12, 8, 5];
    let posts = extent.posts / extent.issues.max(1);
    let mut lengths = PARTS.map(|part| (posts * part / 100).max(1));
    if let (0, Some(first)) = (issue, lengths.first_mut()) {
        *first = extent.busiest();
    }
    lengths
}

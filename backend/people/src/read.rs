//! What an asker may see of people: the one condition, and the lists made with it.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use kernel::{PersonId, Scope, TermId, Timestamp};
use platform::grants::{self, ContainerKind};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SelectStatement, UnionType};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{availability, past_consent, person_facet};
use crate::model::{
    Audience, Availability, Consent, Facet, FacetKind, PresenceChoice, Showing, Subject,
};

use person_facet::Column as C;

/// How an asker stands to people in the tenant of the path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Eye {
    /// May invite: a convener, or a facilitator of an issue here.
    pub invites: bool,
    /// Is a member here.
    pub colleague: bool,
}

impl Eye {
    /// Whoever may invite, and no more than that.
    pub const INVITER: Self = Self {
        invites: true,
        colleague: false,
    };
}

/// Those of these people whom this asker can find, in two statements at most.
pub async fn shown_of(
    sql: &impl Sql,
    scope: &Scope,
    people: &[PersonId],
) -> Result<Vec<PersonId>, DbFault> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let eye = eye_of(sql, scope).await?;
    let found: Vec<Uuid> = person_facet::Entity::find()
        .select_only()
        .column(C::PersonId)
        .distinct()
        .filter(C::PersonId.is_in(people.iter().map(|person| person.uuid())))
        .filter(shown(sql, eye))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(found.into_iter().map(PersonId::from).collect())
}

/// Who is asking, in one statement at most.
pub async fn eye_of(sql: &impl Sql, scope: &Scope) -> Result<Eye, DbFault> {
    let facilitates = || grants::holds_somewhere(sql, ContainerKind::Issue, "facilitator");
    Ok(Eye {
        invites: scope.convenes() || facilitates().await?,
        colleague: scope.role.is_some(),
    })
}

/// "This facet is for this asker, now": put it on any query that has `person_facet` in it.
fn shown(sql: &impl Sql, eye: Eye) -> Condition {
    shown_in(sql, eye, "person_facet")
}

/// The same for any table in which people say something, with `person_id` and `audience`.
pub(crate) fn shown_in(sql: &impl Sql, eye: Eye, table: &'static str) -> Condition {
    let audience = || Expr::col((table, "audience"));
    let mut readers = Condition::any().add(audience().eq(Audience::Platform.as_str()));
    if eye.invites {
        let theirs = [Audience::Facilitators.as_str(), Audience::Tenants.as_str()];
        readers = readers.add(audience().is_in(theirs));
    }
    if eye.colleague {
        let colleague = grants::belongs(sql, (table, "person_id"));
        readers = readers.add(audience().eq(Audience::Tenants.as_str()).and(colleague));
    }
    let hidden = Query::select()
        .expr(Expr::val(1_i64))
        .from(availability::Entity)
        .and_where(
            Expr::col((availability::Entity, availability::Column::PersonId))
                .equals((table, "person_id")),
        )
        .and_where(Expr::col((availability::Entity, availability::Column::Hidden)).eq(1_i64))
        .to_owned();
    Condition::all()
        .add(readers)
        .add(Expr::exists(hidden).not())
}

/// What people are looked for by.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Somebody must show a term of each of these lists.
    pub each: Vec<Vec<Uuid>>,
    /// And fit each of these words.
    pub words: Vec<Meaning>,
}

/// What a word may mean: one of these people, or whoever shows one of these terms.
#[derive(Clone, Debug, Default)]
pub struct Meaning {
    pub people: Vec<PersonId>,
    pub terms: Vec<Uuid>,
}

impl Meaning {
    /// Nobody fits it.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.terms.is_empty()
    }
}

fn show_one_of(sql: &impl Sql, eye: Eye, terms: &[Uuid]) -> Expr {
    Expr::col((person_facet::Entity, C::PersonId)).in_subquery(having(sql, eye, terms))
}

fn having(sql: &impl Sql, eye: Eye, terms: &[Uuid]) -> SelectStatement {
    Query::select()
        .column((person_facet::Entity, C::PersonId))
        .from(person_facet::Entity)
        .and_where(any_of(
            (person_facet::Entity, C::TermId),
            terms.iter().copied(),
        ))
        .cond_where(shown(sql, eye))
        .to_owned()
}

/// Those of a name and those with a term are one list of people: said as "or", PostgreSQL looks at everybody.
fn fit(sql: &impl Sql, eye: Eye, word: &Meaning) -> Expr {
    let people = word.people.iter().map(|person| person.uuid());
    let named = any_of((person_facet::Entity, C::PersonId), people);
    if word.terms.is_empty() {
        return named;
    }
    let mut fitting = having(sql, eye, &word.terms);
    if !word.people.is_empty() {
        let named = Query::select()
            .column((person_facet::Entity, C::PersonId))
            .from(person_facet::Entity)
            .and_where(named)
            .to_owned();
        fitting.union(UnionType::All, named);
    }
    Expr::col((person_facet::Entity, C::PersonId)).in_subquery(fitting)
}

/// Somebody who opted in, with what they show to this asker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub person: PersonId,
    pub facets: Vec<(TermId, FacetKind)>,
}

/// The people who show something of what is wanted, at most `most`, in two statements.
pub async fn find(
    sql: &impl Sql,
    eye: Eye,
    wanted: &Wanted,
    most: u64,
) -> Result<Vec<Candidate>, DbFault> {
    let mut query = person_facet::Entity::find()
        .select_only()
        .column(C::PersonId)
        .distinct()
        .filter(shown(sql, eye));
    for terms in &wanted.each {
        query = query.filter(show_one_of(sql, eye, terms));
    }
    for word in &wanted.words {
        query = query.filter(fit(sql, eye, word));
    }
    let people: Vec<Uuid> = query
        .order_by_desc(C::PersonId)
        .limit(most)
        .into_tuple()
        .all(sql.conn())
        .await?;
    let rows = person_facet::Entity::find()
        .filter(C::PersonId.is_in(people))
        .filter(shown(sql, eye))
        .all(sql.conn())
        .await?;
    let mut found: HashMap<PersonId, Vec<(TermId, FacetKind)>> = HashMap::new();
    for row in rows {
        let kind = FacetKind::from_name(&row.kind).ok_or_else(|| DbFault::corrupt(row.kind))?;
        found
            .entry(row.person_id.into())
            .or_default()
            .push((row.term_id.into(), kind));
    }
    Ok(found
        .into_iter()
        .map(|(person, facets)| Candidate { person, facets })
        .collect())
}

/// Who opted into being asked about any of these terms, as whoever may invite sees them.
pub async fn candidates(
    sql: &impl Sql,
    terms: Vec<Uuid>,
    most: u64,
) -> Result<Vec<Candidate>, DbFault> {
    let eye = Eye::INVITER;
    let wanted = Wanted {
        each: vec![terms],
        words: Vec::new(),
    };
    find(sql, eye, &wanted, most).await
}

/// The regions that these people show to everyone who signed in: for numbers that anybody among them may read.
pub async fn regions_shown(
    sql: &impl Sql,
    people: &[PersonId],
) -> Result<Vec<(PersonId, TermId)>, DbFault> {
    let rows: Vec<(Uuid, Uuid)> = person_facet::Entity::find()
        .select_only()
        .columns([C::PersonId, C::TermId])
        .filter(any_of(
            (person_facet::Entity, C::PersonId),
            people.iter().map(|person| person.uuid()),
        ))
        .filter(C::Kind.eq(FacetKind::Region.as_str()))
        .filter(shown(sql, Eye::default()))
        .into_tuple()
        .all(sql.conn())
        .await?;
    let said = |(person, term): (Uuid, Uuid)| (person.into(), term.into());
    Ok(rows.into_iter().map(said).collect())
}

/// What a person says of themselves, all of it: for that person only.
pub async fn own_facets(sql: &impl Sql, person: PersonId) -> Result<Vec<Facet>, DbFault> {
    let rows = person_facet::Entity::find()
        .filter(C::PersonId.eq(person.uuid()))
        .all(sql.conn())
        .await?;
    rows.into_iter().map(facet).collect()
}

/// Which words a person agreed to show.
pub(crate) async fn consents(sql: &impl Sql, person: PersonId) -> Result<Vec<Consent>, DbFault> {
    let own = own_facets(sql, person).await?;
    let agreed = |facet: &Facet| facet.showing.audience != Audience::Nobody;
    let running = |facet: Facet| Consent {
        subject: Subject::from(&facet),
        showing: facet.showing,
        ended_at: None,
    };
    Ok(own.into_iter().filter(agreed).map(running).collect())
}

/// More than anybody goes through.
const MOST_PAST: u64 = 200;

/// What a person agreed to and took back, the last first: for that person only.
pub(crate) async fn past_consents(
    sql: &impl Sql,
    person: PersonId,
) -> Result<Vec<Consent>, DbFault> {
    use past_consent::Column as P;
    let rows = past_consent::Entity::find()
        .filter(P::PersonId.eq(person.uuid()))
        .order_by_desc(P::EndedAt)
        .order_by_asc(P::TermId)
        .limit(MOST_PAST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(past_consent_of).collect()
}

fn past_consent_of(row: past_consent::Model) -> Result<Consent, DbFault> {
    Ok(Consent {
        subject: Subject::of_kept(row.term_id, &row.kind)
            .ok_or_else(|| DbFault::corrupt(row.kind))?,
        showing: showing(&row.audience, row.consent_version, row.consented_at)?,
        ended_at: Some(Timestamp::from_millis(row.ended_at)),
    })
}

fn facet(row: person_facet::Model) -> Result<Facet, DbFault> {
    Ok(Facet {
        term: row.term_id.into(),
        kind: FacetKind::from_name(&row.kind).ok_or_else(|| DbFault::corrupt(row.kind))?,
        showing: showing(&row.audience, row.consent_version, row.consented_at)?,
    })
}

pub(crate) fn showing(
    audience: &str,
    consent_version: String,
    consented_at: i64,
) -> Result<Showing, DbFault> {
    Ok(Showing {
        audience: Audience::from_name(audience)
            .ok_or_else(|| DbFault::corrupt(audience.to_owned()))?,
        consent_version,
        consented_at: Timestamp::from_millis(consented_at),
    })
}

/// What this person lets others see in conversations.
pub async fn presence_choice(sql: &impl Sql, person: PersonId) -> Result<PresenceChoice, DbFault> {
    let row = availability::Entity::find_by_id(person.uuid())
        .one(sql.conn())
        .await?;
    Ok(
        row.map_or_else(PresenceChoice::default, |row| PresenceChoice {
            here: row.shows_presence != 0,
            typing: row.shows_typing != 0,
        }),
    )
}

/// How often these people may be asked; who never said anything is as [`Availability::default`] says.
pub async fn availability_of(
    sql: &impl Sql,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Availability>, DbFault> {
    let rows = availability::Entity::find()
        .filter(availability::Column::PersonId.is_in(people.iter().map(|person| person.uuid())))
        .all(sql.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let said = Availability {
                invitations_per_month: row.invitations_per_month,
                hidden: row.hidden != 0,
                contactable: row.contactable != 0,
                version: row.version,
            };
            (row.person_id.into(), said)
        })
        .collect())
}

//! Who is in a network and where they stand. The caller has checked that the asker runs it, or asks about themselves.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use db::{DbFault, Sql, any_of};
use issues::{IssueState, ParticipationState};
use kernel::{IssueId, IssueRole, PersonId, TenantId, Timestamp};
use platform::grants::{self, ContainerKind, still_held};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Func, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QueryResult, QuerySelect,
};
use uuid::Uuid;

use crate::entity::{alumnus_contact, first_weeks, first_weeks_side, network, network_rest};
use crate::standing::{Frequency, Heard, Member, Orientation, Said, Side, Standing, View, Wish};

const YEAR: Duration = Duration::from_secs(365 * 24 * 3_600);

/// How many weeks whoever comes in is in orientation; none when the network has no such thing.
pub(crate) async fn weeks(sql: &impl Sql, id: IssueId) -> Result<Option<i64>, DbFault> {
    let weeks: Option<Option<i64>> = network::Entity::find_by_id(id.uuid())
        .select_only()
        .column(network::Column::FirstWeeks)
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(weeks.flatten())
}

#[derive(FromQueryResult)]
struct Row {
    person_id: Uuid,
    shown_name: String,
    state: String,
    role: String,
    orientation_ends: Option<i64>,
    rests_since: Option<i64>,
    rest_ends: Option<i64>,
    last_at: Option<i64>,
    spoke: i64,
    asked: i64,
}

/// Everybody in it and their names, in no order.
pub(crate) async fn names_in(
    sql: &impl Sql,
    id: IssueId,
) -> Result<Vec<(PersonId, String)>, DbFault> {
    let select = Query::select()
        .columns(["person_id", "shown_name"].map(|it| ("participation", it)))
        .from("participation")
        .inner_join("role_grant", holds_a_role())
        .and_where(Expr::col(("participation", "issue_id")).eq(id.uuid()))
        .cond_where(grants::running("role_grant", sql.now()))
        .to_owned();
    let rows = sql.conn().query_all(&select).await?;
    let one = |row: &QueryResult| -> Result<(PersonId, String), DbFault> {
        let person: Uuid = row.try_get("", "person_id")?;
        Ok((person.into(), row.try_get("", "shown_name")?))
    };
    rows.iter().map(one).collect()
}

/// Those of these who are in it, with what may be seen of them, in one statement and no order.
pub(crate) async fn members(
    sql: &impl Sql,
    (tenant, id): (TenantId, IssueId),
    people: &[PersonId],
) -> Result<Vec<Member>, DbFault> {
    let mut select = with_standing(sql, id);
    select
        .and_where(any_of(
            ("participation", "person_id"),
            people.iter().map(|person| person.uuid()),
        ))
        .expr_as(
            of_ones_posts(id, None, Func::max(Expr::col(("post", "created_at")))),
            "last_at",
        )
        .expr_as(
            of_ones_posts(
                id,
                Some(sql.now().minus(YEAR)),
                Func::count(Expr::col(("post", "id"))),
            ),
            "spoke",
        )
        .expr_as(times_asked(tenant, id, sql.now().minus(YEAR)), "asked");
    let rows = sql.conn().query_all(&select).await?;
    let members = rows
        .iter()
        .map(|row| member(Row::from_query_result(row, "")?, sql.now()));
    members.collect()
}

fn holds_a_role() -> Condition {
    Condition::all()
        .add(Expr::col(("role_grant", "container_id")).equals(("participation", "issue_id")))
        .add(Expr::col(("role_grant", "person_id")).equals(("participation", "person_id")))
}

fn with_standing(sql: &impl Sql, id: IssueId) -> SelectStatement {
    let now = sql.now().millis();
    let same = |table: &'static str| {
        Condition::all()
            .add(Expr::col((table, "network_id")).equals(("participation", "issue_id")))
            .add(Expr::col((table, "person_id")).equals(("participation", "person_id")))
    };
    let rests = same("network_rest").add(
        Condition::any()
            .add(Expr::col(("network_rest", "ends_at")).is_null())
            .add(Expr::col(("network_rest", "ends_at")).gt(now)),
    );
    Query::select()
        .columns([
            ("participation", "person_id"),
            ("participation", "shown_name"),
            ("participation", "state"),
            ("role_grant", "role"),
        ])
        .expr_as(Expr::col(("first_weeks", "ends_at")), "orientation_ends")
        .expr_as(Expr::col(("network_rest", "since")), "rests_since")
        .expr_as(Expr::col(("network_rest", "ends_at")), "rest_ends")
        .from("participation")
        .inner_join("role_grant", holds_a_role())
        .left_join("first_weeks", same("first_weeks"))
        .left_join("network_rest", rests)
        .and_where(Expr::col(("participation", "issue_id")).eq(id.uuid()))
        .cond_where(grants::running("role_grant", sql.now()))
        .to_owned()
}

/// Of the contributions of the person in the row, in this network's conversations.
fn of_ones_posts(id: IssueId, since: Option<Timestamp>, what: impl Into<Expr>) -> Expr {
    let mut posts = Query::select();
    posts
        .expr(what.into())
        .from("post")
        .inner_join(
            "thread",
            Expr::col(("thread", "id")).equals(("post", "thread_id")),
        )
        .and_where(Expr::col(("thread", "issue_id")).eq(id.uuid()))
        .and_where(Expr::col(("post", "author_id")).equals(("participation", "person_id")));
    if let Some(since) = since {
        posts.and_where(Expr::col(("post", "created_at")).gt(since.millis()));
    }
    Expr::SubQuery(None, Box::new(posts.into()))
}

/// By this organisation, for something else than this network: as somebody who is known here, or by their address.
fn times_asked(tenant: TenantId, id: IssueId, since: Timestamp) -> Expr {
    let mut known = asked(tenant, id, since);
    known.and_where(Expr::col(("invitation", "person_id")).equals(("participation", "person_id")));
    let mut by_address = asked(tenant, id, since);
    by_address
        .inner_join(
            "email_address",
            Expr::col(("email_address", "address")).equals(("invitation", "address")),
        )
        .and_where(Expr::col(("invitation", "person_id")).is_null())
        .and_where(Expr::col(("email_address", "verified_at")).is_not_null())
        .and_where(
            Expr::col(("email_address", "person_id")).equals(("participation", "person_id")),
        );
    let times = |select: SelectStatement| Expr::SubQuery(None, Box::new(select.into()));
    times(known).add(times(by_address))
}

fn asked(tenant: TenantId, id: IssueId, since: Timestamp) -> SelectStatement {
    let elsewhere = Condition::any()
        .add(Expr::col(("invitation", "issue_id")).is_null())
        .add(Expr::col(("invitation", "issue_id")).ne(id.uuid()));
    Query::select()
        .expr(Func::count(Expr::col(("invitation", "id"))))
        .from("invitation")
        .and_where(Expr::col(("invitation", "tenant_id")).eq(tenant.uuid()))
        .and_where(Expr::col(("invitation", "created_at")).gt(since.millis()))
        .cond_where(elsewhere)
        .to_owned()
}

fn member(row: Row, now: Timestamp) -> Result<Member, DbFault> {
    let newcomer = row.state == ParticipationState::Orientation.as_str();
    let (standing, until) = if newcomer {
        (Standing::Orientation, row.orientation_ends)
    } else if row.rests_since.is_some() {
        (Standing::Resting, row.rest_ends)
    } else {
        (Standing::Active, None)
    };
    Ok(Member {
        person: row.person_id.into(),
        name: row.shown_name,
        role: IssueRole::from_name(&row.role).ok_or_else(|| DbFault::corrupt(row.role))?,
        standing,
        until: until.map(Timestamp::from_millis),
        heard: Heard::at(row.last_at.map(Timestamp::from_millis), now),
        asked: Frequency::times(row.asked),
        spoke: Frequency::times(row.spoke),
    })
}

/// Somebody's orientation in a network, until it is forgotten.
pub(crate) async fn orientation(
    sql: &impl Sql,
    id: IssueId,
    person: PersonId,
) -> Result<Option<Orientation>, DbFault> {
    let Some(row) = first_weeks::Entity::find_by_id((id.uuid(), person.uuid()))
        .one(sql.conn())
        .await?
    else {
        return Ok(None);
    };
    let mut found = Orientation {
        person,
        ends_at: Timestamp::from_millis(row.ends_at),
        is_decided: row.look_at.is_none(),
        newcomer: None,
        network: None,
    };
    let sides = first_weeks_side::Entity::find()
        .filter(first_weeks_side::Column::NetworkId.eq(id.uuid()))
        .filter(first_weeks_side::Column::PersonId.eq(person.uuid()))
        .all(sql.conn())
        .await?;
    for row in sides {
        let view = View {
            said: Said {
                well: row.well,
                needs: row.needs,
            },
            wish: row.wish.as_deref().map(Wish::from_name).transpose()?,
        };
        match Side::from_name(&row.side)? {
            Side::Newcomer => found.newcomer = Some(view),
            Side::Network => found.network = Some(view),
        }
    }
    Ok(Some(found))
}

/// An orientation that it is time to look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Due {
    pub tenant: TenantId,
    pub network: IssueId,
    pub person: PersonId,
    pub ends_at: Timestamp,
    pub state: IssueState,
}

pub(crate) async fn due(sql: &impl Sql, most: u64) -> Result<Vec<Due>, DbFault> {
    use first_weeks::Column::{EndsAt, LookAt, NetworkId, PersonId, TenantId};
    let select = Query::select()
        .columns([TenantId, NetworkId, PersonId, EndsAt].map(|it| (first_weeks::Entity, it)))
        .column(("issue", "state"))
        .from(first_weeks::Entity)
        .inner_join(
            "issue",
            Expr::col(("issue", "id")).equals((first_weeks::Entity, NetworkId)),
        )
        .and_where(Expr::col((first_weeks::Entity, LookAt)).lte(sql.now().millis()))
        // Of whoever went since, nothing is decided any more.
        .and_where(still_held(
            sql.now(),
            ContainerKind::Issue,
            ("first_weeks", "network_id"),
            ("first_weeks", "person_id"),
        ))
        .order_by((first_weeks::Entity, LookAt), sea_orm::Order::Asc)
        .limit(most)
        .to_owned();
    let mut found = Vec::new();
    for row in sql.conn().query_all(&select).await? {
        let state: String = row.try_get("", "state")?;
        found.push(Due {
            tenant: row.try_get::<Uuid>("", "tenant_id")?.into(),
            network: row.try_get::<Uuid>("", "network_id")?.into(),
            person: row.try_get::<Uuid>("", "person_id")?.into(),
            ends_at: Timestamp::from_millis(row.try_get("", "ends_at")?),
            state: IssueState::from_name(&state).ok_or_else(|| DbFault::corrupt(state))?,
        });
    }
    Ok(found)
}

/// Who of these people rests in this network now: for deciding who is mailed, never for showing.
pub async fn resting(
    sql: &impl Sql,
    id: IssueId,
    people: &[PersonId],
) -> Result<HashSet<PersonId>, DbFault> {
    let rows: Vec<Uuid> = network_rest::Entity::find()
        .select_only()
        .column(network_rest::Column::PersonId)
        .filter(network_rest::Column::NetworkId.eq(id.uuid()))
        .filter(any_of(
            network_rest::Column::PersonId,
            people.iter().map(|person| person.uuid()),
        ))
        .filter(rests_now(sql))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(PersonId::from).collect())
}

/// In which networks this person rests now.
pub async fn rests_in(sql: &impl Sql, person: PersonId) -> Result<HashSet<IssueId>, DbFault> {
    let rows: Vec<Uuid> = network_rest::Entity::find()
        .select_only()
        .column(network_rest::Column::NetworkId)
        .filter(network_rest::Column::PersonId.eq(person.uuid()))
        .filter(rests_now(sql))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(IssueId::from).collect())
}

fn rests_now(sql: &impl Sql) -> Condition {
    Condition::any()
        .add(network_rest::Column::EndsAt.is_null())
        .add(network_rest::Column::EndsAt.gt(sql.now().millis()))
}

/// A contact that somebody who left would like, or that both sides wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alumnus {
    pub tenant: TenantId,
    pub network: IssueId,
    pub person: PersonId,
    pub name: String,
    pub agreed: bool,
    pub ends_at: Timestamp,
}

/// Of a network, by name.
pub(crate) async fn alumni_of(sql: &impl Sql, id: IssueId) -> Result<Vec<Alumnus>, DbFault> {
    let rows = alumnus_contact::Entity::find()
        .filter(alumnus_contact::Column::NetworkId.eq(id.uuid()))
        .filter(alumnus_contact::Column::EndsAt.gt(sql.now().millis()))
        .order_by_asc(alumnus_contact::Column::Name)
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(alumnus).collect())
}

/// Of a person, in every organisation: the caller holds the person as a key.
pub(crate) async fn contacts_of(sql: &impl Sql, person: PersonId) -> Result<Vec<Alumnus>, DbFault> {
    let rows = alumnus_contact::Entity::find()
        .filter(alumnus_contact::Column::PersonId.eq(person.uuid()))
        .filter(alumnus_contact::Column::EndsAt.gt(sql.now().millis()))
        .order_by_asc(alumnus_contact::Column::LeftAt)
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(alumnus).collect())
}

fn alumnus(row: alumnus_contact::Model) -> Alumnus {
    Alumnus {
        tenant: row.tenant_id.into(),
        network: row.network_id.into(),
        person: row.person_id.into(),
        name: row.name,
        agreed: row.agreed_at.is_some(),
        ends_at: Timestamp::from_millis(row.ends_at),
    }
}

/// The names of networks, whoever asks: to somebody who was in them.
pub(crate) async fn names(
    sql: &impl Sql,
    networks: impl IntoIterator<Item = IssueId>,
) -> Result<HashMap<IssueId, String>, DbFault> {
    let rooms = issues::read::find_all_invited(sql, networks).await?;
    Ok(rooms
        .into_iter()
        .map(|room| (room.id, room.title))
        .collect())
}

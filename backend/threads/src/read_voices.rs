//! Who has an alias in an issue, and of which post a key is. No condition looks who asks: the caller read the room.

use db::{DbFault, Sql};
use issues::Regime;
use kernel::{IssueId, PersonId, PostId, ThreadId};
use platform::Secrets;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::alias::Alias;
use crate::entity::{post, post_key, room_alias, thread};
use crate::voice::{self, Voice};

/// A room never holds as many.
const MOST_ALIASES: u64 = 10_000;

/// Who spoke by an alias in the closed rooms of this issue, by name.
pub(crate) async fn aliases_of(sql: &impl Sql, issue: IssueId) -> Result<Vec<Alias>, DbFault> {
    let rows = room_alias::Entity::find()
        .filter(room_alias::Column::IssueId.eq(issue.uuid()))
        .order_by_asc(room_alias::Column::Name)
        .limit(MOST_ALIASES)
        .all(sql.conn())
        .await?;
    let alias = |row: room_alias::Model| Alias {
        id: row.id,
        name: row.name,
    };
    Ok(rows.into_iter().map(alias).collect())
}

pub(crate) async fn post_of_key(sql: &impl Sql, hash: &str) -> Result<Option<PostId>, DbFault> {
    let row = post_key::Entity::find_by_id(hash.to_owned())
        .one(sql.conn())
        .await?;
    Ok(row.map(|row| row.post_id.into()))
}

/// Whether this is a room, or a post of one, in which nobody learns who wrote what.
pub async fn hides_writers(sql: &impl Sql, id: Uuid) -> Result<bool, DbFault> {
    let mut regime = regime_of(sql, id).await?;
    if regime.is_none() {
        let thread: Option<Uuid> = post::Entity::find_by_id(id)
            .select_only()
            .column(post::Column::ThreadId)
            .into_tuple()
            .one(sql.conn())
            .await?;
        if let Some(thread) = thread {
            regime = regime_of(sql, thread).await?;
        }
    }
    Ok(regime.is_some_and(|regime| !regime.names_people()))
}

/// Who opened a room that names people; whoever asks.
pub async fn opener(sql: &impl Sql, thread: ThreadId) -> Result<Option<PersonId>, DbFault> {
    let author: Option<Uuid> = thread::Entity::find_by_id(thread.uuid())
        .select_only()
        .column(thread::Column::AuthorId)
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(author.and_then(|id| Voice::from(id).person()))
}

async fn regime_of(sql: &impl Sql, thread: Uuid) -> Result<Option<Regime>, DbFault> {
    let regime: Option<String> = thread::Entity::find_by_id(thread)
        .select_only()
        .column(thread::Column::Regime)
        .into_tuple()
        .one(sql.conn())
        .await?;
    regime.as_deref().map(Regime::from_name).transpose()
}

/// What stands for this person in the column that says who wrote a post: the person, and for each issue
/// an alias, and another of what they translate there.
pub async fn voices_of(
    sql: &impl Sql,
    person: PersonId,
    secrets: &Secrets,
) -> Result<Vec<Uuid>, DbFault> {
    let select = Query::select()
        .column(("participation", "issue_id"))
        .from("participation")
        .and_where(Expr::col(("participation", "person_id")).eq(person.uuid()))
        .to_owned();
    let mut voices = vec![person.uuid()];
    for row in sql.conn().query_all(&select).await? {
        let issue: Uuid = row.try_get("", "issue_id")?;
        voices.push(voice::alias(issue.into(), person, secrets));
        voices.push(voice::alias_of_translator(issue.into(), person, secrets));
    }
    Ok(voices)
}

//! Statements that write threads and posts. None can be called without a permit.

use db::{DbFault, Sql, Tx, next_version, rows_inserted};
use issues::Capacity;
use kernel::{PersonId, PostId, Seq, ThreadId, Timestamp};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryFilter,
    QuerySelect, QueryTrait, UpdateMany,
};

use crate::entity::{post, post_version, thread, thread_read};
use crate::model::{Body, Post, Room, Words};
use crate::policy::{MayReply, MayRevise};
use crate::read_row::PostRow;
use crate::store_translations::{self, Place};
use crate::{Author, PostFile, Ranges, post_files, store_hold, voice};

/// A room in which nothing was said yet.
pub async fn insert_thread(tx: &Tx, room: &Room) -> Result<(), DbFault> {
    let row = thread::ActiveModel {
        id: Set(room.id.uuid()),
        tenant_id: Set(room.tenant.uuid()),
        issue_id: Set(room.issue.uuid()),
        author_id: Set(room.author.uuid()),
        title: Set(room.title.clone()),
        visibility: Set(room.visibility.as_str().to_owned()),
        regime: Set(room.regime.as_str().to_owned()),
        state: Set("open".to_owned()),
        last_seq: Set(0),
        last_change: Set(0),
        voids: Set(String::new()),
        last_post_at: Set(room.last_post_at.millis()),
        created_at: Set(room.last_post_at.millis()),
        version: Set(1),
        kind: Set(room.kind.as_str().to_owned()),
        pins: Set(0),
        answers: Set(0),
        merged_into_id: Set(None),
        round: Set(room.round),
        round_from: Set(room.round_from.get()),
        looked_at_first: Set(i64::from(room.looked_at_first)),
        follows_id: Set(None),
        next_id: Set(None),
        translated_at: Set(None),
    };
    thread::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// The next numbers of a thread, under the lock of its row: dense, and in the order of the commits.
pub(crate) struct Numbers {
    tenant: uuid::Uuid,
    seq: i64,
    pub(crate) change: i64,
    /// Posts in it may have translations: known under the lock, without asking.
    pub(crate) translated: bool,
}

/// With the moment of a new post, when it is one.
pub(crate) async fn next_numbers(
    tx: &Tx,
    thread: ThreadId,
    new_post: Option<Timestamp>,
) -> Result<Numbers, DbFault> {
    let grow = |column: &'static str| Expr::col(Alias::new(column)).add(1_i64);
    let mut update = Query::update();
    update
        .table(thread::Entity)
        .value(thread::Column::LastChange, grow("last_change"))
        .and_where(Expr::col(thread::Column::Id).eq(thread.uuid()));
    if let Some(at) = new_post {
        update
            .value(thread::Column::LastSeq, grow("last_seq"))
            .value(thread::Column::LastPostAt, at.millis())
            .and_where(Expr::col(thread::Column::MergedIntoId).is_null());
    }
    update.returning(Query::returning().columns([
        thread::Column::TenantId,
        thread::Column::LastSeq,
        thread::Column::LastChange,
        thread::Column::TranslatedAt,
    ]));
    let row = tx
        .conn()
        .query_one(&update)
        .await?
        // It has gone up into another.
        .ok_or_else(|| just_moved("thread"))?;
    Ok(Numbers {
        tenant: row.try_get("", "tenant_id")?,
        seq: row.try_get("", "last_seq")?,
        change: row.try_get("", "last_change")?,
        translated: row.try_get::<Option<i64>>("", "translated_at")?.is_some(),
    })
}

/// Somebody was ahead: whoever tries again finds it where it is now.
pub(crate) fn just_moved(what: &str) -> DbFault {
    DbFault::Unavailable(DbErr::RecordNotFound(what.to_owned()))
}

/// The number of a change in a thread that is no new post.
pub(crate) async fn next_change(tx: &Tx, thread: ThreadId) -> Result<i64, DbFault> {
    Ok(next_numbers(tx, thread, None).await?.change)
}

pub async fn insert_post(
    tx: &Tx,
    permit: &MayReply,
    (id, at): (PostId, Timestamp),
    author: Author,
    words: Words,
) -> Result<Post, DbFault> {
    let numbers = next_numbers(tx, permit.thread, Some(at)).await?;
    let row = post::Model {
        id: id.uuid(),
        tenant_id: numbers.tenant,
        thread_id: permit.thread.uuid(),
        seq: numbers.seq,
        change_seq: numbers.change,
        author_id: author.voice.uuid(),
        shown_name: author.shown_name,
        capacity: author.capacity.as_str().to_owned(),
        organisation: author
            .organisation
            .filter(|_| author.capacity != Capacity::Personal),
        body: words.body.markdown,
        html: words.body.html,
        quotes_id: words.quotes.map(PostId::uuid),
        created_at: at.millis(),
        edited_at: None,
        withdrawn_at: None,
        held: None,
        version: 1,
        pinned_at: None,
        accepted_at: None,
        perspective: None,
        moved_to_id: None,
        came_from_id: None,
        view: None,
        files: post_files::written(&words.files)?,
        cited_at: None,
        translates_id: words.translates.as_ref().map(|it| it.post.uuid()),
        outdated_at: words
            .translates
            .as_ref()
            .and_then(|it| it.older.then(|| at.millis())),
        language: words.translates.map(|it| it.language.to_string()),
        translated_at: None,
    };
    let insert = post::Entity::insert(post::ActiveModel::from(row.clone()));
    tx.later(&insert.into_query()).await?;
    Post::try_from(PostRow::from(row))
}

/// Writes the new text and keeps the old one; false when somebody was ahead.
pub async fn update_post(
    tx: &Tx,
    permit: &MayRevise,
    before: &str,
    old: &Post,
    words: (&Body, &[PostFile]),
    version: i64,
) -> Result<bool, DbFault> {
    let (body, files) = words;
    let numbers = next_numbers(tx, permit.thread, None).await?;
    let done = post::Entity::update_many()
        .col_expr(post::Column::Body, Expr::val(&body.markdown))
        .col_expr(post::Column::Html, Expr::val(&body.html))
        .col_expr(post::Column::Files, Expr::val(post_files::written(files)?))
        .col_expr(post::Column::EditedAt, Expr::val(permit.at.millis()))
        .col_expr(post::Column::ChangeSeq, Expr::val(numbers.change))
        .col_expr(post::Column::OutdatedAt, Expr::val(None::<i64>))
        .col_expr(post::Column::Version, Expr::val(version + 1))
        .filter(post::Column::Id.eq(permit.post.uuid()))
        .filter(post::Column::ThreadId.eq(permit.thread.uuid()))
        .filter(post::Column::Version.eq(version))
        .exec(tx.conn())
        .await?;
    if done.rows_affected == 0 {
        return Ok(false);
    }
    let kept = post_version::ActiveModel {
        post_id: Set(permit.post.uuid()),
        version: Set(version),
        body: Set(before.to_owned()),
        html: Set(old.html.clone()),
        written_at: Set(old.edited_at.unwrap_or(old.created_at).millis()),
        files: Set(post_files::written(&old.files)?),
    };
    post_version::Entity::insert(kept)
        .exec_without_returning(tx.conn())
        .await?;
    if numbers.translated {
        store_translations::outdate(tx, permit.thread, permit.post, permit.at).await?;
    }
    Ok(true)
}

/// Takes the words away, all versions of them, and what was put beside them; the number stays, as a void that counts as
/// read; its translations go with it, and are answered. None when the post has just moved to
/// another thread, or was taken away by others.
pub async fn void_post(
    tx: &Tx,
    permit: &MayRevise,
    seq: Seq,
) -> Result<Option<Vec<Place>>, DbFault> {
    let numbers = next_numbers(tx, permit.thread, None).await?;
    let kept = holds::keep_words(tx, &[permit.post]).await?;
    let done = unmarked(emptied(permit.post, permit.at, numbers.change))
        .filter(post::Column::ThreadId.eq(permit.thread.uuid()))
        .filter(post::Column::WithdrawnAt.is_null())
        .exec(tx.conn())
        .await?;
    if done.rows_affected == 0 {
        return Ok(None);
    }
    if !kept {
        forget_words(tx, &[permit.post]).await?;
    }
    store_hold::void_places(tx, permit.thread, &[seq], true).await?;
    let along = if numbers.translated {
        store_translations::void(tx, permit.thread, &[permit.post], permit.at).await?
    } else {
        Vec::new()
    };
    Ok(Some(along))
}

/// The words of a post go; what was put beside them comes back with them, or goes too.
pub(crate) fn emptied(id: PostId, at: Timestamp, change: i64) -> UpdateMany<post::Entity> {
    post::Entity::update_many()
        .col_expr(post::Column::Body, Expr::val(""))
        .col_expr(post::Column::Html, Expr::val(""))
        .col_expr(post::Column::WithdrawnAt, Expr::val(at.millis()))
        .col_expr(post::Column::ChangeSeq, Expr::val(change))
        .col_expr(post::Column::Version, next_version())
        .filter(post::Column::Id.eq(id.uuid()))
}

/// Nothing stands beside the words any more, and no file is named there.
pub(crate) fn unmarked(update: UpdateMany<post::Entity>) -> UpdateMany<post::Entity> {
    update
        .col_expr(post::Column::PinnedAt, Expr::val(None::<i64>))
        .col_expr(post::Column::AcceptedAt, Expr::val(None::<i64>))
        .col_expr(post::Column::Perspective, Expr::val(None::<String>))
        .col_expr(post::Column::View, Expr::val(None::<String>))
        .col_expr(post::Column::Files, Expr::val(None::<String>))
}

/// What hangs on posts that are empty: files, and what they said before.
pub(crate) async fn forget_words(tx: &Tx, posts: &[PostId]) -> Result<(), DbFault> {
    files::let_go(tx, posts).await?;
    store_hold::forget_versions(tx, posts.iter().map(|it| it.uuid())).await
}

/// Adds to what a person has read. Two devices at once both count: the row is locked between reading and writing.
pub async fn add_read(
    tx: &Tx,
    room: &Room,
    person: PersonId,
    more: &Ranges,
) -> Result<Ranges, DbFault> {
    let merged = read_of(tx, room, person).await?.union(more);
    reading(tx, room, person, &merged).exec(tx.conn()).await?;
    Ok(merged)
}

/// Notes that an author has read their own new post: most often at once, on what the room was read with.
pub async fn read_own(tx: &Tx, room: &Room, author: PersonId, seq: Seq) -> Result<(), DbFault> {
    let own = Ranges::of([(seq.get(), seq.get())]);
    let known = reading(tx, room, author, &room.read.union(&own))
        .filter(thread_read::Column::Ranges.eq(room.read.to_string()));
    // On SQLite nobody else has written since the room was read.
    if tx.conn().get_database_backend() == DbBackend::Sqlite && !room.read.pairs().is_empty() {
        return tx.later(&known.into_query()).await;
    }
    let done = known.exec(tx.conn()).await?;
    // Nothing was read before, or more was meanwhile.
    if done.rows_affected == 0 {
        add_read(tx, room, author, &own).await?;
    }
    Ok(())
}

/// Forgets what a person has read from this number on; their own posts stay read.
pub async fn forget_read(
    tx: &Tx,
    room: &Room,
    person: PersonId,
    from: Seq,
) -> Result<Ranges, DbFault> {
    let own: Vec<i64> = post::Entity::find()
        .select_only()
        .column(post::Column::Seq)
        .filter(post::Column::ThreadId.eq(room.id.uuid()))
        .filter(post::Column::AuthorId.eq(person.uuid()))
        .filter(post::Column::Seq.gte(from.get()))
        .into_tuple()
        .all(tx.conn())
        .await?;
    let left = read_of(tx, room, person)
        .await?
        .up_to(Seq::from(from.get().saturating_sub(1)))
        .union(&Ranges::of(own.into_iter().map(|seq| (seq, seq))));
    reading(tx, room, person, &left).exec(tx.conn()).await?;
    Ok(left)
}

/// What was read, in a row that is locked: of two who begin at once the second waits for the first.
async fn read_of(tx: &Tx, room: &Room, person: PersonId) -> Result<Ranges, DbFault> {
    if let Some(read) = locked(tx, room.id, person).await? {
        return Ok(read);
    }
    let nothing = thread_read::ActiveModel {
        thread_id: Set(room.id.uuid()),
        person_id: Set(person.uuid()),
        ranges: Set(String::new()),
        updated_at: Set(voice::moment_of_reading(room.regime, tx.now()).millis()),
    };
    let once = OnConflict::columns([thread_read::Column::ThreadId, thread_read::Column::PersonId])
        .do_nothing()
        .to_owned();
    let begun = thread_read::Entity::insert(nothing)
        .on_conflict(once)
        .exec_without_returning(tx.conn())
        .await;
    rows_inserted(begun)?;
    Ok(locked(tx, room.id, person).await?.unwrap_or_default())
}

async fn locked(tx: &Tx, thread: ThreadId, person: PersonId) -> Result<Option<Ranges>, DbFault> {
    let stored: Option<String> = thread_read::Entity::find_by_id((thread.uuid(), person.uuid()))
        .select_only()
        .column(thread_read::Column::Ranges)
        .lock_exclusive()
        .into_tuple()
        .one(tx.conn())
        .await?;
    Ok(stored.as_deref().map(Ranges::parse))
}

fn reading(
    tx: &Tx,
    room: &Room,
    person: PersonId,
    ranges: &Ranges,
) -> UpdateMany<thread_read::Entity> {
    let at = voice::moment_of_reading(room.regime, tx.now());
    thread_read::Entity::update_many()
        .col_expr(thread_read::Column::Ranges, Expr::val(ranges.to_string()))
        .col_expr(thread_read::Column::UpdatedAt, Expr::val(at.millis()))
        .filter(thread_read::Column::ThreadId.eq(room.id.uuid()))
        .filter(thread_read::Column::PersonId.eq(person.uuid()))
}

//! Statements on the posts of somebody who is erased: a change of their room each, so that whoever reads along, what is
//! kept of a page and the search index follow.

use std::collections::BTreeMap;

use db::{DbFault, Sql, Tx, outbox};
use kernel::{IssueId, PersonId, PostId, Ranges, Seq, TenantId, ThreadId};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{CaseStatement, Condition, Expr, ExprTrait, Query, UpdateStatement};
use threads::ThreadEvent;
use uuid::Uuid;

use crate::model::Texts;

/// How many posts one change touches.
const SOME: u64 = 100;
/// Words that who moderates took away for good.
const REMOVED: &str = "removed";

/// A post of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Own {
    id: PostId,
    seq: Seq,
    /// There are words in it that anybody reads.
    says: bool,
    /// Its words are kept from readers by who moderates.
    held: bool,
}

/// Where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Room {
    pub tenant: TenantId,
    pub issue: IssueId,
    pub thread: ThreadId,
}

/// Some of them, by room.
pub async fn find(sql: &impl Sql, person: PersonId) -> Result<BTreeMap<Room, Vec<Own>>, DbFault> {
    find_such(sql, person, Condition::all()).await
}

/// The same of those in which there are words, whoever reads them.
pub async fn find_words(
    sql: &impl Sql,
    author: PersonId,
) -> Result<BTreeMap<Room, Vec<Own>>, DbFault> {
    let of = |column: &'static str| Expr::col(("post", column));
    let says = of("withdrawn_at")
        .is_null()
        .and(of("moved_to_id").is_null());
    let held = of("held").is_not_null().and(of("held").ne(REMOVED));
    find_such(sql, author, Condition::any().add(says).add(held)).await
}

async fn find_such(
    sql: &impl Sql,
    author: PersonId,
    such: Condition,
) -> Result<BTreeMap<Room, Vec<Own>>, DbFault> {
    let of = |column: &'static str| Expr::col(("post", column));
    let select = Query::select()
        .columns(
            [
                "id",
                "tenant_id",
                "thread_id",
                "seq",
                "withdrawn_at",
                "held",
                "moved_to_id",
            ]
            .map(|it| ("post", it)),
        )
        .column(("thread", "issue_id"))
        .from("post")
        .inner_join("thread", of("thread_id").equals(("thread", "id")))
        .and_where(of("author_id").eq(author.uuid()))
        .cond_where(such)
        .limit(SOME)
        .to_owned();
    let mut rooms: BTreeMap<Room, Vec<Own>> = BTreeMap::new();
    for row in sql.conn().query_all(&select).await? {
        let id = |column: &str| row.try_get::<Uuid>("", column);
        let room = Room {
            tenant: id("tenant_id")?.into(),
            issue: id("issue_id")?.into(),
            thread: id("thread_id")?.into(),
        };
        let held: Option<String> = row.try_get("", "held")?;
        let withdrawn: Option<i64> = row.try_get("", "withdrawn_at")?;
        let moved: Option<Uuid> = row.try_get("", "moved_to_id")?;
        let post = Own {
            id: id("id")?.into(),
            seq: Seq::from(row.try_get::<i64>("", "seq")?),
            says: withdrawn.is_none() && moved.is_none(),
            held: held.is_some(),
        };
        rooms.entry(room).or_default().push(post);
    }
    Ok(rooms)
}

/// Takes the name off these posts of one room, and the words with it where they are to go.
pub async fn leave(
    tx: &Tx,
    room: Room,
    posts: &[Own],
    (person, instead): (PersonId, Uuid),
    texts: Texts,
) -> Result<(), DbFault> {
    let (last, voids, translated) = number(tx, room.thread, posts.len()).await?;
    let first = last - i64::try_from(posts.len()).unwrap_or(0);
    let mut change = CaseStatement::new();
    for (place, post) in (1_i64..).zip(posts) {
        change = change.case(Expr::col("id").eq(post.id.uuid()), first + place);
    }
    let unnamed = of_posts(room, posts.iter())
        .value("author_id", instead)
        .value("shown_name", "")
        .value("capacity", "personal")
        .value("organisation", Option::<String>::None)
        .value("perspective", Option::<String>::None)
        .value("change_seq", change)
        .and_where(Expr::col("author_id").eq(person.uuid()))
        .to_owned();
    tx.conn().execute(&unnamed).await?;
    let gone: Vec<Own> = posts.iter().copied().filter(|post| post.says).collect();
    if texts == Texts::Stay || gone.is_empty() {
        keep_held(tx, room, posts, texts).await?;
        return announce_names(tx, room, posts).await;
    }
    let emptied = of_posts(room, gone.iter())
        .value("body", "")
        .value("html", "")
        .value("pinned_at", Option::<i64>::None)
        .value("accepted_at", Option::<i64>::None)
        .value("view", Option::<String>::None)
        .value("files", Option::<String>::None)
        .value("withdrawn_at", tx.now().millis())
        .value("version", Expr::col("version").add(1_i64))
        .to_owned();
    tx.conn().execute(&emptied).await?;
    forget_versions(tx, &gone).await?;
    let ids: Vec<PostId> = gone.iter().map(|post| post.id).collect();
    files::let_go(tx, &ids).await?;
    let numbers = gone.iter().map(|post| (post.seq.get(), post.seq.get()));
    let voids = Ranges::parse(&voids).union(&Ranges::of(numbers));
    empty_places(tx, room.thread, &voids).await?;
    keep_held(tx, room, posts, texts).await?;
    // What is gone is not to be read in another language.
    let along = if translated {
        threads::touch_originals(tx, room.thread, &ids).await?;
        threads::void_translations(tx, room.thread, &ids, tx.now()).await?
    } else {
        Vec::new()
    };
    let own = gone.iter().map(|post| (post.id, post.seq));
    let along = along.into_iter().map(|it| (it.post, it.seq));
    let told = own.chain(along).map(|(post, seq)| ThreadEvent::Withdrawn {
        tenant: room.tenant,
        issue: room.issue,
        thread: room.thread,
        post,
        seq,
    });
    outbox::push_all(tx, &told.collect::<Vec<_>>()).await
}

/// Whatever moved to another room meanwhile is found again there.
fn of_posts<'a>(room: Room, posts: impl Iterator<Item = &'a Own>) -> UpdateStatement {
    Query::update()
        .table("post")
        .and_where(Expr::col("id").is_in(posts.map(|post| post.id.uuid())))
        .and_where(Expr::col("thread_id").eq(room.thread.uuid()))
        .to_owned()
}

/// The last of so many new numbers of changes, under the lock of the room; and which of its places are empty; and
/// whether there are translations in it.
async fn number(tx: &Tx, thread: ThreadId, count: usize) -> Result<(i64, String, bool), DbFault> {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let update = Query::update()
        .table("thread")
        .value("last_change", Expr::col("last_change").add(count))
        .and_where(Expr::col("id").eq(thread.uuid()))
        .returning(Query::returning().columns(["last_change", "voids", "translated_at"]))
        .to_owned();
    let row = tx.conn().query_one(&update).await?;
    let row = row.ok_or_else(|| DbFault::corrupt("a post without a thread"))?;
    let translated: Option<i64> = row.try_get("", "translated_at")?;
    Ok((
        row.try_get("", "last_change")?,
        row.try_get("", "voids")?,
        translated.is_some(),
    ))
}

/// With what is pinned and what answers, counted anew.
async fn empty_places(tx: &Tx, thread: ThreadId, voids: &Ranges) -> Result<(), DbFault> {
    let those = |column: &'static str| {
        let select = Query::select()
            .expr(Expr::col(("post", "id")).count())
            .from("post")
            .and_where(Expr::col(("post", "thread_id")).eq(thread.uuid()))
            .and_where(Expr::col(("post", column)).is_not_null())
            .and_where(Expr::col(("post", "withdrawn_at")).is_null())
            .to_owned();
        Expr::SubQuery(None, Box::new(select.into()))
    };
    let update = Query::update()
        .table("thread")
        .value("voids", voids.to_string())
        .value("pins", those("pinned_at"))
        .value("answers", those("accepted_at"))
        .and_where(Expr::col("id").eq(thread.uuid()))
        .to_owned();
    tx.conn().execute(&update).await?;
    Ok(())
}

/// Older versions of words that are gone, and of those that were taken back before.
async fn forget_versions(tx: &Tx, posts: &[Own]) -> Result<(), DbFault> {
    let delete = Query::delete()
        .from_table("post_version")
        .and_where(Expr::col("post_id").is_in(posts.iter().map(|post| post.id.uuid())))
        .to_owned();
    tx.conn().execute(&delete).await?;
    Ok(())
}

/// Words that who moderates took away are kept for their term, and come back no more where the texts are to go.
async fn keep_held(tx: &Tx, room: Room, posts: &[Own], texts: Texts) -> Result<(), DbFault> {
    let held: Vec<Own> = posts.iter().copied().filter(|post| post.held).collect();
    if texts == Texts::Stay || held.is_empty() {
        return Ok(());
    }
    let removed = of_posts(room, held.iter())
        .value("held", REMOVED)
        .to_owned();
    tx.conn().execute(&removed).await?;
    let until = Query::update()
        .table("post_hold")
        .value("until", Option::<i64>::None)
        .and_where(Expr::col("post_id").is_in(held.iter().map(|post| post.id.uuid())))
        .to_owned();
    tx.conn().execute(&until).await?;
    Ok(())
}

/// Whoever reads along fetches what changed: one word for all of it.
async fn announce_names(tx: &Tx, room: Room, posts: &[Own]) -> Result<(), DbFault> {
    let Some(post) = posts.last().map(|post| post.id) else {
        return Ok(());
    };
    let event = ThreadEvent::Marked {
        tenant: room.tenant,
        issue: room.issue,
        thread: room.thread,
        post,
    };
    outbox::push(tx, &event).await
}

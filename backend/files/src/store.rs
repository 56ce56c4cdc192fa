//! Statements that write files.

use std::time::Duration;

use db::{DbFault, Sql, Tx};
use kernel::{FileId, PersonId, PostId, TenantId, ThreadId, Timestamp};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, SimpleExpr};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, UpdateMany,
};
use uuid::Uuid;

use crate::entity::{ActiveModel, Column, Entity};
use crate::model::{FOR_A_POST, LET_GO, POST, Place, WAITING_POST};
use crate::policy::MayUpload;
use crate::{Attachment, FileRecord};

/// How long a file waits for something to hang on.
pub const WAITS: Duration = Duration::from_secs(24 * 3_600);

/// Of files whose bytes are to come.
pub(crate) const NOT_YET: i64 = 0;

/// Of files that nobody is to have any more: the next look forgets them.
const GONE: i64 = -1;

/// From now on it can be hung on something; false when it was forgotten meanwhile.
pub(crate) async fn arrived(tx: &Tx, id: FileId, at: Timestamp) -> Result<bool, DbFault> {
    let done = Entity::update_many()
        .col_expr(Column::CreatedAt, Expr::val(at.millis()))
        .filter(Column::Id.eq(id.uuid()))
        .filter(is_loose())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Its bytes came when it could not be taken any more; nothing happens to one that another request brought.
pub(crate) async fn came_too_late(tx: &Tx, id: FileId) -> Result<(), DbFault> {
    Entity::update_many()
        .col_expr(Column::CreatedAt, Expr::val(GONE))
        .filter(Column::Id.eq(id.uuid()))
        .filter(Column::CreatedAt.eq(NOT_YET))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Its bytes are to come: `arrived` says when they are there.
pub async fn insert(tx: &Tx, permit: &MayUpload, file: &FileRecord) -> Result<(), DbFault> {
    let row = ActiveModel {
        id: Set(file.id.uuid()),
        tenant_id: Set(TenantId::uuid(permit.tenant)),
        owner_id: Set(PersonId::uuid(permit.owner)),
        name: Set(file.name.clone()),
        media_type: Set(file.media_type.as_str().to_owned()),
        size: Set(file.size),
        sha256: Set(file.sha256.clone()),
        attached_kind: Set(permit.place.map(|place| place.kind().to_owned())),
        attached_id: Set(permit.place.map(Place::id)),
        created_at: Set(NOT_YET),
        width: Set(file.width.map(i64::from)),
        height: Set(file.height.map(i64::from)),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// Hangs these files on `to`, and lets go of those that hung there before. False when one of them is not
/// there, hangs on something else, or waited too long: then the caller changes nothing.
/// The caller has checked that the person may change `to`.
pub async fn attach(tx: &Tx, to: Attachment, files: &[FileId]) -> Result<bool, DbFault> {
    let ids = || files.iter().map(|file| file.uuid());
    let here = || {
        Condition::all()
            .add(tx.in_tenants(Column::TenantId))
            .add(Column::AttachedKind.eq(to.kind()))
            .add(Column::AttachedId.eq(to.id()))
    };
    Entity::update_many()
        .col_expr(Column::AttachedKind, Expr::val(None::<String>))
        .col_expr(Column::AttachedId, Expr::val(None::<Uuid>))
        .col_expr(Column::CreatedAt, Expr::val(tx.now().millis()))
        .filter(here())
        .filter(Column::Id.is_not_in(ids()))
        .exec(tx.conn())
        .await?;
    if files.is_empty() {
        return Ok(true);
    }
    let waiting = Condition::all()
        .add(tx.in_tenants(Column::TenantId))
        .add(Column::AttachedKind.is_null())
        .add(Column::CreatedAt.gt(tx.now().minus(WAITS).millis()));
    let done = Entity::update_many()
        .col_expr(Column::AttachedKind, Expr::val(to.kind()))
        .col_expr(Column::AttachedId, Expr::val(to.id()))
        .filter(Column::Id.is_in(ids()))
        .filter(Condition::any().add(here()).add(waiting))
        .exec(tx.conn())
        .await?;
    Ok(usize::try_from(done.rows_affected).is_ok_and(|count| count == files.len()))
}

/// Hangs what this person added for a post on one of theirs, or leaves it where it hung in an earlier version of that. False
/// when one of them is not there, hangs on something else, or waited too long: then the caller changes nothing.
pub async fn attach_to_post(
    tx: &Tx,
    owner: PersonId,
    to: Attachment,
    files: &[FileId],
) -> Result<bool, DbFault> {
    let waits = Condition::all()
        .add(Column::AttachedKind.is_in(FOR_A_POST))
        .add(Column::CreatedAt.gt(tx.now().minus(WAITS).millis()));
    let done = hang(to)
        .filter(tx.in_tenants(Column::TenantId))
        .filter(Column::Id.is_in(files.iter().map(|file| file.uuid())))
        .filter(Column::OwnerId.eq(owner.uuid()))
        .filter(Condition::any().add(waits).add(hangs_on(to)))
        .exec(tx.conn())
        .await?;
    Ok(usize::try_from(done.rows_affected).is_ok_and(|count| count == files.len()))
}

fn hangs_on(what: Attachment) -> Condition {
    Condition::all()
        .add(Column::AttachedKind.eq(what.kind()))
        .add(Column::AttachedId.eq(what.id()))
}

/// All that hangs on the one hangs on the other.
pub async fn hand_on(tx: &Tx, from: Attachment, to: Attachment) -> Result<(), DbFault> {
    hang(to).filter(hangs_on(from)).exec(tx.conn()).await?;
    Ok(())
}

fn hang(to: Attachment) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::AttachedKind, Expr::val(to.kind()))
        .col_expr(Column::AttachedId, Expr::val(to.id()))
}

/// What hangs on it is at its owner's hand again for another post in this thread, for as long as what was just added.
pub async fn take_off(tx: &Tx, thread: ThreadId, post: PostId) -> Result<(), DbFault> {
    let place = Place::Thread(thread);
    Entity::update_many()
        .col_expr(Column::AttachedKind, Expr::val(place.kind()))
        .col_expr(Column::AttachedId, Expr::val(place.id()))
        .col_expr(Column::CreatedAt, Expr::val(tx.now().millis()))
        .filter(hangs_on(Attachment::WaitingPost(post)))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Forgets what this person added and no post took; false when there is no such file.
pub async fn drop_waiting(tx: &Tx, owner: PersonId, id: FileId) -> Result<bool, DbFault> {
    let done = Entity::update_many()
        .col_expr(Column::CreatedAt, Expr::val(GONE))
        .filter(Column::Id.eq(id.uuid()))
        .filter(Column::OwnerId.eq(owner.uuid()))
        .filter(Column::AttachedKind.is_in(FOR_A_POST))
        .filter(Column::CreatedAt.gt(NOT_YET))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Takes their files from posts whose words are gone: nobody reads them any more, and the next look forgets them.
pub async fn let_go(tx: &Tx, posts: &[PostId]) -> Result<(), DbFault> {
    loosen(
        tx,
        Column::AttachedId.is_in(posts.iter().map(|post| post.uuid())),
    )
    .await
}

/// The same of all that hangs on a post but these: of what its earlier versions had.
pub async fn let_go_but(tx: &Tx, post: PostId, kept: &[FileId]) -> Result<(), DbFault> {
    let others = Column::AttachedId
        .eq(post.uuid())
        .and(Column::Id.is_not_in(kept.iter().map(|file| file.uuid())));
    loosen(tx, others).await
}

async fn loosen(tx: &Tx, which: SimpleExpr) -> Result<(), DbFault> {
    Entity::update_many()
        .col_expr(Column::AttachedKind, Expr::val(LET_GO))
        .col_expr(Column::CreatedAt, Expr::val(GONE))
        .filter(Column::AttachedKind.is_in([POST, WAITING_POST]))
        .filter(which)
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// What this person added and nobody reads yet, or not any more: the next look forgets it.
pub async fn let_go_of(tx: &Tx, owner: PersonId) -> Result<(), DbFault> {
    Entity::update_many()
        .col_expr(Column::AttachedKind, Expr::val(LET_GO))
        .col_expr(Column::CreatedAt, Expr::val(GONE))
        .filter(Column::OwnerId.eq(owner.uuid()))
        .filter(is_loose().add(Column::AttachedKind.eq(WAITING_POST)))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Hangs on nothing that anybody reads.
fn is_loose() -> Condition {
    Condition::any()
        .add(Column::AttachedKind.is_null())
        .add(Column::AttachedKind.is_in(FOR_A_POST))
}

/// Hangs on nothing since before `before`; while its bytes are to come it began before that.
fn is_forgotten(before: Timestamp) -> Condition {
    let no_upload = Condition::any()
        .add(Column::CreatedAt.ne(NOT_YET))
        .add(Column::Id.lt(FileId::new(before).uuid()));
    Condition::all()
        .add(is_loose())
        .add(Column::CreatedAt.lt(before.millis()))
        .add(no_upload)
}

/// Files of whatever organisation that hang on nothing since before `before`.
pub async fn forgotten(sql: &impl Sql, before: Timestamp) -> Result<Vec<FileId>, DbFault> {
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(is_forgotten(before))
        .order_by_asc(Column::CreatedAt)
        .limit(500)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(ids.into_iter().map(FileId::from).collect())
}

/// Those of them that are still forgotten: one may have come in meanwhile.
pub async fn delete(tx: &Tx, files: &[FileId], before: Timestamp) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(Expr::col(Column::Id).is_in(files.iter().map(|file| file.uuid())))
        .filter(is_forgotten(before))
        .exec(tx.conn())
        .await?;
    Ok(())
}

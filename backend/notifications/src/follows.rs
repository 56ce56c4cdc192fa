//! Following a theme, a region, an issue or an organisation.

use db::{Db, DbFault, Sql, Tx, any_of};
use issues::IssueFault;
use kernel::{
    Cursor, FollowId, IssueId, Page, PageSize, PersonId, Scope, TenantId, TenantSet, Timestamp,
};
use platform::taxonomy::{self, TermKind};
use platform::tenants::{self, Tenant, TenantState};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::NotificationFault;
use crate::decide::Follower;
use crate::entity::follow::{ActiveModel, Column, Entity, Model};
use crate::model::FollowKind;
use crate::settings::seeing;

/// What somebody follows, with its name.
pub struct Followed {
    pub id: FollowId,
    pub kind: FollowKind,
    pub subject: Uuid,
    pub name: String,
    pub tenant: Option<TenantId>,
}

/// Follows something; again changes nothing.
pub(crate) async fn follow(
    scope: &Scope,
    db: &Db,
    kind: FollowKind,
    subject: Uuid,
) -> Result<FollowId, NotificationFault> {
    let person = scope.person.ok_or(NotificationFault::Nobody)?;
    let scope = match kind {
        FollowKind::Issue => seeing(scope, db, subject.into()).await?,
        FollowKind::Theme | FollowKind::Region | FollowKind::Organisation => scope.clone(),
    };
    let tx = db.begin(&scope).await?;
    let tenant = match kind {
        FollowKind::Issue => Some(
            issues::read::find(&tx, subject.into())
                .await?
                .ok_or(IssueFault::NotFound)?
                .tenant,
        ),
        FollowKind::Theme => term(&tx, subject, TermKind::Theme).await?,
        FollowKind::Region => term(&tx, subject, TermKind::Region).await?,
        FollowKind::Organisation => organisation(&tx, subject.into()).await?,
    };
    let id = follow_in(&tx, person, kind, subject, tenant).await?;
    tx.commit().await?;
    Ok(id)
}

/// Whoever is there may be followed, from wherever: it is no row of that organisation's.
async fn organisation(sql: &impl Sql, id: TenantId) -> Result<Option<TenantId>, NotificationFault> {
    if active(sql, [id]).await?.is_empty() {
        return Err(NotificationFault::OrganisationNotFound);
    }
    Ok(None)
}

/// A suspended organisation is not there, and nothing in it either.
async fn active(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = TenantId>,
) -> Result<Vec<Tenant>, DbFault> {
    let mut found = tenants::by_ids(sql, ids).await?;
    found.retain(|tenant| tenant.state == TenantState::Active);
    Ok(found)
}

async fn term(
    sql: &impl Sql,
    id: Uuid,
    kind: TermKind,
) -> Result<Option<TenantId>, NotificationFault> {
    let found = taxonomy::usable_term(sql, id.into()).await?;
    match found.filter(|term| term.kind == kind) {
        Some(_) => Ok(None),
        None => Err(NotificationFault::TermNotFound),
    }
}

/// Writes a follow in a transaction of the caller's: for the demonstration's content.
pub async fn follow_in(
    tx: &Tx,
    person: PersonId,
    kind: FollowKind,
    subject: Uuid,
    tenant: Option<TenantId>,
) -> Result<FollowId, DbFault> {
    let row = ActiveModel {
        id: Set(FollowId::new(tx.now()).uuid()),
        person_id: Set(person.uuid()),
        kind: Set(kind.as_str().to_owned()),
        subject_id: Set(subject),
        tenant_id: Set(tenant.map(TenantId::uuid)),
        created_at: Set(tx.now().millis()),
    };
    let once = OnConflict::columns([Column::PersonId, Column::Kind, Column::SubjectId])
        .update_column(Column::TenantId)
        .to_owned();
    Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(tx.conn())
        .await?;
    let row = Entity::find()
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(Column::Kind.eq(kind.as_str()))
        .filter(Column::SubjectId.eq(subject))
        .one(tx.conn())
        .await?;
    row.map(|row| row.id.into())
        .ok_or_else(|| DbFault::corrupt("a follow"))
}

pub(crate) async fn unfollow(
    scope: &Scope,
    db: &Db,
    id: FollowId,
) -> Result<(), NotificationFault> {
    let person = scope.person.ok_or(NotificationFault::Nobody)?;
    let found = Entity::find_by_id(id.uuid())
        .one(db.read_with_keys(scope, [person]).conn())
        .await
        .map_err(DbFault::from)?
        .ok_or(NotificationFault::FollowNotFound)?;
    // An issue is followed by people who hold no role in its tenant.
    let tenants = scope
        .tenants
        .iter()
        .chain(found.tenant_id.map(TenantId::from));
    let scope = scope.as_person(Some(person), TenantSet::of(tenants));
    let tx = db.begin(&scope).await?;
    let done = Entity::delete_many()
        .filter(Column::Id.eq(id.uuid()))
        .filter(Column::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await
        .map_err(DbFault::from)?;
    if done.rows_affected == 0 {
        return Err(NotificationFault::FollowNotFound);
    }
    Ok(tx.commit().await?)
}

/// Stops following a term or an organisation, whether or not it was followed.
pub(crate) async fn unfollow_subject(
    tx: &Tx,
    person: PersonId,
    subject: Uuid,
) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(Column::SubjectId.eq(subject))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// What the asker follows and may see now, the newest first: one that went, or may not be seen any more,
/// leaves its page shorter.
pub(crate) async fn own(
    scope: &Scope,
    db: &Db,
    after: Option<FollowId>,
    size: PageSize,
) -> Result<Page<Followed>, NotificationFault> {
    let person = scope.person.ok_or(NotificationFault::Nobody)?;
    let mut query = Entity::find()
        .filter(Column::PersonId.eq(person.uuid()))
        .order_by_desc(Column::Id)
        .limit(size.probe());
    if let Some(after) = after {
        query = query.filter(Column::Id.lt(after.uuid()));
    }
    let rows = query
        .all(db.read_with_keys(scope, [person]).conn())
        .await
        .map_err(DbFault::from)?;
    let page = Page::of(rows, size, |row| Cursor::new(row.id.to_string()));
    Ok(Page {
        items: named(scope, db, person, &page.items).await?,
        next: page.next,
    })
}

/// Those of these that the asker may see now.
async fn named(
    scope: &Scope,
    db: &Db,
    person: PersonId,
    rows: &[Model],
) -> Result<Vec<Followed>, NotificationFault> {
    let tenants = rows
        .iter()
        .filter_map(|row| row.tenant_id.map(TenantId::from));
    let within = TenantSet::of(scope.tenants.iter().chain(tenants));
    let organisations = rows.iter().filter_map(organisation_of);
    let known = active(&db.read(scope), within.iter().chain(organisations)).await?;
    let there = known.iter().map(|tenant| tenant.id);
    let there = there.filter(|tenant| within.contains(*tenant));
    let sql = db.read(&scope.as_person(Some(person), TenantSet::of(there)));
    // Words stand on public pages: whoever left their organisation still sees which they follow, and stops.
    let subjects = || rows.iter().map(|row| row.subject_id);
    let terms = taxonomy::terms_by_id(&db.read_with_keys(scope, subjects()), subjects()).await?;
    let issues = issues::read::find_all(&sql, subjects().map(IssueId::from)).await?;
    let name = |row: &Model| {
        if let Some(organisation) = organisation_of(row) {
            let found = known.iter().find(|tenant| tenant.id == organisation);
            return found.map(|tenant| tenant.name.clone());
        }
        let term = terms
            .iter()
            .find(|term| term.id.uuid() == row.subject_id)
            .map(|term| term.name(scope.locale).to_owned());
        term.or_else(|| {
            issues
                .iter()
                .find(|issue| issue.id.uuid() == row.subject_id)
                .map(|issue| issue.title.clone())
        })
    };
    let mut followed = Vec::new();
    for row in rows {
        if let Some(name) = name(row) {
            let kind = FollowKind::from_name(&row.kind)?;
            followed.push(Followed {
                id: row.id.into(),
                kind,
                subject: row.subject_id,
                name,
                tenant: organisation_of(row).or(row.tenant_id.map(TenantId::from)),
            });
        }
    }
    Ok(followed)
}

fn organisation_of(row: &Model) -> Option<TenantId> {
    let is_one = row.kind == FollowKind::Organisation.as_str();
    is_one.then(|| row.subject_id.into())
}

/// Who followed any of these at that moment already, for deciding who is told.
pub(crate) async fn followers(
    sql: &impl Sql,
    moment: Timestamp,
    issue: Option<IssueId>,
    others: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<Follower>, DbFault> {
    let subjects = others.into_iter().chain(issue.map(IssueId::uuid));
    let rows = Entity::find()
        .filter(any_of(Column::SubjectId, subjects))
        .filter(Column::CreatedAt.lte(moment.millis()))
        .order_by_asc(Column::Id)
        .all(sql.conn())
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Follower {
                person: row.person_id.into(),
                kind: FollowKind::from_name(&row.kind)?,
                subject: row.subject_id,
            })
        })
        .collect()
}

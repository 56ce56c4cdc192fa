//! Themes, expertise and regions: a shared core, and each tenant's own terms beside it.

use db::{DbFault, Sql, Tx, any_of};
use kernel::{Locale, TenantId, TermId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Condition, Expr};
use sea_orm::{ActiveValue::Set, QueryOrder};
use serde::{Deserialize, Serialize};

/// What a term is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TermKind {
    Theme,
    Expertise,
    Region,
}

impl TermKind {
    pub const ALL: [Self; 3] = [Self::Theme, Self::Expertise, Self::Region];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Expertise => "expertise",
            Self::Region => "region",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == raw)
    }
}

/// One word of the taxonomy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub id: TermId,
    pub kind: TermKind,
    pub key: String,
    pub name_nl: String,
    pub name_en: String,
    pub synonyms: Vec<String>,
    pub parent: Option<TermId>,
}

impl Term {
    pub fn name(&self, locale: Locale) -> &str {
        match locale {
            Locale::Nl => &self.name_nl,
            Locale::En => &self.name_en,
        }
    }
}

mod entity {
    //! `term`: global when `tenant_id` is null, else the tenant's own.
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "term")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Option<Uuid>,
        pub kind: String,
        pub key: String,
        pub name_nl: String,
        pub name_en: String,
        pub synonyms: String,
        pub parent_id: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The terms that a tenant may use: the shared ones and its own, by kind and Dutch name.
pub async fn terms_of(sql: &impl Sql) -> Result<Vec<Term>, DbFault> {
    let owned = owned_terms_of(sql).await?;
    Ok(owned.into_iter().map(|(term, _)| term).collect())
}

/// The same for several tenants together, each with whose own it is; none for a shared one.
pub async fn owned_terms_of(sql: &impl Sql) -> Result<Vec<(Term, Option<TenantId>)>, DbFault> {
    let rows = entity::Entity::find()
        .filter(usable(sql))
        .order_by_asc(entity::Column::Kind)
        .order_by_asc(entity::Column::NameNl)
        .all(sql.conn())
        .await?;
    let owned = |row: entity::Model| {
        let owner = row.tenant_id.map(TenantId::from);
        Ok((Term::try_from(row)?, owner))
    };
    let mut terms = rows
        .into_iter()
        .map(owned)
        .collect::<Result<Vec<_>, DbFault>>()?;
    terms.sort_by_cached_key(|(term, _)| place(term));
    Ok(terms)
}

/// In which order terms stand; a database may order letters by their number, and put what begins small last.
fn place(term: &Term) -> (&'static str, String) {
    (term.kind.as_str(), term.name_nl.to_lowercase())
}

/// Shared, or of a tenant that the asker may touch.
fn usable(sql: &impl Sql) -> Condition {
    Condition::any()
        .add(entity::Column::TenantId.is_null())
        .add(sql.in_tenants(entity::Column::TenantId))
}

/// The term with this id, when the asker may use it.
pub async fn usable_term(sql: &impl Sql, id: TermId) -> Result<Option<Term>, DbFault> {
    let row = entity::Entity::find_by_id(id.uuid())
        .filter(usable(sql))
        .one(sql.conn())
        .await?;
    row.map(Term::try_from).transpose()
}

/// The terms with these ids, in one statement.
pub async fn terms_by_id(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<Term>, DbFault> {
    let ids: Vec<Uuid> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = entity::Entity::find()
        .filter(any_of((entity::Entity, entity::Column::Id), ids))
        .order_by_asc(entity::Column::NameNl)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Term::try_from).collect()
}

/// The terms that a tenant added itself, by kind and Dutch name.
pub async fn own_terms(sql: &impl Sql, tenant: TenantId) -> Result<Vec<Term>, DbFault> {
    let rows = entity::Entity::find()
        .filter(entity::Column::TenantId.eq(tenant.uuid()))
        .order_by_asc(entity::Column::Kind)
        .order_by_asc(entity::Column::NameNl)
        .all(sql.conn())
        .await?;
    let mut terms = rows
        .into_iter()
        .map(Term::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    terms.sort_by_cached_key(place);
    Ok(terms)
}

/// Writes the words of a term that is this tenant's own.
pub(crate) async fn change_own_term(
    tx: &Tx,
    tenant: TenantId,
    changed: &Term,
) -> Result<(), DbFault> {
    entity::Entity::update_many()
        .col_expr(entity::Column::NameNl, Expr::val(&changed.name_nl))
        .col_expr(entity::Column::NameEn, Expr::val(&changed.name_en))
        .col_expr(
            entity::Column::Synonyms,
            Expr::val(changed.synonyms.join("\n")),
        )
        .filter(entity::Column::Id.eq(changed.id.uuid()))
        .filter(entity::Column::TenantId.eq(tenant.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Adds a term, shared when `tenant` is none.
pub async fn add_term(tx: &Tx, tenant: Option<TenantId>, term: &Term) -> Result<(), DbFault> {
    let row = entity::ActiveModel {
        id: Set(term.id.uuid()),
        tenant_id: Set(tenant.map(TenantId::uuid)),
        kind: Set(term.kind.as_str().to_owned()),
        key: Set(term.key.clone()),
        name_nl: Set(term.name_nl.clone()),
        name_en: Set(term.name_en.clone()),
        synonyms: Set(term.synonyms.join("\n")),
        parent_id: Set(term.parent.map(TermId::uuid)),
    };
    entity::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

impl TryFrom<entity::Model> for Term {
    type Error = DbFault;

    fn try_from(row: entity::Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            kind: TermKind::from_name(&row.kind).ok_or_else(|| DbFault::corrupt(row.kind))?,
            key: row.key,
            name_nl: row.name_nl,
            name_en: row.name_en,
            synonyms: row.synonyms.lines().map(str::to_owned).collect(),
            parent: row.parent_id.map(TermId::from),
        })
    }
}

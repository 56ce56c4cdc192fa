//! The pages that the law and decency ask of every tenant; until it writes its own, the installation's.

use db::{Db, DbFault, Sql, Tx, next_version, rows_inserted};
use kernel::{Locale, Prose, Scope, TenantId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::entity::page;
use super::settings::may_set_up;
use super::{PageKind, TenantFault};

/// A page's text. Version 0: the installation's own text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub body: String,
    pub version: i64,
}

/// The text that holds until a tenant writes its own.
pub const fn default_page(kind: PageKind, locale: Locale) -> &'static str {
    match (kind, locale) {
        (PageKind::Privacy, Locale::Nl) => include_str!("../../../locales/nl/pages/privacy.md"),
        (PageKind::Privacy, Locale::En) => include_str!("../../../locales/en/pages/privacy.md"),
        (PageKind::Accessibility, Locale::Nl) => {
            include_str!("../../../locales/nl/pages/accessibility.md")
        }
        (PageKind::Accessibility, Locale::En) => {
            include_str!("../../../locales/en/pages/accessibility.md")
        }
        (PageKind::HouseRules, Locale::Nl) => {
            include_str!("../../../locales/nl/pages/house-rules.md")
        }
        (PageKind::HouseRules, Locale::En) => {
            include_str!("../../../locales/en/pages/house-rules.md")
        }
        (PageKind::Contact, Locale::Nl) => include_str!("../../../locales/nl/pages/contact.md"),
        (PageKind::Contact, Locale::En) => include_str!("../../../locales/en/pages/contact.md"),
        (PageKind::About, Locale::Nl) => include_str!("../../../locales/nl/pages/about.md"),
        (PageKind::About, Locale::En) => include_str!("../../../locales/en/pages/about.md"),
    }
}

pub async fn load(
    sql: &impl Sql,
    tenant: TenantId,
    kind: PageKind,
    locale: Locale,
) -> Result<Page, DbFault> {
    let row = page::Entity::find()
        .filter(page::Column::TenantId.eq(tenant.uuid()))
        .filter(page::Column::Kind.eq(kind.as_str()))
        .filter(page::Column::Language.eq(locale.tag()))
        .one(sql.conn())
        .await?;
    Ok(row.map_or_else(
        || Page {
            body: default_page(kind, locale).to_owned(),
            version: 0,
        },
        |row| Page {
            body: row.body,
            version: row.version,
        },
    ))
}

/// Writes a page. `version` is the one that the writer started from.
pub(super) async fn write(
    scope: &Scope,
    db: &Db,
    kind: PageKind,
    locale: Locale,
    version: i64,
    body: &str,
) -> Result<Page, TenantFault> {
    may_set_up(scope)?;
    let tenant = scope.tenants.only().ok_or(TenantFault::NotFound)?;
    let mut faults = kernel::Faults::default();
    let body = faults.take("/body", Prose::<40_000>::parse(body));
    let body = faults
        .finish(body)
        .map_err(TenantFault::Invalid)?
        .into_string();
    let tx = db.begin(scope).await?;
    if !put(&tx, (tenant, kind, locale), &body, version).await? {
        return Err(TenantFault::Stale);
    }
    tx.commit().await?;
    Ok(Page {
        body,
        version: version + 1,
    })
}

/// Writes the first text of a page: for the demonstration's content and for imports.
pub async fn put_first(
    tx: &Tx,
    tenant: TenantId,
    kind: PageKind,
    locale: Locale,
    body: &str,
) -> Result<(), DbFault> {
    let again = OnConflict::columns(ONE)
        .update_columns([
            page::Column::Body,
            page::Column::Version,
            page::Column::UpdatedAt,
        ])
        .to_owned();
    page::Entity::insert(first(tx, (tenant, kind, locale), body))
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

type Which = (TenantId, PageKind, Locale);

/// A page is one of its kind in a language.
const ONE: [page::Column; 3] = [
    page::Column::TenantId,
    page::Column::Kind,
    page::Column::Language,
];

fn first(tx: &Tx, (tenant, kind, locale): Which, body: &str) -> page::ActiveModel {
    page::ActiveModel {
        tenant_id: Set(tenant.uuid()),
        kind: Set(kind.as_str().to_owned()),
        language: Set(locale.tag().to_owned()),
        body: Set(body.to_owned()),
        version: Set(1),
        updated_at: Set(tx.now().millis()),
    }
}

/// The text after this version; false when somebody was ahead. Nobody wrote one yet at version 0.
async fn put(tx: &Tx, which: Which, body: &str, version: i64) -> Result<bool, DbFault> {
    if version == 0 {
        let once = OnConflict::columns(ONE).do_nothing().to_owned();
        let put = page::Entity::insert(first(tx, which, body))
            .on_conflict(once)
            .exec_without_returning(tx.conn())
            .await;
        return Ok(rows_inserted(put)? > 0);
    }
    let (tenant, kind, locale) = which;
    let done = page::Entity::update_many()
        .col_expr(page::Column::Body, Expr::val(body))
        .col_expr(page::Column::Version, next_version())
        .col_expr(page::Column::UpdatedAt, Expr::val(tx.now().millis()))
        .filter(page::Column::TenantId.eq(tenant.uuid()))
        .filter(page::Column::Kind.eq(kind.as_str()))
        .filter(page::Column::Language.eq(locale.tag()))
        .filter(page::Column::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

//! Where documents come from, and where hits are read back: one file per kind.

mod issue;
mod outcome;
mod post;
mod product;

use std::collections::HashMap;

use db::{DbFault, Sql};
use futures_util::try_join;
use kernel::{IssueId, PostId, ProductId, TenantId, Timestamp};
use platform::taxonomy;
use uuid::Uuid;

use crate::document::Text;
use crate::{Document, Key, Kind};

/// A hit that the asker may see, as the database has it now.
#[derive(Debug)]
pub struct Shown {
    pub key: Key,
    pub title: String,
    /// The issue that it is, or belongs to.
    pub issue: Option<OfIssue>,
    /// Of a post none: see [`words_of`].
    pub text: Vec<Text>,
    /// Its page, below the organisation's.
    pub path: String,
    pub date: Timestamp,
}

#[derive(Debug)]
pub struct OfIssue {
    pub id: IssueId,
    pub title: String,
}

/// The documents of these things as they are now; what is gone has none.
pub async fn documents(sql: &impl Sql, keys: &[Key]) -> Result<Vec<Document>, DbFault> {
    let mut documents = issue::documents(sql, &of_kind(keys, Kind::Issue)).await?;
    documents.extend(post::documents(sql, &of_kind(keys, Kind::Post)).await?);
    documents.extend(outcome::documents(sql, &of_kind(keys, Kind::Outcome)).await?);
    documents.extend(product::documents(sql, &of_kind(keys, Kind::Product)).await?);
    Ok(documents)
}

/// Those of these things that the asker may see, each read through the condition of the slice that owns it.
pub async fn visible(sql: &impl Sql, keys: &[Key]) -> Result<Vec<Shown>, DbFault> {
    let (issues, posts) = (of_kind(keys, Kind::Issue), of_kind(keys, Kind::Post));
    let (outcomes, products) = (of_kind(keys, Kind::Outcome), of_kind(keys, Kind::Product));
    let (issues, posts, outcomes, products) = try_join!(
        issue::visible(sql, &issues),
        post::visible(sql, &posts),
        outcome::visible(sql, &outcomes),
        product::visible(sql, &products),
    )?;
    let all = issues.into_iter().chain(posts);
    Ok(all.chain(outcomes).chain(products).collect())
}

/// The words of those hits that are shown, where only the place was read.
pub async fn words_of(sql: &impl Sql, keys: &[Key]) -> Result<HashMap<Key, Text>, DbFault> {
    post::texts(sql, &of_kind(keys, Kind::Post)).await
}

/// The next things of a kind in a tenant, by id, whoever may see them.
pub async fn after(
    sql: &impl Sql,
    tenant: TenantId,
    kind: Kind,
    after: Option<Uuid>,
    most: u64,
) -> Result<Vec<Key>, DbFault> {
    let ids: Vec<Uuid> = match kind {
        Kind::Issue | Kind::Outcome => uuids(
            issues::read::ids_for_index(sql, after.map(Into::into), most).await?,
            IssueId::uuid,
        ),
        Kind::Post => uuids(
            threads::read::ids_for_index(sql, None, after.map(Into::into), most).await?,
            PostId::uuid,
        ),
        Kind::Product => uuids(
            results::read::products::ids_for_index(sql, after.map(Into::into), most).await?,
            ProductId::uuid,
        ),
    };
    Ok(ids.into_iter().map(|id| Key { kind, tenant, id }).collect())
}

fn uuids<I>(ids: Vec<I>, uuid: fn(I) -> Uuid) -> Vec<Uuid> {
    ids.into_iter().map(uuid).collect()
}

fn of_kind<I: From<Uuid>>(keys: &[Key], kind: Kind) -> Vec<I> {
    keys.iter()
        .filter(|key| key.kind == kind)
        .map(|key| key.id.into())
        .collect()
}

/// The names of terms, in every language, with what else they are called.
async fn names_of(
    sql: &impl Sql,
    terms: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, DbFault> {
    let name = |term: taxonomy::Term| {
        (
            term.id.uuid(),
            format!(
                "{} {} {}",
                term.name_nl,
                term.name_en,
                term.synonyms.join(" ")
            ),
        )
    };
    Ok(taxonomy::terms_by_id(sql, terms)
        .await?
        .into_iter()
        .map(name)
        .collect())
}

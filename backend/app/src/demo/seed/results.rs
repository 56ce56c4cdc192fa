//! What came of the demonstration's issues: outcomes, and knowledge products with their files.

use std::time::Duration;

use issues::Issue;
use kernel::{IssueId, Locale, PersonId, ProductId, Scope, TenantId, TenantRole, TenantSet};
use platform::grants::{self, Container};
use platform::taxonomy::TermKind;
use results::outcomes::{OutcomeText, Publishing, StatementKind, StatementText};
use results::products::{FileUse, ProductKind, ProductParts, ProductText};

use super::{Known, ago, refused, unknown};
use crate::demo::content;
use crate::{StartFault, State};

/// Somebody at work in an organisation, with the role held there, at a moment in the past.
async fn at_work(
    state: &State,
    person: PersonId,
    tenant: TenantId,
    days_ago: f64,
) -> Result<Scope, StartFault> {
    let scope = Scope::worker(TenantSet::one(tenant), ago(state, days_ago));
    let sql = state.db.read(&scope);
    let role = grants::role_of(&sql, person, Container::Tenant(tenant)).await?;
    Ok(Scope {
        person: Some(person),
        role: role.as_deref().and_then(TenantRole::from_name),
        ..scope
    })
}

/// Writes an outcome; a published one closes its issue, as it does for people.
pub async fn write_outcome(
    state: &State,
    known: &Known,
    outcome: &content::Outcome,
) -> Result<(), StartFault> {
    let (Some((tenant, issue)), Some((author, _))) = (
        known.issues.get(&outcome.issue).copied(),
        known.people.get(&outcome.author).cloned(),
    ) else {
        return Err(unknown(&outcome.issue));
    };
    let scope = at_work(state, author, tenant, outcome.days_ago).await?;
    let tx = state.db.begin(&scope).await?;
    let issue: Issue = issues::read::find(&tx, issue)
        .await?
        .ok_or_else(|| unknown(&outcome.issue))?;
    let text = outcome_text(state, known, outcome)?;
    results::outcomes::save(&tx, &scope, &issue, 0, text)
        .await
        .map_err(|fault| refused(&outcome.issue, fault))?;
    if outcome.state == "published" {
        let said = Publishing {
            version: None,
            quoting_agreed: true,
        };
        results::outcomes::publish(&tx, &scope, &issue, said)
            .await
            .map_err(|fault| refused(&outcome.issue, fault))?;
    }
    Ok(tx.commit().await?)
}

fn in_days(days: f64) -> Duration {
    Duration::from_secs_f64((days * 86_400.0).max(0.0))
}

fn outcome_text(
    state: &State,
    known: &Known,
    outcome: &content::Outcome,
) -> Result<OutcomeText, StartFault> {
    let statement = |written: &content::Statement| {
        let kind = match written.kind.as_str() {
            "heard" => StatementKind::Heard,
            "done" => StatementKind::Done,
            "notDone" => StatementKind::NotDone,
            "youCanDo" => StatementKind::YouCan,
            other => return Err(unknown(other)),
        };
        let post = |at: &content::PostAt| {
            known
                .posts
                .get(&(at.thread.clone(), at.number))
                .copied()
                .ok_or_else(|| unknown(&at.thread))
        };
        Ok(StatementText {
            kind,
            text: written.text.clone(),
            why: written.why.clone(),
            posts: written.posts.iter().map(post).collect::<Result<_, _>>()?,
        })
    };
    Ok(OutcomeText {
        title: outcome.title.clone(),
        intro: outcome.intro.clone(),
        lang: Locale::from_tag(&outcome.lang).unwrap_or_default(),
        review_at: Some(state.clock.now().plus(in_days(outcome.review_in_days))),
        statements: outcome
            .statements
            .iter()
            .map(statement)
            .collect::<Result<_, StartFault>>()?,
    })
}

/// Writes a knowledge product with its files, and publishes it when it is.
pub async fn write_product(
    state: &State,
    known: &Known,
    product: &content::Product,
) -> Result<(), StartFault> {
    let (Some(tenant), Some((author, _))) = (
        known.tenants.get(&product.tenant).copied(),
        known.people.get(&product.author).cloned(),
    ) else {
        return Err(unknown(&product.key));
    };
    let scope = at_work(
        state,
        author,
        tenant,
        product.published_days_ago.unwrap_or(1.0),
    )
    .await?;
    let mut files = Vec::new();
    for attached in &product.files {
        files.push(attach(state, &scope, attached).await?);
    }
    let text = product_text(known, product, files)?;
    let id = ProductId::new(scope.now);
    let tx = state.db.begin(&scope).await?;
    results::products::draft(&tx, &scope, id, text)
        .await
        .map_err(|fault| refused(&product.key, fault))?;
    if product.state == "published" {
        results::products::publish(&tx, &scope, id, None)
            .await
            .map_err(|fault| refused(&product.key, fault))?;
    }
    Ok(tx.commit().await?)
}

async fn attach(
    state: &State,
    scope: &Scope,
    attached: &content::Attached,
) -> Result<FileUse, StartFault> {
    let permit = files::may_upload(scope).map_err(|fault| refused(&attached.file, fault))?;
    let kept = super::attached::add(state, scope, &permit, attached).await?;
    Ok(FileUse {
        id: kept.id,
        alt: attached.alt.clone(),
    })
}

fn product_text(
    known: &Known,
    product: &content::Product,
    files: Vec<FileUse>,
) -> Result<ProductText, StartFault> {
    let term = |kind: TermKind| move |key: &String| known.terms.get(&(kind, key.clone())).copied();
    // An organisation names what came out of its own issues; those of others its writer does not see.
    let own = known.tenants.get(&product.tenant);
    let source = |key: &String| -> Option<IssueId> {
        let (tenant, id) = known.issues.get(key)?;
        (own == Some(tenant)).then_some(*id)
    };
    Ok(ProductText {
        kind: ProductKind::from_name(&product.kind).ok_or_else(|| unknown(&product.kind))?,
        title: product.title.clone(),
        summary: product.summary.clone(),
        body: product.body.clone(),
        lang: Locale::from_tag(&product.language).unwrap_or_default(),
        parts: ProductParts {
            terms: product
                .themes
                .iter()
                .filter_map(term(TermKind::Theme))
                .chain(product.regions.iter().filter_map(term(TermKind::Region)))
                .collect(),
            sources: product.derived_from.iter().filter_map(source).collect(),
            files,
        },
    })
}

//! Founding a network: a room, and a charter. It is a draft, and may be unfinished, until it opens as an issue does.
//!
//! Promise: whoever founds it is its first facilitator; the rules of its room are *trusted* and stay so.

use db::{Db, Sql, Tx};
use issues::{IssueKind, IssueText, NewPerspective, Regime, Visibility};
use kernel::{Faults, IssueId, PersonId, RequestKey, Scope, TenantId, TermId, Timestamp};
use platform::idempotency::{self, Claim};
use platform::{Secrets, markdown};

use crate::{Charter, NetworkFault, NetworkKind, policy, rules, store};

/// What a person types about a network.
#[derive(Clone, Debug)]
pub struct NetworkText {
    pub kind: NetworkKind,
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// What it may decide or advise, and who listens.
    pub mandate: String,
    /// How it works; Markdown.
    pub about: String,
    /// Markdown.
    pub house_rules: String,
    pub target_size: Option<i64>,
    pub visibility: Visibility,
    pub planned_end: Option<Timestamp>,
    pub terms: Vec<TermId>,
    /// Whom it looks for.
    pub vacancies: Vec<NewPerspective>,
}

pub(crate) async fn found(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<RequestKey<'_>>,
    text: NetworkText,
) -> Result<IssueId, NetworkFault> {
    let tx = db.begin(scope).await?;
    let permit = policy::may_found(scope)?;
    let id = IssueId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "found_network", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(NetworkFault::KeyMisused),
    }
    let founder = (permit.by, name_of(&tx, permit.by).await?);
    found_in(&tx, id, permit.tenant, founder, text).await?;
    tx.commit().await?;
    Ok(id)
}

/// Without asking whose hand it is: for the demonstration's content.
pub async fn found_in(
    tx: &Tx,
    id: IssueId,
    tenant: TenantId,
    founder: (PersonId, String),
    text: NetworkText,
) -> Result<(), NetworkFault> {
    let charter = charter(&text, None)?;
    let person = founder.0;
    issues::draft(tx, id, tenant, founder, true, room(text)).await?;
    store::insert(tx, tenant, id, &charter).await?;
    // Whoever writes the rules agrees with them.
    Ok(store::agree(tx, id, person, charter.rules_version).await?)
}

/// The charter as it is typed. Rules that others may have agreed with stay as they are: see `rules::put`.
pub(crate) fn charter(
    text: &NetworkText,
    agreed: Option<&Charter>,
) -> Result<Charter, NetworkFault> {
    let mut faults = Faults::default();
    if text
        .target_size
        .is_some_and(|size| !Charter::SIZES.contains(&size))
    {
        faults.refuse("/targetSize", "number.out-of-range");
    }
    faults.finish(Some(())).map_err(NetworkFault::Invalid)?;
    let (house_rules, rules_version) = match agreed {
        Some(agreed) => (agreed.house_rules.clone(), agreed.rules_version),
        None => (rules::parse(&text.house_rules)?, 1),
    };
    Ok(Charter {
        kind: text.kind,
        house_rules_html: markdown::to_html(&house_rules),
        house_rules,
        rules_version,
        target_size: text.target_size,
    })
}

pub(crate) fn room(text: NetworkText) -> IssueText {
    IssueText {
        kind: IssueKind::Network,
        title: text.name,
        core_question: text.purpose,
        why_now: text.mandate,
        why_one: String::new(),
        background: text.about,
        visibility: text.visibility,
        regime: Regime::Trusted,
        planned_end: text.planned_end,
        terms: text.terms,
        perspectives: text.vacancies,
    }
}

async fn name_of(sql: &impl Sql, person: PersonId) -> Result<String, NetworkFault> {
    let mut cards = identity::read::people_by_ids(sql, &[person]).await?;
    Ok(cards
        .remove(&person)
        .map(|card| card.name)
        .unwrap_or_default())
}

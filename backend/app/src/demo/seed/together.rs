//! What people who take part said of an issue, and agreed on with each other.

use agreements::AgreementText;
use issues::Issue;
use kernel::{Scope, TenantSet};

use super::inviting::{evening, person_of};
use super::{Known, ago, refused};
use crate::demo::content;
use crate::{StartFault, State};

/// What a first circle was asked, and what some of it said.
pub async fn write_evaluation(
    state: &State,
    known: &Known,
    issue: &Issue,
    evaluation: &content::Evaluation,
) -> Result<(), StartFault> {
    let asked_at = ago(state, evaluation.asked_days_ago);
    let until = evening(state.clock.now(), evaluation.days_ahead);
    let mut answers = Vec::new();
    for said in &evaluation.answers {
        answers.push((person_of(known, &said.person)?, said.says.clone()));
    }
    let scope = Scope::worker(TenantSet::one(issue.tenant), asked_at);
    let tx = state.db.begin(&scope).await?;
    issues::seed_evaluations(&tx, issue, until, answers)
        .await
        .map_err(|fault| refused("evaluations", fault))?;
    Ok(tx.commit().await?)
}

pub async fn write_map(
    state: &State,
    issue: &Issue,
    map: &maps::MapText,
) -> Result<(), StartFault> {
    let scope = Scope::worker(TenantSet::one(issue.tenant), ago(state, 4.0));
    let tx = state.db.begin(&scope).await?;
    maps::seed(&tx, issue, map.clone())
        .await
        .map_err(|fault| refused("maps", fault))?;
    Ok(tx.commit().await?)
}

pub async fn write_agreement(
    state: &State,
    known: &Known,
    issue: &Issue,
    agreement: &content::Agreement,
) -> Result<(), StartFault> {
    let text = AgreementText {
        expectations: agreement.expectations.clone(),
        tasks: agreement.tasks.clone(),
        rhythm: agreement.rhythm,
        ends_at: Some(evening(state.clock.now(), agreement.days_ahead)),
    };
    let by = person_of(known, &agreement.by)?;
    let agreed = agreement.agreed.iter().map(|key| person_of(known, key));
    let agreed = agreed.collect::<Result<_, _>>()?;
    let put_at = ago(state, agreement.put_days_ago);
    let scope = Scope::worker(TenantSet::one(issue.tenant), put_at);
    let tx = state.db.begin(&scope).await?;
    agreements::seed(&tx, issue, by, text, agreed)
        .await
        .map_err(|fault| refused("agreements", fault))?;
    Ok(tx.commit().await?)
}

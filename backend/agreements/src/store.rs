//! Statements that write working agreements.

use db::{DbFault, Sql, Tx};
use kernel::{IssueId, PersonId, TenantId, Timestamp};
use platform::grants::{ContainerKind, still_held};
use platform::markdown;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::AgreementText;
use crate::entity::{agreement, agreement_consent};
use crate::policy::MayPut;

/// False when there is another version than `from` by now.
pub(crate) async fn put(
    tx: &Tx,
    permit: &MayPut,
    from: i64,
    text: &AgreementText,
) -> Result<bool, DbFault> {
    use agreement::Column::{
        EndsAt, Expectations, ExpectationsHtml, LookAt, PutAt, Rhythm, Since, Tasks, TasksHtml,
        Version,
    };
    let now = tx.now();
    let row = agreement::ActiveModel {
        issue_id: Set(permit.issue.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        expectations: Set(text.expectations.clone()),
        expectations_html: Set(markdown::to_html(&text.expectations)),
        tasks: Set(text.tasks.clone()),
        tasks_html: Set(markdown::to_html(&text.tasks)),
        rhythm: Set(text.rhythm.as_str().to_owned()),
        ends_at: Set(text.ends_at.map(Timestamp::millis)),
        version: Set(from + 1),
        put_at: Set(now.millis()),
        since: Set(now.millis()),
        look_at: Set(text
            .rhythm
            .next_look(now, text.ends_at)
            .map(Timestamp::millis)),
    };
    let again = OnConflict::column(agreement::Column::IssueId)
        .update_columns([
            Expectations,
            ExpectationsHtml,
            Tasks,
            TasksHtml,
            Rhythm,
            EndsAt,
            Version,
            PutAt,
            Since,
            LookAt,
        ])
        .action_and_where(Expr::col((agreement::Entity, Version)).eq(from))
        .to_owned();
    let written = agreement::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(written > 0)
}

/// Whoever calls it has the proof that the person takes part.
pub(crate) async fn agree(
    tx: &Tx,
    (issue, tenant): (IssueId, TenantId),
    person: PersonId,
    version: i64,
) -> Result<(), DbFault> {
    use agreement_consent::Column::{AgreedAt, IssueId, PersonId, Version};
    let row = agreement_consent::ActiveModel {
        issue_id: Set(issue.uuid()),
        person_id: Set(person.uuid()),
        tenant_id: Set(tenant.uuid()),
        version: Set(version),
        agreed_at: Set(tx.now().millis()),
    };
    let again = OnConflict::columns([IssueId, PersonId])
        .update_columns([Version, AgreedAt])
        .to_owned();
    agreement_consent::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// These were looked at now; when to look again, or not at all any more.
pub(crate) async fn look_again(
    tx: &Tx,
    issues: impl IntoIterator<Item = IssueId>,
    at: Option<Timestamp>,
) -> Result<(), DbFault> {
    agreement::Entity::update_many()
        .col_expr(agreement::Column::Since, Expr::val(tx.now().millis()))
        .col_expr(
            agreement::Column::LookAt,
            Expr::val(at.map(Timestamp::millis)),
        )
        .filter(agreement::Column::IssueId.is_in(issues.into_iter().map(IssueId::uuid)))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Forgets what those agreed with who do not take part any more.
pub(crate) async fn forget_consents_of_gone(tx: &Tx) -> Result<(), DbFault> {
    let held = still_held(
        tx.now(),
        ContainerKind::Issue,
        ("agreement_consent", "issue_id"),
        ("agreement_consent", "person_id"),
    );
    agreement_consent::Entity::delete_many()
        .filter(held.not())
        .exec(tx.conn())
        .await?;
    Ok(())
}

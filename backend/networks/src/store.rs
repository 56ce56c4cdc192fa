//! Statements that write networks.

use db::{DbFault, Sql, Tx};
use kernel::{IssueId, NetworkTurnId, PersonId, TenantId};
use platform::grants::{ContainerKind, still_held};
use platform::markdown;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::Charter;
use crate::entity::{network, network_turn, rules_agreement};
use crate::policy::{MayPutRules, MayTurn};
use crate::turn::Turn;

pub(crate) async fn insert(
    tx: &Tx,
    tenant: TenantId,
    id: IssueId,
    charter: &Charter,
) -> Result<(), DbFault> {
    let row = network::ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(tenant.uuid()),
        kind: Set(charter.kind.as_str().to_owned()),
        house_rules: Set(charter.house_rules.clone()),
        house_rules_html: Set(charter.house_rules_html.clone()),
        rules_version: Set(charter.rules_version),
        target_size: Set(charter.target_size),
        quiet_since: Set(None),
        first_weeks: Set(None),
    };
    network::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// False when they are others than `from` by now.
pub(crate) async fn put_rules(
    tx: &Tx,
    permit: &MayPutRules,
    from: i64,
    rules: &str,
) -> Result<bool, DbFault> {
    let done = network::Entity::update_many()
        .col_expr(network::Column::HouseRules, Expr::val(rules))
        .col_expr(
            network::Column::HouseRulesHtml,
            Expr::val(markdown::to_html(rules)),
        )
        .col_expr(network::Column::RulesVersion, Expr::val(from + 1))
        .filter(network::Column::Id.eq(permit.network.uuid()))
        .filter(network::Column::RulesVersion.eq(from))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// The caller changed the room in the same transaction, and with that showed that it may. Rules that others agreed with
/// stay: they may be changing at this moment.
pub(crate) async fn update(
    tx: &Tx,
    id: IssueId,
    charter: &Charter,
    is_draft: bool,
) -> Result<(), DbFault> {
    let mut update = network::Entity::update_many()
        .col_expr(network::Column::TargetSize, Expr::val(charter.target_size));
    if is_draft {
        update = update
            .col_expr(network::Column::Kind, Expr::val(charter.kind.as_str()))
            .col_expr(network::Column::HouseRules, Expr::val(&charter.house_rules))
            .col_expr(
                network::Column::HouseRulesHtml,
                Expr::val(&charter.house_rules_html),
            );
    }
    update
        .filter(network::Column::Id.eq(id.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Writes the line, and the kind; false when it is another kind than the line begins with.
pub(crate) async fn turn(tx: &Tx, permit: &MayTurn, line: &Turn) -> Result<bool, DbFault> {
    let turned = network::Entity::update_many()
        .col_expr(network::Column::Kind, Expr::val(line.to.as_str()))
        .filter(network::Column::Id.eq(permit.network.uuid()))
        .filter(network::Column::Kind.eq(line.from.as_str()))
        .exec(tx.conn())
        .await?;
    if turned.rows_affected == 0 {
        return Ok(false);
    }
    let row = network_turn::ActiveModel {
        id: Set(NetworkTurnId::new(tx.now()).uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        network_id: Set(permit.network.uuid()),
        from_kind: Set(line.from.as_str().to_owned()),
        to_kind: Set(line.to.as_str().to_owned()),
        reason: Set(line.reason.clone()),
        turned_at: Set(line.turned_at.millis()),
    };
    network_turn::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(true)
}

/// Whoever calls it has the proof that the person is in, or comes in.
pub(crate) async fn agree(
    tx: &Tx,
    id: IssueId,
    person: PersonId,
    version: i64,
) -> Result<(), DbFault> {
    let row = rules_agreement::ActiveModel {
        network_id: Set(id.uuid()),
        person_id: Set(person.uuid()),
        rules_version: Set(version),
        agreed_at: Set(tx.now().millis()),
    };
    let again = OnConflict::columns([
        rules_agreement::Column::NetworkId,
        rules_agreement::Column::PersonId,
    ])
    .update_columns([
        rules_agreement::Column::RulesVersion,
        rules_agreement::Column::AgreedAt,
    ])
    .to_owned();
    rules_agreement::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// That the facilitators of these are asked about the silence.
pub(crate) async fn note_quiet(
    tx: &Tx,
    networks: impl IntoIterator<Item = IssueId>,
) -> Result<(), DbFault> {
    network::Entity::update_many()
        .col_expr(network::Column::QuietSince, Expr::val(tx.now().millis()))
        .filter(network::Column::Id.is_in(networks.into_iter().map(IssueId::uuid)))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Where somebody spoke again, silence may be told of again.
pub(crate) async fn note_awake(tx: &Tx) -> Result<(), DbFault> {
    let spoken = Query::select()
        .expr(Expr::val(1_i64))
        .from("thread")
        .and_where(Expr::col(("thread", "issue_id")).equals((network::Entity, network::Column::Id)))
        .and_where(
            Expr::col(("thread", "last_post_at"))
                .gt(Expr::col((network::Entity, network::Column::QuietSince))),
        )
        .to_owned();
    network::Entity::update_many()
        .col_expr(network::Column::QuietSince, Expr::val(None::<i64>))
        .filter(network::Column::QuietSince.is_not_null())
        .filter(Expr::exists(spoken))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Forgets what those agreed with who are not in it any more.
pub(crate) async fn forget_agreements_of_gone(tx: &Tx) -> Result<(), DbFault> {
    let held = still_held(
        tx.now(),
        ContainerKind::Issue,
        ("rules_agreement", "network_id"),
        ("rules_agreement", "person_id"),
    );
    rules_agreement::Entity::delete_many()
        .filter(held.not())
        .exec(tx.conn())
        .await?;
    Ok(())
}

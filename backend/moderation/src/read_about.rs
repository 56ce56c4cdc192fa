//! What it is about that somebody is told of: for the words in which it is told.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use kernel::CaseId;
use sea_orm::{EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::entity::{moderation_appeal, moderation_decision, post_report};
use crate::model::About;
use crate::read;

use moderation_appeal::Column as A;
use moderation_decision::Column as D;
use post_report::Column as R;

/// Ids of what people were told of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldOf {
    pub reports: Vec<Uuid>,
    pub decisions: Vec<Uuid>,
    pub appeals: Vec<Uuid>,
}

/// Whether each of these is about a post or about a title, as far as it is not forgotten.
pub async fn abouts(sql: &impl Sql, of: &ToldOf) -> Result<HashMap<Uuid, About>, DbFault> {
    let mut found = HashMap::new();
    if !of.decisions.is_empty() {
        let rows: Vec<(Uuid, String)> = moderation_decision::Entity::find()
            .select_only()
            .column(D::Id)
            .column(D::About)
            .filter(sql.in_tenants((moderation_decision::Entity, D::TenantId)))
            .filter(any_of(
                (moderation_decision::Entity, D::Id),
                of.decisions.iter().copied(),
            ))
            .into_tuple()
            .all(sql.conn())
            .await?;
        for (id, about) in rows {
            found.insert(id, About::from_name(&about)?);
        }
    }
    let mut of_cases: Vec<(Uuid, Uuid)> = Vec::new();
    if !of.reports.is_empty() {
        of_cases.extend(
            post_report::Entity::find()
                .select_only()
                .column(R::Id)
                .column(R::CaseId)
                .filter(sql.in_tenants((post_report::Entity, R::TenantId)))
                .filter(any_of(
                    (post_report::Entity, R::Id),
                    of.reports.iter().copied(),
                ))
                .into_tuple::<(Uuid, Uuid)>()
                .all(sql.conn())
                .await?,
        );
    }
    if !of.appeals.is_empty() {
        of_cases.extend(
            moderation_appeal::Entity::find()
                .select_only()
                .column(A::Id)
                .column(A::CaseId)
                .filter(sql.in_tenants((moderation_appeal::Entity, A::TenantId)))
                .filter(any_of(
                    (moderation_appeal::Entity, A::Id),
                    of.appeals.iter().copied(),
                ))
                .into_tuple::<(Uuid, Uuid)>()
                .all(sql.conn())
                .await?,
        );
    }
    if of_cases.is_empty() {
        return Ok(found);
    }
    let ids: Vec<CaseId> = of_cases.iter().map(|(_, case)| (*case).into()).collect();
    let cases = read::cases(sql, &ids).await?;
    for (id, case) in of_cases {
        if let Some(case) = cases.iter().find(|it| it.id.uuid() == case) {
            found.insert(id, case.about);
        }
    }
    Ok(found)
}

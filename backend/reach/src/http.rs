//! The report on who takes part, over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use db::Db;
use issues::Capacity;
use kernel::{IssueId, Locale, Timestamp};
use serde::Serialize;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::ReadingSignedIn;
use web::{Problem, SignedIn};

use crate::numbers::LEAST;
use crate::report::{InvitationReach, PerspectiveReach, Report};
use crate::take;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(get_reach_report);
}

/// Who takes part, in numbers that tell of nobody; none while there are too few people, or not one night has passed.
#[derive(Serialize, utoipa::ToSchema)]
struct ReachReportView {
    /// From how many people on there is a number.
    least: i64,
    report: Option<ReachView>,
}

/// Numbers are rounded down, and left out where fewer than `least` people could be found by them.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct ReachView {
    /// When it was made. It is made anew when `least` people, and a quarter of those before, have come in since.
    taken_at: Timestamp,
    participants: Option<i64>,
    perspectives: Vec<PerspectiveReachView>,
    capacities: Vec<CapacityReachView>,
    /// Provinces, of people who show where they are from to everybody who signed in; only those with a number.
    regions: Vec<RegionReachView>,
    invitations: InvitationReachView,
}

/// A view that the issue needs, and how many bring it when that can be told; in a word how far that is stands in the
/// gap meter of the issue.
#[derive(Serialize, utoipa::ToSchema)]
struct PerspectiveReachView {
    name: String,
    wanted: i64,
    people: Option<i64>,
}

#[derive(Serialize, utoipa::ToSchema)]
struct CapacityReachView {
    capacity: Capacity,
    people: Option<i64>,
}

#[derive(Serialize, utoipa::ToSchema)]
struct RegionReachView {
    name: String,
    people: i64,
}

/// Those who were asked and whose invitation was not taken back or forgotten, each address once.
#[derive(Serialize, utoipa::ToSchema)]
struct InvitationReachView {
    asked: Option<i64>,
    accepted: Option<i64>,
    declined: Option<i64>,
    unanswered: Option<i64>,
}

impl From<InvitationReach> for InvitationReachView {
    fn from(of: InvitationReach) -> Self {
        Self {
            asked: of.asked,
            accepted: of.accepted,
            declined: of.declined,
            unanswered: of.unanswered,
        }
    }
}

impl ReachView {
    fn of(report: Report, locale: Locale) -> Self {
        let reach = report.reach;
        let perspective = |it: PerspectiveReach| PerspectiveReachView {
            name: it.name,
            wanted: it.wanted,
            people: it.people,
        };
        let capacity = |(capacity, people)| CapacityReachView { capacity, people };
        let regions = reach.regions.iter().map(|it| RegionReachView {
            name: it.name(locale).to_owned(),
            people: it.people,
        });
        Self {
            taken_at: report.taken_at,
            participants: reach.participants,
            regions: regions.collect(),
            perspectives: reach.perspectives.into_iter().map(perspective).collect(),
            capacities: reach.capacities.into_iter().map(capacity).collect(),
            invitations: reach.invitations.into(),
        }
    }
}

/// Who takes part in an issue, in numbers; for those who do, and for those who run it
#[utoipa::path(tag = "invitations", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = ReachReportView), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/reach-report")]
async fn get_reach_report(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let report = take::report(&scope, &db, path.1).await?;
    Ok(HttpResponse::Ok().json(ReachReportView {
        least: LEAST,
        report: report.map(|report| ReachView::of(report, scope.locale)),
    }))
}

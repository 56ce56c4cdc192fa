//! Asking everybody on a list, over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use db::Db;
use kernel::{InvitationId, IssueId, IssueRole, Locale, Timestamp};
use platform::Secrets;
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::Doing;
use web::{IdempotencyKey, Json, Problem, SignedIn};

use crate::import_sheet::{self, Report, Request};
use crate::sheet::Wrong;
use crate::views::InviteOutcome;
use crate::{Invited, Limits};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(import_invitations);
}

/// A list of people to ask.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct InvitationSheetForm {
    /// CSV (RFC 4180), also with semicolons or tabs: an address and, when it is known, a language (`nl`, `en`); at most
    /// two hundred lines.
    sheet: String,
    /// Where these addresses come from, for whoever is asked: one line.
    source: String,
    /// What the asker says to each of them.
    text: Option<String>,
    /// Participant when left out.
    role: Option<IssueRole>,
    /// The language of lines that name none; the asker's when left out.
    locale: Option<Locale>,
    /// For guests: when taking part ends by itself, at most a year from now.
    until: Option<Timestamp>,
}

/// What became of a line of the list.
#[derive(Serialize, utoipa::ToSchema)]
struct SheetLineResult {
    /// As the spreadsheet counts them, from one.
    line: u64,
    /// What stands in the first cell.
    email: String,
    outcome: SheetOutcome,
    invitation: Option<InvitationId>,
}

#[derive(Clone, Copy, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
enum SheetOutcome {
    Sent,
    AlreadyInvited,
    TakesPart,
    /// The address asked never to be mailed again.
    NeverAgain,
    NotAvailable,
    NotAnAddress,
    UnknownLanguage,
    /// The address stands in the list before.
    Twice,
}

#[derive(Serialize, utoipa::ToSchema)]
struct SheetResults {
    items: Vec<SheetLineResult>,
}

impl SheetOutcome {
    const fn of(became: &Result<Invited, Wrong>) -> Self {
        match became {
            Ok(invited) => match InviteOutcome::of(invited) {
                InviteOutcome::Sent => Self::Sent,
                InviteOutcome::AlreadyInvited => Self::AlreadyInvited,
                InviteOutcome::TakesPart => Self::TakesPart,
                InviteOutcome::NeverAgain => Self::NeverAgain,
                InviteOutcome::NotAvailable => Self::NotAvailable,
            },
            Err(Wrong::NotAnAddress) => Self::NotAnAddress,
            Err(Wrong::UnknownLanguage) => Self::UnknownLanguage,
            Err(Wrong::Twice) => Self::Twice,
        }
    }
}

impl From<Report> for SheetLineResult {
    fn from(report: Report) -> Self {
        let invitation = match report.became {
            Ok(Invited::Sent(id)) => Some(id),
            _ => None,
        };
        Self {
            line: report.number,
            outcome: SheetOutcome::of(&report.became),
            email: report.typed,
            invitation,
        }
    }
}

/// Ask everybody on a list: each gets a mail that says where the address came from, and each line an answer
#[utoipa::path(tag = "invitations", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = InvitationSheetForm, responses((status = 201, body = SheetResults), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/invitations/_import")]
async fn import_invitations(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    path: Path<(String, IssueId)>,
    key: IdempotencyKey,
    Json(form): Json<InvitationSheetForm>,
) -> Result<HttpResponse, Problem> {
    let request = Request {
        issue: path.1,
        role: form.role.unwrap_or(IssueRole::Participant),
        locale: form.locale.unwrap_or(scope.locale),
        until: form.until,
        sheet: &form.sheet,
        source: &form.source,
        text: form.text.as_deref(),
    };
    let key = key.get();
    let reports = import_sheet::import_sheet(&scope, &db, &secrets, &limits, key, request).await?;
    let items = reports.into_iter().map(SheetLineResult::from).collect();
    Ok(HttpResponse::Created().json(SheetResults { items }))
}

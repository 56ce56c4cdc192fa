//! Asking everybody on a list of addresses that somebody has.
//!
//! Promise: each line gets an answer; whoever is asked reads where the address came from (AVG, article 14); what is not
//! an address is not kept.

use db::Db;
use kernel::{Faults, IssueId, IssueRole, Line, Locale, RequestKey, Scope, Timestamp};
use platform::Secrets;

use crate::invite::{self, Asking, Invited, Whom, parse_text};
use crate::sheet::{self, Asked, SheetLine, Wrong};
use crate::{InvitationFault, Limits};

pub(crate) struct Request<'a> {
    pub issue: IssueId,
    pub role: IssueRole,
    pub locale: Locale,
    pub until: Option<Timestamp>,
    pub sheet: &'a str,
    /// Whose list it is, for whoever is asked.
    pub source: &'a str,
    pub text: Option<&'a str>,
}

/// What became of a line.
pub(crate) struct Report {
    pub number: u64,
    pub typed: String,
    pub became: Result<Invited, Wrong>,
}

pub(crate) async fn import_sheet(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    key: Option<RequestKey<'_>>,
    request: Request<'_>,
) -> Result<Vec<Report>, InvitationFault> {
    let (lines, whom) = parse(scope, &request)?;
    let asking = Asking {
        issue: request.issue,
        role: request.role,
        locale: request.locale,
        until: request.until,
        key: (key, "import_invitations"),
    };
    let mut became = invite::ask_all(scope, db, secrets, limits, asking, whom)
        .await?
        .into_iter();
    let report = |line: SheetLine| Report {
        number: line.number,
        typed: line.typed,
        became: match line.asks {
            Ok(_) => Ok(became.next().unwrap_or(Invited::NotAvailable)),
            Err(wrong) => Err(wrong),
        },
    };
    Ok(lines.into_iter().map(report).collect())
}

/// The lines, and whom those ask that ask somebody.
fn parse(
    scope: &Scope,
    request: &Request<'_>,
) -> Result<(Vec<SheetLine>, Vec<Whom>), InvitationFault> {
    let mut faults = Faults::default();
    let text = parse_text(&mut faults, "/text", request.text);
    let source = faults.take("/source", Line::<160>::parse(request.source));
    invite::check_until(&mut faults, scope, request.until);
    let lines = sheet::parse(&mut faults, request.sheet);
    let (source, lines) = faults
        .finish(source.zip(lines))
        .map_err(InvitationFault::Invalid)?;
    let source = source.into_string();
    let asks = |Asked { address, locale }: &Asked| {
        Whom::at(address.clone(), text.clone()).listed(*locale, source.clone())
    };
    let whom = lines
        .iter()
        .filter_map(|line| line.asks.as_ref().ok().map(asks))
        .collect();
    Ok((lines, whom))
}

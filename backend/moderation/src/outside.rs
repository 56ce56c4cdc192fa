//! Reporting a post or a title without an account, where everybody reads along.
//!
//! Promise: what a visitor may not read, a visitor cannot report; a receipt goes to the address that was given, and the
//! address is forgotten with the report. Who asks the law to look at child abuse need not say who they are.

use db::Db;
use kernel::{EmailAddress, Faults, Line, ReportId, Scope};
use web::Caller;

use crate::model::{Report, Target};
use crate::report::{NewReport, case_of, checked, keep, readable};
use crate::{Limits, ModerationFault};

/// What a visitor says, and who that is.
#[derive(Clone, Debug)]
pub struct NewOutside {
    pub report: NewReport,
    pub name: String,
    pub address: String,
}

pub async fn report_outside(
    scope: &Scope,
    db: &Db,
    limits: &Limits,
    source: Caller,
    (target, new): (Target, NewOutside),
) -> Result<ReportId, ModerationFault> {
    let visitor = scope.as_person(None, scope.tenants.clone());
    let (words, name, address) = parsed(&new)?;
    let tx = db.begin(&visitor).await?;
    let found = readable(&tx, target).await?;
    limits.report_outside(source, found.tenant, address.as_deref())?;
    let report = Report {
        id: ReportId::new(scope.now),
        tenant: found.tenant,
        case: case_of(&tx, &found).await?,
        reporter: None,
        name,
        address,
        locale: scope.locale,
        reason: new.report.reason,
        words,
        stated_true: new.report.stated_true,
        reported_at: scope.now,
    };
    keep(&tx, &report).await?;
    tx.commit().await?;
    Ok(report.id)
}

type Parsed = (String, Option<String>, Option<String>);

/// All faults at once.
fn parsed(new: &NewOutside) -> Result<Parsed, ModerationFault> {
    let mut faults = Faults::default();
    let words = checked(&new.report, &mut faults);
    let named = new.report.reason.needs_name();
    let name = if named {
        faults.take("/name", Line::<80>::parse(&new.name))
    } else {
        faults.take_optional("/name", Some(&new.name), Line::<80>::parse)
    };
    let address = if named {
        faults.take("/address", EmailAddress::parse(&new.address))
    } else {
        faults.take_optional("/address", Some(&new.address), EmailAddress::parse)
    };
    let words = faults.finish(words).map_err(ModerationFault::Invalid)?;
    let name = name.map(Line::into_string);
    Ok((words, name, address.map(|address| address.to_string())))
}

//! The reasons that an organisation keeps ready (standaardredenen): plain sentences that whoever decides begins with.
//!
//! Promise: until an organisation writes its own, there is a list in each language; a reason is a beginning, and stands
//! in a decision only as whoever decides sends it.

use db::Db;
use kernel::{Denied, Faults, Line, Locale, Prose, Scope, TenantId};
use serde::{Deserialize, Serialize};

use crate::{ModerationFault, policy, read_standard, store_standard};

const MOST_REASONS: usize = 30;
const MOST_NAME: usize = 80;
const MOST_WORDS: usize = 1_000;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StandardReason {
    /// By which one finds it.
    pub name: String,
    pub words: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StandardReasons {
    /// In the order in which they are shown.
    pub reasons: Vec<StandardReason>,
    /// 0 while they are ours.
    pub version: i64,
}

/// Those that come with the platform.
pub(crate) fn ours(locale: Locale) -> Vec<StandardReason> {
    let text = match locale {
        Locale::Nl => include_str!("../../locales/nl/reasons.json"),
        Locale::En => include_str!("../../locales/en/reasons.json"),
    };
    // The files are part of the program, and a test reads them all.
    serde_json::from_str(text).unwrap_or_default()
}

pub(crate) async fn read_reasons(
    scope: &Scope,
    db: &Db,
) -> Result<StandardReasons, ModerationFault> {
    let kept = read_standard::reasons(&db.read(scope), tenant(scope)?).await?;
    Ok(kept.unwrap_or_else(|| StandardReasons {
        reasons: ours(scope.locale),
        version: 0,
    }))
}

pub(crate) async fn write_reasons(
    scope: &Scope,
    db: &Db,
    reasons: Vec<StandardReason>,
    version: i64,
) -> Result<StandardReasons, ModerationFault> {
    policy::may_keep_reasons(scope)?;
    let reasons = checked(reasons)?;
    let tx = db.begin(scope).await?;
    if !store_standard::put(&tx, tenant(scope)?, &reasons, version).await? {
        return Err(ModerationFault::Stale);
    }
    tx.commit().await?;
    Ok(StandardReasons {
        reasons,
        version: version.saturating_add(1),
    })
}

fn tenant(scope: &Scope) -> Result<TenantId, ModerationFault> {
    Ok(scope.tenants.only().ok_or(Denied::Invisible)?)
}

/// All faults at once. Of two with one name nobody knows which they choose.
fn checked(reasons: Vec<StandardReason>) -> Result<Vec<StandardReason>, ModerationFault> {
    let mut faults = Faults::default();
    if reasons.len() > MOST_REASONS {
        faults.refuse("/items", "standard-reasons.too-many");
    }
    let mut known: Vec<StandardReason> = Vec::new();
    for (place, reason) in reasons.into_iter().take(MOST_REASONS).enumerate() {
        let at = |field: &str| format!("/items/{place}/{field}");
        let name = faults.take(&at("name"), Line::<MOST_NAME>::parse(&reason.name));
        let words = faults.take(&at("words"), Prose::<MOST_WORDS>::parse(&reason.words));
        let Some((name, words)) = name.zip(words) else {
            continue;
        };
        let reason = StandardReason {
            name: name.into_string(),
            words: words.into_string(),
        };
        let same = |it: &StandardReason| it.name.to_lowercase() == reason.name.to_lowercase();
        if known.iter().any(same) {
            faults.refuse(at("name"), "standard-reasons.twice");
        }
        known.push(reason);
    }
    faults.finish(Some(known)).map_err(ModerationFault::Invalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_as_many_to_begin_with_and_each_fits() {
        let [dutch, english] = Locale::ALL.map(ours);
        assert!(dutch.len() >= 6);
        assert_eq!(dutch.len(), english.len());
        for list in [dutch, english] {
            assert_eq!(checked(list.clone()).unwrap(), list);
        }
    }

    #[test]
    fn faults_are_told_where_they_are() {
        let reason = |name: &str, words: &str| StandardReason {
            name: name.to_owned(),
            words: words.to_owned(),
        };
        let list = vec![reason("Een", "x"), reason("een", "x"), reason("Twee", "")];
        let Err(ModerationFault::Invalid(faults)) = checked(list) else {
            panic!("it was taken");
        };
        let told: Vec<&str> = faults.iter().map(|it| it.pointer.as_str()).collect();
        assert_eq!(told, ["/items/1/name", "/items/2/words"]);
    }
}

//! An organisation's own words, beside the shared ones: themes, expertise and regions.
//!
//! Promise: only an owner adds or renames them; shared words and those of other organisations stay as
//! they are; what is filed under a word stays there when its name changes.
//! Absent: taking a word away, for what is filed under it would lose its place.

use db::{Db, outbox};
use kernel::{Denied, Faults, FieldFault, Line, RequestKey, Scope, TenantId, TermId};

use super::settings::may_set_up;
use super::{TenantEvent, TenantFault, store};
use crate::Secrets;
use crate::idempotency::{self, Claim};
use crate::taxonomy::{self, Term, TermKind};

const MOST_NAME: usize = 60;
const MOST_SYNONYMS: usize = 12;
/// More own words than this is no taxonomy any more.
const MOST_TERMS: usize = 300;

/// A word as its owner types it.
#[derive(Clone, Debug, Default)]
pub(super) struct TermText {
    pub name_nl: String,
    /// The Dutch one when left out.
    pub name_en: Option<String>,
    /// Other words by which it is found.
    pub synonyms: Vec<String>,
}

pub(super) async fn own(scope: &Scope, db: &Db) -> Result<Vec<Term>, TenantFault> {
    may_order(scope)?;
    let tenant = scope.tenants.only().ok_or(TenantFault::NotFound)?;
    Ok(taxonomy::own_terms(&db.read(scope), tenant).await?)
}

pub(super) async fn add(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<RequestKey<'_>>,
    kind: TermKind,
    text: TermText,
) -> Result<Term, TenantFault> {
    may_order(scope)?;
    let tenant = scope.tenants.only().ok_or(TenantFault::NotFound)?;
    let tx = db.begin(scope).await?;
    let id = TermId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "add_term", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => {
            return again(scope, db, tenant, first.settled(tx).await?.into()).await;
        }
        Claim::Misused => return Err(TenantFault::KeyMisused),
    }
    let blank = Term {
        id,
        kind,
        key: String::new(),
        name_nl: String::new(),
        name_en: String::new(),
        synonyms: Vec::new(),
        parent: None,
    };
    store::one_at_a_time(&tx, tenant).await?;
    let known = taxonomy::terms_of(&tx).await?;
    if taxonomy::own_terms(&tx, tenant).await?.len() >= MOST_TERMS {
        let full = FieldFault::new("/nameNl", "list.too-long");
        return Err(TenantFault::Invalid(vec![full]));
    }
    let term = filled(blank, text, &known)?;
    taxonomy::add_term(&tx, Some(tenant), &term).await?;
    finish(tx, &TenantEvent::Changed { tenant }).await?;
    Ok(term)
}

/// What the same request made before.
async fn again(scope: &Scope, db: &Db, tenant: TenantId, id: TermId) -> Result<Term, TenantFault> {
    let own = taxonomy::own_terms(&db.read(scope), tenant).await?;
    let mut same = own.into_iter().filter(|term| term.id == id);
    same.next().ok_or(TenantFault::NotFound)
}

pub(super) async fn rename(
    scope: &Scope,
    db: &Db,
    id: TermId,
    text: TermText,
) -> Result<Term, TenantFault> {
    may_order(scope)?;
    let tenant = scope.tenants.only().ok_or(TenantFault::NotFound)?;
    let tx = db.begin(scope).await?;
    store::one_at_a_time(&tx, tenant).await?;
    let known = taxonomy::terms_of(&tx).await?;
    let before = taxonomy::own_terms(&tx, tenant)
        .await?
        .into_iter()
        .find(|term| term.id == id)
        .ok_or(TenantFault::NotFound)?;
    let term = filled(before, text, &known)?;
    taxonomy::change_own_term(&tx, tenant, &term).await?;
    finish(tx, &TenantEvent::TermRenamed { tenant }).await?;
    Ok(term)
}

/// Whoever has no business here does not learn that there is something to order.
fn may_order(scope: &Scope) -> Result<(), Denied> {
    match scope.role {
        Some(_) => may_set_up(scope),
        None => Err(Denied::Invisible),
    }
}

async fn finish(tx: db::Tx, event: &TenantEvent) -> Result<(), TenantFault> {
    outbox::push(&tx, event).await?;
    Ok(tx.commit().await?)
}

/// The term with these words; two of a kind with one name would make choosing a guess.
fn filled(term: Term, text: TermText, known: &[Term]) -> Result<Term, TenantFault> {
    let mut faults = Faults::default();
    let name_nl = faults.take("/nameNl", Line::<MOST_NAME>::parse(&text.name_nl));
    let english = text.name_en.filter(|raw| !raw.trim().is_empty());
    let name_en = match &english {
        Some(raw) => faults.take("/nameEn", Line::<MOST_NAME>::parse(raw)),
        None => name_nl.clone(),
    };
    if text.synonyms.len() > MOST_SYNONYMS {
        faults.refuse("/synonyms", "list.too-long");
    }
    let mut synonyms = Vec::new();
    for (place, raw) in text.synonyms.iter().enumerate() {
        let at = format!("/synonyms/{place}");
        synonyms.extend(
            faults
                .take(&at, Line::<MOST_NAME>::parse(raw))
                .map(Line::into_string),
        );
    }
    if let Some(name) = &name_nl {
        let name = name.as_str().to_lowercase();
        let same = |other: &&Term| other.kind == term.kind && other.name_nl.to_lowercase() == name;
        if known.iter().filter(same).any(|other| other.id != term.id) {
            faults.refuse("/nameNl", "tenant.term.taken");
        }
    }
    let (name_nl, name_en) = faults
        .finish(name_nl.zip(name_en))
        .map_err(TenantFault::Invalid)?;
    let key = if term.key.is_empty() {
        key_of(name_nl.as_str())
    } else {
        term.key
    };
    Ok(Term {
        key,
        name_nl: name_nl.into_string(),
        name_en: name_en.into_string(),
        synonyms,
        ..term
    })
}

/// A word for machines: `Wonen boven winkels` is `wonen-boven-winkels`.
fn key_of(name: &str) -> String {
    let mut key = String::new();
    for letter in name.to_lowercase().chars() {
        if letter.is_alphanumeric() {
            key.push(letter);
        } else if !key.is_empty() && !key.ends_with('-') {
            key.push('-');
        }
    }
    key.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Timestamp;

    fn term(at: i64, name: &str) -> Term {
        Term {
            id: TermId::new(Timestamp::from_millis(at)),
            kind: TermKind::Theme,
            key: key_of(name),
            name_nl: name.to_owned(),
            name_en: name.to_owned(),
            synonyms: Vec::new(),
            parent: None,
        }
    }

    fn named(name: &str) -> TermText {
        TermText {
            name_nl: name.to_owned(),
            ..TermText::default()
        }
    }

    #[test]
    fn a_new_word_is_english_too_until_it_is_translated() {
        let blank = Term {
            key: String::new(),
            ..term(1, "")
        };
        let made = filled(blank, named("Wonen boven winkels"), &[]).unwrap();
        assert_eq!(made.key, "wonen-boven-winkels");
        assert_eq!(made.name_en, "Wonen boven winkels");
    }

    #[test]
    fn one_name_is_one_word_and_a_rename_keeps_its_key() {
        let (old, other) = (term(1, "Jeugd"), term(2, "Wonen"));
        let known = [old.clone(), other];
        assert!(filled(old.clone(), named("wonen"), &known).is_err());
        let renamed = filled(old, named("Jongeren"), &known).unwrap();
        assert_eq!(
            (renamed.key.as_str(), renamed.name_nl.as_str()),
            ("jeugd", "Jongeren")
        );
    }

    #[test]
    fn a_word_without_a_name_is_none() {
        assert!(filled(term(1, "Jeugd"), named("  "), &[]).is_err());
    }
}

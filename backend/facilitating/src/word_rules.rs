//! The words that an organisation watches: plain words, and why. Finding them in posts is pure.
//!
//! Promise: only whole words that stand on the list; what a post quotes of another is not looked at; nothing is said of who
//! wrote it.

use db::{Db, Tx};
use kernel::{Denied, Faults, Line, Scope, Seq, TenantId};
use serde::{Deserialize, Serialize};

use crate::{FacilitatingFault, policy, read, store};

const MOST_RULES: usize = 50;
const MOST_PHRASE: usize = 80;
const MOST_WHY: usize = 300;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordRule {
    pub phrase: String,
    /// Why whoever facilitates looks at it.
    pub why: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordRules {
    pub rules: Vec<WordRule>,
    /// 0 while nobody wrote them.
    pub version: i64,
}

impl WordRules {
    /// Which posts have which of these words: once for each post and rule.
    pub fn found_in(&self, posts: &[(Seq, String)]) -> Vec<(Seq, usize)> {
        let phrases: Vec<String> = self.rules.iter().map(|it| plain(&it.phrase)).collect();
        let mut found = Vec::new();
        for (seq, body) in posts {
            let words = plain(&own_lines(body));
            let here = (0..).zip(&phrases).filter(|(_, it)| stands_in(&words, it));
            found.extend(here.map(|(place, _)| (*seq, place)));
        }
        found
    }
}

/// Without what is quoted of somebody else.
fn own_lines(body: &str) -> String {
    let own = body
        .lines()
        .filter(|line| !line.trim_start().starts_with('>'));
    own.collect::<Vec<_>>().join("\n")
}

/// In small letters, with one space between words and around them, and no signs.
fn plain(text: &str) -> String {
    let small = text.to_lowercase();
    let words: Vec<&str> = small
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    format!(" {} ", words.join(" "))
}

fn stands_in(words: &str, phrase: &str) -> bool {
    phrase.trim() != "" && words.contains(phrase)
}

pub(crate) async fn read_rules(scope: &Scope, db: &Db) -> Result<WordRules, FacilitatingFault> {
    let tenant = tenant(scope)?;
    read::word_rules(&db.read(scope), tenant)
        .await
        .map_err(Into::into)
}

pub(crate) async fn write_rules(
    scope: &Scope,
    db: &Db,
    rules: Vec<WordRule>,
    version: i64,
) -> Result<WordRules, FacilitatingFault> {
    policy::may_order_words(scope)?;
    let tx = db.begin(scope).await?;
    ordered_in(&tx, scope, rules, version).await?;
    let now = read::word_rules(&tx, tenant(scope)?).await?;
    tx.commit().await?;
    Ok(now)
}

/// In a transaction of the caller's, who looks who asks: for the demonstration's content.
pub async fn ordered_in(
    tx: &Tx,
    scope: &Scope,
    rules: Vec<WordRule>,
    version: i64,
) -> Result<(), FacilitatingFault> {
    let rules = checked(rules)?;
    if store::put_rules(tx, tenant(scope)?, &rules, version).await? {
        Ok(())
    } else {
        Err(FacilitatingFault::Stale)
    }
}

fn tenant(scope: &Scope) -> Result<TenantId, FacilitatingFault> {
    Ok(scope.tenants.only().ok_or(Denied::Invisible)?)
}

/// All faults at once. Two of the same words would say one thing twice.
fn checked(rules: Vec<WordRule>) -> Result<Vec<WordRule>, FacilitatingFault> {
    let mut faults = Faults::default();
    if rules.len() > MOST_RULES {
        faults.refuse("/items", "word-rules.too-many");
    }
    let mut known: Vec<WordRule> = Vec::new();
    for (place, rule) in rules.into_iter().take(MOST_RULES).enumerate() {
        let at = |field: &str| format!("/items/{place}/{field}");
        let phrase = faults.take(&at("phrase"), Line::<MOST_PHRASE>::parse(&rule.phrase));
        let why = faults.take(&at("why"), Line::<MOST_WHY>::parse(&rule.why));
        let Some((phrase, why)) = phrase.zip(why) else {
            continue;
        };
        let rule = WordRule {
            phrase: phrase.into_string(),
            why: why.into_string(),
        };
        let words = plain(&rule.phrase);
        if words.trim().is_empty() {
            faults.refuse(at("phrase"), "word-rules.no-word");
        } else if known.iter().any(|it| plain(&it.phrase) == words) {
            faults.refuse(at("phrase"), "word-rules.twice");
        }
        known.push(rule);
    }
    faults
        .finish(Some(known))
        .map_err(FacilitatingFault::Invalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrase: &str, body: &str) -> bool {
        let rules = WordRules {
            rules: vec![WordRule {
                phrase: phrase.to_owned(),
                why: "Daarom.".to_owned(),
            }],
            version: 1,
        };
        !rules.found_in(&[(Seq::ZERO, body.to_owned())]).is_empty()
    }

    #[test]
    fn whole_words_are_found_however_they_are_written() {
        assert!(found(
            "die mensen",
            "Ja, maar *Die  mensen*\nwillen dat niet."
        ));
        assert!(found("Zij allemaal", "zij allemaal!"));
        assert!(!found("die mensen", "Die mensenrechten."));
        assert!(!found("alle", "allebei"));
    }

    #[test]
    fn what_is_quoted_of_another_is_not_looked_at() {
        assert!(!found("die mensen", "> die mensen\n\nDat zie ik anders."));
    }

    #[test]
    fn faults_are_told_where_they_are() {
        let rule = |phrase: &str, why: &str| WordRule {
            phrase: phrase.to_owned(),
            why: why.to_owned(),
        };
        let rules = vec![
            rule("die mensen", "x"),
            rule("Die mensen!", "x"),
            rule("?!", ""),
        ];
        let Err(FacilitatingFault::Invalid(faults)) = checked(rules) else {
            panic!("it was taken");
        };
        let told: Vec<&str> = faults.iter().map(|it| it.pointer.as_str()).collect();
        assert_eq!(told, ["/items/1/phrase", "/items/2/why"]);
    }
}

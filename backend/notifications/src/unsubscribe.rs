//! The way out of a mail, or to fewer of them, without signing in.
//!
//! Promise: the link's keyed hash is the proof, so that nobody stops another's mail; opening it changes
//! nothing; using it twice is using it once.

use db::Db;
use kernel::{IssueId, PersonId, Scope, TenantId, TenantSet, TermId};
use platform::{Secrets, taxonomy, tenants};
use uuid::Uuid;

use crate::follows::unfollow_subject;
use crate::model::{Level, Levels, Preference, Topic, Wishes};
use crate::settings::{self, write_issue_level, write_preference};
use crate::{NotificationFault, read};

const PURPOSE: &str = "unsubscribe";
/// An issue in a link that does not say which.
const NAMELESS: &str = "unsubscribe-nameless";

/// What a mail can be stopped for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayOutOf {
    /// Everything about one issue.
    Issue(IssueId),
    /// What is followed: the follow ends.
    Term(TermId),
    Organisation(TenantId),
    /// All of one topic.
    Topic(Topic),
    /// Every mail that is not about signing in.
    Everything,
}

impl std::fmt::Display for WayOutOf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Issue(id) => write!(f, "issue-{}", id.uuid().simple()),
            Self::Term(id) => write!(f, "term-{}", id.uuid().simple()),
            Self::Organisation(id) => write!(f, "organisation-{}", id.uuid().simple()),
            Self::Topic(topic) => write!(f, "topic-{}", topic.as_str()),
            Self::Everything => f.write_str("all"),
        }
    }
}

impl WayOutOf {
    /// What is followed is new things on one subject or by one organisation: their level is chosen at the settings.
    pub const fn is_followed(self) -> bool {
        matches!(self, Self::Term(_) | Self::Organisation(_))
    }

    fn parse(raw: &str) -> Option<Self> {
        match raw.split_once('-') {
            Some(("issue", id)) => id.parse::<Uuid>().ok().map(|id| Self::Issue(id.into())),
            Some(("term", id)) => id.parse::<Uuid>().ok().map(|id| Self::Term(id.into())),
            Some(("organisation", id)) => {
                let id = id.parse::<Uuid>().ok()?;
                Some(Self::Organisation(id.into()))
            }
            Some(("topic", name)) => Topic::from_name(name).ok().map(Self::Topic),
            _ => (raw == "all").then_some(Self::Everything),
        }
    }
}

/// `<person>.<what>.<keyed hash>`: stands in that person's own mails only.
pub fn token_for(secrets: &Secrets, person: PersonId, what: WayOutOf) -> String {
    let message = format!("{}.{what}", person.uuid().simple());
    format!("{message}.{}", secrets.token(PURPOSE, &message))
}

/// The same for a mail that does not name the issue: neither does the link, to whoever holds the mail, nor the page behind it.
/// `<person>.closed-<keyed hash of the issue>.<keyed hash>`.
pub fn nameless_token_for(secrets: &Secrets, person: PersonId, issue: IssueId) -> String {
    let issue = secrets.token(NAMELESS, &of_both(person, issue));
    let message = format!("{}.closed-{issue}", person.uuid().simple());
    format!("{message}.{}", secrets.token(PURPOSE, &message))
}

fn of_both(person: PersonId, issue: IssueId) -> String {
    format!("{}.{}", person.uuid(), issue.uuid())
}

/// Whose mails a link stops, which, and whether its page may say so.
struct Link {
    person: PersonId,
    of: WayOutOf,
    nameless: bool,
}

/// Of which issue a link is that does not say it: one that this person hears of.
async fn link(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<Link, NotificationFault> {
    if let Some((person, of)) = read_token(secrets, token) {
        let nameless = false;
        return Ok(Link {
            person,
            of,
            nameless,
        });
    }
    let (person, hash) = read_nameless(secrets, token).ok_or(NotificationFault::TokenWrong)?;
    let sql = db.read_with_keys(scope, [person]);
    let mut issues = read::issues_of(&sql, person).await?;
    issues.extend(settings::wishes(&sql, person).await?.issues.into_keys());
    let meant = issues
        .into_iter()
        .find(|issue| secrets.holds(NAMELESS, &of_both(person, *issue), &hash));
    let issue = meant.ok_or(NotificationFault::TokenWrong)?;
    Ok(Link {
        person,
        of: WayOutOf::Issue(issue),
        nameless: true,
    })
}

fn read_nameless(secrets: &Secrets, token: &str) -> Option<(PersonId, String)> {
    let (message, proof) = token.rsplit_once('.')?;
    if !secrets.holds(PURPOSE, message, proof) {
        return None;
    }
    let (person, hash) = message.split_once(".closed-")?;
    Some((person.parse::<Uuid>().ok()?.into(), hash.to_owned()))
}

fn read_token(secrets: &Secrets, token: &str) -> Option<(PersonId, WayOutOf)> {
    let (message, proof) = token.rsplit_once('.')?;
    if !secrets.holds(PURPOSE, message, proof) {
        return None;
    }
    let (person, what) = message.split_once('.')?;
    Some((person.parse::<Uuid>().ok()?.into(), WayOutOf::parse(what)?))
}

/// What a link stops, for the page behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    pub of: WayOutOf,
    /// The issue's title, or the name of the term or the organisation; none when its reader may not see it any more, or no mail names it.
    pub name: Option<String>,
    /// How soon these mails come now.
    pub level: Level,
}

/// Looks what a link stops, and changes nothing.
pub async fn preview(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<WayOut, NotificationFault> {
    let Link {
        person,
        of,
        nameless,
    } = link(scope, db, secrets, token).await?;
    let wishes = settings::wishes(&db.read(scope), person).await?;
    let talk = wishes.preference.levels.talk;
    let level = match of {
        WayOutOf::Issue(issue) => wishes.issues.get(&issue).copied().unwrap_or(talk),
        WayOutOf::Term(_) | WayOutOf::Organisation(_) => wishes.preference.levels.of(Topic::New),
        WayOutOf::Topic(topic) => wishes.preference.levels.of(topic),
        WayOutOf::Everything => soonest(&wishes),
    };
    let name = match of {
        WayOutOf::Issue(_) if nameless => None,
        WayOutOf::Issue(issue) => {
            let tenants =
                TenantSet::of(read::tenants_of(&db.read_with_keys(scope, [person]), person).await?);
            issues::read::find(&db.read(&scope.as_person(Some(person), tenants)), issue)
                .await?
                // Whoever holds the link reads this, not only whose mail it was: it says no more than a mail does.
                .filter(|issue| issue.regime.names_people())
                .map(|issue| issue.title)
        }
        WayOutOf::Term(term) => {
            let word = db.read_with_keys(scope, [term]);
            let found = taxonomy::terms_by_id(&word, [term.uuid()]).await?;
            found.first().map(|term| term.name(scope.locale).to_owned())
        }
        WayOutOf::Organisation(id) => {
            let found = tenants::by_ids(&db.read(scope), [id]).await?.pop();
            found.map(|tenant| tenant.name)
        }
        WayOutOf::Topic(_) | WayOutOf::Everything => None,
    };
    Ok(WayOut { of, name, level })
}

/// How soon the mails that the link is about come from now on; `Off` stops them.
pub async fn choose_by_link(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
    level: Level,
) -> Result<WayOutOf, NotificationFault> {
    let Link { person, of, .. } = link(scope, db, secrets, token).await?;
    let tx = db.begin(scope).await?;
    match of {
        WayOutOf::Issue(issue) => write_issue_level(&tx, person, issue, Some(level)).await?,
        WayOutOf::Term(term) if level == Level::Off => {
            unfollow_subject(&tx, person, term.uuid()).await?;
        }
        WayOutOf::Organisation(id) if level == Level::Off => {
            unfollow_subject(&tx, person, id.uuid()).await?;
        }
        WayOutOf::Term(_) | WayOutOf::Organisation(_) => {}
        WayOutOf::Topic(_) | WayOutOf::Everything => {
            let preference = settings::wishes(&tx, person).await?.preference;
            let levels = changed(of, preference.levels, level);
            write_preference(
                &tx,
                person,
                Preference {
                    levels,
                    ..preference
                },
            )
            .await?;
            if of == WayOutOf::Everything {
                settings::write_all_issue_levels(&tx, person, level).await?;
            }
        }
    }
    tx.commit().await?;
    Ok(of)
}

/// How soon the first of all mails comes.
fn soonest(wishes: &Wishes) -> Level {
    let of_topics = Topic::ALL.map(|topic| wishes.preference.levels.of(topic));
    let comes =
        |level: &Level| of_topics.contains(level) || wishes.issues.values().any(|it| it == level);
    let soonest_first = [Level::AtOnce, Level::Daily, Level::Weekly];
    soonest_first.into_iter().find(comes).unwrap_or(Level::Off)
}

fn changed(of: WayOutOf, mut levels: Levels, level: Level) -> Levels {
    match of {
        WayOutOf::Topic(topic) => levels.set(topic, level),
        _ => levels = everything(levels, level),
    }
    levels
}

/// Topics that were stopped stay so, unless all were.
fn everything(levels: Levels, level: Level) -> Levels {
    if level == Level::Off || levels == Levels::all(Level::Off) {
        return Levels::all(level);
    }
    let mut changed = levels;
    for topic in Topic::ALL {
        if levels.of(topic) != Level::Off {
            changed.set(topic, level);
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_mails_brings_none_back_that_were_stopped() {
        let mut levels = Levels::all(Level::AtOnce);
        levels.talk = Level::Off;
        let fewer = everything(levels, Level::Weekly);
        assert_eq!((fewer.talk, fewer.outcomes), (Level::Off, Level::Weekly));
        assert_eq!(everything(levels, Level::Off), Levels::all(Level::Off));
        let none = Levels::all(Level::Off);
        assert_eq!(everything(none, Level::Daily), Levels::all(Level::Daily));
    }

    #[test]
    fn a_link_of_a_closed_room_does_not_say_of_which_issue_it_is() {
        let secrets = Secrets::new([5; 32]);
        let person = PersonId::from(Uuid::from_u128(1));
        let issue = IssueId::from(Uuid::from_u128(2));
        let token = nameless_token_for(&secrets, person, issue);
        assert!(!token.contains(&issue.uuid().simple().to_string()));
        let (of, hash) = read_nameless(&secrets, &token).unwrap();
        assert_eq!(of, person);
        assert!(secrets.holds(NAMELESS, &of_both(person, issue), &hash));
        assert_eq!(read_token(&secrets, &token), None);
        assert_eq!(read_nameless(&secrets, &format!("{token}x")), None);
    }

    #[test]
    fn a_token_leads_back_and_cannot_be_changed() {
        let secrets = Secrets::new([5; 32]);
        let person = PersonId::from(Uuid::from_u128(1));
        let issue = WayOutOf::Issue(Uuid::from_u128(2).into());
        for what in [
            issue,
            WayOutOf::Term(Uuid::from_u128(3).into()),
            WayOutOf::Organisation(Uuid::from_u128(4).into()),
            WayOutOf::Topic(Topic::Progress),
            WayOutOf::Everything,
        ] {
            assert_eq!(
                read_token(&secrets, &token_for(&secrets, person, what)),
                Some((person, what))
            );
        }
        let token = token_for(&secrets, person, issue);
        let wider = token.replace(&issue.to_string(), "all");
        assert_eq!(read_token(&secrets, &wider), None);
        assert_eq!(read_token(&Secrets::new([6; 32]), &token), None);
        assert_eq!(read_token(&secrets, "x"), None);
    }
}

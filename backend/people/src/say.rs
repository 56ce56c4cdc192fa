//! Saying something of oneself in one's own words, and which languages one speaks: each part by itself.
//!
//! Promise: what is taken back is gone with the next question. Consent is noted with its words and its moment, and
//! what was agreed to until now is kept for the eyes of that person.

use db::{Db, Sql, Tx};
use kernel::{PersonId, Scope};

use crate::model::{Audience, Showing, Subject};
use crate::profile::{Languages, ProfilePart, TextPart};
use crate::{PeopleFault, declare, read_profile, store, store_profile};

/// What is said, to whom, and the version that it starts from: 0 when nothing was said before.
#[derive(Clone, Debug)]
pub struct Saying<T> {
    pub what: T,
    pub audience: Audience,
    pub version: i64,
}

pub(crate) async fn say_own_text(
    scope: &Scope,
    db: &Db,
    part: TextPart,
    said: Saying<String>,
) -> Result<(), PeopleFault> {
    let person = scope.person.ok_or(PeopleFault::NotFound)?;
    let tx = db.begin(scope).await?;
    say_text(&tx, person, part, said).await?;
    Ok(tx.commit().await?)
}

pub(crate) async fn say_own_languages(
    scope: &Scope,
    db: &Db,
    said: Saying<Vec<String>>,
) -> Result<(), PeopleFault> {
    let person = scope.person.ok_or(PeopleFault::NotFound)?;
    let tx = db.begin(scope).await?;
    say_languages(&tx, person, said).await?;
    Ok(tx.commit().await?)
}

/// Nothing takes back what was said.
pub async fn say_text(
    tx: &Tx,
    person: PersonId,
    part: TextPart,
    said: Saying<String>,
) -> Result<(), PeopleFault> {
    let text = part.parse(&said.what);
    let text = text.map_err(|fault| PeopleFault::Invalid(vec![fault]))?;
    let own = read_profile::own_profile(tx, person).await?;
    let before = match part {
        TextPart::Experience => own.experience,
        TextPart::Story => own.story,
    };
    let before = before.map(|it| it.showing);
    let showing = Showing::since(tx.now(), said.audience).after(before.as_ref());
    let text = text.map(|text| (text, &showing));
    end_consent(
        tx,
        person,
        Subject::Part(part.part()),
        before,
        text.as_ref().map(|it| it.1),
    )
    .await?;
    if !store_profile::write_text(tx, person, part, said.version, text).await? {
        return Err(PeopleFault::Stale);
    }
    Ok(declare::announce(tx, person).await?)
}

/// None takes back what was said.
pub async fn say_languages(
    tx: &Tx,
    person: PersonId,
    said: Saying<Vec<String>>,
) -> Result<(), PeopleFault> {
    let languages = Languages::parse(&said.what).map_err(PeopleFault::Invalid)?;
    let own = read_profile::own_profile(tx, person).await?;
    let before = own.languages.map(|it| it.showing);
    let showing = Showing::since(tx.now(), said.audience).after(before.as_ref());
    let languages = (!languages.is_empty()).then_some((languages, &showing));
    let shown = languages.as_ref().map(|it| it.1);
    let subject = Subject::Part(ProfilePart::Languages);
    end_consent(tx, person, subject, before, shown).await?;
    if !store_profile::write_languages(tx, person, said.version, languages).await? {
        return Err(PeopleFault::Stale);
    }
    Ok(declare::announce(tx, person).await?)
}

pub(crate) async fn end_consent(
    tx: &Tx,
    person: PersonId,
    subject: Subject,
    before: Option<Showing>,
    now: Option<&Showing>,
) -> Result<(), PeopleFault> {
    let ended = before.filter(|before| before.ends_with(now));
    let ended = ended.iter().map(|showing| (person, subject, showing));
    Ok(store::keep_consents(tx, ended).await?)
}

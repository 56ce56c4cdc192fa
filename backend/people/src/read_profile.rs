//! What people say in their own words and which languages they speak: for themselves, and for who may read it.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use kernel::PersonId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::{profile_text, spoken_languages};
use crate::model::{Audience, Consent, Subject};
use crate::profile::{Languages, OwnProfile, ProfilePart, Said, ShownProfile};
use crate::read::{Eye, showing, shown_in};

/// All of it: for that person only.
pub(crate) async fn own_profile(sql: &impl Sql, person: PersonId) -> Result<OwnProfile, DbFault> {
    let mut own = OwnProfile::default();
    let texts = profile_text::Entity::find()
        .filter(profile_text::Column::PersonId.eq(person.uuid()))
        .all(sql.conn())
        .await?;
    for row in texts {
        let place = match ProfilePart::from_name(&row.part) {
            Some(ProfilePart::Experience) => &mut own.experience,
            Some(ProfilePart::Story) => &mut own.story,
            Some(ProfilePart::Languages) | None => return Err(DbFault::corrupt(row.part)),
        };
        *place = Some(Said {
            showing: showing(&row.audience, row.consent_version, row.consented_at)?,
            what: row.body,
            version: row.version,
        });
    }
    let languages = spoken_languages::Entity::find_by_id(person.uuid())
        .one(sql.conn())
        .await?;
    if let Some(row) = languages {
        own.languages = Some(Said {
            showing: showing(&row.audience, row.consent_version, row.consented_at)?,
            what: Languages::kept(&row.codes),
            version: row.version,
        });
    }
    Ok(own)
}

/// What this person agreed to show of it.
pub(crate) async fn consents(sql: &impl Sql, person: PersonId) -> Result<Vec<Consent>, DbFault> {
    let own = own_profile(sql, person).await?;
    let parts = [
        (ProfilePart::Experience, own.experience.map(|it| it.showing)),
        (ProfilePart::Story, own.story.map(|it| it.showing)),
        (ProfilePart::Languages, own.languages.map(|it| it.showing)),
    ];
    let consent = |(part, showing)| {
        Some(Consent {
            subject: Subject::Part(part),
            showing: showing?,
            ended_at: None,
        })
    };
    let agreed = |it: &Consent| it.showing.audience != Audience::Nobody;
    Ok(parts
        .into_iter()
        .filter_map(consent)
        .filter(agreed)
        .collect())
}

/// What these people show to this asker, in two statements.
pub(crate) async fn shown_profiles(
    sql: &impl Sql,
    eye: Eye,
    people: &[PersonId],
) -> Result<HashMap<PersonId, ShownProfile>, DbFault> {
    let mut shown: HashMap<PersonId, ShownProfile> = HashMap::new();
    if people.is_empty() {
        return Ok(shown);
    }
    let ids = || people.iter().map(|person| person.uuid());
    let texts = profile_text::Entity::find()
        .filter(any_of(
            (profile_text::Entity, profile_text::Column::PersonId),
            ids(),
        ))
        .filter(shown_in(sql, eye, "profile_text"))
        .all(sql.conn())
        .await?;
    for row in texts {
        let profile = shown.entry(row.person_id.into()).or_default();
        match ProfilePart::from_name(&row.part) {
            Some(ProfilePart::Experience) => profile.experience = Some(row.body),
            Some(ProfilePart::Story) => profile.story = Some(row.body),
            Some(ProfilePart::Languages) | None => return Err(DbFault::corrupt(row.part)),
        }
    }
    let languages = spoken_languages::Entity::find()
        .filter(any_of(
            (spoken_languages::Entity, spoken_languages::Column::PersonId),
            ids(),
        ))
        .filter(shown_in(sql, eye, "spoken_languages"))
        .all(sql.conn())
        .await?;
    for row in languages {
        let profile = shown.entry(row.person_id.into()).or_default();
        profile.languages = Languages::kept(&row.codes);
    }
    Ok(shown)
}

//! What people say in their own words and which languages they speak: for themselves, and for who may read it.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use kernel::{PersonId, TenantId};
use platform::tenants;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::{organisation_role, profile_text, spoken_languages};
use crate::model::{Audience, Consent, Showing, Subject};
use crate::profile::{
    Languages, OwnProfile, OwnRole, ProfilePart, Said, ShownProfile, ShownRole, TextPart,
};
use crate::read::{Eye, showing, shown_in};
use crate::store_profile::is_member;

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

/// The organisations that this person is a member of, by name, each with what they say of it: for that person only.
pub(crate) async fn own_roles(sql: &impl Sql, person: PersonId) -> Result<Vec<OwnRole>, DbFault> {
    let rows = organisation_role::Entity::find()
        .filter(organisation_role::Column::PersonId.eq(person.uuid()))
        .all(sql.conn())
        .await?;
    let mut said: HashMap<TenantId, Said<String>> = HashMap::new();
    for row in rows {
        let role = Said {
            showing: showing(&row.audience, row.consent_version, row.consented_at)?,
            what: row.role,
            version: row.version,
        };
        said.insert(row.organisation_id.into(), role);
    }
    let organisations = tenants::memberships_of(sql, person).await?;
    let own = organisations.into_iter().map(|organisation| OwnRole {
        said: said.remove(&organisation.tenant),
        organisation,
    });
    Ok(own.collect())
}

/// What was said of memberships that ended, by whom and to whom it was shown.
pub(crate) async fn roles_of_gone(
    sql: &impl Sql,
) -> Result<Vec<(PersonId, Subject, Showing)>, DbFault> {
    let rows = organisation_role::Entity::find()
        .filter(is_member(sql).not())
        .all(sql.conn())
        .await?;
    let gone = |row: organisation_role::Model| {
        let subject = Subject::Role(row.organisation_id.into());
        let showing = showing(&row.audience, row.consent_version, row.consented_at)?;
        Ok((row.person_id.into(), subject, showing))
    };
    rows.into_iter().map(gone).collect()
}

/// What this person agreed to show of it.
pub(crate) async fn consents(sql: &impl Sql, person: PersonId) -> Result<Vec<Consent>, DbFault> {
    let own = own_profile(sql, person).await?;
    let parts = [
        (ProfilePart::Experience, own.experience.map(|it| it.showing)),
        (ProfilePart::Story, own.story.map(|it| it.showing)),
        (ProfilePart::Languages, own.languages.map(|it| it.showing)),
    ];
    let parts = parts.map(|(part, showing)| (Subject::Part(part), showing));
    let roles = own_roles(sql, person).await?.into_iter().map(|it| {
        let subject = Subject::Role(it.organisation.tenant);
        (subject, it.said.map(|said| said.showing))
    });
    let consent = |(subject, showing)| {
        Some(Consent {
            subject,
            showing: showing?,
            ended_at: None,
        })
    };
    let agreed = |it: &Consent| it.showing.audience != Audience::Nobody;
    Ok(parts
        .into_iter()
        .chain(roles)
        .filter_map(consent)
        .filter(agreed)
        .collect())
}

/// What these people show to this asker, in four statements at most. `sql` holds the keys of these people: of what they
/// do at other organisations, their membership there is looked at.
pub(crate) async fn shown_profiles(
    sql: &impl Sql,
    eye: Eye,
    people: &[PersonId],
) -> Result<HashMap<PersonId, ShownProfile>, DbFault> {
    let texts = [TextPart::Experience, TextPart::Story];
    let mut shown = shown_words(sql, eye, people, &texts).await?;
    add_roles(sql, eye, people, &mut shown).await?;
    Ok(shown)
}

/// What these people show to whoever may invite of what they have seen and done, and their languages, in two statements.
pub async fn shown_to_inviters(
    sql: &impl Sql,
    people: &[PersonId],
) -> Result<HashMap<PersonId, ShownProfile>, DbFault> {
    shown_words(sql, Eye::INVITER, people, &[TextPart::Experience]).await
}

async fn shown_words(
    sql: &impl Sql,
    eye: Eye,
    people: &[PersonId],
    parts: &[TextPart],
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
        .filter(profile_text::Column::Part.is_in(parts.iter().map(|it| it.part().as_str())))
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

async fn add_roles(
    sql: &impl Sql,
    eye: Eye,
    people: &[PersonId],
    shown: &mut HashMap<PersonId, ShownProfile>,
) -> Result<(), DbFault> {
    use organisation_role::{Column as C, Entity};
    if people.is_empty() {
        return Ok(());
    }
    let ids = people.iter().map(|person| person.uuid());
    let roles = Entity::find()
        .filter(any_of((Entity, C::PersonId), ids))
        .filter(shown_in(sql, eye, "organisation_role"))
        .filter(is_member(sql))
        .filter(tenants::is_active(("organisation_role", "organisation_id")))
        .all(sql.conn())
        .await?;
    if roles.is_empty() {
        return Ok(());
    }
    let ids = roles.iter().map(|row| TenantId::from(row.organisation_id));
    let names = tenants::by_ids(sql, ids).await?.into_iter();
    let names: HashMap<_, _> = names.map(|it| (it.id.uuid(), it.name)).collect();
    for row in roles {
        let Some(organisation) = names.get(&row.organisation_id).cloned() else {
            continue;
        };
        let role = ShownRole {
            organisation,
            role: row.role,
        };
        let profile = shown.entry(row.person_id.into()).or_default();
        profile.roles.push(role);
    }
    for profile in shown.values_mut() {
        profile
            .roles
            .sort_by_key(|it| it.organisation.to_lowercase());
    }
    Ok(())
}

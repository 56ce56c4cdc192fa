//! How people want to hear of things: a level for each topic, and others for single issues.
//!
//! Promise: one level counts for a line; a new level counts for what still waits.

use std::collections::HashMap;

use db::jobs;
use db::{Db, DbFault, Sql, Tx, any_of};
use issues::IssueFault;
use kernel::{FieldFault, IssueId, PersonId, Scope, TenantSet};
use networks::read_members;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::NotificationFault;
use crate::entity::{issue_level, preference, topic_level};
use crate::gather::NOTIFY_DUE;
use crate::model::{Level, Levels, Preference, Topic, Wishes};

/// What these people want, for this issue when there is one. People without a row want the default.
pub async fn wishes_of(
    sql: &impl Sql,
    people: &[PersonId],
    issue: Option<IssueId>,
) -> Result<HashMap<PersonId, Wishes>, DbFault> {
    let mut wishes: HashMap<PersonId, Wishes> = HashMap::new();
    for some in people.chunks(1_000) {
        let ids = || some.iter().map(|person| person.uuid());
        for row in preference::Entity::find()
            .filter(any_of(preference::Column::PersonId, ids()))
            .all(sql.conn())
            .await?
        {
            wishes.entry(row.person_id.into()).or_default().preference = preference_of(&row)?;
        }
        for row in topic_level::Entity::find()
            .filter(any_of(topic_level::Column::PersonId, ids()))
            .all(sql.conn())
            .await?
        {
            set_topic(wishes.entry(row.person_id.into()).or_default(), &row)?;
        }
        let Some(issue) = issue else { continue };
        for person in read_members::resting(sql, issue, some).await? {
            wishes.entry(person).or_default().rests.insert(issue);
        }
        let levels = issue_level::Entity::find()
            .filter(issue_level::Column::IssueId.eq(issue.uuid()))
            .filter(any_of(issue_level::Column::PersonId, ids()))
            .all(sql.conn())
            .await?;
        for row in levels {
            wishes
                .entry(row.person_id.into())
                .or_default()
                .issues
                .insert(issue, Level::from_name(&row.level)?);
        }
    }
    Ok(wishes)
}

/// What one person wants, for every issue.
pub async fn wishes(sql: &impl Sql, person: PersonId) -> Result<Wishes, DbFault> {
    let mut wishes = wishes_of(sql, &[person], None)
        .await?
        .remove(&person)
        .unwrap_or_default();
    let levels = issue_level::Entity::find()
        .filter(issue_level::Column::PersonId.eq(person.uuid()))
        .all(sql.conn())
        .await?;
    for row in levels {
        let level = Level::from_name(&row.level)?;
        wishes.issues.insert(row.issue_id.into(), level);
    }
    wishes.rests = read_members::rests_in(sql, person).await?;
    Ok(wishes)
}

fn preference_of(row: &preference::Model) -> Result<Preference, DbFault> {
    let small =
        |number: i64| i8::try_from(number).map_err(|_large| DbFault::corrupt("a preference"));
    Ok(Preference {
        levels: Levels::all(Level::from_name(&row.level)?),
        hour: small(row.hour)?,
        weekday: small(row.weekday)?,
    })
}

fn set_topic(wishes: &mut Wishes, row: &topic_level::Model) -> Result<(), DbFault> {
    let (topic, level) = (Topic::from_name(&row.topic)?, Level::from_name(&row.level)?);
    wishes.preference.levels.set(topic, level);
    Ok(())
}

pub(crate) async fn choose(
    scope: &Scope,
    db: &Db,
    wanted: Preference,
) -> Result<Preference, NotificationFault> {
    let person = scope.person.ok_or(NotificationFault::Nobody)?;
    let mut faults = Vec::new();
    if !(0..=23).contains(&wanted.hour) {
        faults.push(FieldFault::new("/hour", "preference.hour"));
    }
    if !(1..=7).contains(&wanted.weekday) {
        faults.push(FieldFault::new("/weekday", "preference.weekday"));
    }
    if !faults.is_empty() {
        return Err(NotificationFault::Invalid(faults));
    }
    let tx = db.begin(scope).await?;
    write_preference(&tx, person, wanted).await?;
    tx.commit().await?;
    Ok(wanted)
}

/// What a person wants from now on, also for what still waits.
pub async fn write_preference(
    tx: &Tx,
    person: PersonId,
    wanted: Preference,
) -> Result<(), DbFault> {
    use preference::Column as C;
    let row = preference::ActiveModel {
        person_id: Set(person.uuid()),
        level: Set(wanted.levels.talk.as_str().to_owned()),
        hour: Set(wanted.hour.into()),
        weekday: Set(wanted.weekday.into()),
    };
    let again = OnConflict::column(C::PersonId)
        .update_columns([C::Level, C::Hour, C::Weekday])
        .to_owned();
    preference::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    write_topics(tx, person, &wanted.levels).await?;
    look_again(tx, person).await
}

async fn write_topics(tx: &Tx, person: PersonId, levels: &Levels) -> Result<(), DbFault> {
    use topic_level::Column as C;
    let rows = Topic::ALL.map(|topic| topic_level::ActiveModel {
        person_id: Set(person.uuid()),
        topic: Set(topic.as_str().to_owned()),
        level: Set(levels.of(topic).as_str().to_owned()),
    });
    let again = OnConflict::columns([C::PersonId, C::Topic])
        .update_column(C::Level)
        .to_owned();
    topic_level::Entity::insert_many(rows)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// The level for one issue that this person may see.
pub(crate) async fn choose_for_issue(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
    level: Option<Level>,
) -> Result<(), NotificationFault> {
    let person = scope.person.ok_or(NotificationFault::Nobody)?;
    let tx = db.begin(&seeing(scope, db, issue).await?).await?;
    if level.is_some() {
        issues::read::find(&tx, issue)
            .await?
            .ok_or(IssueFault::NotFound)?;
    }
    write_issue_level(&tx, person, issue, level).await?;
    Ok(tx.commit().await?)
}

/// The asker's scope, widened with the issue's tenant: a public issue is followed by people from elsewhere.
pub(crate) async fn seeing(scope: &Scope, db: &Db, issue: IssueId) -> Result<Scope, DbFault> {
    let tenant = issues::read::tenant_of(&db.read_with_keys(scope, [issue]), issue).await?;
    Ok(scope.as_person(
        scope.person,
        TenantSet::of(scope.tenants.iter().chain(tenant)),
    ))
}

pub(crate) async fn write_issue_level(
    tx: &Tx,
    person: PersonId,
    issue: IssueId,
    level: Option<Level>,
) -> Result<(), DbFault> {
    use issue_level::Column as C;
    match level {
        Some(level) => {
            let row = issue_level::ActiveModel {
                person_id: Set(person.uuid()),
                issue_id: Set(issue.uuid()),
                level: Set(level.as_str().to_owned()),
            };
            let again = OnConflict::columns([C::PersonId, C::IssueId])
                .update_column(C::Level)
                .to_owned();
            issue_level::Entity::insert(row)
                .on_conflict(again)
                .exec_without_returning(tx.conn())
                .await?;
        }
        None => {
            issue_level::Entity::delete_by_id((person.uuid(), issue.uuid()))
                .exec(tx.conn())
                .await?;
        }
    }
    look_again(tx, person).await
}

/// For every issue with a level of its own that did not stop its mails. When all are stopped these go with the topics, and
/// come back with them.
pub(crate) async fn write_all_issue_levels(
    tx: &Tx,
    person: PersonId,
    level: Level,
) -> Result<(), DbFault> {
    use issue_level::Column as C;
    let goes_on = C::Level.ne(Level::Off.as_str());
    let which = C::PersonId.eq(person.uuid()).and(goes_on);
    if level == Level::Off {
        let all = issue_level::Entity::delete_many().filter(which);
        all.exec(tx.conn()).await?;
    } else {
        issue_level::Entity::update_many()
            .col_expr(C::Level, Expr::val(level.as_str()))
            .filter(which)
            .exec(tx.conn())
            .await?;
    }
    Ok(())
}

/// What waits may be due at another moment now.
async fn look_again(tx: &Tx, person: PersonId) -> Result<(), DbFault> {
    jobs::enqueue(tx, NOTIFY_DUE, person.to_string()).await
}

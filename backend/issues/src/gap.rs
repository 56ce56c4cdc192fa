//! The gap meter: three words, never a number.
//!
//! Promise: the words are computed once a day, and move only when several people came or went since they last did, so
//! that nobody's joining or leaving shows in them: not at that moment, and not by itself.

use std::collections::HashMap;

use db::{DbFault, Sql, Tx};
use kernel::IssueId;
use platform::grants::{ContainerKind, still_held};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::entity::{issue, perspective, perspective_choice};
use crate::{Need, Perspective};

/// *Nog gezocht*, *bijna*, *vervuld*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GapWord {
    Wanted,
    Almost,
    Filled,
}

impl GapWord {
    pub const ALL: [Self; 3] = [Self::Wanted, Self::Almost, Self::Filled];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Wanted => "wanted",
            Self::Almost => "almost",
            Self::Filled => "filled",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|word| word.as_str() == raw)
    }

    /// Half of what is wanted, rounded up, is *almost*.
    pub const fn of(present: i64, wanted: i64) -> Self {
        if present >= wanted {
            Self::Filled
        } else if present > 0 && present * 2 >= wanted {
            Self::Almost
        } else {
            Self::Wanted
        }
    }
}

/// Whether everything that an issue cannot do without is *vervuld*. Where all is only welcome, all of it counts.
pub fn is_complete(perspectives: &[Perspective]) -> bool {
    let of = |need| perspectives.iter().filter(move |it| it.need == need);
    let need = match of(Need::Needed).next() {
        Some(_) => Need::Needed,
        None => Need::Welcome,
    };
    of(need).next().is_some() && of(need).all(|it| it.gap == GapWord::Filled)
}

/// The words of an issue move when so many people have come, or gone, since they last did: one who is alone in it
/// shows in no word, whatever an issue's text is changed to in between. Whoever comes, goes and comes again is one.
const TOGETHER: i64 = 3;

/// Computes the words of the issues that they may move in: a job of each night, in a handful of statements whatever the
/// number of issues.
pub async fn refresh(tx: &Tx) -> Result<(), DbFault> {
    forget_gone(tx).await?;
    let ripe = ripe(tx).await?;
    for some in ripe.chunks(500) {
        let mut present: HashMap<Uuid, i64> = HashMap::new();
        for (perspective, people) in present_in(tx, some).await? {
            present.insert(perspective, people);
        }
        let rows: Vec<(Uuid, i64)> = perspective::Entity::find()
            .select_only()
            .columns([perspective::Column::Id, perspective::Column::Wanted])
            .filter(perspective::Column::IssueId.is_in(some.iter().copied()))
            .into_tuple()
            .all(tx.conn())
            .await?;
        for word in GapWord::ALL {
            let of = |(id, wanted): &(Uuid, i64)| {
                GapWord::of(present.get(id).copied().unwrap_or(0), *wanted)
            };
            let ids = rows.iter().filter(|row| of(row) == word).map(|row| row.0);
            perspective::Entity::update_many()
                .col_expr(perspective::Column::Gap, Expr::val(word.as_str()))
                .filter(perspective::Column::Id.is_in(ids))
                .filter(perspective::Column::Gap.ne(word.as_str()))
                .exec(tx.conn())
                .await?;
        }
        remember(tx, some).await?;
    }
    Ok(())
}

/// The issues in which enough people came, or went, since their words were computed.
async fn ripe(tx: &Tx) -> Result<Vec<Uuid>, DbFault> {
    use perspective_choice::Column as C;
    let counts: Vec<(Uuid, i64, i64)> = perspective_choice::Entity::find()
        .select_only()
        .column(C::IssueId)
        .column_as(Expr::col(C::PersonId).count(), "people")
        .column_as(Expr::col(C::Counted).sum().cast_as("BIGINT"), "counted")
        .group_by(C::IssueId)
        .into_tuple()
        .all(tx.conn())
        .await?;
    let then: Vec<(Uuid, i64)> = issue::Entity::find()
        .select_only()
        .columns([issue::Column::Id, issue::Column::GapPeople])
        .filter(issue::Column::GapPeople.gt(0))
        .into_tuple()
        .all(tx.conn())
        .await?;
    let mut moved: HashMap<Uuid, (i64, i64)> = HashMap::new();
    for (issue, people) in then {
        moved.entry(issue).or_default().1 += people;
    }
    for (issue, people, counted) in counts {
        let (came, went) = moved.entry(issue).or_default();
        *came += people - counted;
        *went -= counted;
    }
    let enough = |(_, (came, went)): &(Uuid, (i64, i64))| *came >= TOGETHER || *went >= TOGETHER;
    Ok(moved.into_iter().filter(enough).map(|it| it.0).collect())
}

async fn present_in(tx: &Tx, issues: &[Uuid]) -> Result<Vec<(Uuid, i64)>, DbFault> {
    use perspective_choice::Column as C;
    let present = perspective_choice::Entity::find()
        .select_only()
        .column(C::PerspectiveId)
        .column_as(Expr::col(C::PersonId).count(), "present")
        .filter(C::IssueId.is_in(issues.iter().copied()))
        .group_by(C::PerspectiveId)
        .into_tuple()
        .all(tx.conn())
        .await?;
    Ok(present)
}

/// From here on it counts who comes and who goes.
async fn remember(tx: &Tx, issues: &[Uuid]) -> Result<(), DbFault> {
    use perspective_choice::Column as C;
    perspective_choice::Entity::update_many()
        .col_expr(C::Counted, Expr::val(1_i64))
        .filter(C::IssueId.is_in(issues.iter().copied()))
        .filter(C::Counted.eq(0_i64))
        .exec(tx.conn())
        .await?;
    let people = Query::select()
        .expr(Expr::col((perspective_choice::Entity, C::PersonId)).count())
        .from(perspective_choice::Entity)
        .and_where(
            Expr::col((perspective_choice::Entity, C::IssueId))
                .equals((issue::Entity, issue::Column::Id)),
        )
        .to_owned();
    issue::Entity::update_many()
        .col_expr(
            issue::Column::GapPeople,
            Expr::SubQuery(None, Box::new(people.into())),
        )
        .filter(issue::Column::Id.is_in(issues.iter().copied()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Nobody stands any more where a perspective has another name, or none: those who chose it agreed to what it was. That
/// they went is no reason for a word to move, or whoever writes the text could ask for one.
pub(crate) async fn let_go(tx: &Tx, issue: IssueId, gone: Condition) -> Result<(), DbFault> {
    use perspective_choice::Column as C;
    let of_issue = || {
        Condition::all()
            .add(C::IssueId.eq(issue.uuid()))
            .add(gone.clone())
    };
    let counted = perspective_choice::Entity::delete_many()
        .filter(of_issue())
        .filter(C::Counted.eq(1_i64))
        .exec(tx.conn())
        .await?;
    perspective_choice::Entity::delete_many()
        .filter(of_issue())
        .exec(tx.conn())
        .await?;
    let counted = i64::try_from(counted.rows_affected).unwrap_or(i64::MAX);
    if counted > 0 {
        issue::Entity::update_many()
            .col_expr(
                issue::Column::GapPeople,
                Expr::col(issue::Column::GapPeople).sub(counted),
            )
            .filter(issue::Column::Id.eq(issue.uuid()))
            .exec(tx.conn())
            .await?;
    }
    Ok(())
}

/// Whose part ended by time chose for as long as it lasted.
async fn forget_gone(tx: &Tx) -> Result<(), DbFault> {
    let held = still_held(
        tx.now(),
        ContainerKind::Issue,
        ("perspective_choice", "issue_id"),
        ("perspective_choice", "person_id"),
    );
    perspective_choice::Entity::delete_many()
        .filter(held.not())
        .exec(tx.conn())
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{PerspectiveId, Timestamp};

    fn perspectives(all: &[(Need, GapWord)]) -> Vec<Perspective> {
        let one = |(need, gap): &(Need, GapWord)| Perspective {
            id: PerspectiveId::new(Timestamp::from_millis(0)),
            name: "ouder".to_owned(),
            experience: String::new(),
            need: *need,
            wanted: 2,
            gap: *gap,
        };
        all.iter().map(one).collect()
    }

    #[test]
    fn what_is_only_welcome_is_not_waited_for() {
        use GapWord::{Almost, Filled, Wanted};
        use Need::{Needed, Welcome};
        for (all, complete) in [
            (&[][..], false),
            (&[(Needed, Filled)], true),
            (&[(Needed, Filled), (Needed, Almost)], false),
            (&[(Needed, Filled), (Welcome, Wanted)], true),
            (&[(Needed, Almost), (Welcome, Filled)], false),
            (&[(Welcome, Filled), (Welcome, Wanted)], false),
            (&[(Welcome, Filled)], true),
        ] {
            assert_eq!(is_complete(&perspectives(all)), complete, "{all:?}");
        }
    }

    #[test]
    fn three_words_and_no_number() {
        assert_eq!(GapWord::of(0, 1), GapWord::Wanted);
        assert_eq!(GapWord::of(1, 3), GapWord::Wanted);
        assert_eq!(GapWord::of(2, 3), GapWord::Almost);
        assert_eq!(GapWord::of(3, 3), GapWord::Filled);
        assert_eq!(GapWord::of(5, 3), GapWord::Filled);
    }
}

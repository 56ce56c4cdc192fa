//! The gap meter: three words, never a number.
//!
//! Promise: the words are computed once a day, so that a person's joining or leaving does not show in them at that moment.

use std::collections::HashMap;

use db::{DbFault, Sql, Tx};
use platform::grants::{ContainerKind, still_held};
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::entity::{perspective, perspective_choice};
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

/// Computes every word anew: a job of each night, in a handful of statements whatever the number of issues.
pub async fn refresh(tx: &Tx) -> Result<(), DbFault> {
    forget_gone(tx).await?;
    let count = Query::select()
        .column(perspective_choice::Column::PerspectiveId)
        .expr_as(
            Func::count(Expr::col(perspective_choice::Column::PersonId)),
            "present",
        )
        .from(perspective_choice::Entity)
        .group_by_col(perspective_choice::Column::PerspectiveId)
        .to_owned();
    let mut present = HashMap::new();
    for row in tx.conn().query_all(&count).await? {
        present.insert(
            row.try_get::<Uuid>("", "perspective_id")?,
            row.try_get::<i64>("", "present")?,
        );
    }
    let rows: Vec<(Uuid, i64)> = perspective::Entity::find()
        .select_only()
        .columns([perspective::Column::Id, perspective::Column::Wanted])
        .into_tuple()
        .all(tx.conn())
        .await?;
    for word in GapWord::ALL {
        let ids: Vec<Uuid> = rows
            .iter()
            .filter(|(id, wanted)| {
                GapWord::of(present.get(id).copied().unwrap_or(0), *wanted) == word
            })
            .map(|(id, _)| *id)
            .collect();
        for some in ids.chunks(500) {
            perspective::Entity::update_many()
                .col_expr(perspective::Column::Gap, Expr::val(word.as_str()))
                .filter(perspective::Column::Id.is_in(some.iter().copied()))
                .filter(perspective::Column::Gap.ne(word.as_str()))
                .exec(tx.conn())
                .await?;
        }
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

//! What a case is about, as it is now.

use db::{DbFault, Sql};
use issues::{Issue, IssueWords};
use kernel::Seq;
use threads::{Post, RoomFacts, read_facts};

use crate::ModerationFault;
use crate::model::{About, Case, Place};

pub(crate) enum Subject {
    /// A post and the room where it is by now; of a title the room that has it, and the place that it was opened with, also
    /// where the post left.
    Said(Box<(RoomFacts, Post)>),
    Issue(Box<Issue>),
}

impl Subject {
    pub fn title(&self) -> &str {
        match self {
            Self::Said(said) => &said.0.title,
            Self::Issue(issue) => &issue.title,
        }
    }

    /// Where it stands by now, for whoever decides about this case.
    pub fn place(&self, case: &Case) -> (Option<Place>, Option<Seq>) {
        match (self, case.place) {
            (Self::Said(said), Some(place)) => {
                let (room, post) = &**said;
                let thread = room.id;
                (Some(Place { thread, ..place }), Some(post.seq))
            }
            (Self::Said(_), None) | (Self::Issue(_), _) => (None, None),
        }
    }
}

/// The text of an issue, as one reads it from top to bottom.
pub(crate) fn text_of(words: &IssueWords) -> String {
    let parts = [
        words.core_question.as_str(),
        &words.why_now,
        &words.why_one,
        &words.background,
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    parts.join("\n\n")
}

pub(crate) async fn of(sql: &impl Sql, case: &Case) -> Result<Subject, ModerationFault> {
    let Some(place) = case.place else {
        let issue = issues::read::find_invited(sql, case.issue).await?;
        return Ok(Subject::Issue(Box::new(
            issue.ok_or(ModerationFault::NotFound)?,
        )));
    };
    let said = said(sql, case.about, place).await?;
    let said = said.ok_or(ModerationFault::NotFound)?;
    Ok(Subject::Said(Box::new(said)))
}

async fn said(
    sql: &impl Sql,
    about: About,
    place: Place,
) -> Result<Option<(RoomFacts, Post)>, DbFault> {
    let post = match about {
        About::Title => threads::opening_of(sql, place.thread).await?,
        About::Post | About::Issue => threads::read::posts_by_id(sql, [place.post]).await?.pop(),
    };
    let Some(post) = post else { return Ok(None) };
    let room = read_facts::of(sql, [post.thread])
        .await?
        .remove(&post.thread);
    Ok(room.map(|room| (room, post)))
}

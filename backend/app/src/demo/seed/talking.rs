//! What stands beside posts: words of others, what is on top, what answers a question.

use dilemmas::Verdict;
use kernel::{PostId, Scope, TenantSet};
use responses::ResponseKind;
use serde::Deserialize;
use threads::{Mark, ViewKind};

use super::inviting::person_of;
use super::{Known, ago, refused, unknown};
use crate::demo::content;
use crate::{StartFault, State};

#[derive(Default, Deserialize)]
struct Talking {
    responses: Vec<Responded>,
    marks: Vec<Marked>,
    views: Vec<Sorted>,
    heard: Vec<Heard>,
    offers: Vec<Offered>,
    paces: Vec<super::facilitated::Paced>,
    summaries: Vec<super::facilitated::Summarised>,
    watched: Vec<super::facilitated::Watched>,
    parked: Vec<super::agreed::Parked>,
    tasks: Vec<super::agreed::Agreed>,
}

#[derive(Deserialize)]
struct Sorted {
    post: Place,
    by: String,
    kind: ViewKind,
}

#[derive(Deserialize)]
struct Heard {
    post: Place,
    /// Whose concern it is.
    author: String,
    by: String,
    words: String,
    /// How they say it better; when left out it was meant so.
    better: Option<String>,
}

#[derive(Deserialize)]
struct Offered {
    /// The first of the dilemma.
    post: Place,
    by: String,
    possible: String,
    impossible: String,
    decides: String,
}

/// The issue, the thread, and the number.
pub(super) type Place = (String, String, usize);

#[derive(Deserialize)]
struct Responded {
    post: Place,
    by: String,
    kind: ResponseKind,
}

#[derive(Deserialize)]
struct Marked {
    post: Place,
    by: String,
    #[serde(default)]
    pinned: bool,
    #[serde(default)]
    accepted: bool,
    perspective: Option<String>,
}

impl Marked {
    fn marks(&self) -> impl Iterator<Item = Mark> {
        let perspective = self.perspective.clone();
        let marks = [
            self.pinned.then_some(Mark::Pinned(true)),
            self.accepted.then_some(Mark::Accepted(true)),
            perspective.map(|words| Mark::Perspective(Some(words))),
        ];
        marks.into_iter().flatten()
    }
}

/// When all that was said had been said.
const DAYS_AGO: f64 = 0.2;

pub(super) async fn write_talking(state: &State, known: &Known) -> Result<(), StartFault> {
    let talking: Talking = content::talking();
    for one in talking.responses {
        let (post, scope) = found(state, known, &one.post, &one.by)?;
        let tx = state.db.begin(&scope).await?;
        responses::respond_in(&tx, &scope, post, one.kind)
            .await
            .map_err(|fault| refused("talking", fault))?;
        tx.commit().await?;
    }
    for one in talking.marks {
        let (post, scope) = found(state, known, &one.post, &one.by)?;
        let tx = state.db.begin(&scope).await?;
        for mark in one.marks() {
            threads::mark_in(&tx, &scope, post, mark)
                .await
                .map_err(|fault| refused("talking", fault))?;
        }
        tx.commit().await?;
    }
    write_dilemmas(state, known, (talking.views, talking.heard, talking.offers)).await?;
    super::agreed::write(state, known, (talking.parked, talking.tasks)).await?;
    super::facilitated::write(
        state,
        known,
        (talking.paces, talking.summaries, talking.watched),
    )
    .await
}

async fn write_dilemmas(
    state: &State,
    known: &Known,
    (views, heard, offers): (Vec<Sorted>, Vec<Heard>, Vec<Offered>),
) -> Result<(), StartFault> {
    for one in views {
        let (post, scope) = found(state, known, &one.post, &one.by)?;
        let tx = state.db.begin(&scope).await?;
        threads::mark_in(&tx, &scope, post, Mark::View(Some(one.kind)))
            .await
            .map_err(|fault| refused("talking", fault))?;
        tx.commit().await?;
    }
    for one in heard {
        let (post, scope) = found(state, known, &one.post, &one.by)?;
        let (_, author) = found(state, known, &one.post, &one.author)?;
        let verdict = one.better.map_or(Verdict::Meant, Verdict::Better);
        let tx = state.db.begin(&scope).await?;
        let id = dilemmas::heard_in(&tx, &scope, post, &one.words)
            .await
            .map_err(|fault| refused("talking", fault))?;
        tx.commit().await?;
        let tx = state.db.begin(&author).await?;
        dilemmas::answered_in(&tx, &author, id, verdict)
            .await
            .map_err(|fault| refused("talking", fault))?;
        tx.commit().await?;
    }
    for one in offers {
        let (post, scope) = found(state, known, &one.post, &one.by)?;
        let tx = state.db.begin(&scope).await?;
        let posts = threads::read::posts_by_id(&tx, [post]).await?;
        let first = posts.first().ok_or_else(|| unknown(&one.post.1))?;
        let offer = dilemmas::Offer {
            possible: one.possible,
            impossible: one.impossible,
            decides: one.decides,
        };
        dilemmas::offered_in(&tx, &scope, first.thread, offer, 0)
            .await
            .map_err(|fault| refused("talking", fault))?;
        tx.commit().await?;
    }
    Ok(())
}

pub(super) fn found(
    state: &State,
    known: &Known,
    (issue, thread, number): &Place,
    by: &str,
) -> Result<(PostId, Scope), StartFault> {
    let issue = known.issues.get(issue);
    let post = known.posts.get(&(thread.clone(), *number));
    let (Some((tenant, _)), Some(post)) = (issue, post) else {
        return Err(unknown(thread));
    };
    let scope = Scope {
        person: Some(person_of(known, by)?),
        ..Scope::worker(TenantSet::one(*tenant), ago(state, DAYS_AGO))
    };
    Ok((*post, scope))
}

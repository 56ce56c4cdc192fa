//! Who is told that a post names them, since its author changed it.
//!
//! Promise: whoever was named before is not told again, and no mail tells of the post and then of the name.

use db::{DbFault, Tx};
use kernel::{EventHead, PersonId};
use platform::grants::{self, Container};
use threads::ThreadEvent;

use crate::decide::{Circles, Fact};
use crate::mention;
use crate::model::Kind;
use crate::on_event::payload;
use crate::store::{self, About};
use crate::who::{names_of, told_of};

pub(crate) fn told(event: &ThreadEvent) -> Option<(Fact, About)> {
    match *event {
        ThreadEvent::Named {
            issue,
            thread,
            post,
            ..
        } => {
            let about = About {
                issue: Some(issue),
                thread: Some(thread),
                subject: post.uuid(),
            };
            Some((Fact::NamedSince, about))
        }
        _ => None,
    }
}

/// Of those who take part, whom this version of the post names and none before it did.
pub(crate) async fn circles(tx: &Tx, head: &EventHead, about: About) -> Result<Circles, DbFault> {
    let nobody = Circles::default();
    let (ThreadEvent::Named { post, version, .. }, Some(issue)) = (payload(head)?, about.issue)
    else {
        return Ok(nobody);
    };
    let Some((then, before)) = threads::words_as_of(tx, post, version).await? else {
        return Ok(nobody);
    };
    let people = issues::read::participants_of(tx, issue).await?;
    let names = names_of(&people);
    let known: Vec<PersonId> = before
        .iter()
        .flat_map(|words| mention::named(words, &names))
        .collect();
    let takes_part = grants::holders_since(tx, Container::Issue(issue), head.happened_at()).await?;
    let told = told_of(tx, about.subject, Kind::Named).await?;
    let mut named = mention::named(&then, &names);
    named.retain(|it| takes_part.contains(it) && !known.contains(it) && !told.contains(it));
    Ok(Circles {
        named,
        ..Circles::default()
    })
}

/// The mail that was to tell them of the post does not go: the one that tells of the name comes instead.
pub(crate) async fn instead(tx: &Tx, about: About, circles: &Circles) -> Result<(), DbFault> {
    store::mail_no_more(tx, (about.subject, Kind::Replied), &circles.named).await
}

//! Who is told that they were heard: whose answer was accepted and who asked, and whose concern somebody heard.

use db::{DbFault, Tx};
use dilemmas::DilemmaEvent;
use kernel::{IssueId, PostId, ThreadId};
use threads::ThreadEvent;

use crate::decide::{Circles, Fact};
use crate::store::About;

pub(crate) fn accepted(event: &ThreadEvent) -> Option<(Fact, About)> {
    match *event {
        ThreadEvent::Accepted {
            issue,
            thread,
            post,
            ..
        } => Some((Fact::AnswerAccepted, about(issue, thread, post))),
        _ => None,
    }
}

pub(crate) fn heard(event: &DilemmaEvent) -> Option<(Fact, About)> {
    match *event {
        DilemmaEvent::Heard {
            issue,
            thread,
            post,
            ..
        } => Some((Fact::ConcernHeard, about(issue, thread, post))),
        DilemmaEvent::Changed { .. } => None,
    }
}

fn about(issue: IssueId, thread: ThreadId, post: PostId) -> About {
    About {
        issue: Some(issue),
        thread: Some(thread),
        subject: post.uuid(),
    }
}

/// Whose post it is, and who opened the conversation, where the room names people; nobody of what was taken back since.
pub(crate) async fn circles(tx: &Tx, about: About) -> Result<Circles, DbFault> {
    let post = threads::read::posts_by_id(tx, [about.subject.into()])
        .await?
        .pop();
    let author = post
        .filter(|post| !post.withdrawn)
        .and_then(|post| post.author.person());
    let asker = match about.thread.filter(|_| author.is_some()) {
        Some(thread) => threads::read_voices::opener(tx, thread).await?,
        None => None,
    };
    Ok(Circles {
        author,
        asked: asker,
        ..Circles::default()
    })
}

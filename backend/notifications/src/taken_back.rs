//! A post that was taken back is no news any more: who had not looked at it yet counts again.

use db::{DbFault, Tx, outbox};
use threads::ThreadEvent;

use crate::decide::Fact;
use crate::model::Kind;
use crate::store::About;
use crate::{NotificationEvent, store};

/// A post that was taken back before anybody was told of it.
pub async fn is_news_no_more(tx: &Tx, fact: Fact, about: About) -> Result<bool, DbFault> {
    if !matches!(fact, Fact::Replied | Fact::NamedSince) {
        return Ok(false);
    }
    let posts = threads::read::posts_by_id(tx, [about.subject.into()]).await?;
    Ok(posts.first().is_some_and(|post| post.withdrawn))
}

pub async fn count_again(tx: &Tx, event: &ThreadEvent) -> Result<(), DbFault> {
    let ThreadEvent::Withdrawn { post, .. } = event else {
        return Ok(());
    };
    let told = store::is_no_news(tx, post.uuid(), [Kind::Replied, Kind::Named]).await?;
    let seen = told
        .into_iter()
        .map(|person| NotificationEvent::Seen { person });
    outbox::push_all(tx, &seen.collect::<Vec<_>>()).await
}

//! Which translations there are of a post. No condition looks who asks: the caller read the room.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use kernel::PostId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::post;
use crate::read_row::translated;
use crate::views_translations::TranslationView;

/// Those that can be read, by number.
pub(crate) async fn of(
    sql: &impl Sql,
    posts: impl IntoIterator<Item = PostId>,
) -> Result<HashMap<PostId, Vec<TranslationView>>, DbFault> {
    use post::Column as P;
    let rows: Vec<(Uuid, i64, Option<Uuid>, Option<String>)> = post::Entity::find()
        .select_only()
        .columns([P::Id, P::Seq, P::TranslatesId, P::Language])
        .filter(any_of(
            (post::Entity, P::TranslatesId),
            posts.into_iter().map(PostId::uuid),
        ))
        .filter(P::WithdrawnAt.is_null())
        .order_by_asc(P::Seq)
        .into_tuple()
        .all(sql.conn())
        .await?;
    let mut found: HashMap<PostId, Vec<TranslationView>> = HashMap::new();
    for (id, seq, post, language) in rows {
        if let Some((original, language)) = translated(post, language)? {
            found.entry(original).or_default().push(TranslationView {
                id: id.into(),
                seq: seq.into(),
                language,
            });
        }
    }
    Ok(found)
}

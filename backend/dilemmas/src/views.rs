//! Dilemmas as JSON.

use kernel::{AcknowledgementId, PostId, Scope, Seq};
use serde::{Deserialize, Serialize};
use threads::Room;

use crate::model::{Acknowledgement, AcknowledgementState, Offer};
use crate::policy;

/// How somebody heard the concern of somebody else.
#[derive(Serialize, utoipa::ToSchema)]
pub struct AcknowledgementView {
    pub id: AcknowledgementId,
    pub post: PostId,
    pub seq: Seq,
    /// Who heard it, as they are called in the room.
    pub name: String,
    pub words: String,
    pub state: AcknowledgementState,
    /// How whoever has the concern says it better.
    pub better: Option<String>,
    pub can: AcknowledgementCan,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AcknowledgementCan {
    /// Say that it was meant so, or say it better.
    pub answer: bool,
    pub take_back: bool,
}

impl AcknowledgementView {
    pub(crate) fn of(scope: &Scope, room: &Room, heard: Acknowledgement) -> Self {
        let can = AcknowledgementCan {
            answer: policy::may_answer(scope, room, &heard).is_ok(),
            take_back: policy::may_take_back(scope, &heard).is_ok(),
        };
        Self {
            id: heard.id,
            post: heard.post,
            seq: heard.seq,
            name: heard.name,
            words: heard.words,
            state: heard.state,
            better: heard.better,
            can,
        }
    }
}

/// How concerns were heard, and what is offered.
#[derive(Serialize, utoipa::ToSchema)]
pub struct DilemmaView {
    pub possible: String,
    pub impossible: String,
    /// Who decides, and when.
    pub decides: String,
    /// 0 while nothing was offered.
    pub version: i64,
    /// In the order of the posts.
    pub acknowledgements: Vec<AcknowledgementView>,
    pub can: DilemmaCan,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct DilemmaCan {
    /// Say what is possible.
    pub offer: bool,
}

impl DilemmaView {
    pub(crate) fn of(
        scope: &Scope,
        room: &Room,
        (offer, version): (Offer, i64),
        heard: Vec<Acknowledgement>,
    ) -> Self {
        let view = |one| AcknowledgementView::of(scope, room, one);
        Self {
            possible: offer.possible,
            impossible: offer.impossible,
            decides: offer.decides,
            version,
            acknowledgements: heard.into_iter().map(view).collect(),
            can: DilemmaCan {
                offer: policy::may_offer(scope, room).is_ok(),
            },
        }
    }
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcknowledgementForm {
    /// 1 to 1,000 characters.
    pub words: String,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DilemmaForm {
    pub possible: String,
    pub impossible: String,
    /// Who decides, and when.
    pub decides: String,
}

impl From<DilemmaForm> for Offer {
    fn from(form: DilemmaForm) -> Self {
        Self {
            possible: form.possible,
            impossible: form.impossible,
            decides: form.decides,
        }
    }
}

//! Being erased, as JSON.

use holds::read::Keeper;
use kernel::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ask::Standing;
use crate::model::{Asked, Stage, Texts};
use crate::read::OwnedAlone;

/// How the asker stands to being erased.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ErasureView {
    /// What was asked; left out where nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<AskedErasure>,
    /// Organisations that nobody else owns: they are passed on first.
    pub owned_alone: Vec<ErasureOrganisation>,
    /// Organisations that delete nothing of an issue in which the asker wrote, for now: those texts stay until then.
    pub kept_by: Vec<ErasureKeeper>,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AskedErasure {
    pub texts: Texts,
    pub asked_at: Timestamp,
    /// From then on it is done.
    pub due_at: Timestamp,
    /// It is being done: nothing stops it any more.
    pub begun: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct ErasureOrganisation {
    pub slug: String,
    pub name: String,
}

/// Who keeps texts under a legal hold, and until when.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ErasureKeeper {
    pub organisation: String,
    pub until: Timestamp,
}

/// What is asked.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ErasureForm {
    pub texts: Texts,
    /// The digits from the mail.
    pub code: String,
}

impl From<Standing> for ErasureView {
    fn from(standing: Standing) -> Self {
        Self {
            asked: standing.asked.map(AskedErasure::from),
            owned_alone: standing.owned.into_iter().map(Into::into).collect(),
            kept_by: standing.keepers.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Asked> for AskedErasure {
    fn from(asked: Asked) -> Self {
        Self {
            texts: asked.texts,
            asked_at: asked.asked_at,
            due_at: asked.due_at,
            begun: asked.stage == Stage::Begun,
        }
    }
}

impl From<OwnedAlone> for ErasureOrganisation {
    fn from(owned: OwnedAlone) -> Self {
        Self {
            slug: owned.slug,
            name: owned.name,
        }
    }
}

impl From<Keeper> for ErasureKeeper {
    fn from(keeper: Keeper) -> Self {
        Self {
            organisation: keeper.organisation,
            until: keeper.until,
        }
    }
}

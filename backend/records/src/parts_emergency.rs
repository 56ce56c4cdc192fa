//! What is told of somebody who asked for emergency access to closed rooms, or agreed with one.

use crate::part::Told::{Id, Moment, Text};
use crate::part::{Part, part};

pub(crate) static EMERGENCIES: [Part; 2] = [
    part(
        "emergenciesAsked",
        "emergency",
        "asker_id",
        "id",
        &[
            ("tenant_id", Id),
            ("issue_id", Id),
            ("reason", Text),
            ("state", Text),
            ("asked_at", Moment),
        ],
    ),
    part(
        "emergenciesDecided",
        "emergency",
        "decided_by_id",
        "id",
        &[
            ("tenant_id", Id),
            ("issue_id", Id),
            ("state", Text),
            ("decided_at", Moment),
        ],
    ),
];

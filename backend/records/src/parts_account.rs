//! What is told of how somebody comes in, and leaves.

use crate::part::Told::{Moment, Text};
use crate::part::{Part, part};

pub(crate) const PASSWORD: Part = part(
    "password",
    "password",
    "person_id",
    "person_id",
    &[("changed_at", Moment)],
);

pub(crate) const ERASURE: Part = part(
    "erasure",
    "erasure",
    "person_id",
    "person_id",
    &[
        ("texts", Text),
        ("state", Text),
        ("asked_at", Moment),
        ("due_at", Moment),
    ],
);

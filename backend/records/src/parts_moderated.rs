//! What is told of moderating: what one reported and objected to, and what was decided about one's own posts.

use crate::part::Told::{Id, Moment, Number, Text};
use crate::part::part;
use crate::part::{Of, Part};

pub static MODERATED: [Part; 7] = [
    part(
        "postReports",
        "post_report",
        "reporter_id",
        "id",
        &[
            ("tenant_id", Id),
            ("reason", Text),
            ("words", Text),
            ("stated_true", Number),
            ("reported_at", Moment),
        ],
    ),
    part(
        "moderationDecisions",
        "moderation_decision",
        "author_id",
        "id",
        &[
            ("tenant_id", Id),
            ("issue_id", Id),
            ("thread_id", Id),
            ("post_seq", Number),
            ("about", Text),
            ("act", Text),
            ("warned", Number),
            ("until", Moment),
            ("paused_until", Moment),
            ("ground", Text),
            ("rule", Text),
            ("facts", Text),
            ("title_before", Text),
            ("title_after", Text),
            ("words_before", Text),
            ("decided_at", Moment),
            ("rewritten_at", Moment),
        ],
    ),
    part(
        "moderationAppeals",
        "moderation_appeal",
        "person_id",
        "id",
        &[
            ("tenant_id", Id),
            ("decision_id", Id),
            ("words", Text),
            ("appealed_at", Moment),
        ],
    ),
    part(
        "heldPosts",
        "post_hold",
        "author_id",
        "post_id",
        &[
            ("post_id", Id),
            ("body", Text),
            ("until", Moment),
            ("held_at", Moment),
        ],
    ),
    part(
        "writingPauses",
        "writing_pause",
        "person_id",
        "issue_id",
        &[("issue_id", Id), ("until", Moment)],
    ),
    part(
        "mutes",
        "voice_mute",
        "person_id",
        "id",
        &[
            ("tenant_id", Id),
            ("shown_name", Text),
            ("blocks", Number),
            ("muted_at", Moment),
        ],
    ),
    Part {
        name: "waitingPosts",
        table: "waiting_post",
        of: Of::Voice("author_id"),
        columns: &[
            ("id", Id),
            ("thread_id", Id),
            ("shown_name", Text),
            ("body", Text),
            ("files", Text),
            ("translates_id", Id),
            ("language", Text),
            ("state", Text),
            ("said", Text),
            ("written_at", Moment),
        ],
        order: "id",
    },
];

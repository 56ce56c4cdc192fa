//! What of what people do beside posts is told to them.

use crate::part::Told::{self, Id, Moment, Number, Text};
use crate::part::{Part, part};

pub(crate) const ACKNOWLEDGED: Part = part(
    "acknowledgements",
    "acknowledgement",
    "author_id",
    "id",
    &[
        ("post_id", Id),
        ("shown_name", Text),
        ("words", Text),
        ("state", Text),
        ("created_at", Moment),
    ],
);

pub(crate) const MAILS: Part = part(
    "mails",
    "mail_message",
    "person_id",
    "id",
    &[
        ("address", Text),
        ("kind", Text),
        ("state", Text),
        ("created_at", Moment),
        ("sent_at", Moment),
    ],
);

/// Without the words, which are among theirs where they were placed: below them stand those of others.
pub(crate) const ANSWERED: Part = part(
    "answersByMail",
    "inbound_mail",
    "person_id",
    "id",
    &[
        ("tenant_id", Id),
        ("thread_id", Id),
        ("outcome", Text),
        ("received_at", Moment),
    ],
);

pub(crate) const PASSED: Part = part(
    "passedRounds",
    "round_skip",
    "person_id",
    "thread_id",
    &[("thread_id", Id), ("round", Number), ("skipped_at", Moment)],
);

pub(crate) const RESPONDED: Part = part(
    "responses",
    "post_response",
    "person_id",
    "post_id",
    &[
        ("post_id", Id),
        ("kind", Text),
        ("shown_name", Text),
        ("given_at", Moment),
    ],
);

const TASK: [(&str, Told); 6] = [
    ("issue_id", Id),
    ("post_id", Id),
    ("what", Text),
    ("due_at", Moment),
    ("done_at", Moment),
    ("done_words", Text),
];

pub(crate) const TASKS: Part = part("tasks", "task", "taker_id", "id", &TASK);

pub(crate) const TASKS_MADE: Part = part("tasksMade", "task", "made_by", "id", &TASK);

/// Also of one that was put away: that there was one.
pub(crate) const SPEAK_NOTES: Part = part(
    "speakNotes",
    "speak_note",
    "person_id",
    "id",
    &[
        ("thread_id", Id),
        ("shown_name", Text),
        ("words", Text),
        ("sent_at", Moment),
        ("refused_at", Moment),
    ],
);

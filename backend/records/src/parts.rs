//! Table by table: what of it is told to whom it is about, and what is not.

/// How a value is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    Id,
    Text,
    Number,
    Moment,
}

use Told::{Id, Moment, Number, Text};

/// Whose a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Of the person in this column.
    Person(&'static str),
    /// Of the author of the post in this column.
    Post(&'static str),
}

/// The rows of a table that are about one person.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// As it is called in the copy.
    pub name: &'static str,
    pub table: &'static str,
    pub of: Of,
    pub columns: &'static [(&'static str, Told)],
    /// The column in whose order the rows come.
    pub order: &'static str,
}

const fn part(
    name: &'static str,
    table: &'static str,
    person: &'static str,
    order: &'static str,
    columns: &'static [(&'static str, Told)],
) -> Part {
    Part {
        name,
        table,
        of: Of::Person(person),
        columns,
        order,
    }
}

const fn in_network(
    name: &'static str,
    table: &'static str,
    person: &'static str,
    columns: &'static [(&'static str, Told)],
) -> Part {
    part(name, table, person, "network_id", columns)
}

const NETWORK: (&str, Told) = ("network_id", Id);
const EXPIRES: (&str, Told) = ("expires_at", Moment);
const CREATED: (&str, Told) = ("created_at", Moment);
const TENANT: (&str, Told) = ("tenant_id", Id);
const ISSUE: (&str, Told) = ("issue_id", Id);

pub const PARTS: [Part; 41] = [
    part(
        "account",
        "person",
        "id",
        "id",
        &[("name", Text), ("locale", Text), CREATED],
    ),
    part(
        "emailAddresses",
        "email_address",
        "person_id",
        "id",
        &[
            ("address", Text),
            ("verified_at", Moment),
            ("primary_since", Moment),
            ("bounced_at", Moment),
            CREATED,
        ],
    ),
    part(
        "password",
        "password",
        "person_id",
        "person_id",
        &[("changed_at", Moment)],
    ),
    part(
        "sessions",
        "session",
        "person_id",
        "id",
        &[
            ("device", Text),
            CREATED,
            ("renewed_at", Moment),
            EXPIRES,
            ("ended_at", Moment),
        ],
    ),
    part(
        "facets",
        "person_facet",
        "person_id",
        "term_id",
        &[
            ("term_id", Id),
            ("kind", Text),
            ("audience", Text),
            ("consent_version", Text),
            ("consented_at", Moment),
        ],
    ),
    part(
        "profileTexts",
        "profile_text",
        "person_id",
        "part",
        &[
            ("part", Text),
            ("body", Text),
            ("audience", Text),
            ("consent_version", Text),
            ("consented_at", Moment),
        ],
    ),
    part(
        "spokenLanguages",
        "spoken_languages",
        "person_id",
        "person_id",
        &[
            ("codes", Text),
            ("audience", Text),
            ("consent_version", Text),
            ("consented_at", Moment),
        ],
    ),
    part(
        "pastConsents",
        "past_consent",
        "person_id",
        "ended_at",
        &[
            ("term_id", Id),
            ("kind", Text),
            ("audience", Text),
            ("consent_version", Text),
            ("consented_at", Moment),
            ("ended_at", Moment),
        ],
    ),
    in_network(
        "houseRules",
        "rules_agreement",
        "person_id",
        &[NETWORK, ("rules_version", Number), ("agreed_at", Moment)],
    ),
    part(
        "availability",
        "availability",
        "person_id",
        "person_id",
        &[
            ("invitations_per_month", Number),
            ("hidden", Number),
            ("contactable", Number),
            ("updated_at", Moment),
        ],
    ),
    part(
        "looks",
        "access_log",
        "person_id",
        "id",
        &[TENANT, ("looker", Text), ("sight", Text), ("day", Text)],
    ),
    part(
        "roles",
        "role_grant",
        "person_id",
        "id",
        &[
            TENANT,
            ("container_kind", Text),
            ("container_id", Id),
            ("role", Text),
            ("starts_at", Moment),
            ("ends_at", Moment),
        ],
    ),
    part(
        "participations",
        "participation",
        "person_id",
        "issue_id",
        &[
            ISSUE,
            ("state", Text),
            ("capacity", Text),
            ("organisation", Text),
            ("shown_name", Text),
            ("joined_at", Moment),
            ("left_at", Moment),
        ],
    ),
    in_network(
        "firstWeeks",
        "first_weeks",
        "person_id",
        &[NETWORK, ("ends_at", Moment)],
    ),
    in_network(
        "firstWeeksAnswers",
        "first_weeks_side",
        "by_id",
        &[
            NETWORK,
            ("side", Text),
            ("well", Text),
            ("needs", Text),
            ("wish", Text),
            ("given_at", Moment),
        ],
    ),
    in_network(
        "rests",
        "network_rest",
        "person_id",
        &[NETWORK, ("since", Moment), ("ends_at", Moment)],
    ),
    in_network(
        "alumniContacts",
        "alumnus_contact",
        "person_id",
        &[NETWORK, ("name", Text), ("left_at", Moment)],
    ),
    part(
        "perspectives",
        "perspective_choice",
        "person_id",
        "issue_id",
        &[
            ISSUE,
            ("perspective_id", Id),
            ("consent_version", Text),
            ("chosen_at", Moment),
        ],
    ),
    part(
        "workingAgreements",
        "agreement_consent",
        "person_id",
        "issue_id",
        &[TENANT, ISSUE, ("version", Number), ("agreed_at", Moment)],
    ),
    part(
        "evaluations",
        "evaluation",
        "person_id",
        "issue_id",
        &[
            TENANT,
            ISSUE,
            ("question", Text),
            ("question_note", Text),
            ("missing", Text),
            ("advice", Text),
            ("advice_note", Text),
            ("given_at", Moment),
        ],
    ),
    part(
        "invitations",
        "invitation",
        "person_id",
        "id",
        &[
            TENANT,
            ISSUE,
            ("role", Text),
            ("address", Text),
            ("text", Text),
            ("address_source", Text),
            ("state", Text),
            ("reason", Text),
            CREATED,
            EXPIRES,
            ("until", Moment),
            ("answered_at", Moment),
        ],
    ),
    part(
        "hands",
        "raised_hand",
        "person_id",
        "id",
        &[
            TENANT,
            ISSUE,
            ("motivation", Text),
            ("state", Text),
            ("reason", Text),
            ("objection", Text),
            ("nomination", Text),
            CREATED,
            ("answer_by", Moment),
            ("answered_at", Moment),
        ],
    ),
    part(
        "nominations",
        "nomination",
        "nominated_by",
        "id",
        &[TENANT, ISSUE, ("motivation", Text), CREATED, EXPIRES],
    ),
    part(
        "nominationRequests",
        "nomination_request",
        "asked_by",
        "id",
        &[TENANT, ISSUE, NETWORK, ("text", Text), CREATED, EXPIRES],
    ),
    part(
        "contactRequests",
        "contact_request",
        "asker_id",
        "id",
        &[TENANT, ISSUE, ("text", Text), CREATED, EXPIRES],
    ),
    part(
        "contactAnswers",
        "contact_request",
        "person_id",
        "id",
        &[
            TENANT,
            ("answer", Text),
            ("shares_address", Number),
            ("answer_issue_id", Id),
            CREATED,
            EXPIRES,
        ],
    ),
    part(
        "issues",
        "issue",
        "author_id",
        "id",
        &[
            ("id", Id),
            TENANT,
            ("state", Text),
            ("visibility", Text),
            ("title", Text),
            ("core_question", Text),
            ("why_now", Text),
            ("why_one", Text),
            ("background", Text),
            CREATED,
        ],
    ),
    part(
        "threads",
        "thread",
        "author_id",
        "id",
        &[("id", Id), ISSUE, ("title", Text), CREATED],
    ),
    part(
        "posts",
        "post",
        "author_id",
        "id",
        &[
            ("id", Id),
            ("thread_id", Id),
            ("seq", Number),
            ("shown_name", Text),
            ("capacity", Text),
            ("organisation", Text),
            ("body", Text),
            CREATED,
            ("edited_at", Moment),
            ("withdrawn_at", Moment),
        ],
    ),
    Part {
        name: "earlierPosts",
        table: "post_version",
        of: Of::Post("post_id"),
        columns: &[
            ("post_id", Id),
            ("version", Number),
            ("body", Text),
            ("written_at", Moment),
        ],
        order: "post_id",
    },
    part(
        "readMarks",
        "thread_read",
        "person_id",
        "thread_id",
        &[("thread_id", Id), ("ranges", Text), ("updated_at", Moment)],
    ),
    part(
        "drafts",
        "draft",
        "person_id",
        "key",
        &[("key", Text), ("body", Text), ("updated_at", Moment)],
    ),
    part(
        "outcomes",
        "outcome",
        "author_id",
        "id",
        &[("id", Id), ISSUE, CREATED, ("published_at", Moment)],
    ),
    part(
        "products",
        "product",
        "author_id",
        "id",
        &[
            ("id", Id),
            TENANT,
            ("kind", Text),
            ("state", Text),
            ("title", Text),
            ("summary", Text),
            ("body", Text),
            CREATED,
        ],
    ),
    part(
        "files",
        "file",
        "owner_id",
        "id",
        &[
            ("id", Id),
            TENANT,
            ("name", Text),
            ("media_type", Text),
            ("size", Number),
            CREATED,
        ],
    ),
    part(
        "follows",
        "follow",
        "person_id",
        "id",
        &[("kind", Text), ("subject_id", Id), CREATED],
    ),
    part(
        "mailHours",
        "notification_preference",
        "person_id",
        "person_id",
        &[("hour", Number), ("weekday", Number)],
    ),
    part(
        "mailLevels",
        "topic_level",
        "person_id",
        "topic",
        &[("topic", Text), ("level", Text)],
    ),
    part(
        "issueLevels",
        "issue_level",
        "person_id",
        "issue_id",
        &[ISSUE, ("level", Text)],
    ),
    part(
        "notifications",
        "notification",
        "person_id",
        "id",
        &[
            TENANT,
            ISSUE,
            ("thread_id", Id),
            ("kind", Text),
            ("reason", Text),
            CREATED,
            ("seen_at", Moment),
        ],
    ),
    part(
        "mails",
        "mail_message",
        "person_id",
        "id",
        &[
            ("address", Text),
            ("kind", Text),
            ("state", Text),
            CREATED,
            ("sent_at", Moment),
        ],
    ),
];

//! Which tables grow with people and with what they do, and which statements may read one of those whole.

/// A table, and how it grows (`bench/src/country` makes a country of them).
pub type Table = (&'static str, &'static str);

/// Some rows, some columns: read whole at no cost.
pub const SMALL: &[Table] = &[
    ("calendar_turn", "one row for each kind of work at night"),
    ("installation", "a handful of facts"),
    (
        "late_text",
        "people who were erased, in issues of which nothing is deleted for a time",
    ),
    ("legal_hold", "some for each organisation"),
    ("legal_hold_act", "some for each of those"),
    ("network", "some for each organisation"),
    ("seaql_migrations", "one row for each change of the schema"),
    ("tenant", "one row for each organisation: some hundreds"),
    ("tenant_page", "a few for each organisation"),
    (
        "term",
        "the shared subjects, and an organisation's own words",
    ),
];

pub const LARGE: &[Table] = &[
    (
        "access_log",
        "people times the days on which staff saw them, for as long as they are kept",
    ),
    (
        "availability",
        "people who said how often they may be asked",
    ),
    ("acknowledgement", "concerns times those who heard them"),
    ("actor_map", "issues"),
    ("agreement", "issues"),
    ("alumnus_contact", "people who left networks, for a year"),
    (
        "agreement_consent",
        "people times the issues in which they agreed on something",
    ),
    ("briefing", "issues times who should know of them first"),
    (
        "contact_request",
        "people times whom they ask for contact, for some weeks",
    ),
    ("dilemma", "conversations"),
    ("room_pace", "conversations"),
    ("room_act", "conversations times what was done to them"),
    ("parked_subject", "issues times what is set aside in them"),
    ("standard_reasons", "one for each organisation"),
    (
        "speak_note",
        "conversations times who has not spoken in them, for a month",
    ),
    ("task", "issues times what somebody does because of a post"),
    ("talk_retention", "one for each organisation"),
    ("word_rules", "one for each organisation"),
    (
        "room_summary",
        "conversations times the versions of what is on top of them",
    ),
    ("draft", "what people were writing"),
    (
        "work_handover",
        "people times what they pass on to colleagues, for some weeks",
    ),
    (
        "moderation_appeal",
        "people who object to decisions, for some months",
    ),
    (
        "moderation_case",
        "posts that were reported, for some months",
    ),
    ("moderation_decision", "posts that were reported"),
    ("nomination", "people who are put forward, for some weeks"),
    (
        "nomination_request",
        "issues times the networks that they ask, for some weeks",
    ),
    ("email_address", "people"),
    ("erased_person", "people who were erased"),
    ("erasure", "people who asked to be erased, for a week"),
    (
        "emergency",
        "times that two people asked to open a closed room, for a year",
    ),
    (
        "emergency_reading",
        "the same, times the conversations that were read",
    ),
    (
        "event",
        "everything that happens, for as long as it is kept",
    ),
    (
        "evaluation",
        "people times the issues whose first circle they were in, for as long as they are kept",
    ),
    ("evaluation_round", "issues, for as long as they are kept"),
    (
        "issue_reminder",
        "issues of which somebody was reminded, for a month",
    ),
    ("file", "uploads"),
    ("follow", "people times what they follow"),
    ("hall_link", "issues times the halls they were taken to"),
    (
        "hand_over",
        "sign-ins on other host names, for as long as they are kept",
    ),
    (
        "idempotency",
        "every writing request, for as long as it is kept",
    ),
    ("inbound_mail", "answers by mail, of the last month"),
    ("invitation", "everybody who was ever asked"),
    ("issue", "issues"),
    ("issue_level", "people times issues"),
    (
        "issue_template",
        "organisations times the compositions that they keep",
    ),
    ("issue_term", "issues times their subjects"),
    ("job", "what waits to be done: many when a worker was away"),
    (
        "joined_tenant",
        "issues times the organisations that pick them up together, or were asked to",
    ),
    ("mail_message", "mails, for as long as they are kept"),
    ("name_word", "people times the words of their names"),
    (
        "joint_talk",
        "networks times the conversations that they hold with others",
    ),
    (
        "network_tie",
        "networks times the networks that they are in contact with, or ask",
    ),
    ("network_turn", "networks times what kind they were before"),
    ("notification", "people times what they were told"),
    ("notification_preference", "people"),
    (
        "organisation_role",
        "people times the organisations of which they say what they do there",
    ),
    ("outcome", "issues"),
    ("outcome_edition", "outcomes, twice"),
    (
        "outcome_review",
        "outcomes, for as often as somebody looks again",
    ),
    ("outcome_statement", "what outcomes say"),
    (
        "network_rest",
        "people times the networks in which they rest",
    ),
    (
        "first_weeks",
        "people times the networks that they came into lately",
    ),
    (
        "first_weeks_side",
        "people times the networks that they came into lately",
    ),
    ("participation", "people times issues"),
    ("password", "people"),
    (
        "past_consent",
        "what people showed and do not any more, for as long as it is kept",
    ),
    ("person", "people"),
    ("person_facet", "people times what they tell of themselves"),
    ("perspective", "issues times what they need"),
    ("perspective_choice", "people times issues"),
    (
        "post_hold",
        "posts whose words are kept from readers, for some months",
    ),
    (
        "post_report",
        "posts times who reported them, for some months",
    ),
    (
        "waiting_post",
        "posts that nobody read yet, for some months",
    ),
    ("voice_mute", "people times whom they read less of"),
    (
        "writing_pause",
        "people who may not write in an issue for a while",
    ),
    ("post", "everything that was ever said"),
    ("post_key", "what was said where nobody is an author"),
    ("post_version", "everything that was ever changed"),
    (
        "post_response",
        "everything that was ever said, a few times",
    ),
    ("product", "what was learnt"),
    (
        "profile_text",
        "people times what they say of themselves in their own words",
    ),
    ("round_skip", "people times the rounds that they are in"),
    ("raised_hand", "people times issues"),
    (
        "room_alias",
        "people times issues where they spoke by an alias",
    ),
    ("product_edition", "products times their editions"),
    ("product_file", "products times their files"),
    ("product_source", "products times issues"),
    ("product_term", "products times their subjects"),
    ("reach_report", "issues"),
    ("role_grant", "people times where they take part"),
    (
        "rules_agreement",
        "people times the networks that they are in",
    ),
    ("session", "people times their devices"),
    ("sign_in_code", "sign-ins, for as long as they are kept"),
    ("spoken_languages", "people"),
    ("statement_source", "what outcomes rest on"),
    ("suppression", "addresses that never want mail again"),
    ("thread", "conversations"),
    ("thread_read", "people times conversations"),
    ("topic_level", "people times topics"),
    ("wave_invitee", "who is to be asked, times issues"),
    ("wave_plan", "issues times those who invite"),
];

/// A statement that may read a large table whole, or walk along an index without a condition.
pub struct Allowed {
    pub table: &'static str,
    /// What it is known by.
    pub statement: &'static str,
    /// Why that is no harm.
    pub why: &'static str,
}

/// What the tests of the wall between tenants ask for (`api-tests/tests/api/walls.rs`).
pub const BEFORE_THE_WALL: &str = "SELECT tenant_id FROM ";

/// Once in a night, by one node; nobody waits for it.
const OWN_COPY: &str = "a copy of one's own data, asked for a few times a year; with rows in the tables it goes by the author";
const OWN_VERSIONS: &str =
    r#""post_version"."written_at" FROM "post_version" WHERE "post_version"."post_id" IN (SELECT"#;
const AT_NIGHT: &str = "at night: what is kept too long goes";
/// Some steps along an index; how many does not depend on how long it is.
const UNTIL_FULL: &str = "along an index, until a page is full";

/// Who is erased is looked for in columns that nothing else is found by.
const BY_WHOM: &str = " AS within FROM ";
const ERASED: &str = "now and then, by nobody who waits, and before anything is changed";

/// An operator's command.
const COMES_IN: &str = "an organisation that comes in is counted once, before it lasts";
const COMES_BACK: &str =
    "who was erased is looked for once, when an archive or an old copy comes in";

pub const ALLOWED: &[Allowed] = &[
    Allowed {
        table: "sign_in_code",
        statement: BY_WHOM,
        why: ERASED,
    },
    Allowed {
        table: "wave_plan",
        statement: BY_WHOM,
        why: ERASED,
    },
    Allowed {
        table: "invitation",
        statement: BY_WHOM,
        why: ERASED,
    },
    Allowed {
        table: "hall_link",
        statement: BY_WHOM,
        why: ERASED,
    },
    Allowed {
        table: "moderation_case",
        statement: BY_WHOM,
        why: ERASED,
    },
    Allowed {
        table: "moderation_decision",
        statement: BY_WHOM,
        why: ERASED,
    },
    Allowed {
        table: "raised_hand",
        statement: BY_WHOM,
        why: ERASED,
    },
    Allowed {
        table: "role_grant",
        statement: BY_WHOM,
        why: ERASED,
    },
    Allowed {
        table: "mail_message",
        statement: BY_WHOM,
        why: ERASED,
    },
    Allowed {
        table: "wave_invitee",
        statement: BY_WHOM,
        why: ERASED,
    },
    Allowed {
        table: "post_report",
        statement: BY_WHOM,
        why: ERASED,
    },
    Allowed {
        table: "job",
        statement: r#"SELECT "id" FROM "job" WHERE "payload" LIKE"#,
        why: ERASED,
    },
    Allowed {
        table: "erased_person",
        statement: r#"FROM "erased_person""#,
        why: COMES_BACK,
    },
    Allowed {
        table: "person",
        statement: r#"FROM "erased_person" INNER JOIN "person""#,
        why: COMES_BACK,
    },
    Allowed {
        table: "erasure",
        statement: r#"FROM "erased_person" INNER JOIN "person""#,
        why: COMES_BACK,
    },
    Allowed {
        table: "file",
        statement: "SELECT COUNT(*) AS held FROM ",
        why: COMES_IN,
    },
    Allowed {
        table: "follow",
        statement: "SELECT COUNT(*) AS held FROM ",
        why: COMES_IN,
    },
    Allowed {
        table: "notification",
        statement: "SELECT COUNT(*) AS held FROM ",
        why: COMES_IN,
    },
    Allowed {
        table: "role_grant",
        statement: "SELECT COUNT(*) AS held FROM ",
        why: COMES_IN,
    },
    Allowed {
        table: "draft",
        statement: r#"DELETE FROM "draft" WHERE "draft"."updated_at" <"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "notification",
        statement: r#"DELETE FROM "notification" WHERE "notification"."created_at" <"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "post_version",
        statement: OWN_VERSIONS,
        why: OWN_COPY,
    },
    Allowed {
        table: "post",
        statement: OWN_VERSIONS,
        why: OWN_COPY,
    },
    Allowed {
        table: "post",
        statement: r#"DELETE FROM "acknowledgement" WHERE EXISTS(SELECT"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "post",
        statement: r#"DELETE FROM "post_response" WHERE EXISTS(SELECT"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "acknowledgement",
        statement: r#"DELETE FROM "acknowledgement" WHERE EXISTS"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "post_response",
        statement: r#"DELETE FROM "post_response" WHERE EXISTS"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "thread_read",
        statement: r#"DELETE FROM "thread_read" WHERE "thread_read"."updated_at" <"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "thread",
        statement: r#"DELETE FROM "thread_read" WHERE "thread_read"."updated_at" <"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "job",
        statement: "DELETE FROM event WHERE created_at <",
        why: "each hour: which events work still waits for, of the work that waits",
    },
    Allowed {
        table: "issue",
        statement: r#"WHERE "issue"."gap_people" >"#,
        why: "at night: where the words of the gap meter may move",
    },
    Allowed {
        table: "perspective_choice",
        statement: r#"FROM "perspective_choice" GROUP BY "perspective_choice"."issue_id""#,
        why: "at night: where the words of the gap meter may move",
    },
    Allowed {
        table: "perspective_choice",
        statement: r#"DELETE FROM "perspective_choice" WHERE NOT EXISTS"#,
        why: "at night: what those chose who take part no more",
    },
    Allowed {
        table: "agreement_consent",
        statement: r#"DELETE FROM "agreement_consent" WHERE NOT EXISTS"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "organisation_role",
        statement: r#"FROM "organisation_role" WHERE NOT EXISTS"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "first_weeks",
        statement: r#"DELETE FROM "first_weeks" WHERE"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "first_weeks_side",
        statement: r#"DELETE FROM "first_weeks_side" WHERE NOT EXISTS"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "network_rest",
        statement: r#"DELETE FROM "network_rest" WHERE"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "alumnus_contact",
        statement: r#"DELETE FROM "alumnus_contact" WHERE"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "rules_agreement",
        statement: r#"DELETE FROM "rules_agreement" WHERE NOT EXISTS"#,
        why: AT_NIGHT,
    },
    Allowed {
        table: "participation",
        statement: r#"SELECT "participation"."issue_id", COUNT("person_id") AS "came_in" FROM "participation""#,
        why: "at night: which issues have had so many people that a report is due",
    },
    Allowed {
        table: "issue",
        statement: r#"SELECT "participation"."issue_id", COUNT("person_id") AS "came_in" FROM "participation""#,
        why: "at night: those of them that may have a report, in the same statement",
    },
    Allowed {
        table: "job",
        statement: r#"FROM "job" GROUP BY "queue""#,
        why: "what waits, for the operator: all of it is counted",
    },
    Allowed {
        table: "job",
        statement: r#"WHERE "dead_at" IS NOT NULL ORDER BY "dead_at" DESC LIMIT"#,
        why: UNTIL_FULL,
    },
    Allowed {
        table: "outcome",
        statement: r#"ORDER BY "outcome"."published_at" DESC, "outcome"."id" DESC LIMIT"#,
        why: UNTIL_FULL,
    },
    Allowed {
        table: "person",
        statement: r#"FROM "person" WHERE "words_version" <> "version""#,
        why: "an index of those that wait: of none, most of the time",
    },
    Allowed {
        table: "person_facet",
        statement: r#"SELECT DISTINCT "person_facet"."person_id" FROM "person_facet""#,
        why: UNTIL_FULL,
    },
];

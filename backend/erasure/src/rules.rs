//! Column by column: what becomes of the rows that name somebody who is erased.
//!
//! Promise: a column that names a person and is in neither list fails a test (`api-tests/tests/api/erasure.rs`).

/// What is done with a row that names the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// It goes.
    Goes,
    /// It stays, and names nobody; these columns are emptied with it.
    NamesNobody(&'static [(&'static str, &'static str)]),
    /// It stays, by somebody who left.
    StandsIn(StandIn),
    /// It goes when the person wants the texts to go; else it stays, by somebody who left.
    AsTexts(StandIn),
}

/// Somebody who left, in the place of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandIn {
    /// What is the same for rows in which the same one stands in: SQL over the row.
    pub within: &'static str,
    /// Columns that are emptied with it.
    pub empty: &'static [(&'static str, &'static str)],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    pub table: &'static str,
    pub column: &'static str,
    pub then: Then,
}

const ISSUE: &str = "issue_id";
const OF_THREAD: &str = "(SELECT t.issue_id FROM thread t WHERE t.id = thread_id)";
const OF_POST: &str =
    "(SELECT t.issue_id FROM post p JOIN thread t ON t.id = p.thread_id WHERE p.id = post_id)";
const NAME: &[(&str, &str)] = &[("shown_name", "''")];

const fn rule(table: &'static str, column: &'static str, then: Then) -> Rule {
    Rule {
        table,
        column,
        then,
    }
}
const fn goes(table: &'static str, column: &'static str) -> Rule {
    rule(table, column, Then::Goes)
}
const fn nobody(table: &'static str, column: &'static str) -> Rule {
    rule(table, column, Then::NamesNobody(&[]))
}
const fn left(table: &'static str, column: &'static str, within: &'static str) -> Rule {
    let empty = &[];
    rule(table, column, Then::StandsIn(StandIn { within, empty }))
}

/// What lets somebody in comes first, then what is theirs alone, then what stands among the work of others.
pub fn of_people() -> impl Iterator<Item = &'static Rule> {
    OWN.iter().chain(AMONG_OTHERS)
}

/// Rows that name one of the addresses of the person.
pub fn of_addresses() -> &'static [Rule] {
    ADDRESSES
}

/// What is nobody's but the person's.
static OWN: &[Rule] = &[
    goes("session", "person_id"),
    goes("password", "person_id"),
    goes("hand_over", "person_id"),
    goes("sign_in_code", "person_id"),
    goes("email_address", "person_id"),
    goes("mail_message", "person_id"),
    goes("inbound_mail", "person_id"),
    goes("name_word", "person_id"),
    goes("person_facet", "person_id"),
    goes("profile_text", "person_id"),
    goes("spoken_languages", "person_id"),
    goes("organisation_role", "person_id"),
    goes("past_consent", "person_id"),
    goes("availability", "person_id"),
    goes("access_log", "person_id"),
    goes("notification_preference", "person_id"),
    goes("topic_level", "person_id"),
    goes("issue_level", "person_id"),
    goes("notification", "person_id"),
    goes("follow", "person_id"),
    goes("draft", "person_id"),
    goes("thread_read", "person_id"),
    goes("voice_mute", "person_id"),
    goes("voice_mute", "muted_id"),
    goes("contact_request", "asker_id"),
    goes("contact_request", "person_id"),
    goes("nomination", "nominated_by"),
    goes("wave_plan", "inviter_id"),
    goes("wave_invitee", "person_id"),
    goes("work_handover", "giver_id"),
    goes("work_handover", "taker_id"),
    goes("waiting_post", "author_id"),
    goes("raised_hand", "person_id"),
    goes("invitation", "person_id"),
    goes("perspective_choice", "person_id"),
    goes("evaluation", "person_id"),
    goes("agreement_consent", "person_id"),
    goes("rules_agreement", "person_id"),
    goes("first_weeks", "person_id"),
    goes("first_weeks_side", "person_id"),
    goes("network_rest", "person_id"),
    goes("alumnus_contact", "person_id"),
    goes("speak_note", "person_id"),
    goes("round_skip", "person_id"),
    goes("post_response", "person_id"),
    goes("writing_pause", "person_id"),
    goes("participation", "person_id"),
    goes("role_grant", "person_id"),
];

/// What the work of others rests on, and what the law has kept for a time.
static AMONG_OTHERS: &[Rule] = &[
    rule(
        "acknowledgement",
        "author_id",
        Then::AsTexts(StandIn {
            within: OF_POST,
            empty: NAME,
        }),
    ),
    rule(
        "speak_note",
        "invited_by",
        Then::StandsIn(StandIn {
            within: OF_THREAD,
            empty: NAME,
        }),
    ),
    left("issue", "author_id", "id"),
    left("thread", "author_id", ISSUE),
    left("outcome", "author_id", ISSUE),
    left("product", "author_id", "id"),
    left("file", "owner_id", "id"),
    left("invitation", "invited_by", "COALESCE(issue_id, id)"),
    left("hall_link", "made_by", ISSUE),
    left("nomination_request", "asked_by", ISSUE),
    left("first_weeks_side", "by_id", "network_id"),
    left("emergency", "asker_id", ISSUE),
    left("moderation_case", "author_id", ISSUE),
    left("post_hold", "author_id", OF_POST),
    nobody("moderation_case", "claimed_by"),
    nobody("moderation_case", "decided_by"),
    nobody("moderation_decision", "author_id"),
    nobody("moderation_decision", "decided_by"),
    nobody("moderation_appeal", "person_id"),
    rule(
        "post_report",
        "reporter_id",
        Then::NamesNobody(&[("name", "NULL"), ("address", "NULL")]),
    ),
    nobody("alumnus_contact", "agreed_by"),
    nobody("emergency", "decided_by_id"),
    nobody("hall_link", "ended_by"),
    nobody("invitation", "answered_by"),
    nobody("joint_talk", "proposer_id"),
    nobody("legal_hold_act", "by_id"),
    nobody("parked_subject", "taken_by_id"),
    nobody("raised_hand", "answered_by"),
    nobody("raised_hand", "nominated_by"),
    nobody("role_grant", "granted_by"),
    nobody("task", "made_by"),
    nobody("task", "taker_id"),
];

static ADDRESSES: &[Rule] = &[
    goes("sign_in_code", "address"),
    goes("mail_message", "address"),
    goes("invitation", "address"),
    goes("nomination", "address"),
    goes("wave_invitee", "address"),
    rule(
        "post_report",
        "address",
        Then::NamesNobody(&[("name", "NULL")]),
    ),
];

/// What has a way of its own, and why.
pub const OTHERWISE: [(&str, &str); 7] = [
    ("email_address.address", "goes with its person"),
    (
        "erased_person.erased_id",
        "the ledger: what came back by a copy is erased again by it",
    ),
    (
        "erasure.person_id",
        "goes with the person, in the same change",
    ),
    (
        "event.actor_id",
        "`store_events.rs`: an event that names the person goes, whoever did something else is taken off",
    ),
    ("person.id", "goes last"),
    (
        "post.author_id",
        "`store_posts.rs`: with the change of its room, so that whoever reads along sees it",
    ),
    (
        "tenant.contact_email",
        "of the organisation, which shows it to everybody and changes it",
    ),
];

//! What is asked for and not run here: held by a test elsewhere, or about something that the product does not have.

/// Why a number has no trial of its own.
pub enum Instead {
    /// The names of tests that hold it, and what of it they leave open.
    Held(&'static [&'static str], &'static str),
    /// The product does not have what it is about, or it was not tried.
    Not(&'static str),
}

use Instead::{Held, Not};

pub const ELSEWHERE: &[(&str, &str, Instead)] = &[
    (
        "L3",
        "5,000 active people, two nodes",
        Not("needs a larger machine"),
    ),
    (
        "L8",
        "a day of load",
        Not(
            "not run: a day on a machine for itself; `netwerkplatform-load --seconds 86400` renews its sessions, the people of trials do not",
        ),
    ),
    (
        "F7",
        "search server down, index gone",
        Held(
            &[
                "while_the_server_is_away_people_write_and_find_it_when_it_is_back",
                "a_server_that_does_not_answer_holds_up_nobody_for_longer_than_was_agreed",
                "an_index_that_is_taken_away_is_filled_anew",
            ],
            "against a stand-in for the server, whose index is small; the tests of the index run on a real one where MEILI_URL names it",
        ),
    ),
    (
        "F17",
        "every event against a fresh state",
        Held(
            &[
                "a_page_that_listens_is_as_one_that_is_opened_anew",
                "so_is_one_that_tells_what_people_agree_on_and_are_asked",
                "every_kind_that_is_streamed_is_raced",
            ],
            "",
        ),
    ),
    (
        "F18",
        "duplicate and reordered delivery",
        Held(
            &["every_event_told_again_in_any_order_to_every_consumer_changes_nothing"],
            "",
        ),
    ),
    (
        "F19",
        "poison message",
        Held(&["given_up_work_is_seen_tried_again_and_thrown_away"], ""),
    ),
    (
        "F22",
        "client offline",
        Held(
            &[
                "without a connection one writes on: it goes out in order, and once",
                "a closed tab keeps what was written, and the list shows it",
            ],
            "",
        ),
    ),
    (
        "F27",
        "configuration error",
        Held(
            &[
                "a_wrong_setting_ends_the_start_with_its_name_and_a_hint_and_no_secret",
                "a_number_that_is_none_is_refused_before_anything_is_made",
                "a_misspelt_name_is_told_with_the_one_that_is_meant",
            ],
            "",
        ),
    ),
    (
        "I1",
        "schemathesis",
        Held(
            &[
                "nonsense_in_a_body_is_refused_with_the_place",
                "nonsense_in_a_question_is_refused_or_ignored",
            ],
            "nonsense of our own; schemathesis asks in five roles by `make api-fuzz`, outside the gate",
        ),
    ),
    (
        "I2",
        "every operation as somebody without business there",
        Held(
            &["no_operation_answers_somebody_without_business_there"],
            "",
        ),
    ),
    (
        "I3",
        "hostile text in a browser",
        Held(
            &[
                "hostile posts are only words",
                "hostile titles are only words",
                "hostile names and questions are only words",
            ],
            "162 texts: all as posts, 60 as titles, 12 as a name and a question; mails, feeds and exports are not opened in a browser",
        ),
    ),
    (
        "I4",
        "hostile Markdown",
        Held(&["hostile_markdown_comes_out_harmless"], ""),
    ),
    (
        "I6",
        "inbound mail",
        Held(
            &[
                "an_answer_by_mail_is_a_post_however_often_it_is_delivered",
                "what_may_not_be_hers_waits_as_her_draft_below_what_she_was_writing",
                "nobody_answers_a_machine",
                "what_our_server_wrote_last_counts_and_not_what_came_along",
                "a_megabyte_of_anything_is_split_at_once",
                "whoever_hands_a_mail_over_hears_what_to_do_with_it",
            ],
            "the mail server that takes it from the network, and checks who sent it, is the operator's",
        ),
    ),
    (
        "I7",
        "hostile uploads",
        Held(
            &[
                "what_is_not_what_it_says_is_refused_and_leaves_nothing",
                "a_zip_bomb_is_not_kept",
                "a_photo_forgets_where_it_was_taken",
                "what_the_scanner_finds_something_in_is_refused_and_not_kept",
                "while_the_scanner_is_away_no_file_is_taken",
            ],
            "the virus scanner is a stand-in that knows EICAR",
        ),
    ),
    (
        "I8",
        "text in every script",
        Held(&["text_in_any_script_comes_back_as_it_was"], ""),
    ),
    (
        "I9",
        "tokens",
        Held(
            &[
                "a_token_that_was_touched_opens_nothing",
                "an_access_token_ends_after_a_quarter_of_an_hour",
                "ten_tabs_that_renew_at_once_get_the_same_successor",
            ],
            "",
        ),
    ),
    (
        "I10",
        "addresses inside in link previews",
        Not("the server fetches no links"),
    ),
    (
        "I11",
        "formulas in exports, line breaks in names",
        Held(
            &["a_line_break_in_a_name_or_a_subject_is_refused"],
            "there is no export of tables",
        ),
    ),
    (
        "I12",
        "mail scanners",
        Held(
            &["whoever_opens_every_link_of_every_mail_three_times_changes_nothing"],
            "",
        ),
    ),
    (
        "I13",
        "limits",
        Held(
            &[
                "a_hall_signs_in_and_a_machine_is_stopped",
                "the_sixth_wrong_password_waits_a_quarter_and_others_come_in_meanwhile",
            ],
            "",
        ),
    ),
    (
        "I15",
        "ids of others, guessed, impossible",
        Held(
            &[
                "nonsense_in_a_path_is_not_found",
                "invisible_and_absent_look_the_same_to_every_operation",
            ],
            "`make api-fuzz` tries ids of another organisation, guesses and tampered cursors at every operation, outside the gate",
        ),
    ),
];

pub fn listed() -> String {
    let lines = ELSEWHERE.iter().map(|(code, what, instead)| match instead {
        Held(tests, "") => {
            format!("{code:4} {what}: held by {}", tests.join(", "))
        }
        Held(tests, but) => format!("{code:4} {what}: held by {} ({but})", tests.join(", ")),
        Not(why) => format!("{code:4} {what}: not run; {why}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;
    use crate::catalogue::TRIALS;

    #[test]
    fn everything_that_was_asked_for_is_here_once() {
        let asked = [("F", 27), ("I", 16), ("L", 9)];
        let asked: BTreeSet<String> = asked
            .iter()
            .flat_map(|(kind, last)| (1..=*last).map(move |number| format!("{kind}{number}")))
            .collect();
        let here = TRIALS.iter().map(|it| it.code);
        let all: Vec<&str> = here
            .chain(ELSEWHERE.iter().map(|(code, ..)| *code))
            .collect();
        assert_eq!(all.len(), asked.len());
        assert_eq!(
            all.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(),
            asked
        );
    }

    #[test]
    fn tests_that_hold_something_exist() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut all = String::new();
        for folder in ["backend", "e2e/journeys"] {
            gather(&root.join(folder), &mut all);
        }
        for (code, _, instead) in ELSEWHERE {
            let Held(tests, _) = instead else { continue };
            for test in *tests {
                let here = all.contains(&format!("fn {test}()"))
                    || all.contains(&format!("test('{test}'"));
                assert!(here, "{code}: {test}");
            }
        }
    }

    fn gather(folder: &Path, all: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let kind = path.extension().and_then(|it| it.to_str());
            if path.is_dir() && !path.ends_with("node_modules") {
                gather(&path, all);
            } else if matches!(kind, Some("rs" | "ts")) {
                all.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
}

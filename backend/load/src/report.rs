//! The report: one page without scripts, in light and dark, with a table under each plot.

mod plot;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::measured::{Kind, Measured};
use crate::numbers::{fraction, shown};
use crate::series::{SHARES, Second, blocks};
use crate::table::{COLUMNS, rows};
use plot::{Line, over_shares, over_time};

const STYLE: &str = include_str!("report/style.css");

/// More rows nobody reads.
const ROWS: usize = 30;

pub fn page(measured: &Measured) -> String {
    let whole = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "Load: what people waited for" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { "Load: what people waited for" }
                    (head(measured))
                    (summary(measured))
                    (deliveries(measured))
                    (distribution(&measured.kinds))
                    @for kind in &measured.kinds { (of_kind(kind)) }
                }
            }
        }
    };
    whole.into_string()
}

fn head(measured: &Measured) -> Markup {
    html! {
        @if measured.ended_early {
            p.note { "It was ended before its time: this is what was measured until then." }
        }
        dl {
            @for (name, value) in measured.settings.iter().chain(&measured.machine) {
                div { dt { (name) } dd { (value) } }
            }
            div { dt { "Took" } dd { (format!("{:.1} seconds", measured.seconds)) } }
            div {
                dt { "This tool asked later than planned" }
                dd { "p99 " (shown(measured.own_lateness.p99)) " ms, at most " (shown(measured.own_lateness.max)) " ms" }
            }
        }
    }
}

fn summary(measured: &Measured) -> Markup {
    let errors: Vec<_> = measured
        .kinds
        .iter()
        .flat_map(|kind| {
            kind.summary
                .errors
                .iter()
                .map(move |error| (&kind.name, error))
        })
        .collect();
    html! {
        section {
            h2 { "In all" }
            p { "Times are in milliseconds, from the moment at which a question was due until its answer was read." }
            (table("What people waited for", &COLUMNS, rows(measured).iter().map(|row| row.to_vec())))
            @if errors.is_empty() {
                p { "No errors." }
            } @else {
                (table("Errors", &["What", "How", "How often"], errors.into_iter().map(|(name, (why, count))| {
                    vec![name.clone(), why.clone(), count.to_string()]
                })))
            }
        }
    }
}

fn deliveries(measured: &Measured) -> Markup {
    let counted = measured.deliveries.rows();
    let rows = counted
        .iter()
        .map(|(name, count)| vec![(*name).to_owned(), count.to_string()]);
    html! {
        section {
            h2 { "Posts at sockets" }
            (table("What should have arrived, and what did", &["What", "How many"], rows))
            @if let Some(storm) = &measured.storm {
                (table("When all sockets were cut at once", &["What", "How much"], storm.rows().into_iter().map(|(name, value)| {
                    vec![name.to_owned(), value]
                })))
            }
        }
    }
}

fn distribution(kinds: &[Kind]) -> Markup {
    let answered = || kinds.iter().filter(|kind| kind.summary.all.answered > 0);
    let lines: Vec<Line> = answered()
        .map(|kind| Line {
            name: &kind.name,
            points: (0..)
                .map(f64::from)
                .zip(kind.summary.shares.iter().copied())
                .collect(),
        })
        .collect();
    let names = SHARES.map(|(_, name)| name);
    let head: Vec<String> = std::iter::once("What".to_owned())
        .chain(names.iter().map(|name| format!("{name} %")))
        .collect();
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let rows = answered().map(|kind| {
        let shares = kind.summary.shares.iter().map(|it| shown(*it));
        std::iter::once(kind.name.clone()).chain(shares).collect()
    });
    html! {
        section {
            h2 { "By share of the answers" }
            p { "So much of the answers came within so many milliseconds. Each step upwards is ten times as long." }
            (over_shares("Milliseconds by share of the answers", &names, &lines))
            (table("Milliseconds by share of the answers", &head, rows))
        }
    }
}

fn of_kind(kind: &Kind) -> Markup {
    let seconds = &kind.summary.seconds;
    let line = |name, of: fn(&Second) -> f64| Line {
        name,
        points: seconds
            .iter()
            .map(|it| (fraction(it.second), of(it)))
            .collect(),
    };
    let times = [line("p50", |it| it.p50), line("p99", |it| it.p99)];
    let answers = [
        line("answers", |it| fraction(it.answered)),
        line("errors", |it| fraction(it.failed)),
    ];
    let shown_seconds = blocks(seconds, ROWS);
    let caption = if shown_seconds.len() < seconds.len() {
        "Second by second, with the worst of each few seconds"
    } else {
        "Second by second"
    };
    let head = ["From second", "Answers", "Errors", "p50 ms", "p99 ms"];
    let rows = shown_seconds.iter().map(|it| {
        vec![
            it.second.to_string(),
            it.answered.to_string(),
            it.failed.to_string(),
            shown(it.p50),
            shown(it.p99),
        ]
    });
    html! {
        section {
            h2 { (capital(&kind.name)) }
            div.plots {
                figure {
                    figcaption { "Milliseconds, second by second" }
                    (over_time(&format!("{}: milliseconds, second by second", kind.name), &times))
                }
                figure {
                    figcaption { "Answers in each second" }
                    (over_time(&format!("{}: answers in each second", kind.name), &answers))
                }
            }
            details {
                summary { "The same as a table" }
                (table(caption, &head, rows))
            }
        }
    }
}

fn table(caption: &str, head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(caption) {
            table {
                caption { (caption) }
                thead { tr { @for name in head { th scope="col" { (name) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (place, cell) in row.iter().enumerate() {
                                @if place == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::measured::Deliveries;
    use crate::series::{Answers, Summary};
    use crate::storm::Storm;

    /// With something of everything, and names that try to be more than text.
    pub fn measured() -> Measured {
        let summary = Summary {
            all: Answers {
                answered: 40,
                failed: 3,
                p50: 5.0,
                p95: 20.0,
                p99: 60.0,
                max: 61.5,
            },
            errors: [("answered 429".to_owned(), 3)].into(),
            shares: vec![4.0, 5.0, 6.0, 9.0, 20.0, 60.0, 61.0, 61.5],
            seconds: (0..10)
                .map(|second| Second {
                    second,
                    answered: 4,
                    failed: u64::from(second == 9) * 3,
                    p50: 5.0,
                    p99: 10.0 + fraction(second),
                })
                .collect(),
        };
        Measured {
            settings: vec![(
                "Installation".to_owned(),
                "http://x/<script>alert(1)</script>".to_owned(),
            )],
            machine: vec![("Its load before".to_owned(), "0.10, 0.20, 0.30".to_owned())],
            seconds: 10.0,
            ended_early: true,
            kinds: vec![
                Kind {
                    name: "post".to_owned(),
                    summary: summary.clone(),
                },
                Kind {
                    name: "delivery at <b>\"b\"".to_owned(),
                    summary: Summary {
                        all: Answers::default(),
                        ..summary
                    },
                },
            ],
            deliveries: Deliveries {
                posts: 40,
                sockets: 10,
                expected: 400,
                missing: 1,
                ..Deliveries::default()
            },
            storm: Some(Storm {
                cut: 10,
                complete_in_ms: 1_250.0,
                ..Storm::default()
            }),
            own_lateness: Answers::default(),
        }
    }

    #[test]
    fn it_holds_the_numbers() {
        let page = page(&measured());
        for number in [
            "61.5",
            "0.10, 0.20, 0.30",
            ">400<",
            "answered 429",
            "ended before its time",
            "19.0",
        ] {
            assert!(page.contains(number), "{number}");
        }
        // Each plot says what it shows, and stands over a table.
        assert_eq!(page.matches("role=\"img\" aria-label=").count(), 5);
        assert_eq!(page.matches("<table").count(), 7);
    }

    #[test]
    fn it_is_one_file_without_scripts_and_names_stay_text() {
        let page = page(&measured());
        for never in ["<script", "<b>", "src=", "href=", "url("] {
            assert!(!page.contains(never), "{never}");
        }
        assert!(page.contains("&lt;script&gt;"));
        assert!(!page.contains("NaN") && !page.contains("inf"));
    }

    #[test]
    fn nothing_measured_is_a_page_too() {
        let nothing = Measured {
            kinds: Vec::new(),
            ..measured()
        };
        let page = page(&nothing);
        assert!(page.contains("No errors.") && !page.contains("NaN"));
    }
}

//! The same operations in a country and in a hundredth of it: what they cost may not grow with what is there.

mod side;

use std::cell::{Cell, RefCell};
use std::path::PathBuf;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::asking::{self, Measured};
use crate::country::Extent;
use crate::place::Place;
use crate::table::{self, Table, Target};
use crate::units::{count, none_or};
use crate::words::{Dice, frequent, word};
use crate::{Failure, machine};

use side::{As, Side};

#[derive(Clone, clap::Args)]
pub struct Settings {
    /// A PostgreSQL server on this machine.
    #[arg(long)]
    postgres: Option<String>,
    /// Leave SQLite out.
    #[arg(long)]
    postgres_only: bool,
    /// Which part of the country: 1 is all of it, 10 a tenth. On SQLite never more than a tenth.
    #[arg(long, default_value_t = 10)]
    part: i64,
    /// Seconds for each measurement; there are four of each operation.
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// Without the index for search, which takes two minutes for a million posts, and without any work behind the pages.
    #[arg(long)]
    without_search: bool,
    /// Statements that the tests sent on PostgreSQL (`NP_TEST_STATEMENTS`), whose plans are read on the country's rows there.
    #[arg(long)]
    statements: Option<PathBuf>,
    /// Where the table is kept.
    #[arg(long)]
    results: Option<PathBuf>,
    /// When this is, for the head of the table.
    #[arg(long, default_value = "")]
    date: String,
}

pub async fn run(settings: &Settings) -> Result<(), Failure> {
    let before = load::load()?;
    let mut table = Table::default();
    if !settings.postgres_only {
        let part = settings.part.max(10);
        let places = (Place::sqlite()?, Place::sqlite()?);
        Box::pin(compare(places, part, settings, &mut table)).await?;
    }
    if let Some(server) = &settings.postgres {
        let places = (
            Place::postgres(server).await?,
            Place::postgres(server).await?,
        );
        Box::pin(compare(places, settings.part, settings, &mut table)).await?;
    }
    let text = format!(
        "# What it costs in a country\n\nMade by `make bench-scale` on {}. {}\n\nProcessor time of one answer, of the server \
         and its database, with little there and with a hundred times as much. Load of the machine before: {before}; \
         after: {} (1, 5 and 15 minutes).\n{table}",
        settings.date,
        machine::description()?,
        load::load()?,
    );
    table::publish(&text, settings.results.as_deref())
}

async fn compare(
    (few, many): (Place, Place),
    part: i64,
    settings: &Settings,
    table: &mut Table,
) -> Result<(), Failure> {
    let name = machine::version_of_database(&few).await?;
    let (small, large) = (Extent::part(part * 100), Extent::part(part));
    let (of, against) = (large.posts, small.posts);
    table.section(format!("{name}: {of} posts against {against}"));
    let small = Side::found(few, small, settings, None).await?;
    let large = Side::found(many, large, settings, Some(table)).await?;
    for operation in OPERATIONS {
        if settings.without_search && operation.name.contains("search") {
            continue;
        }
        let (mut little, mut much) = (Measured::default(), Measured::default());
        let (few, many) = (Answers::default(), Answers::default());
        for _ in 0..2 {
            let seconds = settings.seconds;
            little = little.and(&operation.measured(&small, seconds, &few).await?);
            much = much.and(&operation.measured(&large, seconds, &many).await?);
        }
        table.fact(
            operation.name,
            format!("{:.2} → {:.2} ms", little.each(), much.each()),
        );
        table.fact("  with much there", much.to_string());
        let each = |all: &Cell<usize>, of: &Measured| none_or(all.get()) / count(of.count);
        let bytes = (each(&few.bytes, &little), each(&many.bytes, &much));
        if bytes.1 > 0.0 {
            let (less, more) = (bytes.0 / 1e3, bytes.1 / 1e3);
            table.fact("  an answer", format!("{less:.1} → {more:.1} kB"));
        }
        let grown = much.each() / little.each();
        let (less, more) = (each(&few.found, &little), each(&many.found, &much));
        if more > 0.0 {
            table.fact("  found", format!("{less:.0} → {more:.0}"));
        }
        if more > less * AS_MUCH {
            table.fact(
                "  grown, with more that is found",
                format!("{grown:.2} times"),
            );
        } else {
            table.judged("  grown", grown, Target::AtMost(1.5, "times"));
        }
    }
    small.close().await?;
    large.close().await
}

/// What is found in both is as much, up to so many times: a longer answer is another answer.
const AS_MUCH: f64 = 1.1;

/// What was answered in all.
#[derive(Default)]
struct Answers {
    /// Without heads.
    bytes: Cell<usize>,
    /// How much there is of what was looked for.
    found: Cell<usize>,
}

/// A page of what was found.
#[derive(Deserialize)]
struct Found {
    total: Option<usize>,
    items: Vec<IgnoredAny>,
}

impl Answers {
    fn add(&self, body: &[u8], is_found: bool) -> Result<(), Failure> {
        self.bytes.set(self.bytes.get() + body.len());
        if is_found {
            let page: Found = serde_json::from_slice(body)?;
            let found = page.total.unwrap_or(page.items.len());
            self.found.set(self.found.get() + found);
        }
        Ok(())
    }
}

struct Operation {
    name: &'static str,
    ask: Ask,
}

enum Ask {
    /// A page, by somebody who may see it.
    Page(fn(&Side) -> String),
    /// A thing that is not for who asks.
    Refused(fn(&Side) -> String),
    /// What is found for other words each time, with the rest of the question.
    Words(fn(&mut Dice) -> String, &'static str),
    /// Who is found by a name.
    Name,
    Post,
}

const OPERATIONS: [Operation; 16] = [
    Operation {
        name: "thread page: the newest 50",
        ask: Ask::Page(|side| format!("{}/posts", side.thread())),
    },
    Operation {
        name: "thread page: 50 in the middle",
        ask: Ask::Page(|side| format!("{}/posts?around={}", side.thread(), side.sights.posts / 2)),
    },
    Operation {
        name: "issues with unread counts: 50 of mine",
        ask: Ask::Page(|_| "/v1/me/issues".to_owned()),
    },
    Operation {
        name: "issues of an organisation: 50",
        ask: Ask::Page(|side| format!("/v1/tenants/{}/issues", side.sights.tenant)),
    },
    Operation {
        name: "threads of an issue",
        ask: Ask::Page(|side| {
            let sights = &side.sights;
            format!(
                "/v1/tenants/{}/issues/{}/threads",
                sights.tenant, sights.issue
            )
        }),
    },
    Operation {
        name: "my overview: what waits for me",
        ask: Ask::Page(|_| "/v1/me/waiting".to_owned()),
    },
    Operation {
        name: "what came of issues, for everybody",
        ask: Ask::Page(|_| "/v1/highlights".to_owned()),
    },
    Operation {
        name: "my notifications: 50",
        ask: Ask::Page(|_| "/v1/me/notifications".to_owned()),
    },
    Operation {
        name: "permission: a thread that is not for me",
        ask: Ask::Refused(Side::thread),
    },
    Operation {
        name: "search: one word, in posts",
        ask: Ask::Words(word, "&kind=post"),
    },
    Operation {
        name: "search: one word, in everything",
        ask: Ask::Words(word, ""),
    },
    Operation {
        name: "search: a word that stands often, in posts",
        ask: Ask::Words(frequent, "&kind=post"),
    },
    Operation {
        name: "search: a word that stands often, in everything",
        ask: Ask::Words(frequent, ""),
    },
    Operation {
        name: "search: a name",
        ask: Ask::Name,
    },
    Operation {
        name: "the directory of an organisation",
        ask: Ask::Page(|side| format!("/v1/tenants/{}/people", side.sights.tenant)),
    },
    Operation {
        name: "posting, four at once",
        ask: Ask::Post,
    },
];

impl Operation {
    /// Adds to `answers` what was answered.
    async fn measured(
        &self,
        side: &Side,
        seconds: u64,
        answers: &Answers,
    ) -> Result<Measured, Failure> {
        let dice = RefCell::new(Dice::new(17));
        let path = match self.ask {
            Ask::Page(path) | Ask::Refused(path) => path(side),
            Ask::Words(..) | Ask::Name | Ask::Post => String::new(),
        };
        let ask = async |_: usize| -> Result<(), Failure> {
            let answered = match self.ask {
                Ask::Page(_) => side.get(As::Convener, &path, 200).await?,
                Ask::Refused(_) => side.get(As::Stranger, &path, 404).await?,
                Ask::Words(word, rest) => {
                    let word = word(&mut dice.borrow_mut());
                    let path = format!("/v1/search?q={word}{rest}");
                    side.get(As::Convener, &path, 200).await?
                }
                Ask::Name => {
                    let path = format!("/v1/tenants/{}/people?q=samira", side.sights.tenant);
                    side.get(As::Convener, &path, 200).await?
                }
                Ask::Post => side.post().await?,
            };
            answers.add(&answered, matches!(self.ask, Ask::Words(..) | Ask::Name))
        };
        let measured = asking::measured(side.server(), asking::READERS, seconds, ask).await?;
        // What follows from posting must not fall to the other side's account.
        side.server().rest().await?;
        Ok(measured)
    }
}

//! Conversations: some hundred issues are talked about at the same time, so their posts lie mixed on the disk.

use std::time::Instant;

use uuid::Uuid;

use crate::Failure;
use crate::country::extent::Extent;
use crate::country::ids::{self, BEGIN, Kind, SPAN};
use crate::country::issues::{AT_ONCE, Opened, lengths};
use crate::country::organisations::name_of;
use crate::country::progress::Progress;
use crate::country::reading::{read, writer};
use crate::country::rows::Cell::{Id, Nothing, Number, Text};
use crate::country::rows::{Columns, Rows};
use crate::words::{Dice, text, word};

const THREAD: Columns = Columns {
    table: "thread",
    names: "id, tenant_id, issue_id, author_id, title, visibility, regime, state, last_seq, last_change, voids, \
              last_post_at, created_at, version",
};
const POST: Columns = Columns {
    table: "post",
    names: "id, tenant_id, thread_id, seq, change_seq, author_id, shown_name, capacity, body, html, quotes_id, \
              created_at, edited_at, withdrawn_at, version",
};
const VERSION: Columns = Columns {
    table: "post_version",
    names: "post_id, version, body, html, written_at",
};
const READ: Columns = Columns {
    table: "thread_read",
    names: "thread_id, person_id, ranges, updated_at",
};
const NOTIFICATION: Columns = Columns {
    table: "notification",
    names: "id, person_id, tenant_id, issue_id, thread_id, subject_id, kind, reason, event_id, created_at, seen_at, \
              mail_state",
};

/// In how many steps the conversations of a group get longer.
const STEPS: i64 = 500;

/// A conversation that is going on.
struct Thread<'a> {
    issue: &'a Opened,
    place: i64,
    id: Uuid,
    length: i64,
    written: i64,
    began: i64,
    last_at: i64,
    last: Uuid,
    /// Edits and withdrawals get numbers of their own, after those of the posts.
    changes: i64,
    voids: Vec<String>,
}

impl<'a> Thread<'a> {
    fn of(issue: &'a Opened, place: i64, length: i64) -> Self {
        Self {
            issue,
            place,
            id: ids::thread(issue.number, place),
            length,
            written: 0,
            began: 0,
            last_at: 0,
            last: Uuid::nil(),
            changes: 0,
            voids: Vec::new(),
        }
    }

    fn people(&self) -> i64 {
        i64::try_from(self.issue.participants.len()).unwrap_or(0)
    }

    fn participant(&self, place: i64) -> i64 {
        let place = usize::try_from(place).ok();
        let number = place.and_then(|it| self.issue.participants.get(it));
        number.copied().unwrap_or(0)
    }
}

pub async fn write(
    rows: &mut Rows,
    extent: &Extent,
    issues: &[Opened],
    progress: &Progress,
) -> Result<(), Failure> {
    let (began, mut dice, mut done) = (Instant::now(), Dice::new(5), 0);
    let pace = SPAN / extent.posts.max(1);
    for group in issues.chunks(usize::try_from(AT_ONCE)?) {
        let mut threads: Vec<Thread<'_>> = group
            .iter()
            .flat_map(|issue| {
                let lengths = (0..).zip(lengths(extent, issue.number));
                lengths.map(|(place, length)| Thread::of(issue, place, length))
            })
            .collect();
        for step in 1..=STEPS {
            for thread in &mut threads {
                while thread.written * STEPS < thread.length * step {
                    post(rows, thread, done, BEGIN + done * pace, &mut dice).await?;
                    done += 1;
                }
            }
            progress.writing(began, done);
        }
        for thread in &threads {
            end(rows, thread, &mut dice).await?;
        }
    }
    Ok(())
}

/// Of a thousand, twenty are edited and one is withdrawn; every tenth quotes the one before.
async fn post(
    rows: &mut Rows,
    thread: &mut Thread<'_>,
    number: i64,
    at: i64,
    dice: &mut Dice,
) -> Result<(), Failure> {
    thread.written += 1;
    let (seq, id) = (thread.written, ids::post(number, at));
    let author = thread.participant(writer(seq, thread.length, thread.people()));
    let withdrawn = seq % 1_000 == 500;
    let edited = !withdrawn && seq % 50 == 25;
    let change = if withdrawn || edited {
        thread.changes += 1;
        thread.length + thread.changes
    } else {
        seq
    };
    let body = if withdrawn { String::new() } else { text(dice) };
    let html = if withdrawn {
        String::new()
    } else {
        format!("<p>{body}</p>")
    };
    let when = |yes: bool| if yes { Number(at + 60_000) } else { Nothing };
    rows.put(
        &POST,
        &[
            Id(id),
            Id(thread.issue.tenant),
            Id(thread.id),
            Number(seq),
            Number(change),
            Id(ids::of(Kind::Person, author)),
            Text(&name_of(author)),
            Text("personal"),
            Text(&body),
            Text(&html),
            if seq % 10 == 0 {
                Id(thread.last)
            } else {
                Nothing
            },
            Number(at),
            when(edited),
            when(withdrawn),
            Number(if withdrawn || edited { 2 } else { 1 }),
        ],
    )
    .await?;
    if edited {
        let before = [
            Id(id),
            Number(1),
            Text("Eerst zei ik het anders."),
            Text("<p>Eerst zei ik het anders.</p>"),
            Number(at),
        ];
        rows.put(&VERSION, &before).await?;
    }
    if withdrawn {
        thread.voids.push(format!("{seq}-{seq}"));
    }
    if seq == 1 {
        thread.began = at;
    }
    thread.last_at = at;
    thread.last = id;
    Ok(())
}

/// What is known of it in the end, who read how much of it, and who was told of it.
async fn end(rows: &mut Rows, thread: &Thread<'_>, dice: &mut Dice) -> Result<(), Failure> {
    let issue = thread.issue;
    let author = thread.participant(writer(1, thread.length, thread.people()));
    rows.put(
        &THREAD,
        &[
            Id(thread.id),
            Id(issue.tenant),
            Id(ids::issue(issue.number)),
            Id(ids::of(Kind::Person, author)),
            Text(&format!("Wat vinden we van {}?", word(dice))),
            Text(issue.visibility),
            Text(issue.regime),
            Text("open"),
            Number(thread.length),
            Number(thread.length + thread.changes),
            Text(&thread.voids.join(",")),
            Number(thread.last_at),
            Number(thread.began),
            Number(1),
        ],
    )
    .await?;
    for (place, number) in (0..).zip(issue.participants.iter().copied()) {
        let person = Id(ids::of(Kind::Person, number));
        if let Some(ranges) = read(place, thread.length, thread.people()) {
            let row = [Id(thread.id), person, Text(&ranges), Number(thread.last_at)];
            rows.put(&READ, &row).await?;
        }
        if thread.place == 0 {
            told(rows, thread, place, person).await?;
        }
    }
    Ok(())
}

/// Of the last post in the longest conversation; two of three have seen that.
async fn told(
    rows: &mut Rows,
    thread: &Thread<'_>,
    place: i64,
    person: crate::country::rows::Cell<'_>,
) -> Result<(), Failure> {
    let issue = thread.issue;
    let seen = if place % 3 == 0 {
        Nothing
    } else {
        Number(thread.last_at + 1)
    };
    let row = [
        Id(ids::of(Kind::Notification, issue.number * 64 + place)),
        person,
        Id(issue.tenant),
        Id(ids::issue(issue.number)),
        Id(thread.id),
        Id(thread.last),
        Text("replied"),
        Text("you-take-part"),
        Id(ids::of(Kind::Event, issue.number)),
        Number(thread.last_at),
        seen,
        Text("sent"),
    ];
    rows.put(&NOTIFICATION, &row).await
}

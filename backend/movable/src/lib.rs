//! Which tables move with an organisation to another installation, column by column, and which stay.
//!
//! Promise: a table of the schema is in one of the two lists; a test holds them against it.
//! Absent: moving (`app::moving`), but for how a row becomes a line and a line a row (`read_row.rs`), and
//! which ids rows have where they arrive (`ids.rs`).
//! Start at: `tables.rs`, written in the words below.

mod ids;
pub mod read_row;
pub mod stays;
pub mod tables;
mod tables_results;

pub use ids::Ids;

/// Rows that move, one file of them.
#[derive(Clone, Copy)]
pub struct Table {
    pub name: &'static str,
    pub of: Of,
    /// What its lines are ordered by, and pages of it continue after; unique.
    pub key: &'static [&'static str],
    pub rows: Rows,
    pub columns: &'static [Column],
}

/// How the rows of the organisation are found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The organisation itself.
    Itself,
    Tenant,
    /// Below a row of another table, by this column; of many such rows at once.
    Below(&'static str, &'static str),
    /// The same where there may be so many that each row is asked by itself.
    Many(&'static str, &'static str),
}

/// Which of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    All,
    /// Files that hang on something that moves.
    Attached,
    /// What somebody reads and follows, for those who take part in the organisation: for others it would be a trace
    /// in an installation where they never were.
    OfItsPeople,
}

pub struct Column {
    pub name: &'static str,
    pub holds: Holds,
}

/// What a column holds, and so what becomes of it elsewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// The organisation: not written down.
    Tenant,
    /// The organisation, or another one, of which the archive says nothing.
    ThisTenantOrNone,
    Id,
    /// The id of a row of one of these tables.
    To(&'static [&'static str], Need),
    Person(Need),
    Term(Need),
    /// The id of something that is not in the archive.
    Loose,
    Text(Need),
    Number(Need),
    /// JSON with ids in it.
    Json(Need),
    /// Made from the Markdown in this column: not written down, so that no archive brings HTML of its own.
    Html(&'static str, Under),
    /// Begins anew.
    Begins(Start),
}

/// What stands above a text, and above each heading in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Under {
    Title,
    Part,
    Post,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Always,
    OrNone,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Start {
    Zero,
    NoId,
    NoText,
    Word(&'static str),
}

impl Holds {
    /// Whether lines have it.
    pub const fn is_written(self) -> bool {
        !matches!(self, Self::Tenant | Self::Html(..) | Self::Begins(_))
    }
}

impl Table {
    /// Two people of the archive may turn out to be one here: then their rows may be one, too.
    pub fn is_of_a_person(&self) -> bool {
        matches!(
            self.name,
            "role_grant"
                | "participation"
                | "perspective_choice"
                | "rules_agreement"
                | "first_weeks"
                | "first_weeks_side"
                | "network_rest"
                | "alumnus_contact"
                | "thread_read"
                | "post_response"
                | "acknowledgement"
                | "agreement_consent"
                | "evaluation"
                | "raised_hand"
                | "round_skip"
                | "writing_pause"
                | "notification"
                | "follow"
                | "issue_level"
        )
    }

    pub fn is_below(&self, parent: &str) -> bool {
        matches!(self.of, Of::Below(table, _) | Of::Many(table, _) if table == parent)
    }

    /// What stands in this column of a row.
    pub fn cell<'a, T>(&self, row: &'a [T], name: &str) -> Option<&'a T> {
        let mut all = self.columns.iter().zip(row);
        all.find(|(column, _)| column.name == name)
            .map(|(_, cell)| cell)
    }
}

pub const fn column(name: &'static str, holds: Holds) -> Column {
    Column { name, holds }
}
pub const ID: Column = column("id", Holds::Id);
pub const TENANT: Column = column("tenant_id", Holds::Tenant);
pub const AUTHOR: Column = person("author_id");
pub const CREATED: Column = number("created_at");
pub const VERSION: Column = number("version");

pub const fn to(name: &'static str, tables: &'static [&'static str]) -> Column {
    column(name, Holds::To(tables, Need::Always))
}
pub const fn to_or_none(name: &'static str, tables: &'static [&'static str]) -> Column {
    column(name, Holds::To(tables, Need::OrNone))
}
pub const fn person(name: &'static str) -> Column {
    column(name, Holds::Person(Need::Always))
}
pub const fn person_or_none(name: &'static str) -> Column {
    column(name, Holds::Person(Need::OrNone))
}
pub const fn text(name: &'static str) -> Column {
    column(name, Holds::Text(Need::Always))
}
pub const fn text_or_none(name: &'static str) -> Column {
    column(name, Holds::Text(Need::OrNone))
}
pub const fn number(name: &'static str) -> Column {
    column(name, Holds::Number(Need::Always))
}
pub const fn number_or_none(name: &'static str) -> Column {
    column(name, Holds::Number(Need::OrNone))
}
pub const fn html(name: &'static str, of: &'static str) -> Column {
    column(name, Holds::Html(of, Under::Post))
}
pub const fn html_under(name: &'static str, of: &'static str, under: Under) -> Column {
    column(name, Holds::Html(of, under))
}

pub const fn of_tenant(name: &'static str, columns: &'static [Column]) -> Table {
    Table {
        name,
        of: Of::Tenant,
        key: &["id"],
        rows: Rows::All,
        columns,
    }
}

pub const fn below(
    name: &'static str,
    of: Of,
    key: &'static [&'static str],
    columns: &'static [Column],
) -> Table {
    Table {
        name,
        of,
        key,
        rows: Rows::All,
        columns,
    }
}

/// What stands here only for people of the organisation.
pub const fn of_its_people(table: Table) -> Table {
    Table {
        rows: Rows::OfItsPeople,
        ..table
    }
}

//! The words in which `parts.rs` says what is told.

/// How a value is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    Id,
    Text,
    Number,
    Moment,
}

/// Whose a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Of the person in this column.
    Person(&'static str),
    /// Of the person in this column, who may stand there as an alias of a closed room.
    Voice(&'static str),
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

pub const fn part(
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

pub const fn in_network(
    name: &'static str,
    table: &'static str,
    person: &'static str,
    columns: &'static [(&'static str, Told)],
) -> Part {
    part(name, table, person, "network_id", columns)
}

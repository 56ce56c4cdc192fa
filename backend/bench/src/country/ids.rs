//! Ids that grow with a number and with time, as the product's do.

use uuid::Uuid;

/// The summer of 2024.
pub const BEGIN: i64 = 1_717_986_918_400;
/// Two years of talk.
pub const SPAN: i64 = 2 * 365 * 24 * 3_600 * 1_000;

#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Tenant,
    Person,
    Address,
    Term,
    Follow,
    Perspective,
    Grant,
    Notification,
    Event,
    Outcome,
    Statement,
}

/// What is there from the beginning.
pub fn of(kind: Kind, number: i64) -> Uuid {
    let kind = match kind {
        Kind::Tenant => 1,
        Kind::Person => 2,
        Kind::Address => 3,
        Kind::Term => 4,
        Kind::Follow => 5,
        Kind::Perspective => 6,
        Kind::Grant => 7,
        Kind::Notification => 8,
        Kind::Event => 9,
        Kind::Outcome => 10,
        Kind::Statement => 11,
    };
    made(BEGIN - SPAN + number, kind, number)
}

pub fn issue(number: i64) -> Uuid {
    made(BEGIN + number, 12, number)
}

pub fn thread(issue: i64, place: i64) -> Uuid {
    made(BEGIN + issue, 13, issue * 16 + place)
}

pub fn post(number: i64, at: i64) -> Uuid {
    made(at, 14, number)
}

/// Version 7: milliseconds first, then what it is, then its number.
fn made(at: i64, kind: i64, number: i64) -> Uuid {
    const VERSION_AND_VARIANT: u128 = (7 << 76) | (2 << 62);
    let whole = |number: i64| u128::try_from(number).unwrap_or(0);
    Uuid::from_u128((whole(at) << 80) | VERSION_AND_VARIANT | (whole(kind) << 48) | whole(number))
}

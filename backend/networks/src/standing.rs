//! Where somebody stands in a network, and the path to it. Pure.

use std::time::Duration;

use db::DbFault;
use kernel::{Faults, FieldFault, IssueRole, PersonId, Prose, TextFault, Timestamp};
use serde::{Deserialize, Serialize};

const DAY: Duration = Duration::from_secs(24 * 3_600);

/// Where somebody who is in a network stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = NetworkStanding)]
pub enum Standing {
    /// Came not long ago; both sides find out until a day whether it fits.
    Orientation,
    Active,
    /// By their own choice not mailed for a while.
    Resting,
}

/// How long an orientation may last, in weeks.
pub(crate) const WEEKS: std::ops::RangeInclusive<i64> = 2..=26;

/// Before its end, both sides are told of it.
const NOTICE: Duration = Duration::from_secs(7 * 24 * 3_600);
/// After its end, both sides may still say what they wish; then it is decided.
const GRACE: Duration = Duration::from_secs(14 * 24 * 3_600);
/// How long a contact may last without being in the network.
pub(crate) const CONTACT: Duration = Duration::from_secs(365 * 24 * 3_600);
/// How long what was said is kept after the end.
pub(crate) const KEPT: Duration = Duration::from_secs(90 * 24 * 3_600);
/// Nobody rests longer: who is away for more than a year has left.
const LONGEST_REST: Duration = Duration::from_secs(366 * 24 * 3_600);

pub(crate) fn check_rest(until: Option<Timestamp>, now: Timestamp) -> Result<(), Vec<FieldFault>> {
    let mut faults = Faults::default();
    if until.is_some_and(|until| until <= now || until > now.plus(LONGEST_REST)) {
        faults.refuse("/until", "network.rest-until");
    }
    faults.finish(Some(()))
}

/// Whose view of an orientation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Newcomer,
    /// Whoever runs the network.
    Network,
}

impl Side {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Newcomer => "newcomer",
            Self::Network => "network",
        }
    }
    pub fn from_name(raw: &str) -> Result<Self, DbFault> {
        match raw {
            "newcomer" => Ok(Self::Newcomer),
            "network" => Ok(Self::Network),
            _ => Err(DbFault::corrupt(raw)),
        }
    }
}

/// What one side wants, when both have read each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = OrientationWish)]
pub(crate) enum Wish {
    GoOn,
    Stop,
}

impl Wish {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::GoOn => "go-on",
            Self::Stop => "stop",
        }
    }
    pub fn from_name(raw: &str) -> Result<Self, DbFault> {
        match raw {
            "go-on" => Ok(Self::GoOn),
            "stop" => Ok(Self::Stop),
            _ => Err(DbFault::corrupt(raw)),
        }
    }
}

/// What one side says; as typed, or parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub well: String,
    /// What should be otherwise; may be empty.
    pub needs: String,
}

impl Said {
    pub fn parse(self) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Faults::default();
        let well = Prose::<2_000>::parse(&self.well).map(Prose::into_string);
        let well = faults.take("/well", well);
        let needs = match Prose::<2_000>::parse(&self.needs).map(Prose::into_string) {
            Err(TextFault::Empty) => Some(String::new()),
            parsed => faults.take("/needs", parsed),
        };
        let (well, needs) = faults.finish(well.zip(needs))?;
        Ok(Self { well, needs })
    }
}

/// What a side said, and wishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct View {
    pub said: Said,
    pub wish: Option<Wish>,
}

/// Somebody's orientation, with what both sides said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Orientation {
    pub person: PersonId,
    pub ends_at: Timestamp,
    /// Nothing is to come any more.
    pub is_decided: bool,
    pub newcomer: Option<View>,
    pub network: Option<View>,
}

impl Orientation {
    pub fn of(&self, side: Side) -> Option<&View> {
        match side {
            Side::Newcomer => self.newcomer.as_ref(),
            Side::Network => self.network.as_ref(),
        }
    }

    /// Each reads the other's answers when both are in, or when the day is past.
    pub fn is_revealed(&self, now: Timestamp) -> bool {
        (self.newcomer.is_some() && self.network.is_some()) || self.ends_at <= now
    }

    /// What was read by the other side is not written anew.
    pub fn may_answer(&self, side: Side, now: Timestamp) -> bool {
        !self.is_decided && (self.of(side).is_none() || !self.is_revealed(now))
    }

    pub fn may_wish(&self, side: Side, now: Timestamp) -> bool {
        !self.is_decided && self.of(side).is_some() && self.is_revealed(now)
    }

    fn wishes(&self) -> [Option<Wish>; 2] {
        [&self.newcomer, &self.network].map(|side| side.as_ref().and_then(|view| view.wish))
    }

    pub fn network_stops(&self) -> bool {
        let [_, network] = self.wishes();
        network == Some(Wish::Stop)
    }

    /// What both sides together decided; none for as long as one of them did not.
    pub fn outcome(&self) -> Option<Wish> {
        let [Some(newcomer), Some(network)] = self.wishes() else {
            return None;
        };
        let both = newcomer == Wish::GoOn && network == Wish::GoOn;
        Some(if both { Wish::GoOn } else { Wish::Stop })
    }

    /// When the time is up: whoever said stop is heard, and nobody is put out by silence.
    pub fn outcome_in_the_end(&self) -> Wish {
        if self.wishes().contains(&Some(Wish::Stop)) {
            Wish::Stop
        } else {
            Wish::GoOn
        }
    }
}

/// What the calendar does about an orientation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Tells both sides, and looks again at this moment.
    Remind(Timestamp),
    Decide,
}

impl Step {
    pub fn of(ends_at: Timestamp, now: Timestamp) -> Self {
        let end = ends_at.plus(GRACE);
        if now >= end {
            Self::Decide
        } else if now >= ends_at {
            Self::Remind(end)
        } else {
            Self::Remind(ends_at)
        }
    }

    /// When an orientation that begins now ends, and when to look at it first.
    pub fn first(weeks: i64, now: Timestamp) -> (Timestamp, Timestamp) {
        let weeks = u32::try_from(weeks).unwrap_or_default();
        let ends_at = now.plus(DAY * 7 * weeks);
        (ends_at, ends_at.minus(NOTICE))
    }
}

/// When somebody was heard in the network last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LastHeard)]
pub enum Heard {
    ThisMonth,
    ThisQuarter,
    LongerAgo,
    NotYet,
}

impl Heard {
    pub fn at(last: Option<Timestamp>, now: Timestamp) -> Self {
        match last.map(|last| now.since(last)) {
            None => Self::NotYet,
            Some(ago) if ago < DAY * 31 => Self::ThisMonth,
            Some(ago) if ago < DAY * 92 => Self::ThisQuarter,
            Some(_) => Self::LongerAgo,
        }
    }
}

/// How often something happened in a year; never a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = HowOften)]
pub enum Frequency {
    Never,
    Sometimes,
    Often,
}

impl Frequency {
    pub const fn times(times: i64) -> Self {
        match times {
            ..=0 => Self::Never,
            1..=3 => Self::Sometimes,
            4.. => Self::Often,
        }
    }
}

/// What those who run a network see of somebody in it, and that person too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    pub person: PersonId,
    pub name: String,
    pub role: IssueRole,
    pub standing: Standing,
    /// When the orientation or the rest ends.
    pub until: Option<Timestamp>,
    pub heard: Heard,
    pub asked: Frequency,
    pub spoke: Frequency,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(wish: Option<Wish>) -> View {
        let said = Said {
            well: "Fijn.".to_owned(),
            needs: String::new(),
        };
        View { said, wish }
    }

    fn orientation(newcomer: Option<View>, network: Option<View>) -> Orientation {
        Orientation {
            person: PersonId::from(uuid::Uuid::from_u128(1)),
            ends_at: Timestamp::from_millis(100),
            is_decided: false,
            newcomer,
            network,
        }
    }

    #[test]
    fn each_reads_the_other_when_both_are_in_or_the_day_is_past() {
        let (before, after) = (Timestamp::from_millis(99), Timestamp::from_millis(100));
        let one = orientation(Some(view(None)), None);
        assert!(!one.is_revealed(before) && one.may_answer(Side::Newcomer, before));
        assert!(!one.may_wish(Side::Newcomer, before));
        assert!(one.is_revealed(after) && !one.may_answer(Side::Newcomer, after));
        assert!(one.may_answer(Side::Network, after));
        let both = orientation(Some(view(None)), Some(view(None)));
        assert!(both.is_revealed(before) && both.may_wish(Side::Network, before));
    }

    #[test]
    fn both_go_on_or_it_stops_and_silence_puts_nobody_out() {
        let (on, stop) = (Some(Wish::GoOn), Some(Wish::Stop));
        let of = |one, other| orientation(Some(view(one)), Some(view(other)));
        assert_eq!(of(on, on).outcome(), on);
        assert_eq!(of(on, stop).outcome(), stop);
        assert_eq!(of(stop, None).outcome(), None);
        assert_eq!(of(stop, None).outcome_in_the_end(), Wish::Stop);
        assert_eq!(of(on, None).outcome_in_the_end(), Wish::GoOn);
        assert_eq!(orientation(None, None).outcome_in_the_end(), Wish::GoOn);
    }

    #[test]
    fn the_calendar_reminds_twice_and_then_decides() {
        let now = Timestamp::from_millis(0);
        let (ends_at, first) = Step::first(8, now);
        assert_eq!(first, now.plus(DAY * 49));
        assert_eq!(Step::of(ends_at, first), Step::Remind(ends_at));
        let end = ends_at.plus(GRACE);
        assert_eq!(Step::of(ends_at, ends_at), Step::Remind(end));
        assert_eq!(Step::of(ends_at, end), Step::Decide);
    }

    #[test]
    fn what_is_seen_of_somebody_is_coarse() {
        let now = Timestamp::from_millis(0).plus(DAY * 400);
        let ago = |days: u32| Heard::at(Some(now.minus(DAY * days)), now);
        assert_eq!(ago(3), Heard::ThisMonth);
        assert_eq!(ago(60), Heard::ThisQuarter);
        assert_eq!(ago(200), Heard::LongerAgo);
        assert_eq!(Heard::at(None, now), Heard::NotYet);
        assert_eq!(
            [0, 3, 4].map(Frequency::times),
            [Frequency::Never, Frequency::Sometimes, Frequency::Often]
        );
    }

    #[test]
    fn a_rest_ends_on_a_day_to_come_or_when_it_is_taken_back() {
        let now = Timestamp::from_millis(0);
        assert!(check_rest(None, now).is_ok());
        assert!(check_rest(Some(now), now).is_err());
        assert!(check_rest(Some(now.plus(DAY * 30)), now).is_ok());
        assert!(check_rest(Some(now.plus(DAY * 400)), now).is_err());
    }
}

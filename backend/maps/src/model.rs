//! What a map says. Pure.

use std::collections::HashSet;

use kernel::{Faults, FieldFault, Line, Prose, Timestamp};
use serde::{Deserialize, Serialize};

/// What a position does in a debate that drives people apart, not what anybody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = DebateRole)]
pub enum Role {
    /// Says most sharply what the others are like.
    Pusher,
    /// Has chosen a side, and goes along.
    Joiner,
    /// Has not chosen, and is seldom heard.
    Middle,
    /// Talks with both.
    BridgeBuilder,
    /// Is given the blame by both.
    Scapegoat,
}

/// On which side of the debate it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = DebateSide)]
pub enum Side {
    One,
    Other,
    /// On neither.
    Between,
}

impl Role {
    /// Who pushes or goes along has a side; of the others that is just the point.
    const fn has_side(self) -> bool {
        matches!(self, Self::Pusher | Self::Joiner)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = RiskDegree)]
pub enum Degree {
    Small,
    Fair,
    Large,
}

/// What may go wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = PositionRisk)]
pub struct Risk {
    pub words: String,
    /// How likely it is.
    pub likelihood: Degree,
    /// How bad it would be.
    pub impact: Degree,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PositionRelationKind)]
pub enum RelationKind {
    /// Backs it.
    Supports,
    /// Is against it.
    Opposes,
    /// Is listened to by it.
    Influences,
    /// Cannot do without it.
    DependsOn,
}

/// What a position has to do with another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = PositionRelation)]
pub struct Relation {
    /// The number of the other one.
    pub to: u16,
    pub kind: RelationKind,
}

/// A group or organisation as a position in the debate; never a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = DebatePosition)]
pub struct Position {
    /// Names it within this map.
    pub number: u16,
    pub name: String,
    pub role: Role,
    pub side: Side,
    /// What it is after.
    #[serde(default)]
    pub interests: String,
    /// What it needs to stay in conversation.
    #[serde(default)]
    pub needs: String,
    #[serde(default)]
    pub risk: Option<Risk>,
    #[serde(default)]
    pub relations: Vec<Relation>,
}

/// What a map says, as it is typed or parsed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = ActorMapText)]
pub struct MapText {
    /// What people disagree about, in one sentence.
    pub subject: String,
    /// What those say who stand at one end.
    pub one: String,
    /// What those say who stand at the other end.
    pub other: String,
    /// What one may ask of the middle; may be empty.
    #[serde(default)]
    pub question: String,
    pub positions: Vec<Position>,
}

/// More than this nobody reads in one picture.
const MOST: usize = 24;
const MOST_RELATIONS: usize = 8;

impl MapText {
    /// All faults at once; the pointers start at the form's `text`.
    pub fn parse(self) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Faults::default();
        let subject = line(&mut faults, "/text/subject", &self.subject);
        let one = line(&mut faults, "/text/one", &self.one);
        let other = line(&mut faults, "/text/other", &self.other);
        let question = optional(&mut faults, "/text/question", &self.question);
        if self.positions.len() > MOST {
            faults.refuse("/text/positions", "list.too-long");
        }
        let numbers: HashSet<u16> = self.positions.iter().map(|one| one.number).collect();
        if numbers.len() < self.positions.len() {
            faults.refuse("/text/positions", "map.number-twice");
        }
        let positions = self.positions.into_iter().take(MOST).enumerate();
        let positions = positions.map(|(at, one)| parsed(&mut faults, at, one, &numbers));
        let positions = positions.collect();
        let text = Self {
            subject,
            one,
            other,
            question,
            positions,
        };
        faults.finish(Some(text))
    }
}

fn parsed(faults: &mut Faults, at: usize, raw: Position, numbers: &HashSet<u16>) -> Position {
    let place = |field: &str| format!("/text/positions/{at}/{field}");
    if raw.role.has_side() == (raw.side == Side::Between) {
        faults.refuse(place("side"), "map.side");
    }
    let strange = |it: &Relation| it.to == raw.number || !numbers.contains(&it.to);
    if raw.relations.iter().any(strange) {
        faults.refuse(place("relations"), "map.relation");
    }
    if raw.relations.len() > MOST_RELATIONS {
        faults.refuse(place("relations"), "list.too-long");
    }
    let risk = raw.risk.map(|risk| Risk {
        words: prose(faults, &place("risk/words"), &risk.words),
        ..risk
    });
    Position {
        name: line(faults, &place("name"), &raw.name),
        interests: optional(faults, &place("interests"), &raw.interests),
        needs: optional(faults, &place("needs"), &raw.needs),
        risk,
        ..raw
    }
}

fn line(faults: &mut Faults, pointer: &str, raw: &str) -> String {
    let parsed = faults.take(pointer, Line::<120>::parse(raw));
    parsed.map(Line::into_string).unwrap_or_default()
}

fn prose(faults: &mut Faults, pointer: &str, raw: &str) -> String {
    let parsed = faults.take(pointer, Prose::<600>::parse(raw));
    parsed.map(Prose::into_string).unwrap_or_default()
}

fn optional(faults: &mut Faults, pointer: &str, raw: &str) -> String {
    let parsed = faults.take_optional(pointer, Some(raw), Prose::<600>::parse);
    parsed.map(Prose::into_string).unwrap_or_default()
}

/// A map as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    pub text: MapText,
    pub shown: bool,
    pub version: i64,
    pub changed_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(number: u16, role: Role, side: Side) -> Position {
        Position {
            number,
            name: "Bewoners".to_owned(),
            role,
            side,
            interests: String::new(),
            needs: " ".to_owned(),
            risk: None,
            relations: Vec::new(),
        }
    }

    fn map(positions: Vec<Position>) -> MapText {
        MapText {
            subject: "Een hek om het plein".to_owned(),
            one: "Het moet dicht".to_owned(),
            other: "Het blijft open".to_owned(),
            question: String::new(),
            positions,
        }
    }

    fn pointers(text: MapText) -> Vec<String> {
        let faults = text.parse().err().unwrap_or_default();
        faults.into_iter().map(|fault| fault.pointer).collect()
    }

    #[test]
    fn who_pushes_or_goes_along_has_a_side_and_the_others_have_none() {
        for (role, side, is_right) in [
            (Role::Pusher, Side::One, true),
            (Role::Joiner, Side::Between, false),
            (Role::Middle, Side::Between, true),
            (Role::BridgeBuilder, Side::Other, false),
            (Role::Scapegoat, Side::Between, true),
        ] {
            let parsed = map(vec![position(1, role, side)]).parse();
            assert_eq!(parsed.is_ok(), is_right, "{role:?} {side:?}");
        }
    }

    #[test]
    fn every_fault_is_told_with_its_place() {
        let mut lost = position(1, Role::Middle, Side::Between);
        lost.relations = vec![Relation {
            to: 7,
            kind: RelationKind::Supports,
        }];
        lost.risk = Some(Risk {
            words: String::new(),
            likelihood: Degree::Small,
            impact: Degree::Large,
        });
        let mut text = map(vec![lost, position(1, Role::Middle, Side::Between)]);
        text.subject = String::new();
        assert_eq!(
            pointers(text),
            [
                "/text/subject",
                "/text/positions",
                "/text/positions/0/relations",
                "/text/positions/0/risk/words"
            ]
        );
    }

    #[test]
    fn a_position_has_to_do_with_others_only() {
        let mut own = position(1, Role::Middle, Side::Between);
        own.relations = vec![Relation {
            to: 1,
            kind: RelationKind::Opposes,
        }];
        assert_eq!(pointers(map(vec![own])), ["/text/positions/0/relations"]);
        let many = (0..30).map(|number| position(number, Role::Middle, Side::Between));
        assert_eq!(pointers(map(many.collect())), ["/text/positions"]);
    }
}

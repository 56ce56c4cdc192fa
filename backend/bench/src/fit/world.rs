//! Five thousand people who tell of themselves as people do, and forty issues of which it is known who fits them.
//!
//! What somebody really knows, and where they live, is decided first: that says whom an issue needs. What they show of
//! it is noisy: something is left out, told in wider words, or claimed. A ranker sees what is shown and the text of an
//! issue, and nothing else. The same in every run; who fits whom is kept in `labels.txt`.

#![expect(
    clippy::indexing_slicing,
    reason = "numbers of this world's own words and people"
)]

use kernel::{PersonId, TermId};
use people::FacetKind;
use platform::taxonomy::{Term, TermKind};
use uuid::Uuid;

use crate::words::Dice;

pub const PEOPLE: usize = 5_000;
pub const ISSUES: usize = 40;
const PROVINCES: usize = 12;
const TOWNS: usize = 5;

/// A wider word, and under it what people know, each with another word for it.
const EXPERTISE: [(&str, [(&str, &str); 3]); 8] = [
    (
        "Zorg",
        [
            ("Wijkverpleging", "thuiszorg"),
            ("Verslavingszorg", "ontwenning"),
            ("Jeugdzorg", "jeugdhulp"),
        ],
    ),
    (
        "Onderwijs",
        [
            ("Mentoraat", "klassenmentor"),
            ("Speciaal onderwijs", "passend onderwijs"),
            ("Ouderbetrokkenheid", "oudercontact"),
        ],
    ),
    (
        "Veiligheid",
        [
            ("Wijkpolitie", "wijkagent"),
            ("Toezicht", "handhaving"),
            ("Nazorg", "terugkeer na detentie"),
        ],
    ),
    (
        "Wonen",
        [
            ("Huurrecht", "huurdersrecht"),
            ("Buurtbemiddeling", "burenruzie"),
            ("Woningtoewijzing", "woonruimteverdeling"),
        ],
    ),
    (
        "Geld",
        [
            ("Schuldhulp", "schuldsanering"),
            ("Uitkeringen", "bijstand"),
            ("Armoedebestrijding", "minimabeleid"),
        ],
    ),
    (
        "Samenleven",
        [
            ("Tolken", "vertaling"),
            ("Dialoog", "gespreksvoering"),
            ("Burgerinitiatief", "bewonersinitiatief"),
        ],
    ),
    (
        "Werk",
        [
            ("Reintegratie", "terug naar werk"),
            ("Arbeidsmigratie", "uitzendwerk"),
            ("Vakonderwijs", "leerbedrijf"),
        ],
    ),
    (
        "Communicatie",
        [
            ("Persvoorlichting", "woordvoering"),
            ("Desinformatie", "nepnieuws"),
            ("Sociale media", "onlinegroepen"),
        ],
    ),
];
const THEMES: [&str; 10] = [
    "Jongeren op straat",
    "Opvang",
    "Samenleven in de buurt",
    "Armoede",
    "Online onrust",
    "Landbouw en natuur",
    "Woningnood",
    "Inburgering",
    "Uitgaan",
    "Vertrouwen in de overheid",
];
/// What people have lived through, as an issue asks for it: it names no term.
const LIVED: [&str; 6] = [
    "Was erbij toen het misging.",
    "Woont er langer dan tien jaar.",
    "Komt er elke dag langs.",
    "Heeft er eerder over gepraat en werd niet gehoord.",
    "Kent de mensen om wie het gaat.",
    "Heeft zelf een keer om hulp gevraagd.",
];

/// Somebody who opted in.
pub struct Someone {
    pub id: PersonId,
    pub shows: Vec<(TermId, FacetKind)>,
    /// How often they were asked before.
    pub asked: i64,
    knows: Vec<usize>,
    town: usize,
}

/// An issue, as a ranker may read it.
pub struct Call {
    pub words: String,
    pub own: Vec<TermId>,
    /// The perspectives that are still wanted.
    pub missing: Vec<String>,
    /// Whom it needs: for each perspective the people who fit it, by number.
    pub fits: Vec<Vec<usize>>,
}

pub struct World {
    pub terms: Vec<Term>,
    pub people: Vec<Someone>,
    pub calls: Vec<Call>,
}

impl World {
    pub fn make() -> Self {
        let mut dice = Dice::new(20_261_127);
        let terms = terms();
        let people: Vec<Someone> = (0..PEOPLE).map(|n| someone(n, &mut dice)).collect();
        let calls = (0..ISSUES).map(|_| call(&people, &mut dice)).collect();
        Self {
            terms,
            people,
            calls,
        }
    }
}

fn id(kind: u128, number: usize) -> Uuid {
    Uuid::from_u128((kind << 64) | u128::try_from(number).unwrap_or(0))
}
fn group(number: usize) -> TermId {
    id(1, number).into()
}
fn expertise(number: usize) -> TermId {
    id(2, number).into()
}
fn theme(number: usize) -> TermId {
    id(3, number).into()
}
fn province(number: usize) -> TermId {
    id(4, number).into()
}
fn town(number: usize) -> TermId {
    id(5, number).into()
}

fn term(id: TermId, kind: TermKind, name: &str, other: &str, parent: Option<TermId>) -> Term {
    Term {
        id,
        kind,
        key: name.to_lowercase(),
        name_nl: name.to_owned(),
        name_en: String::new(),
        synonyms: Some(other.to_owned())
            .filter(|it| !it.is_empty())
            .into_iter()
            .collect(),
        parent,
    }
}

fn terms() -> Vec<Term> {
    let mut all = Vec::new();
    for (place, (wide, narrow)) in EXPERTISE.iter().enumerate() {
        all.push(term(group(place), TermKind::Expertise, wide, "", None));
        for (within, (name, other)) in narrow.iter().enumerate() {
            let number = place * narrow.len() + within;
            all.push(term(
                expertise(number),
                TermKind::Expertise,
                name,
                other,
                Some(group(place)),
            ));
        }
    }
    for (place, name) in THEMES.iter().enumerate() {
        all.push(term(theme(place), TermKind::Theme, name, "", None));
    }
    for place in 0..PROVINCES {
        all.push(term(
            province(place),
            TermKind::Region,
            &format!("Provincie {place}"),
            "",
            None,
        ));
        for within in 0..TOWNS {
            let number = place * TOWNS + within;
            all.push(term(
                town(number),
                TermKind::Region,
                &format!("Gemeente {number}"),
                "",
                Some(province(place)),
            ));
        }
    }
    all
}

const NARROW: usize = 3;
const KNOWN: usize = EXPERTISE.len() * NARROW;

fn someone(number: usize, dice: &mut Dice) -> Someone {
    let chance = |dice: &mut Dice, percent: usize| dice.roll(100) < percent;
    let mut knows: Vec<usize> = (0..=dice.roll(3)).map(|_| dice.roll(KNOWN)).collect();
    knows.sort_unstable();
    knows.dedup();
    let home = dice.roll(PROVINCES * TOWNS);
    let mut shows = Vec::new();
    for known in &knows {
        if chance(dice, 70) {
            shows.push((expertise(*known), FacetKind::Expertise));
        } else if chance(dice, 60) {
            shows.push((group(known / NARROW), FacetKind::Expertise));
        }
    }
    if chance(dice, 15) {
        shows.push((expertise(dice.roll(KNOWN)), FacetKind::Expertise));
    }
    for _ in 0..dice.roll(4) {
        shows.push((theme(dice.roll(THEMES.len())), FacetKind::Interest));
    }
    match dice.roll(100) {
        ..60 => shows.push((town(home), FacetKind::Region)),
        60..84 => shows.push((province(home / TOWNS), FacetKind::Region)),
        _ => {}
    }
    shows.sort_by_key(|(term, _)| *term);
    shows.dedup();
    // Who tells more was found more often.
    let asked = if chance(dice, 30) {
        dice.roll(shows.len() + 1)
    } else {
        0
    };
    Someone {
        id: id(6, number).into(),
        shows,
        asked: i64::try_from(asked).unwrap_or(0),
        knows,
        town: home,
    }
}

fn call(people: &[Someone], dice: &mut Dice) -> Call {
    let about = dice.roll(THEMES.len());
    let place = dice.roll(PROVINCES * TOWNS);
    let wide = dice.roll(2) == 0;
    let region = if wide {
        province(place / TOWNS)
    } else {
        town(place)
    };
    let mut needs: Vec<usize> = Vec::new();
    while needs.len() < 3 {
        let need = dice.roll(KNOWN);
        if !needs.contains(&need) {
            needs.push(need);
        }
    }
    let missing = needs.iter().map(|need| perspective(*need, dice)).collect();
    let fits = |need: &usize| {
        let fitting = |one: &Someone| one.knows.contains(need) && one.town / TOWNS == place / TOWNS;
        let numbered = people.iter().enumerate();
        numbered
            .filter(|(_, one)| fitting(one))
            .map(|(number, _)| number)
            .collect()
    };
    Call {
        words: format!(
            "{} in onze gemeente. Wat kunnen we samen doen?",
            THEMES[about]
        ),
        own: vec![theme(about), region],
        fits: needs.iter().map(fits).collect(),
        missing,
    }
}

/// Mostly it names what it needs, by one word or the other; sometimes it names something else as well.
fn perspective(need: usize, dice: &mut Dice) -> String {
    let word = |number: usize, dice: &mut Dice| {
        let (name, other) = EXPERTISE[number / NARROW].1[number % NARROW];
        if dice.roll(2) == 0 { name } else { other }
    };
    let who = match dice.roll(10) {
        0 => "Iemand uit de praktijk.".to_owned(),
        1 => format!("Iemand uit {}.", EXPERTISE[need / NARROW].0),
        _ => format!("Iemand van {}.", word(need, dice)),
    };
    let lived = LIVED[dice.roll(LIVED.len())];
    if dice.roll(5) == 0 {
        format!("{who} {lived} Niet van {}.", word(dice.roll(KNOWN), dice))
    } else {
        format!("{who} {lived}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who fits what, one line for each perspective of each issue.
    fn labels(world: &World) -> String {
        let line = |(issue, perspective, fits): (usize, usize, &Vec<usize>)| {
            let fits: Vec<String> = fits.iter().map(usize::to_string).collect();
            format!("{issue} {perspective}: {}\n", fits.join(" "))
        };
        let calls = world.calls.iter().enumerate();
        calls
            .flat_map(|(issue, call)| (0..).zip(&call.fits).map(move |(n, fits)| (issue, n, fits)))
            .map(line)
            .collect()
    }

    #[test]
    fn who_fits_is_what_was_kept() {
        assert!(
            labels(&World::make()) == include_str!("labels.txt"),
            "labels.txt is of another world"
        );
    }

    #[test]
    fn somebody_fits_every_perspective_and_most_people_none() {
        let world = World::make();
        for call in &world.calls {
            let fitting: usize = call.fits.iter().map(Vec::len).sum();
            assert!(call.fits.iter().all(|fits| !fits.is_empty()));
            assert!(fitting < PEOPLE / 10, "{fitting}");
        }
    }
}

//! Questions as people ask them, with what must come first and what must not come at all.

use super::*;

const CORPUS: &[(&str, &str)] = &[
    (
        "Jongeren aan het woord over wonen",
        "Veel jongeren vinden geen betaalbare woning. Starters wachten jaren op een huis.",
    ),
    (
        "Samen tegen wateroverlast",
        "Na de hoosbuien van deze zomer stonden kelders en straten in de Vogelbuurt blank.",
    ),
    (
        "Eenzaamheid onder ouderen",
        "De huisarts en de wijkverpleging zien dat oudere bewoners weinig mensen spreken.",
    ),
    (
        "Coöperatie voor buurtenergie",
        "Bewoners willen samen zonnepanelen op de daken van scholen leggen.",
    ),
    (
        "Mantelzorg en werk",
        "Werkgevers weten vaak niet dat een medewerker voor een zieke ouder zorgt.",
    ),
    (
        "Taal en meedoen",
        "Nieuwkomers leren Nederlands op de werkvloer; taalcoaches helpen.",
    ),
    (
        "Veilig naar school",
        "Ouders brengen hun kinderen met de auto, daardoor is het bij het schoolplein druk en onveilig.",
    ),
    (
        "Schulden vroeg zien",
        "Wie de huur niet betaalt, krijgt bezoek van een vrijwilliger voordat de deurwaarder komt.",
    ),
    (
        "Leden van de wijkraad gezocht",
        "De gemeenten in de regio zoeken mensen met ideeën voor inspraak.",
    ),
    (
        "Moskee, kerk en buurthuis",
        "Religieuze organisaties vangen mensen op die nergens anders terechtkunnen.",
    ),
    (
        "Discriminatie op de arbeidsmarkt",
        "Een achternaam mag niet bepalen of iemand op gesprek mag komen.",
    ),
    (
        "Groen in de straat",
        "Geveltuintjes, bomen en minder stenen houden de stad koel bij hitte.",
    ),
    (
        "Digitale overheid voor iedereen",
        "Formulieren zijn te moeilijk. Een loket met een mens erachter helpt.",
    ),
    (
        "Jeugdzorg dichtbij",
        "Gezinnen wachten te lang op hulp; de kinderrechter slaat alarm.",
    ),
    (
        "Learning from our neighbours",
        "Policies that work in other cities: a study of housing and loneliness.",
    ),
    (
        "Vergaderen zonder jargon",
        "De gemeenteraad nam in 2026 een besluit over begrijpelijke stukken.",
    ),
];

/// The question, the number of the document that comes first, and documents that must not be there.
const JUDGED: &[(&str, usize, &[usize])] = &[
    // As it stands.
    ("jongeren wonen", 1, &[2, 12]),
    ("wateroverlast", 2, &[1, 3]),
    ("mantelzorg", 5, &[14]),
    ("eenzaamheid ouderen", 3, &[]),
    ("discriminatie arbeidsmarkt", 11, &[5]),
    // Another form of the word.
    ("huizen", 1, &[8]),
    ("woningen voor starters", 1, &[]),
    ("energiecoöperaties coöperaties", 4, &[]),
    ("gemeente inspraak", 9, &[]),
    ("lid wijkraad", 9, &[]),
    ("idee", 9, &[13]),
    ("vergadering", 16, &[9]),
    ("besluiten gemeenteraad", 16, &[]),
    ("werkgever", 5, &[]),
    ("straat", 12, &[]),
    ("boom", 12, &[]),
    ("schuld", 8, &[7]),
    ("zonnepaneel", 4, &[]),
    ("kind school", 7, &[]),
    ("formulier", 13, &[]),
    ("vrijwilligers", 8, &[]),
    // Without accents, with capitals.
    ("COOPERATIE", 4, &[]),
    ("ideeen", 9, &[]),
    // A part of the word.
    ("jeugd", 14, &[]),
    ("wijkverpl", 3, &[]),
    ("discrim", 11, &[]),
    ("taalco", 6, &[]),
    // One letter wrong.
    ("eenzaamhied", 3, &[1]),
    ("wateroverlats", 2, &[]),
    ("mantelzrog", 5, &[]),
    ("jongern", 1, &[]),
    ("discriminatei", 11, &[]),
    ("moske", 10, &[]),
    // A whole sentence, with one word that is nowhere.
    (
        "hoe krijgen we het veiliger bij de school van onze kinderen",
        7,
        &[],
    ),
    ("wat doen we aan hitte in de stad", 12, &[]),
    ("wachten op hulp voor gezinnen", 14, &[]),
    // English.
    ("neighbour", 15, &[]),
    ("housing policy", 15, &[]),
    // A number.
    ("2026", 16, &[1]),
    // Signs that mean something elsewhere.
    ("\"groen\" AND (straat", 12, &[]),
    ("title:mantelzorg^9", 5, &[]),
];

#[test]
fn people_find_what_they_ask_for() {
    let (_dir, engine) = engine();
    let documents = (1..)
        .zip(CORPUS)
        .map(|(number, (title, body))| document(number, title, body));
    engine.upsert(documents.collect()).unwrap();
    engine.commit(Timestamp::from_millis(1)).unwrap();
    let mut wrong = Vec::new();
    for (asked, first, absent) in JUDGED {
        let found = found(&engine, asked);
        let holds = |number: &usize| found.contains(&u128::try_from(*number).unwrap());
        if found.first() != Some(&u128::try_from(*first).unwrap()) || absent.iter().any(holds) {
            wrong.push(format!("{asked}: {found:?}, first must be {first}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

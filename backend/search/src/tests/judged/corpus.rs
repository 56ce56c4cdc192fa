//! A small library, written for this test: a name to point at it, a title, and what it says.

pub const CORPUS: &[(&str, &str, &str)] = &[
    (
        "wonen",
        "Jongeren aan het woord over wonen",
        "Veel jongeren vinden geen betaalbare woning. Starters wachten jaren op een huis.",
    ),
    (
        "water",
        "Samen tegen wateroverlast",
        "Na de hoosbuien van deze zomer stonden kelders en straten in de Vogelbuurt blank.",
    ),
    (
        "eenzaam",
        "Eenzaamheid onder ouderen",
        "De huisarts en de wijkverpleging zien dat oudere bewoners weinig mensen spreken.",
    ),
    (
        "energie",
        "Coöperatie voor buurtenergie",
        "Bewoners willen samen zonnepanelen op de daken van scholen leggen.",
    ),
    (
        "mantelzorg",
        "Mantelzorg en werk",
        "Werkgevers weten vaak niet dat een medewerker voor een zieke ouder zorgt.",
    ),
    (
        "taal",
        "Taal en meedoen",
        "Nieuwkomers leren Nederlands op de werkvloer; taalcoaches helpen.",
    ),
    (
        "school",
        "Veilig naar school",
        "Ouders brengen hun kinderen met de auto, daardoor is het bij het schoolplein druk en onveilig.",
    ),
    (
        "schuld",
        "Schulden vroeg zien",
        "Wie de huur niet betaalt, krijgt bezoek van een vrijwilliger voordat de deurwaarder komt.",
    ),
    (
        "wijkraad",
        "Leden van de wijkraad gezocht",
        "De gemeenten in de regio zoeken mensen met ideeën voor inspraak.",
    ),
    (
        "moskee",
        "Moskee, kerk en buurthuis",
        "Religieuze organisaties vangen mensen op die nergens anders terechtkunnen.",
    ),
    (
        "discriminatie",
        "Discriminatie op de arbeidsmarkt",
        "Een achternaam mag niet bepalen of iemand op gesprek mag komen.",
    ),
    (
        "groen",
        "Groen in de straat",
        "Geveltuintjes, bomen en minder stenen houden de stad koel bij hitte.",
    ),
    (
        "digitaal",
        "Digitale overheid voor iedereen",
        "Formulieren zijn te moeilijk. Een loket met een mens erachter helpt.",
    ),
    (
        "jeugdzorg",
        "Jeugdzorg dichtbij",
        "Gezinnen wachten te lang op hulp; de kinderrechter slaat alarm.",
    ),
    (
        "english",
        "Learning from our neighbours",
        "Policies that work in other cities: a study of housing and loneliness.",
    ),
    (
        "jargon",
        "Vergaderen zonder jargon",
        "De gemeenteraad nam in 2026 een besluit over begrijpelijke stukken.",
    ),
    (
        "geluid",
        "Geluidsoverlast van scooters",
        "'s Nachts rijden scooters door de Dorpsstraat. Handhaving komt te laat.",
    ),
    (
        "huur",
        "Sociale huurwoningen in het dorp",
        "De woningcorporatie verkoopt huizen terwijl de wachtlijst groeit.",
    ),
    (
        "speeltuin",
        "Speeltuin de Zandbak blijft open",
        "Vrijwilligers knappen de toestellen op; de gemeente betaalt het zand.",
    ),
    (
        "ov",
        "De bus rijdt niet meer naar de kern",
        "Zonder openbaar vervoer komen ouderen niet bij het ziekenhuis in Zaandam.",
    ),
    (
        "azc",
        "Opvang van vluchtelingen in Ter Apel",
        "Omwonenden en vrijwilligers praten over de nachtopvang en het azc.",
    ),
    (
        "denhaag",
        "Buurtbemiddeling in Den Haag",
        "Bemiddelaars brengen buren met ruzie weer met elkaar in gesprek.",
    ),
    (
        "bosch",
        "Dialoogtafels in 's-Hertogenbosch",
        "Aan de tafels zitten ondernemers, studenten en bewoners van Den Bosch.",
    ),
    (
        "friesland",
        "Fryslân: dorpsbelangen aan zet",
        "Elk dorp maakt een eigen dorpsvisie; de provincie luistert.",
    ),
    (
        "vennep",
        "Jongerencentrum Nieuw-Vennep",
        "De jongerenwerkers openen elke vrijdagavond de deuren.",
    ),
    (
        "laag",
        "Laaggeletterdheid op het spoor",
        "Bibliotheken en taalhuizen bereiken mensen die moeite hebben met lezen.",
    ),
    (
        "voedsel",
        "Voedselbank zoekt ruimte",
        "De rij wordt langer. Een supermarkt biedt een leegstaand pand aan.",
    ),
    (
        "verward",
        "Personen met onbegrepen gedrag",
        "Politie, ggz en wijkagent spreken af wie er eerst gaat.",
    ),
    (
        "armoede",
        "Kinderen in armoede",
        "Eén op de tien kinderen groeit op zonder ontbijt; het kindpakket helpt.",
    ),
    (
        "sport",
        "Sporten voor iedereen",
        "De voetbalclub en de zwemvereniging verlagen hun contributie.",
    ),
    (
        "polarisatie",
        "Omgaan met polarisatie in de klas",
        "Docenten oefenen moeilijke gesprekken over Gaza, geloof en homoseksualiteit.",
    ),
    (
        "keti",
        "Herdenking slavernijverleden en Keti Koti",
        "Suriname en de Caribische gemeenschap herdenken op 1 juli.",
    ),
    (
        "roma",
        "Woonwagenstandplaatsen",
        "Roma en Sinti wachten al jaren op nieuwe standplaatsen.",
    ),
    (
        "dementie",
        "Dementievriendelijke winkels",
        "Winkeliers leren hoe zij klanten met geheugenproblemen helpen.",
    ),
    (
        "drugs",
        "Ondermijning in het buitengebied",
        "Leegstaande schuren trekken criminelen aan; boeren slaan alarm.",
    ),
    (
        "verkeer",
        "Dertig kilometer op de Kerkstraat",
        "Verkeersdrempels en een zebrapad maken oversteken veiliger.",
    ),
    (
        "afval",
        "Zwerfafval rond het station",
        "Prullenbakken zijn vol; scholieren ruimen elke week op.",
    ),
    (
        "inburgering",
        "Inburgeren met een buddy",
        "Statushouders krijgen een maatje dat de weg wijst.",
    ),
    (
        "participatie",
        "Handreiking burgerparticipatie",
        "Zo betrekt u inwoners vroeg: stappenplan, voorbeelden en valkuilen.",
    ),
    (
        "vuurwerk",
        "Oud en nieuw zonder vuurwerk",
        "De buurtvereniging wil een vuurwerkvrije zone en een lichtshow.",
    ),
];

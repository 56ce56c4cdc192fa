# Wat er mis kan gaan, en wat u dan kunt doen. Sleutel: problem-<code met streepjes>.

status-400 = Dit klopt nog niet
status-401 = Meld u eerst aan
status-403 = Dit mag u hier niet doen
status-404 = Niet gevonden
status-405 = Dit kan hier niet
status-409 = Dit botst met iets anders
status-410 = Dit is voorbij
status-412 = Iemand was u voor
status-413 = Te groot
status-415 = Dit soort bestand of bericht kan niet
status-428 = De versie ontbreekt
status-429 = Even wachten
status-431 = Te veel gegevens bij de vraag
status-500 = Er ging iets mis bij ons
status-503 = Even niet bereikbaar
status-507 = De opslag is vol

problem-internal = Er ging iets mis bij ons. Wat u schreef is niet geplaatst. Probeer het over een minuut opnieuw.
problem-unavailable = Het platform is even niet bereikbaar. Wat u schreef blijft bewaard op dit scherm. Probeer het zo opnieuw.
problem-storage-full = De opslag is vol. Wat u schreef blijft bewaard op dit scherm. De beheerder heeft een melding gekregen.
problem-not-found = Deze pagina bestaat niet, of is niet voor u bedoeld.
problem-method-not-allowed = Deze handeling kan niet op deze plek.
problem-session-missing = Meld u aan om verder te gaan. U komt daarna hier terug.
problem-origin-foreign = Dit verzoek kwam van een andere website en is daarom geweigerd.
problem-input-invalid = Controleer de velden die zijn aangegeven.
problem-input-malformed = Het verzoek is niet leesbaar. Stuur geldige JSON in UTF-8.
problem-input-not-json = Stuur de gegevens als JSON (content-type application/json).
problem-input-too-large = Dit is te groot. Maak het korter of deel het op.
problem-field-unknown = Dit veld bestaat niet.
problem-field-missing = Vul dit in.
problem-field-wrong-type = De waarde past niet bij dit veld.
problem-text-empty = Vul dit in.
problem-text-too-long = Deze tekst is te lang. Maak hem korter.
problem-text-control-character = Deze tekst bevat een teken dat niet kan. Typ de tekst opnieuw.
problem-text-not-an-address = Dit is geen e-mailadres. Gebruik de vorm naam@voorbeeld.nl.
problem-header-malformed = Een kop van het verzoek is niet leesbaar.
problem-precondition-required = Stuur mee van welke versie u uitgaat (kop If-Match).
problem-precondition-failed = Iemand anders heeft dit intussen gewijzigd. Vergelijk beide versies en sla daarna opnieuw op.
problem-cursor-invalid = Deze plek in de lijst bestaat niet meer. Begin weer bij het begin van de lijst.
problem-limit-too-many = U doet dit te vaak achter elkaar. Wacht even en probeer het dan opnieuw.
problem-idempotency-other = Deze sleutel is al gebruikt voor iets anders. Gebruik een nieuwe.

problem-tenant-not-found = Deze organisatie bestaat niet op dit platform.
problem-tenant-forbidden = Alleen een eigenaar van de organisatie mag dit.
problem-tenant-taken = Deze naam in het webadres is al in gebruik. Kies een andere.
problem-tenant-colour-not-a-colour = Dit is geen kleur. Gebruik de vorm #154273.
problem-tenant-colour-too-light = Witte tekst is op deze kleur niet goed te lezen. Kies een donkerder kleur.

problem-issue-not-found = Deze opgave bestaat niet, of is niet voor u bedoeld.
problem-issue-forbidden = Dit mag u bij deze opgave niet doen.
problem-issue-no-such-step = Deze stap kan nu niet. Misschien heeft iemand anders de opgave net gewijzigd. Ververs de pagina.
problem-issue-reason-missing = Schrijf waarom. De mensen die het aangaat lezen dit.
problem-issue-last-facilitator = U bent de enige gespreksleider. Vraag eerst iemand anders om gespreksleider te worden.
problem-issue-perspectives-missing = Noem ten minste één perspectief dat nodig is.
problem-list-too-long = Dit zijn er te veel. Haal er een paar weg.
problem-number-out-of-range = Kies een getal van 1 tot en met 99.

problem-thread-not-found = Dit gesprek bestaat niet, of is niet voor u bedoeld.
problem-thread-forbidden = In dit gesprek kunt u alleen meelezen.
problem-thread-closed = In deze opgave wordt nu niet gepraat. U kunt alles nog lezen.
problem-post-not-found = Deze bijdrage bestaat niet (meer), of is niet voor u bedoeld.
problem-draft-not-found = Er is geen concept bewaard.

problem-identity-code-wrong = Deze code klopt niet. Kijk nog eens in de laatste mail, of vraag een nieuwe code aan.
problem-identity-code-expired = Deze code of link is verlopen of al gebruikt. Vraag een nieuwe aan.
problem-identity-session-not-found = Deze aanmelding bestaat niet meer.

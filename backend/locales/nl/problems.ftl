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
problem-storage-unavailable = De bestanden zijn nu niet bereikbaar. Wat u schreef blijft staan. Probeer het over een minuut opnieuw.
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
problem-text-not-an-address = Dit is geen e‑mailadres. Gebruik de vorm naam@voorbeeld.nl.
problem-header-malformed = Een kop van het verzoek is niet leesbaar.
problem-precondition-required = Stuur mee van welke versie u uitgaat (kop If-Match).
problem-precondition-failed = Iemand anders heeft dit intussen gewijzigd. Vergelijk beide versies en sla daarna opnieuw op.
problem-cursor-invalid = Deze plek in de lijst bestaat niet meer. Begin weer bij het begin van de lijst.
limit-wait-seconds = { $count ->
    [one] U doet dit te vaak achter elkaar. Probeer het over 1 seconde opnieuw.
   *[other] U doet dit te vaak achter elkaar. Probeer het over { $count } seconden opnieuw.
}
limit-wait-minutes = { $count ->
    [one] U doet dit te vaak achter elkaar. Probeer het over 1 minuut opnieuw.
   *[other] U doet dit te vaak achter elkaar. Probeer het over { $count } minuten opnieuw.
}
problem-limit-too-many = U doet dit te vaak achter elkaar. Wacht even en probeer het dan opnieuw.
problem-idempotency-other = Deze sleutel is al gebruikt voor iets anders. Gebruik een nieuwe.

problem-tenant-not-found = Deze organisatie bestaat niet op dit platform.
problem-tenant-forbidden = Alleen een eigenaar van de organisatie mag dit.
problem-tenant-taken = Deze naam in het webadres is al in gebruik. Kies een andere.
problem-tenant-colour-not-a-colour = Dit is geen kleur. Gebruik de vorm #154273.
problem-tenant-colour-too-light = Witte tekst is op deze kleur niet goed te lezen. Kies een donkerder kleur.
problem-tenant-term-taken = Dit woord is er al.

problem-issue-not-found = Deze opgave bestaat niet, of is niet voor u bedoeld.
problem-issue-forbidden = Dit mag u bij deze opgave niet doen.
problem-issue-no-such-step = Deze stap kan nu niet. Misschien heeft iemand anders de opgave net gewijzigd. Ververs de pagina.
problem-issue-reason-missing = Schrijf waarom. De mensen die het aangaat lezen dit.
problem-issue-last-facilitator = U bent de enige gespreksleider. Vraag eerst iemand anders om gespreksleider te worden.
problem-issue-why-one-missing = U vraagt één groep. Schrijf waarom u alleen die groep vraagt. Wie u vraagt, leest dit.
problem-issue-template-not-found = Deze samenstelling bestaat niet meer.
problem-issue-template-too-many = Uw organisatie bewaart al vijftig samenstellingen. Verwijder er eerst een.
problem-issue-template-name-taken = Zo heet al een andere samenstelling. Kies een andere naam.
problem-briefing-not-found = Dit staat niet meer op de lijst.
problem-briefing-too-many = Er staan al twintig namen op de lijst. Haal er eerst een weg.
problem-briefing-not-yet = Deze dag moet nog komen. Kies de dag waarop het is verteld.
problem-evaluation-until = Kies een dag vanaf morgen, binnen zestig dagen.
problem-evaluation-over = Er wordt nu niet meer om een oordeel gevraagd.
problem-agreement-changed = De afspraak is intussen veranderd. Lees haar nog eens.
problem-agreement-ends-before = Kies een dag die nog moet komen.
problem-sheet-columns = Er staat te veel in de lijst. Zet alleen e-mailadressen in de eerste kolom en een taal (nl of en) in de tweede, en haal de andere kolommen weg.
problem-sheet-too-long = Er staan te veel regels in de lijst. Vraag hoogstens tweehonderd mensen tegelijk.
problem-sheet-broken = Wij kunnen deze lijst niet lezen. Bewaar haar opnieuw als CSV, of plak de adressen hier.
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
problem-identity-password-wrong = Dit e‑mailadres en wachtwoord horen niet bij elkaar. Probeer het opnieuw, of meld u aan met een code.
problem-identity-current-wrong = Dit is niet uw wachtwoord van nu. Weet u het niet meer? Meld u opnieuw aan met een code en kies dan een nieuw wachtwoord.
problem-identity-proof-needed = Voor de zekerheid: meld u opnieuw aan. Daarna kunt u een kwartier lang uw wachtwoord wijzigen.
problem-identity-password-too-short = Gebruik ten minste 12 tekens. Een paar losse woorden achter elkaar werkt goed.
problem-identity-password-too-long = Gebruik ten hoogste 128 tekens.
problem-identity-password-too-easy = Dit wachtwoord is te makkelijk te raden. Zet er een paar woorden bij die niets met elkaar of met u te maken hebben.
problem-identity-password-common = Dit wachtwoord gebruiken veel mensen. Kies iets anders, bijvoorbeeld vier losse woorden.
problem-identity-password-pattern = Rijtjes en herhalingen zijn makkelijk te raden. Kies iets anders, bijvoorbeeld vier losse woorden.
problem-identity-password-date = Een datum of jaartal is makkelijk te raden. Kies iets anders, bijvoorbeeld vier losse woorden.
problem-identity-password-name = Een naam is makkelijk te raden. Kies iets anders, bijvoorbeeld vier losse woorden.
problem-identity-address-not-found = Dit adres staat niet (meer) bij uw gegevens.
problem-identity-address-taken = Dit adres hoort al bij iemand anders. Meld u aan met dit adres als u dat zelf bent.
problem-identity-address-primary = Naar dit adres gaan uw mails. Kies eerst een ander adres daarvoor. Daarna kunt u dit adres weghalen.
problem-identity-address-unverified = Bevestig dit adres eerst met de code die u per mail kreeg.
problem-identity-too-many-addresses = U hebt al tien adressen. Haal er eerst een weg.

problem-file-not-found = Dit bestand bestaat niet (meer), of is niet voor u bedoeld.
problem-file-forbidden = Alleen redacteuren van de organisatie voegen bestanden toe.
problem-file-form-malformed = Het bestand kwam niet goed aan. Probeer het opnieuw.
problem-file-too-large = Dit bestand is te groot. Een bestand mag hoogstens 20 MB zijn.
problem-file-type-refused = Dit soort bestand kan niet. Kies een PDF, een ODT, een DOCX of een foto (PNG, JPEG of WebP).
problem-file-damaged = Dit bestand is beschadigd of niet af. Open het op uw eigen apparaat, sla het opnieuw op en probeer het nog eens.
problem-file-unpacks-too-large = In dit bestand zit veel meer dan het lijkt. Daarom kan het niet. Maak er een PDF van.
problem-file-too-many-pixels = Deze foto is te groot. Maak hem kleiner dan 12.000 beeldpunten per kant.

problem-outcome-not-found = Bij deze opgave is nog geen terugkoppeling.
problem-outcome-heard-missing = Schrijf ten minste één ding op dat u hoorde.
problem-outcome-done-missing = Schrijf op wat er met de bijdragen gebeurt, of wat er niet gebeurt en waarom.
problem-outcome-you-can-missing = Schrijf op wat mensen nu zelf kunnen doen.
problem-outcome-why-missing = Schrijf waarom dit niet gebeurt.
problem-outcome-review-not-in-future = Kies een dag in de toekomst waarop u weer kijkt.
problem-outcome-consent-needed = Gebruikt u woorden uit een vertrouwd gesprek? Geef dan aan dat de schrijvers dat goed vinden.
problem-product-not-found = Dit kennisproduct bestaat niet, of is niet voor u bedoeld.
problem-product-body-missing = Schrijf een tekst of voeg een bestand toe.
problem-product-alt-missing = Beschrijf in woorden wat er op deze afbeelding staat.
problem-result-forbidden = Dit mag u hier niet doen. U kunt wel lezen.
problem-result-unfinished = Dit is nog niet af. Vul aan wat is aangegeven.
problem-result-no-such-step = Deze stap kan nu niet. Misschien was iemand u voor. Ververs de pagina.

problem-follow-not-found = U volgt dit niet (meer).
problem-follow-term-not-found = Dit thema of deze regio bestaat niet.
problem-unsubscribe-wrong = Deze link om u af te melden klopt niet. Kopieer de hele link uit de mail, of meld u aan en kies bij Mail en meldingen welke mails u krijgt.
problem-preference-hour = Kies een uur van 0 tot en met 23.
problem-preference-weekday = Kies een dag van de week: 1 is maandag, 7 is zondag.

problem-member-not-found = Deze persoon is hier geen lid (meer).
problem-member-forbidden = Alleen een eigenaar van de organisatie ziet de leden en geeft rollen.
problem-member-last-owner = Dit is de enige eigenaar. Maak eerst iemand anders eigenaar.
problem-member-end-in-the-past = Kies een dag die nog moet komen.
problem-availability-out-of-range = Kies een getal van 0 tot en met 31.
problem-language-unknown = Deze taal staat niet in de lijst. Kies een taal uit de lijst.
problem-term-unknown = Dit woord staat niet in de lijst van deze organisatie. Kies een ander.

problem-invitation-not-found = Deze uitnodiging bestaat niet. Kijk of u de hele link uit de mail hebt geopend.
problem-invitation-ended = Deze uitnodiging is voorbij. Vraag wie u uitnodigde om een nieuwe.
problem-invitation-other-address = Deze uitnodiging is voor een ander e‑mailadres. Meld u aan met het adres waarop u de uitnodiging kreeg, of voeg dat adres toe bij uw instellingen.
problem-invitation-answered = Deze uitnodiging is al beantwoord.
problem-invitation-already-invited = Dit adres heeft al een uitnodiging die nog openstaat.
problem-invitation-never-again = Op dit adres wil men geen uitnodigingen meer krijgen.
problem-invitation-forbidden = U kunt hier niemand uitnodigen.
problem-invitation-no-such-perspective = Dit perspectief hoort niet bij deze opgave. Kies een ander, of geen.
problem-invitation-no-member = U kunt alleen spreken namens een organisatie waar u lid van bent. Kies een van uw organisaties.
problem-hand-not-found = Deze aanmelding is er niet (meer).
problem-hand-answered = Dit is intussen beantwoord of veranderd. Laad de pagina opnieuw om te zien hoe het staat.
problem-nomination-not-found = Deze voordracht is er niet.
problem-nomination-ended = Deze vraag is beantwoord of voorbij. U hoeft niets te doen.
problem-nomination-other-address = U bent aangemeld met een ander adres. Laat een code sturen naar het adres waarop u de mail kreeg.
problem-nomination-forbidden = U kunt hier nu niemand voordragen.
problem-nomination-nobody = Deze persoon kunt u niet voordragen. Zoek opnieuw, of vul een e‑mailadres in.
problem-nomination-request-not-found = Dit verzoek is er niet (meer).
problem-nomination-request-already-asked = Dit netwerk is al gevraagd voor deze opgave.
problem-nomination-request-answered = Dit verzoek is al beantwoord.
problem-contact-not-found = Dit contactverzoek is er niet (meer).
problem-contact-already-asked = U vroeg deze persoon al om contact. U kunt het later opnieuw vragen.
problem-contact-forbidden = U kunt hier niet om contact vragen.
problem-contact-nobody = Deze persoon kunt u niet om contact vragen.
problem-contact-issue-not-shared = Kies een opgave of netwerk dat u allebei mag lezen, of laat dit leeg.
problem-wave-not-found = Deze lijst is er niet (meer), of is niet van u.
problem-wave-runs = U vraagt voor deze opgave al mensen in golven. Zet nieuwe mensen achteraan in die lijst.
problem-wave-changed = Deze lijst is net veranderd. Laad de pagina opnieuw.
problem-wave-ended = Deze lijst is klaar. Begin een nieuwe.
problem-wave-filled = Alles wat nodig is, is vervuld. Vul in bij hoeveel keer ja u wilt stoppen.
problem-wave-size = Vraag 1 tot en met 20 mensen tegelijk.
problem-wave-wait = Wacht 2 tot en met 28 dagen.
problem-hall-link-not-found = Deze zaallink bestaat niet, of klopt niet helemaal.
problem-hall-link-ended = Deze zaallink is voorbij. Vraag wie de opgave begeleidt om een uitnodiging.
problem-hall-link-full = Deze zaallink is vol. Vraag wie de opgave begeleidt of er nog plek is.
problem-hall-link-rests = De opgave ligt nu even stil. Probeer het later opnieuw.
problem-hall-link-asks = Schrijf eerst waarom u wilt meedoen. U krijgt binnen twee weken antwoord.
problem-hall-link-too-many = Bij deze opgave staan al vijf zaallinks open. Sluit er eerst een.
problem-hall-link-limit = Kies een getal van 10 tot en met 150.
problem-hall-link-end = Kies een moment dat nog komt, hoogstens 31 dagen vooruit.

problem-search-unavailable = Zoeken lukt nu even niet. Al het andere werkt gewoon. Probeer het over een halve minuut opnieuw.
problem-network-not-found = Dit netwerk bestaat niet, of u kunt het niet zien.
problem-network-forbidden = U kunt dit niet doen in dit netwerk.
problem-network-rules-changed = De huisregels zijn intussen weer veranderd. Lees ze nog eens.
problem-network-orientation-over = Dit kan niet meer veranderd worden. Laad de pagina opnieuw om te zien hoe het nu is.
problem-network-rest-until = Kies een dag na vandaag, hoogstens een jaar vooruit.
problem-network-rules-first = Ga eerst akkoord met de huisregels, zoals ze nu zijn.
problem-invitation-until = Kies een dag die nog komt, hoogstens een jaar vooruit.

problem-join-not-found = Wij kunnen deze vraag niet vinden. Misschien is hij ingetrokken, of is hij niet aan uw organisatie gesteld.
problem-join-forbidden = Dit kunt u hier niet doen.
problem-join-already-asked = Deze organisatie is al gevraagd, of doet al mee.
problem-join-asked-lately = Deze organisatie zei kort geleden nee. Vraag het over een maand nog eens.
problem-join-too-many = Uw organisatie wacht op te veel antwoorden. Trek eerst een vraag in, of wacht op antwoord.
problem-join-answered = Hier is al op geantwoord, of de vraag is ingetrokken.
problem-join-issue-over = Deze opgave is niet meer open. Samen oppakken kan alleen bij een opgave die loopt.
problem-join-organisation = Kies een andere organisatie op dit platform.

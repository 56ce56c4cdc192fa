# Wat mails zeggen.

mail-greeting = Hallo,
mail-greeting-name = Hallo { $name },
mail-contact = Vragen? U bereikt { $sender } via { $contact }.
mail-unsubscribe = Deze mails niet meer ontvangen
mail-fewer = Minder of geen mail hierover
mail-fewer-all = Minder of geen mail van ons
mail-level-at-once = U krijgt zulke mails nu meteen.
mail-level-daily = U krijgt hierover nu één mail per dag.
mail-level-weekly = U krijgt hierover nu één mail per week.
mail-level-off = U krijgt hierover nu geen mail.

mail-sign-in-subject = { $code } is uw code voor { $sender }
mail-sign-in-code = Met deze code meldt u zich aan bij { $sender }:
mail-sign-in-or-link = Of klik op de knop. U komt op een pagina die u nog één keer vraagt of u wilt aanmelden.
mail-sign-in-button = Aanmelden
mail-sign-in-valid = De code en de knop werken een kwartier.
mail-code-not-you = Hebt u dit niet aangevraagd? Dan hoeft u niets te doen. Geef de code nooit aan iemand anders.
mail-sign-in-reason = U krijgt deze mail omdat iemand bij { $sender } om een code voor dit adres vroeg.

mail-verify-subject = Bevestig dit adres: { $code }
mail-verify-code = Iemand wil dit adres toevoegen aan een account op { $sender }. Bent u dat? Typ deze code over op de pagina waar u het adres invulde:
mail-verify-valid = De code werkt een kwartier.
mail-verify-not-you = Was u dat niet? Doe dan niets: zonder de code gebeurt er niets. Geef de code nooit aan iemand anders.
mail-verify-reason = U krijgt deze mail omdat iemand die bij { $sender } is aangemeld dit adres invulde.

mail-address-subject = Uw e-mailadressen zijn veranderd
mail-address-what = De e‑mailadressen waarmee u zich aanmeldt bij { $sender } zijn veranderd.
mail-password-subject = Uw wachtwoord is veranderd
mail-password-what = Het wachtwoord waarmee u zich aanmeldt bij { $sender } is veranderd.
mail-account-not-you = Hebt u dit zelf gedaan? Dan hoeft u niets te doen. Was u het niet? Kijk dan meteen hoe u zich aanmeldt. Daar ziet u welke adressen u hebt en kunt u zich overal afmelden.
mail-account-button = Kijk hoe ik mij aanmeld
mail-account-reason = U krijgt deze mail omdat er iets veranderde aan uw account bij { $sender }. U kunt deze mails niet uitzetten.

mail-erase-code-subject = { $code } is uw code om uw gegevens te laten wissen
mail-erase-code = U wilt dat { $sender } alles van u wist. Typ deze code over op de pagina waar u dat vroeg:
mail-erase-code-reason = U krijgt deze mail omdat iemand die met uw account is aangemeld vroeg om uw gegevens te wissen.
mail-erasure-asked-subject = Over zeven dagen worden uw gegevens gewist
mail-erasure-asked-what = U vroeg { $sender } om alles van u te wissen. Dat gebeurt over zeven dagen. U krijgt dan nog één mail.
mail-erasure-asked-stop = Wilt u dit toch niet, of vroeg u dit niet zelf? Meld u aan en stop het. Dat kan tot het zover is, met één klik.
mail-erasure-button = Bekijk of stop het
mail-erasure-stopped-subject = Uw gegevens worden niet gewist
mail-erasure-stopped-what = Het wissen van uw gegevens bij { $sender } is gestopt. Er is niets veranderd.
mail-erased-subject = Uw gegevens worden nu gewist
mail-erased-what = { $sender } wist nu alles van u. Dat duurt een paar minuten. U bent overal afgemeld en dit is de laatste mail: daarna kennen wij dit adres niet meer.
mail-erased-kept = Wat in gesprekken blijft staan, staat daar zonder uw naam. Heeft een organisatie verwijderen opgeschort, dan gaat tekst die u liet wissen daar weg in de nacht nadat dat voorbij is. U mag altijd opnieuw beginnen, met dit adres of een ander: u bent dan een nieuw iemand.

mail-reply-subject = Nieuw bij { $issue }
mail-reply-intro = { $count ->
    [one] Er is een nieuwe bijdrage bij ‘{ $issue }’.
   *[other] Er zijn { $count } nieuwe bijdragen bij ‘{ $issue }’.
}
mail-reply-closed = { $count ->
    [one] Er is een nieuwe bijdrage in dit gesprek. De tekst staat niet in deze mail: alleen deelnemers lezen mee.
   *[other] Er zijn { $count } nieuwe bijdragen in dit gesprek. De tekst staat niet in deze mail: alleen deelnemers lezen mee.
}
mail-reply-subject-hidden = Iets nieuws in een besloten gesprek
mail-reply-button = Lees en antwoord
mail-speaker-on-behalf = { $name }, namens { $organisation }
mail-speaker-official = { $name }, als ambtenaar
mail-speaker-official-of = { $name }, als ambtenaar, { $organisation }
mail-news-button = Bekijk het op het platform
mail-news-why = Toelichting
mail-news-hidden = Waarover het gaat en waarom, staat niet in deze mail: dat leest u alleen op het platform.
mail-digest-subject = { $count ->
    [one] Eén nieuw bericht voor u
   *[other] { $count } nieuwe berichten voor u
}
mail-digest-intro = { $count ->
    [one] Sinds het vorige overzicht gebeurde er één ding dat u wilt weten.
   *[other] Sinds het vorige overzicht gebeurden er { $count } dingen die u wilt weten.
}
mail-digest-hidden = Besloten gesprekken
mail-digest-line = { $line } ({ $day })
mail-digest-talk = { $count ->
    [one] Eén nieuwe bijdrage in het gesprek ‘{ $thread }’, op { $day }:
   *[other] { $count } nieuwe bijdragen in het gesprek ‘{ $thread }’. De nieuwste is van { $day }:
}
mail-digest-talk-closed = { $count ->
    [one] Eén nieuwe bijdrage in het gesprek ‘{ $thread }’, op { $day }. De tekst staat niet in deze mail: alleen deelnemers lezen mee.
   *[other] { $count } nieuwe bijdragen in het gesprek ‘{ $thread }’. De nieuwste is van { $day }. De tekst staat niet in deze mail: alleen deelnemers lezen mee.
}
mail-digest-link = Bekijk dit bij { $sender }
mail-digest-link-thread = Lees het gesprek ‘{ $thread }’
mail-digest-link-hidden = Lees het op het platform

mail-subject-issue-moved = Nieuws over { $issue }
mail-subject-proposal-received = Nieuw voorstel: { $issue }
mail-subject-proposal-accepted = Uw voorstel gaat door: { $issue }
mail-subject-proposal-declined = Uw voorstel gaat niet door: { $issue }
mail-subject-issue-published = Nieuw: { $issue }
mail-subject-outcome-published = Terugkoppeling: { $issue }
mail-subject-outcome-review-due = Vandaag terugkijken: { $issue }
mail-subject-hand-raised = Iemand wil meedoen: { $issue }
mail-subject-hand-objected = Bezwaar: iemand wil meedoen met { $issue }
mail-subject-hand-late = Iemand wacht op uw antwoord: { $issue }
mail-subject-hand-refused = Over meedoen met { $issue }
mail-subject-waves-ended = Het vragen in golven is klaar: { $issue }
mail-subject-network-quiet = Het is stil in { $issue }
mail-subject-nomination-asked = Aan wie denkt u? Een vraag aan { $issue }
mail-subject-contact-asked = Iemand vraagt u om contact
mail-subject-network-rules = Nieuwe huisregels: { $issue }
mail-subject-orientation-ends = De kennismaking loopt af: { $issue }
mail-subject-orientation-over = De kennismaking is klaar: { $issue }
mail-subject-network-turned = { $issue } gaat anders verder
mail-subject-tie-asked = Een ander netwerk zoekt contact met { $issue }
mail-subject-tie-news = Nieuws van een ander netwerk voor { $issue }
mail-subject-network-merging = Gaat u mee? { $issue } gaat op in een ander netwerk
mail-subject-talk-proposed = Een ander netwerk wil praten met { $issue }
mail-subject-talk-declined = Het gezamenlijke gesprek van { $issue } gaat niet door
mail-subject-talk-asked = Komt u erbij? { $issue } praat met een ander netwerk
mail-subject-talk-ended = Voorbij: { $issue }
mail-subject-evaluation-asked = Wat vindt u? { $issue }
mail-subject-agreement-put = Samenwerkafspraak: { $issue }
mail-subject-report-due = Tijd voor een bericht: { $issue }
mail-subject-agreement-ended = De samenwerkafspraak loopt af: { $issue }
mail-subject-join-asked = { $name } wil samen een opgave oppakken: { $issue }
mail-subject-join-accepted = Samen opgepakt met { $name }: { $issue }
mail-subject-join-declined = Niet samen met { $name }: { $issue }
mail-subject-join-ended = Niet meer samen met { $name }: { $issue }
mail-subject-answer-accepted = Uw bijdrage is het antwoord: { $thread }
mail-subject-question-answered = Er is een antwoord op uw vraag: { $thread }
mail-subject-named = U bent genoemd: { $thread }
mail-subject-concern-heard = Uw zorg is gehoord: { $thread }
mail-subject-task-given = Er is een taak voor u: { $issue }
mail-subject-task-due = De dag van uw taak komt eraan: { $issue }
mail-subject-task-returned = Een taak heeft niemand meer die haar doet: { $issue }
mail-subject-speak-invited = { $name } nodigt u uit om iets te zeggen: { $thread }
mail-subject-emergency-asked = Een collega bij { $sender } vraagt noodtoegang
mail-subject-emergency-opened = Noodtoegang tot een gesloten gesprek bij { $sender }
mail-subject-emergency-answered = Antwoord op uw verzoek om noodtoegang bij { $sender }
mail-subject-hold-set = Er wordt voorlopig niets verwijderd: { $issue }
mail-subject-hold-lengthened = Er wordt langer niets verwijderd: { $issue }
mail-subject-hold-ended = Er wordt weer verwijderd: { $issue }
mail-subject-hold-ends-soon = Over een week eindigt een opschorting bij { $sender }
mail-subject-handover-offered = Een collega bij { $sender } wil iets aan u overdragen
mail-subject-handover-answered = Antwoord op uw overdracht bij { $sender }
mail-subject-handover-taken = Een andere gespreksleider: { $issue }
mail-subject-product-published = Nieuw: { $product }

mail-line-thread-opened = Nieuw gesprek: { $thread }
mail-line-replied = { $name } schreef in het gesprek ‘{ $thread }’.
mail-line-replied-closed = Er is een nieuwe bijdrage in het gesprek ‘{ $thread }’. De tekst staat niet in deze mail: alleen deelnemers lezen mee.
mail-line-hidden = Er is iets nieuws in een besloten gesprek.
mail-hidden-room = een besloten gesprek
mail-hidden-issue = een besloten opgave
mail-reply-hidden = { $count ->
    [one] Er is iets nieuws in een besloten gesprek. Wat en waarover staat niet in deze mail: dat leest u alleen op het platform.
   *[other] Er is iets nieuws in { $count } besloten gesprekken. Wat en waarover staat niet in deze mail: dat leest u alleen op het platform.
}
mail-line-proposal-received = Iemand stelt een opgave voor: ‘{ $issue }’. Lees het voorstel en laat weten of { $sender } ermee aan de slag gaat.
mail-line-proposal-accepted = { $sender } gaat aan de slag met uw voorstel ‘{ $issue }’.
mail-line-proposal-declined = { $sender } gaat niet verder met uw voorstel ‘{ $issue }’. U kunt het aanpassen en opnieuw indienen.
mail-line-issue-published = Nieuw over een onderwerp dat u volgt: ‘{ $issue }’.
mail-line-outcome-published = De terugkoppeling bij ‘{ $issue }’ staat klaar. U leest wat er is gehoord en wat ermee gebeurt.
mail-line-outcome-review-due = U beloofde om vandaag te kijken wat er terecht is gekomen van ‘{ $issue }’. Leg vast dat u keek, en werk de terugkoppeling bij als er iets veranderd is. Wie meedeed, leest het daar.
mail-line-hand-raised = Iemand wil meedoen met ‘{ $issue }’. Lees waarom, en geef binnen twee weken antwoord.
mail-line-hand-objected = Iemand die niet is uitgenodigd voor ‘{ $issue }’, maakt daar bezwaar tegen. Kijkt u er nog eens naar?
mail-line-hand-late = Iemand wil meedoen met ‘{ $issue }’ en wacht op antwoord. De beloofde twee weken zijn voorbij.
mail-line-hand-refused = U kunt deze keer niet meedoen met ‘{ $issue }’. Op het platform leest u waarom.
mail-line-waves-ended = Uw lijst om mensen in golven te vragen voor ‘{ $issue }’ is klaar. Op het platform leest u waarom, en welke perspectieven nog gezocht worden.
mail-line-network-quiet = In het netwerk ‘{ $issue }’ heeft al zestig dagen niemand iets geschreven. Stel een vraag, nodig iemand uit, of rond het netwerk af.
mail-line-nomination-asked = Wie een opgave begeleidt, vraagt of u in uw netwerk ‘{ $issue }’ iemand weet die daarbij past. Wie in het netwerk zit, blijft daarbij geheim.
mail-line-contact-asked = Iemand vraagt u om contact.
mail-line-network-rules = De huisregels van het netwerk ‘{ $issue }’ zijn veranderd. Lees ze, en laat weten of u akkoord bent.
mail-line-orientation-ends = In het netwerk ‘{ $issue }’ loopt een kennismaking af. Laat weten hoe het ging en of het verder gaat. Zegt niemand ‘stoppen’, dan gaat het twee weken na de laatste dag vanzelf door.
mail-line-orientation-over = In het netwerk ‘{ $issue }’ is een kennismaking klaar. Het gaat verder: wie nieuw was, doet nu helemaal mee.
mail-line-network-turned = ‘{ $issue }’ is een ander soort netwerk geworden. U leest waarom, en wat er blijft zoals het was.
mail-line-tie-asked = Een ander netwerk vraagt om contact met ‘{ $issue }’. Lees welk netwerk, en waarom, en zeg ja of nee.
mail-line-tie-news = Er is nieuws over het contact van ‘{ $issue }’ met een ander netwerk.
mail-line-network-merging = ‘{ $issue }’ gaat op in een ander netwerk. U gaat alleen mee als u dat zelf wilt. Lees waarom, en kies.
mail-line-talk-proposed = Een netwerk waarmee ‘{ $issue }’ contact heeft, stelt een gezamenlijk gesprek voor. Lees waarover, en zeg ja of nee.
mail-line-talk-declined = Het andere netwerk zei nee tegen het gezamenlijke gesprek met ‘{ $issue }’. Op het platform leest u waarom.
mail-line-talk-asked = ‘{ $issue }’ praat een tijd lang samen met een ander netwerk. U doet alleen mee als u dat zelf wilt. Lees waarover, en kies.
mail-line-talk-ended = De dag is gekomen waarop ‘{ $issue }’ zou eindigen. Het gesprek is gesloten. Wie meedeed, kan het blijven teruglezen. Bedankt voor het meepraten.
mail-line-evaluation-asked = U bent een van de eersten die meedenken over ‘{ $issue }’. Laat weten of de vraag klopt, wie u mist en wat u aanraadt.
mail-line-agreement-put = Voor ‘{ $issue }’ ligt er een samenwerkafspraak. Lees haar, en laat weten of u akkoord bent.
mail-line-report-due = U hebt afgesproken geregeld te laten weten hoe het gaat met ‘{ $issue }’. Sinds de vorige keer schreef u niets. Laat iets van u horen.
mail-line-agreement-ended = De samenwerkafspraak van ‘{ $issue }’ is afgelopen. Maak een nieuwe, of rond de opgave af.
mail-line-join-asked = { $name } vraagt uw organisatie om ‘{ $issue }’ samen op te pakken. Lees waarom, en geef antwoord.
mail-line-join-accepted = Uw organisatie en { $name } pakken ‘{ $issue }’ samen op. Beide namen staan nu bij de opgave.
mail-line-join-declined = { $name } pakt ‘{ $issue }’ niet samen met uw organisatie op. Op het platform leest u waarom.
mail-line-join-ended = Uw organisatie en { $name } pakken ‘{ $issue }’ niet meer samen op. Wie meedoet, blijft meedoen.
mail-line-answer-accepted = Wat u schreef in ‘{ $thread }’ is gekozen als antwoord op de vraag. Dank u wel.
mail-line-question-answered = In ‘{ $thread }’ is een antwoord gekozen op de vraag die u stelde.
mail-line-named = Een bijdrage in ‘{ $thread }’ is gewijzigd. U wordt er nu in genoemd.
mail-line-concern-heard = In ‘{ $thread }’ schreef iemand hoe uw zorg is gehoord. U kunt zeggen of u het zo bedoelde.
mail-line-task-given = In ‘{ $thread }’ is een taak aan u gegeven. Past het u niet, dan geeft u haar daar terug.
mail-line-task-due = De dag van een taak van u in ‘{ $thread }’ komt eraan, of is er. Is het gedaan? Dan kunt u dat daar zeggen.
mail-line-task-returned = Een taak die u maakte in ‘{ $thread }’ is teruggegeven. Nog niemand doet haar nu.
mail-task-what = Wat er te doen is
mail-task-day = Uiterlijk op { $day }.
mail-line-speak-invited = { $name } begeleidt ‘{ $issue }’ en nodigt u uit om iets te zeggen in ‘{ $thread }’. Zwijgen mag ook. In het gesprek kunt u laten weten dat u zulke briefjes daar niet wilt.
mail-line-emergency-asked = Een collega bij { $sender } vraagt noodtoegang tot gesloten gesprekken. Er is een tweede persoon nodig. Lees waarom, en zeg ja of nee.
mail-line-emergency-opened = Twee mensen van { $sender } hebben noodtoegang tot een gesloten gesprek waaraan u meedoet. Via de link leest u wie, waarom en tot wanneer.
mail-line-emergency-answered = Er is een antwoord op uw verzoek om noodtoegang bij { $sender }.
mail-line-hold-set = { $sender } verwijdert voorlopig niets uit de gesprekken van ‘{ $issue }’. Bij elk gesprek leest u waarom en tot wanneer.
mail-line-hold-lengthened = { $sender } verwijdert langer niets uit de gesprekken van ‘{ $issue }’. Bij elk gesprek leest u tot wanneer.
mail-line-hold-ended = { $sender } houdt niets meer tegen: uit de gesprekken van ‘{ $issue }’ wordt weer verwijderd wat aan de beurt is.
mail-line-hold-ends-soon = Over een week eindigt bij { $sender } een opschorting van verwijderen. Daarna gaat weg wat aan de beurt is. Verleng haar als dat nodig is.
mail-line-handover-offered = Een collega bij { $sender } vraagt of u werk overneemt. Lees wat het is, en zeg ja of nee.
mail-line-handover-answered = Uw collega bij { $sender } gaf antwoord op wat u wilde overdragen.
mail-line-handover-answered-yes = { $name } zei ja, en neemt over wat u bij { $sender } wilde overdragen.
mail-line-handover-answered-no = { $name } zei nee, en neemt niet over wat u bij { $sender } wilde overdragen. Op het platform leest u waarom.
mail-line-handover-taken = ‘{ $issue }’ heeft een andere gespreksleider. Op het platform ziet u wie dat is.
mail-outcome-heard = Dit hebben we gehoord
mail-outcome-done = Dit doen we ermee
mail-outcome-not-done = Dit doen we niet, en waarom
mail-outcome-you-can = Dit kunt u zelf doen
mail-outcome-why = { $text } Waarom niet: { $why }
mail-outcome-more = { $count ->
    [one] Op het platform staat nog 1 punt.
   *[other] Op het platform staan nog { $count } punten.
}
mail-outcome-review = Op { $day } kijken we wat ervan terecht is gekomen.
mail-outcome-closed = De tekst staat niet in deze mail, omdat het gesprek vertrouwd is. U leest de terugkoppeling op het platform.
mail-line-product-published = { $sender } heeft een nieuw kennisproduct: ‘{ $product }’.
mail-moved-orientation = ‘{ $issue }’ wordt verkend.
mail-moved-open = ‘{ $issue }’ is open. U kunt meepraten.
mail-moved-concluding = ‘{ $issue }’ wordt afgerond. U kunt nog reageren.
mail-moved-paused = ‘{ $issue }’ ligt even stil.
mail-moved-withdrawn = ‘{ $issue }’ is ingetrokken.
mail-moved-closed = ‘{ $issue }’ is gesloten.
mail-moved-archived = ‘{ $issue }’ is gearchiveerd.
mail-moved-draft = ‘{ $issue }’ is weer een concept.
mail-moved-proposed = ‘{ $issue }’ is voorgesteld.
mail-moved-declined = ‘{ $issue }’ gaat niet door.

mail-reason-you-are-named = U krijgt deze mail omdat iemand u noemt in ‘{ $issue }’.
mail-reason-hidden = U krijgt deze mail omdat u meedoet aan een besloten gesprek.
mail-reason-you-take-part = U krijgt deze mail omdat u meedoet aan ‘{ $issue }’.
mail-reason-you-wrote = U krijgt deze mail omdat u ‘{ $issue }’ hebt voorgesteld.
mail-reason-you-convene = U krijgt deze mail omdat u bij { $sender } over voorstellen beslist.
mail-reason-you-review = U krijgt deze mail omdat u de terugkoppeling bij ‘{ $issue }’ schreef.
mail-reason-you-facilitate = U krijgt deze mail omdat u ‘{ $issue }’ begeleidt.
mail-reason-you-raised = U krijgt deze mail omdat u zich meldde om mee te doen met ‘{ $issue }’.
mail-reason-you-ask = U krijgt deze mail omdat u mensen vraagt voor ‘{ $issue }’.
mail-reason-you-can-be-found = U krijgt deze mail omdat u zich op het platform laat vinden.
mail-reason-you-hand-over = U krijgt deze mail omdat u bij { $sender } iets overdraagt of overneemt.
mail-reason-you-asked = U krijgt deze mail omdat u dit bij { $sender } vroeg.

mail-nomination-subject = { $nominator } denkt aan u. Mag dat bekend worden?
mail-nomination-intro = { $nominator } doet bij { $organisation } mee aan een opgave en denkt dat u daar iets kunt inbrengen.
mail-nomination-intro-network = { $nominator } zit bij { $organisation } in een netwerk en denkt dat u daar iets kunt inbrengen.
mail-nomination-first = Wij vragen het u als eerste. Niemand anders weet hiervan. Alleen als u ja zegt, ziet wie de opgave of het netwerk begeleidt uw naam en wat hierboven over u staat. Daarna kunt u nog een uitnodiging krijgen, en ook die mag u weigeren.
mail-nomination-button = Lezen en antwoorden
mail-nomination-until = Dit kan tot { $until }. Antwoordt u niet, dan wissen we uw adres op die dag. { $nominator } hoort niet wat u antwoordt.
mail-nomination-reason = U krijgt deze ene mail omdat { $nominator } uw adres opgaf of u vond bij Mensen op het platform. We sturen geen herinnering.

mail-thanks-subject = Bedankt voor het meedoen
mail-thanks-intro = U deed mee aan het netwerk ‘{ $network }’ van { $organisation }. Dank u wel voor uw tijd en voor wat u inbracht.
mail-thanks-gone = U doet nu niet meer mee. Wat er in het netwerk wordt gezegd, kunt u niet meer lezen. Wat u zelf schreef, blijft staan.
mail-thanks-contact = U bood aan om contact te houden. Willen de begeleiders dat ook, dan zien zij uw naam en uw e‑mailadres, tot { $day }. U kunt dat op elk moment stoppen.
mail-thanks-button = Contact bekijken of stoppen
mail-thanks-reason = U krijgt deze ene mail omdat u meedeed aan dit netwerk.
mail-part-ended-subject = Uw deelname is beëindigd
mail-part-ended-intro = U deed mee aan ‘{ $issue }’ van { $organisation }. Wie het gesprek begeleidt, heeft uw deelname beëindigd. De reden:
mail-part-ended-intro-closed = U deed mee aan een besloten gesprek van { $organisation }. Wie het begeleidt, heeft uw deelname beëindigd. De reden:
mail-part-ended-gone = Wat er wordt gezegd, kunt u niet meer lezen. Wat u zelf schreef, blijft staan.
mail-part-ended-object = Bent u het hier niet mee eens, of wilt u dat weggaat wat u schreef? Mail dan naar { $contact }.
mail-part-ended-reason = U krijgt deze ene mail omdat u hier meedeed.
mail-contact-subject = { $asker } vraagt u om contact
mail-contact-intro = { $asker } ({ $role } bij { $organisation }) vond u bij Mensen en vraagt u om contact. Uw e‑mailadres is niet getoond.
mail-contact-choice = U beslist of u antwoordt. Zegt u nee, of niets, dan hoort { $asker } daar niets van.
mail-contact-button = Lezen en kiezen
mail-contact-until = Antwoorden kan tot { $until }. Daarna wissen we het verzoek.
mail-contact-reason = U krijgt deze mail omdat u zich op het platform laat vinden. Bij Profiel zet u contactverzoeken uit.
mail-contact-answer-subject = { $name } antwoordt op uw contactverzoek
mail-contact-answer-intro = U vroeg via { $organisation } om contact met { $name }. Dit is het antwoord:
mail-contact-answer-address = { $name } geeft u dit adres: { $address }. Het is alleen voor u bedoeld.
mail-contact-answer-no-address = { $name } geeft geen adres. Antwoorden op deze mail kan niet.
mail-contact-answer-issue = U kunt hier samen verder praten:
mail-contact-answer-reason = U krijgt deze ene mail omdat u zelf om contact vroeg.
mail-reason-you-follow-issue = U krijgt deze mail omdat u ‘{ $issue }’ volgt.
mail-reason-you-follow-theme = U krijgt deze mail omdat u het thema ‘{ $term }’ volgt.
mail-reason-you-follow-region = U krijgt deze mail omdat u de regio ‘{ $term }’ volgt.
mail-reason-digest = U krijgt dit overzicht omdat u daarvoor koos bij uw instellingen.

mail-invitation-subject = { $inviter } nodigt u uit: { $title }
mail-invitation-subject-again = Herinnering: { $inviter } nodigt u uit: { $title }
mail-invitation-again = U hebt nog niet geantwoord op deze uitnodiging. Ook een nee is een goed antwoord: daarna krijgt u geen herinnering meer.
mail-invitation-intro = { $inviter } vraagt u, voor { $organisation }, om mee te denken over een opgave: een vraag waar meer mensen voor nodig zijn.
mail-invitation-intro-network = { $inviter } vraagt u, voor { $organisation }, om mee te doen aan een netwerk: een vaste kring van mensen, met een eigen kamer om in te praten.
mail-invitation-joined = Deze opgave is van { $owner }. { $organisation } pakt hem samen met { $owner } op.
mail-invitation-expected = Wat vragen wij van u?
mail-invitation-expected-talking = U leest mee en schrijft mee in het gesprek, op een moment dat u past. U kiest zelf wat u vertelt en in welke rol u meedoet. U kunt altijd stoppen.
mail-invitation-expected-reading = U leest mee met het gesprek, op een moment dat u past. U hoeft niets te schrijven. U kunt altijd stoppen.
mail-invitation-expected-translating = U leest mee met het gesprek en zet bijdragen van anderen over in een andere taal, zodat meer mensen het kunnen volgen. U zegt er niets namens uzelf. U kunt altijd stoppen.
mail-invitation-button = Bekijk de uitnodiging
mail-invitation-until = U kunt antwoorden tot { $until }. Kijken verplicht u tot niets.
mail-invitation-guest = U komt als gast, tot en met { $guest }. Daarna leest en schrijft u vanzelf niet meer mee.
mail-invitation-genuine = Twijfelt u of deze uitnodiging echt is? Vraag het aan { $organisation }, via de eigen website van die organisatie.
mail-invitation-genuine-phone = Twijfelt u of deze uitnodiging echt is? Bel { $organisation } op { $phone }, of zoek het nummer op de eigen website van die organisatie.
mail-invitation-check = Controleer deze uitnodiging
mail-invitation-organisation = Over { $organisation } op dit platform
mail-invitation-reason-address = U krijgt deze mail omdat { $inviter } uw adres invulde, voor { $organisation }. Wij gebruiken het alleen voor deze uitnodiging. Komt u niet, dan verwijderen wij het 30 dagen nadat de uitnodiging voorbij is.
mail-invitation-reason-list = U krijgt deze mail omdat { $inviter } voor { $organisation } een lijst met adressen had, en het uwe staat erop. Waar het vandaan komt: { $origin }. Wij gebruiken het alleen voor deze uitnodiging. Komt u niet, dan verwijderen wij het 30 dagen nadat de uitnodiging voorbij is.
mail-invitation-reason-person = U krijgt deze mail omdat u een account hebt op dit platform en { $inviter } u daar vond, voor { $organisation }. Bij uw profiel kiest u wie u mag vinden.

mail-colleague-subject = { $inviter } nodigt u uit als collega bij { $organisation }
mail-colleague-subject-again = Herinnering: { $inviter } nodigt u uit als collega bij { $organisation }
mail-colleague-intro = { $inviter } nodigt u uit om mee te werken in de ruimte van { $organisation } op dit platform.
mail-colleague-expected-member = U wordt lid bij { $organisation }. U leest wat voor deze organisatie open is, en doet eraan mee. U kunt altijd stoppen.
mail-colleague-expected-publisher = U wordt redacteur bij { $organisation }. U leest en doet mee, en u schrijft kennisproducten en brengt ze uit. U kunt altijd stoppen.
mail-colleague-expected-convener = U wordt adviseur bij { $organisation }. U begint opgaven, beslist over voorstellen en nodigt mensen uit. U kunt altijd stoppen.
mail-colleague-expected-owner = U wordt eigenaar bij { $organisation }. U doet wat een adviseur doet, en u regelt de leden, kleuren, woorden en pagina's. U kunt altijd stoppen.

mail-subject-report-received = Uw melding bij { $sender } is binnen
mail-subject-report-waiting = Iemand meldde een bijdrage bij { $sender }
mail-subject-report-waiting-title = Iemand meldde een titel bij { $sender }
mail-subject-report-waiting-issue = Iemand meldde een opgave bij { $sender }
mail-subject-post-waiting = Een bijdrage wacht op uw blik bij { $sender }
mail-subject-post-returned = Uw bijdrage bij { $sender } is niet geplaatst
mail-subject-post-moderated = Een besluit over uw bijdrage bij { $sender }
mail-subject-post-moderated-title = Een besluit over uw titel bij { $sender }
mail-subject-post-moderated-issue = Een besluit over uw opgave bij { $sender }
mail-subject-report-decided = Een besluit over uw melding bij { $sender }
mail-subject-appeal-waiting = Iemand maakte bezwaar bij { $sender }
mail-subject-appeal-answered = Antwoord op een bezwaar bij { $sender }
mail-line-report-received = U meldde een bijdrage bij { $sender }. Uw melding is binnen en iemand kijkt ernaar. Niemand in het gesprek hoort dat u dit meldde.
mail-line-report-received-title = U meldde een titel bij { $sender }. Uw melding is binnen en iemand kijkt ernaar. Niemand in het gesprek hoort dat u dit meldde.
mail-line-report-received-issue = U meldde een opgave bij { $sender }. Uw melding is binnen en iemand kijkt ernaar. Niemand hoort dat u dit meldde.
mail-line-report-waiting = Iemand meldde een bijdrage bij { $sender } waarover u kunt beslissen. Wat er staat, leest u op het platform.
mail-line-report-waiting-title = Iemand meldde een titel bij { $sender } waarover u kunt beslissen. Wat er staat, leest u op het platform.
mail-line-report-waiting-issue = Iemand meldde een opgave bij { $sender } waarover u kunt beslissen. Wat er staat, leest u op het platform.
mail-line-post-waiting = Bij { $sender } wacht een bijdrage tot u die doorlaat of terugstuurt. Wat er staat, leest u op het platform.
mail-line-post-returned = Een bijdrage van u bij { $sender } is niet geplaatst. In het gesprek leest u waarom. De tekst zelf staat niet in deze mail.
mail-line-post-moderated = Er is bij { $sender } een besluit genomen over een bijdrage van u. De tekst zelf staat niet in deze mail.
mail-line-post-moderated-title = Er is bij { $sender } een besluit genomen over een titel van u. De titel zelf staat niet in deze mail.
mail-line-post-moderated-issue = Er is bij { $sender } een besluit genomen over een opgave van u. De tekst zelf staat niet in deze mail.
mail-line-report-decided = Er is een besluit over wat u bij { $sender } meldde.
mail-line-appeal-waiting = Iemand bij { $sender } is het niet eens met een besluit van een ander. U kunt er opnieuw naar kijken.
mail-line-appeal-answered = Er is opnieuw gekeken naar een besluit bij { $sender }.
mail-reason-you-posted = U krijgt deze mail omdat u deze bijdrage bij { $sender } schreef. U kunt deze mails niet uitzetten.
mail-reason-you-posted-title = U krijgt deze mail omdat u deze titel bij { $sender } schreef. U kunt deze mails niet uitzetten.
mail-reason-you-posted-issue = U krijgt deze mail omdat u deze opgave bij { $sender } schreef. U kunt deze mails niet uitzetten.
mail-reason-you-reported = U krijgt deze mail omdat u dit bij { $sender } meldde. U kunt deze mails niet uitzetten.
mail-reason-you-own = U krijgt deze mail omdat u eigenaar bent van { $sender }.
mail-reason-you-moderate = U krijgt deze mail omdat u bij { $sender } hierover kunt beslissen.
mail-moderated-act-leave = Uw bijdrage blijft staan.
mail-moderated-act-leave-title = De titel van uw gesprek blijft.
mail-moderated-act-leave-issue = Uw opgave blijft zoals ze is.
mail-moderated-act-retitle = De titel van uw gesprek is vervangen door een andere.
mail-moderated-act-retitle-issue = De tekst van uw opgave is weggehaald, en er staat een andere titel. Wie de opgave leidt, kan een nieuwe tekst schrijven.
mail-moderated-act-hide = Uw bijdrage is verborgen tot en met { $until }. Daarna staat ze er vanzelf weer.
mail-moderated-act-return = Uw bijdrage is bij u terug om aan te passen. Zodra u dat doet, staat ze er weer.
mail-moderated-act-remove = Uw bijdrage is verwijderd.
mail-moderated-act-upheld = Het besluit blijft zoals het was.
mail-moderated-act-reversed = U krijgt gelijk. Uw bijdrage staat er weer.
mail-moderated-act-reversed-title = U krijgt gelijk. Uw eigen titel staat er weer.
mail-moderated-act-reversed-issue = U krijgt gelijk. Uw eigen tekst staat er weer, tenzij er intussen een andere is geschreven.
mail-moderated-act-looked = Iemand las de bijdrage om erover te beslissen.
mail-moderated-warned = U krijgt een waarschuwing: dit mag niet nog eens.
mail-moderated-paused = U kunt in deze opgave niet schrijven tot en met { $paused }. Meelezen kan wel. Daarna kunt u vanzelf weer schrijven.
mail-moderated-ground-law = Dit rust op de wet.
mail-moderated-ground-rules = Dit rust op de huisregels.
mail-moderated-rule = De regel of wet: { $rule }
mail-moderated-by-installation = De beheerder van het platform keek hiernaar. Van de organisatie kon of deed niemand het op tijd.
mail-moderated-facts = Op welke feiten dit rust, leest u op het platform. Een mens heeft dit besloten, geen computer.
mail-moderated-appeal = Bent u het er niet mee eens? Dan kunt u tot en met { $appeal } bezwaar maken, op dezelfde pagina. Iemand anders kijkt er dan opnieuw naar. U kunt ook naar een erkend geschillenorgaan of naar de rechter.
mail-report-act-leave = De bijdrage blijft staan.
mail-report-act-leave-title = De titel blijft.
mail-report-act-leave-issue = De opgave blijft zoals ze is.
mail-report-act-retitle = De titel is vervangen door een andere.
mail-report-act-retitle-issue = De tekst van de opgave is weggehaald, en er staat een andere titel.
mail-report-act-hide = De bijdrage is een tijd verborgen.
mail-report-act-return = De bijdrage ging terug naar de schrijver, om aan te passen.
mail-report-act-remove = De bijdrage is verwijderd.
mail-report-act-upheld = Er is opnieuw gekeken. Het besluit blijft zoals het was.
mail-appeal-next = Bent u het er nog niet mee eens? Dan kunt u naar een erkend geschillenorgaan of naar de rechter. Gaat het om een gemeente of een andere overheid? Dan kunt u daar ook een klacht indienen, en daarna naar de Nationale ombudsman.
mail-report-act-reversed = Er is opnieuw gekeken. Het besluit is teruggedraaid.
mail-report-act-reversed-title = Er is opnieuw gekeken. Het besluit is teruggedraaid: de titel van eerst staat er weer.
mail-report-act-reversed-issue = Er is opnieuw gekeken. Het besluit is teruggedraaid.
mail-report-act-looked = Iemand las de bijdrage om erover te beslissen.
mail-report-received-subject = Uw melding bij { $organisation } is binnen
mail-report-decided-subject = Een besluit over uw melding bij { $organisation }
mail-report-received = U meldde een bijdrage bij { $organisation }. Uw melding is binnen en iemand kijkt ernaar.
mail-report-received-title = U meldde een titel bij { $organisation }. Uw melding is binnen en iemand kijkt ernaar.
mail-report-received-issue = U meldde een opgave bij { $organisation }. Uw melding is binnen en iemand kijkt ernaar.
mail-report-decided = Er is een besluit over wat u bij { $organisation } meldde.
mail-report-about = U meldde dit op { $day }.
mail-report-about-room = U meldde dit op { $day }. Het gaat om een bijdrage in het gesprek ‘{ $room }’.
mail-report-appeal = Bent u het er niet mee eens? Dan kunt u tot en met { $appeal } bezwaar maken. Dat doet u op de pagina achter de knop. Iemand anders kijkt er dan opnieuw naar. U kunt ook naar een erkend geschillenorgaan of naar de rechter.
mail-report-button = Bekijk uw melding
mail-report-kept = Zeven maanden na het besluit vergeten wij uw naam en dit adres. Niemand in het gesprek hoort wie meldde.
mail-report-reason = U krijgt deze mail omdat iemand dit adres invulde bij een melding aan { $organisation }. Was u dat niet? Dan hoeft u niets te doen.

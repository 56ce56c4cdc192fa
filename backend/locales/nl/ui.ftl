# De schermen. Eenvoudig Nederlands (B1); de lezer is "u".

site-name = Netwerkplatform
skip-to-main = Naar de inhoud
crumb-label = U bent hier
state-loading = Bezig met laden
language-other = English
language-nl = Nederlands
language-en = Engels
list-more = Meer tonen
list-more-failed = De rest kon niet worden opgehaald. Probeer het opnieuw.

## Handelingen die overal hetzelfde heten
action-cancel = Annuleren
action-close = Sluiten
action-copy = Kopiëren
action-discard = Weggooien
action-print = Afdrukken
action-remove = Verwijderen
action-retry = Opnieuw proberen
action-save = Opslaan

## Kop en voet
nav-label = Hoofdmenu
nav-overview = Overzicht
nav-agenda = Agenda
nav-issues = Opgaven
nav-networks = Netwerken
nav-knowledge = Kennis
nav-people = Mensen
nav-settings = Beheer
tenant-choose = Kies een organisatie
tenant-switch = Organisatie: { $name }. Kies een andere
tenant-all = Alle organisaties
search-label = Zoeken
search-submit = Zoek
notifications-title = Meldingen
notifications-unread = { $count ->
    [one] 1 nieuwe melding
   *[other] { $count } nieuwe meldingen
}
account-menu = Menu van { $name }
sign-in = Aanmelden
sign-out = Afmelden
footer-label = Over deze site
footer-of = Een ruimte van { $name } op Netwerkplatform.
footer-site = Netwerkplatform: samen nadenken over vraagstukken in de samenleving.
offline-banner = Geen verbinding. Wat u typt, is bewaard op dit apparaat, nog niet op het platform.

## Als er iets misgaat
not-found-title = Deze pagina is er niet
not-found-text = Misschien is het adres veranderd. Of de pagina is alleen voor mensen die meedoen. Bent u uitgenodigd? Meld u dan eerst aan.
not-found-text-known = Misschien is het adres veranderd. Of de pagina is alleen voor mensen die meedoen. Hebt u meer dan één e‑mailadres? Kijk dan of u met het juiste bent aangemeld.
not-found-home = Naar de voorpagina
not-found-search = Zoeken
forbidden-title = Hier mag u niet bij
forbidden-text = Deze pagina is voor andere mensen bedoeld.
error-title = Er ging iets mis
error-text = Probeer het zo opnieuw. Wat u typte, is bijna altijd bewaard.
error-number = Vraagt u om hulp? Noem dan dit nummer: { $number }
error-summary-name = Wat er nog niet klopt
error-summary-title = Er klopt nog iets niet
field-empty = Vul dit in.
title-missing = Vul een titel in.
offline-title = Geen verbinding
offline-text = Er kwam geen antwoord. Controleer uw internet en probeer het opnieuw.
printed-from = Afgedrukt van { $address }

## Voorpagina
home-title = Samen nadenken over wat in de samenleving speelt
home-lead = Gemeenten en organisaties leggen hier een vraag voor. Mensen met kennis en ervaring denken mee. Iedereen die meedeed, hoort wat ermee is gedaan.
home-to-overview = Naar mijn overzicht
home-tenants = Organisaties
home-how = Zo werkt het
home-how-1 = Een organisatie beschrijft een opgave: een vraag waar ze alleen niet uitkomt.
home-how-2 = Mensen met verschillende perspectieven praten erover, in een ruimte met duidelijke afspraken.
home-how-3 = De organisatie koppelt terug: wat is gehoord, wat ermee gebeurt, en wat niet en waarom.
home-how-more = Hoe werkt het precies?
home-issues = Denk mee
home-issues-lead = Over deze vragen praten mensen nu. Meelezen kan altijd.
home-outcomes = Wat ervan terechtkwam
home-outcomes-lead = Elke afgesloten opgave eindigt met een terugkoppeling.
home-products = Wat we leerden
home-products-lead = Kennis uit gesprekken, voor iedereen om te gebruiken.
home-from-day = { $name }, { $day }
demo-title = Dit is een proefopstelling
demo-text = De mensen en gesprekken zijn verzonnen. Stap naar binnen als bewoner, professional, adviseur, gemeente of redacteur; een wachtwoord is niet nodig.
demo-doors = Kies met wie u meekijkt
demo-mail = Verstuurde mails
tenant-ended = Afgesloten, met terugkoppeling
tenant-knowledge = Nieuwe kennis
tenant-all-knowledge = Alle kennis
tenant-alive = Hier wordt nu over gepraat
tenant-all-issues = Alle opgaven

## Mijn overzicht
overview-title = Dag { $name }
overview-unread = Nieuw voor u
overview-drafts = Nog niet af
overview-issues = Waar u aan meedoet
overview-name = U hebt nog geen naam ingevuld. Anderen weten dan niet wie er schrijft.
overview-name-action = Vul uw naam in
overview-none-title = U doet nog nergens aan mee
overview-none-text = Hier staan straks de opgaven waar u aan meedoet, met wat er nieuw is.
overview-none-action = Bekijk de organisaties
overview-unfinished = Nog niet geplaatst
overview-unfinished-in = Uw tekst in ‘{ $thread }’
overview-ended = Afgesloten
waiting-title = Dit wacht op u
waiting-invitation = U bent uitgenodigd
waiting-invitation-about = { $inviter } vraagt u, voor { $organisation }. Antwoorden kan tot { $day }.
waiting-proposal = Een voorstel om te beoordelen
waiting-proposal-about = Voorgesteld op { $day } bij { $organisation }. Wie het schreef, wacht op antwoord.
waiting-review = Tijd om terug te kijken
waiting-review-about = Bij { $organisation } zou op { $day } iemand kijken wat ervan terechtkwam.
unread-count = { $count ->
    [one] 1 nieuwe bijdrage
   *[other] { $count } nieuwe bijdragen
}

## Lijst van opgaven
issues-title = Opgaven
issues-lead = Vragen uit de samenleving waar mensen samen aan werken.
issues-found = Gevonden opgaven
issues-none-title = Er zijn nog geen opgaven
issues-none-text = Zodra er een opgave is die u mag lezen, staat die hier.
issues-filtered-title = Niets gevonden
issues-filtered-text = Er is geen opgave die hierbij past. Kies minder filters.
filter-label = Opgaven filteren
filter-state = Fase
filter-theme = Thema
filter-region = Regio
filter-all = Alles
filter-clear = Filters wissen

## Een opgave
issue-state-draft = Concept
issue-state-proposed = Voorgesteld
issue-state-declined = Niet overgenomen
issue-state-orientation = Verkenning
issue-state-open = Open
issue-state-concluding = Afronding
issue-state-closed = Afgesloten
issue-state-archived = Gearchiveerd
issue-state-paused = Gepauzeerd
issue-state-withdrawn = Ingetrokken
issue-move-propose = Indienen
issue-move-decline = Niet overnemen
issue-move-orientation = Begin met verkennen
issue-move-open = Openen
issue-move-concluding = Naar afronding
issue-move-archive = Archiveren
issue-move-pause = Pauzeren
issue-move-withdraw = Intrekken
issue-move-take-open = Overnemen en openen
issue-move-take-orientation = Overnemen en eerst verkennen
issue-move-take-back = Voorstel intrekken
issue-move-propose-again = Opnieuw voorstellen
issue-move-reopen = Heropenen
issue-move-resume = Weer doorgaan
issue-reason-hint-declined = De indiener leest dit, op deze pagina en per mail. Leg uit waarom niet, en wat wel kan.
issue-reason-declined = Waarom dit voorstel niet doorgaat
issue-declined-again = U kunt het voorstel aanpassen en opnieuw indienen.
issue-proposed-by = Voorgesteld door { $name }.
issue-proposed-waits = Uw voorstel is ingediend. Een adviseur leest het en laat u weten of het doorgaat, hier en per mail.
issue-readers-public = Iedereen kan dit lezen, ook zonder aanmelden.
issue-readers-platform = Iedereen die is aangemeld, kan dit lezen.
issue-readers-tenant = Alleen leden van deze organisatie en deelnemers kunnen dit lezen.
issue-readers-invited = Alleen genodigden kunnen dit lezen.
issue-opens-public = Na het openen kan iedereen dit lezen, ook zonder aanmelden.
issue-opens-platform = Na het openen kan iedereen die is aangemeld dit lezen.
issue-opens-tenant = Na het openen kunnen alleen leden van deze organisatie en deelnemers dit lezen.
issue-opens-invited = Na het openen kunnen alleen genodigden dit lezen.
issue-hidden-draft = Alleen u kunt dit concept lezen.
issue-hidden-proposed = Nu kunnen alleen de indiener en de adviseurs dit lezen.
issue-hidden-declined = Alleen de indiener en de adviseurs kunnen dit lezen.
issue-hidden-orientation = Tijdens de verkenning kunnen alleen genodigden en de adviseurs dit lezen.
issue-hidden-withdrawn = Alleen wie meedeed en de adviseurs kunnen dit nog lezen.
issue-open-title = Nu openen?
issue-open-fixed = Daarna ligt dit vast: mensen lezen en schrijven onder deze afspraken.

agenda-lead = Wat er op u wacht: voorstellen om over te beslissen, en opgaven die verder moeten.
agenda-forbidden = De agenda is voor de adviseurs van deze organisatie.
agenda-decide = Voorgesteld
agenda-decide-hint = Iemand wacht op uw antwoord. Neem het voorstel over, of leg uit waarom niet.
agenda-conclude = Voorbij de einddatum
agenda-conclude-hint = Rond het gesprek af, of spreek een nieuwe einddatum af.
agenda-report = In afronding
agenda-report-hint = De deelnemers wachten op de terugkoppeling.
agenda-explore = In verkenning
agenda-explore-hint = Kloppen de vraag en de perspectieven? Open de opgave dan.
agenda-paused = Gepauzeerd
agenda-paused-hint = Kan het gesprek weer verder?
agenda-since = Sinds { $day }
agenda-none-title = Er wacht niets op u
agenda-none-text = Nieuwe voorstellen en opgaven die aandacht vragen, komen hier te staan.
agenda-none-action = Bekijk alle opgaven

reach-title = Bereik en samenstelling
reach-lead = Wie er meedoen, in aantallen waarin niemand te herkennen is.
reach-print-hint = Op papier staan ook de vraag en de terugkoppeling.
reach-taken = Geteld op { $day }.
reach-none-title = Er is nog geen overzicht
reach-none-text = Het wordt ’s nachts gemaakt, als er { $least } of meer mensen meedoen. Bij minder mensen zegt een aantal te veel over één van hen.
reach-none-action = Terug
reach-participants = Wie doen mee
reach-participants-hint = Mensen die meedoen, ook de gespreksleider.
reach-all = Deelnemers
reach-perspectives = Perspectieven
reach-wanted = Gezocht: { $wanted }
reach-capacities = Hoedanigheid
reach-capacities-hint = Namens wie mensen spreken.
reach-capacity-personal = Op persoonlijke titel
reach-capacity-on-behalf = Namens een organisatie
reach-capacity-official = Als ambtenaar
reach-regions = Regio’s die deelnemers laten zien
reach-regions-hint = Per provincie, van mensen die hun regio laten zien aan iedereen die is aangemeld.
reach-regions-none = Van geen provincie is een aantal te noemen.
reach-invitations = Gevraagd en meegedaan
reach-invitations-hint = Mensen die een uitnodiging kregen. Uitnodigingen die niemand aannam, vergeten wij na een maand; die tellen dan niet meer mee.
reach-invitations-none = Het aantal uitnodigingen is niet te noemen.
reach-asked = Gevraagd
reach-accepted = Ja gezegd
reach-declined = Nee gezegd
reach-unanswered = Niet geantwoord
reach-people = { $people } of meer
reach-untold = Niet genoemd
reach-how = Hoe wij tellen
reach-how-untold = “Niet genoemd”: minder dan { $least } mensen, of een aantal waarmee zo’n klein aantal uit te rekenen is. Ook nul noemen wij niet. Doen er weinig mensen mee, dan is er dus bijna niets te noemen.
reach-how-rounded = Aantallen zijn naar beneden afgerond op vijftallen. Soms gaat er door toeval eerst iets af. Het kunnen er dus meer zijn, nooit minder.
reach-how-when = Een nieuw overzicht komt er pas als er { $least } mensen bij zijn gekomen, en een kwart meer dan eerst. Zo is niet te zien wat één nieuwe deelnemer koos.
reach-how-choice = Wie welk perspectief meebrengt, weet alleen die persoon zelf. Hoe ver elk perspectief is, staat bij ‘Wie is er nodig?’. Waar dat woord samen met een aantal te veel zou zeggen, noemen wij het aantal niet.
reach-table = De aantallen als tabel
reach-table-what = Onderdeel
reach-table-people = Mensen
own-part-title = Hoe u meedoet
own-part-capacity = U spreekt
own-part-capacity-hint = Dit staat bij uw naam, bij wat u vanaf nu schrijft.
own-part-perspective = Uw perspectief
own-part-perspective-hint = U kiest zelf. Niemand ziet wat u kiest. Het telt mee in wat nog ontbreekt, en vanaf tien mensen in een afgerond aantal.
own-part-none = Zeg ik liever niet
own-part-hint = Uw perspectief ziet alleen u.
own-part-change = Aanpassen
own-part-saved = Opgeslagen.
own-part-personal = Op persoonlijke titel
own-part-on-behalf = Namens { $organisation }
own-part-official = Als ambtenaar, { $organisation }
issue-moved = De stand is nu: { $state }.
issue-reason = Waarom?
issue-reason-hint = Iedereen die meedoet, leest dit.
issue-reason-given = Toelichting
issue-actions = Wat u kunt doen
issue-more = Meer acties
issue-invite = Mensen uitnodigen
issue-asked = Wie er gevraagd is
issue-write-outcome = Terugkoppeling schrijven
issue-edit = Opgave bewerken
issue-ends = Loopt tot { $day }
issue-leave = Niet meer meedoen
issue-leave-title = Niet meer meedoen?
issue-leave-text = U leest en schrijft dan niet meer mee. Wat u schreef, blijft staan.
issue-discard = Concept weggooien
issue-discard-title = Dit concept weggooien?
issue-discard-text = De tekst is dan weg en komt niet terug.
issue-untitled = Opgave zonder titel
gap-title = Wie is er nodig?
gap-hint = Deze perspectieven horen aan tafel. Niemand ziet wie welk perspectief meebrengt.
gap-needed = Nodig
gap-welcome = Welkom
gap-why-one = Waarom vragen wij maar één groep?
gap-wanted-sentence = Voor ‘{ $name }’ zoeken wij nog mensen.
gap-almost-sentence = Voor ‘{ $name }’ zijn er bijna genoeg mensen.
gap-filled-sentence = Voor ‘{ $name }’ zijn er genoeg mensen.
gap-wanted = Nog gezocht
gap-almost = Bijna
gap-filled = Vervuld
participants-title = Wie doen mee?
participant-guest = Gast tot en met { $day }
participant-guest-change = Andere einddatum
participant-guest-title = Hoelang doet { $name } mee?
participant-guest-text = Een gast doet mee tot en met deze dag, ten hoogste een jaar. Daarna leest de gast niet meer mee.
participant-guest-day = Tot en met
participant-guest-save = Opslaan
participant-guest-saved = { $name } doet mee tot en met { $day }.
role-facilitator = Gespreksleider
role-participant = Deelnemer
role-official = Ambtenaar
role-observer = Meelezer

## Een opgave schrijven
issue-new = Nieuwe opgave
issue-new-lead = Begin met een titel. De rest vult u daarna in; alles wordt vanzelf bewaard.
issue-propose-new = Stel een opgave voor
issue-propose-lead = Ziet u iets waar mensen over moeten praten? Begin met een titel. Een adviseur leest uw voorstel en laat u weten wat ermee gebeurt.
issue-begin = Begin
similar-count = { $count ->
    [one] Eén opgave lijkt hierop
   *[other] { $count } opgaven lijken hierop
}
similar-title = Gaat een van deze opgaven hier al over?
similar-lead = Dan kunt u daar kijken of meedoen. U kunt ook gewoon verder schrijven.
opens-elsewhere = (opent in een nieuw tabblad)
issue-edit-title = Opgave bewerken
issue-edit-done = Klaar, bekijk de pagina
issue-room-fixed = Dit ligt vast: mensen lezen en schrijven al onder deze afspraken.
issue-part-question = De vraag
issue-part-who = Wie en waar
issue-part-room = De ruimte
issue-title = Titel
issue-title-hint = Kort en concreet, bijvoorbeeld: Rust en ruimte op het Marktplein
issue-core-question = Kernvraag
issue-core-question-hint = Eén vraag die de mensen aan tafel samen kunnen beantwoorden.
issue-why-now = Waarom nu?
issue-why-now-hint = Wat is er gebeurd of wat staat er te gebeuren?
issue-background = Achtergrond
issue-perspectives = Welke perspectieven zijn nodig?
issue-perspectives-hint = Een perspectief is een manier van kijken: ervaring, beroep of positie. Deelnemers kiezen zelf wat ze meebrengen. Geeft u een perspectief later een andere naam, dan kiezen zij opnieuw.
issue-perspective-name = Perspectief { $number }
issue-perspective-experience = Wat heeft zo iemand gezien of gedaan?
issue-perspective-experience-hint = Kort, bijvoorbeeld: komt elke avond op het plein, of is er weggestuurd. Wie u vraagt, leest dit.
issue-perspective-need = Nodig of welkom?
issue-perspective-needed = Nodig: zonder kan het niet
issue-perspective-welcome = Welkom: liever wel dan niet
issue-perspective-wanted = Hoeveel mensen
issue-perspective-remove-name = Perspectief { $number } verwijderen
issue-perspective-add = Perspectief toevoegen
issue-why-one = Waarom vraagt u maar één groep?
issue-why-one-hint = U noemt nu één perspectief. Dat kan nodig zijn. Leg uit waarom: wie u vraagt, leest dit.
issue-why-one-missing = U vraagt één groep. Schrijf waarom u alleen die groep vraagt. Wie u vraagt, leest dit.
templates-title = Beginnen met een voorbeeld
templates-hint = Kies wat op uw opgave lijkt. Alleen wat nog leeg is, wordt ingevuld. Wat u schreef, blijft staan.
templates-label = Soort opgave
templates-none-chosen = Kies een soort
templates-own = Van uw organisatie
templates-ours = Van het platform
templates-preview = Dit voorbeeld vraagt: { $names }.
templates-use = Invullen wat leeg is
templates-filled = Ingevuld wat nog leeg was. Pas alles aan zoals het bij uw opgave hoort.
templates-nothing-empty = Er was niets leeg. Er is niets veranderd.
templates-undo = Ongedaan maken
templates-undone = Het voorbeeld is weer weg.
templates-failed = De voorbeelden konden niet worden opgehaald. U kunt gewoon zelf schrijven.
templates-keep = Deze samenstelling bewaren
templates-keep-title = Deze samenstelling bewaren voor later
templates-keep-text = De perspectieven worden bewaard, de andere teksten niet. Alle adviseurs van uw organisatie kunnen er een opgave mee beginnen.
templates-keep-name = Naam
templates-keep-name-hint = Bijvoorbeeld: Avond met de wijk
templates-kept = De samenstelling is bewaard.
templates-remove = Deze samenstelling verwijderen
templates-remove-title = Samenstelling ‘{ $name }’ verwijderen?
templates-remove-text = Opgaven die ermee begonnen, blijven zoals ze zijn.
templates-removed = De samenstelling is verwijderd.
briefings-title = Wie moet het eerst weten?
briefings-hint = Welke besturen, directies of raden horen dit voordat u mensen vraagt? Schrijf functies en organen op, geen namen van mensen. Alleen wie deze opgave begeleidt, ziet deze lijst.
briefings-none = Er staat nog niets op de lijst.
briefings-name = Functie of orgaan
briefings-name-hint = Bijvoorbeeld: het bestuur van de school
briefings-add = Op de lijst zetten
briefings-often = Vaak nodig
briefings-often-council = De gemeenteraad
briefings-often-board = Het college van burgemeester en wethouders
briefings-often-management = De directie of het management
briefings-often-partner = Het bestuur van de organisatie om wie het gaat
briefings-often-workers = De mensen die er elke dag werken
briefings-told = Verteld: { $name }
briefings-told-on = Verteld op
briefings-told-day = Verteld op { $day }
briefings-to-tell = Nog niet verteld
briefings-remove = { $name } van de lijst halen
briefings-reminder-title = Weten de besturen het al?
briefings-reminder-some = Nog niet verteld: { $names }. U kunt gewoon mensen vragen. Vaak loopt het beter als zij het van u horen.
briefings-reminder-none = U schreef nog niet op wie dit het eerst moet weten. Dat hoeft niet. Vaak loopt het beter als besturen het van u horen en niet van een ander.
briefings-reminder-go = Naar de lijst
issue-perspectives-missing = Noem ten minste één perspectief dat nodig is.
issue-themes = Thema's
issue-themes-hint = Wie een thema volgt, hoort hiervan.
issue-regions = Regio
choice-none = Nog niets gekozen
issue-visibility = Wie mag dit lezen?
visibility-public = Iedereen
visibility-public-hint = Ook zonder aanmelden. Alleen deelnemers schrijven.
visibility-platform = Iedereen die is aangemeld
visibility-platform-hint = Mensen met een account op dit platform.
visibility-tenant = Onze organisatie
visibility-tenant-hint = Alleen leden van deze organisatie.
visibility-invited = Alleen wie is uitgenodigd
visibility-invited-hint = Anderen zien niet dat deze opgave bestaat.
issue-regime = Welke afspraken gelden in het gesprek?
regime-open = Open gesprek
regime-open-hint = Wie de opgave mag lezen, mag ook het gesprek lezen.
regime-trusted = Vertrouwd gesprek
regime-trusted-hint = Alleen deelnemers lezen mee. Citeren mag alleen met toestemming.
regime-confidential = Gesprek met schuilnamen
regime-confidential-hint = Alleen deelnemers lezen mee. Iedereen spreekt met een schuilnaam die het platform kiest.
regime-authorless = Gesprek zonder namen
regime-authorless-hint = Alleen deelnemers lezen mee. Nergens wordt bewaard wie wat schreef, ook niet bij ons.
issue-planned-end = Wanneer wilt u klaar zijn?
issue-planned-end-hint = Mag later nog veranderen.
saves-itself = Uw tekst wordt vanzelf bewaard.
saving = Bezig met bewaren
saved-at = Opgeslagen om { $time }
save-waiting = Bewaard op dit apparaat, nog niet op het platform. We proberen het zo weer.
save-refused = Nog niet bewaard. Kijk wat er niet klopt.
conflict-title = Iemand anders heeft deze tekst ook veranderd
conflict-text = Hieronder staan beide versies. Kies welke u houdt.
conflict-theirs = De tekst van de ander
conflict-yours = Uw tekst
conflict-nothing = (leeg)
conflict-keep-mine = Mijn tekst houden
conflict-take-theirs = De andere tekst nemen

## Gesprekken
threads-title = Gesprekken
threads-none = Er is nog geen gesprek. Begin het eerste.
thread-start = Nieuw gesprek beginnen
thread-title-label = Waar gaat dit gesprek over?
thread-first-post = Eerste bijdrage
thread-summary = { $count ->
    [one] 1 bijdrage, laatste { $moment }
   *[other] { $count } bijdragen, laatste { $moment }
}
thread-empty-title = Nog geen bijdragen
thread-empty-text = Hier komt het gesprek. U kunt de eerste zijn.
unread-divider = { $count ->
    [one] 1 nieuwe bijdrage van { $moment }
   *[other] { $count } nieuwe bijdragen sinds { $moment }
}
new-posts = { $count ->
    [one] 1 nieuwe bijdrage
   *[other] { $count } nieuwe bijdragen
}
posts-earlier = Eerdere bijdragen tonen
posts-later = { $count ->
    [one] Nog 1 latere bijdrage tonen
   *[other] Nog { $count } latere bijdragen tonen
}
posts-failed = De bijdragen konden niet worden opgehaald. Probeer het opnieuw.
typing = { $name } schrijft …
capacity-personal = op persoonlijke titel
capacity-on-behalf = namens { $organisation }
capacity-official = als ambtenaar
capacity-official-of = als ambtenaar, { $organisation }
post-own = (u)
posts-title = Bijdragen
post-number = Bijdrage { $number },
post-answers = Antwoord aan { $name }
post-quote-withdrawn = Deze bijdrage is ingetrokken.
post-withdrawn = Deze bijdrage is ingetrokken.
post-quote = Citeer
post-quote-name = Citeer bijdrage { $number }
post-edit = Bewerk
post-edit-name = Bewerk bijdrage { $number }
post-withdraw = Trek in
post-edited = Bewerkt
post-history-name = Bewerkt: eerdere versies van bijdrage { $number }
post-history-title = Eerdere versies van bijdrage { $number }
post-withdraw-title = Bijdrage intrekken?
post-withdraw-text = De tekst verdwijnt. Anderen zien dat hier een bijdrage stond.
post-withdraw-done = Uw bijdrage is ingetrokken.
post-edit-hint = Anderen kunnen zien wat er eerst stond.
post-edit-label = Uw bijdrage
post-edit-done = Uw bijdrage is gewijzigd.
outgoing-name = Uw bijdrage, nog niet geplaatst
outgoing-sending = Wordt verstuurd …
outgoing-waiting = Nog niet verstuurd: er kwam geen antwoord. Uw tekst is bewaard en gaat vanzelf alsnog weg.
outgoing-take-back = Terug naar mijn tekst
composer-title = Denk mee
composer-label = Uw bijdrage
composer-answers = U antwoordt op bijdrage { $number } van { $name }
composer-unquote = Niet citeren
composer-send = Plaats bijdrage
composer-keys = U kunt ook Ctrl+Enter gebruiken.
composer-sent = Uw bijdrage is geplaatst.
composer-visitor = Wilt u meepraten? Meld u dan aan.
composer-ended = U kunt hier nu niet schrijven. Wat u typte, is bewaard.
composer-opened = U kunt hier weer schrijven.
unposted-label = Uw tekst, nog niet geplaatst
unposted-copied = Uw tekst is gekopieerd.
unposted-not-copied = Kopiëren lukte niet. Selecteer de tekst en kopieer die zelf.
unposted-discard-title = Deze tekst weggooien?
unposted-discarded = Uw tekst is weggegooid.
draft-saved = Concept bewaard om { $time }
editor-toolbar = Opmaak
editor-preview = Voorbeeld
editor-write = Verder schrijven
editor-more = Meer
editor-preview-empty = Er staat nog niets.
editor-preview-failed = Het voorbeeld kwam niet door. Uw tekst is er nog. Probeer het zo opnieuw.
editor-pasted-link = Geplakt als link. Ongedaan maken kan zoals altijd.
editor-pasted-table = Geplakt als tabel. Ongedaan maken kan zoals altijd.
editor-left = { $count ->
    [one] Nog 1 teken
   *[other] Nog { $count } tekens
}
editor-over = { $count ->
    [one] 1 teken te veel
   *[other] { $count } tekens te veel
}
editor-limit-passed = Uw tekst is te lang. U kunt verder typen, maar zo nog niet plaatsen.
mark-bold = Vet
mark-italic = Cursief
mark-heading = Kop
mark-list = Lijst
mark-numbers = Genummerd
mark-quote = Citaat
mark-link = Link
readers-title = Wie leest dit?
readers-everyone = Iedereen kan dit lezen, ook zonder aanmelden. Zoekmachines nemen het gesprek niet op.
readers-signed-in = Iedereen die is aangemeld op dit platform.
readers-tenant = Alleen leden van deze organisatie.
readers-participants = Alleen de mensen die meedoen.
readers-you = U schrijft als { $name }, { $capacity }.
regime-open-mail = Deelnemers kunnen een stukje van uw tekst in hun mail krijgen.
regime-trusted-mail = In mails staat nooit wat u schrijft, alleen dat er iets nieuws is.
regime-confidential-mail = In mails staat alleen dat er iets nieuws is. Niet in welk gesprek, en niet waarover.
regime-open-who = Bij elke bijdrage staat de naam die iemand voor deze opgave koos.
regime-trusted-who = Bij elke bijdrage staan naam en rol.
regime-confidential-who = Niemand. U krijgt één schuilnaam voor deze opgave, en in een andere opgave een andere. Wie achter een schuilnaam zit, staat in geen enkele lijst. Alleen wie het platform beheert, kan het uitrekenen met de geheime sleutel. Dat mag alleen om uw gegevens te wissen.
regime-authorless-who = Niemand, ook wij niet. Bij een bijdrage bewaren we geen naam en alleen het uur. Ook wat u las of aan het typen was, bewaren we niet.
thread-settings = Instellingen
shortcuts-title = Sneltoetsen
shortcuts-on = Sneltoetsen gebruiken
shortcut-next = Volgende bijdrage
shortcut-previous = Vorige bijdrage
shortcut-unread = Naar wat nieuw is
shortcut-reply = Zelf schrijven
shortcut-help = Deze lijst
shortcut-newest = Naar het nieuwste
shortcut-quote = Deze bijdrage citeren
shortcut-edit = Uw eigen bijdrage bewerken
shortcut-mark-unread = Vanaf hier als ongelezen bewaren
shortcuts-in-talk = Gesprek
shortcuts-everywhere = Overal op het platform
shortcuts-writing = Terwijl u schrijft
shortcut-oldest = Naar de eerste bijdrage
shortcut-overview = Naar uw overzicht
shortcut-notifications = Naar uw meldingen
shortcut-send = Versturen
shortcuts-on-hint = Alleen de losse toetsen. Zet ze uit als u met spraak werkt of ze per ongeluk raakt.
typing-on = Laat anderen zien dat ik schrijf
typing-on-hint = Alleen in kleine gesprekken, en alleen terwijl u typt.
thread-draft = Concept
thread-ended = U ziet hier geen nieuwe bijdragen meer: u doet niet meer mee, of u bent afgemeld. Wat u schreef, is bewaard in deze browser.
posts-oldest = Naar de eerste bijdrage
posts-unread = Eerste nieuwe ({ $count })
thread-print-readers = Wie mag dit lezen: { $readers }
thread-print-quote = Wat u ervan mag aanhalen: { $rule }
thread-print-part = Dit zijn de bijdragen { $first } tot en met { $last }. In het gesprek staan er { $total }.
thread-print-when = Afgedrukt { $moment } van { $address }
thread-print-failed = Niet alle bijdragen kwamen door. Er is niets afgedrukt. Probeer het opnieuw.
act-failed = Dat is niet gelukt. Probeer het opnieuw.
posts-newest = Nieuwste ({ $count })
post-more = Meer
post-more-name = Meer over bijdrage { $number }
post-copy-link = Kopieer link
post-link-copied = De link naar deze bijdrage is gekopieerd.
post-link-shown = De link naar deze bijdrage staat in de adresbalk.
post-mark-unread = Ongelezen vanaf hier
post-marked-unread = Vanaf hier staat alles weer als ongelezen.
quote-from = Bijdrage { $number }
post-quote-passage = Citeer wat u koos
post-history-first = Geschreven { $moment }
post-history-changed = Gewijzigd { $moment }
post-history-added = toegevoegd:
post-history-removed = weggehaald:
post-history-end = (tot hier)
post-history-form = De woorden zijn hetzelfde. Alleen de opmaak is veranderd.
post-history-more = { $count ->
    [0] Geen woorden erbij.
    [one] 1 woord erbij.
   *[other] { $count } woorden erbij.
}
post-history-less = { $count ->
    [0] Geen woorden weg.
    [one] 1 woord weg.
   *[other] { $count } woorden weg.
}
post-history-whole = Hele tekst
post-history-whole-name = Hele tekst van { $moment }
outgoing-queued = Wacht op zijn beurt …
outgoing-refused = Niet geplaatst. { $reason }
edit-no-answer = Er kwam geen antwoord. Uw tekst is bewaard. Probeer het opnieuw.
undo-failed = Het intrekken is niet gelukt. Trek de bijdrage zelf in, bij Meer.
action-undo = Ongedaan maken
response-menu = Reageer
response-menu-name = Reageer op bijdrage { $number } met een woord
response-list = Reacties op bijdrage { $number }
response-heard = Gehoord
response-familiar = Herkenbaar
response-thanks = Dank
response-talk-on = Hier wil ik op doorpraten
response-given = U reageerde: { $word }
response-taken = Teruggenomen: { $word }
response-and-others = { $names } en anderen
post-pick = Kies bijdrage { $number }
post-answer = Antwoord
post-on-top = Staat bovenaan
post-perspective = vanuit { $perspective } perspectief
post-came-from = Kwam uit het gesprek
post-moved = Deze bijdrage staat nu in
post-accept = Dit beantwoordt de vraag
post-unaccept = Toch geen antwoord
post-accepted = Deze bijdrage staat bij de antwoorden.
post-unaccepted = Deze bijdrage staat niet meer bij de antwoorden.
post-pin = Zet bovenaan
post-unpin = Haal bovenaan weg
post-pinned = Deze bijdrage staat bovenaan.
post-unpinned = Deze bijdrage staat niet meer bovenaan.
post-label = Vanuit welk perspectief?
label-title = Vanuit welk perspectief antwoordt u?
label-text = Dit staat alleen bij deze bijdrage, niet bij uw profiel. Niemand anders kan het voor u invullen.
label-label = Perspectief
label-hint = Bijvoorbeeld: medisch, juridisch, ouder. Hoogstens 80 tekens.
label-remove = Haal weg
label-done = Uw perspectief is gewijzigd.
thread-kind = Wat voor gesprek wordt het?
thread-kind-talk = Gesprek
thread-kind-talk-hint = Samen van gedachten wisselen.
thread-kind-question = Vraag
thread-kind-question-hint = U zoekt een antwoord. U kiest later welke bijdragen de vraag beantwoorden.
thread-kind-round = Ronde
thread-kind-round-hint = Iedereen komt een keer aan het woord, voordat iemand twee keer spreekt.
thread-list-answered = Vraag: beantwoord
thread-list-unanswered = Vraag: nog geen antwoord
thread-answered = Antwoord op deze vraag
thread-unanswered = Nog geen antwoord
thread-unanswered-text = Wie de vraag stelde of het gesprek leidt, kiest bij Meer welke bijdrage de vraag beantwoordt.
thread-pinned = Bovenaan gezet
thread-marked = { $name }, bijdrage { $number }:
thread-merged = Dit gesprek is opgegaan in een ander gesprek. Alles wat hier stond, staat daar.
thread-merged-go = Ga naar dat gesprek
facilitate-title = Voor de gespreksleider
move-begin = Bijdragen verplaatsen
move-picked = { $count ->
    [0] Kies bijdragen in het gesprek.
    [one] 1 bijdrage gekozen.
   *[other] { $count } bijdragen gekozen.
}
move-do = Verplaats
move-stop = Niet verplaatsen
move-title = { $count ->
    [one] 1 bijdrage verplaatsen
   *[other] { $count } bijdragen verplaatsen
}
move-text = Op de oude plek staat waar de bijdragen heen gingen. Oude links blijven werken. Iedereen die dit gesprek leest, kan het nieuwe ook lezen.
move-where = Waarheen?
move-new = Naar een nieuw gesprek
move-existing = Naar een gesprek dat er al is
move-thread = Gesprek
move-choose = Kies een gesprek
move-none = Er is geen ander gesprek met dezelfde regels.
move-all-begin = Gesprek samenvoegen
move-all-title = Dit gesprek samenvoegen
move-all-text = Alle bijdragen gaan naar het andere gesprek, achter wat daar staat. Hier kan niemand meer schrijven. Oude links blijven werken. Dit kunt u niet terugdraaien.
move-all-do = Voeg samen
round-title = Ronde { $number }
round-open = Nog aan de beurt:
round-passed = Slaat over:
round-done = Iedereen is aan de beurt geweest.
round-your-turn = U bent aan de beurt wanneer u wilt. U spreekt een keer per ronde.
round-you-pass = U slaat deze ronde over. U kunt nog wel iets zeggen.
round-spoken = U hebt gesproken. Nu zijn eerst anderen aan de beurt. U kunt vast schrijven; plaatsen kan in de volgende ronde.
round-spoken-done = U hebt gesproken. U kunt vast schrijven; plaatsen kan in de volgende ronde.
round-skip = Ik sla over
round-unskip = Toch niet overslaan
round-next = Begin de volgende ronde
round-next-title = Nog niet iedereen sprak
round-next-text = Wie nog aan de beurt was, spreekt dan in de volgende ronde. Wilt u toch beginnen?
round-begun = Ronde { $number } is begonnen.
thread-kind-dilemma = Dilemma
thread-kind-dilemma-hint = Er is geen goed antwoord. Eerst worden zorgen gehoord, dan ordent u de meningen, dan zegt de gespreksleider wat kan.
dilemma-title = De weg door dit dilemma
dilemma-step-hear = Een zorg? Een ander vertelt in eigen woorden wat hij of zij hoort. U zegt of u dat bedoelde.
dilemma-step-sort = Wat is uw bijdrage: een standpunt, belang, waarde, voorkeur of feit? Dat kiest u zelf, bij Meer.
dilemma-step-offer = De gespreksleider zegt wat kan, wat niet kan, en wie wanneer beslist.
dilemma-view = { $name }, bijdrage { $number }
dilemma-heard = gehoord
dilemma-unheard = nog niet gehoord
view-concern = Zorg
view-concern-hint = Waar u zich zorgen over maakt. Een ander vertelt wat hij of zij hoort.
view-position = Standpunt
view-position-hint = Wat er volgens u moet gebeuren.
view-interest = Belang
view-interest-hint = Wat er voor u of anderen op het spel staat.
view-value = Waarde
view-value-hint = Wat u belangrijk vindt in het leven.
view-preference = Voorkeur
view-preference-hint = Wat u liever hebt dan iets anders.
view-fact = Feit
view-fact-hint = Wat zo is, en na te gaan.
sort-title = Wat is deze bijdrage?
sort-legend = Dit is een
sort-hint = Alleen u kiest dit voor wat u schreef.
sort-none = Niets van dit alles
sort-done = Uw keuze staat bij de bijdrage.
heard-tell = Vertel wat u hoort
heard-tell-name = Vertel wat u hoort in bijdrage { $number }
heard-tell-title = Wat hoort u { $name } zeggen?
heard-tell-text = Vertel het in uw eigen woorden, zonder oordeel of oplossing. Daarna zegt de ander of het zo bedoeld is.
heard-tell-label = Ik hoor
heard-tell-do = Vertel het
heard-told = Het staat bij de zorg.
heard-by = { $name } hoort:
heard-somebody = Iemand hoort:
heard-confirm = Dit is wat ik bedoelde
heard-confirmed = U bedoelde het zo.
heard-correct = Ik zeg het beter
heard-correct-text = Zeg het nog een keer, zoals u het bedoelt.
heard-correct-label = Ik bedoel
heard-correct-do = Zeg het zo
heard-corrected = Uw woorden staan erbij.
heard-take = Neem terug
heard-taken = Het is weg.
heard-meant = { $name } bedoelde dit.
heard-better = { $name } zegt het zo:
offer-title = Perspectief
offer-begin = Bied perspectief
offer-change = Wijzig het perspectief
offer-possible = Wat kan
offer-possible-hint = Ook kleine stappen.
offer-impossible = Wat niet kan
offer-impossible-hint = En waarom niet.
offer-decides = Wie beslist, en wanneer
offer-decides-hint = Bijvoorbeeld: de gemeenteraad, op 12 mei.
offer-done = Het perspectief staat boven het gesprek.
composer-go = Schrijf mee
composer-to-issue = Naar de pagina
room-rules = De regels van dit gesprek
room-purpose = Waar het om gaat
room-government = Overheden die meedoen: { $bodies }.
room-government-none = Er doen geen ambtenaren mee.
room-owner = Dit is van { $organisation }.
room-mail = Wat er in mails staat
room-quoting = Wat anderen mogen aanhalen
room-after = Wat ermee gebeurt
room-after-text = Aan het eind komt er een terugkoppeling: wat we hoorden, wat ermee gebeurt en wat niet.
room-retention = Hoe lang het blijft
room-retention-text = Uw eigen bijdragen kunt u altijd intrekken.
room-retention-link = Privacy bij { $organisation }
regime-open-quote = In de terugkoppeling, met een link naar de bijdrage.
regime-trusted-quote = Niets buiten dit gesprek, tenzij de schrijver het goedvindt.
regime-confidential-quote = Niets buiten dit gesprek, tenzij de schrijver het goedvindt. Ook dan zonder schuilnaam.
regime-authorless-quote = In de terugkoppeling, zonder te zeggen van wie het is.
room-kind = Soort gesprek
room-kind-fixed = Dat verandert nooit meer. Wie andere regels wil, begint een nieuw gesprek.
room-who = Wie ziet wie wat zegt
room-aliases = Hier spraken: { $names }.
room-staff = Medewerkers en beheerders
room-staff-open = Zij lezen mee zoals iedereen die dit mag lezen.
room-staff-closed = Zij lezen niet mee, tenzij ze zelf meedoen.
room-kept = { $count ->
    [one] Eén dag na de laatste bijdrage wissen we het hele gesprek.
   *[other] { $count } dagen na de laatste bijdrage wissen we het hele gesprek.
}
room-withdraw-here = Uw eigen bijdragen kunt u veranderen of intrekken in deze browser, zolang u aangemeld blijft. Daarna kan niemand dat meer.
readers-you-alias = U schrijft met een schuilnaam: { $name }.
readers-you-nobody = U schrijft zonder naam.
post-nobody = Iemand in dit gesprek
post-hour = In het uur na { $moment }
thread-regime = Welke regels gelden in dit gesprek?
session-ended = U bent afgemeld. Wat u schreef, is bewaard.
session-ended-action = Opnieuw aanmelden
connection-lost = Geen verbinding met de server. Wat u typt, blijft bewaard op dit apparaat. We proberen het steeds opnieuw.
connection-retry = Nu proberen

## Profiel
profile-title = Profiel
profile-lead = Hoe anderen u kennen, en wie u mag vinden.
profile-name = Naam
profile-name-hint = Zo staat u bij uw bijdragen. Eerdere bijdragen houden de naam van toen.
profile-saved = Uw profiel is opgeslagen.
profile-addresses = E‑mailadressen
sessions-title = Waar u bent aangemeld
sessions-current = dit apparaat, nu
sessions-end-name = Afmelden op { $device }
sessions-end-all = Overal afmelden
sessions-ended = U bent daar afgemeld.
preferences-title = Mail en meldingen
account-nav = Over uzelf
account-title = Aanmelden en veiligheid
account-lead = Met welke adressen u zich aanmeldt, en waar u bent aangemeld.
preferences-lead = Waarover u mail krijgt, hoe vaak en waarom. Meldingen op het platform krijgt u altijd.
preferences-levels = Hoe vaak wilt u mail?
preferences-saved = Uw keuzes zijn opgeslagen.
preferences-overview = Wanneer komt uw overzicht?
preferences-overview-hint = Wat u per dag of per week kiest, komt samen in één mail. Is er niets nieuws, dan komt er geen mail.
preferences-hour = Hoe laat
preferences-hour-at = { $hour }.00 uur
preferences-weekday = Welke dag, voor het weekoverzicht
preferences-language = In welke taal wilt u mail?
preferences-always = Mails om u aan te melden en over uw account krijgt u altijd. Wie u mag uitnodigen, kiest u bij Profiel.
topic-talk = Gesprekken
topic-talk-about = Nieuwe bijdragen en gesprekken, bij opgaven waaraan u meedoet of die u volgt.
topic-progress = Stappen van opgaven en voorstellen
topic-progress-about = Bijvoorbeeld: een opgave gaat open, of er is een antwoord op uw voorstel.
topic-outcomes = Terugkoppelingen
topic-outcomes-about = Wat er met de gesprekken is gedaan.
topic-new = Nieuwe opgaven en kennis
topic-new-about = Over de thema’s en regio’s die u volgt.
level-at-once = Meteen
level-daily = Elke dag, in mijn overzicht
level-weekly = Elke week, in mijn overzicht
level-off = Nooit
levels-title = Opgaven met een eigen keuze
levels-lead = Voor deze opgaven koos u iets anders. Dat kan op de pagina van elke opgave.
levels-none = U hebt voor geen enkele opgave iets anders gekozen.
levels-of = Mail over ‘{ $name }’
follows-title = Wat wilt u volgen?
follows-lead = U hoort dan van nieuwe opgaven en nieuwe kennis over een thema of in een regio.
follows-themes = Thema’s
follows-regions = Regio’s
follows-issues = Opgaven die u volgt
follows-issues-none = U volgt nog geen opgaven. Dat kan op de pagina van elke opgave.
follow-on = ✓ { $name }
follow-off = + { $name }
follow-name = Volg { $name }
follow-started = U volgt nu { $name }.
follow-stopped = U volgt { $name } niet meer.
follow-stop-name = { $name } niet meer volgen
follow-failed = Dat lukte niet. Probeer het opnieuw.
follow-more-title = Meer hierover horen?
follow-more-text = Volg een onderwerp en hoor van nieuwe opgaven en nieuwe kennis.
follow-more-all = Kies uit de hele lijst
standing-title = Berichten hierover
standing-why = U krijgt berichten omdat { $why }.
standing-level = Mail hierover
standing-as-settings = Zoals bij mijn instellingen
standing-saved = Uw keuze is opgeslagen.
standing-follow = Volg dit
standing-follow-hint = U krijgt dan bericht van nieuwe bijdragen en van de terugkoppeling.
standing-followed = U volgt dit.
standing-unfollow = Niet meer volgen
standing-unfollowed = U volgt dit niet meer.
addresses-lead = U kunt zich met elk bevestigd adres aanmelden. Naar één ervan gaat uw mail.
address-primary = Hier gaat uw mail naartoe
address-unproven = Nog niet bevestigd
address-add = Nog een adres toevoegen
address-add-hint = U krijgt op dat adres een mail met een code.
address-add-send = Stuur de code
address-code = Code uit de mail
address-code-hint = Zes cijfers. De mail ging naar { $address }.
address-prove = Bevestig dit adres
address-code-new = Stuur een nieuwe code
address-code-again = Er is een nieuwe code gestuurd naar { $address }.
address-proven = { $address } is bevestigd. U kunt zich er nu mee aanmelden.
address-promote = Stuur mijn mail hierheen
address-promote-name = Stuur mijn mail naar { $address }
address-promoted = Uw mail gaat voortaan naar { $address }.
address-remove-title = { $address } verwijderen?
address-remove-text = U kunt zich met dit adres niet meer aanmelden. Op andere apparaten wordt u afgemeld.
address-remove-unproven = Dit adres is nog niet bevestigd. U kunt het later weer toevoegen.
address-removed = { $address } is verwijderd.
addresses-lost = Ik kan niet meer bij mijn mail
addresses-lost-other = Meld u aan met een ander adres van u, of met uw wachtwoord. Voeg dan uw nieuwe adres toe, stuur uw mail daarheen en verwijder het oude.
addresses-lost-none = Hebt u geen ander adres en geen wachtwoord? Vraag dan uw organisatie om uw nieuwe adres uit te nodigen. Voeg daarom nu al een tweede adres toe.
password-title = Wachtwoord
password-none = U hebt geen wachtwoord. Dat hoeft ook niet: met een code uit uw mail komt u altijd binnen.
password-has = U hebt een wachtwoord ingesteld. Een code uit uw mail werkt ook altijd.
password-set = Stel een wachtwoord in
password-change = Wijzig het wachtwoord
password-save = Wachtwoord opslaan
password-saved = Uw wachtwoord is opgeslagen.
password-remove = Verwijder het wachtwoord
password-remove-title = Wachtwoord verwijderen?
password-remove-text = U meldt zich dan weer aan met een code uit uw mail. Op andere apparaten wordt u afgemeld.
password-removed = U hebt geen wachtwoord meer.
password-current = Uw wachtwoord van nu
password-current-hint = Vergeten? Laat dit leeg als u zich net hebt aangemeld met een code.
password-new = Nieuw wachtwoord
password-new-hint = Ten minste 12 tekens. Vier losse woorden zijn makkelijk te onthouden en moeilijk te raden.
password-show = Laat zien wat ik typ
password-elsewhere = Op andere apparaten wordt u afgemeld. U krijgt een mail dat uw wachtwoord is veranderd.
password-strength = Sterkte: { $word }.
password-strength-0 = zeer zwak
password-strength-1 = zwak
password-strength-2 = nog niet sterk genoeg
password-strength-3 = sterk
password-strength-4 = zeer sterk
password-hint-short = Gebruik ten minste 12 tekens.
password-hint-long = Gebruik ten hoogste 128 tekens.
password-hint-easy = Zet er een paar woorden bij die niets met elkaar of met u te maken hebben.
password-hint-common = Dit gebruiken veel mensen. Kies iets anders.
password-hint-pattern = Rijtjes en herhalingen zijn makkelijk te raden.
password-hint-date = Een datum of jaartal is makkelijk te raden.
password-hint-name = Een naam is makkelijk te raden.
sessions-lead = Herkent u iets niet? Meld u daar dan af en wijzig uw wachtwoord, als u er een hebt.
sessions-unknown = Onbekend apparaat
sessions-last = laatst gebruikt { $moment }
sessions-end-all-title = Overal afmelden?
sessions-end-all-text = U wordt op alle apparaten afgemeld, ook hier. Teksten die u nog niet plaatste, verdwijnen uit deze browser.
seen-title = Zo zien anderen u
seen-name = Bij uw bijdragen staat de naam { $name }, met hoe u meedoet.
seen-nameless = U hebt nog geen naam ingevuld. Anderen zien dus nog geen naam.
seen-by-platform = Iedereen die is aangemeld, ziet
seen-by-tenants = Leden van uw organisaties zien ook
seen-by-facilitators = Wie mensen mag uitnodigen, ziet ook
seen-hidden = U bent verborgen: verder ziet niemand iets van u.
seen-nothing = Verder ziet niemand iets van u.
seen-never = Nooit te zien: uw e‑mailadres, het perspectief dat u koos en aan welke besloten opgaven u meedoet.
own-title = Mijn gegevens
own-lead = Wie u mag vinden, wie u zag en waarvoor u toestemming gaf.
hide-title = Verberg mij overal
hide-state-on = verborgen
hide-state-off = niet verborgen
hide-on = U bent verborgen: niemand vindt u. Uw keuzes hieronder zijn bewaard.
hide-off = U bent te vinden voor wie u hieronder koos.
hide-nothing = U liet nog niets van uzelf zien, dus niemand vindt u nu.
hide-what = Verbergt u zich, dan vindt niemand u meer: niet bij Mensen, niet bij zoeken, en niet bij de mensen die iemand kan uitnodigen. Staat u op een lijst om later te worden gevraagd, dan slaan we u over. Dat geldt meteen. U kunt het altijd terugdraaien.
hide-stays = Waar u al meedoet, blijft u meedoen, en de mensen daar zien uw naam. Eigenaren van uw organisatie zien dat u lid bent. Een uitnodiging die u al kreeg, blijft staan, en wie uw mailadres kent, kan u daarop nog vragen.
hide-act = Verberg mij overal
hide-undo = Laat mij weer vinden
hide-done = U bent nu overal verborgen.
hide-undone = U bent weer te vinden, zoals u eerder koos.
find-hidden = Dit geldt weer zodra u zich laat vinden.
find-nothing = U liet nog niets van uzelf zien. Niemand vindt u.
find-parts = Wie u vond, leest ook:
find-per-month = { $count ->
    [0] U wilt niet gevraagd worden.
    [one] U wilt hoogstens 1 keer per maand gevraagd worden.
   *[other] U wilt hoogstens { $count } keer per maand gevraagd worden.
}
find-change = Dit wijzigen bij Profiel
looks-title = Wie zag mij?
looks-lead = Hier staat op welke dag iemand met een rol in een organisatie u zag in een lijst of bij zoeken, en waarom. Hoe vaak er op een dag is gekeken, en door welke collega, bewaren we niet. Na een jaar wissen we de regel.
looks-not = Dat iemand uw bijdragen in een gesprek leest, houden we niet bij. Ook niet dat gewone leden u bij Mensen vonden.
looks-none = Sinds wij dit bijhouden, zag niemand met een rol in een organisatie u in een lijst of bij zoeken.
looks-failed = Wie u zag, kon niet worden geladen. Probeer het later opnieuw.
looker-owner = Een eigenaar
looker-convener = Een adviseur
looker-publisher = Een redacteur
looker-facilitator = Een gespreksleider
looker-operator = De beheerder van het platform
look-directory = { $who } zag u bij het zoeken naar mensen, omdat u daar iets van uzelf laat zien.
look-suggestions = { $who } zag u bij de mensen om uit te nodigen voor een opgave, omdat daarbij past wat u laat zien. Wat u wie mag uitnodigen laat zien van uw bagage en talen, stond erbij.
look-members = { $who } zag u in de ledenlijst, om rollen te regelen.
look-participants = { $who } zag u in de deelnemerslijst van een opgave waaraan u meedoet.
look-hands = { $who } zag u bij wie wil meedoen aan een opgave, om u te antwoorden.
look-invited = { $who } zag u bij wie is uitgenodigd, om te zien wat u antwoordde.
look-archive = { $who } schreef u in het archief waarmee de organisatie kan verhuizen.
consents-title = Waarvoor gaf ik toestemming?
consents-lead = U gaf toestemming voor alles wat u aan anderen laat zien. Wat u introk of veranderde, blijft hier een jaar staan. Alleen u ziet dat.
consents-none = U gaf nog geen toestemming om iets te laten zien.
consents-failed = Uw toestemmingen konden niet worden geladen. Probeer het later opnieuw.
consents-foreign = een woord van een organisatie waar u niet meer bij hoort
consents-for = Te zien voor: { $audience }
consents-given = Toestemming gegeven op { $day }, tekst van { $version }.
consents-ended = Ingetrokken of veranderd op { $day }.
consents-text = Lees de tekst van 2026-11
consents-perspective = Koos u bij een opgave een perspectief? Dat ziet, wijzigt of wist u op de pagina van die opgave.
copy-title = Een kopie van alles
copy-lead = Alles wat van u bewaard is, in één bestand (JSON): wat u schreef, waaraan u meedoet, wat u over uzelf vertelde en wie u zag. Van anderen staat er niets in, behalve wat zij aan u schreven. Bestanden die u plaatste, haalt u op waar ze staan.
copy-warn = Bewaar het goed: er staat ook in aan welke besloten opgaven u meedoet.
copy-act = Kopie downloaden
seen-more = Wie zag mij, en mij overal verbergen

## Organisatie
page-about = Over ons
page-house-rules = Huisregels
page-privacy = Privacy
page-accessibility = Toegankelijkheid
page-contact = Contact
members-title = Leden
members-lead = Collega's die in deze organisatie een rol hebben.
members-role = Rol
members-role-of = Rol van { $name }
members-remove-name = { $name } verwijderen
members-remove-title = { $name } verwijderen?
members-change = Rol wijzigen
members-change-name = Rol van { $name } wijzigen
members-until = tot en met { $day }
members-ends = Tot en met
members-ends-hint = Hoeft niet. Daarna stopt de rol vanzelf.
members-text-hint = Hoeft niet. Staat in de mail.
tenant-role-member-may = Leest en doet mee aan wat voor deze organisatie open is.
tenant-role-publisher-may = Schrijft ook kennisproducten en brengt ze uit.
tenant-role-convener-may = Begint ook opgaven, beslist over voorstellen en nodigt mensen uit.
tenant-role-owner-may = Regelt ook leden, kleuren, woorden en pagina's.
members-remove-text = Deze persoon verliest de rol in deze organisatie. Opgaven waaraan iemand meedoet, blijven.
members-nameless = Nog zonder naam
members-removed = Het lid is verwijderd.
members-changed = De rol is veranderd.
members-invite = Collega uitnodigen
members-email = E‑mailadres
members-invite-send = Uitnodiging sturen
members-invited = De uitnodiging aan { $email } is verstuurd.
tenant-role-member = Lid
tenant-role-publisher = Redacteur
tenant-role-convener = Adviseur
tenant-role-owner = Eigenaar
settings-title = Beheer
settings-name = Naam van de organisatie
settings-about = In één of twee zinnen
settings-colour = Hoofdkleur
settings-colour-hint = Witte letters moeten erop leesbaar zijn.
settings-colour-unreadable = Op deze kleur zijn witte letters niet goed leesbaar. Kies een donkerder kleur.
settings-accent = Tweede kleur
settings-email = E‑mailadres voor vragen
settings-phone = Telefoonnummer voor vragen
settings-saved = Opgeslagen.
settings-pages = Eigen pagina's
settings-languages = Talen
settings-languages-hint = De eerste gekozen taal is de taal van mails aan mensen die nog niets kozen.
settings-pages-hint = U schrijft de Nederlandse versie. Wissel bovenaan van taal voor de Engelse.

terms-title = Woorden
terms-lead = De thema's, deskundigheden en regio's waarmee uw organisatie ordent en mensen vindt. Naast de gedeelde woorden kunt u eigen woorden toevoegen.
terms-themes = Thema's
terms-themes-hint = Waar opgaven en kennis over gaan, en wat mensen volgen.
terms-expertise = Deskundigheid
terms-expertise-hint = Waar mensen verstand van hebben.
terms-regions = Regio's
terms-regions-hint = Waar opgaven spelen en mensen thuis zijn.
terms-none = Nog geen eigen woorden.
terms-add = Woord toevoegen
terms-rename = Wijzigen
terms-rename-name = { $name } wijzigen
terms-shared = { $count ->
    [one] Eén gedeeld woord
   *[other] { $count } gedeelde woorden
}
terms-name-nl = In het Nederlands
terms-name-en = In het Engels
terms-name-en-hint = Leeg laten mag; dan geldt het Nederlandse woord.
terms-synonyms = Andere woorden
terms-synonyms-hint = Met komma's ertussen. Wie zo zoekt, vindt het ook.

## Uitnodigen
invite-title = Mensen uitnodigen
invite-lead = Wie ontbreekt er nog aan tafel? Kies mensen die zich aanboden, of vul e‑mailadressen in. Ieder krijgt een eigen mail.
invite-suggestions = Mensen die hierbij passen
invite-suggestions-hint = Zij gaven aan dat ze gevraagd mogen worden. Bij ieder staat waarom.
invite-suggestions-none = Er is nog niemand gevonden die zich hiervoor aanbood. U kunt wel mensen uitnodigen met hun e‑mailadres.
invite-reason-expertise = Weet van { $term }
invite-reason-interest = Interesse in { $term }
invite-reason-region = Thuis in { $term }
invite-experience = De bagage van { $name }
invite-asked-often = Dit jaar al vaak gevraagd
invite-addresses = E‑mailadressen
invite-addresses-hint = Eén per regel. De adressen worden alleen voor deze uitnodiging gebruikt.
invite-text = Uw persoonlijke woorden
invite-text-hint = Staat bij iedereen in de mail. Schrijf waarom u juist aan hen denkt.
invite-own-texts = Iemand een eigen tekst geven
invite-own-text = Voor { $name }
invite-own-texts-hint = Laat u een vak leeg, dan krijgt die persoon de woorden hierboven.
invite-chosen-elsewhere = Door u gekozen
invite-nobody = Kies minstens één persoon, of vul een e‑mailadres in.
invite-kept = Wat u schrijft, blijft bewaard tot u het verstuurt.
invite-send = { $count ->
    [0] Uitnodiging sturen
    [one] 1 uitnodiging sturen
   *[other] { $count } uitnodigingen sturen
}
invite-done = { $count ->
    [0] Er is geen uitnodiging verstuurd.
    [one] Er is 1 uitnodiging verstuurd.
   *[other] Er zijn { $count } uitnodigingen verstuurd.
}
invite-fault = { $name }: { $why }
invite-results = Zo ging het
invite-outcome-sent = de uitnodiging is verstuurd.
invite-outcome-already-invited = heeft al een uitnodiging die openstaat.
invite-outcome-takes-part = doet al mee.
invite-outcome-never-again = wil geen uitnodigingen meer krijgen.
invite-outcome-not-available = is nu niet te vragen.
hands-title = Wie wil meedoen
hands-none = Niemand heeft zich gemeld.
hands-waiting = { $count ->
    [one] Eén persoon wil meedoen en wacht op antwoord
   *[other] { $count } mensen willen meedoen en wachten op antwoord
}
hand-state-raised = Wacht op antwoord
hand-state-objected = Maakt bezwaar
hand-state-invited = Uitgenodigd
hand-state-refused = Afgewezen
hand-since = Gemeld op { $day }
hand-answer-by = antwoord beloofd uiterlijk op { $day }
hand-reason-given = Waarom niet
hand-objection-name = Het bezwaar van { $name }
hand-invite = Uitnodigen
hand-invite-name = { $name } uitnodigen
hand-invite-text = Wat wilt u erbij zeggen?
hand-invite-hint = Mag leeg blijven. Het staat in de uitnodiging, die drie weken geldig is.
hand-was-invited = { $name } krijgt een uitnodiging.
hand-refuse = Niet uitnodigen
hand-refuse-name = { $name } niet uitnodigen
hand-refuse-reason = Waarom niet?
hand-refuse-hint = Dit leest degene die wilde meedoen. U kunt later alsnog uitnodigen.
hand-was-refused = { $name } leest waarom het niet doorgaat.
hand-title = Zelf meedoen
hand-lead = Bent u niet gevraagd, en hebt u iets in te brengen? Laat het weten.
hand-visitor = Wilt u meedoen? Meld u aan en laat het weten.
hand-raise = Ik wil meedoen
hand-who-reads = Dit lezen alleen de gespreksleiders, en de adviseurs en eigenaren van de organisatie. U krijgt binnen twee weken antwoord.
hand-motivation = Waarom wilt u meedoen?
hand-motivation-hint = Vertel wat u hebt meegemaakt of weet. Hoogstens 1.000 tekens.
hand-motivation-own = Dit schreef u
hand-send = Versturen
hand-sent = Verstuurd. U krijgt binnen twee weken antwoord.
hand-raised = U wilt meedoen. U krijgt uiterlijk op { $day } antwoord.
hand-invited = U bent uitgenodigd. Kijk in uw mail of in uw overzicht.
hand-to-overview = Naar mijn overzicht
hand-refused = U kunt deze keer niet meedoen. Deze pagina kunt u blijven lezen.
hand-reason = De reden
hand-object = Bezwaar maken
hand-objection = Waarom klopt deze reden niet?
hand-objection-hint = U kunt één keer bezwaar maken. Als het kan, kijkt iemand anders ernaar dan wie nee zei. U krijgt binnen twee weken antwoord.
hand-objection-own = Uw bezwaar
hand-objection-sent = Verstuurd. Er wordt opnieuw naar gekeken.
hand-objected = Er wordt opnieuw naar gekeken. U krijgt uiterlijk op { $day } antwoord.
hand-lower = Toch niet
hand-lower-title = Wilt u toch niet meedoen?
hand-lower-text = Niemand ziet daarna nog dat u zich meldde.
hand-from-hall = via zaallink: { $place }
hand-nominated = Voorgedragen door { $name }
hand-nominated-circle = Voorgedragen uit een netwerk dat u vroeg

nominate-title = Iemand voordragen
nominate-lead = Weet u iemand die hier iets kan inbrengen? Wij vragen het die persoon eerst.
nominate-person-act = Voordragen
nominate-act = Iemand voordragen
nominate-how = Alleen na een ja ziet wie dit begeleidt de naam en wat u schrijft. Wat de ander antwoordt, hoort u niet. Zo kan iedereen vrij kiezen.
nominate-email = E‑mailadres
nominate-email-hint = Of zoek iemand bij Mensen, en kies daar Voordragen.
nominate-why = Waarom deze persoon?
nominate-why-hint = De ander leest dit als eerste, met uw naam erbij.
nominate-send = Vraag het
nominate-sent = We vragen het, als dat kan.
nominate-own = Wie u voordroeg
nominate-asked = Gevraagd op { $day }. Wordt gewist op { $until }.
nominate-for = Voordragen voor
nominate-for-name = { $name } voordragen

circle-title = Vraag een netwerk
circle-lead = Vraag de gespreksleiders van een netwerk wie zij weten. Wie in het netwerk zit, hoort u niet: wie wordt voorgedragen, zegt zelf ja of nee.
circle-network = Netwerk
circle-choose = Kies een netwerk
circle-text = Wat wilt u vragen?
circle-text-hint = De perspectieven die nog gezocht worden, staan er vanzelf bij.
circle-send = Vraag het netwerk
circle-sent = Het netwerk is gevraagd.
circle-none = Er is geen netwerk dat u kunt vragen.
circle-unnamed = Een netwerk
circle-state-waiting = Wacht op antwoord
circle-state-answered = Er is iemand voorgedragen
circle-state-declined = Niemand voorgedragen
circle-reason = Waarom niet
circle-waiting-title = Aan wie denkt u?
circle-waiting-lead = Een opgave zoekt mensen en vraagt uw netwerk. U draagt iemand voor, of laat weten dat u niemand weet. Wie in het netwerk zit, blijft geheim.
circle-asked-by = Gevraagd door { $name } op { $day }
circle-sought = Nog gezocht: { $names }
circle-nominate = Iemand voordragen
circle-nominate-title = Iemand voordragen voor { $title }
circle-decline = Ik weet niemand
circle-decline-title = Ik weet niemand voor { $title }
circle-decline-reason = Wilt u zeggen waarom niet?
circle-decline-hint = Hoeft niet. De vrager leest dit.
circle-declined = De vrager ziet dat u niemand weet.

contact-act = Om contact vragen
contact-act-name = { $name } om contact vragen
contact-how = { $name } krijgt uw naam, uw organisatie en wat u schrijft, en beslist of u antwoord krijgt. Adressen worden niet getoond.
contact-text = Wat wilt u vragen?
contact-text-hint = Schrijf kort wie u bent en waar het over gaat.
contact-issue = Gaat het over een opgave of netwerk?
contact-issue-none = Nee, over iets anders
contact-send = Verstuur
contact-sent = Uw verzoek is verstuurd.
contact-own = Uw contactverzoeken
contact-own-lead = Komt er een antwoord, dan krijgt u dat per mail. Geen antwoord kan van alles betekenen.
contact-own-asked = Gevraagd op { $day }. Wordt gewist op { $until }.
contact-own-answered = Beantwoord per mail
contact-no-member = geen lid

contacts-title = Contactverzoeken
contacts-lead = Mensen die u op het platform vonden, vragen u om contact. Zegt u nee of niets, dan horen zij daar niets van.
contacts-none-title = Er wachten geen verzoeken
contacts-none-text = Vraagt iemand u om contact, dan staat het hier en krijgt u een mail. Bij Profiel zet u dat uit.
contacts-waiting = { $count ->
    [one] Iemand vraagt u om contact
   *[other] { $count } mensen vragen u om contact
}
contacts-from = { $role } bij { $organisation }
contacts-about = Over: { $title }
contacts-until = Antwoorden kan tot { $day }.
contacts-answer = Antwoord geven
contacts-answer-name = { $name } antwoord geven
contacts-answer-text = Uw antwoord
contacts-answer-hint = { $name } krijgt dit één keer, per mail.
contacts-share = Zet mijn e‑mailadres erbij
contacts-share-hint = Zonder vinkje krijgt { $name } uw adres niet.
contacts-issue = Verder praten in
contacts-issue-none = Geen opgave of netwerk
contacts-send = Verstuur antwoord
contacts-answered = Uw antwoord is onderweg.
contacts-refuse = Nee
contacts-refuse-name = Nee zeggen tegen { $name }
contacts-refuse-text = { $name } krijgt hier geen bericht van.
contacts-never = En hierna?
contacts-never-none = Alleen deze keer niet
contacts-never-person = Nooit meer van { $name }
contacts-never-organisation = Nooit meer van iemand bij { $organisation }
contacts-refused = Het verzoek is weg.
facets-contact = Contactverzoeken
facets-contact-open = Wie u vindt, mag u om contact vragen. U beslist of u antwoordt.
facets-contact-closed = Niemand kan u om contact vragen.
facets-contact-close = Zet contactverzoeken uit
facets-contact-reopen = Sta contactverzoeken toe

halls-title = Zaallink
halls-lead = Houdt u een bijeenkomst? Hang een poster met een QR-code op. Wie hem scant, meldt zich aan en doet mee. U ziet hoeveel mensen de link gebruikten. Wie dat waren, leggen we niet vast, behalve bij wie eerst schrijft waarom.
halls-none = Er is nog geen zaallink.
hall-make = Zaallink maken
hall-place = Welke zaal, en wanneer?
hall-place-hint = Bijvoorbeeld: Buurthuis De Hof, 12 maart. Dit leest ook wie de link opent.
hall-limit = Hoeveel mensen?
hall-limit-hint = Van 10 tot en met 150. Een zaal deelt vaak één internetverbinding, en daarover kunnen niet meer mensen zich tegelijk aanmelden.
hall-day = Tot welke dag?
hall-day-hint = Hoogstens 31 dagen vooruit.
hall-day-missing = Kies een dag en een tijd.
hall-time = Tot hoe laat?
hall-how = Hoe komt men binnen?
hall-how-at-once = Meteen
hall-how-at-once-hint = Wie de code scant en zich aanmeldt, doet meteen mee.
hall-how-approval = Na uw antwoord
hall-how-approval-hint = Wie komt, schrijft waarom. U antwoordt binnen twee weken, bij ‘Wie wil meedoen’.
hall-made = De zaallink is gemaakt. Hang de poster op.
hall-state-open = Open
hall-state-full = Vol
hall-state-over = Voorbij
hall-state-ended = Gesloten
hall-used = { $used } van { $limit } plekken gebruikt
hall-until = tot { $moment }
hall-was-until = werkte tot { $moment }
hall-ended-at = gesloten op { $moment }
hall-by = gemaakt door { $name }
hall-approval = Na uw antwoord
hall-poster = Poster
hall-poster-name = Poster voor { $place }
hall-code = QR-code als bestand
hall-code-name = QR-code als bestand voor { $place }
hall-address = Het adres op de poster
hall-end = Sluiten
hall-end-name = Zaallink voor { $place } sluiten
hall-end-title = De zaallink voor { $place } sluiten?
hall-end-text = Wie hem daarna opent, leest dat hij gesloten is en aan wie men iets kan vragen. Wie al meedoet, blijft meedoen.
hall-earlier = Eerdere zaallinks ({ $count })

waves-title = In golven vragen
waves-how = Hoe vraagt u?
invite-until = Als gast, tot en met
invite-until-hint = Mag leeg blijven. Op deze dag houdt het meedoen vanzelf op, en de anderen zien tot wanneer iemand gast is.
invite-until-not-in-waves = Als gast vragen kan niet in golven. Wie u zo vraagt, doet mee zonder einddatum.
waves-all-now = Iedereen nu
waves-all-now-hint = Iedereen krijgt de uitnodiging meteen.
waves-some = In golven
waves-some-hint = Eerst een paar mensen. De volgende pas als er daarna nog iemand nodig is.
waves-size = Hoeveel mensen tegelijk?
waves-wait = Hoeveel dagen wachten?
waves-enough = Stoppen als zoveel mensen ja zeggen
waves-enough-hint = Leeg: doorgaan tot alles wat nodig is vervuld is, of de lijst op is.
waves-send = { $count ->
    [one] Begin met { $count } persoon
   *[other] Begin met { $count } mensen
}
waves-begun = { $count ->
    [0] Er kon niemand gevraagd worden. Bij de lijst staat waarom.
    [one] Eén persoon is gevraagd.
   *[other] { $count } mensen zijn gevraagd.
}
waves-add = { $count ->
    [one] Zet { $count } persoon achteraan
   *[other] Zet { $count } mensen achteraan
}
waves-added = { $count ->
    [0] Deze mensen stonden al op de lijst.
    [one] Eén persoon staat achteraan in de lijst.
   *[other] { $count } mensen staan achteraan in de lijst.
}
waves-runs = U vraagt al in golven. Nieuwe mensen komen achteraan in uw lijst.
waves-running = Loopt
waves-paused = Gepauzeerd
waves-ended = Klaar
waves-rhythm = { $size ->
    [one] Eén persoon tegelijk
   *[other] { $size } mensen tegelijk
}, om de { $days } dagen,
waves-until = tot { $count ->
    [one] er één ja zegt
   *[other] er { $count } ja zeggen
}
waves-until-filled = tot alles wat nodig is vervuld is
waves-so-far = { $asked ->
    [0] Niemand gevraagd
    [one] Eén persoon gevraagd
   *[other] { $asked } mensen gevraagd
}, { $accepted ->
    [0] nog geen ja
    [one] één zei ja
   *[other] { $accepted } zeiden ja
}
waves-next = De volgende golf is op { $day }.
waves-next-last = Op { $day } kijken we of er genoeg mensen zijn.
waves-next-paused = Er wordt nu niemand gevraagd.
waves-next-issue-paused = Alles ligt stil. Tot het verdergaat, wordt er niemand gevraagd.
waves-somebody = Iemand die u niet meer kunt vinden
waves-waiting = Aan de beurt
waves-waiting-none = Er staat niemand meer op de lijst.
waves-skipped = Niet gevraagd
waves-take-off = { $name } niet vragen
waves-taken-off = { $name } staat niet meer op de lijst.
waves-pause = Pauzeren
waves-resume = Verdergaan
waves-stop = Stoppen
waves-stop-title = Wilt u stoppen met vragen?
waves-stop-text = Wie al een uitnodiging heeft, houdt die. Wie nog op de lijst staat, wordt niet gevraagd. Die namen en adressen gooien we weg.
waves-ending-filled = Alles wat nodig is, is vervuld.
waves-ending-enough = Genoeg mensen zeiden ja.
waves-ending-nobody-left = Er is niemand meer om te vragen.
waves-ending-stopped = U bent gestopt.
waves-ending-closed = Hier wordt niemand meer gevraagd.
waves-ending-no-right = U kunt hier niemand meer vragen.
waves-ending-too-long = Deze lijst heeft een half jaar geduurd. Langer bewaren we geen namen.
invite-not-now = U kunt hier nu niemand uitnodigen. Wat u eerder begon, staat hieronder.
waves-forgotten = Deze lijst verdwijnt op { $day }.

invitations-title = Uw uitnodigingen
invitations-none = U hebt nog niemand uitgenodigd.
invitation-sent = Verstuurd
invitation-accepted = Aangenomen
invitation-declined = Afgewezen
invitation-later = Later
invitation-revoked = Ingetrokken
invitation-expired = Verlopen
invitation-undelivered = Niet bezorgd
invitation-days = Verstuurd op { $sent }, geldig tot { $until }
invitation-guest = gast tot en met { $day }
invitation-resend = Opnieuw sturen
invitation-resend-name = Opnieuw sturen aan { $name }
invitation-resent = De uitnodiging aan { $name } is opnieuw verstuurd.
invitation-revoke = Intrekken
invitation-revoke-name = Uitnodiging aan { $name } intrekken
invitation-reminders = { $count ->
    [one] één herinnering gestuurd
   *[other] { $count } herinneringen gestuurd
}
invitation-undelivered-text = De mail kwam niet aan. Kijk of het adres klopt, of bel.
invitation-reason = { $name } schreef:
invitation-text = Wat u schreef
invitations-undelivered = { $count ->
    [one] Eén kwam niet aan
   *[other] { $count } kwamen niet aan
}
invitations-waiting = { $count ->
    [one] Eén wacht op antwoord
   *[other] { $count } wachten op antwoord
}
invitations-accepted = { $count ->
    [one] Eén aangenomen
   *[other] { $count } aangenomen
}
invitations-declined = { $count ->
    [one] Eén afgewezen
   *[other] { $count } afgewezen
}
invitations-over = { $count ->
    [one] Eén voorbij
   *[other] { $count } voorbij
}
invitation-revoke-title = Uitnodiging aan { $name } intrekken?
invitation-revoke-text = De link in de mail werkt dan niet meer.

## Terugkoppeling
outcome-title = Terugkoppeling
outcome-published = Terugkoppeling van { $day }
outcome-published-again = Versie { $version }, van { $day }
outcome-heard = Dit hebben we gehoord
outcome-done = Dit doen we ermee
outcome-not-done = Dit doen we niet, en waarom
outcome-you-can = Dit kunt u zelf doen
outcome-why = Waarom niet:
outcome-review = Op { $day } kijken we wat ervan terecht is gekomen.
outcome-reviewed = Voor het laatst bekeken op { $day }.
outcome-sources = { $count ->
    [one] Komt uit 1 bijdrage
   *[other] Komt uit { $count } bijdragen
}
outcome-source = { $name }, in ‘{ $thread }’
outcome-sources-closed = { $count ->
    [one] 1 bijdrage in een gesprek dat u niet kunt lezen
   *[other] { $count } bijdragen in gesprekken die u niet kunt lezen
}
outcome-failed = De terugkoppeling kon niet worden opgehaald.
outcome-review-title = Hoe loopt het verder?
outcome-review-was = Op { $day } zouden we kijken wat ervan terecht is gekomen.
outcome-review-last = Daarna kijken we hier niet meer naar.
outcome-review-act = Ik heb opnieuw gekeken
outcome-review-change = Terugkoppeling bijwerken
outcome-review-text = Lezers zien op de opgave dat u vandaag hebt gekeken. Is er iets veranderd? Werk dan ook de terugkoppeling bij.
outcome-review-next = Kijkt u nog een keer?
outcome-review-again = Ja, op een volgende dag
outcome-review-enough = Nee, dit was de laatste keer
outcome-review-day = Volgende keer
outcome-review-day-missing = Kies een dag, of geef aan dat dit de laatste keer was.
outcome-review-note = Leg vast
outcome-review-done = Vastgelegd dat u opnieuw hebt gekeken.

## Een terugkoppeling schrijven
outcome-editor-title = Terugkoppeling schrijven
outcome-editor-lead = Vertel aan iedereen die meedeed wat u hebt gehoord en wat u ermee doet. Met deze terugkoppeling sluit u af.
outcome-heard-missing = Schrijf ten minste één ding op dat u hoorde.
outcome-done-missing = Schrijf op wat er met de bijdragen gebeurt, of wat er niet gebeurt en waarom.
outcome-you-can-missing = Schrijf op wat mensen nu zelf kunnen doen.
outcome-why-missing = Schrijf waarom dit niet gebeurt.
outcome-title-label = Titel
outcome-title-hint = Het belangrijkste in één regel, bijvoorbeeld: Meer licht en een vaste conciërge
outcome-intro-label = Inleiding
outcome-intro-hint = In twee of drie zinnen: wat was de vraag en hoe is erover gepraat? Mag leeg blijven.
outcome-heard-hint = Schrijf het zo op dat mensen zich erin herkennen. Ook waar zij het niet over eens waren.
outcome-done-hint = Per punt: wat, door wie en wanneer.
outcome-not-done-hint = Hier kijken mensen het eerst naar. Zeg eerlijk waarom iets niet gebeurt.
outcome-you-can-hint = Iets wat lezers vandaag al kunnen doen, of waar zij terechtkunnen.
outcome-row = Punt { $number }
outcome-row-why = Waarom niet?
outcome-row-add = Nog een punt toevoegen
outcome-row-add-first = Punt toevoegen
outcome-row-remove = Punt { $number } verwijderen
outcome-rests-on = Punt { $number } komt uit deze bijdragen
outcome-source-remove = Verwijder de verwijzing naar bijdrage { $number } van { $name }
outcome-review-label = Dag om terug te kijken
outcome-review-hint = Verplicht. Op die dag kijkt u wat ervan terecht is gekomen. U krijgt dan een herinnering.
outcome-review-missing = Kies een dag in de toekomst waarop u weer kijkt.
outcome-consent-name = Toestemming
outcome-consent = De schrijvers vinden goed dat hun woorden hierin terugkomen
outcome-consent-hint = U verwijst naar een vertrouwd gesprek. Daaruit citeren mag alleen met toestemming.
outcome-consent-missing = Vraag het eerst aan de schrijvers, of haal de verwijzing weg.
outcome-publish = Publiceren en afsluiten
outcome-publish-again = Nieuwe versie publiceren
outcome-publish-title = Terugkoppeling publiceren?
outcome-publish-again-title = Nieuwe versie publiceren?
outcome-publish-what = Dit gebeurt er:
outcome-publish-closes = Daarmee is het afgesloten. Meeschrijven kan daarna niet meer.
outcome-publish-stays-closed = De nieuwe tekst vervangt de vorige. De opgave blijft afgesloten.
outcome-publish-told = { $count ->
    [0] Er zijn nog geen andere deelnemers die bericht krijgen.
    [one] De andere deelnemer krijgt bericht.
   *[other] De { $count } andere deelnemers krijgen bericht.
}
outcome-publish-all-told = Alle deelnemers krijgen bericht.
outcome-publish-followers = Wie de opgave volgt en mag lezen, krijgt ook bericht.
outcome-mail-text = Uw tekst staat in de mail.
outcome-mail-link = In de mail staan alleen de titel en een link.
outcome-readers-public = Iedereen kan de terugkoppeling lezen, ook zonder aanmelden.
outcome-readers-platform = Iedereen die is aangemeld, kan de terugkoppeling lezen.
outcome-readers-tenant = Leden van deze organisatie en deelnemers kunnen de terugkoppeling lezen.
outcome-readers-invited = Alleen de mensen die meedoen kunnen de terugkoppeling lezen.
outcome-published-toast = De terugkoppeling is gepubliceerd.
outcome-published-toast-again = De nieuwe versie is gepubliceerd.
picker-open = Bijdragen aanwijzen
picker-open-name = Bijdragen aanwijzen bij punt { $number }
picker-title = Waar komt dit uit?
picker-words = Zoek in de bijdragen
picker-thread = Gesprek
picker-all-threads = Alle gesprekken
picker-trusted = In een vertrouwd gesprek mag u alleen citeren met toestemming. De verwijzing zien alleen mensen die meedoen.
picker-found = { $count ->
    [0] Geen bijdragen gevonden
    [one] 1 bijdrage
   *[other] { $count } bijdragen
}
picker-place = bijdrage { $number }, { $moment }
picker-choose = { $count ->
    [0] Niets aanwijzen
    [one] 1 bijdrage aanwijzen
   *[other] { $count } bijdragen aanwijzen
}

## Zoeken
search-title = Zoeken
search-lead = Zoek in opgaven, gesprekken, terugkoppelingen, kennis en mensen. U vindt alleen wat u mag lezen.
search-words = Wat zoekt u?
search-hint = Een woord, een plaats of een naam. Al bij twee letters ziet u wat er is.
search-too-short = Typ nog een letter. Vanaf twee letters zoeken we.
search-count = { $count ->
    [0] Niets gevonden
    [one] 1 resultaat
   *[other] { $count } resultaten
}
search-count-more = Meer dan { $count } resultaten
search-similar = Precies ‘{ $words }’ staat nergens. Dit lijkt erop.
search-partial = Niet alle woorden van ‘{ $words }’ staan bij elkaar. Dit komt in de buurt.
search-none-title = Niets gevonden
search-none-text = Wat u zoekt staat er niet, of niet met deze woorden.
search-none-narrowed = Met deze filters is er niets. Misschien is er wel iets zonder.
search-everywhere = Zoek zonder filters
search-tips = Zo vindt u meer
search-tip-spelling = Een typefout geeft niet: we zoeken ook naar woorden die erop lijken.
search-tip-part = Een deel van een woord is genoeg. Met ‘overlast’ vindt u ook ‘wateroverlast’.
search-tip-reading = Wat in een besloten gesprek staat, vindt alleen wie eraan meedoet.
search-tip-sign-in = Meld u aan. Dan zoekt u ook in wat alleen deelnemers mogen lezen.
search-failed = Zoeken lukte niet. Probeer het opnieuw.
search-updating = Zoeken lukt nu even niet. De resultaten komen vanzelf.
search-offline = U bent niet verbonden met internet. Uw zoekwoorden blijven staan. Zodra er verbinding is, kunt u verder zoeken.
search-from = { $name }, { $day }
search-in-issue = In ‘{ $title }’
search-found-in = Te vinden bij { $name }
search-untitled = Zonder titel
search-kinds = Waarin zoekt u?
search-kind-issue = Opgave
search-kind-post = Bijdrage
search-kind-outcome = Terugkoppeling
search-kind-product = Kennis
search-kind-person = Persoon
search-kinds-issue = Opgaven
search-kinds-post = Bijdragen
search-kinds-outcome = Terugkoppelingen
search-kinds-product = Kennis
search-kinds-person = Mensen
search-people-all = Toon alle { $count } mensen
search-people-later = U zocht vaak achter elkaar. Mensen zoeken kan over een minuut weer.
search-people-closed-title = Meld u aan om mensen te vinden
search-people-closed-text = Mensen kiezen zelf wie hen mag vinden. Daarom zoekt u hier pas naar mensen als wij weten wie u bent.
search-filters = Filters
search-filters-on = { $count ->
    [one] 1 filter aan
   *[other] { $count } filters aan
}
search-tenant = Organisatie
search-chosen = Uw keuze
search-option = { $name } ({ $count })
search-period-from = Vanaf
search-period-to = Tot en met
search-period-wrong = Deze dag ligt voor de begindag. Kies een latere dag.
search-key = Met de toets / naar zoeken
search-key-hint = Zet dit uit als u met spraak werkt of de toets per ongeluk raakt.
suggest-thread = Gesprek
suggest-label = Titels die passen
suggest-about = { $kind } bij { $name }
suggest-count = { $count ->
    [one] 1 titel. Kies met de pijltjestoetsen.
   *[other] { $count } titels. Kies met de pijltjestoetsen.
}

## Mensen
people-lead = Mensen die gevonden willen worden, met wat zij van zichzelf laten zien.
people-filter-label = Mensen zoeken
people-words = Naam of onderwerp
people-expertise = Weet van
people-interest = Interesse in
people-region = Thuis in
people-languages = Spreekt
people-story = Het verhaal van { $name }
people-search = Zoeken
people-none-title = Niemand gevonden
people-none-text = Hier staan mensen die kiezen om gevonden te worden. U kunt de eerste zijn.
people-filtered-text = Niemand die gevonden wil worden, past hierbij. Probeer het met minder filters.
people-offer = Kies wie u mag vinden
people-invite = Uitnodigen
people-invite-name = { $name } uitnodigen
people-invite-for = Voor welke opgave?
people-found = { $count ->
    [one] 1 persoon gevonden
   *[other] { $count } mensen gevonden
}
people-by-name = naam
people-found-by = Gevonden op: { $reasons }
facets-title = Wie mag mij vinden?
facets-lead = Kies waarvoor anderen u mogen vragen, en wie dat mag zien. Kiest u niets, dan vindt niemand u.
facets-expertise = Waar weet u van?
facets-interest = Welke onderwerpen interesseren u?
facets-region = Waar bent u thuis?
facet-audience = Wie ziet ‘{ $term }’?
facet-since = U gaf toestemming op { $day }.
audience-nobody = Niemand
audience-facilitators = Wie mensen mag uitnodigen
audience-tenants = Ook leden van mijn organisaties
audience-platform = Iedereen die is aangemeld
facets-per-month = Uitnodigingen per maand
facets-per-month-hint = Zo vaak mag iemand u hoogstens vragen. Met 0 wordt u niet gevraagd.
facets-consent = Als u opslaat, geeft u toestemming om dit te laten zien aan wie u koos. U trekt dat in door iets weg te halen; het is dan meteen onzichtbaar.
facets-save = Opslaan wie mij mag vinden
facets-saved = Opgeslagen wie u mag vinden.

parts-title = Meer over mij
parts-lead = Hierdoor vindt niemand u. Wie u al gevonden heeft, leest dit erbij als u dat wilt. U slaat elk deel apart op.
parts-experience = Mijn bagage
parts-experience-hint = Wat heeft u gezien en gedaan? Hoogstens { $count } tekens.
parts-story = Mijn verhaal
parts-story-hint = Wie bent u, in uw eigen woorden? Hoogstens { $count } tekens.
parts-languages = Talen die ik spreek
parts-languages-hint = Hiermee kan iemand u vragen voor een gesprek in die taal. Een taal kan vertellen waar u of uw familie vandaan komt. Laat haar alleen zien als u dat wilt.
parts-role = Mijn rol
parts-role-at = Mijn rol bij { $organisation }
parts-role-hint = Wat doet u daar? Hoogstens { $count } tekens. U bent er lid, dus deze organisatie mag erbij staan. Houdt uw lidmaatschap op, dan verdwijnt dit meteen. Bij uw bijdragen staat het nooit.
parts-audience = Wie mag dit lezen?
parts-save = Opslaan: { $part }
parts-saved = Opgeslagen: { $part }.
parts-removed = Weggehaald: { $part }.

## Kennis
knowledge-title = Kennis
knowledge-lead = Wat er uit gesprekken is geleerd: handreikingen, onderzoek en voorbeelden.
knowledge-filter = Kennis filteren
knowledge-found = Gevonden kennis
knowledge-none-title = Er is nog geen kennis gedeeld
knowledge-none-text = Zodra deze organisatie iets deelt, staat het hier.
knowledge-filtered-text = Er is geen kennis die hierbij past. Kies minder filters.
product-kind = Soort
product-guide = Handreiking
product-factsheet = Factsheet
product-study = Onderzoek
product-example = Voorbeeld
product-webinar = Webinar
product-magazine = Magazine
product-untitled = Zonder titel
product-empty = Hier staat nog geen tekst
product-files = Bestanden
product-sources = Hieruit ontstaan
shelf-network = Kennis uit dit netwerk
shelf-issue = Kennis uit deze opgave
knowledge-drafts = Nog niet gepubliceerd
knowledge-retired = Van de plank gehaald
product-state-draft = Concept
product-state-published = Gepubliceerd
product-state-retired = Van de plank
product-edition = versie { $edition }
product-new = Nieuw kennisproduct
product-new-lead = Begin met een titel. De rest vult u daarna in; alles wordt vanzelf bewaard.
product-edit = Kennisproduct schrijven
product-edit-next = Versie { $edition } schrijven
product-edit-next-lead = Lezers zien de vorige versie, totdat u deze publiceert.
product-title = Titel
product-summary = Samenvatting
product-summary-hint = In twee of drie zinnen: wat is het en wie heeft er iets aan? Dit staat ook in de mail.
product-body = Tekst
product-body-missing = Schrijf een tekst of voeg een bestand toe.
product-lang = Taal
product-part-about = Waar het over gaat
product-themes-hint = Wie een thema volgt, krijgt een mail als u publiceert.
product-sources-label = Ontstaan uit
product-sources-hint = Uit welke opgaven en netwerken komt deze kennis? Wie die mag lezen, ziet hier een link, en vindt deze kennis daar terug.
product-sources-choose = Opgaven en netwerken kiezen
product-sources-words = Zoek een opgave of een netwerk
product-sources-none = Niets gevonden.
product-sources-take = { $count ->
    [0] Niets kiezen
   *[other] { $count } kiezen
}
product-source-remove = Opgave ‘{ $name }’ verwijderen
product-publish = Publiceren
product-publish-again = Nieuwe versie publiceren
product-publish-title = Dit kennisproduct publiceren?
product-publish-again-title = Deze versie publiceren?
product-publish-readers = Iedereen kan het lezen, ook zonder aanmelden.
product-publish-followers = Wie een van de thema's of de regio volgt, krijgt vandaag een mail met titel en samenvatting.
product-publish-replaces = Deze tekst vervangt versie { $edition }.
product-publish-silent = Volgers krijgen hier geen mail van.
product-published = Gepubliceerd. Iedereen kan het nu lezen.
product-acts = Voor redacteuren
product-is-draft = Dit is een concept. Alleen redacteuren zien het.
product-is-retired = Dit is van de plank gehaald. Alleen redacteuren zien het nog.
product-has-next = Er wordt gewerkt aan versie { $edition }. Lezers zien daar nog niets van.
product-write-on = Verder schrijven
product-new-edition = Nieuwe versie schrijven
product-come-back = Weer op de plank zetten
product-retire = Van de plank halen
product-retire-title = Van de plank halen?
product-retire-text = Alleen redacteuren zien het dan nog. Links van anderen werken niet meer. U kunt het later weer terugzetten.
product-retired = Van de plank gehaald.
file-add = Bestanden toevoegen
file-add-hint = PDF, ODT, DOCX of een afbeelding (PNG, JPEG, WebP). Hoogstens 20 MB per bestand.
file-added = { $name } is toegevoegd.
file-sending = { $name } wordt verstuurd
file-cancel = Versturen van { $name } stoppen
file-remove = { $name } verwijderen
file-open = { $name } openen
file-no-answer = Het bestand kwam niet aan. Controleer uw internet en probeer het opnieuw.
file-alt = Wat staat er op de afbeelding?
file-alt-hint = Voor wie de afbeelding niet ziet. Noem wat ertoe doet, in één of twee zinnen.
file-alt-name = Woorden bij een afbeelding
file-alt-missing = Beschrijf in woorden wat er op deze afbeelding staat.

## Meldingen
notifications-lead = Wat er gebeurde, en waarom u dat hoort.
notifications-list = Lijst van meldingen
notifications-none-title = U hebt nog geen meldingen
notifications-none-text = Gebeurt er iets in een opgave waar u aan meedoet of die u volgt? Dan leest u het hier.
notifications-see-all = Alles is gelezen
notifications-seen = Alle meldingen staan op gelezen.
notifications-see-failed = Dat lukte niet. Probeer het opnieuw.
notification-new = Nieuw
notification-thread-opened = Er is een gesprek begonnen
notification-replied = Er is een nieuwe bijdrage
notification-issue-moved = Er is een nieuwe fase
notification-proposal-received = Er is een opgave voorgesteld
notification-proposal-accepted = Uw voorstel is overgenomen
notification-proposal-declined = Uw voorstel is niet overgenomen
notification-issue-published = Er is een nieuwe opgave
notification-outcome-published = Er is een terugkoppeling
notification-outcome-review-due = Kijk opnieuw naar uw terugkoppeling
notification-product-published = Er is nieuwe kennis
notification-invitation-accepted = Iemand nam uw uitnodiging aan
notification-invitation-declined = Iemand wees uw uitnodiging af
notification-hand-raised = Iemand wil meedoen
notification-nomination-asked = Iemand zoekt mensen in uw netwerk
notification-contact-asked = Iemand vraagt u om contact
notification-hand-objected = Iemand maakt bezwaar: die wil meedoen
notification-hand-late = Iemand wacht op antwoord: de beloofde dag is voorbij
notification-hand-refused = U kunt deze keer niet meedoen
notification-waves-ended = Uw lijst om mensen in golven te vragen is klaar
notification-network-quiet = Het is stil in uw netwerk
notification-network-rules = De huisregels zijn veranderd
notification-orientation-ends = Een kennismaking loopt af
notification-orientation-over = Een kennismaking is klaar
notification-network-turned = Een ander soort netwerk
notification-network-merging = Gaat u mee naar een ander netwerk?
notification-talk-proposed = Een ander netwerk stelt een gezamenlijk gesprek voor
notification-talk-declined = Een gezamenlijk gesprek gaat niet door
notification-talk-asked = Komt u bij een gezamenlijk gesprek?
notification-talk-ended = Een gezamenlijk gesprek is voorbij
notification-tie-asked = Een ander netwerk vraagt contact
notification-tie-news = Nieuws van een ander netwerk
notification-why = U leest dit omdat { $why }.
notification-why-about = U leest dit omdat { $why }: { $name }.
notification-name = { $what }, van { $name }
notification-state = De stand is nu: { $state }
notifications-settings = Kies waarover u mail krijgt
reason-you-take-part = u hieraan meedoet
reason-you-wrote = u dit schreef
reason-you-convene = u adviseur bent van deze organisatie
reason-you-invited = u deze uitnodiging stuurde
reason-you-review = u beloofde op deze dag opnieuw te kijken
reason-you-facilitate = u dit begeleidt
reason-you-raised = u zich meldde om mee te doen
reason-you-ask = u hier mensen voor vraagt
reason-you-can-be-found = u zich laat vinden
reason-you-hand-over = u iets overdraagt of overneemt
reason-you-follow-issue = u dit volgt
reason-you-follow-theme = u dit thema volgt
reason-you-follow-region = u deze regio volgt

## Help
help-title = Help
help-chapters = Hoofdstukken
help-lead = Hoe het werkt, in korte hoofdstukken.

## Netwerken

networks-title = Netwerken
networks-lead = Vaste kringen van mensen, elk met een doel en een eigen kamer.
networks-none-title = Er zijn nog geen netwerken
networks-none-text = Zodra er een netwerk is waar u over mag lezen, staat het hier.
networks-found = Gevonden netwerken
network-badge = Netwerk
network-unnamed = Netwerk zonder naam
network-new = Netwerk beginnen
network-new-lead = Begin met de soort en een naam. Alleen u ziet het, tot u het opent.
network-like-it = Nieuw netwerk naar dit voorbeeld
network-like-lead = Het nieuwe netwerk begint met het handvest van ‘{ $name }’. Daarna kunt u alles veranderen. Alleen u ziet het, tot u het opent.
network-like-it-for = Nieuw netwerk naar dit voorbeeld, voor { $name }
network-like-taken = Dit nemen we over
network-like-not = Mensen, gesprekken en kennisproducten gaan niet mee. Ook een einddatum niet.
network-like-terms = Thema’s en regio’s
network-first = Begin met een eerste tekst voor dit soort netwerk
network-first-said = Doel: ‘{ $purpose }’ Er zijn ook huisregels bij. U kunt alles veranderen.
network-first-hint = Nog geen eigen tekst? Wij vullen dan een doel en huisregels in die bij deze soort passen. Wat u zelf schreef, blijft staan.
network-first-use = Vul een eerste tekst in
network-first-done = De eerste tekst is ingevuld. U kunt hem veranderen.
network-edit-title = Het handvest
network-charter = Waar het netwerk voor is
network-kind = Wat voor netwerk is het?
network-kind-knowledge = Kennisnetwerk
network-kind-knowledge-hint = Mensen die veel van een onderwerp weten en dat delen.
network-kind-theme = Themagroep
network-kind-theme-hint = Mensen die een tijd samen aan één thema werken.
network-kind-advisory = Adviesraad
network-kind-advisory-hint = Mensen die gevraagd en ongevraagd advies geven.
network-kind-learning = Leernetwerk
network-kind-learning-hint = Mensen die leren van elkaars werk.
network-kind-session = Eenmalig gesprek
network-kind-session-hint = Eén gesprek, en dan is het klaar.
network-name = Naam
network-name-hint = Kort en herkenbaar. Let op: een naam kan verraden wie iemand is.
network-purpose = Waarvoor is het?
network-purpose-hint = Eén of twee zinnen. Wie het netwerk mag vinden, leest dit als eerste.
network-purpose-knowledge = Wij weten samen veel van dit onderwerp. We delen wat we weten, en maken het bruikbaar voor wie er morgen mee aan de slag gaat.
network-purpose-theme = Wij werken een tijd samen aan dit thema. Aan het eind ligt er iets waar anderen mee verder kunnen.
network-purpose-advisory = Wij vertellen wat er speelt en wat zou helpen, gevraagd en ongevraagd, aan wie erover beslist.
network-purpose-learning = Wij leren van elkaars werk: wat lukt, wat niet lukt, en waarom.
network-purpose-session = Eén gesprek over deze vraag, met mensen die er elk iets anders van zien.
network-mandate = Wat mag het netwerk?
network-mandate-hint = Geeft het advies, en aan wie? Beslist het ergens over? Mag leeg blijven.
network-about = Hoe werkt het?
network-house-rules = Huisregels
network-house-rules-hint = Wie meedoet, gaat eerst akkoord met de huisregels. Verandert u ze later, dan vragen we iedereen opnieuw.
network-rules-begin = Begin met een voorbeeld
network-rules-knowledge =
    1. Vertel wat u zelf meemaakt of weet. Praat niet over een groep alsof die één mening heeft.
    2. Wat hier gezegd wordt, blijft hier. U mag wel vertellen wat u leerde, zonder naam en zonder plek.
    3. Zeg erbij waar iets vandaan komt.
    4. Praat u namens een organisatie? Zeg het erbij.
network-rules-theme =
    1. We laten elkaar uitpraten, ook als het schuurt.
    2. Wie iets toezegt, doet het of zegt het af.
    3. Wat hier gezegd wordt, blijft hier tot we samen besluiten het te delen.
network-rules-advisory =
    1. We spreken voor onszelf, niet voor een wijk of een groep.
    2. We hoeven het niet eens te worden. Een ander geluid komt ook in het advies.
    3. Wat iemand over thuis vertelt, vertelt u niet verder.
network-rules-learning =
    1. Geen namen, geen adressen, niets waaraan u iemand herkent.
    2. Eerst vragen stellen, dan pas raad geven.
    3. Een fout is iets om van te leren. Niemand wordt erop aangesproken.
network-rules-session =
    1. Iedereen komt één keer aan het woord voordat iemand voor de tweede keer spreekt.
    2. Wat hier gezegd wordt, blijft hier.
    3. Na afloop leest u wat ermee gebeurt.
network-target-size = Hoeveel mensen ongeveer?
network-target-size-hint = Van 3 tot 150. Met 15 tot 30 mensen leert u elkaar nog kennen. Mag leeg blijven.
network-aims-at = Het streven is ongeveer { $size } mensen.
network-vacancies = Wie zoekt het netwerk?
network-vacancies-hint = Welke perspectieven horen erbij, en hoeveel mensen van elk? Niemand ziet wie welk perspectief meebrengt.
network-visibility = Wie mag weten dat het netwerk er is?
network-visibility-legend = Wie leest het handvest?
network-visibility-hint = Wat binnen gezegd wordt, leest alleen wie meedoet. Deze keuze ligt vast zodra u het netwerk opent.
network-visibility-invited = Alleen wie erin zit
network-visibility-tenant = Leden van deze organisatie
network-visibility-platform = Iedereen die is aangemeld
network-visibility-public = Iedereen
network-readers-invited = Alleen wie gevraagd is, weet van dit netwerk. Wat binnen gezegd wordt en wie er meedoen, ziet alleen wie zelf meedoet.
network-readers-tenant = Leden van deze organisatie kunnen lezen waar dit netwerk voor is. Wat binnen gezegd wordt en wie er meedoen, ziet alleen wie zelf meedoet.
network-readers-platform = Iedereen die is aangemeld, kan lezen waar dit netwerk voor is. Wat binnen gezegd wordt en wie er meedoen, ziet alleen wie zelf meedoet.
network-readers-public = Iedereen kan lezen waar dit netwerk voor is. Wat binnen gezegd wordt en wie er meedoen, ziet alleen wie zelf meedoet.
network-rules-new = Gaat u akkoord met de huisregels?
network-rules-new-text = De huisregels zijn veranderd sinds u akkoord ging. Lees ze nog eens door.
network-rules-first-text = Wie meedoet aan dit netwerk, gaat akkoord met de huisregels. Dat hebt u nog niet gedaan.
network-rules-put-text = Mensen gingen akkoord met deze regels. Verandert u ze, dan vragen we iedereen opnieuw, en krijgt iedereen bericht. Tot u op de knop drukt, verandert er niets.
network-rules-put-label = Tekst van de huisregels
network-rules-put = Leg voor aan iedereen
network-rules-put-done = De nieuwe huisregels liggen voor aan iedereen.
network-agree = Ik ga akkoord met de huisregels
ahead-title = Verder met dit netwerk
ahead-lead = Contact met andere netwerken, opgaan in een ander netwerk, of verdergaan als een ander soort netwerk.
ties-none-title = Nog geen contact
ties-none-text = Dit netwerk heeft nog geen contact met andere netwerken.
ties-to-answer = Vragen om contact
ties-tied = In contact
ties-waiting = Wacht op antwoord
ties-past = Voorbij
tie-unnamed = Een netwerk dat u niet kunt lezen
tie-since = In contact, bijgewerkt op { $day }.
tie-asks = Vraagt om contact sinds { $day }. Zegt niemand iets, dan vergeten wij de vraag na zes weken.
tie-waits = Gevraagd op { $day }. Komt er geen antwoord, dan vergeten wij de vraag na zes weken.
tie-declined-them = Het andere netwerk zei nee op { $day }.
tie-declined-us = Dit netwerk zei nee op { $day }.
tie-ended-us = Gestopt door dit netwerk op { $day }.
tie-ended-them = Gestopt door het andere netwerk op { $day }.
tie-why = Waarom zij contact zoeken
tie-words = Woorden bij het ja
tie-reason = Reden
tie-reason-maybe = Reden (mag leeg blijven)
tie-accept = Zeg ja
tie-accept-text = Beide netwerken zien daarna van elkaar de naam en waarvoor het er is. Wie erin zit, zien zij niet. Uw woorden leest wie het andere netwerk leidt.
tie-accepted = De netwerken zijn in contact.
tie-decline = Zeg nee
tie-decline-text = Wie het andere netwerk leidt, leest uw reden, zonder uw naam. Zij kunnen het drie maanden niet opnieuw vragen.
tie-declined = Het andere netwerk leest uw reden.
tie-withdraw = Trek de vraag in
tie-end = Stop
tie-end-text = Het stopt meteen. De komende dertig dagen kunnen de netwerken elkaar niet opnieuw vragen.
tie-ended = Gestopt.
tie-merge = Ga op in dit netwerk
tie-merge-text = U stelt voor dat uw netwerk opgaat in het andere. Zegt het andere ja, dan vragen wij ieder lid of hij of zij mee wil. Daarna sluit u uw netwerk met een terugkoppeling.
tie-merge-proposed = Het voorstel is gedaan.
tie-take-in = Neem het netwerk op
tie-take-in-text = Leden van het andere netwerk lezen dan de naam, het doel en de huisregels van uw netwerk. Wie zelf ja zegt en akkoord gaat met de huisregels, komt erin. Dat kan zestig dagen.
tie-taken-in = Wij vragen de leden of zij mee willen.
tie-refuse = Liever niet
tie-call-off = Laat het niet doorgaan
tie-call-off-text = Niemand wordt meer gevraagd. Wie al meeging, blijft waar hij of zij is.
tie-called-off = Het gaat niet door.
tie-would-us = Dit netwerk stelt voor om op te gaan in { $name }.
tie-would-them = { $name } stelt voor om op te gaan in dit netwerk.
tie-merging-us = Dit netwerk gaat op in { $name }. Leden kunnen meegaan tot en met { $day }. Sluit het netwerk af met een terugkoppeling als u klaar bent.
tie-merging-them = { $name } gaat op in dit netwerk. Leden kunnen meekomen tot en met { $day }.
tie-merged-us = Dit netwerk is opgegaan in { $name }.
tie-merged-them = { $name } is opgegaan in dit netwerk.
tie-ask-title = Vraag een ander netwerk om contact
tie-ask-text = Wie het andere netwerk leidt, leest de naam en het doel van uw netwerk, en waarom u contact zoekt. Wie er in uw netwerk zit, hoort het andere niet.
tie-ask-whom = Welk netwerk?
tie-ask-whom-hint = Alleen netwerken waarvan u het handvest mag lezen, en waarmee nog niets loopt.
tie-ask-search = Zoek op naam
tie-ask-search-hint = Een deel van de naam is genoeg.
tie-ask-not-found = Geen netwerk gevonden met deze letters in de naam.
tie-ask-nobody = Er is nu geen ander netwerk dat u kunt vragen. U vraagt alleen een netwerk waarvan u mag lezen waarvoor het is.
tie-ask-motivation = Waarom zoekt u contact?
tie-ask-motivation-hint = Schrijf geen namen van leden op.
tie-ask = Vraag om contact
tie-ask-sent = De vraag is gesteld.
talks-title = Samen praten met een ander netwerk
talk-propose = Stel een gezamenlijk gesprek voor
talk-propose-text = Zegt { $name } ja, dan komt er een besloten gesprek van beide netwerken samen. U en wie ja zegt, leiden dat, en zien dan elkaars naam. Ieder lid van beide netwerken krijgt de vraag wie erbij wil, en leest daarbij de naam en het doel van het andere netwerk. Niemand wordt erin gezet.
talk-subject = Waarover?
talk-subject-hint = Zo heet het gesprek. Schrijf geen namen van leden op.
talk-purpose = Waarom samen?
talk-purpose-hint = Wie het andere netwerk leidt, leest dit. Zegt het ja, dan opent het gesprek hiermee, onder uw naam.
talk-until = Tot en met welke dag?
talk-until-hint = Kies een dag na vandaag, binnen een jaar. Daarna sluit het gesprek, en kan wie meedeed het blijven lezen.
talk-send = Stel het voor
talk-sent = Het voorstel is gedaan.
talk-with = Samen met
talk-waits = Voorgesteld op { $day }. Komt er binnen dertig dagen geen antwoord, dan vervalt het voorstel.
talk-asks = Voorgesteld door het andere netwerk op { $day }. Zegt niemand iets, dan vervalt het na dertig dagen.
talk-would-end = Het gesprek zou duren tot en met { $day }.
talk-withdrawn-on = Ingetrokken op { $day }.
talk-open-until = Bezig, tot en met { $day }.
talk-ended-on = Voorbij. Het duurde tot en met { $day }.
talk-accept = Zeg ja tegen het gesprek
talk-accept-text = Het gesprek begint meteen. U leidt het samen met wie het voorstelde, en u ziet elkaars naam. Wij vragen ieder lid van beide netwerken of hij of zij erbij wil. Daarbij lezen de leden de naam en het doel van het andere netwerk.
talk-accepted = Het gesprek is begonnen.
talk-decline = Zeg nee tegen het gesprek
talk-decline-text = Wie het andere netwerk leidt, leest uw reden, zonder uw naam.
talk-declined = Het andere netwerk leest uw reden.
talk-withdraw = Trek het voorstel in
talk-withdraw-text = Het andere netwerk kan er dan niet meer op antwoorden.
talk-withdrawn = Het voorstel is ingetrokken.
talk-choice = Wilt u erbij? U kiest zelf. Wilt u niet, dan hoeft u niets te doen.
talk-privacy = Wie erbij is, ziet uw naam, en niet uit welk van de twee netwerken u komt. Anderen kunnen dat wel vermoeden. Wie niets doet, noemen wij tegen niemand.
talk-name-hint = Zo kennen de anderen in het gesprek u.
talk-come = Ik doe mee
talk-came = U bent erbij. Het gesprek staat ook bij uw overzicht.
merge-title = Gaat u mee?
merge-came-title = U gaat mee
merge-text = Dit netwerk gaat op in een ander netwerk:
merge-choice = U kiest zelf, tot en met { $day }. Wilt u niet mee, dan hoeft u niets te doen. Wat hier is gezegd, kunt u blijven lezen.
merge-privacy = Niemand krijgt een lijst van wie meegaat. Mensen in het andere netwerk kunnen wel vermoeden waar u vandaan komt, omdat u in deze tijd binnenkomt.
merge-rules = De huisregels daar
merge-name = Uw naam daar
merge-name-hint = Zo kennen de anderen in dat netwerk u.
merge-come = Ik ga mee
merge-came = U zit nu ook in het andere netwerk.
merge-over = Meegaan kan niet meer.
successor-title = Dit netwerk ging op in een ander
successor-text = U leest verder bij
turn-title = Verder als een ander soort netwerk
turn-text = Iedereen in het netwerk hoort ervan en leest de reden. Mensen, gesprekken en huisregels blijven zoals ze zijn. Een einddatum van een eenmalig gesprek vervalt.
turn-into = Het wordt een
turn-reason = Waarom?
turn-reason-hint = Iedereen in het netwerk leest dit.
turn = Verander de soort
turn-done = Het netwerk is van soort veranderd. Iedereen hoort het.
turns-title = Geschiedenis
turned = { $day }: van { $from } naar { $to }.
network-agreed = Dank u. We hebben genoteerd dat u akkoord bent.
network-quiet-title = Het is hier al een tijd stil
network-quiet-text = Al zestig dagen heeft niemand iets geschreven. Stel een vraag, nodig iemand uit, of rond het netwerk af met een terugkoppeling. Zo weet iedereen waar hij aan toe is.

# Het pad van een lid door een netwerk: kennismaken, rusten, weggaan
place-title = Uw plek in dit netwerk
place-lead = Hoe u meedoet, en wat u daaraan kunt veranderen. Andere leden zien dit niet.
place-own = Hoe doet u mee?
place-to-own = Rusten, terugkomen of weggaan
place-to-members = Uw plek, en wie er meedoen
place-orientation = Maakt kennis
place-active = Doet mee
place-resting = Rust
place-until = tot { $day }
place-orientation-text = U maakt kennis met dit netwerk, tot { $day }. Zo kunt u, en kan het netwerk, kijken of het past.
place-orientation-rights = U leest alles en u schrijft mee. Zelf een gesprek beginnen of iemand voordragen kan nog niet.
place-active-text = U doet mee.
place-resting-until = U rust, tot { $day }.
place-resting-open = U rust, tot u zelf terugkomt.
place-resting-text = U krijgt geen mail over dit netwerk, behalve de terugkoppeling. Wat er gebeurt, leest u bij Meldingen als u dat wilt.
place-rest = Even rusten
place-rest-text = U blijft in het netwerk, maar we mailen u niet. Wie het netwerk begeleidt, ziet dat u rust. Een reden is niet nodig.
place-rest-until = Tot en met (hoeft niet)
place-rest-until-hint = Zonder dag rust u tot u zelf terugkomt.
place-rest-done = U rust. We mailen u niet over dit netwerk.
place-back = Ik ben er weer
place-back-done = Welkom terug.
place-leave = Weggaan
place-leave-text = U kunt op elk moment weggaan. U krijgt een mail om u te bedanken. Wat in het netwerk wordt gezegd, leest u dan niet meer. Wat u schreef, blijft staan, tenzij u het terugneemt.
place-leave-contact = Het netwerk mag contact met mij houden
place-leave-contact-hint = Alleen als de begeleiders dat ook willen. Zij zien dan uw naam en uw e‑mailadres, een jaar lang. U kunt het elk moment stoppen, bij Contactverzoeken. Een adres dat iemand al las, kunnen wij niet terughalen.
place-leave-title = Wilt u weggaan uit dit netwerk?
place-leave-sure = U doet dan meteen niet meer mee. Er blijft geen contact.
place-leave-sure-contact = U doet dan meteen niet meer mee. De begeleiders mogen contact houden als zij dat ook willen.
heard-this-month = Deze maand
heard-this-quarter = In de laatste drie maanden
heard-longer-ago = Langer geleden
heard-not-yet = Nog niet
often-never = Niet
often-sometimes = Af en toe
often-often = Vaak
member-seen-title = Wat zien de begeleiders van u?
member-seen-text = Alleen dit, en alleen wie dit netwerk begeleidt. Het gaat over het laatste jaar. Er is geen score en geen volgorde, behalve de naam.
member-seen-heard = Voor het laatst iets geschreven in dit netwerk
member-seen-asked = Gevraagd door deze organisatie, voor iets anders
member-seen-spoke = Iets geschreven in dit netwerk
members-here-title = Wie doen er mee?
members-here-text = Alleen wie dit netwerk begeleidt, ziet dit, en iedereen ziet de eigen regel. Kijk of u mensen niet alleen vraagt, maar ook hoort. Het gaat over het laatste jaar.
orientation-weeks-title = Kennismaken
orientation-weeks-text = Wie nieuw is, kan eerst kennismaken. Die persoon leest alles en schrijft mee, maar begint nog geen gesprek en draagt niemand voor. Aan het einde vertellen u en de nieuwe deelnemer elkaar hoe het ging. Zegt niemand ‘stoppen’, dan gaat het twee weken na de laatste dag vanzelf door.
orientation-weeks = Hoe lang maken nieuwe mensen kennis?
orientation-weeks-none = Niet: wie binnenkomt, doet meteen helemaal mee
orientation-weeks-so-many = { $weeks } weken
orientation-weeks-done = Opgeslagen. Het geldt voor wie vanaf nu binnenkomt.
orientation-own-title = Hoe gaat het?
orientation-own-text = U en de begeleiders vertellen elkaar hoe de kennismaking ging. U leest elkaars antwoord als u allebei hebt geantwoord, of als de laatste dag voorbij is. Na 90 dagen wissen we de antwoorden.
orientation-other-text = U en deze persoon vertellen elkaar hoe de kennismaking ging. U leest elkaars antwoord als u allebei hebt geantwoord, of als de laatste dag voorbij is. Schrijf alleen wat u ook zou zeggen. Na 90 dagen wissen we de antwoorden.
orientation-evaluate = Hoe gaat het met { $name }?
orientation-well-newcomer = Hoe was het tot nu toe voor u?
orientation-well-network = Wat brengt deze persoon mee in het gesprek?
orientation-needs = Wat zou er anders moeten?
orientation-needs-hint = Hoeft niet.
orientation-send = Verstuur mijn antwoord
orientation-send-again = Verander mijn antwoord
orientation-sent = Uw antwoord is verstuurd.
orientation-you = Wat u schreef
orientation-network = Wat de begeleiders schreven
orientation-newcomer = Wat de nieuwe deelnemer schreef
orientation-waits-for-you = De ander heeft geantwoord. U leest het als u zelf hebt geantwoord.
orientation-waits-for-other = De ander heeft nog niet geantwoord.
orientation-said-on = Wil doorgaan.
orientation-said-stop = Wil stoppen.
orientation-decide-text = Wilt u doorgaan? Alleen als u dat allebei wilt, gaat het door.
orientation-go-on = Doorgaan
orientation-stop = Stoppen
orientation-stop-title = Wilt u stoppen?
orientation-stop-own = Als de ander ook heeft gekozen, of twee weken na de laatste dag, doet u niet meer mee. U krijgt dan een mail om u te bedanken.
orientation-stop-other = Als de ander ook heeft gekozen, of twee weken na de laatste dag, doet deze persoon niet meer mee. Die krijgt dan een mail met dank.
orientation-decided = Uw keuze is genoteerd.
alumni-title = Wie weg is, en contact wil houden
alumni-text = Deze mensen boden zelf aan om contact te houden. Pas als u dat ook wilt, ziet u hun adres.
alumni-offers = Biedt aan om contact te houden.
alumni-keep = Wij willen dat ook
alumni-decline = Liever niet
alumni-end = Stop het contact
alumni-end-of = Stop het contact: { $name }
alumni-end-title = Wilt u het contact stoppen?
alumni-end-text = U ziet de naam en het adres dan niet meer. De ander krijgt daar geen bericht van.
alumni-until = Wordt gewist op { $day }.
alumni-no-address = Er is geen e‑mailadres.
own-alumni-title = Netwerken waar u weg bent
own-alumni-text = Met deze netwerken wilde u contact houden. U kunt dat op elk moment stoppen.
own-alumni-agreed = De begeleiders zien uw naam en uw e‑mailadres.
own-alumni-offered = U bood het aan. De begeleiders zien alleen uw naam, tot zij ook willen.
own-alumni-end-text = De begeleiders zien u dan meteen niet meer. Een adres dat iemand al las, kunnen wij niet terughalen.

# De verkenning: wat de eerste kring van een opgave vindt
evaluation-title = Verkenning
evaluation-lead = Een kleine eerste kring kijkt of de vraag klopt en wie er nodig is. Daarna gaat de opgave verder open, of stopt.
evaluation-question = Klopt de vraag?
evaluation-question-right = Ja, dit is de goede vraag
evaluation-question-different = Nee, vraag het anders
evaluation-question-note = Hoe zou u het vragen?
evaluation-question-note-hint = Hoeft alleen als de vraag niet klopt.
evaluation-missing = Wie missen we nog?
evaluation-missing-hint = Noem een groep of ervaring, geen namen van mensen.
evaluation-advice = Wat raadt u aan?
evaluation-advice-widen = Verder gaan, met meer mensen
evaluation-advice-adjust = Eerst iets veranderen
evaluation-advice-stop = Stoppen
evaluation-advice-note = Waarom?
evaluation-advice-note-hint = Hoeft niet als u wilt dat het verder gaat.
evaluation-choose = Kies wat het beste past.
evaluation-send = Geef mijn oordeel
evaluation-send-again = Bewaar mijn oordeel
evaluation-given = Uw oordeel is bewaard. Dank u wel.
evaluation-own = Uw oordeel
evaluation-who-reads = Wie deze opgave leidt, leest uw oordeel, met uw naam. De anderen in de kring lezen het niet.
evaluation-answer-until = Antwoorden kan tot en met { $day }.
evaluation-not-yet = Er is nog niet om een oordeel gevraagd. U krijgt bericht als het zover is.
evaluation-over = Antwoorden kan niet meer.
evaluation-never = Er is niet om een oordeel gevraagd.
evaluation-take-back = Neem mijn oordeel terug
evaluation-take-back-title = Uw oordeel terugnemen?
evaluation-take-back-text = Wie de opgave leidt, leest het daarna niet meer.
evaluation-ask = Vraag om een oordeel
evaluation-ask-text = Iedereen die nu meedoet krijgt drie vragen: klopt de vraag, wie missen we, en wat raadt u aan? U leest de antwoorden, met de namen.
evaluation-ask-do = Vraag de eerste kring
evaluation-ask-again = Er is om een oordeel gevraagd
evaluation-asked-until = Gevraagd op { $asked }. Antwoorden kan tot en met { $until }.
evaluation-ask-again-do = Kies een andere dag en vraag opnieuw
evaluation-until = Antwoorden tot en met
evaluation-asked = De eerste kring krijgt bericht.
evaluation-answers = Wat de eerste kring vindt
evaluation-count = { $asked ->
    [one] { $given } van de ene persoon gaf een oordeel.
   *[other] { $given } van de { $asked } mensen gaven een oordeel.
  }
evaluation-none-yet = Er zijn nog geen antwoorden.
evaluation-next = En nu?
evaluation-next-text = Verbreed de opgave, verander eerst de vraag, of stop met een reden. De eerste kring krijgt bericht van wat u doet.
evaluation-call-ask = Denkt de eerste kring lang genoeg mee? Vraag dan wat men vindt, voor u meer mensen vraagt.
evaluation-call-asked = U vroeg de eerste kring om een oordeel.
evaluation-call-wait = U bent een van de eersten die meedenken. Straks vragen we wat u van de opgave vindt.
evaluation-call-answer = Klopt de vraag? Wie missen we? En wat raadt u aan?
evaluation-call-given = U hebt uw oordeel gegeven. Dank u wel.
evaluation-read = Lees de oordelen
evaluation-look = Bekijk de verkenning
evaluation-give = Geef uw oordeel
evaluation-change = Bekijk of verander uw oordeel
evaluation-done-with = Wat deed u met de verkenning? (hoeft niet)
evaluation-done-with-hint = Iedereen die de opgave leest, leest dit ook.
issue-move-widen = Verbreden en openen
notification-evaluation-asked = Er wordt om uw oordeel gevraagd

# De samenwerkafspraak van een opgave
agreement-title = Samenwerkafspraak
agreement-lead = Wat we van elkaar verwachten, wie wat doet, en hoe vaak u iets hoort. Alleen wie meedoet leest dit.
agreement-expectations = Wat verwachten we van elkaar?
agreement-expectations-hint = Bijvoorbeeld: hoe we met elkaar praten, hoeveel tijd het kost, wat we niet doen.
agreement-tasks = Wie doet wat?
agreement-tasks-hint = Hoeft niet. Schrijf op wie wat op zich neemt.
agreement-rhythm = Hoe vaak hoort u iets?
agreement-rhythm-hint = Wie de opgave leidt, schrijft dan een bericht in een gesprek. Gebeurt dat niet, dan krijgt die persoon een herinnering.
agreement-rhythm-none = Daar spreken we niets over af
agreement-rhythm-weekly = Elke week
agreement-rhythm-fortnightly = Elke twee weken
agreement-rhythm-monthly = Elke maand
agreement-says-none = Daar is niets over afgesproken.
agreement-says-weekly = Wie de opgave leidt, laat elke week weten hoe het gaat.
agreement-says-fortnightly = Wie de opgave leidt, laat elke twee weken weten hoe het gaat.
agreement-says-monthly = Wie de opgave leidt, laat elke maand weten hoe het gaat.
agreement-says-until = Deze afspraak loopt tot en met { $day }.
agreement-version = Versie { $version }, van { $day }
agreement-ends = Loopt tot en met (hoeft niet)
agreement-ends-hint = Op die dag krijgt wie de opgave leidt een herinnering.
agreement-make = Maak een samenwerkafspraak
agreement-make-text = Iedereen die meedoet krijgt bericht, leest de afspraak en laat weten of hij akkoord is. Wie niet akkoord is, kan wel meepraten.
agreement-change = Verander de afspraak
agreement-change-text = Verandert u de afspraak, dan vragen we iedereen opnieuw, en krijgt iedereen bericht. Tot u op de knop drukt, verandert er niets.
agreement-put = Leg voor aan iedereen
agreement-put-done = De afspraak ligt voor aan iedereen.
agreement-none = Er is nog geen samenwerkafspraak.
agreement-who = Wie is akkoord?
agreement-count = { $people ->
    [one] { $count } van de ene persoon is akkoord.
   *[other] { $count } van de { $people } mensen zijn akkoord.
  }
agreement-waiting = Nog niet akkoord, alleen u leest dit:
agreement-agree = Ik ga akkoord
agreement-agreed = U bent akkoord.
agreement-agreed-done = Dank u wel. U bent akkoord.
agreement-call = Lees wat we van elkaar verwachten, en laat weten of u akkoord bent.
agreement-read = Lees de afspraak
notification-agreement-put = Er ligt een samenwerkafspraak
notification-report-due = Laat weten hoe het gaat
notification-agreement-ended = De samenwerkafspraak is afgelopen

# Vragen uit een lijst met adressen
sheet-title = Vragen uit een lijst
sheet-about = Hebt u al een lijst met e-mailadressen, bijvoorbeeld van een wijkraad? Dan vraagt u iedereen die erop staat in één keer, hoogstens tweehonderd.
sheet-open = Kies of plak een lijst
sheet-lead = Zet alleen e-mailadressen in de lijst, en eventueel een taal. Namen en andere gegevens weigeren we.
sheet-file = Bestand (CSV)
sheet-lines = Of plak de regels hier
sheet-lines-hint = Eén adres per regel, met eventueel de taal erachter: naam@voorbeeld.nl;nl
sheet-origin = Waar komen deze adressen vandaan?
sheet-origin-hint = Iedereen die u vraagt, leest dit in de mail. Bijvoorbeeld: u hebt zich aangemeld bij de wijkraad.
sheet-text-hint = Iedereen op de lijst leest dit in de mail. Hoeft niet.
sheet-send = Vraag iedereen op de lijst
sheet-sent = { $lines ->
    [one] { $sent } van de ene regel: uitnodiging verstuurd
   *[other] { $sent } van de { $lines } regels: uitnodiging verstuurd
  }
sheet-line = Regel { $line }:
sheet-outcome-not-an-address = dit is geen e-mailadres
sheet-outcome-unknown-language = deze taal kennen we niet, kies nl of en
sheet-outcome-twice = dit adres staat er al eerder in
# Samen oppakken
notification-join-asked = Samen een opgave oppakken?
notification-join-accepted = Samen opgepakt
notification-join-declined = Niet samen opgepakt
notification-join-ended = Niet meer samen
notification-handover-offered = Een collega wil iets aan u overdragen
notification-handover-answered = Een collega gaf antwoord op uw overdracht
notification-handover-taken = Er is een andere gespreksleider
issue-together = Opgave van { $owner }, samen met { $joined }
issue-with = Samen met { $name }
issue-of = Opgave van { $name }
issue-join = Samen oppakken
issue-invite-for = Nodig uit namens { $name }
joins-title = Samen oppakken
joins-lead = Opgaven die uw organisatie samen met andere oppakt, en wat organisaties elkaar daarover vragen. Alleen adviseurs en eigenaren van uw organisatie zien dit.
joins-none-title = Nog niets samen opgepakt
joins-none-text = Open een opgave van uw eigen organisatie of van een andere, en kies ‘Samen oppakken’.
joins-to-answer = Wacht op uw antwoord
joins-waiting = Wacht op antwoord van een ander
joins-joined = Samen opgepakt
joins-past = Voorbij
joins-show = Samen oppakken met anderen
join-asks-owner = { $name } wil deze opgave van uw organisatie samen oppakken.
join-asks-joiner = { $name } vraagt uw organisatie om deze opgave samen op te pakken.
join-asked-at = Gevraagd op { $day }
join-waits = U vroeg dit aan { $name } op { $day }.
join-with = Van { $owner }, samen met { $joiner }
join-since = Sinds { $day }
join-declined-by = { $name } zei nee op { $day }.
join-ended-by = { $name } stopte op { $day }.
join-why = Waarom
join-reason = Reden
join-accept = Pak samen op
join-accepted = De naam van uw organisatie staat nu bij de opgave.
join-accepted-owner = { $name } staat nu bij de opgave.
join-decline = Zeg nee
join-decline-title = Niet samen oppakken?
join-decline-text = De andere organisatie leest waarom.
join-declined = Uw antwoord is verstuurd.
join-withdraw = Trek de vraag in
join-withdraw-title = Vraag intrekken?
join-withdraw-text = De andere organisatie ziet de vraag dan niet meer.
join-withdrawn = De vraag is ingetrokken.
join-leave = Stop met samen oppakken
join-leave-title = Niet meer samen?
join-leave-text = De naam van uw organisatie gaat van de pagina. Uitnodigingen namens uw organisatie die nog open staan, werken niet meer. Wie meedoet, blijft meedoen.
join-end-text = De naam van de andere organisatie gaat van de pagina. Haar open uitnodigingen werken niet meer. Wie meedoet, blijft meedoen. De andere organisatie leest waarom.
join-ended = U pakt deze opgave niet meer samen op.
join-terms = Thema’s en regio’s
join-terms-hint = Zo vinden bezoekers van uw organisatie deze opgave. Dit verandert niets bij de eigenaar.
join-terms-save = Bewaar thema’s en regio’s
join-terms-saved = De thema’s en regio’s zijn bewaard.
join-ask-title = Samen oppakken
join-ask-lead = Twee organisaties, één opgave. De opgave blijft van { $owner }; beide namen staan op de pagina. Wie mag meelezen, verandert niet.
join-ask-as = Namens welke organisatie vraagt u dit?
join-ask-whom = Welke organisatie vraagt u?
join-ask-motivation = Waarom samen?
join-ask-motivation-hint = De adviseurs van de andere organisatie lezen dit, met de titel en de kernvraag van de opgave.
join-ask-send = Vraag het
join-ask-sent = Uw vraag is verstuurd.
join-ask-nobody = Alleen een adviseur of eigenaar van een organisatie kan vragen om samen op te pakken.
join-ask-over = Samen oppakken kan alleen bij een opgave die loopt.
join-ask-all = Uw organisatie doet al mee, of er is geen andere om te vragen.
joined-issues-title = Samen met andere organisaties
waiting-join = Samen oppakken?
waiting-join-about = { $name } vraagt het aan { $organisation } · { $day }
waiting-handover = Overnemen?
waiting-handover-about = { $organisation } · { $day }
similar-join = Is dit dezelfde vraag? Uw organisatie kan zich aansluiten.
similar-join-action = Sluit je aan bij ‘{ $title }’

handovers-title = Overdragen
handovers-crumb = Organisatie
handovers-lead = Gaat u weg, of krijgt u ander werk? Draag over wat u leidt aan een collega. Er verandert niets voordat uw collega ja zegt.
handovers-show = Overdragen aan een collega
handovers-to-answer = Wacht op uw antwoord
handovers-waiting = Wacht op uw collega
handovers-past = Eerder
handovers-none-title = U hebt hier niets om over te dragen
handovers-none-text = Hier staat wat u leidt, zodra u gespreksleider bent van een opgave of een netwerk van deze organisatie.
handover-offer-title = Wat draagt u over?
handover-own = Wat u leidt
handover-own-hint = Opgaven en netwerken van deze organisatie waarvan u gespreksleider bent.
handover-alone = U bent de enige die dit leidt.
handover-left = Wat niemand meer leidt
handover-left-hint = Wie dit leidde, is weg of stopt. U kunt het zelf op u nemen of aan een collega vragen.
handover-organisation = De organisatie zelf
handover-ownership = Ook eigenaar van deze organisatie
handover-ownership-hint = Uw collega wordt eigenaar. U blijft lid, zonder taak.
handover-taker = Aan wie?
handover-taker-hint = U kiest uit de eigenaren, adviseurs en redacteuren van deze organisatie.
handover-taker-choose = Kies een collega
handover-taker-missing = Kies een collega.
handover-taker-you = { $name } (u zelf)
handover-stays = Ik blijf meedoen
handover-stays-hint = Laat u dit leeg, dan verlaat u de ruimten die u overdraagt. Wat u schreef, blijft staan.
handover-words = Wat moet uw collega weten?
handover-words-hint = Dit leest alleen uw collega. Schrijf hier niets over wat mensen u in vertrouwen vertelden.
handover-words-of = Erbij gezegd
handover-offer = Vraag het uw collega
handover-offered = Gevraagd aan { $name }.
handover-taken-on = U leidt dit nu zelf.
handover-to = Aan { $name }
handover-from = Van { $name }
handover-waits = Gevraagd op { $day }. Zegt uw collega niets, dan vervalt het op { $until }.
handover-asked = Gevraagd op { $day }. U kunt antwoorden tot { $until }.
handover-accepted-at = Overgenomen op { $day }
handover-declined-at = Niet overgenomen op { $day }
handover-withdrawn-at = Ingetrokken op { $day }
handover-with-ownership = Ook: eigenaar van deze organisatie.
handover-giver-stays = Wie overdraagt, blijft meedoen.
handover-giver-goes = Wie overdraagt, verlaat deze ruimten.
handover-reason = Waarom niet?
handover-accept = Overnemen
handover-accepted = U hebt het overgenomen. Wie meedoet, hoort het.
handover-decline = Niet overnemen
handover-declined = Uw collega hoort dat u het niet overneemt.
handover-decline-title = Niet overnemen
handover-decline-text = Uw collega leest waarom, en kan het aan iemand anders vragen.
handover-withdraw = Intrekken
handover-withdrawn = U hebt het ingetrokken.

# Melden en modereren
post-report = Meld deze bijdrage
post-held-hidden = Deze bijdrage is tijdelijk verborgen. In het logboek van dit gesprek staat waarom.
post-held-returned = Deze bijdrage is terug bij wie haar schreef, om aan te passen.
post-held-removed = Deze bijdrage is verwijderd. In het logboek van dit gesprek staat waarom.
pace-closed = De gespreksleider sloot dit gesprek. U kunt het nog lezen.
pace-rests = Dit gesprek rust tot { $until }. Daarna kan iedereen vanzelf weer schrijven.
pace-slow = { $minutes ->
    [one] Dit gesprek gaat langzamer: een bijdrage per minuut.
   *[other] Dit gesprek gaat langzamer: een bijdrage per { $minutes } minuten.
}
pace-again = U kunt weer schrijven vanaf { $until }.
pace-why = De gespreksleider zegt waarom: { $why }
composer-paused = U kunt in deze opgave niet schrijven tot en met { $until }. Daarna kan het vanzelf weer. U kunt wel meelezen.
composer-paused-why = Waarom?
report-title = Bijdrage { $number } melden
report-reason = Wat is er mis?
report-reason-unlawful = Het mag niet volgens de wet
report-reason-hate = Haat of discriminatie
report-reason-threat = Bedreiging of geweld
report-reason-private-data = Privégegevens van iemand
report-reason-child-abuse = Seksueel misbruik van kinderen
report-reason-house-rules = Tegen de huisregels
report-reason-spam = Reclame of spam
report-reason-other = Iets anders
report-reason-missing = Kies wat er mis is.
report-words = Leg uit wat er mis is
report-words-hint = Welke zin, en waarom kan die niet? Zo kan iemand goed beslissen.
report-good-faith = Wat ik hier meld, is naar mijn beste weten juist en volledig. Dat is nodig als u zegt dat iets niet mag volgens de wet.
report-who-learns = Niemand in dit gesprek hoort dat u dit meldde, ook wie beslist niet.
report-danger = Is iemand in gevaar? Bel 112.
report-send = Melden
report-done = Uw melding is binnen. U hoort wat ermee gebeurt.
report-state-received = Uw melding is binnen. Iemand kijkt ernaar.
report-state-decided = Er is een besluit.
report-state-appealed = U maakte bezwaar. Iemand anders kijkt er opnieuw naar.
appeal-title = Niet mee eens?
appeal-text = U kunt bezwaar maken tot en met { $until }. Iemand anders dan wie besliste, kijkt er opnieuw naar.
appeal-words = Waarom bent u het er niet mee eens?
appeal-send = Bezwaar maken
appeal-done = Uw bezwaar is binnen. Iemand anders kijkt ernaar.
appeal-own = Uw bezwaar
appeal-waits = Iemand anders kijkt ernaar. U hoort het antwoord.
appeal-granted = U krijgt gelijk.
appeal-refused = Het besluit blijft zoals het was.
moderated-title = Meldingen en besluiten
moderated-lead = Wat u meldde en wat ermee gebeurde, en wat er over uw eigen bijdragen is besloten.
moderated-decisions = Over uw bijdragen
moderated-reports = Wat u meldde
moderated-none-title = Hier staat niets
moderated-none-text = U meldde niets, en er is niets over uw bijdragen besloten.
moderated-place = Bijdrage { $number } bij { $organisation }
moderated-to-post = Naar het gesprek
moderated-reported-at = Gemeld op { $day }
moderated-decided-at = Besloten op { $day }
moderated-rule = De regel of wet
moderated-facts = De feiten
moderated-own-words = Wat u schreef
moderated-rewrite-title = Pas uw bijdrage aan
moderated-rewrite-text = Zodra u bewaart, staat uw bijdrage er weer. Wat er eerst stond, kan niemand meer lezen.
moderated-rewrite-label = Uw bijdrage
moderated-rewrite-send = Bewaar en zet terug
moderated-rewrite-done = Uw bijdrage staat er weer.
moderated-rewritten = U paste haar aan op { $day }. Ze staat er weer.
act-leave = Niets gedaan: de bijdrage blijft staan
act-hide = Verborgen tot en met { $until }
act-return = Terug naar wie haar schreef, om aan te passen
act-remove = Verwijderd
act-upheld = Bezwaar: het besluit blijft
act-reversed = Bezwaar: het besluit is teruggedraaid
act-warned = Waarschuwing
act-paused = Mag niet schrijven tot en met { $until }
ground-law = De wet
ground-rules = De huisregels
queue-title = Modereren
queue-lead = Bijdragen die iemand meldde en waarover u kunt beslissen.
queue-waiting = Wacht op een besluit
queue-decided = Beslist
queue-none-title = Er wacht niets
queue-none-text = Niemand meldde iets waarover u kunt beslissen.
queue-none-decided = Hier is nog niets beslist.
queue-behind-doors = { $count ->
    [one] In een besloten gesprek van uw organisatie wacht één melding. Wie het gesprek leidt, beslist daarover. U ziet haar pas als die persoon dat niet kan, of na een week.
   *[other] In besloten gesprekken van uw organisatie wachten { $count } meldingen. Wie het gesprek leidt, beslist daarover. U ziet ze pas als die persoon dat niet kan, of na een week.
}
queue-item = Bijdrage { $number } in { $thread }
queue-item-closed = Bijdrage { $number } in een besloten gesprek
queue-count = { $count ->
    [one] Eén melding
   *[other] { $count } meldingen
}
queue-since = sinds { $day }
queue-appealed = Iemand maakte bezwaar
queue-mine = U hebt dit in behandeling tot { $moment }
queue-taken = Iemand anders heeft dit in behandeling tot { $moment }
case-claim = In behandeling nemen
case-claim-hint = Twee uur lang beslist dan niemand anders hierover.
case-release = Teruggeven
case-released = U gaf het terug. Iemand anders kan het nemen.
case-own = U besliste hier zelf over, of u bent er partij in. Iemand anders kijkt naar het bezwaar.
case-post = Wat er staat
case-post-by = Geschreven door { $name }
case-post-gone = Wie dit schreef, heeft de tekst zelf ingetrokken.
case-post-held = Anderen lezen deze tekst nu niet.
case-post-hidden = U leest de tekst zodra u dit in behandeling neemt.
case-before = Eerdere versies
case-reports = Wat mensen melden
case-with-account = Iemand met een account
case-without-account = Iemand zonder account
case-history = Eerder besloten over deze bijdrage
case-appeals = Bezwaar
case-appeal-author = Van wie dit schreef
case-appeal-reporter = Van wie dit meldde
case-decide-title = Uw besluit
case-act = Wat gebeurt er met de bijdrage?
case-act-leave = Blijft staan
case-act-hide = Verbergen tot een datum
case-act-return = Terug naar wie haar schreef, om aan te passen
case-act-remove = Verwijderen
case-until = Verborgen tot en met
case-person = En wie haar schreef?
case-warn = Waarschuwen dat dit niet nog eens mag
case-pause = Een tijd niet laten schrijven in deze opgave
case-pause-until = Niet schrijven tot en met
case-ground = Waarop rust dit?
case-ground-none = Kies
case-rule = Welke regel of wet?
case-rule-hint = Bijvoorbeeld: huisregel 3, of artikel 137c van het Wetboek van Strafrecht.
case-facts = Waarom?
case-facts-hint = Wie dit schreef, leest dit. Zeg wat er stond en waarom dat niet kan, zonder iemand te noemen.
case-canned = Begin met een standaardzin
case-canned-none = Kies een zin, of schrijf zelf
case-canned-person = U schrijft over iemand en niet over wat diegene vindt.
case-canned-group = U schrijft over een groep mensen alsof ze allemaal hetzelfde zijn. Dat raakt wie erbij hoort.
case-canned-private = In uw bijdrage staan gegevens waaraan iemand te herkennen is. Diegene heeft daar geen toestemming voor gegeven.
case-canned-threat = Uw bijdrage kan iemand bang maken.
case-canned-off-topic = Uw bijdrage gaat niet over het onderwerp van dit gesprek.
case-canned-allowed = De bijdrage is scherp, maar blijft bij het onderwerp. Dat mag hier.
case-decide = Beslissen
case-decided = Het besluit is genomen. Wie het aangaat, hoort het.
case-answer-title = Uw antwoord op het bezwaar
case-granted = Heeft die persoon gelijk?
case-granted-yes-author = Ja: de bijdrage komt terug
case-granted-yes-reporter = Ja: ik neem hierna een nieuw besluit
case-granted-no = Nee: het besluit blijft
case-answer = Antwoorden
case-answered = Uw antwoord is verstuurd.
case-missing = Kies eerst.
log-title = Logboek
log-lead = Wat er in dit gesprek is gemodereerd. Iedereen die dit gesprek leest, kan dit lezen.
log-none-title = Er is niets gemodereerd
log-none-text = In dit gesprek is geen bijdrage gemeld en beoordeeld.
log-post = Bijdrage { $number }
log-post-of = Bijdrage { $number } van { $name }
log-from-outside = Besloten door iemand van de organisatie die dit gesprek niet leidt.
log-show = Logboek: wat hier is gemodereerd
log-to-queue = Meldingen in dit gesprek
notification-report-received = Uw melding is binnen
notification-report-waiting = Iemand meldde een bijdrage
notification-post-moderated = Er is iets besloten over een bijdrage van u
notification-report-decided = Er is een besluit over wat u meldde
notification-appeal-waiting = Iemand maakte bezwaar tegen een besluit
notification-appeal-answered = Er is een antwoord op een bezwaar
reason-you-posted = u deze bijdrage schreef
reason-you-reported = u dit meldde
reason-you-moderate = u hierover kunt beslissen

# Begeleiden
cockpit-issue-title = Begeleiden
cockpit-issue-lead = Hoe gaan de gesprekken? Alleen wie dit begeleidt ziet deze pagina.
cockpit-issue-show = Begeleiden: hoe gaan de gesprekken?
cockpit-none-title = Er zijn nog geen gesprekken
cockpit-none-text = Zodra iemand een gesprek opent, ziet u hier hoe het gaat.
cockpit-to-issue = Naar de pagina
cockpit-rooms = Gesprekken
cockpit-thread-show = Begeleid dit gesprek
cockpit-title = Begeleiden: { $title }
cockpit-lead = Hoe gaat dit gesprek, en wat kunt u doen? Alleen wie dit begeleidt ziet deze pagina.
cockpit-all = Alle gesprekken
cockpit-hot = Het gaat hier hard
cockpit-calm = Rustig
cockpit-slowed = Langzamer
cockpit-resting = Rust
cockpit-closed = Gesloten
cockpit-heat-now = In de laatste 24 uur: { $last ->
    [one] één bijdrage
   *[other] { $last } bijdragen
}. In de dertien dagen daarvoor: { $before }.
cockpit-heat-fast = Dat is meer dan { $moreThan }, en meer dan { $times } keer zoveel als gemiddeld op een dag daarvoor. Daarom staat er dat het hard gaat.
cockpit-heat-reports = { $reports ->
    [one] Eén gemelde bijdrage wacht op een besluit.
   *[other] { $reports } gemelde bijdragen wachten op een besluit.
}
cockpit-heat-rule = Een gesprek gaat hard bij meer dan { $moreThan } bijdragen in 24 uur én meer dan { $times } keer het gemiddelde van de dertien dagen daarvoor, of als { $reports } gemelde bijdragen wachten. Wat er staat, leest niemand daarvoor.
cockpit-to-reports = Bekijk de meldingen
cockpit-pace-title = Tempo
cockpit-pace-hint = Bijdragen per 24 uur, de laatste veertien dagen.
cockpit-pace-day = { $ago ->
    [0] Laatste 24 uur
    [one] Eén dag eerder
   *[other] { $ago } dagen eerder
}
cockpit-table = In een tabel
cockpit-table-day = Wanneer
cockpit-table-posts = Bijdragen
cockpit-shares-title = Wie spreekt in welke hoedanigheid?
cockpit-shares-hint = Bijdragen van de laatste dertig dagen.
cockpit-shares-none = In de laatste dertig dagen schreef niemand iets.
cockpit-share = { $posts ->
    [one] één bijdrage
   *[other] { $posts } bijdragen
} ({ $percent }%)
cockpit-capacity-personal = Op persoonlijke titel
cockpit-capacity-on-behalf = Namens een organisatie
cockpit-capacity-official = Als ambtenaar
cockpit-closed-room-title = Wie er spreekt, staat hier niet
cockpit-closed-room-text = In dit gesprek weet niemand wie wat schrijft. Dat blijft zo, ook voor wie het begeleidt.
cockpit-quiet-title = Wie sprak nog niet?
cockpit-quiet-none = Iedereen die meedoet, schreef hier al iets.
cockpit-quiet-hint = Niet schrijven kan van alles betekenen. Vraag het vriendelijk, of laat het zo.
cockpit-questions-title = Vragen zonder antwoord
cockpit-questions-none = Op elke vraag in deze opgave is een antwoord gekozen.
cockpit-words-title = Woorden die praten over een groep
cockpit-words-hint = In deze bijdragen staan woorden van de lijst van uw organisatie. Een woord zegt niets over wie het schreef: lees de bijdrage, en vraag eventueel naar eigen ervaring.
cockpit-words-none = In de nieuwste bijdragen staat geen woord van de lijst.
cockpit-words-post = Bijdrage { $number }: ‘{ $phrase }’
cockpit-words-list = Bekijk de lijst met woorden
cockpit-acts-title = Wat kunt u doen?
cockpit-act-round = Open een ronde: iedereen spreekt een keer
cockpit-no-act = U kunt in dit gesprek nu niets veranderen, omdat de opgave niet open is.
pace-form-title = Tempo kiezen
pace-form-legend = Hoe gaat het gesprek verder?
pace-form-free = Gewoon: iedereen schrijft wanneer die wil
pace-form-slow = Langzamer
pace-form-slow-hint = Iedereen wacht even tussen twee bijdragen. U zelf niet.
pace-form-slow-label = Tijd tussen twee bijdragen van dezelfde persoon
pace-form-slow-minutes = { $minutes ->
    [one] één minuut
   *[other] { $minutes } minuten
}
pace-form-slow-hours = { $hours ->
    [one] één uur
   *[other] { $hours } uur
}
pace-form-rest = Laten rusten
pace-form-rest-hint = Tot een moment schrijft alleen u. Daarna gaat het vanzelf verder.
pace-form-rest-label = Tot wanneer?
pace-form-rest-most = Ten hoogste zeven dagen.
pace-form-close = Sluiten
pace-form-close-hint = Iedereen kan het gesprek nog lezen. U kunt het later weer openen.
pace-form-why = Waarom?
pace-form-why-hint = Iedereen in het gesprek leest dit.
pace-form-now = Laatst gekozen, met deze reden: { $why }
pace-form-set = Stel in
pace-form-done = Ingesteld. Iedereen in het gesprek leest waarom.
pace-form-stale = Iemand anders stelde intussen iets in. Hierboven staat wat nu geldt. Wat u koos, staat er nog: druk opnieuw om het toch in te stellen.
pace-form-rest-missing = Kies tot wanneer het gesprek rust.
summary-title = Samenvatting
summary-lead = Wat in dit gesprek tot nu toe is gezegd. De gespreksleider schrijft dit, iedereen leest alle versies.
summary-when = Versie { $version }, { $moment }
summary-none-title = Er is nog geen samenvatting
summary-none-text = De gespreksleider kan er een schrijven. Die komt boven het gesprek.
summary-more = Alle versies
summary-write-first = Schrijf een samenvatting
summary-write-next = Schrijf een nieuwe versie
summary-body = Tekst van de samenvatting
summary-body-hint = Verwijs naar bijdragen met een link: kopieer die uit het menu van de bijdrage. Noem liever geen namen.
summary-put = Zet boven het gesprek
summary-put-done = De samenvatting staat boven het gesprek.
summary-versions = Versies
summary-version = Versie { $version }
summary-version-changed = Wat in versie { $version } veranderde
composer-ended-now = Wilt u verder praten? Op de pagina staan de andere gesprekken.
composer-moved = Dit gesprek gaat verder in een ander gesprek. Daar kunt u schrijven.
composer-issue-paused = Deze opgave is gepauzeerd. Als zij verdergaat, kunt u hier weer schrijven. U hoeft niets te doen.
composer-issue-closed = In deze opgave wordt nu niet geschreven. U kunt alles nog lezen. Op de pagina staat hoe het ervoor staat.
composer-observer = U luistert hier mee. Wilt u ook schrijven? Vraag het aan wie dit begeleidt.
composer-outside = U leest hier mee. Schrijven kan wie meedoet. Op de pagina staat hoe u kunt meedoen.
words-title = Woorden waar we op letten
words-lead = Deze woorden praten vaak over een groep, en niet uit eigen ervaring. Wie een gesprek begeleidt, ziet in welke bijdragen ze staan. Meer gebeurt er niet: niemand krijgt er een stempel van.
words-none-title = Er staan nog geen woorden op de lijst
words-none-text = Dan wijst niets een gespreksleider op woorden in bijdragen.
words-change = Lijst veranderen
words-item = Regel { $number }
words-phrase = Woord of woorden
words-why = Waarom letten we hierop?
words-add = Voeg een regel toe
words-remove = Haal weg: regel { $number }
words-save = Bewaar de lijst
words-saved = De lijst is bewaard. Iedereen van de organisatie kan haar lezen.
words-stale = Iemand anders veranderde de lijst intussen. Hun lijst staat hierboven, de uwe staat hieronder nog. Druk opnieuw om de uwe te bewaren.
parked-title = Geparkeerd
parked-lead = Onderwerpen voor later, zodat ze niet kwijtraken.
parked-none = Er staat niets geparkeerd.
parked-came-up = Waar het ter sprake kwam
parked-taken-up = Opgepakt op { $day }
parked-taken-up-in = Naar dat gesprek
parked-add = Parkeer een onderwerp
parked-label = Onderwerp
parked-label-hint = Iedereen die meedoet leest dit. Noem liever geen namen.
parked-post = Link naar een bijdrage (hoeft niet)
parked-post-hint = Kopieer de link uit het menu van de bijdrage.
parked-post-wrong = Dit is geen link naar een bijdrage in deze opgave.
parked-park = Parkeer
parked-done = Het onderwerp staat geparkeerd.
parked-take-up = Opgepakt
parked-take-up-name = Opgepakt: { $title }
parked-take-up-title = Waar praat u hierover?
parked-take-up-where = Gesprek
parked-take-up-nowhere = Ergens anders
parked-take-up-done = Het staat als opgepakt.

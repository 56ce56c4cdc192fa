# Pagina's die de server schrijft.

site-skip = Naar de inhoud
site-help = Hulp

site-sign-in-title = Aanmelden
site-sign-in-intro = Vul uw e‑mailadres in. U krijgt een mail met een code en een knop. Een wachtwoord is niet nodig.
site-sign-in-address = Uw e‑mailadres
site-sign-in-send = Stuur mij een code
site-sign-in-code-title = Kijk in uw mail
site-sign-in-sent = Als dit adres mail kan ontvangen, is er nu een code onderweg. Dat duurt meestal minder dan een minuut. Kijk ook bij ongewenste mail.
site-sign-in-code = Code uit de mail
site-sign-in-code-hint = Zes cijfers. U kunt ook op de knop in de mail klikken.
site-sign-in-go = Aanmelden
site-sign-in-again = Vraag een nieuwe code aan
site-sign-in-click = Klik op de knop om u aan te melden. Zo weten we dat u het zelf bent, en niet een programma dat links controleert.
site-sign-in-password = Aanmelden met een wachtwoord
site-password-title = Aanmelden met een wachtwoord
site-password-intro = Dit werkt als u zelf een wachtwoord hebt ingesteld. Weet u het niet meer? Meld u dan aan met een code; daarna kunt u een nieuw wachtwoord kiezen.
site-password = Uw wachtwoord
site-password-none = Liever een code per mail

site-demo-title = Kijk rond als een van deze mensen
site-demo-intro = Dit is een proefopstelling met verzonnen mensen. Kies met wie u meekijkt; een wachtwoord is niet nodig.
site-demo-mail = Verstuurde mails
site-demo-mail-intro = Alles wat het platform verstuurde, zoals de lezer het ziet.
site-demo-mail-empty = Er is nog geen mail verstuurd.
site-demo-mail-to = Aan
site-demo-mail-from = Van
site-demo-mail-text = Dezelfde mail zonder opmaak
site-demo-more = Ook de moeite waard
site-demo-visitor = Kijk rond zonder aan te melden
site-demo-doors = Kijk rond als iemand anders
site-demo-mail-how = Zo komt er een: vraag bij Aanmelden een code aan, of plaats een bijdrage in een gesprek. Die mail gaat na twee minuten naar de anderen.
site-demo-mail-whose = Van wie
site-demo-mail-all = Iedereen
site-demo-mail-back = Alle mails
site-demo-mail-headers = Wat mailprogramma’s lezen
site-demo-mail-source = De hele mail, zoals hij verstuurd is

site-unsubscribe-title = Minder of geen mail
site-unsubscribe-done-title = Deze mails zijn gestopt
site-unsubscribe-done = U krijgt deze mails niet meer. Op het platform vindt u uw meldingen nog wel.
site-unsubscribe-settings = Bekijk alle instellingen voor mail
site-unsubscribe-question-issue = Dit gaat over mails bij ‘{ $name }’.
site-unsubscribe-question-issue-unnamed = Dit gaat over mails bij deze opgave.
site-unsubscribe-question-term = U volgt ‘{ $name }’. Wilt u er geen mails meer over? Dan volgt u het niet langer.
site-unsubscribe-question-all = Dit gaat over al uw mails en overzichten. Mails om u aan te melden en over uw account blijft u krijgen.
site-level-off = Stop deze mails
site-level-weekly = Eén keer per week
site-level-daily = Eén keer per dag
site-level-at-once = Meteen
site-level-now-off = U krijgt nu geen mails hierover.
site-level-now-weekly = U krijgt ze nu één keer per week, in uw overzicht.
site-level-now-daily = U krijgt ze nu één keer per dag, in uw overzicht.
site-level-now-at-once = U krijgt ze nu meteen.
site-level-done-title = Dat is veranderd
site-level-other = Toch iets anders?

site-invitation-title = Uw uitnodiging
site-invitation-thanks = Dank voor uw antwoord
site-invitation-home = Naar de voorpagina
site-invitation-genuine = Is deze uitnodiging echt?
site-invitation-phone = Bellen: { $phone }
site-invitation-email = Mailen: { $email }
site-invitation-organisation = Contactgegevens van { $organisation } op dit platform
site-invitation-join = Meedoen
site-invitation-inside = U hebt deze uitnodiging aangenomen.
site-invitation-to-issue = Naar binnen
site-invitation-to-organisation = Naar { $organisation }
site-invitation-declined = U zei eerder nee. U kunt alsnog meedoen.
site-invitation-perspective = Welk perspectief brengt u mee?
site-perspective-needed = Dit perspectief is nodig.
site-perspective-welcome = Dit perspectief is ook welkom.
site-invitation-perspective-hint = U kiest zelf. Niemand ziet wat u kiest. Het telt mee in wat nog ontbreekt, en vanaf tien mensen in een afgerond aantal.
site-invitation-rather-not = Liever niet zeggen
site-invitation-capacity = Hoe doet u mee?
site-invitation-personal = Op persoonlijke titel
site-invitation-on-behalf = Namens { $name }
site-invitation-official = Als ambtenaar, { $name }
site-invitation-name = Uw naam
site-invitation-name-hint = Zo kennen de andere deelnemers u.
site-invitation-accept = Ik doe mee
site-invitation-not = Liever niet, of later
site-invitation-answer = Uw antwoord
site-invitation-later = Nu niet, misschien later
site-invitation-no = Nee, ik doe niet mee
site-invitation-never = Nee, en nodig mij nooit meer uit
site-invitation-reason = Waarom? Dit hoeft niet.
site-invitation-reason-hint = Wie u uitnodigde, leest dit.
site-invitation-send = Antwoord sturen
site-invitation-later-done = U hebt geantwoord: misschien later. De link in de mail blijft werken tot de uitnodiging verloopt.
site-invitation-no-done = U doet niet mee. Bedenkt u zich? De link in de mail blijft werken tot de uitnodiging verloopt.
site-invitation-never-done = U krijgt op dit adres geen uitnodigingen meer.
site-invitation-genuine-how = De mail komt van { $organisation }, gestuurd door { $inviter }. Twijfelt u? Gebruik dan niet de link uit de mail, maar vraag het na:
site-invitation-check = Controleer deze uitnodiging op onze controlepagina
site-invitation-read-first = Lees eerst waar het over gaat
site-invitation-readers-open = Wie de opgave mag lezen, leest ook wat u schrijft.
site-invitation-readers-trusted = Wat u schrijft, lezen alleen de deelnemers.
site-invitation-readers-confidential = Wat u schrijft, lezen alleen de deelnemers. Zij zien niet dat het van u is: u krijgt een schuilnaam.
site-invitation-readers-authorless = Wat u schrijft, lezen alleen de deelnemers. Niemand ziet of bewaart dat het van u is.
site-invitation-guest = U komt als gast, tot en met { $day }. Daarna leest en schrijft u vanzelf niet meer mee.
site-invitation-code-why = Deze uitnodiging ging naar { $address }. We sturen een code naar dat adres, zodat we weten dat u het bent. Een wachtwoord is niet nodig.
site-invitation-code = Stuur mij een code
site-invitation-other-way = Op een andere manier aanmelden
site-invitation-somebody-else = U bent aangemeld als { $name }, maar deze uitnodiging ging naar { $address }. Is dat ook van u? Dan sturen we een code naar dat adres en gaat u daarmee verder.
site-nomination-title = Iemand denkt aan u
site-nomination-intro = { $nominator } doet bij { $organisation } mee en denkt dat u hier iets kunt inbrengen:
site-nomination-know = Wie weet hiervan?
site-nomination-first = Alleen { $nominator } en u. Zegt u ja, dan ziet wie dit begeleidt uw naam en wat hierboven over u staat. { $nominator } hoort niet wat u antwoordt.
site-nomination-until = Antwoorden kan tot { $until }. Daarna wissen we uw adres, ook als u niets doet.
site-nomination-yes = Ja, dit mag bekend worden
site-nomination-yes-text = U zegt nog niet dat u meedoet. Wie dit begeleidt, kan u hierna uitnodigen of laten weten waarom niet.
site-nomination-name-hint = Wie dit begeleidt, ziet deze naam.
site-nomination-own = Wilt u er zelf iets bij zeggen?
site-nomination-own-hint = Hoeft niet. Wie dit begeleidt, leest het mee.
site-nomination-agree = Ja, laat weten wie ik ben
site-nomination-code-why = Deze vraag ging naar { $address }. We sturen een code naar dat adres, zodat we weten dat u het bent. Een wachtwoord is niet nodig.
site-nomination-somebody-else = U bent aangemeld, maar deze vraag ging naar { $address }. Is dat ook van u? Dan sturen we een code naar dat adres.
site-nomination-no = Nee
site-nomination-no-text = U hoeft zich niet aan te melden en geen reden te geven. Niemand krijgt bericht.
site-nomination-genuine = Is deze vraag echt?
site-nomination-check = Controleer deze vraag op onze controlepagina
site-nomination-no-once = Nee, deze keer niet
site-nomination-yes-done = Dank u wel. Wie dit begeleidt, ziet nu uw naam en antwoordt binnen twee weken.
site-nomination-no-done = Dank u wel. Niemand krijgt bericht, en we wissen uw adres.
site-nomination-never-done = U krijgt op dit adres geen uitnodigingen en geen vragen als deze meer. Niemand krijgt bericht.
site-invitation-add-address = Wilt u meedoen als { $name }? Voeg dit adres dan eerst toe aan uw account en open deze link opnieuw.
site-invitation-profile = Naar uw profiel
site-invitation-step-one-of-two = Stap 1 van 2
site-invitation-step-two-of-two = Stap 2 van 2
site-invitation-step-two = Hoe doet u mee?
site-invitation-next = Verder
site-invitation-back = Terug naar de uitnodiging
site-invitation-capacity-hint = Dit staat bij uw naam, bij alles wat u schrijft. U kunt het later veranderen.
site-invitation-personal-only = U doet mee op persoonlijke titel. Dat staat bij uw naam.

site-hall-title = Denkt u mee?
site-hall-intro = { $asker } van { $organisation } vraagt u om mee te denken over een opgave: een vraag waar meer mensen voor nodig zijn. Deze zaallink hoort bij: { $place }.
site-hall-intro-network = { $asker } van { $organisation } vraagt u voor een netwerk: een vaste kring van mensen, met een eigen kamer om in te praten. Deze zaallink hoort bij: { $place }.
site-hall-outcome = Aan het eind leest wie meedeed wat er is gehoord, wat ermee gebeurt en wat niet.
site-hall-sign-in-why = Meld u eerst aan met uw e‑mailadres. U krijgt een code per mail. Een wachtwoord is niet nodig. Daarna komt u hier terug.
site-hall-approval = Daarna schrijft u waarom u wilt meedoen. U krijgt binnen twee weken antwoord.
site-hall-sign-in = Aanmelden en meedoen
site-hall-until = Deze link werkt tot { $day }, { $time } uur.
site-hall-signed-in-as = U bent aangemeld als { $name }.
site-hall-somebody-else = Bent u iemand anders? Meld u aan als uzelf.
site-hall-untraced = We leggen niet vast wie via deze link kwam, behalve als u eerst schreef waarom. Wie de opgave begeleidt, ziet wel hoeveel mensen het zijn, en kan soms nagaan wie.
site-hall-asks-you = Schrijf eerst waarom u wilt meedoen. U krijgt binnen twee weken antwoord.
site-hall-who-reads = Dit lezen alleen de gespreksleiders, en de adviseurs en eigenaren van de organisatie. Zij zien ook dat u via deze zaallink kwam.
site-hall-signed-out = U bent niet meer aangemeld. Wat u schreef, staat er nog. Meld u aan in een ander tabblad, kom hier terug en verstuur het.
site-hall-waits = U wilt meedoen. U krijgt uiterlijk op { $day } antwoord.
site-hall-answer-how = Is het antwoord ja, dan krijgt u een uitnodiging per mail. Is het nee, dan leest u op deze pagina waarom. Bewaar dus het adres.
site-hall-refused = U meldde zich eerder, en het antwoord was nee. Met deze link komt u niet alsnog binnen.
site-hall-invited = U bent uitgenodigd: daarmee doet u meteen mee. De uitnodiging staat in uw mail en in uw overzicht.
site-hall-inside = U doet al mee, of u begeleidt dit.
site-hall-full = Deze zaallink is vol: er zijn zoveel mensen binnen als er plek was.
site-hall-over = Deze zaallink is voorbij. Hij werkte tot { $day }, { $time } uur.
site-hall-ended = Deze zaallink is gesloten.
site-hall-paused = Het ligt nu even stil. Misschien gaat het later verder; dan werkt deze link weer, tot { $day }, { $time } uur.
site-hall-closed = Hier komt nu niemand meer bij.
site-hall-concluded = Dit is afgesloten.
site-hall-to-outcome = Lees wat ervan kwam
site-hall-ask-whom = Wilt u toch meedoen? Vraag het { $asker }, via { $organisation }.
site-hall-not-sent = Wat u schreef, is niet verstuurd. U kunt het hier kopiëren.
site-hall-asked-before = Schreef u hier eerder waarom u wilt meedoen? Meld u aan, dan leest u het antwoord.
site-hall-genuine = Is deze link echt?
site-hall-genuine-how = De link is gemaakt door { $asker } van { $organisation }. Twijfelt u? Vraag het na:
site-hall-check = Controleer deze link op onze controlepagina
site-hall-typed = Typte u het adres over? Kijk dan nog eens goed: het zijn vier groepjes van vier letters en cijfers.
site-hall-back = Terug

site-poster-title = Poster
site-poster-print = Zo komt de poster eruit te zien. Druk hem af op A4 met de knop Afdrukken in het menu van uw browser. Deze regel komt niet mee.
site-poster-code = QR-code die naar deze opgave leidt
site-poster-scan = Denk mee: scan de code
site-poster-type = Of typ dit adres over:
site-poster-step-sign-in = Meld u aan met uw e‑mailadres. Een wachtwoord is niet nodig.
site-poster-step-choose = Kies zelf welk perspectief u meebrengt. Niemand ziet dat.
site-poster-step-why = Schrijf waarom u wilt meedoen. U krijgt binnen twee weken antwoord.
site-poster-step-talk = Lees en schrijf mee, op een moment dat u past.
site-poster-what = Wat gebeurt er met wat u zegt?
site-poster-asker = { $asker } van { $organisation } vraagt dit.
site-poster-check = Is deze poster echt? Kijk op { $address }.
site-poster-phone = Of bel { $phone }.

site-check-title = Is deze uitnodiging echt?
site-check-intro = Kreeg u een uitnodiging of zag u een poster, en twijfelt u? Plak hier de link uit de mail, of typ het adres van de poster over. Wij kijken of hij van ons is; er verandert niets en u meldt zich nergens mee aan.
site-check-link = De link uit de mail
site-check-link-hint = Houd de knop in de mail ingedrukt en kies ‘kopieer link’. Of klik er met de rechtermuisknop op. Op een poster staat het adres bij de QR-code.
site-check-go = Controleren
site-check-ours = Ja, deze uitnodiging is echt.
site-check-ours-who = { $inviter } stuurde hem namens { $organisation } aan { $address }.
site-check-ours-nomination = Ja, deze vraag is echt.
site-check-ours-nomination-who = { $nominator } doet mee bij { $organisation } en dacht aan { $address }.
site-check-ours-hall = Ja, deze zaallink is echt.
site-check-ours-hall-who = { $asker } maakte hem namens { $organisation }, voor: { $place }.
site-check-over = Deze link was van ons, maar is voorbij: hij is verlopen, gesloten of ingetrokken.
site-check-not-ours = Deze link is niet van ons. Klik er niet op en vul niets in. Bel de organisatie die in de mail staat, met een nummer dat u hieronder of zelf opzoekt.
site-check-signs = Zo herkent u een echte uitnodiging
site-check-sign-address = De link begint met het adres van dit platform, hetzelfde dat nu boven in uw scherm staat.
site-check-sign-who = Er staat een naam van een mens in, en van de organisatie waarvoor die u vraagt.
site-check-sign-never = We vragen nooit om geld, een burgerservicenummer, een bankrekening of een wachtwoord.
site-check-sign-code = U vult alleen een code in die u zelf aanvroeg. Geef die code aan niemand, ook niet aan iemand die belt.
site-check-call = Bel of mail de organisatie

site-docs-title = Documentatie van de API
site-docs-intro = Alle handelingen, per onderwerp. Voor programma’s staat hetzelfde in

## Openbaar lezen zonder JavaScript
day-of-year = { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
site-file-kilobytes = { $size } kB
site-file-megabytes = { $whole },{ $tenth } MB
site-filter = Toon
site-outcome-of = Terugkoppeling: { $title }
site-feed-title = Nieuw bij { $name }
site-feed-link = Nieuwe terugkoppelingen en kennis als feed (Atom)
site-noscript-title = Deze pagina werkt alleen met JavaScript
site-noscript-text = Zet JavaScript aan in uw browser om hier verder te gaan. Zonder JavaScript kunt u wel:
site-noscript-read = opgaven, terugkoppelingen en kennis lezen die openbaar zijn
site-noscript-sign-in = u aanmelden
site-noscript-answer = een uitnodiging beantwoorden, en mails stoppen met de link onder elke mail
site-error-again = Ga terug en probeer het opnieuw. Wat u had ingevuld, staat er meestal nog.
site-refused-title = Dit lukte niet
site-hand-over-title = Door naar { $name }
site-hand-over-text = U bent aangemeld. U gaat vanzelf verder; gebeurt dat niet, klik dan op de knop.
site-hand-over-go = Verder naar { $name }

site-report-title = Een bijdrage melden
site-report-title-title = Een titel melden
site-report-intro = U meldt bijdrage { $number }.
site-report-intro-title = U meldt de titel van dit gesprek.
site-report-back = Terug naar het gesprek
site-report-name = Uw naam
site-report-who-hint = De wet vraagt wie meldt. Alleen bij seksueel misbruik van kinderen mag u dit leeg laten. Wie de bijdrage schreef, ziet dit niet, en wie beslist ook niet.
site-report-who-hint-title = De wet vraagt wie meldt. Alleen bij seksueel misbruik van kinderen mag u dit leeg laten. Wie de titel schreef, ziet dit niet, en wie beslist ook niet.
site-report-address = Uw e-mailadres
site-report-address-hint = Hier komt de ontvangstbevestiging en het besluit. Zeven maanden na het besluit vergeten wij uw naam en uw adres.
site-report-author = Wie de bijdrage schreef, hoort wat er is besloten en waarom, en nooit wie meldde. Is iemand in gevaar? Bel 112.
site-report-author-title = Wie de titel schreef, hoort wat er is besloten en waarom, en nooit wie meldde. Is iemand in gevaar? Bel 112.
site-report-send = Melden
site-report-sign-in = Hebt u een account? Meld u aan, dan hoeft u uw naam niet in te vullen
site-report-thanks = Dank u wel
site-report-done = Uw melding is binnen. U krijgt een mail met een link waarop u kunt zien wat ermee gebeurt.
site-report-done-unnamed = Uw melding is binnen. U gaf geen adres, dus u hoort er niets meer over.
site-report-done-account = Uw melding is binnen. U hoort wat ermee gebeurt.
site-report-follow = Volg wat u meldde
site-report-home = Naar de organisatie
site-report-follow-title = Uw melding
site-report-reported = U meldde op { $day } een bijdrage, om deze reden:
site-report-reported-title = U meldde op { $day } een titel, om deze reden:
site-report-object-text = U kunt bezwaar maken tot en met { $until }. Iemand anders dan wie besliste, kijkt er opnieuw naar. U kunt ook naar een erkend geschillenorgaan of naar de rechter.

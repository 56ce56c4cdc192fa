# De helppagina: korte hoofdstukken met vragen en antwoorden.

help-chapter-join = Meedoen
help-issue-question = Wat is een opgave?
help-issue-answer = Een opgave is een vraag uit de samenleving waar een organisatie alleen niet uitkomt. Mensen met verschillende kennis en ervaring denken er samen over na. Aan het eind hoort iedereen wat ermee is gedaan.
help-join-question = Hoe doe ik mee?
help-join-answer = U krijgt een uitnodiging per mail. Met de link in die mail kiest u of u meedoet: ja, nee of later. Een reden mag, maar hoeft niet. Bij openbare opgaven kunt u altijd meelezen. Bent u niet gevraagd en wilt u meedoen? Kies op de pagina van de opgave ‘Ik wil meedoen’ en schrijf waarom. U krijgt binnen twee weken antwoord, en bij een nee de reden. Bent u het daar niet mee eens, dan kunt u één keer bezwaar maken.
help-genuine-question = Is mijn uitnodiging echt?
help-genuine-answer = Op de pagina achter de link staat wie u uitnodigt, voor welke organisatie, en wie u kunt bellen om het na te vragen. Twijfelt u? Zoek het nummer van die organisatie zelf op. Alleen kijken verplicht u tot niets: pas als u op een knop drukt, gebeurt er iets.
help-hall-question = Ik zag een poster met een QR-code. Wat gebeurt er als ik scan?
help-hall-answer = Eerst niets: u leest wie er vraagt, waarover, en wie leest wat u schrijft. Wilt u meedoen, dan meldt u zich aan met uw e‑mailadres en een code uit de mail. Staat er dat u eerst schrijft waarom, dan krijgt u binnen twee weken antwoord. Wij leggen niet vast wie via de poster kwam, behalve als u eerst schreef waarom. Wie de opgave begeleidt, ziet wel hoeveel mensen het zijn, en kan soms nagaan wie. Is de link voorbij of vol, dan staat er bij wie u het kunt vragen.
help-perspective-question = Wat is een perspectief, en wie ziet het mijne?
help-perspective-answer = Een perspectief is een manier van kijken die bij een opgave nodig is, bijvoorbeeld die van een ouder, een winkelier of een leraar. U kiest zelf welk perspectief u meebrengt. Niemand ziet uw keuze, ook niet de mensen die u uitnodigden. Iedereen ziet alleen of een perspectief nog wordt gezocht, bijna vervuld is of vervuld is. Bij een perspectief staat vaak wat zo iemand heeft gezien of gedaan, en of het nodig is of ook welkom. Dat helpt u kiezen. Wordt maar één groep gevraagd? Dan staat erbij waarom.
help-reach-question = Wat staat er in ‘Bereik en samenstelling’?
help-reach-answer = Hoeveel mensen meedoen, met welk perspectief, in welke hoedanigheid en uit welke provincie, en hoeveel er zijn gevraagd. De aantallen zijn afgerond, en een aantal onder de tien staat er niet in. Er komt pas een nieuw overzicht als er tien mensen bij zijn gekomen. Zo is niemand erin te herkennen. U leest het als u zelf meedoet, of als u de opgave begeleidt. U kunt het afdrukken, samen met de vraag en de terugkoppeling.
help-capacity-question = Namens wie spreek ik?
help-capacity-answer = Dat kiest u als u begint: op persoonlijke titel, namens een organisatie of als ambtenaar. Het staat bij alles wat u schrijft.
help-propose-question = Kan ik zelf een opgave voorstellen?
help-propose-answer = Ja. Ga bij een organisatie naar Opgaven en begin een nieuwe. Uw tekst wordt vanzelf bewaard. U kunt beginnen met een voorbeeld dat op uw opgave lijkt: alleen wat nog leeg is, wordt ingevuld. Een adviseur leest uw voorstel en neemt het over, of laat u weten waarom niet.
help-found-question = Hoe vinden anderen mij?
help-found-answer = Alleen als u dat wilt. Bij Profiel kiest u waar u van weet, welke onderwerpen u interesseren en waar u thuis bent, en bij elk daarvan wie het mag zien. U kunt ook kiezen hoe vaak iemand u mag vragen. Bij Mijn gegevens verbergt u zich met één knop overal, en komt u net zo terug. Waar u al meedoet, blijft u meedoen.
help-explore-question = Wat is een verkenning?
help-explore-answer = Voordat een opgave opengaat, kan een kleine eerste kring meedenken. Wie de opgave leidt, vraagt daarna aan iedereen in die kring: klopt de vraag, wie missen we nog, en gaan we verder of stoppen we? Uw antwoord leest alleen wie de opgave leidt, met uw naam. U kunt het veranderen en terugnemen. Vertrekt u, dan verdwijnt het. Na negentig dagen verdwijnt het vanzelf.
help-outcome-question = Wat gebeurt er met wat wij zeggen?
help-outcome-answer = Een opgave kan niet stil worden gesloten. De organisatie schrijft een terugkoppeling: wat is gehoord, wat ermee wordt gedaan, wat niet en waarom, en wat u zelf nu kunt doen. Wie meedeed, krijgt die per mail.

help-chapter-write = Schrijven
help-post-question = Hoe plaats ik een bijdrage?
help-post-answer = Schrijf in het vak onder het gesprek en kies Plaats bijdrage. Wat u typt wordt bewaard, ook als u het venster sluit, als de verbinding wegvalt of als u opnieuw moet aanmelden.
help-markup-question = Kan ik tekst vet maken, of een lijst maken?
help-markup-answer = Ja, met de knoppen boven het vak. Kies Voorbeeld om te zien hoe het wordt. Plakt u een webadres over een woord, dan wordt dat woord een link. Plakt u cellen uit een rekenblad, dan worden ze een tabel. Wilt u antwoorden op iemand, kies dan Citeer bij die bijdrage. Gaat het om een stukje? Selecteer dat eerst.
help-change-question = Kan ik veranderen wat ik schreef?
help-change-answer = Ja. U kunt een bijdrage bewerken; anderen kunnen zien wat er eerst stond en wat er veranderde. U kunt een bijdrage ook intrekken. Dan verdwijnt de tekst, maar blijft zichtbaar dat er iets stond.
help-new-question = Wat betekent “3 nieuwe bijdragen”?
help-new-answer = Er kwam iets bij terwijl u weg was of aan het lezen bent. Kies de knop om erheen te gaan. Zolang u dat niet doet, verschuift er niets op uw scherm.

help-chapter-rooms = Wie leest mee
help-readers-question = Wie leest wat ik schrijf?
help-readers-answer = Dat staat altijd naast het vak waarin u schrijft, onder “Wie leest dit?”. De regels van een gesprek veranderen nooit terwijl het loopt.
help-visibility-question = Wie kan een opgave zien?
help-visibility-answer = Dat kiest de organisatie vooraf. Iedereen: de opgave en de terugkoppeling staan op internet, maar zoekmachines nemen de gesprekken niet op. Iedereen die is aangemeld. Alleen onze organisatie. Of alleen wie is uitgenodigd: dan zien anderen niet eens dat de opgave bestaat.
help-regime-question = Wat is een vertrouwd gesprek?
help-regime-answer = In een vertrouwd gesprek lezen alleen de deelnemers mee. In mails staat nooit wat u schreef, alleen dat er iets nieuws is. Wie uw woorden in een terugkoppeling wil aanhalen, vraagt u om toestemming.
help-managers-question = Kan een beheerder meelezen?
help-managers-answer = Nee, niet in een gesprek waar hij of zij niet aan meedoet. Beheren is iets anders dan lezen.
help-looks-question = Wie heeft mij gezien?
help-looks-answer = Dat staat bij Mijn gegevens: op welke dag iemand met een rol in een organisatie u zag in een lijst of bij zoeken, en waarom. Welke collega dat was, bewaren we niet. Gewoon lezen van gesprekken houden we niet bij. Daar ziet u ook waarvoor u toestemming gaf, en haalt u een kopie op van alles wat van u bewaard is.
help-privacy-question = Wat bewaart het platform van mij?
help-privacy-answer = Uw naam, uw e‑mailadres, wat u schrijft en waaraan u meedoet. Wat anderen van u zien, kiest u zelf bij Profiel. Elke organisatie legt op haar privacypagina uit hoe lang zij gegevens bewaart.

help-chapter-mail = Mail en meldingen
help-why-question = Waarom krijg ik deze mail?
help-why-answer = Onder elke mail staat de reden, bijvoorbeeld: omdat u het thema jongeren volgt. Dezelfde berichten, met dezelfde reden, staan bij Meldingen.
help-mail-question = Hoe krijg ik minder mail?
help-mail-answer = Met de link onder elke mail kiest u meteen, elke dag, elke week of nooit. Daarvoor hoeft u zich niet aan te melden. Alles bij elkaar staat bij Mail en meldingen, in het menu bij uw naam. Daar kiest u ook het uur en de dag van uw overzicht.
help-read-question = Ik heb het al gelezen. Krijg ik toch mail?
help-read-answer = Nee. We wachten twee minuten, verzamelen wat er bij komt en kijken dan of u het al zag. Soms kruisen een mail en uw bezoek elkaar.
help-follow-question = Hoe volg ik iets?
help-follow-answer = Kies bij een opgave Volg dit. Thema’s en regio’s volgt u bij een organisatie, bij een kennisproduct of bij Mail en meldingen. U hoort dan van nieuwe opgaven en nieuwe kennis.
help-network-question = Wat is een netwerk?
help-network-answer = Een vaste kring van mensen: een kennisnetwerk, een themagroep, een adviesraad, een leernetwerk of een eenmalig gesprek. Een netwerk heeft een handvest en huisregels. Wie binnenkomt, gaat daar eerst mee akkoord. Wat binnen gezegd wordt, en wie erin zitten, zien alleen de mensen die erin zitten. Een netwerk sluit met een terugkoppeling, net als een opgave.

help-chapter-sign-in = Aanmelden
help-sign-in-question = Hoe meld ik mij aan?
help-sign-in-answer = Vul uw e‑mailadres in. U krijgt een mail met een code en een knop. Typ de code over, of klik op de knop en bevestig. Een wachtwoord hoeft niet; wilt u er toch een, dan stelt u het in bij Aanmelden en veiligheid.
help-no-mail-question = Ik krijg geen mail
help-no-mail-answer = Kijk bij de ongewenste mail en wacht een paar minuten. U kunt daarna een nieuwe code aanvragen. Op het scherm staat nooit of een adres bij ons bekend is. Zo kan niemand uitzoeken wie er meedoet.
help-address-question = Ik heb een ander e‑mailadres
help-address-answer = Voeg bij Aanmelden en veiligheid een tweede adres toe en bevestig het met de code uit de mail. Daarna kiest u waar uw mail naartoe gaat. Kunt u niet meer bij uw oude mail? Meld u dan aan met een ander adres van u, of met uw wachtwoord. Hebt u geen van beide, vraag dan uw organisatie om uw nieuwe adres uit te nodigen.
help-elsewhere-question = Ik gebruikte de computer van een ander
help-elsewhere-answer = Bij Aanmelden en veiligheid ziet u waar u bent aangemeld. U kunt u daar op afstand afmelden, op één apparaat of overal tegelijk.

help-chapter-wrong = Als er iets misgaat
help-too-far-question = Iemand gaat te ver
help-too-far-answer = Ga niet in op wat er staat. Meld het bij de gespreksleider of via de pagina Contact van de organisatie, en stuur de link van de bijdrage mee. Is iemand in gevaar, bel dan 112.
help-number-question = Ik zie een foutmelding met een nummer
help-number-answer = Geef dat nummer door als u om hulp vraagt. Dan kan de beheerder zien wat er gebeurde. Uw tekst is bijna altijd bewaard: open de pagina opnieuw.
help-not-there-question = Er staat: deze pagina is er niet
help-not-there-answer = De pagina bestaat niet, of u mag haar niet zien. Wij maken daar geen verschil tussen, zodat niemand kan raden wat er achter een gesloten deur is. Hebt u meer dan één e‑mailadres? Kijk dan of u met het juiste bent aangemeld.
help-both-question = Er staat: iemand anders heeft deze tekst ook veranderd
help-both-answer = Twee mensen werkten tegelijk aan dezelfde tekst. U ziet beide versies. Kies welke u houdt; er gaat niets verloren.
help-stop-question = Ik wil stoppen
help-stop-answer = U kunt een opgave op elk moment verlaten, met Niet meer meedoen. Wilt u dat uw gegevens worden gewist? Lees dan de pagina Privacy van de organisatie.

help-chapter-keys = Sneltoetsen
help-keys-question = Kan ik zonder muis lezen en antwoorden?
help-keys-answer = Ja. Alles werkt met de Tab-toets. Er zijn ook sneltoetsen. Druk op ? voor de lijst. Liever niet? Zet ze uit in die lijst, of bij Instellingen onder een gesprek.

# De helppagina: vragen en antwoorden.

help-issue-question = Wat is een opgave?
help-issue-answer = Een opgave is een vraag uit de samenleving waar een organisatie alleen niet uitkomt. Mensen met verschillende kennis en ervaring denken er samen over na. Aan het eind hoort iedereen wat ermee is gedaan.
help-join-question = Hoe doe ik mee?
help-join-answer = U krijgt een uitnodiging per mail. Met de link in die mail kiest u of u meedoet en hoe u spreekt: op persoonlijke titel, namens een organisatie of als ambtenaar. Bij openbare opgaven kunt u altijd meelezen.
help-perspective-question = Wat is een perspectief, en wie ziet het mijne?
help-perspective-answer = Een perspectief is een manier van kijken die bij een opgave nodig is. U kiest zelf welk perspectief u meebrengt. Niemand ziet uw keuze, ook niet de mensen die u uitnodigden. Iedereen ziet alleen of een perspectief nog wordt gezocht, bijna vervuld is of vervuld is.
help-readers-question = Wie leest wat ik schrijf?
help-readers-answer = Dat staat altijd naast het vak waarin u schrijft, onder "Wie leest dit?". De regels van een gesprek veranderen nooit terwijl het loopt.
help-change-question = Kan ik veranderen wat ik schreef?
help-change-answer = Ja. U kunt een bijdrage bewerken; anderen kunnen zien wat er eerst stond. U kunt een bijdrage ook intrekken. Dan verdwijnt de tekst, maar blijft zichtbaar dat er iets stond.
help-outcome-question = Wat gebeurt er met wat wij zeggen?
help-outcome-answer = Een opgave kan niet stil worden gesloten. De organisatie schrijft een terugkoppeling: wat is gehoord, wat ermee wordt gedaan, wat niet en waarom, en wat u zelf nu kunt doen. Wie meedeed, krijgt die per mail.
help-mail-question = Hoe krijg ik minder mail?
help-mail-answer = Onder elke mail staat waarom u die krijgt en hoe u die met één klik uitzet. Bij Instellingen kiest u of u meteen, elke dag, elke week of nooit mail wilt.
help-privacy-question = Wat bewaart het platform van mij?
help-privacy-answer = Uw naam, uw e-mailadres, wat u schrijft en waaraan u meedoet. Wat anderen van u zien, kiest u zelf bij Profiel. Elke organisatie legt op haar privacypagina uit hoe lang zij gegevens bewaart.

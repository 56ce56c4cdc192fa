# Pagina's die de server schrijft.

site-name = Netwerkplatform
site-skip = Naar de inhoud
site-help = Hulp

site-sign-in-title = Aanmelden
site-sign-in-intro = Vul uw e-mailadres in. U krijgt een mail met een code en een knop. Een wachtwoord is niet nodig.
site-sign-in-address = Uw e-mailadres
site-sign-in-send = Stuur mij een code
site-sign-in-code-title = Kijk in uw mail
site-sign-in-sent = Als dit adres mail kan ontvangen, is er nu een code onderweg. Dat duurt meestal minder dan een minuut. Kijk ook bij ongewenste mail.
site-sign-in-code = Code uit de mail
site-sign-in-code-hint = Zes cijfers. U kunt ook op de knop in de mail klikken.
site-sign-in-go = Aanmelden
site-sign-in-again = Vraag een nieuwe code aan
site-sign-in-click = Klik op de knop om u aan te melden. Zo weten we dat u het zelf bent, en niet een programma dat links controleert.

site-demo-title = Kijk rond als een van deze mensen
site-demo-intro = Dit is een proefopstelling met verzonnen mensen. Kies met wie u meekijkt; een wachtwoord is niet nodig.
site-demo-mail = Verstuurde mails
site-demo-mail-intro = Alles wat het platform verstuurde, zoals de lezer het ziet.
site-demo-mail-empty = Er is nog geen mail verstuurd.
site-demo-mail-to = Aan
site-demo-mail-from = Van
site-demo-mail-text = Dezelfde mail zonder opmaak

site-unsubscribe-title = Mails stoppen
site-unsubscribe-issue = Wilt u geen mails meer over de opgave ‘{ $name }’?
site-unsubscribe-issue-unnamed = Wilt u geen mails meer over deze opgave?
site-unsubscribe-term = Wilt u ‘{ $name }’ niet meer volgen? Dan krijgt u er geen mails meer over.
site-unsubscribe-all = Wilt u geen mails en overzichten meer? Mails om u aan te melden en over uw account blijft u krijgen.
site-unsubscribe-button = Stop deze mails
site-unsubscribe-done-title = Deze mails zijn gestopt
site-unsubscribe-done = U krijgt deze mails niet meer. Op het platform vindt u uw meldingen nog wel.
site-unsubscribe-settings = Kies bij uw instellingen welke mails u krijgt

site-docs-title = Documentatie van de API
site-docs-intro = Alle handelingen, per onderwerp. Voor programma’s staat hetzelfde in

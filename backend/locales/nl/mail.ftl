# Wat mails zeggen.

mail-unsubscribe = Deze mails niet meer ontvangen

mail-sign-in-subject = { $code } is uw code voor Netwerkplatform
mail-sign-in-code = Met deze code meldt u zich aan bij Netwerkplatform:
mail-sign-in-or-link = Of klik op de knop. U komt op een pagina die u nog één keer vraagt of u wilt aanmelden.
mail-sign-in-button = Aanmelden
mail-sign-in-valid = De code en de knop werken een kwartier.
mail-sign-in-not-you = Hebt u dit niet aangevraagd? Dan hoeft u niets te doen. Geef de code nooit aan iemand anders.
mail-sign-in-reason = U krijgt deze mail omdat iemand op Netwerkplatform om een code voor dit adres vroeg.

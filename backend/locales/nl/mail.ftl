# Wat mails zeggen.

mail-greeting = Hallo,
mail-greeting-name = Hallo { $name },
mail-contact = Vragen? U bereikt { $sender } via { $contact }.
mail-unsubscribe = Deze mails niet meer ontvangen

mail-sign-in-subject = { $code } is uw code voor { $sender }
mail-sign-in-code = Met deze code meldt u zich aan bij { $sender }:
mail-sign-in-or-link = Of klik op de knop. U komt op een pagina die u nog één keer vraagt of u wilt aanmelden.
mail-sign-in-button = Aanmelden
mail-sign-in-valid = De code en de knop werken een kwartier.
mail-code-not-you = Hebt u dit niet aangevraagd? Dan hoeft u niets te doen. Geef de code nooit aan iemand anders.
mail-sign-in-reason = U krijgt deze mail omdat iemand bij { $sender } om een code voor dit adres vroeg.

mail-verify-subject = { $code } is uw code voor { $sender }
mail-verify-code = Met deze code laat u zien dat dit adres van u is. Typ de code over op de pagina waar u het adres invulde:
mail-verify-valid = De code werkt een kwartier.
mail-verify-reason = U krijgt deze mail omdat iemand bij { $sender } dit adres wil gebruiken.

mail-address-subject = Uw e-mailadressen zijn veranderd
mail-address-what = De e-mailadressen waarmee u zich aanmeldt bij { $sender } zijn veranderd.
mail-password-subject = Uw wachtwoord is veranderd
mail-password-what = Het wachtwoord waarmee u zich aanmeldt bij { $sender } is veranderd.
mail-account-not-you = Hebt u dit zelf gedaan? Dan hoeft u niets te doen. Was u het niet? Kijk dan meteen bij uw instellingen. Daar kunt u zich overal afmelden en ziet u welke adressen u hebt.
mail-account-button = Naar mijn instellingen
mail-account-reason = U krijgt deze mail omdat er iets veranderde aan uw account bij { $sender }. U kunt deze mails niet uitzetten.

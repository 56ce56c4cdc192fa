# What mails say.

mail-greeting = Hello,
mail-greeting-name = Hello { $name },
mail-contact = Questions? You reach { $sender } at { $contact }.
mail-unsubscribe = Stop these mails

mail-sign-in-subject = { $code } is your code for { $sender }
mail-sign-in-code = With this code you sign in to { $sender }:
mail-sign-in-or-link = Or click the button. It takes you to a page that asks once more whether you want to sign in.
mail-sign-in-button = Sign in
mail-sign-in-valid = The code and the button work for a quarter of an hour.
mail-code-not-you = Did you not ask for this? Then you need not do anything. Never give the code to anybody else.
mail-sign-in-reason = You get this mail because somebody asked { $sender } for a code for this address.

mail-verify-subject = { $code } is your code for { $sender }
mail-verify-code = With this code you show that this address is yours. Type it on the page where you entered the address:
mail-verify-valid = The code works for a quarter of an hour.
mail-verify-reason = You get this mail because somebody wants to use this address at { $sender }.

mail-address-subject = Your e-mail addresses have changed
mail-address-what = The e-mail addresses that you sign in with at { $sender } have changed.
mail-password-subject = Your password has changed
mail-password-what = The password that you sign in with at { $sender } has changed.
mail-account-not-you = Did you do this yourself? Then you need not do anything. Was it not you? Then look at your settings at once. There you can sign out everywhere and see which addresses you have.
mail-account-button = To my settings
mail-account-reason = You get this mail because something changed in your account at { $sender }. You cannot switch these mails off.

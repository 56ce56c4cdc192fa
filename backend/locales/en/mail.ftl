# What mails say.

mail-unsubscribe = Stop these mails

mail-sign-in-subject = { $code } is your code for Netwerkplatform
mail-sign-in-code = With this code you sign in to Netwerkplatform:
mail-sign-in-or-link = Or click the button. It takes you to a page that asks once more whether you want to sign in.
mail-sign-in-button = Sign in
mail-sign-in-valid = The code and the button work for a quarter of an hour.
mail-sign-in-not-you = Did you not ask for this? Then you need not do anything. Never give the code to anybody else.
mail-sign-in-reason = You get this mail because somebody asked Netwerkplatform for a code for this address.

# Pages that the server writes.

site-name = Netwerkplatform
site-skip = To the content
site-help = Help

site-sign-in-title = Sign in
site-sign-in-intro = Fill in your e-mail address. You get a mail with a code and a button. You need no password.
site-sign-in-address = Your e-mail address
site-sign-in-send = Send me a code
site-sign-in-code-title = Look at your mail
site-sign-in-sent = If this address can receive mail, a code is now under way. That usually takes less than a minute. Look at your spam folder too.
site-sign-in-code = Code from the mail
site-sign-in-code-hint = Six digits. You can also click the button in the mail.
site-sign-in-go = Sign in
site-sign-in-again = Ask for a new code
site-sign-in-click = Click the button to sign in. That tells us that it is you, and not a program that checks links.

site-demo-title = Look around as one of these people
site-demo-intro = This is a demonstration with invented people. Choose whose eyes you look through; no password is needed.
site-demo-mail = Mails that were sent
site-demo-mail-intro = Everything that the platform sent, as its reader sees it.
site-demo-mail-empty = No mail has been sent yet.
site-demo-mail-to = To
site-demo-mail-from = From
site-demo-mail-text = The same mail without layout

site-unsubscribe-title = Stop mails
site-unsubscribe-issue = Do you want no more mails about the issue “{ $name }”?
site-unsubscribe-issue-unnamed = Do you want no more mails about this issue?
site-unsubscribe-term = Do you want to stop following “{ $name }”? Then you get no more mails about it.
site-unsubscribe-all = Do you want no more mails and overviews? You still get mails to sign in and about your account.
site-unsubscribe-button = Stop these mails
site-unsubscribe-done-title = These mails have stopped
site-unsubscribe-done = You do not get these mails any more. You still find your notifications on the platform.
site-unsubscribe-settings = Choose in your settings which mails you get

site-docs-title = API documentation
site-docs-intro = Every operation, by subject. For programs the same stands in

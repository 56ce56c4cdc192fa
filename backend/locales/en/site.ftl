# Pages that the server writes.

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

site-invitation-title = Your invitation
site-invitation-thanks = Thank you for your answer
site-invitation-home = To the front page
site-invitation-genuine = Is this invitation genuine?
site-invitation-phone = Call: { $phone }
site-invitation-email = Mail: { $email }
site-invitation-organisation = How to reach { $organisation }, on this platform
site-invitation-join = Take part
site-invitation-sign-in-why = This invitation went to { $address }. Sign in with that address; no password is needed.
site-invitation-sign-in = Sign in and take part
site-invitation-other = Sign in with another address
site-invitation-inside = You accepted this invitation.
site-invitation-to-issue = To the issue
site-invitation-to-organisation = To { $organisation }
site-invitation-declined = You said no earlier. You can still take part.
site-invitation-perspective = Which perspective do you bring?
site-invitation-perspective-hint = The choice is yours. Nobody sees it; it only counts in what is still missing.
site-invitation-rather-not = I would rather not say
site-invitation-capacity = How do you take part?
site-invitation-personal = In a personal capacity
site-invitation-on-behalf = On behalf of { $name }
site-invitation-official = As an official, { $name }
site-invitation-name = Your name
site-invitation-name-hint = The other participants know you by it.
site-invitation-accept = I take part
site-invitation-not = Rather not, or later
site-invitation-answer = Your answer
site-invitation-later = Not now, perhaps later
site-invitation-no = No, I do not take part
site-invitation-never = No, and never invite me again
site-invitation-reason = Why? You need not say.
site-invitation-reason-hint = Whoever invited you reads this.
site-invitation-send = Send answer
site-invitation-later-done = You answered: perhaps later. The link in the mail works until the invitation expires.
site-invitation-no-done = You do not take part. Did you change your mind? The link in the mail works until the invitation expires.
site-invitation-never-done = You will get no more invitations at this address.

site-docs-title = API documentation
site-docs-intro = Every operation, by subject. For programs the same stands in

## Public reading without JavaScript
site-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
site-file-kilobytes = { $size } kB
site-file-megabytes = { $whole }.{ $tenth } MB
site-filter = Show
site-outcome-of = Outcome: { $title }
site-feed-title = New at { $name }
site-feed-link = New outcomes and knowledge as a feed (Atom)
site-noscript-title = This page only works with JavaScript
site-noscript-text = Turn on JavaScript in your browser to go on here. Without JavaScript you can:
site-noscript-read = read issues, outcomes and knowledge that are public
site-noscript-sign-in = sign in
site-noscript-answer = answer an invitation, and stop mails with the link below every mail
site-error-again = Go back and try again. What you filled in is usually still there.
site-refused-title = That did not work
site-hand-over-title = On to { $name }
site-hand-over-text = You are signed in. The next page opens by itself; if it does not, click the button.
site-hand-over-go = On to { $name }

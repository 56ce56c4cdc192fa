# Pages that the server writes.

site-skip = To the content
site-help = Help

site-sign-in-title = Sign in
site-sign-in-intro = Fill in your e‑mail address. You get a mail with a code and a button. You need no password.
site-sign-in-address = Your e‑mail address
site-sign-in-send = Send me a code
site-sign-in-code-title = Look at your mail
site-sign-in-sent = If this address can receive mail, a code is now under way. That usually takes less than a minute. Look at your spam folder too.
site-sign-in-code = Code from the mail
site-sign-in-code-hint = Six digits. You can also click the button in the mail.
site-sign-in-go = Sign in
site-sign-in-again = Ask for a new code
site-sign-in-click = Click the button to sign in. That tells us that it is you, and not a program that checks links.
site-sign-in-password = Sign in with a password
site-password-title = Sign in with a password
site-password-intro = This works if you set a password yourself. Forgot it? Then sign in with a code; after that you can choose a new one.
site-password = Your password
site-password-none = Rather a code by mail

site-demo-title = Look around as one of these people
site-demo-intro = This is a demonstration with invented people. Choose whose eyes you look through; no password is needed.
site-demo-mail = Mails that were sent
site-demo-mail-intro = Everything that the platform sent, as its reader sees it.
site-demo-mail-empty = No mail has been sent yet.
site-demo-mail-to = To
site-demo-mail-from = From
site-demo-mail-text = The same mail without layout
site-demo-more = Worth a look as well
site-demo-visitor = Look around without signing in
site-demo-doors = Look around as somebody else
site-demo-mail-how = This is how one gets here: ask for a code at Sign in, or post in a conversation. That mail goes to the others after two minutes.
site-demo-mail-whose = Whose
site-demo-mail-all = Everybody
site-demo-mail-back = All mails
site-demo-mail-headers = What mail programs read
site-demo-mail-source = The whole mail, as it was sent

site-unsubscribe-title = Fewer or no mails
site-unsubscribe-done-title = These mails have stopped
site-unsubscribe-done = You do not get these mails any more. You still find your notifications on the platform.
site-unsubscribe-settings = See all settings for mail
site-unsubscribe-question-issue = This is about mails on ‘{ $name }’.
site-unsubscribe-question-issue-unnamed = This is about mails on this issue.
site-unsubscribe-question-term = You follow “{ $name }”. Do you want no more mails about it? Then you stop following it.
site-unsubscribe-question-all = This is about all your mails and overviews. You still get mails to sign in and about your account.
site-level-off = Stop these mails
site-level-weekly = Once a week
site-level-daily = Once a day
site-level-at-once = At once
site-level-now-off = You get no mails about this now.
site-level-now-weekly = You get them once a week now, in your overview.
site-level-now-daily = You get them once a day now, in your overview.
site-level-now-at-once = You get them at once now.
site-level-done-title = That has changed
site-level-other = Something else after all?

site-invitation-title = Your invitation
site-invitation-thanks = Thank you for your answer
site-invitation-home = To the front page
site-invitation-genuine = Is this invitation genuine?
site-invitation-phone = Call: { $phone }
site-invitation-email = Mail: { $email }
site-invitation-organisation = How to reach { $organisation }, on this platform
site-invitation-join = Take part
site-invitation-inside = You accepted this invitation.
site-invitation-to-issue = Go inside
site-invitation-to-organisation = To { $organisation }
site-invitation-declined = You said no earlier. You can still take part.
site-invitation-perspective = Which perspective do you bring?
site-perspective-needed = This perspective is needed.
site-perspective-welcome = This perspective is welcome too.
site-invitation-perspective-hint = The choice is yours. Nobody sees it. It counts in what is still missing and, from ten people on, in a rounded number.
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
site-invitation-genuine-how = The mail comes from { $organisation }, sent by { $inviter }. In doubt? Do not use the link in the mail, but ask:
site-invitation-check = Check this invitation on our checking page
site-invitation-read-first = First read what it is about
site-invitation-readers-open = Whoever may read the issue also reads what you write.
site-invitation-readers-trusted = Only participants read what you write.
site-invitation-readers-confidential = What you write is read by the participants only. They do not see that it is yours: you get an alias.
site-invitation-readers-authorless = What you write is read by the participants only. Nobody sees or keeps that it is yours.
site-invitation-guest = You come as a guest, up to and including { $day }. After that you no longer read and write along; that goes by itself.
site-invitation-code-why = This invitation went to { $address }. We send a code to that address, so that we know it is you. You need no password.
site-invitation-code = Send me a code
site-invitation-other-way = Sign in another way
site-invitation-somebody-else = You are signed in as { $name }, but this invitation went to { $address }. Is that yours too? Then we send a code to that address and you go on with it.
site-nomination-title = Somebody thinks of you
site-nomination-intro = { $nominator } takes part at { $organisation } and thinks that you have something to bring here:
site-nomination-know = Who knows of this?
site-nomination-first = Only { $nominator } and you. If you say yes, those who run this see your name and what is said of you above. { $nominator } does not hear what you answer.
site-nomination-until = You can answer until { $until }. Then we erase your address, also if you do nothing.
site-nomination-yes = Yes, others may know
site-nomination-yes-text = You do not say yet that you take part. Those who run this can invite you then, or let you know why not.
site-nomination-name-hint = Those who run this see this name.
site-nomination-own = Do you want to add something?
site-nomination-own-hint = Not needed. Those who run this read it.
site-nomination-agree = Yes, let them know who I am
site-nomination-code-why = This question went to { $address }. We send a code to that address, so that we know it is you. You need no password.
site-nomination-somebody-else = You are signed in, but this question went to { $address }. Is that yours, too? Then we send a code to that address.
site-nomination-no = No
site-nomination-no-text = You need not sign in or give a reason. Nobody is told.
site-nomination-genuine = Is this question genuine?
site-nomination-check = Check this question on our page for checking
site-nomination-no-once = No, not this time
site-nomination-yes-done = Thank you. Those who run this see your name now, and answer within two weeks.
site-nomination-no-done = Thank you. Nobody is told, and we erase your address.
site-nomination-never-done = You get no invitations and no questions like this at this address any more. Nobody is told.
site-invitation-add-address = Do you want to take part as { $name }? Then first add this address to your account, and open this link again.
site-invitation-profile = To your profile
site-invitation-step-one-of-two = Step 1 of 2
site-invitation-step-two-of-two = Step 2 of 2
site-invitation-step-two = How do you take part?
site-invitation-next = Continue
site-invitation-back = Back to the invitation
site-invitation-capacity-hint = It stands with your name, with everything that you write. You can change it later.
site-invitation-personal-only = You take part in a personal capacity. That stands with your name.

site-hall-title = Will you think along?
site-hall-intro = { $asker } of { $organisation } asks you to think along about an issue: a question that needs more people. This hall link belongs to: { $place }.
site-hall-intro-network = { $asker } of { $organisation } asks you to join a network: a standing circle of people, with a room of its own to talk in. This hall link belongs to: { $place }.
site-hall-outcome = In the end everybody who took part reads what was heard, what is done with it and what is not.
site-hall-sign-in-why = First sign in with your e‑mail address. You get a code by mail. You need no password. After that you come back here.
site-hall-approval = After that you write why you want to take part. You get an answer within two weeks.
site-hall-sign-in = Sign in and take part
site-hall-until = This link works until { $day }, { $time }.
site-hall-signed-in-as = You are signed in as { $name }.
site-hall-somebody-else = Are you somebody else? Sign in as yourself.
site-hall-untraced = We do not record who came by this link, except if you first wrote why. Whoever runs the issue does see how many people it is, and can sometimes work out who.
site-hall-asks-you = First write why you want to take part. You get an answer within two weeks.
site-hall-who-reads = Only the facilitators and the conveners and owners of the organisation read this. They also see that you came by this hall link.
site-hall-signed-out = You are not signed in any more. What you wrote is still there. Sign in in another tab, come back here and send it.
site-hall-waits = You want to take part. You get an answer by { $day }.
site-hall-answer-how = If the answer is yes, you get an invitation by mail. If it is no, you read on this page why. So keep its address.
site-hall-refused = You asked before, and the answer was no. This link does not let you in after all.
site-hall-invited = You are invited: with that you take part at once. The invitation is in your mail and in your overview.
site-hall-inside = You take part already, or you run this.
site-hall-full = This hall link is full: as many people are in as there was room for.
site-hall-over = This hall link is over. It worked until { $day }, { $time }.
site-hall-ended = This hall link is closed.
site-hall-paused = It is paused. Perhaps it goes on later; then this link works again, until { $day }, { $time }.
site-hall-closed = Nobody is let in any more.
site-hall-concluded = This is closed.
site-hall-to-outcome = Read what came of it
site-hall-ask-whom = Do you want to take part after all? Ask { $asker }, by way of { $organisation }.
site-hall-not-sent = What you wrote was not sent. You can copy it here.
site-hall-asked-before = Did you write here before why you want to take part? Sign in, and you read the answer.
site-hall-genuine = Is this link genuine?
site-hall-genuine-how = The link was made by { $asker } of { $organisation }. In doubt? Ask:
site-hall-check = Check this link on our checking page
site-hall-typed = Did you type the address over? Then look again: it is four groups of four letters and digits.
site-hall-back = Back

site-poster-title = Poster
site-poster-print = This is how the poster looks. Print it on A4 from the menu of your browser. This line is not printed.
site-poster-code = QR code that leads to this issue
site-poster-scan = Think along: scan the code
site-poster-type = Or type this address:
site-poster-step-sign-in = Sign in with your e‑mail address. You need no password.
site-poster-step-choose = Choose which perspective you bring. Nobody sees it.
site-poster-step-why = Write why you want to take part. You get an answer within two weeks.
site-poster-step-talk = Read and write along, at a moment that suits you.
site-poster-what = What happens with what you say?
site-poster-asker = { $asker } of { $organisation } asks this.
site-poster-check = Is this poster genuine? Look at { $address }.
site-poster-phone = Or call { $phone }.

site-check-title = Is this invitation genuine?
site-check-intro = Did you get an invitation or see a poster, and are you in doubt? Paste the link from the mail here, or type the address of the poster. We look whether it is ours; nothing changes and it signs you in nowhere.
site-check-link = The link from the mail
site-check-link-hint = Hold the button in the mail and choose ‘copy link’. Or right-click it. On a poster the address stands beside the QR code.
site-check-go = Check
site-check-ours = Yes, this invitation is genuine.
site-check-ours-who = { $inviter } sent it for { $organisation } to { $address }.
site-check-ours-nomination = Yes, this question is genuine.
site-check-ours-nomination-who = { $nominator } takes part at { $organisation } and thought of { $address }.
site-check-ours-hall = Yes, this hall link is genuine.
site-check-ours-hall-who = { $asker } made it for { $organisation }, for: { $place }.
site-check-over = This link was ours, but it is over: it expired, was closed or was taken back.
site-check-not-ours = This link is not ours. Do not click it and fill in nothing. Call the organisation that the mail names, with a number from below or one that you look up yourself.
site-check-signs = How to know a genuine invitation
site-check-sign-address = The link begins with the address of this platform, the same that now stands on top of your screen.
site-check-sign-who = It has the name of a human being, and of the organisation that he or she asks you for.
site-check-sign-never = We never ask for money, a citizen service number, a bank account or a password.
site-check-sign-code = You only fill in a code that you asked for yourself. Give that code to nobody, not even to somebody who calls.
site-check-call = Call or mail the organisation

site-docs-title = API documentation
site-docs-intro = Every operation, by subject. For programs the same stands in

## Public reading without JavaScript
day-of-year = { $day } { $month ->
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

site-report-title = Report a contribution
site-report-title-title = Report a title
site-report-intro = You report contribution { $number }.
site-report-intro-title = You report the title of this conversation.
site-report-back = Back to the conversation
site-report-name = Your name
site-report-who-hint = The law asks who reports. Only for sexual abuse of children you may leave this empty. Who wrote the contribution does not see this, and neither does whoever decides.
site-report-who-hint-title = The law asks who reports. Only for sexual abuse of children you may leave this empty. Who wrote the title does not see this, and neither does whoever decides.
site-report-address = Your e-mail address
site-report-address-hint = The receipt and the decision go here. Seven months after the decision we forget your name and your address.
site-report-author = Who wrote the contribution hears what was decided and why, and never who reported. Is somebody in danger? Call 112.
site-report-author-title = Who wrote the title hears what was decided and why, and never who reported. Is somebody in danger? Call 112.
site-report-send = Report
site-report-sign-in = Do you have an account? Sign in, and you need not give your name
site-report-thanks = Thank you
site-report-done = Your report came in. You get a mail with a link where you can see what comes of it.
site-report-done-unnamed = Your report came in. You gave no address, so you will not hear of it again.
site-report-done-account = Your report came in. You will hear what comes of it.
site-report-follow = Follow what you reported
site-report-home = To the organisation
site-report-follow-title = Your report
site-report-reported = On { $day } you reported a contribution, for this reason:
site-report-reported-title = On { $day } you reported a title, for this reason:
site-report-object-text = You can object until { $until }. Somebody else than who decided looks at it again. You can also go to a certified dispute settlement body or to court.

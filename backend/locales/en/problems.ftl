# What can go wrong, and what to do about it. Key: problem-<code with dashes>.

status-400 = This is not right yet
status-401 = Please sign in first
status-403 = You may not do this here
status-404 = Not found
status-405 = Not possible here
status-409 = This conflicts with something else
status-410 = This has ended
status-412 = Somebody was ahead of you
status-413 = Too large
status-415 = This kind of file or message is not possible
status-428 = The version is missing
status-429 = Please wait a moment
status-431 = Too much data with the request
status-500 = Something went wrong on our side
status-503 = Not available for a moment
status-507 = The storage is full

problem-internal = Something went wrong on our side. What you wrote was not posted. Please try again in a minute.
problem-unavailable = The platform is not available for a moment. What you wrote stays on this screen. Please try again shortly.
problem-storage-full = The storage is full. What you wrote stays on this screen. The administrator has been told.
problem-storage-unavailable = Files cannot be reached now. What you wrote stays. Try again in a minute.
problem-not-found = This page does not exist, or is not meant for you.
problem-method-not-allowed = This cannot be done in this place.
problem-session-missing = Sign in to go on. You will come back here afterwards.
problem-origin-foreign = This request came from another website and was refused.
problem-input-invalid = Check the fields that are marked.
problem-input-malformed = The request cannot be read. Send valid JSON in UTF-8.
problem-input-not-json = Send the data as JSON (content type application/json).
problem-input-too-large = This is too large. Make it shorter or split it up.
problem-field-unknown = This field does not exist.
problem-field-missing = Please fill this in.
problem-field-wrong-type = The value does not fit this field.
problem-text-empty = Please fill this in.
problem-text-too-long = This text is too long. Please shorten it.
problem-text-control-character = This text holds a character that is not possible. Please type it again.
problem-text-not-an-address = This is not an e‑mail address. Use the form name@example.org.
problem-header-malformed = A header of the request cannot be read.
problem-precondition-required = Send the version that you started from (header If-Match).
problem-precondition-failed = Somebody else changed this in the meantime. Compare the two versions, then save again.
problem-cursor-invalid = This place in the list does not exist any more. Start at the beginning of the list.
limit-wait-seconds = { $count ->
    [one] You are doing this too often. Try again in 1 second.
   *[other] You are doing this too often. Try again in { $count } seconds.
}
limit-wait-minutes = { $count ->
    [one] You are doing this too often. Try again in 1 minute.
   *[other] You are doing this too often. Try again in { $count } minutes.
}
problem-limit-too-many = You are doing this too often. Wait a moment and try again.
problem-idempotency-other = This key was already used for something else. Use a new one.

problem-tenant-not-found = This organisation does not exist on this platform.
problem-tenant-forbidden = Only an owner of the organisation may do this.
problem-tenant-taken = This name in the web address is already in use. Choose another.
problem-tenant-colour-not-a-colour = This is not a colour. Use the form #154273.
problem-tenant-colour-too-light = White text is hard to read on this colour. Choose a darker one.
problem-tenant-term-taken = This word is there already.

problem-issue-not-found = This issue does not exist, or is not meant for you.
problem-issue-forbidden = You may not do this with this issue.
problem-issue-no-such-step = This step is not possible now. Perhaps somebody else just changed the issue. Refresh the page.
problem-issue-reason-missing = Write why. The people concerned will read it.
problem-issue-last-facilitator = You are the only facilitator. Ask somebody else to become facilitator first.
problem-issue-why-one-missing = You ask one group. Write why you ask only that group. Whoever you ask reads this.
problem-issue-template-not-found = This composition is not there any more.
problem-issue-template-too-many = Your organisation keeps fifty compositions already. Remove one first.
problem-issue-template-name-taken = Another composition has this name. Choose another name.
problem-briefing-not-found = This is not on the list any more.
problem-briefing-too-many = There are twenty names on the list already. Remove one first.
problem-briefing-not-yet = This day is still to come. Choose the day on which it was told.
problem-evaluation-until = Choose a day from tomorrow on, within sixty days.
problem-evaluation-over = Nobody is asked what they think any more.
problem-agreement-changed = The agreement has changed in the meantime. Please read it again.
problem-agreement-ends-before = Choose a day that is still to come.
problem-sheet-columns = There is too much in the list. Put only e-mail addresses in the first column and a language (nl or en) in the second, and take the other columns away.
problem-sheet-too-long = There are too many lines in the list. Ask two hundred people at once at most.
problem-sheet-broken = We cannot read this list. Save it as CSV once more, or paste the addresses here.
problem-issue-perspectives-missing = Name at least one perspective that is needed.
problem-list-too-long = These are too many. Take a few away.
problem-number-out-of-range = Choose a number from 1 to 99.

problem-thread-not-found = This thread does not exist, or is not meant for you.
problem-thread-forbidden = In this thread you can only read along.
problem-thread-closed = Nobody talks in this issue now. You can still read everything.
problem-post-not-found = This post does not exist (any more), or is not meant for you.
problem-draft-not-found = No draft was kept.

problem-identity-code-wrong = This code is not right. Look at the latest mail again, or ask for a new code.
problem-identity-code-expired = This code or link has expired or was used. Ask for a new one.
problem-identity-session-not-found = This session does not exist any more.
problem-identity-password-wrong = This address and this password do not belong together. Try again, or sign in with a code.
problem-identity-current-wrong = This is not your present password. Forgotten it? Sign in again with a code, then choose a new one.
problem-identity-proof-needed = To be safe: please sign in again. After that you can change your password for a quarter of an hour.
problem-identity-password-too-short = Use at least 12 characters. A few unrelated words work well.
problem-identity-password-too-long = Use at most 128 characters.
problem-identity-password-too-easy = This password is too easy to guess. Add a few words that have nothing to do with each other or with you.
problem-identity-password-common = Many people use this password. Choose something else, for example four unrelated words.
problem-identity-password-pattern = Rows and repetitions are easy to guess. Choose something else, for example four unrelated words.
problem-identity-password-date = A date or a year is easy to guess. Choose something else, for example four unrelated words.
problem-identity-password-name = A name is easy to guess. Choose something else, for example four unrelated words.
problem-identity-address-not-found = This address is not (or no longer) one of yours.
problem-identity-address-taken = This address already belongs to somebody else. Sign in with it if that is you.
problem-identity-address-primary = Your mail goes to this address. Choose another one for that first. Then you can remove this one.
problem-identity-address-unverified = First confirm this address with the code that was mailed to it.
problem-identity-too-many-addresses = You already have ten addresses. Remove one first.

problem-file-not-found = This file does not exist (any more), or is not meant for you.
problem-file-forbidden = Only publishers of the organisation add files.
problem-file-form-malformed = The file did not arrive well. Please try again.
problem-file-too-large = This file is too large. A file may be 20 MB at most.
problem-file-type-refused = This kind of file cannot be added. Choose a PDF, an ODT, a DOCX or a picture (PNG, JPEG or WebP).
problem-file-damaged = This file is damaged or unfinished. Open it on your own device, save it again and try once more.
problem-file-unpacks-too-large = This file holds much more than it seems. That is why it cannot be added. Make a PDF of it.
problem-file-too-many-pixels = This picture is too large. Make it smaller than 12,000 pixels on each side.

problem-outcome-not-found = There is no outcome for this issue yet.
problem-outcome-heard-missing = Write down at least one thing that you heard.
problem-outcome-done-missing = Write down what is done with it, or what is not done and why.
problem-outcome-you-can-missing = Write down what people can do now themselves.
problem-outcome-why-missing = Write why this is not done.
problem-outcome-review-not-in-future = Choose a day in the future on which you look again.
problem-outcome-consent-needed = Do you use words from a trusted conversation? Then say that their writers agreed.
problem-product-not-found = This knowledge product does not exist, or is not meant for you.
problem-product-body-missing = Write a text or add a file.
problem-product-alt-missing = Describe in words what this picture shows.
problem-result-forbidden = You cannot do this here. You can read.
problem-result-unfinished = This is not finished. Fill in what is marked.
problem-result-no-such-step = This step is not possible now. Perhaps somebody was ahead of you. Refresh the page.

problem-follow-not-found = You do not follow this (any more).
problem-follow-term-not-found = This theme or region does not exist.
problem-unsubscribe-wrong = This link to unsubscribe is not right. Copy the whole link from the mail, or choose in your settings which mails you get.
problem-preference-hour = Choose an hour from 0 to 23.
problem-preference-weekday = Choose a day of the week: 1 is Monday, 7 is Sunday.

problem-member-not-found = This person is not a member here (any more).
problem-member-forbidden = Only an owner of the organisation sees its members and gives roles.
problem-member-last-owner = This is the only owner. Make somebody else an owner first.
problem-member-end-in-the-past = Choose a day that is still to come.
problem-availability-out-of-range = Choose a number from 0 to 31.
problem-language-unknown = This language is not in the list. Choose one from the list.
problem-term-unknown = This word is not in the list of this organisation. Choose another.

problem-invitation-not-found = This invitation does not exist. Check that you opened the whole link from the mail.
problem-invitation-ended = This invitation has ended. Ask whoever invited you for a new one.
problem-invitation-other-address = This invitation is for another e‑mail address. Sign in with the address on which you got the invitation, or add that address in your settings.
problem-invitation-answered = This invitation was already answered.
problem-invitation-already-invited = This address already has an invitation that is still open.
problem-invitation-never-again = At this address nobody wants to get invitations any more.
problem-invitation-forbidden = You cannot invite anybody here.
problem-invitation-no-such-perspective = This perspective does not belong to this issue. Choose another, or none.
problem-invitation-no-member = You can only speak for an organisation that you are a member of. Choose one of your organisations.
problem-hand-not-found = Nobody came forward here, or not any more.
problem-hand-answered = This has been answered or changed in the meantime. Load the page again to see where it stands.
problem-nomination-not-found = There is no such nomination.
problem-nomination-ended = This question was answered or is over. You need not do anything.
problem-nomination-other-address = You are signed in with another address. Have a code sent to the address that got the mail.
problem-nomination-forbidden = You cannot put anybody forward here now.
problem-nomination-nobody = You cannot put this person forward. Search again, or give an e‑mail address.
problem-nomination-request-not-found = There is no such request (any more).
problem-nomination-request-already-asked = This network was asked for this issue already.
problem-nomination-request-answered = This request was answered already.
problem-contact-not-found = There is no such contact request (any more).
problem-contact-already-asked = You asked this person for contact already. You can ask again later.
problem-contact-forbidden = You cannot ask for contact here.
problem-contact-nobody = You cannot ask this person for contact.
problem-contact-issue-not-shared = Choose an issue or network that you both may read, or leave this empty.
problem-wave-not-found = This list is not there (any more), or is not yours.
problem-wave-runs = You are already asking people in waves for this issue. Put new people at the end of that list.
problem-wave-changed = This list has just changed. Load the page again.
problem-wave-ended = This list is done. Begin a new one.
problem-wave-filled = Everything that is needed is filled. Fill in after how many yeses you want to stop.
problem-wave-size = Ask 1 to 20 people at a time.
problem-wave-wait = Wait 2 to 28 days.
problem-hall-link-not-found = This hall link does not exist, or is not quite right.
problem-hall-link-ended = This hall link is over. Ask whoever runs the issue for an invitation.
problem-hall-link-full = This hall link is full. Ask whoever runs the issue whether there is room.
problem-hall-link-rests = The issue is paused. Try again later.
problem-hall-link-asks = First write why you want to take part. You get an answer within two weeks.
problem-hall-link-too-many = Five hall links to this issue are open already. Close one first.
problem-hall-link-limit = Choose a number from 10 to 150.
problem-hall-link-end = Choose a moment that is still to come, at most 31 days ahead.

problem-search-unavailable = Searching is not possible right now. Everything else works. Try again in half a minute.
problem-network-not-found = This network does not exist, or you cannot see it.
problem-network-forbidden = You cannot do this in this network.
problem-network-rules-changed = The house rules have changed once more. Please read them again.
problem-network-orientation-over = This cannot be changed any more. Load the page again to see how it is now.
problem-network-rest-until = Choose a day after today, a year ahead at most.
problem-network-rules-first = First agree with the house rules, as they are now.
problem-invitation-until = Choose a day that is still to come, a year ahead at most.

problem-join-not-found = We cannot find this request. It may have been withdrawn, or it was not put to your organisation.
problem-join-forbidden = You cannot do this here.
problem-join-already-asked = This organisation was asked already, or has joined.
problem-join-asked-lately = This organisation said no not long ago. Ask again in a month.
problem-join-too-many = Your organisation waits for too many answers. Withdraw a request first, or wait for an answer.
problem-join-answered = This was answered already, or the request was withdrawn.
problem-join-issue-over = This issue is not open any more. Only an issue that is going on can be picked up together.
problem-join-organisation = Choose another organisation on this platform.

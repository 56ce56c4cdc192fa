# The screens, in plain English.

site-name = Netwerkplatform
skip-to-main = Skip to content
crumb-label = You are here
state-loading = Loading
language-other = Nederlands
language-nl = Dutch
language-en = English
list-more = Show more

## Acts that are called the same everywhere
action-cancel = Cancel
action-close = Close
action-print = Print
action-remove = Remove
action-retry = Try again
action-save = Save

## Header and footer
nav-label = Main menu
nav-overview = Overview
nav-issues = Issues
nav-knowledge = Knowledge
nav-people = People
nav-settings = Settings
tenant-choose = Choose an organisation
tenant-switch = Organisation: { $name }. Choose another
tenant-all = All organisations
search-label = Search
search-submit = Search
notifications-title = Notifications
notifications-unread = { $count ->
    [one] 1 new notification
   *[other] { $count } new notifications
}
account-menu = Menu of { $name }
sign-in = Sign in
sign-out = Sign out
footer-label = About this site
footer-of = A space of { $name } on Netwerkplatform.
footer-site = Netwerkplatform: thinking together about questions in society.
offline-banner = No connection. Your text is kept.

## When something goes wrong
not-found-title = This page is not here
not-found-text = Perhaps its address has changed, or it is only for people who take part. Were you invited? Then sign in first.
not-found-home = To the front page
not-found-search = Search
forbidden-title = You cannot open this
forbidden-text = This page is meant for other people.
error-title = Something went wrong
error-text = It has been reported. Please try again in a moment.
error-number = If you ask for help, mention this number: { $number }
error-summary-name = What is not right yet
error-summary-title = Something is not right yet
offline-title = No connection
offline-text = There was no answer. Check your internet connection and try again.
printed-from = Printed from { $address }

## Front page
home-title = Thinking together about what moves society
home-lead = Municipalities and organisations ask a question here. People with knowledge and experience think along. Everyone who took part hears what was done with it.
home-to-overview = To my overview
home-tenants = Organisations
home-how = How it works
home-how-1 = An organisation describes an issue: a question that it cannot solve alone.
home-how-2 = People with different perspectives talk about it, in a room with clear rules.
home-how-3 = The organisation reports back: what was heard, what is done with it, and what is not and why.
tenant-alive = People are talking about this now
tenant-all-issues = All issues

## My overview
overview-title = Hello { $name }
overview-unread = New for you
overview-drafts = Not finished yet
overview-issues = Your issues
overview-name = You have not filled in a name yet. Others do not know then who is writing.
overview-name-action = Fill in your name
overview-none-title = You do not take part in anything yet
overview-none-text = The issues that you take part in will be here, with what is new in them.
overview-none-action = Look at the organisations
unread-count = { $count ->
    [one] 1 new post
   *[other] { $count } new posts
}

## List of issues
issues-title = Issues
issues-lead = Questions from society that people work on together.
issues-found = Issues found
issues-none-title = There are no issues yet
issues-none-text = As soon as there is an issue that you may read, it will be here.
issues-filtered-title = Nothing found
issues-filtered-text = No issue fits these filters. Choose fewer filters.
filter-label = Filter issues
filter-state = Phase
filter-theme = Theme
filter-region = Region
filter-all = All
filter-clear = Clear filters

## An issue
issue-state-draft = Draft
issue-state-proposed = Proposed
issue-state-declined = Not taken up
issue-state-orientation = Orientation
issue-state-open = Open
issue-state-concluding = Concluding
issue-state-closed = Closed
issue-state-archived = Archived
issue-state-paused = Paused
issue-state-withdrawn = Withdrawn
issue-move-propose = Submit
issue-move-decline = Do not take up
issue-move-orientation = Start orientation
issue-move-open = Open
issue-move-concluding = Start concluding
issue-move-archive = Archive
issue-move-pause = Pause
issue-move-withdraw = Withdraw
issue-moved = The issue is now: { $state }.
issue-reason = Why?
issue-reason-hint = Everyone who takes part reads this.
issue-reason-given = Explanation
issue-actions = What you can do
issue-invite = Invite people
issue-write-outcome = Write the outcome
issue-edit = Edit issue
issue-ends = Runs until { $day }
issue-leave = Stop taking part
issue-leave-title = Stop taking part in this issue?
issue-leave-text = You no longer read and write along. What you wrote stays.
issue-discard = Throw draft away
issue-discard-title = Throw this draft away?
issue-discard-text = The text is gone then and does not come back.
issue-untitled = Issue without a title
gap-title = Who is needed?
gap-hint = These perspectives belong at the table. Nobody sees who brings which perspective.
gap-wanted = Still wanted
gap-almost = Almost
gap-filled = Filled
participants-title = Who takes part?
role-facilitator = Facilitator
role-participant = Participant
role-official = Official
role-observer = Observer

## Writing an issue
issue-new = New issue
issue-new-lead = Begin with a title. You fill in the rest after that; everything is saved by itself.
issue-propose-new = Propose an issue
issue-propose-lead = Do you see something that people should talk about? Begin with a title. An adviser reads your proposal and tells you what happens with it.
issue-begin = Begin
issue-edit-title = Edit issue
issue-part-question = The question
issue-part-who = Who and where
issue-part-room = The room
issue-title = Title
issue-title-hint = Short and concrete, for example: Peace and space on the market square
issue-core-question = Core question
issue-core-question-hint = One question that the people at the table can answer together.
issue-why-now = Why now?
issue-why-now-hint = What has happened, or what is about to happen?
issue-background = Background
issue-perspectives = Which perspectives are needed?
issue-perspectives-hint = A perspective is a way of looking: experience, profession or position. Participants choose themselves what they bring.
issue-perspective-name = Perspective { $number }
issue-perspective-wanted = How many people
issue-perspective-remove-name = Remove perspective { $number }
issue-perspective-add = Add a perspective
issue-themes = Themes
issue-themes-hint = People who follow a theme hear about this issue.
issue-regions = Region
choice-none = Nothing chosen yet
issue-visibility = Who may read this?
visibility-public = Everyone
visibility-public-hint = Without signing in too. Only participants write.
visibility-platform = Everyone who is signed in
visibility-platform-hint = People with an account on this platform.
visibility-tenant = Our organisation
visibility-tenant-hint = Only members of this organisation.
visibility-invited = Only who is invited
visibility-invited-hint = Others do not see that this issue exists.
issue-regime = Which rules hold in the conversation?
regime-open = Open conversation
regime-open-hint = Who may read the issue may also read the conversation.
regime-trusted = Trusted conversation
regime-trusted-hint = Only participants read along. Quoting needs consent.
issue-planned-end = When do you want to be done?
issue-planned-end-hint = You can change this later.
saves-itself = Your text is saved by itself.
saving = Saving
saved-at = Saved at { $time }
save-waiting = Not saved yet. We will try again in a moment.
save-refused = Not saved yet. Look at what is not right.
conflict-title = Somebody else changed this text too
conflict-text = Both versions are below. Choose which one you keep.
conflict-theirs = The other person's text
conflict-yours = Your text
conflict-nothing = (empty)
conflict-keep-mine = Keep my text
conflict-take-theirs = Take the other text

## Conversations
threads-title = Conversations
threads-none = There is no conversation yet. Begin the first.
thread-start = Begin a new conversation
thread-title-label = What is this conversation about?
thread-first-post = First post
thread-summary = { $count ->
    [one] 1 post, latest { $moment }
   *[other] { $count } posts, latest { $moment }
}
thread-empty-title = No posts yet
thread-empty-text = The conversation comes here. You can be the first.
unread-divider = { $count ->
    [one] 1 new post
   *[other] { $count } new posts
}
new-posts = { $count ->
    [one] 1 new post
   *[other] { $count } new posts
}
posts-earlier = Show earlier posts
posts-later = { $count ->
    [one] Show 1 later post
   *[other] Show { $count } later posts
}
posts-failed = The posts could not be fetched. Please try again.
typing = { $name } is writing …
capacity-personal = in a personal capacity
capacity-on-behalf = on behalf of { $organisation }
capacity-official = as an official
capacity-official-of = as an official, { $organisation }
post-own = (you)
posts-title = Posts
post-number = Post { $number },
post-answers = Answer to { $name }
post-quote-withdrawn = This post was withdrawn.
post-withdrawn = This post was withdrawn.
post-quote = Quote
post-quote-name = Quote post { $number }
post-edit = Edit
post-edit-name = Edit post { $number }
post-withdraw = Withdraw
post-withdraw-name = Withdraw post { $number }
post-edited = Edited
post-history-name = Edited: earlier versions of post { $number }
post-history-title = Earlier versions of post { $number }
post-withdraw-title = Withdraw this post?
post-withdraw-text = The text disappears. Others see that there was a post here.
post-withdraw-done = Your post is withdrawn.
post-edit-title = Edit post { $number }
post-edit-hint = Others can see what it said before.
post-edit-label = Your post
post-edit-done = Your post is changed.
outgoing-name = Your post, not yet placed
outgoing-sending = Sending …
outgoing-waiting = Not sent yet: there was no answer. Your text is kept.
outgoing-take-back = Back to my text
composer-title = Think along
composer-label = Your post
composer-answers = You answer post { $number } of { $name }
composer-unquote = Do not quote
composer-send = Place post
composer-keys = You can also use Ctrl+Enter.
composer-sent = Your post is placed.
composer-closed = You can read along here. Only who takes part can write, as long as the conversation is open.
composer-visitor = Do you want to take part? Then sign in.
draft-saved = Draft kept at { $time }
editor-toolbar = Formatting
editor-preview = Preview
editor-write = Write on
mark-bold = Bold
mark-italic = Italic
mark-list = List
mark-quote = Quotation
mark-link = Link
readers-title = Who reads this?
readers-everyone = Everyone can read this, without signing in too. Search engines do not take up the conversation.
readers-signed-in = Everyone who is signed in on this platform.
readers-tenant = Only members of this organisation.
readers-participants = Only the people who take part in this issue.
readers-you = You write as { $name }, { $capacity }.
regime-open-mail = Participants may get a piece of your text in their mail.
regime-trusted-mail = Mails never hold what you write, only that there is something new.
shortcuts-title = Keyboard shortcuts
shortcuts-on = Use keyboard shortcuts
shortcut-next = Next post
shortcut-previous = Previous post
shortcut-unread = To what is new
shortcut-reply = Write
shortcut-help = This list

## Profile
profile-title = Profile
profile-lead = How others see you, and where you are signed in.
profile-name = Name
profile-name-hint = This stands with your posts. Earlier posts keep the name of then.
profile-saved = Your profile is saved.
profile-addresses = E-mail addresses
profile-address-primary = your mail arrives here
sessions-title = Where you are signed in
sessions-current = this device
sessions-end-name = Sign out on { $device }
sessions-end-all = Sign out everywhere
sessions-ended = You are signed out there.
preferences-title = Preferences

## Organisation
page-about = About us
page-house-rules = House rules
page-privacy = Privacy
page-accessibility = Accessibility
page-contact = Contact
members-title = Members
members-lead = Colleagues with a role in this organisation.
members-role = Role
members-role-of = Role of { $name }
members-remove-name = Remove { $name }
members-remove-text = This person loses the role in this organisation. Issues they take part in stay.
members-nameless = No name yet
members-removed = The member is removed.
members-changed = The role is changed.
members-invite = Invite a colleague
members-email = E-mail address
members-invite-send = Send invitation
members-invited = The invitation to { $email } is sent.
tenant-role-member = Member
tenant-role-publisher = Publisher
tenant-role-convener = Convener
tenant-role-owner = Owner
settings-title = Settings
settings-name = Name of the organisation
settings-about = In one or two sentences
settings-colour = Main colour
settings-colour-hint = White letters must be readable on it.
settings-colour-unreadable = White letters are hard to read on this colour. Choose a darker one.
settings-accent = Second colour
settings-email = E-mail address for questions
settings-phone = Telephone number for questions
settings-saved = Saved.
settings-pages = Own pages

## Uitnodigen
invite-title = Invite people
invite-lead = Who is still missing at the table? Choose people who offered to help, or enter e-mail addresses. Everyone gets a mail of their own.
invite-suggestions = People who fit
invite-suggestions-hint = They said that they may be asked. The reason is beside each name.
invite-suggestions-none = Nobody was found yet who offered to help with this. You can invite people by their e-mail address.
invite-reason-expertise = Knows about { $term }
invite-reason-interest = Follows { $term }
invite-reason-region = At home in { $term }
invite-asked-often = Asked often this year
invite-addresses = E-mail addresses
invite-addresses-hint = One per line. The addresses are only used for this invitation.
invite-text = Your personal words
invite-text-hint = Everyone reads this in the mail. Write why you thought of them.
invite-own-texts = Write somebody a text of their own
invite-own-text = For { $name }
invite-send = { $count ->
    [0] Send invitation
    [one] Send 1 invitation
   *[other] Send { $count } invitations
}
invite-done = { $count ->
    [0] No invitation was sent.
    [one] 1 invitation was sent.
   *[other] { $count } invitations were sent.
}
invite-fault = { $name }: { $why }
invite-results = How it went
invite-outcome-sent = the invitation was sent.
invite-outcome-already-invited = has an open invitation already.
invite-outcome-takes-part = takes part already.
invite-outcome-never-again = does not want invitations any more.
invite-outcome-not-available = cannot be asked now.
invitations-title = Your invitations
invitations-none = You have not invited anybody yet.
invitation-sent = Sent
invitation-accepted = Accepted
invitation-declined = Declined
invitation-later = Later
invitation-revoked = Revoked
invitation-expired = Expired
invitation-undelivered = Not delivered
invitation-days = Sent on { $sent }, valid until { $until }
invitation-resend = Send again
invitation-resend-name = Send again to { $name }
invitation-resent = The invitation to { $name } was sent again.
invitation-revoke = Revoke
invitation-revoke-title = Revoke the invitation to { $name }?
invitation-revoke-text = The link in the mail will not work any more.

## Terugkoppeling
outcome-title = Outcome
outcome-published = Outcome of { $day }
outcome-published-again = Version { $version }, of { $day }
outcome-heard = What we heard
outcome-done = What we do with it
outcome-not-done = What we do not do, and why
outcome-you-can = What you can do
outcome-why = Why not:
outcome-review = On { $day } we look at what became of it.
outcome-reviewed = Last looked at on { $day }.
outcome-sources = { $count ->
    [one] Comes from 1 contribution
   *[other] Comes from { $count } contributions
}
outcome-source = { $name }, in ‘{ $thread }’
outcome-sources-closed = { $count ->
    [one] 1 contribution in a conversation that you cannot read
   *[other] { $count } contributions in conversations that you cannot read
}
outcome-failed = The outcome could not be fetched.
outcome-review-title = What happens next?
outcome-review-was = On { $day } we would look at what came of it.
outcome-review-last = We do not look at this again.
outcome-review-act = I looked again
outcome-review-change = Update the outcome
outcome-review-text = Readers see at the issue that you looked today. Did anything change? Then update the outcome too.
outcome-review-next = Will you look once more?
outcome-review-again = Yes, on another day
outcome-review-enough = No, this was the last time
outcome-review-day = Next time
outcome-review-day-missing = Choose a day, or say that this was the last time.
outcome-review-note = Put on record
outcome-review-done = It is on record that you looked again.

## Writing an outcome
outcome-editor-title = Write the outcome
outcome-editor-lead = Tell everybody who took part what you heard and what you do with it. With this outcome you close the issue.
outcome-title-label = Title
outcome-title-hint = The main point in one line, for example: More light and a caretaker of our own
outcome-intro-label = Introduction
outcome-intro-hint = In two or three sentences: what was the question and how was it talked over? May stay empty.
outcome-heard-hint = Write it so that people recognise themselves. Also where they did not agree.
outcome-done-hint = For each point: what, by whom and when.
outcome-not-done-hint = This is what people look at first. Say honestly why something does not happen.
outcome-you-can-hint = Something that readers can do today, or where they can turn to.
outcome-row = Point { $number }
outcome-row-why = Why not?
outcome-row-add = Add another point
outcome-row-add-first = Add a point
outcome-row-remove = Remove point { $number }
outcome-rests-on = Point { $number } rests on these contributions
outcome-source-remove = Remove the reference to contribution { $number } by { $name }
outcome-review-label = When do you look at what came of it?
outcome-review-hint = On that day you get a reminder.
outcome-review-name = Day to look back
outcome-consent-name = Consent
outcome-consent = The writers agree that their words are used here
outcome-consent-hint = You refer to a trusted conversation. It may be quoted with consent only.
outcome-consent-missing = Ask the writers first, or remove the reference.
outcome-publish = Publish and close
outcome-publish-again = Publish a new version
outcome-publish-title = Publish the outcome?
outcome-publish-again-title = Publish a new version?
outcome-publish-what = This is what happens:
outcome-publish-closes = The issue is closed. After that nobody can contribute any more.
outcome-publish-stays-closed = The new text replaces the old one. The issue stays closed.
outcome-publish-told = { $count ->
    [0] There are no other participants to be told.
    [one] The other participant is told.
   *[other] The { $count } other participants are told.
}
outcome-publish-all-told = All participants are told.
outcome-publish-followers = Who follows the issue and may read it, is told too.
outcome-mail-text = Your text is in the mail.
outcome-mail-link = The mail holds only the title and a link.
outcome-readers-public = Everybody can read the outcome, also without signing in.
outcome-readers-platform = Everybody who is signed in can read the outcome.
outcome-readers-tenant = Members of this organisation and participants can read the outcome.
outcome-readers-invited = Only the people who take part can read the outcome.
outcome-published-toast = The outcome is published and the issue is closed.
outcome-published-toast-again = The new version is published.
picker-open = Point to contributions
picker-open-name = Point to contributions for point { $number }
picker-title = What does this rest on?
picker-words = Search the contributions
picker-thread = Conversation
picker-all-threads = All conversations
picker-trusted = In a trusted conversation you may quote with consent only. Only people who take part see the reference.
picker-found = { $count ->
    [0] No contributions found
    [one] 1 contribution
   *[other] { $count } contributions
}
picker-place = contribution { $number }, { $moment }
picker-choose = { $count ->
    [0] Point to nothing
    [one] Point to 1 contribution
   *[other] Point to { $count } contributions
}

## Zoeken
search-title = Search
search-lead = Search in issues, conversations, outcomes and knowledge. You only find what you may read.
search-words = What are you looking for?
search-hint = From two letters on you see what was found.
search-count = { $count ->
    [0] Nothing found
    [one] 1 result
   *[other] { $count } results
}
search-count-more = More than { $count } results
search-none-title = Nothing found
search-none-text = Try another word, or fewer words.
search-failed = The search did not succeed. Try again.
search-from = { $name }, { $day }
search-untitled = Without a title
search-kind-issue = Issue
search-kind-post = Contribution
search-kind-outcome = Outcome
search-kind-product = Knowledge

## Mensen
people-lead = People who want to be found, with what they show of themselves.
people-filter-label = Find people
people-words = Name or subject
people-expertise = Knows about
people-interest = Follows
people-search = Search
people-none-title = Nobody found
people-none-text = People who choose to be found are listed here. You can be the first.
people-filtered-text = Nobody who wants to be found fits this. Try fewer filters.
people-offer = Choose who may find you
people-found = { $count ->
    [one] 1 person found
   *[other] { $count } people found
}
people-by-name = name
people-found-by = Found by: { $reasons }
facet-expertise = Knows about { $term }
facet-interest = Follows { $term }
facet-region = At home in { $term }
facets-title = Who may find me?
facets-lead = Choose what others may ask you for, and who may see it. If you choose nothing, nobody finds you.
facets-hidden = Hide me
facets-hidden-hint = Nobody finds you, whatever stands below. Your choices are kept.
facets-expertise = What do you know about?
facets-interest = Which subjects do you follow?
facets-region = Where are you at home?
facet-audience = Who sees ‘{ $term }’?
facet-since = You gave consent on { $day }.
audience-nobody = Nobody
audience-facilitators = Whoever may invite people
audience-tenants = Also members of my organisations
audience-platform = Everyone who signed in
facets-per-month = Invitations a month
facets-per-month-hint = You are asked at most this often. With 0 you are not asked.
facets-consent = By saving you consent to showing this to those you chose. You take it back by removing something; it is invisible at once.
facets-save = Save who may find me
facets-saved = Saved who may find you.

## Kennis
knowledge-title = Knowledge
knowledge-lead = What was learnt from conversations: guides, studies and examples.
knowledge-filter = Filter knowledge
knowledge-found = Knowledge found
knowledge-none-title = No knowledge was shared yet
knowledge-none-text = As soon as this organisation shares something, it appears here.
knowledge-filtered-text = No knowledge fits this. Choose fewer filters.
product-kind = Kind
product-guide = Guide
product-factsheet = Factsheet
product-study = Study
product-example = Example
product-webinar = Webinar
product-magazine = Magazine
product-untitled = Without a title
product-empty = There is no text here yet
product-files = Files
product-sources = Comes from these issues
knowledge-drafts = Not published yet
knowledge-retired = Taken from the shelf
product-state-draft = Draft
product-state-published = Published
product-state-retired = Off the shelf
product-edition = version { $edition }
product-new = New knowledge product
product-new-lead = Begin with a title. You fill in the rest after that; everything is kept by itself.
product-edit = Write a knowledge product
product-edit-next = Write version { $edition }
product-edit-next-lead = Readers see the version before, until you publish this one.
product-title = Title
product-summary = Summary
product-summary-hint = In two or three sentences: what is it and who is helped by it? It is in the mail too.
product-body = Text
product-lang = Language
product-part-about = What it is about
product-themes-hint = Who follows a theme, gets a mail when you publish.
product-sources-label = Came out of
product-sources-hint = Which issues does this knowledge come from? Who may read the issue, sees a link here.
product-sources-choose = Choose issues
product-sources-words = Find an issue
product-sources-none = No issue found.
product-sources-take = { $count ->
    [0] Choose no issue
    [one] Choose 1 issue
   *[other] Choose { $count } issues
}
product-source-remove = Remove issue “{ $name }”
product-publish = Publish
product-publish-again = Publish the new version
product-publish-title = Publish this knowledge product?
product-publish-again-title = Publish this version?
product-publish-readers = Everybody can read it, also without signing in.
product-publish-followers = Who follows one of its themes or its region, gets a mail today with the title and summary.
product-publish-replaces = This text replaces version { $edition }.
product-publish-silent = Followers get no mail about it.
product-published = Published. Everybody can read it now.
product-acts = For publishers
product-is-draft = This is a draft. Only publishers see it.
product-is-retired = This was taken from the shelf. Only publishers still see it.
product-has-next = Version { $edition } is being written. Readers see nothing of it yet.
product-write-on = Go on writing
product-new-edition = Write a new version
product-come-back = Put back on the shelf
product-retire = Take from the shelf
product-retire-title = Take it from the shelf?
product-retire-text = Only publishers see it after that. Other people's links stop working. You can put it back later.
product-retired = Taken from the shelf.
file-add = Add files
file-add-hint = PDF, ODT, DOCX or a picture (PNG, JPEG, WebP). At most 20 MB for each file.
file-added = { $name } was added.
file-sending = { $name } is being sent
file-cancel = Stop sending { $name }
file-remove = Remove { $name }
file-open = Open { $name }
file-no-answer = The file did not arrive. Check your internet connection and try again.
file-alt = What does the picture show?
file-alt-hint = For who does not see the picture. Say what matters, in one or two sentences.
file-alt-name = Words for a picture

## Meldingen
notifications-lead = What happened, and why you are told.
notifications-list = List of notifications
notifications-none-title = You have no notifications yet
notifications-none-text = Does something happen in an issue that you take part in or follow? Then you read it here.
notifications-see-all = I have read everything
notifications-seen = All notifications are marked as read.
notifications-see-failed = That did not succeed. Try again.
notification-new = New
notification-thread-opened = A conversation has begun
notification-replied = There is a new contribution
notification-issue-moved = An issue moved to another phase
notification-proposal-received = An issue was proposed
notification-proposal-accepted = Your proposal was taken up
notification-proposal-declined = Your proposal was not taken up
notification-issue-published = There is a new issue
notification-outcome-published = There is an outcome
notification-outcome-review-due = Look again at your outcome
notification-product-published = There is new knowledge
notification-invitation-accepted = Somebody accepted your invitation
notification-invitation-declined = Somebody declined your invitation
notification-why = You read this because { $why }.
notification-why-about = You read this because { $why }: { $name }.
reason-you-take-part = you take part in this issue
reason-you-wrote = you wrote this
reason-you-convene = you are an adviser of this organisation
reason-you-invited = you sent this invitation
reason-you-review = you promised to look again on this day
reason-you-follow-issue = you follow this issue
reason-you-follow-theme = you follow this theme
reason-you-follow-region = you follow this region

## Help
help-title = Help
help-lead = Answers to what people ask most.

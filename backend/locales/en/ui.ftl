# The screens, in plain English.

site-name = Netwerkplatform
skip-to-main = Skip to content
crumb-label = You are here
state-loading = Loading
language-other = Nederlands
list-more = Show more

## Acts that are called the same everywhere
action-cancel = Cancel
action-close = Close
action-remove = Remove
action-retry = Try again
action-save = Save

## Header and footer
nav-label = Main menu
nav-overview = Overview
nav-agenda = Agenda
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
overview-invitations = Invitations for you
overview-invitation-from = { $inviter } asks you, for { $organisation }.
overview-invitation-until = You can answer until { $day }.
overview-invitation-open = See the invitation
overview-proposals = Waits for your decision
overview-agenda = To the agenda of { $name }
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
issue-move-take-open = Take over and open
issue-move-take-orientation = Take over and explore first
issue-move-take-back = Take the proposal back
issue-move-propose-again = Propose again
issue-move-reopen = Open again
issue-move-resume = Go on again
issue-reason-hint-declined = Whoever proposed it reads this, on this page and by mail. Explain why not, and what is possible.
issue-reason-declined = Why this proposal does not go on
issue-declined-again = You can change the proposal and send it in again.
issue-proposed-by = Proposed by { $name }.
issue-proposed-waits = Your proposal was sent in. An adviser reads it and tells you whether it goes on, here and by mail.

agenda-lead = What waits for you: proposals to decide about, and issues that have to go on.
agenda-forbidden = The agenda is for the advisers of this organisation.
agenda-decide = Proposed
agenda-decide-hint = Somebody waits for your answer. Take the proposal over, or explain why not.
agenda-conclude = Past the planned end
agenda-conclude-hint = Round the conversation off, or agree on a new end.
agenda-report = Concluding
agenda-report-hint = The participants wait for the outcome.
agenda-explore = In orientation
agenda-explore-hint = Are the question and the perspectives right? Then open the issue.
agenda-paused = Paused
agenda-paused-hint = Can the conversation go on?
agenda-since = Since { $day }
agenda-none-title = Nothing waits for you
agenda-none-text = New proposals and issues that ask for attention come here.
agenda-none-action = See all issues

own-part-title = How you take part
own-part-capacity = You speak
own-part-capacity-hint = It stands with your name, with what you write from now on.
own-part-perspective = Your perspective
own-part-perspective-hint = The choice is yours. Nobody sees what you choose; it only counts in what is still missing.
own-part-none = I would rather not say
own-part-hint = Only you see your perspective.
own-part-change = Change
own-part-saved = Saved.
own-part-personal = In a personal capacity
own-part-on-behalf = For { $organisation }
own-part-official = As an official, { $organisation }
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
issue-edit-done = Done, see the issue
issue-room-fixed = This is fixed: people already read and write under these rules.
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
members-remove-title = Remove { $name }?
members-change = Change role
members-change-name = Change the role of { $name }
members-until = up to and including { $day }
members-ends = Up to and including
members-ends-hint = Optional. After that the role stops by itself.
members-text-hint = Optional. It stands in the mail.
tenant-role-member-may = Reads and takes part in what is open to this organisation.
tenant-role-publisher-may = Also writes and publishes knowledge products.
tenant-role-convener-may = Also begins issues, decides about proposals and invites people.
tenant-role-owner-may = Also looks after members, colours, words and pages.
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
settings-languages = Languages
settings-languages-hint = The first language chosen is that of mails to people who have not chosen yet.
settings-pages-hint = You write the English version. Change the language on top for the Dutch one.
language-nl = Dutch
language-en = English

terms-title = Words
terms-lead = The themes, expertise and regions by which your organisation files and finds people. You can add words of your own to the shared ones.
terms-themes = Themes
terms-themes-hint = What issues and knowledge are about, and what people follow.
terms-expertise = Expertise
terms-expertise-hint = What people know about.
terms-regions = Regions
terms-regions-hint = Where issues are and where people are at home.
terms-none = No words of your own yet.
terms-add = Add a word
terms-rename = Change
terms-rename-name = Change { $name }
terms-shared = { $count ->
    [one] One shared word
   *[other] { $count } shared words
}
terms-name-nl = In Dutch
terms-name-en = In English
terms-name-en-hint = May stay empty; then the Dutch word holds.
terms-synonyms = Other words
terms-synonyms-hint = With commas between. Whoever searches for these finds it too.

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
invite-own-texts-hint = Leave a box empty, and that person gets the words above.
invite-chosen-elsewhere = Chosen by you
invite-nobody = Choose at least one person, or fill in an e-mail address.
invite-kept = What you write is kept until you send it.
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
invitation-revoke-name = Take back the invitation to { $name }
invitation-reminders = { $count ->
    [one] one reminder sent
   *[other] { $count } reminders sent
}
invitation-undelivered-text = The mail did not arrive. See whether the address is right, or call.
invitation-reason = { $name } wrote:
invitation-text = What you wrote
invitations-undelivered = { $count ->
    [one] One did not arrive
   *[other] { $count } did not arrive
}
invitations-waiting = { $count ->
    [one] One waits for an answer
   *[other] { $count } wait for an answer
}
invitations-accepted = { $count ->
    [one] One accepted
   *[other] { $count } accepted
}
invitations-declined = { $count ->
    [one] One declined
   *[other] { $count } declined
}
invitations-over = { $count ->
    [one] One is over
   *[other] { $count } are over
}
invitation-revoke-title = Revoke the invitation to { $name }?
invitation-revoke-text = The link in the mail will not work any more.

## Terugkoppeling
outcome-title = Outcome
outcome-published = Outcome of { $day }
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
people-region = At home in
people-search = Search
people-none-title = Nobody found
people-none-text = People who choose to be found are listed here. You can be the first.
people-filtered-text = Nobody who wants to be found fits this. Try fewer filters.
people-offer = Choose who may find you
people-invite = Invite
people-invite-name = Invite { $name }
people-invite-for = For which issue?
people-found = { $count ->
    [one] 1 person found
   *[other] { $count } people found
}
people-by-name = name
people-found-by = Found by: { $reasons }
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
knowledge-filtered-text = There is nothing of this kind. Choose another kind.
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
notification-product-published = There is new knowledge
notification-invitation-accepted = Somebody accepted your invitation
notification-invitation-declined = Somebody declined your invitation
notification-why = You read this because { $why }.
notification-why-about = You read this because { $why }: { $name }.
reason-you-take-part = you take part in this issue
reason-you-wrote = you wrote this
reason-you-convene = you are an adviser of this organisation
reason-you-invited = you sent this invitation
reason-you-follow-issue = you follow this issue
reason-you-follow-theme = you follow this theme
reason-you-follow-region = you follow this region

## Help
help-title = Help
help-lead = Answers to what people ask most.

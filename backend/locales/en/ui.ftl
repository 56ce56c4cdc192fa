# The screens, in plain English.

site-name = Netwerkplatform
skip-to-main = Skip to content
crumb-label = You are here
state-loading = Loading
language-other = Nederlands
language-nl = Dutch
language-en = English
list-more = Show more
list-more-failed = The rest could not be fetched. Try again.

## Acts that are called the same everywhere
action-cancel = Cancel
action-close = Close
action-copy = Copy
action-discard = Throw away
action-print = Print
action-remove = Remove
action-retry = Try again
action-save = Save

## Header and footer
nav-label = Main menu
nav-overview = Overview
nav-agenda = Agenda
nav-issues = Issues
nav-networks = Networks
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
offline-banner = No connection. What you type is kept on this device, not yet on the platform.

## When something goes wrong
not-found-title = This page is not here
not-found-text = Perhaps the address has changed. Or the page is only for people who take part. Were you invited? Then sign in first.
not-found-text-known = Perhaps the address has changed. Or the page is only for people who take part. Have you more than one e‑mail address? Then check whether you are signed in with the right one.
not-found-home = To the front page
not-found-search = Search
forbidden-title = You cannot open this
forbidden-text = This page is meant for other people.
error-title = Something went wrong
error-text = Please try again in a moment. What you typed has nearly always been kept.
error-number = If you ask for help, mention this number: { $number }
error-summary-name = What is not right yet
error-summary-title = Something is not right yet
field-empty = Please fill this in.
title-missing = Please fill in a title.
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
home-how-more = How exactly does it work?
home-issues = Think along
home-issues-lead = People are talking about these questions now. You can always read along.
home-outcomes = What came of it
home-outcomes-lead = Every issue that closes ends with an outcome.
home-products = What we learned
home-products-lead = Knowledge from conversations, for anybody to use.
home-from-day = { $name }, { $day }
demo-title = This is a demonstration
demo-text = The people and conversations are invented. Step inside as a resident, professional, adviser, municipality or publisher; no password is needed.
demo-doors = Choose whose eyes you look through
demo-mail = Mails that were sent
tenant-ended = Closed, with an outcome
tenant-knowledge = New knowledge
tenant-all-knowledge = All knowledge
tenant-alive = People are talking about this now
tenant-all-issues = All issues

## My overview
overview-title = Hello { $name }
overview-unread = New for you
overview-drafts = Not finished yet
overview-issues = What you take part in
overview-name = You have not filled in a name yet. Others do not know then who is writing.
overview-name-action = Fill in your name
overview-none-title = You do not take part in anything yet
overview-none-text = The issues that you take part in will be here, with what is new in them.
overview-none-action = Look at the organisations
overview-unfinished = Not posted yet
overview-unfinished-in = Your text in “{ $thread }”
overview-ended = Closed
waiting-title = This waits for you
waiting-invitation = You are invited
waiting-invitation-about = { $inviter } asks you, for { $organisation }. You can answer until { $day }.
waiting-proposal = A proposal to judge
waiting-proposal-about = Proposed on { $day } at { $organisation }. Whoever wrote it waits for an answer.
waiting-review = Time to look again
waiting-review-about = At { $organisation } somebody would look on { $day } what came of it.
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
issue-readers-public = Everyone can read this, also without signing in.
issue-readers-platform = Everyone who is signed in can read this.
issue-readers-tenant = Only members of this organisation and participants can read this.
issue-readers-invited = Only people who were invited can read this.
issue-opens-public = Once it opens, everyone can read this, also without signing in.
issue-opens-platform = Once it opens, everyone who is signed in can read this.
issue-opens-tenant = Once it opens, only members of this organisation and participants can read this.
issue-opens-invited = Once it opens, only people who were invited can read this.
issue-hidden-draft = Only you can read this draft.
issue-hidden-proposed = Now only the proposer and the conveners can read this.
issue-hidden-declined = Only the proposer and the conveners can read this.
issue-hidden-orientation = During the orientation only people who were invited and the conveners can read this.
issue-hidden-withdrawn = Only people who took part and the conveners can still read this.
issue-open-title = Open it now?
issue-open-fixed = This cannot change any more then: people read and write under these rules.

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

reach-title = Reach and composition
reach-lead = Who takes part, in numbers in which nobody can be recognised.
reach-print-hint = On paper the question and the outcome are there too.
reach-taken = Counted on { $day }.
reach-none-title = There is no overview yet
reach-none-text = It is made at night, when { $least } or more people take part. With fewer people a number tells too much about one of them.
reach-none-action = Back
reach-participants = Who takes part
reach-participants-hint = People who take part, the facilitator included.
reach-all = Participants
reach-perspectives = Perspectives
reach-wanted = Wanted: { $wanted }
reach-capacities = Capacity
reach-capacities-hint = For whom people speak.
reach-capacity-personal = On their own behalf
reach-capacity-on-behalf = For an organisation
reach-capacity-official = As an official
reach-regions = Regions that participants show
reach-regions-hint = By province, of people who show their region to everyone who signed in.
reach-regions-none = There is no province with a number to tell.
reach-invitations = Asked and taken part
reach-invitations-hint = People who got an invitation. Invitations that nobody accepted are forgotten after a month; then they no longer count.
reach-invitations-none = There is no number of invitations to tell.
reach-asked = Asked
reach-accepted = Said yes
reach-declined = Said no
reach-unanswered = No answer
reach-people = { $people } or more
reach-untold = Not told
reach-how = How we count
reach-how-untold = “Not told”: fewer than { $least } people, or a number from which so few could be worked out. Zero is not told either. Where few people take part, there is next to nothing to tell.
reach-how-rounded = Numbers are rounded down to fives. Sometimes chance takes a little off first. So there may be more, never fewer.
reach-how-when = There is a new overview only when { $least } people have come in, and a quarter more than before. So nobody can see what one new participant chose.
reach-how-choice = Who brings which perspective is known only to that person. How far each perspective is stands at ‘Who is needed?’. Where that word and a number would tell too much together, we do not tell the number.
reach-table = The numbers as a table
reach-table-what = Part
reach-table-people = People
own-part-title = How you take part
own-part-capacity = You speak
own-part-capacity-hint = It stands with your name, with what you write from now on.
own-part-perspective = Your perspective
own-part-perspective-hint = The choice is yours. Nobody sees what you choose. It counts in what is still missing and, from ten people on, in a rounded number.
own-part-none = I would rather not say
own-part-hint = Only you see your perspective.
own-part-change = Change
own-part-saved = Saved.
own-part-personal = In a personal capacity
own-part-on-behalf = For { $organisation }
own-part-official = As an official, { $organisation }
issue-moved = It now stands at: { $state }.
issue-reason = Why?
issue-reason-hint = Everyone who takes part reads this.
issue-reason-given = Explanation
issue-actions = What you can do
issue-more = More actions
issue-invite = Invite people
issue-asked = Who was asked
issue-write-outcome = Write the outcome
issue-edit = Edit issue
issue-ends = Runs until { $day }
issue-leave = Stop taking part
issue-leave-title = Stop taking part?
issue-leave-text = You no longer read and write along. What you wrote stays.
issue-discard = Throw draft away
issue-discard-title = Throw this draft away?
issue-discard-text = The text is gone then and does not come back.
issue-untitled = Issue without a title
gap-title = Who is needed?
gap-hint = These perspectives belong at the table. Nobody sees who brings which perspective.
gap-needed = Needed
gap-welcome = Welcome
gap-why-one = Why do we ask only one group?
gap-wanted-sentence = We are still looking for people for ‘{ $name }’.
gap-almost-sentence = There are almost enough people for ‘{ $name }’.
gap-filled-sentence = There are enough people for ‘{ $name }’.
gap-wanted = Still wanted
gap-almost = Almost
gap-filled = Filled
participants-title = Who takes part?
participant-guest = Guest up to and including { $day }
participant-guest-change = Another end date
participant-guest-title = How long does { $name } take part?
participant-guest-text = A guest takes part until the end of this day, a year at most. After that the guest reads nothing any more.
participant-guest-day = Until the end of
participant-guest-save = Save
participant-guest-saved = { $name } takes part until { $day }.
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
similar-count = { $count ->
    [one] One issue resembles this
   *[other] { $count } issues resemble this
}
similar-title = Is one of these issues about this already?
similar-lead = Then you can look or take part there. You can also just go on writing.
opens-elsewhere = (opens in a new tab)
issue-edit-title = Edit issue
issue-edit-done = Done, look at the page
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
issue-perspectives-hint = A perspective is a way of looking: experience, profession or position. Participants choose themselves what they bring. If you give a perspective another name later, they choose again.
issue-perspective-name = Perspective { $number }
issue-perspective-experience = What has such a person seen or done?
issue-perspective-experience-hint = Briefly, for example: comes to the square every evening, or was sent away from it. Whoever you ask reads this.
issue-perspective-need = Needed or welcome?
issue-perspective-needed = Needed: it cannot be done without
issue-perspective-welcome = Welcome: rather with than without
issue-perspective-wanted = How many people
issue-perspective-remove-name = Remove perspective { $number }
issue-perspective-add = Add a perspective
issue-why-one = Why do you ask only one group?
issue-why-one-hint = You name one perspective now. That may be needed. Explain why: whoever you ask reads this.
issue-why-one-missing = You ask one group. Write why you ask only that group. Whoever you ask reads this.
templates-title = Begin with an example
templates-hint = Choose what resembles your issue. Only what is still empty is filled in. What you wrote stays.
templates-label = Kind of issue
templates-none-chosen = Choose a kind
templates-own = Of your organisation
templates-ours = Of the platform
templates-preview = This example asks: { $names }.
templates-use = Fill in what is empty
templates-filled = What was still empty is filled in. Change everything so that it fits your issue.
templates-nothing-empty = Nothing was empty. Nothing has changed.
templates-undo = Undo
templates-undone = The example is gone again.
templates-failed = The examples could not be fetched. You can just write yourself.
templates-keep = Keep this composition
templates-keep-title = Keep this composition for later
templates-keep-text = The perspectives are kept, the other texts are not. All advisers of your organisation can begin an issue with it.
templates-keep-name = Name
templates-keep-name-hint = For example: Evening with the neighbourhood
templates-kept = The composition is kept.
templates-remove = Remove this composition
templates-remove-title = Remove the composition ‘{ $name }’?
templates-remove-text = Issues that began with it stay as they are.
templates-removed = The composition is removed.
briefings-title = Who should know first?
briefings-hint = Which boards, managements or councils hear this before you ask people? Write down roles and bodies, no names of people. Only those who run this issue see this list.
briefings-none = There is nothing on the list yet.
briefings-name = Role or body
briefings-name-hint = For example: the board of the school
briefings-add = Put on the list
briefings-often = Often needed
briefings-often-council = The municipal council
briefings-often-board = The mayor and aldermen
briefings-often-management = The management
briefings-often-partner = The board of the organisation it is about
briefings-often-workers = The people who work there every day
briefings-told = Told: { $name }
briefings-told-on = Told on
briefings-told-day = Told on { $day }
briefings-to-tell = Not told yet
briefings-remove = Take { $name } off the list
briefings-reminder-title = Do the boards know yet?
briefings-reminder-some = Not told yet: { $names }. You can ask people all the same. It often goes better when they hear it from you.
briefings-reminder-none = You have not written down yet who should know this first. You need not. It often goes better when boards hear it from you and not from somebody else.
briefings-reminder-go = To the list
issue-perspectives-missing = Name at least one perspective that is needed.
issue-themes = Themes
issue-themes-hint = Whoever follows a theme hears of this.
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
regime-confidential = Conversation with aliases
regime-confidential-hint = Only participants read along. Everybody speaks by an alias that the platform chooses.
regime-authorless = Conversation without names
regime-authorless-hint = Only participants read along. It is kept nowhere who wrote what, not even with us.
issue-planned-end = When do you want to be done?
issue-planned-end-hint = You can change this later.
saves-itself = Your text is saved by itself.
saving = Saving
saved-at = Saved at { $time }
save-waiting = Kept on this device, not yet on the platform. We will try again in a moment.
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
    [one] 1 new post from { $moment }
   *[other] { $count } new posts since { $moment }
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
post-edited = Edited
post-history-name = Edited: earlier versions of post { $number }
post-history-title = Earlier versions of post { $number }
post-withdraw-title = Withdraw this post?
post-withdraw-text = The text disappears. Others see that there was a post here.
post-withdraw-done = Your post is withdrawn.
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
composer-visitor = Do you want to take part? Then sign in.
composer-ended = You cannot write here now. What you typed is kept.
composer-opened = You can write here again.
unposted-label = Your text, not yet placed
unposted-copied = Your text was copied.
unposted-not-copied = It could not be copied. Select the text and copy it yourself.
unposted-discard-title = Throw this text away?
unposted-discarded = Your text was thrown away.
draft-saved = Draft kept at { $time }
editor-toolbar = Formatting
editor-preview = Preview
editor-write = Write on
editor-more = More
editor-preview-empty = There is nothing yet.
editor-preview-failed = The preview did not come. Your text is still there. Try again in a moment.
editor-pasted-link = Pasted as a link. You can undo it as always.
editor-pasted-table = Pasted as a table. You can undo it as always.
editor-left = { $count ->
    [one] 1 character left
   *[other] { $count } characters left
}
editor-over = { $count ->
    [one] 1 character too many
   *[other] { $count } characters too many
}
editor-limit-passed = Your text is too long. You can type on, but you cannot post it like this.
mark-bold = Bold
mark-italic = Italic
mark-heading = Heading
mark-list = List
mark-numbers = Numbered
mark-quote = Quotation
mark-link = Link
readers-title = Who reads this?
readers-everyone = Everyone can read this, without signing in too. Search engines do not take up the conversation.
readers-signed-in = Everyone who is signed in on this platform.
readers-tenant = Only members of this organisation.
readers-participants = Only the people who take part.
readers-you = You write as { $name }, { $capacity }.
regime-open-mail = Participants may get a piece of your text in their mail.
regime-trusted-mail = Mails never hold what you write, only that there is something new.
regime-confidential-mail = Mails only say that there is something new. Not in which conversation, nor about what.
regime-open-who = Each contribution shows the name that somebody chose for this issue.
regime-trusted-who = Each contribution shows name and role.
regime-confidential-who = Nobody. You get one alias for this issue, and another one in another issue. Who is behind an alias is in no list. Only whoever runs the platform can work it out, with the secret key. That is allowed only to erase your data.
regime-authorless-who = Nobody, not even we do. With a contribution we keep no name, and only the hour. Neither do we keep what you read or were typing.
thread-settings = Settings
shortcuts-title = Keyboard shortcuts
shortcuts-on = Use keyboard shortcuts
shortcut-next = Next post
shortcut-previous = Previous post
shortcut-unread = To what is new
shortcut-reply = Write
shortcut-help = This list
shortcut-newest = To the newest
shortcut-quote = Quote this post
shortcut-edit = Edit your own post
shortcut-mark-unread = Keep as unread from here
shortcuts-in-talk = Conversation
shortcuts-everywhere = Everywhere on the platform
shortcuts-writing = While you write
shortcut-oldest = To the first post
shortcut-overview = To your overview
shortcut-notifications = To your notifications
shortcut-send = Send
shortcuts-on-hint = Only the single keys. Switch them off if you use speech or hit them by accident.
typing-on = Let others see that I am writing
typing-on-hint = Only in small conversations, and only while you type.
thread-draft = Draft
thread-ended = You no longer see new posts here: you do not take part any more, or you are signed out. What you wrote is kept in this browser.
posts-oldest = To the first post
posts-unread = First new ({ $count })
thread-print-readers = Who may read this: { $readers }
thread-print-quote = What you may quote from it: { $rule }
thread-print-part = These are the posts { $first } to { $last }. The conversation has { $total }.
thread-print-when = Printed { $moment } from { $address }
thread-print-failed = Not all posts came through. Nothing was printed. Try again.
act-failed = That did not work. Try again.
posts-newest = Newest ({ $count })
post-more = More
post-more-name = More about post { $number }
post-copy-link = Copy link
post-link-copied = The link to this post was copied.
post-link-shown = The link to this post is in the address bar.
post-mark-unread = Unread from here
post-marked-unread = Everything from here counts as unread again.
quote-from = Post { $number }
post-quote-passage = Quote what you selected
post-history-first = Written { $moment }
post-history-changed = Changed { $moment }
post-history-added = added:
post-history-removed = removed:
post-history-end = (until here)
post-history-form = The words are the same. Only the formatting changed.
post-history-more = { $count ->
    [0] No words added.
    [one] 1 word added.
   *[other] { $count } words added.
}
post-history-less = { $count ->
    [0] No words removed.
    [one] 1 word removed.
   *[other] { $count } words removed.
}
post-history-whole = Whole text
post-history-whole-name = Whole text of { $moment }
outgoing-queued = Waits its turn …
outgoing-refused = Not posted. { $reason }
edit-no-answer = No answer came. Your text is kept. Try again.
undo-failed = It could not be withdrawn. Withdraw the post yourself, under More.
action-undo = Undo
response-menu = Respond
response-menu-name = Respond to post { $number } with one word
response-list = Responses to post { $number }
response-heard = Heard
response-familiar = I know this
response-thanks = Thank you
response-talk-on = I want to talk on about this
response-given = You responded: { $word }
response-taken = Taken back: { $word }
response-and-others = { $names } and others
post-pick = Choose post { $number }
post-answer = Answer
post-on-top = On top
post-perspective = from a { $perspective } perspective
post-came-from = Came from the conversation
post-moved = This post is now in
post-accept = This answers the question
post-unaccept = Not an answer after all
post-accepted = This post is among the answers.
post-unaccepted = This post is not among the answers any more.
post-pin = Put on top
post-unpin = Take off the top
post-pinned = This post is on top.
post-unpinned = This post is not on top any more.
post-label = From which perspective?
label-title = From which perspective do you answer?
label-text = This stands beside this post only, not in your profile. Nobody else can fill it in for you.
label-label = Perspective
label-hint = For example: medical, legal, parent. 80 characters at most.
label-remove = Remove
label-done = Your perspective was changed.
thread-kind = What kind of conversation will it be?
thread-kind-talk = Conversation
thread-kind-talk-hint = Exchange thoughts together.
thread-kind-question = Question
thread-kind-question-hint = You look for an answer. Later you choose which posts answer the question.
thread-kind-round = Round
thread-kind-round-hint = Everyone speaks once before anyone speaks twice.
thread-list-answered = Question: answered
thread-list-unanswered = Question: no answer yet
thread-answered = Answer to this question
thread-unanswered = No answer yet
thread-unanswered-text = Whoever asked, or facilitates, chooses under More which post answers the question.
thread-pinned = Put on top
thread-marked = { $name }, post { $number }:
thread-merged = This conversation went up into another one. Everything that was here is there.
thread-merged-go = Go to that conversation
facilitate-title = For the facilitator
move-begin = Move posts
move-picked = { $count ->
    [0] Choose posts in the conversation.
    [one] 1 post chosen.
   *[other] { $count } posts chosen.
}
move-do = Move
move-stop = Do not move
move-title = { $count ->
    [one] Move 1 post
   *[other] Move { $count } posts
}
move-text = Their old place says where the posts went. Old links go on working. Everybody who reads this conversation can read the new one too.
move-where = Where to?
move-new = To a new conversation
move-existing = To a conversation that is there already
move-thread = Conversation
move-choose = Choose a conversation
move-none = There is no other conversation with the same rules.
move-all-begin = Merge conversation
move-all-title = Merge this conversation
move-all-text = All posts go to the other conversation, after what is there. Nobody can write here any more. Old links go on working. You cannot undo this.
move-all-do = Merge
round-title = Round { $number }
round-open = Still to speak:
round-passed = Pass:
round-done = Everybody had their turn.
round-your-turn = It is your turn whenever you like. You speak once in each round.
round-you-pass = You let this round pass. You can still say something.
round-spoken = You have spoken. Others speak first now. You can write already; you can place it in the next round.
round-spoken-done = You have spoken. You can write already; you can place it in the next round.
round-skip = I pass
round-unskip = Do not pass after all
round-next = Begin the next round
round-next-title = Not everybody has spoken yet
round-next-text = Whoever had not spoken yet speaks in the next round. Do you want to begin it?
round-begun = Round { $number } has begun.
thread-kind-dilemma = Dilemma
thread-kind-dilemma-hint = There is no right answer. First concerns are heard, then you sort the views, then the facilitator says what is possible.
dilemma-title = The way through this dilemma
dilemma-step-hear = A concern? Somebody else tells in their own words what they hear. You say whether you meant that.
dilemma-step-sort = What is your post: a position, interest, value, preference or fact? You choose that yourself, under More.
dilemma-step-offer = The facilitator says what is possible, what is not, and who decides when.
dilemma-view = { $name }, post { $number }
dilemma-heard = heard
dilemma-unheard = not heard yet
view-concern = Concern
view-concern-hint = What you worry about. Somebody else tells what they hear.
view-position = Position
view-position-hint = What should be done, in your view.
view-interest = Interest
view-interest-hint = What is at stake for you or others.
view-value = Value
view-value-hint = What you hold dear in life.
view-preference = Preference
view-preference-hint = What you would rather have than something else.
view-fact = Fact
view-fact-hint = What is so, and can be looked up.
sort-title = What is this post?
sort-legend = This is a
sort-hint = Only you choose this for what you wrote.
sort-none = None of these
sort-done = Your choice stands beside the post.
heard-tell = Tell what you hear
heard-tell-name = Tell what you hear in post { $number }
heard-tell-title = What do you hear { $name } say?
heard-tell-text = Tell it in your own words, without a judgement or a solution. Then the other one says whether it was meant so.
heard-tell-label = I hear
heard-tell-do = Tell it
heard-told = It stands beside the concern.
heard-by = { $name } hears:
heard-somebody = Somebody hears:
heard-confirm = This is what I meant
heard-confirmed = You meant it so.
heard-correct = I say it better
heard-correct-text = Say it once more, as you mean it.
heard-correct-label = I mean
heard-correct-do = Say it so
heard-corrected = Your words stand beside it.
heard-take = Take back
heard-taken = It is gone.
heard-meant = { $name } meant this.
heard-better = { $name } says it so:
offer-title = Perspective
offer-begin = Offer perspective
offer-change = Change the perspective
offer-possible = What is possible
offer-possible-hint = Small steps too.
offer-impossible = What is not possible
offer-impossible-hint = And why not.
offer-decides = Who decides, and when
offer-decides-hint = For example: the council, on 12 May.
offer-done = The perspective stands above the conversation.
composer-go = Write along
composer-to-issue = To the page
room-rules = The rules of this conversation
room-purpose = What it is about
room-government = Government bodies that take part: { $bodies }.
room-government-none = No officials take part.
room-owner = This belongs to { $organisation }.
room-mail = What mails contain
room-quoting = What others may quote
room-after = What happens with it
room-after-text = It ends with an outcome: what we heard, what is done with it and what is not.
room-retention = How long it stays
room-retention-text = You can always withdraw your own posts.
room-retention-link = Privacy at { $organisation }
regime-open-quote = In the outcome, with a link to the post.
regime-trusted-quote = Nothing outside this conversation, unless its writer agrees.
regime-confidential-quote = Nothing outside this conversation, unless its writer agrees. And then without the alias.
regime-authorless-quote = In the outcome, without saying whose it is.
room-kind = Kind of conversation
room-kind-fixed = That never changes. Whoever wants other rules begins a new conversation.
room-who = Who sees who says what
room-aliases = Who spoke here: { $names }.
room-staff = Staff and administrators
room-staff-open = They read along as everybody does who may read this.
room-staff-closed = They do not read along, unless they take part themselves.
room-kept = { $count ->
    [one] One day after the last contribution we erase the whole conversation.
   *[other] { $count } days after the last contribution we erase the whole conversation.
}
room-withdraw-here = You can change or withdraw your own contributions in this browser for as long as you stay signed in. After that nobody can.
readers-you-alias = You write by an alias: { $name }.
readers-you-nobody = You write without a name.
post-nobody = Somebody in this conversation
post-hour = In the hour after { $moment }
thread-regime = Which rules hold in this conversation?
session-ended = You are signed out. What you wrote is kept.
session-ended-action = Sign in again
connection-lost = No connection to the server. What you type stays on this device. We keep trying.
connection-retry = Try now

## Profile
profile-title = Profile
profile-lead = How others know you, and who may find you.
profile-name = Name
profile-name-hint = This stands with your posts. Earlier posts keep the name of then.
profile-saved = Your profile is saved.
profile-addresses = E‑mail addresses
sessions-title = Where you are signed in
sessions-current = this device, now
sessions-end-name = Sign out on { $device }
sessions-end-all = Sign out everywhere
sessions-ended = You are signed out there.
preferences-title = Mail and notifications
account-nav = About yourself
account-title = Signing in and security
account-lead = Which addresses you sign in with, and where you are signed in.
preferences-lead = What you get mail about, how often and why. Notifications on the platform you always get.
preferences-levels = How often do you want mail?
preferences-saved = Your choices have been saved.
preferences-overview = When does your overview come?
preferences-overview-hint = What you choose daily or weekly comes together in one mail. When there is nothing new, no mail comes.
preferences-hour = At what time
preferences-hour-at = { $hour }:00
preferences-weekday = On which day, for the weekly overview
preferences-language = In which language do you want mail?
preferences-always = Mails to sign in and about your account you always get. Who may invite you, you choose in your profile.
topic-talk = Conversations
topic-talk-about = New posts and conversations, in issues that you take part in or follow.
topic-progress = Steps of issues and proposals
topic-progress-about = For example: an issue opens, or your proposal is answered.
topic-outcomes = Outcomes
topic-outcomes-about = What was done with the conversations.
topic-new = New issues and knowledge
topic-new-about = About the themes and regions that you follow.
level-at-once = At once
level-daily = Every day, in my overview
level-weekly = Every week, in my overview
level-off = Never
levels-title = Issues with a choice of their own
levels-lead = For these issues you chose something else. You can do that on the page of each issue.
levels-none = You chose something else for no issue.
levels-of = Mail about “{ $name }”
follows-title = What do you want to follow?
follows-lead = You then hear of new issues and new knowledge about a theme or in a region.
follows-themes = Themes
follows-regions = Regions
follows-issues = Issues that you follow
follows-issues-none = You do not follow any issues yet. You can do that on the page of each issue.
follow-on = ✓ { $name }
follow-off = + { $name }
follow-name = Follow { $name }
follow-started = You now follow { $name }.
follow-stopped = You no longer follow { $name }.
follow-stop-name = Stop following { $name }
follow-failed = That did not succeed. Try again.
follow-more-title = Hear more of this?
follow-more-text = Follow a subject and hear of new issues and new knowledge.
follow-more-all = Choose from the whole list
standing-title = Messages about this
standing-why = You get messages because { $why }.
standing-level = Mail about this
standing-as-settings = As in my settings
standing-saved = Your choice has been saved.
standing-follow = Follow this
standing-follow-hint = You then hear of new posts and of the outcome.
standing-followed = You follow this.
standing-unfollow = Stop following
standing-unfollowed = You no longer follow this.
addresses-lead = You can sign in with each confirmed address. Your mail goes to one of them.
address-primary = Your mail goes here
address-unproven = Not confirmed yet
address-add = Add another address
address-add-hint = You get a mail with a code at that address.
address-add-send = Send the code
address-code = Code from the mail
address-code-hint = Six digits. The mail went to { $address }.
address-prove = Confirm this address
address-code-new = Send a new code
address-code-again = A new code was sent to { $address }.
address-proven = { $address } is confirmed. You can sign in with it now.
address-promote = Send my mail here
address-promote-name = Send my mail to { $address }
address-promoted = Your mail goes to { $address } from now on.
address-remove-title = Remove { $address }?
address-remove-text = You can no longer sign in with this address. On other devices you are signed out.
address-remove-unproven = This address has not been confirmed yet. You can add it again later.
address-removed = { $address } has been removed.
addresses-lost = I can no longer read my mail
addresses-lost-other = Sign in with another address of yours, or with your password. Then add your new address, send your mail there and remove the old one.
addresses-lost-none = Have you no other address and no password? Then ask your organisation to invite your new address. So add a second address now.
password-title = Password
password-none = You have no password. You need none: with a code from your mail you always get in.
password-has = You have set a password. A code from your mail always works too.
password-set = Set a password
password-change = Change the password
password-save = Save the password
password-saved = Your password has been saved.
password-remove = Remove the password
password-remove-title = Remove the password?
password-remove-text = You then sign in with a code from your mail again. On other devices you are signed out.
password-removed = You no longer have a password.
password-current = Your password of now
password-current-hint = Forgot it? Leave this empty if you have just signed in with a code.
password-new = New password
password-new-hint = At least 12 characters. Four unrelated words are easy to remember and hard to guess.
password-show = Show what I type
password-elsewhere = On other devices you are signed out. You get a mail that your password has changed.
password-strength = Strength: { $word }.
password-strength-0 = very weak
password-strength-1 = weak
password-strength-2 = not strong enough yet
password-strength-3 = strong
password-strength-4 = very strong
password-hint-short = Use at least 12 characters.
password-hint-long = Use at most 128 characters.
password-hint-easy = Add a few words that have nothing to do with each other or with you.
password-hint-common = Many people use this. Choose something else.
password-hint-pattern = Rows and repetitions are easy to guess.
password-hint-date = A date or a year is easy to guess.
password-hint-name = A name is easy to guess.
sessions-lead = Is there something that you do not recognise? Then sign out there and change your password, if you have one.
sessions-unknown = Unknown device
sessions-last = last used { $moment }
sessions-end-all-title = Sign out everywhere?
sessions-end-all-text = You are signed out on all devices, here too. Texts that you have not posted yet disappear from this browser.
seen-title = How others see you
seen-name = Your posts carry the name { $name }, with how you take part.
seen-nameless = You have not filled in a name yet. So others see no name.
seen-by-platform = Everybody who is signed in sees
seen-by-tenants = Members of your organisations also see
seen-by-facilitators = Those who may invite people also see
seen-hidden = You are hidden: beyond that nobody sees anything of you.
seen-nothing = Beyond that nobody sees anything of you.
seen-never = Never to be seen: your e‑mail address, the perspective that you chose and the closed issues that you take part in.
own-title = My data
own-lead = Who may find you, who saw you, and what you agreed to.
hide-title = Hide me everywhere
hide-state-on = hidden
hide-state-off = not hidden
hide-on = You are hidden: nobody finds you. Your choices below are kept.
hide-off = You can be found by those you chose below.
hide-nothing = You show nothing of yourself yet, so nobody finds you now.
hide-what = When you hide, nobody finds you any more: not under People, not in search, and not among those whom somebody can invite. If you are on a list to be asked later, we pass you over. This works at once. You can always undo it.
hide-stays = Where you take part already, you go on taking part, and the people there see your name. Owners of your organisation see that you are a member. An invitation that you got already stays, and whoever knows your e-mail address can still ask you there.
hide-act = Hide me everywhere
hide-undo = Let me be found again
hide-done = You are now hidden everywhere.
hide-undone = You can be found again, as you chose before.
find-hidden = This holds again as soon as you let yourself be found.
find-nothing = You show nothing of yourself yet. Nobody finds you.
find-parts = Whoever found you also reads:
find-per-month = { $count ->
    [0] You do not want to be asked.
    [one] You want to be asked once a month at most.
   *[other] You want to be asked { $count } times a month at most.
}
find-change = Change this under Profile
looks-title = Who saw me?
looks-lead = Here you read on which day somebody with a role in an organisation saw you in a list or in search, and why. How often they looked that day, and which colleague it was, we do not keep. After a year we delete the line.
looks-not = That somebody reads your contributions in a conversation is not kept. Nor that ordinary members found you under People.
looks-none = Since we began to keep this, nobody with a role in an organisation saw you in a list or in search.
looks-failed = Who saw you could not be loaded. Try again later.
looker-owner = An owner
looker-convener = A convener
looker-publisher = A publisher
looker-facilitator = A facilitator
looker-operator = Whoever runs the platform
look-directory = { $who } saw you when looking for people, because you show something of yourself there.
look-suggestions = { $who } saw you among people to invite for an issue, because what you show fits it. What you show of your experience and languages to whoever may invite stood beside it.
look-members = { $who } saw you in the list of members, to look after roles.
look-participants = { $who } saw you in the list of participants of an issue in which you take part.
look-hands = { $who } saw you among those who want to take part in an issue, to answer you.
look-invited = { $who } saw you among those who were invited, to see what you answered.
look-archive = { $who } wrote you into the archive with which the organisation can move.
consents-title = What did I agree to?
consents-lead = You agreed to everything that you show to others. What you took back or changed stays here for a year. Only you see that.
consents-none = You have not agreed to show anything yet.
consents-failed = What you agreed to could not be loaded. Try again later.
consents-foreign = a word of an organisation that you are not in any more
consents-for = Shown to: { $audience }
consents-given = Agreed on { $day }, words of { $version }.
consents-ended = Taken back or changed on { $day }.
consents-text = Read the words of 2026-11
consents-perspective = Did you choose a perspective in an issue? You see, change or delete it on the page of that issue.
copy-title = A copy of everything
copy-lead = Everything that is kept about you, in one file (JSON): what you wrote, in what you take part, what you told about yourself and who saw you. Nothing of others is in it, but what they wrote to you. Files that you placed, you get where they are.
copy-warn = Keep it safe: it also says in which closed issues you take part.
copy-act = Download the copy
seen-more = Who saw me, and hiding me everywhere

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
members-email = E‑mail address
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
settings-email = E‑mail address for questions
settings-phone = Telephone number for questions
settings-saved = Saved.
settings-pages = Own pages
settings-languages = Languages
settings-languages-hint = The first language chosen is that of mails to people who have not chosen yet.
settings-pages-hint = You write the English version. Change the language on top for the Dutch one.

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
invite-lead = Who is still missing at the table? Choose people who offered to help, or enter e‑mail addresses. Everyone gets a mail of their own.
invite-suggestions = People who fit
invite-suggestions-hint = They said that they may be asked. The reason is beside each name.
invite-suggestions-none = Nobody was found yet who offered to help with this. You can invite people by their e‑mail address.
invite-reason-expertise = Knows about { $term }
invite-reason-interest = Interested in { $term }
invite-reason-region = At home in { $term }
invite-experience = What { $name } has seen and done
invite-asked-often = Asked often this year
invite-addresses = E‑mail addresses
invite-addresses-hint = One per line. The addresses are only used for this invitation.
invite-text = Your personal words
invite-text-hint = Everyone reads this in the mail. Write why you thought of them.
invite-own-texts = Write somebody a text of their own
invite-own-text = For { $name }
invite-own-texts-hint = Leave a box empty, and that person gets the words above.
invite-chosen-elsewhere = Chosen by you
invite-nobody = Choose at least one person, or fill in an e‑mail address.
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
hands-title = Who wants to take part
hands-none = Nobody has come forward.
hands-waiting = { $count ->
    [one] One person wants to take part and waits for an answer
   *[other] { $count } people want to take part and wait for an answer
}
hand-state-raised = Waits for an answer
hand-state-objected = Objects
hand-state-invited = Invited
hand-state-refused = Refused
hand-since = Came forward on { $day }
hand-answer-by = answer promised by { $day }
hand-reason-given = Why not
hand-objection-name = The objection of { $name }
hand-invite = Invite
hand-invite-name = Invite { $name }
hand-invite-text = What would you like to say with it?
hand-invite-hint = May be left empty. It stands in the invitation, which is good for three weeks.
hand-was-invited = { $name } gets an invitation.
hand-refuse = Do not invite
hand-refuse-name = Do not invite { $name }
hand-refuse-reason = Why not?
hand-refuse-hint = Whoever wanted to take part reads this. You can still invite them later.
hand-was-refused = { $name } reads why it does not go ahead.
hand-title = Taking part yourself
hand-lead = Were you not asked, and do you have something to bring? Let them know.
hand-visitor = Do you want to take part? Sign in and let them know.
hand-raise = I want to take part
hand-who-reads = Only the facilitators, and the conveners and owners of the organisation, read this. You get an answer within two weeks.
hand-motivation = Why do you want to take part?
hand-motivation-hint = Tell what you have lived through or know. At most 1,000 characters.
hand-motivation-own = This is what you wrote
hand-send = Send
hand-sent = Sent. You get an answer within two weeks.
hand-raised = You want to take part. You get an answer by { $day }.
hand-invited = You have been invited. Look in your mail or in your overview.
hand-to-overview = To my overview
hand-refused = You cannot take part this time. You can still read this page.
hand-reason = The reason
hand-object = Object
hand-objection = Why is this reason not right?
hand-objection-hint = You may object once. Where possible, somebody else than whoever said no looks at it. You get an answer within two weeks.
hand-objection-own = Your objection
hand-objection-sent = Sent. It is looked at again.
hand-objected = It is looked at again. You get an answer by { $day }.
hand-lower = Not after all
hand-lower-title = Do you not want to take part after all?
hand-lower-text = After that nobody sees that you came forward.
hand-from-hall = by hall link: { $place }
hand-nominated = Put forward by { $name }
hand-nominated-circle = Put forward from a network that you asked

nominate-title = Put somebody forward
nominate-lead = Do you know somebody who has something to bring here? We ask that person first.
nominate-person-act = Put forward
nominate-act = Put somebody forward
nominate-how = Only after a yes do those who run this see the name and what you write. You do not hear what the other answers. So everybody chooses freely.
nominate-email = E‑mail address
nominate-email-hint = Or look for somebody at People, and choose Put forward there.
nominate-why = Why this person?
nominate-why-hint = The other reads this first, with your name.
nominate-send = Ask
nominate-sent = We ask, if we can.
nominate-own = Whom you put forward
nominate-asked = Asked on { $day }. Erased on { $until }.
nominate-for = Put forward for
nominate-for-name = Put { $name } forward

circle-title = Ask a network
circle-lead = Ask the facilitators of a network whom they know. You do not hear who is in the network: whoever is put forward says yes or no.
circle-network = Network
circle-choose = Choose a network
circle-text = What do you want to ask?
circle-text-hint = The perspectives that are still wanted are shown with it.
circle-send = Ask the network
circle-sent = The network was asked.
circle-none = There is no network that you can ask.
circle-unnamed = A network
circle-state-waiting = Waits for an answer
circle-state-answered = Somebody was put forward
circle-state-declined = Nobody was put forward
circle-reason = Why not
circle-waiting-title = Whom do you think of?
circle-waiting-lead = An issue looks for people and asks your network. Put somebody forward, or say that you know nobody. Who is in the network stays secret.
circle-asked-by = Asked by { $name } on { $day }
circle-sought = Still wanted: { $names }
circle-nominate = Put somebody forward
circle-nominate-title = Put somebody forward for { $title }
circle-decline = I know nobody
circle-decline-title = I know nobody for { $title }
circle-decline-reason = Do you want to say why not?
circle-decline-hint = Not needed. Who asked reads it.
circle-declined = Who asked sees that you know nobody.

contact-act = Ask for contact
contact-act-name = Ask { $name } for contact
contact-how = { $name } gets your name, your organisation and what you write, and decides whether you get an answer. Addresses are not shown.
contact-text = What do you want to ask?
contact-text-hint = Write shortly who you are and what it is about.
contact-issue = Is it about an issue or network?
contact-issue-none = No, about something else
contact-send = Send
contact-sent = Your request was sent.
contact-own = Your contact requests
contact-own-lead = An answer comes by mail. No answer can mean anything.
contact-own-asked = Asked on { $day }. Erased on { $until }.
contact-own-answered = Answered by mail
contact-no-member = no member

contacts-title = Contact requests
contacts-lead = People who found you in the directory ask you for contact. If you say no or nothing, they hear nothing of it.
contacts-none-title = No requests wait
contacts-none-text = When somebody asks you for contact it is here, and you get a mail. You turn that off at Profile.
contacts-waiting = { $count ->
    [one] Somebody asks you for contact
   *[other] { $count } people ask you for contact
}
contacts-from = { $role } at { $organisation }
contacts-about = About: { $title }
contacts-until = You can answer until { $day }.
contacts-answer = Answer
contacts-answer-name = Answer { $name }
contacts-answer-text = Your answer
contacts-answer-hint = { $name } gets this once, by mail.
contacts-share = Add my e‑mail address
contacts-share-hint = Without a tick { $name } does not get your address.
contacts-issue = Go on talking in
contacts-issue-none = No issue or network
contacts-send = Send answer
contacts-answered = Your answer is on its way.
contacts-refuse = No
contacts-refuse-name = Say no to { $name }
contacts-refuse-text = { $name } is not told.
contacts-never = And from now on?
contacts-never-none = Only not this time
contacts-never-person = Never again from { $name }
contacts-never-organisation = Never again from anybody at { $organisation }
contacts-refused = The request is gone.
facets-contact = Contact requests
facets-contact-open = Whoever finds you may ask you for contact. You decide whether you answer.
facets-contact-closed = Nobody can ask you for contact.
facets-contact-close = Turn contact requests off
facets-contact-reopen = Allow contact requests

halls-title = Hall link
halls-lead = Do you hold a meeting? Put up a poster with a QR code. Whoever scans it signs in and takes part. You see how many people used the link. We do not record who they were, except of those who first write why.
halls-none = There is no hall link yet.
hall-make = Make hall link
hall-place = Which hall, and when?
hall-place-hint = For example: Community centre De Hof, 12 March. Whoever opens the link reads this too.
hall-limit = How many people?
hall-limit-hint = From 10 to 150. A hall often shares one internet connection, and no more people can sign in over it at once.
hall-day = Until which day?
hall-day-hint = At most 31 days ahead.
hall-day-missing = Choose a day and a time.
hall-time = Until what time?
hall-how = How do people come in?
hall-how-at-once = At once
hall-how-at-once-hint = Whoever scans the code and signs in takes part at once.
hall-how-approval = After your answer
hall-how-approval-hint = Whoever comes writes why. You answer within two weeks, at ‘Who wants to take part’.
hall-made = The hall link is made. Put up the poster.
hall-state-open = Open
hall-state-full = Full
hall-state-over = Over
hall-state-ended = Closed
hall-used = { $used } of { $limit } places used
hall-until = until { $moment }
hall-was-until = worked until { $moment }
hall-ended-at = closed on { $moment }
hall-by = made by { $name }
hall-approval = After your answer
hall-poster = Poster
hall-poster-name = Poster for { $place }
hall-code = QR code as a file
hall-code-name = QR code as a file for { $place }
hall-address = The address on the poster
hall-end = Close
hall-end-name = Close the hall link for { $place }
hall-end-title = Close the hall link for { $place }?
hall-end-text = Whoever opens it after that reads that it is closed and whom to ask. Who takes part already goes on taking part.
hall-earlier = Earlier hall links ({ $count })

waves-title = Asking in waves
waves-how = How do you ask?
invite-until = As a guest, up to and including
invite-until-hint = May be left empty. On this day taking part ends by itself, and the others see until when somebody is a guest.
invite-until-not-in-waves = Guests cannot be asked in waves. Whoever you ask this way takes part without an end.
waves-all-now = Everybody now
waves-all-now-hint = Everybody gets the invitation at once.
waves-some = In waves
waves-some-hint = A few people first. The next ones only if somebody is still needed after that.
waves-size = How many people at a time?
waves-wait = How many days of waiting?
waves-enough = Stop when this many people say yes
waves-enough-hint = Empty: go on until everything that is needed is filled, or the list is done.
waves-send = { $count ->
    [one] Begin with { $count } person
   *[other] Begin with { $count } people
}
waves-begun = { $count ->
    [0] Nobody could be asked. The list says why.
    [one] One person was asked.
   *[other] { $count } people were asked.
}
waves-add = { $count ->
    [one] Put { $count } person at the end
   *[other] Put { $count } people at the end
}
waves-added = { $count ->
    [0] These people were on the list already.
    [one] One person is at the end of the list.
   *[other] { $count } people are at the end of the list.
}
waves-runs = You are already asking in waves. New people come at the end of your list.
waves-running = Running
waves-paused = Paused
waves-ended = Done
waves-rhythm = { $size ->
    [one] One person at a time
   *[other] { $size } people at a time
}, every { $days } days,
waves-until = until { $count ->
    [one] one says yes
   *[other] { $count } say yes
}
waves-until-filled = until everything that is needed is filled
waves-so-far = { $asked ->
    [0] Nobody asked
    [one] One person asked
   *[other] { $asked } people asked
}, { $accepted ->
    [0] no yes yet
    [one] one said yes
   *[other] { $accepted } said yes
}
waves-next = The next wave is on { $day }.
waves-next-last = On { $day } we look whether there are enough people.
waves-next-paused = Nobody is asked now.
waves-next-issue-paused = Everything is paused. Until it goes on, nobody is asked.
waves-somebody = Somebody whom you cannot find any more
waves-waiting = Next in line
waves-waiting-none = Nobody is on the list any more.
waves-skipped = Not asked
waves-take-off = Do not ask { $name }
waves-taken-off = { $name } is not on the list any more.
waves-pause = Pause
waves-resume = Go on
waves-stop = Stop
waves-stop-title = Do you want to stop asking?
waves-stop-text = Whoever has an invitation keeps it. Whoever is still on the list is not asked. We throw those names and addresses away.
waves-ending-filled = Everything that is needed is filled.
waves-ending-enough = Enough people said yes.
waves-ending-nobody-left = There is nobody left to ask.
waves-ending-stopped = You stopped.
waves-ending-closed = Nobody is asked here any more.
waves-ending-no-right = You cannot ask people here any more.
waves-ending-too-long = This list lasted half a year. We keep no names longer.
invite-not-now = You cannot invite anybody here now. What you began before stands below.
waves-forgotten = This list goes away on { $day }.

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
invitation-guest = guest up to and including { $day }
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
outcome-published-again = Version { $version }, of { $day }
outcome-heard = What we heard
outcome-done = What we do with it
outcome-not-done = What we do not do, and why
outcome-you-can = What you can do
outcome-why = Why not:
outcome-review = On { $day } we look at what became of it.
outcome-reviewed = Last looked at on { $day }.
outcome-sources = { $count ->
    [one] Comes from 1 post
   *[other] Comes from { $count } posts
}
outcome-source = { $name }, in ‘{ $thread }’
outcome-sources-closed = { $count ->
    [one] 1 post in a conversation that you cannot read
   *[other] { $count } posts in conversations that you cannot read
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
outcome-editor-lead = Tell everybody who took part what you heard and what you do with it. With this outcome you close it.
outcome-heard-missing = Write down at least one thing that you heard.
outcome-done-missing = Write down what is done with it, or what is not done and why.
outcome-you-can-missing = Write down what people can do now themselves.
outcome-why-missing = Write why this is not done.
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
outcome-rests-on = Point { $number } rests on these posts
outcome-source-remove = Remove the reference to post { $number } by { $name }
outcome-review-label = Day to look again
outcome-review-hint = Required. On that day you look at what came of it. You then get a reminder.
outcome-review-missing = Choose a day in the future on which you look again.
outcome-consent-name = Consent
outcome-consent = The writers agree that their words are used here
outcome-consent-hint = You refer to a trusted conversation. It may be quoted with consent only.
outcome-consent-missing = Ask the writers first, or remove the reference.
outcome-publish = Publish and close
outcome-publish-again = Publish a new version
outcome-publish-title = Publish the outcome?
outcome-publish-again-title = Publish a new version?
outcome-publish-what = This is what happens:
outcome-publish-closes = With that it is closed. After that nobody can contribute any more.
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
outcome-published-toast = The outcome is published.
outcome-published-toast-again = The new version is published.
picker-open = Point to posts
picker-open-name = Point to posts for point { $number }
picker-title = What does this rest on?
picker-words = Search the posts
picker-thread = Conversation
picker-all-threads = All conversations
picker-trusted = In a trusted conversation you may quote with consent only. Only people who take part see the reference.
picker-found = { $count ->
    [0] No posts found
    [one] 1 post
   *[other] { $count } posts
}
picker-place = post { $number }, { $moment }
picker-choose = { $count ->
    [0] Point to nothing
    [one] Point to 1 post
   *[other] Point to { $count } posts
}

## Zoeken
search-title = Search
search-lead = Search in issues, conversations, outcomes, knowledge and people. You only find what you may read.
search-words = What are you looking for?
search-hint = A word, a place or a name. From two letters on you see what there is.
search-too-short = Type one more letter. We search from two letters on.
search-count = { $count ->
    [0] Nothing found
    [one] 1 result
   *[other] { $count } results
}
search-count-more = More than { $count } results
search-similar = Exactly ‘{ $words }’ is nowhere. This resembles it.
search-partial = Not all words of ‘{ $words }’ stand together. This comes near.
search-none-title = Nothing found
search-none-text = What you are looking for is not here, or not in these words.
search-none-narrowed = There is nothing with these filters. There may be something without.
search-everywhere = Search without filters
search-tips = How to find more
search-tip-spelling = A typing error does not matter: we also look for words that resemble yours.
search-tip-part = A part of a word is enough.
search-tip-reading = What stands in a closed conversation is found only by who takes part in it.
search-tip-sign-in = Sign in. Then you also search in what only participants may read.
search-failed = The search did not succeed. Try again.
search-updating = Searching is not possible right now. The results will come by themselves.
search-offline = You are not connected to the internet. Your words stay where they are. You can go on when there is a connection.
search-from = { $name }, { $day }
search-in-issue = In ‘{ $title }’
search-found-in = Found at { $name }
search-untitled = Without a title
search-kinds = What do you search in?
search-kind-issue = Issue
search-kind-post = Post
search-kind-outcome = Outcome
search-kind-product = Knowledge
search-kind-person = Person
search-kinds-issue = Issues
search-kinds-post = Posts
search-kinds-outcome = Outcomes
search-kinds-product = Knowledge
search-kinds-person = People
search-people-all = Show all { $count } people
search-people-later = You searched many times in a row. In a minute you can search for people again.
search-people-closed-title = Sign in to find people
search-people-closed-text = People choose who may find them. So you can look for people here when we know who you are.
search-filters = Filters
search-filters-on = { $count ->
    [one] 1 filter on
   *[other] { $count } filters on
}
search-tenant = Organisation
search-chosen = Your choice
search-option = { $name } ({ $count })
search-period-from = From
search-period-to = Up to and including
search-period-wrong = This day is before the first day. Choose a later one.
search-key = Go to search with the key /
search-key-hint = Turn this off when you work by voice or touch the key by accident.
suggest-thread = Conversation
suggest-label = Titles that fit
suggest-about = { $kind } at { $name }
suggest-count = { $count ->
    [one] 1 title. Choose with the arrow keys.
   *[other] { $count } titles. Choose with the arrow keys.
}

## Mensen
people-lead = People who want to be found, with what they show of themselves.
people-filter-label = Find people
people-words = Name or subject
people-expertise = Knows about
people-interest = Interested in
people-region = At home in
people-languages = Speaks
people-story = The story of { $name }
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
facets-expertise = What do you know about?
facets-interest = Which subjects interest you?
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

parts-title = More about me
parts-lead = Nobody finds you by this. Whoever found you already can read it, if you want that. You save each part by itself.
parts-experience = My experience
parts-experience-hint = What have you seen and done? At most { $count } characters.
parts-story = My story
parts-story-hint = Who are you, in your own words? At most { $count } characters.
parts-languages = Languages that I speak
parts-languages-hint = With this somebody can ask you for a conversation in that language. A language can tell where you or your family come from. Only show it if you want to.
parts-role = My role
parts-role-at = My role at { $organisation }
parts-role-hint = What do you do there? At most { $count } characters. You are a member there, so this organisation may be named. When your membership ends, this disappears at once. It never stands beside what you write.
parts-audience = Who may read this?
parts-save = Save: { $part }
parts-saved = Saved: { $part }.
parts-removed = Removed: { $part }.

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
product-sources = Comes from
shelf-network = Knowledge from this network
shelf-issue = Knowledge from this issue
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
product-body-missing = Write a text or add a file.
product-lang = Language
product-part-about = What it is about
product-themes-hint = Who follows a theme, gets a mail when you publish.
product-sources-label = Came out of
product-sources-hint = Which issues and networks does this knowledge come from? Who may read those sees a link here, and finds this knowledge there.
product-sources-choose = Choose issues and networks
product-sources-words = Find an issue or a network
product-sources-none = Nothing found.
product-sources-take = { $count ->
    [0] Choose none
   *[other] Choose { $count }
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
file-alt-missing = Describe in words what this picture shows.

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
notification-replied = There is a new post
notification-issue-moved = There is a new phase
notification-proposal-received = An issue was proposed
notification-proposal-accepted = Your proposal was taken up
notification-proposal-declined = Your proposal was not taken up
notification-issue-published = There is a new issue
notification-outcome-published = There is an outcome
notification-outcome-review-due = Look again at your outcome
notification-product-published = There is new knowledge
notification-invitation-accepted = Somebody accepted your invitation
notification-invitation-declined = Somebody declined your invitation
notification-hand-raised = Somebody wants to take part
notification-nomination-asked = Somebody looks for people in your network
notification-contact-asked = Somebody asks you for contact
notification-hand-objected = Somebody objects: they want to take part
notification-hand-late = Somebody waits for an answer: the promised day has passed
notification-hand-refused = You cannot take part this time
notification-waves-ended = Your list to ask people in waves is done
notification-network-quiet = Your network is quiet
notification-network-rules = The house rules have changed
notification-orientation-ends = Somebody’s first weeks are nearly over
notification-orientation-over = Somebody’s first weeks are over
notification-network-turned = Another kind of network
notification-network-merging = Will you come along to another network?
notification-talk-proposed = Another network proposes a joint conversation
notification-talk-declined = A joint conversation is not going to happen
notification-talk-asked = Will you come to a joint conversation?
notification-talk-ended = A joint conversation is over
notification-tie-asked = Another network asks for contact
notification-tie-news = News from another network
notification-why = You read this because { $why }.
notification-why-about = You read this because { $why }: { $name }.
notification-name = { $what }, by { $name }
notification-state = It now stands at: { $state }
notifications-settings = Choose what you get mail about
reason-you-take-part = you take part in this
reason-you-wrote = you wrote this
reason-you-convene = you are an adviser of this organisation
reason-you-invited = you sent this invitation
reason-you-review = you promised to look again on this day
reason-you-facilitate = you facilitate this
reason-you-raised = you came forward to take part
reason-you-ask = you ask people for this
reason-you-can-be-found = you can be found
reason-you-hand-over = you hand something over or take it over
reason-you-follow-issue = you follow this
reason-you-follow-theme = you follow this theme
reason-you-follow-region = you follow this region

## Help
help-title = Help
help-chapters = Chapters
help-lead = How it works, in short chapters.

## Networks

networks-title = Networks
networks-lead = Standing circles of people, each with a purpose and a room of its own.
networks-none-title = There are no networks yet
networks-none-text = As soon as there is a network that you may read about, it stands here.
networks-found = Networks found
network-badge = Network
network-unnamed = Network without a name
network-new = Start a network
network-new-lead = Begin with the kind and a name. Only you see it, until you open it.
network-like-it = New network after this example
network-like-lead = The new network begins with the charter of ‘{ $name }’. After that you can change everything. Only you see it, until you open it.
network-like-it-for = New network after this example, for { $name }
network-like-taken = This is taken over
network-like-not = People, conversations and knowledge products do not come along. Neither does a last day.
network-like-terms = Themes and regions
network-first = Begin with a first text for this kind of network
network-first-said = Purpose: ‘{ $purpose }’ There are house rules too. You can change everything.
network-first-hint = No text of your own yet? Then we fill in a purpose and house rules that suit this kind. What you wrote yourself stays.
network-first-use = Fill in a first text
network-first-done = The first text is filled in. You can change it.
network-edit-title = The charter
network-charter = What the network is for
network-kind = What kind of network is it?
network-kind-knowledge = Knowledge network
network-kind-knowledge-hint = People who know a lot about a subject and share it.
network-kind-theme = Theme group
network-kind-theme-hint = People who work on one theme together for a while.
network-kind-advisory = Advisory council
network-kind-advisory-hint = People who advise, asked and unasked.
network-kind-learning = Learning network
network-kind-learning-hint = People who learn from each other’s work.
network-kind-session = One-off conversation
network-kind-session-hint = One conversation, and then it is done.
network-name = Name
network-name-hint = Short and easy to recognise. Mind: a name can give away who somebody is.
network-purpose = What is it for?
network-purpose-hint = One or two sentences. Whoever may find the network reads this first.
network-purpose-knowledge = Together we know a lot about this subject. We share what we know, and make it useful for whoever starts on it tomorrow.
network-purpose-theme = We work on this theme together for a while. In the end there is something that others can go on with.
network-purpose-advisory = We tell what is going on and what would help, asked and unasked, to those who decide about it.
network-purpose-learning = We learn from each other's work: what works, what does not, and why.
network-purpose-session = One conversation about this question, with people who each see something else of it.
network-mandate = What may the network do?
network-mandate-hint = Does it advise, and whom? Does it decide anything? May be left empty.
network-about = How does it work?
network-house-rules = House rules
network-house-rules-hint = Whoever joins agrees with the house rules first. If you change them later, everybody is asked again.
network-rules-begin = Begin with an example
network-rules-knowledge =
    1. Tell what you know or saw yourself. Do not speak of a group as if it had one opinion.
    2. What is said here stays here. You may tell what you learnt, without a name and without a place.
    3. Say where something comes from.
    4. Do you speak for an organisation? Say so.
network-rules-theme =
    1. We let each other finish, also when it chafes.
    2. Whoever promises something does it, or says that it will not happen.
    3. What is said here stays here until we decide together to share it.
network-rules-advisory =
    1. We speak for ourselves, not for a neighbourhood or a group.
    2. We need not agree. Another view goes into the advice too.
    3. What somebody tells of home, you do not pass on.
network-rules-learning =
    1. No names, no addresses, nothing by which somebody can be recognised.
    2. First ask questions, only then give advice.
    3. A mistake is something to learn from. Nobody is blamed for it.
network-rules-session =
    1. Everybody speaks once before anybody speaks twice.
    2. What is said here stays here.
    3. Afterwards you read what is done with it.
network-target-size = About how many people?
network-target-size-hint = From 3 to 150. With 15 to 30 people you still get to know each other. May be left empty.
network-aims-at = It aims at some { $size } people.
network-vacancies = Whom does the network look for?
network-vacancies-hint = Which perspectives belong in it, and how many people of each? Nobody sees who brings which perspective.
network-visibility = Who may know that the network exists?
network-visibility-legend = Who reads the charter?
network-visibility-hint = What is said inside is read only by those who take part. This choice is fixed once you open the network.
network-visibility-invited = Only who is in it
network-visibility-tenant = Members of this organisation
network-visibility-platform = Everybody who is signed in
network-visibility-public = Everybody
network-readers-invited = Only those who were asked know of this network. What is said inside and who takes part, only those who take part see.
network-readers-tenant = Members of this organisation can read what this network is for. What is said inside and who takes part, only those who take part see.
network-readers-platform = Everybody who is signed in can read what this network is for. What is said inside and who takes part, only those who take part see.
network-readers-public = Everybody can read what this network is for. What is said inside and who takes part, only those who take part see.
network-rules-new = Do you agree with the house rules?
network-rules-new-text = The house rules have changed since you agreed. Please read them again.
network-rules-first-text = Whoever takes part in this network agrees with the house rules. You have not done so yet.
network-rules-put-text = People agreed with these rules. If you change them, everybody is asked once more, and everybody is told. Until you press the button nothing changes.
network-rules-put-label = Text of the house rules
network-rules-put = Put to everybody
network-rules-put-done = The new house rules are put to everybody.
network-agree = I agree with the house rules
ahead-title = Where this network goes
ahead-lead = Contact with other networks, going up into another network, or going on as another kind of network.
ties-none-title = No contact yet
ties-none-text = This network is not in contact with other networks yet.
ties-to-answer = Asking for contact
ties-tied = In contact
ties-waiting = Waiting for an answer
ties-past = Past
tie-unnamed = A network that you cannot read
tie-since = In contact, last changed on { $day }.
tie-asks = Has been asking for contact since { $day }. If nobody says anything, we forget the question after six weeks.
tie-waits = Asked on { $day }. If no answer comes, we forget the question after six weeks.
tie-declined-them = The other network said no on { $day }.
tie-declined-us = This network said no on { $day }.
tie-ended-us = Ended by this network on { $day }.
tie-ended-them = Ended by the other network on { $day }.
tie-why = Why they look for contact
tie-words = Words with the yes
tie-reason = Reason
tie-reason-maybe = Reason (may be left out)
tie-accept = Say yes
tie-accept-text = From then on each network sees the name of the other and what it is for. They do not see who is in it. Those who run the other network read your words.
tie-accepted = The networks are in contact.
tie-decline = Say no
tie-decline-text = Those who run the other network read your reason, without your name. They cannot ask again for three months.
tie-declined = The other network reads your reason.
tie-withdraw = Take the question back
tie-end = End it
tie-end-text = It ends at once. For the next thirty days the networks cannot ask each other again.
tie-ended = Ended.
tie-merge = Go up into this network
tie-merge-text = You propose that your network goes up into the other. If the other says yes, we ask everybody whether they want to come along. After that you close your network with an outcome.
tie-merge-proposed = The proposal is made.
tie-take-in = Take the network in
tie-take-in-text = People in the other network will read the name, the purpose and the house rules of your network. Whoever says yes and agrees with the house rules comes in. That is possible for sixty days.
tie-taken-in = We ask its people whether they want to come along.
tie-refuse = Rather not
tie-call-off = Call it off
tie-call-off-text = Nobody is asked any more. Whoever came along already stays where they are.
tie-called-off = It is called off.
tie-would-us = This network proposes to go up into { $name }.
tie-would-them = { $name } proposes to go up into this network.
tie-merging-us = This network goes up into { $name }. People can come along until { $day }. Close the network with an outcome when you are done.
tie-merging-them = { $name } goes up into this network. Its people can come along until { $day }.
tie-merged-us = This network went up into { $name }.
tie-merged-them = { $name } went up into this network.
tie-ask-title = Ask another network for contact
tie-ask-text = Those who run the other network read the name and the purpose of your network, and why you look for contact. They do not hear who is in your network.
tie-ask-whom = Which network?
tie-ask-whom-hint = Only networks whose charter you may read, and with which nothing is going on yet.
tie-ask-search = Search by name
tie-ask-search-hint = A part of the name is enough.
tie-ask-not-found = No network found with these letters in its name.
tie-ask-nobody = There is no other network to ask now. You only ask a network of which you may read what it is for.
tie-ask-motivation = Why do you look for contact?
tie-ask-motivation-hint = Write no names of people who are in it.
tie-ask = Ask for contact
tie-ask-sent = The question is asked.
talks-title = Talking together with another network
talk-propose = Propose a joint conversation
talk-propose-text = If { $name } says yes, there is a closed conversation of both networks together. You and whoever says yes run it, and then see each other's name. Everybody in both networks is asked whether they want to come, and reads the name and the purpose of the other network with that. Nobody is put into it.
talk-subject = About what?
talk-subject-hint = This is what the conversation is called. Do not write names of members.
talk-purpose = Why together?
talk-purpose-hint = Whoever runs the other network reads this. If it says yes, the conversation opens with this, under your name.
talk-until = Until which day?
talk-until-hint = Choose a day after today, within a year. After it the conversation closes, and whoever took part can go on reading it.
talk-send = Propose it
talk-sent = The proposal is made.
talk-with = Together with
talk-waits = Proposed on { $day }. Without an answer within thirty days the proposal lapses.
talk-asks = Proposed by the other network on { $day }. If nobody says anything, it lapses after thirty days.
talk-would-end = The conversation would last until { $day }.
talk-withdrawn-on = Taken back on { $day }.
talk-open-until = Going on, until { $day }.
talk-ended-on = Over. It lasted until { $day }.
talk-accept = Say yes to the conversation
talk-accept-text = The conversation begins at once. You run it together with whoever proposed it, and you see each other's name. We ask everybody in both networks whether they want to come. With that they read the name and the purpose of the other network.
talk-accepted = The conversation has begun.
talk-decline = Say no to the conversation
talk-decline-text = Whoever runs the other network reads your reason, without your name.
talk-declined = The other network reads your reason.
talk-withdraw = Take the proposal back
talk-withdraw-text = The other network cannot answer it any more.
talk-withdrawn = The proposal is taken back.
talk-choice = Do you want to come? You choose. If you do not, you need not do anything.
talk-privacy = Whoever is in it sees your name, and not from which of the two networks you come. Others may guess it. Whoever does nothing is named to nobody.
talk-name-hint = This is how the others in the conversation know you.
talk-come = I take part
talk-came = You are in. The conversation is in your overview too.
merge-title = Will you come along?
merge-came-title = You come along
merge-text = This network goes up into another network:
merge-choice = You choose for yourself, until { $day }. If you do not want to come along, you need not do anything. You can go on reading what was said here.
merge-privacy = Nobody gets a list of who comes along. People in the other network may guess where you come from, because you come in at this time.
merge-rules = The house rules there
merge-name = Your name there
merge-name-hint = This is how the others in that network know you.
merge-come = I come along
merge-came = You are in the other network too now.
merge-over = It is too late to come along.
successor-title = This network went up into another
successor-text = Read on at
turn-title = Go on as another kind of network
turn-text = Everybody in the network hears of it and reads the reason. People, conversations and house rules stay as they are. A one-off conversation loses its end date.
turn-into = It becomes
turn-reason = Why?
turn-reason-hint = Everybody in the network reads this.
turn = Change the kind
turn-done = The network has changed its kind. Everybody hears of it.
turns-title = History
turned = { $day }: from { $from } to { $to }.
network-agreed = Thank you. We noted that you agree.
network-quiet-title = It has been quiet here for a while
network-quiet-text = Nobody has written anything for sixty days. Ask a question, invite somebody, or conclude the network with an outcome. Then everybody knows where they stand.

# The path of a member through a network: first weeks, resting, leaving
place-title = Your place in this network
place-lead = How you take part, and what you can change about it. Other members do not see this.
place-own = How do you take part?
place-to-own = Rest, come back or leave
place-to-members = Your place, and who takes part
place-orientation = Getting to know
place-active = Takes part
place-resting = Rests
place-until = until { $day }
place-orientation-text = You are getting to know this network, until { $day }. So you, and the network, can see whether it fits.
place-orientation-rights = You read everything and you write along. You cannot yet start a conversation or put somebody forward.
place-active-text = You take part.
place-resting-until = You rest, until { $day }.
place-resting-open = You rest, until you come back yourself.
place-resting-text = You get no mail about this network, except its outcome. What happens you can read among your notifications, if you like.
place-rest = Rest for a while
place-rest-text = You stay in the network, but we do not mail you. Whoever facilitates the network sees that you rest. No reason is needed.
place-rest-until = Until (not required)
place-rest-until-hint = Without a day you rest until you come back yourself.
place-rest-done = You rest. We do not mail you about this network.
place-back = I am back
place-back-done = Welcome back.
place-leave = Leave
place-leave-text = You can leave at any moment. You get a mail to thank you. What is said in the network you then do not read any more. What you wrote stays, unless you take it back.
place-leave-contact = The network may stay in contact with me
place-leave-contact-hint = Only if the facilitators wish it too. They then see your name and your email address, for a year. You can end it at any moment, under Contact requests. An address that somebody has read we cannot take back.
place-leave-title = Do you want to leave this network?
place-leave-sure = You then stop taking part at once. No contact remains.
place-leave-sure-contact = You then stop taking part at once. The facilitators may stay in contact if they wish it too.
heard-this-month = This month
heard-this-quarter = In the last three months
heard-longer-ago = Longer ago
heard-not-yet = Not yet
often-never = Not
often-sometimes = Now and then
often-often = Often
member-seen-title = What do the facilitators see of you?
member-seen-text = Only this, and only whoever facilitates this network. It is about the last year. There is no score and no order, except by name.
member-seen-heard = Wrote something in this network last
member-seen-asked = Asked by this organisation, for something else
member-seen-spoke = Wrote something in this network
members-here-title = Who takes part?
members-here-text = Only whoever facilitates this network sees this, and everybody sees their own line. See whether you not only ask people, but hear them too. It is about the last year.
orientation-weeks-title = Getting to know each other
orientation-weeks-text = Whoever is new can first get to know the network. That person reads everything and writes along, but does not yet start a conversation or put somebody forward. At the end you and the newcomer tell each other how it went. If nobody says “stop”, it goes on by itself two weeks after the last day.
orientation-weeks = How long do new people get to know the network?
orientation-weeks-none = Not: whoever comes in takes part fully at once
orientation-weeks-so-many = { $weeks } weeks
orientation-weeks-done = Saved. It holds for whoever comes in from now on.
orientation-own-title = How is it going?
orientation-own-text = You and the facilitators tell each other how the first weeks went. You read each other’s answer when both have answered, or when the last day is past. After 90 days we delete the answers.
orientation-other-text = You and this person tell each other how the first weeks went. You read each other’s answer when both have answered, or when the last day is past. Write only what you would say too. After 90 days we delete the answers.
orientation-evaluate = How is it going with { $name }?
orientation-well-newcomer = How has it been for you so far?
orientation-well-network = What does this person bring to the conversation?
orientation-needs = What should be different?
orientation-needs-hint = Not required.
orientation-send = Send my answer
orientation-send-again = Change my answer
orientation-sent = Your answer has been sent.
orientation-you = What you wrote
orientation-network = What the facilitators wrote
orientation-newcomer = What the newcomer wrote
orientation-waits-for-you = The other side has answered. You read it when you have answered yourself.
orientation-waits-for-other = The other side has not answered yet.
orientation-said-on = Wants to go on.
orientation-said-stop = Wants to stop.
orientation-decide-text = Do you want to go on? Only if both of you do, it goes on.
orientation-go-on = Go on
orientation-stop = Stop
orientation-stop-title = Do you want to stop?
orientation-stop-own = When the other side has chosen too, or two weeks after the last day, you do not take part any more. You then get a mail to thank you.
orientation-stop-other = When the other side has chosen too, or two weeks after the last day, this person does not take part any more. They then get a mail with thanks.
orientation-decided = Your choice has been noted.
alumni-title = Who left, and would like to stay in contact
alumni-text = These people offered themselves to stay in contact. Only when you wish it too do you see their address.
alumni-offers = Offers to stay in contact.
alumni-keep = We wish that too
alumni-decline = Rather not
alumni-end = End the contact
alumni-end-of = End the contact: { $name }
alumni-end-title = Do you want to end the contact?
alumni-end-text = You then do not see the name and the address any more. The other side is not told.
alumni-until = Will be deleted on { $day }.
alumni-no-address = There is no email address.
own-alumni-title = Networks that you left
own-alumni-text = With these networks you wished to stay in contact. You can end that at any moment.
own-alumni-agreed = The facilitators see your name and your email address.
own-alumni-offered = You offered it. The facilitators see only your name, until they wish it too.
own-alumni-end-text = The facilitators then do not see you any more, at once. An address that somebody has read we cannot take back.

# Exploring: what the first circle of an issue thinks
evaluation-title = Exploration
evaluation-lead = A small first circle looks whether the question is right and who is needed. After that the issue opens further, or stops.
evaluation-question = Is the question right?
evaluation-question-right = Yes, this is the right question
evaluation-question-different = No, ask it differently
evaluation-question-note = How would you ask it?
evaluation-question-note-hint = Only needed when the question is not right.
evaluation-missing = Who are we missing?
evaluation-missing-hint = Name a group or an experience, no names of people.
evaluation-advice = What do you advise?
evaluation-advice-widen = Go on, with more people
evaluation-advice-adjust = Change something first
evaluation-advice-stop = Stop
evaluation-advice-note = Why?
evaluation-advice-note-hint = Not needed when you want it to go on.
evaluation-choose = Choose what fits best.
evaluation-send = Give my opinion
evaluation-send-again = Save my opinion
evaluation-given = Your opinion is saved. Thank you.
evaluation-own = Your opinion
evaluation-who-reads = Whoever runs this issue reads your opinion, with your name. The others in the circle do not.
evaluation-answer-until = You can answer until { $day }.
evaluation-not-yet = Nobody has been asked yet. You will hear when it is time.
evaluation-over = It is too late to answer.
evaluation-never = Nobody was asked for an opinion.
evaluation-take-back = Take back my opinion
evaluation-take-back-title = Take back your opinion?
evaluation-take-back-text = Whoever runs the issue does not read it any more.
evaluation-ask = Ask for opinions
evaluation-ask-text = Everybody who takes part now gets three questions: is the question right, who are we missing, and what do you advise? You read the answers, with the names.
evaluation-ask-do = Ask the first circle
evaluation-ask-again = Opinions were asked for
evaluation-asked-until = Asked on { $asked }. They can be given until { $until }.
evaluation-ask-again-do = Choose another day and ask again
evaluation-until = Answers until
evaluation-asked = The first circle is told.
evaluation-answers = What the first circle thinks
evaluation-count = { $asked ->
    [one] { $given } of one person gave an opinion.
   *[other] { $given } of { $asked } people gave an opinion.
  }
evaluation-none-yet = There are no answers yet.
evaluation-next = And now?
evaluation-next-text = Widen the issue, change the question first, or stop with a reason. The first circle is told what you do.
evaluation-call-ask = Has the first circle thought along for long enough? Then ask what they think, before you ask more people.
evaluation-call-asked = You asked the first circle for an opinion.
evaluation-call-wait = You are one of the first to think along. Soon we will ask what you think of the issue.
evaluation-call-answer = Is the question right? Who are we missing? And what do you advise?
evaluation-call-given = You gave your opinion. Thank you.
evaluation-read = Read the opinions
evaluation-look = See the exploration
evaluation-give = Give your opinion
evaluation-change = See or change your opinion
evaluation-done-with = What did you do with the exploration? (optional)
evaluation-done-with-hint = Everybody who reads the issue reads this too.
issue-move-widen = Widen and open
notification-evaluation-asked = You are asked for your opinion

# The working agreement of an issue
agreement-title = Working agreement
agreement-lead = What we expect of each other, who does what, and how often you hear something. Only who takes part reads this.
agreement-expectations = What do we expect of each other?
agreement-expectations-hint = For instance: how we talk with each other, how much time it takes, what we do not do.
agreement-tasks = Who does what?
agreement-tasks-hint = Optional. Write down who takes on what.
agreement-rhythm = How often do you hear something?
agreement-rhythm-hint = Whoever runs the issue then writes in a conversation. If that does not happen, that person is reminded.
agreement-rhythm-none = We agree on nothing about that
agreement-rhythm-weekly = Every week
agreement-rhythm-fortnightly = Every two weeks
agreement-rhythm-monthly = Every month
agreement-says-none = Nothing is agreed on about that.
agreement-says-weekly = Whoever runs the issue says every week how it goes.
agreement-says-fortnightly = Whoever runs the issue says every two weeks how it goes.
agreement-says-monthly = Whoever runs the issue says every month how it goes.
agreement-says-until = This agreement lasts until { $day }.
agreement-version = Version { $version }, of { $day }
agreement-ends = Lasts until (optional)
agreement-ends-hint = On that day whoever runs the issue is reminded.
agreement-make = Make a working agreement
agreement-make-text = Everybody who takes part is told, reads the agreement and says whether they agree. Whoever does not agree can still take part.
agreement-change = Change the agreement
agreement-change-text = If you change the agreement, everybody is asked once more, and everybody is told. Until you press the button nothing changes.
agreement-put = Put to everybody
agreement-put-done = The agreement is put to everybody.
agreement-none = There is no working agreement yet.
agreement-who = Who agrees?
agreement-count = { $people ->
    [one] { $count } of one person agrees.
   *[other] { $count } of { $people } people agree.
  }
agreement-waiting = Not yet agreed, only you read this:
agreement-agree = I agree
agreement-agreed = You agreed.
agreement-agreed-done = Thank you. You agreed.
agreement-call = Read what we expect of each other, and say whether you agree.
agreement-read = Read the agreement
notification-agreement-put = There is a working agreement
notification-report-due = Say how it goes
notification-agreement-ended = The working agreement has ended

# Asking from a list of addresses
sheet-title = Ask from a list
sheet-about = Do you have a list of e-mail addresses, for instance from a neighbourhood council? Then ask everybody on it at once, two hundred at most.
sheet-open = Choose or paste a list
sheet-lead = Put only e-mail addresses on the list, and a language if you know it. Names and other data are refused.
sheet-file = File (CSV)
sheet-lines = Or paste the lines here
sheet-lines-hint = One address on each line, with the language behind it if you like: name@example.org;en
sheet-origin = Where do these addresses come from?
sheet-origin-hint = Everybody you ask reads this in the mail. For instance: you signed up with the neighbourhood council.
sheet-text-hint = Everybody on the list reads this in the mail. Optional.
sheet-send = Ask everybody on the list
sheet-sent = { $lines ->
    [one] { $sent } of one line: invitation sent
   *[other] { $sent } of { $lines } lines: invitation sent
  }
sheet-line = Line { $line }:
sheet-outcome-not-an-address = this is not an e-mail address
sheet-outcome-unknown-language = we do not know this language, choose nl or en
sheet-outcome-twice = this address stands above already
# Picking up together
notification-join-asked = Pick up an issue together?
notification-join-accepted = Picked up together
notification-join-declined = Not picked up together
notification-join-ended = No longer together
notification-handover-offered = A colleague wants to hand something over to you
notification-handover-answered = A colleague answered your handover
notification-handover-taken = There is another facilitator
issue-together = Issue of { $owner }, together with { $joined }
issue-with = Together with { $name }
issue-of = Issue of { $name }
issue-join = Pick up together
issue-invite-for = Invite on behalf of { $name }
joins-title = Picking up together
joins-lead = Issues that your organisation picks up together with others, and what organisations ask each other about them. Only advisers and owners of your organisation see this.
joins-none-title = Nothing picked up together yet
joins-none-text = Open an issue of your own organisation or of another, and choose ‘Pick up together’.
joins-to-answer = Waits for your answer
joins-waiting = Waits for the answer of another
joins-joined = Picked up together
joins-past = Past
joins-show = Picking up together with others
join-asks-owner = { $name } wants to pick up this issue of your organisation together.
join-asks-joiner = { $name } asks your organisation to pick up this issue together.
join-asked-at = Asked on { $day }
join-waits = You asked this of { $name } on { $day }.
join-with = Of { $owner }, together with { $joiner }
join-since = Since { $day }
join-declined-by = { $name } said no on { $day }.
join-ended-by = { $name } stopped on { $day }.
join-why = Why
join-reason = Reason
join-accept = Pick up together
join-accepted = The name of your organisation stands with the issue now.
join-accepted-owner = { $name } stands with the issue now.
join-decline = Say no
join-decline-title = Not pick it up together?
join-decline-text = The other organisation reads why.
join-declined = Your answer was sent.
join-withdraw = Withdraw the request
join-withdraw-title = Withdraw the request?
join-withdraw-text = The other organisation does not see the request any more.
join-withdrawn = The request was withdrawn.
join-leave = Stop picking up together
join-leave-title = No longer together?
join-leave-text = The name of your organisation goes from the page. Invitations on behalf of your organisation that are still open stop working. Whoever takes part goes on taking part.
join-end-text = The name of the other organisation goes from the page. Its open invitations stop working. Whoever takes part goes on taking part. The other organisation reads why.
join-ended = You do not pick up this issue together any more.
join-terms = Themes and regions
join-terms-hint = This is how visitors of your organisation find this issue. Nothing changes for its owner.
join-terms-save = Keep themes and regions
join-terms-saved = The themes and regions were kept.
join-ask-title = Pick up together
join-ask-lead = Two organisations, one issue. The issue stays with { $owner }; both names stand on the page. Who may read along does not change.
join-ask-as = On behalf of which organisation do you ask this?
join-ask-whom = Which organisation do you ask?
join-ask-motivation = Why together?
join-ask-motivation-hint = The advisers of the other organisation read this, with the title and the core question of the issue.
join-ask-send = Ask
join-ask-sent = Your request was sent.
join-ask-nobody = Only an adviser or owner of an organisation can ask to pick up an issue together.
join-ask-over = Only an issue that is going on can be picked up together.
join-ask-all = Your organisation has joined already, or there is no other to ask.
joined-issues-title = Together with other organisations
waiting-join = Pick up together?
waiting-join-about = { $name } asks { $organisation } · { $day }
waiting-handover = Take over?
waiting-handover-about = { $organisation } · { $day }
similar-join = Is this the same question? Your organisation can join.
similar-join-action = Join ‘{ $title }’

handovers-title = Handing over
handovers-crumb = Organisation
handovers-lead = Are you leaving, or getting other work? Hand over what you run to a colleague. Nothing changes before your colleague says yes.
handovers-show = Hand over to a colleague
handovers-to-answer = Waits for your answer
handovers-waiting = Waits for your colleague
handovers-past = Earlier
handovers-none-title = You have nothing to hand over here
handovers-none-text = What you run stands here once you are the facilitator of an issue or a network of this organisation.
handover-offer-title = What do you hand over?
handover-own = What you run
handover-own-hint = Issues and networks of this organisation of which you are the facilitator.
handover-alone = You are the only one who runs this.
handover-left = What nobody runs any more
handover-left-hint = Whoever ran this is gone or stops. You can take it on yourself or ask a colleague.
handover-organisation = The organisation itself
handover-ownership = Also owner of this organisation
handover-ownership-hint = Your colleague becomes the owner. You stay a member, without a task.
handover-taker = To whom?
handover-taker-hint = You choose from the owners, conveners and publishers of this organisation.
handover-taker-choose = Choose a colleague
handover-taker-missing = Choose a colleague.
handover-taker-you = { $name } (yourself)
handover-stays = I go on taking part
handover-stays-hint = If you leave this empty, you leave the rooms that you hand over. What you wrote stays.
handover-words = What should your colleague know?
handover-words-hint = Only your colleague reads this. Do not write what people told you in confidence.
handover-words-of = Said with it
handover-offer = Ask your colleague
handover-offered = Asked { $name }.
handover-taken-on = You run this yourself now.
handover-to = To { $name }
handover-from = From { $name }
handover-waits = Asked on { $day }. If your colleague says nothing, it lapses on { $until }.
handover-asked = Asked on { $day }. You can answer until { $until }.
handover-accepted-at = Taken over on { $day }
handover-declined-at = Not taken over, on { $day }
handover-withdrawn-at = Taken back on { $day }
handover-with-ownership = Also: owner of this organisation.
handover-giver-stays = Whoever hands over goes on taking part.
handover-giver-goes = Whoever hands over leaves these rooms.
handover-reason = Why not?
handover-accept = Take over
handover-accepted = You took it over. Whoever takes part hears of it.
handover-decline = Do not take over
handover-declined = Your colleague hears that you do not take it over.
handover-decline-title = Do not take over
handover-decline-text = Your colleague reads why, and can ask somebody else.
handover-withdraw = Take back
handover-withdrawn = You took it back.

# Reporting and moderating
post-report = Report this contribution
post-held-hidden = This contribution is hidden for a while. The log of this conversation says why.
post-held-returned = This contribution is back with who wrote it, to be changed.
post-held-removed = This contribution was removed. The log of this conversation says why.
pace-closed = The facilitator closed this conversation. You can still read it.
pace-rests = This conversation rests until { $until }. After that everybody can write again, by itself.
pace-slow = { $minutes ->
    [one] This conversation goes slower: one post a minute.
   *[other] This conversation goes slower: one post in { $minutes } minutes.
}
pace-again = You can write again from { $until }.
pace-why = The facilitator says why: { $why }
composer-paused = You cannot write in this issue up to and including { $until }. After that you can again, by itself. You can read along.
composer-paused-why = Why?
report-title = Report contribution { $number }
report-reason = What is wrong?
report-reason-unlawful = It is against the law
report-reason-hate = Hate or discrimination
report-reason-threat = Threats or violence
report-reason-private-data = Somebody’s private data
report-reason-child-abuse = Sexual abuse of children
report-reason-house-rules = Against the house rules
report-reason-spam = Advertising or spam
report-reason-other = Something else
report-reason-missing = Choose what is wrong.
report-words = Explain what is wrong
report-words-hint = Which sentence, and why is it not acceptable? That helps whoever decides.
report-good-faith = To the best of my knowledge, what I report is true and complete. This is needed when you say that something is against the law.
report-who-learns = Nobody in this conversation learns that you reported this, and neither does whoever decides.
report-danger = Is somebody in danger? Call 112.
report-send = Report
report-done = Your report came in. You will hear what comes of it.
report-state-received = Your report came in. Somebody is looking at it.
report-state-decided = There is a decision.
report-state-appealed = You objected. Somebody else is looking at it again.
appeal-title = Do you disagree?
appeal-text = You can object until { $until }. Somebody else than who decided looks at it again.
appeal-words = Why do you disagree?
appeal-send = Object
appeal-done = Your objection came in. Somebody else looks at it.
appeal-own = Your objection
appeal-waits = Somebody else is looking at it. You will hear the answer.
appeal-granted = You were right.
appeal-refused = The decision stays as it was.
moderated-title = Reports and decisions
moderated-lead = What you reported and what came of it, and what was decided about your own contributions.
moderated-decisions = About your contributions
moderated-reports = What you reported
moderated-none-title = There is nothing here
moderated-none-text = You reported nothing, and nothing was decided about your contributions.
moderated-place = Contribution { $number } at { $organisation }
moderated-to-post = To the conversation
moderated-reported-at = Reported on { $day }
moderated-decided-at = Decided on { $day }
moderated-rule = The rule or law
moderated-facts = The facts
moderated-own-words = What you wrote
moderated-rewrite-title = Change your contribution
moderated-rewrite-text = As soon as you save, your contribution is there again. Nobody can read any more what was there before.
moderated-rewrite-label = Your contribution
moderated-rewrite-send = Save and put back
moderated-rewrite-done = Your contribution is there again.
moderated-rewritten = You changed it on { $day }. It is there again.
act-leave = Nothing done: the contribution stays
act-hide = Hidden up to and including { $until }
act-return = Back to who wrote it, to be changed
act-remove = Removed
act-upheld = Objection: the decision stays
act-reversed = Objection: the decision was undone
act-warned = Warning
act-paused = May not write up to and including { $until }
ground-law = The law
ground-rules = The house rules
queue-title = Moderating
queue-lead = Contributions that somebody reported and that you can decide about.
queue-waiting = Waiting for a decision
queue-decided = Decided
queue-none-title = Nothing is waiting
queue-none-text = Nobody reported anything that you can decide about.
queue-none-decided = Nothing was decided here yet.
queue-behind-doors = { $count ->
    [one] One report is waiting in a closed conversation of your organisation. Who runs the conversation decides. You only see it when that person cannot, or after a week.
   *[other] { $count } reports are waiting in closed conversations of your organisation. Who runs the conversation decides. You only see them when that person cannot, or after a week.
}
queue-item = Contribution { $number } in { $thread }
queue-item-closed = Contribution { $number } in a closed conversation
queue-count = { $count ->
    [one] One report
   *[other] { $count } reports
}
queue-since = since { $day }
queue-appealed = Somebody objected
queue-mine = You have this in hand until { $moment }
queue-taken = Somebody else has this in hand until { $moment }
case-claim = Take in hand
case-claim-hint = For two hours nobody else decides about it.
case-release = Give back
case-released = You gave it back. Somebody else can take it.
case-own = You decided about this yourself, or you are a party to it. Somebody else looks at the objection.
case-post = What it says
case-post-by = Written by { $name }
case-post-gone = Who wrote this took the text back.
case-post-held = Others do not read this text now.
case-post-hidden = You read the text once you have this in hand.
case-before = Earlier versions
case-reports = What people report
case-with-account = Somebody with an account
case-without-account = Somebody without an account
case-history = Decided before about this contribution
case-appeals = Objection
case-appeal-author = By who wrote this
case-appeal-reporter = By who reported this
case-decide-title = Your decision
case-act = What happens to the contribution?
case-act-leave = It stays
case-act-hide = Hide until a date
case-act-return = Back to who wrote it, to be changed
case-act-remove = Remove
case-until = Hidden up to and including
case-person = And who wrote it?
case-warn = Warn that this may not happen again
case-pause = Not let them write in this issue for a while
case-pause-until = Not write up to and including
case-ground = What does this rest on?
case-ground-none = Choose
case-rule = Which rule or law?
case-rule-hint = For example: house rule 3, or article 137c of the Dutch Criminal Code.
case-facts = Why?
case-facts-hint = Who wrote this reads it. Say what was there and why it is not acceptable, without naming anybody.
case-canned = Begin with a standard sentence
case-canned-none = Choose a sentence, or write your own
case-canned-person = You write about somebody and not about what they think.
case-canned-group = You write about a group of people as if they were all the same. That hurts those who belong to it.
case-canned-private = Your contribution holds data by which somebody can be recognised. They did not agree to that.
case-canned-threat = Your contribution can frighten somebody.
case-canned-off-topic = Your contribution is not about the subject of this conversation.
case-canned-allowed = The contribution is sharp, but stays with the subject. That is allowed here.
case-decide = Decide
case-decided = It is decided. Those concerned will hear.
case-answer-title = Your answer to the objection
case-granted = Is this person right?
case-granted-yes-author = Yes: the contribution comes back
case-granted-yes-reporter = Yes: I take a new decision next
case-granted-no = No: the decision stays
case-answer = Answer
case-answered = Your answer was sent.
case-missing = Choose first.
log-title = Log
log-lead = What was moderated in this conversation. Everybody who reads the conversation can read this.
log-none-title = Nothing was moderated
log-none-text = No contribution in this conversation was reported and judged.
log-post = Contribution { $number }
log-post-of = Contribution { $number } by { $name }
log-from-outside = Decided by somebody of the organisation who does not run this conversation.
log-show = Log: what was moderated here
log-to-queue = Reports in this conversation
notification-report-received = Your report came in
notification-report-waiting = Somebody reported a contribution
notification-post-moderated = Something was decided about a contribution of yours
notification-report-decided = There is a decision about what you reported
notification-appeal-waiting = Somebody objected to a decision
notification-appeal-answered = There is an answer to an objection
reason-you-posted = you wrote this contribution
reason-you-reported = you reported this
reason-you-moderate = you can decide about this

# Facilitating
cockpit-issue-title = Facilitate
cockpit-issue-lead = How do the conversations go? Only those who run this see this page.
cockpit-issue-show = Facilitate: how do the conversations go?
cockpit-none-title = There are no conversations yet
cockpit-none-text = As soon as somebody opens one, you see here how it goes.
cockpit-to-issue = To the page
cockpit-rooms = Conversations
cockpit-thread-show = Facilitate this conversation
cockpit-title = Facilitate: { $title }
cockpit-lead = How does this conversation go, and what can you do? Only those who run this see this page.
cockpit-all = All conversations
cockpit-hot = It goes fast here
cockpit-calm = Calm
cockpit-slowed = Slower
cockpit-resting = At rest
cockpit-closed = Closed
cockpit-heat-now = In the last 24 hours: { $last ->
    [one] one post
   *[other] { $last } posts
}. In the thirteen days before: { $before }.
cockpit-heat-fast = That is more than { $moreThan }, and more than { $times } times what a day had on average before. That is why it says that it goes fast.
cockpit-heat-reports = { $reports ->
    [one] One reported post waits for a decision.
   *[other] { $reports } reported posts wait for a decision.
}
cockpit-heat-rule = A conversation goes fast with more than { $moreThan } posts in 24 hours and more than { $times } times the average of the thirteen days before, or when { $reports } reported posts wait. Nobody reads what they say for that.
cockpit-to-reports = Look at the reports
cockpit-pace-title = Pace
cockpit-pace-hint = Posts per 24 hours, the last fourteen days.
cockpit-pace-day = { $ago ->
    [0] Last 24 hours
    [one] One day earlier
   *[other] { $ago } days earlier
}
cockpit-table = As a table
cockpit-table-day = When
cockpit-table-posts = Posts
cockpit-shares-title = Who speaks in which capacity?
cockpit-shares-hint = Posts of the last thirty days.
cockpit-shares-none = Nobody wrote anything in the last thirty days.
cockpit-share = { $posts ->
    [one] one post
   *[other] { $posts } posts
} ({ $percent }%)
cockpit-capacity-personal = In a personal capacity
cockpit-capacity-on-behalf = On behalf of an organisation
cockpit-capacity-official = As a civil servant
cockpit-closed-room-title = Who speaks is not shown here
cockpit-closed-room-text = In this conversation nobody knows who writes what. That stays so, also for who facilitates it.
cockpit-quiet-title = Who has not spoken yet?
cockpit-quiet-none = Everybody who takes part wrote something here.
cockpit-quiet-hint = Not writing can mean many things. Ask kindly, or leave it.
cockpit-questions-title = Questions without an answer
cockpit-questions-none = Every question in this issue has a chosen answer.
cockpit-words-title = Words that speak about a group
cockpit-words-hint = These posts have words that are on your organisation's list. A word says nothing about who wrote it: read the post, and maybe ask for their own experience.
cockpit-words-none = The newest posts have no word of the list.
cockpit-words-post = Post { $number }: ‘{ $phrase }’
cockpit-words-list = See the list of words
cockpit-acts-title = What can you do?
cockpit-act-round = Open a round: everybody speaks once
cockpit-no-act = You cannot change anything in this conversation now, because the issue is not open.
pace-form-title = Choose the pace
pace-form-legend = How does the conversation go on?
pace-form-free = As usual: everybody writes when they want
pace-form-slow = Slower
pace-form-slow-hint = Everybody waits a while between two posts. You do not.
pace-form-slow-label = Time between two posts of the same person
pace-form-slow-minutes = { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
pace-form-slow-hours = { $hours ->
    [one] one hour
   *[other] { $hours } hours
}
pace-form-rest = Let it rest
pace-form-rest-hint = Until a moment only you write. After that it goes on by itself.
pace-form-rest-label = Until when?
pace-form-rest-most = Seven days at most.
pace-form-close = Close it
pace-form-close-hint = Everybody can still read the conversation. You can open it again later.
pace-form-why = Why?
pace-form-why-hint = Everybody in the conversation reads this.
pace-form-now = Chosen last, for this reason: { $why }
pace-form-set = Set it
pace-form-done = Done. Everybody in the conversation reads why.
pace-form-stale = Somebody else set something in the meantime. What holds now is above. What you chose is still here: press again to set it anyway.
pace-form-rest-missing = Choose until when the conversation rests.
summary-title = Summary
summary-lead = What was said in this conversation so far. The facilitator writes it, everybody reads all versions.
summary-when = Version { $version }, { $moment }
summary-none-title = There is no summary yet
summary-none-text = The facilitator can write one. It goes on top of the conversation.
summary-more = All versions
summary-write-first = Write a summary
summary-write-next = Write a new version
summary-body = Text of the summary
summary-body-hint = Refer to posts with a link: copy it from the menu of the post. Better not to name people.
summary-put = Put on top of the conversation
summary-put-done = The summary is on top of the conversation.
summary-versions = Versions
summary-version = Version { $version }
summary-version-changed = What changed in version { $version }
composer-ended-now = Do you want to talk on? The other conversations are on the page.
composer-moved = This conversation goes on in another one. You can write there.
composer-issue-paused = This issue is paused. When it goes on, you can write here again. You need not do anything.
composer-issue-closed = Nobody writes in this issue now. You can still read everything. The page says how it stands.
composer-observer = You listen along here. Do you want to write as well? Ask whoever runs this.
composer-outside = You read along here. Whoever takes part can write. The page says how you can take part.
words-title = Words that we watch
words-lead = These words often speak about a group, and not from experience. Whoever facilitates a conversation sees in which posts they are. Nothing more happens: nobody gets a label.
words-none-title = There are no words on the list yet
words-none-text = Then nothing points a facilitator to words in posts.
words-change = Change the list
words-item = Rule { $number }
words-phrase = Word or words
words-why = Why do we watch this?
words-add = Add a rule
words-remove = Remove: rule { $number }
words-save = Save the list
words-saved = The list is saved. Everybody of the organisation can read it.
words-stale = Somebody else changed the list in the meantime. Their list is above, yours is still below. Press again to save yours.
parked-title = Set aside
parked-lead = Subjects for later, so that they are not lost.
parked-none = Nothing is set aside.
parked-came-up = Where it came up
parked-taken-up = Taken up on { $day }
parked-taken-up-in = To that conversation
parked-add = Set a subject aside
parked-label = Subject
parked-label-hint = Everybody who takes part reads this. Better not to name people.
parked-post = Link to a post (optional)
parked-post-hint = Copy the link from the menu of the post.
parked-post-wrong = This is no link to a post in this issue.
parked-park = Set aside
parked-done = The subject is set aside.
parked-take-up = Taken up
parked-take-up-name = Taken up: { $title }
parked-take-up-title = Where do you talk about it?
parked-take-up-where = Conversation
parked-take-up-nowhere = Somewhere else
parked-take-up-done = It says that it was taken up.

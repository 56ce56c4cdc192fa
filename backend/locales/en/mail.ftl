# What mails say.

mail-greeting = Hello,
mail-greeting-name = Hello { $name },
mail-contact = Questions? You can reach { $sender } at { $contact }.
mail-unsubscribe = Stop these mails
mail-fewer = Fewer or no mails about this
mail-fewer-all = Fewer or no mails from us
mail-level-at-once = At the moment you get these mails at once.
mail-level-daily = At the moment you get one mail a day about this.
mail-level-weekly = At the moment you get one mail a week about this.
mail-level-off = At the moment you get no mail about this.

mail-sign-in-subject = { $code } is your code for { $sender }
mail-sign-in-code = With this code you sign in to { $sender }:
mail-sign-in-or-link = Or click the button. It takes you to a page that asks once more whether you want to sign in.
mail-sign-in-button = Sign in
mail-sign-in-valid = The code and the button work for a quarter of an hour.
mail-code-not-you = Did you not ask for this? Then you need not do anything. Never give the code to anybody else.
mail-sign-in-reason = You get this mail because somebody asked { $sender } for a code for this address.

mail-verify-subject = Confirm this address: { $code }
mail-verify-code = Somebody wants to add this address to an account at { $sender }. Is that you? Type this code on the page where you entered the address:
mail-verify-valid = The code works for a quarter of an hour.
mail-verify-not-you = Was it not you? Then do nothing: without the code nothing happens. Never give the code to anybody else.
mail-verify-reason = You get this mail because somebody who is signed in at { $sender } entered this address.

mail-address-subject = Your e-mail addresses have changed
mail-address-what = The e‑mail addresses that you sign in with at { $sender } have changed.
mail-password-subject = Your password has changed
mail-password-what = The password that you sign in with at { $sender } has changed.
mail-account-not-you = Did you do this yourself? Then you need not do anything. Was it not you? Then look at once how you sign in. There you see which addresses you have and can sign out everywhere.
mail-account-button = See how I sign in
mail-account-reason = You get this mail because something changed in your account at { $sender }. You cannot switch these mails off.

mail-erase-code-subject = { $code } is your code to have your data erased
mail-erase-code = You want { $sender } to erase everything about you. Type this code on the page where you asked for it:
mail-erase-code-reason = You get this mail because somebody who is signed in to your account asked to erase your data.
mail-erasure-asked-subject = Your data will be erased in seven days
mail-erasure-asked-what = You asked { $sender } to erase everything about you. That happens in seven days. You then get one more mail.
mail-erasure-asked-stop = Do you not want this after all, or did you not ask for it yourself? Sign in and stop it. You can until it begins, with one click.
mail-erasure-button = See it or stop it
mail-erasure-stopped-subject = Your data will not be erased
mail-erasure-stopped-what = Erasing your data at { $sender } was stopped. Nothing has changed.
mail-erased-subject = Your data is being erased now
mail-erased-what = { $sender } is now erasing everything about you. It takes some minutes. You are signed out everywhere, and this is the last mail: after it we do not know this address any more.
mail-erased-kept = What stays in conversations stands there without your name. Where an organisation suspended deletion, text that you had erased goes in the night after that is over. You may begin anew at any time, with this address or another one: you are somebody new then.

mail-reply-subject = New in { $issue }
mail-reply-intro = { $count ->
    [one] There is a new post in “{ $issue }”.
   *[other] There are { $count } new posts in “{ $issue }”.
}
mail-reply-closed = { $count ->
    [one] There is a new post in this conversation. Its text is not in this mail: only participants can read it.
   *[other] There are { $count } new posts in this conversation. Their text is not in this mail: only participants can read it.
}
mail-reply-subject-hidden = Something new in a closed conversation
mail-reply-button = Read and answer
mail-speaker-on-behalf = { $name }, on behalf of { $organisation }
mail-speaker-official = { $name }, as an official
mail-speaker-official-of = { $name }, as an official, { $organisation }
mail-news-button = See it on the platform
mail-news-why = Explanation
mail-news-hidden = What it is about, and why, is not in this mail: you read that on the platform only.
mail-digest-subject = { $count ->
    [one] One new message for you
   *[other] { $count } new messages for you
}
mail-digest-intro = { $count ->
    [one] Since the last overview one thing happened that you want to know of.
   *[other] Since the last overview { $count } things happened that you want to know of.
}
mail-digest-hidden = Closed conversations
mail-digest-line = { $line } ({ $day })
mail-digest-talk = { $count ->
    [one] One new post in the conversation “{ $thread }”, on { $day }:
   *[other] { $count } new posts in the conversation “{ $thread }”. The newest is of { $day }:
}
mail-digest-talk-closed = { $count ->
    [one] One new post in the conversation “{ $thread }”, on { $day }. Its text is not in this mail: only participants can read it.
   *[other] { $count } new posts in the conversation “{ $thread }”. The newest is of { $day }. Their text is not in this mail: only participants can read it.
}
mail-digest-link = See this at { $sender }
mail-digest-link-thread = Read the conversation “{ $thread }”
mail-digest-link-hidden = Read it on the platform

mail-subject-issue-moved = News about { $issue }
mail-subject-proposal-received = New proposal: { $issue }
mail-subject-proposal-accepted = Your proposal is accepted: { $issue }
mail-subject-proposal-declined = Your proposal is declined: { $issue }
mail-subject-issue-published = New: { $issue }
mail-subject-outcome-published = Outcome: { $issue }
mail-subject-outcome-review-due = Look back today: { $issue }
mail-subject-hand-raised = Somebody wants to take part: { $issue }
mail-subject-hand-objected = Objection: somebody wants to take part in { $issue }
mail-subject-hand-late = Somebody waits for your answer: { $issue }
mail-subject-hand-refused = About taking part in { $issue }
mail-subject-waves-ended = Asking in waves is done: { $issue }
mail-subject-network-quiet = It is quiet in { $issue }
mail-subject-nomination-asked = Whom do you think of? A question to { $issue }
mail-subject-contact-asked = Somebody asks you for contact
mail-subject-network-rules = New house rules: { $issue }
mail-subject-orientation-ends = The first weeks are nearly over: { $issue }
mail-subject-orientation-over = The first weeks are over: { $issue }
mail-subject-network-turned = { $issue } goes on in another way
mail-subject-tie-asked = Another network looks for contact with { $issue }
mail-subject-tie-news = News from another network for { $issue }
mail-subject-network-merging = Will you come along? { $issue } goes up into another network
mail-subject-talk-proposed = Another network wants to talk with { $issue }
mail-subject-talk-declined = The joint conversation of { $issue } is not going to happen
mail-subject-talk-asked = Will you come? { $issue } talks with another network
mail-subject-talk-ended = Over: { $issue }
mail-subject-evaluation-asked = What do you think? { $issue }
mail-subject-agreement-put = Working agreement: { $issue }
mail-subject-report-due = Time to report: { $issue }
mail-subject-agreement-ended = The working agreement ends: { $issue }
mail-subject-join-asked = { $name } asks to pick up an issue together: { $issue }
mail-subject-join-accepted = Picked up together with { $name }: { $issue }
mail-subject-join-declined = Not together with { $name }: { $issue }
mail-subject-join-ended = No longer together with { $name }: { $issue }
mail-subject-answer-accepted = Your post is the answer: { $thread }
mail-subject-question-answered = There is an answer to your question: { $thread }
mail-subject-named = Somebody named you: { $thread }
mail-subject-concern-heard = Your concern was heard: { $thread }
mail-subject-task-given = There is a task for you: { $issue }
mail-subject-task-due = The day of your task is coming: { $issue }
mail-subject-task-returned = Nobody does a task any more: { $issue }
mail-subject-speak-invited = { $name } invites you to say something: { $thread }
mail-subject-emergency-asked = A colleague at { $sender } asks for emergency access
mail-subject-emergency-opened = Emergency access to a closed conversation at { $sender }
mail-subject-emergency-answered = An answer to your request for emergency access at { $sender }
mail-subject-hold-set = Nothing is deleted for now: { $issue }
mail-subject-hold-lengthened = Nothing is deleted for longer: { $issue }
mail-subject-hold-ended = Things are deleted again: { $issue }
mail-subject-hold-ends-soon = A suspension at { $sender } ends in a week
mail-subject-handover-offered = A colleague at { $sender } wants to hand something over to you
mail-subject-handover-answered = An answer to your handover at { $sender }
mail-subject-handover-taken = Another facilitator: { $issue }
mail-subject-product-published = New: { $product }

mail-line-thread-opened = New conversation: { $thread }
mail-line-replied = { $name } wrote in the conversation “{ $thread }”.
mail-line-replied-closed = There is a new post in the conversation “{ $thread }”. Its text is not in this mail: only participants can read it.
mail-line-hidden = There is something new in a closed conversation.
mail-hidden-room = a closed conversation
mail-hidden-issue = a closed issue
mail-reply-hidden = { $count ->
    [one] There is something new in a closed conversation. What, and about what, is not in this mail: you read that on the platform only.
   *[other] There is something new in { $count } closed conversations. What, and about what, is not in this mail: you read that on the platform only.
}
mail-line-proposal-received = Somebody proposes an issue: “{ $issue }”. Read the proposal and say whether { $sender } will take it up.
mail-line-proposal-accepted = { $sender } takes up your proposal “{ $issue }”.
mail-line-proposal-declined = { $sender } does not go on with your proposal “{ $issue }”. You can change it and send it in again.
mail-line-issue-published = New about a subject that you follow: “{ $issue }”.
mail-line-outcome-published = There is an outcome for “{ $issue }”. Read what was heard and what is done with it.
mail-line-outcome-review-due = You promised to look today at what came of “{ $issue }”. Note that you looked, and update the outcome if anything changed. Those who took part can read it there.
mail-line-hand-raised = Somebody wants to take part in “{ $issue }”. Read why, and answer within two weeks.
mail-line-hand-objected = Somebody who was not invited for “{ $issue }” objects. Will you look at it once more?
mail-line-hand-late = Somebody wants to take part in “{ $issue }” and waits for an answer. The two weeks that were promised are over.
mail-line-hand-refused = You cannot take part in “{ $issue }” this time. On the platform you read why.
mail-line-waves-ended = Your list to ask people in waves for “{ $issue }” is done. On the platform you read why, and which perspectives are still wanted.
mail-line-network-quiet = In the network “{ $issue }” nobody has written anything for sixty days. Ask a question, invite somebody, or conclude the network.
mail-line-nomination-asked = Those who run an issue ask whether you know somebody in your network ‘{ $issue }’ who fits. Who is in the network stays secret.
mail-line-contact-asked = Somebody asks you for contact.
mail-line-network-rules = The house rules of the network “{ $issue }” have changed. Read them, and say whether you agree.
mail-line-orientation-ends = In the network “{ $issue }” somebody’s first weeks come to an end. Say how it went and whether it goes on. If nobody says “stop”, it goes on by itself two weeks after the last day.
mail-line-orientation-over = In the network “{ $issue }” somebody’s first weeks are over. It goes on: whoever was new takes part fully now.
mail-line-network-turned = ‘{ $issue }’ has become another kind of network. You can read why, and what stays as it was.
mail-line-tie-asked = Another network asks for contact with ‘{ $issue }’. Read which network, and why, and say yes or no.
mail-line-tie-news = There is news about the contact of ‘{ $issue }’ with another network.
mail-line-network-merging = ‘{ $issue }’ goes up into another network. You come along only if you want to. Read why, and choose.
mail-line-talk-proposed = A network that ‘{ $issue }’ is in contact with proposes a joint conversation. Read what it is about, and say yes or no.
mail-line-talk-declined = The other network said no to the joint conversation with ‘{ $issue }’. On the platform you can read why.
mail-line-talk-asked = ‘{ $issue }’ talks with another network for a while. You take part only if you want to. Read what it is about, and choose.
mail-line-talk-ended = The day has come on which ‘{ $issue }’ was to end. The conversation is closed. Whoever took part can go on reading it. Thank you for taking part.
mail-line-evaluation-asked = You are one of the first to think along about “{ $issue }”. Say whether the question is right, who you miss, and what you advise.
mail-line-agreement-put = There is a working agreement for “{ $issue }”. Read it, and say whether you agree.
mail-line-report-due = You promised to report regularly on “{ $issue }”. You have written nothing since the last time. Let the others hear from you.
mail-line-agreement-ended = The working agreement of “{ $issue }” has ended. Make a new one, or conclude the issue.
mail-line-join-asked = { $name } asks your organisation to pick up ‘{ $issue }’ together. Read why, and answer.
mail-line-join-accepted = Your organisation and { $name } pick up ‘{ $issue }’ together. Both names stand with the issue now.
mail-line-join-declined = { $name } does not pick up ‘{ $issue }’ together with your organisation. On the platform you read why.
mail-line-join-ended = Your organisation and { $name } do not pick up ‘{ $issue }’ together any more. Whoever takes part goes on taking part.
mail-line-answer-accepted = What you wrote in “{ $thread }” was chosen as the answer to the question. Thank you.
mail-line-question-answered = In “{ $thread }” an answer was chosen to the question that you asked.
mail-line-named = A post in “{ $thread }” was changed. It names you now.
mail-line-concern-heard = In “{ $thread }” somebody wrote how your concern was heard. You can say whether you meant it so.
mail-line-task-given = In “{ $thread }” a task was given to you. If it does not suit you, hand it back there.
mail-line-task-due = The day of a task of yours in “{ $thread }” is coming, or is there. Is it done? You can say so there.
mail-line-task-returned = A task that you made in “{ $thread }” was handed back. Nobody does it now.
mail-task-what = What there is to do
mail-task-day = By { $day }.
mail-line-speak-invited = { $name } runs “{ $issue }” and invites you to say something in “{ $thread }”. You may stay silent, too. In the conversation you can say that you want no such notes there.
mail-line-emergency-asked = A colleague at { $sender } asks for emergency access to closed conversations. A second person is needed. Read why, and say yes or no.
mail-line-emergency-opened = Two people of { $sender } have emergency access to a closed conversation in which you take part. Follow the link to read who, why and until when.
mail-line-emergency-answered = There is an answer to your request for emergency access at { $sender }.
mail-line-hold-set = { $sender } deletes nothing from the conversations of “{ $issue }” for now. Beside each conversation you read why and until when.
mail-line-hold-lengthened = { $sender } deletes nothing from the conversations of “{ $issue }” for longer. Beside each conversation you read until when.
mail-line-hold-ended = { $sender } keeps nothing from being deleted any more: what is due goes from the conversations of “{ $issue }” again.
mail-line-hold-ends-soon = A suspension of deletion at { $sender } ends in a week. What is due goes after that. Lengthen it if that is needed.
mail-line-handover-offered = A colleague at { $sender } asks whether you take work over. Read what it is, and say yes or no.
mail-line-handover-answered = Your colleague at { $sender } answered what you wanted to hand over.
mail-line-handover-answered-yes = { $name } said yes, and takes over what you wanted to hand over at { $sender }.
mail-line-handover-answered-no = { $name } said no, and does not take over what you wanted to hand over at { $sender }. On the platform you read why.
mail-line-handover-taken = “{ $issue }” has another facilitator. The platform shows you who it is.
mail-outcome-heard = What we heard
mail-outcome-done = What we do with it
mail-outcome-not-done = What we do not do, and why
mail-outcome-you-can = What you can do yourself
mail-outcome-why = { $text } Why not: { $why }
mail-outcome-more = { $count ->
    [one] There is 1 more point on the platform.
   *[other] There are { $count } more points on the platform.
}
mail-outcome-review = On { $day } we look at what came of it.
mail-outcome-closed = The text is not in this mail, because the conversation is trusted. You can read the outcome on the platform.
mail-line-product-published = { $sender } has a new knowledge product: “{ $product }”.
mail-moved-orientation = “{ $issue }” is being explored.
mail-moved-open = “{ $issue }” is open. You can join the conversation.
mail-moved-concluding = “{ $issue }” is being concluded. You can still react.
mail-moved-paused = “{ $issue }” rests for a while.
mail-moved-withdrawn = “{ $issue }” was withdrawn.
mail-moved-closed = “{ $issue }” is closed.
mail-moved-archived = “{ $issue }” is archived.
mail-moved-draft = “{ $issue }” is a draft again.
mail-moved-proposed = “{ $issue }” was proposed.
mail-moved-declined = “{ $issue }” does not go ahead.

mail-reason-you-are-named = You get this mail because somebody names you in “{ $issue }”.
mail-reason-hidden = You get this mail because you take part in a closed conversation.
mail-reason-you-take-part = You get this mail because you take part in “{ $issue }”.
mail-reason-you-wrote = You get this mail because you proposed “{ $issue }”.
mail-reason-you-convene = You get this mail because you decide on proposals at { $sender }.
mail-reason-you-review = You get this mail because you wrote the outcome of “{ $issue }”.
mail-reason-you-facilitate = You get this mail because you facilitate “{ $issue }”.
mail-reason-you-raised = You get this mail because you came forward to take part in “{ $issue }”.
mail-reason-you-ask = You get this mail because you ask people for “{ $issue }”.
mail-reason-you-can-be-found = You get this mail because you can be found in the directory.
mail-reason-you-hand-over = You get this mail because you hand something over at { $sender }, or take it over.
mail-reason-you-asked = You get this mail because you asked for this at { $sender }.

mail-nomination-subject = { $nominator } thinks of you. May others know?
mail-nomination-intro = { $nominator } takes part in an issue at { $organisation } and thinks that you have something to bring to it.
mail-nomination-intro-network = { $nominator } is in a network at { $organisation } and thinks that you have something to bring to it.
mail-nomination-first = We ask you first. Nobody else knows of this. Only if you say yes, those who run the issue or network see your name and what is said of you above. You may get an invitation then, and may still decline it.
mail-nomination-button = Read and answer
mail-nomination-until = You can answer until { $until }. If you do not, we erase your address on that day. { $nominator } does not hear what you answer.
mail-nomination-reason = You get this one mail because { $nominator } gave your address or found you in the directory. We send no reminder.

mail-thanks-subject = Thank you for taking part
mail-thanks-intro = You took part in the network “{ $network }” of { $organisation }. Thank you for your time and for what you brought.
mail-thanks-gone = You do not take part any more. What is said in the network you cannot read any more. What you wrote yourself stays.
mail-thanks-contact = You offered to stay in contact. If the facilitators wish that too, they see your name and your email address, until { $day }. You can end that at any moment.
mail-thanks-button = See or end the contact
mail-thanks-reason = You get this one mail because you took part in this network.
mail-part-ended-subject = Your participation has ended
mail-part-ended-intro = You took part in ‘{ $issue }’ of { $organisation }. Whoever runs the conversation ended your participation. The reason:
mail-part-ended-intro-closed = You took part in a closed conversation of { $organisation }. Whoever runs it ended your participation. The reason:
mail-part-ended-gone = You can no longer read what is said. What you wrote yourself stays.
mail-part-ended-object = Do you disagree, or do you want what you wrote to go? Write to { $contact }.
mail-part-ended-reason = You get this one mail because you took part here.
mail-contact-subject = { $asker } asks you for contact
mail-contact-intro = { $asker } ({ $role } at { $organisation }) found you in the directory and asks you for contact. Your e‑mail address was not shown.
mail-contact-choice = You decide whether you answer. If you say no, or nothing, { $asker } hears nothing of it.
mail-contact-button = Read and choose
mail-contact-until = You can answer until { $until }. Then we erase the request.
mail-contact-reason = You get this mail because you can be found in the directory. You turn contact requests off at Profile.
mail-contact-answer-subject = { $name } answers your contact request
mail-contact-answer-intro = You asked for contact with { $name } by way of { $organisation }. This is the answer:
mail-contact-answer-address = { $name } gives you this address: { $address }. It is for you only.
mail-contact-answer-no-address = { $name } gives no address. You cannot answer this mail.
mail-contact-answer-issue = You can go on together here:
mail-contact-answer-reason = You get this one mail because you asked for contact.
mail-reason-you-follow-issue = You get this mail because you follow “{ $issue }”.
mail-reason-you-follow-theme = You get this mail because you follow the theme “{ $term }”.
mail-reason-you-follow-region = You get this mail because you follow the region “{ $term }”.
mail-reason-digest = You get this overview because you chose it in your settings.

mail-invitation-subject = { $inviter } invites you: { $title }
mail-invitation-subject-again = Reminder: { $inviter } invites you: { $title }
mail-invitation-again = You have not answered this invitation yet. A no is a good answer too: after it you get no more reminders.
mail-invitation-intro = { $inviter } asks you, for { $organisation }, to help think about an issue: a question that needs more people.
mail-invitation-intro-network = { $inviter } asks you, for { $organisation }, to join a network: a standing circle of people, with a room of its own to talk in.
mail-invitation-joined = This issue belongs to { $owner }. { $organisation } picks it up together with { $owner }.
mail-invitation-expected = What do we ask of you?
mail-invitation-expected-talking = You read and write in the conversation, whenever it suits you. You choose what you share and in which role you take part. You can stop at any time.
mail-invitation-expected-reading = You read the conversation, whenever it suits you. You need not write anything. You can stop at any time.
mail-invitation-expected-translating = You read the conversation and put what others say there into another language, so that more people can follow it. You say nothing in your own name. You can stop at any time.
mail-invitation-button = See the invitation
mail-invitation-until = You can answer until { $until }. Looking commits you to nothing.
mail-invitation-guest = You come as a guest, up to and including { $guest }. After that you no longer read and write along; that goes by itself.
mail-invitation-genuine = Do you doubt whether this invitation is genuine? Ask { $organisation }, through that organisation's own website.
mail-invitation-genuine-phone = Do you doubt whether this invitation is genuine? Call { $organisation } on { $phone }, or look the number up on that organisation's own website.
mail-invitation-check = Check this invitation
mail-invitation-organisation = About { $organisation } on this platform
mail-invitation-reason-address = You get this mail because { $inviter } filled in your address, for { $organisation }. We use it for this invitation only. If you do not come, we delete it 30 days after the invitation has ended.
mail-invitation-reason-list = You get this mail because { $inviter } had a list of addresses for { $organisation }, with yours on it. Where it comes from: { $origin }. We use it for this invitation only. If you do not come, we delete it 30 days after the invitation is over.
mail-invitation-reason-person = You get this mail because you have an account on this platform and { $inviter } found you there, for { $organisation }. In your profile you choose who may find you.

mail-colleague-subject = { $inviter } invites you as a colleague at { $organisation }
mail-colleague-subject-again = Reminder: { $inviter } invites you as a colleague at { $organisation }
mail-colleague-intro = { $inviter } invites you to work in the space of { $organisation } on this platform.
mail-colleague-expected-member = You become a member at { $organisation }. You read what is open to this organisation, and take part in it. You can stop at any time.
mail-colleague-expected-publisher = You become a publisher at { $organisation }. You read and take part, and you write and publish knowledge products. You can stop at any time.
mail-colleague-expected-convener = You become a convener at { $organisation }. You begin issues, decide about proposals and invite people. You can stop at any time.
mail-colleague-expected-owner = You become an owner at { $organisation }. You do what a convener does, and look after the members, colours, words and pages. You can stop at any time.

mail-subject-report-received = Your report at { $sender } came in
mail-subject-report-waiting = Somebody reported a post at { $sender }
mail-subject-report-waiting-title = Somebody reported a title at { $sender }
mail-subject-report-waiting-issue = Somebody reported an issue at { $sender }
mail-subject-post-waiting = A post waits for you at { $sender }
mail-subject-post-returned = Your post at { $sender } was not published
mail-subject-post-moderated = A decision about your post at { $sender }
mail-subject-post-moderated-title = A decision about your title at { $sender }
mail-subject-post-moderated-issue = A decision about your issue at { $sender }
mail-subject-report-decided = A decision about your report at { $sender }
mail-subject-appeal-waiting = Somebody objected at { $sender }
mail-subject-appeal-answered = Answer to an objection at { $sender }
mail-line-report-received = You reported a post at { $sender }. Your report came in and somebody is looking at it. Nobody in the conversation learns that you reported this.
mail-line-report-received-title = You reported a title at { $sender }. Your report came in and somebody is looking at it. Nobody in the conversation learns that you reported this.
mail-line-report-received-issue = You reported an issue at { $sender }. Your report came in and somebody is looking at it. Nobody learns that you reported this.
mail-line-report-waiting = Somebody reported a post at { $sender } that you can decide about. What it says you read on the platform.
mail-line-report-waiting-title = Somebody reported a title at { $sender } that you can decide about. What it says you read on the platform.
mail-line-report-waiting-issue = Somebody reported an issue at { $sender } that you can decide about. What it says you read on the platform.
mail-line-post-waiting = At { $sender } a post waits until you let it through or send it back. What it says, you read on the platform.
mail-line-post-returned = A post of yours at { $sender } was not published. In the conversation you read why. The text itself is not in this mail.
mail-line-post-moderated = At { $sender } a decision was taken about a post of yours. The text itself is not in this mail.
mail-line-post-moderated-title = At { $sender } a decision was taken about a title of yours. The title itself is not in this mail.
mail-line-post-moderated-issue = At { $sender } a decision was taken about an issue of yours. The text itself is not in this mail.
mail-line-report-decided = There is a decision about what you reported at { $sender }.
mail-line-appeal-waiting = Somebody at { $sender } does not agree with a decision of somebody else. You can look at it again.
mail-line-appeal-answered = A decision at { $sender } was looked at again.
mail-reason-you-posted = You get this mail because you wrote this post at { $sender }. You cannot turn these mails off.
mail-reason-you-posted-title = You get this mail because you wrote this title at { $sender }. You cannot turn these mails off.
mail-reason-you-posted-issue = You get this mail because you wrote this issue at { $sender }. You cannot turn these mails off.
mail-reason-you-reported = You get this mail because you reported this at { $sender }. You cannot turn these mails off.
mail-reason-you-own = You get this mail because you own { $sender }.
mail-reason-you-moderate = You get this mail because you can decide about this at { $sender }.
mail-moderated-act-leave = Your post stays.
mail-moderated-act-leave-title = The title of your conversation stays.
mail-moderated-act-leave-issue = Your issue stays as it is.
mail-moderated-act-retitle = The title of your conversation was replaced by another.
mail-moderated-act-retitle-issue = The text of your issue was taken away, and it has another title. Whoever runs the issue can write a new text.
mail-moderated-act-hide = Your post is hidden up to and including { $until }. After that it is there again, by itself.
mail-moderated-act-return = Your post is back with you to be changed. As soon as you do that, it is there again.
mail-moderated-act-remove = Your post was removed.
mail-moderated-act-upheld = The decision stays as it was.
mail-moderated-act-reversed = You were right. Your post is there again.
mail-moderated-act-reversed-title = You were right. Your own title is there again.
mail-moderated-act-reversed-issue = You were right. Your own text is there again, unless another one was written since.
mail-moderated-act-looked = Somebody read the post, to decide about it.
mail-moderated-warned = You get a warning: this may not happen again.
mail-moderated-paused = You cannot write in this issue up to and including { $paused }. You can read along. After that you can write again, by itself.
mail-moderated-ground-law = This rests on the law.
mail-moderated-ground-rules = This rests on the house rules.
mail-moderated-rule = The rule or law: { $rule }
mail-moderated-by-installation = Whoever runs the platform looked at this. Nobody of the organisation could, or did in time.
mail-moderated-facts = The facts that this rests on you read on the platform. A human decided this, not a computer.
mail-moderated-appeal = Do you disagree? You can object until { $appeal }, on the same page. Somebody else then looks at it again. You can also go to a certified dispute settlement body or to court.
mail-report-act-leave = The post stays.
mail-report-act-leave-title = The title stays.
mail-report-act-leave-issue = The issue stays as it is.
mail-report-act-retitle = The title was replaced by another.
mail-report-act-retitle-issue = The text of the issue was taken away, and it has another title.
mail-report-act-hide = The post is hidden for a while.
mail-report-act-return = The post went back to who wrote it, to be changed.
mail-report-act-remove = The post was removed.
mail-report-act-upheld = Somebody looked again. The decision stays as it was.
mail-appeal-next = Do you still disagree? Then you can go to a certified dispute settlement body or to court. Is it about a municipality or another public body? Then you can also complain there, and after that go to the National Ombudsman.
mail-report-act-reversed = Somebody looked again. The decision was undone.
mail-report-act-reversed-title = Somebody looked again. The decision was undone: the title of before is there again.
mail-report-act-reversed-issue = Somebody looked again. The decision was undone.
mail-report-act-looked = Somebody read the post, to decide about it.
mail-report-received-subject = Your report at { $organisation } came in
mail-report-decided-subject = A decision about your report at { $organisation }
mail-report-received = You reported a post at { $organisation }. Your report came in and somebody is looking at it.
mail-report-received-title = You reported a title at { $organisation }. Your report came in and somebody is looking at it.
mail-report-received-issue = You reported an issue at { $organisation }. Your report came in and somebody is looking at it.
mail-report-decided = There is a decision about what you reported at { $organisation }.
mail-report-about = You reported this on { $day }.
mail-report-about-room = You reported this on { $day }. It is about a post in the conversation “{ $room }”.
mail-report-appeal = Do you disagree? You can object until { $appeal }, on the page behind the button. Somebody else then looks at it again. You can also go to a certified dispute settlement body or to court.
mail-report-button = Look at your report
mail-report-kept = Seven months after the decision we forget your name and this address. Nobody in the conversation learns who reported.
mail-report-reason = You get this mail because somebody gave this address with a report to { $organisation }. Was it not you? Then you need not do anything.

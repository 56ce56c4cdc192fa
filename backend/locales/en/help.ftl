# The help page: short chapters of questions and answers.

help-chapter-join = Taking part
help-issue-question = What is an issue?
help-issue-answer = An issue is a question from society that an organisation cannot solve alone. People with different knowledge and experience think about it together. In the end everybody hears what was done with it.
help-join-question = How do I take part?
help-join-answer = You get an invitation by mail. With the link in that mail you choose whether you take part: yes, no or later. You may give a reason, but need not. Public issues you can always read. Were you not asked, and do you want to take part? On the page of the issue choose “I want to take part” and write why. You get an answer within two weeks, and with a no the reason. If you do not agree with it you may object once.
help-genuine-question = Is my invitation genuine?
help-genuine-answer = The page behind the link says who invites you, for which organisation, and whom you can call to ask. In doubt? Look up that organisation's number yourself. Looking commits you to nothing: only when you press a button something happens.
help-hall-question = I saw a poster with a QR code. What happens when I scan it?
help-hall-answer = First nothing: you read who asks, about what, and who reads what you write. If you want to take part, you sign in with your e‑mail address and a code from the mail. If it says that you first write why, you get an answer within two weeks. We do not record who came by the poster, except if you first wrote why. Whoever runs the issue does see how many people it is, and can sometimes work out who. If the link is over or full, it says whom you can ask.
help-perspective-question = What is a perspective, and who sees mine?
help-perspective-answer = A perspective is a way of looking that an issue needs, for example that of a parent, a shopkeeper or a teacher. You choose which perspective you bring. Nobody sees your choice, not even those who invited you. Everybody only sees whether a perspective is still wanted, nearly filled or filled. A perspective often says what such a person has seen or done, and whether it is needed or welcome too. That helps you choose. Is only one group asked? Then it says why.
help-reach-question = What is in ‘Reach and composition’?
help-reach-answer = How many people take part, with which perspective, in which capacity and from which province, and how many were asked. The numbers are rounded, and a number below ten is not in it. There is a new overview only when ten people have come in. So nobody can be recognised in it. You can read it when you take part yourself, or run the issue. You can print it, together with the question and the outcome.
help-capacity-question = For whom do I speak?
help-capacity-answer = You choose that when you begin: personally, for an organisation or as an official. It stands beside everything you write.
help-propose-question = Can I propose an issue myself?
help-propose-answer = Yes. Go to Issues at an organisation and begin a new one. Your text saves itself. You can begin with an example that resembles your issue: only what is still empty is filled in. An adviser reads your proposal and takes it up, or tells you why not.
help-found-question = How do others find me?
help-found-answer = Only if you want it. In your profile you choose what you know of, which subjects interest you and where you are at home, and for each who may see it. You can also choose how often somebody may ask you. Under My data you hide everywhere with one button, and come back just as you were. Where you take part already, you go on taking part.
help-explore-question = What is an exploration?
help-explore-answer = Before an issue opens, a small first circle can think along. Whoever runs the issue then asks everybody in that circle: is the question right, who are we missing, and do we go on or stop? Only who runs the issue reads your answer, with your name. You can change it and take it back. When you leave, it goes. After ninety days it goes by itself.
help-outcome-question = What happens with what we say?
help-outcome-answer = An issue cannot be closed in silence. The organisation writes an outcome: what was heard, what is done with it, what is not and why, and what you can do now. Whoever took part gets it by mail.

help-chapter-write = Writing
help-post-question = How do I place a post?
help-post-answer = Write in the box below the conversation and choose Place post. What you type is kept, also when you close the window, lose the connection or have to sign in again.
help-markup-question = Can I make text bold, or a list?
help-markup-answer = Yes, with the buttons above the box. Choose Preview to see what it becomes. When you paste a web address over a word, that word becomes a link. When you paste cells of a spreadsheet, they become a table. To answer somebody, choose Quote at that post. Is it about a part of it? Select that first.
help-change-question = Can I change what I wrote?
help-change-answer = Yes. You can edit a post; others can see what it said before and what changed. You can also withdraw a post. Its text disappears, but it stays visible that something was there.
help-new-question = What does “3 new posts” mean?
help-new-answer = Something was added while you were away or reading. Choose the button to go there. Until you do, nothing moves on your screen.

help-chapter-rooms = Who reads along
help-readers-question = Who reads what I write?
help-readers-answer = That always stands beside the box in which you write, under “Who reads this?”. The rules of a conversation never change while it runs.
help-visibility-question = Who can see an issue?
help-visibility-answer = The organisation chooses that beforehand. Everybody: the issue and its outcome are on the internet, but search engines do not take in the conversations. Everybody who is signed in. Only our organisation. Or only who is invited: then others do not even see that the issue exists.
help-regime-question = What is a trusted conversation?
help-regime-answer = In a trusted conversation only the participants read along. Mails never hold what you wrote, only that there is something new. Whoever wants to quote your words in an outcome asks you for consent.
help-managers-question = Can an administrator read along?
help-managers-answer = No, not in a conversation in which he or she does not take part. Managing is another thing than reading.
help-looks-question = Who has seen me?
help-looks-answer = You read that under My data: on which day somebody with a role in an organisation saw you in a list or in search, and why. Which colleague that was is not kept. Ordinary reading of conversations is not kept either. There you also see what you agreed to, and get a copy of everything that is kept about you.
help-privacy-question = What does the platform keep about me?
help-privacy-answer = Your name, your e‑mail address, what you write and in what you take part. What others see of you, you choose in your profile. Each organisation explains on its privacy page how long it keeps data.

help-chapter-mail = Mail and notifications
help-why-question = Why do I get this mail?
help-why-answer = Below each mail stands the reason, for example: because you follow the theme youth. The same messages, with the same reason, are in your notifications.
help-mail-question = How do I get fewer mails?
help-mail-answer = With the link below each mail you choose at once, daily, weekly or never. You need not sign in for that. All of it together is at Mail and notifications, in the menu at your name. There you also choose the hour and the day of your overview.
help-read-question = I have read it already. Do I still get a mail?
help-read-answer = No. We wait two minutes, gather what comes in and then look whether you saw it. Sometimes a mail and your visit cross.
help-follow-question = How do I follow something?
help-follow-answer = Choose Follow this at an issue. Themes and regions you follow at an organisation, at a knowledge product or at Mail and notifications. Then you hear of new issues and new knowledge.
help-network-question = What is a network?
help-network-answer = A standing circle of people: a knowledge network, a theme group, an advisory council, a learning network or a one-off conversation. A network has a charter and house rules. Whoever comes in agrees with them first. What is said inside, and who is in it, only those who are in it see. A network closes with an outcome, as an issue does.

help-chapter-sign-in = Signing in
help-sign-in-question = How do I sign in?
help-sign-in-answer = Fill in your e‑mail address. You get a mail with a code and a button. Type the code, or click the button and confirm. You need no password; if you want one after all, set it at Signing in and security.
help-no-mail-question = I get no mail
help-no-mail-answer = Look in your spam folder and wait some minutes. Then you can ask for a new code. The screen never says whether we know an address. That way nobody can find out who takes part.
help-address-question = I have another e‑mail address
help-address-answer = Add a second address at Signing in and security and confirm it with the code from the mail. Then you choose where your mail goes. Can you no longer read your old mail? Then sign in with another address of yours, or with your password. Have you neither, then ask your organisation to invite your new address.
help-elsewhere-question = I used somebody else's computer
help-elsewhere-answer = At Signing in and security you see where you are signed in. There you can sign out from afar, on one device or everywhere at once.

help-chapter-wrong = When something goes wrong
help-too-far-question = Somebody goes too far
help-too-far-answer = Do not respond to what it says. Tell the facilitator, or use the Contact page of the organisation, and send the link of the post along. Is somebody in danger, then call 112.
help-number-question = I see an error with a number
help-number-answer = Give that number when you ask for help. Then the administrator can see what happened. Your text has nearly always been kept: open the page again.
help-not-there-question = It says: this page does not exist
help-not-there-answer = The page does not exist, or you may not see it. We make no difference between the two, so that nobody can guess what is behind a closed door. Have you more than one e‑mail address? Then check whether you are signed in with the right one.
help-both-question = It says: somebody else changed this text too
help-both-answer = Two people worked on the same text at the same time. You see both versions. Choose which one you keep; nothing is lost.
help-stop-question = I want to stop
help-stop-answer = You can leave an issue at any time, with Stop taking part. Do you want your data to be erased? Then read the Privacy page of the organisation.

help-chapter-keys = Keyboard shortcuts
help-keys-question = Can I read and answer without a mouse?
help-keys-answer = Yes. Everything works with the Tab key. There are shortcuts too. Press ? for the list. Rather not? Switch them off in that list, or under Settings below a conversation.

# The help page: questions and answers.

help-issue-question = What is an issue?
help-issue-answer = An issue is a question from society that an organisation cannot solve alone. People with different knowledge and experience think about it together. In the end everyone hears what was done with it.
help-join-question = How do I take part?
help-join-answer = You get an invitation by mail. With the link in that mail you choose whether you take part and how you speak: in a personal capacity, on behalf of an organisation or as an official. Public issues you can always read.
help-perspective-question = What is a perspective, and who sees mine?
help-perspective-answer = A perspective is a way of looking that an issue needs. You choose yourself which perspective you bring. Nobody sees your choice, the people who invited you neither. Everyone only sees whether a perspective is still wanted, almost filled or filled.
help-readers-question = Who reads what I write?
help-readers-answer = That is always said beside the field in which you write, under "Who reads this?". The rules of a conversation never change while it runs.
help-change-question = Can I change what I wrote?
help-change-answer = Yes. You can edit a post; others can see what it said before. You can also withdraw a post. Then the text disappears, but it stays visible that something was there.
help-outcome-question = What happens with what we say?
help-outcome-answer = An issue cannot be closed in silence. The organisation writes an outcome: what was heard, what is done with it, what is not and why, and what you can do now. Everyone who took part gets it by mail.
help-mail-question = How do I get less mail?
help-mail-answer = Under each mail it says why you get it and how to stop it with one click. Under Preferences you choose whether you want mail at once, every day, every week or never.
help-privacy-question = What does the platform keep of me?
help-privacy-answer = Your name, your e-mail address, what you write and what you take part in. What others see of you, you choose under Profile. Each organisation explains on its privacy page how long it keeps data.

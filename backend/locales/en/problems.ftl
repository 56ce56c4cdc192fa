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
problem-text-not-an-address = This is not an e-mail address. Use the form name@example.org.
problem-header-malformed = A header of the request cannot be read.
problem-precondition-required = Send the version that you started from (header If-Match).
problem-precondition-failed = Somebody else changed this in the meantime. Compare the two versions, then save again.
problem-cursor-invalid = This place in the list does not exist any more. Start at the beginning of the list.
problem-limit-too-many = You are doing this too often. Wait a moment and try again.
problem-idempotency-other = This key was already used for something else. Use a new one.

problem-tenant-not-found = This organisation does not exist on this platform.
problem-tenant-forbidden = Only an owner of the organisation may do this.
problem-tenant-taken = This name in the web address is already in use. Choose another.
problem-tenant-colour-not-a-colour = This is not a colour. Use the form #154273.
problem-tenant-colour-too-light = White text is hard to read on this colour. Choose a darker one.

problem-issue-not-found = This issue does not exist, or is not meant for you.
problem-issue-forbidden = You may not do this with this issue.
problem-issue-no-such-step = This step is not possible now. Perhaps somebody else just changed the issue. Refresh the page.
problem-issue-reason-missing = Write why. The people concerned will read it.
problem-issue-last-facilitator = You are the only facilitator. Ask somebody else to become facilitator first.
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

//! What is kept of people and does not come along in their copy.

/// What names a person and is not told, and why.
pub const LEFT_OUT: [(&str, &str); 23] = [
    (
        "alumnus_contact.agreed_by",
        "done in a role, and names who left",
    ),
    (
        "event.actor_id",
        "what happened is told where it happened; ids, for thirty days",
    ),
    ("hall_link.ended_by", "done in a role, for an organisation"),
    ("hall_link.made_by", "done in a role, for an organisation"),
    ("hand_over.person_id", "lets somebody in, for a minute"),
    (
        "invitation.answered_by",
        "the answer is told to whom the invitation was for",
    ),
    ("invitation.invited_by", "names whom was asked"),
    (
        "legal_hold_act.by_id",
        "done in a role, for an organisation",
    ),
    (
        "moderation_case.author_id",
        "the author is told once something is decided; who reported is told to nobody",
    ),
    (
        "moderation_case.claimed_by",
        "done in a role, and names whose post it is",
    ),
    (
        "moderation_case.decided_by",
        "done in a role, and names whose post it is",
    ),
    (
        "moderation_decision.decided_by",
        "done in a role, and names whose post it is",
    ),
    (
        "name_word.person_id",
        "the words of the name, to be found by",
    ),
    (
        "first_weeks_side.person_id",
        "what was said by oneself is told; of the other side the page tells it once both have answered",
    ),
    (
        "parked_subject.taken_by_id",
        "done in a role, and read by everybody who takes part",
    ),
    (
        "raised_hand.answered_by",
        "done in a role, and names who raised it",
    ),
    (
        "raised_hand.nominated_by",
        "names who said yes; the nomination itself is told",
    ),
    (
        "role_grant.granted_by",
        "done in a role, and names who got it",
    ),
    (
        "sign_in_code.person_id",
        "lets somebody in, for some minutes",
    ),
    (
        "speak_note.invited_by",
        "done in a role, and names who had not spoken",
    ),
    (
        "wave_invitee.person_id",
        "nobody has been asked yet: it is the list of whoever made it",
    ),
    ("wave_plan.inviter_id", "names who is to be asked"),
    (
        "voice_mute.muted_id",
        "who reads less of somebody is told to nobody",
    ),
];

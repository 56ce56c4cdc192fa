//! The invitation and its reminder: who asks, for whom, what is expected, and how to check that it is genuine.

use db::{DbFault, Tx};
use identity::read;
use invitations::{DeliveryState, Letter, Mailing, Target};
use kernel::{InvitationId, IssueRole, Scope, TenantRole};

use crate::message::Brand;
use crate::queue::{Outcome, Waiting};
use crate::{Block, Composition, Outgoing, Services, Unsubscribe};

/// Why a mail did not go out.
const SILENT: &str = "invitation-silent";
const NEVER_AGAIN: &str = "invitation-never-again";

pub async fn write(
    services: &Services,
    scope: &Scope,
    waiting: &Waiting,
    invitation: InvitationId,
    reminder: bool,
) -> Result<Composition, DbFault> {
    let sql = services.db.read(scope);
    let letter = match invitations::letter(&sql, &services.secrets, invitation).await? {
        Mailing::Send(letter) => letter,
        Mailing::Silent => return Ok(Composition::Drop(SILENT)),
        Mailing::NeverAgain => return Ok(Composition::Drop(NEVER_AGAIN)),
        Mailing::Over => return Ok(Composition::Drop("invitation-over")),
    };
    let name = match letter.person {
        Some(person) => read::people_by_ids(&sql, &[person]).await?.remove(&person),
        None => None,
    };
    let name = name.map(|card| card.name).filter(|name| !name.is_empty());
    let mail = mail(services, waiting, &letter, name, reminder);
    Ok(Composition::Send(Box::new(mail)))
}

fn mail(
    services: &Services,
    waiting: &Waiting,
    letter: &Letter,
    name: Option<String>,
    reminder: bool,
) -> Outgoing {
    let locale = waiting.recipient.locale;
    let until = services.locales.day(locale, letter.until);
    let guest = letter.target.until();
    let guest = guest.map_or_else(String::new, |end| services.locales.day(locale, end));
    let args = [
        ("inviter", letter.inviter.clone().into()),
        ("organisation", letter.asking().name.clone().into()),
        ("owner", letter.tenant.name.clone().into()),
        ("title", letter.title.clone().into()),
        ("until", until.into()),
        ("guest", guest.into()),
        ("origin", letter.source.clone().unwrap_or_default().into()),
        ("phone", letter.asking().contact_phone.clone().into()),
    ];
    let say = |key: &str| services.locales.text(locale, key, &args);
    let words = Words::of(letter);
    let origin = letter.tenant.origin(&services.public_url);
    let page = format!("{origin}/uitnodiging/{}", letter.token);
    let mut blocks = Vec::new();
    if reminder {
        blocks.push(Block::Paragraph(say("mail-invitation-again")));
    }
    blocks.push(Block::Paragraph(say(words.intro)));
    if let Target::Issue { .. } = letter.target {
        blocks.push(Block::Heading(letter.title.clone()));
        blocks.push(Block::Paragraph(letter.core_question.clone()));
    }
    if letter.asks_for.is_some() {
        blocks.push(Block::Paragraph(say("mail-invitation-joined")));
    }
    if !letter.text.is_empty() {
        blocks.push(Block::Quote {
            name: letter.inviter.clone(),
            text: letter.text.clone(),
        });
    }
    blocks.push(Block::Heading(say("mail-invitation-expected")));
    blocks.push(Block::Paragraph(say(words.expected)));
    blocks.push(Block::Button {
        label: say("mail-invitation-button"),
        url: page.clone(),
    });
    if letter.target.until().is_some() {
        blocks.push(Block::Paragraph(say("mail-invitation-guest")));
    }
    blocks.push(Block::Paragraph(say("mail-invitation-until")));
    blocks.extend(genuine(services, letter, say));
    Outgoing {
        to: waiting.recipient.clone(),
        name,
        brand: Brand::from(&letter.tenant),
        subject: say(if reminder {
            words.subject_again
        } else {
            words.subject
        }),
        blocks,
        reason: say(words.reason),
        unsubscribe: Some(Unsubscribe {
            one_click: format!("{origin}/v1/invitations/{}/_never", letter.token),
            page,
            label: say("mail-unsubscribe"),
        }),
        thread: Some(format!("invitation-{}", letter.id)),
        list: Some(format!("invitations.{}", letter.tenant.slug)),
        answered_at: None,
    }
}

/// How a careful reader finds out whether this is real, without the link in this mail.
fn genuine(services: &Services, letter: &Letter, say: impl Fn(&str) -> String) -> Vec<Block> {
    let check = if letter.asking().contact_phone.is_empty() {
        "mail-invitation-genuine"
    } else {
        "mail-invitation-genuine-phone"
    };
    vec![
        Block::Divider,
        Block::Small(say(check)),
        Block::Link {
            label: say("mail-invitation-check"),
            url: format!("{}/controleren", services.public_url),
        },
        Block::Link {
            label: say("mail-invitation-organisation"),
            url: format!(
                "{}/pagina/contact",
                letter.asking().home(&services.public_url)
            ),
        },
    ]
}

/// The sentences that differ by what is asked and how the reader was found.
struct Words {
    subject: &'static str,
    subject_again: &'static str,
    intro: &'static str,
    expected: &'static str,
    reason: &'static str,
}

impl Words {
    const fn of(letter: &Letter) -> Self {
        let reason = match (letter.person, &letter.source) {
            (Some(_), _) => "mail-invitation-reason-person",
            (None, Some(_)) => "mail-invitation-reason-list",
            (None, None) => "mail-invitation-reason-address",
        };
        match letter.target {
            Target::Issue { role, .. } => Self {
                subject: "mail-invitation-subject",
                subject_again: "mail-invitation-subject-again",
                intro: if letter.network {
                    "mail-invitation-intro-network"
                } else {
                    "mail-invitation-intro"
                },
                expected: match role {
                    IssueRole::Observer => "mail-invitation-expected-reading",
                    IssueRole::Translator => "mail-invitation-expected-translating",
                    IssueRole::Facilitator | IssueRole::Participant | IssueRole::Official => {
                        "mail-invitation-expected-talking"
                    }
                },
                reason,
            },
            Target::Tenant { role } => Self {
                subject: "mail-colleague-subject",
                subject_again: "mail-colleague-subject-again",
                intro: "mail-colleague-intro",
                expected: match role {
                    TenantRole::Member => "mail-colleague-expected-member",
                    TenantRole::Publisher => "mail-colleague-expected-publisher",
                    TenantRole::Convener => "mail-colleague-expected-convener",
                    TenantRole::Owner => "mail-colleague-expected-owner",
                },
                reason,
            },
        }
    }
}

/// The inviter sees what became of the mail; nothing when it was answered or ended before, and not that they are blocked.
pub async fn noted(tx: &Tx, invitation: InvitationId, outcome: &Outcome) -> Result<(), DbFault> {
    let delivery = match outcome {
        Outcome::Sent | Outcome::Dropped(SILENT) => DeliveryState::Sent,
        Outcome::Dropped(NEVER_AGAIN) | Outcome::Failed(_) => DeliveryState::Refused,
        Outcome::Dropped(_over) => return Ok(()),
    };
    invitations::note_delivery(tx, invitation, delivery).await
}

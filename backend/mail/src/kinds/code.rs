//! The mail with a code: to sign in, with a link to a page that asks for a click, to add an address to an account, or to
//! have an account erased. Each says in its subject what the code does: whoever reads it aloud knows what for.

use db::DbFault;
use identity::{Purpose, codes};
use kernel::{Scope, SignInCodeId};

use crate::message::Brand;
use crate::queue::Waiting;
use crate::{Block, Composition, Outgoing, Services};

pub async fn write(
    services: &Services,
    scope: &Scope,
    waiting: &Waiting,
    code: SignInCodeId,
) -> Result<Composition, DbFault> {
    let Some(requested) = codes::requested(&services.db.read(scope), code).await? else {
        return Ok(Composition::Drop("code-over"));
    };
    let mail = mail(services, waiting, code, requested.purpose);
    Ok(Composition::Send(Box::new(mail)))
}

/// Without a name: the mail tells nobody whether this address is known.
fn mail(services: &Services, waiting: &Waiting, code: SignInCodeId, purpose: Purpose) -> Outgoing {
    let brand = Brand::installation(&services.sender);
    let digits = codes::code_for(&services.secrets, code);
    let args = [
        ("code", digits.clone().into()),
        ("sender", brand.name.clone().into()),
    ];
    let say = |key: &str| services.locales.text(waiting.recipient.locale, key, &args);
    let paragraph = |key: &str| Block::Paragraph(say(key));
    let (subject, mut blocks, reason) = match purpose {
        Purpose::SignIn => (
            "mail-sign-in-subject",
            vec![
                paragraph("mail-sign-in-code"),
                Block::Code(digits.clone()),
                paragraph("mail-sign-in-or-link"),
                link(services, code, say("mail-sign-in-button")),
                paragraph("mail-sign-in-valid"),
            ],
            "mail-sign-in-reason",
        ),
        Purpose::Verify => (
            "mail-verify-subject",
            vec![
                paragraph("mail-verify-code"),
                Block::Code(digits.clone()),
                paragraph("mail-verify-valid"),
            ],
            "mail-verify-reason",
        ),
        Purpose::Erase => (
            "mail-erase-code-subject",
            vec![
                paragraph("mail-erase-code"),
                Block::Code(digits.clone()),
                paragraph("mail-verify-valid"),
            ],
            "mail-erase-code-reason",
        ),
    };
    let not_you = match purpose {
        Purpose::Verify => "mail-verify-not-you",
        Purpose::SignIn | Purpose::Erase => "mail-code-not-you",
    };
    blocks.push(Block::Small(say(not_you)));
    Outgoing {
        to: waiting.recipient.clone(),
        name: None,
        subject: say(subject),
        blocks,
        reason: say(reason),
        unsubscribe: None,
        thread: None,
        list: None,
        answered_at: None,
        brand,
    }
}

fn link(services: &Services, code: SignInCodeId, label: String) -> Block {
    let token = codes::link_token_for(&services.secrets, code);
    Block::Button {
        label,
        url: format!("{}/aanmelden/link/{token}", services.public_url),
    }
}

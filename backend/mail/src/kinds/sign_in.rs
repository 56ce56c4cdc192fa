//! The sign-in mail: a code to type over and a link to a page that asks for a click.

use db::DbFault;
use identity::codes;
use kernel::{Scope, SignInCodeId};

use crate::message::PLAIN_COLOUR;
use crate::queue::Waiting;
use crate::{Block, Outgoing, Services};

pub async fn write(services: &Services, scope: &Scope, waiting: &Waiting, code: SignInCodeId) -> Result<Option<Outgoing>, DbFault> {
    if codes::requested(&services.db.read(scope), code).await?.is_none() {
        return Ok(None);
    }
    let say = |key: &str| services.locales.text(waiting.recipient.locale, key, &[]);
    let digits = codes::code_for(&services.secrets, code);
    let link = format!("{}/aanmelden/link/{}", services.public_url, codes::link_token_for(&services.secrets, code));
    Ok(Some(Outgoing {
        to: waiting.recipient.address.clone(),
        locale: waiting.recipient.locale,
        from_name: None,
        colour: PLAIN_COLOUR.to_owned(),
        subject: services.locales.text(waiting.recipient.locale, "mail-sign-in-subject", &[("code", digits.clone().into())]),
        blocks: vec![
            Block::Paragraph(say("mail-sign-in-code")),
            Block::Code(digits),
            Block::Paragraph(say("mail-sign-in-or-link")),
            Block::Button { label: say("mail-sign-in-button"), url: link },
            Block::Paragraph(say("mail-sign-in-valid")),
            Block::Paragraph(say("mail-sign-in-not-you")),
        ],
        reason: say("mail-sign-in-reason"),
        unsubscribe: None,
        thread: None,
    }))
}

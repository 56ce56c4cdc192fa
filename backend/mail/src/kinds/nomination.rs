//! To somebody who was put forward: who thinks of them, for what and why; and that nobody else knows it yet.

use db::DbFault;
use kernel::{NominationId, Scope};
use nominations::Letter;

use crate::message::Brand;
use crate::queue::Waiting;
use crate::{Block, Composition, Outgoing, Services, Unsubscribe};

pub async fn write(
    services: &Services,
    scope: &Scope,
    waiting: &Waiting,
    nomination: NominationId,
) -> Result<Composition, DbFault> {
    let sql = services.db.read(scope);
    let Some(letter) = nominations::letter(&sql, &services.secrets, nomination).await? else {
        return Ok(Composition::Drop("nomination-over"));
    };
    Ok(Composition::Send(Box::new(mail(
        services, waiting, &letter,
    ))))
}

fn mail(services: &Services, waiting: &Waiting, letter: &Letter) -> Outgoing {
    let locale = waiting.recipient.locale;
    let args = [
        ("nominator", letter.nominator.clone().into()),
        ("organisation", letter.tenant.name.clone().into()),
        ("title", letter.title.clone().into()),
        ("until", services.locales.day(locale, letter.until).into()),
    ];
    let say = |key: &str| services.locales.text(locale, key, &args);
    let origin = letter.tenant.origin(&services.public_url);
    let page = format!("{origin}/voordracht/{}", letter.token);
    let intro = if letter.network {
        "mail-nomination-intro-network"
    } else {
        "mail-nomination-intro"
    };
    let blocks = vec![
        Block::Paragraph(say(intro)),
        Block::Heading(letter.title.clone()),
        Block::Paragraph(letter.core_question.clone()),
        Block::Quote {
            name: letter.nominator.clone(),
            text: letter.motivation.clone(),
        },
        Block::Paragraph(say("mail-nomination-first")),
        Block::Button {
            label: say("mail-nomination-button"),
            url: page.clone(),
        },
        Block::Paragraph(say("mail-nomination-until")),
        Block::Divider,
        Block::Link {
            label: say("mail-invitation-check"),
            url: format!("{}/controleren", services.public_url),
        },
    ];
    Outgoing {
        to: waiting.recipient.clone(),
        name: None,
        brand: Brand::from(&letter.tenant),
        subject: say("mail-nomination-subject"),
        blocks,
        reason: say("mail-nomination-reason"),
        unsubscribe: Some(Unsubscribe {
            one_click: format!("{origin}/v1/nominations/{}/_never", letter.token),
            page,
            label: say("mail-unsubscribe"),
        }),
        thread: Some(format!("nomination-{}", letter.id)),
        list: Some(format!("nominations.{}", letter.tenant.slug)),
        answered_at: None,
    }
}

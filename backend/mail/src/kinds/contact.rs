//! The two mails about a contact request: who asks, in which role, and what; and the one answer.

use contacts::{AnswerLetter, RequestLetter};
use db::DbFault;
use identity::read;
use kernel::{ContactRequestId, Scope};

use crate::message::Brand;
use crate::queue::Waiting;
use crate::{Block, Composition, Outgoing, Services};

pub async fn ask(
    services: &Services,
    scope: &Scope,
    waiting: &Waiting,
    request: ContactRequestId,
) -> Result<Composition, DbFault> {
    let sql = services.db.read(scope);
    let letter = contacts::request_letter(&sql, &services.secrets, request).await?;
    let Some(letter) = letter else {
        return Ok(Composition::Drop("contact-over"));
    };
    let name = name_of(services, scope, waiting).await?;
    let mail = question(services, waiting, name, (request, &letter));
    Ok(Composition::Send(Box::new(mail)))
}

pub async fn answer(
    services: &Services,
    scope: &Scope,
    waiting: &Waiting,
    request: ContactRequestId,
) -> Result<Composition, DbFault> {
    let letter = contacts::answer_letter(scope, &services.db, request).await?;
    let Some(letter) = letter else {
        return Ok(Composition::Drop("contact-over"));
    };
    let name = name_of(services, scope, waiting).await?;
    let mail = reply(services, waiting, name, (request, &letter));
    Ok(Composition::Send(Box::new(mail)))
}

fn question(
    services: &Services,
    waiting: &Waiting,
    name: Option<String>,
    (request, letter): (ContactRequestId, &RequestLetter),
) -> Outgoing {
    let locale = waiting.recipient.locale;
    let role = match letter.role {
        Some(role) => services
            .locales
            .text(locale, &format!("tenant-role-{}", role.as_str()), &[]),
        None => services.locales.text(locale, "contact-no-member", &[]),
    };
    let args = [
        ("asker", letter.asker.clone().into()),
        ("role", role.into()),
        ("organisation", letter.tenant.name.clone().into()),
        ("until", services.locales.day(locale, letter.until).into()),
    ];
    let say = |key: &str| services.locales.text(locale, key, &args);
    let blocks = vec![
        Block::Paragraph(say("mail-contact-intro")),
        Block::Quote {
            name: letter.asker.clone(),
            text: letter.text.clone(),
        },
        Block::Paragraph(say("mail-contact-choice")),
        Block::Button {
            label: say("mail-contact-button"),
            url: format!("{}/contactverzoeken", services.public_url),
        },
        Block::Paragraph(say("mail-contact-until")),
    ];
    Outgoing {
        to: waiting.recipient.clone(),
        name,
        brand: Brand::from(&letter.tenant),
        subject: say("mail-contact-subject"),
        blocks,
        reason: say("mail-contact-reason"),
        unsubscribe: None,
        thread: Some(format!("contact-{request}")),
        list: None,
        answered_at: None,
    }
}

fn reply(
    services: &Services,
    waiting: &Waiting,
    name: Option<String>,
    (request, letter): (ContactRequestId, &AnswerLetter),
) -> Outgoing {
    let locale = waiting.recipient.locale;
    let args = [
        ("name", letter.name.clone().into()),
        ("organisation", letter.tenant.name.clone().into()),
        ("address", letter.address.clone().unwrap_or_default().into()),
    ];
    let say = |key: &str| services.locales.text(locale, key, &args);
    let mut blocks = vec![
        Block::Paragraph(say("mail-contact-answer-intro")),
        Block::Quote {
            name: letter.name.clone(),
            text: letter.text.clone(),
        },
    ];
    blocks.push(Block::Paragraph(say(if letter.address.is_some() {
        "mail-contact-answer-address"
    } else {
        "mail-contact-answer-no-address"
    })));
    if let Some(issue) = &letter.issue {
        let home = letter.tenant.home(&services.public_url);
        blocks.push(Block::Paragraph(say("mail-contact-answer-issue")));
        blocks.push(Block::Link {
            label: if issue.regime.names_people() {
                issue.title.clone()
            } else {
                say("mail-hidden-issue")
            },
            url: format!("{home}/opgaven/{}", issue.id),
        });
    }
    Outgoing {
        to: waiting.recipient.clone(),
        name,
        brand: Brand::from(&letter.tenant),
        subject: say("mail-contact-answer-subject"),
        blocks,
        reason: say("mail-contact-answer-reason"),
        unsubscribe: None,
        thread: Some(format!("contact-{request}")),
        list: None,
        answered_at: None,
    }
}

async fn name_of(
    services: &Services,
    scope: &Scope,
    waiting: &Waiting,
) -> Result<Option<String>, DbFault> {
    let Some(person) = waiting.recipient.person else {
        return Ok(None);
    };
    let mut cards = read::people_by_ids(&services.db.read(scope), &[person]).await?;
    let name = cards.remove(&person).map(|card| card.name);
    Ok(name.filter(|name| !name.is_empty()))
}

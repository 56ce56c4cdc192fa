//! To somebody who reported a post without an account: that it came in, what came of it, and how to object. Not a word of
//! the post.

use db::DbFault;
use kernel::{ReportId, Scope};
use moderation::{Letter, ReportState};

use crate::message::Brand;
use crate::queue::Waiting;
use crate::{Block, Composition, Outgoing, Services};

pub async fn write(
    services: &Services,
    scope: &Scope,
    waiting: &Waiting,
    report: ReportId,
) -> Result<Composition, DbFault> {
    let sql = services.db.read(scope);
    let Some(letter) = moderation::letter(&sql, &services.secrets, report).await? else {
        return Ok(Composition::Drop("report-over"));
    };
    Ok(Composition::Send(Box::new(mail(
        services, waiting, &letter,
    ))))
}

fn mail(services: &Services, waiting: &Waiting, letter: &Letter) -> Outgoing {
    let locale = waiting.recipient.locale;
    let Letter {
        tenant, followed, ..
    } = letter;
    let day = |moment| services.locales.day(locale, moment);
    let appeal = followed.appeal_until.filter(|_| followed.can_appeal);
    let args = [
        ("organisation", tenant.name.clone().into()),
        ("rule", followed.rule.clone().into()),
        ("day", day(followed.reported_at).into()),
        ("room", followed.room.clone().unwrap_or_default().into()),
        ("appeal", appeal.map(day).unwrap_or_default().into()),
    ];
    let say = |key: &str| services.locales.text(locale, key, &args);
    let received = format!("mail-report-received{}", followed.about.suffix());
    let (subject, intro) = match followed.state {
        ReportState::Received => ("mail-report-received-subject", received.as_str()),
        ReportState::Decided | ReportState::Appealed => {
            ("mail-report-decided-subject", "mail-report-decided")
        }
    };
    let about = if followed.room.is_some() {
        "mail-report-about-room"
    } else {
        "mail-report-about"
    };
    let mut blocks = vec![Block::Paragraph(say(intro)), Block::Paragraph(say(about))];
    if let Some(act) = followed.act {
        blocks.push(Block::Paragraph(say(&format!(
            "mail-report-act-{}",
            moderation::word_of(act, followed.about)
        ))));
        if followed.by_installation {
            blocks.push(Block::Paragraph(say("mail-moderated-by-installation")));
        }
        if !followed.rule.is_empty() {
            blocks.push(Block::Paragraph(say("mail-moderated-rule")));
        }
        if appeal.is_some() {
            blocks.push(Block::Paragraph(say("mail-report-appeal")));
        }
    }
    blocks.push(Block::Button {
        label: say("mail-report-button"),
        url: format!(
            "{}/gemeld/{}",
            tenant.home(&services.public_url),
            letter.token
        ),
    });
    blocks.push(Block::Paragraph(say("mail-report-kept")));
    Outgoing {
        to: waiting.recipient.clone(),
        name: None,
        brand: Brand::from(tenant),
        subject: say(subject),
        blocks,
        reason: say("mail-report-reason"),
        unsubscribe: None,
        thread: Some(format!("report-{}", letter.id)),
        list: None,
        answered_at: None,
    }
}

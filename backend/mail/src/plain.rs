//! The text part: everything that the HTML part says, for whoever reads mail as text. Pure.

use web::i18n::Locales;

use crate::message::{Block, Outgoing};

pub fn text_part(mail: &Outgoing, locales: &Locales) -> String {
    let mut parts = vec![greeting(mail, locales)];
    parts.extend(mail.blocks.iter().map(text_block));
    parts.push(footer(mail, locales));
    parts.join("\n\n") + "\n"
}

pub fn greeting(mail: &Outgoing, locales: &Locales) -> String {
    match &mail.name {
        Some(name) => locales.text(
            mail.to.locale,
            "mail-greeting-name",
            &[("name", name.clone().into())],
        ),
        None => locales.text(mail.to.locale, "mail-greeting", &[]),
    }
}

pub fn contact(mail: &Outgoing, locales: &Locales) -> Option<String> {
    let contact = mail.brand.contact.clone()?;
    let args = [
        ("sender", mail.brand.name.clone().into()),
        ("contact", contact.into()),
    ];
    Some(locales.text(mail.to.locale, "mail-contact", &args))
}

fn text_block(block: &Block) -> String {
    match block {
        Block::Paragraph(words) | Block::Small(words) => words.clone(),
        Block::Heading(words) => format!("{words}\n{}", "-".repeat(words.chars().count())),
        Block::Quote { name, text } => format!("{name}:\n{}", prefixed(text, "> ")),
        Block::Button { label, url } | Block::Link { label, url } => format!("{label}:\n{url}"),
        Block::Code(code) => code.clone(),
        Block::List(items) => {
            let items = items
                .iter()
                .map(|item| format!("- {}", item.replace('\n', "\n  ")));
            items.collect::<Vec<_>>().join("\n")
        }
        Block::Divider => "* * *".to_owned(),
    }
}

fn prefixed(text: &str, prefix: &str) -> String {
    let lines = text.lines().map(|line| format!("{prefix}{line}"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Below the line that mail programs know as the end of what was said (RFC 3676, 4.3).
fn footer(mail: &Outgoing, locales: &Locales) -> String {
    let mut lines = vec![
        "-- ".to_owned(),
        mail.brand.name.clone(),
        mail.reason.clone(),
    ];
    lines.extend(contact(mail, locales));
    if let Some(out) = &mail.unsubscribe {
        lines.push(format!("{}:\n{}", out.label, out.page));
    }
    lines.join("\n")
}

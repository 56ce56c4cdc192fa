//! The HTML part: inline styles and tables for layout, because mail programs know nothing else. Pure.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use web::i18n::Locales;

use crate::message::{Block, Outgoing};
use crate::plain::{contact, greeting};

/// For programs that read styles in the head: the night's colours. The others show the day's.
const NIGHT: &str = "@media (prefers-color-scheme: dark) {\
 .page { background: #12191e !important; }\
 .sheet { background: #1a242a !important; color: #ecefef !important; border-color: #35424a !important; }\
 .box { background: #243138 !important; color: #ecefef !important; }\
 .below { color: #b3bfc5 !important; }\
 .link { color: #8fd3e0 !important; } }";

const FONT: &str =
    "font-family:Verdana,'DejaVu Sans',Arial,sans-serif;font-size:16px;line-height:1.55";

pub fn html_part(mail: &Outgoing, locales: &Locales) -> Markup {
    let colour = &mail.brand.colour;
    html! {
        (DOCTYPE)
        html lang=(mail.to.locale.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="supported-color-schemes" content="light dark";
                title { (mail.subject) }
                style { (PreEscaped(NIGHT)) }
            }
            body.page style="margin:0;padding:0;background:#f6f4ef" {
                @if let Some(first) = first_words(mail) {
                    div style="display:none;max-height:0;overflow:hidden" { (first) }
                }
                table.page role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f6f4ef" {
                    tr { td align="center" style="padding:24px 12px" {
                        table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px" {
                            tr { td align="left" style={ "background:" (colour) ";color:#ffffff;padding:14px 24px;border-radius:8px 8px 0 0;font-weight:bold;" (FONT) } { (mail.brand.name) } }
                            tr { td.sheet align="left" style={ "background:#ffffff;color:#17222b;border:1px solid #d9d5ca;border-top:0;border-radius:0 0 8px 8px;padding:28px 24px 12px;text-align:start;" (FONT) } {
                                h1 dir="auto" style="margin:0 0 20px;font-size:22px;line-height:1.3" { (mail.subject) }
                                p style="margin:0 0 16px" { (greeting(mail, locales)) }
                                @for block in &mail.blocks { (html_block(block, colour)) }
                            } }
                            tr { td.below align="left" style={ "color:#4b5a66;padding:20px 24px;" (FONT) ";font-size:14px" } { (footer(mail, locales)) } }
                        }
                    } }
                }
            }
        }
    }
}

/// What a list of mails shows beside the subject.
fn first_words(mail: &Outgoing) -> Option<&str> {
    mail.blocks.iter().find_map(|block| match block {
        Block::Paragraph(words) => Some(words.as_str()),
        _ => None,
    })
}

fn footer(mail: &Outgoing, locales: &Locales) -> Markup {
    html! {
        p style="margin:0 0 8px" { (mail.reason) }
        @if let Some(out) = &mail.unsubscribe {
            p style="margin:0 0 8px" { (link(&out.label, &out.page)) }
        }
        @if let Some(contact) = contact(mail, locales) { p style="margin:0" { (contact) } }
    }
}

/// What people typed may be in any script: each block goes the way of its own words.
fn html_block(block: &Block, colour: &str) -> Markup {
    html! {
        @match block {
            Block::Paragraph(words) => p dir="auto" style="margin:0 0 16px" { (lines(words)) },
            Block::Heading(words) => h2 dir="auto" style="margin:28px 0 8px;font-size:18px;line-height:1.35" { (words) },
            Block::Quote { name, text } => {
                p dir="auto" style="margin:16px 0 4px;font-weight:bold" { (name) }
                blockquote.box dir="auto" style={ "margin:0 0 16px;padding:10px 16px;background:#f3f1ea;border-left:4px solid " (colour) } { (lines(text)) }
            },
            Block::Button { label, url } => (button(label, url, colour)),
            Block::Link { label, url } => p dir="auto" style="margin:0 0 12px" { (link(label, url)) },
            Block::Code(code) => p.box style="margin:16px 0;padding:14px 20px;background:#f3f1ea;border-radius:8px;text-align:center;font-size:30px;line-height:1.3;letter-spacing:8px;font-weight:bold" { (code) },
            Block::List(items) => ul style="margin:0 0 12px;padding-left:24px" { @for item in items { li dir="auto" style="margin:0 0 6px" { (lines(item)) } } },
            Block::Divider => { hr style="margin:24px 0;border:0;border-top:1px solid #d9d5ca"; },
            Block::Small(words) => p dir="auto" style="margin:0 0 16px;font-size:14px" { (lines(words)) },
        }
    }
}

/// The cell is coloured as well as the link: some programs draw only one of them.
fn button(label: &str, url: &str, colour: &str) -> Markup {
    html! {
        table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0" {
            tr { td style={ "background:" (colour) ";border-radius:8px" } {
                a href=(url) style={ "display:inline-block;padding:13px 24px;background:" (colour) ";color:#ffffff;font-weight:bold;text-decoration:none;border-radius:8px" } { (label) }
            } }
        }
    }
}

fn link(label: &str, url: &str) -> Markup {
    html! { a.link href=(url) style="color:#0b5268" { (label) } }
}

fn lines(text: &str) -> Markup {
    html! { @for (number, line) in text.lines().enumerate() { @if number > 0 { br; } (line) } }
}

//! The HTML part: inline styles and tables for layout, because mail programs know nothing else. Pure.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use web::i18n::Locales;

use crate::message::{Block, Outgoing};
use crate::plain::{contact, greeting};

/// For programs that read styles in the head: the night's colours. The others show the day's.
const NIGHT: &str = "@media (prefers-color-scheme: dark) {\
 .page { background: #10161d !important; }\
 .sheet { background: #1b2430 !important; color: #eef2f6 !important; }\
 .below { color: #b6c2cf !important; }\
 .link { color: #9cc8f5 !important; } }";

const FONT: &str = "font-family:Verdana,Arial,sans-serif;font-size:16px;line-height:1.5";

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
            body.page style="margin:0;padding:0;background:#f3f5f7" {
                table.page role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f5f7" {
                    tr { td align="center" style="padding:24px 12px" {
                        table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px" {
                            tr { td.sheet align="left" style={ "background:#ffffff;color:#1d2a3a;border-top:6px solid " (colour) ";padding:24px;" (FONT) } {
                                p style="margin:0 0 16px;font-weight:bold" { (mail.brand.name) }
                                h1 style="margin:0 0 16px;font-size:22px;line-height:1.3" { (mail.subject) }
                                p style="margin:0 0 16px" { (greeting(mail, locales)) }
                                @for block in &mail.blocks { (html_block(block, colour)) }
                            } }
                            tr { td.below align="left" style={ "color:#4a5868;padding:16px 24px;" (FONT) ";font-size:14px" } { (footer(mail, locales)) } }
                        }
                    } }
                }
            }
        }
    }
}

fn footer(mail: &Outgoing, locales: &Locales) -> Markup {
    html! {
        p style="margin:0 0 8px" { (mail.reason) }
        @if let Some(contact) = contact(mail, locales) { p style="margin:0 0 8px" { (contact) } }
        @if let Some(out) = &mail.unsubscribe {
            p style="margin:0" { (link(&locales.text(mail.to.locale, "mail-unsubscribe", &[]), &out.page)) }
        }
    }
}

fn html_block(block: &Block, colour: &str) -> Markup {
    html! {
        @match block {
            Block::Paragraph(words) => p style="margin:0 0 16px" { (lines(words)) },
            Block::Heading(words) => h2 style="margin:24px 0 8px;font-size:18px" { (words) },
            Block::Quote { name, text } => {
                p style="margin:16px 0 4px;font-weight:bold" { (name) }
                blockquote style={ "margin:0 0 16px;padding:4px 16px;border-left:4px solid " (colour) } { (lines(text)) }
            },
            Block::Button { label, url } => (button(label, url, colour)),
            Block::Link { label, url } => p style="margin:0 0 8px" { (link(label, url)) },
            Block::Code(code) => p style="margin:16px 0;font-size:28px;letter-spacing:6px;font-weight:bold" { (code) },
            Block::List(items) => ul style="margin:0 0 16px;padding-left:24px" { @for item in items { li { (item) } } },
            Block::Divider => { hr style="margin:24px 0;border:0;border-top:1px solid #c3ccd5"; },
            Block::Small(words) => p style="margin:0 0 16px;font-size:14px" { (lines(words)) },
        }
    }
}

/// The cell is coloured as well as the link: some programs draw only one of them.
fn button(label: &str, url: &str, colour: &str) -> Markup {
    html! {
        table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0" {
            tr { td style={ "background:" (colour) ";border-radius:4px" } {
                a href=(url) style={ "display:inline-block;padding:12px 20px;background:" (colour) ";color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px" } { (label) }
            } }
        }
    }
}

fn link(label: &str, url: &str) -> Markup {
    html! { a.link href=(url) style="color:#154273" { (label) } }
}

fn lines(text: &str) -> Markup {
    html! { @for (number, line) in text.lines().enumerate() { @if number > 0 { br; } (line) } }
}

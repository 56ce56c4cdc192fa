//! The poster of a hall link: one sheet of A4, with a code to scan and an address to type over.

use invitations::HallLook;
use issues::Issue;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use web::i18n::Locales;
use web::{Here, Problem};

use crate::desk::common;
use crate::head::Head;
use crate::invitation_parts::readers;
use crate::say::Say;
use crate::scan;

pub fn address(here: &Here, token: &str) -> String {
    format!("{}/zaal/{token}", here.origin)
}

pub fn page(
    say: Say<'_>,
    here: &Here,
    look: &HallLook,
    issue: &Issue,
    token: &str,
) -> Result<Markup, Problem> {
    let address = address(here, token);
    let picture = scan::code(&address)?;
    // Within a page a picture has no prologue.
    let drawn = picture.find("<svg").and_then(|at| picture.get(at..));
    let host = here.origin.split("://").last().unwrap_or_default();
    let (link, tenant) = (&look.link, &look.tenant);
    let args = [
        ("asker", look.asker.clone().unwrap_or_default().into()),
        ("organisation", tenant.name.clone().into()),
        ("day", say.day(link.ends_at).into()),
        ("time", Locales::time(link.ends_at).into()),
        ("address", format!("{host}/controleren").into()),
    ];
    let sentence = |key: &str| say.with(key, &args);
    Ok(html! {
        (DOCTYPE)
        html.np-theme lang=(say.locale.tag()) {
            head {
                (common())
                (Head::private(say.text("site-poster-title")).markup(&say.text("site-name"), say.locale))
                link rel="stylesheet" href="/site.css";
            }
            body {
                p class="np-poster-note" { (say.text("site-poster-print")) }
                main.np-poster {
                    p class="np-poster__who" { (tenant.name) }
                    h1 dir="auto" { (issue.title) }
                    p class="np-poster__question" dir="auto" { (issue.core_question) }
                    div class="np-poster__way" {
                        div class="np-poster__code" role="img" aria-label=(say.text("site-poster-code")) { (PreEscaped(drawn.unwrap_or_default())) }
                        div {
                            h2 { (say.text("site-poster-scan")) }
                            p { (say.text("site-poster-type")) }
                            p class="np-poster__address" { (host) "/zaal/" wbr; span { (token) } }
                            ol {
                                li { (say.text("site-poster-step-sign-in")) }
                                @if link.approval { li { (say.text("site-poster-step-why")) } }
                                @else { li { (say.text("site-poster-step-choose")) } }
                                li { (say.text("site-poster-step-talk")) }
                            }
                        }
                    }
                    h2 { (say.text("site-poster-what")) }
                    p { (say.text(readers(issue.regime))) " " (say.text("site-hall-outcome")) }
                    p class="np-poster__small" {
                        (sentence("site-poster-asker")) " " (sentence("site-hall-until")) " " (sentence("site-poster-check"))
                        @if !tenant.contact_phone.is_empty() { " " (say.with("site-poster-phone", &[("phone", tenant.contact_phone.clone().into())])) }
                    }
                }
            }
        }
    })
}

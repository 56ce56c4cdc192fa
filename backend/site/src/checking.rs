//! A public page to check an invitation by, reached without its link: how a real one looks, whom to call,
//! and whether a link is ours.
//!
//! Promise: checking changes nothing and opens nothing; a link that is not ours tells nothing; one that is
//! tells what its own page tells.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Form, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post};
use db::Db;
use invitations::{Door, HallLook, InvitationFault, Look};
use kernel::{Coded, Scope, Status};
use maud::{Markup, html};
use nominations::NominationFault;
use platform::Secrets;
use platform::tenants::{self, Tenant, TenantFault};
use serde::Deserialize;
use url::Url;
use web::i18n::Locales;
use web::{Anyone, Here, Problem};

use crate::layout::{Page, answer};
use crate::reach::{calling, mailing};

pub fn routes(config: &mut ServiceConfig) {
    config.service(how).service(check);
}

#[derive(Deserialize)]
struct Pasted {
    link: String,
}

/// What became of checking a link.
enum Verdict {
    /// Whatever code stands in it: its address is none of ours.
    Elsewhere,
    Ours(Box<Look>),
    OurHall(Box<HallLook>),
    OurNomination(Box<nominations::Look>),
    /// It was ours, and is over.
    Over,
    NotOurs,
}

#[get("/controleren")]
async fn how(
    Anyone(scope): Anyone,
    db: Data<Db>,
    locales: Data<Locales>,
) -> Result<HttpResponse, Problem> {
    show(&scope, &db, &locales, "", None).await
}

#[post("/controleren")]
async fn check(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    locales: Data<Locales>,
    form: Form<Pasted>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let verdict = if is_ours(&scope, &db, &request, &form.link).await? {
        match token_in(&form.link) {
            Token::Invitation(token) => of_invitation(&scope, &db, &secrets, token).await?,
            Token::Hall(token) => of_hall(&scope, &db, &secrets, token).await?,
            Token::Nomination(token) => of_nomination(&scope, &db, &secrets, token).await?,
        }
    } else {
        Verdict::Elsewhere
    };
    show(&scope, &db, &locales, &form.link, Some(&verdict)).await
}

/// Whether a link begins with the address of this installation, or with a tenant's own; or has none, as when only its code
/// was typed over.
async fn is_ours(
    scope: &Scope,
    db: &Db,
    request: &HttpRequest,
    link: &str,
) -> Result<bool, TenantFault> {
    let Some(host) = host_of(link) else {
        return Ok(true);
    };
    let platform = host_of(&Here::of(request).platform);
    if platform.as_ref() == Some(&host) {
        return Ok(true);
    }
    let tenants = tenants::active(&db.read(scope)).await?;
    let hosts = tenants.into_iter().filter_map(|tenant| tenant.host);
    Ok(hosts.into_iter().any(|own| own == host))
}

async fn of_invitation(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<Verdict, InvitationFault> {
    match invitations::look(scope, db, secrets, token).await {
        Ok(look) => Ok(Verdict::Ours(Box::new(look))),
        Err(fault) if fault.status() == Status::NotFound => Ok(Verdict::NotOurs),
        Err(InvitationFault::Ended) => Ok(Verdict::Over),
        Err(fault) => Err(fault),
    }
}

async fn of_hall(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<Verdict, InvitationFault> {
    match invitations::look_at_hall(scope, db, secrets, token).await {
        Ok(look) => Ok(match look.door {
            Door::Open | Door::Full | Door::Paused => Verdict::OurHall(Box::new(look)),
            Door::Over | Door::Ended | Door::Concluded | Door::Closed => Verdict::Over,
        }),
        Err(fault) if fault.status() == Status::NotFound => Ok(Verdict::NotOurs),
        Err(fault) => Err(fault),
    }
}

async fn of_nomination(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<Verdict, NominationFault> {
    match nominations::look(scope, db, secrets, token).await {
        Ok(look) => Ok(Verdict::OurNomination(Box::new(look))),
        Err(fault) if fault.status() == Status::NotFound => Ok(Verdict::NotOurs),
        Err(NominationFault::Ended) => Ok(Verdict::Over),
        Err(fault) => Err(fault),
    }
}

/// What a pasted link leads to.
#[derive(Debug, PartialEq, Eq)]
enum Token<'a> {
    Invitation(&'a str),
    Hall(&'a str),
    Nomination(&'a str),
}

/// Where a browser would go with this link, as `host:port`; empty when it goes nowhere. None when it has no address.
fn host_of(link: &str) -> Option<String> {
    let link = bare(link);
    // Without a scheme, but with its slashes.
    let link = match link.trim_start_matches(['/', '\\']) {
        address if link.len() > address.len() + 1 => address,
        _ => link,
    };
    let begins = link.split(['/', '\\']).next().unwrap_or_default();
    if begins.is_empty() || begins == link {
        return None;
    }
    let whole = if link.contains(':') && link.contains("//") {
        Url::parse(link)
    } else {
        Url::parse(&format!("https://{link}"))
    };
    let host = whole.ok().and_then(|url| {
        let host = url.host_str()?.to_owned();
        Some(
            url.port()
                .map_or(host.clone(), |port| format!("{host}:{port}")),
        )
    });
    Some(host.unwrap_or_default())
}

fn bare(link: &str) -> &str {
    link.trim().trim_matches(['<', '>', '"'])
}

/// The token at the end of a pasted link, whatever stands around it.
fn token_in(link: &str) -> Token<'_> {
    let link = bare(link);
    if let Some((_, after)) = link.rsplit_once("/voordracht/") {
        return Token::Nomination(first_part(after));
    }
    match link.rsplit_once("/zaal/") {
        Some((_, after)) => Token::Hall(first_part(after)),
        None => Token::Invitation(first_part(
            link.split("/uitnodiging/").last().unwrap_or_default(),
        )),
    }
}

fn first_part(path: &str) -> &str {
    path.split(['/', '?', '#'])
        .next()
        .unwrap_or_default()
        .trim()
}

async fn show(
    scope: &Scope,
    db: &Db,
    locales: &Locales,
    link: &str,
    verdict: Option<&Verdict>,
) -> Result<HttpResponse, Problem> {
    let organisations = tenants::active(&db.read(scope))
        .await
        .map_err(TenantFault::from)?;
    let words = Words { locales, scope };
    let body = html! {
        @if let Some(verdict) = verdict { (words.verdict(verdict)) }
        p { (words.say("site-check-intro")) }
        form method="post" action="/controleren" {
            label for="link" { (words.say("site-check-link")) }
            p.hint id="link-hint" { (words.say("site-check-link-hint")) }
            input type="text" id="link" name="link" required maxlength="500" autocomplete="off" spellcheck="false" inputmode="url" value=(link) aria-describedby="link-hint";
            button type="submit" { (words.say("site-check-go")) }
        }
        h2 { (words.say("site-check-signs")) }
        ul {
            li { (words.say("site-check-sign-address")) }
            li { (words.say("site-check-sign-who")) }
            li { (words.say("site-check-sign-never")) }
            li { (words.say("site-check-sign-code")) }
        }
        h2 { (words.say("site-check-call")) }
        (contacts(&organisations))
    };
    let page = Page {
        locales,
        locale: scope.locale,
        title: words.say("site-check-title"),
        body,
    };
    Ok(answer(StatusCode::OK, &page))
}

fn contacts(organisations: &[Tenant]) -> Markup {
    html! {
        dl {
            @for tenant in organisations {
                dt { a href=(format!("/o/{}", tenant.slug)) { (tenant.name) } }
                @if let Some(host) = &tenant.host { dd { (host) } }
                @if !tenant.contact_phone.is_empty() { dd { (calling(&tenant.contact_phone, &tenant.contact_phone)) } }
                @if !tenant.contact_email.is_empty() { dd { (mailing(&tenant.contact_email, &tenant.contact_email)) } }
            }
        }
    }
}

struct Words<'a> {
    locales: &'a Locales,
    scope: &'a Scope,
}

impl Words<'_> {
    fn say(&self, key: &str) -> String {
        self.locales.text(self.scope.locale, key, &[])
    }

    fn verdict(&self, verdict: &Verdict) -> Markup {
        match verdict {
            Verdict::Ours(look) => html! {
                div role="status" { p { strong { (self.say("site-check-ours")) } } p { (self.ours(look)) } }
            },
            Verdict::OurHall(look) => html! {
                div role="status" { p { strong { (self.say("site-check-ours-hall")) } } p { (self.our_hall(look)) } }
            },
            Verdict::OurNomination(look) => html! {
                div role="status" { p { strong { (self.say("site-check-ours-nomination")) } } p { (self.our_nomination(look)) } }
            },
            Verdict::Elsewhere => {
                html! { div.wrong role="alert" { p { (self.say("site-check-elsewhere")) } } }
            }
            Verdict::Over => html! { div role="status" { p { (self.say("site-check-over")) } } },
            Verdict::NotOurs => {
                html! { div.wrong role="alert" { p { (self.say("site-check-not-ours")) } } }
            }
        }
    }

    fn our_nomination(&self, look: &nominations::Look) -> String {
        let args = [
            ("nominator", look.nominator.clone().into()),
            ("organisation", look.tenant.name.clone().into()),
            ("address", look.nomination.address_hint().into()),
        ];
        self.locales
            .text(self.scope.locale, "site-check-ours-nomination-who", &args)
    }

    fn our_hall(&self, look: &HallLook) -> String {
        let args = [
            ("asker", look.asker.clone().unwrap_or_default().into()),
            ("organisation", look.tenant.name.clone().into()),
            ("place", look.place.clone().unwrap_or_default().into()),
        ];
        self.locales
            .text(self.scope.locale, "site-check-ours-hall-who", &args)
    }

    fn ours(&self, look: &Look) -> String {
        let args = [
            ("inviter", look.inviter.clone().into()),
            ("organisation", look.tenant.name.clone().into()),
            ("address", look.invitation.address_hint().into()),
        ];
        self.locales
            .text(self.scope.locale, "site-check-ours-who", &args)
    }
}

#[cfg(test)]
mod tests {
    use super::{Token, host_of, token_in};

    #[test]
    fn a_link_leads_where_a_browser_goes_with_it() {
        for (pasted, host) in [
            ("https://praat.example/zaal/k7q4-mx2p", "praat.example"),
            ("praat.example:8080/zaal/k7q4-mx2p", "praat.example:8080"),
            ("HTTPS://PRAAT.EXAMPLE:443/zaal/x", "praat.example"),
            ("https://praat.example@boef.example/zaal/x", "boef.example"),
            (
                "https://praat.example\\@boef.example/zaal/x",
                "praat.example",
            ),
            ("https:boef.example//zaal/x", "boef.example"),
            ("boef.example\\zaal/x", "boef.example"),
            ("//boef.example/zaal/x", "boef.example"),
            ("/\\boef.example/zaal/x", "boef.example"),
            ("https://localhost:8092.boef.example/zaal/x", ""),
            ("javascript://zaal/x", "zaal"),
        ] {
            assert_eq!(host_of(pasted).as_deref(), Some(host), "{pasted}");
        }
        for typed in ["a.1.b", " /zaal/k7q4-mx2p ", "k7q4-mx2p"] {
            assert_eq!(host_of(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_link_is_read_however_it_was_pasted() {
        for pasted in [
            "https://example.org/uitnodiging/a.1.b",
            " <https://example.org/uitnodiging/a.1.b> ",
            "https://example.org/uitnodiging/a.1.b?utm=1",
            "https://example.org/uitnodiging/a.1.b/aannemen",
            "a.1.b",
        ] {
            assert_eq!(token_in(pasted), Token::Invitation("a.1.b"), "{pasted}");
        }
        let pasted = "https://example.org/voordracht/a.b?utm=1";
        assert_eq!(token_in(pasted), Token::Nomination("a.b"));
        for pasted in [
            "https://example.org/zaal/k7q4-mx2p",
            "example.org/zaal/k7q4-mx2p/poster",
            " /zaal/k7q4-mx2p ",
        ] {
            assert_eq!(token_in(pasted), Token::Hall("k7q4-mx2p"), "{pasted}");
        }
    }
}

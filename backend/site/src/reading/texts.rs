//! The organisation's own pages.

use actix_web::web::Path;
use actix_web::{HttpResponse, get};
use maud::{Markup, PreEscaped, html};
use platform::markdown;
use platform::tenants::{self, PageKind, Tenant};
use web::Problem;

use crate::cards::page_head;
use crate::desk::{Desk, Leaf, not_found, read};
use crate::head::Head;
use crate::links;
use crate::reach::{calling, mailing};
use crate::say::Say;

#[get("/o/{tenant}/pagina/{kind}")]
pub async fn text_page(desk: Desk, at: Path<(String, String)>) -> Result<HttpResponse, Problem> {
    let (slug, kind) = at.into_inner();
    let kind = PageKind::from_name(&kind).ok_or_else(not_found)?;
    let say = desk.say();
    let tenant = desk.tenant(&slug).await?;
    let page = read(tenants::load_page(&desk.sql(), tenant.id, kind, desk.scope.locale).await)?;
    let text = markdown::page_to_html(&page.body);
    let title = say.text(&format!("page-{}", kind.as_str()));
    let main = html! {
        (page_head(say, &title, None, "", &html! {}))
        @if kind == PageKind::Contact { (at_once(say, &tenant)) }
        div.np-prose dir="auto" { (PreEscaped(&text)) }
    };
    let path = links::text_page(&slug, kind);
    let head = Head {
        title: format!("{title} · {}", tenant.name),
        public: Some(desk.public(Some(&tenant), &path, &markdown::excerpt(&text, 200))),
        feed: None,
    };
    let leaf = Leaf {
        tenant: Some(&tenant),
        head,
        route: "src/app/routes/text-page.tsx",
        main,
    };
    desk.show(leaf).await
}

/// How the organisation is reached, whatever its page says.
fn at_once(say: Say<'_>, tenant: &Tenant) -> Markup {
    let (phone, email) = (&tenant.contact_phone, &tenant.contact_email);
    html! {
        ul role="list" {
            @if !phone.is_empty() { li { (calling(&say.with("contact-call", &[("phone", phone.as_str().into())]), phone)) } }
            @if !email.is_empty() { li { (mailing(&say.with("contact-mail", &[("email", email.as_str().into())]), email)) } }
        }
    }
}

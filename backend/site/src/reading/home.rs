//! The front page of the installation.

use actix_web::{HttpResponse, get};
use maud::html;
use platform::tenants;
use web::Problem;

use crate::cards::{first_paragraph, page_head};
use crate::desk::{Desk, Leaf, read};
use crate::head::Head;
use crate::links;

#[get("/")]
pub async fn show(desk: Desk) -> Result<HttpResponse, Problem> {
    let say = desk.say();
    let tenants = read(tenants::active(&desk.sql()).await)?;
    let next = match desk.scope.person {
        Some(_) => ("/overzicht".to_owned(), "home-to-overview"),
        None => (links::sign_in(Some("/overzicht")), "sign-in"),
    };
    let below = html! {
        div.np-row { a class="utrecht-button utrecht-button--primary-action np-button-link" href=(next.0) { (say.text(next.1)) } }
    };
    let (title, lead) = (say.text("home-title"), say.text("home-lead"));
    let main = html! {
        div class="np-stack np-stack--loose" {
            (page_head(say, &title, None, &lead, &below))
            section.np-stack {
                h2 { (say.text("home-tenants")) }
                ul.np-cards role="list" {
                    @for tenant in &tenants {
                        li.np-card {
                            h3 { a.np-card__link href=(links::tenant(&tenant.slug)) { (tenant.name) } }
                            p dir="auto" { (first_paragraph(&tenant.about)) }
                        }
                    }
                }
            }
            section class="np-stack np-measure" {
                h2 { (say.text("home-how")) }
                ol.np-steps { @for step in ["home-how-1", "home-how-2", "home-how-3"] { li { (say.text(step)) } } }
            }
        }
    };
    let head = Head {
        title,
        public: Some(desk.public(None, "/", &lead)),
        feed: None,
    };
    let leaf = Leaf {
        tenant: None,
        head,
        route: "src/app/routes/home-page.tsx",
        main,
    };
    desk.show(leaf).await
}

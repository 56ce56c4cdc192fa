//! The page behind "fewer or no mails": it asks, and only its buttons act, without signing in.

use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use db::Db;
use kernel::{Coded, Scope, Status};
use maud::{Markup, html};
use notifications::{Level, NotificationFault, Topic, WayOut, WayOutOf};
use platform::Secrets;
use web::i18n::Locales;
use web::{Anyone, Problem};

use crate::layout::{Page, answer};

pub fn routes(config: &mut ServiceConfig) {
    config.service(ask).service(choose);
}

#[get("/afmelden/{token}")]
async fn ask(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    locales: Data<Locales>,
    token: Path<String>,
) -> Result<HttpResponse, Problem> {
    let way_out = match notifications::preview(&scope, &db, &secrets, &token).await {
        Ok(way_out) => way_out,
        Err(fault) => return wrong(&locales, &scope, fault),
    };
    let desk = Desk {
        locales: &locales,
        scope: &scope,
        token: &token,
    };
    let body = html! {
        p { (desk.about("question", &way_out)) }
        @if !way_out.of.is_followed() { p { (desk.say(&format!("site-level-now-{}", way_out.level.as_str()))) } }
        (desk.buttons(&way_out, way_out.level))
        (desk.onwards())
    };
    Ok(desk.show(StatusCode::OK, "site-unsubscribe-title", body))
}

/// A button names a level; a mail program that posts here by itself wants no more mails.
#[post("/afmelden/{token}")]
async fn choose(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    locales: Data<Locales>,
    token: Path<String>,
    form: Bytes,
) -> Result<HttpResponse, Problem> {
    let level = level_of(&form);
    let chosen = notifications::choose_by_link(&scope, &db, &secrets, &token, level).await;
    if let Err(fault) = chosen {
        return wrong(&locales, &scope, fault);
    }
    let way_out = notifications::preview(&scope, &db, &secrets, &token).await?;
    let desk = Desk {
        locales: &locales,
        scope: &scope,
        token: &token,
    };
    let (title, done) = match level {
        Level::Off => (
            "site-unsubscribe-done-title",
            "site-unsubscribe-done".to_owned(),
        ),
        level => (
            "site-level-done-title",
            format!("site-level-now-{}", level.as_str()),
        ),
    };
    let body = html! {
        p role="status" { (desk.say(&done)) }
        @if !way_out.of.is_followed() {
            h2 { (desk.say("site-level-other")) }
            (desk.buttons(&way_out, level))
        }
        (desk.onwards())
    };
    Ok(desk.show(StatusCode::OK, title, body))
}

fn level_of(form: &[u8]) -> Level {
    match form {
        b"level=at-once" => Level::AtOnce,
        b"level=daily" => Level::Daily,
        b"level=weekly" => Level::Weekly,
        _ => Level::Off,
    }
}

struct Desk<'a> {
    locales: &'a Locales,
    scope: &'a Scope,
    token: &'a str,
}

impl Desk<'_> {
    fn say(&self, key: &str) -> String {
        self.locales.text(self.scope.locale, key, &[])
    }

    fn about(&self, what: &str, way_out: &WayOut) -> String {
        let of = match (way_out.of, &way_out.name) {
            (WayOutOf::Issue(_), Some(_)) => "issue",
            (WayOutOf::Issue(_), None) => "issue-unnamed",
            (WayOutOf::Term(_) | WayOutOf::Organisation(_), _) => "term",
            (WayOutOf::Topic(Topic::Talk), _) => "talk",
            (WayOutOf::Topic(Topic::Progress), _) => "progress",
            (WayOutOf::Topic(Topic::Outcomes), _) => "outcomes",
            (WayOutOf::Topic(Topic::New), _) => "new",
            (WayOutOf::Everything, _) => "all",
        };
        let name = way_out.name.clone().unwrap_or_default();
        let key = format!("site-unsubscribe-{what}-{of}");
        let args = [("name", name.into())];
        self.locales.text(self.scope.locale, &key, &args)
    }

    /// One click each; what holds now is not offered.
    fn buttons(&self, way_out: &WayOut, now: Level) -> Markup {
        let levels: &[Level] = match way_out.of {
            WayOutOf::Term(_) | WayOutOf::Organisation(_) => &[Level::Off],
            WayOutOf::Issue(_) | WayOutOf::Topic(_) | WayOutOf::Everything => {
                &[Level::Off, Level::Weekly, Level::Daily, Level::AtOnce]
            }
        };
        html! {
            form.levels method="post" action=(format!("/afmelden/{}", self.token)) {
                @for level in levels.iter().copied().filter(|level| *level != now || levels.len() == 1) {
                    button.quiet[level != Level::Off] type="submit" name="level" value=(level.as_str()) {
                        (self.say(&format!("site-level-{}", level.as_str())))
                    }
                }
            }
        }
    }

    fn onwards(&self) -> Markup {
        html! { p { a href="/instellingen" { (self.say("site-unsubscribe-settings")) } } }
    }

    fn show(&self, status: StatusCode, title: &str, body: Markup) -> HttpResponse {
        let page = Page {
            locales: self.locales,
            locale: self.scope.locale,
            title: self.say(title),
            body,
        };
        answer(status, &page)
    }
}

/// A link that does not fit is said on the page; a fault of ours is not the reader's.
fn wrong(
    locales: &Locales,
    scope: &Scope,
    fault: NotificationFault,
) -> Result<HttpResponse, Problem> {
    if fault.status() != Status::NotFound {
        return Err(fault.into());
    }
    let desk = Desk {
        locales,
        scope,
        token: "",
    };
    let body = html! {
        div.wrong role="alert" { p { (locales.problem(scope.locale, fault.code())) } }
        (desk.onwards())
    };
    Ok(desk.show(StatusCode::NOT_FOUND, "site-unsubscribe-title", body))
}

//! Another language, and leaving: two buttons in the frame that work without scripts.

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::header;
use actix_web::web::{Data, Form, Query, ServiceConfig};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, post};
use db::Db;
use identity::LocalPath;
use identity::cookies::CookiePolicy;
use identity::session::Authentication;
use kernel::Locale;
use serde::Deserialize;
use web::{Anyone, Here, Problem};

pub fn routes(config: &mut ServiceConfig) {
    config.service(choose).service(leave);
}

/// Read by the middleware and by the application; it says nothing about who reads.
pub const COOKIE: &str = "np_lang";

#[derive(Deserialize)]
struct Choice {
    taal: String,
}

#[derive(Deserialize)]
struct Step {
    /// Where what is typed is shown again.
    stap: Option<String>,
}

#[post("/taal")]
async fn choose(
    request: HttpRequest,
    policy: Data<CookiePolicy>,
    step: Query<Step>,
    form: Form<Choice>,
) -> HttpResponse {
    let step = step.stap.as_deref().and_then(LocalPath::parse);
    // With 307 the browser sends the form along, so that nothing typed is lost.
    let mut response = match step {
        Some(_) => HttpResponse::TemporaryRedirect(),
        None => HttpResponse::SeeOther(),
    };
    let to = step.map_or_else(|| came_from(&request), |path| path.as_str().to_owned());
    response.insert_header((header::LOCATION, to));
    if let Some(locale) = Locale::from_tag(&form.taal) {
        response.cookie(cookie(locale, policy.secure));
    }
    response.finish()
}

/// Not HttpOnly: the application's own language switch writes it too.
pub fn cookie(locale: Locale, secure: bool) -> Cookie<'static> {
    Cookie::build(COOKIE, locale.tag())
        .path("/")
        .same_site(SameSite::Lax)
        .secure(secure)
        .max_age(Duration::days(365))
        .finish()
}

#[post("/aanmelden/einde")]
async fn leave(
    Anyone(scope): Anyone,
    db: Data<Db>,
    policy: Data<CookiePolicy>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let who = request.extensions().get::<Authentication>().cloned();
    if let Some(who) = who {
        identity::end_session(&scope, &db, who.session).await?;
    }
    let mut response = HttpResponse::SeeOther();
    response.insert_header((header::LOCATION, "/"));
    for cookie in policy.cleared() {
        response.cookie(cookie);
    }
    Ok(response.finish())
}

/// The page of this site that the reader was on; the front page when the browser does not say.
pub fn came_from(request: &HttpRequest) -> String {
    let referer = request.headers().get(header::REFERER);
    referer
        .and_then(|value| value.to_str().ok())
        .and_then(|page| page.strip_prefix(Here::of(request).origin.as_str()))
        .and_then(LocalPath::parse)
        .map_or_else(|| "/".to_owned(), |path| path.as_str().to_owned())
}

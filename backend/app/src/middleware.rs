//! The layers around every request, in one place: who asks, whether they may ask now, and in which words they are answered.

use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{ConnectionType, Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage, HttpResponse, ResponseError};
use identity::cookies::Kept;
use identity::session::{Authentication, authenticate};
use kernel::{Coded, EventId, Locale, Scope, Status, TenantSet};
use platform::tenants::TenantFault;
use platform::{grants, tenants};
use site::Say;
use site::faults::{self, Refusal};
use tracing::Instrument;
use web::limit::source_key;
use web::{Caller, Problem, localise, refused};

use crate::{State, again, hosts, measures};

pub const API_VERSION: &str = env!("CARGO_PKG_VERSION");

/// From the outside in: a number for the request, who asks, limits, the tenant of the path; on the way back the reader's language and safe headers.
pub async fn around<B: MessageBody + 'static>(
    state: Data<State>,
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    // HEAD asks for the head of what GET would answer (RFC 9110, 9.3.2); the server leaves the body out.
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    let locale = locale_of(
        request.headers(),
        request
            .cookie("np_lang")
            .map(|cookie| cookie.value().to_owned())
            .as_deref(),
    );
    let (now, began) = (state.clock.now(), Instant::now());
    let number = EventId::new(now).uuid();
    let blank = Scope {
        person: None,
        tenants: TenantSet::default(),
        role: None,
        locale,
        now,
        request: number,
        newest: wants_newest(&request),
    };
    let page = is_page(request.path());
    let reading = request.method() == Method::GET;
    // What is logged on the way stands beside the number that the reader may quote.
    let traced = state.traces.request(&request, number);
    let trace = traced.id().map(tracing::field::display);
    let span = tracing::error_span!("request", %number, trace);
    let entry = traced.part(enter(&state, &request, blank)).await;
    // Also of whom the door refuses: their browser holds a token that was replaced, which looks like theft later.
    let renewed = request
        .extensions()
        .get::<Authentication>()
        .and_then(|who| who.renewed.clone());
    let response = match entry {
        Entry::Refused(problem) => {
            span.in_scope(|| request.into_response(problem.error_response()))
        }
        Entry::Elsewhere(response) => request.into_response(response),
        Entry::Asks(scope) => {
            request.extensions_mut().insert(*scope);
            let answering = again::answer(request, &next).instrument(span);
            traced.part(answering).await?.map_into_boxed_body()
        }
    };
    measures::answered(&response, began);
    traced.answered(&response);
    let number = number.to_string();
    let mut response = match refused(&response).filter(|_| page) {
        Some(code) => fault_page(&state, response, locale, code, &number, reading),
        None => localise(response, &state.locales, locale),
    };
    if let Some(tokens) = renewed {
        go_on(response.response_mut(), &state.cookies.set(&tokens))?;
    }
    if state.demo && page {
        response.response_mut().add_cookie(&demo_sign())?;
    }
    keep_for_one(response.headers_mut());
    say_when_to_come_back(response.status(), response.headers_mut());
    if state.leaving.is_cancelled() && response.status() != StatusCode::SWITCHING_PROTOCOLS {
        let head = response.response_mut().head_mut();
        head.set_connection_type(ConnectionType::Close);
    }
    write_headers(response.headers_mut(), page, state.cookies.secure, &number);
    Ok(response)
}

/// The session of before goes on, unless the answer begins or ends one: of two cookies by one name a browser keeps the last.
fn go_on(response: &mut HttpResponse, cookies: &[Cookie<'static>]) -> Result<(), Error> {
    let set = |name: &str| response.cookies().any(|cookie| cookie.name() == name);
    if cookies.iter().any(|cookie| set(cookie.name())) {
        return Ok(());
    }
    for cookie in cookies {
        response.add_cookie(cookie)?;
    }
    Ok(())
}

/// An answer with a cookie is of one browser: whoever keeps it for others would hand them the session.
fn keep_for_one(headers: &mut HeaderMap) {
    if !headers.contains_key(header::SET_COOKIE) {
        return;
    }
    let kept = headers.get(header::CACHE_CONTROL);
    let shared = kept
        .and_then(|value| value.to_str().ok())
        .filter(|kept| !kept.starts_with("private") && !kept.contains("no-store"));
    let alone = shared.map(|kept| format!("private, {}", kept.trim_start_matches("public, ")));
    if let Some(alone) = alone.and_then(|alone| HeaderValue::from_str(&alone).ok()) {
        headers.insert(header::CACHE_CONTROL, alone);
    }
}

/// Whoever finds a part away may ask again soon (RFC 9110, 15.6.4): engines are back within moments, or far later.
fn say_when_to_come_back(status: StatusCode, headers: &mut HeaderMap) {
    if status == StatusCode::SERVICE_UNAVAILABLE && !headers.contains_key(header::RETRY_AFTER) {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
    }
}

/// Tells the pages that this is a demonstration: they show the way to the doors and the mailbox.
fn demo_sign() -> Cookie<'static> {
    Cookie::build("np_demo", "1")
        .path("/")
        .same_site(SameSite::Lax)
        .finish()
}

/// What costs nothing, and what a machine asks that looks after us: the same for everybody, so nobody says who they are.
fn is_free(path: &str) -> bool {
    path.starts_with("/assets/") || path.starts_with("/health/")
}

/// A list may be some moments old, unless the asker says `no-cache` (RFC 9111, 5.2.1.4): our pages do after a change of
/// their own, and after hearing of one.
fn wants_newest(request: &ServiceRequest) -> bool {
    let control = request.headers().get(header::CACHE_CONTROL);
    let said = control.and_then(|value| value.to_str().ok());
    request.method() != Method::GET
        || said.is_some_and(|said| said.contains("no-cache") || said.contains("max-age=0"))
}

/// What people read in a browser; the rest is for programs.
fn is_page(path: &str) -> bool {
    let not = ["/v1/", "/assets/", "/health/", "/.well-known/"];
    path == "/v1/docs" || !not.iter().any(|start| path.starts_with(start))
}

/// A refusal of a page, as a page; its status and its headers stay.
fn fault_page(
    state: &State,
    response: ServiceResponse<BoxBody>,
    locale: Locale,
    code: &'static str,
    number: &str,
    reading: bool,
) -> ServiceResponse<BoxBody> {
    let say = Say {
        locales: &state.locales,
        locale,
    };
    let refusal = Refusal {
        status: response.status(),
        code,
        number,
        reading,
    };
    let body = faults::page(say, &state.shell, &refusal);
    let mut response = response.map_body(|_, _| BoxBody::new(body));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// How a request gets in.
enum Entry {
    Asks(Box<Scope>),
    Elsewhere(HttpResponse),
    Refused(Problem),
}

/// No text holds this character, and no database keeps it.
#[derive(Debug, thiserror::Error)]
#[error("the address holds a character that no text has")]
struct NulInAddress;

impl Coded for NulInAddress {
    fn code(&self) -> &'static str {
        "input.malformed"
    }
    fn status(&self) -> Status {
        Status::BadRequest
    }
}

async fn enter(state: &State, request: &ServiceRequest, blank: Scope) -> Entry {
    if request.uri().to_string().contains("%00") {
        return Entry::Refused(NulInAddress.into());
    }
    let here = match hosts::here(state, request, &blank).await {
        Ok(here) => here,
        Err(fault) => return Entry::Refused(TenantFault::from(fault).into()),
    };
    if let Some(response) = hosts::elsewhere(&here, request) {
        return Entry::Elsewhere(response);
    }
    let origin = here.origin.clone();
    request.extensions_mut().insert(here);
    match identify(state, request, blank, &origin).await {
        Ok(scope) => Entry::Asks(Box::new(scope)),
        Err(problem) => Entry::Refused(problem),
    }
}

/// In whose name, in which tenants; which session it is stands at the request, also when it is refused.
async fn identify(
    state: &State,
    request: &ServiceRequest,
    blank: Scope,
    origin: &str,
) -> Result<Scope, Problem> {
    check_origin(origin, request)?;
    let caller = caller_of(state, request);
    request.extensions_mut().insert(caller);
    if is_free(request.path()) {
        return Ok(blank);
    }
    let cookie = |kept: Kept| {
        let cookie = request.cookie(state.cookies.name(kept))?;
        Some(cookie.value().to_owned())
    };
    let (access, refresh) = (cookie(Kept::Access), cookie(Kept::Refresh));
    let who = authenticate(
        &state.db,
        &state.secrets,
        &blank,
        access.as_deref(),
        refresh.as_deref(),
    )
    .await
    .map_err(TenantFault::from)?;
    let scope = Scope {
        person: who.as_ref().map(|who| who.person),
        ..blank
    };
    if let Some(who) = who {
        request.extensions_mut().insert(who);
    }
    match scope.person {
        Some(person) => state.request_limits.person.check(&person.to_string())?,
        None => state.request_limits.source.check(&source_key(caller.0))?,
    }
    with_tenants(state, request.path(), scope).await
}

/// The set of tenants that this operation may touch: the one in the path, or those in which the person holds a role.
async fn with_tenants(state: &State, path: &str, scope: Scope) -> Result<Scope, Problem> {
    let slug = path
        .strip_prefix("/v1/tenants/")
        .or_else(|| path.strip_prefix("/o/"))
        .and_then(|rest| rest.split('/').next())
        .filter(|slug| !slug.is_empty());
    if let Some(slug) = slug {
        let entered = tenants::enter(&state.db.read_with_keys(&scope, scope.person), scope, slug)
            .await
            .map_err(TenantFault::from)?;
        return Ok(entered.ok_or(TenantFault::NotFound)?);
    }
    let personal = path.starts_with("/v1/me") || path.starts_with("/v1/search");
    match scope.person.filter(|_| personal) {
        Some(person) => {
            let held = grants::tenants_of(&state.db.read_with_keys(&scope, [person]), person)
                .await
                .map_err(TenantFault::from)?;
            Ok(Scope {
                tenants: TenantSet::of(held),
                ..scope
            })
        }
        None => Ok(scope),
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the request came from another site")]
struct ForeignOrigin;

impl Coded for ForeignOrigin {
    fn code(&self) -> &'static str {
        "origin.foreign"
    }
    fn status(&self) -> Status {
        Status::Forbidden
    }
}

/// A change asked for by another site's page is refused, cookies or not.
fn check_origin(own: &str, request: &ServiceRequest) -> Result<(), Problem> {
    if matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    ) {
        return Ok(());
    }
    let text = |name: &HeaderName| {
        request
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap_or("?").to_owned())
    };
    let foreign = text(&header::ORIGIN).is_some_and(|origin| origin != own)
        || text(&HeaderName::from_static("sec-fetch-site"))
            .is_some_and(|site| site == "cross-site");
    if foreign {
        Err(ForeignOrigin.into())
    } else {
        Ok(())
    }
}

fn caller_of(state: &State, request: &ServiceRequest) -> Caller {
    // The proxy's own word is the last one of the last line: whatever stands before may come from the visitor.
    let forwarded = request
        .headers()
        .get_all("x-forwarded-for")
        .last()
        .filter(|_| state.settings.behind_proxy)
        .and_then(|value| value.to_str().ok());
    let last = forwarded
        .and_then(|list| list.rsplit(',').next())
        .and_then(|address| address.trim().parse().ok());
    let peer = request.peer_addr().map(|address| address.ip());
    Caller(
        last.or(peer)
            .unwrap_or_else(|| std::net::IpAddr::from([127, 0, 0, 1])),
    )
}

fn locale_of(headers: &HeaderMap, chosen: Option<&str>) -> Locale {
    let accepted = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    chosen
        .and_then(Locale::from_tag)
        .or_else(|| accepted.and_then(Locale::from_accept_language))
        .unwrap_or_default()
}

/// Nothing inline, nothing from elsewhere, nowhere framed.
const PAGE_POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const API_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";
/// Two years. A browser must not be told so over a line that is not secure (RFC 6797, 7.2).
const SECURE_FOR: &str = "max-age=63072000; includeSubDomains";

fn write_headers(headers: &mut HeaderMap, page: bool, secure: bool, number: &str) {
    let mut set = |name: &'static str, value: &str| {
        let name = HeaderName::from_static(name);
        if let Ok(value) = HeaderValue::from_str(value)
            && !headers.contains_key(&name)
        {
            headers.insert(name, value);
        }
    };
    set("x-request-id", number);
    let policy = if page { PAGE_POLICY } else { API_POLICY };
    set("content-security-policy", policy);
    if secure {
        set("strict-transport-security", SECURE_FOR);
    }
    set("x-content-type-options", "nosniff");
    set("x-frame-options", "DENY");
    set("referrer-policy", "same-origin");
    set(
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    );
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    if !page {
        set("api-version", API_VERSION);
        set("cache-control", "no-store");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_finds_a_part_away_is_told_when_to_come_back() {
        let mut headers = HeaderMap::new();
        say_when_to_come_back(StatusCode::OK, &mut headers);
        assert!(headers.is_empty());
        say_when_to_come_back(StatusCode::SERVICE_UNAVAILABLE, &mut headers);
        assert_eq!(headers.get("retry-after").unwrap(), "2");
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("30"));
        say_when_to_come_back(StatusCode::SERVICE_UNAVAILABLE, &mut headers);
        assert_eq!(
            headers.get("retry-after").unwrap(),
            "30",
            "who knows better says so"
        );
    }

    #[test]
    fn only_over_a_secure_line_a_browser_is_told_to_stay_secure() {
        for secure in [true, false] {
            let mut headers = HeaderMap::new();
            write_headers(&mut headers, true, secure, "1");
            assert_eq!(headers.contains_key("strict-transport-security"), secure);
        }
    }

    #[test]
    fn programs_and_people_are_told_apart_by_address() {
        for page in ["/", "/v1/docs", "/o/ess/opgaven", "/aanmelden"] {
            assert!(is_page(page), "{page}");
        }
        for other in ["/v1/tenants", "/assets/a.js", "/health/live"] {
            assert!(!is_page(other), "{other}");
        }
    }
}

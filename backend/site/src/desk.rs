//! What a page that is read needs of its request, and the page as an answer.

use actix_web::dev::Payload;
use actix_web::http::uri::PathAndQuery;
use actix_web::http::{StatusCode, header};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse};
use db::{Db, DbFault, Read};
use kernel::{Coded, Scope, Status, TenantRole};
use maud::{DOCTYPE, Markup, html};
use platform::tenants::{self, Tenant, TenantFault};
use web::i18n::Locales;
use web::{Here, Problem};

use crate::frame::{Frame, Reader};
use crate::head::{Head, Public};
use crate::links;
use crate::manifest;
use crate::say::Say;
use crate::shell::Shell;

/// The reader, what they read from, and in which words.
pub struct Desk {
    pub scope: Scope,
    pub here: Here,
    /// With its query.
    pub path: String,
    db: Data<Db>,
    locales: Data<Locales>,
    shell: Data<Shell>,
}

/// A page that the server wrote and the application takes over.
pub struct Leaf<'a> {
    pub tenant: Option<&'a Tenant>,
    pub head: Head,
    /// The file of the page in the application that shows the same.
    pub route: &'static str,
    pub main: Markup,
}

#[derive(Debug, thiserror::Error)]
enum PageFault {
    #[error("the request came past the middleware")]
    Unwrapped,
    #[error("no such page")]
    NotFound,
    #[error("the database could not be read")]
    Db(#[from] DbFault),
}

impl Coded for PageFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Unwrapped => "internal",
            Self::Db(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound => Status::NotFound,
            Self::Unwrapped => Status::Internal,
            Self::Db(fault) => fault.status(),
        }
    }
}

/// A page that is not there, or not for this reader: one and the same.
pub fn not_found() -> Problem {
    PageFault::NotFound.into()
}

/// What was read, or why it could not be.
pub fn read<T>(found: Result<T, DbFault>) -> Result<T, Problem> {
    found.map_err(|fault| PageFault::from(fault).into())
}

impl FromRequest for Desk {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(Self::of(request).ok_or_else(|| PageFault::Unwrapped.into()))
    }
}

impl Desk {
    fn of(request: &HttpRequest) -> Option<Self> {
        Some(Self {
            scope: request.extensions().get::<Scope>().cloned()?,
            here: Here::of(request),
            path: request
                .uri()
                .path_and_query()
                .map_or("/", PathAndQuery::as_str)
                .to_owned(),
            db: request.app_data::<Data<Db>>().cloned()?,
            locales: request.app_data::<Data<Locales>>().cloned()?,
            shell: request.app_data::<Data<Shell>>().cloned()?,
        })
    }

    /// The same page for somebody who is nobody: for what is handed to everybody.
    pub fn into_visitor(self) -> Self {
        let scope = self.scope.as_person(None, self.scope.tenants.clone());
        Self { scope, ..self }
    }

    pub fn say(&self) -> Say<'_> {
        Say {
            locales: &self.locales,
            locale: self.scope.locale,
        }
    }

    pub fn db(&self) -> &Db {
        &self.db
    }

    pub fn sql(&self) -> Read {
        self.db.read(&self.scope)
    }

    pub async fn tenant(&self, slug: &str) -> Result<Tenant, Problem> {
        read(tenants::by_slug(&self.sql(), slug).await)?.ok_or_else(|| TenantFault::NotFound.into())
    }

    /// What a public page tells about itself; its one address is at the tenant's own host, if it has one.
    pub fn public(&self, tenant: Option<&Tenant>, path: &str, description: &str) -> Public {
        Public {
            description: description.to_owned(),
            canonical: self.address(tenant, path),
            article: false,
        }
    }

    /// Where a page is, written out.
    pub fn address(&self, tenant: Option<&Tenant>, path: &str) -> String {
        let origin = tenant.map_or_else(
            || self.here.platform.clone(),
            |tenant| tenant.origin(&self.here.platform),
        );
        format!("{origin}{path}")
    }

    pub async fn show(&self, leaf: Leaf<'_>) -> Result<HttpResponse, Problem> {
        let reader = self.reader().await?;
        let frame = Frame {
            say: self.say(),
            tenant: leaf.tenant,
            reader: reader.as_ref(),
            path: Some(&self.path),
            bare: false,
            step: None,
        };
        let body = html! { div id="app" data-shown { (frame.around(&leaf.main)) } };
        let page = self.page(leaf.route, leaf.tenant, &leaf.head, &body);
        Ok(self.answer(StatusCode::OK, page))
    }

    /// A page that only the application can show; without scripts it says what does work.
    pub async fn shell(&self, tenant: Option<&Tenant>) -> Result<HttpResponse, Problem> {
        let reader = self.reader().await?;
        let say = self.say();
        let frame = Frame {
            say,
            tenant,
            reader: reader.as_ref(),
            path: Some(&self.path),
            bare: false,
            step: None,
        };
        let main = html! {
            div class="np-stack np-measure" {
                h1 { (say.text("site-noscript-title")) }
                p { (say.text("site-noscript-text")) }
                ul {
                    li { (say.text("site-noscript-read")) }
                    li { a href=(links::sign_in(Some(&self.path))) { (say.text("site-noscript-sign-in")) } }
                    li { (say.text("site-noscript-answer")) }
                }
                p { a href="/" { (say.text("not-found-home")) } }
            }
        };
        let body = html! { div id="app" { noscript { (frame.around(&main)) } } };
        let head = Head::private(say.text("site-name"));
        let page = self.page("", tenant, &head, &body);
        Ok(self.answer(StatusCode::OK, page))
    }

    fn page(&self, route: &str, tenant: Option<&Tenant>, head: &Head, body: &Markup) -> Markup {
        let say = self.say();
        html! {
            (DOCTYPE)
            html.np-theme lang=(say.locale.tag()) {
                head {
                    (common())
                    (head.markup(&say.text("site-name"), say.locale))
                    (self.shell.styles(route))
                    @if let Some(tenant) = tenant {
                        link id="np-colours" rel="stylesheet" href=(format!("/o/{}/kleuren.css?v={}", tenant.slug, tenant.version));
                    }
                    (self.shell.scripts(route, say.locale))
                }
                body { (body) }
            }
        }
    }

    fn answer(&self, status: StatusCode, page: Markup) -> HttpResponse {
        // What a signed-in person read is not kept for whoever sits down next.
        let keep = match self.scope.person {
            Some(_) => "no-store",
            None => "private, no-cache",
        };
        HttpResponse::build(status)
            .content_type("text/html; charset=utf-8")
            .insert_header((header::CACHE_CONTROL, keep))
            .insert_header((header::VARY, "accept-language, cookie"))
            .insert_header((header::CONTENT_LANGUAGE, self.scope.locale.tag()))
            .body(page.into_string())
    }

    async fn reader(&self) -> Result<Option<Reader>, Problem> {
        let Some(person) = self.scope.person else {
            return Ok(None);
        };
        let sql = self.db.read_with_keys(&self.scope, [person]);
        let card = read(identity::read::people_by_ids(&sql, &[person]).await)?.remove(&person);
        Ok(Some(Reader {
            name: card.map(|card| card.name).unwrap_or_default(),
            memberships: read(tenants::memberships_of(&sql, person).await)?,
            convenes: self.scope.convenes(),
            sets_up: self.scope.role == Some(TenantRole::Owner),
        }))
    }
}

/// What stands in the head of every page.
pub fn common() -> Markup {
    html! {
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="color-scheme" content="light dark";
        meta name="theme-color" content=(manifest::COLOUR);
        link rel="icon" href="/icon.svg" type="image/svg+xml";
        link rel="apple-touch-icon" href="/apple-touch-icon.png";
        link rel="manifest" href="/manifest.webmanifest";
    }
}

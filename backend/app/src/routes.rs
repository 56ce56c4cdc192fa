//! One line per slice.

use std::sync::LazyLock;

use ::web::Problem;
use ::web::allowed::Allowed;
use actix_web::body::BoxBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data, FormConfig, PathConfig, QueryConfig};
use actix_web::{App, Error, HttpRequest, HttpResponse};
use kernel::{Coded, FieldFault, Status};
use realtime::Services as Sockets;
use utoipa_actix_web::AppExt;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{State, demo, docs, health, middleware, openapi};

/// What the contract describes.
pub fn api(config: &mut ServiceConfig<'_>) {
    config
        // The router tries one pattern after the other: what is asked most stands first.
        .configure(threads::routes)
        .configure(issues::routes)
        .configure(platform::tenants::routes)
        .configure(identity::routes)
        .configure(holds::routes)
        .configure(mutes::routes)
        .configure(desk::routes)
        .configure(agreements::routes)
        .configure(responses::routes)
        .configure(dilemmas::routes)
        .configure(maps::routes)
        .configure(tasks::routes)
        .configure(facilitating::routes)
        .configure(networks::routes)
        .configure(people::routes)
        .configure(records::routes)
        .configure(erasure::routes)
        .configure(invitations::routes)
        .configure(reach::routes)
        .configure(nominations::routes)
        .configure(contacts::routes)
        .configure(joins::routes)
        .configure(ties::routes)
        .configure(handovers::routes)
        .configure(emergencies::routes)
        .configure(moderation::routes)
        .configure(notifications::routes)
        .configure(files::routes)
        .configure(results::routes)
        .configure(search::routes);
}

#[derive(Debug, thiserror::Error)]
enum RouteFault {
    #[error("no such resource")]
    NotFound,
    #[error("the query does not fit")]
    Query,
    #[error("the form does not fit")]
    Form,
}

impl Coded for RouteFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Query | Self::Form => "input.invalid",
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound => Status::NotFound,
            Self::Query | Self::Form => Status::BadRequest,
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::NotFound | Self::Form => Vec::new(),
            Self::Query => vec![FieldFault::new("/query", "field.wrong-type")],
        }
    }
}

/// The application, with its layers.
pub fn application(
    state: &State,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<BoxBody>,
        Error = Error,
        InitError = (),
    > + use<>,
> {
    let sockets = Sockets {
        db: state.db.clone(),
        hub: state.hub.clone(),
        secrets: state.secrets.clone(),
        clock: state.clock.clone(),
    };
    let app = App::new()
        .app_data(Data::new(state.clone()))
        .app_data(Data::new(state.db.clone()))
        .app_data(Data::new(state.secrets.clone()))
        .app_data(Data::from(state.pages.clone()))
        .app_data(Data::new(threads::FloodLimits::of(
            state.settings.posts_in_ten_minutes.into(),
        )))
        .app_data(Data::from(state.locales.clone()))
        .app_data(Data::from(state.limits.clone()))
        .app_data(Data::from(state.people_limits.clone()))
        .app_data(Data::from(state.invitation_limits.clone()))
        .app_data(Data::from(state.nomination_limits.clone()))
        .app_data(Data::from(state.contact_limits.clone()))
        .app_data(Data::from(state.moderation_limits.clone()))
        .app_data(Data::new(state.cookies))
        .app_data(Data::new(state.storage.clone()))
        .app_data(Data::new(state.scanner.clone()))
        .app_data(Data::new(files::Gate(&[
            results::read::products::opens_file,
            threads::opens_file,
            moderation::opens_file,
        ])))
        .app_data(Data::from(state.search.clone()))
        .app_data(Data::from(state.shell.clone()))
        .app_data(Data::new(sockets))
        .app_data(
            PathConfig::default().error_handler(|_, _| Problem::from(RouteFault::NotFound).into()),
        )
        .app_data(
            QueryConfig::default().error_handler(|_, _| Problem::from(RouteFault::Query).into()),
        )
        .app_data(
            FormConfig::default().error_handler(|_, _| Problem::from(RouteFault::Form).into()),
        )
        .into_utoipa_app()
        .configure(api)
        .into_app();
    app.configure(realtime::routes)
        .configure(health::routes)
        .configure(openapi::routes)
        .configure(docs::routes)
        .configure(site::routes)
        .configure(demo::routes)
        .default_service(web::to(everything_else))
        .wrap(from_fn(middleware::around))
}

static ALLOWED: LazyLock<Allowed> = LazyLock::new(|| Allowed::by(&openapi::document()));

/// The front end's files; its pages are `site`'s. At an address of the contract it was the method that did not fit.
async fn everything_else(
    state: Data<State>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    if let Some(methods) = ALLOWED.at(request.path()) {
        return Ok(HttpResponse::MethodNotAllowed()
            .insert_header((header::ALLOW, methods))
            .finish());
    }
    let asset = state.assets.answer(&request, request.path());
    asset.ok_or_else(|| RouteFault::NotFound.into())
}

//! Host names: the installation's own, and those of tenants that have one.
//!
//! Promise: an address that nobody registered is answered as the installation's own, and opens nothing more.

use actix_web::HttpResponse;
use actix_web::dev::ServiceRequest;
use actix_web::http::uri::Authority;
use actix_web::http::{Method, header};
use db::DbFault;
use kernel::Scope;
use platform::tenants;
use web::Here;

use crate::State;

/// Where this request came in. The database is asked only for a host that is not the installation's.
pub async fn here(state: &State, request: &ServiceRequest, scope: &Scope) -> Result<Here, DbFault> {
    let platform = state.public_url.clone();
    let at_home = Here {
        origin: platform.clone(),
        platform: platform.clone(),
        tenant: None,
    };
    let Some(host) = host_of(request).filter(|host| !platform.ends_with(&format!("//{host}")))
    else {
        return Ok(at_home);
    };
    let slug = tenants::slug_of_host(&state.db.read(scope), &host).await?;
    Ok(match slug {
        Some(slug) => Here {
            origin: tenants::origin_of(&platform, &host),
            platform,
            tenant: Some(slug),
        },
        None => at_home,
    })
}

/// As the browser names it, with its port when that is not the usual one.
fn host_of(request: &ServiceRequest) -> Option<String> {
    let named = request.headers().get(header::HOST);
    let named = named.and_then(|value| value.to_str().ok());
    let authority = request.uri().authority().map(Authority::as_str);
    named.or(authority).map(str::to_lowercase)
}

/// On a tenant's own host, its home is the front page, and other tenants are elsewhere.
pub fn elsewhere(here: &Here, request: &ServiceRequest) -> Option<HttpResponse> {
    let own = here.tenant.as_deref()?;
    if request.method() != Method::GET {
        return None;
    }
    let path = request.path();
    let to = match path.strip_prefix("/o/") {
        None if path == "/" => format!("/o/{own}"),
        None => return None,
        Some(rest) if rest.split('/').next() == Some(own) => return None,
        Some(_) => format!("{}{}", here.platform, request.uri()),
    };
    Some(
        HttpResponse::TemporaryRedirect()
            .insert_header((header::LOCATION, to))
            .finish(),
    )
}

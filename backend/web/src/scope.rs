//! The scope of a request, put into its extensions by the application's middleware.

use std::future::{Ready, ready};
use std::net::IpAddr;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use kernel::{Coded, Scope, Status};

use crate::Problem;

/// A person who signed in; anybody else gets 401.
#[derive(Clone, Debug)]
pub struct SignedIn(pub Scope);

/// A person or a visitor.
#[derive(Clone, Debug)]
pub struct Anyone(pub Scope);

/// Where a request came from, for limits only; never logged, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caller(pub IpAddr);

#[derive(Debug, thiserror::Error)]
enum SessionFault {
    #[error("no session")]
    Missing,
}

impl Coded for SessionFault {
    fn code(&self) -> &'static str {
        "session.missing"
    }
    fn status(&self) -> Status {
        Status::Unauthorized
    }
}

fn scope_of(request: &HttpRequest) -> Option<Scope> {
    request.extensions().get::<Scope>().cloned()
}

impl FromRequest for SignedIn {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let signed_in = scope_of(request).filter(|scope| scope.person.is_some());
        ready(
            signed_in
                .map(Self)
                .ok_or_else(|| SessionFault::Missing.into()),
        )
    }
}

impl FromRequest for Anyone {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            scope_of(request)
                .map(Self)
                .ok_or_else(|| SessionFault::Missing.into()),
        )
    }
}

impl FromRequest for Caller {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let caller = request.extensions().get::<Self>().copied();
        ready(Ok(caller.unwrap_or(Self(IpAddr::from([127, 0, 0, 1])))))
    }
}

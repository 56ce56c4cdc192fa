//! The cookies that say who somebody is: HttpOnly, SameSite=Lax, and Secure wherever the site is.
//!
//! Promise: no other host plants one of them. Over TLS their names begin with `__Host-`: a browser takes such a cookie
//! from the host itself only, over TLS, for all of its paths (RFC 6265bis, 4.1.3.2). Decision 0013.

use actix_web::cookie::{Cookie, SameSite, time::Duration};

/// What a browser keeps for us. Nobody else says by which name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Access,
    Refresh,
    /// The secret of a sign-in that another host goes on with.
    HandOver,
}

/// Whether cookies travel over TLS only: everywhere but on a loopback address over plain HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CookiePolicy {
    pub secure: bool,
}

/// The tokens of a session, for the browser to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokens {
    pub access: String,
    pub refresh: String,
}

impl CookiePolicy {
    /// For an installation at this address.
    pub fn of(public_url: &str) -> Self {
        Self {
            secure: public_url.starts_with("https://"),
        }
    }

    pub const fn name(self, kept: Kept) -> &'static str {
        match (kept, self.secure) {
            (Kept::Access, true) => "__Host-np_access",
            (Kept::Access, false) => "np_access",
            (Kept::Refresh, true) => "__Host-np_refresh",
            (Kept::Refresh, false) => "np_refresh",
            (Kept::HandOver, true) => "__Host-np_handover",
            (Kept::HandOver, false) => "np_handover",
        }
    }

    pub fn set(self, tokens: &Tokens) -> [Cookie<'static>; 2] {
        [
            self.cookie(Kept::Access, tokens.access.clone(), Duration::days(30)),
            self.cookie(Kept::Refresh, tokens.refresh.clone(), Duration::days(30)),
        ]
    }

    pub fn cleared(self) -> [Cookie<'static>; 2] {
        [
            self.cookie(Kept::Access, String::new(), Duration::ZERO),
            self.cookie(Kept::Refresh, String::new(), Duration::ZERO),
        ]
    }

    pub fn cookie(self, kept: Kept, value: String, age: Duration) -> Cookie<'static> {
        Cookie::build(self.name(kept), value)
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(self.secure)
            .max_age(age)
            .finish()
    }
}

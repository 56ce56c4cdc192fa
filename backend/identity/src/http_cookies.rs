//! The two cookies of a session: HttpOnly, SameSite=Lax, and Secure wherever the site is.

use actix_web::cookie::{Cookie, SameSite, time::Duration};

pub const ACCESS: &str = "np_access";
pub const REFRESH: &str = "np_refresh";

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
    pub fn set(self, tokens: &Tokens) -> [Cookie<'static>; 2] {
        [
            self.cookie(ACCESS, tokens.access.clone(), Duration::days(30)),
            self.cookie(REFRESH, tokens.refresh.clone(), Duration::days(30)),
        ]
    }

    pub fn cleared(self) -> [Cookie<'static>; 2] {
        [
            self.cookie(ACCESS, String::new(), Duration::ZERO),
            self.cookie(REFRESH, String::new(), Duration::ZERO),
        ]
    }

    fn cookie(self, name: &'static str, value: String, age: Duration) -> Cookie<'static> {
        Cookie::build(name, value)
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(self.secure)
            .max_age(age)
            .finish()
    }
}

//! To which address a code went: kept in the browser that asked for it, for as long as the code is good.
//!
//! Promise: nobody reads an address from the link of a page alone; the page says it to the browser in which it was typed.

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use kernel::SignInCodeId;
use percent_encoding::percent_decode_str;

use crate::links::escaped;

const COOKIE: &str = "np_code";

pub fn cookie(code: SignInCodeId, address: &str, secure: bool) -> Cookie<'static> {
    Cookie::build(COOKIE, format!("{code}:{}", escaped(address)))
        .path("/aanmelden")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(secure)
        .max_age(Duration::minutes(15))
        .finish()
}

pub fn read(request: &HttpRequest, code: SignInCodeId) -> Option<String> {
    let cookie = request.cookie(COOKIE)?;
    let (of, address) = cookie.value().split_once(':')?;
    let address = percent_decode_str(address).decode_utf8().ok()?;
    (of == code.to_string()).then(|| address.into_owned())
}

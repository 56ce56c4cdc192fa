//! The addresses of pages, as `frontend/src/app/paths.ts` makes them.

use issues::IssueKind;
use kernel::{IssueId, Locale, ProductId};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use platform::tenants::PageKind;

pub fn tenant(slug: &str) -> String {
    format!("/o/{slug}")
}

pub fn issues(slug: &str) -> String {
    format!("/o/{slug}/opgaven")
}

pub fn issue(slug: &str, id: IssueId) -> String {
    format!("/o/{slug}/opgaven/{id}")
}

/// The page of an issue, or of the network whose room it is.
pub fn page_of(slug: &str, kind: IssueKind, id: IssueId) -> String {
    match kind {
        IssueKind::Issue => issue(slug, id),
        IssueKind::Network => network(slug, id),
    }
}

pub fn networks(slug: &str) -> String {
    format!("/o/{slug}/netwerken")
}

pub fn network(slug: &str, id: IssueId) -> String {
    format!("/o/{slug}/netwerken/{id}")
}

pub fn knowledge(slug: &str) -> String {
    format!("/o/{slug}/kennis")
}

pub fn product(slug: &str, id: ProductId) -> String {
    format!("/o/{slug}/kennis/{id}")
}

/// Of a public page on paper.
pub fn issue_code(slug: &str, id: IssueId) -> String {
    format!("{}/code.svg", issue(slug, id))
}

pub fn product_code(slug: &str, id: ProductId) -> String {
    format!("{}/code.svg", product(slug, id))
}

pub fn people(slug: &str) -> String {
    format!("/o/{slug}/mensen")
}

pub fn agenda(slug: &str) -> String {
    format!("/o/{slug}/agenda")
}

pub fn settings(slug: &str) -> String {
    format!("/o/{slug}/beheer")
}

pub fn text_page(slug: &str, kind: PageKind) -> String {
    format!("/o/{slug}/pagina/{}", kind.as_str())
}

pub fn feed(slug: &str) -> String {
    format!("/o/{slug}/nieuw.atom")
}

/// Signing in, and back to where one was.
pub fn sign_in(back: Option<&str>) -> String {
    match back {
        Some(path) => format!("/aanmelden?next={}", escaped(path)),
        None => "/aanmelden".to_owned(),
    }
}

pub const fn other_language(locale: Locale) -> Locale {
    match locale {
        Locale::Nl => Locale::En,
        Locale::En => Locale::Nl,
    }
}

/// Where somebody without an account follows what they reported, however the token was typed.
pub fn followed_report(tenant: &str, token: &str) -> String {
    format!("/o/{tenant}/gemeld/{}", escaped(token))
}

/// A query of what has a value.
pub fn query(pairs: &[(&str, &str)]) -> String {
    let set: Vec<_> = pairs
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", escaped(value)))
        .collect();
    format!("?{}", set.join("&"))
}

/// What is never special in a query (RFC 3986, 2.3 and 3.4).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// A value in a query.
pub fn escaped(value: &str) -> String {
    utf8_percent_encode(value, PLAIN).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_back_is_one_value_of_the_query() {
        assert_eq!(
            sign_in(Some("/o/ess/opgaven?state=open&x=é")),
            "/aanmelden?next=/o/ess/opgaven%3Fstate%3Dopen%26x%3D%C3%A9"
        );
    }
}

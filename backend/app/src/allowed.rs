//! What may be done at an address of the contract, for whoever asks something else there (RFC 9110, 15.5.6).

use std::sync::LazyLock;

use utoipa::openapi::path::PathItem;
use web::openapi_rules;

use crate::openapi;

/// Each address with the methods that it takes, as the contract has them.
static ADDRESSES: LazyLock<Vec<(String, Vec<&'static str>)>> = LazyLock::new(|| {
    let paths = openapi::document().paths.paths;
    let addresses = paths
        .iter()
        .map(|(path, item)| (path.clone(), methods(item)));
    addresses.collect()
});

fn methods(item: &PathItem) -> Vec<&'static str> {
    let taken = [
        ("GET", item.get.is_some()),
        ("HEAD", item.get.is_some()),
        ("POST", item.post.is_some()),
        ("PUT", item.put.is_some()),
        ("PATCH", item.patch.is_some()),
        ("DELETE", item.delete.is_some()),
    ];
    let taken = taken.into_iter().filter(|(_, takes)| *takes);
    taken.map(|(method, _)| method).collect()
}

/// The methods that this address takes, as `Allow` writes them; none when the contract does not have it.
pub fn at(path: &str) -> Option<String> {
    let path = path.strip_prefix(openapi_rules::BASE)?;
    let mut all: Vec<&str> = Vec::new();
    for (_, methods) in ADDRESSES.iter().filter(|(address, _)| fits(address, path)) {
        for method in methods {
            if !all.contains(method) {
                all.push(method);
            }
        }
    }
    (!all.is_empty()).then(|| all.join(", "))
}

fn fits(address: &str, path: &str) -> bool {
    let (mut written, mut asked) = (address.split('/'), path.split('/'));
    loop {
        match (written.next(), asked.next()) {
            (None, None) => return true,
            (Some(word), Some(part)) if word == part => {}
            (Some(word), Some(part)) if word.starts_with('{') && !part.is_empty() => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_fits_part_by_part() {
        for (address, path, expected) in [
            ("/tenants/{tenant}", "/tenants/ess", true),
            ("/tenants/{tenant}", "/tenants/", false),
            ("/tenants/{tenant}", "/tenants/ess/issues", false),
            ("/me/sessions/{session}", "/me/sessions/_current", true),
            ("/me", "/you", false),
        ] {
            assert_eq!(fits(address, path), expected, "{address} {path}");
        }
    }

    #[test]
    fn what_two_addresses_take_is_said_once() {
        assert_eq!(at("/v1/me/sessions/_current").as_deref(), Some("DELETE"));
        assert_eq!(at("/v1/me/sessions").as_deref(), Some("GET, HEAD, DELETE"));
        assert_eq!(at("/v1/nowhere"), None);
        assert_eq!(at("/me/sessions"), None);
    }
}

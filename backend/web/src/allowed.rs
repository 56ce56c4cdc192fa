//! What may be done at an address of the contract, for whoever asks something else there (RFC 9110, 15.5.6).

use utoipa::openapi::OpenApi;
use utoipa::openapi::path::PathItem;

use crate::openapi_rules;

/// Each address with the methods that it takes, as the contract has them.
#[derive(Debug)]
pub struct Allowed(Vec<(String, Vec<&'static str>)>);

impl Allowed {
    pub fn by(contract: &OpenApi) -> Self {
        let paths = contract.paths.paths.iter();
        Self(
            paths
                .map(|(path, item)| (path.clone(), methods(item)))
                .collect(),
        )
    }

    /// The methods that this address takes, as `Allow` writes them; none when the contract does not have it.
    pub fn at(&self, path: &str) -> Option<String> {
        let path = path.strip_prefix(openapi_rules::BASE)?;
        let mut all: Vec<&str> = Vec::new();
        for (_, methods) in self.0.iter().filter(|(address, _)| fits(address, path)) {
            for method in methods {
                if !all.contains(method) {
                    all.push(method);
                }
            }
        }
        (!all.is_empty()).then(|| all.join(", "))
    }
}

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
    use utoipa::openapi::path::{OperationBuilder, PathsBuilder};
    use utoipa::openapi::{HttpMethod, Info};

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
        let item = |methods: Vec<HttpMethod>| {
            PathItem::from_http_methods(methods, OperationBuilder::new().build())
        };
        let paths = PathsBuilder::new()
            .path(
                "/me/sessions",
                item(vec![HttpMethod::Get, HttpMethod::Delete]),
            )
            .path("/me/{part}", item(vec![HttpMethod::Get, HttpMethod::Put]))
            .build();
        let allowed = Allowed::by(&OpenApi::new(Info::new("", ""), paths));
        let at = |path| allowed.at(path);
        assert_eq!(
            at("/v1/me/sessions").as_deref(),
            Some("GET, HEAD, DELETE, PUT")
        );
        assert_eq!(at("/v1/me/else").as_deref(), Some("GET, HEAD, PUT"));
        assert_eq!(at("/v1/nowhere"), None);
        assert_eq!(at("/me/sessions"), None);
    }
}

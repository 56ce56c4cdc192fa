//! The operations of the contract, for tests that try every one of them: what is added later is tried as well.

use std::collections::HashMap;

use reqwest::Method;
use serde_json::Value;

#[derive(Clone)]
pub struct Operation {
    pub id: String,
    pub method: Method,
    /// With parameters in braces.
    pub path: String,
}

pub fn all() -> Vec<Operation> {
    let document: Value = serde_json::from_str(&app::openapi::TEXT).unwrap();
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if let Some(id) = operation["operationId"].as_str() {
                operations.push(Operation {
                    id: id.to_owned(),
                    method: method.to_uppercase().parse().unwrap(),
                    path: format!("/v1{path}"),
                });
            }
        }
    }
    assert!(operations.len() > 60);
    // Whoever ends their sessions is nobody from then on.
    operations.sort_by_key(|operation| {
        ["end_all_sessions", "end_current_session"].contains(&operation.id.as_str())
    });
    operations
}

pub fn reading() -> Vec<Operation> {
    all()
        .into_iter()
        .filter(|operation| operation.method == Method::GET)
        .collect()
}

/// What to put where a path has a parameter.
pub type Ids = HashMap<&'static str, String>;

impl Operation {
    /// The parameters of the path, in order.
    pub fn parameters(&self) -> Vec<&str> {
        let parts = self.path.split(['{', '}']);
        parts.skip(1).step_by(2).collect()
    }

    /// The path with these ids in it. A parameter that nobody knows fails: say in the test's world what it is.
    pub fn filled(&self, ids: &Ids) -> String {
        let mut filled = String::new();
        for (place, part) in self.path.split(['{', '}']).enumerate() {
            if place % 2 == 0 {
                filled.push_str(part);
            } else {
                let id = ids.get(part);
                filled.push_str(id.unwrap_or_else(|| panic!("what is {part} in {}?", self.path)));
            }
        }
        filled
    }
}

//! Whether the contract tells of an answer: every test that asks the API asks this too.

use std::sync::LazyLock;

use reqwest::Method;
use reqwest::header::HeaderValue;
use serde_json::Value;

static CONTRACT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&app::openapi::text()).unwrap());

/// Ends the test when this answer is none of those that the operation has in the contract. What is no operation is no
/// matter of the contract; nor is a part that is away, or a fault of ours, which tests look for by themselves.
pub fn check(method: &Method, path: &str, status: u16, content_type: Option<&HeaderValue>) {
    let Some(operation) = operation(method, path) else {
        return;
    };
    if status >= 500 {
        return;
    }
    let answer = &operation["responses"][status.to_string()];
    assert!(
        answer.is_object(),
        "{method} {path} answers {status}, and the contract does not say so"
    );
    let Some(kind) = content_type.and_then(|it| it.to_str().ok()) else {
        return;
    };
    let kind = kind.split(';').next().unwrap_or_default();
    let kinds = &answer["content"];
    assert!(
        !kinds[kind].is_null() || !kinds["*/*"].is_null(),
        "{method} {path} answers {status} as {kind}, and the contract does not say so"
    );
}

/// The operation at this address; one that has a word where another has a parameter comes first.
fn operation(method: &Method, path: &str) -> Option<&'static Value> {
    let path = path.strip_prefix("/v1")?;
    let addresses = CONTRACT["paths"].as_object()?.iter();
    let (_, found) = addresses
        .filter(|(address, _)| fits(address, path))
        .min_by_key(|(address, _)| address.matches('{').count())?;
    let method = method.as_str().to_lowercase();
    found.get(if method == "head" {
        "get"
    } else {
        method.as_str()
    })
}

fn fits(address: &str, path: &str) -> bool {
    let (written, asked) = (address.split('/'), path.split('/'));
    written.clone().count() == asked.clone().count()
        && written
            .zip(asked)
            .all(|(word, part)| word == part || word.starts_with('{'))
}

//! Whether the contract tells of an answer: every test that asks the API asks this too.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use reqwest::Method;
use reqwest::header::HeaderValue;
use serde_json::Value;

use crate::once;

/// A line for each answer of each operation: method, address, status, and the kinds of what it may hold.
static CONTRACT: LazyLock<String> = LazyLock::new(|| once::text("contract", lines));

/// Those lines by their method and by how many parts their address has: tests ask this of every answer.
static BY_PARTS: LazyLock<HashMap<(&str, usize), Vec<Line>>> = LazyLock::new(|| {
    let mut all: HashMap<_, Vec<Line>> = HashMap::new();
    for line in CONTRACT.lines() {
        let mut words = line.splitn(3, ' ');
        if let (Some(method), Some(address), Some(answer)) =
            (words.next(), words.next(), words.next())
        {
            let of = (method, parts(address));
            all.entry(of).or_default().push((address, answer));
        }
    }
    all
});

/// An address, and what may be answered there.
type Line = (&'static str, &'static str);

/// Ends the test when this answer is none of those that the operation has in the contract. What is no operation is no
/// matter of the contract; nor is a part that is away, or a fault of ours, which tests look for by themselves.
pub fn check(method: &Method, path: &str, status: u16, content_type: Option<&HeaderValue>) {
    let Some(answers) = answers(method, path).filter(|_| status < 500) else {
        return;
    };
    let Some(kinds) = answers.get(status.to_string().as_str()) else {
        panic!("{method} {path} answers {status}, and the contract does not say so");
    };
    let Some(kind) = content_type.and_then(|it| it.to_str().ok()) else {
        return;
    };
    let kind = kind.split(';').next().unwrap_or_default();
    assert!(
        kinds.contains(&kind) || kinds.contains(&"*/*"),
        "{method} {path} answers {status} as {kind}, and the contract does not say so"
    );
}

/// What the operation at this address may answer; one that has a word where another has a parameter comes first.
fn answers(method: &Method, path: &str) -> Option<BTreeMap<&'static str, Vec<&'static str>>> {
    let path = path.strip_prefix("/v1")?;
    let method = if method == Method::HEAD {
        "GET"
    } else {
        method.as_str()
    };
    let all = BY_PARTS.get(&(method, parts(path)))?;
    let lines: Vec<_> = all
        .iter()
        .filter(|(address, _)| fits(address, path))
        .collect();
    let (closest, _) = lines
        .iter()
        .min_by_key(|(address, _)| address.matches('{').count())?;
    let own = lines.iter().filter(|(address, _)| address == closest);
    Some(
        own.filter_map(|(_, answer)| {
            let mut words = answer.split(' ');
            Some((words.next()?, words.collect()))
        })
        .collect(),
    )
}

fn lines() -> String {
    let contract = serde_json::to_value(app::openapi::document()).unwrap();
    let mut lines = String::new();
    for (address, operations) in contract["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let answers = operation["responses"].as_object();
            for (status, answer) in answers.into_iter().flatten() {
                let answer = said(&contract, answer);
                let kinds = answer["content"].as_object();
                let kinds = kinds.into_iter().flatten().map(|(kind, _)| kind.as_str());
                let words = [method.to_uppercase().as_str(), address, status].map(str::to_owned);
                let words = words.into_iter().chain(kinds.map(str::to_owned));
                lines.push_str(&words.collect::<Vec<_>>().join(" "));
                lines.push('\n');
            }
        }
    }
    lines
}

/// What several operations answer stands in the contract once.
fn said<'a>(contract: &'a Value, answer: &'a Value) -> &'a Value {
    let place = answer["$ref"].as_str().and_then(|it| it.strip_prefix('#'));
    place.and_then(|it| contract.pointer(it)).unwrap_or(answer)
}

fn parts(address: &str) -> usize {
    address.split('/').count()
}

fn fits(address: &str, path: &str) -> bool {
    let (written, asked) = (address.split('/'), path.split('/'));
    written
        .zip(asked)
        .all(|(word, part)| word == part || word.starts_with('{'))
}

//! The contract for people: every operation by subject, from the same document that programs read.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpResponse, get};
use maud::{Markup, html};
use serde_json::Value;
use site::{Page, answer};
use web::Anyone;

use crate::{State, openapi};

pub fn routes(config: &mut ServiceConfig) {
    config.service(show_docs);
}

struct Operation {
    method: String,
    path: String,
    summary: String,
    answers: String,
}

#[get("/v1/docs")]
async fn show_docs(Anyone(scope): Anyone, state: Data<State>) -> HttpResponse {
    let say = |key: &str| state.locales.text(scope.locale, key, &[]);
    let body = html! {
        p { (say("site-docs-intro")) " " a href="/v1/openapi.json" { "openapi.json" } }
        @for (subject, operations) in by_subject() {
            h2 id=(subject) { (subject) }
            @for operation in &operations { (one(operation)) }
        }
    };
    answer(
        StatusCode::OK,
        &Page {
            locales: &state.locales,
            locale: scope.locale,
            title: say("site-docs-title"),
            body,
        },
    )
}

fn one(operation: &Operation) -> Markup {
    html! {
        h3 { code { (operation.method) " " (operation.path) } }
        p { (operation.summary) br; small { (operation.answers) } }
    }
}

fn by_subject() -> BTreeMap<String, Vec<Operation>> {
    let document = serde_json::to_value(openapi::document()).unwrap_or_default();
    let mut subjects: BTreeMap<String, Vec<Operation>> = BTreeMap::new();
    for (path, item) in document
        .get("paths")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let text = |name: &str| {
                operation
                    .get(name)
                    .and_then(Value::as_str)
                    .unwrap_or_default()
                    .to_owned()
            };
            let subject = operation
                .pointer("/tags/0")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned();
            let answers = operation.get("responses").and_then(Value::as_object);
            let answers = answers
                .map(|all| all.keys().cloned().collect::<Vec<_>>().join(" · "))
                .unwrap_or_default();
            subjects.entry(subject).or_default().push(Operation {
                method: method.to_uppercase(),
                path: path.clone(),
                summary: text("summary"),
                answers,
            });
        }
    }
    subjects
}

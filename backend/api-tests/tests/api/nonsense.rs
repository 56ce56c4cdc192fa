//! Nonsense in every place of every operation: refused with a code, never a fault of ours.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::operations::{self, Ids, Operation};
use crate::world::World;

const UNDERSTOOD: &[&str] = &[
    "x",
    "%00",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "%27%3B--",
    "%F0%9F%92%A9",
    "%ff%fe",
    "-1",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
];

fn is_ours(answer: &Answer) -> bool {
    answer.status < 500
        && (answer.status < 400
            || (!answer.code().is_empty() && answer.body["detail"].as_str() != Some("")))
}

async fn say(person: &Person, operation: &Operation, path: &str, body: &[u8]) -> Answer {
    let mut request = person
        .request(operation.method.clone(), path)
        .header("if-match", "\"1\"");
    if operation.method != Method::GET && operation.method != Method::DELETE {
        request = request
            .header("content-type", "application/json")
            .body(body.to_vec());
    }
    person.send(request).await
}

/// Operations after which the asker is somebody else, or gone.
fn ends_something(operation: &Operation) -> bool {
    operation.id.contains("session") || operation.id == "leave_issue"
}

#[tokio::test]
async fn nonsense_in_a_path_is_not_found() {
    let app = TestApp::new().await;
    let world = World::new(&app, "ess", "zeeolifant").await;
    let long = "a".repeat(4_000);
    let mut faults = Vec::new();
    for operation in operations::all().iter().filter(|it| !ends_something(it)) {
        for parameter in operation.parameters() {
            for nonsense in UNDERSTOOD.iter().copied().chain([long.as_str()]) {
                let mut ids: Ids = world.ids.clone();
                let key = world.ids.keys().find(|key| **key == parameter).unwrap();
                ids.insert(key, nonsense.to_owned());
                let answer = say(&world.owner, operation, &operation.filled(&ids), b"{}").await;
                if !is_ours(&answer) {
                    let shown: String = nonsense.chars().take(40).collect();
                    faults.push(format!(
                        "{} {parameter}={shown} {}",
                        operation.id, answer.status
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn nonsense_in_a_question_is_refused_or_ignored() {
    let app = TestApp::new().await;
    let world = World::new(&app, "ess", "zeeolifant").await;
    let document: Value = serde_json::from_str(&app::openapi::TEXT).unwrap();
    let long = "a".repeat(4_000);
    let mut faults = Vec::new();
    for operation in operations::reading() {
        // Nobody asks that much in no time.
        app.advance(Duration::from_secs(1));
        let path = operation.path.trim_start_matches("/v1");
        let parameters = document["paths"][path]["get"]["parameters"].clone();
        let asked = parameters.as_array().into_iter().flatten();
        // Of everything else the convener may ask.
        let asker = match operation.id.as_str() {
            "list_holds" => &world.owner,
            _ => &world.convener,
        };
        for parameter in asked.filter(|it| it["in"] == "query") {
            let name = parameter["name"].as_str().unwrap();
            for nonsense in
                UNDERSTOOD
                    .iter()
                    .copied()
                    .chain([long.as_str(), "", "9999999999999999999999"])
            {
                let path = format!("{}?{name}={nonsense}", operation.filled(&world.ids));
                let answer = say(asker, &operation, &path, b"").await;
                // A number of the right form is a place in the list, whether or not something stands there.
                let is_place = ["", "-1"].contains(&nonsense) || nonsense.len() == 36;
                let wants_refusal = name == "cursor" && !is_place;
                if !is_ours(&answer) || (wants_refusal && answer.status != 400) {
                    let shown: String = nonsense.chars().take(40).collect();
                    faults.push(format!("{} {name}={shown} {}", operation.id, answer.status));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn bodies() -> Vec<Vec<u8>> {
    let deep = format!("{}1{}", "[".repeat(2_000), "]".repeat(2_000));
    let mut bodies: Vec<Vec<u8>> = [
        "",
        "null",
        "[]",
        "7",
        "\"x\"",
        "{",
        "{}{}",
        "{\"a\":1e999}",
        "{\"\\ud800\":1}",
        "\u{feff}{}",
        &deep,
    ]
    .into_iter()
    .map(|text| text.as_bytes().to_vec())
    .collect();
    bodies.push(b"{\"title\":\"\xff\xfe\"}".to_vec());
    bodies.push(vec![0; 100]);
    bodies
}

#[tokio::test]
async fn nonsense_in_a_body_is_refused_with_the_place() {
    let app = TestApp::new().await;
    let world = World::new(&app, "ess", "zeeolifant").await;
    let document: Value = serde_json::from_str(&app::openapi::TEXT).unwrap();
    let (mut faults, mut tried) = (Vec::new(), 0);
    for operation in operations::all().iter().filter(|it| !ends_something(it)) {
        let path = operation.path.trim_start_matches("/v1");
        let method = operation.method.as_str().to_lowercase();
        let takes = &document["paths"][path][&method]["requestBody"]["content"];
        if takes["application/json"].is_null() {
            continue;
        }
        let path = operation.filled(&world.ids);
        // As many tries as there are operations are more than one may do at one moment.
        app.advance(Duration::from_secs(2));
        for body in bodies() {
            let answer = say(&world.convener, operation, &path, &body).await;
            if !is_ours(&answer) || answer.status < 400 {
                let body = String::from_utf8_lossy(&body)
                    .chars()
                    .take(30)
                    .collect::<String>();
                faults.push(format!("{} {body} {}", operation.id, answer.status));
            }
        }
        let unknown = json!({"nope": 1, "neither": {"a": []}}).to_string();
        let answer = say(&world.convener, operation, &path, unknown.as_bytes()).await;
        let pointers: Vec<&str> = answer.body["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|error| error["pointer"].as_str())
            .collect();
        tried += 1;
        let tagged = operation.id == "begin_session";
        if answer.status != 400
            || (!tagged && !["/nope", "/neither"].iter().all(|it| pointers.contains(it)))
        {
            faults.push(format!(
                "{} unknown {} {pointers:?}",
                operation.id, answer.status
            ));
        }
    }
    assert!(tried > 20, "{tried}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The fields of an operation's body that hold text.
fn texts_of(document: &Value, operation: &Operation) -> Vec<String> {
    let path = operation.path.trim_start_matches("/v1");
    let method = operation.method.as_str().to_lowercase();
    let schema =
        &document["paths"][path][&method]["requestBody"]["content"]["application/json"]["schema"];
    let name = schema["$ref"].as_str().unwrap_or_default();
    let name = name.rsplit('/').next().unwrap_or_default();
    let fields = document["components"]["schemas"][name]["properties"].as_object();
    fields
        .into_iter()
        .flatten()
        .filter(|(_, field)| field["type"] == "string" || field["type"][0] == "string")
        .map(|(name, _)| name.clone())
        .collect()
}

#[tokio::test]
async fn control_characters_and_walls_of_text_are_refused_in_every_field() {
    let app = TestApp::new().await;
    let world = World::new(&app, "ess", "zeeolifant").await;
    let document: Value = serde_json::from_str(&app::openapi::TEXT).unwrap();
    let (mut faults, mut tried) = (Vec::new(), 0);
    let hostile = [
        "a\u{0}b".to_owned(),
        "\u{1b}[2J".to_owned(),
        "x".repeat(200_000),
        "\u{200b}".to_owned(),
    ];
    for operation in operations::all().iter().filter(|it| !ends_something(it)) {
        let fields = texts_of(&document, operation);
        if fields.is_empty() {
            continue;
        }
        tried += 1;
        let path = operation.filled(&world.ids);
        for text in &hostile {
            let body: serde_json::Map<String, Value> = fields
                .iter()
                .map(|field| (field.clone(), json!(text)))
                .collect();
            let body = Value::Object(body).to_string();
            let answer = say(&world.owner, operation, &path, body.as_bytes()).await;
            if answer.status >= 500 {
                faults.push(format!("{} {}", operation.id, answer.text));
            }
        }
    }
    assert!(tried > 15, "{tried}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

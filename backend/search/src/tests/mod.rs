//! Both engines with our words: the embedded one on a directory that is thrown away, the remote one against a stand-in,
//! and against a live server when `MEILI_URL` and `MEILI_KEY` are set.

pub mod contract;
mod embedded;
mod judged;
mod remote;

use kernel::{IssueId, Timestamp};
use tempfile::TempDir;
use uuid::Uuid;

use crate::analysis::asked;
use crate::document::Reader;
use crate::engine::{How, Question};
use crate::tantivy::Embedded;
use crate::{Document, Engine, EngineFault, Key, Kind};

pub fn engine() -> (TempDir, Embedded) {
    let dir = TempDir::new().unwrap();
    let engine = Embedded::open(dir.path()).unwrap();
    (dir, engine)
}

pub fn key(number: u128) -> Key {
    Key {
        kind: Kind::Post,
        tenant: Uuid::from_u128(1).into(),
        id: Uuid::from_u128(number),
    }
}

pub fn document(number: u128, title: &str, body: &str) -> Document {
    Document {
        key: key(number),
        title: title.to_owned(),
        body: body.to_owned(),
        also: String::new(),
        terms: Vec::new(),
        readers: vec![Reader::Public],
        date: Timestamp::from_millis(i64::try_from(number).unwrap()),
    }
}

pub fn question(text: &str) -> Question {
    Question {
        words: asked(text),
        how: How::Strict,
        readers: vec![Reader::Public],
        kind: None,
        tenant: None,
        theme: None,
        region: None,
        from: None,
        until: None,
        skip: 0,
        most: 20,
    }
}

/// As search asks: strictly, then forgivingly, then for any of the words.
pub async fn found(engine: &dyn Engine, text: &str) -> Vec<u128> {
    for how in How::ORDER {
        let numbers = found_as(engine, how, text).await;
        if !numbers.is_empty() {
            return numbers;
        }
    }
    Vec::new()
}

pub async fn found_as(engine: &dyn Engine, how: How, text: &str) -> Vec<u128> {
    let question = Question {
        how,
        ..question(text)
    };
    let keys = engine.find(&question).await.unwrap();
    keys.into_iter().map(|key| key.id.as_u128()).collect()
}

/// There is nothing to ask yet.
pub async fn is_not_ready(engine: &dyn Engine) -> bool {
    let asked = engine.find(&question("groen")).await;
    matches!(asked, Err(EngineFault::NotReady))
}

pub fn issue(number: u128) -> IssueId {
    Uuid::from_u128(number).into()
}

//! The queue of the stand-in: first come, first done.

use serde_json::{Value, json};

use super::indexes::Indexes;
use super::{Answer, error};

const WHEN: &str = "2026-11-24T12:00:00Z";

pub enum Work {
    Create,
    Drop,
    Set(Value),
    Put(Value),
    Take(Value),
    Swap(Value),
}

struct Task {
    index: Option<String>,
    work: Work,
    status: &'static str,
    error: Option<Value>,
}

#[derive(Default)]
pub struct Tasks {
    all: Vec<Task>,
    fails: Option<(&'static str, String)>,
}

impl Tasks {
    /// Notes what is to be done; what the server says at once.
    pub fn take(&mut self, index: Option<&str>, work: Work) -> Value {
        let task = Task {
            index: index.map(str::to_owned),
            work,
            status: "enqueued",
            error: None,
        };
        let said = json!({
            "taskUid": self.all.len(),
            "indexUid": task.index,
            "status": task.status,
            "type": task.work.kind(),
            "enqueuedAt": WHEN,
        });
        self.all.push(task);
        said
    }

    pub fn fail_one(&mut self, kind: &'static str, reason: &str) {
        self.fails = Some((kind, reason.to_owned()));
    }

    /// The first task that is not done goes one step further.
    pub fn step(&mut self, indexes: &mut Indexes) {
        let waiting = |task: &&mut Task| ["enqueued", "processing"].contains(&task.status);
        let Some(task) = self.all.iter_mut().find(waiting) else {
            return;
        };
        if task.status == "enqueued" {
            task.status = "processing";
            return;
        }
        let fails = self.fails.take_if(|(kind, _)| *kind == task.work.kind());
        let done = match fails {
            Some((_, reason)) => Err(("internal", "internal", reason)),
            None => task.do_it(indexes),
        };
        task.status = if done.is_ok() { "succeeded" } else { "failed" };
        task.error = done
            .err()
            .map(|(code, kind, reason)| error(0, code, kind, &reason).1);
    }

    pub fn show(&self, number: usize) -> Answer {
        let Some(task) = self.all.get(number) else {
            return error(404, "task_not_found", "invalid_request", "No such task.");
        };
        let ended = ["succeeded", "failed"].contains(&task.status);
        let began = task.status != "enqueued";
        let shown = json!({
            "uid": number,
            "indexUid": task.index,
            "status": task.status,
            "type": task.work.kind(),
            "canceledBy": null,
            "details": null,
            "error": task.error,
            "duration": ended.then_some("PT0.001S"),
            "enqueuedAt": WHEN,
            "startedAt": began.then_some(WHEN),
            "finishedAt": ended.then_some(WHEN),
        });
        (200, shown)
    }
}

impl Work {
    fn kind(&self) -> &'static str {
        match self {
            Self::Create => "indexCreation",
            Self::Drop => "indexDeletion",
            Self::Set(_) => "settingsUpdate",
            Self::Put(_) => "documentAdditionOrUpdate",
            Self::Take(_) => "documentDeletion",
            Self::Swap(_) => "indexSwap",
        }
    }
}

type Refused = (&'static str, &'static str, String);

fn refused(code: &'static str, reason: impl Into<String>) -> Refused {
    (code, "invalid_request", reason.into())
}

impl Task {
    fn do_it(&self, indexes: &mut Indexes) -> Result<(), Refused> {
        let name = self.index.clone().unwrap_or_default();
        let absent = || refused("index_not_found", format!("Index `{name}` not found."));
        let there = indexes.get(&name).is_some();
        match &self.work {
            Work::Create if there => Err(refused("index_already_exists", "It exists already.")),
            Work::Create => {
                indexes.reach(&name);
                Ok(())
            }
            Work::Drop => indexes.lose(&name).then_some(()).ok_or_else(absent),
            Work::Set(settings) => {
                let given = settings.as_object().unwrap().clone();
                indexes.reach(&name).settings.extend(given);
                Ok(())
            }
            Work::Put(documents) => {
                for document in documents.as_array().unwrap() {
                    let id = document_id(document)?;
                    indexes.reach(&name).documents.insert(id, document.clone());
                }
                Ok(())
            }
            Work::Take(_) if !there => Err(absent()),
            Work::Take(ids) => {
                for id in ids.as_array().unwrap() {
                    indexes.reach(&name).documents.remove(id.as_str().unwrap());
                }
                Ok(())
            }
            Work::Swap(pairs) => {
                let pair = |pair: &Value| {
                    let name = |place: usize| pair["indexes"][place].as_str().unwrap().to_owned();
                    (name(0), name(1))
                };
                let pairs: Vec<_> = pairs.as_array().unwrap().iter().map(pair).collect();
                let swapped = indexes.swap(&pairs);
                swapped.map_err(|reason| refused("index_not_found", reason))
            }
        }
    }
}

/// Letters, digits, hyphens and underscores; nothing else.
fn document_id(document: &Value) -> Result<String, Refused> {
    let id = document["id"].as_str().unwrap_or_default();
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    if id.is_empty() || !id.chars().all(fits) {
        let reason = format!("Document identifier `{id}` is invalid.");
        return Err(refused("invalid_document_id", reason));
    }
    Ok(id.to_owned())
}

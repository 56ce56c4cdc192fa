//! Indexes of the stand-in: settings and documents by id.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Answer, error, no_index};

const WHEN: &str = "2026-11-24T12:00:00Z";

pub struct Index {
    pub settings: Map<String, Value>,
    pub documents: BTreeMap<String, Value>,
}

/// As a server makes one by itself, for a document that comes in.
impl Default for Index {
    fn default() -> Self {
        let settings = json!({
            "searchableAttributes": ["*"],
            "displayedAttributes": ["*"],
            "filterableAttributes": [],
            "sortableAttributes": [],
        });
        Self {
            settings: settings.as_object().unwrap().clone(),
            documents: BTreeMap::new(),
        }
    }
}

#[derive(Default)]
pub struct Indexes(BTreeMap<String, Index>);

impl Indexes {
    pub fn get(&self, name: &str) -> Option<&Index> {
        self.0.get(name)
    }

    /// Made when it is not there, as by documents and settings.
    pub fn reach(&mut self, name: &str) -> &mut Index {
        self.0.entry(name.to_owned()).or_default()
    }

    pub fn lose(&mut self, name: &str) -> bool {
        self.0.remove(name).is_some()
    }

    /// All or nothing.
    pub fn swap(&mut self, pairs: &[(String, String)]) -> Result<(), String> {
        let mut all = pairs.iter().flat_map(|(one, other)| [one, other]);
        if let Some(absent) = all.find(|name| !self.0.contains_key(*name)) {
            return Err(format!("Index `{absent}` not found."));
        }
        for (one, other) in pairs {
            let (first, second) = (self.0.remove(one).unwrap(), self.0.remove(other).unwrap());
            self.0.insert(one.clone(), second);
            self.0.insert(other.clone(), first);
        }
        Ok(())
    }

    pub fn names(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }

    pub fn count(&self, name: &str) -> Option<usize> {
        self.get(name).map(|index| index.documents.len())
    }

    pub fn show(&self, name: &str) -> Answer {
        let shown = json!({"uid": name, "createdAt": WHEN, "updatedAt": WHEN, "primaryKey": "id"});
        self.get(name)
            .map_or_else(|| no_index(name), |_| (200, shown))
    }

    pub fn settings(&self, name: &str) -> Answer {
        match self.get(name) {
            Some(index) => (200, Value::Object(index.settings.clone())),
            None => no_index(name),
        }
    }

    pub fn document(&self, name: &str, id: &str) -> Answer {
        let Some(index) = self.get(name) else {
            return no_index(name);
        };
        let said = format!("Document `{id}` not found.");
        let absent = || error(404, "document_not_found", "invalid_request", &said);
        index
            .documents
            .get(id)
            .map_or_else(absent, |found| (200, found.clone()))
    }
}

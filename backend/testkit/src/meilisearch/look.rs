//! Questions to the stand-in: all words of a query must stand in a document.

use serde_json::{Map, Value, json};

use super::filter::passes;
use super::indexes::Index;
use super::{Answer, Indexes, error, no_index};

/// A word that is asked for.
struct Term {
    text: String,
    /// Between quotes: as it is.
    exact: bool,
    last: bool,
}

pub fn multi_search(indexes: &Indexes, body: &Value) -> Answer {
    let mut results = Vec::new();
    for query in body["queries"].as_array().unwrap() {
        let name = query["indexUid"].as_str().unwrap();
        let Some(index) = indexes.get(name) else {
            return no_index(name);
        };
        match search(index, query) {
            Ok(hits) => results.push(json!({
                "indexUid": name,
                "hits": hits,
                "query": query["q"].as_str().unwrap_or_default(),
                "processingTimeMs": 0,
                "offset": 0,
                "limit": query["limit"],
                "estimatedTotalHits": hits.len(),
            })),
            Err((code, said)) => return error(400, code, "invalid_request", &said),
        }
    }
    (200, json!({"results": results}))
}

type Refused = (&'static str, String);

fn search(index: &Index, query: &Value) -> Result<Vec<Value>, Refused> {
    let searchable = names(&index.settings["searchableAttributes"]);
    let on = match query.get("attributesToSearchOn").map(names) {
        Some(on) => {
            if let Some(stranger) = on.iter().find(|name| !searchable.contains(name)) {
                let said = format!("Attribute `{stranger}` is not searchable.");
                return Err(("invalid_search_attributes_to_search_on", said));
            }
            on
        }
        None => searchable,
    };
    let terms = terms(query["q"].as_str().unwrap_or_default());
    let mut hits: Vec<(f64, &Value)> = Vec::new();
    for document in index.documents.values() {
        if let Some(filter) = query["filter"].as_str() {
            let filterable = filterable(&index.settings["filterableAttributes"]);
            let passed = passes(document, filter, &filterable).map_err(|attribute| {
                let said = format!("Attribute `{attribute}` is not filterable.");
                ("invalid_search_filter", said)
            })?;
            if !passed {
                continue;
            }
        }
        if let Some(score) = score(index, document, &on, &terms) {
            hits.push((score, document));
        }
    }
    sort(
        &mut hits,
        query,
        &names(&index.settings["sortableAttributes"]),
    )?;
    let limit = query["limit"].as_u64().unwrap_or(20);
    let shown = hits
        .into_iter()
        .take(usize::try_from(limit).unwrap())
        .map(|(score, document)| shown(index, query, document, score));
    Ok(shown.collect())
}

fn sort(hits: &mut [(f64, &Value)], query: &Value, sortable: &[String]) -> Result<(), Refused> {
    match query["sort"][0].as_str() {
        None => hits.sort_by(|one, other| other.0.total_cmp(&one.0)),
        Some(order) => {
            let (attribute, direction) = order.split_once(':').unwrap();
            assert_eq!(direction, "desc");
            if !sortable.iter().any(|name| name == attribute) {
                let said = format!("Attribute `{attribute}` is not sortable.");
                return Err(("invalid_search_sort", said));
            }
            hits.sort_by_key(|(_, document)| std::cmp::Reverse(document[attribute].as_i64()));
        }
    }
    Ok(())
}

fn shown(index: &Index, query: &Value, document: &Value, score: f64) -> Value {
    let displayed = names(&index.settings["displayedAttributes"]);
    let wanted = query.get("attributesToRetrieve").map(names);
    let fits = |name: &String| {
        let in_list = |list: &[String]| list.iter().any(|it| it == "*" || it == name);
        in_list(&displayed) && wanted.as_deref().is_none_or(in_list)
    };
    let fields = document.as_object().unwrap().clone().into_iter();
    let mut hit: Map<String, Value> = fields.filter(|(name, _)| fits(name)).collect();
    if query["showRankingScore"] == true {
        hit.insert("_rankingScore".into(), score.into());
    }
    Value::Object(hit)
}

fn terms(text: &str) -> Vec<Term> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let count = words.len();
    let term = |(place, word): (usize, &str)| Term {
        text: word.trim_matches('"').to_lowercase(),
        exact: word.starts_with('"'),
        last: place + 1 == count,
    };
    words.into_iter().enumerate().map(term).collect()
}

/// How good a document is for these words, at most 1; none when one of them does not stand in it.
fn score(index: &Index, document: &Value, on: &[String], terms: &[Term]) -> Option<f64> {
    let mut sum = 0.0;
    for term in terms {
        let places = on.iter().enumerate();
        let scores = places.filter_map(|(rank, attribute)| {
            let tolerant = !typos(index, "disableOnAttributes").contains(attribute);
            let words = document[attribute.as_str()].as_str()?.split_whitespace();
            let nearest = words
                .filter_map(|word| distance(index, term, word, tolerant))
                .min()?;
            Some(1.0 - 0.2 * f64::from(nearest) - 0.05 * f64::from(u32::try_from(rank).unwrap()))
        });
        sum += scores.max_by(f64::total_cmp)?;
    }
    let count = u32::try_from(terms.len().max(1)).unwrap();
    Some(if terms.is_empty() {
        1.0
    } else {
        sum / f64::from(count)
    })
}

/// How many letters are wrong, when that is no more than the settings allow.
fn distance(index: &Index, term: &Term, word: &str, tolerant: bool) -> Option<u32> {
    if term.text == word {
        return Some(0);
    }
    if term.exact {
        return None;
    }
    if term.last && word.starts_with(&term.text) {
        return Some(0);
    }
    let most = if tolerant {
        allowed(index, &term.text)
    } else {
        0
    };
    let (asked, letters) = (term.text.chars().count(), word.chars().count());
    if most == 0 || letters + 2 < asked || (!term.last && letters > asked + 2) {
        return None;
    }
    let wrong = |word: &str| {
        let letters = u32::try_from(strsim::osa_distance(&term.text, word)).unwrap();
        // The first letter counts twice.
        letters + u32::from(letters > 0 && term.text.chars().next() != word.chars().next())
    };
    let beginnings = (asked.saturating_sub(1)..=asked + 1)
        .filter(|_| term.last)
        .map(|letters| wrong(&word.chars().take(letters).collect::<String>()));
    let nearest = beginnings.chain([wrong(word)]).min()?;
    (nearest <= most).then_some(nearest)
}

fn allowed(index: &Index, word: &str) -> u32 {
    let settings = &index.settings["typoTolerance"];
    let least = |name: &str, usual: u64| {
        let sizes = &settings["minWordSizeForTypos"];
        usize::try_from(sizes[name].as_u64().unwrap_or(usual)).unwrap()
    };
    let numbers = settings["disableOnNumbers"] == true;
    if numbers && word.chars().all(|letter| letter.is_ascii_digit()) {
        return 0;
    }
    match word.chars().count() {
        letters if letters >= least("twoTypos", 9) => 2,
        letters if letters >= least("oneTypo", 5) => 1,
        _ => 0,
    }
}

fn typos(index: &Index, name: &str) -> Vec<String> {
    let settings = index.settings.get("typoTolerance");
    settings.map_or_else(Vec::new, |settings| names(&settings[name]))
}

fn names(list: &Value) -> Vec<String> {
    let names = list.as_array().into_iter().flatten();
    names
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect()
}

/// Names alone, or with what may be done with them.
fn filterable(list: &Value) -> Vec<String> {
    let each = list.as_array().into_iter().flatten();
    let mut all = names(list);
    all.extend(each.flat_map(|granular| names(&granular["attributePatterns"])));
    all
}

//! How the server's indexes are set up. Whoever changes this, or what a row is made of, counts `SHAPE` up: indexes of
//! another shape are built anew beside the old ones.

use meilisearch_sdk::settings::{
    FilterFeatureModes, FilterFeatures, FilterableAttribute, FilterableAttributesSettings,
    LocalizedAttributes, MinWordSizeForTypos, PaginationSetting, Settings, TypoToleranceSettings,
};

/// Counts what words, documents and settings are made of.
pub const SHAPE: u32 = 2;
/// Nobody leafs further: see `gather.rs`.
pub const MOST_HITS: usize = 2_000;
/// A question that takes longer is answered with what was found so far, in milliseconds.
const LONGEST_LOOK: u64 = 500;

/// The attributes in which words are looked for, those that say most first.
const SEARCHED: [&str; 6] = ["title", "title_stems", "words", "stems", "parts", "heads"];
/// In these a letter more or less makes another word.
const EXACT: [&str; 2] = ["parts", "heads"];

pub fn settings() -> Settings {
    let only = |names: &[&str]| Some(names.iter().map(|&name| name.to_owned()).collect());
    Settings {
        searchable_attributes: only(&SEARCHED),
        // Nothing that was written can be read back from here.
        displayed_attributes: only(&["id", "date"]),
        filterable_attributes: Some(vec![
            filterable(&["tenant", "readers", "terms"], false),
            filterable(&["date"], true),
        ]),
        sortable_attributes: only(&["date"]),
        ranking_rules: only(&["words", "typo", "attribute", "sort", "exactness"]),
        typo_tolerance: Some(TypoToleranceSettings {
            enabled: Some(true),
            disable_on_attributes: only(&EXACT),
            disable_on_words: None,
            // As in `Word::mistypes`.
            min_word_size_for_typos: Some(MinWordSizeForTypos {
                one_typo: Some(4),
                two_typos: Some(9),
            }),
            disable_on_numbers: Some(true),
        }),
        // Our forms stand in no order that means anything.
        proximity_precision: Some("byAttribute".to_owned()),
        localized_attributes: Some(vec![LocalizedAttributes {
            locales: vec!["nld".to_owned()],
            attribute_patterns: vec!["*".to_owned()],
        }]),
        pagination: Some(PaginationSetting {
            max_total_hits: MOST_HITS,
        }),
        search_cutoff_ms: Some(LONGEST_LOOK),
        ..Settings::new()
    }
}

fn filterable(names: &[&str], comparison: bool) -> FilterableAttribute {
    FilterableAttribute::Settings(FilterableAttributesSettings {
        attribute_patterns: names.iter().map(|&name| name.to_owned()).collect(),
        features: FilterFeatures {
            facet_search: false,
            filter: FilterFeatureModes {
                equality: true,
                comparison,
            },
        },
    })
}

/// Whether an index was set up by us: one that the server made by itself, for a document that came in, was not.
pub fn are_ours(found: &Settings) -> bool {
    found.searchable_attributes == settings().searchable_attributes
}

//! Settings of a search server, when there is one.

use std::time::Duration;

use crate::check::is_server;
use crate::{Settings, StartFault};

impl Settings {
    /// The search server; none when this program searches by itself.
    pub fn search_server(&self) -> Result<Option<search::Server>, StartFault> {
        let wrong = |name, hint: &str| Err(StartFault::Setting(name, hint.to_owned()));
        let Some(url) = &self.search_url else {
            return if self.search_key.is_some() || self.search_key_file.is_some() {
                wrong(
                    "NP_SEARCH_URL",
                    "set it together with the key, for example http://127.0.0.1:7700",
                )
            } else {
                Ok(None)
            };
        };
        if !is_server(url) {
            return wrong(
                "NP_SEARCH_URL",
                "use the form http://127.0.0.1:7700, without a path, a name or a password",
            );
        }
        let fits = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
        if self.search_prefix.is_empty() || !self.search_prefix.chars().all(fits) {
            return wrong("NP_SEARCH_PREFIX", "use letters, digits, - and _");
        }
        if self.search_patience == 0 {
            return wrong("NP_SEARCH_PATIENCE", "use 1 or more");
        }
        Ok(Some(search::Server {
            url: url.trim_end_matches('/').to_owned(),
            key: self.search_key()?,
            prefix: self.search_prefix.clone(),
            patience: Duration::from_millis(self.search_patience),
        }))
    }

    fn search_key(&self) -> Result<Option<String>, StartFault> {
        let wrong = |name, hint: String| Err(StartFault::Setting(name, hint));
        let (name, key) = match (&self.search_key, &self.search_key_file) {
            (Some(_), Some(_)) => {
                return wrong(
                    "NP_SEARCH_KEY_FILE",
                    "set NP_SEARCH_KEY or NP_SEARCH_KEY_FILE, not both".to_owned(),
                );
            }
            (None, None) => return Ok(None),
            (Some(key), None) => ("NP_SEARCH_KEY", key.clone()),
            (None, Some(file)) => match std::fs::read_to_string(file) {
                Ok(key) => ("NP_SEARCH_KEY_FILE", key),
                Err(error) => {
                    return wrong(
                        "NP_SEARCH_KEY_FILE",
                        format!("{error}: name a file that holds the key and nothing else"),
                    );
                }
            },
        };
        let key = key.trim();
        if key.is_empty() || !key.chars().all(|letter| letter.is_ascii_graphic()) {
            return wrong(
                name,
                "the key is one word of letters, digits and signs".to_owned(),
            );
        }
        Ok(Some(key.to_owned()))
    }
}

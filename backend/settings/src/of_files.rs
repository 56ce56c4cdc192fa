//! Settings of people's files: where they are kept, and who looks at them first.

use std::path::PathBuf;

use files::Scanner;

use crate::{Settings, StartFault};

impl Settings {
    pub fn files_dir(&self) -> PathBuf {
        self.data_dir.join("files")
    }

    /// The bucket for people's files, when there is one.
    pub fn bucket(&self) -> Result<Option<files::Bucket>, StartFault> {
        let wrong = |name, hint: &str| StartFault::Setting(name, hint.to_owned());
        let Some(name) = self.files_bucket.clone() else {
            let of_a_bucket = [&self.files_endpoint, &self.files_key_id, &self.files_key];
            return if of_a_bucket.into_iter().any(Option::is_some) {
                Err(wrong(
                    "NP_FILES_BUCKET",
                    "set it together with NP_FILES_ENDPOINT, NP_FILES_KEY_ID and NP_FILES_KEY, or none of them",
                ))
            } else {
                Ok(None)
            };
        };
        let endpoint = self
            .files_endpoint
            .clone()
            .filter(|endpoint| endpoint.starts_with("https://") || endpoint.starts_with("http://"));
        let both = "set NP_FILES_KEY_ID and NP_FILES_KEY: the store gives them out together";
        Ok(Some(files::Bucket {
            name,
            endpoint: endpoint
                .ok_or_else(|| wrong("NP_FILES_ENDPOINT", "use the form https://s3.example.org"))?,
            region: self.files_region.clone(),
            key_id: self
                .files_key_id
                .clone()
                .ok_or_else(|| wrong("NP_FILES_KEY_ID", both))?,
            key: self
                .files_key
                .clone()
                .ok_or_else(|| wrong("NP_FILES_KEY", both))?,
        }))
    }

    /// Who looks at each file before it is kept.
    pub fn scanner(&self) -> Result<Scanner, StartFault> {
        let Some(address) = &self.scanner else {
            return Ok(Scanner::None);
        };
        Scanner::at(address).ok_or_else(|| {
            let hint = "use the form tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl";
            StartFault::Setting("NP_SCANNER", hint.to_owned())
        })
    }
}

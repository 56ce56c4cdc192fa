//! Whether the secret is there, is read by nobody else, and is the one that this installation was served with.

use std::os::unix::fs::PermissionsExt;

use db::Db;
use kernel::{Scope, TenantSet, Timestamp};
use platform::Secrets;
use platform::known_secret::{self, Known};

use super::{Said, advice, careful};
use crate::{Settings, secret_cli};

pub fn is_kept(settings: &Settings) -> Said {
    let file = settings.data_dir.join("secret");
    if settings.secret.is_none() && !file.exists() {
        return Ok("none yet: it is made at the first start".to_owned());
    }
    settings.secret().map_err(|fault| {
        advice(
            fault.to_string(),
            "put back the secret that this installation was made with: sessions and links in mails depend on it",
        )
    })?;
    if let Some(set) = &settings.secret {
        let kept = std::fs::read_to_string(&file);
        return if kept.is_ok_and(|kept| !kept.trim().eq_ignore_ascii_case(set)) {
            Err(careful(
                format!("NP_SECRET is not the one in {}", file.display()),
                "links in mails and sessions that were made with that one do not work: set NP_SECRET to it, or take \
                 the file away when that is meant",
            ))
        } else {
            Ok("from NP_SECRET".to_owned())
        };
    }
    let mode = std::fs::metadata(&file).map_or(0, |file| file.permissions().mode() & 0o777);
    let others = mode & 0o077;
    if others == 0 {
        Ok("kept in the data directory, read by its owner alone".to_owned())
    } else {
        Err(advice(
            format!("{} can be read by others", file.display()),
            format!("chmod 600 {}", file.display()),
        ))
    }
}

/// Looks only: a secret that is not there yet is not made.
pub async fn is_known(settings: &Settings, db: &Db, now: Timestamp) -> Said {
    let another = || {
        let wrong = format!(
            "this installation was served with another secret: {}",
            secret_cli::FOLLOWS
        );
        advice(wrong, secret_cli::DO_THIS)
    };
    let is_made = settings.secret.is_some() || settings.data_dir.join("secret").exists();
    let secrets = match is_made.then(|| settings.secret()) {
        Some(Ok(secret)) => Secrets::new(secret),
        Some(Err(_told_before)) => return Ok("not looked at".to_owned()),
        // Nobody's: none is like it.
        None => Secrets::new([0; 32]),
    };
    let scope = Scope::worker(TenantSet::default(), now);
    match known_secret::known(&db.read(&scope), &secrets).await {
        Ok(Known::Same) => Ok("the one that this installation was served with".to_owned()),
        Ok(Known::NotYet) => Ok("none was served with yet".to_owned()),
        Ok(Known::Another) => Err(another()),
        Err(_tables_that_wait) => Ok("not looked at: the schema is not up to date".to_owned()),
    }
}

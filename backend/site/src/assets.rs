//! The built front end, read once into memory.

use std::collections::HashMap;
use std::path::Path;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use sha2::{Digest, Sha256};

struct Asset {
    plain: Vec<u8>,
    brotli: Option<Vec<u8>>,
    gzip: Option<Vec<u8>>,
    media_type: String,
    tag: String,
}

const MANIFEST: &str = "/.vite/manifest.json";

/// The files of the front end by their path.
#[derive(Default)]
pub struct Assets(HashMap<String, Asset>);

impl Assets {
    /// Everything in the directory; nothing when it was not built.
    pub fn load(directory: &Path) -> Self {
        let mut assets = HashMap::new();
        collect(directory, "", &mut assets);
        Self(assets)
    }

    /// The list of files that the build wrote; empty when nothing was built.
    pub fn manifest(&self) -> &str {
        self.0
            .get(MANIFEST)
            .and_then(|asset| std::str::from_utf8(&asset.plain).ok())
            .unwrap_or_default()
    }

    pub fn answer(&self, request: &HttpRequest, path: &str) -> Option<HttpResponse> {
        let asset = self.0.get(path)?;
        let header = |name: header::HeaderName| {
            request
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
        };
        let mut response = HttpResponse::Ok();
        response
            .content_type(asset.media_type.as_str())
            .insert_header((header::ETAG, asset.tag.clone()))
            .insert_header((header::VARY, "accept-encoding"));
        // Names under /assets/ hold a hash of their content.
        let keep = if path.starts_with("/assets/") {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        response.insert_header((header::CACHE_CONTROL, keep));
        if header(header::IF_NONE_MATCH).contains(&asset.tag) {
            return Some(
                response
                    .status(actix_web::http::StatusCode::NOT_MODIFIED)
                    .finish(),
            );
        }
        let accepts = header(header::ACCEPT_ENCODING);
        Some(match (&asset.brotli, &asset.gzip) {
            (Some(small), _) if accepts.contains("br") => response
                .insert_header((header::CONTENT_ENCODING, "br"))
                .body(small.clone()),
            (_, Some(small)) if accepts.contains("gzip") => response
                .insert_header((header::CONTENT_ENCODING, "gzip"))
                .body(small.clone()),
            _ => response.body(asset.plain.clone()),
        })
    }
}

fn collect(directory: &Path, prefix: &str, assets: &mut HashMap<String, Asset>) {
    let Ok(entries) = std::fs::read_dir(directory) else {
        return;
    };
    for entry in entries.flatten() {
        let (path, name) = (
            entry.path(),
            entry.file_name().to_string_lossy().into_owned(),
        );
        if path.is_dir() {
            collect(&path, &format!("{prefix}/{name}"), assets);
        } else if !matches!(
            path.extension().and_then(|extension| extension.to_str()),
            Some("br" | "gz")
        ) && let Ok(plain) = std::fs::read(&path)
        {
            assets.insert(format!("{prefix}/{name}"), asset(&path, plain));
        }
    }
}

fn asset(path: &Path, plain: Vec<u8>) -> Asset {
    let beside = |ending: &str| std::fs::read(format!("{}.{ending}", path.display())).ok();
    let hash = u64::from_be_bytes(first_of(Sha256::digest(&plain).as_slice()));
    let guess = mime_guess::from_path(path).first_or_octet_stream();
    let text = guess.type_() == "text" || guess.subtype() == "javascript";
    let media_type = if text {
        format!("{guess}; charset=utf-8")
    } else {
        guess.to_string()
    };
    Asset {
        brotli: beside("br"),
        gzip: beside("gz"),
        media_type,
        tag: format!("\"{hash:016x}\""),
        plain,
    }
}

fn first_of(hash: &[u8]) -> [u8; 8] {
    let first = hash.first_chunk();
    first.copied().unwrap_or_default()
}

//! A store that speaks S3 on this machine, for tests of files in a bucket.
//!
//! Promise: it is a crate of its own, so that no crate of the product is built with other features for its tests than
//! for its program; both are built once.
//! Absent: what a real store has and no test asks: more buckets, an end.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot begin has failed, and says where"
)]

use std::path::Path;

use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use tokio::net::TcpListener;

pub const BUCKET: &str = "bestanden";
pub const KEY_ID: &str = "wie";
pub const KEY: &str = "geheim";

/// Answers until the test ends, with one bucket in this folder; its address.
pub async fn start(folder: &Path) -> String {
    std::fs::create_dir(folder.join(BUCKET)).unwrap();
    let mut service = S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder).unwrap());
    service.set_auth(SimpleAuth::from_single(KEY_ID, KEY));
    let service = service.build();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let executor = hyper_util::rt::TokioExecutor::new();
        let server = hyper_util::server::conn::auto::Builder::new(executor);
        while let Ok((socket, _)) = listener.accept().await {
            let socket = hyper_util::rt::TokioIo::new(socket);
            let served = server.serve_connection(socket, service.clone());
            tokio::spawn(served.into_owned());
        }
    });
    format!("http://{address}")
}

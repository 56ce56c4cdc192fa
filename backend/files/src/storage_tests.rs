//! What every store promises, and what a bucket that is away or shut means for who waits.

use kernel::{Coded, Status, Timestamp};
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use tempfile::TempDir;
use tokio::net::TcpListener;

use super::*;

const BUCKET: &str = "bestanden";

/// A store that speaks S3 on this machine, until the test ends.
async fn serve(folder: &Path) -> Bucket {
    std::fs::create_dir(folder.join(BUCKET)).unwrap();
    let mut service = S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder).unwrap());
    service.set_auth(SimpleAuth::from_single("wie", "geheim"));
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
    Bucket {
        name: BUCKET.to_owned(),
        endpoint: format!("http://{address}"),
        region: "nl".to_owned(),
        key_id: "wie".to_owned(),
        key: "geheim".to_owned(),
    }
}

fn id(at: i64) -> FileId {
    FileId::new(Timestamp::from_millis(at))
}

/// The same for a folder and for a bucket.
async fn keeps_what_it_is_given(storage: &Storage) {
    let (one, other) = (id(1), id(2));
    storage.ping().await.unwrap();
    let large = Bytes::from(vec![7; 6 * 1024 * 1024]);
    storage.put(one, large.clone()).await.unwrap();
    assert_eq!(storage.get(one).await.unwrap(), large);
    assert!(matches!(storage.get(other).await, Err(FileFault::NotFound)));

    storage
        .put(one, Bytes::from_static(b"nieuw"))
        .await
        .unwrap();
    assert_eq!(
        storage.get(one).await.unwrap(),
        "nieuw",
        "put again is put anew"
    );
    storage.put(other, Bytes::new()).await.unwrap();
    assert!(storage.get(other).await.unwrap().is_empty());

    storage.remove(one).await.unwrap();
    assert!(matches!(storage.get(one).await, Err(FileFault::NotFound)));
    storage.remove(one).await.unwrap();
    assert!(
        storage.get(other).await.is_ok(),
        "nothing else went with it"
    );
}

#[tokio::test]
async fn a_folder_keeps_what_it_is_given() {
    let folder = TempDir::new().unwrap();
    keeps_what_it_is_given(&Storage::in_folder(folder.path()).unwrap()).await;
}

#[tokio::test]
async fn a_bucket_keeps_what_it_is_given() {
    let folder = TempDir::new().unwrap();
    let bucket = serve(folder.path()).await;
    keeps_what_it_is_given(&Storage::in_bucket(&bucket).unwrap()).await;
}

/// Nobody is told that a file is not there when nobody could look.
async fn says_that_it_is_away(bucket: &Bucket) {
    let storage = Storage::in_bucket(bucket).unwrap();
    let nothing = Bytes::new();
    for fault in [
        storage.get(id(1)).await.unwrap_err(),
        storage.put(id(1), nothing).await.unwrap_err(),
        storage.remove(id(1)).await.unwrap_err(),
        storage.ping().await.unwrap_err(),
    ] {
        assert_eq!(fault.code(), "storage.unavailable", "{fault:?}");
        assert_eq!(fault.status(), Status::Unavailable);
    }
}

#[tokio::test]
async fn a_bucket_that_is_away_or_shut_is_not_an_empty_one() {
    let folder = TempDir::new().unwrap();
    let bucket = serve(folder.path()).await;
    let wrong_key = Bucket {
        key: "verkeerd".to_owned(),
        ..bucket.clone()
    };
    says_that_it_is_away(&wrong_key).await;
    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let away = Bucket {
        endpoint: format!("http://{}", nobody.local_addr().unwrap()),
        ..bucket
    };
    drop(nobody);
    says_that_it_is_away(&away).await;
}

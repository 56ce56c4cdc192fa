//! What every store promises, and what a bucket that is away or shut means for who waits.

use kernel::{Coded, Status, Timestamp};
use tempfile::TempDir;
use tokio::net::TcpListener;

use super::*;

async fn serve(folder: &Path) -> Bucket {
    Bucket {
        name: s3_server::BUCKET.to_owned(),
        endpoint: s3_server::start(folder).await,
        region: "nl".to_owned(),
        key_id: s3_server::KEY_ID.to_owned(),
        key: s3_server::KEY.to_owned(),
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

//! What every store promises, and what a bucket that is away or shut means for who waits.

use futures_util::TryStreamExt;
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

/// As a reader gets it: its pieces, of which none is large.
async fn read(storage: &Storage, id: FileId, of: Range<u64>) -> Result<Vec<u8>, FileFault> {
    let pieces: Vec<Bytes> = storage.pieces(id, of).await?.try_collect().await?;
    let most = usize::try_from(PIECE).unwrap();
    assert!(
        pieces
            .iter()
            .all(|piece| !piece.is_empty() && piece.len() <= most)
    );
    Ok(pieces.iter().flatten().copied().collect())
}

/// The same for a folder and for a bucket.
async fn is_read_in_pieces(storage: &Storage) {
    let whole: Vec<u8> = (0..=250).cycle().take(3 * 1024 * 1024 + 7).collect();
    let size = u64::try_from(whole.len()).unwrap();
    let one = id(1);
    storage.put(one, whole.clone().into()).await.unwrap();
    assert!(read(storage, one, 0..size).await.unwrap() == whole);
    for (first, end) in [
        (0, 1),
        (1, PIECE),
        (PIECE - 1, PIECE + 1),
        (5, 3 * PIECE + 5),
        (size - 9, size),
    ] {
        let wanted = &whole[usize::try_from(first).unwrap()..usize::try_from(end).unwrap()];
        let came = read(storage, one, first..end).await.unwrap();
        assert!(came == wanted, "{first} to {end}");
    }
    assert!(read(storage, one, 4..4).await.unwrap().is_empty());
    let nothing = read(storage, id(2), 0..size).await;
    assert!(matches!(nothing, Err(FileFault::NotFound)));
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
    let storage = Storage::in_folder(folder.path()).unwrap();
    keeps_what_it_is_given(&storage).await;
    is_read_in_pieces(&storage).await;
}

#[tokio::test]
async fn a_bucket_keeps_what_it_is_given() {
    let folder = TempDir::new().unwrap();
    let bucket = serve(folder.path()).await;
    let storage = Storage::in_bucket(&bucket).unwrap();
    keeps_what_it_is_given(&storage).await;
    is_read_in_pieces(&storage).await;
}

/// Nobody is told that a file is not there when nobody could look.
async fn says_that_it_is_away(bucket: &Bucket) {
    let storage = Storage::in_bucket(bucket).unwrap();
    let nothing = Bytes::new();
    for fault in [
        storage.get(id(1)).await.unwrap_err(),
        read(&storage, id(1), 0..9).await.unwrap_err(),
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

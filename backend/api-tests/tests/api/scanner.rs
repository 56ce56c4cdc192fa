//! A virus scanner before files are kept. One that speaks clamd's protocol is played here; `CLAMD` names a real one
//! (`tcp://127.0.0.1:3310`), and then the same holds for it.

use std::io::Write;
use std::sync::Arc;

use kernel::TenantRole;
use testkit::{Person, TestApp};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::files::{PDF, kept, upload};

/// The test file of EICAR, which every scanner finds; put together here so that none finds it in this text.
fn eicar() -> String {
    [
        "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR",
        "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
    ]
    .concat()
}

/// A document that would be kept, with something in it.
fn letter(inside: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "<office:document-content/>"),
        ("Pictures/bijlage", inside),
    ] {
        writer.start_file(name, stored).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Answers as clamd does: a length and bytes, until a length of nothing.
async fn answers(mut asked: TcpStream) -> std::io::Result<()> {
    let mut command = [0; 10];
    asked.read_exact(&mut command).await?;
    assert_eq!(&command, b"zINSTREAM\0");
    let mut file = Vec::new();
    loop {
        let length = asked.read_u32().await?;
        if length == 0 {
            break;
        }
        let mut part = vec![0; usize::try_from(length).unwrap()];
        asked.read_exact(&mut part).await?;
        file.extend(part);
    }
    let bad = eicar();
    let found = file.windows(bad.len()).any(|part| part == bad.as_bytes());
    let said: &[u8] = if found {
        b"stream: Eicar-Test-Signature FOUND\0"
    } else {
        b"stream: OK\0"
    };
    asked.write_all(said).await
}

#[expect(
    clippy::disallowed_methods,
    reason = "the tester's setting, not the product's"
)]
async fn clamd() -> String {
    if let Ok(real) = std::env::var("CLAMD") {
        return real;
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((asked, _)) = listener.accept().await {
            tokio::spawn(answers(asked));
        }
    });
    format!("tcp://{address}")
}

async fn behind(scanner: String) -> (Arc<TestApp>, Person) {
    let app = TestApp::with(|settings| settings.scanner = Some(scanner)).await;
    let tenant = app.tenant("ess").await;
    let noor = app.member("Noor", tenant, TenantRole::Publisher).await;
    (Arc::new(app), noor)
}

#[tokio::test]
async fn what_the_scanner_finds_something_in_is_refused_and_not_kept() {
    let (app, noor) = behind(clamd().await).await;
    let bad = upload(&noor, "brief.odt", letter(&eicar())).await;
    assert_eq!(
        (bad.status, bad.code()),
        (400, "file.unsafe"),
        "{}",
        bad.text
    );
    assert!(!bad.text.contains("Eicar"), "{}", bad.text);
    assert_eq!(kept(&app), 0);
    let good = upload(&noor, "brief.odt", letter("een foto")).await;
    assert_eq!(good.status, 201, "{}", good.text);
    assert_eq!(kept(&app), 1);
}

#[tokio::test]
async fn while_the_scanner_is_away_no_file_is_taken() {
    let gone = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = gone.local_addr().unwrap();
    drop(gone);
    let (app, noor) = behind(format!("tcp://{address}")).await;
    let refused = upload(&noor, "verslag.pdf", PDF).await;
    assert_eq!(
        (refused.status, refused.code()),
        (503, "file.not-looked-at"),
        "{}",
        refused.text
    );
    assert_eq!(kept(&app), 0);
}

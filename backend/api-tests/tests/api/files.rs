//! Files: what is refused, what is kept of them, and who reads them.

use std::io::{Cursor, Write};
use std::path::Path;
use std::time::Duration;

use image::{DynamicImage, ImageFormat};
use kernel::TenantRole;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const FILES: &str = "/v1/tenants/ess/files";
/// Of a PDF: no script, no frame, no other host; a sandbox would leave some viewers empty.
const ONLY_SHOWN: &str = "default-src 'none'; style-src 'unsafe-inline'";
pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj <<>> endobj\n";
const HOUR: Duration = Duration::from_secs(3_600);

pub async fn upload(who: &Person, name: &str, bytes: impl Into<Vec<u8>>) -> Answer {
    upload_to(who, FILES, name, bytes).await
}

pub async fn upload_to(who: &Person, path: &str, name: &str, bytes: impl Into<Vec<u8>>) -> Answer {
    let part = Part::bytes(bytes.into()).file_name(name.to_owned());
    who.send(
        who.request(Method::POST, path)
            .multipart(Form::new().part("file", part)),
    )
    .await
}

pub async fn upload_pdf(who: &Person) -> String {
    let kept = upload(who, "verslag.pdf", PDF).await;
    assert_eq!(kept.status, 201, "{}", kept.text);
    kept.body["id"].as_str().unwrap().to_owned()
}

fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// How many files the storage holds.
fn kept_in(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| {
            if entry.path().is_dir() {
                kept_in(&entry.path())
            } else {
                1
            }
        })
        .sum()
}

pub fn kept(app: &TestApp) -> usize {
    kept_in(&app.state.settings.files_dir())
}

async fn product_with(who: &Person, files: &[&str]) -> Answer {
    let files: Vec<Value> = files.iter().map(|id| json!({"id": id})).collect();
    who.post(
        "/v1/tenants/ess/products",
        &json!({"kind": "guide", "title": "Gids", "summary": "Kort.", "files": files}),
    )
    .await
}

#[tokio::test]
async fn what_is_not_what_it_says_is_refused_and_leaves_nothing() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    let zeros = vec![0; 30 * 1024 * 1024];
    let bomb = packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", &zeros),
    ]);
    let macros = packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", b"<w:document/>"),
        ("word/vbaProject.bin", b"Sub AutoOpen()"),
    ]);
    let mut wide = Vec::new();
    DynamicImage::new_luma8(12_001, 1)
        .write_to(&mut Cursor::new(&mut wide), ImageFormat::Png)
        .unwrap();
    let cases: Vec<(&str, Vec<u8>, u16, &str)> = vec![
        (
            "verslag.pdf",
            b"\x7fELF\x02\x01\x01 and a whole program".to_vec(),
            415,
            "file.product-type-refused",
        ),
        (
            "verslag.docx",
            b"MZ\x90 a program for another machine".to_vec(),
            415,
            "file.product-type-refused",
        ),
        (
            "plaatje.svg",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec(),
            415,
            "file.product-type-refused",
        ),
        (
            "pagina.pdf",
            b"<html><script>alert(1)</script></html>".to_vec(),
            415,
            "file.product-type-refused",
        ),
        (
            "archief.docx",
            packed(&[("run.exe", b"MZ")]),
            415,
            "file.product-type-refused",
        ),
        ("bom.docx", bomb, 400, "file.unpacks-too-large"),
        ("macro.docx", macros, 400, "file.macros"),
        (
            "half.docx",
            b"PK\x03\x04 and then nothing".to_vec(),
            400,
            "file.damaged",
        ),
        (
            "kapot.png",
            b"\x89PNG\r\n\x1a\n and then nothing".to_vec(),
            400,
            "file.damaged",
        ),
        ("breed.png", wide, 400, "file.too-many-pixels"),
        ("leeg.pdf", Vec::new(), 400, "input.invalid"),
    ];
    for (name, bytes, status, code) in cases {
        let refused = upload(&publisher, name, bytes).await;
        assert_eq!((refused.status, refused.code()), (status, code), "{name}");
        let said = refused.body["detail"].as_str().unwrap();
        assert!(!said.is_empty() && !said.contains("MP3"), "{said}");
    }
    let empty = upload(&publisher, "leeg.pdf", Vec::new()).await;
    let field = &empty.body["errors"][0];
    assert_eq!(field["code"], "file.empty", "{}", empty.text);
    assert_eq!(kept(&app), 0);
}

#[tokio::test]
async fn what_is_too_large_is_refused_and_says_so() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    for megabytes in [21, 30] {
        let mut bytes = PDF.to_vec();
        bytes.resize(megabytes * 1024 * 1024, b' ');
        let refused = upload(&publisher, "groot.pdf", bytes).await;
        assert_eq!(
            (refused.status, refused.code()),
            (413, "file.too-large"),
            "{megabytes}"
        );
    }
    assert_eq!(kept(&app), 0);
    let other = publisher
        .send(
            publisher
                .request(Method::POST, FILES)
                .multipart(Form::new().text("tekst", "x")),
        )
        .await;
    assert_eq!(
        (other.status, &other.body["errors"][0]["pointer"]),
        (400, &json!("/file"))
    );
    assert_eq!(
        publisher.post(FILES, &json!({})).await.code(),
        "file.form-malformed"
    );
}

#[tokio::test]
async fn a_file_gets_a_name_that_leads_nowhere() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    for (name, shown) in [
        ("../../etc/passwd", "passwd.pdf"),
        ("verslag\u{202E}fdp.exe", "verslag fdp.pdf"),
        ("C:\\x\\één.pdf", "één.pdf"),
    ] {
        let kept = upload(&publisher, name, PDF).await;
        assert_eq!(
            (kept.status, &kept.body["name"]),
            (201, &json!(shown)),
            "{name}"
        );
        let read = publisher.get(kept.body["url"].as_str().unwrap()).await;
        assert_eq!(
            (read.status, read.header("content-type")),
            (200, "application/pdf")
        );
    }
}

#[tokio::test]
async fn a_photo_forgets_where_it_was_taken() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    let mut plain = Vec::new();
    DynamicImage::new_rgb8(8, 8)
        .write_to(&mut Cursor::new(&mut plain), ImageFormat::Jpeg)
        .unwrap();
    let note = b"Exif\0\0II*\0\x08\0\0\0\0\0 GPS 52.3702 4.8952";
    let mut photo = plain[..2].to_vec();
    photo.extend_from_slice(&[0xFF, 0xE1, 0, u8::try_from(note.len() + 2).unwrap()]);
    photo.extend_from_slice(note);
    photo.extend_from_slice(&plain[2..]);
    let kept = upload(&publisher, "foto.jpg", photo).await;
    let request = publisher.request(Method::GET, kept.body["url"].as_str().unwrap());
    let bytes = request.send().await.unwrap().bytes().await.unwrap();
    assert!(
        !bytes
            .windows(4)
            .any(|four| four == b"Exif" || four == b"GPS ")
    );
    assert!(image::load_from_memory(&bytes).is_ok());
    let document = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<x/>"),
    ]);
    assert_eq!(
        upload(&publisher, "brief", document).await.body["name"],
        "brief.odt"
    );
}

#[tokio::test]
async fn a_large_picture_is_kept_smaller_and_says_how_large_it_is() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    let mut large = Vec::new();
    DynamicImage::new_rgb8(3_000, 1_500)
        .write_to(&mut Cursor::new(&mut large), ImageFormat::Jpeg)
        .unwrap();
    let kept = upload(&publisher, "groot.jpg", large).await;
    assert_eq!(kept.status, 201, "{}", kept.text);
    assert_eq!(kept.body["width"], 2_048);
    assert_eq!(kept.body["height"], 1_024);
    let request = publisher.request(Method::GET, kept.body["url"].as_str().unwrap());
    let bytes = request.send().await.unwrap().bytes().await.unwrap();
    let picture = image::load_from_memory(&bytes).unwrap();
    assert_eq!((picture.width(), picture.height()), (2_048, 1_024));
    let product = product_with(&publisher, &[kept.body["id"].as_str().unwrap()]).await;
    assert_eq!(product.body["files"][0]["width"], 2_048, "{}", product.text);
    let document = upload(&publisher, "verslag.pdf", PDF).await;
    assert!(document.body.get("width").is_none());
}

#[tokio::test]
async fn a_file_that_is_two_things_at_once_is_kept_as_one() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    let mut picture = Vec::new();
    DynamicImage::new_rgb8(8, 8)
        .write_to(&mut Cursor::new(&mut picture), ImageFormat::Png)
        .unwrap();
    // A picture for who looks at its beginning, an archive for who looks at its end, a page for who guesses.
    picture.extend_from_slice(b"<script>alert(1)</script>");
    picture.extend(packed(&[("run.exe", b"MZ a program")]));
    let kept = upload(&publisher, "plaatje.png", picture).await;
    assert_eq!(kept.status, 201, "{}", kept.text);
    let read = publisher.request(Method::GET, kept.body["url"].as_str().unwrap());
    let bytes = read.send().await.unwrap().bytes().await.unwrap();
    for hidden in [&b"<script"[..], b"PK\x03\x04", b"MZ a"] {
        assert!(!bytes.windows(hidden.len()).any(|part| part == hidden));
    }
    let page = [PDF, b"<html><script>alert(1)</script></html>"].concat();
    let kept = upload(&publisher, "pagina.html", page).await;
    let read = publisher.get(kept.body["url"].as_str().unwrap()).await;
    assert_eq!(kept.body["name"], "pagina.pdf");
    assert_eq!(read.header("content-type"), "application/pdf");
    assert_eq!(read.header("x-content-type-options"), "nosniff");
    assert_eq!(read.header("content-security-policy"), ONLY_SHOWN);
}

#[tokio::test]
async fn a_file_is_read_by_who_may_read_what_it_hangs_on() {
    let app = TestApp::new().await;
    let (tenant, elsewhere) = (app.tenant("ess").await, app.tenant("elders").await);
    let publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    let file = upload_pdf(&publisher).await;
    let path = format!("{FILES}/{file}");
    let others = [
        app.visitor(),
        app.person("Vreemde").await,
        app.member("Elders", elsewhere, TenantRole::Owner).await,
        app.member("Lid", tenant, TenantRole::Member).await,
    ];
    let seen_by_all = async |status: u16| {
        for who in &others {
            assert_eq!(who.get(&path).await.status, status, "{}", who.email);
            assert_eq!(
                who.get(&path.replace("/ess/", "/elders/")).await.status,
                404
            );
        }
    };
    seen_by_all(404).await;
    let product = product_with(&publisher, &[&file]).await;
    assert_eq!(
        (product.status, &product.body["files"][0]["name"]),
        (201, &json!("verslag.pdf"))
    );
    seen_by_all(404).await;
    assert_eq!(publisher.get(&path).await.status, 200);
    let product = format!(
        "/v1/tenants/ess/products/{}",
        product.body["id"].as_str().unwrap()
    );
    assert_eq!(
        publisher
            .post(&format!("{product}/_publish"), &json!({}))
            .await
            .status,
        200
    );
    seen_by_all(200).await;
    let read = app.visitor().get(&path).await;
    assert_eq!(read.text.as_bytes(), PDF);
    assert_eq!(
        read.header("content-disposition"),
        "inline; filename=\"verslag.pdf\"; filename*=UTF-8''verslag.pdf"
    );
    assert!(
        read.header("content-security-policy") == ONLY_SHOWN
            && read.header("x-content-type-options") == "nosniff"
    );
    let visitor = app.visitor();
    let again = visitor
        .send(
            visitor
                .request(Method::GET, &path)
                .header("if-none-match", read.etag()),
        )
        .await;
    assert_eq!(again.status, 304);
    publisher
        .post(&format!("{product}/_retire"), &json!({}))
        .await;
    seen_by_all(404).await;
}

#[tokio::test]
async fn only_publishers_add_files_and_one_request_is_one_file() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    assert_eq!(upload(&app.visitor(), "x.pdf", PDF).await.status, 401);
    for who in [
        app.person("Vreemde").await,
        app.member("Lid", tenant, TenantRole::Member).await,
    ] {
        assert_eq!(upload(&who, "x.pdf", PDF).await.code(), "file.forbidden");
    }
    let mut ids = Vec::new();
    for _ in 0..2 {
        let form = Form::new().part("file", Part::bytes(PDF).file_name("x.pdf"));
        let sent = publisher
            .request(Method::POST, FILES)
            .header("idempotency-key", "sleutel-1")
            .multipart(form);
        ids.push(publisher.send(sent).await.body["id"].clone());
    }
    assert_eq!((&ids[0], kept(&app)), (&ids[1], 1));
}

#[tokio::test]
async fn a_file_that_hangs_on_nothing_is_forgotten_after_a_day() {
    let app = TestApp::new().await;
    let (tenant, elsewhere) = (app.tenant("ess").await, app.tenant("elders").await);
    let mut publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    let neighbour = app.member("Elders", elsewhere, TenantRole::Owner).await;
    let (used, loose) = (upload_pdf(&publisher).await, upload_pdf(&publisher).await);
    let product = product_with(&publisher, &[&used]).await;
    assert_eq!(product.status, 201);
    let taken = product_with(&publisher, &[&used]).await;
    assert_eq!(
        (taken.status, &taken.body["errors"][0]["pointer"]),
        (400, &json!("/files")),
        "it hangs elsewhere"
    );
    let foreign = neighbour
        .post(
            "/v1/tenants/elders/products",
            &json!({"kind": "guide", "files": [{"id": loose}]}),
        )
        .await;
    assert_eq!(foreign.status, 400, "another tenant's file");
    app.advance(24 * HOUR);
    app::calendar::turn(&app.state).await;
    assert_eq!(kept(&app), 2, "not yet");
    let late = product_with(&publisher, &[&loose]).await;
    assert_eq!(late.status, 400, "too late to use it");
    publisher.keep_cookies(&late);
    app.advance(2 * HOUR);
    app::calendar::turn(&app.state).await;
    assert_eq!(
        (
            kept(&app),
            publisher.get(&format!("{FILES}/{loose}")).await.status
        ),
        (1, 404)
    );
    assert_eq!(publisher.get(&format!("{FILES}/{used}")).await.status, 200);
}

#[tokio::test]
async fn a_large_file_comes_whole_or_in_part_and_says_how_long_it_is() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    let mut large = PDF.to_vec();
    large.extend((0..=250_u8).cycle().take(5 * 1024 * 1024 + 3));
    let kept = upload(&publisher, "groot.pdf", large.clone()).await;
    assert_eq!(kept.status, 201, "{}", kept.text);
    let path = format!("{FILES}/{}", kept.body["id"].as_str().unwrap());
    let size = large.len();
    // A piece of the storage is 256 KiB: from before the end of one to within another.
    for (range, wanted) in [
        (None, &large[..]),
        (Some("bytes=0-"), &large[..]),
        (Some("bytes=262143-1048577"), &large[262_143..=1_048_577]),
        (Some("bytes=-11"), &large[size - 11..]),
    ] {
        let mut asked = publisher.request(Method::GET, &path);
        if let Some(range) = range {
            asked = asked.header("range", range);
        }
        let came = asked.send().await.unwrap();
        let status = if range.is_some() { 206 } else { 200 };
        assert_eq!(came.status().as_u16(), status, "{range:?}");
        let length = came.headers()["content-length"]
            .to_str()
            .unwrap()
            .to_owned();
        assert_eq!(length, wanted.len().to_string(), "{range:?}");
        assert!(!came.headers().contains_key("transfer-encoding"));
        assert!(came.bytes().await.unwrap() == wanted, "{range:?}");
    }
}

#[tokio::test]
async fn a_file_whose_bytes_are_gone_is_told_before_anything_is_sent() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    let file = upload_pdf(&publisher).await;
    std::fs::remove_dir_all(app.state.settings.files_dir()).unwrap();
    let gone = publisher.get(&format!("{FILES}/{file}")).await;
    assert_eq!((gone.status, gone.code()), (404, "file.not-found"));
}

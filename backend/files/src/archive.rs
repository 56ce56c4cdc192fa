//! Text documents are zip archives: they are opened and counted before they are kept. One that holds macros is not kept:
//! they run on the device of whoever opens it. Pure.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::FileFault;

/// A text document that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    OpenDocument,
    Word,
}

const MAX_ENTRIES: usize = 2_000;
const MAX_UNPACKED: u64 = 200 * 1024 * 1024;
/// Text shrinks twenty times; whatever shrinks far more is made to hurt.
const MAX_RATIO: u64 = 200;
/// Below this a high ratio hurts nobody: an empty style sheet shrinks well.
const RATIO_COUNTS_FROM: u64 = 4 * 1024 * 1024;

const ODT: &[u8] = b"application/vnd.oasis.opendocument.text";

pub fn check(bytes: &[u8]) -> Result<Document, FileFault> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_unreadable| FileFault::Damaged)?;
    if archive.len() > MAX_ENTRIES {
        return Err(FileFault::Unpacks);
    }
    check_declared(&mut archive, bytes.len())?;
    let document = kind(&mut archive)?;
    if has_macros(&archive, document) {
        return Err(FileFault::Macros);
    }
    check_counted(&mut archive, bytes.len())?;
    Ok(document)
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What the archive says of itself; a liar is found by [`check_counted`].
fn check_declared(archive: &mut Archive<'_>, packed: usize) -> Result<(), FileFault> {
    let mut total: u64 = 0;
    for index in 0..archive.len() {
        let entry = archive
            .by_index_raw(index)
            .map_err(|_unreadable| FileFault::Damaged)?;
        total = total.saturating_add(entry.size());
    }
    within(total, packed)
}

fn kind(archive: &mut Archive<'_>) -> Result<Document, FileFault> {
    if archive.by_name("[Content_Types].xml").is_ok()
        && archive.by_name("word/document.xml").is_ok()
    {
        return Ok(Document::Word);
    }
    let mut mimetype = Vec::new();
    if let Ok(entry) = archive.by_name("mimetype") {
        entry
            .take(256)
            .read_to_end(&mut mimetype)
            .map_err(|_unreadable| FileFault::Damaged)?;
    }
    if mimetype.trim_ascii() == ODT {
        Ok(Document::OpenDocument)
    } else {
        Err(FileFault::TypeRefused)
    }
}

/// By the names of its parts: of Word wherever it stands, of `OpenDocument` the folders of Basic and of other languages.
fn has_macros(archive: &Archive<'_>, document: Document) -> bool {
    archive.file_names_raw().any(|name| {
        let name = name.to_ascii_lowercase();
        let scripts = name.starts_with(b"basic/") || name.starts_with(b"scripts/");
        name.ends_with(b"vbaproject.bin") || (document == Document::OpenDocument && scripts)
    })
}

/// What really comes out, counted and thrown away; stops at the first byte too many.
fn check_counted(archive: &mut Archive<'_>, packed: usize) -> Result<(), FileFault> {
    let mut total: u64 = 0;
    let mut buffer = [0; 16 * 1024];
    for index in 0..archive.len() {
        let mut entry = archive
            .by_index(index)
            .map_err(|_unreadable| FileFault::Damaged)?;
        loop {
            let read = entry
                .read(&mut buffer)
                .map_err(|_unreadable| FileFault::Damaged)?;
            if read == 0 {
                break;
            }
            total = total.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
            within(total, packed)?;
        }
    }
    Ok(())
}

fn within(unpacked: u64, packed: usize) -> Result<(), FileFault> {
    let packed = u64::try_from(packed).unwrap_or(u64::MAX).max(1);
    let swollen = unpacked > RATIO_COUNTS_FROM && unpacked / packed > MAX_RATIO;
    if unpacked > MAX_UNPACKED || swollen {
        Err(FileFault::Unpacks)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

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

    const TYPES: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    const TEXT: (&str, &[u8]) = ("word/document.xml", b"<w:document/>");

    #[test]
    fn documents_are_known_by_what_is_in_them() {
        assert_eq!(check(&packed(&[TYPES, TEXT])).unwrap(), Document::Word);
        assert_eq!(
            check(&packed(&[("mimetype", ODT)])).unwrap(),
            Document::OpenDocument
        );
        assert!(matches!(
            check(&packed(&[("run.exe", b"MZ")])),
            Err(FileFault::TypeRefused)
        ));
    }

    #[test]
    fn a_document_with_macros_is_not_kept() {
        let odt = ("mimetype", ODT);
        let nothing: &[u8] = b"";
        for entries in [
            [TYPES, TEXT, ("word/vbaProject.bin", nothing)],
            [TYPES, TEXT, ("elders/VBAPROJECT.BIN", nothing)],
            [odt, TEXT, ("Basic/Standard/Module1.xml", nothing)],
            [odt, TEXT, ("Scripts/python/a.py", nothing)],
        ] {
            let found = check(&packed(&entries));
            assert!(matches!(found, Err(FileFault::Macros)), "{entries:?}");
        }
        let word = [TYPES, TEXT, ("word/scripts/a.xml", nothing)];
        assert_eq!(check(&packed(&word)).unwrap(), Document::Word);
    }

    #[test]
    fn a_zip_bomb_is_not_kept() {
        let zeros = vec![0; 20 * 1024 * 1024];
        assert!(matches!(
            check(&packed(&[TYPES, TEXT, ("word/media/a.bin", &zeros)])),
            Err(FileFault::Unpacks)
        ));
    }

    #[test]
    fn a_bomb_that_lies_about_its_size_is_found_by_counting() {
        let zeros = vec![0; 20 * 1024 * 1024];
        let mut bytes = packed(&[TYPES, TEXT, ("word/media/a.bin", &zeros)]);
        let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
        for at in 0..bytes.len() - 4 {
            if bytes[at..at + 4] == size {
                bytes[at..at + 4].copy_from_slice(&1_000_u32.to_le_bytes());
            }
        }
        assert!(check(&bytes).is_err());
    }

    #[test]
    fn thousands_of_entries_are_not_kept() {
        let names: Vec<String> = (0..=MAX_ENTRIES).map(|n| n.to_string()).collect();
        let entries: Vec<(&str, &[u8])> = names.iter().map(|n| (n.as_str(), &b""[..])).collect();
        assert!(matches!(check(&packed(&entries)), Err(FileFault::Unpacks)));
    }

    #[test]
    fn half_an_archive_is_damaged() {
        let whole = packed(&[TYPES, TEXT]);
        assert!(matches!(
            check(&whole[..whole.len() / 2]),
            Err(FileFault::Damaged)
        ));
    }
}

//! A form with one file in it, read as it arrives. Absent: nothing of it is written down here.

use actix_multipart::{Field, Multipart};
use actix_web::HttpRequest;
use actix_web::http::header;
use actix_web::web::{Data, Payload};
use futures_util::StreamExt;

use crate::upload::MAX_BYTES;
use crate::{FileFault, NewFile, Scanner};

/// Beyond this the rest is not even listened to.
const PATIENCE: usize = 64 * 1024 * 1024;

/// The file in the field `file`, looked at by the scanner where there is one.
pub async fn receive(request: &HttpRequest, payload: Payload) -> Result<NewFile, FileFault> {
    let file = arrive(request, payload).await?;
    if let Some(scanner) = request.app_data::<Data<Scanner>>() {
        scanner.look(&file.bytes).await?;
    }
    Ok(file)
}

async fn arrive(request: &HttpRequest, payload: Payload) -> Result<NewFile, FileFault> {
    if announced(request) > PATIENCE {
        return Err(FileFault::TooLarge);
    }
    let mut form = Multipart::new(request.headers(), payload);
    let mut heard = 0_usize;
    while let Some(field) = form.next().await {
        let mut field = field.map_err(|_unreadable| FileFault::Malformed)?;
        if field.name() == Some("file") {
            return read(&mut field, &mut heard).await;
        }
        read(&mut field, &mut heard).await?;
    }
    Err(FileFault::Missing)
}

fn announced(request: &HttpRequest) -> usize {
    let header = request.headers().get(header::CONTENT_LENGTH);
    let length = header
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse().ok());
    length.unwrap_or(0)
}

/// What is too much is dropped at once and listened to a little longer: who hangs up early is not heard saying why.
async fn read(field: &mut Field, in_all: &mut usize) -> Result<NewFile, FileFault> {
    let disposition = field.content_disposition();
    let name = disposition
        .and_then(|it| it.get_filename())
        .unwrap_or_default()
        .to_owned();
    let (mut bytes, mut heard) = (Vec::new(), 0_usize);
    while let Some(chunk) = field.next().await {
        let chunk = chunk.map_err(|_unreadable| FileFault::Malformed)?;
        heard = heard.saturating_add(chunk.len());
        *in_all = in_all.saturating_add(chunk.len());
        if *in_all > PATIENCE {
            break;
        }
        if heard > MAX_BYTES {
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&chunk);
        }
    }
    match heard {
        0 => Err(FileFault::Empty),
        heard if heard > MAX_BYTES => Err(FileFault::TooLarge),
        _ => Ok(NewFile { name, bytes }),
    }
}

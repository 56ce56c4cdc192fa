//! An actix request and response as one byte stream, for tokio-tungstenite to speak over.
//!
//! The request's payload is what the client sends, the 101 response's body what we send: the socket
//! lives on the HTTP port, behind the same routing, TLS and middleware as everything else.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use actix_web::web::Payload;
use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::mpsc;
use tokio_util::io::StreamReader;
use tokio_util::sync::PollSender;

type Incoming = Pin<Box<dyn Stream<Item = io::Result<Bytes>>>>;

/// Largest piece handed over at once.
const PIECE: usize = 64 * 1024;

pub struct Bridge {
    reader: StreamReader<Incoming, Bytes>,
    writer: PollSender<Bytes>,
}

impl Bridge {
    /// The stream, and the bytes that the response's body sends. A full channel is back-pressure.
    pub fn new(payload: Payload) -> (Self, mpsc::Receiver<Bytes>) {
        let (sender, receiver) = mpsc::channel(4);
        let incoming: Incoming = Box::pin(
            payload.map(|piece| piece.map_err(|error| io::Error::other(error.to_string()))),
        );
        (
            Self {
                reader: StreamReader::new(incoming),
                writer: PollSender::new(sender),
            },
            receiver,
        )
    }
}

impl AsyncRead for Bridge {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.reader).poll_read(cx, buf)
    }
}

impl AsyncWrite for Bridge {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        let gone = |_| io::Error::from(io::ErrorKind::BrokenPipe);
        ready!(self.writer.poll_reserve(cx)).map_err(gone)?;
        let piece = buf.get(..PIECE).unwrap_or(buf);
        self.writer
            .send_item(Bytes::copy_from_slice(piece))
            .map_err(gone)?;
        Poll::Ready(Ok(piece.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.writer.close();
        Poll::Ready(Ok(()))
    }
}

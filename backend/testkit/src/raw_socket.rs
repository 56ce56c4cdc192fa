//! A socket without a library: for saying what no library would say.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::Person;

pub struct RawSocket {
    stream: TcpStream,
    /// The status that the handshake was answered with.
    pub status: u16,
    /// Bytes that came and were not looked at.
    rest: Vec<u8>,
}

const PATIENCE: Duration = Duration::from_secs(10);

impl RawSocket {
    /// Open, as our own pages do it.
    pub async fn open(person: &Person) -> Self {
        Self::open_saying(person, &[]).await
    }

    /// The same, with frames sent right behind the request, before it was answered.
    pub async fn open_saying(person: &Person, frames: &[u8]) -> Self {
        let own = Some(person.base.as_str());
        let socket = Self::ask(person, own, "netwerkplatform.v1", frames).await;
        assert_eq!(socket.status, 101);
        socket
    }

    pub async fn handshake(person: &Person, origin: Option<&str>, protocol: &str) -> Self {
        Self::ask(person, origin, protocol, &[]).await
    }

    async fn ask(person: &Person, origin: Option<&str>, protocol: &str, behind: &[u8]) -> Self {
        let host = person.base.strip_prefix("http://").unwrap();
        let mut stream = TcpStream::connect(host).await.unwrap();
        let mut request = format!(
            "GET /v1/socket HTTP/1.1\r\nhost: {host}\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n\
             sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-protocol: {protocol}\r\ncookie: {}\r\n",
            person.cookie
        );
        if let Some(origin) = origin {
            request.extend(["origin: ", origin, "\r\n"]);
        }
        request.push_str("\r\n");
        let request = [request.as_bytes(), behind].concat();
        stream.write_all(&request).await.unwrap();
        let mut socket = Self {
            stream,
            status: 0,
            rest: Vec::new(),
        };
        let head = loop {
            if let Some(end) = socket.rest.windows(4).position(|four| four == b"\r\n\r\n") {
                let rest = socket.rest.split_off(end + 4);
                break std::mem::replace(&mut socket.rest, rest);
            }
            assert!(socket.read().await, "an answer to the handshake");
        };
        let head = String::from_utf8(head).unwrap();
        socket.status = head.split(' ').nth(1).unwrap().parse().unwrap();
        socket
    }

    /// A frame: the first byte as it is, the length and the mask as a client sends them (RFC 6455, 5.2).
    pub fn frame(first: u8, payload: &[u8], mask: [u8; 4]) -> Vec<u8> {
        let mut frame = vec![first];
        match u8::try_from(payload.len()) {
            Ok(short) if short < 126 => frame.push(0x80 | short),
            _ => {
                frame.push(0x80 | 0x7e);
                frame.extend(u16::try_from(payload.len()).unwrap().to_be_bytes());
            }
        }
        frame.extend(mask);
        let masked = payload.iter().zip(mask.iter().cycle());
        frame.extend(masked.map(|(byte, mask)| byte ^ mask));
        frame
    }

    /// Sends as much of it as the server takes.
    pub async fn send(&mut self, bytes: &[u8]) {
        let (mut from, mut to) = self.stream.split();
        let mut heard = vec![0; 64 * 1024];
        let mut left = bytes;
        while !left.is_empty() {
            tokio::select! {
                sent = to.write(left) => match sent {
                    Ok(sent) => left = &left[sent..],
                    Err(_closed) => return,
                },
                read = from.read(&mut heard) => match read {
                    Ok(0) | Err(_) => return,
                    Ok(count) => self.rest.extend_from_slice(&heard[..count]),
                },
            }
        }
    }

    /// The next frame that the server sends, its own heartbeat aside: what it is, and what it holds. None at the end.
    pub async fn hear(&mut self) -> Option<(u8, Vec<u8>)> {
        loop {
            match self.next_frame() {
                Some((9, payload)) if payload.is_empty() => {}
                Some(frame) => return Some(frame),
                None if self.read().await => {}
                None => return None,
            }
        }
    }

    /// The code with which the server closes; 1005 when it says none, and 1006 when it says nothing.
    pub async fn closed_with(&mut self) -> u16 {
        while let Some((opcode, payload)) = self.hear().await {
            if opcode == 8 {
                return match payload.get(..2) {
                    Some(code) => u16::from_be_bytes([code[0], code[1]]),
                    None => 1005,
                };
            }
        }
        1006
    }

    /// The next text that the server sends.
    pub async fn text(&mut self) -> String {
        loop {
            let next = self.hear().await;
            let (opcode, payload) = next.expect("a text before the end");
            if opcode == 1 {
                return String::from_utf8(payload).unwrap();
            }
        }
    }

    fn next_frame(&mut self) -> Option<(u8, Vec<u8>)> {
        let (first, length) = (*self.rest.first()?, usize::from(*self.rest.get(1)?));
        let (start, length) = match length {
            126 => (
                4,
                usize::from(u16::from_be_bytes([*self.rest.get(2)?, *self.rest.get(3)?])),
            ),
            length => (2, length),
        };
        if self.rest.len() < start + length {
            return None;
        }
        let rest = self.rest.split_off(start + length);
        let frame = std::mem::replace(&mut self.rest, rest);
        Some((first & 0x0f, frame[start..].to_vec()))
    }

    async fn read(&mut self) -> bool {
        let mut heard = vec![0; 64 * 1024];
        let read = tokio::time::timeout(PATIENCE, self.stream.read(&mut heard));
        match read.await.expect("the server answers or closes") {
            Ok(0) | Err(_) => false,
            Ok(count) => {
                self.rest.extend_from_slice(&heard[..count]);
                true
            }
        }
    }
}

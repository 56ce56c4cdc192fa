//! An SMTP server that does as it is told: for each message, what it answers to its recipient and to its text.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What happens to one message.
#[derive(Clone, Copy)]
pub enum Act {
    Take,
    /// Answers this to the recipient.
    AtRecipient(&'static str),
    /// Takes the whole text, and is gone before it says so.
    GoAfterText,
}

#[derive(Default)]
struct Play {
    acts: Mutex<Vec<Act>>,
    texts: Mutex<Vec<String>>,
}

pub struct Server {
    pub port: u16,
    play: Arc<Play>,
}

impl Server {
    /// Plays the acts in this order, and takes everything after them.
    pub async fn playing(acts: &[Act]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let play = Arc::new(Play::default());
        play.acts.lock().unwrap().extend(acts.iter().rev());
        let stage = play.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(speak(stream, stage.clone()));
            }
        });
        Self { port, play }
    }

    /// Every text that arrived whole, whatever was answered.
    pub fn texts(&self) -> Vec<String> {
        self.play.texts.lock().unwrap().clone()
    }
}

async fn speak(stream: TcpStream, play: Arc<Play>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let (mut line, mut act) = (String::new(), Act::Take);
    stream.write_all(b"220 here\r\n").await?;
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let verb = line
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_uppercase();
        let answer = match (verb.as_str(), act) {
            ("MAIL", _) => {
                act = play.acts.lock().unwrap().pop().unwrap_or(Act::Take);
                "250 yes"
            }
            ("RCPT", Act::AtRecipient(answer)) => answer,
            ("DATA", _) => {
                stream.write_all(b"354 go on\r\n").await?;
                let text = read_text(&mut stream).await?;
                play.texts.lock().unwrap().push(text);
                if matches!(act, Act::GoAfterText) {
                    return Ok(());
                }
                "250 taken"
            }
            ("QUIT", _) => "221 bye",
            _ => "250 yes",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
}

async fn read_text(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut text = String::new();
    while !text.ends_with("\r\n.\r\n") {
        if stream.read_line(&mut text).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    }
    Ok(text)
}

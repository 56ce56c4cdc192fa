//! A mail as its reader needs it: what it says, whom it is from and whether that is proven, and whether a machine wrote it.
//! Pure.

use mail_parser::{Address, ContentType, Message, MessageParser, MessagePart, MimeHeaders};

/// What was read of a mail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// The text parts, one after the other; of a mail that has none, its HTML as text.
    pub text: String,
    /// Whom it says that it is from, in small letters; none when it names nobody, or several.
    pub from: Option<String>,
    pub message_id: Option<String>,
    /// A holiday reply, a mailing list, a mail that could not be delivered.
    pub is_automatic: bool,
    /// How many files somebody attached: pictures within the text and signatures of programs are none.
    pub files: usize,
    /// What mail servers on the way found out, the last one first.
    results: Vec<String>,
}

impl Letter {
    /// None for what is no mail at all.
    pub fn read(raw: &[u8]) -> Option<Self> {
        let message = MessageParser::default().parse(raw)?;
        message.from()?;
        Some(Self {
            text: text(&message),
            from: sender(&message),
            message_id: message.message_id().map(str::to_owned),
            is_automatic: is_automatic(&message),
            files: files(&message),
            results: headers(&message, "Authentication-Results").collect(),
        })
    }

    /// Whether the server of this name (its `authserv-id`, RFC 8601) found that the mail comes from the domain of whom it
    /// says that it is from. Only what that server wrote last counts: everybody can write a line like it.
    pub fn is_proven_by(&self, server: &str) -> bool {
        let domain = self.from.as_deref().and_then(domain);
        let own = self
            .results
            .iter()
            .find_map(|line| results_of(line, server));
        match (domain, own) {
            (Some(domain), Some(results)) => results.iter().any(|it| proves(it, domain)),
            _ => false,
        }
    }
}

fn text(message: &Message<'_>) -> String {
    let parts = (0..message.text_body_count()).filter_map(|part| message.body_text(part));
    let parts: Vec<String> = parts.map(|part| part.trim_end().to_owned()).collect();
    parts.join("\n\n").replace("\r\n", "\n")
}

fn sender(message: &Message<'_>) -> Option<String> {
    let once = headers(message, "From").count() == 1;
    let mut all = message.from().into_iter().flat_map(Address::iter);
    let first = all.next()?.address()?.trim().to_lowercase();
    (once && all.next().is_none()).then_some(first)
}

/// The values of all headers of a name, from the top.
fn headers<'a>(message: &'a Message<'_>, name: &'a str) -> impl Iterator<Item = String> + 'a {
    let named = message
        .headers_raw()
        .filter(move |(own, _)| own.eq_ignore_ascii_case(name));
    named.map(|(_, value)| value.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn is_automatic(message: &Message<'_>) -> bool {
    let says = |name: &str, is_one: fn(&str) -> bool| {
        headers(message, name).any(|value| is_one(value.to_lowercase().trim()))
    };
    let by_postmaster = sender(message).is_some_and(|from| {
        let name = from.split('@').next().unwrap_or_default().to_owned();
        ["mailer-daemon", "postmaster", "noreply", "no-reply"].contains(&name.as_str())
    });
    by_postmaster
        || says("Auto-Submitted", |value| !value.starts_with("no"))
        || says("Precedence", |value| {
            ["bulk", "junk", "list", "auto_reply"].contains(&value)
        })
        || says("Return-Path", |value| value == "<>")
        || says("List-Id", |_| true)
        || says("X-Autoreply", |_| true)
        || says("X-Autorespond", |_| true)
        || says("Content-Type", |value| {
            value.starts_with("multipart/report")
        })
}

fn files(message: &Message<'_>) -> usize {
    let is_file = |part: &&MessagePart<'_>| {
        part.content_disposition()
            .is_some_and(ContentType::is_attachment)
    };
    message.attachments().filter(is_file).count()
}

fn domain(address: &str) -> Option<&str> {
    let (_, domain) = address.rsplit_once('@')?;
    (!domain.is_empty()).then_some(domain)
}

/// The results in a line that this server wrote.
fn results_of(line: &str, server: &str) -> Option<Vec<String>> {
    let line = without_comments(line).to_lowercase();
    let mut parts = line.split(';').map(|part| part.trim().to_owned());
    let by = parts.next()?;
    let by = by.split_whitespace().next()?;
    (by == server.to_lowercase()).then(|| parts.collect())
}

fn without_comments(line: &str) -> String {
    let mut depth = 0_usize;
    let outside = |letter: &char| {
        match letter {
            '(' => depth += 1,
            ')' if depth > 0 => {
                depth -= 1;
                return false;
            }
            _ => {}
        }
        depth == 0
    };
    line.chars().filter(outside).collect()
}

/// `dmarc=pass`, or `dkim=pass` by the domain itself or one above it.
fn proves(result: &str, domain: &str) -> bool {
    let mut words = result.split_whitespace();
    let (Some(verdict), properties) = (words.next(), words) else {
        return false;
    };
    let said = properties.filter_map(|it| it.strip_prefix("header.")?.split_once('='));
    let said: Vec<(&str, &str)> = said.collect();
    let is_above = |other: &str| domain == other || domain.ends_with(&format!(".{other}"));
    match verdict {
        "dmarc=pass" => said
            .iter()
            .filter(|(name, _)| *name == "from")
            .all(|(_, from)| *from == domain),
        "dkim=pass" => said
            .iter()
            .any(|(name, by)| *name == "d" && by.contains('.') && is_above(by)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(heads: &str) -> Letter {
        let raw = format!("{heads}\r\n\r\nDag allemaal.\r\n");
        Letter::read(raw.as_bytes()).unwrap()
    }

    fn proven(results: &str) -> bool {
        let heads = format!("{results}\r\nFrom: Fatima <Fatima@wijk.example.org>");
        letter(&heads).is_proven_by("mx.example.net")
    }

    #[test]
    fn a_mail_is_proven_by_our_own_server_for_the_domain_that_it_is_from() {
        for good in [
            "Authentication-Results: mx.example.net; dmarc=pass header.from=wijk.example.org",
            "Authentication-Results: mx.example.net 1; spf=fail; dmarc=pass (p=none; x)\r\n header.from=wijk.example.org",
            "Authentication-Results: MX.example.net; dkim=pass header.d=example.org header.s=a",
            "Authentication-Results: mx.example.net; dkim=fail header.d=example.org; dkim=pass header.d=wijk.example.org",
        ] {
            assert!(proven(good), "{good}");
        }
        for bad in [
            "X-Nothing: here",
            "Authentication-Results: mx.elsewhere.net; dmarc=pass header.from=wijk.example.org",
            "Authentication-Results: mx.example.net; dmarc=fail header.from=wijk.example.org",
            "Authentication-Results: mx.example.net; dmarc=pass header.from=elsewhere.org",
            "Authentication-Results: mx.example.net; dkim=pass header.d=elsewhere.org",
            "Authentication-Results: mx.example.net; dkim=pass header.d=org",
            "Authentication-Results: mx.example.net; dkim=pass",
            "Authentication-Results: mx.example.net; none (dmarc=pass header.from=wijk.example.org)",
        ] {
            assert!(!proven(bad), "{bad}");
        }
    }

    #[test]
    fn what_our_server_wrote_last_counts_and_not_what_came_along() {
        let forged = "Authentication-Results: mx.example.net; dmarc=fail header.from=wijk.example.org\r\n\
                      Authentication-Results: mx.example.net; dmarc=pass header.from=wijk.example.org";
        assert!(!proven(forged));
    }

    #[test]
    fn who_names_two_senders_proves_nothing() {
        let two = "Authentication-Results: mx.example.net; dmarc=pass\r\nFrom: a@example.org, b@example.org";
        assert!(!letter(two).is_proven_by("mx.example.net"));
        let twice = "Authentication-Results: mx.example.net; dmarc=pass\r\nFrom: a@example.org\r\nFrom: b@example.org";
        assert!(!letter(twice).is_proven_by("mx.example.net"));
    }

    #[test]
    fn a_machine_is_told_from_a_person() {
        for machine in [
            "Auto-Submitted: auto-replied",
            "Precedence: bulk",
            "Return-Path: <>",
            "List-Id: <lijst.example.org>",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
        ] {
            let heads = format!("{machine}\r\nFrom: a@example.org");
            assert!(letter(&heads).is_automatic, "{machine}");
        }
        for person in [
            "Auto-Submitted: no",
            "Precedence: normal",
            "Return-Path: <a@example.org>",
        ] {
            let heads = format!("{person}\r\nFrom: a@example.org");
            assert!(!letter(&heads).is_automatic, "{person}");
        }
    }

    #[test]
    fn what_is_no_mail_is_none() {
        assert_eq!(Letter::read(b""), None);
        assert_eq!(Letter::read(&[0, 159, 146, 150]), None);
    }
}

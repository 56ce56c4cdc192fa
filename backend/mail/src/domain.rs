//! What the rest of the world reads about mail from here, at the domain of its sender (`doctor --mail`).
//!
//! Sources: RFC 7208 (SPF), RFC 7489 section 6.6.3 (DMARC), RFC 5321 section 5.1 and RFC 7505 (MX).
//! Absent: DKIM, whose key stands under a name that the mail server chose; a mail that arrived tells.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use futures_util::join;
use hickory_resolver::TokioResolver;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolverConfig};
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::{RData, RecordType};

/// What is right, or what is wrong and what to do about it.
pub type Said = Result<String, (String, String)>;

/// How long an answer is waited for, and how often it is asked for.
const PATIENCE: Duration = Duration::from_secs(2);
const ATTEMPTS: usize = 2;

/// A name server as an operator writes it, with or without its port.
pub fn name_server(text: &str) -> Result<SocketAddr, String> {
    let whole = text.parse::<SocketAddr>();
    let address = || text.parse::<IpAddr>().map(|ip| SocketAddr::from((ip, 53)));
    whole
        .or_else(|_no_port| address())
        .map_err(|error| error.to_string())
}

/// Asks the name servers of this machine, or another: outside, a domain may have other records than inside. Each by the
/// name of its record.
pub async fn read_domain(sender: &str, server: Option<SocketAddr>) -> Vec<(&'static str, Said)> {
    let (_, domain) = sender.rsplit_once('@').unwrap_or_default();
    let names = match Names::at(server) {
        Ok(names) => names,
        Err(error) => return vec![("SPF", Err(unheard(domain, &error)))],
    };
    let (texts, policy, hosts) = join!(
        names.texts(domain),
        names.policy(domain),
        names.hosts(domain)
    );
    let said =
        |found: Result<Said, NetError>| found.unwrap_or_else(|error| Err(unheard(domain, &error)));
    vec![
        ("SPF", said(texts.map(|texts| spf(domain, &texts)))),
        (
            "DMARC",
            said(policy.map(|policy| dmarc(domain, policy.as_ref()))),
        ),
        ("MX", said(hosts.map(|hosts| mx(domain, &hosts)))),
    ]
}

fn wrong(wrong: String, do_this: &str) -> Said {
    Err((wrong, do_this.to_owned()))
}

fn unheard(domain: &str, error: &NetError) -> (String, String) {
    let do_this = "see that this machine can ask one, or name one: `netwerkplatform doctor --mail --name-server ADDRESS`";
    (
        format!("no name server told of {domain}: {error}"),
        do_this.to_owned(),
    )
}

struct Names(TokioResolver);

impl Names {
    fn at(server: Option<SocketAddr>) -> Result<Self, NetError> {
        let mut builder = match server {
            None => TokioResolver::builder_tokio()?,
            Some(address) => {
                let connections =
                    [ConnectionConfig::udp(), ConnectionConfig::tcp()].map(|mut it| {
                        it.port = address.port();
                        it
                    });
                let server = NameServerConfig::new(address.ip(), true, connections.into());
                let config = ResolverConfig::from_name_servers(vec![server]);
                TokioResolver::builder_with_config(config, TokioRuntimeProvider::default())
            }
        };
        builder.options_mut().timeout = PATIENCE;
        builder.options_mut().attempts = ATTEMPTS;
        Ok(Self(builder.build()?))
    }

    /// What stands there; nothing where nothing stands.
    async fn records(&self, name: &str, kind: RecordType) -> Result<Vec<RData>, NetError> {
        match self.0.lookup(format!("{name}."), kind).await {
            Err(error) if error.is_no_records_found() => Ok(Vec::new()),
            answer => {
                let records = answer?;
                let records = records.answers().iter();
                Ok(records.map(|record| record.data.clone()).collect())
            }
        }
    }

    /// Each record with its pieces put together (RFC 7208 section 3.3), without what would write elsewhere on a terminal.
    async fn texts(&self, name: &str) -> Result<Vec<String>, NetError> {
        let records = self.records(name, RecordType::TXT).await?;
        let texts = records.iter().filter_map(|record| match record {
            RData::TXT(text) => Some(text.txt_data.concat()),
            _ => None,
        });
        Ok(texts.map(|text| printable(&text)).collect())
    }

    /// What the domain asks of whoever gets mail in its name, or the nearest domain above it that asks something.
    async fn policy(&self, domain: &str) -> Result<Option<(String, String)>, NetError> {
        let mut of = domain;
        while of.contains('.') {
            let texts = self.texts(&format!("_dmarc.{of}")).await?;
            if let Some(text) = texts.into_iter().find(|text| text.starts_with("v=DMARC1")) {
                return Ok(Some((of.to_owned(), text)));
            }
            of = of.split_once('.').map_or("", |(_, above)| above);
        }
        Ok(None)
    }

    async fn hosts(&self, domain: &str) -> Result<Vec<String>, NetError> {
        let records = self.records(domain, RecordType::MX).await?;
        let hosts = records.iter().filter_map(|record| match record {
            RData::MX(host) => Some(host.exchange.to_string()),
            _ => None,
        });
        Ok(hosts.collect())
    }
}

fn printable(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    text.chars().filter(|it| !it.is_control()).collect()
}

fn spf(domain: &str, texts: &[String]) -> Said {
    let is_spf = |text: &&String| text.split(' ').next() == Some("v=spf1");
    let records: Vec<&String> = texts.iter().filter(is_spf).collect();
    let publish = "publish one TXT record at that domain that names what sends mail for it and ends in -all, for example \
         v=spf1 mx -all (RFC 7208)";
    match records.as_slice() {
        [] => wrong(
            format!("{domain} does not say who sends its mail: servers may refuse it"),
            publish,
        ),
        [one] => match one
            .split(' ')
            .find(|term| term.trim_start_matches(['+', '?', '~', '-']) == "all")
        {
            Some("all" | "+all" | "?all") => wrong(
                format!("{domain} lets everybody send in its name: {one}"),
                publish,
            ),
            _ => Ok(format!("{domain} says who sends its mail: {one}")),
        },
        many => wrong(
            format!(
                "{domain} has {} SPF records: with more than one, none counts",
                many.len()
            ),
            publish,
        ),
    }
}

fn dmarc(domain: &str, policy: Option<&(String, String)>) -> Said {
    let publish = |of: &str| {
        format!(
            "publish the TXT record _dmarc.{of} with v=DMARC1; p=reject, after a time with p=none and rua=mailto:… in \
             which nothing of your own is reported (RFC 7489)"
        )
    };
    let Some((of, text)) = policy else {
        return wrong(
            format!("{domain} does not say what to do with mail that only pretends to be from it"),
            &publish(domain),
        );
    };
    let tag = |name: &str| {
        let mut tags = text.split(';').filter_map(|tag| tag.trim().split_once('='));
        tags.find(|(tag, _)| tag.trim() == name)
            .map(|(_, value)| value.trim().to_owned())
    };
    // Of a domain below the one that says it, another word may count (section 6.3).
    let below = tag("sp").filter(|_| of != domain);
    match below.or_else(|| tag("p")).as_deref() {
        Some("reject" | "quarantine") => Ok(format!(
            "{of} has what pretends to be from it refused: {text}"
        )),
        _ => wrong(
            format!("{of} lets mail through that only pretends to be from it: {text}"),
            &publish(of),
        ),
    }
}

fn mx(domain: &str, hosts: &[String]) -> Said {
    match hosts {
        [] => wrong(
            format!(
                "{domain} takes no mail: what cannot be delivered is not heard of, and nobody can write back"
            ),
            "publish an MX record for it, or send from a domain that has one (NP_MAIL_FROM)",
        ),
        // RFC 7505: it says so itself.
        [one] if one == "." => wrong(
            format!("{domain} says that it takes no mail: servers refuse mail from it"),
            "send from a domain that takes mail (NP_MAIL_FROM)",
        ),
        some => Ok(format!("mail to {domain} goes to {}", some.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(said: Said) -> String {
        said.unwrap_err().0
    }

    fn texts(all: &[&str]) -> Vec<String> {
        all.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn who_may_send_is_said_once_and_not_by_everybody() {
        let said = |all: &[&str]| spf("a.nl", &texts(all));
        assert!(
            said(&["other", "v=spf1 mx -all"]).is_ok() && said(&["v=spf1 redirect=b.nl"]).is_ok()
        );
        assert!(told(said(&["v=spf10 mx -all"])).contains("does not say"));
        assert!(told(said(&["v=spf1 +all"])).contains("everybody"));
        assert!(told(said(&["v=spf1 ?all"])).contains("everybody"));
        assert!(told(said(&["v=spf1 -all", "v=spf1 mx -all"])).contains("2 SPF"));
    }

    #[test]
    fn what_pretends_is_refused_by_the_word_for_this_domain() {
        let said = |of: &str, text: &str| dmarc("a.nl", Some(&(of.to_owned(), text.to_owned())));
        assert!(said("a.nl", "v=DMARC1; p=reject").is_ok());
        assert!(said("a.nl", "v=DMARC1;p=quarantine; sp=none").is_ok());
        assert!(told(said("nl", "v=DMARC1; p=reject; sp=none")).contains("lets mail through"));
        assert!(told(said("a.nl", "v=DMARC1; p=none")).contains("lets mail through"));
        assert!(told(dmarc("a.nl", None)).contains("does not say"));
    }

    #[test]
    fn what_stands_there_cannot_write_elsewhere_on_a_terminal() {
        assert_eq!(printable(b"v=spf1\x1b[2J -all\r\n"), "v=spf1[2J -all");
    }

    #[test]
    fn a_domain_that_takes_no_mail_is_told_of() {
        assert!(mx("a.nl", &texts(&["mx.a.nl."])).is_ok());
        assert!(told(mx("a.nl", &[])).contains("takes no mail"));
        assert!(told(mx("a.nl", &texts(&["."]))).contains("says that"));
    }

    #[test]
    fn a_name_server_may_leave_out_its_port() {
        assert_eq!(
            name_server("9.9.9.9"),
            Ok(SocketAddr::from(([9, 9, 9, 9], 53)))
        );
        assert_eq!(name_server("[::1]:5353").map(|it| it.port()), Ok(5353));
        assert!(name_server("dns.example.org").is_err());
    }
}

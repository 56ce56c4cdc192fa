//! What is asked for, and who is let in to do it.

use std::path::PathBuf;
use std::sync::Arc;

use reqwest::{Client, StatusCode};

use crate::Failure;
use crate::trust::Trust;
use crate::visitor::{Cookies, DOORS, Thread, Visitor, may_reply, through};

/// How many people there are, and how busy.
#[derive(Clone, Debug)]
pub struct Plan {
    /// One for each node.
    pub urls: Vec<String>,
    /// As browsers see the installation; by its own word when left out.
    pub origin: Option<String>,
    /// Of sessions, where there are no doors of a demonstration.
    pub cookies: Vec<String>,
    /// Of authorities that this machine does not know.
    pub authorities: Option<PathBuf>,
    /// TENANT/ID.
    pub thread: Option<String>,
    pub readers: u32,
    pub writers: u32,
    pub sockets: u32,
    /// In all.
    pub reads_a_second: f64,
    pub posts_a_second: f64,
    pub seconds: u64,
    /// All sockets are cut at once after so many seconds.
    pub storm_after: Option<u64>,
}

/// Where they are.
pub struct Ground {
    /// Everybody who may be there, at the first node. They look at the same thread.
    pub people: Vec<Visitor>,
    /// What browsers see, as far as it was asked for or told.
    pub origin: String,
    pub version: String,
    /// When it was entered, by the clock of the installation.
    pub moment: String,
}

impl Ground {
    /// Signs in, and looks whether what was asked for is possible.
    pub async fn enter(plan: &Plan) -> Result<Self, Failure> {
        let base = plan
            .urls
            .first()
            .ok_or("give the address of an installation: --url")?;
        let trust = Trust::with(plan.authorities.as_deref())?;
        let http = trust.client().build()?;
        let told = Told::by(&http, base).await?;
        for other in plan.urls.iter().skip(1) {
            Told::by(&http, other).await?;
        }
        let origin = plan.origin.clone().unwrap_or(told.origin);
        let mut people = if plan.cookies.is_empty() {
            by_doors(&trust, base, plan).await?
        } else {
            by_cookies(&trust, base, plan).await?
        };
        // Posts of all are known again by the same mark.
        if let Some(letters) = people.first().map(|it| it.letters.clone()) {
            for person in &mut people {
                person.letters = letters.clone();
            }
        }
        Ok(Self {
            people,
            origin,
            version: told.version,
            moment: told.moment,
        })
    }

    /// The people at another node of the same installation.
    pub fn at(&self, node: &str) -> Vec<Visitor> {
        let seen = |person: &Visitor| person.at(node).seen_as(&self.origin);
        self.people.iter().map(seen).collect()
    }
}

/// What an installation says of itself.
struct Told {
    origin: String,
    version: String,
    moment: String,
}

impl Told {
    async fn by(http: &Client, base: &str) -> Result<Self, Failure> {
        let unreachable =
            |error: reqwest::Error| format!("{base} does not answer: {}", causes(&error));
        let ask = async |path: &str| {
            let answer = http.get(format!("{base}{path}")).send().await;
            answer.map_err(unreachable)
        };
        let api = ask("/health/live").await?;
        let header = |name: &str| {
            let value = api.headers().get(name).and_then(|it| it.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        let (version, moment) = (header("api-version"), header("date"));
        let text = ask("/robots.txt")
            .await?
            .text()
            .await
            .map_err(unreachable)?;
        Ok(Self {
            origin: origin_in(&text).unwrap_or(base).to_owned(),
            version,
            moment,
        })
    }
}

/// Where its map is, its pages are.
fn origin_in(robots: &str) -> Option<&str> {
    let map = robots
        .lines()
        .find_map(|line| line.strip_prefix("Sitemap: "))?;
    map.trim().strip_suffix("/sitemap.xml")
}

async fn by_doors(trust: &Trust, base: &str, plan: &Plan) -> Result<Vec<Visitor>, Failure> {
    if through(trust, base, DOORS.first().copied().unwrap_or_default())
        .await?
        .is_none()
    {
        return Err(format!(
            "{base} has no doors of a demonstration: give the cookie of a session (--cookie or NP_LOAD_COOKIE, as a browser \
             sends it) and a thread (--thread TENANT/ID)"
        )
        .into());
    }
    let thread = match &plan.thread {
        Some(_) => thread_of(plan)?,
        None => Visitor::enter_with(trust.clone(), base).await?.thread,
    };
    let mut people = Vec::new();
    for door in DOORS {
        if let Some(cookies) = through(trust, base, door).await? {
            let visitor = Visitor::signed_in(trust.clone(), base, cookies, thread.clone())?;
            if is_fit(&visitor, plan.writers > 0).await?.is_ok() {
                people.push(visitor);
            }
        }
    }
    if people.is_empty() {
        return Err(format!("behind no door is somebody who may be in {}", thread.path).into());
    }
    Ok(people)
}

async fn by_cookies(trust: &Trust, base: &str, plan: &Plan) -> Result<Vec<Visitor>, Failure> {
    let thread = thread_of(plan)?;
    let mut people = Vec::new();
    for cookie in &plan.cookies {
        let cookies = Arc::new(Cookies::parse(cookie));
        let visitor = Visitor::signed_in(trust.clone(), base, cookies, thread.clone())?;
        is_fit(&visitor, plan.writers > 0).await??;
        people.push(visitor);
    }
    Ok(people)
}

fn thread_of(plan: &Plan) -> Result<Thread, Failure> {
    let missing = "say which conversation: --thread TENANT/ID, as in its address";
    let (tenant, id) = plan
        .thread
        .as_deref()
        .and_then(|it| it.split_once('/'))
        .ok_or(missing)?;
    if tenant.is_empty() || id.is_empty() || id.contains('/') {
        return Err(missing.into());
    }
    Ok(Thread::new(tenant, id))
}

/// Whether somebody may do there what is asked; if not, why.
async fn is_fit(visitor: &Visitor, writes: bool) -> Result<Result<(), Failure>, Failure> {
    let (signed_in, _) = visitor.look("/v1/me").await?;
    if signed_in != StatusCode::OK {
        let why = format!(
            "the session has ended, or is of another installation than {}",
            visitor.base
        );
        return Ok(Err(why.into()));
    }
    let (status, thread) = visitor.look(&visitor.thread.path).await?;
    let why = match status {
        StatusCode::OK if writes && !may_reply(&thread) => {
            "may be read but not written in: --writers 0 only reads"
        }
        StatusCode::OK => return Ok(Ok(())),
        _ => "is not there for this session",
    };
    Ok(Err(
        format!("the thread {} {why}", visitor.thread.path).into()
    ))
}

/// An error with what caused it.
fn causes(error: &dyn std::error::Error) -> String {
    let mut told = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        told = format!("{told}: {cause}");
        next = cause.source();
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(thread: Option<&str>) -> Plan {
        Plan {
            urls: vec!["http://127.0.0.1:9".to_owned()],
            origin: None,
            cookies: vec!["np_access=a".to_owned()],
            authorities: None,
            thread: thread.map(str::to_owned),
            readers: 1,
            writers: 1,
            sockets: 1,
            reads_a_second: 1.0,
            posts_a_second: 1.0,
            seconds: 1,
            storm_after: None,
        }
    }

    #[test]
    fn an_installation_says_where_its_pages_are() {
        let robots = "User-agent: *\nSitemap: https://platform.example.org/sitemap.xml\n";
        assert_eq!(origin_in(robots), Some("https://platform.example.org"));
        assert_eq!(origin_in("<html>"), None);
    }

    #[test]
    fn a_session_alone_does_not_say_where_to_post() {
        for thread in [None, Some("zaanrade"), Some("zaanrade/"), Some("a/b/c")] {
            let refused = thread_of(&plan(thread)).unwrap_err().to_string();
            assert!(refused.contains("--thread TENANT/ID"), "{refused}");
        }
        let thread = thread_of(&plan(Some("zaanrade/0190"))).unwrap();
        assert_eq!(thread.path, "/v1/tenants/zaanrade/threads/0190");
    }

    #[tokio::test]
    async fn who_does_not_answer_is_named() {
        let refused = Ground::enter(&plan(None)).await.err().unwrap().to_string();
        assert!(
            refused.starts_with("http://127.0.0.1:9 does not answer: "),
            "{refused}"
        );
    }

    #[tokio::test]
    async fn without_an_address_nothing_begins() {
        let nowhere = Plan {
            urls: Vec::new(),
            ..plan(None)
        };
        let refused = Ground::enter(&nowhere).await.err().unwrap().to_string();
        assert!(refused.contains("--url"), "{refused}");
    }
}

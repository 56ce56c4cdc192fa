//! One connection: what a client may ask, and how far each of its topics was sent.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use bus::Message;
use db::{Db, DbFault, outbox};
use kernel::{Clock, PersonId, Scope, TenantId, TenantSet, ThreadId};
use people::PresenceChoice;
use platform::Secrets;
use threads::Ranges;
use threads::views::post_views;
use tokio_tungstenite::tungstenite::Utf8Bytes;

use crate::hub::{CloseReason, ConnectionId, Hub, Listener, ToConnection};
use crate::news::WINDOW;
use crate::protocol::{FromClient, FromServer, Topic};
use crate::pump::frame_of;
use crate::rights::{self, Right};
use crate::streamed::Heard;
use crate::writers::may_be_seen;

/// How many topics one connection may listen to.
const MAX_TOPICS: usize = 100;
const CATCH_UP: u64 = 200;
/// How far back it is looked whether something was announced: a page that was just opened is younger.
const LOOKED_BACK: Duration = Duration::from_secs(60);
/// Typing is passed on at most this often.
const TYPING: Duration = Duration::from_secs(2);
/// And being here.
const PRESENCE: Duration = Duration::from_secs(10);
/// A client that asks more often than this in a while is not one of ours, nor one that has more sent to it for asking.
const MOST_FRAMES: u32 = 400;
const MOST_ANSWERS: usize = 4_000;
const WHILE: Duration = Duration::from_secs(10);

pub struct Services {
    pub db: Db,
    pub hub: Arc<Hub>,
    pub secrets: Secrets,
    pub clock: Arc<dyn Clock>,
}

pub struct Connection {
    pub id: ConnectionId,
    pub scope: Scope,
    services: Arc<Services>,
    topics: HashMap<Topic, Place>,
    traffic: Traffic,
}

/// Since when frames are counted, how many came, and how many went out in answer.
struct Traffic {
    since: Duration,
    asked: u32,
    answered: usize,
}

impl Traffic {
    const fn from(since: Duration) -> Self {
        Self {
            since,
            asked: 0,
            answered: 0,
        }
    }
}

/// How far a topic was sent to this connection.
struct Place {
    tenant: Option<TenantId>,
    change: i64,
    /// Whether others may see that this person types or is here, if that was chosen.
    may_be_seen: bool,
    typed_at: Option<Duration>,
    here_at: Option<Duration>,
}

impl Place {
    const fn at(tenant: Option<TenantId>, change: i64, may_be_seen: bool) -> Self {
        Self {
            tenant,
            change,
            may_be_seen,
            typed_at: None,
            here_at: None,
        }
    }

    /// Whether it is passed on that they type, or are here: not too often.
    fn passes_on(&mut self, shows: Shows, now: Duration) -> bool {
        let (at, pause) = match shows {
            Shows::Typing => (&mut self.typed_at, TYPING),
            Shows::Presence => (&mut self.here_at, PRESENCE),
        };
        let too_soon = at.is_some_and(|at| now.saturating_sub(at) < pause);
        if too_soon || !self.may_be_seen {
            return false;
        }
        *at = Some(now);
        true
    }
}

/// What somebody lets others see of them.
#[derive(Clone, Copy)]
enum Shows {
    Typing,
    Presence,
}

impl Shows {
    const fn is_chosen(self, choice: PresenceChoice) -> bool {
        match self {
            Self::Typing => choice.typing,
            Self::Presence => choice.here,
        }
    }

    fn said_by(self, person: PersonId, topic: Topic) -> Message {
        let topic = topic.to_string().into();
        match self {
            Self::Typing => Message::Typing { topic, person },
            Self::Presence => Message::Present { topic, person },
        }
    }
}

/// Why a request of the client cannot be followed.
type Refusal = &'static str;

impl Connection {
    pub fn new(id: ConnectionId, scope: Scope, services: Arc<Services>) -> Self {
        Self {
            id,
            traffic: Traffic::from(services.clock.elapsed()),
            scope,
            services,
            topics: HashMap::new(),
        }
    }

    /// What to send for a frame of the client, or why not to listen to it any longer.
    pub async fn handle(&mut self, text: &str) -> Result<Vec<Utf8Bytes>, CloseReason> {
        self.scope.now = self.services.clock.now();
        if self.is_too_fast() {
            return Err(CloseReason::TooFast);
        }
        // Apart: a socket is idle most of its life, and what an answer needs would be kept all that time.
        let frames = Box::pin(self.answer(text)).await;
        self.traffic.answered += frames.len();
        Ok(frames)
    }

    fn is_too_fast(&mut self) -> bool {
        let elapsed = self.services.clock.elapsed();
        if elapsed.saturating_sub(self.traffic.since) >= WHILE {
            self.traffic = Traffic::from(elapsed);
        }
        self.traffic.asked += 1;
        self.traffic.asked > MOST_FRAMES || self.traffic.answered > MOST_ANSWERS
    }

    async fn answer(&mut self, text: &str) -> Vec<Utf8Bytes> {
        let frame = match serde_json::from_str::<FromClient>(text) {
            Ok(frame) => frame,
            Err(_not_ours) => return vec![problem("socket.malformed", None)],
        };
        let topic = match &frame {
            FromClient::Subscribe { topic, .. }
            | FromClient::Unsubscribe { topic }
            | FromClient::Typing { topic }
            | FromClient::Presence { topic }
            | FromClient::Read { topic, .. } => topic.clone(),
        };
        let done = match topic.parse::<Topic>() {
            Err(()) => Ok(Err("socket.topic-not-found")),
            Ok(parsed) => self.act(parsed, &frame).await,
        };
        match done {
            Ok(Ok(frames)) => frames,
            Ok(Err(code)) => vec![problem(code, Some(&topic))],
            Err(fault) => {
                tracing::warn!(%fault, "a socket's request waits for the database");
                vec![problem("unavailable", Some(&topic))]
            }
        }
    }

    async fn act(
        &mut self,
        topic: Topic,
        frame: &FromClient,
    ) -> Result<Result<Vec<Utf8Bytes>, Refusal>, DbFault> {
        match frame {
            FromClient::Subscribe { after, age, .. } => self.subscribe(topic, *after, *age).await,
            FromClient::Unsubscribe { .. } => {
                self.topics.remove(&topic);
                self.services.hub.unsubscribe(topic, self.id);
                Ok(Ok(Vec::new()))
            }
            FromClient::Typing { .. } => self.shows(topic, Shows::Typing).await,
            FromClient::Presence { .. } => self.shows(topic, Shows::Presence).await,
            FromClient::Read { ranges, .. } => self.read(topic, ranges).await,
        }
    }

    async fn subscribe(
        &mut self,
        topic: Topic,
        after: Option<i64>,
        age: Option<u64>,
    ) -> Result<Result<Vec<Utf8Bytes>, Refusal>, DbFault> {
        if self.topics.len() >= MAX_TOPICS && !self.topics.contains_key(&topic) {
            return Ok(Err("socket.too-many-topics"));
        }
        let hub = self.services.hub.clone();
        let _turn = hub.turn().await;
        self.scope.now = self.services.clock.now();
        let Some((right, room)) = rights::look(&self.services.db, &self.scope, topic).await? else {
            return Ok(Err("socket.topic-not-found"));
        };
        // Listen first, then read: what happens in between comes through the queue, and what comes twice is dropped by its number.
        self.listen(topic, right);
        // Of who names no number it is not known which changes with one they have.
        let age = age.filter(|_| room.is_none() || after.is_some());
        let missed = self.may_have_missed(topic, right, age).await?;
        let Some(room) = room else {
            return Ok(Ok(vec![subscribed(topic, 0, missed)]));
        };
        let change = after.unwrap_or(room.last_change).min(room.last_change);
        let place = Place::at(right.tenant, change, may_be_seen(&room));
        self.topics.insert(topic, place);
        let mut frames = vec![subscribed(topic, room.last_change, missed)];
        // Ahead of us: an older state of the database was put back, and what this client has is not what there is.
        if after.is_some_and(|after| after > room.last_change) {
            frames.push(resync(topic, room.last_change));
        }
        match self.catch_up_if_allowed(room.id).await? {
            Some(missed) => frames.extend(missed),
            None => return Ok(Err("socket.topic-not-found")),
        }
        Ok(Ok(frames))
    }

    /// Whether something without a number was announced on this topic since what is shown was fetched. Of long ago
    /// nobody looks: that may be. The same is said to who takes no part, for not all of it is announced to them.
    async fn may_have_missed(
        &self,
        topic: Topic,
        right: Right,
        age: Option<u64>,
    ) -> Result<bool, DbFault> {
        let age = age.map(Duration::from_millis);
        let Some(age) = age.filter(|age| *age <= LOOKED_BACK) else {
            return Ok(true);
        };
        let (subject, issue) = match (topic, self.scope.person) {
            (Topic::Thread(thread), _) if right.takes_part => (thread.uuid(), None),
            (Topic::Issue(issue), _) if right.takes_part => (issue.uuid(), Some(issue)),
            (Topic::Me, Some(person)) => (person.uuid(), None),
            _ => return Ok(true),
        };
        let there = Scope::worker(TenantSet::of(right.tenant), self.scope.now);
        let from = self.scope.now.minus(age + WINDOW);
        let sql = self.services.db.read(&there);
        let kinds = outbox::kinds_since(&sql, from, subject, issue).await?;
        let heard = |kind: &String| Heard::of(kind).is_some_and(|heard| heard.is_at(topic));
        Ok(kinds.iter().any(heard))
    }

    fn listen(&mut self, topic: Topic, right: Right) {
        let Some(queue) = self.services.hub.queue_of(self.id) else {
            return;
        };
        let place = Place::at(right.tenant, 0, false);
        self.topics.entry(topic).or_insert(place);
        let listener = Listener {
            connection: self.id,
            person: self.scope.person,
            right,
            listening: 0,
            queue,
        };
        self.services.hub.subscribe(topic, listener);
    }

    /// Everything of a thread that this connection did not get yet, from the database.
    async fn catch_up(&mut self, thread: ThreadId) -> Result<Vec<Utf8Bytes>, DbFault> {
        let topic = Topic::Thread(thread);
        let mut frames = Vec::new();
        let Some(place) = self.topics.get_mut(&topic) else {
            return Ok(frames);
        };
        let inside = rights::within(&self.scope, place.tenant);
        let sql = self.services.db.read(&inside);
        let posts = threads::read::changed_since(&sql, thread, place.change, CATCH_UP + 1).await?;
        if posts.len() > usize::try_from(CATCH_UP).unwrap_or(usize::MAX) {
            let pulse = threads::read::pulses(&sql, &[thread]).await?;
            place.change = pulse
                .get(&thread)
                .map_or(place.change, |pulse| pulse.last_change);
            return Ok(vec![resync(topic, place.change)]);
        }
        for view in post_views(&sql, posts, &self.services.secrets).await? {
            place.change = view.change;
            frames.push(frame_of(&topic, &view));
        }
        Ok(frames)
    }

    /// The same, for whoever may still read when it was read: time has passed since the last look. None, and
    /// the topic is let go of, for who may not.
    async fn catch_up_if_allowed(
        &mut self,
        thread: ThreadId,
    ) -> Result<Option<Vec<Utf8Bytes>>, DbFault> {
        let frames = self.catch_up(thread).await?;
        let topic = Topic::Thread(thread);
        let allowed = frames.is_empty()
            || rights::look(&self.services.db, &self.scope, topic)
                .await?
                .is_some();
        if allowed {
            return Ok(Some(frames));
        }
        self.topics.remove(&topic);
        self.services.hub.unsubscribe(topic, self.id);
        Ok(None)
    }

    fn revoked(&mut self, topic: Topic) -> Vec<Utf8Bytes> {
        self.topics.remove(&topic);
        vec![problem("socket.topic-not-found", Some(&topic.to_string()))]
    }

    /// What to send for a message of the hub.
    pub async fn deliver(&mut self, message: ToConnection) -> Vec<Utf8Bytes> {
        match message {
            ToConnection::Changes { topic, changes } => self.deliver_changes(topic, &changes).await,
            ToConnection::Frame(frame) => vec![frame],
            // Nobody wants to know it any more where they listen no more.
            ToConnection::Passing { topic, frame } => {
                let listens = self.topics.contains_key(&topic);
                listens.then_some(frame).into_iter().collect()
            }
            ToConnection::Revoked(topic) => self.revoked(topic),
        }
    }

    async fn deliver_changes(
        &mut self,
        topic: Topic,
        changes: &[(i64, Utf8Bytes)],
    ) -> Vec<Utf8Bytes> {
        let Some(place) = self.topics.get_mut(&topic) else {
            return Vec::new();
        };
        let mut frames = Vec::new();
        for (change, frame) in changes {
            if *change == place.change + 1 {
                place.change = *change;
                frames.push(frame.clone());
            } else if *change > place.change {
                // What is missing is read with all that came after it.
                frames.extend(Box::pin(self.fetch_missed(topic)).await);
                break;
            }
        }
        frames
    }

    async fn fetch_missed(&mut self, topic: Topic) -> Vec<Utf8Bytes> {
        let Topic::Thread(thread) = topic else {
            return Vec::new();
        };
        let hub = self.services.hub.clone();
        let _turn = hub.turn().await;
        self.scope.now = self.services.clock.now();
        match self.catch_up_if_allowed(thread).await {
            Ok(Some(frames)) => frames,
            Ok(None) => self.revoked(topic),
            Err(fault) => {
                tracing::warn!(%fault, "a socket waits for the database");
                // Whoever comes back is told everything after the last number they saw.
                self.services.hub.disconnect(self.id);
                Vec::new()
            }
        }
    }

    /// Of who did not choose to be seen nothing leaves this connection.
    async fn shows(
        &mut self,
        topic: Topic,
        shows: Shows,
    ) -> Result<Result<Vec<Utf8Bytes>, Refusal>, DbFault> {
        let now = self.services.clock.elapsed();
        let place = self.topics.get_mut(&topic);
        let passes_on = place.is_some_and(|place| place.passes_on(shows, now));
        if let Some(person) = self.scope.person.filter(|_| passes_on) {
            let sql = self.services.db.read(&self.scope);
            if shows.is_chosen(people::read::presence_choice(&sql, person).await?) {
                let bus = self.services.db.bus();
                bus.publish(shows.said_by(person, topic));
            }
        }
        Ok(Ok(Vec::new()))
    }

    async fn read(
        &mut self,
        topic: Topic,
        ranges: &[(i64, i64)],
    ) -> Result<Result<Vec<Utf8Bytes>, Refusal>, DbFault> {
        let Topic::Thread(thread) = topic else {
            return Ok(Err("socket.topic-not-found"));
        };
        if !self.topics.contains_key(&topic) {
            return Ok(Err("socket.topic-not-found"));
        }
        let tenant = threads::read::tenant_of_thread(
            &self.services.db.read_with_keys(&self.scope, [thread]),
            thread,
        )
        .await?;
        let scope = rights::within(&self.scope, tenant);
        match threads::mark_read(
            &scope,
            &self.services.db,
            thread,
            &Ranges::of(ranges.iter().copied()),
        )
        .await
        {
            Ok(_) => Ok(Ok(Vec::new())),
            Err(threads::ThreadFault::Store(fault)) => Err(fault),
            Err(_refused) => Ok(Err("socket.topic-not-found")),
        }
    }
}

fn subscribed(topic: Topic, seq: i64, missed: bool) -> Utf8Bytes {
    FromServer::Subscribed {
        topic: &topic.to_string(),
        seq,
        missed,
    }
    .text()
    .into()
}

/// Fetch it all again: more changed than is sent here.
fn resync(topic: Topic, seq: i64) -> Utf8Bytes {
    metrics::counter!("netwerkplatform_socket_resyncs_total").increment(1);
    let topic = &topic.to_string();
    FromServer::Resync { topic, seq }.text().into()
}

fn problem(code: &'static str, topic: Option<&str>) -> Utf8Bytes {
    FromServer::Problem { code, topic }.text().into()
}

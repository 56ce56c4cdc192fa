//! An organisation with something of everything in it, all of it marked with one secret word.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantId, TenantRole};
use platform::taxonomy::TermKind;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::operations::Ids;
use crate::people::{declare, term};
use crate::world_rows;

pub struct World {
    pub tenant: TenantId,
    pub slug: &'static str,
    pub word: &'static str,
    pub owner: Person,
    pub convener: Person,
    pub publisher: Person,
    pub member: Person,
    /// Takes part in the room behind an invitation, and holds no role in the organisation.
    pub fatima: Person,
    pub ids: Ids,
    /// Another organisation, and a convener of it.
    other: Option<(TenantId, Person)>,
    /// How often everything was added to.
    round: usize,
}

fn id(answer: &Answer) -> String {
    assert!((200..300).contains(&answer.status), "{}", answer.text);
    answer.body["id"].as_str().unwrap().to_owned()
}

impl World {
    pub async fn new(app: &TestApp, slug: &'static str, word: &'static str) -> Self {
        let tenant = app.tenant(slug).await;
        let named = |role: &str| format!("{role} {word}");
        let mut world = Self {
            tenant,
            slug,
            word,
            owner: app
                .member(&named("Eigenaar"), tenant, TenantRole::Owner)
                .await,
            convener: app
                .member(&named("Joost"), tenant, TenantRole::Convener)
                .await,
            publisher: app
                .member(&named("Noor"), tenant, TenantRole::Publisher)
                .await,
            member: app.member(&named("Lid"), tenant, TenantRole::Member).await,
            fatima: app.person(&named("Fatima")).await,
            ids: Ids::from([
                ("tenant", slug.to_owned()),
                ("organisation", slug.to_owned()),
                ("kind", "privacy".to_owned()),
                ("part", "story".to_owned()),
                ("response", "thanks".to_owned()),
                ("key", "reply-x".to_owned()),
            ]),
            other: None,
            round: 0,
        };
        world.grow(app).await;
        world
    }

    pub fn insiders(&self) -> [&Person; 5] {
        [
            &self.owner,
            &self.convener,
            &self.publisher,
            &self.member,
            &self.fatima,
        ]
    }

    fn path(&self, rest: &str) -> String {
        format!("/v1/tenants/{}/{rest}", self.slug)
    }

    fn titled(&self, change: &Value) -> Value {
        let mut form = json!({ "title": format!("Over de {}", self.word) });
        for (key, value) in change.as_object().unwrap() {
            form[key] = value.clone();
        }
        form
    }

    /// Keeps the first of a kind: what is grown later stands beside it or beneath it.
    fn keep(&mut self, name: &'static str, id: String) {
        self.ids.entry(name).or_insert(id);
    }

    /// One more of everything.
    pub async fn grow(&mut self, app: &TestApp) {
        self.round += 1;
        self.convene(app).await;
        self.found_a_network(app).await;
        self.propose().await;
        self.talk().await;
        self.moderate(app).await;
        self.conclude(app).await;
        self.publish().await;
        self.ask(app).await;
        self.raise_a_hand(app).await;
        self.nominate(app).await;
        self.plan_waves().await;
        if self.round == 1 {
            let (ids, convener) = (&self.ids, &self.convener);
            let made = world_rows::set_aside(convener, self.slug, self.word, ids).await;
            let staff = [&self.owner, convener];
            let acts = world_rows::by_staff(app, staff, self.word, ids).await;
            self.ids.extend(made.into_iter().chain(acts));
        }
        self.compose().await;
        world_rows::fill(app, self.word).await;
        self.join(app).await;
        self.open_a_hall(app).await;
        self.tell(app).await;
        self.ask_for_contact(app).await;
        app.settle().await;
        app.advance(Duration::from_secs(180));
        app.settle().await;
    }

    /// A room behind an invitation, and people in it.
    async fn convene(&mut self, app: &TestApp) {
        let form = self.titled(&json!({"visibility": "invited", "regime": "trusted"}));
        let issue = app.open_issue(&self.convener, self.slug, form).await;
        app.admit(&self.fatima, self.tenant, &issue, IssueRole::Participant)
            .await;
        let invitees = json!([{"email": self.publisher.email, "text": self.word}]);
        let path = self.path(&format!("issues/{issue}/invitations"));
        let asked = self
            .convener
            .post(&path, &json!({ "invitees": invitees }))
            .await;
        assert_eq!(asked.status, 201, "{}", asked.text);
        let agreement = self.path(&format!("issues/{issue}/agreement"));
        let agreed = json!({"version": 0, "expectations": self.word, "rhythm": "weekly"});
        let put = self.convener.put(&agreement, &agreed).await;
        assert_eq!(put.status, 200, "{}", put.text);
        self.keep("issue", issue);
        let other = app
            .person(&format!("Ander {} {}", self.word, self.round))
            .await;
        app.admit(&other, self.tenant, &self.ids["issue"], IssueRole::Observer)
            .await;
    }

    /// A circle that only who is in it knows of.
    async fn found_a_network(&mut self, app: &TestApp) {
        let name = format!("Kring van de {}", self.word);
        let purpose = format!("Leren over de {}", self.word);
        let founded = self.found(app, &name, &purpose).await;
        let people = self.path(&format!("issues/{founded}/participants"));
        let people = self.convener.get(&people).await;
        let people = people.body["items"].as_array().unwrap();
        let newcomer = people.iter().find(|one| one["role"] == "participant");
        let newcomer = newcomer.unwrap()["person"].as_str().unwrap().to_owned();
        self.keep("alumnus", newcomer.clone());
        self.keep("newcomer", newcomer);
        self.keep("network", founded);
        let name = format!("Andere kring van de {} {}", self.word, self.round);
        let other = self.found(app, &name, &name).await;
        let networks = [self.ids["network"].as_str(), other.as_str()];
        let [tie, talk] = world_rows::meet(&self.convener, self.slug, self.word, networks).await;
        if self.round == 1 {
            self.keep("tie", tie);
            self.keep("talk", talk);
        }
    }

    async fn found(&self, app: &TestApp, name: &str, purpose: &str) -> String {
        let form = json!({
            "kind": "learning",
            "name": name,
            "purpose": purpose,
            "houseRules": format!("Niets over de {}", self.word),
            "visibility": "invited",
        });
        let founded = id(&self.convener.post(&self.path("networks"), &form).await);
        let open = self.path(&format!("issues/{founded}/_move"));
        let opened = self.convener.post(&open, &json!({"to": "open"})).await;
        assert_eq!(opened.status, 200, "{}", opened.text);
        app.admit(&self.fatima, self.tenant, &founded, IssueRole::Participant)
            .await;
        founded
    }

    /// A member asks for an issue, and a convener has to say what becomes of it.
    async fn propose(&self) {
        let mut form: Value = serde_json::from_str(testkit::ISSUE).unwrap();
        form["title"] = json!(format!("Voorstel over de {}", self.word));
        let drafted = id(&self.member.post(&self.path("issues"), &form).await);
        let moved = self
            .member
            .post(
                &self.path(&format!("issues/{drafted}/_move")),
                &json!({"to": "proposed"}),
            )
            .await;
        assert_eq!(moved.status, 200, "{}", moved.text);
    }

    async fn talk(&mut self) {
        let form = self.titled(&json!({"body": format!("De {} slaapt.", self.word)}));
        let threads = self.path(&format!("issues/{}/threads", self.ids["issue"]));
        let thread = id(&self.convener.post(&threads, &form).await);
        self.keep("thread", thread);
        let posts = self.path(&format!("threads/{}/posts", self.ids["thread"]));
        let said = format!("De {} wordt wakker.", self.word);
        let post = id(&self.fatima.post(&posts, &json!({"body": said})).await);
        self.keep("post", post.clone());
        let quoted = json!({"body": format!("Welke {}?", self.word), "quotes": post});
        let answer = id(&self.convener.post(&posts, &quoted).await);
        id(&self.convener.post(&posts, &quoted).await);
        let first = self.path(&format!("posts/{}", self.ids["post"]));
        let version = self.fatima.get(&first).await.etag();
        let better = json!({"body": format!("{said} Nu, om {} uur.", self.round)});
        let edited = self.fatima.patch(&first, &version, &better).await;
        assert_eq!(edited.status, 200, "{}", edited.text);
        let said = self.path(&format!("posts/{answer}"));
        assert_eq!(self.convener.delete(&said).await.status, 204);
        let people = [&self.convener, &self.fatima];
        let heard = world_rows::sort_out(people, self.slug, self.word, &self.ids).await;
        self.keep("acknowledgement", heard);
        let draft = json!({"body": format!("Over {} nog", self.word)});
        let kept = self.fatima.put("/v1/me/drafts/reply-x", &draft).await;
        assert!(kept.status < 300, "{}", kept.text);
    }

    /// An issue of the organisation's own, with what came of it.
    async fn conclude(&mut self, app: &TestApp) {
        let form = self.titled(&json!({"visibility": "tenant"}));
        let issue = app.open_issue(&self.convener, self.slug, form).await;
        let begun = self.round > 1;
        for issue in [Some(&issue), self.ids.get("issue").filter(|_| !begun)]
            .into_iter()
            .flatten()
        {
            let path = self.path(&format!("issues/{issue}/outcome"));
            let outcome = self.titled(&json!({
                "intro": self.word,
                "reviewAt": app.clock.now().plus(Duration::from_secs(5 * 24 * 3_600)),
                "statements": [
                    {"kind": "heard", "text": self.word},
                    {"kind": "done", "text": self.word},
                    {"kind": "not-done", "text": self.word, "why": self.word},
                    {"kind": "you-can", "text": self.word}
                ]
            }));
            let saved = self.convener.put_from(&path, "\"0\"", &outcome).await;
            assert_eq!(saved.status, 200, "{}", saved.text);
        }
        let path = self.path(&format!("issues/{issue}/outcome"));
        world_rows::what_came_of_it(app, &self.convener, &path, self.word).await;
    }

    /// A product that nobody else sees yet, with a file.
    async fn publish(&mut self) {
        let part = Part::bytes(format!("%PDF-1.7\n% {}\n", self.word).into_bytes())
            .file_name(format!("{}.pdf", self.word));
        let upload = self
            .publisher
            .request(Method::POST, &self.path("files"))
            .multipart(Form::new().part("file", part));
        let file = id(&self.publisher.send(upload).await);
        let form = self.titled(&json!({
            "kind": "guide",
            "summary": self.word,
            "body": self.word,
            "files": [{"id": file}],
        }));
        let product = id(&self.publisher.post(&self.path("products"), &form).await);
        self.keep("file", file);
        self.keep("product", product);
    }

    async fn ask(&mut self, app: &TestApp) {
        let number = self.ids["issue"].clone();
        let email = format!("{}-{}@example.org", self.word, self.round);
        let text = format!("Kom je, {}?", self.word);
        let invitees = json!([{"email": email, "text": text}]);
        let path = self.path(&format!("issues/{number}/invitations"));
        let asked = self
            .convener
            .post(&path, &json!({ "invitees": invitees }))
            .await;
        assert_eq!(asked.status, 201, "{}", asked.text);
        let listed = self.convener.get(&path).await;
        let invitation = listed.body["items"][0]["id"].as_str().unwrap().to_owned();
        let colleague = json!({"email": format!("c-{email}"), "role": "member"});
        let asked = self.owner.post(&self.path("members"), &colleague).await;
        assert_eq!(asked.status, 201, "{}", asked.text);
        app.settle().await;
        let mail = app.mails_to(&email).pop().expect("an invitation");
        let mail = mail.replace("=\r\n", "");
        let (_, rest) = mail.split_once("/uitnodiging/").expect("a link");
        let token: String = rest
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
            .collect();
        self.keep("invitation", invitation);
        self.keep("token", token);
    }

    /// Somebody wants to take part in an issue of everybody's. The first is put where nobody from outside can come.
    async fn raise_a_hand(&mut self, app: &TestApp) {
        let issue = app.open_issue(&self.convener, self.slug, json!({})).await;
        let hands = self.path(&format!("issues/{issue}/hands"));
        let why = json!({"motivation": self.word});
        let raised = self.fatima.put(&format!("{hands}/_me"), &why).await;
        assert_eq!(raised.status, 200, "{}", raised.text);
        let listed = self.convener.get(&hands).await;
        let hand = listed.body["items"][0]["id"].as_str().unwrap().to_owned();
        self.keep("hand", hand);
        if self.round == 1 {
            let inside = "UPDATE raised_hand SET issue_id = (SELECT id FROM issue WHERE visibility = 'invited' AND kind = 'issue' \
                AND tenant_id = raised_hand.tenant_id ORDER BY id LIMIT 1)";
            let database = app.whole_database().await;
            database.execute_unprepared(inside).await.unwrap();
        }
    }

    /// A list of people of whom one is asked at a time; later it is longer.
    async fn plan_waves(&mut self) {
        let plans = self.path(&format!("issues/{}/wave-plans", self.ids["issue"]));
        let (word, round) = (self.word, self.round);
        let invitee = |name: &str| json!({"email": format!("{name}{round}@{word}.example.net"), "text": word});
        let invitees = [invitee("een"), invitee("twee")];
        let (path, form) = match self.ids.get("plan") {
            Some(plan) => (
                format!("{plans}/{plan}/invitees"),
                json!({ "invitees": invitees }),
            ),
            None => (
                plans,
                json!({"invitees": invitees, "size": 1, "waitDays": 28}),
            ),
        };
        let made = self.convener.post(&path, &form).await;
        assert_eq!(made.status, 201, "{}", made.text);
        let plan = &made.body["items"][0];
        self.keep("plan", plan["id"].as_str().unwrap().to_owned());
        let waiting = plan["waiting"][0]["id"].as_str().unwrap().to_owned();
        self.keep("invitee", waiting);
    }

    /// A composition that is kept, and a body that should know first.
    async fn compose(&mut self) {
        let name = format!("Bestuur van de {} {}", self.word, self.round);
        let issue = self.ids["issue"].clone();
        let kept = json!({"name": name, "issue": issue});
        let kept = id(&self
            .convener
            .post(&self.path("issue-templates"), &kept)
            .await);
        self.keep("template", kept);
        let briefings = self.path(&format!("issues/{issue}/briefings"));
        let named = self.convener.post(&briefings, &json!({"name": name})).await;
        self.keep("briefing", id(&named));
    }

    /// Two issues of another organisation, behind an invitation: one that this one joined, and one that it is asked for.
    async fn join(&mut self, app: &TestApp) {
        let slug = format!("andere-{}", self.slug);
        if self.other.is_none() {
            let tenant = app.tenant(&slug).await;
            let named = format!("Ander {}", self.word);
            let convener = app.member(&named, tenant, TenantRole::Convener).await;
            self.other = Some((tenant, convener));
        }
        let (tenant, convener) = self.other.as_ref().unwrap();
        let closed = json!({"visibility": "invited", "regime": "trusted"});
        let mut joins = Vec::new();
        for _ in 0..2 {
            let issue = app.open_issue(convener, &slug, closed.clone()).await;
            app.admit(&self.fatima, *tenant, &issue, IssueRole::Participant)
                .await;
            let form = json!({
                "owner": slug, "issue": issue, "organisation": self.slug,
                "motivation": format!("Over de {}", self.word)
            });
            let asked = format!("/v1/tenants/{slug}/joins");
            joins.push(id(&convener.post(&asked, &form).await));
        }
        let join = self.path(&format!("joins/{}", joins[0]));
        id(&self
            .convener
            .post(&format!("{join}/_accept"), &json!({}))
            .await);
        self.keep("join", joins[0].clone());
    }

    /// A link on the wall of a hall; as many as may be open.
    async fn open_a_hall(&mut self, app: &TestApp) {
        if self.round > 4 {
            return;
        }
        let links = self.path(&format!("issues/{}/hall-links", self.ids["issue"]));
        let form = json!({
            "place": format!("Zaal van de {}", self.word),
            "limit": 30,
            "endsAt": app.clock.now().plus(Duration::from_secs(24 * 3_600)),
            "approval": false
        });
        let made = self.convener.post(&links, &form).await;
        let code = made.body["code"].as_str().unwrap_or_default().to_owned();
        self.keep("link", id(&made));
        self.keep("code", code);
    }

    /// A member who chose to be found, and somebody who follows.
    async fn tell(&mut self, app: &TestApp) {
        let number = self.round;
        let skill = format!("Vak {number}");
        let skill = term(app, Some(self.tenant), TermKind::Expertise, &skill).await;
        let found = app
            .member(
                &format!("Vakvrouw {} {number}", self.word),
                self.tenant,
                TenantRole::Member,
            )
            .await;
        let word =
            json!({"kind": "theme", "nameNl": format!("Woord {number}"), "synonyms": [self.word]});
        let word = id(&self.owner.post(&self.path("own-terms"), &word).await);
        self.keep("term", word);
        for person in [&found, &self.member] {
            let said = declare(person, &[(&skill, "tenants")], false).await;
            assert_eq!(said.status, 200, "{}", said.text);
        }
        let follows = json!({"kind": "issue", "subject": self.ids["issue"]});
        let followed = self.fatima.post("/v1/me/follows", &follows).await;
        self.keep("follow", id(&followed));
        let level = format!("/v1/me/issue-levels/{}", self.ids["issue"]);
        let chosen = self.fatima.put(&level, &json!({"level": "daily"})).await;
        assert!(chosen.status < 300, "{}", chosen.text);
        let people = self.member.get(&self.path("people")).await;
        let person = people.body["items"][0]["person"]
            .as_str()
            .or(people.body["items"][0]["id"].as_str())
            .unwrap_or_else(|| panic!("{}", people.text))
            .to_owned();
        self.keep("person", person);
        let sessions = self.member.get("/v1/me/sessions").await;
        let session = sessions.body["items"][0]["id"].as_str().unwrap();
        self.keep("session", session.to_owned());
        self.keep("address", session.to_owned());
    }

    /// Somebody is put forward; the circle of a network is asked, and one more network for the same issue.
    async fn nominate(&mut self, app: &TestApp) {
        let issue = self.ids["issue"].clone();
        let nominations = self.path(&format!("issues/{issue}/nominations"));
        let email = format!("voorgedragen{}@{}.example.net", self.round, self.word);
        let form = json!({"email": email, "motivation": format!("Kent de {}", self.word)});
        id(&self.fatima.post(&nominations, &form).await);
        // Found by nobody: what is as near to a question as another has no order.
        let inside = json!({"title": "Nog iets", "visibility": "invited", "regime": "trusted"});
        let another = app.open_issue(&self.convener, self.slug, inside).await;
        let network = self.found(app, "Nog een kring", "Luisteren").await;
        let first = self.ids["network"].clone();
        for (issue, network) in [(issue, network), (another, first)] {
            let asked = self.path(&format!("issues/{issue}/nomination-requests"));
            let form = json!({"network": network, "text": format!("Wie kent de {}?", self.word)});
            let request = id(&self.convener.post(&asked, &form).await);
            if network == self.ids["network"] {
                self.keep("request", request);
            }
        }
    }

    /// A colleague asks a member, and the convener whoever chose to be found last.
    async fn ask_for_contact(&mut self, app: &TestApp) {
        let name = format!("Vraagvrouw {} {}", self.word, self.round);
        let colleague = app.member(&name, self.tenant, TenantRole::Member).await;
        let newest = format!("Vakvrouw {} {}", self.word, self.round);
        let member = format!("Lid {}", self.word);
        for (asker, name) in [(&colleague, member), (&self.convener, newest)] {
            let people = asker.get(&self.path("people")).await;
            let items = people.body["items"].as_array().unwrap().clone();
            let hit = items.iter().find(|hit| hit["name"] == json!(name)).unwrap();
            let text = format!("Over de {}", self.word);
            let form = json!({"person": hit["person"], "text": text});
            id(&asker.post(&self.path("contact-requests"), &form).await);
        }
        let waiting = self.member.get("/v1/me/contact-requests").await;
        let contact = waiting.body["items"][0]["id"].as_str().unwrap().to_owned();
        self.keep("contact", contact);
    }
}

//! What leaves a room: everybody, in every kind of room, by every way out; printed to be read.
//!
//! Of a post by Wijnand it is looked for the title of its room (t), its words (w) and the name of its writer (n), in
//! everything that a person can get hold of, and whether numbers tell that something was said (#). Each room has words of
//! its own, which who runs it repeats wherever a room keeps words.

mod deeds;
mod ways;

use std::fmt::Write;
use std::time::Duration;

use kernel::{IssueRole, TenantId, TenantRole};
use serde_json::json;
use testkit::{Person, TestApp};

use self::ways::{CHANNELS, COUNTED, Ears, Texts, asked};
use crate::files::upload_to;

const REGIMES: [&str; 4] = ["open", "trusted", "confidential", "authorless"];
const NAMED: [&str; 2] = ["open", "trusted"];

/// By which a post without an author is its writer's, followed by its room.
const KEY: &str = "een-sleutel-die-alleen-de-browser-kent";

/// A title and a post for each room.
const WORDS: [(&str, &str); 12] = [
    ("appelboom", "ijsvogel"),
    ("bergkam", "jeneverbes"),
    ("citroenvla", "kruidnagel"),
    ("dennenhout", "lantaarn"),
    ("eidereend", "mierikswortel"),
    ("fluitketel", "narwal"),
    ("gierzwaluw", "ooievaar"),
    ("hazelnoot", "paardenbloem"),
    ("iepenblad", "rozemarijn"),
    ("jakobsladder", "schaatsbaan"),
    ("korenbloem", "tureluur"),
    ("lindebloesem", "vlierbes"),
];

/// How a room is: who may come to its issue, its regime, and whether its posts wait until they are let through.
#[derive(Clone, Copy)]
struct Kind {
    visibility: &'static str,
    regime: &'static str,
    waits: bool,
}

fn kinds() -> Vec<Kind> {
    let mut all = Vec::new();
    for waits in [false, true] {
        for visibility in ["public", "invited"] {
            let of = |regime| Kind {
                visibility,
                regime,
                waits,
            };
            all.extend(REGIMES.map(of));
        }
    }
    // Where posts wait, the outermost and the innermost tell enough of each; without authors none do.
    all.retain(|kind| !kind.waits || ["open", "confidential"].contains(&kind.regime));
    all
}

/// What is printed above all.
const LEGEND: &str = "What leaves a room. Made by a test; never edited by hand.
t: the title of the room, w: the words of a post, n: the name of its writer, #: that something was said, as numbers
changed; -: none of them. Where posts wait, nobody repeats their words elsewhere.

visit.   visitor, not signed in
elsew.   signed in, belongs nowhere
other    owner of another organisation
member   member of the organisation
conv.    convener, does not take part
owner    owner, does not take part
invit.   invited, did not answer
facil.   facilitator
partic.  participant
offic.   official
observ.  observer
transl.  translator
left     took part, and left

Whoever runs the installation has a command line on the server and no role in the API, so no column: what they may see
of a room by it is what `netwerkplatform objections` prints (decision 0076).

preview: the head of its page, as programs read it that show a link. counts: unread numbers and numbers of posts in lists.
log: what was moderated, with the post of Wijnand's that was taken away. mine: what `me` lists. typing: who types, and who is there.
copy: the export of what is kept about oneself.
";

/// Somebody who might learn something.
struct Curious {
    who: &'static str,
    person: Person,
    comes: Comes,
}

/// How somebody stands to each issue.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Comes {
    Never,
    Invited,
    As(IssueRole),
    AndLeft,
}

async fn everybody(app: &TestApp, tenant: TenantId) -> Vec<Curious> {
    let elsewhere = app.tenant("elders").await;
    let mut all = Vec::new();
    let mut add = |who, person, comes| all.push(Curious { who, person, comes });
    add("visitor", app.visitor(), Comes::Never);
    add(
        "signed in, belongs nowhere",
        app.person("Passant").await,
        Comes::Never,
    );
    let other = app.member("Elders", elsewhere, TenantRole::Owner).await;
    add("owner of another organisation", other, Comes::Never);
    for (who, role) in [
        ("member", TenantRole::Member),
        ("convener, does not take part", TenantRole::Convener),
        ("owner, does not take part", TenantRole::Owner),
    ] {
        let name = format!("Tenant {}", role.as_str());
        add(who, app.member(&name, tenant, role).await, Comes::Never);
    }
    add(
        "invited, did not answer",
        app.person("Gevraagd").await,
        Comes::Invited,
    );
    for role in IssueRole::ALL {
        add(
            role.as_str(),
            app.person(role.as_str()).await,
            Comes::As(role),
        );
    }
    add(
        "took part, and left",
        app.person("Vertrokken").await,
        Comes::AndLeft,
    );
    all
}

/// A post, and the file that hangs on it.
pub struct Said {
    post: String,
    file: String,
}

/// A room with its issue, and who is in it.
struct Scene<'a> {
    app: &'a TestApp,
    writer: &'a Person,
    title: &'static str,
    words: &'static str,
    host: &'a Person,
    issue: String,
    thread: String,
    /// Another room of the same kind, in which concerns are heard; the same room, where nobody may be named.
    dilemma: String,
    regime: &'static str,
    waits: bool,
}

impl<'a> Scene<'a> {
    async fn set(
        app: &'a TestApp,
        tenant: TenantId,
        (host, writer): (&'a Person, &'a Person),
        people: &[Curious],
        kind: Kind,
        (title, words): (&'static str, &'static str),
    ) -> Self {
        let Kind {
            visibility,
            regime,
            waits,
        } = kind;
        let least = if NAMED.contains(&regime) {
            regime
        } else {
            "trusted"
        };
        let form = json!({"visibility": visibility, "regime": least});
        let issue = app.open_issue(host, "ess", form).await;
        app.admit(writer, tenant, &issue, IssueRole::Participant)
            .await;
        let path = format!("/v1/tenants/ess/issues/{issue}");
        for curious in people {
            let person = &curious.person;
            match curious.comes {
                Comes::Never => {}
                Comes::Invited => {
                    let form = json!({"invitees": [{"email": person.email, "text": "Kom erbij."}]});
                    let sent = host.post(&format!("{path}/invitations"), &form).await;
                    assert_eq!(sent.status, 201, "{}", sent.text);
                }
                Comes::As(role) => app.admit(person, tenant, &issue, role).await,
                Comes::AndLeft => {
                    app.admit(person, tenant, &issue, IssueRole::Participant)
                        .await;
                    let left = person.delete(&format!("{path}/participants/_me")).await;
                    assert!(left.status < 300, "{}", left.text);
                }
            }
        }
        let form =
            json!({"title": title, "body": "Vertel.", "regime": regime, "lookedAtFirst": waits});
        let opened = host.post(&format!("{path}/threads"), &form).await;
        assert_eq!(opened.status, 201, "{}", opened.text);
        let thread = opened.body["id"].as_str().unwrap().to_owned();
        let dilemma = if NAMED.contains(&regime) {
            let form =
                json!({"title": title, "body": "Vertel.", "regime": regime, "kind": "dilemma"});
            let beside = host.post(&format!("{path}/threads"), &form).await;
            assert_eq!(beside.status, 201, "{}", beside.text);
            beside.body["id"].as_str().unwrap().to_owned()
        } else {
            thread.clone()
        };
        app.settle().await;
        app.advance(Duration::from_secs(240));
        app.settle().await;
        Self {
            app,
            writer,
            title,
            words,
            host,
            issue,
            thread,
            dilemma,
            regime,
            waits,
        }
    }

    fn key(&self) -> String {
        format!("{KEY}-{}", self.thread)
    }

    /// Wijnand says it, with a file where a room takes files, and then says it better, unless it waits; the ids of both.
    async fn speaks(&self) -> Said {
        let path = format!("/v1/tenants/ess/threads/{}/posts", self.thread);
        let file = self.adds_a_file().await;
        let files: Vec<_> = file.iter().map(|id| json!({ "id": id })).collect();
        let form = json!({ "body": format!("Zag u de {}?", self.words), "files": files });
        let posted = self.writer.post_once(&path, &self.key(), &form).await;
        assert!(posted.status < 300, "{}", posted.text);
        let post = posted.body["id"].as_str().unwrap().to_owned();
        let file = file.unwrap_or_else(|| post.clone());
        if self.waits {
            return Said { post, file };
        }
        let better = json!({ "body": format!("Zag iemand een {}?", self.words) });
        let request = self
            .writer
            .request(
                reqwest::Method::PATCH,
                &format!("/v1/tenants/ess/posts/{post}"),
            )
            .header("Post-Key", self.key())
            .header("If-Match", "\"1\"")
            .json(&better);
        let edited = self.writer.send(request).await;
        assert_eq!(edited.status, 200, "{}", edited.text);
        Said { post, file }
    }

    async fn adds_a_file(&self) -> Option<String> {
        let path = format!("/v1/tenants/ess/threads/{}/files", self.thread);
        let bytes = format!("%PDF-1.7\n1 0 obj <<>> endobj\n{}", self.words);
        let added = upload_to(self.writer, &path, &format!("{}.pdf", self.words), bytes).await;
        added.body["id"].as_str().map(str::to_owned)
    }
}

/// What of the room stands in a text.
fn found(scene: &Scene<'_>, text: &str) -> String {
    let text = text.to_lowercase();
    let of = [("t", scene.title), ("w", scene.words), ("n", "wijnand")];
    let letters: String = of
        .iter()
        .filter(|(_, word)| text.contains(word))
        .map(|(letter, _)| *letter)
        .collect();
    match (letters.is_empty(), text.contains(COUNTED)) {
        (_, true) => "#".to_owned(),
        (true, false) => "-".to_owned(),
        (false, false) => letters,
    }
}

/// What everybody got of one room, by way.
async fn seen(scene: &Scene<'_>, people: &mut [Curious]) -> Vec<Texts> {
    let mut ears = Vec::new();
    for curious in people.iter() {
        ears.push(Ears::open(scene, &curious.person).await);
    }
    scene.types().await;
    let said = scene.speaks().await;
    scene.keeps_words(&said).await;
    scene.app.settle().await;
    scene.app.advance(Duration::from_secs(240));
    scene.app.settle().await;
    let mut all = Vec::new();
    for (curious, ears) in people.iter().zip(ears) {
        let mut texts = ears.close(scene, &curious.person).await;
        texts.extend(asked(scene, &curious.person, &said).await);
        all.push(texts);
    }
    let reporter = people.iter().find(|it| it.who == "participant").unwrap();
    scene.moderates(&reporter.person).await;
    for (curious, texts) in people.iter().zip(&mut all) {
        let of = format!("/v1/tenants/ess/threads/{}", scene.thread);
        let mut log = String::new();
        for list in ["moderation-log", "acts"] {
            log.push_str(&curious.person.get(&format!("{of}/{list}")).await.text);
        }
        texts.insert("log", log);
    }
    scene.over_a_day(people, &mut all).await;
    all
}

#[tokio::test]
async fn the_printed_matrix_is_what_leaves_a_room() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let mut host = app.member("Gastheer", tenant, TenantRole::Convener).await;
    let mut writer = app.person("Wijnand").await;
    let mut people = everybody(&app, tenant).await;
    let mut rooms = WORDS.into_iter();
    let mut text = LEGEND.to_owned();
    for kind in kinds() {
        // A session is shorter than the whole story.
        for person in [&mut host, &mut writer]
            .into_iter()
            .chain(people.iter_mut().map(|curious| &mut curious.person))
            .filter(|person| !person.email.is_empty())
        {
            *person = app.sign_in_again(person).await;
        }
        let words = rooms.next().unwrap();
        let scene = Scene::set(&app, tenant, (&host, &writer), &people, kind, words).await;
        let wait = if kind.waits { ", posts wait" } else { "" };
        let (visibility, regime) = (kind.visibility, kind.regime);
        writeln!(text, "\nissue {visibility}, room {regime}{wait}").unwrap();
        let cells = seen(&scene, &mut people).await;
        let cell = |texts: &Texts, way: &str| found(&scene, texts.get(way).unwrap());
        for (curious, texts) in people.iter().zip(&cells) {
            let ways = CHANNELS.iter().flat_map(|(_, ways)| *ways);
            let told: Vec<_> = ways.map(|way| (*way, cell(texts, way))).collect();
            check(kind, curious.who, &told);
        }
        let heads = people.iter().map(|curious| short(curious.who).to_owned());
        line(&mut text, "", "", heads);
        for (channel, ways) in CHANNELS {
            for (nth, way) in ways.iter().enumerate() {
                let channel = if nth == 0 { channel } else { "" };
                line(
                    &mut text,
                    channel,
                    way,
                    cells.iter().map(|it| cell(it, way)),
                );
            }
        }
    }
    crate::generated::compare("leak_matrix.txt", &text);
}

fn line(text: &mut String, channel: &str, way: &str, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.map(|cell| format!("{cell:<7}")).collect();
    let line = format!("  {channel:<8} {way:<10} {}", cells.join(" "));
    writeln!(text, "{}", line.trim_end()).unwrap();
}

fn short(who: &str) -> &str {
    match who {
        "visitor" => "visit.",
        "signed in, belongs nowhere" => "elsew.",
        "owner of another organisation" => "other",
        "convener, does not take part" => "conv.",
        "owner, does not take part" => "owner",
        "invited, did not answer" => "invit.",
        "facilitator" => "facil.",
        "participant" => "partic.",
        "official" => "offic.",
        "observer" => "observ.",
        "translator" => "transl.",
        "took part, and left" => "left",
        other => other,
    }
}

/// The rules that no matrix may break, whoever writes it anew.
fn check(kind: Kind, who: &str, cells: &[(&str, String)]) {
    let Kind {
        visibility,
        regime,
        waits,
    } = kind;
    let inside = IssueRole::ALL.iter().any(|role| role.as_str() == who);
    let at = |cell: &str| format!("{who} in {visibility} {regime}: {cell}");
    for (way, cell) in cells {
        let is_hidden = !NAMED.contains(&regime);
        assert!(!(is_hidden && cell.contains('n')), "{}", at(way));
        let is_mail = ["mail", "digest"].contains(way);
        assert!(!(is_mail && is_hidden && cell != "-"), "{}", at(way));
        let is_live = ["typing", "responses", "notes"].contains(way);
        assert!(!(is_live && is_hidden && cell != "-"), "{}", at(way));
        assert!(
            !(*way == "search" && is_hidden && cell != "-"),
            "{}",
            at(way)
        );
        let has_words = cell.contains('w');
        // What waits is read by who lets it through, with what hangs on it.
        let of_the_waiting = ["waiting", "file"].contains(way);
        assert!(!waits || !has_words || of_the_waiting, "{}", at(way));
        assert!(*way != "waiting" || waits || cell == "-", "{}", at(way));
        let is_open = regime == "open" && visibility == "public";
        assert!(inside || is_open || cell == "-", "{}", at(way));
    }
}

//! Help: short chapters; each has an address of its own.

use actix_web::{HttpResponse, get};
use maud::html;
use web::Problem;

use crate::cards::page_head;
use crate::desk::{Desk, Leaf};
use crate::head::Head;

/// Anchor, title and questions, as `frontend/src/app/help-chapters.ts` has them.
const CHAPTERS: [(&str, &str, &[&str]); 7] = [
    (
        "meedoen",
        "join",
        &[
            "issue",
            "join",
            "genuine",
            "hall",
            "perspective",
            "reach",
            "capacity",
            "propose",
            "found",
            "explore",
            "agreement",
            "map",
            "together",
            "outcome",
            "network",
            "place",
            "ties",
            "handing-over",
            "nominate",
            "contact",
        ],
    ),
    (
        "schrijven",
        "write",
        &[
            "post",
            "respond",
            "sort",
            "task",
            "round",
            "facilitator",
            "markup",
            "naming",
            "translation",
            "change",
            "new",
            "feedback",
        ],
    ),
    (
        "wie-leest-mee",
        "rooms",
        &[
            "readers",
            "visibility",
            "regime",
            "closed",
            "emergency",
            "managers",
            "looks",
            "privacy",
            "hold",
        ],
    ),
    (
        "mail-en-meldingen",
        "mail",
        &["why", "mail", "read", "follow"],
    ),
    (
        "aanmelden",
        "sign-in",
        &["sign-in", "no-mail", "address", "elsewhere"],
    ),
    (
        "als-er-iets-misgaat",
        "wrong",
        &[
            "too-far",
            "moderated",
            "appeal",
            "mute",
            "waiting",
            "pace",
            "number",
            "not-there",
            "both",
            "stop",
        ],
    ),
    ("sneltoetsen", "keys", &["keys"]),
];

#[get("/help")]
pub async fn show(desk: Desk) -> Result<HttpResponse, Problem> {
    let say = desk.say();
    let (title, lead) = (say.text("help-title"), say.text("help-lead"));
    let main = html! {
        div class="np-measure np-stack np-stack--loose" {
            (page_head(say, &title, None, &lead, &html! {}))
            nav aria-label=(say.text("help-chapters")) {
                ul { @for (id, chapter, _) in CHAPTERS { li { a href=(format!("#{id}")) { (say.text(&format!("help-chapter-{chapter}"))) } } } }
            }
            @for (id, chapter, questions) in CHAPTERS {
                section.np-stack aria-labelledby=(id) {
                    h2 id=(id) tabindex="-1" { (say.text(&format!("help-chapter-{chapter}"))) }
                    @for question in questions {
                        div class="np-stack np-stack--tight" {
                            h3 { (say.text(&format!("help-{question}-question"))) }
                            p.np-prose--plain { (say.text(&format!("help-{question}-answer"))) }
                        }
                    }
                }
            }
        }
    };
    let head = Head {
        title,
        public: Some(desk.public(None, "/help", &lead)),
        feed: None,
    };
    let leaf = Leaf {
        tenant: None,
        head,
        route: "src/app/routes/help-page.tsx",
        main,
    };
    desk.show(leaf).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chapters_are_those_of_the_application() {
        let source = include_str!("../../../../frontend/src/app/help-chapters.ts");
        let told: Vec<&str> = source
            .split('\'')
            .filter(|part| part.starts_with("help-") && part.ends_with("-question"))
            .collect();
        let here: Vec<String> = CHAPTERS
            .iter()
            .flat_map(|(_, _, questions)| questions.iter())
            .map(|question| format!("help-{question}-question"))
            .collect();
        assert_eq!(told, here);
        for (id, ..) in CHAPTERS {
            assert!(source.contains(&format!("id: '{id}'")), "{id}");
        }
    }
}

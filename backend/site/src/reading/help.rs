//! Help in chapters, as the application shows it.

use actix_web::{HttpResponse, get};
use maud::html;
use web::Problem;

use crate::cards::page_head;
use crate::desk::{Desk, Leaf};
use crate::head::Head;

struct Chapter {
    /// Part of the address.
    id: &'static str,
    title: &'static str,
    questions: &'static [&'static str],
}

const CHAPTERS: [Chapter; 7] = [
    Chapter {
        id: "meedoen",
        title: "help-chapter-join",
        questions: &[
            "issue",
            "join",
            "genuine",
            "perspective",
            "capacity",
            "propose",
            "found",
            "outcome",
        ],
    },
    Chapter {
        id: "schrijven",
        title: "help-chapter-write",
        questions: &["post", "markup", "change", "new"],
    },
    Chapter {
        id: "wie-leest-mee",
        title: "help-chapter-rooms",
        questions: &["readers", "visibility", "regime", "managers", "privacy"],
    },
    Chapter {
        id: "mail-en-meldingen",
        title: "help-chapter-mail",
        questions: &["why", "mail", "read", "follow"],
    },
    Chapter {
        id: "aanmelden",
        title: "help-chapter-sign-in",
        questions: &["sign-in", "no-mail", "address", "elsewhere"],
    },
    Chapter {
        id: "als-er-iets-misgaat",
        title: "help-chapter-wrong",
        questions: &["too-far", "number", "not-there", "both", "stop"],
    },
    Chapter {
        id: "sneltoetsen",
        title: "help-chapter-keys",
        questions: &["keys"],
    },
];

#[get("/help")]
pub async fn show(desk: Desk) -> Result<HttpResponse, Problem> {
    let say = desk.say();
    let (title, lead) = (say.text("help-title"), say.text("help-lead"));
    let main = html! {
        div class="np-measure np-stack np-stack--loose" {
            (page_head(say, &title, None, &lead, &html! {}))
            nav aria-label=(say.text("help-chapters")) {
                ul { @for chapter in &CHAPTERS { li { a href=(format!("#{}", chapter.id)) { (say.text(chapter.title)) } } } }
            }
            @for chapter in &CHAPTERS {
                section.np-stack aria-labelledby=(chapter.id) {
                    h2 id=(chapter.id) tabindex="-1" { (say.text(chapter.title)) }
                    @for question in chapter.questions {
                        div class="np-stack np-stack--tight" {
                            h3 { (say.text(&format!("help-{question}-question"))) }
                            p { (say.text(&format!("help-{question}-answer"))) }
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

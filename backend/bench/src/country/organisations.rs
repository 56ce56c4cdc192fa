//! Subjects, organisations, and the people who are at home there.

use uuid::Uuid;

use crate::Failure;
use crate::country::extent::Tenant;
use crate::country::ids::{self, BEGIN, Kind};
use crate::country::rows::Cell::{Id, Nothing, Number, Text};
use crate::country::rows::{Columns, Rows};

const TERM: Columns = Columns {
    table: "term",
    names: "id, tenant_id, kind, key, name_nl, name_en, synonyms",
};
const TENANT: Columns = Columns {
    table: "tenant",
    names: "id, slug, name, about, colour, accent, languages, contact_email, contact_phone, state, created_at, version",
};
const PERSON: Columns = Columns {
    table: "person",
    names: "id, name, locale, created_at, version, words_version",
};
const NAME_WORD: Columns = Columns {
    table: "name_word",
    names: "word, person_id",
};
const ADDRESS: Columns = Columns {
    table: "email_address",
    names: "id, person_id, address, verified_at, primary_since, created_at",
};
pub const GRANT: Columns = Columns {
    table: "role_grant",
    names: "id, person_id, tenant_id, container_kind, container_id, role, starts_at, created_at",
};
const FACET: Columns = Columns {
    table: "person_facet",
    names: "person_id, term_id, kind, audience, consent_version, consented_at",
};
const FOLLOW: Columns = Columns {
    table: "follow",
    names: "id, person_id, kind, subject_id, created_at",
};

/// What issues and people are about.
const THEMES: [&str; 12] = [
    "Jongeren",
    "Wonen",
    "Zorg",
    "Taal",
    "Werk",
    "Onderwijs",
    "Veiligheid",
    "Armoede",
    "Sport",
    "Cultuur",
    "Klimaat",
    "Ouderen",
];
const EXPERTISE: [&str; 6] = [
    "Jongerenwerk",
    "Opvoeding",
    "Bemiddeling",
    "Geestelijke zorg",
    "Schuldhulp",
    "Recht",
];

/// The subjects by kind.
pub struct Subjects {
    pub themes: Vec<Uuid>,
    expertise: Vec<Uuid>,
}

pub async fn subjects(rows: &mut Rows) -> Result<Subjects, Failure> {
    let mut number = 0;
    let mut add = async |kind: &str, names: &[&str]| -> Result<Vec<Uuid>, Failure> {
        let mut made = Vec::new();
        for name in names {
            let (id, key) = (ids::of(Kind::Term, number), name.to_lowercase());
            let row = [
                Id(id),
                Nothing,
                Text(kind),
                Text(&key),
                Text(name),
                Text(name),
                Text(""),
            ];
            rows.put(&TERM, &row).await?;
            made.push(id);
            number += 1;
        }
        Ok(made)
    };
    Ok(Subjects {
        themes: add("theme", &THEMES).await?,
        expertise: add("expertise", &EXPERTISE).await?,
    })
}

pub async fn found(rows: &mut Rows, tenant: &Tenant, subjects: &Subjects) -> Result<(), Failure> {
    let (id, slug) = (tenant.id(), tenant.slug());
    let name = format!("Organisatie {}", tenant.number + 1);
    let email = format!("post@{slug}.example");
    rows.put(
        &TENANT,
        &[
            Id(id),
            Text(&slug),
            Text(&name),
            Text("Wij brengen mensen bij elkaar."),
            Text("#154273"),
            Text(""),
            Text("nl,en"),
            Text(&email),
            Text("010-000 00 00"),
            Text("active"),
            Number(BEGIN),
            Number(1),
        ],
    )
    .await?;
    for place in 0..tenant.people {
        let role = match place {
            place if place < tenant.conveners() => "convener",
            place if place == tenant.conveners() => "owner",
            _ => "member",
        };
        let number = tenant.first_person + place;
        person(rows, number).await?;
        let grant = [
            Id(ids::of(Kind::Grant, number)),
            Id(ids::of(Kind::Person, number)),
            Id(id),
            Text("tenant"),
            Id(id),
            Text(role),
            Number(BEGIN),
            Number(BEGIN),
        ];
        rows.put(&GRANT, &grant).await?;
        tells_and_follows(rows, number, subjects).await?;
    }
    Ok(())
}

/// As whom somebody is known, everywhere.
pub fn name_of(number: i64) -> String {
    const FIRST: [&str; 16] = [
        "Fatima", "Joost", "Noor", "Rachid", "Sanne", "Emre", "Lotte", "Karim", "Anja", "Omar",
        "Mieke", "Yusuf", "Ingrid", "Hassan", "Femke", "Samira",
    ];
    const LAST: [&str; 16] = [
        "de Boer",
        "Yilmaz",
        "Bakker",
        "El Amrani",
        "Visser",
        "Demir",
        "Jansen",
        "Bouzid",
        "Smit",
        "Kaya",
        "Mulder",
        "Haddad",
        "de Wit",
        "Aydin",
        "Bos",
        "Ouali",
    ];
    let of = |names: [&'static str; 16], number: i64| {
        let place = usize::try_from(number % 16).unwrap_or(0);
        names.get(place).copied().unwrap_or("Noor")
    };
    format!(
        "{} {} {}",
        of(FIRST, number),
        of(LAST, number / 16),
        number / 256 + 1
    )
}

async fn person(rows: &mut Rows, number: i64) -> Result<(), Failure> {
    let id = ids::of(Kind::Person, number);
    let name = name_of(number);
    let person = [
        Id(id),
        Text(&name),
        Text("nl"),
        Number(BEGIN),
        Number(1),
        Number(1),
    ];
    rows.put(&PERSON, &person).await?;
    for word in identity::names::words_of(&name) {
        rows.put(&NAME_WORD, &[Text(&word), Id(id)]).await?;
    }
    let address = format!("mens-{number}@example.org");
    rows.put(
        &ADDRESS,
        &[
            Id(ids::of(Kind::Address, number)),
            Id(id),
            Text(&address),
            Number(BEGIN),
            Number(BEGIN),
            Number(BEGIN),
        ],
    )
    .await
}

/// Every third tells something of themselves, and every third follows something.
async fn tells_and_follows(
    rows: &mut Rows,
    number: i64,
    subjects: &Subjects,
) -> Result<(), Failure> {
    let person = Id(ids::of(Kind::Person, number));
    let turn = usize::try_from(number / 3)?;
    if number % 3 == 0 {
        let said = [
            (&subjects.expertise, "expertise"),
            (&subjects.themes, "interest"),
        ];
        for (terms, kind) in said {
            let term = terms
                .get(turn % terms.len())
                .copied()
                .ok_or("no subjects")?;
            let consent = Text(people::Showing::CONSENT_VERSION);
            let facet = [
                person,
                Id(term),
                Text(kind),
                Text("tenants"),
                consent,
                Number(BEGIN),
            ];
            rows.put(&FACET, &facet).await?;
        }
    }
    if number % 3 == 1 {
        let themes = &subjects.themes;
        let theme = themes
            .get(turn % themes.len())
            .copied()
            .ok_or("no subjects")?;
        let id = Id(ids::of(Kind::Follow, number));
        let follow = [id, person, Text("theme"), Id(theme), Number(BEGIN)];
        rows.put(&FOLLOW, &follow).await?;
    }
    Ok(())
}

//! Answers as programs of nine languages make them, and what of them was written.

use super::split;

/// What is said stands first, then what is not.
#[track_caller]
fn is_said(said: &str, rest: &str) {
    let text = format!("{said}\n{rest}");
    let found = split(&text);
    assert_eq!(found.said, said.trim_matches('\n').trim_end(), "of {text}");
    let kept: Vec<&str> = found.said.lines().chain(found.rest.lines()).collect();
    let all = |lines: &[&str]| lines.iter().filter(|line| !line.trim().is_empty()).count();
    assert_eq!(
        all(&kept),
        all(&text.lines().collect::<Vec<_>>()),
        "of {text}"
    );
}

const SAID: &str = "Dat plein is van iedereen.\n\nWie helpt mee?\n";

#[test]
fn a_quote_below_was_not_written_here() {
    for introduction in [
        "Op di 3 nov 2026 om 14:05 schreef Gemeente Zaanrade <antwoord@example.org>:",
        "Op dinsdag 3 november 2026 om 14:05 uur\nschreef Gemeente Zaanrade via Netwerkplatform\n<antwoord@example.org>:",
        "On Tue, Nov 3, 2026 at 2:05 PM Gemeente Zaanrade <antwoord@example.org> wrote:",
        "On Tue, Nov 3, 2026 at 2:05 PM Gemeente Zaanrade\n<antwoord@example.org> wrote:",
        "Am Di., 3. Nov. 2026 um 14:05 Uhr schrieb Gemeente Zaanrade <antwoord@example.org>:",
        "Le mar. 3 nov. 2026 à 14:05, Gemeente Zaanrade <antwoord@example.org> a écrit :",
        "Gemeente Zaanrade <antwoord@example.org>, 3 Kas 2026 Sal, 14:05 tarihinde şunu yazdı:",
        "W dniu 3.11.2026 o 14:05, Gemeente Zaanrade <antwoord@example.org> napisał(a):",
        "في الثلاثاء، ٣ نوفمبر ٢٠٢٦ ٢:٠٥ م كتب Gemeente Zaanrade <antwoord@example.org>:",
        "El mar, 3 nov 2026 a las 14:05, Gemeente Zaanrade (<antwoord@example.org>) escribió:",
        "3 nov 2026 14:05 Gemeente Zaanrade <antwoord@example.org> schreef:",
        "",
    ] {
        is_said(
            SAID,
            &format!("{introduction}\n\n> Zwaluwnest\n>\n> Tot ziens\n"),
        );
        is_said(
            SAID,
            &format!("{introduction}\n> Zwaluwnest\n\n-- \nFatima\nBuurthuis\n"),
        );
        is_said(
            SAID,
            &format!("{introduction}\n> Zwaluwnest\nVerzonden vanaf mijn iPhone\n"),
        );
    }
}

#[test]
fn a_whole_mail_below_was_not_written_here() {
    for heads in [
        "Van: Gemeente Zaanrade <a@example.org>\nVerzonden: dinsdag 3 november 2026 14:05\nAan: Fatima\nOnderwerp: Nieuw",
        "*From:* Gemeente Zaanrade <a@example.org>\n*Sent:* Tuesday\n*To:* Fatima\n*Subject:* New",
        "________________________________\nVan: Gemeente Zaanrade\nVerzonden: dinsdag\nAan: Fatima",
        "Von: Gemeente Zaanrade\nGesendet: Dienstag\nAn: Fatima\nBetreff: Neu",
        "De : Gemeente Zaanrade\nEnvoyé : mardi\nÀ : Fatima\nObjet : Nouveau",
        "Kimden: Gemeente Zaanrade\nGönderildi: Salı\nKime: Fatima\nKonu: Yeni",
        "-----Oorspronkelijk bericht-----\nGemeente Zaanrade schreef",
        "----- Original Message -----\nfrom somebody",
    ] {
        is_said(SAID, &format!("{heads}\n\nZwaluwnest zonder haken\n"));
    }
}

#[test]
fn what_is_written_between_or_below_quotes_keeps_them() {
    for text in [
        "> Wie helpt mee?\n\nIk help mee.",
        "Op di 3 nov 2026 om 14:05 schreef Joost <a@example.org>:\n> Wie helpt mee?\nIk.\n> Wanneer?\nMorgen.",
        "Eerst dit.\n\n> En dat?\n\nDat ook.",
    ] {
        is_said(text, "");
    }
}

#[test]
fn a_signature_and_a_telephone_add_nothing() {
    is_said(SAID, "-- \nFatima el Amrani\nBuurthuis De Schakel\n");
    is_said(SAID, "Verstuurd vanaf mijn Samsung-telefoon");
    is_said(SAID, "Sent from my iPhone");
    is_said(SAID, "iPhone'umdan gönderildi");
    is_said("", "-- \nFatima");
    is_said("", "> Alleen wat u schreef");
}

#[test]
fn what_only_looks_like_it_was_written() {
    for text in [
        "Van: hier tot daar is het onrustig.\nDat hoor ik van bewoners.",
        "Ik schrijf u dit:\n----------\nHet plein is van ons.",
        "Eerste punt\n-- en dan nog iets\nTweede punt",
        "Op 3 november schreef ik u al: er is haast bij.",
        "Sent from my iPhone zei iemand, en dat was alles.\nDaarna hoorde ik niets meer.",
        "Dit is alles wat hij schreef:",
    ] {
        is_said(text, "");
    }
}

#[test]
fn a_megabyte_of_anything_is_split_at_once() {
    for line in [
        "> x",
        "On On On 1 wrote:",
        "Van: x",
        "-- ",
        "",
        "Op 1 schreef <x>:",
    ] {
        let text = format!("{line}\n").repeat(100_000);
        let found = split(&text);
        assert!(found.said.len() <= text.len());
    }
}

//! What the doctor reads of the sender's domain, from a name server of this test's own.

use std::net::{SocketAddr, UdpSocket};

use hickory_proto::op::Message;
use hickory_proto::rr::rdata::{MX, TXT};
use hickory_proto::rr::{Name, RData, Record};
use testkit::{printed, run};

type Zone = Vec<(&'static str, RData)>;

fn text(words: &[&str]) -> RData {
    let pieces = words.iter().map(|piece| (*piece).to_owned());
    RData::TXT(TXT::new(pieces.collect()))
}

fn host(name: &str) -> RData {
    RData::MX(MX::new(10, Name::from_ascii(name).unwrap()))
}

/// Answers out of this zone for as long as the test runs.
fn serving(zone: Zone) -> SocketAddr {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    let address = socket.local_addr().unwrap();
    std::thread::spawn(move || {
        let mut asked = [0; 2_048];
        while let Ok((length, asker)) = socket.recv_from(&mut asked) {
            let answer = answer(asked.get(..length).unwrap(), &zone);
            socket.send_to(&answer, asker).unwrap();
        }
    });
    address
}

fn answer(asked: &[u8], zone: &Zone) -> Vec<u8> {
    let mut message = Message::from_vec(asked).unwrap().into_response();
    let query = message.queries.first().unwrap().clone();
    let name = query.name.to_string();
    let records = zone
        .iter()
        .filter(|(of, data)| *of == name && data.record_type() == query.query_type);
    for (_, data) in records {
        message.add_answer(Record::from_rdata(query.name.clone(), 60, data.clone()));
    }
    message.to_vec().unwrap()
}

fn examined(at: SocketAddr) -> String {
    let folder = tempfile::tempdir().unwrap();
    let settings = [("NP_MAIL_FROM", "post@praat.zaanrade.example.org")];
    let asks = ["doctor", "--mail", "--name-server", &at.to_string()];
    printed(&run(folder.path(), &settings, &asks))
}

#[test]
fn the_doctor_tells_what_others_read_of_the_senders_domain() {
    let well = examined(serving(vec![
        ("praat.zaanrade.example.org.", text(&["v=spf1 mx ", "-all"])),
        ("praat.zaanrade.example.org.", text(&["something else"])),
        (
            "_dmarc.zaanrade.example.org.",
            text(&["v=DMARC1; p=reject"]),
        ),
        (
            "praat.zaanrade.example.org.",
            host("mx.zaanrade.example.org."),
        ),
    ]));
    for line in [
        "ok     SPF: praat.zaanrade.example.org says who sends its mail: v=spf1 mx -all",
        "ok     DMARC: zaanrade.example.org has what pretends to be from it refused",
        "ok     MX: mail to praat.zaanrade.example.org goes to mx.zaanrade.example.org.",
    ] {
        assert!(well.contains(line), "{line}\n{well}");
    }

    let nothing = examined(serving(Vec::new()));
    for line in [
        "CHECK  SPF:",
        "CHECK  DMARC:",
        "CHECK  MX:",
        "v=spf1 mx -all",
        "p=reject",
    ] {
        assert!(nothing.contains(line), "{line}\n{nothing}");
    }

    let gone = UdpSocket::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let unheard = examined(gone);
    let says = "no name server told of praat.zaanrade.example.org";
    assert!(
        unheard.contains(says) && unheard.contains("--name-server"),
        "{unheard}"
    );
}

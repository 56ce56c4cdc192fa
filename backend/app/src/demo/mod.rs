//! The demonstration: people and content of its own, doors that sign in with one click, and a mailbox.
//!
//! Promise: it runs only on a database that carries the demonstration's seal, and only on this machine.

mod mails;
mod pages;
mod seal;
mod seed;
mod told;

use demo_content as content;
pub use pages::routes;

use crate::{StartFault, State, server};

/// Seeds an empty database, then serves it.
pub async fn run(mut state: State) -> Result<(), StartFault> {
    if !is_loopback(&state.settings.listen) {
        return Err(StartFault::Setting(
            "NP_LISTEN",
            "a demonstration listens on this machine only, for example 127.0.0.1:8080".to_owned(),
        ));
    }
    match seal::state_of(&state.db).await? {
        seal::Seal::Sealed => {}
        seal::Seal::Empty => {
            seed::seed(&state).await?;
            told::write(&state).await?;
        }
        seal::Seal::Real => return Err(StartFault::Refused(
            "this database holds a real installation; use another NP_DATA_DIR for a demonstration"
                .to_owned(),
        )),
    }
    state.demo = true;
    print_doors(&state);
    server::serve(state, true).await
}

fn is_loopback(listen: &str) -> bool {
    listen
        .parse::<std::net::SocketAddr>()
        .is_ok_and(|address| address.ip().is_loopback())
}

#[expect(
    clippy::print_stdout,
    reason = "the newcomer reads this on the terminal"
)]
fn print_doors(state: &State) {
    let url = &state.public_url;
    println!(
        "\nNetwerkplatform draait op {url}   (gegevens in {}, stop met Ctrl-C)",
        state.settings.data_dir.display()
    );
    println!("  Ga naar binnen als:");
    for door in content::doors("nl") {
        println!("    {url}/demo/in/{:<14} {}", door.slug, door.role);
    }
    println!("  Verstuurde mails:  {url}/demo/mail");
    println!("  API:               {url}/v1/docs");
    println!("  Toestand:          {url}/health/ready\n");
}

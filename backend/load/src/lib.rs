//! People who are busy with an installation: they read, post and listen, and what they wait for is measured.
//!
//! Promise: it knows the product as a browser does, by HTTP and the socket; a late answer makes no later question
//! later, and is counted from when it should have been asked.
//! Absent: a crate of the product, a verdict. What it costs in processor time is what `bench` is for, and what is left
//! when something breaks is what `trials` is for.
//! Start at: [`run()`].

mod backoff;
mod letters;
mod machine;
mod measured;
mod numbers;
mod pace;
mod plan;
mod report;
mod run;
mod series;
mod sockets;
mod spread;
mod storm;
mod table;
mod trust;
mod visitor;

pub use letters::{Letter, Letters, text_of_sixty_words};
pub use machine::{description, load, open_files};
pub use measured::{Deliveries, Kind, Measured};
pub use pace::Pace;
pub use plan::{Ground, Plan};
pub use report::page;
pub use run::run;
pub use series::{Answers, Second, Series, Summary};
pub use sockets::{Heard, Sockets, Tally, until};
pub use spread::Spread;
pub use storm::Storm;
pub use table::printed;
pub use trust::Trust;
pub use visitor::{Cookies, Thread, Visitor};

pub type Failure = Box<dyn std::error::Error + Send + Sync>;

//! Pages as the server writes them: who reads what in the first answer, and what the world is told.

mod discovery;
mod hosts;
mod installing;
mod printed;
mod reading;
mod refusals;

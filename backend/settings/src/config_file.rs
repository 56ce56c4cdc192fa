//! Settings in a file: TOML, a key for each setting, `database_url = "…"` for NP_DATABASE_URL.
//!
//! Promise: the command line comes first, then the environment, then the file; a key that is no setting stops the
//! start, with the one that it looks like.

use std::path::Path;

use clap::error::{ContextKind, ContextValue};
use clap::{ArgMatches, Args, Command, CommandFactory, Error};
use toml::{Table, Value};

use crate::environment::said;
use crate::{Settings, StartFault};

/// What was said on the command line and in the environment, and for the rest in the file.
pub fn read<C: CommandFactory>(file: &Path) -> Result<ArgMatches, StartFault> {
    let refused = |why: String| StartFault::Refused(format!("{}: {why}", file.display()));
    let text = std::fs::read_to_string(file).map_err(|error| refused(error.to_string()))?;
    let table = text
        .parse::<Table>()
        .map_err(|error| refused(error.to_string()))?;
    let command = with_defaults(C::command(), table).map_err(refused)?;
    Ok(command
        .try_get_matches()
        .unwrap_or_else(|error| refuse(&error)))
}

/// Ends the process as clap does, and names the setting as who wrote it in the environment or a file knows it.
#[expect(
    clippy::print_stderr,
    reason = "the operator reads this on the terminal"
)]
pub fn refuse(error: &Error) -> ! {
    error.print().ok();
    if let Some(setting) = setting_of(error) {
        eprintln!("\nThis is the setting {setting}.");
    }
    std::process::exit(error.exit_code())
}

/// The name in the environment of the setting that an error is about: `--smtp-port <SMTP_PORT>` is NP_SMTP_PORT.
fn setting_of(error: &Error) -> Option<String> {
    let Some(ContextValue::String(argument)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    let option = argument.split([' ', '=']).next()?.strip_prefix("--")?;
    let id = option.replace('-', "_");
    Settings::augment_args(Command::new(""))
        .get_arguments()
        .any(|setting| setting.get_id() == id.as_str())
        .then(|| format!("NP_{}", id.to_uppercase()))
}

fn with_defaults(mut command: Command, table: Table) -> Result<Command, String> {
    let settings = Settings::augment_args(Command::new(""));
    let known: Vec<String> = settings
        .get_arguments()
        .map(|setting| setting.get_id().to_string())
        // A file names no other file.
        .filter(|setting| setting != "config")
        .collect();
    for (key, value) in table {
        if !known.contains(&key) {
            return Err(said(&key, &known));
        }
        let value = written(value)
            .ok_or_else(|| format!("{key} is a text in quotes, a number, or true or false"))?;
        command = command.mut_arg(key, |setting| setting.default_value(value));
    }
    Ok(command)
}

/// As it would stand in the environment.
fn written(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Integer(number) => Some(number.to_string()),
        Value::Float(number) => Some(number.to_string()),
        Value::Boolean(flag) => Some(flag.to_string()),
        Value::Datetime(_) | Value::Array(_) | Value::Table(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use clap::{FromArgMatches, Parser};

    use super::*;

    #[derive(Parser)]
    struct Cli {
        #[command(flatten)]
        settings: Settings,
    }

    fn settings(file: &str, arguments: &[&str]) -> Result<Settings, String> {
        let table = file.parse::<Table>().map_err(|error| error.to_string())?;
        let command = with_defaults(Cli::command(), table)?;
        let matches = command
            .try_get_matches_from([&["netwerkplatform"], arguments].concat())
            .map_err(|error| error.to_string())?;
        let cli = Cli::from_arg_matches(&matches).map_err(|error| error.to_string())?;
        Ok(cli.settings)
    }

    #[test]
    fn what_stands_in_the_file_holds_unless_something_else_is_said() {
        let file =
            "listen = \"127.0.0.1:9\"\nsmtp_port = 26\nbehind_proxy = true\ntraces_part = 0.5";
        let read = settings(file, &["--smtp-port", "27"]).unwrap();
        assert_eq!(read.listen, "127.0.0.1:9");
        assert!(read.behind_proxy);
        assert!((read.traces_part - 0.5).abs() < f64::EPSILON);
        assert_eq!(read.smtp_port, 27, "the command line comes first");
        assert_eq!(read.mail_name, "Netwerkplatform", "the rest is as usual");
    }

    #[test]
    fn an_error_is_told_by_the_name_of_its_setting() {
        let said = |arguments: &[&str]| {
            let asked = [&["netwerkplatform"], arguments].concat();
            let error = Cli::command().try_get_matches_from(asked).err().unwrap();
            setting_of(&error)
        };
        assert_eq!(
            said(&["--smtp-port", "many"]).as_deref(),
            Some("NP_SMTP_PORT")
        );
        assert_eq!(said(&["--nothing-like-it"]), None);
    }

    #[test]
    fn a_key_that_is_no_setting_is_refused_with_the_one_that_is_meant() {
        let refused = |file: &str| settings(file, &[]).err().unwrap();
        assert_eq!(
            refused("databse_url = \"x\""),
            "databse_url is no setting; is database_url meant?"
        );
        assert!(refused("listen = [1]").starts_with("listen is a text"));
        assert!(refused("smtp_port = \"many\"").contains("--smtp-port"));
    }
}

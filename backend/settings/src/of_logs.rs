//! Settings of what an operator learns of a running node: its log, its numbers and its traces.

use std::net::{AddrParseError, SocketAddr};

use url::{ParseError, Url};

use crate::{Settings, StartFault};

/// How a line is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

impl Settings {
    pub fn log_format(&self) -> Result<LogFormat, StartFault> {
        match self.log_format.as_str() {
            "text" => Ok(LogFormat::Text),
            "json" => Ok(LogFormat::Json),
            _ => Err(StartFault::Setting(
                "NP_LOG_FORMAT",
                "use text or json".to_owned(),
            )),
        }
    }

    /// Where Prometheus asks for numbers, when it may.
    pub fn metrics_address(&self) -> Result<Option<SocketAddr>, StartFault> {
        let asked = self.metrics_listen.as_deref();
        let parsed = asked.map(str::parse).transpose();
        parsed.map_err(|_bad: AddrParseError| {
            let hint = "use an address and a port, for example 127.0.0.1:9464";
            StartFault::Setting("NP_METRICS_LISTEN", hint.to_owned())
        })
    }

    /// Where the collector takes traces: its address, and the path of OTLP over HTTP when it has none.
    pub fn traces_endpoint(&self) -> Result<Option<String>, StartFault> {
        if !(0.0..=1.0).contains(&self.traces_part) {
            let hint = "use a part from 0 to 1, for example 0.1 for one in ten";
            return Err(StartFault::Setting("NP_TRACES_PART", hint.to_owned()));
        }
        let Some(address) = self.traces_url.as_deref() else {
            return Ok(None);
        };
        let mut url: Url = address.parse().map_err(|_bad: ParseError| wrong())?;
        if !["http", "https"].contains(&url.scheme()) || !url.has_host() {
            return Err(wrong());
        }
        if url.path() == "/" {
            url.set_path("/v1/traces");
        }
        Ok(Some(url.into()))
    }
}

fn wrong() -> StartFault {
    let hint = "use the address of a collector that takes OTLP over HTTP, for example http://127.0.0.1:4318";
    StartFault::Setting("NP_TRACES_URL", hint.to_owned())
}

//! Whom an encrypted connection is believed to end at: the same for questions and for sockets.

use std::path::Path;
use std::sync::Arc;

use reqwest::ClientBuilder;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore, crypto};
use tokio_tungstenite::Connector;

use crate::Failure;

/// Whoever the authorities of this machine vouch for, and those of a file that was given.
#[derive(Clone, Debug)]
pub struct Trust(Arc<ClientConfig>);

impl Trust {
    /// The authorities of this machine.
    pub fn of_machine() -> Result<Self, Failure> {
        Self::with(None)
    }

    /// The authorities of this machine, and those in a file (PEM).
    pub fn with(file: Option<&Path>) -> Result<Self, Failure> {
        let mut roots = RootCertStore::empty();
        for one in rustls_native_certs::load_native_certs().certs {
            // One that cannot be read vouches for nobody.
            roots.add(one).ok();
        }
        if let Some(file) = file {
            let told = |fault: &dyn std::fmt::Display| format!("{}: {fault}", file.display());
            let given = CertificateDer::pem_file_iter(file).map_err(|fault| told(&fault))?;
            let before = roots.len();
            for one in given {
                let one = one.map_err(|fault| told(&fault))?;
                roots.add(one).map_err(|fault| told(&fault))?;
            }
            if roots.len() == before {
                return Err(told(&"there is no certificate in it").into());
            }
        }
        let provider = Arc::new(crypto::aws_lc_rs::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self(Arc::new(config)))
    }

    /// For questions.
    pub fn client(&self) -> ClientBuilder {
        reqwest::Client::builder().tls_backend_preconfigured((*self.0).clone())
    }

    /// For sockets.
    pub fn connector(&self) -> Connector {
        Connector::Rustls(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_certificate_is_refused_by_its_name() {
        let file = std::env::temp_dir().join(format!("np-load-{}.pem", std::process::id()));
        for text in [
            "",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        ] {
            std::fs::write(&file, text).unwrap();
            let refused = Trust::with(Some(&file)).unwrap_err().to_string();
            assert!(refused.starts_with(file.to_str().unwrap()), "{refused}");
        }
        std::fs::remove_file(&file).unwrap();
        let refused = Trust::with(Some(&file)).unwrap_err().to_string();
        assert!(refused.starts_with(file.to_str().unwrap()), "{refused}");
        assert!(Trust::of_machine().is_ok());
    }
}

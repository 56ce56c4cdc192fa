//! Encrypted connections with a certificate that nobody but this test vouches for.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};

/// Takes what comes encrypted and hands it on in the clear.
const FRONT: &str = r"
const [folder, target] = process.argv.slice(1);
const read = (name) => require('fs').readFileSync(`${folder}/${name}`);
const server = require('tls').createServer({ key: read('key.pem'), cert: read('certificate.pem') }, (visitor) => {
  const inside = require('net').connect(Number(target), '127.0.0.1');
  for (const [one, other] of [[visitor, inside], [inside, visitor]]) {
    one.pipe(other);
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
});
server.on('tlsClientError', () => undefined);
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('close', () => process.exit()).resume();
";

/// A proxy before an installation, as nginx is one for https.
pub struct TlsFront {
    child: Child,
    /// It ends when this does.
    _orders: ChildStdin,
    port: u16,
    folder: PathBuf,
}

impl TlsFront {
    /// Keeps its certificate in a folder.
    pub fn before(target: u16, folder: &Path) -> Self {
        make_certificate(folder);
        let mut child = Command::new("node")
            .args(["-e", FRONT])
            .arg(folder)
            .arg(target.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node is there");
        let mut said = String::new();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        output.read_line(&mut said).unwrap();
        Self {
            _orders: child.stdin.take().unwrap(),
            child,
            port: said.trim().parse().unwrap(),
            folder: folder.to_owned(),
        }
    }

    pub fn url(&self) -> String {
        format!("https://localhost:{}", self.port)
    }

    pub fn certificate(&self) -> PathBuf {
        self.folder.join("certificate.pem")
    }
}

impl Drop for TlsFront {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Of an authority that is nobody's but this test's.
pub(crate) fn make_certificate(folder: &Path) {
    let config = folder.join("openssl.cnf");
    std::fs::write(&config, "[req]\ndistinguished_name = name\n[name]\n").unwrap();
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt"])
        .args(["ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"])
        .args(["-subj", "/CN=localhost"])
        .args(["-addext", "subjectAltName=DNS:localhost"])
        .arg("-config")
        .arg(config)
        .arg("-keyout")
        .arg(folder.join("key.pem"))
        .arg("-out")
        .arg(folder.join("certificate.pem"))
        .output()
        .expect("openssl is there");
    assert!(made.status.success(), "{made:?}");
}

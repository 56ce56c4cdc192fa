//! What stands before the server would know who wrote where and when: our examples keep no log of it.

use std::path::Path;

fn example(path: &str) -> String {
    let infra = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../infra");
    let text = std::fs::read_to_string(infra.join(path)).unwrap();
    let lines = text.lines().map(str::trim);
    let said = lines.filter(|line| !line.starts_with('#'));
    said.collect::<Vec<_>>().join("\n")
}

#[test]
fn no_example_of_a_proxy_keeps_addresses_beside_paths() {
    let nginx = example("nginx/netwerkplatform.conf");
    let servers = nginx.matches("server {").count();
    assert_eq!(nginx.matches("access_log off;").count(), servers);
    assert!(nginx.contains("error_log /var/log/nginx/error.log crit;"));

    let haproxy = example("haproxy/haproxy.cfg");
    assert!(!haproxy.contains("httplog") && !haproxy.contains("tcplog"));
    let format = haproxy.lines().find(|line| line.starts_with("log-format"));
    let words: Vec<&str> = format.unwrap().split([' ', '"', '/']).collect();
    // Addresses, requests, paths, what was captured of headers, and moments to a thousandth.
    for never in [
        "%ci", "%cp", "%ci:%cp", "%r", "%{+Q}r", "%HP", "%HU", "%HPO", "%HV", "%hr", "%hs", "%tr",
        "%T", "%Ts",
    ] {
        assert!(!words.contains(&never), "{never}");
    }

    let caddy = example("caddy/Caddyfile");
    let logs = caddy.lines().filter(|line| line.starts_with("log"));
    assert_eq!(logs.collect::<Vec<_>>(), ["log default {"]);
    assert!(caddy.contains("exclude http.log.error"));

    let kubernetes = example("kubernetes/ingress.yaml");
    assert!(kubernetes.contains("enable-access-log: \"false\""));
}

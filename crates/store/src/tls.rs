//! How the line to a PostgreSQL server is closed to others: with TLS that knows the server, unless the server is on this machine.
use crate::Error;
use percent_encoding::percent_decode_str;
use rustls::{
    ClientConfig, RootCertStore,
    crypto::ring,
    pki_types::{CertificateDer, pem::PemObject},
};
use std::{
    net::IpAddr,
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio_postgres::config::{Config, Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

/// What the address says about TLS, and the address without it.
struct Address {
    plain: String,
    mode: Option<String>,
    root: Option<PathBuf>,
}

/// The settings of a connection, and TLS when the line needs it. `sslmode` is `disable`, or `require`, `verify-ca` or `verify-full`:
/// these three all check the chain and the name, for TLS with a stranger protects nobody.
/// Errors: `Unavailable` with what is wrong in the address; never the address itself, it holds a password.
pub(crate) fn connection(url: &str) -> Result<(Config, Option<MakeRustlsConnect>), Error> {
    let address = read(url)?;
    let mut config: Config = address.plain.parse().map_err(|_| wrong("is no PostgreSQL address"))?;
    match address.mode.as_deref() {
        None if is_local(&config) && address.root.is_none() => open(config),
        Some("disable") => {
            if !is_local(&config) {
                tracing::warn!("sslmode=disable: others on the network can read what goes to and comes from the database");
            }
            open(config)
        }
        None | Some("require" | "verify-ca" | "verify-full") => {
            let root = address.root.ok_or_else(|| {
                wrong("leads to another machine and names no sslrootcert=/path/to/root.pem to know that machine by (or sslmode=disable)")
            })?;
            config.ssl_mode(SslMode::Require);
            Ok((config, Some(MakeRustlsConnect::new(client(&root)?))))
        }
        Some(_) => Err(wrong("has an sslmode that is not disable, require, verify-ca or verify-full")),
    }
}

fn open(mut config: Config) -> Result<(Config, Option<MakeRustlsConnect>), Error> {
    config.ssl_mode(SslMode::Disable);
    Ok((config, None))
}

fn wrong(what: &str) -> Error {
    Error::Unavailable(format!("database.url {what}"))
}

/// Takes `sslmode` and `sslrootcert` out: the driver does not know the modes that check the server, nor the file.
fn read(url: &str) -> Result<Address, Error> {
    if !["postgresql://", "postgres://"].iter().any(|scheme| url.starts_with(scheme)) {
        return Err(wrong("is no PostgreSQL address"));
    }
    // A password may hold a question mark, so the query begins behind the `@`.
    let host = url.find('@').unwrap_or(0);
    let (base, query) = match url[host..].find('?') {
        Some(at) => (&url[..host + at], &url[host + at + 1..]),
        None => (url, ""),
    };
    let (mut mode, mut root, mut rest) = (None, None, Vec::new());
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=') {
            Some(("sslmode", value)) => mode = Some(value.to_owned()),
            Some(("sslrootcert", value)) => {
                root = Some(PathBuf::from(&*percent_decode_str(value).decode_utf8_lossy()));
            }
            _ => rest.push(pair),
        }
    }
    let plain = if rest.is_empty() { base.to_owned() } else { format!("{base}?{}", rest.join("&")) };
    Ok(Address { plain, mode, root })
}

/// Whether nothing leaves this machine: every host is a socket or the loop back, and so is every address that overrules a host.
fn is_local(config: &Config) -> bool {
    let local = |host: &Host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback()),
    };
    config.get_hosts().iter().all(local) && config.get_hostaddrs().iter().all(IpAddr::is_loopback)
}

fn client(root: &Path) -> Result<ClientConfig, Error> {
    let unreadable = |error: String| Error::Unavailable(format!("root certificate {}: {error}", root.display()));
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(root).map_err(|e| unreadable(e.to_string()))? {
        let certificate = certificate.map_err(|e| unreadable(e.to_string()))?;
        roots.add(certificate).map_err(|e| unreadable(e.to_string()))?;
    }
    if roots.is_empty() {
        return Err(unreadable("holds no certificate".into()));
    }
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let builder = builder.with_safe_default_protocol_versions().map_err(|e| Error::Internal(e.to_string()))?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(url: &str) -> String {
        connection(url).err().map(|e| e.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_server_on_this_machine_needs_no_tls() {
        let sockets = ["postgresql://a@%2Fvar%2Frun%2Fpostgresql/d", "postgresql://a@/d?host=/var/run/postgresql"];
        for url in ["postgresql://a:b@127.0.0.1:5/d", "postgres://a@localhost/d", "postgresql://a@[::1]/d"].iter().chain(&sockets)
        {
            let (config, tls) = connection(url).unwrap();
            assert!(tls.is_none() && config.get_ssl_mode() == SslMode::Disable, "{url}");
        }
    }

    #[test]
    fn a_server_elsewhere_needs_tls_and_a_root_to_know_it_by() {
        for url in [
            "postgresql://a:b@db.example/d",
            "postgresql://a:b@10.0.0.1/d",
            "postgresql://a:b@localhost,db.example/d",
            "postgresql://a:b@localhost/d?hostaddr=10.0.0.1",
            "postgresql://a:b@db.example/d?sslmode=require",
            "postgresql://a:b@127.0.0.1/d?sslmode=verify-full",
        ] {
            assert!(refusal(url).contains("sslrootcert="), "{url}");
        }
        // Who names a root wants it used, also on this machine.
        assert!(refusal("postgresql://a:b@localhost/d?sslrootcert=/no/such").contains("root certificate"));
        assert!(connection("postgresql://a:b@db.example/d?sslmode=disable").unwrap().1.is_none());
    }

    #[test]
    fn modes_that_fall_back_to_an_open_line_are_refused() {
        for mode in ["prefer", "allow", "", "REQUIRE"] {
            assert!(refusal(&format!("postgresql://a:b@db.example/d?sslmode={mode}")).contains("sslmode"), "{mode}");
        }
    }

    #[test]
    fn a_refusal_never_holds_the_password() {
        for url in ["postgresql://a:secret@h:port/d", "host=h password=secret", "postgresql://a:secret@h/d?sslrootcert=/no/such"]
        {
            assert!(!refusal(url).is_empty() && !refusal(url).contains("secret"), "{url}");
        }
    }

    #[test]
    fn what_is_not_about_tls_stays_in_the_address() {
        let address = read("postgresql://a:b?c@h/d?sslmode=require&options=-c%20x&sslrootcert=%2Fa%20b.pem").unwrap();
        assert_eq!(address.plain, "postgresql://a:b?c@h/d?options=-c%20x");
        assert_eq!((address.mode.as_deref(), address.root), (Some("require"), Some(PathBuf::from("/a b.pem"))));
    }
}

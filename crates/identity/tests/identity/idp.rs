//! The provider of `idp/`, started as `make run` starts it.
use crate::{PORTAL, settings};
use axum::{Router, routing::get};
use identity::{CALLBACK, JWKS, Kind, SIGNED_OUT, SignIn, SigningKey};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Once,
};
use tokio::net::TcpListener;
use url::Url;

/// A provider that runs; it stops when it is dropped.
pub struct Idp {
    child: Child,
    folder: PathBuf,
    pub issuer: String,
}

impl Idp {
    /// Starts one that knows our keys, each in another of the ways it can, with four test persons.
    pub async fn start() -> Self {
        let (idp, here) = (root("idp"), root("crates/identity/tests/identity"));
        install(&idp);
        let folder = std::env::temp_dir().join(format!("juistedeur-idp-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir(&folder).unwrap();
        let [digid, eherkenning, medewerkers] = Kind::ALL.map(|kind| public(kind, &folder));
        std::fs::write(folder.join("public.json"), eherkenning.to_string()).unwrap();
        let clients = [
            client(Kind::Digid, "jwks", digid),
            client(Kind::EHerkenning, "jwks_file", json!("public.json")),
            client(Kind::Medewerkers, "jwks_uri", json!(serve(medewerkers).await)),
        ];
        std::fs::write(folder.join("clients.json"), json!(clients).to_string()).unwrap();
        let mut command = Command::new("node");
        command.arg(idp.join("server.mjs")).args(["--listen", "127.0.0.1:0", "--test", "--persons"]);
        command.arg(here.join("personen.jsonl")).arg("--clients").arg(folder.join("clients.json"));
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let issuer =
            said.trim().strip_prefix("listening on ").unwrap_or_else(|| panic!("the provider did not start: {said}")).into();
        Self { child, folder, issuer }
    }

    /// We, at this provider.
    pub fn sign_in(&self) -> SignIn {
        SignIn::open(settings(&self.issuer, &self.folder), &Url::parse(PORTAL).unwrap()).unwrap()
    }

    /// Stops it, as when it is away.
    pub fn stop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Idp {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn client(kind: Kind, how: &str, keys: Value) -> Value {
    json!({
        "client_id": format!("juistedeur-{}", kind.word()),
        "redirect_uris": [format!("{PORTAL}{CALLBACK}")],
        "post_logout_redirect_uris": [format!("{PORTAL}{SIGNED_OUT}")],
        how: keys,
    })
}

/// Makes our key for this way, and gives its public half. At eHerkenning it is one of RSA, as another programme makes it.
fn public(kind: Kind, folder: &Path) -> Value {
    let file = folder.join(format!("{}.pem", kind.word()));
    match kind {
        Kind::EHerkenning => rsa(&file),
        _ => SigningKey::create(&file).unwrap(),
    }
    identity::jwks([&SigningKey::load(&file).unwrap()])
}

fn rsa(file: &Path) {
    let script = "const { privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 }); \
                  fs.writeFileSync(process.argv[1], privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })";
    assert!(Command::new("node").args(["-e", script]).arg(file).status().unwrap().success());
}

/// Shows keys as the portal does, and gives the address.
async fn serve(keys: Value) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}{JWKS}", listener.local_addr().unwrap());
    let router = Router::new().route(JWKS, get(async move || keys.to_string()));
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// Fetches what the provider is made of, once, if it is not there.
fn install(idp: &Path) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if !idp.join("node_modules/oidc-provider").exists() {
            let npm = ["ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"];
            assert!(Command::new("npm").args(npm).current_dir(idp).status().unwrap().success(), "npm ci in idp/ failed");
        }
    });
}

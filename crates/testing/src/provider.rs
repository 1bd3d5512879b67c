//! The provider of `idp/` where test persons sign in, as a process.
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::Once,
};

/// A provider that runs; it stops when this is dropped.
pub struct Provider {
    /// Its issuer.
    pub issuer: String,
    child: Child,
}

impl Provider {
    /// Starts the one of the repository at `root` for the portal at this address.
    pub fn start(root: &Path, portal: &str) -> Self {
        Self::start_at(root, portal, "127.0.0.1:0")
    }

    /// The same at a place of its own: it comes back.
    pub fn start_at(root: &Path, portal: &str, listen: &str) -> Self {
        Self::start_with(root, portal, listen, &[])
    }

    /// The same with these settings in its environment: another clock.
    pub fn start_with(root: &Path, portal: &str, listen: &str, environment: &[(&str, String)]) -> Self {
        install(root);
        let persons = root.join("crates/simulators/data/personen.jsonl");
        let mut command = Command::new("node");
        command.arg(root.join("idp/server.mjs")).args(["--listen", listen, "--portal", portal, "--persons"]).arg(persons);
        command.envs(environment.iter().map(|(name, value)| (name, value)));
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let issuer = said.trim().strip_prefix("listening on ").unwrap_or_else(|| panic!("the provider did not start: {said}"));
        Self { issuer: issuer.to_owned(), child }
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Fetches what the provider is made of, once, if it is not there.
fn install(root: &Path) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let idp = root.join("idp");
        if !idp.join("node_modules/oidc-provider").exists() {
            let npm = ["ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"];
            assert!(Command::new("npm").args(npm).current_dir(idp).status().unwrap().success(), "npm ci in idp/ failed");
        }
    });
}

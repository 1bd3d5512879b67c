//! What stands around a product: the provider where test persons sign in, and the registers.
use crate::running::{Product, root};
use simulators::{Register, Running, Stand};
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::Once,
};
use tokio::runtime::Runtime;

/// A provider and registers that run; they stop when this is dropped.
pub struct Around {
    runtime: Runtime,
    registers: Option<Running>,
    idp: Child,
}

impl Around {
    /// Starts both for a product that does not run yet, and tells it where they are.
    pub fn of(product: &mut Product) -> Self {
        let runtime = Runtime::new().unwrap();
        let registers = runtime.block_on(simulators::start(simulators::Settings::default())).unwrap();
        let (idp, issuer) = provider(&product.base);
        let key = product.folder.join("sign-in.pem").display().to_string();
        for way in ["digid", "eherkenning", "medewerkers"] {
            let setting = format!("SIGN_IN__PROVIDER__{}", way.to_uppercase());
            product.set(&format!("{setting}__ISSUER"), &issuer);
            product.set(&format!("{setting}__CLIENT_ID"), &format!("juistedeur-{way}"));
            product.set(&format!("{setting}__KEY"), &key);
        }
        let paths = [("BRP", "/haalcentraal/api/brp"), ("BAG", "/lvbag/individuelebevragingen/v2"), ("KVK", "/api")];
        for (name, path) in paths {
            product.set(&format!("REGISTERS__{name}__URL"), &format!("{}{path}", registers.url()));
            product.set(&format!("REGISTERS__{name}__API_KEY"), "voorbeeld");
        }
        Self { runtime, registers: Some(registers), idp }
    }

    /// Puts a register in another state.
    pub fn turn(&self, register: Register, stand: Stand) {
        self.registers.as_ref().unwrap().turn(register, stand);
    }
}

impl Drop for Around {
    fn drop(&mut self) {
        let _ = self.idp.kill();
        let _ = self.idp.wait();
        if let Some(registers) = self.registers.take() {
            self.runtime.block_on(registers.stop());
        }
    }
}

/// The provider of `idp/` for the portal at this address, and its issuer.
fn provider(portal: &str) -> (Child, String) {
    install();
    let persons = root().join("crates/simulators/data/personen.jsonl");
    let mut command = Command::new("node");
    command.arg(root().join("idp/server.mjs")).args(["--listen", "127.0.0.1:0", "--portal", portal, "--persons"]).arg(persons);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut said = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let issuer = said.trim().strip_prefix("listening on ").unwrap_or_else(|| panic!("the provider did not start: {said}"));
    (child, issuer.to_owned())
}

/// Fetches what the provider is made of, once, if it is not there.
fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let idp = root().join("idp");
        if !idp.join("node_modules/oidc-provider").exists() {
            let npm = ["ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"];
            assert!(Command::new("npm").args(npm).current_dir(idp).status().unwrap().success(), "npm ci in idp/ failed");
        }
    });
}

//! What stands around a product: the provider where test persons sign in, and the registers.
use crate::running::{Product, clock_off, root};
use simulators::{Register, Running, Stand};
use testing::Provider;
use tokio::runtime::Runtime;

/// A provider and registers that run; they stop when this is dropped.
pub struct Around {
    runtime: Runtime,
    registers: Option<Running>,
    provider: Option<Provider>,
    issuer: String,
    portal: String,
}

impl Around {
    /// Starts both for a product that does not run yet, and tells it where they are.
    pub fn of(product: &mut Product) -> Self {
        let runtime = Runtime::new().unwrap();
        let registers = runtime.block_on(simulators::start(simulators::Settings::default())).unwrap();
        let provider = Provider::start(&root(), &product.base);
        let key = product.folder.join("sign-in.pem").display().to_string();
        for way in ["digid", "eherkenning", "medewerkers"] {
            let setting = format!("SIGN_IN__PROVIDER__{}", way.to_uppercase());
            product.set(&format!("{setting}__ISSUER"), &provider.issuer);
            product.set(&format!("{setting}__CLIENT_ID"), &format!("juistedeur-{way}"));
            product.set(&format!("{setting}__KEY"), &key);
        }
        let paths = [("BRP", "/haalcentraal/api/brp"), ("BAG", "/lvbag/individuelebevragingen/v2"), ("KVK", "/api"), ("BRI", "")];
        for (name, path) in paths {
            product.set(&format!("REGISTERS__{name}__URL"), &format!("{}{path}", registers.url()));
            product.set(&format!("REGISTERS__{name}__API_KEY"), "voorbeeld");
        }
        Self {
            runtime,
            registers: Some(registers),
            issuer: provider.issuer.clone(),
            provider: Some(provider),
            portal: product.base.clone(),
        }
    }

    /// The provider goes away, or comes back at its own place.
    pub fn turn_provider(&mut self) {
        if self.provider.take().is_none() {
            let listen = self.issuer.trim_start_matches("http://");
            self.provider = Some(Provider::start_at(&root(), &self.portal, listen));
        }
    }

    /// The clock of the provider is off by so much from now on; right when nothing.
    pub fn set_clock(&mut self, off: Option<&str>) {
        self.provider = None;
        let listen = self.issuer.trim_start_matches("http://");
        self.provider = Some(Provider::start_with(&root(), &self.portal, listen, &clock_off(off)));
    }

    /// Everything around is there again.
    pub fn turn_all_right(&mut self) {
        for register in [Register::Brp, Register::Bag] {
            self.turn(register, Stand::Aan);
        }
        if self.provider.is_none() {
            self.turn_provider();
        }
    }

    /// Puts a register in another state.
    pub fn turn(&self, register: Register, stand: Stand) {
        self.registers.as_ref().unwrap().turn(register, stand);
    }
}

impl Drop for Around {
    fn drop(&mut self) {
        if let Some(registers) = self.registers.take() {
            self.runtime.block_on(registers.stop());
        }
    }
}

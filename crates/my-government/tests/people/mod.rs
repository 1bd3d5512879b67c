//! Official test persons who act for themselves or each other, with the BRP that the simulator is.
#![allow(dead_code)]
use access::{Actor, Assurance, By, Context, FollowCode, Result, Vertegenwoordiging};
use my_government::{Machtiging, NewMachtiging};
use registers::{Doelen, Persoon, Registers};
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use store::Migration;
use testing::{World, worlds};
use uuid::Uuid;
use values::{Bsn, Id};

/// Jan de Cuykelaer, an adult.
pub const FATHER: &str = "999990792";
/// Estrella de Jager, an adult: in the set she is no daughter of his, which nothing asks.
pub const DAUGHTER: &str = "999997610";
/// Suzanne Moulin, an adult.
pub const STRANGER: &str = "999993653";
/// Alexander den Braber, 17 years old in November 2026.
pub const TEENAGER: &str = "999995832";

static MIGRATIONS: LazyLock<Vec<Migration>> =
    LazyLock::new(|| [access::MIGRATIONS, registers::MIGRATIONS, my_government::MIGRATIONS].concat());

pub fn bsn(number: &str) -> Bsn {
    Bsn::parse(number).unwrap()
}

pub fn actor(number: &str) -> Actor {
    Actor::person(bsn(number), Assurance::Substantial)
}

/// A world with a BRP.
pub struct People {
    pub world: World,
    registers: Registers,
    doelen: Doelen,
    pub running: simulators::Running,
}

impl People {
    /// On each database.
    pub async fn all() -> Vec<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut all = Vec::new();
        for world in worlds(&MIGRATIONS).await {
            let settings = simulators::Settings { clock: world.clock.clone(), ..simulators::Settings::default() };
            let running = simulators::start(settings).await.unwrap();
            let brp = serde_json::json!({ "url": format!("{}/haalcentraal/api/brp", running.url()), "api_key": "voorbeeld" });
            let registers = Registers::open(&serde_json::from_value(serde_json::json!({ "brp": brp })).unwrap()).unwrap();
            let doelen = Doelen::load(&root.join("policies/doelen.toml")).unwrap();
            all.push(Self { world, registers, doelen, running });
        }
        all
    }

    fn context(&self, actor: Actor) -> Context {
        self.world.context(actor, 1)
    }

    /// What the BRP says of somebody, for one of our purposes.
    pub async fn persoon(&self, doel: &str, number: &str) -> Persoon {
        let (context, doel) = (self.context(actor(number)), self.doelen.get(doel).unwrap());
        self.registers.persoon(&self.world.access, &context, doel, &bsn(number)).await.unwrap()
    }

    /// Is there somebody with this number in the set?
    pub fn has(&self, number: &Bsn) -> bool {
        static ALL: LazyLock<String> = LazyLock::new(|| {
            std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../simulators/data/personen.jsonl")).unwrap()
        });
        ALL.lines().any(|line| line.contains(&format!("\"burgerservicenummer\":\"{}\",\"geslacht\"", number.expose())))
    }

    pub async fn gives(&self, number: &str, new: NewMachtiging) -> Result<(Machtiging, FollowCode)> {
        self.gives_as(actor(number), number, new).await
    }

    pub async fn gives_as(&self, actor: Actor, number: &str, new: NewMachtiging) -> Result<(Machtiging, FollowCode)> {
        let parts = Arc::new((new, self.persoon("machtiging", number).await));
        let work = self.world.access.write(self.context(actor), move |op| {
            let parts = parts.clone();
            Box::pin(async move { my_government::give(op, &parts.0, &parts.1).await })
        });
        let given = work.await?;
        let code = given.code.clone().unwrap();
        Ok((given, code))
    }

    pub async fn looks_at(&self, number: &str, code: &FollowCode) -> Result<Machtiging> {
        let code = code.clone();
        let work = self.world.access.write(self.context(actor(number)), move |op| {
            let code = code.clone();
            Box::pin(async move { my_government::offered(op, &code).await })
        });
        work.await
    }

    pub async fn accepts(&self, number: &str, code: &FollowCode) -> Result<Machtiging> {
        self.accepts_as(actor(number), number, code).await
    }

    pub async fn accepts_as(&self, actor: Actor, number: &str, code: &FollowCode) -> Result<Machtiging> {
        let parts = Arc::new((code.clone(), self.persoon("machtiging", number).await));
        let work = self.world.access.write(self.context(actor), move |op| {
            let parts = parts.clone();
            Box::pin(async move { my_government::accept(op, &parts.0, &parts.1).await })
        });
        work.await
    }

    pub async fn reads_as(&self, actor: Actor, id: Id<Machtiging>) -> Result<Machtiging> {
        let work = self.world.access.write(self.context(actor), move |op| Box::pin(my_government::look(op, id)));
        work.await
    }

    pub async fn ends(&self, number: &str, id: Id<Machtiging>) -> Result<Machtiging> {
        self.ends_as(actor(number), id).await
    }

    pub async fn ends_as(&self, actor: Actor, id: Id<Machtiging>) -> Result<Machtiging> {
        let work = self.world.access.write(self.context(actor), move |op| Box::pin(my_government::end(op, id)));
        work.await
    }

    pub async fn begins(&self, number: &str, id: Uuid) -> Result<Vertegenwoordiging> {
        let work = self.world.access.write(self.context(actor(number)), move |op| Box::pin(my_government::begin(op, id)));
        work.await
    }

    pub async fn stands(&self, number: &str, id: Uuid) -> Option<Vertegenwoordiging> {
        let work = self.world.access.read(self.context(actor(number)), move |op| Box::pin(my_government::stands(op, id)));
        work.await.unwrap()
    }

    /// Who of these died, asked by who acts for the first.
    pub async fn died(&self, number: &str, of: Vertegenwoordiging) -> Vec<Bsn> {
        let (voor, doel) = ([of.voor.clone()], self.doelen.get("machtiging").unwrap());
        let context = self.context(actor(number).on_behalf(of));
        self.registers.overleden(&self.world.access, &context, doel, &voor).await.unwrap()
    }

    pub async fn giver_died(&self, number: &str, id: Uuid) -> Result<()> {
        let work = self.world.access.write(self.context(actor(number)), move |op| Box::pin(my_government::giver_died(op, id)));
        work.await
    }

    pub async fn own(&self, number: &str) -> Result<(Vec<Machtiging>, Vec<Machtiging>)> {
        self.own_as(actor(number)).await
    }

    pub async fn own_as(&self, actor: Actor) -> Result<(Vec<Machtiging>, Vec<Machtiging>)> {
        self.world.access.write(self.context(actor), |op| Box::pin(my_government::own(op))).await
    }

    /// What she reads of who looked, the newest first: what, and by whom.
    pub async fn looked(&self, number: &str) -> Vec<(String, &'static str)> {
        let work = self.world.access.read(self.context(actor(number)), |op| {
            let own = op.context().organisation.clone();
            Box::pin(async move { access::looks(op, &[own], None, 100).await })
        });
        let word = |by| match by {
            By::Oneself => "Oneself",
            By::Vertegenwoordiger => "Vertegenwoordiger",
            By::Noemer | By::Holder | By::Worker | By::Machine => "another",
        };
        work.await.unwrap().into_iter().map(|look| (look.action, word(look.by))).collect()
    }

    pub async fn swept(&self) -> usize {
        self.world.access.write(self.context(Actor::machine("sweeper")), |op| Box::pin(my_government::sweep(op))).await.unwrap()
    }

    pub async fn rows(&self, table: &'static str) -> i64 {
        let work = self.world.access.read(self.context(Actor::machine("test")), move |op| {
            Box::pin(async move { op.one(&format!("SELECT count(*) FROM {table}"), &[], |r| r.get::<i64>(0)).await })
        });
        work.await.unwrap()
    }
}

//! Signing in and out: at the real provider of `idp/`, and at one of our own that lies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod behalf;
mod browser;
mod idp;
mod liar;
mod real;
mod refused;
mod sessions;

use access::{Access, Actor, Browser, Context};
use identity::{Answer, Fault, Finished, Kind, LocalPath, Provider, Settings, SignIn, Start, Token, Visitor};
use std::{collections::BTreeMap, path::Path, sync::LazyLock};
use testing::World;
use url::Url;
use values::Clock;

/// Where people come back to; nobody listens there.
const PORTAL: &str = "http://127.0.0.1:8080";

/// Somebody with a browser, who may be signed in.
struct Resident {
    browser: Browser,
    token: Option<Token>,
}

impl Resident {
    fn new(world: &World) -> Self {
        Self { browser: Browser::new(world.access.keys()), token: None }
    }

    fn visitor(&self, world: &World) -> Visitor<'_> {
        Visitor { browser: &self.browser, session: self.token.as_ref(), context: nobody(world) }
    }

    async fn start(&self, world: &World, sign_in: &SignIn, start: Start) -> Result<Url, Fault> {
        sign_in.start(&world.access, start, self.visitor(world)).await
    }

    async fn finish(&mut self, world: &World, sign_in: &SignIn, answer: Answer) -> Result<Finished, Fault> {
        let finished = sign_in.finish(&world.access, answer, self.visitor(world)).await?;
        self.token = Some(finished.token.clone());
        Ok(finished)
    }
}

/// The context of somebody who did not sign in.
fn nobody(world: &World) -> Context {
    world.context(Actor::anonymous(), 1)
}

/// To `/mijn`, with at least substantial certainty.
fn start(kind: Kind) -> Start {
    let return_to = LocalPath::parse("/mijn").unwrap();
    Start { kind, at_least: access::Assurance::Substantial, fresh: None, return_to }
}

/// Every kind at this issuer, each with its own key in `folder`.
fn settings(issuer: &str, folder: &Path) -> Settings {
    let provider = |kind: Kind| Provider {
        issuer: issuer.to_owned(),
        client_id: format!("juistedeur-{}", kind.word()),
        key: folder.join(format!("{}.pem", kind.word())),
        scope: "openid".into(),
        claims: identity::Claims::default(),
        acr: identity::known_levels(),
    };
    Settings { provider: Kind::ALL.into_iter().map(|kind| (kind, provider(kind))).collect::<BTreeMap<_, _>>() }
}

/// Sets the clock of this world to that of the machine, where a real provider lives.
fn now(world: &World) {
    world.clock.set(values::SystemClock.now());
}

/// A minute is one that passed on the clock of this world.
fn pass(world: &World, minutes: i64) {
    world.clock.set(world.clock.now().checked_add(jiff::SignedDuration::from_mins(minutes)).unwrap());
}

/// What the journal says happened, in order.
async fn journal(access: &Access, context: Context) -> Vec<(String, String)> {
    let read = access.read(context, |op| {
        let sql = "SELECT action, actor FROM journal_line ORDER BY id";
        Box::pin(async move { op.rows(sql, &[], |r| Ok((r.get::<String>(0)?, r.get::<String>(1)?))).await })
    });
    read.await.unwrap()
}

/// What happened, without who did it.
async fn happened(world: &World) -> Vec<String> {
    journal(&world.access, nobody(world)).await.into_iter().map(|(action, _)| action).collect()
}

/// The tables of this context and of the journal.
static MIGRATIONS: LazyLock<Vec<store::Migration>> = LazyLock::new(|| [access::MIGRATIONS, identity::MIGRATIONS].concat());

//! The base registers for demo and tests: their published APIs over HTTP, with official test persons and examples. Never released.

mod bag;
mod bri;
mod brp;
mod data;
mod door;
mod kvk;
mod operations;
mod problem;
mod rdw;
mod server;
mod switches;
mod words;

pub use switches::{Register, Stand};

use axum::Router;
use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
};
use switches::Switchboard;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};
use values::{Clock, SystemClock};

/// What a simulator is started with.
pub struct Settings {
    /// Where it listens; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The key that callers send in the header of each API; without one everybody may ask.
    pub key: Option<String>,
    /// The time, for ages and moments of reference.
    pub clock: Arc<dyn Clock>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            key: Some("voorbeeld".to_owned()),
            clock: Arc::new(SystemClock),
        }
    }
}

/// Why the simulators did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A data file of ours is wrong.
    #[error("{file}: {what}")]
    Data {
        /// The file.
        file: &'static str,
        /// What is wrong with it.
        what: String,
    },
    /// The address can not be had.
    #[error("{0}")]
    Listen(#[from] std::io::Error),
}

/// What all registers share.
pub(crate) struct World {
    people: brp::Personen,
    addresses: bag::Adressen,
    companies: kvk::Handelsregister,
    vehicles: rdw::Voertuigen,
    incomes: bri::Inkomens,
    board: Switchboard,
    clock: Arc<dyn Clock>,
    key: Option<String>,
    base: String,
}

/// The simulators while they run; they end when this is dropped.
pub struct Running {
    world: Arc<World>,
    stop: watch::Sender<bool>,
    server: JoinHandle<()>,
}

/// Loads the data and opens the doors.
pub async fn start(settings: Settings) -> Result<Running, StartError> {
    let listener = TcpListener::bind(settings.listen).await?;
    let base = format!("http://{}", listener.local_addr()?);
    let world = Arc::new(World {
        people: brp::Personen::load()?,
        addresses: bag::Adressen::load()?,
        companies: kvk::Handelsregister::load(&base)?,
        vehicles: rdw::Voertuigen::load()?,
        incomes: bri::Inkomens::load()?,
        board: Switchboard::default(),
        clock: settings.clock,
        key: settings.key,
        base,
    });
    let (stop, stopped) = watch::channel(false);
    let server = tokio::spawn(server::serve(listener, routes(&world), stopped));
    Ok(Running { world, stop, server })
}

fn routes(world: &Arc<World>) -> Router {
    Router::new()
        .merge(brp::routes(world))
        .merge(bag::routes(world))
        .merge(kvk::routes(world))
        .merge(rdw::routes(world))
        .merge(bri::routes(world))
        .merge(operations::routes(world))
}

impl Running {
    /// Where they are: `http://127.0.0.1:8090`, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.world.base
    }

    /// Puts a register in another state, as `POST /_schakelaar` does.
    pub fn turn(&self, register: Register, stand: Stand) {
        self.world.board.turn(register, stand);
    }

    /// How often a register was called since the start, refused calls included.
    pub fn calls(&self, register: Register) -> u64 {
        self.world.board.calls(register)
    }

    /// Ends: open connections are cut.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        let _ = self.server.await;
    }
}

//! In what state each register is, and how often it was called.

use serde::Deserialize;
use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

/// A register that can be put in another state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Register {
    /// Basisregistratie Personen.
    Brp,
    /// Basisregistratie Adressen en Gebouwen.
    Bag,
    /// Handelsregister.
    Kvk,
    /// Kentekenregister.
    Rdw,
    /// Basisregistratie Inkomen.
    Bri,
}

impl Register {
    pub(crate) const ALL: [Self; 5] = [Self::Brp, Self::Bag, Self::Kvk, Self::Rdw, Self::Bri];

    /// Its name in `/_schakelaar` and `/_teller`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Brp => "brp",
            Self::Bag => "bag",
            Self::Kvk => "kvk",
            Self::Rdw => "rdw",
            Self::Bri => "bri",
        }
    }
}

/// The state of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stand {
    /// It answers as it should.
    #[default]
    Aan,
    /// It closes the connection without an answer.
    Uit,
    /// It says 503.
    Onbeschikbaar,
    /// It waits before it answers.
    Traag(Duration),
    /// It says 500 with a page in HTML.
    Fout,
    /// It breaks off halfway the body.
    Half,
    /// It answers about somebody or something else than was asked.
    Ander,
    /// The BRP says of everybody who is asked that she died; another register answers as it should.
    Overleden,
}

/// The states of all registers, and their counters.
#[derive(Default)]
pub(crate) struct Switchboard {
    stands: Mutex<[Stand; 5]>,
    calls: [AtomicU64; 5],
}

impl Switchboard {
    pub(crate) fn turn(&self, register: Register, stand: Stand) {
        self.stands.lock().unwrap_or_else(PoisonError::into_inner)[register as usize] = stand;
    }

    pub(crate) fn stand(&self, register: Register) -> Stand {
        self.stands.lock().unwrap_or_else(PoisonError::into_inner)[register as usize]
    }

    pub(crate) fn count(&self, register: Register) {
        self.calls[register as usize].fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn calls(&self, register: Register) -> u64 {
        self.calls[register as usize].load(Ordering::Relaxed)
    }
}

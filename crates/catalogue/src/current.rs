//! The catalogue as it is now: that of the files, and over it what organisations published.
use crate::Catalogue;
use std::sync::{Arc, PoisonError, RwLock};

/// Holds the catalogue of now. Cheap to clone; a reader takes a snapshot, which stays as it is when another takes its place.
#[derive(Debug, Clone)]
pub struct Current(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    shipped: Arc<Catalogue>,
    /// How many publications are in it, and the catalogue with them.
    now: RwLock<(u64, Arc<Catalogue>)>,
}

impl Current {
    /// Only what the files say.
    pub fn of_files(shipped: Arc<Catalogue>) -> Self {
        Self(Arc::new(Inner { now: RwLock::new((0, shipped.clone())), shipped }))
    }

    /// The catalogue of now.
    pub fn get(&self) -> Arc<Catalogue> {
        self.0.now.read().unwrap_or_else(PoisonError::into_inner).1.clone()
    }

    /// That of the files alone.
    pub fn shipped(&self) -> &Arc<Catalogue> {
        &self.0.shipped
    }

    /// How many publications are in the catalogue of now.
    pub fn number(&self) -> u64 {
        self.0.now.read().unwrap_or_else(PoisonError::into_inner).0
    }

    /// Takes the place of what is there, unless that has as many publications or more: two may be at it.
    pub fn replace(&self, number: u64, catalogue: Catalogue) {
        let mut now = self.0.now.write().unwrap_or_else(PoisonError::into_inner);
        if number > now.0 {
            *now = (number, Arc::new(catalogue));
        }
    }
}

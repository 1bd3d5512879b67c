//! What several readers need: reference data, services, a folder, and a thread that waits.
use catalogue::Catalogue;
use std::{
    path::{Path, PathBuf},
    sync::{LazyLock, Mutex, PoisonError},
};
use tokio::runtime::Runtime;

/// Where reference data, services and built assets stand.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The catalogue that we ship.
pub static CATALOGUE: LazyLock<std::sync::Arc<Catalogue>> =
    LazyLock::new(|| Catalogue::load(&root().join("reference"), &root().join("services")).expect("the catalogue").into());

/// The folder of this process, in the one that `make clean` throws away.
pub fn home() -> PathBuf {
    root().join("target/fuzzed").join(std::process::id().to_string())
}

/// A folder in it.
pub fn folder(name: &str) -> PathBuf {
    let folder = home().join(name);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Waits for `work`.
pub fn wait<T>(work: impl Future<Output = T>) -> T {
    static ONE: LazyLock<Mutex<Runtime>> =
        LazyLock::new(|| Mutex::new(tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")));
    ONE.lock().unwrap_or_else(PoisonError::into_inner).block_on(work)
}

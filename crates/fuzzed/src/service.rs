//! Services: a skeleton and an overlay, as an organisation would write them.
use crate::world::{CATALOGUE, folder, root};
use catalogue::{Catalogue, check_services};
use jiff::civil::{Date, date};
use std::{fs, path::PathBuf, sync::LazyLock};
use terms::Calendar;

/// The day on which it is checked.
const TODAY: Date = date(2026, 11, 23);
/// The organisation whose overlay it is.
const CODE: &str = "gm0307";

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = folder("services");
    fs::create_dir_all(folder.join("overlays").join(CODE)).expect("a folder");
    fs::copy(root().join("services/organisaties.toml"), folder.join("organisaties.toml")).expect("the organisations");
    folder
});

/// A skeleton, and behind a NUL an overlay. The check tells each fault with a line that is there; what it finds no fault in, loads.
pub fn service(bytes: &[u8]) {
    let (skeleton, overlay) = split(bytes);
    let file = FOLDER.join("overlays").join(CODE).join("fuzz.toml");
    fs::write(FOLDER.join("fuzz.toml"), skeleton).expect("a skeleton");
    fs::write(file, overlay).expect("an overlay");
    let findings = check_services(&FOLDER, &CATALOGUE, TODAY);
    let lines = |text: &[u8]| text.iter().filter(|b| **b == b'\n').count() + 1;
    let most = lines(skeleton).max(lines(overlay));
    assert!(findings.iter().all(|finding| finding.line <= most));
    let other = |finding: &catalogue::ServiceFinding| finding.what.starts_with("overlay missing");
    // Loading reads all reference data: one in sixteen is enough.
    if findings.iter().all(other) && bytes.len().is_multiple_of(16) {
        let loaded = Catalogue::load(&root().join("reference"), &FOLDER).expect("what has no fault does not load");
        let calendar = Calendar::shipped().expect("the calendar");
        for overlay in loaded.services().iter().filter_map(|s| s.overlay(CODE)) {
            let _ = overlay.overlay.norm.as_ref().map(|norm| norm.end(TODAY, &calendar));
        }
    }
}

fn split(bytes: &[u8]) -> (&[u8], &[u8]) {
    match bytes.iter().position(|b| *b == 0) {
        Some(at) => (&bytes[..at], &bytes[at + 1..]),
        None => (bytes, b""),
    }
}

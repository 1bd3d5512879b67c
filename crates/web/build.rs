//! Says in plain words what is missing when the style sheet and fonts were not made yet.
fn main() {
    let dist = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/dist");
    println!("cargo:rerun-if-changed={}", dist.display());
    assert!(dist.join("app.css").exists(), "assets/dist/app.css is not there; run: make assets");
}

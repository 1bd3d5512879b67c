//! juistedeur
fn main() {}

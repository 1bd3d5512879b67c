//! What the law gives: facts in; an amount, a clear no, or what still decides it out. Exact, and from dated figures with their source.
//!
//! Nothing here reads a clock or a file.

pub mod zorgtoeslag;

//! Ask once: a value that government knows already, with what a person must be told about it.
use crate::Register;
use jiff::Timestamp;

/// A value from a register. It is shown, not asked (Wet BRP 1.8); with `in_onderzoek` the body need not use it (Wet BRP 1.7 lid 2 a).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bekend<T> {
    /// The value.
    pub waarde: T,
    /// Where it comes from.
    pub bron: Register,
    /// When it was asked there.
    pub gevraagd_op: Timestamp,
    /// The register investigates whether it is right.
    pub in_onderzoek: bool,
}

impl<T> Bekend<T> {
    /// The same origin with another value, made of this one.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Bekend<U> {
        let Self { waarde, bron, gevraagd_op, in_onderzoek } = self;
        Bekend { waarde: make(waarde), bron, gevraagd_op, in_onderzoek }
    }
}

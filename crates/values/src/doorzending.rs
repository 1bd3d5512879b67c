//! Sent on from one organisation to another.
use crate::Oin;
use jiff::Timestamp;

/// A zaak or question that was sent on to another organisation (Awb 2:3), with both dates of receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doorzending {
    /// By whom.
    pub van: Oin,
    /// To whom.
    pub naar: Oin,
    /// When the first received it.
    pub ontvangen_op: Timestamp,
    /// When the other received it.
    pub doorgezonden_op: Timestamp,
}

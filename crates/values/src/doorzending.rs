//! Sent on from one organisation to another.
use crate::Oin;
use jiff::Timestamp;
use serde::{Serialize, Serializer};

/// A zaak or question that was sent on to another organisation (Awb 2:3), with both dates of receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Doorzending {
    /// By whom.
    #[serde(serialize_with = "exposed")]
    pub van: Oin,
    /// To whom.
    #[serde(serialize_with = "exposed")]
    pub naar: Oin,
    /// When the first received it.
    pub ontvangen_op: Timestamp,
    /// When the other received it.
    pub doorgezonden_op: Timestamp,
}

/// The number itself: an OIN is public.
fn exposed<S: Serializer>(oin: &Oin, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(oin.expose())
}

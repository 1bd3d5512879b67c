//! Proof of one message: when it was placed, announced and read (Awb 2:25), each with its line in the journal.
use crate::store;
use access::ProofLine;
use access::{DataKey, Op, Protected, Result, proof_lines};
use jiff::Timestamp;

/// The e-mail that told of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kennisgeving {
    /// To whom, so that she recognises it and another learns nothing: `r•••@example.org`.
    pub aan: String,
    /// When it was put in line.
    pub klaargezet_op: Timestamp,
    /// When the mail server took it; none as long as it waits.
    pub verzonden_op: Option<Timestamp>,
    /// When the mail server refused it and it was given up.
    pub geweigerd_op: Option<Timestamp>,
    /// How often it was tried.
    pub pogingen: i64,
}

/// Proof of one message.
#[derive(Debug, Clone)]
pub struct Bewijs {
    /// When it was placed where she can read it.
    pub geplaatst_op: Timestamp,
    /// The e-mail that told of it; none when she left no address.
    pub kennisgeving: Option<Kennisgeving>,
    /// When she first read it.
    pub gelezen_op: Option<Timestamp>,
    /// The lines of the journal of these moments.
    pub regels: Vec<ProofLine>,
}

/// The proof of what was placed about `thing` at a moment and read at another. Errors: `NotFound` for who may not see the thing.
pub async fn prove(
    op: &mut Op<'_>,
    key: &DataKey,
    thing: &impl Protected,
    (geplaatst_op, gelezen_op): (Timestamp, Option<Timestamp>),
) -> Result<Bewijs> {
    let kennisgeving = store::announcement(op, key, thing.id(), geplaatst_op).await?;
    let over = kennisgeving.as_ref().and_then(|k| k.verzonden_op.or(k.geweigerd_op));
    let moments: Vec<_> = [Some(geplaatst_op), over, gelezen_op].into_iter().flatten().collect();
    let regels = proof_lines(op, thing, &moments).await?;
    Ok(Bewijs { geplaatst_op, kennisgeving, gelezen_op, regels })
}

/// The first letter of the name and the host: enough to recognise one's own address.
pub(crate) fn masked(address: &str) -> String {
    let (name, host) = address.rsplit_once('@').unwrap_or((address, ""));
    let first: String = name.chars().take(1).collect();
    format!("{first}•••@{host}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_recognised_by_its_owner_and_told_to_nobody() {
        assert_eq!(masked("j.jansen@voorbeeld.nl"), "j•••@voorbeeld.nl");
        assert_eq!(masked("é@voorbeeld.nl"), "é•••@voorbeeld.nl");
    }
}

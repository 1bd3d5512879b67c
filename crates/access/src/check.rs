//! Does the journal still prove itself? Finds a line that was changed, removed or inserted and, given an exported head, a chain that
//! was signed anew as a whole.
use crate::{KeyRing, Result, journal, keys};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use ring::signature::{ED25519, UnparsedPublicKey};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use store::{Db, Row, Tx, Value};

/// A signed head: the journal up to line `seq` had this hash at this moment. Export it and keep it elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Number of the last line it covers.
    pub seq: i64,
    /// Hash of that line, base64.
    pub hash: String,
    /// When it was signed.
    pub at: Timestamp,
    /// Version of the key that signed.
    pub key_version: i64,
    /// Ed25519 signature over the four above, base64.
    pub signature: String,
}

/// Something that is wrong with the journal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// Numbers are missing: lines were removed.
    #[error("lines {0} to {1} are missing")]
    Missing(i64, i64),
    /// A line is not what was sealed, or one before it is not.
    #[error("line {0} was changed, or a line was put in or taken out before it")]
    Changed(i64),
    /// The content beside a line is not what the line commits to.
    #[error("the content of line {0} was changed")]
    Content(i64),
    /// A head whose signature is not ours.
    #[error("the head of line {0} was not signed by this installation")]
    Signature(i64),
    /// The chain is another than the one this head was made of.
    #[error("line {0} is not the one that the head was made of: the journal was rewritten")]
    Head(i64),
    /// The journal is shorter than a head says it was.
    #[error("the journal ends at line {0}, but a head says that it had {1}")]
    Short(i64, i64),
}

impl Head {
    fn message(seq: i64, hash: &str, at: Timestamp, key_version: i64) -> String {
        format!("juistedeur journal head\n{seq}\n{hash}\n{}\n{key_version}", at.as_microsecond())
    }

    pub(crate) fn sign(ring: &KeyRing, seq: i64, hash: Vec<u8>, at: Timestamp) -> Result<Self> {
        let (hash, key_version) = (STANDARD.encode(hash), ring.newest());
        let signature = ring.signer(key_version)?.sign(Self::message(seq, &hash, at, key_version).as_bytes());
        Ok(Self { seq, hash, at, key_version, signature: STANDARD.encode(signature) })
    }

    fn is_ours(&self, ring: &KeyRing) -> bool {
        let message = Self::message(self.seq, &self.hash, self.at, self.key_version);
        let (Ok(key), Ok(signature)) = (ring.verifier(self.key_version), STANDARD.decode(&self.signature)) else { return false };
        UnparsedPublicKey::new(&ED25519, key).verify(message.as_bytes(), &signature).is_ok()
    }

    pub(crate) async fn insert(&self, tx: &mut Tx<'_>) -> Result<()> {
        let bytes = |text: &str| Value::Bytes(STANDARD.decode(text).unwrap_or_default());
        let values = [self.seq.into(), bytes(&self.hash), self.at.into(), self.key_version.into(), bytes(&self.signature)];
        let sql = "INSERT INTO journal_head (seq, hash, at, key_version, signature) VALUES ($1, $2, $3, $4, $5)";
        tx.exec(sql, &values).await?;
        Ok(())
    }

    fn read(row: &Row<'_>) -> std::result::Result<Self, store::Error> {
        let text = |index| row.get::<Vec<u8>>(index).map(|bytes| STANDARD.encode(bytes));
        Ok(Self { seq: row.get(0)?, hash: text(1)?, at: row.get(2)?, key_version: row.get(3)?, signature: text(4)? })
    }
}

const HEADS: &str = "SELECT seq, hash, at, key_version, signature FROM journal_head";

/// The newest head, to export; none when nothing was sealed yet.
pub async fn newest_head(db: &Db) -> Result<Option<Head>> {
    db.read(|tx| Box::pin(async move { Ok(tx.row(&format!("{HEADS} ORDER BY seq DESC LIMIT 1"), &[], Head::read).await?) })).await
}

/// Reads the whole journal, page by page, and tells all that is wrong; `kept` are heads that were exported earlier.
/// Gives the number of sealed lines beside the findings.
pub async fn check_journal(db: &Db, ring: &Arc<KeyRing>, kept: Vec<Head>) -> Result<(i64, Vec<Finding>)> {
    let ring = ring.clone();
    db.read(move |tx| {
        let (ring, kept) = (ring.clone(), kept.clone());
        Box::pin(async move { check(tx, &ring, kept).await })
    })
    .await
}

const PAGE: i64 = 2000;

async fn check(tx: &mut Tx<'_>, ring: &KeyRing, kept: Vec<Head>) -> Result<(i64, Vec<Finding>)> {
    let mut heads = kept;
    heads.extend(tx.rows(&format!("{HEADS} ORDER BY seq"), &[], Head::read).await?);
    let mut findings: Vec<Finding> = heads.iter().filter(|h| !h.is_ours(ring)).map(|h| Finding::Signature(h.seq)).collect();
    heads.sort_by_key(|h| h.seq);
    let mut heads = heads.into_iter().peekable();
    let (mut seq, mut hash) = (0, Vec::new());
    let sql = format!("SELECT {} FROM journal_line WHERE seq > $1 ORDER BY seq LIMIT $2", journal::COLUMNS);
    loop {
        let page = tx.rows(&sql, &[seq.into(), PAGE.into()], journal::line).await?;
        let Some(last) = page.last().and_then(|l| l.seq) else { break };
        for line in &page {
            let number = line.seq.unwrap_or_default();
            if number != seq + 1 {
                findings.push(Finding::Missing(seq + 1, number - 1));
            }
            let stored = line.hash.clone().unwrap_or_default();
            if line.chained(number, &hash) != stored {
                findings.push(Finding::Changed(number));
            }
            (seq, hash) = (number, stored); // go on from what stands there, so that each fault is told once
            while let Some(head) = heads.next_if(|h| h.seq <= number) {
                if head.seq < number || head.hash != STANDARD.encode(&hash) {
                    findings.push(Finding::Head(head.seq));
                }
            }
        }
        check_contents(tx, ring, &page, &mut findings).await?;
        seq = last;
    }
    findings.extend(heads.map(|head| Finding::Short(seq, head.seq)));
    Ok((seq, findings))
}

/// Content whose key still exists must be what its line commits to.
async fn check_contents(tx: &mut Tx<'_>, ring: &KeyRing, page: &[journal::Line], findings: &mut Vec<Finding>) -> Result<()> {
    let sql = "SELECT k.id, k.master, k.wrapped, c.sealed FROM journal_content c JOIN data_key k ON k.id = c.data_key WHERE c.line = $1";
    for line in page.iter().filter(|l| !l.commitment.is_empty()) {
        let read = |r: &Row<'_>| Ok((r.get::<uuid::Uuid>(0)?, r.get::<i64>(1)?, r.get::<Vec<u8>>(2)?, r.get::<Vec<u8>>(3)?));
        let Some((id, master, wrapped, sealed)) = tx.row(sql, &[line.id.into()], read).await? else { continue };
        let opened = ring
            .wrapping(master, id.as_bytes())
            .and_then(|wrapping| keys::open(&wrapping, b"data-key", &wrapped))
            .and_then(|key| key.try_into().map_err(|_| keys::KeyFault::Broken))
            .and_then(|key: [u8; 32]| keys::open(&key, journal::place(line.id).as_bytes(), &sealed));
        let holds = opened.is_ok_and(|plain| {
            plain.split_at_checked(16).is_some_and(|(salt, content)| journal::commitment(salt, content) == line.commitment)
        });
        if !holds {
            findings.push(Finding::Content(line.seq.unwrap_or_default()));
        }
    }
    Ok(())
}

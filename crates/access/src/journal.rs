//! The journal's lines: who, for whom, which organisation, why, what, when; never content.
use crate::{Actor, DataKey, Op, Party, Result};
use jiff::Timestamp;
use ring::digest::{Context as Digest, SHA256};
use store::{Row, Value};
use uuid::Uuid;
use values::Oin;

/// Something that happened, or a look at personal data.
#[derive(Debug, Clone)]
pub struct Event {
    /// What: `zaak-ontvangen`, `zaak-gelezen`.
    pub action: &'static str,
    /// To what kind of thing: `zaak`, `vraag`.
    pub subject_kind: &'static str,
    /// To which.
    pub subject: Uuid,
    /// Personal content that belongs to the line, with the key under which it is sealed.
    pub content: Option<(DataKey, serde_json::Value)>,
    /// The organisation in whose part of the journal it stands; that of the operation unless said otherwise.
    pub organisation: Option<Oin>,
    /// About whom it is: `Protected::party` of the thing. The party for whom the actor acts unless said otherwise.
    pub party: Option<Vec<u8>>,
    /// The part of this program that did it by itself, while somebody else acted.
    pub machine: Option<&'static str>,
}

impl Event {
    /// An event without content.
    pub fn of(action: &'static str, subject_kind: &'static str, subject: Uuid) -> Self {
        Self { action, subject_kind, subject, content: None, organisation: None, party: None, machine: None }
    }

    /// The same with personal content, sealed under `key`.
    pub fn with(mut self, key: &DataKey, content: serde_json::Value) -> Self {
        self.content = Some((key.clone(), content));
        self
    }

    /// The same about the party whose the thing is, so that she can see who looked.
    pub fn about(mut self, party: Option<&[u8]>) -> Self {
        self.party = party.map(<[u8]>::to_vec);
        self
    }

    /// The same in the part of another organisation: a hand-over stands in the journal on both sides.
    pub fn at(mut self, organisation: &Oin) -> Self {
        self.organisation = Some(organisation.clone());
        self
    }

    /// The same, done by this part of the program and not by who acts: she set off what she did not do herself.
    pub fn by_machine(mut self, name: &'static str) -> Self {
        self.machine = Some(name);
        self
    }
}

/// What is written down of who decides on a zaak.
pub const BESLOTEN: &str = "zaak-besloten";

/// Did who acts do this to this thing, for the organisation of the operation? By the journal, that no work undoes.
pub(crate) async fn did(op: &mut Op<'_>, action: &str, subject: Uuid) -> Result<bool> {
    let (context, sql) = (
        op.context(),
        "SELECT id FROM journal_line WHERE subject = $1 AND action = $2 AND actor = $3 AND organisation = $4 LIMIT 1",
    );
    let actor = context.actor.in_journal(op.keys(), &context.organisation)?;
    let values: [Value; 4] = [subject.into(), action.into(), actor.into(), context.organisation.expose().into()];
    Ok(!op.rows(sql, &values, |r| r.get::<Uuid>(0)).await?.is_empty())
}

/// A line as it stands in the table; what its hash covers.
pub(crate) struct Line {
    pub id: Uuid,
    pub at: Timestamp,
    /// organisation, actor, on_behalf_of, purpose, basis, action, subject_kind, trace
    pub words: [String; 8],
    pub subject: Uuid,
    pub commitment: Vec<u8>,
    pub seq: Option<i64>,
    pub hash: Option<Vec<u8>>,
    pub data_subject: Option<Uuid>,
}

pub(crate) const COLUMNS: &str = "id, at, organisation, actor, on_behalf_of, purpose, basis, action, subject_kind, trace, \
     subject, commitment, seq, hash, data_subject";

pub(crate) fn line(row: &Row<'_>) -> std::result::Result<Line, store::Error> {
    let word = |index| row.get::<String>(index);
    let words = [word(2)?, word(3)?, word(4)?, word(5)?, word(6)?, word(7)?, word(8)?, word(9)?];
    Ok(Line {
        id: row.get(0)?,
        at: row.get(1)?,
        words,
        subject: row.get(10)?,
        commitment: row.get(11)?,
        seq: row.get(12)?,
        hash: row.get(13)?,
        data_subject: row.get(14)?,
    })
}

impl Line {
    /// The hash of this line as number `seq` after a line with hash `previous`: every column is in it, each with its length.
    pub(crate) fn chained(&self, seq: i64, previous: &[u8]) -> Vec<u8> {
        let mut digest = Digest::new(&SHA256);
        let mut part = |bytes: &[u8]| {
            digest.update(&(bytes.len() as u64).to_be_bytes());
            digest.update(bytes);
        };
        part(previous);
        part(&seq.to_be_bytes());
        part(self.id.as_bytes());
        part(&self.at.as_microsecond().to_be_bytes());
        self.words.iter().for_each(|word| part(word.as_bytes()));
        part(self.subject.as_bytes());
        part(&self.commitment);
        if let Some(data_subject) = &self.data_subject {
            part(data_subject.as_bytes());
        }
        digest.finish().as_ref().to_vec()
    }
}

/// The commitment to content: nobody can guess the content from it without the salt, which is sealed with the content.
pub(crate) fn commitment(salt: &[u8], content: &[u8]) -> Vec<u8> {
    let mut digest = Digest::new(&SHA256);
    digest.update(salt);
    digest.update(content);
    digest.finish().as_ref().to_vec()
}

/// The place to which a line's content is bound.
pub(crate) fn place(line: Uuid) -> String {
    format!("journal_content {line}")
}

pub(crate) async fn record(op: &mut Op<'_>, event: Event) -> Result<()> {
    let id = Uuid::now_v7();
    let commitment = match &event.content {
        None => Vec::new(),
        Some((key, content)) => {
            let salt: [u8; 16] = op.keys().random();
            let content = content.to_string();
            let sealed = key.seal(op, &place(id), &[&salt[..], content.as_bytes()].concat())?;
            let values: [Value; 3] = [id.into(), key.id().into(), sealed.into()];
            op.exec("INSERT INTO journal_content (line, data_key, sealed) VALUES ($1, $2, $3)", &values).await?;
            commitment(&salt, content.as_bytes())
        }
    };
    let context = op.context();
    let organisation = event.organisation.as_ref().unwrap_or(&context.organisation);
    let data_subject = match &event.party {
        Some(hash) => Party::id_of(hash),
        None => context.actor.concerns().map(|party| party.id(op.keys(), organisation)).transpose()?,
    };
    let machine = event.machine.map(Actor::machine);
    let actor = machine.as_ref().unwrap_or(&context.actor);
    let values: [Value; 13] = [
        id.into(),
        op.now().into(),
        organisation.expose().into(),
        actor.in_journal(op.keys(), organisation)?.into(),
        actor.represented_in_journal(op.keys(), organisation)?.into(),
        context.purpose.name.as_str().into(),
        context.purpose.basis.as_str().into(),
        event.action.into(),
        event.subject_kind.into(),
        context.trace.as_str().into(),
        event.subject.into(),
        commitment.into(),
        data_subject.into(),
    ];
    let sql = "INSERT INTO journal_line (id, at, organisation, actor, on_behalf_of, purpose, basis, action, subject_kind, trace, \
               subject, commitment, data_subject) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    op.exec(sql, &values).await.map(drop)
}

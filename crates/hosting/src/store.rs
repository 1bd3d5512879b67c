//! SQL of this context, and nothing else. No statement changes or removes a version or a decision.
use crate::{
    Colleague, Content, Decision, Outcome, Standing, Subject, Version,
    seal::{Kept, broken},
};
use access::{Error, Op, Result};
use jiff::Timestamp;
use store::{Row, Value};
use uuid::Uuid;
use values::{Id, Oin};

type Read<T> = std::result::Result<T, store::Error>;

const VERSION: &str = "v.id, v.organisatie, v.kind, v.name, v.content, v.basis, v.why, v.proposed_by, v.proposed_name, v.proposed_at, v.seal, \
                       d.outcome, d.decided_by, d.decided_name, d.decided_at, d.reason, d.seal";
const FROM: &str = "hosting_version v LEFT JOIN hosting_decision d ON d.version = v.id";

/// A row with its seals, not checked yet.
pub(crate) struct Found {
    pub id: Uuid,
    pub organisatie: String,
    pub kind: String,
    pub name: String,
    pub content: String,
    pub basis: Option<Uuid>,
    pub why: String,
    pub by: Colleague,
    pub at: Timestamp,
    pub seal: Vec<u8>,
    pub decision: Option<(Decision, Vec<u8>)>,
}

fn read(r: &Row<'_>) -> Read<Found> {
    let decision = match r.get::<Option<String>>(11)? {
        None => None,
        Some(word) => {
            let outcome = Outcome::of_word(&word).ok_or_else(|| store::Error::Internal("unknown outcome".into()))?;
            let by = Colleague { reference: r.get(12)?, name: r.get(13)? };
            Some((Decision { outcome, by, at: r.get(14)?, reason: r.get(15)? }, r.get(16)?))
        }
    };
    Ok(Found {
        id: r.get(0)?,
        organisatie: r.get(1)?,
        kind: r.get(2)?,
        name: r.get(3)?,
        content: r.get(4)?,
        basis: r.get(5)?,
        why: r.get(6)?,
        by: Colleague { reference: r.get(7)?, name: r.get(8)? },
        at: r.get(9)?,
        seal: r.get(10)?,
        decision,
    })
}

impl Found {
    /// The version, when its seals say that nobody changed it.
    pub fn checked(self, op: &Op<'_>) -> Result<Version> {
        if Kept::version(&self).seal(op.keys())? != self.seal {
            return broken("a version was changed outside the program");
        }
        let decision = match self.decision {
            Some((decision, seal)) if Kept::decision(self.id, &decision).seal(op.keys())? == seal => Some(decision),
            Some(_) => return broken("a decision was changed outside the program"),
            None => None,
        };
        let subject = Subject::of_row(&self.kind, self.name).ok_or_else(|| Error::Internal("unknown subject".into()))?;
        let content =
            Content::of_text(&subject, &self.content).ok_or_else(|| Error::Internal("a version can't be read".into()))?;
        let organisatie = Oin::parse(&self.organisatie).map_err(|_| Error::Internal("a version without OIN".into()))?;
        let (basis, why) = (self.basis.map(Id::from), self.why);
        Ok(Version { id: Id::from(self.id), organisatie, subject, content, basis, why, by: self.by, at: self.at, decision })
    }
}

pub(crate) async fn version(op: &mut Op<'_>, id: Id<Version>) -> Result<Version> {
    let sql = format!("SELECT {VERSION} FROM {FROM} WHERE v.id = $1");
    op.one(&sql, &[id.uuid().into()], read).await?.checked(op)
}

/// All versions about one thing, the newest first, one hundred at most.
pub(crate) async fn versions(op: &mut Op<'_>, subject: &Subject) -> Result<Vec<Version>> {
    let (kind, name) = subject.in_row();
    let values: [Value; 3] = [op.context().organisation.expose().into(), kind.into(), name.into()];
    let sql = format!(
        "SELECT {VERSION} FROM {FROM} WHERE v.organisatie = $1 AND v.kind = $2 AND v.name = $3 ORDER BY v.id DESC LIMIT 100"
    );
    op.rows(&sql, &values, read).await?.into_iter().map(|found| found.checked(op)).collect()
}

/// Where each thing of the organisation of the operation stands.
pub(crate) async fn standings(op: &mut Op<'_>) -> Result<Vec<Standing>> {
    let sql = format!(
        "SELECT {VERSION} FROM {FROM} JOIN hosting_subject s ON v.id = s.current OR v.id = s.proposal WHERE s.organisatie = $1 ORDER BY v.id"
    );
    let mut all: Vec<Standing> = Vec::new();
    for found in op.rows(&sql, &[op.context().organisation.expose().into()], read).await? {
        let version = found.checked(op)?;
        let at = all.iter().position(|standing| standing.subject == version.subject).unwrap_or_else(|| {
            all.push(Standing { subject: version.subject.clone(), current: None, proposal: None });
            all.len() - 1
        });
        if version.decision.is_some() {
            all[at].current = Some(version);
        } else {
            all[at].proposal = Some(version);
        }
    }
    Ok(all)
}

/// What is in force about one thing of an organisation; none when nothing was published here.
pub(crate) async fn current(op: &mut Op<'_>, organisatie: &Oin, subject: &Subject) -> Result<Option<Version>> {
    let (kind, name) = subject.in_row();
    let sql = format!(
        "SELECT {VERSION} FROM {FROM} JOIN hosting_subject s ON s.current = v.id \
         WHERE s.organisatie = $1 AND s.kind = $2 AND s.name = $3"
    );
    let found = op.rows(&sql, &[organisatie.expose().into(), kind.into(), name.into()], read).await?.pop();
    found.map(|found| found.checked(op)).transpose()
}

/// What is in force of services and organisations, of all organisations, as it stands: whose seals are broken is for the caller.
pub(crate) async fn in_force(op: &mut Op<'_>) -> Result<Vec<Found>> {
    let sql =
        format!("SELECT {VERSION} FROM {FROM} JOIN hosting_subject s ON s.current = v.id WHERE s.kind <> 'worker' ORDER BY v.id");
    op.rows(&sql, &[], read).await
}

/// How often something was decided: it only grows.
pub(crate) async fn decisions(op: &mut Op<'_>) -> Result<u64> {
    let count = op.one("SELECT COUNT(*) FROM hosting_decision", &[], |r| r.get::<i64>(0)).await?;
    Ok(count.unsigned_abs())
}

pub(crate) async fn insert(op: &mut Op<'_>, version: &Version) -> Result<()> {
    let (kind, name) = version.subject.in_row();
    let found = Found {
        id: version.id.uuid(),
        organisatie: version.organisatie.expose().to_owned(),
        kind: kind.to_owned(),
        name: name.to_owned(),
        content: version.content.text()?,
        basis: version.basis.map(Id::uuid),
        why: version.why.clone(),
        by: version.by.clone(),
        at: version.at,
        seal: vec![],
        decision: None,
    };
    let values: [Value; 11] = [
        found.id.into(),
        found.organisatie.as_str().into(),
        kind.into(),
        name.into(),
        found.content.as_str().into(),
        found.basis.into(),
        found.why.as_str().into(),
        found.by.reference.as_str().into(),
        found.by.name.as_str().into(),
        found.at.into(),
        Kept::version(&found).seal(op.keys())?.into(),
    ];
    let sql = "INSERT INTO hosting_version (id, organisatie, kind, name, content, basis, why, proposed_by, proposed_name, proposed_at, seal) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    op.exec(sql, &values).await.map(drop)
}

/// Errors: `Conflict` when it was decided already.
pub(crate) async fn decide(op: &mut Op<'_>, version: Id<Version>, decision: &Decision) -> Result<()> {
    let values: [Value; 7] = [
        version.uuid().into(),
        decision.outcome.word().into(),
        decision.by.reference.as_str().into(),
        decision.by.name.as_str().into(),
        decision.at.into(),
        decision.reason.as_str().into(),
        Kept::decision(version.uuid(), decision).seal(op.keys())?.into(),
    ];
    let sql = "INSERT INTO hosting_decision (version, outcome, decided_by, decided_name, decided_at, reason, seal) \
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (version) DO NOTHING";
    one_row(op.exec(sql, &values).await?)
}

/// The place of a thing, the first time that something is proposed about it.
pub(crate) async fn begin(op: &mut Op<'_>, subject: &Subject) -> Result<()> {
    let (kind, name) = subject.in_row();
    let values: [Value; 3] = [op.context().organisation.expose().into(), kind.into(), name.into()];
    let sql = "INSERT INTO hosting_subject (organisatie, kind, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    op.exec(sql, &values).await.map(drop)
}

/// The version waits. Errors: `Conflict` when another does, or when its basis is not in force any more.
pub(crate) async fn wait(op: &mut Op<'_>, version: &Version) -> Result<()> {
    let set = "proposal = $4";
    let when = "proposal IS NULL AND current IS NOT DISTINCT FROM $5";
    move_on(op, version, (set, when), &[version.id.uuid().into(), version.basis.map(Id::uuid).into()]).await
}

/// The version that waits is in force. Errors: `Conflict` when its basis is not in force any more.
pub(crate) async fn put_in_force(op: &mut Op<'_>, version: &Version) -> Result<()> {
    let set = "current = $4, proposal = NULL";
    let when = "proposal = $4 AND current IS NOT DISTINCT FROM $5";
    move_on(op, version, (set, when), &[version.id.uuid().into(), version.basis.map(Id::uuid).into()]).await
}

/// The version is in force whatever waits; that then has a basis that is not in force any more.
pub(crate) async fn put_before_all(op: &mut Op<'_>, version: &Version) -> Result<()> {
    let when = "current IS NOT DISTINCT FROM $5";
    move_on(op, version, ("current = $4", when), &[version.id.uuid().into(), version.basis.map(Id::uuid).into()]).await
}

/// It waits no longer.
pub(crate) async fn wait_no_longer(op: &mut Op<'_>, version: &Version) -> Result<()> {
    move_on(op, version, ("proposal = NULL", "proposal = $4"), &[version.id.uuid().into()]).await
}

async fn move_on(op: &mut Op<'_>, version: &Version, (set, when): (&str, &str), more: &[Value]) -> Result<()> {
    let (kind, name) = version.subject.in_row();
    let mut values: Vec<Value> = vec![version.organisatie.expose().into(), kind.into(), name.into()];
    values.extend_from_slice(more);
    let sql = format!("UPDATE hosting_subject SET {set} WHERE organisatie = $1 AND kind = $2 AND name = $3 AND {when}");
    one_row(op.exec(&sql, &values).await?)
}

fn one_row(rows: u64) -> Result<()> {
    if rows == 1 { Ok(()) } else { Err(Error::Conflict("version")) }
}

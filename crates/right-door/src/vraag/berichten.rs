//! The message box: what organisations placed for a person or company in her questions, put together live; and the proof of each (Awb 2:25).
use super::{PAGE, Soort, Vraag, store};
use access::{DataKey, Error, Event, Lists, Op, Protected, Result, page, shown};
use jiff::Timestamp;
use letters::Bewijs;
use uuid::Uuid;
use values::{Id, Oin};

/// One thing that was placed for her; nothing of its text.
#[derive(Debug, Clone)]
pub struct BerichtLine {
    /// Its id: that of the message, or that of the question for its receipt.
    pub id: Uuid,
    /// When it was placed.
    pub op: Timestamp,
    /// When she first read it; a receipt is shown when it is made.
    pub gelezen_op: Option<Timestamp>,
    /// It is the receipt of the question, no message.
    pub ontvangstbewijs: bool,
    /// The question it is about.
    pub vraag: Id<Vraag>,
    /// The organisation that has the question now.
    pub organisatie: Oin,
    /// The number of the question.
    pub nummer: String,
    /// What kind of question.
    pub soort: Soort,
    /// The product it is about.
    pub product: Option<String>,
}

/// What was placed for the party of the actor at these organisations before a moment and id, the newest first; the second is `true` when there
/// is more than a page. Who acts for one branch sees those of that branch. Each organisation of which something is shown gets a line in its part of the journal. Errors: `NotFound` for who did
/// not sign in, or acts for another person.
pub async fn berichten(
    op: &mut Op<'_>,
    organisations: &[Oin],
    before: Option<(Timestamp, Uuid)>,
) -> Result<(Vec<BerichtLine>, bool)> {
    let lists = Lists::own(op, organisations)?;
    let (lines, more) = page(store::berichten::lines(op, &lists, before, PAGE + 1).await?, PAGE);
    shown(op, &lists.party, "berichten-bekeken", lines.iter().map(|line| &line.organisatie)).await?;
    Ok((lines, more))
}

/// How many messages in questions of the party of the actor she has not read yet. Errors: as `berichten`.
pub async fn unread(op: &mut Op<'_>, organisations: &[Oin]) -> Result<i64> {
    let lists = Lists::own(op, organisations)?;
    store::berichten::unread(op, &lists).await
}

/// The question in which the message with this id was placed, or of which it is the receipt; nothing personal.
pub async fn vraag_of_bericht(op: &mut Op<'_>, id: Uuid) -> Result<Id<Vraag>> {
    store::berichten::line(op, id).await.map(|line| line.vraag)
}

/// The proof of one of them, for the party whose it is: when it was placed, announced and read. Writes a line in the journal. Errors: `NotFound`
/// for another, and for what was destroyed.
pub async fn bewijs(op: &mut Op<'_>, id: Uuid) -> Result<(BerichtLine, Bewijs)> {
    op.context().actor.own_party().ok_or(Error::NotFound)?;
    let line = store::berichten::line(op, id).await?;
    let vraag = store::vraag(op, line.vraag).await?;
    let key = DataKey::find(op, vraag.data_key).await?;
    // Whether she may see it is decided with the lines of the journal (`access::proof_lines`).
    let proof = letters::prove(op, &key, &vraag, (line.op, line.gelezen_op)).await?;
    op.record(Event::of("bewijs-gegeven", "vraag", vraag.id.uuid()).at(&vraag.organisatie).about(vraag.party())).await?;
    Ok((line, proof))
}

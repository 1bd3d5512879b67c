//! The message box: what organisations placed for a person or company in her zaken, put together live; and the proof of each (Awb 2:25).
use crate::{PAGE, Zaak, store};
use access::{DataKey, Error, Event, Lists, Op, Protected, Result, page, shown};
use jiff::Timestamp;
use letters::Bewijs;
use uuid::Uuid;
use values::{Id, Oin};

/// What a message of the organisation is about, where that is more than a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onderwerp {
    /// There is a decision.
    Besluit,
    /// She is asked for a supplement.
    Aanvulling,
    /// That is not needed after all.
    AanvullingIngetrokken,
    /// Her zaak was sent on.
    Doorgezonden,
}

impl Onderwerp {
    const ALL: [Self; 4] = [Self::Besluit, Self::Aanvulling, Self::AanvullingIngetrokken, Self::Doorgezonden];

    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Besluit => "besluit",
            Self::Aanvulling => "aanvulling",
            Self::AanvullingIngetrokken => "aanvulling-ingetrokken",
            Self::Doorgezonden => "doorgezonden",
        }
    }

    /// What this word stands for; a word of a later release is a message like any other.
    pub(crate) fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// One thing that was placed for her; nothing of its text.
#[derive(Debug, Clone)]
pub struct BerichtLine {
    /// Its id: that of the message, or that of the zaak for its receipt.
    pub id: Uuid,
    /// When it was placed.
    pub op: Timestamp,
    /// When she first read it; a receipt is shown when it is made.
    pub gelezen_op: Option<Timestamp>,
    /// It is the receipt of the zaak, no message.
    pub ontvangstbewijs: bool,
    /// What the message is about, where that is more than a message.
    pub onderwerp: Option<Onderwerp>,
    /// The zaak it is about.
    pub zaak: Id<Zaak>,
    /// The organisation that placed it, also when the zaak was sent on since.
    pub organisatie: Oin,
    /// The number of the zaak.
    pub identificatie: String,
    /// What kind of zaak it is.
    pub omschrijving: String,
    /// The name of its service.
    pub service: String,
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

/// How many messages in zaken of the party of the actor she has not read yet. Errors: as `berichten`.
pub async fn unread(op: &mut Op<'_>, organisations: &[Oin]) -> Result<i64> {
    let lists = Lists::own(op, organisations)?;
    store::berichten::unread(op, &lists).await
}

/// The zaak in which this message was placed, or of which it is the receipt; nothing personal. Errors: `NotFound` for another id.
pub async fn zaak_of_bericht(op: &mut Op<'_>, id: Uuid) -> Result<Id<Zaak>> {
    store::berichten::line(op, id).await.map(|line| line.zaak)
}

/// The proof of one of them, for the party whose it is: when it was placed, announced and read. Writes a line in the journal. Errors: `NotFound`
/// for another, and for what was destroyed.
pub async fn bewijs(op: &mut Op<'_>, id: Uuid) -> Result<(BerichtLine, Bewijs)> {
    op.context().actor.own_party().ok_or(Error::NotFound)?;
    let line = store::berichten::line(op, id).await?;
    let zaak = store::zaak(op, line.zaak).await?;
    let key = DataKey::find(op, zaak.data_key).await?;
    // Whether she may see it is decided with the lines of the journal (`access::proof_lines`).
    let proof = letters::prove(op, &key, &zaak, (line.op, line.gelezen_op)).await?;
    op.record(Event::of("bewijs-gegeven", "zaak", zaak.id.uuid()).at(&zaak.organisatie).about(zaak.party())).await?;
    Ok((line, proof))
}

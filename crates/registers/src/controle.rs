//! Check later: a register was away, the person typed it herself, and it is compared as soon as the register is back.
mod recheck;
mod store;
mod vraag;

pub use recheck::recheck_once;
pub use vraag::{Controlevraag, Getypt, GetyptBedrijf, GetyptGezin};

use crate::{Doel, Register};
use access::{DataKey, Error, Event, Op, Result};
use jiff::Timestamp;
use uuid::Uuid;
use values::{Bsn, Id, Oin};

/// How what a person typed compares with what the register says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uitkomst {
    /// Not asked yet: the register was away.
    Open,
    /// It is what the register says.
    Klopt,
    /// Something is not what the register says, or the register says nothing of it: somebody must look.
    Verschilt,
    /// The register knows of none.
    NietGevonden,
}

impl Uitkomst {
    const ALL: [Self; 4] = [Self::Open, Self::Klopt, Self::Verschilt, Self::NietGevonden];

    /// `open`, `klopt`, `verschilt`, `niet-gevonden`
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Klopt => "klopt",
            Self::Verschilt => "verschilt",
            Self::NietGevonden => "niet-gevonden",
        }
    }

    /// What the journal says when it is known.
    fn event(self) -> &'static str {
        match self {
            Self::Open => "controle-open",
            Self::Klopt => "controle-klopt",
            Self::Verschilt => "controle-verschilt",
            Self::NietGevonden => "controle-niet-gevonden",
        }
    }
}

/// A question that is asked later, without what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Controle {
    /// Its id.
    pub id: Id<Controle>,
    /// The organisation that asks.
    pub organisatie: Oin,
    /// The zaak that it is about.
    pub zaak: Uuid,
    /// Which register is asked.
    pub register: Register,
    /// The name of the purpose.
    pub doel: String,
    /// Since when it waits.
    pub gemaakt_op: Timestamp,
    /// What came out.
    pub uitkomst: Uitkomst,
}

/// An answer came: `settle` it, in the transaction in which the zaak is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gecontroleerd {
    /// Which.
    pub controle: Controle,
    /// What differs, in words of ours: `achternaam`, `geboortedatum`, `adres`, `naam`, `rechtsvorm`, `vestiging`, `houderschap`,
    /// `gezin`, `partner`; and why she could not have begun it: `overlijden`, `emigratie`, `curatele`, `leeftijd`.
    pub verschillen: Vec<&'static str>,
    /// What else the register says that must not be missed: `geheimhouding`, and `onderzoek` of what was compared.
    pub bijzonder: Vec<&'static str>,
    /// Whom of her gezin she named.
    pub genoemd: Vec<Bsn>,
}

/// Puts a question in line for when its register is back, sealed under `key` (that of the zaak), in the transaction of the zaak.
/// Errors: `Internal` when `doel` may not ask it.
pub async fn later(op: &mut Op<'_>, key: &DataKey, doel: &Doel, zaak: Uuid, vraag: &Controlevraag) -> Result<Id<Controle>> {
    if !doel.may(vraag.register(), vraag.field()) {
        return Err(Error::Internal("a purpose asks what its policy does not allow".into()));
    }
    let controle = Controle {
        id: Id::new(),
        organisatie: op.context().organisation.clone(),
        zaak,
        register: vraag.register(),
        doel: doel.purpose().name.clone(),
        gemaakt_op: op.now(),
        uitkomst: Uitkomst::Open,
    };
    store::insert(op, key, &controle, vraag).await?;
    op.record(Event::of("controle-uitgesteld", "zaak", zaak)).await?;
    Ok(controle.id)
}

/// The questions of a zaak of this organisation, the oldest first: which are still open and what came out of the others. Whoever calls
/// this has looked whether the actor may see the zaak.
pub async fn of_zaak(op: &mut Op<'_>, zaak: Uuid) -> Result<Vec<Controle>> {
    store::of_zaak(op, zaak).await
}

/// Keeps what came out and forgets what was typed. Tells whether that was news: then, and only then, the zaak is to be told.
/// Errors: `NotFound` in the name of another organisation.
pub async fn settle(op: &mut Op<'_>, known: &Gecontroleerd) -> Result<bool> {
    if op.context().organisation != known.controle.organisatie {
        return Err(Error::NotFound);
    }
    let news = store::settle(op, known.controle.id, known.controle.uitkomst).await?;
    if news {
        op.record(Event::of(known.controle.uitkomst.event(), "zaak", known.controle.zaak)).await?;
    }
    Ok(news)
}

/// The zaak went to another organisation: what is still to be asked is asked for that one, and it sees what came out of the rest.
pub async fn sent_on(op: &mut Op<'_>, zaak: Uuid, to: &Oin) -> Result<()> {
    store::sent_on(op, zaak, to).await
}

/// Takes away all questions about a zaak that was destroyed, asked or not.
pub async fn forget(op: &mut Op<'_>, zaak: Uuid) -> Result<()> {
    store::forget(op, zaak).await
}

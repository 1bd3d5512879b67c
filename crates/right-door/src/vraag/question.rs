//! A question and its thread.
use access::{Actor, Error, FollowCode, Party, Protected, Refusal, Result};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use terms::{Calendar, CorrectieRegime};
use uuid::Uuid;
use values::{Doorzending, Id, Language, Oin, Vestigingsnummer};

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// The organisation must answer.
    Open,
    /// The organisation answered; the person may go on.
    Beantwoord,
    /// It is over.
    Gesloten,
}

impl Stand {
    pub(crate) const ALL: [Self; 3] = [Self::Open, Self::Beantwoord, Self::Gesloten];

    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Beantwoord => "beantwoord",
            Self::Gesloten => "gesloten",
        }
    }
}

/// What kind of question it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Soort {
    /// A question in one's own words.
    Vraag,
    /// A request to correct what a register holds: the law sets the day by which must be decided.
    Correctie(Onderwerp),
}

/// Which value of which register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onderwerp {
    /// `brp`
    pub register: String,
    /// The value, by the name under which we show it: `naam`.
    pub veld: String,
}

impl Soort {
    /// The word that is stored.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Vraag => "vraag",
            Self::Correctie(_) => "correctie",
        }
    }

    /// `brp/naam`
    pub(crate) fn onderwerp(&self) -> Option<String> {
        match self {
            Self::Vraag => None,
            Self::Correctie(Onderwerp { register, veld }) => Some(format!("{register}/{veld}")),
        }
    }

    /// The kind of these words; `None` for words that are not ours.
    pub(crate) fn of_row(word: &str, onderwerp: Option<&str>) -> Option<Self> {
        match (word, onderwerp.and_then(|text| text.split_once('/'))) {
            ("vraag", None) => Some(Self::Vraag),
            ("correctie", Some((register, veld))) => {
                Some(Self::Correctie(Onderwerp { register: register.to_owned(), veld: veld.to_owned() }))
            }
            _ => None,
        }
    }

    /// The last day the law gives for what was received on this day; `None` when it gives none.
    pub(crate) fn last_day(&self, received: Date, calendar: &Calendar) -> Result<Option<Date>> {
        let Self::Correctie(Onderwerp { register, .. }) = self else { return Ok(None) };
        let broken = |why: String| Error::Internal(format!("the term for a correction of {register}: {why}"));
        let regime = CorrectieRegime::of(register, received).ok_or_else(|| broken("unknown".into()))?;
        Ok(Some(regime.last_day(received, calendar).map_err(|e| broken(e.to_string()))?.date))
    }
}

/// A question with an owner.
#[derive(Debug, Clone)]
pub struct Vraag {
    /// Its id.
    pub id: Id<Vraag>,
    /// The organisation that answers.
    pub organisatie: Oin,
    /// The number on the receipt; no credential.
    pub nummer: String,
    /// When it was first received, by whichever organisation.
    pub eerst_ontvangen_op: Timestamp,
    /// The day before which the norm promises an answer.
    pub antwoord_voor: Date,
    /// The last day the law gives; `None` when the law gives none.
    pub uiterlijk_op: Option<Date>,
    /// What kind of question.
    pub soort: Soort,
    /// Where it stands.
    pub stand: Stand,
    /// The product it is about, when it was asked on the page of one.
    pub product: Option<String>,
    /// The language of the person.
    pub taal: Language,
    /// Whose it is: `Party::hash` at the organisation. `None` when it was asked without signing in.
    pub party: Option<Vec<u8>>,
    /// Of which branch of a company it is: `access::Protected::vestiging`.
    pub vestiging: Option<Vec<u8>>,
    pub(crate) data_key: Uuid,
}

impl Protected for Vraag {
    fn id(&self) -> Uuid {
        self.id.uuid()
    }
    fn organisation(&self) -> &Oin {
        &self.organisatie
    }
    fn party(&self) -> Option<&[u8]> {
        self.party.as_deref()
    }
    fn vestiging(&self) -> Option<&[u8]> {
        self.vestiging.as_deref()
    }
}

impl Vraag {
    /// The date that bites: that of the norm or that of the law, whichever comes first.
    pub fn bites(&self) -> Date {
        self.uiterlijk_op.map_or(self.antwoord_voor, |last| last.min(self.antwoord_voor))
    }

    pub(crate) fn still_open(&self) -> Result<()> {
        if self.stand == Stand::Gesloten { Err(Error::Refused(Refusal("refused-vraag-closed"))) } else { Ok(()) }
    }
}

/// Who asks, and the code she got: sealed.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Steller {
    pub email: Option<String>,
    pub code: [u8; 16],
    /// Kind and number of the party, when somebody signed in: another organisation to which it is sent on knows her by another hash.
    #[serde(default)]
    pub partij: Option<(String, String)>,
    /// The number of the branch for which somebody signed in.
    #[serde(default)]
    pub vestigingsnummer: Option<String>,
    /// Her name, where a register gave it.
    #[serde(default)]
    pub naam: Option<String>,
}

impl Steller {
    /// It is hers who acts: of her party, or of the branch for which she acts.
    pub fn of(&mut self, actor: &Actor) {
        self.partij = actor.own_party().map(|party| (party.kind().to_owned(), party.number().to_owned()));
        self.vestigingsnummer = actor.vestiging().map(|of| of.expose().to_owned());
    }

    pub fn party(&self) -> Option<Party> {
        self.partij.as_ref().and_then(|(kind, number)| Party::of_number(kind, number))
    }

    pub fn vestiging(&self) -> Option<Vestigingsnummer> {
        Vestigingsnummer::parse(self.vestigingsnummer.as_deref()?).ok()
    }
}

/// One message of the thread.
#[derive(Clone)]
pub struct VraagBericht {
    /// Written by the organisation, not by the person.
    pub van_organisatie: bool,
    /// When.
    pub op: Timestamp,
    /// What.
    pub tekst: String,
    /// When the other side first read it.
    pub gelezen_op: Option<Timestamp>,
}

/// A question with all that belongs to it, opened.
pub struct VraagView {
    /// The question.
    pub vraag: Vraag,
    /// The thread, oldest first.
    pub berichten: Vec<VraagBericht>,
    /// Where it was sent on to, oldest first.
    pub doorzendingen: Vec<Doorzending>,
    pub(crate) code: [u8; 16],
}

impl VraagView {
    /// The code that follows it.
    pub fn code(&self) -> Option<FollowCode> {
        FollowCode::from_bytes(&self.code)
    }
}

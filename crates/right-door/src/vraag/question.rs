//! A question and its thread.
use access::{Action, Actor, Error, FollowCode, Party, Protected, Refusal, Result};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use terms::{Calendar, CorrectieRegime, GeschilRegime};
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
    /// A complaint about how a zaak was dealt with (Awb 9:1).
    Klacht(Over),
    /// An objection to the decision on a zaak (Awb 7:1), which one could make until this day.
    Bezwaar(Over, Date),
}

/// What was done to it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Done {
    Ontvangen,
    Gelezen,
    Aangevuld,
    Beantwoord,
    Gesloten,
}

/// Which value of which register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onderwerp {
    /// `brp`
    pub register: String,
    /// The value, by the name under which we show it: `naam`.
    pub veld: String,
}

/// The zaak about which one complains or objects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Over {
    /// Its id.
    pub zaak: Uuid,
    /// The name of its service: `parkeervergunning`.
    pub dienst: String,
    /// Its number; of an objection that of the decision.
    pub nummer: String,
}

impl Soort {
    /// The word that is stored.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Vraag => "vraag",
            Self::Correctie(_) => "correctie",
            Self::Klacht(_) => "klacht",
            Self::Bezwaar(..) => "bezwaar",
        }
    }

    /// The line in the journal of what was done: each kind is called what it is.
    pub(crate) fn event(&self, done: Done) -> &'static str {
        let [vraag, correctie, klacht, bezwaar] = match done {
            Done::Ontvangen => ["vraag-ontvangen", "correctie-ontvangen", "klacht-ontvangen", "bezwaar-ontvangen"],
            Done::Gelezen => ["vraag-gelezen", "correctie-gelezen", "klacht-gelezen", "bezwaar-gelezen"],
            Done::Aangevuld => ["vraag-aangevuld", "correctie-aangevuld", "klacht-aangevuld", "bezwaar-aangevuld"],
            Done::Beantwoord => ["vraag-beantwoord", "correctie-beantwoord", "klacht-beantwoord", "bezwaar-beantwoord"],
            Done::Gesloten => ["vraag-gesloten", "correctie-gesloten", "klacht-gesloten", "bezwaar-gesloten"],
        };
        match self {
            Self::Vraag => vraag,
            Self::Correctie(_) => correctie,
            Self::Klacht(_) => klacht,
            Self::Bezwaar(..) => bezwaar,
        }
    }

    /// What somebody must be allowed to do who answers or closes it: a complaint or an objection is dealt with, not only answered.
    pub(crate) fn answered_by(&self) -> Action {
        if self.over().is_some() { Action::Handle } else { Action::Answer }
    }

    /// The zaak that it is about.
    pub fn over(&self) -> Option<&Over> {
        match self {
            Self::Vraag | Self::Correctie(_) => None,
            Self::Klacht(over) | Self::Bezwaar(over, _) => Some(over),
        }
    }

    /// Must it be sure whose it is? Then no words open it either. A complaint can also be made by who reported something without signing in.
    pub(crate) fn needs_party(&self) -> bool {
        matches!(self, Self::Correctie(_) | Self::Bezwaar(..))
    }

    /// `brp/naam`, or service and number: `parkeervergunning/2026-7K3M-9QX2`
    pub(crate) fn onderwerp(&self) -> Option<String> {
        match self {
            Self::Vraag => None,
            Self::Correctie(Onderwerp { register, veld }) => Some(format!("{register}/{veld}")),
            Self::Klacht(over) | Self::Bezwaar(over, _) => Some(format!("{}/{}", over.dienst, over.nummer)),
        }
    }

    /// The last day on which one could object.
    pub(crate) fn bezwaar_tot(&self) -> Option<Date> {
        if let Self::Bezwaar(_, tot) = self { Some(*tot) } else { None }
    }

    /// The kind of what is stored; `None` for what is not ours.
    pub(crate) fn of_row(word: &str, onderwerp: Option<&str>, (zaak, tot): (Option<Uuid>, Option<Date>)) -> Option<Self> {
        let parts = onderwerp.and_then(|text| text.split_once('/'));
        let (first, second) = parts.map(|(first, second)| (first.to_owned(), second.to_owned())).unzip();
        let over = || Some(Over { zaak: zaak?, dienst: first.clone()?, nummer: second.clone()? });
        match word {
            "vraag" => Some(Self::Vraag),
            "correctie" => Some(Self::Correctie(Onderwerp { register: first?, veld: second? })),
            "klacht" => Some(Self::Klacht(over()?)),
            "bezwaar" => Some(Self::Bezwaar(over()?, tot?)),
            _ => None,
        }
    }

    /// The last day the law gives for what was received on this day; `None` when it gives none. Errors: `Internal` where no regime is known. The term of an objection counts from the end
    /// of the term to object, also where it came too late; of what came so late that its day had passed the law gives none.
    pub fn last_day(&self, received: Date, calendar: &Calendar) -> Result<Option<Date>> {
        let broken = |why: String| Error::Internal(format!("the term for {self:?}: {why}"));
        let unknown = || broken("unknown".into());
        let geschil = |from| {
            let regime = GeschilRegime::of(self.word(), received).ok_or_else(unknown)?;
            regime.last_day(from, calendar).map_err(|e| broken(e.to_string()))
        };
        let last = match self {
            Self::Vraag => return Ok(None),
            Self::Correctie(Onderwerp { register, veld }) => {
                let regime = CorrectieRegime::of(register, veld, received).ok_or_else(unknown)?;
                regime.last_day(received, calendar).map_err(|e| broken(e.to_string()))
            }
            Self::Klacht(_) => geschil(received),
            Self::Bezwaar(_, tot) => geschil(*tot),
        };
        Ok(Some(last?.date).filter(|last| *last > received))
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
    // What is about a zaak is of its service, and there for whom that zaak is.
    fn dienst(&self) -> Option<&str> {
        self.soort.over().map(|over| over.dienst.as_str())
    }
    /// What somebody sent signed in is hers, also where its zaak has words that open it.
    fn about(&self) -> Option<Uuid> {
        self.soort.over().filter(|_| self.party.is_none()).map(|over| over.zaak)
    }
}

impl Vraag {
    /// The date that bites: that of the norm or that of the law, whichever comes first.
    pub fn bites(&self) -> Date {
        let promised = self.promised().into_iter();
        promised.chain(self.uiterlijk_op).min().unwrap_or(self.antwoord_voor)
    }

    /// The day that the norm promises; of when a complaint or an objection is dealt with only the law says something.
    pub fn promised(&self) -> Option<Date> {
        Some(self.antwoord_voor).filter(|_| self.soort.over().is_none())
    }

    /// The organisation must still move. A complaint or an objection is not dealt with by a message: it waits until it is closed.
    pub fn waits(&self) -> bool {
        match self.stand {
            Stand::Open => true,
            Stand::Beantwoord => self.soort.over().is_some(),
            Stand::Gesloten => false,
        }
    }

    /// What is a party's it finds signed in: of that no words are handed out.
    pub(crate) fn is_followed_by_code(&self) -> bool {
        self.party.is_none()
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
    /// It is hers for whom is acted: of her party, or of the branch; `dienst` is the service that it is of.
    pub fn of(&mut self, actor: &Actor, dienst: Option<&str>) {
        let party = dienst.map_or_else(|| actor.own_party(), |dienst| actor.party_for(dienst));
        self.partij = party.map(|party| (party.kind().to_owned(), party.number().to_owned()));
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
    /// The code that follows it. `None` for what is a party's: that is seen signed in.
    pub fn code(&self) -> Option<FollowCode> {
        if self.vraag.is_followed_by_code() { FollowCode::from_bytes(&self.code) } else { None }
    }
}

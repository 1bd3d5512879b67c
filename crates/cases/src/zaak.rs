//! A zaak and what can happen to it.
use crate::{AdviesLine, Besluit, DOORGEZONDEN, Document, INGETROKKEN, Taak, Uitnodiging, store::zaaktype::Zaaktype};
use access::{FollowCode, KeyRing, Party, Protected, Role};
use catalogue::Text;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use values::{Doorzending, Id, Language, Oin, Rsin, Vestigingsnummer};

/// What an organisation does for a person, with a beginning and an end (ZGW: Zaak).
#[derive(Debug, Clone)]
pub struct Zaak {
    /// Its id.
    pub id: Id<Zaak>,
    /// The organisation whose zaak it is.
    pub organisatie: Oin,
    /// The number on the receipt; no credential.
    pub identificatie: String,
    /// The version of its zaaktype.
    pub zaaktype: Uuid,
    /// What kind of zaak it is, as the service calls it.
    pub omschrijving: String,
    /// The name of the service: `verhuismelding` (ZGW: `zaaktype.identificatie`).
    pub service: String,
    /// The day it began: the day it was received.
    pub startdatum: Date,
    /// The moment it was received.
    pub ontvangen_op: Timestamp,
    /// The day a norm promises an answer.
    pub einddatum_gepland: Option<Date>,
    /// The last day the law gives; `None` when the law gives none.
    pub uiterlijke_einddatum_afdoening: Option<Date>,
    /// The day it ended.
    pub einddatum: Option<Date>,
    /// The key of its content.
    pub data_key: Uuid,
    /// Whose it is: `Party::hash` at the organisation. `None` when it was begun without signing in.
    pub party: Option<Vec<u8>>,
    /// Of which branch of a company it is: `access::Protected::vestiging`.
    pub vestiging: Option<Vec<u8>>,
    /// The language in which it was sent.
    pub taal: Language,
    /// Who opens its closed compartment: `access::Protected::adviseur`.
    pub adviseur: Option<Role>,
    /// Silence means yes, as it was published with its zaaktype (Dienstenwet 28).
    pub lex_silencio: bool,
    /// The date that bites, on which the work list is sorted: `werkdatum`.
    pub werkdatum: Date,
    /// When the person said that she did elsewhere what she prepared here.
    pub elders_gedaan_op: Option<Timestamp>,
}

impl Zaak {
    /// Where its person sees it, and the key of how she opens it there: signed in, or without an account with the words of her receipt.
    pub fn opened_at(&self) -> (String, &'static str) {
        match self.party {
            Some(_) => (format!("/mijn/zaken/{}", self.id), "letter-how-signed-in"),
            None => ("/volgen".to_owned(), "letter-how-words"),
        }
    }
}

impl Protected for Zaak {
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
    fn dienst(&self) -> Option<&str> {
        Some(&self.service)
    }
    fn adviseur(&self) -> Option<Role> {
        self.adviseur
    }
}

/// The date that bites: what was promised or the last day of the law, whichever comes first, else the day it began. Where the term stood still only
/// the law: what was promised did not count on that. Pure.
pub(crate) fn werkdatum(begun: Date, (promised, law): (Option<Date>, Option<Date>), stood_still: bool) -> Date {
    let promised = promised.filter(|_| !stood_still || law.is_none());
    promised.into_iter().chain(law).min().unwrap_or(begun)
}

/// Who takes part, in which role.
#[derive(Clone, Serialize, Deserialize)]
pub struct Rol {
    /// ZGW `omschrijvingGeneriek`: `initiator`.
    pub omschrijving_generiek: String,
    /// ZGW `betrokkeneType`: `natuurlijk_persoon`, `niet_natuurlijk_persoon`, `vestiging`.
    pub betrokkene_type: String,
    /// BSN or number in the Handelsregister, of who signed in.
    #[serde(default)]
    pub identificatie: Option<String>,
    /// The branch for which was acted, of who may act for that one only.
    #[serde(default)]
    pub vestigingsnummer: Option<String>,
    /// Name, when given.
    pub naam: Option<String>,
    /// E-mail, when given.
    pub email: Option<String>,
    /// Phone, when given.
    pub telefoon: Option<String>,
    /// ZGW `indicatieMachtiging`: `machtiginggever` lets another who takes part act, the `gemachtigde`.
    #[serde(default)]
    pub indicatie_machtiging: Option<String>,
    /// ZGW `roltoelichting`: on which ground somebody acts for the initiator.
    #[serde(default)]
    pub roltoelichting: Option<String>,
}

impl Rol {
    /// Her name, else the number of a company: never that of a person.
    pub(crate) fn called(self) -> Option<String> {
        let company = self.betrokkene_type != "natuurlijk_persoon";
        self.naam.or(self.identificatie.filter(|_| company).map(|number| format!("KVK {number}")))
    }

    /// ZGW `betrokkeneType` of this party, or of this branch of it.
    pub fn type_of(party: &Party, vestiging: Option<&Vestigingsnummer>) -> &'static str {
        match (party, vestiging) {
            (Party::Person(_), _) => "natuurlijk_persoon",
            (Party::Company(_), Some(_)) => "vestiging",
            (Party::Company(_), None) => "niet_natuurlijk_persoon",
        }
    }
}

/// What is needed to begin a zaak.
#[derive(Clone)]
pub struct NewZaak {
    /// Chosen by the one who asks, so that asking twice makes one zaak.
    pub id: Id<Zaak>,
    /// Of which organisation.
    pub organisatie: Oin,
    /// Its RSIN.
    pub bronorganisatie: Rsin,
    /// Version of the service: `ServiceOverlay::version`.
    pub versie: String,
    /// The moment it was received.
    pub ontvangen_op: Timestamp,
    /// The day a norm promises an answer.
    pub einddatum_gepland: Option<Date>,
    /// The last day the law gives.
    pub uiterlijke_einddatum_afdoening: Option<Date>,
    /// The language in which it was sent; letters about it are in it.
    pub taal: Language,
    /// What the person wrote; is sealed.
    pub toelichting: String,
    /// What she wrote about her health and the like, if that was asked; is sealed apart.
    pub bijzonder: Option<String>,
    /// Who take part; is sealed.
    pub rollen: Vec<Rol>,
    /// Whose it is, when she signed in: she finds it again among her zaken. Her rol is that of the initiator.
    pub party: Option<Party>,
    /// The code that opens it to who has it.
    pub volgcode: FollowCode,
    /// Photos and other files.
    pub documents: Vec<Document>,
}

/// `sealed_for` is the key of its content, and whose it is.
pub(crate) fn begin(keys: &KeyRing, new: &NewZaak, sealed_for: (Uuid, Option<[u8; 32]>), type_: &Zaaktype, today: Date) -> Zaak {
    Zaak {
        id: new.id,
        organisatie: new.organisatie.clone(),
        identificatie: number(keys, today),
        zaaktype: type_.id,
        omschrijving: type_.omschrijving.clone(),
        service: type_.identificatie.clone(),
        startdatum: today,
        ontvangen_op: new.ontvangen_op,
        einddatum_gepland: new.einddatum_gepland,
        uiterlijke_einddatum_afdoening: new.uiterlijke_einddatum_afdoening,
        einddatum: None,
        data_key: sealed_for.0,
        party: sealed_for.1.map(Vec::from),
        vestiging: None,
        taal: new.taal,
        adviseur: type_.adviseur,
        lex_silencio: type_.lex_silencio,
        werkdatum: werkdatum(today, (new.einddatum_gepland, new.uiterlijke_einddatum_afdoening), false),
        elders_gedaan_op: None,
    }
}

/// `2026-7K3M-9QX2`: the year and 40 random bits in Crockford's alphabet, without letters that look like digits. Says nothing about
/// how many there are.
pub(crate) fn number(keys: &KeyRing, today: Date) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let random: [u8; 8] = keys.random();
    let part = |bytes: &[u8]| bytes.iter().map(|b| char::from(ALPHABET[usize::from(b & 31)])).collect::<String>();
    format!("{}-{}-{}", today.year(), part(&random[..4]), part(&random[4..]))
}

/// Who wrote a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The person.
    Persoon,
    /// The organisation.
    Organisatie,
}

impl From {
    /// The word that is stored.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Persoon => "persoon",
            Self::Organisatie => "organisatie",
        }
    }

    /// Who wrote what is stored with this word.
    pub(crate) fn of_word(word: &str) -> Self {
        if word == Self::Persoon.word() { Self::Persoon } else { Self::Organisatie }
    }
}

/// One message about a zaak.
#[derive(Clone)]
pub struct Bericht {
    /// Who wrote it.
    pub van: From,
    /// When.
    pub op: Timestamp,
    /// What.
    pub tekst: String,
    /// When the other side first read it.
    pub gelezen_op: Option<Timestamp>,
}

/// Was it easy?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oordeel {
    /// Yes.
    Makkelijk,
    /// So so.
    Gaat,
    /// No.
    Moeilijk,
}

impl Oordeel {
    /// The word that is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Makkelijk => "makkelijk",
            Self::Gaat => "gaat",
            Self::Moeilijk => "moeilijk",
        }
    }

    /// The judgement of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Makkelijk, Self::Gaat, Self::Moeilijk].into_iter().find(|o| o.word() == word)
    }
}

/// A status that the zaak has, or can still get.
#[derive(Debug, Clone)]
pub struct Stap {
    /// ZGW `omschrijving` of the statustype.
    pub omschrijving: String,
    /// Since when; `None` when it has not come to that.
    pub gezet: Option<Timestamp>,
}

impl ZaakView {
    /// The day that counts for the queue as it stands now: that on which she last gave what was asked, else that of receipt.
    pub fn complete_on(&self) -> Date {
        let given = self.taken.iter().filter_map(|taak| taak.vervuld_op).map(values::dutch_date);
        given.chain([self.zaak.startdatum]).max().unwrap_or(self.zaak.startdatum)
    }

    /// It ended before its last step: withdrawn, or sent on to who does not take it here.
    pub fn ended_early(&self) -> bool {
        self.resultaat.as_deref().is_some_and(|resultaat| [INGETROKKEN, DOORGEZONDEN].contains(&resultaat))
    }
}

/// A zaak with all that belongs to it, opened.
pub struct ZaakView {
    /// The zaak.
    pub zaak: Zaak,
    /// The name of who asked, else her number in the Handelsregister; none for who gave no name.
    pub aanvrager: Option<String>,
    /// What the person wrote.
    pub toelichting: String,
    /// There is more, about her health and the like, which this actor does not read; nor why was decided so.
    pub afgeschermd: bool,
    /// All steps of its type, in order.
    pub stappen: Vec<Stap>,
    /// How it ended.
    pub resultaat: Option<String>,
    /// What was written about it since.
    pub berichten: Vec<Bericht>,
    /// What she was asked to do.
    pub taken: Vec<Taak>,
    /// Where it was sent on to, the oldest first.
    pub doorzendingen: Vec<Doorzending>,
    /// The decision.
    pub besluit: Option<Besluit>,
    /// That was advised about it.
    pub adviezen: Vec<AdviesLine>,
    /// Whom the applicant named, and who gave; not what.
    pub uitnodigingen: Vec<Uitnodiging>,
    /// Its documents.
    pub documents: Vec<Document>,
    /// Was it easy?
    pub oordeel: Option<Oordeel>,
    /// Which moment counts for the queue, where that matters (Awb 4:26).
    pub volgorde: Option<Text>,
}

//! A machtiging: one natural person lets another act for her, in some services and until a day (Awb 2:1). Pure.
use access::{Error, FieldFault, FollowCode, Protected, Refusal, Result};
use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date};
use registers::Persoon;
use terms::Meerderjarigheid;
use uuid::Uuid;
use values::{Id, Line, Oin, dutch_date};

/// How long the words of an offer can be used. Our choice: long enough to bring them to somebody, too short to lie about.
pub const OFFER: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How many years it goes on at most. Our choice: who forgets that she gave it is asked again while she still knows why.
pub const MOST_YEARS: i32 = 2;
/// How many somebody has out at once, offered or standing. Our choice: more than a family, fewer than an office.
pub const MOST: usize = 20;
/// How long it is kept after its end, to show what was done under it. Our choice: no selection list that we read names such a paper.
pub const KEPT: SignedDuration = SignedDuration::from_hours(365 * 24);

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Nobody accepted it yet; the words work until then.
    Aangeboden(Timestamp),
    /// Nobody accepted it in time.
    Vervallen,
    /// It stands.
    Geldig,
    /// Its last day is over.
    Verlopen,
    /// One of the two ended it.
    Geeindigd(Timestamp),
}

/// One machtiging, as both sides may see it.
#[derive(Clone)]
pub struct Machtiging {
    /// Its id.
    pub id: Id<Machtiging>,
    /// Who gives it, by name.
    pub gever: String,
    /// For whom it is, as the giver called her.
    pub bedoeld_voor: String,
    /// Who accepted it, by name.
    pub gemachtigde: Option<String>,
    /// Names of the services.
    pub diensten: Vec<String>,
    /// When it was given.
    pub gegeven_op: Timestamp,
    /// Its last day.
    pub geldig_tot: Date,
    /// How it stands.
    pub stand: Stand,
    /// The words to hand over, for the giver alone and as long as nobody used them.
    pub code: Option<FollowCode>,
}

/// What is needed to give one.
#[derive(Clone)]
pub struct NewMachtiging {
    /// For whom it is, as the giver calls her: `mijn dochter Anna`.
    pub bedoeld_voor: Line,
    /// Names of the services; that they can be given is checked with the catalogue.
    pub diensten: Vec<String>,
    /// Its last day.
    pub geldig_tot: Date,
}

/// The moments of a machtiging, which decide how it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moments {
    pub code_tot: Timestamp,
    pub geldig_tot: Date,
    pub aangenomen_op: Option<Timestamp>,
    pub geeindigd_op: Option<Timestamp>,
}

impl Moments {
    pub fn stand(&self, now: Timestamp) -> Stand {
        match (self.geeindigd_op, self.aangenomen_op) {
            (Some(ended), _) => Stand::Geeindigd(ended),
            (None, _) if dutch_date(now) > self.geldig_tot => Stand::Verlopen,
            (None, Some(_)) => Stand::Geldig,
            (None, None) if now >= self.code_tot => Stand::Vervallen,
            (None, None) => Stand::Aangeboden(self.code_tot),
        }
    }
}

/// Its two sides are each other's equal in seeing and ending it: a side, for the rules of access. It is of no service, so who acts for
/// another never gets at it.
pub(crate) struct Kant<'a> {
    pub id: Id<Machtiging>,
    pub organisatie: &'a Oin,
    pub party: Option<&'a [u8]>,
}

impl Protected for Kant<'_> {
    fn id(&self) -> Uuid {
        self.id.uuid()
    }
    fn organisation(&self) -> &Oin {
        self.organisatie
    }
    fn party(&self) -> Option<&[u8]> {
        self.party
    }
}

/// Errors: `Invalid` with what is wrong.
pub(crate) fn check(new: &NewMachtiging, today: Date) -> Result<()> {
    let last = today.checked_add(MOST_YEARS.years()).map_err(|e| Error::Internal(e.to_string()))?;
    let mut faults = Vec::new();
    if new.diensten.is_empty() {
        faults.push(FieldFault::new("diensten", "fault-machtiging-service"));
    }
    if new.geldig_tot < today || new.geldig_tot > last {
        faults.push(FieldFault::new("tot", "fault-machtiging-until"));
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// The name by which the other side knows this person.
pub(crate) fn naam(persoon: &Persoon) -> Result<String> {
    if persoon.is_overleden() {
        return Err(Error::Refused(Refusal("refused-deceased")));
    }
    persoon.naam.volledig().ok_or(Error::Refused(Refusal("refused-machtiging-no-name")))
}

/// Only an adult may be authorised in writing (Wet BRP 2.49). Errors: `Refused` for who is none, or of whom the register does not say so.
pub(crate) fn check_adult(persoon: &Persoon, today: Date) -> Result<()> {
    let born = persoon.geboorte.as_ref().and_then(|geboorte| geboorte.datum);
    let of_age = Meerderjarigheid::on(today).map(|one| one.leeftijd);
    match born.zip(of_age).and_then(|(born, of_age)| born.minstens(of_age, today)) {
        Some(true) => Ok(()),
        _ => Err(Error::Refused(Refusal("refused-machtiging-not-adult"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_it_stands_follows_from_its_moments_alone() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let (code_tot, geldig_tot) = (at("2026-12-09T09:00:00Z"), Date::constant(2027, 11, 25));
        let offered = Moments { code_tot, geldig_tot, aangenomen_op: None, geeindigd_op: None };
        let accepted = Moments { aangenomen_op: Some(at("2026-11-26T09:00:00Z")), ..offered };
        let ended = Moments { geeindigd_op: Some(at("2026-12-01T09:00:00Z")), ..accepted };
        assert_eq!(offered.stand(at("2026-12-09T08:59:59Z")), Stand::Aangeboden(code_tot));
        assert_eq!(offered.stand(code_tot), Stand::Vervallen);
        assert_eq!(accepted.stand(code_tot), Stand::Geldig);
        // Its last day is counted in the Netherlands, where it is an hour later.
        assert_eq!(accepted.stand(at("2027-11-25T22:59:59Z")), Stand::Geldig);
        assert_eq!(accepted.stand(at("2027-11-25T23:00:00Z")), Stand::Verlopen);
        assert_eq!(ended.stand(at("2027-11-25T23:00:00Z")), Stand::Geeindigd(at("2026-12-01T09:00:00Z")));
    }

    #[test]
    fn it_is_for_something_and_for_two_years_at_most() {
        let today = Date::constant(2026, 11, 25);
        let told = |diensten: &[&str], geldig_tot| {
            let diensten = diensten.iter().map(|d| (*d).to_owned()).collect();
            let new = NewMachtiging { bedoeld_voor: Line::parse("Anna", 80).unwrap(), diensten, geldig_tot };
            match check(&new, today) {
                Ok(()) => vec![],
                Err(Error::Invalid(faults)) => faults.into_iter().map(|fault| fault.fault).collect(),
                Err(other) => panic!("{other}"),
            }
        };
        assert_eq!(told(&["verhuismelding"], today), [""; 0]);
        assert_eq!(told(&["verhuismelding"], Date::constant(2028, 11, 25)), [""; 0]);
        assert_eq!(told(&["verhuismelding"], Date::constant(2028, 11, 26)), ["fault-machtiging-until"]);
        assert_eq!(told(&[], Date::constant(2026, 11, 24)), ["fault-machtiging-service", "fault-machtiging-until"]);
    }
}

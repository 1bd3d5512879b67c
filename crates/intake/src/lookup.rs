//! What was typed and a register can say more of: an address to the BAG, a number plate to the RDW. Asked when its page is sent, kept in
//! the draft, asked again only when something else was typed or the register was away.
use crate::{AddressLookup, Asking, Facts, FoundAddress, Known, VehicleLookup, place::TypedAddress};
use access::Party;
use catalogue::{Page, Question, QuestionKind};
use registers::{Houderschap, Kenteken, OpNaam, Vraagfout};
use values::Bsn;

/// What must be asked of a register before a page can be checked.
pub enum Unasked {
    /// Of the BAG: does this address exist?
    Address(String, TypedAddress),
    /// Of the RDW: is this vehicle in her name?
    Vehicle(String, Kenteken, Bsn),
}

/// What a register said of the answer to a question.
#[derive(Debug, Clone)]
pub enum Learned {
    /// The BAG.
    Address(String, AddressLookup),
    /// The RDW.
    Vehicle(String, VehicleLookup),
}

impl Known {
    /// Keeps what a register said.
    pub fn learn(&mut self, learned: Learned) {
        match learned {
            Learned::Address(question, lookup) => drop(self.addresses.insert(question, lookup)),
            Learned::Vehicle(question, lookup) => drop(self.vehicles.insert(question, lookup)),
        }
    }
}

impl<'a> Facts<'a> {
    /// What the BAG said of the address that was typed here, if it was asked.
    pub fn address_lookup(&self, question: &Question) -> Option<&'a AddressLookup> {
        let typed = TypedAddress::of(question, self.answers)?;
        self.known.addresses.get(&question.id).filter(|lookup| lookup.asked == typed.key())
    }

    /// What the RDW said of the number plate that was typed in this question, if it was asked.
    pub fn vehicle_lookup(&self, question: &str) -> Option<&'a VehicleLookup> {
        let plate = Kenteken::parse(self.answers.get(question)).ok()?;
        self.known.vehicles.get(question).filter(|lookup| lookup.asked == plate.expose())
    }
}

/// What was typed on this page and no register was asked of yet; a number plate only of a person, who has a number to ask with.
pub fn unasked(page: &Page, facts: &Facts<'_>, party: Option<&Party>) -> Vec<Unasked> {
    let one = |question: &Question| match question.kind {
        QuestionKind::Address => {
            let done = facts.address_lookup(question).is_some_and(|lookup| lookup.found.is_some());
            let typed = TypedAddress::of(question, facts.answers).filter(|_| !done)?;
            Some(Unasked::Address(question.id.clone(), typed))
        }
        QuestionKind::Kenteken => {
            let done = facts.vehicle_lookup(&question.id).is_some_and(|lookup| !lookup.away);
            let plate = Kenteken::parse(facts.answers.get(&question.id)).ok().filter(|_| !done)?;
            let Some(Party::Person(bsn)) = party else { return None };
            Some(Unasked::Vehicle(question.id.clone(), plate, bsn.clone()))
        }
        _ => None,
    };
    page.question.iter().filter_map(one).collect()
}

/// Asks the register. Never inside a transaction: first ask, then write.
pub async fn look_up(with: Asking<'_>, unasked: Unasked) -> Learned {
    match unasked {
        Unasked::Address(question, typed) => Learned::Address(question, address(with, &typed).await),
        Unasked::Vehicle(question, plate, bsn) => Learned::Vehicle(question, vehicle(with, &plate, &bsn).await),
    }
}

async fn address(with: Asking<'_>, typed: &TypedAddress) -> AddressLookup {
    let found = match typed.vraag() {
        None => Some(vec![]),
        Some(vraag) => match with.registers.adressen(with.access, with.context, with.doel, &vraag).await {
            Ok(adressen) => {
                // No number of the BAG comes back from a form: it can hold nine digits that pass the 11-check, and those are masked.
                let texts = adressen.into_iter().filter_map(|adres| adres.waarde.op_een_regel());
                Some(texts.zip(1..).map(|(text, number)| FoundAddress { id: format!("adres-{number}"), text }).collect())
            }
            Err(Vraagfout::NietGevonden(_)) => Some(vec![]),
            Err(fault) => {
                tracing::warn!(%fault, "an address is checked later");
                None
            }
        },
    };
    AddressLookup { asked: typed.key(), found }
}

async fn vehicle(with: Asking<'_>, plate: &Kenteken, bsn: &Bsn) -> VehicleLookup {
    let empty = VehicleLookup { asked: plate.expose().to_owned(), op_naam: None, away: false };
    match with.registers.houderschap(with.access, with.context, with.doel, (plate, bsn)).await {
        Ok(found) => VehicleLookup { op_naam: in_her_name(&found), ..empty },
        // A plate that the register does not know is in nobody's name.
        Err(Vraagfout::NietGevonden(_)) => VehicleLookup { op_naam: Some(false), ..empty },
        Err(fault) => {
            tracing::warn!(%fault, "a vehicle is checked later");
            VehicleLookup { away: true, ..empty }
        }
    }
}

fn in_her_name(found: &Houderschap) -> Option<bool> {
    match found.op_naam {
        OpNaam::Ja => Some(true),
        OpNaam::Nee => Some(false),
        OpNaam::Onbekend => None,
    }
}

//! The one door to the registers: a question goes only for a purpose, for an organisation, and after its line in the journal.
use crate::{
    Adres, AdresVraag, Bekend, Doel, Houderschap, Inkomen, Kenteken, Onderneming, Persoon, Register, Settings, Vestiging,
    Vraagfout, bag, bri, brp, connection::Connection, kvk, rdw,
};
use access::{Access, Context, Event, Party};
use jiff::Timestamp;
use std::{collections::BTreeMap, sync::Arc};
use uuid::Uuid;
use values::{Bsn, KvkNummer, Vestigingsnummer};

/// The registers as they are connected here. Cheap to clone; clones share the breakers.
#[derive(Clone, Default)]
pub struct Registers(BTreeMap<Register, Connection>);

/// About whom or what a question is, as the journal has it.
struct About {
    kind: &'static str,
    id: Uuid,
    /// Whose data are asked, so that she can see it, also when a machine asks.
    party: Option<[u8; 32]>,
}

impl Registers {
    /// Opens the ways to the registers that are in the settings; makes no connection yet. Errors: the setting that is not right.
    pub fn open(settings: &Settings) -> Result<Self, String> {
        let Settings { brp, bag, kvk, rdw, bri } = settings;
        let all = Register::ALL.into_iter().zip([brp, bag, kvk, rdw, bri]);
        let set = all.filter_map(|(register, endpoint)| Some((register, endpoint.as_ref()?)));
        set.map(|(register, endpoint)| Ok((register, Connection::open(register, endpoint)?))).collect::<Result<_, _>>().map(Self)
    }

    /// Does a register answer at all? Nothing is asked and nobody is named, so it writes no line.
    pub(crate) async fn is_there(&self, register: Register) -> bool {
        match self.0.get(&register) {
            Some(connection) => connection.knock().await,
            None => false,
        }
    }

    /// A person, with exactly the fields that `doel` may have.
    pub async fn persoon(&self, access: &Access, context: &Context, doel: &Doel, bsn: &Bsn) -> Result<Persoon, Vraagfout> {
        let about = of_party(access, context, &Party::Person(bsn.clone()))?;
        let (brp, now) = self.line(access, context, (doel, Register::Brp, brp::WHO), vec![about]).await?;
        brp::persoon(brp, doel.fields(Register::Brp), bsn, now).await
    }

    /// Who of these died. Nothing else is asked of them, and of who is not in the register nothing is said.
    pub async fn overleden(
        &self,
        access: &Access,
        context: &Context,
        doel: &Doel,
        personen: &[Bsn],
    ) -> Result<Vec<Bsn>, Vraagfout> {
        let mut overleden = Vec::new();
        for some in personen.chunks(brp::AT_ONCE) {
            let each = some.iter().map(|bsn| of_party(access, context, &Party::Person(bsn.clone())));
            let each = each.collect::<Result<_, _>>()?;
            let (brp, _) = self.line(access, context, (doel, Register::Brp, brp::WHO), each).await?;
            overleden.extend(brp::overleden(brp, some).await?);
        }
        Ok(overleden)
    }

    /// The addresses with a postcode and number: one to a hundred.
    pub async fn adressen(
        &self,
        access: &Access,
        context: &Context,
        doel: &Doel,
        vraag: &AdresVraag,
    ) -> Result<Vec<Bekend<Adres>>, Vraagfout> {
        let about = of_thing(access, context, "adres", &vraag.word())?;
        let (bag, now) = self.line(access, context, (doel, Register::Bag, bag::FIELDS[0]), vec![about]).await?;
        bag::adressen(bag, vraag, now).await
    }

    /// A company or institution.
    pub async fn onderneming(
        &self,
        access: &Access,
        context: &Context,
        doel: &Doel,
        nummer: &KvkNummer,
    ) -> Result<Onderneming, Vraagfout> {
        let about = of_party(access, context, &Party::Company(nummer.clone()))?;
        let (kvk, now) = self.line(access, context, (doel, Register::Kvk, kvk::BASISPROFIEL), vec![about]).await?;
        kvk::onderneming(kvk, nummer, now).await
    }

    /// A branch of a company.
    pub async fn vestiging(
        &self,
        access: &Access,
        context: &Context,
        doel: &Doel,
        nummer: &Vestigingsnummer,
    ) -> Result<Vestiging, Vraagfout> {
        let about = of_thing(access, context, "vestiging", nummer.expose())?;
        let (kvk, now) = self.line(access, context, (doel, Register::Kvk, kvk::VESTIGINGSPROFIEL), vec![about]).await?;
        kvk::vestiging(kvk, nummer, now).await
    }

    /// Whether a vehicle is in the name of a person.
    pub async fn houderschap(
        &self,
        access: &Access,
        context: &Context,
        doel: &Doel,
        (kenteken, bsn): (&Kenteken, &Bsn),
    ) -> Result<Houderschap, Vraagfout> {
        let about = of_party(access, context, &Party::Person(bsn.clone()))?;
        let (rdw, now) = self.line(access, context, (doel, Register::Rdw, rdw::FIELDS[0]), vec![about]).await?;
        rdw::houderschap(rdw, kenteken, bsn, now).await
    }

    /// The income of a person in a year.
    pub async fn inkomen(
        &self,
        access: &Access,
        context: &Context,
        doel: &Doel,
        (bsn, jaar): (&Bsn, i16),
    ) -> Result<Inkomen, Vraagfout> {
        let about = of_party(access, context, &Party::Person(bsn.clone()))?;
        let (bri, now) = self.line(access, context, (doel, Register::Bri, bri::FIELDS[0]), vec![about]).await?;
        bri::inkomen(bri, bsn, jaar, now).await
    }

    /// The line to a register, after the question stands in the journal; and the moment of asking.
    /// Invariant: nothing is asked that is not in the journal, on disk, before (test `no_journal_no_question`); and nothing that the
    /// purpose may not ask (test `every_purpose_asks_exactly_what_its_policy_says`).
    async fn line(
        &self,
        access: &Access,
        context: &Context,
        (doel, register, field): (&Doel, Register, &str),
        about: Vec<About>,
    ) -> Result<(&Connection, Timestamp), Vraagfout> {
        if !doel.may(register, field) {
            return Err(Vraagfout::internal("a purpose asks what its policy does not allow"));
        }
        let connection = self.0.get(&register).ok_or(Vraagfout::Weg(register))?;
        let context = Context { purpose: doel.purpose().clone(), ..context.clone() };
        let events = about.iter().map(|about| {
            let party = about.party.as_ref().map(<[u8; 32]>::as_slice);
            Event::of(register.asked(), about.kind, about.id).about(party)
        });
        let events: Arc<[Event]> = events.collect();
        let record = access.write(context, move |op| {
            let events = events.clone();
            Box::pin(async move {
                for event in events.iter() {
                    op.record(event.clone()).await?;
                }
                Ok(())
            })
        });
        record.await?;
        Ok((connection, access.clock().now()))
    }
}

/// A person or company, as the organisation of the context knows it.
fn of_party(access: &Access, context: &Context, party: &Party) -> Result<About, Vraagfout> {
    let id = party.id(access.keys(), &context.organisation).map_err(access::Error::from)?;
    let hash = party.hash(access.keys(), &context.organisation).map_err(access::Error::from)?;
    Ok(About { kind: if matches!(party, Party::Person(_)) { "persoon" } else { "onderneming" }, id, party: Some(hash) })
}

/// An address or branch: a keyed hash that differs per organisation, like that of a party.
fn of_thing(access: &Access, context: &Context, kind: &'static str, word: &str) -> Result<About, Vraagfout> {
    let about = format!("{} {kind} {word}", context.organisation.expose());
    let hash = access.keys().index("register", about.as_bytes()).map_err(access::Error::from)?;
    let mut half = [0; 16];
    half.copy_from_slice(&hash[..16]);
    Ok(About { kind, id: uuid::Builder::from_custom_bytes(half).into_uuid(), party: None })
}

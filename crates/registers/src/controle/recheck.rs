//! The worker that asks what could not be asked, when the register is back.
use super::{
    Controle, Controlevraag, Gecontroleerd, Uitkomst,
    store::{self, Claimed, LEASE, LONGEST_PAUSE, after},
    vraag::{GetyptBedrijf, vehicle_differs},
};
use crate::{Doel, Doelen, Register, Registers, Vraagfout};
use access::{Access, Actor, Context, Event, Purpose, Result};
use jiff::SignedDuration;
use std::collections::{BTreeMap, btree_map::Entry};
use values::{Bsn, KvkNummer, Vestigingsnummer, dutch_date};

/// Asks the questions that are due, at most fifty, and gives the answers that came. Nothing is settled here: settle each with what it
/// means for its zaak in one transaction; one that was not settled is asked again two minutes later, and after some hours of that ten.
/// A question about a person is a line in her journal. So each register is knocked at first, without anybody in it: one that is away is
/// asked nothing, and knocked at again ten seconds later, however long that goes on. A question to which a register that is there gives no
/// answer that can be used waits longer and longer, up to ten minutes; after a few of them in a row the register rests for half a minute
/// at most. Errors: the database is away.
pub async fn recheck_once(registers: &Registers, access: &Access, doelen: &Doelen) -> Result<Vec<Gecontroleerd>> {
    let now = access.clock().now();
    let claimed = access.db().write(move |tx| Box::pin(store::claim(tx, now))).await?;
    let (mut known, mut wrong) = (Vec::new(), BTreeMap::<Register, usize>::new());
    for claimed in claimed {
        let register = claimed.controle.register;
        let wrong = match wrong.entry(register) {
            Entry::Occupied(met) => met.into_mut(),
            Entry::Vacant(new) if registers.is_there(register).await => new.insert(0),
            Entry::Vacant(new) => {
                all_later(access, register, UNTIL_KNOCK).await?;
                new.insert(IN_A_ROW)
            }
        };
        if *wrong >= IN_A_ROW {
            continue;
        }
        match one(registers, access, doelen, &claimed).await {
            Ok(answer) => {
                asked(access, &claimed, pause(claimed.pogingen).max(LEASE)).await?;
                known.extend(answer);
                *wrong = 0;
                continue;
            }
            Err(Vraagfout::Weg(_)) => *wrong = IN_A_ROW,
            Err(fault) => {
                tracing::warn!(controle = %claimed.controle.id, %fault, "a question to a register waits");
                *wrong += 1;
            }
        }
        let pause = pause(claimed.pogingen);
        if *wrong >= IN_A_ROW {
            all_later(access, register, pause.min(REST)).await?;
        }
        // Perhaps it is this question alone: another goes first next time.
        asked(access, &claimed, pause + AFTER_OTHERS).await?;
    }
    Ok(known)
}

/// So many answers in a row that can't be used, and a register is as good as away.
const IN_A_ROW: usize = 5;

/// How much later than the others a question is asked that got no answer.
const AFTER_OTHERS: SignedDuration = SignedDuration::from_secs(5);

/// How long after a knock that nobody answered the next one comes.
const UNTIL_KNOCK: SignedDuration = SignedDuration::from_secs(10);

/// How long a register that is there, and of which no answer can be used, is left alone at most.
const REST: SignedDuration = SignedDuration::from_secs(30);

/// How long a question waits that was asked so often before: ten seconds for a minute, half a minute for an hour, and then ten
/// minutes, so that a day of it is some hundreds of lines about somebody and not thousands.
fn pause(pogingen: i64) -> SignedDuration {
    match pogingen {
        ..6 => SignedDuration::from_secs(10),
        6..120 => REST,
        120.. => LONGEST_PAUSE,
    }
}

async fn one(
    registers: &Registers,
    access: &Access,
    doelen: &Doelen,
    claimed: &Claimed,
) -> std::result::Result<Option<Gecontroleerd>, Vraagfout> {
    let doel = doelen.get(&claimed.controle.doel).ok_or_else(|| Vraagfout::internal("the purpose of a question is gone"))?;
    let context = context(&claimed.controle, doel.purpose());
    let taken = claimed.clone();
    let open = access.read(context.clone(), move |op| {
        let taken = taken.clone();
        Box::pin(async move { store::open(op, &taken).await })
    });
    let Some(vraag) = open.await? else { return drop_one(access, context, &claimed.controle).await.map(|()| None) };
    let asking = Asking { registers, access, context: &context, doel };
    let answer = match asking.ask(&vraag, &claimed.controle).await {
        Err(Vraagfout::NietGevonden(_)) => None,
        answer => Some(answer?),
    };
    let uitkomst = match &answer {
        None => Uitkomst::NietGevonden,
        Some(answer) if answer.verschillen.is_empty() => Uitkomst::Klopt,
        Some(_) => Uitkomst::Verschilt,
    };
    let controle = Controle { uitkomst, ..claimed.controle.clone() };
    let Answer { verschillen, bijzonder, genoemd } = answer.unwrap_or_default();
    Ok(Some(Gecontroleerd { controle, verschillen, bijzonder, genoemd }))
}

/// Whom is asked, in whose name and why.
struct Asking<'a> {
    registers: &'a Registers,
    access: &'a Access,
    context: &'a Context,
    doel: &'a Doel,
}

/// What came out, as in `Gecontroleerd`.
#[derive(Default)]
struct Answer {
    verschillen: Vec<&'static str>,
    bijzonder: Vec<&'static str>,
    genoemd: Vec<Bsn>,
}

impl Asking<'_> {
    async fn ask(&self, vraag: &Controlevraag, controle: &Controle) -> std::result::Result<Answer, Vraagfout> {
        let Self { registers, access, context, doel } = *self;
        let verschillen = match vraag {
            Controlevraag::Persoon { bsn, getypt, minstens } => {
                let persoon = registers.persoon(access, context, doel, bsn).await?;
                let sent = dutch_date(controle.gemaakt_op);
                return Ok(Answer {
                    verschillen: getypt.differs(&persoon, *minstens, sent),
                    bijzonder: getypt.bijzonder(&persoon),
                    genoemd: getypt.genoemd(&persoon, sent),
                });
            }
            Controlevraag::Adres(adres) => registers.adressen(access, context, doel, adres).await.map(|_| Vec::new())?,
            Controlevraag::Onderneming { kvk_nummer, vestiging, getypt } => {
                self.company((kvk_nummer, vestiging.as_ref()), getypt).await?
            }
            Controlevraag::Houderschap { kenteken, bsn } => {
                vehicle_differs(&registers.houderschap(access, context, doel, (kenteken, bsn)).await?)
            }
        };
        Ok(Answer { verschillen, ..Answer::default() })
    }

    /// A company; or a branch, that must be one of it.
    async fn company(
        &self,
        (kvk_nummer, vestiging): (&KvkNummer, Option<&Vestigingsnummer>),
        getypt: &GetyptBedrijf,
    ) -> std::result::Result<Vec<&'static str>, Vraagfout> {
        let Self { registers, access, context, doel } = *self;
        let onderneming = registers.onderneming(access, context, doel, kvk_nummer).await?;
        let Some(nummer) = vestiging.filter(|nummer| onderneming.is_nevenvestiging(nummer)) else {
            return Ok(getypt.differs(&onderneming, &onderneming.alle_adressen()));
        };
        let (adressen, own) = match registers.vestiging(access, context, doel, nummer).await {
            Ok(branch) => (branch.adressen, branch.kvk_nummer.as_ref() == Some(kvk_nummer)),
            Err(Vraagfout::NietGevonden(_)) => (Vec::new(), false),
            Err(fault) => return Err(fault),
        };
        let mut differs = getypt.differs(&onderneming, &adressen);
        differs.extend((!own).then_some("vestiging"));
        Ok(differs)
    }
}

/// The key of the zaak was destroyed: nobody can read any more what was to be compared.
async fn drop_one(access: &Access, context: Context, controle: &Controle) -> std::result::Result<(), Vraagfout> {
    let (id, zaak) = (controle.id, controle.zaak);
    let work = access.write(context, move |op| {
        Box::pin(async move {
            match store::drop_one(op, id).await? {
                true => op.record(Event::of("controle-vervallen", "zaak", zaak)).await,
                false => Ok(()),
            }
        })
    });
    Ok(work.await?)
}

async fn all_later(access: &Access, register: Register, wait: SignedDuration) -> Result<()> {
    let now = access.clock().now();
    let until = after(now, wait)?;
    access.db().write(move |tx| Box::pin(store::postpone_all(tx, register, now, until))).await
}

async fn asked(access: &Access, claimed: &Claimed, wait: SignedDuration) -> Result<()> {
    let (id, until) = (claimed.controle.id, after(access.clock().now(), wait)?);
    access.db().write(move |tx| Box::pin(store::asked(tx, id, until))).await
}

/// In whose name the worker asks.
fn context(controle: &Controle, purpose: &Purpose) -> Context {
    Context {
        actor: Actor::machine("registers"),
        organisation: controle.organisatie.clone(),
        purpose: purpose.clone(),
        trace: format!("controle-{}", controle.id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_a_register_gives_no_answer_that_can_be_used_the_longer_it_is_left_alone() {
        let seconds = [0, 5, 6, 119, 120, i64::MAX].map(|n| pause(n).as_secs());
        assert_eq!(seconds, [10, 10, 30, 30, 600, 600]);
        assert!(pause(i64::MAX) + AFTER_OTHERS < store::LONGEST, "what waits that long is not taken for a fault of the clock");
    }
}

//! The worker that asks what could not be asked, when the register is back.
use super::{
    Controle, Controlevraag, Gecontroleerd, Uitkomst,
    store::{self, Claimed, after},
    vraag::{company_differs, income_differs, vehicle_differs},
};
use crate::{Doel, Doelen, Register, Registers, Vraagfout};
use access::{Access, Actor, Context, Event, Purpose, Result};
use jiff::SignedDuration;
use std::collections::BTreeSet;

/// Asks the questions that are due, at most fifty, and gives the answers that came. Nothing is settled here: settle each with what it
/// means for its zaak in one transaction; one that was not settled is asked again two minutes later.
/// A register that is away is left alone for ten seconds after the first question that finds it so, and for half a minute when it
/// has been away for a minute. Errors: the database is away.
pub async fn recheck_once(registers: &Registers, access: &Access, doelen: &Doelen) -> Result<Vec<Gecontroleerd>> {
    let now = access.clock().now();
    let claimed = access.db().write(move |tx| Box::pin(store::claim(tx, now))).await?;
    let (mut known, mut away) = (Vec::new(), BTreeSet::new());
    for claimed in claimed {
        if away.contains(&claimed.controle.register) {
            continue;
        }
        match one(registers, access, doelen, &claimed).await {
            Ok(answer) => known.extend(answer),
            Err(Vraagfout::Weg(register)) => {
                away.insert(register);
                let pause = pause(claimed.pogingen);
                all_later(access, register, pause).await?;
                // Perhaps it is this question alone: another goes first next time.
                one_later(access, &claimed, pause + AFTER_OTHERS).await?;
            }
            Err(fault) => {
                tracing::warn!(controle = %claimed.controle.id, %fault, "a question to a register waits");
                one_later(access, &claimed, wait(claimed.pogingen)).await?;
            }
        }
    }
    Ok(known)
}

/// How much later than the others the question is asked that found a register away.
const AFTER_OTHERS: SignedDuration = SignedDuration::from_secs(5);

/// How long a register that is away is left alone.
fn pause(pogingen: i64) -> SignedDuration {
    SignedDuration::from_secs(if pogingen < 6 { 10 } else { 30 })
}

/// How long a question waits to which there is an answer that can't be used: half a minute, and twice as long each time, to an hour.
fn wait(pogingen: i64) -> SignedDuration {
    let doubled = u32::try_from(pogingen.saturating_sub(1).clamp(0, 10)).unwrap_or_default();
    SignedDuration::from_secs(30 * 2_i64.pow(doubled)).min(SignedDuration::from_hours(1))
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
    let verschillen = match ask(registers, access, (&context, doel), &vraag).await {
        Err(Vraagfout::NietGevonden(_)) => None,
        answer => Some(answer?),
    };
    let uitkomst = match &verschillen {
        None => Uitkomst::NietGevonden,
        Some(differ) if differ.is_empty() => Uitkomst::Klopt,
        Some(_) => Uitkomst::Verschilt,
    };
    let controle = Controle { uitkomst, ..claimed.controle.clone() };
    Ok(Some(Gecontroleerd { controle, verschillen: verschillen.unwrap_or_default() }))
}

/// Asks, and gives what differs.
async fn ask(
    registers: &Registers,
    access: &Access,
    (context, doel): (&Context, &Doel),
    vraag: &Controlevraag,
) -> std::result::Result<Vec<&'static str>, Vraagfout> {
    Ok(match vraag {
        Controlevraag::Persoon { bsn, getypt } => getypt.differs(&registers.persoon(access, context, doel, bsn).await?),
        Controlevraag::Adres(adres) => registers.adressen(access, context, doel, adres).await.map(|_| Vec::new())?,
        Controlevraag::Onderneming { kvk_nummer, naam } => {
            company_differs(naam.as_deref(), &registers.onderneming(access, context, doel, kvk_nummer).await?)
        }
        Controlevraag::Houderschap { kenteken, bsn } => {
            vehicle_differs(&registers.houderschap(access, context, doel, (kenteken, bsn)).await?)
        }
        Controlevraag::Inkomen { bsn, jaar, inkomen } => {
            income_differs(*inkomen, &registers.inkomen(access, context, doel, (bsn, *jaar)).await?)
        }
    })
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

async fn one_later(access: &Access, claimed: &Claimed, wait: SignedDuration) -> Result<()> {
    let (id, until) = (claimed.controle.id, after(access.clock().now(), wait)?);
    access.db().write(move |tx| Box::pin(store::postpone(tx, id, until))).await
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
    fn a_register_that_is_away_is_never_left_alone_for_longer_than_half_a_minute() {
        let seconds: Vec<i64> = [0, 1, 5, 6, i64::MAX].map(|n| pause(n).as_secs()).to_vec();
        assert_eq!(seconds, [10, 10, 10, 30, 30]);
        let minutes: Vec<f64> = [1, 2, 3, 8, i64::MAX, 0].map(|n| wait(n).as_secs_f64() / 60.0).to_vec();
        assert_eq!(minutes, [0.5, 1.0, 2.0, 60.0, 60.0, 0.5]);
    }
}

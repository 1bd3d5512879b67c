//! Who acts for whom: written authority that one person gives another, and parents who act for their child.
//!
//! A machtiging is offered with eight words; who types them, signed in, accepts it. Either ends it at any moment. What it opens is decided
//! by `access::may`: the services that it names, and nothing else of the giver.

mod gezag;
mod machtiging;
mod store;

pub use gezag::{Kan, Kind, Leeftijdsgrens, kinderen, over_kind};
pub use machtiging::{MOST_YEARS, Machtiging, NewMachtiging, OFFER, Stand};

use ::store::Migration;
use access::{Error, Event, FollowCode, Grond, Op, Party, Refusal, Result, Vertegenwoordiging};
use machtiging::Kant;
use registers::Persoon;
use store::{Found, Side};
use uuid::Uuid;
use values::{Bsn, Id};

/// The tables of this context.
pub const MIGRATIONS: &[Migration] =
    &[Migration { context: "my-government", number: 1, sql: include_str!("../migrations/0001_machtiging.sql") }];

/// Who acts is a natural person for herself, and the register answered about her. Errors: `NotAllowed` for everybody else: who acts for
/// another passes nothing on, and a company has mandates of its own.
fn herself(op: &Op<'_>, persoon: &Persoon) -> Result<(Bsn, [u8; 32])> {
    let bsn = op.context().actor.oneself().ok_or(Error::NotAllowed)?.clone();
    if persoon.bsn != bsn {
        return Err(Error::Internal("a register answered about another".into()));
    }
    let hash = Party::Person(bsn.clone()).hash(op.keys(), &op.context().organisation)?;
    Ok((bsn, hash))
}

/// The same, for what asks no register.
fn own_hash(op: &Op<'_>) -> Result<[u8; 32]> {
    let bsn = op.context().actor.oneself().ok_or(Error::NotAllowed)?.clone();
    Ok(Party::Person(bsn).hash(op.keys(), &op.context().organisation)?)
}

/// Which of its two sides the actor is. Errors: `NotFound` for everybody else, also for who works for the organisation that keeps it.
fn side(op: &Op<'_>, found: &Found) -> Result<Side> {
    for (side, party) in [(Side::Gever, Some(found.gever.as_slice())), (Side::Gemachtigde, found.gemachtigde.as_deref())] {
        if op.is_the_partys(&Kant { id: found.id, organisatie: &found.organisatie, party })? {
            return Ok(side);
        }
    }
    Err(Error::NotFound)
}

/// Gives authority in writing: to whoever types its words. `persoon` is the giver, as the register has her. Errors:
/// `Invalid` with what is wrong, `Refused` when she has out as many as one may.
pub async fn give(op: &mut Op<'_>, new: &NewMachtiging, persoon: &Persoon) -> Result<Machtiging> {
    let (bsn, own) = herself(op, persoon)?;
    machtiging::check(new, op.today())?;
    let out = store::of(op, Side::Gever, &own).await?;
    let standing = |found: &&Found| matches!(found.moments.stand(op.now()), Stand::Aangeboden(_) | Stand::Geldig);
    if out.iter().filter(standing).count() >= machtiging::MOST {
        return Err(Error::Refused(Refusal("refused-machtiging-many")));
    }
    let code = FollowCode::new(op.keys());
    let id = store::insert(op, (&own, &bsn, machtiging::naam(persoon)?), new, &code).await?;
    op.record(Event::of("machtiging-gegeven", "machtiging", id.uuid())).await?;
    store::by_id(op, id).await?.view(op, Side::Gever).await
}

/// One machtiging, as its side sees it. Errors: `NotFound` for everybody else.
pub async fn look(op: &mut Op<'_>, id: Id<Machtiging>) -> Result<Machtiging> {
    let found = store::by_id(op, id).await?;
    let side = side(op, &found)?;
    op.record(Event::of("machtiging-bekeken", "machtiging", id.uuid()).about(Some(&found.gever))).await?;
    found.view(op, side).await
}

/// What the words of an offer are: of whom and for what. The giver reads in her journal that it was looked at. Errors: `NotFound` for
/// words of nothing or that were used; `Refused` when it is too late, or when it is one's own.
pub async fn offered(op: &mut Op<'_>, code: &FollowCode) -> Result<Machtiging> {
    let (found, _) = offer(op, code).await?;
    op.record(Event::of("machtiging-bekeken", "machtiging", found.id.uuid()).about(Some(&found.gever))).await?;
    found.view(op, Side::Gemachtigde).await
}

async fn offer(op: &mut Op<'_>, code: &FollowCode) -> Result<(Found, [u8; 32])> {
    let own = own_hash(op)?;
    let found = store::by_code(op, code).await?;
    if found.gever == own {
        return Err(Error::Refused(Refusal("refused-machtiging-own")));
    }
    match found.moments.stand(op.now()) {
        Stand::Aangeboden(_) => Ok((found, own)),
        _ => Err(Error::Refused(Refusal("refused-machtiging-late"))),
    }
}

/// Accepts an offer; its words are used up. `persoon` is who accepts, as the register has her: the giver sees her name. Errors: as
/// `offered`, and `Refused` for who is no adult.
pub async fn accept(op: &mut Op<'_>, code: &FollowCode, persoon: &Persoon) -> Result<Machtiging> {
    let (bsn, own) = herself(op, persoon)?;
    let (found, _) = offer(op, code).await?;
    machtiging::check_adult(persoon, op.today())?;
    store::accept(op, &found, (&own, &bsn, machtiging::naam(persoon)?)).await?;
    op.record(Event::of("machtiging-aangenomen", "machtiging", found.id.uuid()).about(Some(&found.gever))).await?;
    store::by_id(op, found.id).await?.view(op, Side::Gemachtigde).await
}

/// Ends a machtiging, or takes back an offer; each of the two may, at any moment. To end what is over changes nothing. Errors: `NotFound`
/// for everybody else.
pub async fn end(op: &mut Op<'_>, id: Id<Machtiging>) -> Result<Machtiging> {
    let found = store::by_id(op, id).await?;
    let side = side(op, &found)?;
    let action = match side {
        Side::Gever => "machtiging-ingetrokken",
        Side::Gemachtigde => "machtiging-opgezegd",
    };
    if matches!(found.moments.stand(op.now()), Stand::Aangeboden(_) | Stand::Geldig) {
        store::end(op, id).await?;
        op.record(Event::of(action, "machtiging", id.uuid()).about(Some(&found.gever))).await?;
    }
    store::by_id(op, id).await?.view(op, side).await
}

/// What the actor gave, and what she was given; the newest first. Errors: `NotAllowed` for who does not act for herself as a person.
pub async fn own(op: &mut Op<'_>) -> Result<(Vec<Machtiging>, Vec<Machtiging>)> {
    let own = own_hash(op)?;
    let id = op.context().actor.party().map(|party| party.id(op.keys(), &op.context().organisation)).transpose()?;
    let mut lists = (Vec::new(), Vec::new());
    for found in store::of(op, Side::Gever, &own).await? {
        lists.0.push(found.view(op, Side::Gever).await?);
    }
    for found in store::of(op, Side::Gemachtigde, &own).await? {
        lists.1.push(found.view(op, Side::Gemachtigde).await?);
    }
    op.record(Event::of("machtigingen-bekeken", "person", id.unwrap_or_default())).await?;
    Ok(lists)
}

/// What a machtiging lets the actor do now; `None` when it does not stand, or is not hers. Asked anew for each request of who acts under
/// it, and writes no line: what she then does writes its own.
pub async fn stands(op: &mut Op<'_>, id: Uuid) -> Result<Option<Vertegenwoordiging>> {
    let own = own_hash(op)?;
    let found = match store::by_id(op, id.into()).await {
        Err(Error::NotFound) => return Ok(None),
        found => found?,
    };
    let hers = found.gemachtigde.as_deref() == Some(own.as_slice());
    if !hers || found.moments.stand(op.now()) != Stand::Geldig {
        return Ok(None);
    }
    let (_, content) = found.open(op).await?;
    let (voor, naam, door) = (content.gever()?, content.gever_naam, content.gemachtigde_naam.unwrap_or_default());
    Ok(Some(Vertegenwoordiging { voor, naam, door, grond: Grond::Machtiging(id), diensten: content.diensten }))
}

/// Begins to act under a machtiging: a line that the giver reads. Errors: `Refused` when it does not stand, or is not hers.
pub async fn begin(op: &mut Op<'_>, id: Uuid) -> Result<Vertegenwoordiging> {
    let stands = stands(op, id).await?.ok_or(Error::Refused(Refusal("refused-machtiging-over")))?;
    let hash = Party::Person(stands.voor.clone()).hash(op.keys(), &op.context().organisation)?;
    op.record(Event::of("machtiging-gebruikt", "machtiging", id).about(Some(&hash))).await?;
    Ok(stands)
}

/// Ends it for good, for whoever acts under it: the register says that its giver died (BW 3:72 a). Her line stands among what was done
/// for her, so that she reads it if the register is wrong. Errors: `NotFound` for who may not act under it now.
pub async fn giver_died(op: &mut Op<'_>, id: Uuid) -> Result<()> {
    let of = stands(op, id).await?.ok_or(Error::NotFound)?;
    let hash = Party::Person(of.voor).hash(op.keys(), &op.context().organisation)?;
    store::end(op, id.into()).await?;
    op.record(Event::of("machtiging-vervallen", "machtiging", id).about(Some(&hash))).await
}

/// Destroys offers that nobody accepted in time and what was over long enough, with their keys; a worker runs it. Gives how many.
pub async fn sweep(op: &mut Op<'_>) -> Result<usize> {
    let gone = store::take_old(op).await?;
    for found in &gone {
        op.record(Event::of("machtiging-vernietigd", "machtiging", found.id.uuid()).about(Some(&found.gever))).await?;
    }
    Ok(gone.len())
}

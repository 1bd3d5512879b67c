//! A person's or company's own questions at all organisations: put together live, stored nowhere.
use super::{Vraag, open, store};
use access::{DataKey, Error, Event, FollowCode, Lists, Op, Party, Protected, Refusal, Result, page, shown};
use serde_json::{Value, json};
use uuid::Uuid;
use values::{Id, Oin};

/// Most questions on one page.
pub const PAGE: usize = 50;

/// Which part of the list.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Those that are over, or those that are not.
    pub closed: bool,
    /// Only those that were asked before this one: the last of the page before.
    pub before: Option<Uuid>,
}

/// The questions of the party of the actor at these organisations, the newest first; the second is `true` when there are more than a
/// page. Who acts for one branch sees those of that branch. Each organisation whose questions are shown gets a line in its part of the journal. Errors: `NotFound` for who did not sign in, or acts for another person.
pub async fn mine(op: &mut Op<'_>, organisations: &[Oin], part: Part) -> Result<(Vec<Vraag>, bool)> {
    let lists = Lists::own(op, organisations)?;
    let (list, more) = page(store::mine::list(op, &lists, part, PAGE + 1).await?, PAGE);
    shown(op, &lists.party, "vragen-bekeken", list.iter().map(|vraag| &vraag.organisatie)).await?;
    Ok((list, more))
}

/// What this party asked the organisation of the operation, for who works there and was given its number: first what is not over, the newest first; the
/// second is `true` when there are more than a page. Where something is shown it is a line in its journal. Errors: `NotFound` for who may not
/// see all its questions.
pub async fn of_party(op: &mut Op<'_>, party: &Party) -> Result<(Vec<Vraag>, bool)> {
    let lists = Lists::at_work(op, party)?;
    let mut found = Vec::new();
    for closed in [false, true] {
        found.extend(store::mine::list(op, &lists, Part { closed, before: None }, PAGE + 1).await?);
    }
    let (found, more) = page(found, PAGE);
    shown(op, party, "vragen-gezocht", found.iter().map(|vraag| &vraag.organisatie)).await?;
    Ok((found, more))
}

/// Makes the question of this code, which was asked without signing in, the party's of the actor, or of the branch for which she acts; the
/// code keeps working. What is hers already stays as it is. Errors: `NotFound` for a code of nothing and for who acts for another person,
/// `Refused` when it is another party's or branch's.
pub async fn join(op: &mut Op<'_>, code: &FollowCode) -> Result<Id<Vraag>> {
    let hash = code.hash(op.keys())?;
    let (id, _) = store::by_code(op, hash).await?;
    let vraag = store::vraag(op, id).await?;
    let organisation = vraag.organisatie.clone();
    let own = op.own_party_at(&organisation)?.ok_or(Error::NotFound)?;
    // Of two at once the second waits here, and sees whose it became.
    let vraag = store::hold(op, &vraag).await?;
    if vraag.party.is_some() {
        let hers = op.is_the_partys(&vraag)?;
        return if hers { Ok(id) } else { Err(Error::Refused(Refusal("refused-of-another"))) };
    }
    // Who has the code may do all its holder may, so also make it her own.
    let vestiging = op.vestiging_at(&organisation)?.map(Vec::from);
    let vraag = Vraag { party: Some(own.to_vec()), vestiging, ..vraag };
    let key = DataKey::find(op, vraag.data_key).await?;
    let mut steller = store::steller(op, &key, id).await?;
    steller.of(&op.context().actor, None);
    store::mine::join(op, &key, &vraag, &steller).await?;
    op.record(Event::of("vraag-verbonden", "vraag", id.uuid()).at(&organisation).about(vraag.party())).await?;
    Ok(id)
}

/// Every question and request to correct of the party of the actor at these organisations, to take along (AVG 15 and 20), with its thread.
/// Each is a line in the journal.
pub async fn everything(op: &mut Op<'_>, organisations: &[Oin]) -> Result<Value> {
    let mut vragen = Vec::new();
    for closed in [false, true] {
        let mut part = Part { closed, before: None };
        loop {
            let (list, more) = mine(op, organisations, part).await?;
            part.before = list.last().map(|vraag| vraag.id.uuid());
            for vraag in list {
                vragen.push(whole(op, vraag).await?);
            }
            if !more {
                break;
            }
        }
    }
    Ok(Value::Array(vragen))
}

/// Of a line of her own list: whose it is was decided there.
async fn whole(op: &mut Op<'_>, vraag: Vraag) -> Result<Value> {
    let view = open(op, vraag).await?;
    let vraag = &view.vraag;
    let event = Event::of("vraag-meegegeven", "vraag", vraag.id.uuid()).at(&vraag.organisatie);
    op.record(event.about(vraag.party())).await?;
    let messages: Vec<_> = view
        .berichten
        .iter()
        .map(|b| {
            let van = if b.van_organisatie { "organisatie" } else { "u" };
            json!({ "van": van, "op": b.op, "gelezen_op": b.gelezen_op, "tekst": b.tekst })
        })
        .collect();
    Ok(json!({
        "soort": vraag.soort.word(),
        "onderwerp": vraag.soort.onderwerp(),
        "organisatie": vraag.organisatie.expose(),
        "nummer": vraag.nummer,
        "eerst_ontvangen_op": vraag.eerst_ontvangen_op,
        "antwoord_voor": vraag.antwoord_voor,
        "uiterlijk_op": vraag.uiterlijk_op,
        "stand": vraag.stand.word(),
        "product": vraag.product,
        "berichten": messages,
        "doorzendingen": view.doorzendingen,
    }))
}

//! A question with an owner: number, organisation, first receipt, answer-by date, thread, and where it was sent on to.

mod berichten;
mod desk;
mod destroy;
mod mine;
mod over;
mod question;
mod receipt;
mod store;
mod wie;

pub use berichten::{BerichtLine, berichten, bewijs, unread, vraag_of_bericht};
pub use desk::{Dossier, dossier, note};
pub use destroy::{destroy, due_for_destruction};
pub use mine::{PAGE, Part, everything, join, mine, of_party};
pub use over::{OverZaak, diensten, over_zaak};
pub(crate) use question::{Done, Steller};
pub use question::{Onderwerp, Over, Soort, Stand, Vraag, VraagBericht, VraagView};
pub use wie::{Vrager, identify};

use access::{Acting, Action, BESLOTEN, Browser, DataKey, Error, Event, FollowCode, JournalLine, Op, Protected, Refusal, Result};
use catalogue::{Catalogue, Hosted};
use jiff::civil::Date;
use std::collections::HashMap;
use terms::Calendar;
use uuid::Uuid;
use values::{Doorzending, Email, Id, Language, Oin, Prose, UplName};

/// Most characters of a question or an answer.
pub const MAX_VRAAG: usize = 4_000;

/// What is needed to ask.
#[derive(Clone)]
pub struct NewVraag {
    /// Chosen by the one who asks, so that asking twice makes one question.
    pub id: Id<Vraag>,
    /// What kind of question.
    pub soort: Soort,
    /// The question.
    pub tekst: Prose,
    /// The name of who asks, where a register gives it.
    pub naam: Option<String>,
    /// Where an answer may be announced.
    pub email: Option<Email>,
    /// The product it is about.
    pub product: Option<UplName>,
    /// The language of the person.
    pub taal: Language,
    /// The browser that may see the receipt again.
    pub browser: Browser,
    /// Where the portal is, for the link in a letter.
    pub portal: String,
}

/// Asks a question of the organisation of the operation; it is the party's of the actor, when somebody signed in. Asking twice with one id
/// gives the same question, to the same browser or party. What is about a zaak is asked by who may write in that zaak: ask `cases` first. Errors:
/// `NotAllowed` for a request to correct and an objection by who did not sign in.
pub async fn ask(op: &mut Op<'_>, new: &NewVraag, hosted: &Hosted, calendar: &Calendar) -> Result<Vraag> {
    if store::opens(op, new.id, &new.browser).await? {
        return store::vraag(op, new.id).await;
    }
    let dienst = new.soort.over().map(|over| over.dienst.as_str());
    let party = match dienst {
        Some(dienst) => op.party_for_at(dienst, &hosted.oin)?,
        None => op.own_party_at(&hosted.oin)?,
    };
    if new.soort.needs_party() && party.is_none() {
        return Err(Error::NotAllowed);
    }
    let today = op.today();
    let code = FollowCode::new(op.keys());
    let key = DataKey::create(op).await?;
    let mut vraag = Vraag {
        id: new.id,
        organisatie: hosted.oin.clone(),
        nummer: receipt::number(op.keys(), today),
        eerst_ontvangen_op: op.now(),
        antwoord_voor: norm_end(hosted, today, calendar)?,
        uiterlijk_op: new.soort.last_day(today, calendar)?,
        soort: new.soort.clone(),
        stand: Stand::Open,
        product: new.product.as_ref().map(|p| p.as_str().to_owned()),
        taal: new.taal,
        party: party.map(Vec::from),
        vestiging: op.vestiging_at(&hosted.oin)?.map(Vec::from),
        data_key: key.id(),
    };
    op.may(Action::Create, &vraag)?;
    let email = new.email.as_ref().map(|e| e.as_str().to_owned());
    let mut steller = Steller { email, code: *code.expose(), partij: None, vestigingsnummer: None, naam: new.naam.clone() };
    steller.of(&op.context().actor, dienst);
    // Among a million questions of one year a new number is taken once in a hundred times: then another is drawn.
    while !store::insert(op, &key, &vraag, (&steller, &code, &new.browser)).await? {
        vraag.nummer = receipt::number(op.keys(), today);
    }
    store::insert_bericht(op, &key, new.id, false, new.tekst.as_str()).await?;
    if let Some(letter) = receipt::confirmation(&vraag, new, hosted, &code) {
        letters::enqueue(op, &key, ("vraag", new.id.uuid()), &letter).await?;
    }
    op.record(Event::of(new.soort.event(Done::Ontvangen), "vraag", new.id.uuid()).about(vraag.party())).await?;
    Ok(vraag)
}

/// The question of this code, if there is one, and whose it is. Gives nothing personal.
pub async fn find_by_code(op: &mut Op<'_>, code: &FollowCode) -> Result<(Id<Vraag>, Oin)> {
    let hash = code.hash(op.keys())?;
    store::by_code(op, hash).await
}

/// The question of this number, for the organisation of the operation.
pub async fn find_by_number(op: &mut Op<'_>, number: &str) -> Result<Id<Vraag>> {
    op.may_here(Action::Read)?;
    store::by_number(op, number).await
}

/// The numbers of the questions in these lines of the journal, as far as they are not destroyed. Errors: as `access::numbers`.
pub async fn numbers(op: &mut Op<'_>, lines: &[JournalLine]) -> Result<HashMap<Uuid, String>> {
    access::numbers(op, lines, ("vraag", store::NUMBERS)).await
}

/// Whose question it is, for the browser that asked it, or for the party of the actor: its organisation, and by which that knows the party
/// (`access::Protected::party`). Errors: `NotFound` for another.
pub async fn opened(op: &mut Op<'_>, id: Id<Vraag>, browser: &Browser) -> Result<(Oin, Option<Vec<u8>>)> {
    if !store::opens(op, id, browser).await? {
        return Err(Error::NotFound);
    }
    let vraag = store::vraag(op, id).await?;
    Ok((vraag.organisatie, vraag.party))
}

/// The organisation of a question and its kind, for who may read it. Errors: `NotFound` for another.
pub async fn may_read(op: &mut Op<'_>, id: Id<Vraag>) -> Result<(Oin, Soort)> {
    let vraag = store::vraag(op, id).await?;
    op.may(Action::Read, &vraag)?;
    Ok((vraag.organisatie, vraag.soort))
}

/// The questions of the organisation of the operation that wait (`Vraag::waits`), the first date first, from after this date and id; the second is `true` when
/// there are more than a page. Nothing personal.
pub async fn waiting(op: &mut Op<'_>, after: Option<(Date, Uuid)>) -> Result<(Vec<Vraag>, bool)> {
    op.may_here(Action::Read)?;
    Ok(access::page(store::waiting(op, after, PAGE + 1).await?, PAGE))
}

/// Everything of a question that its holder or handler may see. Writes a line in the journal. Errors: `NotAllowed` for who works here and does
/// not handle it, of a complaint or an objection: `dossier` is what she sees of it.
pub async fn look(op: &mut Op<'_>, id: Id<Vraag>) -> Result<VraagView> {
    let vraag = store::vraag(op, id).await?;
    op.may(Action::Read, &vraag)?;
    if matches!(op.context().actor.acting, Acting::Worker { .. }) {
        op.may(vraag.soort.answered_by(), &vraag)?;
    }
    let view = open(op, vraag).await?;
    op.record(Event::of(view.vraag.soort.event(Done::Gelezen), "vraag", id.uuid()).about(view.vraag.party())).await?;
    Ok(view)
}

/// Everything of a question; what the other side wrote was read from now on, for the proof of reading (Awb 2:25).
async fn open(op: &mut Op<'_>, vraag: Vraag) -> Result<VraagView> {
    let writer = match op.context().actor.acting {
        Acting::Holder { .. } | Acting::Person(_) | Acting::Representative { .. } => Some("organisatie"),
        Acting::Worker { .. } => Some("persoon"),
        Acting::Anonymous | Acting::Machine(_) => None,
    };
    if let Some(writer) = writer {
        store::mark_read(op, vraag.id, writer).await?;
    }
    store::view(op, vraag).await
}

/// The person adds something; the organisation must move again, and after an answer within its norm once more. The same words twice within
/// a minute are one message.
pub async fn contribute(op: &mut Op<'_>, id: Id<Vraag>, tekst: &Prose, with: (&Catalogue, &Calendar)) -> Result<()> {
    let vraag = store::vraag(op, id).await?;
    op.may(Action::Contribute, &vraag)?;
    let vraag = store::hold(op, &vraag).await?;
    vraag.still_open()?;
    let key = DataKey::find(op, vraag.data_key).await?;
    let (catalogue, calendar) = with;
    let until = match (vraag.stand, catalogue.hosted_with_oin(&vraag.organisatie)) {
        (Stand::Beantwoord, Some(hosted)) => norm_end(hosted, op.today(), calendar)?,
        _ => vraag.antwoord_voor,
    };
    store::set_stand(op, &vraag, (Stand::Open, until)).await?;
    if store::just_written(op, &key, id, (false, tekst.as_str())).await? {
        return Ok(());
    }
    store::insert_bericht(op, &key, id, false, tekst.as_str()).await?;
    op.record(Event::of(vraag.soort.event(Done::Aangevuld), "vraag", id.uuid()).about(vraag.party())).await
}

/// May the actor answer and close it for the organisation? Errors: `NotAllowed` for who only answers questions, of a complaint or an objection;
/// `Refused` for who took the decision to which is objected (Awb 10:3 lid 3).
async fn may_answer(op: &mut Op<'_>, vraag: &Vraag) -> Result<()> {
    op.may(vraag.soort.answered_by(), vraag)?;
    match &vraag.soort {
        Soort::Bezwaar(over, _) if op.did(BESLOTEN, over.zaak).await? => Err(Error::Refused(Refusal("refused-own-decision"))),
        _ => Ok(()),
    }
}

/// The organisation answers; a letter says so when there is an address, once for all that came before the letter left. The same words twice
/// within a minute are one answer. Errors: as `may_answer`.
pub async fn answer(op: &mut Op<'_>, id: Id<Vraag>, tekst: &Prose, portal: &str) -> Result<()> {
    let vraag = store::vraag(op, id).await?;
    may_answer(op, &vraag).await?;
    let vraag = store::hold(op, &vraag).await?;
    vraag.still_open()?;
    let key = DataKey::find(op, vraag.data_key).await?;
    store::set_stand(op, &vraag, (Stand::Beantwoord, vraag.antwoord_voor)).await?;
    if store::just_written(op, &key, id, (true, tekst.as_str())).await? {
        return Ok(());
    }
    store::insert_bericht(op, &key, id, true, tekst.as_str()).await?;
    let steller = store::steller(op, &key, id).await?;
    if let Some(letter) = receipt::answered(&vraag, &steller, portal) {
        letters::announce(op, &key, ("vraag", id.uuid()), &letter).await?;
    }
    op.record(Event::of(vraag.soort.event(Done::Beantwoord), "vraag", id.uuid()).about(vraag.party())).await
}

/// Sends it on to another organisation that takes questions here, and tells the person at once why and where to, with a letter when there is an
/// address (Awb 2:3); both dates are kept, both journals have a line. The other organisation knows the party by a hash of its own. Errors: `Refused`
/// for a complaint and an objection: those are about what this organisation did itself (Awb 6:4, 9:1).
pub async fn forward(
    op: &mut Op<'_>,
    id: Id<Vraag>,
    (to, catalogue): (&Hosted, &Catalogue),
    reden: &Prose,
    (calendar, portal): (&Calendar, &str),
) -> Result<()> {
    let vraag = store::vraag(op, id).await?;
    op.may(Action::Answer, &vraag)?;
    let vraag = store::hold(op, &vraag).await?;
    vraag.still_open()?;
    if vraag.soort.over().is_some() {
        return Err(Error::Refused(Refusal("refused-dispute-forward")));
    }
    if vraag.organisatie == to.oin {
        return Err(Error::Refused(Refusal("refused-already-there")));
    }
    let until = norm_end(to, op.today(), calendar)?;
    let key = DataKey::find(op, vraag.data_key).await?;
    let steller = store::steller(op, &key, id).await?;
    let (party, vestiging) = op.known_at(&to.oin, &vraag, (steller.party(), steller.vestiging()))?;
    // A term of law runs from the day on which the competent body received it: what comes back does not start again.
    let received = store::first_receipt(op, &vraag, &to.oin).await?.unwrap_or(op.today());
    let uiterlijk_op = vraag.soort.last_day(received, calendar)?;
    let there = Vraag {
        organisatie: to.oin.clone(),
        antwoord_voor: until,
        uiterlijk_op,
        stand: Stand::Open,
        party,
        vestiging,
        ..vraag.clone()
    };
    store::forward(op, &vraag, &there).await?;
    let name = catalogue.organisatie_with_code(&to.code).map_or_else(|| to.code.clone(), |to| to.in_words(vraag.taal));
    tell_sent_on(op, &vraag, (&name, reden), portal).await?;
    op.record(Event::of("vraag-doorgezonden", "vraag", id.uuid()).about(vraag.party())).await?;
    op.record(Event::of("vraag-ontvangen-van-ander", "vraag", id.uuid()).at(&to.oin).about(there.party())).await
}

/// Writes it to her, in the language in which she asked; a letter says so when there is an address.
async fn tell_sent_on(op: &mut Op<'_>, vraag: &Vraag, (name, reden): (&str, &Prose), portal: &str) -> Result<()> {
    let key = DataKey::find(op, vraag.data_key).await?;
    let told = texts::text_with(vraag.taal, "vraag-sent-on", &[("name", name)]);
    store::insert_bericht(op, &key, vraag.id, true, &format!("{}\n\n{told}", reden.as_str())).await?;
    let steller = store::steller(op, &key, vraag.id).await?;
    match receipt::sent_on(vraag, &steller, (name, portal)) {
        Some(letter) => letters::enqueue(op, &key, ("vraag", vraag.id.uuid()), &letter).await,
        None => Ok(()),
    }
}

/// Where the organisation of the operation last sent on the question of this number; nothing more of it. Writes a line in its journal. Errors:
/// `NotFound` when it never had it, and for who may not see its work.
pub async fn sent_on_to(op: &mut Op<'_>, number: &str) -> Result<Doorzending> {
    op.may_here(Action::Read)?;
    let (id, sent_on) = store::from_here(op, number).await?;
    let vraag = store::vraag(op, id).await?;
    let key = DataKey::find(op, vraag.data_key).await?;
    let steller = store::steller(op, &key, id).await?;
    let (party, _) = op.known_at(&sent_on.van, &vraag, (steller.party(), steller.vestiging()))?;
    op.record(Event::of("doorzending-opgezocht", "vraag", id.uuid()).about(party.as_deref())).await?;
    Ok(sent_on)
}

/// The organisation ends it; of an objection the answer is the decision. Errors: `Refused` when nothing was answered yet, and as `may_answer`.
pub async fn close(op: &mut Op<'_>, id: Id<Vraag>) -> Result<()> {
    let vraag = store::vraag(op, id).await?;
    may_answer(op, &vraag).await?;
    let vraag = store::hold(op, &vraag).await?;
    vraag.still_open()?;
    if vraag.stand != Stand::Beantwoord {
        return Err(Error::Refused(Refusal("refused-not-answered")));
    }
    store::set_stand(op, &vraag, (Stand::Gesloten, vraag.antwoord_voor)).await?;
    op.record(Event::of(vraag.soort.event(Done::Gesloten), "vraag", id.uuid()).about(vraag.party())).await
}

fn norm_end(hosted: &Hosted, received: Date, calendar: &Calendar) -> Result<Date> {
    hosted.vraag_norm.end(received, calendar).map(|deadline| deadline.date).map_err(|e| Error::Internal(e.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use access::{Actor, Context, Purpose};
    use std::path::Path;

    /// Asks under number `nummer`, as `ask` does.
    async fn numbered(op: &mut Op<'_>, id: Id<Vraag>, nummer: &str, hosted: &Hosted) -> Result<bool> {
        let (key, code) = (DataKey::create(op).await?, FollowCode::new(op.keys()));
        let vraag = Vraag {
            id,
            organisatie: hosted.oin.clone(),
            nummer: nummer.to_owned(),
            eerst_ontvangen_op: op.now(),
            antwoord_voor: op.today(),
            uiterlijk_op: None,
            soort: Soort::Vraag,
            stand: Stand::Open,
            product: None,
            taal: Language::Nl,
            party: None,
            vestiging: None,
            data_key: key.id(),
        };
        let steller = Steller { email: None, code: *code.expose(), partij: None, vestigingsnummer: None, naam: None };
        let browser = Browser::new(op.keys());
        store::insert(op, &key, &vraag, (&steller, &code, &browser)).await
    }

    #[tokio::test]
    async fn a_number_that_another_question_has_is_told_from_a_question_that_was_asked() {
        static MIGRATIONS: std::sync::LazyLock<Vec<::store::Migration>> =
            std::sync::LazyLock::new(|| [access::MIGRATIONS, letters::MIGRATIONS, crate::MIGRATIONS].concat());
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let catalogue = Catalogue::load(&root.join("reference"), &root.join("services")).unwrap();
        let hosted = catalogue.hosted()[0].clone();
        for world in testing::worlds(&MIGRATIONS).await {
            let (id, hosted) = (Id::new(), hosted.clone());
            let purpose = Purpose::new("test", "test");
            let context = Context { actor: Actor::anonymous(), organisation: hosted.oin.clone(), purpose, trace: "test".into() };
            let work = world.access.write(context, move |op| {
                let hosted = hosted.clone();
                Box::pin(async move {
                    let first = numbered(op, id, "V-2026-0000-0001", &hosted).await?;
                    let taken = numbered(op, Id::new(), "V-2026-0000-0001", &hosted).await?;
                    Ok((first, taken, numbered(op, id, "V-2026-0000-0002", &hosted).await))
                })
            });
            let (first, taken, again) = work.await.unwrap();
            assert!(first && !taken);
            assert!(matches!(again, Err(Error::Conflict("vraag"))));
        }
    }
}

//! A question with an owner: number, organisation, first receipt, answer-by date, thread, and where it was sent on to.

mod receipt;
mod store;

use access::{Action, Browser, DataKey, Error, Event, FollowCode, Op, Protected, Refusal, Result};
use catalogue::{Catalogue, Hosted};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use terms::Calendar;
use uuid::Uuid;
use values::{Email, Id, Language, Oin, Prose, UplName};

/// Questions on one page of the list.
pub const PAGE: usize = 50;

/// Most characters of a question or an answer.
pub const MAX_VRAAG: usize = 4_000;

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
    /// Where it stands.
    pub stand: Stand,
    /// The product it is about, when it was asked on the page of one.
    pub product: Option<String>,
    /// The language of the person.
    pub taal: Language,
    pub(crate) data_key: Uuid,
}

impl Protected for Vraag {
    fn id(&self) -> Uuid {
        self.id.uuid()
    }
    fn organisation(&self) -> &Oin {
        &self.organisatie
    }
}

impl Vraag {
    fn still_open(&self) -> Result<()> {
        if self.stand == Stand::Gesloten { Err(Error::Refused(Refusal("refused-vraag-closed"))) } else { Ok(()) }
    }
}

/// Who asks, and the code she got: sealed.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Steller {
    pub email: Option<String>,
    pub code: [u8; 16],
}

/// What is needed to ask.
#[derive(Clone)]
pub struct NewVraag {
    /// Chosen by the one who asks, so that asking twice makes one question.
    pub id: Id<Vraag>,
    /// The question.
    pub tekst: Prose,
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

/// One message of the thread.
#[derive(Clone)]
pub struct VraagBericht {
    /// Written by the organisation, not by the person.
    pub van_organisatie: bool,
    /// When.
    pub op: Timestamp,
    /// What.
    pub tekst: String,
}

/// Sent on to another organisation, with both dates of receipt.
#[derive(Debug, Clone)]
pub struct Doorzending {
    /// By whom.
    pub van: Oin,
    /// To whom.
    pub naar: Oin,
    /// When the first received it.
    pub ontvangen_op: Timestamp,
    /// When the other received it.
    pub doorgezonden_op: Timestamp,
}

/// A question with all that belongs to it, opened.
pub struct VraagView {
    /// The question.
    pub vraag: Vraag,
    /// The thread, oldest first.
    pub berichten: Vec<VraagBericht>,
    /// Where it was sent on to, oldest first.
    pub doorzendingen: Vec<Doorzending>,
    code: [u8; 16],
}

impl VraagView {
    /// The code that follows it.
    pub fn code(&self) -> Option<FollowCode> {
        FollowCode::from_bytes(&self.code)
    }
}

/// Asks a question of the organisation of the operation. Asking twice with one id by one browser gives the same question.
pub async fn ask(op: &mut Op<'_>, new: &NewVraag, hosted: &Hosted, calendar: &Calendar) -> Result<Vraag> {
    if store::is_of_browser(op, new.id, &new.browser).await? {
        return store::vraag(op, new.id).await;
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
        stand: Stand::Open,
        product: new.product.as_ref().map(|p| p.as_str().to_owned()),
        taal: new.taal,
        data_key: key.id(),
    };
    op.may(Action::Create, &vraag)?;
    // Among a million questions of one year a new number is taken once in a hundred times: then another is drawn.
    while !store::insert(op, &key, &vraag, new, &code).await? {
        vraag.nummer = receipt::number(op.keys(), today);
    }
    store::insert_bericht(op, &key, new.id, false, new.tekst.as_str()).await?;
    if let Some(letter) = receipt::confirmation(&vraag, new, hosted, &code) {
        letters::enqueue(op, &key, ("vraag", new.id.uuid()), &letter).await?;
    }
    op.record(Event::of("vraag-ontvangen", "vraag", new.id.uuid())).await?;
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

/// Whose question it is, for the browser that asked it. Errors: `NotFound` for another browser.
pub async fn organisation_of(op: &mut Op<'_>, id: Id<Vraag>, browser: &Browser) -> Result<Oin> {
    if store::is_of_browser(op, id, browser).await? { Ok(store::vraag(op, id).await?.organisatie) } else { Err(Error::NotFound) }
}

/// The open questions of the organisation of the operation, the first date first, from after this date and id; the second is `true` when
/// there are more than a page. Nothing personal.
pub async fn waiting(op: &mut Op<'_>, after: Option<(Date, Uuid)>) -> Result<(Vec<Vraag>, bool)> {
    op.may_here(Action::Read)?;
    let mut found = store::waiting(op, after, PAGE + 1).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    Ok((found, more))
}

/// Everything of a question that its holder or handler may see. Writes a line in the journal.
pub async fn look(op: &mut Op<'_>, id: Id<Vraag>) -> Result<VraagView> {
    let vraag = store::vraag(op, id).await?;
    op.may(Action::Read, &vraag)?;
    let view = store::view(op, vraag).await?;
    op.record(Event::of("vraag-gelezen", "vraag", id.uuid())).await?;
    Ok(view)
}

/// The person adds something; the organisation must move again.
pub async fn contribute(op: &mut Op<'_>, id: Id<Vraag>, tekst: &Prose) -> Result<()> {
    let vraag = store::vraag(op, id).await?;
    op.may(Action::Contribute, &vraag)?;
    vraag.still_open()?;
    let key = DataKey::find(op, vraag.data_key).await?;
    store::insert_bericht(op, &key, id, false, tekst.as_str()).await?;
    store::set_stand(op, id, Stand::Open).await?;
    op.record(Event::of("vraag-aangevuld", "vraag", id.uuid())).await
}

/// The organisation answers; a letter says so when there is an address.
pub async fn answer(op: &mut Op<'_>, id: Id<Vraag>, tekst: &Prose, portal: &str) -> Result<()> {
    let vraag = store::vraag(op, id).await?;
    op.may(Action::Answer, &vraag)?;
    vraag.still_open()?;
    let key = DataKey::find(op, vraag.data_key).await?;
    store::insert_bericht(op, &key, id, true, tekst.as_str()).await?;
    store::set_stand(op, id, Stand::Beantwoord).await?;
    let steller = store::steller(op, &key, id).await?;
    if let Some(letter) = receipt::answered(&vraag, &steller, portal) {
        letters::enqueue(op, &key, ("vraag", id.uuid()), &letter).await?;
    }
    op.record(Event::of("vraag-beantwoord", "vraag", id.uuid())).await
}

/// Sends it on to another organisation that takes questions here (Awb 2:3); both dates are kept, both journals have a line.
pub async fn forward(op: &mut Op<'_>, id: Id<Vraag>, to: &Hosted, calendar: &Calendar) -> Result<()> {
    let vraag = store::vraag(op, id).await?;
    op.may(Action::Answer, &vraag)?;
    vraag.still_open()?;
    if vraag.organisatie == to.oin {
        return Err(Error::Refused(Refusal("refused-already-there")));
    }
    let until = norm_end(to, op.today(), calendar)?;
    store::forward(op, &vraag, &to.oin, until).await?;
    op.record(Event::of("vraag-doorgezonden", "vraag", id.uuid())).await?;
    op.record(Event::of("vraag-ontvangen-van-ander", "vraag", id.uuid()).at(&to.oin)).await
}

/// The organisation ends it. Errors: `Refused` when nothing was answered yet.
pub async fn close(op: &mut Op<'_>, id: Id<Vraag>) -> Result<()> {
    let vraag = store::vraag(op, id).await?;
    op.may(Action::Answer, &vraag)?;
    vraag.still_open()?;
    if vraag.stand != Stand::Beantwoord {
        return Err(Error::Refused(Refusal("refused-not-answered")));
    }
    store::set_stand(op, id, Stand::Gesloten).await?;
    op.record(Event::of("vraag-gesloten", "vraag", id.uuid())).await
}

fn norm_end(hosted: &Hosted, received: Date, calendar: &Calendar) -> Result<Date> {
    hosted.vraag_norm.end(received, calendar).map(|deadline| deadline.date).map_err(|e| Error::Internal(e.to_string()))
}

/// The name of an organisation that is hosted here, as it stands in a sentence.
pub fn name_of(catalogue: &Catalogue, oin: &Oin, language: Language) -> String {
    let hosted = catalogue.hosted_with_oin(oin).and_then(|h| catalogue.organisatie_with_code(&h.code));
    hosted.map(|o| o.in_words(language)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use access::{Actor, Context, Purpose};
    use std::path::Path;

    /// Asks under number `nummer`, as `ask` does.
    async fn numbered(op: &mut Op<'_>, id: Id<Vraag>, nummer: &str, hosted: &Hosted) -> Result<bool> {
        let (key, code) = (DataKey::create(op).await?, FollowCode::new(op.keys()));
        let new = NewVraag {
            id,
            tekst: Prose::parse("Mag ik een boom planten?", 100).unwrap(),
            email: None,
            product: None,
            taal: Language::Nl,
            browser: Browser::new(op.keys()),
            portal: String::new(),
        };
        let vraag = Vraag {
            id,
            organisatie: hosted.oin.clone(),
            nummer: nummer.to_owned(),
            eerst_ontvangen_op: op.now(),
            antwoord_voor: op.today(),
            stand: Stand::Open,
            product: None,
            taal: Language::Nl,
            data_key: key.id(),
        };
        store::insert(op, &key, &vraag, &new, &code).await
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

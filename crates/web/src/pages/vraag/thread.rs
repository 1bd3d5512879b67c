//! The thread of a question as its person sees it, whichever door she came through: look, and write back.
use crate::{
    ask::Ask,
    fault::Fault,
    fields::Fields,
    frame::{Frame, Wrong, page},
    pages::{
        message::{Message, Page, sent_on},
        mine::my_data::label,
        vraag::title,
        wayfinding::topics::capital,
        wayfinding::urgent::{Urgent, urgent},
        zaak::{self, dispute, message},
    },
};
use access::Context;
use askama::Template;
use axum::{http::StatusCode, response::Response};
use right_door::{MAX_VRAAG, Soort, Stand, Vraag, VraagView};
use terms::CorrectieRegime;
use values::{Id, UplName, dutch_date};

/// A question and the door through which it is seen.
pub(crate) struct Opened {
    /// Which.
    pub id: Id<Vraag>,
    /// Who looks, for which organisation, and why.
    pub context: Context,
    /// The path of its page, without language.
    pub path: String,
    /// The door is Mijn overheid.
    pub mine: bool,
}

/// What the law says of a request to correct a register.
struct Law {
    last_day: String,
    longer: Option<String>,
    remedy: String,
}

#[derive(Template)]
#[template(path = "thread.html")]
struct ThreadPage {
    f: Frame,
    /// Whom to call instead of waiting for an answer, right after it was asked.
    urgent: Vec<Urgent>,
    /// As the receipt, right after it was asked.
    first: bool,
    /// It stands in Mijn overheid; its page there.
    mine: Option<String>,
    back: bool,
    number: String,
    organisatie: String,
    received: String,
    /// The day of its norm; the day of the law goes before it.
    promise: String,
    /// What the law says of it, and what one can do when it is not followed.
    law: Option<Law>,
    /// How its words begin: a request, a complaint or an objection is no question.
    word: &'static str,
    /// The zaak that it is about: its page, and what the link to it is called.
    zaak: Option<(String, String)>,
    waiting: bool,
    closed: bool,
    product: Option<String>,
    forwarded: Vec<String>,
    messages: Vec<Message>,
    words: Vec<String>,
    follow: String,
    /// Where one writes back.
    at: String,
    value: String,
}

impl ThreadPage {
    /// A sentence of this page.
    fn say(&self, what: &str) -> String {
        self.f.t(format!("{}-{what}", self.word))
    }
}

/// A question with its thread, as a line in the journal.
async fn look(ask: &Ask, opened: &Opened) -> Result<VraagView, Fault> {
    let id = opened.id;
    let work = ask.write(opened.context.clone(), move |op| Box::pin(async move { right_door::look(op, id).await }));
    work.await
}

/// The page of a question, with what was typed and is wrong.
pub(crate) async fn show(ask: &Ask, opened: &Opened, wrong: Wrong) -> Result<Response, Fault> {
    let view = look(ask, opened).await?;
    let mut shown = thread(ask, opened, &view, ask.frame(title_of(ask, &view.vraag)));
    shown.value = shown.f.take(wrong);
    Ok(page(shown.f.status(), &shown))
}

/// The receipt.
pub(crate) async fn receipt(ask: &Ask, opened: &Opened) -> Result<Response, Fault> {
    let view = look(ask, opened).await?;
    let urgent = view.berichten.first().map(|asked| urgent(ask, &asked.tekst)).unwrap_or_default();
    let title = match view.vraag.soort {
        Soort::Vraag => "vraag-receipt-title",
        Soort::Correctie(_) => "correction-receipt-title",
        Soort::Klacht(_) => "klacht-receipt-title",
        Soort::Bezwaar(..) => "bezwaar-receipt-title",
    };
    let shown = thread(ask, opened, &view, ask.frame(ask.text(title)));
    // She goes on where she finds it back.
    let at = shown.mine.clone().unwrap_or_else(|| shown.follow.clone());
    Ok(page(StatusCode::OK, &ThreadPage { first: true, urgent, at, ..shown }))
}

/// Writes back.
pub(crate) async fn add(ask: &Ask, opened: &Opened, fields: &Fields) -> Result<Response, Fault> {
    let text = match message(fields, MAX_VRAAG) {
        Ok(text) => text,
        Err(wrong) => return show(ask, opened, Some(wrong)).await,
    };
    let (app, id) = (ask.app.clone(), opened.id);
    let work = ask.write(opened.context.clone(), move |op| {
        let (app, text) = (app.clone(), text.clone());
        Box::pin(async move { right_door::contribute(op, id, &text, (&app.catalogue, &app.calendar)).await })
    });
    work.await?;
    Ok(ask.go(&format!("{}#berichten", opened.path)))
}

/// What a question is about, as the heading of its page.
pub(crate) fn title_of(ask: &Ask, vraag: &Vraag) -> String {
    subject_title(ask, &vraag.soort)
}

/// What a question of this kind is about, where no product is named.
pub(crate) fn subject_title(ask: &Ask, soort: &Soort) -> String {
    match soort {
        Soort::Vraag => ask.text("thread-title"),
        Soort::Correctie(over) => texts::text_with(ask.language, "correction-of", &[("what", &label(ask.language, &over.veld))]),
        Soort::Klacht(over) => {
            let what = zaak::title(ask, ask.app.catalogue.service(&over.dienst), &over.nummer);
            texts::text_with(ask.language, "klacht-of", &[("what", &what)])
        }
        Soort::Bezwaar(over, _) => texts::text_with(ask.language, "bezwaar-of", &[("number", &over.nummer)]),
    }
}

/// What the law says of a complaint or an objection.
fn of_dispute(ask: &Ask, vraag: &Vraag, owner: &str) -> Option<Law> {
    let mut days =
        dispute::terms(ask, &vraag.soort, (dutch_date(vraag.eerst_ontvangen_op), vraag.uiterlijk_op), owner).into_iter();
    let last_day = days.next()?;
    let longer = days.collect::<Vec<_>>().join(" ");
    let after = texts::text_with(ask.language, &format!("{}-after", vraag.soort.word()), &[("name", owner)]);
    Some(Law { last_day, longer: (!longer.is_empty()).then_some(longer), remedy: after })
}

fn law(ask: &Ask, vraag: &Vraag, owner: &str) -> Option<Law> {
    if vraag.soort.over().is_some() {
        return of_dispute(ask, vraag, owner);
    }
    let (Soort::Correctie(over), Some(until)) = (&vraag.soort, vraag.uiterlijk_op) else { return None };
    let regime = CorrectieRegime::of(&over.register, &over.veld, dutch_date(vraag.eerst_ontvangen_op))?;
    let told = |key, values: &[(&str, &str)]| texts::text_with(ask.language, key, values);
    let date = texts::date(until, ask.language);
    let weeks = |term: values::Term| term.weeks.to_string();
    let longer = regime.verlenging.filter(|_| regime.may_be_longer(&over.veld));
    Some(Law {
        last_day: told(
            "thread-legal",
            &[("name", owner), ("date", &date), ("article", &texts::ground(ask.language, &regime.beslistermijn_bron))],
        ),
        longer: longer
            .map(|term| told("thread-longer", &[("name", owner), ("weeks", &weeks(term)), ("article", &regime.verlenging_bron)])),
        remedy: told(
            "thread-remedy",
            &[("name", owner), ("weeks", &weeks(regime.rechtsmiddel_termijn)), ("article", &regime.rechtsmiddel_bron)],
        ),
    })
}

/// What a product is called, in the language of the reader.
pub(crate) fn product_title(ask: &Ask, name: &str) -> String {
    let product = UplName::parse(name).ok().and_then(|name| ask.app.catalogue.product(&name));
    product.map_or_else(|| name.to_owned(), |product| title(ask, product))
}

fn thread(ask: &Ask, opened: &Opened, view: &VraagView, mut f: Frame) -> ThreadPage {
    let language = ask.language;
    let vraag = &view.vraag;
    f.path.clone_from(&opened.path);
    let (words, link) = view.code().map(|c| (c.words(), c.link())).unwrap_or_default();
    let follow = ask.url(&format!("/volgen/{link}"));
    let own = vraag.party.is_some() && f.visitor.is_some();
    let mine = own.then(|| ask.url(&format!("/mijn/vragen/{}", opened.id)));
    let owner = capital(&ask.name_of(&vraag.organisatie));
    let date = texts::date(vraag.antwoord_voor, language);
    let promise = if vraag.antwoord_voor < ask.app.access.clock().today() { "zaak-later" } else { "thread-date-text" };
    ThreadPage {
        urgent: vec![],
        first: false,
        back: opened.mine,
        number: vraag.nummer.clone(),
        promise: texts::text_with(language, promise, &[("name", &owner), ("date", &date)]),
        law: law(ask, vraag, &owner),
        word: match vraag.soort {
            Soort::Vraag => "thread",
            Soort::Correctie(_) => "request",
            Soort::Klacht(_) | Soort::Bezwaar(..) => "dispute",
        },
        zaak: vraag
            .soort
            .over()
            .filter(|_| opened.mine)
            .map(|over| (ask.url(&format!("/mijn/zaken/{}", over.zaak)), ask.text("dispute-back"))),
        organisatie: owner,
        received: texts::moment(vraag.eerst_ontvangen_op, language),
        waiting: vraag.stand == Stand::Open,
        closed: vraag.stand == Stand::Gesloten,
        product: vraag.product.as_deref().map(|name| product_title(ask, name)),
        forwarded: sent_on(ask, &view.doorzendingen),
        messages: Message::of_vraag(ask, Page::Person, view),
        words,
        at: ask.url(&opened.path),
        follow,
        mine,
        value: String::new(),
        f,
    }
}

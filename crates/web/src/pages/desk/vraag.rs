//! One question as staff see it: the thread, notes, answer, send on, close; and of a request to correct, whose it is.
use super::{
    dates::{Due, dues},
    naar::{hosted, others},
    zaak::{Betrokkene, written},
};
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{
        back::Back,
        message::{Message, Page, sent_on},
        mine::my_data::{GEHEIM, label},
        vraag::thread::product_title,
        zaak::{self, prose},
    },
};
use access::{Context, Op, Purpose, Step};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use right_door::{Dossier, MAX_VRAAG, OverZaak, Soort, Stand, Vraag, Vrager};
use uuid::Uuid;
use values::Id;

#[derive(Template)]
#[template(path = "desk/vraag.html")]
struct VraagPage {
    f: Frame,
    at: String,
    number: String,
    /// Where it stands, where it is not simply waiting for an answer.
    status: Option<String>,
    received: String,
    /// The days before which it must be dealt with.
    dues: Vec<Due>,
    /// The word of its kind, in texts.
    word: &'static str,
    /// It can be answered, and closed after an answer.
    open: bool,
    answered: bool,
    /// Why she who looks may not answer it.
    refused: Option<String>,
    forwarded: Vec<String>,
    messages: Vec<Message>,
    /// What was written is not for her who looks.
    shielded: bool,
    notes: Vec<(String, String, String)>,
    /// Who asked, where she who looks must carry it out.
    betrokkene: Option<Betrokkene>,
    /// The zaak that it is about: where it is, and its number.
    zaak: Option<(String, String)>,
    /// The number is masked, and she may see it whole.
    can_identify: bool,
    /// To whom it can be sent on: code and name.
    others: Vec<(String, String)>,
    typed: Fields,
}

impl VraagPage {
    /// A text of this page: a complaint or an objection is no question.
    fn say<'a>(&self, question: &'a str, dispute: &'a str) -> String {
        self.f.t(if self.zaak.is_some() { dispute } else { question })
    }

    /// A text of this page that each kind has of its own.
    fn of_kind(&self, what: &str) -> String {
        self.f.t(format!("desk-{}-{what}", self.word))
    }

    /// Something is wrong with where it was to be sent on and why, or it was not.
    fn sends_on(&self) -> bool {
        self.f.fault_at("naar").is_some() || !self.typed.get("reden").is_empty()
    }
}

/// Why somebody at work looks at it and writes in it.
fn purpose_of(soort: &Soort) -> Purpose {
    match soort {
        Soort::Vraag => Purpose::new("vraag beantwoorden", "AVG artikel 6 lid 1 e"),
        Soort::Correctie(over) if over.veld == GEHEIM => {
            Purpose::new("verzoek om geheimhouding behandelen", "Wet BRP artikel 2.59")
        }
        Soort::Correctie(_) => Purpose::new("verzoek tot verbetering behandelen", "Wet BRP artikel 2.58"),
        Soort::Klacht(_) => Purpose::new("klacht behandelen", "AVG artikel 6 lid 1 e; Awb artikel 9:2"),
        Soort::Bezwaar(..) => Purpose::new("bezwaar behandelen", "AVG artikel 6 lid 1 e; Awb artikel 7:11"),
    }
}

/// The context of her who is at work, with the purpose of what this is. Errors: `NotFound` for who may not see it.
async fn context(ask: &Ask, id: Uuid) -> Result<Context, Fault> {
    let context = ask.at_work(purpose_of(&Soort::Vraag))?;
    let work = ask.read(context.clone(), move |op| Box::pin(async move { right_door::may_read(op, Id::from(id)).await }));
    Ok(Context { purpose: purpose_of(&work.await?.1), ..context })
}

/// The page.
pub(crate) async fn show(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    again(&ask, id, Fields(vec![]), vec![]).await
}

/// The page with what was typed and could not be done.
async fn again(ask: &Ask, id: Uuid, typed: Fields, back: impl Into<Back>) -> Result<Response, Fault> {
    let catalogue = ask.app.catalogue.clone();
    let work = ask.write(context(ask, id).await?, move |op| {
        let catalogue = catalogue.clone();
        Box::pin(async move { right_door::dossier(op, Id::from(id), &catalogue).await })
    });
    let shown = vraag_page(ask, &work.await?, typed, back.into());
    Ok(page(shown.f.status(), &shown))
}

/// The page with the whole number of who asked it: a look that is written down by itself.
pub(crate) async fn identify(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    ask.at_work(purpose_of(&Soort::Vraag))?;
    ask.lately(&format!("/balie/vragen/{id}"))?;
    let catalogue = ask.app.catalogue.clone();
    let work = ask.write(context(&ask, id).await?, move |op| {
        let catalogue = catalogue.clone();
        Box::pin(async move {
            let wie = Some(right_door::identify(op, Id::from(id)).await?);
            Ok(Dossier { wie, ..right_door::dossier(op, Id::from(id), &catalogue).await? })
        })
    });
    let shown = vraag_page(&ask, &work.await?, Fields(vec![]), vec![].into());
    Ok(page(StatusCode::OK, &VraagPage { can_identify: false, ..shown }))
}

fn vraag_page(ask: &Ask, dossier: &Dossier, typed: Fields, back: Back) -> VraagPage {
    let (view, wie) = (&dossier.view, dossier.wie.as_ref());
    let (vraag, language) = (&view.vraag, ask.language);
    let mut f = ask.frame(about(ask, vraag));
    f.path = format!("/balie/vragen/{}", vraag.id);
    let lost = if vraag.stand == Stand::Gesloten { vec!["bericht", "reden"] } else { vec![] };
    back.tell(ask, &mut f, lost.into_iter().map(|name| typed.get(name).to_owned()).collect());
    f.labels = vec![("bericht".into(), ask.text("desk-answer-label"))];
    VraagPage {
        at: ask.url(&f.path),
        number: vraag.nummer.clone(),
        status: match vraag.stand {
            Stand::Open => None,
            Stand::Beantwoord => Some(ask.text("desk-vraag-answered")),
            Stand::Gesloten => Some(ask.text("desk-vraag-closed")),
        },
        received: texts::moment(vraag.eerst_ontvangen_op, language),
        dues: if vraag.waits() { dues(ask, (vraag.promised(), vraag.uiterlijk_op), vraag.bites()) } else { vec![] },
        word: vraag.soort.word(),
        open: vraag.stand != Stand::Gesloten,
        answered: vraag.stand == Stand::Beantwoord,
        refused: dossier.weigering.as_ref().map(|why| ask.text(why.0)),
        forwarded: sent_on(ask, &view.doorzendingen),
        messages: Message::of_vraag(ask, Page::Desk, view),
        shielded: dossier.afgeschermd,
        notes: dossier.notities.iter().map(|note| written(ask, note)).collect(),
        // What is about the own work of an organisation is nobody else's.
        others: if vraag.soort.over().is_some() { vec![] } else { others(ask, &vraag.organisatie, |_| true) },
        betrokkene: wie.map(|wie| betrokkene(ask, wie)),
        zaak: vraag.soort.over().map(|over| {
            let number = texts::text_with(language, "dispute-zaak", &[("number", &over.nummer)]);
            (ask.url(&format!("/balie/zaken/{}", over.zaak)), number)
        }),
        can_identify: wie.is_some_and(|wie| wie.persoon),
        typed,
        f,
    }
}

/// What a question is about, in a few words.
pub(super) fn about(ask: &Ask, vraag: &Vraag) -> String {
    match (&vraag.soort, &vraag.product) {
        (Soort::Correctie(over), _) => {
            texts::text_with(ask.language, "desk-correction-of", &[("what", &label(ask.language, &over.veld))])
        }
        (Soort::Klacht(over), _) => {
            let what = zaak::title(ask, ask.app.catalogue.service(&over.dienst), &over.nummer);
            texts::text_with(ask.language, "desk-klacht-of", &[("what", &what)])
        }
        (Soort::Bezwaar(over, _), _) => texts::text_with(ask.language, "desk-bezwaar-of", &[("number", &over.nummer)]),
        (Soort::Vraag, Some(name)) => product_title(ask, name),
        (Soort::Vraag, None) => ask.text("desk-vraag"),
    }
}

/// What was sent about a zaak, in a line on the page of that: where it is, what it is, and by when.
pub(super) fn about_zaak(ask: &Ask, one: &OverZaak) -> (String, String, String) {
    let vraag = &one.vraag;
    let law = |last| texts::text_with(ask.language, "desk-by-law", &[("date", &texts::date(last, ask.language))]);
    let when = match vraag.stand {
        Stand::Open => vraag.uiterlijk_op.map_or_else(|| ask.text("desk-mover-answer"), law),
        Stand::Beantwoord => ask.text("desk-vraag-answered"),
        Stand::Gesloten => ask.text("desk-vraag-closed"),
    };
    (ask.url(&format!("/balie/vragen/{}", vraag.id)), format!("{} ({})", about(ask, vraag), vraag.nummer), when)
}

/// Who asked, in facts.
fn betrokkene(ask: &Ask, wie: &Vrager) -> Betrokkene {
    let number = if wie.persoon { "field-bsn" } else { "my-data-kvknummer" };
    let facts = [("my-data-naam", wie.naam.clone()), (number, Some(wie.nummer.clone())), ("desk-email", wie.email.clone())];
    Betrokkene { facts: facts.into_iter().filter_map(|(key, value)| Some((ask.text(key), value?))).collect() }
}

/// Runs an operation on it: on to the page `to`, or back to what was typed.
async fn run(
    ask: &Ask,
    id: Uuid,
    (typed, to): (Fields, &str),
    work: impl for<'a> Fn(&'a mut Op<'_>, Id<Vraag>) -> Step<'a, ()> + Send + Sync + 'static,
) -> Result<Response, Fault> {
    let done = ask.app.access.write(context(ask, id).await?, move |op| work(op, Id::from(id)));
    match done.await.map_err(Back::of) {
        Ok(()) => Ok(ask.go(to)),
        Err(Ok(back)) => again(ask, id, typed, back).await,
        Err(Err(error)) => Err(ask.fault(error)),
    }
}

/// Answers it.
pub(crate) async fn answer(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let tekst = match prose(&fields, "bericht", MAX_VRAAG) {
        Ok(tekst) => tekst,
        Err(fault) => return again(&ask, id, fields, vec![fault]).await,
    };
    let app = ask.app.clone();
    run(&ask, id, (fields, &format!("/balie/vragen/{id}#berichten")), move |op, id| {
        let (app, tekst) = (app.clone(), tekst.clone());
        Box::pin(async move { right_door::answer(op, id, &tekst, &app.site.portal).await })
    })
    .await
}

/// Writes something down for colleagues.
pub(crate) async fn note(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let tekst = match prose(&fields, "notitie", MAX_VRAAG) {
        Ok(tekst) => tekst,
        Err(fault) => return again(&ask, id, fields, vec![fault]).await,
    };
    let name = ask.staff()?.name();
    run(&ask, id, (fields, &format!("/balie/vragen/{id}#notities")), move |op, id| {
        let (name, tekst) = (name.clone(), tekst.clone());
        Box::pin(async move { right_door::note(op, id, &name, &tekst).await })
    })
    .await
}

/// Sends it on; it is no longer theirs.
pub(crate) async fn forward(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let (to, reden) = match (hosted(&ask.app.catalogue, &fields), prose(&fields, "reden", MAX_VRAAG)) {
        (Ok(to), Ok(reden)) => (to, reden),
        (to, reden) => return again(&ask, id, fields, to.err().into_iter().chain(reden.err()).collect::<Vec<_>>()).await,
    };
    let app = ask.app.clone();
    run(&ask, id, (fields, "/balie"), move |op, id| {
        let (app, to, reden) = (app.clone(), to.clone(), reden.clone());
        Box::pin(
            async move { right_door::forward(op, id, (&to, &app.catalogue), &reden, (&app.calendar, &app.site.portal)).await },
        )
    })
    .await
}

/// Closes it, when it was answered.
pub(crate) async fn close(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    run(&ask, id, (Fields(vec![]), "/balie"), |op, id| Box::pin(right_door::close(op, id))).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::mine::my_data::CORRECTABLE;
    use right_door::Onderwerp;
    use terms::CorrectieRegime;
    use values::Language;

    #[test]
    fn who_looks_at_a_request_about_the_register_does_so_under_the_article_by_which_it_is_decided() {
        for veld in CORRECTABLE.into_iter().chain(["ontbreekt"]) {
            let purpose = purpose_of(&Soort::Correctie(Onderwerp { register: "brp".into(), veld: veld.into() }));
            let article = &CorrectieRegime::of("brp", veld, jiff::civil::date(2026, 11, 30)).unwrap().beslistermijn_bron;
            assert!(article.split(" lid ").next() == Some(purpose.basis.as_str()), "{veld}: {} and {article}", purpose.basis);
            assert_eq!(veld == GEHEIM, purpose.name == "verzoek om geheimhouding behandelen", "{veld}");
            let shown = format!("doel-{}", purpose.name.replace(' ', "-"));
            assert!([Language::Nl, Language::En].iter().all(|of| texts::find(*of, &shown).is_some()), "{shown}");
        }
    }
}

//! One question as staff see it: the thread, answer, send on, close.
use super::dates::due;
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, Wrong, page},
    pages::{
        message::{Message, Page, sent_on},
        thread::{product_title, title_of},
        topics::capital,
        zaak::message,
    },
};
use access::{Error, Op, Purpose, Step};
use askama::Template;
use axum::response::Response;
use catalogue::Hosted;
use right_door::{MAX_VRAAG, Soort, Stand, Vraag, VraagView};
use uuid::Uuid;
use values::{Id, Oin};

#[derive(Template)]
#[template(path = "desk/vraag.html")]
struct VraagPage {
    f: Frame,
    at: String,
    number: String,
    /// The last day that the law gives, where it gives one.
    law: Option<String>,
    received: String,
    date: String,
    due: String,
    late: bool,
    waiting: bool,
    answered: bool,
    forwarded: Vec<String>,
    messages: Vec<Message>,
    /// To whom it can be sent on: code and name.
    others: Vec<(String, String)>,
    value: String,
}

fn purpose() -> Purpose {
    Purpose::new("vraag beantwoorden", "AVG artikel 6 lid 1 e")
}

/// The page.
pub(crate) async fn show(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    again(&ask, id, None).await
}

async fn again(ask: &Ask, id: Uuid, wrong: Wrong) -> Result<Response, Fault> {
    let work = ask.write(ask.at_work(purpose())?, move |op| Box::pin(async move { right_door::look(op, Id::from(id)).await }));
    let view = work.await?;
    let shown = vraag_page(ask, &view, wrong);
    Ok(page(shown.f.status(), &shown))
}

fn vraag_page(ask: &Ask, view: &VraagView, wrong: Wrong) -> VraagPage {
    let (vraag, language) = (&view.vraag, ask.language);
    let mut f = ask.frame(about(ask, vraag));
    f.path = format!("/balie/vragen/{}", vraag.id);
    let value = f.take(wrong);
    let (due, late) = due(ask, vraag.antwoord_voor);
    VraagPage {
        at: ask.url(&f.path),
        number: vraag.nummer.clone(),
        law: vraag.uiterlijk_op.map(|last| texts::date(last, language)),
        received: texts::moment(vraag.eerst_ontvangen_op, language),
        date: texts::date(vraag.antwoord_voor, language),
        due,
        late,
        waiting: vraag.stand == Stand::Open,
        answered: vraag.stand == Stand::Beantwoord,
        forwarded: sent_on(ask, &view.doorzendingen),
        messages: Message::of_vraag(ask, Page::Desk, view),
        others: others(ask, &vraag.organisatie, |_| true),
        value,
        f,
    }
}

/// The other organisations that are hosted here and take it: code and name.
pub(super) fn others(ask: &Ask, than: &Oin, takes: impl Fn(&Hosted) -> bool) -> Vec<(String, String)> {
    let others = ask.app.catalogue.hosted().iter().filter(|hosted| hosted.oin != *than && takes(hosted));
    others.map(|hosted| (hosted.code.clone(), capital(&ask.name_of(&hosted.oin)))).collect()
}

/// What a question is about, in a few words.
pub(super) fn about(ask: &Ask, vraag: &Vraag) -> String {
    match (&vraag.soort, &vraag.product) {
        (Soort::Correctie(_), _) => title_of(ask, vraag),
        (Soort::Vraag, Some(name)) => product_title(ask, name),
        (Soort::Vraag, None) => ask.text("desk-vraag"),
    }
}

async fn run(
    ask: &Ask,
    id: Uuid,
    work: impl for<'a> Fn(&'a mut Op<'_>, Id<Vraag>) -> Step<'a, ()> + Send + Sync + 'static,
) -> Result<(), Fault> {
    let done = ask.write(ask.at_work(purpose())?, move |op| work(op, Id::from(id)));
    done.await
}

/// Answers it.
pub(crate) async fn answer(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let tekst = match message(&fields, MAX_VRAAG) {
        Ok(tekst) => tekst,
        Err(wrong) => return again(&ask, id, Some(wrong)).await,
    };
    let app = ask.app.clone();
    let work = run(&ask, id, move |op, id| {
        let (app, tekst) = (app.clone(), tekst.clone());
        Box::pin(async move { right_door::answer(op, id, &tekst, &app.site.portal).await })
    });
    work.await?;
    Ok(ask.go(&format!("/balie/vragen/{id}#berichten")))
}

/// Sends it on; it is no longer theirs.
pub(crate) async fn forward(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    ask.staff()?;
    let chosen = ask.app.catalogue.hosted_with_code(fields.get("naar")).cloned();
    let to = chosen.ok_or_else(|| ask.fault(Error::NotFound))?;
    let app = ask.app.clone();
    let work = run(&ask, id, move |op, id| {
        let (app, to) = (app.clone(), to.clone());
        Box::pin(async move { right_door::forward(op, id, &to, &app.calendar).await })
    });
    work.await?;
    Ok(ask.go("/balie"))
}

/// Closes it, when it was answered.
pub(crate) async fn close(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    run(&ask, id, |op, id| Box::pin(right_door::close(op, id))).await?;
    Ok(ask.go("/balie"))
}

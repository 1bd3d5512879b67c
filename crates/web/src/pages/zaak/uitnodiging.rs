//! An invitation: who holds its words reads who named her and why, signs in, sees what a register says of her, and gives that with one button.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, Wrong, page},
    pages::{mine, site::sign_in, zaak::genodigden::values_of},
};
use access::{Context, Error, FieldFault, FollowCode, Purpose, Refusal};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use cases::{Gegeven, Uitnodiging};
use catalogue::Uitnodigen;
use identity::Kind;
use intake::Asking;
use std::sync::Arc;
use uuid::Uuid;
use values::{Id, mask_elfproef};

/// Where one goes on after signing in, without the words.
pub(crate) const OPENED: &str = "/mijn/uitnodiging/";

#[derive(Template)]
#[template(path = "uitnodiging_woorden.html")]
struct WordsPage {
    f: Frame,
    value: String,
}

#[derive(Template)]
#[template(path = "uitnodiging.html")]
struct InvitedPage {
    f: Frame,
    told: Told,
    action: String,
    /// That she need not give any more, or that it was given.
    over: Option<String>,
    /// Where who gave sees what she gave.
    given: Option<String>,
}

#[derive(Template)]
#[template(path = "uitnodiging_geven.html")]
struct GivePage {
    f: Frame,
    told: Told,
    /// What it is called, what it is, and whether its holder doubts it.
    rows: Vec<(String, String, bool)>,
    /// What she was called by who named her.
    named: String,
    source: String,
    /// She asked that her data be not given to third parties.
    secret: bool,
    action: String,
    /// When she gave it.
    given: Option<String>,
}

/// What an invitation says.
struct Told {
    company: String,
    organisation: String,
    why: String,
    ground: String,
    /// How one reaches the organisation.
    contact: String,
    privacy: String,
}

fn purpose() -> Purpose {
    Purpose::new("uitnodiging tonen", "AVG artikel 6 lid 1 e en 13")
}

/// What the service says of whom it invites.
fn uitnodigen<'a>(ask: &'a Ask, one: &Uitnodiging) -> Option<&'a Uitnodigen> {
    let service = ask.app.catalogue.service(&one.service)?;
    service.questions().find(|question| question.id == one.vraag)?.uitnodigen.as_ref()
}

fn told(ask: &Ask, one: &Uitnodiging) -> Told {
    let said = uitnodigen(ask, one);
    Told {
        company: one.namens.clone(),
        organisation: ask.name_of(&one.organisatie),
        why: said.map(|said| said.waarom.get(ask.language).to_owned()).unwrap_or_default(),
        ground: said.map(|said| said.grond.get(ask.language).to_owned()).unwrap_or_default(),
        contact: intake::reached(&ask.app.catalogue, &one.service, &one.organisatie),
        privacy: ask.url(&format!("/privacy/{}", one.service)),
    }
}

/// `U bent genoemd als leidinggevende`
fn frame(ask: &Ask, one: &Uitnodiging) -> Frame {
    let role = uitnodigen(ask, one).map(|said| said.rol.get(ask.language)).unwrap_or_default();
    ask.frame(texts::text_with(ask.language, "uitnodiging-title", &[("role", role)]))
}

/// Asks for the words.
pub(crate) async fn ask_words(ask: Ask) -> Response {
    words(&ask, None)
}

fn words(ask: &Ask, wrong: Wrong) -> Response {
    let mut f = ask.frame(ask.text("uitnodiging-words-title"));
    f.path = "/uitnodiging".into();
    let value = f.take(wrong);
    page(f.status(), &WordsPage { f, value })
}

/// Words that were typed lead to their page.
pub(crate) async fn find(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    let typed = fields.get("code");
    let wrong = |fault| Ok(words(&ask, Some((mask_elfproef(typed), FieldFault::new("code", fault)))));
    let Ok(code) = FollowCode::parse(typed) else { return wrong("fault-uitnodiging-words") };
    match found(&ask, &code.link()).await? {
        Some(_) => Ok(ask.go(&format!("/uitnodiging/{}", code.link()))),
        None => wrong("fault-uitnodiging-code"),
    }
}

/// The invitation of these words, for who holds them; `None` for words of nothing, or that were replaced.
async fn found(ask: &Ask, words: &str) -> Result<Option<(Id<Uitnodiging>, Context, String)>, Fault> {
    let Ok(code) = FollowCode::parse(words) else { return Ok(None) };
    let work = ask.read(ask.public(), move |op| {
        let code = code.clone();
        Box::pin(async move { cases::uitnodiging_van(op, &code).await })
    });
    match work.await {
        Err(fault) if fault.is_not_found() => Ok(None),
        Err(fault) => Err(fault),
        Ok((id, organisation, service)) => Ok(Some((id, ask.holder(id.uuid(), organisation, purpose()), service))),
    }
}

/// Words that open nothing: where one types them, which says why that can be.
fn unknown(ask: &Ask) -> Response {
    let mut response = words(ask, Some((String::new(), FieldFault::new("code", "fault-uitnodiging-code"))));
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

/// Who named her, what is asked and why.
pub(crate) async fn show(ask: Ask, At(code): At<String>) -> Result<Response, Fault> {
    let Some((id, context, _)) = found(&ask, &code).await? else { return Ok(unknown(&ask)) };
    let one = ask.write(context, move |op| Box::pin(cases::uitnodiging(op, id))).await?;
    let moment = one.gegeven_op.map(|at| texts::moment(at, ask.language));
    let over = match &moment {
        Some(moment) => Some(texts::text_with(ask.language, "uitnodiging-used", &[("moment", moment)])),
        None => (!one.open).then(|| ask.text("refused-uitnodiging-over")),
    };
    let given = moment.map(|_| ask.url(&format!("{OPENED}{id}")));
    let shown = InvitedPage {
        f: frame(&ask, &one),
        told: told(&ask, &one),
        action: ask.url(&format!("/uitnodiging/{code}")),
        over,
        given,
    };
    Ok(page(StatusCode::OK, &shown))
}

/// On to what she would give: in this browser, by way of signing in as surely as the service asks.
pub(crate) async fn open(ask: Ask, At(code): At<String>) -> Result<Response, Fault> {
    let Some((id, context, service)) = found(&ask, &code).await? else { return Ok(unknown(&ask)) };
    let Ok(words) = FollowCode::parse(&code) else { return Ok(unknown(&ask)) };
    let browser = ask.browser_or_new();
    let parts = Arc::new((words, browser.clone()));
    let work = ask.write(context, move |op| {
        let parts = parts.clone();
        Box::pin(async move { cases::openen(op, &parts.0, &parts.1).await })
    });
    work.await?;
    let (there, level) = (format!("{OPENED}{id}"), ask.level_of(&service));
    // Below the level she is led on from there.
    let is_person = ask.session.as_ref().is_some_and(|session| session.kind == Kind::Digid);
    let to = if is_person { there } else { sign_in::path(&there, level) };
    Ok(ask.go_with(&to, &browser))
}

/// An invitation that is hers to give or was given by her, as surely as the service asks. Errors: to the page where one signs in (more surely);
/// `NotFound` for everybody else.
async fn opened(ask: &Ask, id: Uuid) -> Result<(Uitnodiging, Context), Fault> {
    let (id, here) = (Id::<Uitnodiging>::from(id), ask.itself_here(mine::purpose())?);
    let (organisation, service, doel) = ask.read(ask.public(), move |op| Box::pin(cases::dienst_van_uitnodiging(op, id))).await?;
    let context = Context { organisation, purpose: ask.doel(&doel)?.purpose().clone(), ..here };
    let browser = ask.browser_or_new();
    let work = ask.write(context.clone(), move |op| {
        let browser = browser.clone();
        Box::pin(async move { cases::te_geven(op, id, &browser).await })
    });
    let one = work.await?;
    ask.at_least(ask.level_of(&service), &ask.back)?;
    Ok((one, context))
}

/// What a register says of her, to be given; or what she gave.
pub(crate) async fn look(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let (one, context) = opened(&ask, id).await?;
    let gegeven = match (one.gegeven_op, one.open) {
        (Some(_), _) => {
            let id = one.id;
            let own = Context { purpose: mine::purpose(), ..context };
            ask.write(own, move |op| Box::pin(cases::gegeven(op, id))).await?.1
        }
        (None, true) => asked(&ask, &one, &context).await?,
        (None, false) => return Err(ask.fault(Error::Refused(Refusal("refused-uitnodiging-over")))),
    };
    let asked_at = texts::moment(gegeven.gevraagd_op, ask.language);
    let shown = GivePage {
        f: frame(&ask, &one),
        told: told(&ask, &one),
        rows: values_of(ask.language, &gegeven),
        named: texts::text_with(ask.language, "uitnodiging-named", &[("company", &one.namens), ("name", &one.naam)]),
        source: texts::text_with(ask.language, "uitnodiging-source", &[("moment", &asked_at)]),
        secret: gegeven.geheimhouding,
        action: ask.url(&format!("{OPENED}{id}")),
        given: one.gegeven_op.map(|at| texts::moment(at, ask.language)),
    };
    Ok(page(StatusCode::OK, &shown))
}

/// What the register says of her now. Errors: it is away, and then she is asked to come back.
async fn asked(ask: &Ask, one: &Uitnodiging, context: &Context) -> Result<Gegeven, Fault> {
    let asking = Asking { registers: &ask.app.registers, access: &ask.app.access, context, doel: ask.doel(&one.doel)? };
    let refused = |refusal| ask.fault(Error::Refused(refusal));
    intake::gegeven_van(asking).await.map_err(refused)?.ok_or_else(|| refused(Refusal("refused-uitnodiging-away")))
}

/// Gives it, once: a double click ends at the same page.
pub(crate) async fn give(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let there = ask.go(&format!("{OPENED}{id}"));
    let (one, context) = opened(&ask, id).await?;
    if one.gegeven_op.is_some() {
        return Ok(there);
    }
    let gegeven = asked(&ask, &one, &context).await?;
    let parts = Arc::new((ask.app.clone(), ask.browser_or_new(), gegeven, one));
    let work = ask.app.access.write(context, move |op| {
        let parts = parts.clone();
        Box::pin(async move {
            let (app, browser, gegeven, one) = &*parts;
            let service = app.catalogue.service(&one.service).ok_or(Error::NotFound)?;
            intake::geven(op, (one.id, browser), service, gegeven).await
        })
    });
    match work.await {
        Ok(()) | Err(Error::Conflict(_)) => Ok(there),
        Err(error) => Err(ask.fault(error)),
    }
}

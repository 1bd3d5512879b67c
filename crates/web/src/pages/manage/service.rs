//! One service as the organisation does it now, and all its versions; and taking it down. And the same for the organisation itself.
use super::{Thing, bring_up_to_date, context, in_force, offered, standing, standing_in, words::lines};
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{back::Back, zaak::prose},
};
use askama::Template;
use axum::response::Response;
use hosting::{Content, MAX_WHY, Outcome, Standing, Version};

/// One version in the history.
struct Past {
    url: String,
    what: String,
    when: String,
    /// Why it was proposed, and why it was rejected.
    why: Vec<String>,
}

#[derive(Template)]
#[template(path = "manage/thing.html")]
struct ThingPage {
    f: Frame,
    /// Since when and by whom it is so.
    state: String,
    offered: bool,
    /// It can be taken down: a service that is offered.
    can_stop: bool,
    edit: String,
    stop: String,
    waits: Option<(String, String)>,
    lines: Vec<(String, String)>,
    past: Vec<Past>,
    /// What the first version says, that of the files; none when there is none.
    first: Option<Vec<(String, String)>>,
    reason: String,
}

/// A service.
pub(crate) async fn show(ask: Ask, At(name): At<String>) -> Result<Response, Fault> {
    render(&ask, &Thing::service(&ask, &name)?, String::new(), vec![]).await
}

/// What the organisation says of itself.
pub(crate) async fn organisation(ask: Ask) -> Result<Response, Fault> {
    render(&ask, &Thing::organisation(&ask), String::new(), vec![]).await
}

/// Takes it down, at once, by who showed not long ago who she is.
pub(crate) async fn stop(ask: Ask, At(name): At<String>, fields: Fields) -> Result<Response, Fault> {
    let thing = Thing::service(&ask, &name)?;
    ask.lately(&thing.path)?;
    let why = match prose(&fields, "reden", MAX_WHY) {
        Ok(why) => why,
        Err(fault) => return render(&ask, &thing, fields.get("reden").to_owned(), vec![fault]).await,
    };
    let (app, who) = (ask.app.clone(), ask.staff()?.name());
    let service = name.clone();
    let work = ask.app.access.write(context(&ask)?, move |op| {
        let (app, service, who, why) = (app.clone(), service.clone(), who.clone(), why.clone());
        Box::pin(async move { hosting::take_down(op, &service, (&who, &why), &app.catalogue).await })
    });
    let came = work.await;
    bring_up_to_date(&ask).await;
    match came.map_err(Back::of) {
        Ok(_) => Ok(ask.go(&thing.path)),
        Err(Ok(back)) => render(&ask, &thing, fields.get("reden").to_owned(), back).await,
        Err(Err(error)) => Err(ask.fault(error)),
    }
}

async fn render(ask: &Ask, thing: &Thing<'_>, reason: String, back: impl Into<Back>) -> Result<Response, Fault> {
    let standing = standing(ask, &thing.subject).await?;
    let subject = thing.subject.clone();
    let work = ask.read(context(ask)?, move |op| {
        let subject = subject.clone();
        Box::pin(async move { hosting::versions(op, &subject).await })
    });
    let past = work.await?.iter().map(|version| of_past(ask, version)).collect();
    let now = in_force(ask, &standing)?;
    let first = in_force(ask, &standing_in(&[], &thing.subject))?;
    let mut f = ask.frame(thing.title.clone());
    f.path.clone_from(&thing.path);
    let offered = offered(now.as_ref());
    back.into().tell(ask, &mut f, if offered { vec![] } else { vec![reason.clone()] });
    let shown = ThingPage {
        state: state(ask, &standing, now.as_ref()),
        offered,
        can_stop: offered && thing.service.is_some(),
        edit: ask.url(&format!("{}/wijzigen", thing.path)),
        stop: ask.url(&format!("{}/stoppen", thing.path)),
        waits: standing.proposal.as_ref().map(|waits| (ask.url(&format!("/beheer/versies/{}", waits.id)), waits.by.name.clone())),
        lines: if offered { shown_lines(ask, now.as_ref()) } else { vec![] },
        past,
        first: first.map(|content| shown_lines(ask, Some(&content))),
        reason,
        f,
    };
    Ok(page(shown.f.status(), &shown))
}

/// What is filled in, with its name.
pub(super) fn shown_lines(ask: &Ask, content: Option<&Content>) -> Vec<(String, String)> {
    let said = lines(ask, content).into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(key, text)| (ask.text(key), text)).collect()
}

/// Since when and by whom it is so, or that it comes from the files.
pub(super) fn state(ask: &Ask, standing: &Standing, now: Option<&Content>) -> String {
    match (&standing.current, now) {
        (None, None) => ask.text("manage-state-never"),
        (None, Some(_)) => ask.text("manage-state-files"),
        (Some(version), _) => {
            let Some(decision) = &version.decision else { return String::new() };
            let key = if version.content == Content::TakenDown { "manage-state-stopped" } else { "manage-state-published" };
            let date = texts::moment(decision.at, ask.language);
            texts::text_with(ask.language, key, &[("date", &date), ("name", &decision.by.name)])
        }
    }
}

fn of_past(ask: &Ask, version: &Version) -> Past {
    let told = |key: &str, name: &str| texts::text_with(ask.language, key, &[("name", &version.by.name), ("other", name)]);
    let what = match &version.decision {
        None => told("manage-past-waits", ""),
        Some(_) if version.content == Content::TakenDown => told("manage-past-stopped", ""),
        Some(decision) if decision.outcome == Outcome::Published => told("manage-past-published", &decision.by.name),
        Some(decision) => told("manage-past-rejected", &decision.by.name),
    };
    let when = version.decision.as_ref().map_or(version.at, |decision| decision.at);
    Past {
        url: ask.url(&format!("/beheer/versies/{}", version.id)),
        what,
        when: texts::moment(when, ask.language),
        why: std::iter::once(&version.why)
            .chain(version.decision.as_ref().map(|decision| &decision.reason))
            .filter(|why| !why.is_empty())
            .cloned()
            .collect(),
    }
}

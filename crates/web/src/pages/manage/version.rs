//! One version: what it changes, who proposed it, and the second pair of eyes.
use super::{
    bring_up_to_date, context, in_force, place,
    service::shown_lines,
    standing,
    words::{Change, changes},
};
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, Wrong, page},
    pages::zaak::prose,
};
use askama::Template;
use axum::response::Response;
use hosting::{Content, MAX_WHY, Outcome, Subject, Version};
use uuid::Uuid;
use values::Id;

#[derive(Template)]
#[template(path = "manage/version.html")]
struct VersionPage {
    f: Frame,
    at: String,
    /// Where the thing is shown, and its name.
    back: (String, String),
    state: String,
    why: String,
    reason: String,
    waits: bool,
    /// She proposed it, so another must publish it.
    own: bool,
    /// It is about her own roles.
    about_her: bool,
    /// It is built on what is not in force any more.
    old: bool,
    changes: Vec<Change>,
    lines: Vec<(String, String)>,
    typed: String,
}

/// The page.
pub(crate) async fn show(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    render(&ask, id, None).await
}

/// Publishes it.
pub(crate) async fn publish(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let (app, name) = (ask.app.clone(), ask.staff()?.name());
    let work = ask.write(context(&ask)?, move |op| {
        let (app, name) = (app.clone(), name.clone());
        Box::pin(async move { hosting::publish(op, Id::from(id), &name, &app.catalogue).await })
    });
    let version = work.await?;
    bring_up_to_date(&ask).await;
    Ok(ask.go(&place(&ask, &version.subject).0))
}

/// Rejects it, or takes one's own back.
pub(crate) async fn reject(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let name = ask.staff()?.name();
    let reason = match prose(&fields, "reden", MAX_WHY) {
        Ok(reason) => reason,
        Err(fault) => return render(&ask, id, Some((fields.get("reden").to_owned(), fault))).await,
    };
    let work = ask.write(context(&ask)?, move |op| {
        let (name, reason) = (name.clone(), reason.clone());
        Box::pin(async move { hosting::reject(op, Id::from(id), &name, &reason).await })
    });
    let version = work.await?;
    Ok(ask.go(&place(&ask, &version.subject).0))
}

async fn render(ask: &Ask, id: Uuid, wrong: Wrong) -> Result<Response, Fault> {
    let version = ask.read(context(ask)?, move |op| Box::pin(hosting::version(op, Id::from(id)))).await?;
    let standing = standing(ask, &version.subject).await?;
    let waits = version.decision.is_none();
    let now = in_force(ask, &standing)?;
    let her = ask.staff()?.reference;
    let (path, title) = place(ask, &version.subject);
    let key = match (&version.content, waits) {
        (Content::TakenDown, _) => "manage-version-stopped",
        (_, true) => "manage-version-waits",
        (_, false) => "manage-version-title",
    };
    let mut f = ask.frame(texts::text_with(ask.language, key, &[("name", &title)]));
    f.path = format!("/beheer/versies/{id}");
    let typed = f.take(wrong);
    let shown = VersionPage {
        at: ask.url(&f.path),
        back: (ask.url(&path), title),
        state: state(ask, &version),
        own: version.by.reference == her,
        about_her: matches!(&version.subject, Subject::Worker(reference) if reference == her),
        old: waits && version.basis != standing.current.as_ref().map(|current| current.id),
        changes: if waits { changes(ask, now.as_ref(), &version.content) } else { vec![] },
        lines: shown_lines(ask, Some(&version.content)),
        reason: version.decision.map(|decision| decision.reason).unwrap_or_default(),
        why: version.why,
        waits,
        typed,
        f,
    };
    Ok(page(shown.f.status(), &shown))
}

/// Who proposed it when, and who decided.
fn state(ask: &Ask, version: &Version) -> String {
    let proposed = texts::moment(version.at, ask.language);
    let Some(decision) = &version.decision else {
        return texts::text_with(ask.language, "manage-proposed", &[("name", &version.by.name), ("date", &proposed)]);
    };
    let key = match (decision.outcome, &version.content) {
        (Outcome::Published, Content::TakenDown) => "manage-state-stopped",
        (Outcome::Published, _) => "manage-decided-published",
        (Outcome::Rejected, _) => "manage-decided-rejected",
    };
    let decided = texts::moment(decision.at, ask.language);
    let by = [("by", version.by.name.as_str()), ("proposed", &proposed), ("name", &decision.by.name), ("date", &decided)];
    texts::text_with(ask.language, key, &by)
}

//! One version: what it changes, who proposed it, and the second pair of eyes.
use super::{
    before_of, bring_up_to_date, context, in_force, place,
    service::shown_lines,
    standing,
    words::{Change, changes},
};
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{back::Back, zaak::prose},
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
    /// It gives or takes roles.
    roles: bool,
    /// Of whom nothing was ever published here: her reference.
    unknown: Option<String>,
    /// The service was taken down: what is compared with is what was in force before that.
    stopped: bool,
    changes: Vec<Change>,
    lines: Vec<(String, String)>,
    typed: String,
}

/// The page.
pub(crate) async fn show(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    render(&ask, id, String::new(), vec![]).await
}

/// Publishes it, by who showed not long ago who she is.
pub(crate) async fn publish(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let (app, name) = (ask.app.clone(), ask.staff()?.name());
    ask.lately(&format!("/beheer/versies/{id}"))?;
    let work = ask.app.access.write(context(&ask)?, move |op| {
        let (app, name) = (app.clone(), name.clone());
        Box::pin(async move { hosting::publish(op, Id::from(id), &name, &app.catalogue).await })
    });
    let came = work.await;
    bring_up_to_date(&ask).await;
    decided(&ask, id, String::new(), came).await
}

/// Rejects it, or takes one's own back.
pub(crate) async fn reject(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let name = ask.staff()?.name();
    let reason = match prose(&fields, "reden", MAX_WHY) {
        Ok(reason) => reason,
        Err(fault) => return render(&ask, id, fields.get("reden").to_owned(), vec![fault]).await,
    };
    let work = ask.app.access.write(context(&ask)?, move |op| {
        let (name, reason) = (name.clone(), reason.clone());
        Box::pin(async move { hosting::reject(op, Id::from(id), &name, &reason).await })
    });
    decided(&ask, id, fields.get("reden").to_owned(), work.await).await
}

/// On to what it is about, or back to the version as it is now.
async fn decided(ask: &Ask, id: Uuid, typed: String, came: access::Result<Version>) -> Result<Response, Fault> {
    match came.map_err(Back::of) {
        Ok(version) => Ok(ask.go(&place(ask, &version.subject).0)),
        Err(Ok(back)) => render(ask, id, typed, back).await,
        Err(Err(error)) => Err(ask.fault(error)),
    }
}

async fn render(ask: &Ask, id: Uuid, typed: String, back: impl Into<Back>) -> Result<Response, Fault> {
    let version = ask.read(context(ask)?, move |op| Box::pin(hosting::version(op, Id::from(id)))).await?;
    let standing = standing(ask, &version.subject).await?;
    let waits = version.decision.is_none();
    let before = before_of(ask, (&version.subject, in_force(ask, &standing)?)).await?;
    let her = ask.staff()?.reference;
    let (path, title) = place(ask, &version.subject);
    let key = match (&version.content, waits) {
        (Content::TakenDown, _) => "manage-version-stopped",
        (_, true) => "manage-version-waits",
        (_, false) => "manage-version-title",
    };
    let mut f = ask.frame(texts::text_with(ask.language, key, &[("name", &title)]));
    f.path = format!("/beheer/versies/{id}");
    back.into().tell(ask, &mut f, if waits { vec![] } else { vec![typed.clone()] });
    let shown = VersionPage {
        at: ask.url(&f.path),
        back: (ask.url(&path), title),
        state: state(ask, &version),
        own: version.by.reference == her,
        about_her: matches!(&version.subject, Subject::Worker(reference) if reference == her),
        old: waits && version.basis != standing.current.as_ref().map(|current| current.id),
        changes: if waits { changes(ask, &before, &version.content) } else { vec![] },
        roles: matches!(version.content, Content::Roles(_)),
        unknown: match &version.subject {
            Subject::Worker(reference) if standing.current.is_none() => Some(reference.clone()),
            _ => None,
        },
        stopped: before.stopped,
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

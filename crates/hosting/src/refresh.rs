//! From what was published to the catalogue of now: on every instance, within seconds, without a restart.
use crate::{Content, Subject, Version, services, store};
use access::{Access, Context, Op, Result};
use catalogue::{Catalogue, Current, Gestopt};
use values::dutch_date;

/// What stands in force in the database and is not served, with why: it was changed outside the program, or its service is gone.
pub type NotServed = String;

/// Makes the catalogue of now what was published, when something was decided since. What can't be trusted is not served: then the service
/// is not offered. Gives what that is.
pub async fn refresh(access: &Access, current: &Current, context: Context) -> Result<Vec<NotServed>> {
    let (known, shipped) = (current.number(), current.shipped().clone());
    let work = access.read(context, move |op| {
        let shipped = shipped.clone();
        Box::pin(async move {
            let number = store::decisions(op).await?;
            if number <= known {
                return Ok(None);
            }
            let (mut next, mut not_served) = ((*shipped).clone(), Vec::new());
            for found in store::in_force(op).await? {
                if let Err(why) = lay_over(op, &mut next, found) {
                    not_served.push(why);
                }
            }
            Ok(Some((number, next, not_served)))
        })
    });
    let Some((number, next, not_served)) = work.await? else { return Ok(vec![]) };
    current.replace(number, next);
    Ok(not_served)
}

fn lay_over(op: &Op<'_>, next: &mut Catalogue, found: store::Found) -> std::result::Result<(), NotServed> {
    let (organisatie, kind, name) = (found.organisatie.clone(), found.kind.clone(), found.name.clone());
    let content = found.content.clone();
    let code = next.hosted().iter().find(|hosted| hosted.oin.expose() == organisatie).map(|hosted| hosted.code.clone());
    let Some(code) = code else { return Err(format!("{organisatie} is not hosted here any more")) };
    let laid = found.checked(op).map_err(|e| e.to_string()).and_then(|version| lay(next, &code, &version, &content));
    laid.map_err(|why| {
        if kind == "service" {
            // What is held of it stays held.
            next.take_off(&code, &name, Gestopt { sinds: None });
        }
        format!("{kind} {name} of {code}: {why}")
    })
}

fn lay(next: &mut Catalogue, code: &str, version: &Version, text: &str) -> std::result::Result<(), String> {
    if !version.is_published() {
        return Err("it was never published".into());
    }
    match (&version.subject, &version.content) {
        (Subject::Service(name), Content::TakenDown) => {
            let sinds = version.decision.as_ref().map(|decision| dutch_date(decision.at));
            next.take_off(code, name, Gestopt { sinds });
        }
        (Subject::Service(name), Content::Overlay(_)) => {
            let service = next.service(name).ok_or("the service is not here any more")?;
            let hosted = next.hosted_with_code(code).ok_or("it is not hosted here any more")?;
            if !services(next, hosted).any(|own| own.name == *name) {
                return Err("the service is of another layer of government".into());
            }
            let overlay = service.published(text, &version.id.to_string())?;
            next.put_overlay(code, name, &overlay);
        }
        (_, Content::Settings(settings)) => next.put_settings(code, settings),
        _ => {}
    }
    Ok(())
}

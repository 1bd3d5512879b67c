//! What staff do with a zaak; each is one operation.
use super::{
    dates,
    naar::destination,
    signalen::field,
    verval,
    zaak::{again, context, done, overtaken},
};
use crate::{
    App,
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    pages::zaak::prose,
};
use access::{FieldFault, Op, Step};
use axum::response::Response;
use cases::{Beslissing, Desk, MAX_BERICHT, MAX_GEZIEN, MAX_MOTIVERING, Verzoek, Waarheen, Zaak};
use uuid::Uuid;
use values::{Id, Prose};

pub(super) fn desk(app: &App) -> Desk<'_> {
    Desk { calendar: &app.calendar, portal: &app.site.portal }
}

pub(super) async fn run<T: Send + 'static>(
    ask: &Ask,
    id: Uuid,
    work: impl for<'a> Fn(&'a mut Op<'_>, Id<Zaak>) -> Step<'a, T> + Send + Sync + 'static,
) -> Result<access::Result<T>, Fault> {
    let context = context(ask, id).await?;
    Ok(ask.app.access.write(context, move |op| work(op, Id::from(id))).await)
}

/// Writes to the person.
pub(crate) async fn answer(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let tekst = match prose(&fields, "bericht", MAX_BERICHT) {
        Ok(tekst) => tekst,
        Err(fault) => return again(&ask, id, fields, vec![fault]).await,
    };
    let app = ask.app.clone();
    let came = run(&ask, id, move |op, id| {
        let (app, tekst) = (app.clone(), tekst.clone());
        Box::pin(async move { cases::answer(op, id, &tekst, &app.site.portal).await })
    });
    let came = came.await?;
    done(&ask, id, fields, (came, "#berichten")).await
}

/// Writes something down for colleagues.
pub(crate) async fn note(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let tekst = match prose(&fields, "notitie", MAX_BERICHT) {
        Ok(tekst) => tekst,
        Err(fault) => return again(&ask, id, fields, vec![fault]).await,
    };
    let name = ask.staff()?.name();
    let came = run(&ask, id, move |op, id| {
        let (name, tekst) = (name.clone(), tekst.clone());
        Box::pin(async move { cases::note(op, id, &name, &tekst).await })
    });
    let came = came.await?;
    done(&ask, id, fields, (came, "#notities")).await
}

/// Has seen a signal, and may say what she did about it.
pub(crate) async fn seen(ask: Ask, At((id, signaal)): At<(Uuid, Uuid)>, fields: Fields) -> Result<Response, Fault> {
    let field = field(signaal);
    let said = !fields.get(&field).trim().is_empty();
    let gedaan = match said.then(|| prose(&fields, &field, MAX_GEZIEN)).transpose() {
        Ok(gedaan) => gedaan,
        Err(fault) => return again(&ask, id, fields, vec![fault]).await,
    };
    let name = ask.staff()?.name();
    let came = run(&ask, id, move |op, id| {
        let (name, gedaan) = (name.clone(), gedaan.clone());
        Box::pin(async move { cases::seen(op, (id, signaal), &name, gedaan.as_ref()).await })
    });
    let came = came.await?;
    done(&ask, id, fields, (came, "#afgehandeld")).await
}

/// Brings it a step further.
pub(crate) async fn set_status(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let status = fields.get("status").to_owned();
    let came = run(&ask, id, move |op, id| {
        let status = status.clone();
        Box::pin(async move { cases::set_status(op, id, &status).await })
    });
    let came = came.await?;
    done(&ask, id, fields, (came, "")).await
}

/// Asks the person for what lacks.
pub(crate) async fn ask_supplement(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let uiterlijk = dates::typed(fields.get("uiterlijk"));
    let verzoek = match (prose(&fields, "gevraagd", MAX_BERICHT), uiterlijk) {
        (Ok(gevraagd), Some(uiterlijk)) => Verzoek { gevraagd, uiterlijk },
        (text, date) => {
            let date = date.is_none().then(|| FieldFault::new("uiterlijk", "fault-date-typed"));
            return again(&ask, id, fields, text.err().into_iter().chain(date).collect::<Vec<_>>()).await;
        }
    };
    let app = ask.app.clone();
    let came = run(&ask, id, move |op, id| {
        let (app, verzoek) = (app.clone(), verzoek.clone());
        Box::pin(async move { cases::ask_supplement(op, id, &verzoek, desk(&app)).await.map(drop) })
    });
    let came = came.await?;
    done(&ask, id, fields, (came, "")).await
}

/// Takes back what she asked by mistake.
pub(crate) async fn withdraw_supplement(ask: Ask, At((id, taak)): At<(Uuid, Uuid)>) -> Result<Response, Fault> {
    let app = ask.app.clone();
    let came = run(&ask, id, move |op, id| {
        let app = app.clone();
        Box::pin(async move { cases::withdraw_supplement(op, id, taak, desk(&app)).await })
    });
    let came = came.await?;
    done(&ask, id, Fields(vec![]), (came, "#gevraagd-is")).await
}

/// One of the resultaten, and the words with it. Errors: what lacks.
fn ending(fields: &Fields) -> Result<(String, Prose), Vec<FieldFault>> {
    let resultaat = fields.get("resultaat").to_owned();
    let chosen = resultaat.is_empty().then(|| FieldFault::new("resultaat", "fault-choose"));
    match (prose(fields, "uitleg", MAX_MOTIVERING), chosen) {
        (Ok(uitleg), None) => Ok((resultaat, uitleg)),
        (text, chosen) => Err(chosen.into_iter().chain(text.err()).collect()),
    }
}

/// Sends it on; it is no longer theirs.
pub(crate) async fn send_on(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let to = destination(&ask.app.catalogue, ask.staff()?.organisatie, &fields);
    let (to, reden) = match (to, prose(&fields, "reden", MAX_BERICHT)) {
        (Ok(to), Ok(reden)) => (to, reden),
        (to, reden) => return again(&ask, id, fields, to.err().into_iter().chain(reden.err()).collect::<Vec<_>>()).await,
    };
    let app = ask.app.clone();
    let came = run(&ask, id, move |op, id| {
        let (app, to, reden) = (app.clone(), to.clone(), reden.clone());
        Box::pin(async move { intake::send_on(op, id, (&to, &app.catalogue), &reden, desk(&app)).await })
    });
    match came.await? {
        Ok(Waarheen::Hier) => Ok(ask.go("/balie")),
        // It is still hers to send the papers.
        Ok(Waarheen::Elders) => Ok(ask.go(&format!("/balie/zaken/{id}"))),
        Err(error) => overtaken(&ask, id, fields, error).await,
    }
}

/// Decides.
pub(crate) async fn decide(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let beslissing = match (ending(&fields), verval::day(&fields)) {
        (Ok((resultaat, motivering)), Ok(geldig_tot)) => Beslissing { resultaat, motivering, geldig_tot },
        (ending, day) => {
            let faults = ending.err().into_iter().flatten().chain(day.err());
            return again(&ask, id, fields, faults.collect::<Vec<_>>()).await;
        }
    };
    let app = ask.app.clone();
    let came = run(&ask, id, move |op, id| {
        let (app, beslissing) = (app.clone(), beslissing.clone());
        Box::pin(async move { cases::decide(op, id, &beslissing, desk(&app)).await.map(drop) })
    });
    let came = came.await?;
    done(&ask, id, fields, (came, "")).await
}

/// Ends it without a decision.
pub(crate) async fn close(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let (resultaat, uitleg) = match ending(&fields) {
        Ok(ending) => ending,
        Err(faults) => return again(&ask, id, fields, faults).await,
    };
    let app = ask.app.clone();
    let came = run(&ask, id, move |op, id| {
        let (app, resultaat, uitleg) = (app.clone(), resultaat.clone(), uitleg.clone());
        Box::pin(async move { cases::close(op, id, &resultaat, &uitleg, &app.site.portal).await })
    });
    let came = came.await?;
    done(&ask, id, fields, (came, "")).await
}

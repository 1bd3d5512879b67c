//! Questions of residents on the command line: the same operations as the desk uses.
use crate::{settings::Settings, wiring};
use access::{Access, Context, Error, Op, Result};
use clap::Subcommand;
use std::process::ExitCode;
use values::{Id, Language, Prose};

/// What to do.
#[derive(Subcommand)]
pub enum What {
    /// The open questions, the first date first.
    List,
    /// One question with its thread.
    Show {
        /// `V-2026-4821-9036`
        nummer: String,
    },
    /// Answer it.
    Answer {
        /// `V-2026-4821-9036`
        nummer: String,
        /// The answer.
        tekst: String,
    },
    /// Send it on to another organisation; both dates of receipt are kept (Awb 2:3).
    Forward {
        /// `V-2026-4821-9036`
        nummer: String,
        /// `gm0344`
        naar: String,
        /// Why, for the person.
        reden: String,
    },
    /// Close it, when it was answered.
    Close {
        /// `V-2026-4821-9036`
        nummer: String,
    },
}

/// Runs it as this worker of this organisation.
pub async fn run(settings: &Settings, organisatie: &str, medewerker: &str, what: What) -> std::result::Result<ExitCode, String> {
    let access = wiring::access(settings).await?;
    let catalogue = wiring::catalogue(settings, &access).await?.get();
    let (context, _) = wiring::worker(&catalogue, organisatie, medewerker, "vraag beantwoorden")?;
    let done = match what {
        What::List => list(&access, context).await,
        What::Show { nummer } => show(&access, context, nummer).await,
        What::Answer { nummer, tekst } => {
            let tekst = Prose::parse(&tekst, right_door::MAX_VRAAG).map_err(|e| format!("the answer: {e}"))?;
            let portal = settings.portal.clone();
            on(&access, context, nummer, move |op, id| {
                let (tekst, portal) = (tekst.clone(), portal.clone());
                Box::pin(async move { right_door::answer(op, id, &tekst, &portal).await })
            })
            .await
        }
        What::Forward { nummer, naar, reden } => {
            let to = catalogue.hosted_with_code(&naar).ok_or_else(|| format!("{naar} takes no questions here"))?.clone();
            let reden = Prose::parse(&reden, right_door::MAX_VRAAG).map_err(|e| format!("the reason: {e}"))?;
            let calendar = std::sync::Arc::new(terms::Calendar::shipped().map_err(|e| e.to_string())?);
            let (portal, catalogue) = (settings.portal.clone(), catalogue.clone());
            on(&access, context, nummer, move |op, id| {
                let (to, catalogue, reden) = (to.clone(), catalogue.clone(), reden.clone());
                let (calendar, portal) = (calendar.clone(), portal.clone());
                Box::pin(async move { right_door::forward(op, id, (&to, &catalogue), &reden, (&calendar, &portal)).await })
            })
            .await
        }
        What::Close { nummer } => on(&access, context, nummer, |op, id| Box::pin(right_door::close(op, id))).await,
    };
    done.map(|()| ExitCode::SUCCESS).map_err(|error| match error {
        Error::NotFound => format!("{organisatie} has no question with this number"),
        Error::Refused(refusal) => texts::text(Language::En, refusal.0),
        other => other.to_string(),
    })
}

async fn on(
    access: &Access,
    context: Context,
    nummer: String,
    work: impl for<'a> Fn(&'a mut Op<'_>, Id<right_door::Vraag>) -> access::Step<'a, ()> + Send + Sync + 'static,
) -> Result<()> {
    let work = std::sync::Arc::new(work);
    access
        .write(context, move |op| {
            let (nummer, work) = (nummer.clone(), work.clone());
            Box::pin(async move {
                let id = right_door::find_by_number(op, &nummer).await?;
                work(op, id).await
            })
        })
        .await?;
    println!("done");
    Ok(())
}

async fn list(access: &Access, context: Context) -> Result<()> {
    let mut after = None;
    loop {
        let (found, more) = access.read(context.clone(), move |op| Box::pin(right_door::waiting(op, after))).await?;
        for vraag in &found {
            println!("{}  answer by {}  {}", vraag.nummer, vraag.antwoord_voor, vraag.product.as_deref().unwrap_or_default());
        }
        after = found.last().map(|last| (last.bites(), last.id.uuid()));
        if !more {
            return Ok(());
        }
    }
}

async fn show(access: &Access, context: Context, nummer: String) -> Result<()> {
    let look = access.write(context, move |op| {
        let nummer = nummer.clone();
        Box::pin(async move {
            let id = right_door::find_by_number(op, &nummer).await?;
            right_door::look(op, id).await
        })
    });
    let view = look.await?;
    let vraag = view.vraag;
    println!(
        "{}  first received {}  answer by {}  {}",
        vraag.nummer,
        vraag.eerst_ontvangen_op,
        vraag.antwoord_voor,
        vraag.stand.word()
    );
    if let (right_door::Soort::Correctie(over), Some(last)) = (&vraag.soort, vraag.uiterlijk_op) {
        println!("to correct: {} {}  by law before the end of {last}", over.register, over.veld);
    }
    if let Some(over) = vraag.soort.over() {
        let last = vraag.uiterlijk_op.map(|last| format!("  by law before the end of {last}")).unwrap_or_default();
        println!("{}: about {}{last}", vraag.soort.word(), over.nummer);
    }
    if let Some(product) = &vraag.product {
        println!("about: {product}");
    }
    for sent in view.doorzendingen {
        println!("sent on: received {}, sent on {}", sent.ontvangen_op, sent.doorgezonden_op);
    }
    for message in view.berichten {
        println!(
            "\n{} {}\n{}",
            message.op,
            if message.van_organisatie { "the organisation" } else { "the person" },
            message.tekst
        );
    }
    Ok(())
}

//! What a person typed while a register was away: compared as soon as it is back, and told in her zaak.
use access::{Access, Actor, Context, Purpose, Result};
use registers::{Doelen, Gecontroleerd, Registers, recheck_once};
use std::sync::Arc;

/// Goes through what waits, again and again.
pub struct Recheck {
    /// Runs operations.
    pub access: Access,
    /// The registers.
    pub registers: Registers,
    /// For which purposes they are asked.
    pub doelen: Doelen,
    /// Where the portal is, for the link in a letter.
    pub portal: String,
}

impl Recheck {
    /// Asks what is due, until no answer comes any more, and tells each zaak what came out. Errors: the database is away.
    pub async fn round(&self) -> Result<()> {
        loop {
            let answers = recheck_once(&self.registers, &self.access, &self.doelen).await?;
            if answers.is_empty() {
                return Ok(());
            }
            self.tell(answers).await;
        }
    }

    /// Tells each zaak what came out. One that can't be told now is asked again; the others are told.
    async fn tell(&self, answers: Vec<Gecontroleerd>) {
        for known in answers {
            let context = context(&known, &self.doelen);
            let parts = Arc::new((known, self.portal.clone()));
            let work = self.access.write(context, move |op| {
                let parts = parts.clone();
                Box::pin(async move { intake::checked(op, &parts.0, &parts.1).await })
            });
            if let Err(error) = work.await {
                tracing::warn!(%error, "a zaak could not be told what came out of a check");
            }
        }
    }
}

fn context(known: &Gecontroleerd, doelen: &Doelen) -> Context {
    let purpose = doelen.get(&known.controle.doel).map_or_else(|| Purpose::new("later controleren", ""), |d| d.purpose().clone());
    let organisation = known.controle.organisatie.clone();
    Context { actor: Actor::machine("registers"), organisation, purpose, trace: "recheck".into() }
}

//! Files that wait because the virus scanner was away: asks it again.
use access::{Access, Actor, Context, Error, Purpose, Result};
use cases::{Documents, Scanner, Verdict, Waiting};
use catalogue::Catalogue;
use std::sync::Arc;
use values::Oin;

/// Goes through what waits, again and again.
pub struct Rescan {
    access: Access,
    catalogue: Arc<Catalogue>,
    documents: Documents,
    scanner: Scanner,
    operator: Oin,
    portal: String,
}

/// What a file belongs to.
#[derive(Clone, Copy)]
enum Of {
    Drafts,
    Zaken,
}

impl Rescan {
    /// Ties the parts together. `portal` is where it is, for the link in a letter.
    pub fn new(
        access: &Access,
        catalogue: &Arc<Catalogue>,
        (documents, scanner): (Documents, Scanner),
        (operator, portal): (Oin, &str),
    ) -> Self {
        let (access, catalogue, portal) = (access.clone(), catalogue.clone(), portal.to_owned());
        Self { access, catalogue, documents, scanner, operator, portal }
    }

    /// Scans what waits, once. Without a scanner it touches nothing. Errors: what waits can't be found.
    pub async fn round(&self) -> Result<()> {
        if !self.scanner.answers().await {
            tracing::warn!("the virus scanner does not answer; photos wait for it");
            return Ok(());
        }
        self.all(Of::Drafts, &self.operator).await?;
        for hosted in self.catalogue.hosted() {
            self.all(Of::Zaken, &hosted.oin).await?;
        }
        Ok(())
    }

    /// One file that can't be scanned stops no other.
    async fn all(&self, of: Of, organisation: &Oin) -> Result<()> {
        for file in self.waiting(of, organisation).await? {
            match self.one(of, organisation, file).await {
                Ok(()) | Err(Error::NotFound) => {} // not found: somebody was before us
                Err(error) => tracing::warn!(%error, "a file could not be scanned; trying again"),
            }
        }
        Ok(())
    }

    async fn waiting(&self, of: Of, organisation: &Oin) -> Result<Vec<Waiting>> {
        let work = self.access.read(context(organisation), move |op| {
            Box::pin(async move {
                match of {
                    Of::Drafts => intake::waiting(op).await,
                    Of::Zaken => cases::waiting(op).await,
                }
            })
        });
        work.await
    }

    async fn one(&self, of: Of, organisation: &Oin, file: Waiting) -> Result<()> {
        let verdict = self.scanner.scan(&self.documents.get(&file.document, &file.key).await?).await;
        if verdict == Verdict::Away {
            return Ok(());
        }
        let file = Arc::new(file);
        let (seen, portal) = (file.clone(), self.portal.clone());
        let work = self.access.write(context(organisation), move |op| {
            let (file, portal) = (seen.clone(), portal.clone());
            Box::pin(async move {
                match of {
                    Of::Drafts => intake::file_scanned(op, &file, verdict).await,
                    Of::Zaken => intake::document_scanned(op, &file, verdict, &portal).await,
                }
            })
        });
        work.await?;
        match verdict {
            Verdict::Infected => self.documents.remove(&file.document.bestand).await,
            _ => Ok(()),
        }
    }
}

fn context(organisation: &Oin) -> Context {
    let purpose = Purpose::new("foto's nakijken op virussen", "AVG artikel 6 lid 1 e; artikel 32");
    Context { actor: Actor::machine("scanner"), organisation: organisation.clone(), purpose, trace: "scanner".into() }
}

//! What a person adds to a running zaak, or gives when something was asked of her: words, papers, or both, in one act.
use crate::{Document, Documents, Zaak, refused, store};
use access::{Acting, Action, Actor, DataKey, Error, Event, FieldFault, Op, Protected, Result};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use values::{Id, Prose};

/// Most documents of one zaak, with those that came with the form.
pub const MAX_DOCUMENTS: usize = 100;
/// The field in which one chooses them.
const FIELD: &str = "document";

/// What a person adds.
#[derive(Clone, Default)]
pub struct Bijdrage {
    /// What she wrote, if anything.
    pub tekst: Option<Prose>,
    /// Papers.
    pub bijlagen: Vec<Bijlage>,
}

impl From<&Prose> for Bijdrage {
    fn from(tekst: &Prose) -> Self {
        Self { tekst: Some(tekst.clone()), bijlagen: vec![] }
    }
}

/// One paper; its sealed file is on the disk already.
#[derive(Clone)]
pub struct Bijlage {
    /// Its title gets a number when another has it; when it is added and by whom is decided here.
    pub document: Document,
    /// What kind of paper it is, so that one that was added as the wrong kind can be added again as the right one.
    pub soort: String,
    /// SHA-256 of what is in it.
    pub inhoud: [u8; 32],
}

impl Bijlage {
    /// A paper of this kind with this in it.
    pub fn new(document: Document, soort: &str, inhoud: &[u8]) -> Self {
        Self { document, soort: soort.to_owned(), inhoud: Sha256::digest(inhoud).into() }
    }

    /// What is kept of kind and content, to know the same one again in its zaak and nowhere else.
    fn hash(&self, op: &Op<'_>, zaak: &Zaak) -> Result<[u8; 32]> {
        let besloten = [u8::from(self.document.besloten)];
        let about = [zaak.id.uuid().as_bytes(), self.inhoud.as_slice(), &besloten, self.soort.as_bytes()].concat();
        Ok(op.keys().index("bijlage", &about)?)
    }
}

/// That a document was added when its zaak ran already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Toegevoegd {
    /// When.
    pub op: Timestamp,
    /// By whom.
    pub door: Gever,
}

/// Who added a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gever {
    /// Whose zaak it is.
    Melder,
    /// Who acts for her.
    Vertegenwoordiger,
    /// Somebody with the eight words of the receipt.
    Houder,
}

impl Gever {
    fn of(actor: &Actor) -> Self {
        match actor.acting {
            Acting::Holder { .. } => Self::Houder,
            _ if actor.vertegenwoordiging().is_some() => Self::Vertegenwoordiger,
            _ => Self::Melder,
        }
    }

    /// The word that is stored (ZGW `auteur`).
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Melder => "melder",
            Self::Vertegenwoordiger => "vertegenwoordiger",
            Self::Houder => "houder van de volgcode",
        }
    }

    /// Who it is that is stored with this word.
    pub(crate) fn of_word(word: &str) -> Self {
        [Self::Vertegenwoordiger, Self::Houder].into_iter().find(|gever| gever.word() == word).unwrap_or(Self::Melder)
    }
}

/// How many documents the actor can still add; nothing personal. Ask before anything is read or scanned. Errors: `Refused` when it has ended.
pub async fn room_for_documents(op: &mut Op<'_>, id: Id<Zaak>) -> Result<usize> {
    to_add_to(op, id).await?;
    Ok(MAX_DOCUMENTS.saturating_sub(store::documents::of(op, id).await?.len()))
}

/// Seals papers in memory, each for the document with its id, under the key of the zaak; then write them with `Documents::put`. Errors:
/// `Refused` when it has ended.
pub async fn seal_documents(op: &mut Op<'_>, id: Id<Zaak>, papers: &[(Uuid, Vec<u8>)]) -> Result<Vec<Vec<u8>>> {
    let zaak = to_add_to(op, id).await?;
    let key = DataKey::find(op, zaak.data_key).await?;
    papers.iter().map(|(document, content)| Documents::seal(op, &key, *document, content)).collect()
}

async fn to_add_to(op: &mut Op<'_>, id: Id<Zaak>) -> Result<Zaak> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Contribute, &zaak)?;
    if zaak.einddatum.is_some() { refused("refused-zaak-closed") } else { Ok(zaak) }
}

/// Keeps the papers of what she adds; ask while the zaak is held. Gives what the message about it says, and whether a paper is new: the same
/// one of the same kind is kept once. Errors: `Invalid` when there is nothing, or when there are too many.
pub(crate) async fn keep(op: &mut Op<'_>, zaak: &Zaak, bijdrage: &Bijdrage) -> Result<(String, bool)> {
    let key = DataKey::find(op, zaak.data_key).await?;
    let mut here = store::documents::of(op, zaak.id).await?;
    let (before, mut names) = (here.len(), Vec::new());
    for bijlage in &bijdrage.bijlagen {
        let hash = bijlage.hash(op, zaak)?;
        if let Some(titel) = store::documents::title_of(op, zaak.id, &hash).await? {
            names.push(titel);
            continue;
        }
        if here.len() >= MAX_DOCUMENTS {
            let limit = Some(MAX_DOCUMENTS as u64);
            return Err(Error::Invalid(vec![FieldFault { limit, ..FieldFault::new(FIELD, "fault-too-many-documents") }]));
        }
        let toegevoegd = Some(Toegevoegd { op: op.now(), door: Gever::of(&op.context().actor) });
        let titel = free_title(&here, &bijlage.document.titel);
        let document = Document { titel: titel.clone(), toegevoegd, ..bijlage.document.clone() };
        store::documents::insert(op, &key, zaak, &document, Some(&hash)).await?;
        op.record(Event::of("document-toegevoegd", "zaak", zaak.id.uuid()).about(zaak.party())).await?;
        names.push(titel);
        here.push(document);
    }
    names.dedup();
    let added = (!names.is_empty()).then(|| texts::text_with(zaak.taal, "zaak-documents-added", &[("names", &names.join(", "))]));
    let parts: Vec<_> = bijdrage.tekst.as_ref().map(|tekst| tekst.as_str().to_owned()).into_iter().chain(added).collect();
    if parts.is_empty() {
        return Err(Error::Invalid(vec![FieldFault::new(FIELD, "fault-empty")]));
    }
    Ok((parts.join("\n\n"), here.len() > before))
}

/// `Plattegrond`; or, where there is one or `Plattegrond 1`, with the first number from two on that no other document has.
fn free_title(here: &[Document], titel: &str) -> String {
    let taken: Vec<_> = here.iter().filter_map(|document| document.titel.strip_prefix(titel)).collect();
    let first = !taken.iter().any(|rest| rest.is_empty() || *rest == " 1");
    let numbered = (2..=MAX_DOCUMENTS + 1).map(|n| format!(" {n}")).find(|rest| !taken.contains(&rest.as_str()));
    format!("{titel}{}", numbered.filter(|_| !first).unwrap_or_default())
}

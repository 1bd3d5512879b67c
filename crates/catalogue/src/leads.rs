//! Where a skeleton leads, and whose service it is: for the check, of a file that may not load.
use crate::{Bestuurslaag, Bevoegd, Catalogue, skeleton, skeleton_check::string};
use serde::Deserialize;
use toml::de::DeTable;
use values::UplName;

/// Where a skeleton leads.
#[derive(Default)]
pub(crate) struct Leads {
    /// The layers of government to which it leads without a choice, so that each of their organisations needs an overlay.
    pub layers: Vec<Bestuurslaag>,
    /// The layers whose organisations can offer it; none where the skeleton is wrong about that.
    pub offers: Option<Vec<Bestuurslaag>>,
    /// The person chooses among those with an overlay.
    pub chosen: bool,
    /// It ends at the counter of another body: who helps with that here is free to.
    pub hands_over: bool,
}

impl Leads {
    /// That of a skeleton that may be wrong elsewhere: a place, an address, a home and a branch all lead to a municipality.
    pub fn of_skeleton(text: &str, catalogue: &Catalogue) -> Option<Self> {
        let table = DeTable::parse(text).ok()?;
        let is = |key, word| string(table.get_ref(), key).is_some_and(|(text, _)| text == word);
        let (chosen, hands_over) = (is("bevoegd", "keuze"), is("soort", "overdracht"));
        let (upl, _) = string(table.get_ref(), "upl")?;
        let product = catalogue.product(&UplName::parse(upl).ok()?)?;
        let free = chosen || hands_over;
        let layers = product.layers.iter().filter(|layer| !free && **layer == Bestuurslaag::Gemeente).copied().collect();
        Some(Self { layers, offers: offers(text).ok().flatten(), chosen, hands_over })
    }
}

/// The layers whose organisations can offer the service of a skeleton that may be wrong elsewhere; none where it can't be read. Errors: what
/// is wrong with what it says of that.
pub(crate) fn offers(text: &str) -> Result<Option<Vec<Bestuurslaag>>, &'static str> {
    #[derive(Deserialize)]
    struct Only {
        #[serde(default)]
        bevoegd: Bevoegd,
        #[serde(default)]
        bestuurslagen: Vec<Bestuurslaag>,
    }
    let Ok(Only { bevoegd, bestuurslagen }) = toml::from_str(text) else { return Ok(None) };
    skeleton::bestuurslagen(bevoegd, &bestuurslagen).map(Some)
}

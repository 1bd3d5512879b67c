//! Who keeps what the BRP holds of somebody: her municipality, or, of who lives abroad, the registratie niet-ingezetenen.
use crate::ask::Ask;
use catalogue::{Hosted, Organisatie};
use registers::{Persoon, RedenOpschorting};
use values::Postcode;

/// Who keeps her data.
pub(crate) enum Holder<'a> {
    /// A municipality that takes requests here.
    Here(&'a Hosted, &'a Organisatie),
    /// Another municipality.
    Elsewhere(&'a Organisatie),
    /// The registratie niet-ingezetenen.
    Rni,
    /// No municipality of today.
    Unknown,
}

/// Who keeps them now: the municipality that the register names, or, when that exists no more, the one of her postcode.
pub(crate) fn holder<'a>(ask: &'a Ask, persoon: &Persoon) -> Holder<'a> {
    let reden = persoon.opschorting.as_ref().map(|opschorting| opschorting.reden);
    if matches!(reden, Some(RedenOpschorting::Emigratie | RedenOpschorting::Rni)) {
        return Holder::Rni;
    }
    let catalogue = &ask.app.catalogue;
    let code = persoon.gemeente_van_inschrijving.as_ref().and_then(|g| g.code.as_ref()).map(|code| format!("gm{code}"));
    let named = code.and_then(|code| catalogue.organisatie_with_code(&code));
    let by_postcode = || catalogue.gemeente_of(&Postcode::parse(persoon.adres()?.postcode.as_deref()?).ok()?);
    let Some(gemeente) = named.or_else(by_postcode) else { return Holder::Unknown };
    match catalogue.hosted_with_code(&gemeente.code) {
        Some(hosted) => Holder::Here(hosted, gemeente),
        None => Holder::Elsewhere(gemeente),
    }
}

/// Where one turns with what the registratie niet-ingezetenen has wrong: address and name.
pub(crate) fn rni(ask: &Ask) -> (String, String) {
    ("https://www.rvig.nl".to_owned(), ask.text("my-data-rni-site"))
}

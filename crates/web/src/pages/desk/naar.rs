//! To whom something is sent on: an organisation of the list, or one whose name is typed.
use crate::{ask::Ask, fields::Fields, pages::wayfinding::topics::capital};
use access::FieldFault;
use catalogue::{Catalogue, Hosted, Organisatie};
use values::Oin;

/// What stands in the list for an organisation that is not in it.
const ELSEWHERE: &str = "elders";

/// The other organisations that are hosted here and take it: code and name.
pub(super) fn others(ask: &Ask, than: &Oin, takes: impl Fn(&Hosted) -> bool) -> Vec<(String, String)> {
    let others = ask.app.catalogue.hosted().iter().filter(|hosted| hosted.oin != *than && takes(hosted));
    others.map(|hosted| (hosted.code.clone(), capital(&ask.name_of(&hosted.oin)))).collect()
}

/// The hosted organisation that was chosen. Errors: none was.
pub(super) fn hosted(catalogue: &Catalogue, fields: &Fields) -> Result<Hosted, FieldFault> {
    let chosen = catalogue.hosted_with_code(fields.get("naar")).cloned();
    chosen.ok_or_else(|| FieldFault::new("naar", "fault-organisation-choose"))
}

/// The organisation that was chosen from the list, or typed because it is not in it; never `own`. Errors: neither was done, or both, or nobody
/// is called so.
pub(super) fn destination(catalogue: &Catalogue, own: &Oin, fields: &Fields) -> Result<Organisatie, FieldFault> {
    let (chosen, typed) = (fields.get("naar"), fields.get("elders").trim());
    let fault = |fault| Err(FieldFault::new("elders", fault));
    let found = match (chosen, typed) {
        ("", "") => return Err(FieldFault::new("naar", "fault-organisation-none")),
        (ELSEWHERE, "") => return fault("fault-empty"),
        ("" | ELSEWHERE, typed) => catalogue.organisatie_named(typed),
        (_, typed) if !typed.is_empty() => return fault("fault-organisation-both"),
        (code, _) => match catalogue.organisatie_with_code(code) {
            None => return Err(FieldFault::new("naar", "fault-organisation-none")),
            found => found,
        },
    };
    match found {
        None => fault("fault-organisation-unknown"),
        Some(found) if catalogue.hosted_with_oin(own).is_some_and(|own| own.code == found.code) => {
            fault("fault-organisation-own")
        }
        Some(found) => Ok(found.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// To whom it goes from Rotterdam, or the field where something is wrong and what.
    fn to(catalogue: &Catalogue, chosen: &str, typed: &str) -> Result<String, (String, &'static str)> {
        let own = catalogue.hosted_with_code("gm0599").unwrap().oin.clone();
        let fields = Fields(vec![("naar".into(), chosen.into()), ("elders".into(), typed.into())]);
        destination(catalogue, &own, &fields).map(|to| to.naam_met_soort).map_err(|fault| (fault.field, fault.fault))
    }

    #[test]
    fn it_goes_where_was_chosen_or_typed_and_nowhere_when_both_were_done_or_neither() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let catalogue = Catalogue::load(&root.join("reference"), &root.join("services")).unwrap();
        let ok = |name: &str| Ok(name.to_owned());
        let wrong = |field: &str, fault| Err((field.to_owned(), fault));
        for (chosen, typed, wanted) in [
            ("gm0344", "", ok("gemeente Utrecht")),
            ("elders", "Zwolle", ok("gemeente Zwolle")),
            ("", "De gemeente Zwolle", ok("gemeente Zwolle")),
            ("elders", "Dienst Toeslagen", ok("Directoraat-generaal Toeslagen")),
            ("", " ", wrong("naar", "fault-organisation-none")),
            ("gm9999", "", wrong("naar", "fault-organisation-none")),
            ("elders", "", wrong("elders", "fault-empty")),
            ("gm0307", "Zwolle", wrong("elders", "fault-organisation-both")),
            ("elders", "Zwolleke", wrong("elders", "fault-organisation-unknown")),
            ("elders", "Rotterdam", wrong("elders", "fault-organisation-own")),
            ("gm0599", "", wrong("elders", "fault-organisation-own")),
        ] {
            assert_eq!(to(&catalogue, chosen, typed), wanted, "{chosen} {typed}");
        }
    }
}

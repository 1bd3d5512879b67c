//! Who filed it for whom: the two lines on the copy, and the rollen of the zaak (ZGW: indicatieMachtiging). Pure.
use access::{Acting, Actor, Grond};
use cases::Rol;
use values::Language;

/// What copy and check say of it, before all else: for whom, and by whom. Nothing when one files for oneself.
pub fn filed_by(actor: &Actor, language: Language) -> Vec<(String, String)> {
    let Some(of) = actor.vertegenwoordiging() else { return vec![] };
    let ground = match of.grond {
        Grond::Gezag => "behalf-by-gezag",
        Grond::Machtiging(_) => "behalf-by-machtiging",
    };
    let text = |key| texts::text(language, key);
    vec![
        (text("behalf-for-label"), of.naam.clone()),
        (text("behalf-by-label"), texts::text_with(language, ground, &[("name", &of.door)])),
    ]
}

/// The rollen with who acts for the initiator, when somebody does.
pub(crate) fn rollen(actor: &Actor, mut rollen: Vec<Rol>) -> Vec<Rol> {
    let (Acting::Person(bsn), Some(of)) = (&actor.acting, actor.vertegenwoordiging()) else { return rollen };
    let (gever, gemachtigde, toelichting) = match of.grond {
        Grond::Gezag => (None, None, "wettelijk vertegenwoordiger".to_owned()),
        Grond::Machtiging(id) => (Some("machtiginggever"), Some("gemachtigde"), format!("gemachtigde, machtiging {id}")),
    };
    for initiator in &mut rollen {
        initiator.indicatie_machtiging = gever.map(str::to_owned);
    }
    rollen.push(Rol {
        omschrijving_generiek: cases::VERTEGENWOORDIGER.into(),
        betrokkene_type: "natuurlijk_persoon".into(),
        identificatie: Some(bsn.expose().to_owned()),
        vestigingsnummer: None,
        naam: Some(of.door.clone()),
        email: None,
        telefoon: None,
        indicatie_machtiging: gemachtigde.map(str::to_owned),
        roltoelichting: Some(toelichting),
    });
    rollen
}

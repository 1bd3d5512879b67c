//! `gezag`: who has authority over a minor, worked out as the features of BRP-API/haal-centraal-gezag say it, as far as the test set tells:
//! what a court said, where she was born, who her parents are, and whether those were married to each other.
//! Left out: adoption, and a partner of a lone parent.

use super::{
    leeftijd,
    naam::Naam,
    personen::{Personen, Persoon},
    titel::Geslacht,
};
use jiff::civil::{Date, date};
use serde_json::{Value, json};

/// From then on who acknowledges a child has authority with the mother (BW 1:251b).
const ACKNOWLEDGED: Date = date(2023, 1, 1);
const NETHERLANDS: &str = "6030";

impl Personen {
    /// The authority over this person, when she is a minor, and that which she has over her children.
    pub(super) fn gezag(&self, persoon: &Persoon, today: Date) -> Value {
        let own = persoon.text("/burgerservicenummer").unwrap_or_default();
        let over_children = items(&persoon.json["kinderen"]).iter().filter_map(|kind| {
            let relatie = self.relatie(self.by_bsn(kind["burgerservicenummer"].as_str()?)?, today)?;
            let holds =
                items(&relatie["ouders"]).iter().chain([&relatie["ouder"]]).any(|ouder| ouder["burgerservicenummer"] == own);
            holds.then_some(relatie)
        });
        self.relatie(persoon, today).into_iter().chain(over_children).collect()
    }

    /// The authority over one person; none for who is of age, died or is not kept up.
    fn relatie(&self, kind: &Persoon, today: Date) -> Option<Value> {
        let minor = leeftijd::leeftijd(&kind.json["geboorte"]["datum"], today).is_some_and(|age| age < 18);
        if !minor || kind.is_dead() || kind.json.get("opschortingBijhouding").is_some() {
            return None;
        }
        let mut relatie = self.of_court(kind).unwrap_or_else(|| self.of_law(kind, today));
        relatie["minderjarige"] = json!({ "burgerservicenummer": kind.json["burgerservicenummer"] });
        Some(relatie)
    }

    /// What the register of authority says, if anything.
    fn of_court(&self, kind: &Persoon) -> Option<Value> {
        let parent = |which: &str| items(&kind.json["ouders"]).iter().find(|ouder| ouder["ouderAanduiding"] == which).map(told);
        let code = kind.text("/indicatieGezagMinderjarige/code")?;
        let known = match code {
            "12" => parent("1").zip(parent("2")).map(|(one, other)| both(&[one, other])),
            "1" | "2" => parent(code).map(alone),
            "1D" | "2D" => parent(&code[..1])
                .map(|ouder| json!({ "type": "GezamenlijkGezag", "ouder": ouder, "derde": { "type": "OnbekendeDerde" } })),
            "D" => Some(json!({ "type": "Voogdij", "derden": [] })),
            _ => None,
        };
        Some(known.unwrap_or_else(|| unknown("de uitspraak over het gezag wordt niet herkend.")))
    }

    fn of_law(&self, kind: &Persoon, today: Date) -> Value {
        if kind.text("/geboorte/land/code") != Some(NETHERLANDS) || kind.json.get("immigratie").is_some() {
            return unknown("gezag kan niet worden bepaald omdat minderjarige in het buitenland is geboren of heeft gewoond.");
        }
        let ouders = items(&kind.json["ouders"]);
        let holders: Vec<&Value> = match ouders {
            [one, other] if self.joined(kind, (one, other)) => vec![one, other],
            [one, other] => match [one, other].into_iter().filter(|ouder| may_have_borne(ouder, kind)).collect::<Vec<_>>()[..] {
                [mother] => vec![mother],
                _ => {
                    return unknown(
                        "gezag kan niet worden bepaald omdat niet kan worden vastgesteld welke ouder de geboortemoeder is.",
                    );
                }
            },
            some => some.iter().collect(),
        };
        let able: Vec<Value> = holders.into_iter().filter(|ouder| self.is_able(ouder, today)).map(told).collect();
        match &able[..] {
            [] => json!({ "type": "TijdelijkGeenGezag", "toelichting": "geen van de ouders kan het gezag uitoefenen." }),
            [one] => alone(one.clone()),
            all => both(all),
        }
    }

    /// Do both parents have it: married or partners to each other at the birth or after it, or acknowledged since 2023?
    fn joined(&self, kind: &Persoon, (one, other): (&Value, &Value)) -> bool {
        let born = day(&kind.json["geboorte"]["datum"]);
        let since = [one, other].map(|ouder| day(&ouder["datumIngangFamilierechtelijkeBetrekking"]));
        let acknowledged = since.into_iter().flatten().max().is_some_and(|last| last >= ACKNOWLEDGED);
        let partners = one["burgerservicenummer"].as_str().and_then(|bsn| self.by_bsn(bsn)).map(|ouder| &ouder.json["partners"]);
        let after_birth = |partner: &Value| {
            let ended = &partner["ontbindingHuwelijkPartnerschap"]["datum"];
            ended.is_null() || day(ended) > born
        };
        let with_other = |partner: &&Value| {
            !other["burgerservicenummer"].is_null() && partner["burgerservicenummer"] == other["burgerservicenummer"]
        };
        acknowledged || partners.is_some_and(|all| items(all).iter().filter(with_other).any(after_birth))
    }

    /// Alive, of age and not under curatele, as far as is known.
    fn is_able(&self, ouder: &Value, today: Date) -> bool {
        let Some(ouder) = ouder["burgerservicenummer"].as_str().and_then(|bsn| self.by_bsn(bsn)) else { return true };
        let minor = leeftijd::leeftijd(&ouder.json["geboorte"]["datum"], today).is_some_and(|age| age < 18);
        !(ouder.is_dead() || minor || ouder.json["indicatieCurateleRegister"] == true)
    }
}

fn items(list: &Value) -> &[Value] {
    list.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn day(datum: &Value) -> Option<Date> {
    datum["datum"].as_str()?.parse().ok()
}

fn may_have_borne(ouder: &Value, kind: &Persoon) -> bool {
    ouder["geslacht"]["code"] == "V" && ouder["datumIngangFamilierechtelijkeBetrekking"] == kind.json["geboorte"]["datum"]
}

fn told(ouder: &Value) -> Value {
    let naam = Naam::of(&ouder["naam"]).full(Geslacht::of(ouder["geslacht"]["code"].as_str()));
    let mut told = json!({ "naam": { "volledigeNaam": naam.unwrap_or_default() } });
    if let Some(bsn) = ouder["burgerservicenummer"].as_str() {
        told["burgerservicenummer"] = bsn.into();
    }
    told
}

fn both(ouders: &[Value]) -> Value {
    json!({ "type": "GezamenlijkOuderlijkGezag", "ouders": ouders })
}

fn alone(ouder: Value) -> Value {
    json!({ "type": "EenhoofdigOuderlijkGezag", "ouder": ouder })
}

fn unknown(why: &str) -> Value {
    json!({ "type": "GezagNietTeBepalen", "toelichting": why })
}

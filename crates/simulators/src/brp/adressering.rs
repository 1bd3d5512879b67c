//! The group `adressering`: the name in letters, and address lines as NEN 5825 has them.

use super::{
    naam::{Aanspreking, Band},
    titel::Geslacht,
};
use serde_json::{Value, json};

/// The group for a person; empty when there is nothing to tell.
pub(super) fn adressering(persoon: &Value, geslacht: Geslacht) -> Value {
    let mut group = Aanspreking::of(&persoon["naam"], geslacht, name_giver(persoon)).json();
    if let Value::Object(lines) = address_lines(persoon) {
        for (name, line) in lines {
            group[name] = line;
        }
    }
    group
}

/// The partner whose name is used: the first of those of now, else the last that was.
fn name_giver(persoon: &Value) -> Option<(&Value, Band)> {
    let partners = persoon["partners"].as_array()?;
    let first = partners.iter().filter(|partner| is_current(partner)).min_by_key(|partner| since(partner, "aangaan"));
    match first {
        Some(partner) => Some((&partner["naam"], Band::Actueel)),
        None => partners.last().map(|partner| (&partner["naam"], Band::Ontbonden)),
    }
}

/// Is this marriage or partnership not dissolved?
pub(super) fn is_current(partner: &Value) -> bool {
    partner.get("ontbindingHuwelijkPartnerschap").is_none()
}

/// When it began (`aangaan`) or ended (`ontbinding`), so that it can be put in order; what is unknown comes first.
pub(super) fn since(partner: &Value, what: &str) -> String {
    let datum = &partner[format!("{what}HuwelijkPartnerschap")]["datum"];
    let partly = || format!("{:04}-{:02}", datum["jaar"].as_i64().unwrap_or(0), datum["maand"].as_i64().unwrap_or(0));
    datum["datum"].as_str().map_or_else(partly, str::to_owned)
}

fn address_lines(persoon: &Value) -> Value {
    let place = &persoon["verblijfplaats"];
    let address = &place["verblijfadres"];
    let gemeente = persoon["gemeenteVanInschrijving"]["omschrijving"].as_str();
    match place["type"].as_str() {
        Some("Adres") => dutch_lines(address, gemeente),
        Some("Locatie") => {
            lines(&[("adresregel1", address["locatiebeschrijving"].as_str()), ("adresregel2", upper(gemeente).as_deref())])
        }
        Some("VerblijfplaatsBuitenland") => foreign_lines(address),
        _ => Value::Null,
    }
}

fn dutch_lines(address: &Value, gemeente: Option<&str>) -> Value {
    let (Some(street), Some(number)) = (address["korteStraatnaam"].as_str(), address["huisnummer"].as_u64()) else {
        return Value::Null;
    };
    if street == "." || number == 0 {
        return Value::Null;
    }
    let first = format!("{street} {}", house(address, number));
    let town = upper(address["woonplaats"].as_str().or(gemeente)).unwrap_or_default();
    let second = match address["postcode"].as_str().and_then(|postcode| postcode.split_at_checked(4)) {
        Some((digits, letters)) => format!("{digits} {}  {town}", letters.trim()),
        None => town,
    };
    lines(&[("adresregel1", Some(first.as_str())), ("adresregel2", Some(second.as_str()))])
}

/// `t/o 3 LIII`, `9-2`, `103 c`: an addition that begins with a digit, and no letter before it, gets a dash.
fn house(address: &Value, number: u64) -> String {
    let letter = address["huisletter"].as_str().unwrap_or_default();
    let addition = address["huisnummertoevoeging"].as_str().unwrap_or_default();
    let at = match address["aanduidingBijHuisnummer"]["code"].as_str() {
        Some("to") => "t/o ",
        Some(_) => "bij ",
        None => "",
    };
    let between = match (letter, addition) {
        ("", "") => "",
        ("", addition) if addition.starts_with(|first: char| first.is_ascii_digit()) => "-",
        _ => " ",
    };
    format!("{at}{number}{between}{letter}{addition}")
}

fn foreign_lines(address: &Value) -> Value {
    let line = |name: &str| address[name].as_str();
    let three = [("adresregel1", line("regel1")), ("adresregel2", line("regel2")), ("adresregel3", line("regel3"))];
    if three.iter().all(|(_, line)| line.is_none()) || address["land"]["code"] == "0000" {
        return Value::Null;
    }
    let mut group = lines(&three);
    if let Some(land) = address.get("land") {
        group["land"] = land.clone();
    }
    group
}

fn lines(given: &[(&str, Option<&str>)]) -> Value {
    let mut group = json!({});
    for (name, line) in given {
        if let Some(line) = line.filter(|line| !line.is_empty()) {
            group[*name] = line.into();
        }
    }
    group
}

fn upper(text: Option<&str>) -> Option<String> {
    text.map(str::to_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_line(address: Value) -> String {
        dutch_lines(&address, Some("'s-Gravenhage"))["adresregel1"].as_str().unwrap().to_owned()
    }

    #[test]
    fn a_house_number_is_written_as_the_standard_has_it() {
        let at = |rest: &[(&str, Value)]| {
            let mut address = json!({ "korteStraatnaam": "1e Exloërmond", "huisnummer": 3 });
            for (name, value) in rest {
                address[*name] = value.clone();
            }
            first_line(address)
        };
        assert_eq!(at(&[]), "1e Exloërmond 3");
        assert_eq!(at(&[("huisletter", json!("c"))]), "1e Exloërmond 3 c");
        assert_eq!(at(&[("huisnummertoevoeging", json!("III"))]), "1e Exloërmond 3 III");
        assert_eq!(at(&[("huisnummertoevoeging", json!("2"))]), "1e Exloërmond 3-2");
        assert_eq!(at(&[("huisletter", json!("B")), ("huisnummertoevoeging", json!("73c"))]), "1e Exloërmond 3 B73c");
        let opposite = ("aanduidingBijHuisnummer", json!({ "code": "to" }));
        assert_eq!(at(&[("huisletter", json!("L")), ("huisnummertoevoeging", json!("2")), opposite]), "1e Exloërmond t/o 3 L2");
    }

    #[test]
    fn the_second_line_is_postcode_and_town_or_municipality_in_capitals() {
        let mut address = json!({ "korteStraatnaam": "een straat", "huisnummer": 1, "postcode": "2584BZ" });
        assert_eq!(dutch_lines(&address, Some("'s-Gravenhage"))["adresregel2"], "2584 BZ  'S-GRAVENHAGE");
        address["woonplaats"] = json!("Scheveningen");
        assert_eq!(dutch_lines(&address, Some("'s-Gravenhage"))["adresregel2"], "2584 BZ  SCHEVENINGEN");
        address["korteStraatnaam"] = json!(".");
        assert_eq!(dutch_lines(&address, None), Value::Null);
    }

    #[test]
    fn the_first_marriage_of_now_gives_the_name_and_else_the_last_that_was() {
        let partner = |name: &str, begun: &str| json!({ "naam": { "geslachtsnaam": name }, "aangaanHuwelijkPartnerschap": { "datum": { "datum": begun } } });
        let persoon = json!({ "partners": [partner("Roodt", "1961-08-31"), partner("Geel", "1958-04-01")] });
        assert_eq!(name_giver(&persoon), Some((&json!({ "geslachtsnaam": "Geel" }), Band::Actueel)));
        assert_eq!(name_giver(&json!({})), None);
    }
}

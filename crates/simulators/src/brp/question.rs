//! The body of a question: which kind, which criteria, and every fault in it at once.

use super::fields::{Fields, Shape, Wish};
use crate::problem::InvalidParam;
use jiff::civil::Date;
use regex_lite::Regex;
use serde_json::{Map, Value};

/// A question that is right.
pub(super) struct Question {
    /// Its `type`, which the answer repeats.
    pub(super) kind: &'static str,
    /// The most persons that are answered; more is a problem.
    pub(super) limit: Option<usize>,
    /// What a person must fit.
    pub(super) criteria: Criteria,
    /// What to tell.
    pub(super) wish: Wish,
}

/// What a person must fit: all that is given. Strings are as the caller typed them.
#[derive(Default)]
pub(super) struct Criteria {
    given: Map<String, Value>,
}

impl Criteria {
    /// The value of a parameter that is a text or a number.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        match self.given.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// The BSNs of a question by BSN.
    pub(super) fn bsns(&self) -> Option<Vec<&str>> {
        let list = self.given.get("burgerservicenummer")?.as_array()?;
        Some(list.iter().filter_map(Value::as_str).collect())
    }

    /// Are the dead meant too? By BSN always.
    pub(super) fn with_the_dead(&self) -> bool {
        self.given.contains_key("burgerservicenummer") || self.given.get("inclusiefOverledenPersonen") == Some(&Value::Bool(true))
    }
}

struct Kind {
    name: &'static str,
    required: &'static [&'static str],
    optional: &'static [&'static str],
}

/// The kinds of question of version 2.7, with their parameters. `type`, `fields` and `gemeenteVanInschrijving` go with each.
const KINDS: [Kind; 7] = [
    Kind { name: "RaadpleegMetBurgerservicenummer", required: &["burgerservicenummer"], optional: &[] },
    Kind {
        name: "ZoekMetGeslachtsnaamEnGeboortedatum",
        required: &["geslachtsnaam", "geboortedatum"],
        optional: &["geslacht", "voorvoegsel", "voornamen", "inclusiefOverledenPersonen"],
    },
    Kind {
        name: "ZoekMetNaamEnGemeenteVanInschrijving",
        required: &["geslachtsnaam", "voornamen", "gemeenteVanInschrijving"],
        optional: &["geslacht", "voorvoegsel", "inclusiefOverledenPersonen"],
    },
    Kind {
        name: "ZoekMetPostcodeEnHuisnummer",
        required: &["postcode", "huisnummer"],
        optional: &["huisletter", "huisnummertoevoeging", "geboortedatum", "geslachtsnaam", "inclusiefOverledenPersonen"],
    },
    Kind {
        name: "ZoekMetStraatHuisnummerEnGemeenteVanInschrijving",
        required: &["straat", "huisnummer", "gemeenteVanInschrijving"],
        optional: &["huisletter", "huisnummertoevoeging", "inclusiefOverledenPersonen"],
    },
    Kind {
        name: "ZoekMetNummeraanduidingIdentificatie",
        required: &["nummeraanduidingIdentificatie"],
        optional: &["inclusiefOverledenPersonen"],
    },
    Kind {
        name: "ZoekMetAdresseerbaarObjectIdentificatie",
        required: &["adresseerbaarObjectIdentificatie"],
        optional: &["inclusiefOverledenPersonen"],
    },
];

/// A search gives ten persons at most.
const LIMIT: usize = 10;
/// A question by BSN names twenty at most.
const MOST_BSNS: usize = 20;

impl Question {
    /// Reads the body; the faults are of all parameters.
    pub(super) fn parse(body: &[u8], fields: &Fields) -> Result<Self, Vec<InvalidParam>> {
        let given: Map<String, Value> = serde_json::from_slice(body).unwrap_or_default();
        let kind = match given.get("type") {
            None | Some(Value::Null) => return Err(vec![InvalidParam::required("type")]),
            Some(name) => KINDS.iter().find(|kind| name == kind.name),
        };
        let Some(kind) = kind else {
            return Err(vec![InvalidParam::new("type", "value", "Waarde is geen geldig zoek type.")]);
        };
        let by_bsn = kind.name == KINDS[0].name;
        let shape = if by_bsn { Shape::Persoon } else { Shape::PersoonBeperkt };
        let mut faults = check(kind, &given);
        let wish = fields.wish(given.get("fields"), shape).unwrap_or_else(|more| {
            faults.extend(more);
            Wish::default()
        });
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Self { kind: kind.name, limit: (!by_bsn).then_some(LIMIT), criteria: Criteria { given }, wish })
    }
}

fn check(kind: &Kind, given: &Map<String, Value>) -> Vec<InvalidParam> {
    let missing = |name: &&str| matches!(given.get(*name), None | Some(Value::Null)) || given[*name] == "";
    let mut faults: Vec<InvalidParam> =
        kind.required.iter().copied().filter(|name| missing(name)).map(InvalidParam::required).collect();
    for (name, value) in given {
        let known = kind.required.contains(&name.as_str()) || kind.optional.contains(&name.as_str());
        match name.as_str() {
            "type" | "fields" => {}
            other if kind.required.contains(&other) && missing(&other) => {}
            // First names that are needed must be written as precisely as a surname.
            "voornamen" if kind.required.contains(&"voornamen") => faults.extend(check_text("voornamen", "geslachtsnaam", value)),
            other if known || other == "gemeenteVanInschrijving" => faults.extend(check_value(other, value)),
            other => faults.push(InvalidParam::new(other, "unknownParam", "Parameter is niet verwacht.")),
        }
    }
    faults
}

fn check_value(name: &str, value: &Value) -> Vec<InvalidParam> {
    let one = |code, reason| vec![InvalidParam::new(name, code, reason)];
    match name {
        "burgerservicenummer" => check_bsns(value),
        "geboortedatum" => match value.as_str().is_some_and(|text| text.len() == 10 && text.parse::<Date>().is_ok()) {
            true => Vec::new(),
            false => one("date", "Waarde is geen geldige datum."),
        },
        "inclusiefOverledenPersonen" if value.is_boolean() => Vec::new(),
        "inclusiefOverledenPersonen" => one("boolean", "Waarde is geen boolean."),
        "huisnummer" => match number(value) {
            None => one("integer", "Waarde is geen geldig getal."),
            Some(number) if number < 1 => one("minimum", "Waarde is lager dan minimum 1."),
            Some(number) if number > 99_999 => one("maximum", "Waarde is hoger dan maximum 99999."),
            Some(_) => Vec::new(),
        },
        _ => check_text(name, name, value),
    }
}

/// Checks the value of `name` by the pattern of `like`.
fn check_text(name: &str, like: &str, value: &Value) -> Vec<InvalidParam> {
    match pattern(like) {
        Some(wanted) if !value.as_str().is_some_and(|text| matches(wanted, text)) => vec![InvalidParam::pattern(name, wanted)],
        _ => Vec::new(),
    }
}

/// The mock and the real API take a number in quotes too.
fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

fn check_bsns(value: &Value) -> Vec<InvalidParam> {
    let name = "burgerservicenummer";
    let wanted = "^[0-9]{9}$";
    match value {
        Value::Array(list) if list.is_empty() => vec![InvalidParam::new(name, "minItems", "Array bevat minder dan 1 items.")],
        Value::Array(list) if list.len() > MOST_BSNS => {
            vec![InvalidParam::new(name, "maxItems", "Array bevat meer dan 20 items.")]
        }
        Value::Array(list) => {
            let wrong = list.iter().enumerate().filter(|(_, bsn)| !bsn.as_str().is_some_and(|text| matches(wanted, text)));
            wrong.map(|(number, _)| InvalidParam::pattern(format!("{name}[{number}]"), wanted)).collect()
        }
        _ => vec![InvalidParam::new(name, "array", "Parameter is geen array.")],
    }
}

/// The patterns of the specification, word for word: the answer repeats them. (The look-ahead of the last is checked by hand.)
fn pattern(name: &str) -> Option<&'static str> {
    Some(match name {
        "geslachtsnaam" => r"^[a-zA-Z0-9À-ž \.\-\']{1,200}$|^[a-zA-Z0-9À-ž \.\-\']{3,199}\*{1}$",
        "voornamen" => r"^[a-zA-Z0-9À-ž \.\-\']{1,199}\*{0,1}$",
        "voorvoegsel" => r"^[a-zA-Z \']{1,10}$",
        "geslacht" => r"^([Mm]|[Vv]|[Oo])$",
        "gemeenteVanInschrijving" => r"^[0-9]{4}$",
        "postcode" => r"^[1-9]{1}[0-9]{3}[ ]?[A-Za-z]{2}$",
        "huisletter" => r"^[a-zA-Z]{1}$",
        "huisnummertoevoeging" => r"^[a-zA-Z0-9 \-]{1,4}$",
        "straat" => r"^[a-zA-Z0-9À-ž \-\'\.]{1,80}$|^[a-zA-Z0-9À-ž \-\'\.]{7,79}\*{1}$|^\*{1}[a-zA-Z0-9À-ž \-\'\.]{7,79}$",
        "nummeraanduidingIdentificatie" | "adresseerbaarObjectIdentificatie" => ID,
        _ => return None,
    })
}

const ID: &str = r"^(?!0{16})[0-9]{16}$";

fn matches(pattern: &str, text: &str) -> bool {
    if pattern == ID {
        return text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_digit()) && text.bytes().any(|byte| byte != b'0');
    }
    Regex::new(pattern).is_ok_and(|pattern| pattern.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn faults(question: Value) -> Vec<(String, &'static str)> {
        let fields = Fields::load().unwrap();
        match Question::parse(question.to_string().as_bytes(), &fields) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.into_iter().map(|fault| (fault.name, fault.code)).collect(),
        }
    }

    fn fault(name: &str, code: &'static str) -> Vec<(String, &'static str)> {
        vec![(name.to_owned(), code)]
    }

    #[test]
    fn every_pattern_of_ours_can_be_read() {
        for name in KINDS.iter().flat_map(|kind| kind.required.iter().chain(kind.optional)) {
            if let Some(pattern) = pattern(name).filter(|pattern| *pattern != ID) {
                assert!(Regex::new(pattern).is_ok(), "{name}");
            }
        }
    }

    #[test]
    fn what_is_missing_wrong_or_unexpected_is_told() {
        assert_eq!(faults(json!({})), fault("type", "required"));
        assert_eq!(faults(json!({ "type": "Onbekend" })), fault("type", "value"));
        let by_name = "ZoekMetGeslachtsnaamEnGeboortedatum";
        let mut question =
            json!({ "type": by_name, "geslachtsnaam": "Maassen", "geboortedatum": "1983-05-26", "fields": ["naam"] });
        assert_eq!(faults(question.clone()), []);
        question["geboortedatum"] = json!("26 mei 1983");
        assert_eq!(faults(question.clone()), fault("geboortedatum", "date"));
        question["geboortedatum"] = json!("");
        assert_eq!(faults(question.clone()), fault("geboortedatum", "required"));
        question["geboortedatum"] = json!("1983-05-26");
        question["geslachtsnaam"] = json!("*sen");
        assert_eq!(faults(question.clone()), fault("geslachtsnaam", "pattern"));
        question["geslachtsnaam"] = json!("maas*");
        question["postcode"] = json!("1234AB");
        assert_eq!(faults(question), fault("postcode", "unknownParam"));
    }

    #[test]
    fn a_question_by_bsn_names_one_to_twenty_of_nine_digits() {
        let ask = |bsns: Value| {
            faults(json!({ "type": "RaadpleegMetBurgerservicenummer", "burgerservicenummer": bsns, "fields": ["naam"] }))
        };
        assert_eq!(ask(json!([])), fault("burgerservicenummer", "minItems"));
        assert_eq!(ask(json!("999990019")), fault("burgerservicenummer", "array"));
        assert_eq!(ask(json!(["999990019", "1"])), fault("burgerservicenummer[1]", "pattern"));
        assert_eq!(ask(json!(vec!["999990019"; 21])), fault("burgerservicenummer", "maxItems"));
        assert_eq!(ask(json!(vec!["999990019"; 20])), []);
    }
}

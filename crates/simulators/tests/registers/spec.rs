//! Holds answers against an OpenAPI description: types, patterns, what must be there, and what the description does not know.
//! No schema library reads `discriminator`, on which these descriptions rest, so this is our own.

use regex_lite::Regex;
use serde_json::{Map, Value, json};
use std::{
    cell::RefCell,
    collections::{BTreeSet, HashMap},
    path::PathBuf,
};

pub struct Spec {
    root: Value,
    patterns: RefCell<HashMap<String, Option<Regex>>>,
}

/// The folder with published specifications and recorded answers beside the workspace; none when it is not there.
pub fn shared(path: &str) -> Option<PathBuf> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(path);
    if file.exists() {
        return Some(file);
    }
    println!("not checked: ../shared/{path} is not here");
    None
}

impl Spec {
    /// A published description.
    pub fn shared(path: &str) -> Option<Self> {
        shared(&format!("standards/{path}")).map(|file| Self::read(&file))
    }

    /// A description of ours.
    pub fn own(file: &str) -> Self {
        Self::read(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("openapi").join(file))
    }

    fn read(file: &PathBuf) -> Self {
        let text = std::fs::read_to_string(file).unwrap();
        let root = serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        Self { root, patterns: RefCell::default() }
    }

    /// Everything in the value that does not fit the schema of this name: `at: kind: what`.
    pub fn faults(&self, schema: &str, value: &Value) -> Vec<String> {
        self.check(&reference(schema), value, "")
    }

    pub fn assert_fits(&self, schema: &str, value: &Value) {
        let faults = self.faults(schema, value);
        assert!(faults.is_empty(), "{schema}: {faults:#?}\n{value:#}");
    }

    pub fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str() {
            Some(name) => self.root.pointer(&name[1..]).unwrap_or_else(|| panic!("{name} is not there")),
            None => schema,
        }
    }

    /// The fields of a schema with their own schemas, those of each variant included.
    pub fn fields<'a>(&'a self, schema: &'a Value, seen: &[&str]) -> Vec<(&'a str, &'a Value)> {
        let name = schema["$ref"].as_str().unwrap_or_default();
        if seen.contains(&name) && !name.is_empty() {
            return Vec::new();
        }
        let seen: Vec<&str> = seen.iter().copied().chain([name]).collect();
        let schema = self.resolve(schema);
        let mut fields: Vec<(&str, &Value)> = Vec::new();
        for part in schema["allOf"].as_array().into_iter().flatten() {
            fields.extend(self.fields(part, &seen));
        }
        fields.extend(schema["properties"].as_object().into_iter().flatten().map(|(name, field)| (name.as_str(), field)));
        for variant in schema["discriminator"]["mapping"].as_object().into_iter().flatten().map(|(_, variant)| variant) {
            fields.extend(self.fields_of(variant.as_str().unwrap(), &seen));
        }
        fields
    }

    fn fields_of<'a>(&'a self, name: &'a str, seen: &[&str]) -> Vec<(&'a str, &'a Value)> {
        if seen.contains(&name) {
            return Vec::new();
        }
        let seen: Vec<&str> = seen.iter().copied().chain([name]).collect();
        self.fields(self.root.pointer(&name[1..]).unwrap(), &seen)
    }

    fn check(&self, schema: &Value, value: &Value, at: &str) -> Vec<String> {
        let mut faults = self.check_shape(schema, value, at, &[]);
        if let Value::Object(fields) = value {
            let mut known = BTreeSet::new();
            if self.known(schema, value, &[], &mut known) {
                let unknown = fields.keys().filter(|name| !known.contains(name.as_str()));
                faults.extend(unknown.map(|name| format!("{at}/{name}: unknown")));
            }
        }
        faults
    }

    /// Collects the names an object may have; says no when it may have any.
    fn known<'a>(&'a self, schema: &'a Value, value: &Value, seen: &[&str], known: &mut BTreeSet<&'a str>) -> bool {
        let name = schema["$ref"].as_str().unwrap_or_default();
        let seen: Vec<&str> = seen.iter().copied().chain([name]).collect();
        let schema = self.resolve(schema);
        if schema["additionalProperties"].is_object() {
            return false;
        }
        known.extend(schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.as_str()));
        let mut closed = true;
        for part in schema["allOf"].as_array().into_iter().flatten() {
            closed &= self.known(part, value, &seen, known);
        }
        match self.variant(schema, value).filter(|variant| !seen.contains(variant)) {
            Some(variant) => {
                let seen: Vec<&str> = seen.iter().copied().chain([variant]).collect();
                let variant = self.root.pointer(&variant[1..]).unwrap();
                self.known(variant, value, &seen, known) && closed
            }
            None => closed,
        }
    }

    /// The schema that the discriminator points to.
    fn variant<'a>(&self, schema: &'a Value, value: &Value) -> Option<&'a str> {
        let discriminator = schema.get("discriminator")?;
        let kind = value[discriminator["propertyName"].as_str()?].as_str()?;
        discriminator["mapping"][kind].as_str()
    }

    fn check_shape(&self, schema: &Value, value: &Value, at: &str, seen: &[&str]) -> Vec<String> {
        let name = schema["$ref"].as_str().unwrap_or_default();
        let seen: Vec<&str> = seen.iter().copied().chain([name]).collect();
        let schema = self.resolve(schema);
        if value.is_null() && schema["nullable"] == true {
            return Vec::new();
        }
        let mut faults = check_type(schema, value, at);
        for part in schema["allOf"].as_array().into_iter().flatten() {
            faults.extend(self.check_shape(part, value, at, &seen));
        }
        if schema.get("discriminator").is_some() {
            match self.variant(schema, value) {
                Some(variant) if seen.contains(&variant) => {}
                Some(variant) => faults.extend(self.check_shape(&json!({ "$ref": variant }), value, at, &seen)),
                None => faults.push(format!("{at}: discriminator: no such kind")),
            }
        }
        match value {
            Value::Object(fields) => faults.extend(self.check_object(schema, fields, at)),
            Value::Array(items) if schema.get("items").is_some() => {
                let items = items.iter().enumerate();
                faults.extend(items.flat_map(|(place, item)| self.check(&schema["items"], item, &format!("{at}/{place}"))));
            }
            Value::String(text) => faults.extend(self.check_text(schema, text, at)),
            Value::Number(number) => {
                let number = number.as_f64().unwrap();
                let within = schema["minimum"].as_f64().is_none_or(|least| number >= least);
                if !within || schema["maximum"].as_f64().is_some_and(|most| number > most) {
                    faults.push(format!("{at}: range: {number}"));
                }
            }
            _ => {}
        }
        faults
    }

    fn check_object(&self, schema: &Value, fields: &Map<String, Value>, at: &str) -> Vec<String> {
        let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let missing = required.filter(|name| !fields.contains_key(*name));
        let mut faults: Vec<String> = missing.map(|name| format!("{at}: required: {name}")).collect();
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            if let Some(value) = fields.get(name) {
                faults.extend(self.check(field, value, &format!("{at}/{name}")));
            }
        }
        faults
    }

    fn check_text(&self, schema: &Value, text: &str, at: &str) -> Vec<String> {
        let mut faults = Vec::new();
        let length = u64::try_from(text.chars().count()).unwrap();
        let least = schema["minLength"].as_u64().is_none_or(|least| length >= least);
        if !least || schema["maxLength"].as_u64().is_some_and(|most| length > most) {
            faults.push(format!("{at}: length: {length}"));
        }
        if schema["pattern"].as_str().is_some_and(|pattern| !self.matches(pattern, text)) {
            faults.push(format!("{at}: pattern"));
        }
        let date = schema["format"] == "date" && text.parse::<jiff::civil::Date>().is_err();
        if date || (schema["format"] == "date-time" && text.parse::<jiff::Timestamp>().is_err()) {
            faults.push(format!("{at}: format"));
        }
        faults
    }

    /// Patterns with what a simple engine can't read (look-ahead) are passed.
    fn matches(&self, pattern: &str, text: &str) -> bool {
        let mut patterns = self.patterns.borrow_mut();
        let compiled = patterns.entry(pattern.to_owned()).or_insert_with(|| Regex::new(pattern).ok());
        compiled.as_ref().is_none_or(|pattern| pattern.is_match(text))
    }
}

fn check_type(schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let fits = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64(),
        Some("number") => value.is_number(),
        Some("boolean") => value.is_boolean(),
        _ => true,
    };
    let mut faults = Vec::new();
    if !fits {
        faults.push(format!("{at}: type: not {}", schema["type"]));
    }
    if schema["enum"].as_array().is_some_and(|allowed| !allowed.contains(value)) {
        faults.push(format!("{at}: enum"));
    }
    faults
}

/// A reference to the schema of this name.
pub fn reference(schema: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{schema}") })
}

#[test]
fn an_answer_that_does_not_fit_is_noticed() {
    let spec = Spec::own("rdw-houderschap.openapi.yaml");
    let faults = |value: Value| spec.faults("Houderschap", &value);
    let vehicle = json!({ "merk": "KIA", "handelsbenaming": "PICANTO", "voertuigsoort": "Personenauto" });
    let good = json!({ "kenteken": "G412AE", "opNaam": true, "voertuig": vehicle, "peilmoment": "2026-11-24T12:00:00Z" });
    assert_eq!(faults(good.clone()), [""; 0]);
    let with = |name: &str, value: Value| {
        let mut other = good.clone();
        other[name] = value;
        faults(other)
    };
    assert_eq!(with("kenteken", "g-412".into()), ["/kenteken: pattern"]);
    assert_eq!(with("opNaam", "ja".into()), ["/opNaam: type: not \"boolean\""]);
    assert_eq!(with("houder", "ik".into()), ["/houder: unknown"]);
    assert_eq!(with("peilmoment", "gisteren".into()), ["/peilmoment: format"]);
    assert_eq!(
        with("voertuig", json!({ "merk": "KIA", "handelsbenaming": "", "voertuigsoort": "Koets" })),
        ["/voertuig/voertuigsoort: enum"]
    );
    assert_eq!(faults(json!({ "kenteken": "G412AE", "opNaam": null, "voertuig": null })), [": required: peilmoment"]);
}

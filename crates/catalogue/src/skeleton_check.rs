//! What is wrong with a skeleton: the national part of a service.
use crate::{Catalogue, OVERGEDRAGEN, VANDAAG, check::Sheet, leads::offers, skeleton};
use terms::{Meerderjarigheid, SoortRegime};
use toml::de::{DeTable, DeValue};
use values::{Term, UplName};

/// What a register holds and a form can show, as concepts: all that `intake::prefill` fills in.
pub const HELD: [&str; 14] = [
    "persoon.naam",
    "persoon.geboortedatum",
    "persoon.adres",
    "persoon.gemeente",
    "persoon.gezin",
    "persoon.partner",
    "persoon.inkomen",
    "bedrijf.naam",
    "bedrijf.rechtsvorm",
    "bedrijf.kvknummer",
    "bedrijf.adres",
    "aanvrager.naam",
    "aanvrager.adres",
    "aanvrager.gemeente",
];

/// Of these, what was typed while the register was away is compared with it when it is back: `intake::later`. A service on which something is
/// decided here shows no other.
const COMPARED: [&str; 9] = [
    "persoon.naam",
    "persoon.geboortedatum",
    "persoon.adres",
    "persoon.gezin",
    "bedrijf.naam",
    "bedrijf.rechtsvorm",
    "bedrijf.adres",
    "aanvrager.naam",
    "aanvrager.adres",
];

/// How a company signed in says its number, so nobody ever types it.
const SIGNED_IN: &str = "bedrijf.kvknummer";

/// What a service must say of the personal data it works with: the register of processing and its notice are made of it (AVG 13 and 30).
const ACCOUNTED: [(&str, &str); 3] = [
    ("purpose", "what the data are used for"),
    ("basis", "what allows using them"),
    ("bewaartermijn_bron", "the list or rule that says how long they are kept"),
];

impl Sheet<'_> {
    fn term(&mut self, table: &DeTable<'_>, key: &str) {
        if let Some(value) = table.get(key)
            && value.get_ref().as_str().and_then(|t| t.parse::<Term>().ok()).is_none()
        {
            self.tell(value.span().start, format!("{key} is no ISO 8601 duration, such as \"P8W\" or \"P10D\""));
        }
    }
}

pub(crate) fn string<'a>(table: &'a DeTable<'_>, key: &str) -> Option<(&'a str, usize)> {
    let value = table.get(key)?;
    Some((value.get_ref().as_str()?, value.span().start))
}

/// Tells what is wrong with a skeleton, against the catalogue's products.
pub(crate) fn check_skeleton(sheet: &mut Sheet<'_>, text: &str, catalogue: &Catalogue) {
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => return sheet.tell(error.span().map_or(0, |s| s.start), error.message().to_owned()),
    };
    let table = table.get_ref();
    match string(table, "upl") {
        Some((upl, at)) if UplName::parse(upl).ok().and_then(|name| catalogue.product(&name)).is_none() => {
            sheet.tell(at, format!("\"{upl}\" is no name of the Uniforme Productnamenlijst; spell it as in the list"));
        }
        Some(_) => {}
        None => sheet.tell(0, "upl is missing: the product's name in the Uniforme Productnamenlijst".into()),
    }
    let also = table.get("ook").and_then(|list| list.get_ref().as_array()).into_iter().flatten();
    for name in also
        .filter(|name| name.get_ref().as_str().and_then(|n| UplName::parse(n).ok()).and_then(|n| catalogue.product(&n)).is_none())
    {
        sheet.tell(name.span().start, "this is no name of the Uniforme Productnamenlijst; spell it as in the list".into());
    }
    if string(table, "soort").is_some_and(|(soort, _)| soort == "overdracht") {
        check_hand_over(sheet, table, catalogue);
    } else {
        check_remedy(sheet, table);
    }
    for (key, what) in ACCOUNTED {
        if string(table, key).is_none_or(|(value, _)| value.trim().is_empty()) {
            sheet.tell(table.get(key).map_or(0, |value| value.span().start), format!("{key} is missing: {what}"));
        }
    }
    check_layers(sheet, (table, text), catalogue);
    check_namens(sheet, table);
    check_closed(sheet, table);
    sheet.term(table, "beslistermijn");
    sheet.term(table, "bewaartermijn");
    sheet.term(table, "bewaartermijn_na_verval");
    sheet.term(table, "geldt_hoogstens");
    check_pages(sheet, table);
    check_compared(sheet, table);
    if let Some(what) = skeleton::wrongly_invites(text) {
        sheet.tell(text.find("uitnodigen").unwrap_or(0), what);
    }
    check_within(sheet, table);
    // What the loader itself would refuse (unknown keys, a text that misses a language), with its line.
    if let Err(error) = skeleton::read_skeleton(text) {
        sheet.tell(error.span().map_or(0, |s| s.start), error.message().to_owned());
    }
}

/// Where one chooses it is said among which layers, and the national list knows the product for these.
fn check_layers(sheet: &mut Sheet<'_>, (table, text): (&DeTable<'_>, &str), catalogue: &Catalogue) {
    let at = table.get("bestuurslagen").map_or(0, |value| value.span().start);
    if let Err(what) = offers(text) {
        sheet.tell(at, what.into());
    }
    let product = string(table, "upl").and_then(|(upl, _)| catalogue.product(&UplName::parse(upl).ok()?));
    let said = table.get("bestuurslagen").and_then(|list| list.get_ref().as_array()).into_iter().flatten();
    let named = |word: &str, product: &crate::Product| product.layers.iter().any(|layer| layer.word() == word);
    for word in said.filter(|word| word.get_ref().as_str().zip(product).is_some_and(|(word, product)| !named(word, product))) {
        sheet.tell(word.span().start, "the Uniforme Productnamenlijst does not know this product for this layer".into());
    }
}

/// Each page and each question once, and each question with its source and basis.
fn check_pages(sheet: &mut Sheet<'_>, table: &DeTable<'_>) {
    let (mut seen, mut pages) = (Vec::new(), Vec::new());
    for (page, at) in tables(table, "page") {
        let id = string(page, "id").map_or("", |(id, _)| id);
        if pages.contains(&id) {
            sheet.tell(at, format!("page \"{id}\" stands here twice: nobody would reach the second"));
        }
        pages.push(id);
        let mut above = Vec::new();
        for (question, at) in tables(page, "question") {
            let id = string(question, "id").map_or("", |(id, _)| id).to_owned();
            for key in ["source", "basis"] {
                if string(question, key).is_none_or(|(value, _)| value.trim().is_empty()) {
                    sheet.tell(
                        at,
                        format!("question \"{id}\" has no {key}: say where the answer comes from and what allows asking"),
                    );
                }
            }
            check_asked_once(sheet, question, (&id, at));
            check_day(sheet, question, (&id, at), &above);
            above.push((id.clone(), string(question, "kind").map_or("", |(kind, _)| kind).to_owned()));
            if seen.contains(&id) {
                sheet.tell(at, format!("question \"{id}\" stands here twice"));
            }
            seen.push(id);
        }
    }
}

/// What government holds is never asked: it is shown, with its source (Wet BRP 1.7; Handelsregisterwet 30).
fn check_asked_once(sheet: &mut Sheet<'_>, question: &DeTable<'_>, (id, at): (&str, usize)) {
    let concept = string(question, "concept").map_or("", |(concept, _)| concept);
    let shown = string(question, "kind").is_some_and(|(kind, _)| kind == "known" || kind == "people");
    // Whose it is stands before the dot; `geboortedatum` is held without saying whose too.
    let is_held =
        |held: &str| held.rsplit_once('.').is_some_and(|(of, what)| concept == what || concept.split('.').next() == Some(of));
    if !shown && HELD.into_iter().any(is_held) {
        sheet.tell(at, format!("question \"{id}\" asks what a register holds: show it, with kind = \"known\" or \"people\""));
    }
    if shown && !HELD.contains(&concept) {
        sheet.tell(at, format!("question \"{id}\" shows what no register holds: everybody would have to type it"));
    }
}

/// What somebody types because a register is away is looked at when it is back, where it matters here.
fn check_compared(sheet: &mut Sheet<'_>, table: &DeTable<'_>) {
    if string(table, "soort").is_some_and(|(soort, _)| soort == "overdracht") {
        return;
    }
    let pages = tables(table, "page");
    for (question, at) in pages.iter().flat_map(|(page, _)| tables(page, "question")) {
        let shown = string(question, "kind").is_some_and(|(kind, _)| kind == "known" || kind == "people");
        let concept = string(question, "concept").map_or("", |(concept, _)| concept);
        if shown && HELD.contains(&concept) && !COMPARED.contains(&concept) && concept != SIGNED_IN {
            let id = string(question, "id").map_or("", |(id, _)| id);
            sheet.tell(
                at,
                format!("question \"{id}\": what is typed of {concept} while its register is away is compared with nothing"),
            );
        }
    }
}

/// The rules of a day: lengths of time with their article, what it means to be late, and a day above it to come after.
fn check_day(sheet: &mut Sheet<'_>, question: &DeTable<'_>, (id, at): (&str, usize), above: &[(String, String)]) {
    let Some(DeValue::Table(rule)) = question.get("datum").map(toml::Spanned::get_ref) else { return };
    sheet.term(rule, "vooruit");
    sheet.term(rule, "op_tijd");
    let timed = rule.contains_key("vooruit") || rule.contains_key("op_tijd");
    if timed && string(rule, "grondslag").is_none_or(|(article, _)| article.trim().is_empty()) {
        sheet.tell(at, format!("the day of \"{id}\" needs its grondslag: the article that gives its window"));
    }
    if rule.contains_key("op_tijd") != rule.contains_key("te_laat") {
        sheet.tell(at, format!("the day of \"{id}\" needs both op_tijd and te_laat, or neither"));
    }
    let is_day = |other: &str| above.iter().any(|(id, kind)| id == other && kind == "date");
    if let Some((other, at)) = string(rule, "niet_voor").filter(|(other, _)| *other != VANDAAG && !is_day(other)) {
        sheet.tell(at, format!("niet_voor names \"{other}\": say \"vandaag\", or a question for a day above it on this page"));
    }
}

/// A place lies within the organisation that is chosen in another question of this form, and an address is another than that of somebody in it.
fn check_within(sheet: &mut Sheet<'_>, table: &DeTable<'_>) {
    let pages = tables(table, "page");
    let questions: Vec<_> = pages.iter().flat_map(|(page, _)| tables(page, "question")).collect();
    let is = |question: &DeTable<'_>, key: &str, word: &str| string(question, key).is_some_and(|(text, _)| text == word);
    for (question, _) in &questions {
        let asks = |other: &str, kind: &str| questions.iter().any(|(one, _)| is(one, "id", other) && is(one, "kind", kind));
        if let Some((other, at)) = string(question, "binnen")
            && (!asks(other, "organisatie") || !is(question, "kind", "place"))
        {
            sheet.tell(at, "binnen is for a place, and names the question of kind organisatie".into());
        }
        if let Some(DeValue::Table(other)) = question.get("ander_dan").map(toml::Spanned::get_ref)
            && let Some((who, at)) = string(other, "wie")
            && (!asks(who, "people") || !is(question, "kind", "address"))
        {
            sheet.tell(at, "ander_dan is for an address, and its wie names a question of kind people".into());
        }
    }
}

/// The first remedy is that of the kind; another says whose regime gives its term, and against what it is.
fn check_remedy(sheet: &mut Sheet<'_>, table: &DeTable<'_>) {
    let Some((soort, at)) = string(table, "soort") else {
        return sheet.tell(0, "soort is missing: the legal kind decides terms and remedy".into());
    };
    let Some(regime) = SoortRegime::newest(soort) else { return };
    let (given, remedy) = (tables(table, "rechtsmiddel"), &regime.rechtsmiddel);
    if given.is_empty() {
        sheet.tell(at, format!("a service of kind {soort} needs its remedy: [[rechtsmiddel]] naam = \"{remedy}\""));
    }
    for (number, (one, at)) in given.into_iter().enumerate() {
        let of = string(one, "soort").map(|(of, _)| of);
        match (number, of, of.and_then(SoortRegime::newest)) {
            (0, None, _) => named(sheet, one, (soort, remedy)),
            (0, Some(_), _) => {
                sheet.tell(at, format!("the first [[rechtsmiddel]] is against the decision, of kind {soort}: no soort"))
            }
            (_, Some(of), Some(regime)) if one.contains_key("tegen") => named(sheet, one, (of, &regime.rechtsmiddel)),
            _ => sheet.tell(
                at,
                "another [[rechtsmiddel]] says tegen, and as soort a kind that has a regime in reference/regimes".into(),
            ),
        }
    }
    check_decisions(sheet, table, regime);
}

fn named(sheet: &mut Sheet<'_>, one: &DeTable<'_>, (soort, remedy): (&str, &str)) {
    if let Some((naam, at)) = string(one, "naam").filter(|(naam, _)| *naam != remedy) {
        sheet.tell(at, format!("the remedy of a {soort} is {remedy}, not {naam}"));
    }
}

/// Which resultaten are decisions, where it is said: of those that there are, and of a kind that gives a remedy.
fn check_decisions(sheet: &mut Sheet<'_>, table: &DeTable<'_>, regime: &SoortRegime) {
    let list = |key: &str| table.get(key).and_then(|list| list.get_ref().as_array()).into_iter().flatten();
    let is_resultaat =
        |one: &toml::Spanned<DeValue<'_>>| list("resultaat").any(|other| other.get_ref().as_str() == one.get_ref().as_str());
    for one in list("blijft_gelden").filter(|one| !is_resultaat(one)) {
        sheet.tell(one.span().start, "blijft_gelden names what is no resultaat".into());
    }
    let holds = list("blijft_gelden").next().is_some();
    match (holds, table.get("bewaartermijn_na_verval")) {
        (true, None) => {
            sheet.tell(0, "bewaartermijn_na_verval is missing: how long what blijft_gelden is kept when it ended".into())
        }
        (false, Some(term)) => sheet.tell(term.span().start, "bewaartermijn_na_verval belongs to blijft_gelden".into()),
        _ => {}
    }
    if let Some(most) = table.get("geldt_hoogstens").filter(|_| !holds) {
        sheet.tell(most.span().start, "geldt_hoogstens belongs to blijft_gelden".into());
    }
    for one in list("besluit_bij") {
        if !regime.gives_remedy() || !is_resultaat(one) {
            sheet
                .tell(one.span().start, "besluit_bij names what is no resultaat, or no decision for this kind of service".into());
        }
    }
}

/// A hand-over decides nothing, so it has neither term nor remedy; whoever decides is known, and so is the remedy there.
fn check_hand_over(sheet: &mut Sheet<'_>, table: &DeTable<'_>, catalogue: &Catalogue) {
    for key in ["beslistermijn", "rechtsmiddel"] {
        if let Some(value) = table.get(key) {
            sheet.tell(value.span().start, format!("a hand-over has no {key}: nothing is decided here"));
        }
    }
    let upl = string(table, "upl").and_then(|(upl, at)| Some((UplName::parse(upl).ok()?, at)));
    if let Some((_, at)) = upl.filter(|(upl, _)| catalogue.agency(upl).is_none()) {
        sheet.tell(
            at,
            "nobody can be handed over to: reference/bevoegdheid/rijk.csv knows no body with a site for this product".into(),
        );
    }
    let results = table.get("resultaat").and_then(|list| list.get_ref().as_array()).into_iter().flatten();
    if !results.into_iter().any(|one| one.get_ref().as_str() == Some(OVERGEDRAGEN)) {
        sheet.tell(0, format!("resultaat needs \"{OVERGEDRAGEN}\": a hand-over ends with it at once"));
    }
    let Some(DeValue::Table(to)) = table.get("overdracht").map(toml::Spanned::get_ref) else {
        return sheet
            .tell(0, "[overdracht] is missing: to whom, and which article says that only it takes the application".into());
    };
    if string(to, "grondslag").is_none_or(|(text, _)| text.trim().is_empty()) {
        sheet.tell(0, "[overdracht] needs its grondslag: the article that says that only the other takes the application".into());
    }
    match string(to, "soort_daar") {
        Some((soort, at)) if SoortRegime::newest(soort).is_none() => {
            sheet.tell(at, format!("{soort} has no regime in reference/regimes: which remedy is there?"));
        }
        _ => {}
    }
}

/// Who does it for another says on which article, is known by DigiD, and is a parent of a minor.
fn check_namens(sheet: &mut Sheet<'_>, table: &DeTable<'_>) {
    let inner = |table: &'_ DeTable<'_>, key: &str| table.get(key).map(|value| value.span().start);
    let Some(DeValue::Table(namens)) = table.get("namens").map(toml::Spanned::get_ref) else { return };
    let at = inner(table, "namens").unwrap_or_default();
    let middelen = match table.get("inloggen").map(toml::Spanned::get_ref) {
        Some(DeValue::Table(inloggen)) => inloggen.get("middelen").and_then(|list| list.get_ref().as_array()),
        _ => None,
    };
    if !middelen.into_iter().flatten().any(|middel| middel.get_ref().as_str() == Some("digid")) {
        sheet.tell(at, "one acts for another person only where one signs in with digid".into());
    }
    for key in ["kind", "machtiging"] {
        let Some(DeValue::Table(rule)) = namens.get(key).map(toml::Spanned::get_ref) else { continue };
        let at = inner(namens, key).unwrap_or(at);
        if string(rule, "basis").is_none_or(|(basis, _)| basis.trim().is_empty()) {
            sheet.tell(at, format!("[namens.{key}] has no basis: say which article lets one act for another"));
        }
        let age = rule.get("jonger_dan").map(toml::Spanned::get_ref).and_then(|age| match age {
            DeValue::Integer(number) => number.as_str().parse::<i64>().ok(),
            _ => None,
        });
        // Until then somebody has authority over her.
        let of_age = Meerderjarigheid::newest().map_or(0, |one| i64::from(one.leeftijd));
        if age.is_some_and(|age| !(1..=of_age).contains(&age)) {
            sheet.tell(at, format!("jonger_dan is an age of 1 to {of_age}: who is older has no parent with authority"));
        }
    }
}

/// What goes to a closed compartment has somebody who opens it.
fn check_closed(sheet: &mut Sheet<'_>, table: &DeTable<'_>) {
    let (word, at) = string(table, "adviseur").map_or((None, 0), |(word, at)| (Some(word), at));
    let closed =
        |question: &DeTable<'_>| matches!(question.get("besloten").map(toml::Spanned::get_ref), Some(DeValue::Boolean(true)));
    let any = tables(table, "page").iter().any(|(page, _)| tables(page, "question").iter().any(|(question, _)| closed(question)));
    if let Err(what) = skeleton::adviseur(word, any) {
        sheet.tell(at, what.to_owned());
    }
}

/// The tables of an array of tables, with where each begins.
fn tables<'a, 'b>(table: &'a DeTable<'b>, key: &str) -> Vec<(&'a DeTable<'b>, usize)> {
    match table.get(key).map(toml::Spanned::get_ref) {
        Some(DeValue::Array(array)) => array
            .iter()
            .filter_map(|value| match value.get_ref() {
                DeValue::Table(table) => Some((table, value.span().start)),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

//! Compounds: Dutch writes `parkeervergunningaanvraag` as one word; its parts are found with the binding letters of the language.

/// The least letters of a part; shorter ones (`as`, `er`) are found everywhere.
const LEAST: usize = 3;
/// The most letters of a word that is taken apart.
const LONGEST: usize = 40;
/// The most parts: more is a chance hit.
const MOST: usize = 4;

/// The fewest known parts that make up the whole word (two or more), or none.
pub(crate) fn parts<'w>(word: &'w str, is_part: &impl Fn(&str) -> bool) -> Option<Vec<&'w str>> {
    if !word.is_ascii() || word.len() < 2 * LEAST || word.len() > LONGEST {
        return None;
    }
    // best[i]: the cheapest way to make up word[..i], as (cost, start of the last part, end of the last part).
    let mut best: Vec<Option<(u32, usize, usize)>> = vec![None; word.len() + 1];
    best[0] = Some((0, 0, 0));
    for start in 0..=word.len() - LEAST {
        let Some((before, ..)) = best[start] else { continue };
        let mut is_known = [false; LONGEST + 1];
        for end in start + LEAST..=word.len() {
            is_known[end] = (start, end) != (0, word.len()) && is_part(&word[start..end]);
            let Some((cost, part_end)) = part(word, start, end, &is_known) else { continue };
            if best[end].is_none_or(|(cheapest, ..)| before + cost < cheapest) {
                best[end] = Some((before + cost, start, part_end));
            }
        }
    }
    let mut found = Vec::new();
    let mut end = word.len();
    while end > 0 {
        let (_, start, part_end) = best[end]?;
        found.push(&word[start..part_end]);
        end = start;
    }
    found.reverse();
    (2..=MOST).contains(&found.len()).then_some(found)
}

/// What the piece costs as a part, and where the part ends before its binding letters. Few and long parts are cheap.
fn part(word: &str, start: usize, end: usize, is_known: &[bool]) -> Option<(u32, usize)> {
    let price = |part_end: usize, binding: u32| 100 + binding + if part_end - start == LEAST { 40 } else { 0 };
    if is_known[end] {
        return Some((price(end, 0), end));
    }
    if end == word.len() {
        return None;
    }
    let part_end = ["s", "en", "e", "n"].iter().find_map(|binding| {
        let part_end = word[start..end].strip_suffix(binding).map(|part| start + part.len())?;
        (part_end >= start + LEAST && is_known[part_end]).then_some(part_end)
    })?;
    Some((price(part_end, 10), part_end))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_compound_falls_into_its_parts() {
        let known = ["parkeer", "parkeervergunning", "vergunning", "aanvraag", "rijbewijs", "verlenging", "identiteit", "bewijs"];
        let split = |word: &'static str| parts(word, &|w: &str| known.contains(&w));
        assert_eq!(split("parkeervergunningaanvraag"), Some(vec!["parkeervergunning", "aanvraag"]));
        assert_eq!(split("parkeervergunning"), Some(vec!["parkeer", "vergunning"]));
        assert_eq!(split("rijbewijsverlenging"), Some(vec!["rijbewijs", "verlenging"]));
        assert_eq!(split("identiteitsbewijs"), Some(vec!["identiteit", "bewijs"]));
        assert_eq!(split("onzinwoord"), None);
        assert_eq!(split("ééénéén"), None);
    }
}

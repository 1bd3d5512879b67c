//! From text to plain words: lower case, without diacritics, only letters and digits; and the rule-based end of a word.

/// More words than this add work and no meaning.
const MAX_WORDS: usize = 160;
/// A longer word is noise.
const MAX_LETTERS: usize = 48;

/// The plain words of a text, in order.
pub(crate) fn plain_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_alphanumeric() {
            fold(c, &mut word);
        } else if !is_inside_word(c) && !word.is_empty() {
            if word.chars().count() <= MAX_LETTERS {
                words.push(std::mem::take(&mut word));
            }
            word.clear();
            if words.len() == MAX_WORDS {
                break;
            }
        }
    }
    words
}

/// Apostrophes (`auto's`) and combining marks don't end a word.
fn is_inside_word(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{640}' | '\u{ad}' | '\u{200d}')
}

fn fold(c: char, into: &mut String) {
    for c in c.to_lowercase() {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => into.push('a'),
            'æ' => into.push_str("ae"),
            'ç' | 'ć' | 'č' => into.push('c'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => into.push('e'),
            'ì'..='ï' | 'ī' | 'į' | 'ı' => into.push('i'),
            'ð' | 'ď' => into.push('d'),
            'ł' => into.push('l'),
            'ñ' | 'ń' | 'ň' => into.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => into.push('o'),
            'œ' => into.push_str("oe"),
            'ś' | 'ş' | 'š' | 'ș' => into.push('s'),
            'ß' => into.push_str("ss"),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => into.push('u'),
            'ý' | 'ÿ' => into.push('y'),
            'ź' | 'ż' | 'ž' => into.push('z'),
            'ğ' => into.push('g'),
            'ĳ' => into.push_str("ij"),
            'أ' | 'إ' | 'آ' => into.push('ا'),
            'ة' => into.push('ه'),
            'ى' => into.push('ي'),
            '\u{307}' => {}
            other => into.push(other),
        }
    }
}

/// The end of a word taken off by the spelling rules of Dutch: `verhuizen`, `verhuist` and `verhuize` → `verhuis`.
/// It comes after the lemma (or instead of it, when no lexicon knows the word), so forms with and without lemma still meet.
pub(crate) fn stem(word: &str) -> String {
    if !word.is_ascii() || word.len() < 5 || word.bytes().any(|b| b.is_ascii_digit()) {
        return word.to_owned();
    }
    let base = ["en", "e"].iter().find_map(|end| word.strip_suffix(end).filter(|b| b.len() >= 3 && !ends_in_vowel(b)));
    match base {
        Some(base) => closed(base),
        None => match word.strip_suffix('t').filter(|b| b.len() >= 4 && b.ends_with(['s', 'f', 'p', 'k', 'g', 'm'])) {
            Some(base) if !base.ends_with("ch") && !keeps_t(word) => base.to_owned(),
            _ => word.to_owned(),
        },
    }
}

/// Nouns in -st and -kt, such as `kunst` and `markt`, are no verb forms.
fn keeps_t(word: &str) -> bool {
    ["nst", "rst", "rkt", "jst", "est", "ist", "ost", "cht", "pt", "ekt", "akt", "ukt", "kst", "mst", "ast", "kt"]
        .iter()
        .any(|end| word.ends_with(end))
        && !["uist", "eist", "reist"].iter().any(|end| word.ends_with(end))
}

/// Writes an open syllable as a closed one: `mann` → `man`, `lop` → `loop`, `verhuiz` → `verhuis`.
fn closed(base: &str) -> String {
    let letters = base.as_bytes();
    let (last, before) = (letters[letters.len() - 1], letters[letters.len() - 2]);
    let mut done = base.to_owned();
    if last == before && !is_vowel(last) {
        done.pop();
        return done;
    }
    let single = is_vowel(before) && before != b'i' && letters.len() >= 3 && !is_vowel(letters[letters.len() - 3]);
    if matches!(last, b'z' | b'v') {
        done.pop();
        if single {
            done.push(before as char);
        }
        done.push(if last == b'z' { 's' } else { 'f' });
    } else if single && !is_vowel(last) && !(before == b'e' && matches!(last, b'l' | b'n' | b'm')) {
        done.pop();
        done.push(before as char);
        done.push(last as char);
    }
    done
}

fn is_vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

fn ends_in_vowel(word: &str) -> bool {
    word.bytes().last().is_some_and(is_vowel)
}

#[cfg(test)]
mod tests {
    use super::{plain_words, stem};

    #[test]
    fn diacritics_capitals_and_signs_are_gone() {
        assert_eq!(plain_words("Één café, zó'n CRÈCHE!"), ["een", "cafe", "zon", "creche"]);
        assert_eq!(plain_words("WW-uitkering: ID‑kaart"), ["ww", "uitkering", "id", "kaart"]);
        assert!(plain_words(" \u{0} ?!…").is_empty());
    }

    #[test]
    fn forms_of_one_word_meet() {
        for (a, b) in
            [("verhuizen", "verhuist"), ("verhuize", "verhuizen"), ("lopen", "loop"), ("mannen", "man"), ("parkeren", "parkeer")]
        {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        assert_ne!(stem("markt"), stem("marken"));
    }
}

//! Spelling mistakes: the word of the index that was probably meant.

/// The longest word that is compared; longer ones are compounds and fall into parts.
const LONGEST: usize = 32;

/// The words that a mistake can be corrected to.
#[derive(Debug, Default)]
pub(crate) struct Speller {
    words: Vec<(u32, Box<[u8]>, String)>,
}

impl Speller {
    /// Takes the words of the index; only plain letters, of four or more.
    pub(crate) fn new(words: impl IntoIterator<Item = String>) -> Self {
        let fit = |w: &String| (4..=LONGEST).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_lowercase());
        let mut words: Vec<_> = words.into_iter().filter(fit).map(|w| (letters(w.as_bytes()), sound(&w), w)).collect();
        words.sort_by(|a, b| a.2.cmp(&b.2));
        words.dedup_by(|a, b| a.2 == b.2);
        Self { words }
    }

    /// The nearest word and how sure that is (0–1); nothing when no word is near.
    pub(crate) fn nearest(&self, typed: &str) -> Option<(&str, f32)> {
        if !(4..=LONGEST).contains(&typed.len()) || !typed.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        let (mine, heard) = (letters(typed.as_bytes()), sound(typed));
        let bound = if typed.len() >= 8 { 2 } else { 1 };
        let mut best: Option<(u32, &str)> = None;
        for (theirs, their_sound, word) in &self.words {
            // Each edit changes at most two letters of the set; this leaves a handful of words to compare in full.
            if (mine ^ theirs).count_ones() > 5 || typed.len().abs_diff(word.len()) > 2 {
                continue;
            }
            let cost = cost(typed, word, &heard, their_sound, bound);
            if cost.is_some_and(|c| best.is_none_or(|(b, w)| c < b || (c == b && closer(typed, word, w)))) {
                best = cost.map(|c| (c, word.as_str()));
            }
        }
        best.map(|(cost, word)| (word, 0.95 - 0.12 * cost as f32))
    }
}

/// Of two words at the same distance, the one that keeps the first letter is the likelier.
fn closer(typed: &str, word: &str, than: &str) -> bool {
    let same = |w: &str| w.as_bytes().first() == typed.as_bytes().first();
    same(word) && !same(than)
}

fn cost(typed: &str, word: &str, heard: &[u8], their_sound: &[u8], bound: usize) -> Option<u32> {
    if heard == their_sound {
        return Some(1);
    }
    let written = distance(typed.as_bytes(), word.as_bytes(), bound).map(|d| 2 * d as u32 - 1);
    // A mistake of the ear and one of the hand in one word.
    let spoken = (typed.len() >= 6).then(|| distance(heard, their_sound, 1)).flatten().map(|_| 3);
    written.into_iter().chain(spoken).min()
}

fn letters(word: &[u8]) -> u32 {
    word.iter().fold(0, |set, b| set | 1 << (b.wrapping_sub(b'a') % 26))
}

/// What a word sounds like, roughly: Dutch spells one sound in several ways (ei/ij, au/ou, g/ch, d/t at the end, c/k/s).
fn sound(word: &str) -> Box<[u8]> {
    let spelled = word
        .replace("sch", "sg")
        .replace("ch", "g")
        .replace("ij", "y")
        .replace("ei", "y")
        .replace("au", "ou")
        .replace("ph", "f")
        .replace("th", "t")
        .replace("qu", "kw")
        .replace("ce", "se")
        .replace("ci", "si");
    let mut heard: Vec<u8> = Vec::with_capacity(spelled.len());
    for b in spelled.bytes() {
        let b = match b {
            b'c' => b'k',
            b'z' => b's',
            b'v' => b'f',
            b'x' => b'k',
            other => other,
        };
        if heard.last() != Some(&b) {
            heard.push(b);
        }
    }
    // `verlengt`, `verlengd`; and the n that nobody says.
    if heard.ends_with(b"dt") {
        heard.pop();
    }
    if heard.len() > 5 && heard.ends_with(b"en") {
        heard.pop();
    }
    if let Some(last) = heard.last_mut().filter(|last| **last == b'd') {
        *last = b't';
    }
    heard.into_boxed_slice()
}

/// Edits between two words of at most `LONGEST` letters (insert, delete, replace, swap of neighbours) up to `bound`.
fn distance(a: &[u8], b: &[u8], bound: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > bound || b.len() > LONGEST {
        return None;
    }
    let mut rows = [[0_usize; LONGEST + 1]; 3];
    rows[1].iter_mut().enumerate().for_each(|(j, cost)| *cost = j);
    for i in 1..=a.len() {
        let [two_up, up, row] = &mut rows;
        row[0] = i;
        let mut least = i;
        for j in 1..=b.len() {
            let replace = up[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut cost = replace.min(up[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(two_up[j - 2] + 1);
            }
            row[j] = cost;
            least = least.min(cost);
        }
        if least > bound {
            return None;
        }
        rows.rotate_left(1);
    }
    Some(rows[1][b.len()]).filter(|d| *d <= bound)
}

#[cfg(test)]
mod tests {
    use super::{Speller, distance};

    #[test]
    fn distances_are_bounded_and_a_swap_is_one() {
        assert_eq!(distance(b"toelsag", b"toeslag", 2), Some(1));
        assert_eq!(distance(b"paspoort", b"paspoort", 1), Some(0));
        assert_eq!(distance(b"kat", b"hond", 2), None);
        assert_eq!(distance(b"", b"a", 1), Some(1));
    }

    #[test]
    fn the_word_that_was_meant_is_found() {
        let words = ["paspoort", "vergunning", "uitkering", "rijbewijs", "belasting", "aanvragen"];
        let speller = Speller::new(words.map(String::from));
        for (typed, meant) in [
            ("paspord", "paspoort"),
            ("vergunnign", "vergunning"),
            ("uitkeering", "uitkering"),
            ("reibewijs", "rijbewijs"),
            ("belastign", "belasting"),
        ] {
            assert_eq!(speller.nearest(typed).map(|(w, _)| w), Some(meant), "{typed}");
        }
        assert_eq!(speller.nearest("sleutelhanger"), None);
        assert_eq!(speller.nearest("zon"), None);
    }
}

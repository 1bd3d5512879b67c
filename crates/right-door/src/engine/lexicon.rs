//! The lemmas and words of Dutch that `scripts/lexicon` wrote; the engine also works without them, a bit worse.
use super::reference::{EngineError, read};
use std::path::Path;

/// A sorted list of lines: `word`, or `word<TAB>lemma`. One text and the places of its lines cost less than a map.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    text: String,
    lines: Vec<(u32, u32)>,
}

impl Lexicon {
    /// Reads the file. Errors: it can't be read, or it is not sorted (binary search would miss words without a sign).
    pub(crate) fn load(file: &Path) -> Result<Self, EngineError> {
        let text = read(file)?;
        let mut lines: Vec<(u32, u32)> = Vec::with_capacity(text.len() / 12);
        let mut start = 0;
        let mut previous = "";
        for (number, line) in (1..).zip(text.split_inclusive('\n')) {
            let word = line.split(['\t', '\n']).next().unwrap_or_default();
            if word <= previous && number > 1 {
                return Err(EngineError::at(file, number, "the words are not sorted"));
            }
            previous = word;
            let end = start + line.trim_end_matches('\n').len();
            lines.push((offset(start), offset(end)));
            start += line.len();
        }
        Ok(Self { lines, text })
    }

    /// Whether it holds no word at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Whether this is a word of Dutch.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.line(word).is_some()
    }

    /// The lemma of a word; the word itself when it is one.
    pub(crate) fn lemma(&self, word: &str) -> Option<&str> {
        self.line(word).map(|line| line.split_once('\t').map_or(line, |(_, lemma)| lemma))
    }

    fn line(&self, word: &str) -> Option<&str> {
        let found = self.lines.binary_search_by(|place| self.at(*place).split('\t').next().unwrap_or_default().cmp(word)).ok()?;
        Some(self.at(self.lines[found]))
    }

    fn at(&self, (start, end): (u32, u32)) -> &str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }
}

/// A lexicon is some megabytes; past 4 GiB the words at the end are simply not found.
fn offset(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Lexicon;

    #[test]
    fn a_word_has_its_lemma() {
        let file = std::env::temp_dir().join(format!("lexicon-{}.tsv", std::process::id()));
        std::fs::write(&file, "huis\nhuizen\thuis\nverhuist\tverhuizen\n").unwrap();
        let lexicon = Lexicon::load(&file).unwrap();
        assert_eq!(lexicon.lemma("huizen"), Some("huis"));
        assert_eq!(lexicon.lemma("huis"), Some("huis"));
        assert!(!lexicon.knows("hui") && !lexicon.knows("huizen\thuis") && lexicon.knows("verhuist"));
        std::fs::write(&file, "huis\nappel\n").unwrap();
        assert!(Lexicon::load(&file).unwrap_err().to_string().contains(":2: "));
        std::fs::remove_file(&file).unwrap();
    }
}

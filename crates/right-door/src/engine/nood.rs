//! Is somebody in danger? The words that say so, and whom she must call before anything else: `noodwoorden.csv` and `noodhulp.csv`.
use super::{
    reference::{EngineError, list, rows},
    words,
};
use serde::Deserialize;
use std::path::Path;

/// The number for whoever is in danger now.
const NOODNUMMER: &str = "112";
/// So many other words may stand among those of a phrase.
const BETWEEN: usize = 4;

/// Whom to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noodhulp {
    /// Its word: `112`, `gas`, `thuis`, `113`.
    pub naam: String,
    /// Its numbers, as people read them: `0800 9009`.
    pub nummers: Vec<String>,
}

/// One word of a phrase.
#[derive(Debug)]
enum Word {
    Stem(String),
    /// `verzeker*`: all that begins so.
    Begins(String),
}

/// Places in a phrase, each with the words that fit it, in whatever order.
type Phrase = Vec<Vec<Word>>;

#[derive(Debug)]
struct Sign {
    hulp: usize,
    phrases: Vec<Phrase>,
    /// Any of these says that it is something else.
    except: Vec<Phrase>,
}

/// Knows the words of danger; needs no lexicon.
#[derive(Debug)]
pub(crate) struct Nood {
    hulp: Vec<Noodhulp>,
    signs: Vec<Sign>,
}

#[derive(Deserialize)]
struct HulpRow {
    hulp: String,
    nummers: String,
}

#[derive(Deserialize)]
struct WordsRow {
    hulp: String,
    woorden: String,
    behalve: String,
}

impl Nood {
    /// Reads the folder. Errors: a file is absent or ill-formed, words of a help that is not there, or no 112.
    pub(crate) fn load(folder: &Path) -> Result<Self, EngineError> {
        let numbers = folder.join("noodhulp.csv");
        let read = rows::<HulpRow>(&numbers)?.into_iter();
        let hulp: Vec<_> = read.map(|(_, row)| Noodhulp { naam: row.hulp, nummers: list(&row.nummers) }).collect();
        if !hulp.iter().any(|one| one.naam == NOODNUMMER) {
            return Err(EngineError::at(&numbers, 0, "112 is missing"));
        }
        let file = folder.join("noodwoorden.csv");
        let sign = |(line, row): (u64, WordsRow)| {
            let of = hulp.iter().position(|one| one.naam == row.hulp);
            let of = of.ok_or_else(|| EngineError::at(&file, line, format!("`{}` has no number in noodhulp.csv", row.hulp)))?;
            Ok(Sign { hulp: of, phrases: phrases(&row.woorden), except: phrases(&row.behalve) })
        };
        let signs = rows::<WordsRow>(&file)?.into_iter().map(sign).collect::<Result<_, EngineError>>()?;
        Ok(Self { hulp, signs })
    }

    /// Whom to call first, for who wrote this; last 112, always; nobody when nothing says that there is danger.
    pub(crate) fn whom(&self, text: &str) -> Vec<&Noodhulp> {
        let words: Vec<_> = words::plain_words(text).into_iter().map(|plain| (words::stem(&plain), plain)).collect();
        let says = |sign: &&Sign| any(&sign.phrases, &words) && !any(&sign.except, &words);
        let meant: Vec<_> = self.signs.iter().filter(says).map(|sign| sign.hulp).collect();
        let found: Vec<_> = (0..self.hulp.len()).filter(|of| meant.contains(of)).map(|of| &self.hulp[of]).collect();
        let always = self.hulp.iter().filter(|one| !found.is_empty() && one.naam == NOODNUMMER && !found.contains(one));
        found.iter().copied().chain(always).collect()
    }
}

fn phrases(text: &str) -> Vec<Phrase> {
    list(text).iter().map(|phrase| phrase.split_whitespace().map(place).collect()).collect()
}

fn place(words: &str) -> Vec<Word> {
    let one = |word: &str| match word.strip_suffix('*') {
        Some(begin) => Word::Begins(words::plain_words(begin).concat()),
        None => Word::Stem(words::stem(&words::plain_words(word).concat())),
    };
    words.split('|').map(one).collect()
}

fn any(phrases: &[Phrase], words: &[(String, String)]) -> bool {
    phrases.iter().any(|phrase| (0..words.len()).any(|from| stands_at(phrase, &words[from..])))
}

/// Do the words begin with one of the phrase, and does the rest stand near?
fn stands_at(phrase: &Phrase, words: &[(String, String)]) -> bool {
    let near = &words[..words.len().min(phrase.len() + BETWEEN)];
    let fits = |place: &Vec<Word>, (stem, plain): &(String, String)| {
        place.iter().any(|word| match word {
            Word::Stem(other) => stem == other,
            Word::Begins(begin) => plain.starts_with(begin.as_str()),
        })
    };
    near.first().is_some_and(|first| phrase.iter().any(|place| fits(place, first)))
        && phrase.iter().all(|place| near.iter().any(|word| fits(place, word)))
}

//! What she answered, read back on the page of her zaak: each paper stands at the question that it answers, and nowhere else.
use super::Photo;
use intake::Copy;

/// Questions and answers, in the language in which she sent them.
pub(super) fn in_her_words(copy: Copy) -> Vec<(String, String)> {
    copy.rows.into_iter().map(|row| (row.label, row.answer)).collect()
}

/// An answer of what was sent, with the papers that it names.
pub(super) struct Answer {
    pub label: String,
    pub text: String,
    pub papers: Vec<Photo>,
}

/// Answers with their papers, and the documents that none of them names.
pub(super) fn with_papers(rows: Vec<(String, String)>, mut documents: Vec<Photo>) -> (Vec<Answer>, Vec<Photo>) {
    let mut answer = |(label, text): (String, String)| {
        let named = |photo: &Photo| photo.given.is_none() && text.split(", ").any(|name| name == photo.name);
        let names: Vec<_> = documents.iter().filter(|photo| named(photo)).map(|photo| photo.name.clone()).collect();
        let whole = !names.is_empty() && names.join(", ") == text;
        let papers = documents.extract_if(.., |photo| whole && named(photo)).collect();
        Answer { label, text, papers }
    };
    let answers = rows.into_iter().map(&mut answer).collect();
    (answers, documents)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(name: &str, later: bool) -> Photo {
        let given = later.then(|| "Toegevoegd op 1 december".to_owned());
        Photo { name: name.into(), url: String::new(), picture: false, instead: None, given }
    }

    #[test]
    fn a_paper_stands_at_the_question_that_it_answers_and_what_answers_none_by_itself() {
        let rows = [("Plan", "Plan 1, Plan 2"), ("Wat", "Plan 1"), ("Tekening", "Tekening, schets 1")];
        let rows = rows.map(|(label, text)| (label.to_owned(), text.to_owned())).to_vec();
        let all = vec![
            photo("Plan 1", false),
            photo("Foto 1", false),
            photo("Plan 2", false),
            photo("Plan 1", true),
            photo("Tekening, schets 1", false),
        ];
        let (answers, rest) = with_papers(rows, all);
        let at: Vec<_> = answers.iter().map(|answer| answer.papers.len()).collect();
        assert_eq!(at, [2, 0, 0]);
        let rest: Vec<_> = rest.iter().map(|photo| photo.name.as_str()).collect();
        assert_eq!(rest, ["Foto 1", "Plan 1", "Tekening, schets 1"]);
    }
}

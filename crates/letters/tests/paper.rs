//! What is kept on paper: everything stands in it, on as many pages as it needs, the same bytes every time.
#![allow(clippy::unwrap_used)]
use letters::{Block, Fonts, PdfDocument, pdf};
use std::{path::Path, process::Command};
use values::Language;

/// The fonts that are installed at build time.
fn fonts() -> Option<Fonts> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/dist/pdf-fonts");
    if !folder.join("regular.ttf").exists() {
        eprintln!("skipped: assets/dist/pdf-fonts is not there; run: make setup");
        return None;
    }
    Some(Fonts::load(&folder).unwrap())
}

/// The text on the pages, as another program reads it; a form feed after each page.
fn read(bytes: &[u8], options: &[&str]) -> Option<String> {
    let file = std::env::temp_dir().join(format!("paper-{}.pdf", uuid::Uuid::now_v7()));
    std::fs::write(&file, bytes).unwrap();
    let output = Command::new("pdftotext").args(options).arg(&file).arg("-").output();
    std::fs::remove_file(&file).unwrap();
    let Ok(output) = output else {
        eprintln!("skipped: pdftotext (poppler-utils) is not installed");
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

fn document(blocks: Vec<Block>) -> PdfDocument {
    PdfDocument {
        language: Language::Nl,
        title: "Ontvangstbevestiging".into(),
        issued: "2026-11-23T09:00:00Z".parse().unwrap(),
        blocks,
    }
}

fn row(label: &str, value: &str) -> Block {
    Block::Row { label: label.into(), value: value.into() }
}

fn receipt() -> PdfDocument {
    let words = ["lusab", "babad", "gutih", "tugad", "mudof", "sakat", "bisob", "latim"].map(String::from).to_vec();
    document(vec![
        row("Nummer", "Z-2026-4821"),
        row("Ontvangen op", "maandag 23 november 2026 om 10.00 uur"),
        row("Organisatie", "Gemeente ’s-Hertogenbosch"),
        Block::Paragraph("Uiterlijk op 14 december hoort u van ons. Dat is onze norm; de wet geeft geen termijn.".into()),
        Block::Heading("Volgen".into()),
        Block::Paragraph("Met deze woorden volgt u uw melding, zonder in te loggen. Bewaar ze goed.".into()),
        Block::Words(words),
        Block::Heading("Wat u instuurde".into()),
        row("Wat is er aan de hand?", "De lantaarnpaal is kapot.\nAl drie weken: € 0 gedaan, café ‘Zoë’ in het donker."),
        row("Foto’s", ""),
    ])
}

#[test]
fn everything_stands_on_paper_and_nothing_else() {
    let Some(fonts) = fonts() else { return };
    let Some(text) = read(&pdf(&receipt(), &fonts).unwrap(), &["-layout"]) else { return };
    for line in [
        "Ontvangstbevestiging",
        "Z-2026-4821",
        "Gemeente ’s-Hertogenbosch",
        "Uiterlijk op 14 december hoort u van ons. Dat is onze norm",
        "De lantaarnpaal is kapot.\n",
        "Al drie weken: € 0 gedaan, café ‘Zoë’",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    assert!(text.replace(' ', "").ends_with("\n1/1\n\u{c}"), "{text:?}");
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("lusab babad gutih tugad mudof sakat bisob latim"), "{text}");
}

#[test]
fn the_same_document_gives_the_same_bytes_and_another_moment_gives_others() {
    let Some(fonts) = fonts() else { return };
    let first = pdf(&receipt(), &fonts).unwrap();
    let again = Fonts::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/dist/pdf-fonts")).unwrap();
    assert!(first == pdf(&receipt(), &fonts).unwrap());
    assert!(first == pdf(&receipt(), &again).unwrap());
    let later = PdfDocument { issued: "2026-11-23T09:00:01Z".parse().unwrap(), ..receipt() };
    assert!(first != pdf(&later, &fonts).unwrap());
}

#[test]
fn it_says_that_it_is_pdf_a_and_pdf_ua_in_its_language_and_with_its_title() {
    let Some(fonts) = fonts() else { return };
    let bytes = pdf(&receipt(), &fonts).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    for mark in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Ontvangstbevestiging</rdf:li>",
        "<rdf:li>nl</rdf:li>",
        "/Lang(nl)",
        "/DisplayDocTitle true",
        "/StructTreeRoot",
        "2026-11-23T09:00:00",
    ] {
        assert!(text.contains(mark), "{mark} is not in the file");
    }
}

#[test]
fn a_long_text_goes_on_over_pages_and_loses_no_word() {
    let Some(fonts) = fonts() else { return };
    let long: Vec<String> = (0..3000).map(|n| format!("woord{n}")).collect();
    let unbroken = "ij".repeat(400);
    let blocks = vec![
        Block::Paragraph(long.join(" ")),
        row("Lang", &long.join(" ")),
        row(&unbroken, "x"),
        Block::Paragraph(unbroken.clone()),
    ];
    let Some(text) = read(&pdf(&document(blocks), &fonts).unwrap(), &[]) else { return };
    let pages = text.matches('\u{c}').count();
    assert!((15..40).contains(&pages), "{pages} pages");
    assert!(text.contains(&format!("1 / {pages}")) && text.contains(&format!("{pages} / {pages}")));
    let found: Vec<&str> = text.split_whitespace().collect();
    for word in &long {
        assert_eq!(found.iter().filter(|f| *f == word).count(), 2, "{word}");
    }
    assert_eq!(text.replace(char::is_whitespace, "").matches("ij").count(), 800);
}

#[test]
fn what_the_font_can_not_show_never_stops_a_document() {
    let Some(fonts) = fonts() else { return };
    let strange =
        "Ana 漢字 👩\u{200d}👧 \u{e000}\u{feff}\u{ad}\u{0}\u{202e}z\tx\u{2028}y e\u{301} fi ffi \u{10ffff} שלום ﷽ a\u{a0}b";
    let blocks = vec![
        Block::Heading(strange.into()),
        Block::Paragraph(strange.into()),
        row(strange, strange),
        row("", ""),
        row("Uw naam", "\u{8}\u{200d}"),
        Block::Words(vec![strange.into(), String::new()]),
        Block::Words(vec![]),
        Block::Heading(String::new()),
        Block::Paragraph("\n\n \n".into()),
    ];
    let bytes = pdf(&document(blocks), &fonts).unwrap();
    let Some(text) = read(&bytes, &[]) else { return };
    assert!(text.contains("Ana □□ □□"), "{text}");
    assert!(text.contains("□z x y ") && text.contains(" fi ffi "), "{text}");
    let every: String = (1..=0x2_ffff).filter_map(char::from_u32).collect();
    pdf(&document(vec![Block::Paragraph(every)]), &fonts).unwrap();
}

#[test]
fn a_document_without_a_title_is_refused_and_the_reason_shows_nothing_of_it() {
    let Some(fonts) = fonts() else { return };
    let nameless = PdfDocument { title: String::new(), ..document(vec![Block::Paragraph("geheim".into())]) };
    let refused = pdf(&nameless, &fonts).unwrap_err().to_string();
    assert!(refused.starts_with("internal: no PDF/A could be made"), "{refused}");
    assert!(!refused.contains("geheim") && !format!("{nameless:?} {:?}", nameless.blocks).contains("geheim"));
}

#[test]
fn fonts_that_are_not_there_are_named_and_fonts_can_be_shared() {
    let error = Fonts::load(Path::new("nergens")).unwrap_err().to_string();
    assert!(error.contains("regular.ttf"), "{error}");
    assert!(Fonts::new(b"geen letter".to_vec(), Vec::new()).is_err());
    fn shared<T: Send + Sync + Clone>() {}
    shared::<Fonts>();
}

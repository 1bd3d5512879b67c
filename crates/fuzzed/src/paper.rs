//! Receipts on paper, with whatever people wrote.
use crate::world::root;
use letters::{Block, Fonts, PdfDocument, pdf};
use std::sync::LazyLock;
use values::Language;

/// None where the fonts were not built (`make assets`).
static FONTS: LazyLock<Option<Fonts>> = LazyLock::new(|| Fonts::load(&root().join("assets/dist/pdf-fonts")).ok());

/// No text stands in the way of a receipt.
pub fn paper(bytes: &[u8]) {
    let Some(fonts) = &*FONTS else { return };
    let text = String::from_utf8_lossy(bytes).into_owned();
    let (label, value) = text.split_once('\n').unwrap_or((&text, &text));
    let blocks = vec![
        Block::Heading(label.to_owned()),
        Block::Paragraph(text.clone()),
        Block::Row { label: label.to_owned(), value: value.to_owned() },
        Block::Words(text.split_whitespace().take(8).map(str::to_owned).collect()),
    ];
    let issued = "2026-11-23T09:00:00Z".parse().expect("a moment");
    let document = PdfDocument { language: Language::Nl, title: "Ontvangstbewijs".into(), issued, blocks };
    let bytes = pdf(&document, fonts).expect("a text that can't be put on paper");
    assert!(bytes.starts_with(b"%PDF-1."));
}

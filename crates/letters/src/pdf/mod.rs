//! Documents on paper: PDF/A-2a that is also PDF/UA-1, so that it can be kept and can be heard. The same document gives the same bytes.

mod draw;
mod fonts;
mod layout;

pub use fonts::Fonts;

use access::Result;
use jiff::Timestamp;
use std::fmt;
use values::Language;

/// What stands in a document.
#[derive(Clone, PartialEq, Eq)]
pub struct PdfDocument {
    /// The language that it is read aloud in.
    pub language: Language,
    /// Its title: at the head of the first page, and in the window of the reader.
    pub title: String,
    /// The moment that it says it was made. Comes from outside, so that the bytes are the same every time.
    pub issued: Timestamp,
    /// The rest, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A piece of a document. Line ends in a text are kept.
#[derive(Clone, PartialEq, Eq)]
pub enum Block {
    /// Above what follows; never alone at the foot of a page.
    Heading(String),
    /// Running text.
    Paragraph(String),
    /// What it is and what it says, side by side. Rows that follow each other are one table.
    Row {
        /// What it is.
        label: String,
        /// What it says.
        value: String,
    },
    /// Words to type over, large, four on a line.
    Words(Vec<String>),
}

/// Shows how much there is, not what.
impl fmt::Debug for PdfDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PdfDocument({}, {} blocks)", self.language.code(), self.blocks.len())
    }
}

/// Shows what kind it is, not what it says.
impl fmt::Debug for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Block::Heading(_) => "Heading(…)",
            Block::Paragraph(_) => "Paragraph(…)",
            Block::Row { .. } => "Row(…)",
            Block::Words(_) => "Words(…)",
        })
    }
}

/// Writes the document. A character that the fonts lack becomes `□` (or `?`), so that a name never stands in the way of a receipt.
/// Errors: `Internal` when it would not be PDF/A or PDF/UA, as without a title.
pub fn pdf(document: &PdfDocument, fonts: &Fonts) -> Result<Vec<u8>> {
    let faces = fonts.faces()?;
    let layout = layout::compose(document, &faces);
    draw::draw(document, &layout, &faces)
}

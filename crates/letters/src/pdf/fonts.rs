//! The two fonts of a document: what they can show, how wide a text is in them, and which glyphs it becomes.
use access::{Error, Result};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, UnicodeBuffer};
use std::{fmt, ops::Range, path::Path, sync::Arc};

/// A regular and a bold font that can be put in documents. Cheap to clone.
#[derive(Clone)]
pub struct Fonts {
    regular: (Arc<Vec<u8>>, Font),
    bold: (Arc<Vec<u8>>, Font),
}

impl Fonts {
    /// Reads `regular.ttf` and `bold.ttf`. Errors: `Unavailable` with the file that is not there or is no font.
    pub fn load(folder: &Path) -> Result<Self> {
        let read = |name: &str| {
            let file = folder.join(name);
            let bytes = std::fs::read(&file);
            bytes.map_err(|e| Error::Unavailable(format!("the font {} can't be read: {e}", file.display())))
        };
        Self::new(read("regular.ttf")?, read("bold.ttf")?)
    }

    /// Takes the bytes of two fonts. Errors: `Unavailable` when one of them is no font.
    pub fn new(regular: Vec<u8>, bold: Vec<u8>) -> Result<Self> {
        let font = |bytes: Vec<u8>, name: &str| {
            let bytes = Arc::new(bytes);
            let font = Font::new(bytes.clone().into(), 0).filter(|_| rustybuzz::Face::from_slice(&bytes, 0).is_some());
            font.map(|font| (bytes, font))
                .ok_or_else(|| Error::Unavailable(format!("the {name} font is no TrueType or OpenType font")))
        };
        Ok(Self { regular: font(regular, "regular")?, bold: font(bold, "bold")? })
    }

    pub(super) fn faces(&self) -> Result<Faces<'_>> {
        fn face((bytes, font): &(Arc<Vec<u8>>, Font)) -> Result<Face<'_>> {
            let shaper = rustybuzz::Face::from_slice(bytes, 0).ok_or_else(|| Error::Internal("a font is broken".into()))?;
            Ok(Face { shaper, font: font.clone() })
        }
        Ok(Faces { regular: face(&self.regular)?, bold: face(&self.bold)? })
    }
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fonts")
    }
}

/// The two fonts, ready for one document.
pub(super) struct Faces<'a> {
    pub regular: Face<'a>,
    pub bold: Face<'a>,
}

/// A font, ready for one document.
pub(super) struct Face<'a> {
    shaper: rustybuzz::Face<'a>,
    pub font: Font,
}

impl Face<'_> {
    /// The text as this font can show it, on one line.
    pub fn clean(&self, text: &str) -> String {
        let lacks = |c| self.shaper.glyph_index(c).is_none_or(|glyph| glyph.0 == 0); // 0 is the box of "no such glyph"
        let instead = if lacks('□') { '?' } else { '□' };
        let show = |c: char| match c {
            c if c.is_whitespace() && (c.is_control() || lacks(c)) => ' ',
            c if is_private(c) || lacks(c) => instead,
            c => c,
        };
        text.chars().filter(|c| !is_invisible(*c)).map(show).collect()
    }

    /// The glyphs of a clean text; advances in parts of the font size.
    pub fn shape(&self, text: &str) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let shaped = rustybuzz::shape(&self.shaper, &[], buffer);
        let units = self.font.units_per_em();
        // A cluster of characters ends where the next one begins, so ends are found from the back.
        let (mut next, mut end) = (text.len(), text.len());
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).rev().map(|(info, at)| {
            let start = info.cluster as usize;
            if start < next {
                (end, next) = (next, start);
            }
            let part = |value: i32| value as f32 / units;
            let id = GlyphId::new(info.glyph_id);
            KrillaGlyph::new(id, part(at.x_advance), part(at.x_offset), part(at.y_offset), part(at.y_advance), start..end, None)
        });
        let mut glyphs: Vec<KrillaGlyph> = glyphs.collect();
        glyphs.reverse();
        glyphs
    }

    /// How wide a clean text is at this size.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        self.shape(text).iter().map(|glyph| glyph.x_advance * size).sum()
    }

    /// The parts of a clean text that can't be split, each with its width at this size.
    pub fn parts(&self, text: &str, size: f32) -> Vec<(Range<usize>, f32)> {
        let mut parts: Vec<(Range<usize>, f32)> = Vec::new();
        for glyph in self.shape(text) {
            match parts.last_mut() {
                Some((range, width)) if *range == glyph.text_range => *width += glyph.x_advance * size,
                _ => parts.push((glyph.text_range.clone(), glyph.x_advance * size)),
            }
        }
        parts
    }
}

/// Characters that show nothing by themselves, and some of which PDF/A forbids: soft hyphens, joiners, marks of direction, variants.
fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Characters that mean something else in each font: PDF/A-2a forbids them.
fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

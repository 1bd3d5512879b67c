//! Where every line stands: lines are broken to the width of the column, and columns to pages. Draws nothing.
use super::{
    Block, PdfDocument,
    fonts::{Face, Faces},
};
use unicode_linebreak::linebreaks;

/// A4, in points of 1/72 inch.
pub(super) const PAGE: (f32, f32) = (595.276, 841.89);
/// Left and right margin: 28 mm.
pub(super) const LEFT: f32 = 79.4;
/// The column, between the margins.
pub(super) const COLUMN: f32 = PAGE.0 - 2.0 * LEFT;
const TOP: f32 = 85.0;
const BOTTOM: f32 = PAGE.1 - 85.0;
/// The baseline of the page number.
pub(super) const FOOT: f32 = PAGE.1 - 48.0;
/// The column of labels, and the gap beside it.
const LABEL: f32 = 148.0;
const GAP: f32 = 14.0;
const ROW_PADDING: f32 = 4.5;
const WORDS_PER_LINE: usize = 4;

/// How a line looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub size: f32,
    pub leading: f32,
    pub weight: Weight,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

const TITLE: Style = Style { size: 21.0, leading: 27.0, weight: Weight::Bold };
const HEADING: Style = Style { size: 13.5, leading: 19.0, weight: Weight::Bold };
const TEXT: Style = Style { size: 11.0, leading: 16.0, weight: Weight::Regular };
const LARGE: Style = Style { size: 19.0, leading: 30.0, weight: Weight::Bold };
pub(super) const SMALL: Style = Style { size: 9.0, leading: 12.0, weight: Weight::Regular };

/// What a piece of the document is to someone who hears it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Heading,
    Paragraph,
    Label,
    Value,
    Words,
}

/// A piece of the document; its lines point at it.
pub(super) struct Node {
    pub role: Role,
    pub text: String,
    /// Page and height where it begins.
    pub at: (usize, f32),
}

/// One line of text on its baseline.
pub(super) struct Line {
    pub x: f32,
    pub y: f32,
    pub style: Style,
    pub text: String,
    pub node: usize,
}

#[derive(Default)]
pub(super) struct Page {
    pub lines: Vec<Line>,
    /// Heights of the hairlines under rows.
    pub rules: Vec<f32>,
}

pub(super) struct Layout {
    pub pages: Vec<Page>,
    pub nodes: Vec<Node>,
}

impl Faces<'_> {
    pub(super) fn of(&self, style: Style) -> &Face<'_> {
        match style.weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

/// Lays the document out.
pub(super) fn compose(document: &PdfDocument, faces: &Faces<'_>) -> Layout {
    let mut composer = Composer { faces, page: Page::default(), pages: Vec::new(), nodes: Vec::new(), y: TOP };
    composer.flow(&document.title, TITLE, Role::Title, 0.0);
    composer.y += 14.0;
    let mut blocks = document.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        match block {
            Block::Heading(text) => {
                composer.space(14.0);
                composer.flow(text, HEADING, Role::Heading, 3.0 * TEXT.leading);
                composer.y += 4.0;
            }
            Block::Paragraph(text) => {
                composer.flow(text, TEXT, Role::Paragraph, 0.0);
                composer.y += 9.0;
            }
            Block::Words(words) => {
                composer.space(6.0);
                let lines: Vec<String> = words.chunks(WORDS_PER_LINE).map(|line| line.join("   ")).collect();
                composer.flow(&lines.join("\n"), LARGE, Role::Words, 0.0);
                composer.y += 12.0;
            }
            Block::Row { label, value } => {
                composer.row(label, value);
                if !matches!(blocks.peek(), Some(Block::Row { .. })) {
                    composer.y += 12.0;
                }
            }
        }
    }
    composer.pages.push(composer.page);
    Layout { pages: composer.pages, nodes: composer.nodes }
}

struct Composer<'a> {
    faces: &'a Faces<'a>,
    page: Page,
    pages: Vec<Page>,
    nodes: Vec<Node>,
    y: f32,
}

impl Composer<'_> {
    /// White above something, except at the head of a page.
    fn space(&mut self, height: f32) {
        if self.y > TOP {
            self.y += height;
        }
    }

    /// Begins a page when there is no room for this much.
    fn room(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > TOP {
            self.pages.push(std::mem::take(&mut self.page));
            self.y = TOP;
        }
    }

    fn node(&mut self, role: Role, text: &str, style: Style) -> usize {
        let text = self.faces.of(style).clean(text);
        self.nodes.push(Node { role, text, at: (self.pages.len(), self.y) });
        self.nodes.len() - 1
    }

    /// Puts lines under each other over the whole column; `keep` is what must fit under them. No line stands alone on a page.
    fn flow(&mut self, text: &str, style: Style, role: Role, keep: f32) {
        let lines = wrap(text, self.faces.of(style), style, COLUMN);
        let count = lines.len();
        let together = |from: usize| if keep > 0.0 { count - from } else { usize::min(count, 2) };
        self.room(together(0) as f32 * style.leading + keep);
        let node = self.node(role, text, style);
        for (index, line) in lines.into_iter().enumerate() {
            let ahead = if index > 0 && count - index == 2 { 2.0 } else { 1.0 };
            self.room(ahead * style.leading);
            self.put(LEFT, style, line, node);
            self.y += style.leading;
        }
    }

    /// Puts a label and its value beside each other, and a hairline under them. A short row stays on one page. A value of which nothing
    /// can be seen is a dash: without one the label would be read aloud in no row.
    fn row(&mut self, label: &str, value: &str) {
        let value = if self.faces.regular.clean(value).trim().is_empty() { "–" } else { value };
        let labels = wrap(label, &self.faces.regular, TEXT, LABEL);
        let values = wrap(value, &self.faces.regular, TEXT, COLUMN - LABEL - GAP);
        let count = labels.len().max(values.len());
        self.room(count.min(6) as f32 * TEXT.leading + 2.0 * ROW_PADDING);
        self.y += ROW_PADDING;
        let nodes = (self.node(Role::Label, label, TEXT), self.node(Role::Value, value, TEXT));
        let (mut labels, mut values) = (labels.into_iter(), values.into_iter());
        for index in 0..count {
            let ahead = if index > 0 && count - index == 2 { 2.0 } else { 1.0 };
            self.room(ahead * TEXT.leading + ROW_PADDING);
            self.put(LEFT, TEXT, labels.next().unwrap_or_default(), nodes.0);
            self.put(LEFT + LABEL + GAP, TEXT, values.next().unwrap_or_default(), nodes.1);
            self.y += TEXT.leading;
        }
        self.y += ROW_PADDING;
        self.page.rules.push(self.y);
    }

    fn put(&mut self, x: f32, style: Style, text: String, node: usize) {
        if !text.trim().is_empty() {
            let y = self.y + style.leading * 0.5 + style.size * 0.33;
            self.page.lines.push(Line { x, y, style, text, node });
        }
    }
}

/// Breaks a text into lines of at most `width`, where Unicode says that it may break; a word that is wider is broken anywhere.
/// Every line ends in a space, so that words stay apart when it is read aloud or copied.
fn wrap(text: &str, face: &Face<'_>, style: Style, width: f32) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.trim().split('\n') {
        let paragraph = face.clean(paragraph);
        let (mut line, mut used, mut from) = (String::new(), 0.0, 0);
        for (to, _) in linebreaks(&paragraph) {
            let piece = &paragraph[from..to];
            from = to;
            let visible = face.width(piece.trim_end(), style.size);
            if used + visible > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            if visible <= width {
                line.push_str(piece);
                used += face.width(piece, style.size);
                continue;
            }
            for (range, wide) in face.parts(piece, style.size) {
                if used + wide > width && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    used = 0.0;
                }
                line.push_str(&piece[range]);
                used += wide;
            }
        }
        lines.push(line + " ");
    }
    lines
}

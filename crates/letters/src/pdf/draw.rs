//! Puts a layout on pages, and tells someone who hears it what each line is.
use super::{
    PdfDocument,
    fonts::Faces,
    layout::{COLUMN, FOOT, LEFT, Layout, Line, Node, PAGE, Page, Role, SMALL, Style},
};
use access::{Error, Result};
use jiff::{Timestamp, tz::TimeZone};
use krilla::{
    Document, SerializeSettings,
    color::rgb,
    configure::{Accessibility, Archival, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point, Rect},
    metadata::{DateTime, Metadata},
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::Fill,
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree},
};
use std::num::NonZeroU16;

/// Nearly black.
const INK: u8 = 0x1a;
/// The grey of hairlines.
const HAIRLINE: u8 = 0xc4;

/// Writes the bytes.
pub(super) fn draw(document: &PdfDocument, layout: &Layout, faces: &Faces<'_>) -> Result<Vec<u8>> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| Error::Internal("PDF/A-2a and PDF/UA-1 do not go together".into()))?;
    let mut pdf = Document::new_with(SerializeSettings { configuration, enable_tagging: true, ..Default::default() });
    let mut spoken: Vec<Vec<Identifier>> = layout.nodes.iter().map(|_| Vec::new()).collect();
    for (index, page) in layout.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or_else(|| Error::Internal("a page has no size".into()))?;
        let mut sheet = pdf.start_page_with(settings);
        let mut surface = sheet.surface();
        draw_page(&mut surface, page, faces, &mut spoken);
        draw_foot(&mut surface, &format!("{} / {}", index + 1, layout.pages.len()), faces);
        surface.finish();
        sheet.finish();
    }
    pdf.set_tag_tree(tags(&layout.nodes, spoken).with_lang(Some(document.language.code().to_owned())));
    pdf.set_outline(outline(&layout.nodes));
    pdf.set_metadata(
        Metadata::new()
            .title(faces.bold.clean(&document.title))
            .language(document.language.code().to_owned())
            .creator("Juiste Deur".to_owned())
            .creation_date(date(document.issued)),
    );
    // The error's own text counts faults and never shows what is in the document.
    pdf.finish().map_err(|e| Error::Internal(format!("no PDF/A could be made: {e}")))
}

fn draw_page(surface: &mut Surface<'_>, page: &Page, faces: &Faces<'_>, spoken: &mut [Vec<Identifier>]) {
    for line in &page.lines {
        let identifier = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        draw_text(surface, line, faces);
        surface.end_tagged();
        if let Some(of_node) = spoken.get_mut(line.node) {
            of_node.push(identifier);
        }
    }
    for y in &page.rules {
        let mut path = PathBuilder::new();
        if let Some(rect) = Rect::from_xywh(LEFT, *y, COLUMN, 0.5) {
            path.push_rect(rect);
        }
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        surface.set_fill(Some(grey(HAIRLINE)));
        if let Some(path) = path.finish() {
            surface.draw_path(&path);
        }
        surface.end_tagged();
    }
}

/// The number of the page, at the right; not part of what is read aloud.
fn draw_foot(surface: &mut Surface<'_>, number: &str, faces: &Faces<'_>) {
    let x = PAGE.0 - LEFT - faces.of(SMALL).width(number, SMALL.size);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    draw_text(surface, &Line { x, y: FOOT, style: SMALL, text: number.to_owned(), node: usize::MAX }, faces);
    surface.end_tagged();
}

fn draw_text(surface: &mut Surface<'_>, line: &Line, faces: &Faces<'_>) {
    let Style { size, .. } = line.style;
    let face = faces.of(line.style);
    surface.set_fill(Some(grey(INK)));
    surface.draw_glyphs(Point::from_xy(line.x, line.y), &face.shape(&line.text), face.font.clone(), &line.text, size, false);
}

fn grey(level: u8) -> Fill {
    Fill { paint: rgb::Color::new(level, level, level).into(), ..Default::default() }
}

/// The document as it is read aloud: headings, paragraphs and tables, each with its lines.
fn tags(nodes: &[Node], spoken: Vec<Vec<Identifier>>) -> TagTree {
    let mut tree = TagTree::new();
    let mut table: Option<TagGroup> = None;
    let mut row: Option<TagGroup> = None;
    for (node, lines) in nodes.iter().zip(spoken).filter(|(_, lines)| !lines.is_empty()) {
        let leaves = lines.into_iter().map(Into::into).collect();
        let heading = |level| Tag::Hn(level, Some(node.text.clone()));
        let group = match node.role {
            Role::Title => TagGroup::with_children(heading(NonZeroU16::MIN), leaves),
            Role::Heading => TagGroup::with_children(heading(NonZeroU16::MIN.saturating_add(1)), leaves),
            Role::Paragraph | Role::Words => TagGroup::with_children(Tag::P, leaves),
            Role::Label => {
                let label = TagGroup::with_children(Tag::TH(TableHeaderScope::Row), leaves);
                row = Some(TagGroup::with_children(Tag::TR, vec![label.into()]));
                continue;
            }
            Role::Value => {
                let mut row = row.take().unwrap_or_else(|| TagGroup::new(Tag::TR));
                row.push(TagGroup::with_children(Tag::TD, leaves));
                table.get_or_insert_with(|| TagGroup::new(Tag::Table)).push(row);
                continue;
            }
        };
        if let Some(table) = table.take() {
            tree.push(table);
        }
        tree.push(group);
    }
    if let Some(table) = table {
        tree.push(table);
    }
    tree
}

/// The title and the headings, to jump to.
fn outline(nodes: &[Node]) -> Outline {
    let mut outline = Outline::new();
    for node in nodes.iter().filter(|n| matches!(n.role, Role::Title | Role::Heading) && !n.text.trim().is_empty()) {
        let (page, y) = node.at;
        outline.push_child(OutlineNode::new(node.text.clone(), XyzDestination::new(page, Point::from_xy(LEFT, y))));
    }
    outline
}

fn date(at: Timestamp) -> DateTime {
    let at = at.to_zoned_datetime(TimeZone::UTC);
    let small = |value: i8| u8::try_from(value).unwrap_or_default();
    DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(small(at.month()))
        .day(small(at.day()))
        .hour(small(at.hour()))
        .minute(small(at.minute()))
        .second(small(at.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

//! A document of US Letter pages with our fonts: what coupon sheets and registers have in common.

use crate::colour::Colour;
use crate::font::{Cut, Fonts};
use crate::pdf::{PdfStream, deflate};
use crate::pdf_font::embed;
use pdf_writer::{Content, Filter, Finish, Name, Rect, Ref, Str, TextStr};
use std::io::{self, Write};

/// Width of a page, points.
pub(crate) const WIDTH: f32 = 612.0;
/// Height of a page, points.
pub(crate) const HEIGHT: f32 = 792.0;
/// Points in a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;

/// Pages under one branch of the page tree: readers open a page without walking thousands of siblings.
const BRANCH: usize = 64;

/// A branch of the page tree that is being filled.
struct Branch {
    id: Ref,
    pages: Vec<Ref>,
}

/// The document so far.
pub(crate) struct Paper<W> {
    pdf: PdfStream<W>,
    info: Ref,
    catalog: Ref,
    root: Ref,
    resources: Ref,
    branch: Option<Branch>,
    branches: Vec<Ref>,
    pages: usize,
}

/// Something drawn once and shown on many cards.
pub(crate) struct Stamp<'a> {
    /// Its drawing.
    pub(crate) content: &'a [u8],
    /// Its size, points.
    pub(crate) size: (f32, f32),
}

/// The name of the stamp in a page's content.
pub(crate) const STAMP: Name<'static> = Name(b"Card");

impl<W: Write> Paper<W> {
    /// Writes what all pages share. No dates: the same input makes the same bytes.
    pub(crate) fn begin(out: W, fonts: &Fonts, title: &str, language: &str, stamp: Option<Stamp<'_>>) -> io::Result<Self> {
        let mut pdf = PdfStream::begin(out)?;
        let [info, catalog, root, resources] = [(); 4].map(|()| pdf.reserve());
        pdf.object(info, |chunk, id| {
            chunk.indirect(id).dict().pair(Name(b"Title"), TextStr(title)).pair(Name(b"Producer"), TextStr("Cabas"));
        })?;
        pdf.object(catalog, |chunk, id| {
            let mut dict = chunk.indirect(id).start::<pdf_writer::writers::Catalog<'_>>();
            dict.pages(root).lang(TextStr(language));
            dict.viewer_preferences().display_doc_title(true).finish();
        })?;
        let mut refs = Vec::new();
        for cut in Cut::ALL {
            refs.push((Name(cut.resource()), embed(&mut pdf, fonts.get(cut))?));
        }
        let card = if let Some(stamp) = stamp {
            let card = pdf.reserve();
            let packed = deflate(stamp.content);
            pdf.object(card, |chunk, id| {
                let mut form = chunk.form_xobject(id, &packed);
                form.filter(Filter::FlateDecode);
                form.bbox(Rect::new(0.0, 0.0, stamp.size.0, stamp.size.1));
                form.pair(Name(b"Resources"), resources);
            })?;
            Some(card)
        } else {
            None
        };
        pdf.object(resources, |chunk, id| {
            let mut dict = chunk.indirect(id).dict();
            dict.insert(Name(b"Font")).dict().pairs(refs);
            if let Some(card) = card {
                dict.insert(Name(b"XObject")).dict().pair(STAMP, card);
            }
        })?;
        Ok(Self { pdf, info, catalog, root, resources, branch: None, branches: Vec::new(), pages: 0 })
    }

    /// Writes one page.
    pub(crate) fn page(&mut self, content: &[u8]) -> io::Result<()> {
        let [page, body] = [(); 2].map(|()| self.pdf.reserve());
        let branch = self.branch.get_or_insert_with(|| Branch { id: self.pdf.reserve(), pages: Vec::new() });
        branch.pages.push(page);
        let (parent, full) = (branch.id, branch.pages.len() == BRANCH);
        let packed = deflate(content);
        self.pdf.object(body, |chunk, id| {
            chunk.stream(id, &packed).filter(Filter::FlateDecode);
        })?;
        let resources = self.resources;
        self.pdf.object(page, |chunk, id| {
            let mut dict = chunk.page(id);
            dict.parent(parent).media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT)).contents(body);
            dict.pair(Name(b"Resources"), resources);
        })?;
        self.pages += 1;
        if full { self.close_branch() } else { Ok(()) }
    }

    fn close_branch(&mut self) -> io::Result<()> {
        let Some(Branch { id, pages }) = self.branch.take() else { return Ok(()) };
        let root = self.root;
        self.branches.push(id);
        self.pdf.object(id, |chunk, id| {
            let mut tree = chunk.pages(id);
            tree.parent(root).count(count(pages.len())).kids(pages);
        })
    }

    /// Writes the page tree and the end of the file; says how many bytes it has.
    pub(crate) fn finish(mut self) -> io::Result<u64> {
        self.close_branch()?;
        let (branches, pages) = (self.branches, count(self.pages));
        self.pdf.object(self.root, |chunk, id| {
            chunk.pages(id).count(pages).kids(branches);
        })?;
        self.pdf.finish(self.catalog, self.info)
    }
}

fn count(number: usize) -> i32 {
    i32::try_from(number).expect("fewer pages than object numbers")
}

/// Which end of a text its position names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Anchor {
    Left,
    Centre,
    Right,
}

/// How a text is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    pub(crate) cut: Cut,
    /// Points.
    pub(crate) size: f32,
    /// Points added after each character.
    pub(crate) tracking: f32,
    pub(crate) colour: Colour,
}

impl Style {
    pub(crate) const fn new(cut: Cut, size: f32) -> Self {
        Self { cut, size, tracking: 0.0, colour: Colour::BLACK }
    }

    pub(crate) const fn in_colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    pub(crate) const fn tracked(self, tracking: f32) -> Self {
        Self { tracking, ..self }
    }

    /// Width of a text in points, without the space after its last character.
    pub(crate) fn width(self, fonts: &Fonts, text: &str) -> f32 {
        let gaps = text.chars().skip(1).count();
        let gaps = u16::try_from(gaps).unwrap_or(u16::MAX);
        fonts.get(self.cut).width(text, self.size) + f32::from(gaps) * self.tracking
    }
}

/// Draws one line of text with its baseline at `at`.
pub(crate) fn draw(
    content: &mut Content,
    fonts: &Fonts,
    style: Style,
    anchor: Anchor,
    at: (f32, f32),
    text: &str,
) -> Result<(), crate::MissingGlyph> {
    let bytes = fonts.get(style.cut).encode(text)?;
    let shift = match anchor {
        Anchor::Left => 0.0,
        Anchor::Centre => style.width(fonts, text) / 2.0,
        Anchor::Right => style.width(fonts, text),
    };
    let [red, green, blue] = style.colour.parts();
    content.begin_text().set_fill_rgb(red, green, blue).set_font(Name(style.cut.resource()), style.size);
    content.set_char_spacing(style.tracking).next_line(hundredth(at.0 - shift), hundredth(at.1));
    content.show(Str(&bytes)).end_text();
    Ok(())
}

/// Rounds to a hundredth of a point, a quarter of a printer's dot: shorter files, the same paper.
pub(crate) fn hundredth(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

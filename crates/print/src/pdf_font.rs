//! Embeds a font in a PDF: composite, by glyph number, so that any character the font has can be printed,
//! with the map back to Unicode that search, copying and screen readers need.

use crate::font::Font;
use crate::pdf::{PdfStream, deflate};
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Rect, Ref, Str};
use std::collections::BTreeMap;
use std::io::{self, Write};

const SYSTEM: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// Writes the five objects of a font; returns the one that pages refer to.
pub(crate) fn embed<W: Write>(pdf: &mut PdfStream<W>, font: &Font) -> io::Result<Ref> {
    let name = Name(font.cut.postscript_name());
    let [whole, descendant, descriptor, unicode, file] = [(); 5].map(|()| pdf.reserve());
    pdf.object(whole, |chunk, id| {
        let mut dict = chunk.type0_font(id);
        dict.base_font(name).encoding_predefined(Name(b"Identity-H"));
        dict.descendant_font(descendant).to_unicode(unicode);
    })?;
    let face = &font.face;
    let scale = 1000.0 / f32::from(face.units_per_em());
    pdf.object(descendant, |chunk, id| {
        let mut dict = chunk.cid_font(id);
        dict.subtype(CidFontType::Type2).base_font(name).system_info(SYSTEM).font_descriptor(descriptor);
        dict.cid_to_gid_map_predefined(Name(b"Identity"));
        let advance = |glyph| f32::from(face.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or(0)) * scale;
        dict.widths().consecutive(0, (0..face.number_of_glyphs()).map(advance)).finish();
    })?;
    pdf.object(descriptor, |chunk, id| {
        let mut dict = chunk.font_descriptor(id);
        let bounds = face.global_bounding_box();
        let [x0, y0, x1, y1] = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|edge| f32::from(edge) * scale);
        dict.name(name).flags(FontFlags::SYMBOLIC).bbox(Rect::new(x0, y0, x1, y1)).italic_angle(0.0);
        dict.ascent(f32::from(face.ascender()) * scale).descent(f32::from(face.descender()) * scale);
        dict.cap_height(f32::from(face.capital_height().unwrap_or(700)) * scale);
        // Required, and used by nobody when the font is embedded.
        dict.stem_v(100.0).font_file2(file);
    })?;
    let mut cmap = UnicodeCmap::new(Name(b"Custom"), SYSTEM);
    for (glyph, symbol) in letters_of_glyphs(font) {
        cmap.pair(glyph, symbol);
    }
    let map = deflate(&cmap.finish());
    pdf.object(unicode, |chunk, id| {
        chunk.stream(id, &map).filter(Filter::FlateDecode);
    })?;
    let bytes = face.raw_face().data;
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(bytes, 6);
    pdf.object(file, |chunk, id| {
        let mut stream = chunk.stream(id, &packed);
        stream.filter(Filter::FlateDecode);
        stream.pair(Name(b"Length1"), i32::try_from(bytes.len()).unwrap_or(i32::MAX));
    })?;
    Ok(whole)
}

/// Which character each glyph draws. A glyph that draws several is named after the first, the plainest.
fn letters_of_glyphs(font: &Font) -> BTreeMap<u16, char> {
    let mut letters = BTreeMap::new();
    let tables = font.face.tables().cmap.iter().flat_map(|cmap| cmap.subtables);
    for table in tables.filter(ttf_parser::cmap::Subtable::is_unicode) {
        table.codepoints(|code| {
            if let (Some(symbol), Some(glyph)) = (char::from_u32(code), table.glyph_index(code)) {
                letters.entry(glyph.0).or_insert(symbol);
            }
        });
    }
    letters
}

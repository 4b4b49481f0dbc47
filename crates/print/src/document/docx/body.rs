//! `word/document.xml`: the parts, one after the other.

use super::escape;
use crate::document::written::{Block, Look, Table, Written};
use std::fmt::Write as _;

/// The body, and how many numbered lists it has: each counts from one.
pub(super) struct Body {
    pub(super) document: String,
    pub(super) numbered: usize,
}

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

/// English Metric Units in a point.
const EMU: u32 = 12_700;

fn run(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(line))).collect();
    format!("<w:r>{}</w:r>", lines.join("<w:br/>"))
}

fn paragraph(style: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", run(text))
}

fn listed(list: usize, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
        run(text)
    )
}

/// A picture in a line of text; without words of its own it is decoration.
fn drawing(id: usize, relation: &str, alt: &str, (wide, high): (u32, u32)) -> String {
    let (wide, high, alt) = (wide * EMU, high * EMU, escape(alt));
    let decoration = if alt.is_empty() {
        "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative \
         xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>"
    } else {
        ""
    };
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{wide}\" cy=\"{high}\"/>\
         <wp:docPr id=\"{id}\" name=\"picture {id}\" descr=\"{alt}\">{decoration}</wp:docPr><a:graphic><a:graphicData \
         uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>\
         <pic:cNvPr id=\"{id}\" name=\"picture {id}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>\
         <a:blip r:embed=\"{relation}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>\
         <a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>\
         </a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
}

/// A table whose first line is repeated on each page; the others are at least `high`, in twentieths of a point.
fn table(table: &Table, high: u32) -> String {
    let columns = table.head.len().max(1);
    let mut out = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>\
         <w:tblLook w:val=\"0020\" w:firstRow=\"1\"/><w:tblDescription w:val=\"{}\"/></w:tblPr><w:tblGrid>",
        escape(&table.about)
    );
    let width = 9_360 / columns;
    out.push_str(&format!("<w:gridCol w:w=\"{width}\"/>").repeat(columns));
    out.push_str("</w:tblGrid>");
    let rows = std::iter::once(&table.head).chain(&table.rows);
    for (index, row) in rows.enumerate() {
        let high = if index == 0 { 0 } else { high };
        let _ = write!(out, "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"{high}\" w:hRule=\"atLeast\"/>");
        out.push_str(if index == 0 { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
        let bold = index == 0 || (table.total && index == table.rows.len());
        for (column, cell) in row.iter().enumerate() {
            let style = if bold { "TableHead" } else { "TableText" };
            let right = table.amounts && column + 1 == columns;
            let align = if right { "<w:jc w:val=\"right\"/>" } else { "" };
            let shade = if index == 0 { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"ECECEC\"/>" } else { "" };
            let _ = write!(
                out,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{align}</w:pPr>{}</w:p></w:tc>",
                run(cell)
            );
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
    out
}

fn signatures(sides: &[(String, String)], date: &str) -> String {
    let mut out = String::new();
    for (side, name) in sides {
        out.push_str(&paragraph("SignatureSide", side));
        if !name.is_empty() {
            out.push_str(&paragraph("SignatureName", name));
        }
        let _ = write!(
            out,
            "<w:p><w:pPr><w:pStyle w:val=\"SignatureLine\"/></w:pPr><w:r><w:tab/></w:r>{}<w:r><w:tab/></w:r></w:p>",
            run(&format!("  {date}\u{a0}: "))
        );
    }
    out
}

/// Sides of a logo in points: at most 120 wide and 48 high.
fn fitted(width: u32, height: u32) -> (u32, u32) {
    let by_width = (120, (120 * height / width.max(1)).max(1));
    if by_width.1 <= 48 { by_width } else { ((48 * width / height.max(1)).max(1), 48) }
}

/// Writes the body.
pub(super) fn body(written: &Written, pictures: &[&str]) -> Body {
    let mut out = format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document {NAMESPACES}><w:body>");
    let mut numbered = 0;
    let mut drawn = 0;
    if let Some(logo) = &written.logo {
        drawn += 1;
        let picture = drawing(drawn, "rLogo", &logo.alt, fitted(logo.width, logo.height));
        let _ = write!(out, "<w:p>{picture}</w:p>");
    }
    if !written.draft.is_empty() {
        out.push_str(&paragraph("Draft", &written.draft));
    }
    out.push_str(&paragraph("Title", &written.title));
    out.push_str(&paragraph("Subtitle", &format!("{} · {}", written.programme, written.territory)));
    if !written.subtitle.is_empty() {
        out.push_str(&paragraph("Normal", &written.subtitle));
    }
    for block in &written.blocks {
        match block {
            Block::Heading(level, text) => out.push_str(&paragraph(&format!("Heading{level}"), text)),
            // What announces a list stays with it.
            Block::Paragraph(text) if text.trim_end_matches('*').ends_with(':') => out.push_str(&paragraph("Announces", text)),
            Block::Paragraph(text) => out.push_str(&paragraph("Normal", text)),
            Block::Large(text) => out.push_str(&paragraph("Large", text)),
            Block::Bullets(all) => out.extend(all.iter().map(|text| listed(1, text))),
            Block::Steps(all) => {
                numbered += 1;
                out.extend(all.iter().map(|text| listed(1 + numbered, text)));
            }
            Block::Tick(text) => out.push_str(&paragraph("Normal", &format!("\u{2610}  {text}"))),
            Block::Field(label) => {
                let _ = write!(
                    out,
                    "<w:p><w:pPr><w:pStyle w:val=\"Field\"/></w:pPr>{}<w:r><w:tab/></w:r></w:p>",
                    run(&format!("{label}\u{a0}: "))
                );
            }
            Block::Table(one) => {
                out.push_str(&table(one, 0));
                out.push_str("<w:p/>");
            }
            Block::Grid(head, lines) => {
                let rows = vec![vec![String::new(); head.len()]; *lines];
                out.push_str(&table(&Table { head: head.clone(), rows, ..Table::default() }, 500));
                out.push_str("<w:p/>");
            }
            Block::Pictured(name, text) => {
                drawn += 1;
                let side = if written.look == Look::Poster { 60 } else { 36 };
                let at = pictures.iter().position(|known| known == name).unwrap_or_default();
                let style = if written.look == Look::Poster { "Sign" } else { "Normal" };
                let picture = drawing(drawn, &format!("rPicture{at}"), "", (side, side));
                let _ =
                    write!(out, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{picture}{}</w:p>", run(&format!("  {text}")));
            }
            Block::Signatures(sides) => out.push_str(&signatures(sides, &written.words.date)),
        }
    }
    if let Some(supported) = &written.supported {
        out.push_str(&paragraph("Announces", &supported.words));
        out.push_str("<w:p>");
        for (at, logo) in supported.logos.iter().enumerate() {
            drawn += 1;
            out.push_str(&drawing(drawn, &format!("rSupporter{at}"), &logo.alt, fitted(logo.width, logo.height)));
            out.push_str(&run("   "));
        }
        out.push_str("</w:p>");
    }
    out.push_str(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rFooter\"/><w:pgSz w:w=\"12240\" w:h=\"15840\"/>\
         <w:pgMar w:top=\"1080\" w:right=\"1152\" w:bottom=\"1224\" w:left=\"1152\" w:header=\"720\" w:footer=\"600\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>",
    );
    Body { document: out, numbered }
}

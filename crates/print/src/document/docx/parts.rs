//! The files beside the body: styles, lists, foot of the page, properties, and what points where.

use super::escape;
use crate::document::written::{Look, Written};
use std::fmt::Write as _;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(super) fn content_types() -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let part = |name: &str, kind: &str| format!("<Override PartName=\"{name}\" ContentType=\"{kind}\"/>");
    [
        HEAD,
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
        "<Default Extension=\"png\" ContentType=\"image/png\"/>",
        "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>",
        &part("/word/document.xml", &format!("{word}.document.main+xml")),
        &part("/word/styles.xml", &format!("{word}.styles+xml")),
        &part("/word/numbering.xml", &format!("{word}.numbering+xml")),
        &part("/word/settings.xml", &format!("{word}.settings+xml")),
        &part("/word/footer1.xml", &format!("{word}.footer+xml")),
        &part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        "</Types>",
    ]
    .concat()
}

fn relations_of(all: &[(String, String, String)]) -> String {
    let mut out = format!("{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (id, kind, target) in all {
        let _ = write!(out, "<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>");
    }
    out + "</Relationships>"
}

pub(super) fn root_relations() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relations_of(&[
        ("rDocument".into(), format!("{KINDS}/officeDocument"), "word/document.xml".into()),
        ("rCore".into(), core.into(), "docProps/core.xml".into()),
    ])
}

pub(super) fn relations(written: &Written, pictures: &[&str]) -> String {
    let mut all: Vec<(String, String, String)> = [("Styles", "styles"), ("Numbering", "numbering"), ("Settings", "settings")]
        .into_iter()
        .map(|(id, name)| (format!("r{id}"), format!("{KINDS}/{name}"), format!("{name}.xml")))
        .collect();
    all.push(("rFooter".into(), format!("{KINDS}/footer"), "footer1.xml".into()));
    for (at, name) in pictures.iter().enumerate() {
        all.push((format!("rPicture{at}"), format!("{KINDS}/image"), format!("media/{name}.png")));
    }
    if written.logo.is_some() {
        all.push(("rLogo".into(), format!("{KINDS}/image"), "media/logo.png".into()));
    }
    for at in 0..written.supporters().len() {
        all.push((format!("rSupporter{at}"), format!("{KINDS}/image"), format!("media/supporter{at}.png")));
    }
    relations_of(&all)
}

pub(super) fn core(written: &Written) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
         <dc:language>{}</dc:language></cp:coreProperties>",
        escape(&written.title),
        escape(&written.programme),
        escape(&written.language)
    )
}

pub(super) fn settings(written: &Written) -> String {
    format!(
        "{HEAD}<w:settings {WORD}><w:defaultTabStop w:val=\"720\"/><w:themeFontLang w:val=\"{}\"/></w:settings>",
        escape(&written.language)
    )
}

/// Sizes in half-points: running text, title, headings 2 and 3, large text.
const fn sizes(look: Look) -> [u8; 5] {
    match look {
        Look::Office => [22, 40, 28, 24, 40],
        Look::Sheet => [22, 36, 26, 24, 36],
        Look::Leaflet => [34, 60, 44, 38, 60],
        Look::Poster => [44, 92, 64, 52, 76],
    }
}

fn style(id: &str, name: &str, paragraph: &str, run: &str) -> String {
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
         <w:next w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
}

pub(super) fn styles(written: &Written) -> String {
    let [text, title, two, three, large] = sizes(written.look);
    let size = |points: u8| format!("<w:sz w:val=\"{points}\"/><w:szCs w:val=\"{points}\"/>");
    let bold = |points: u8| format!("<w:b/>{}", size(points));
    let centred = if written.look == Look::Poster { "<w:jc w:val=\"center\"/>" } else { "" };
    let heading = |level: u8, above: u16| {
        format!(
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"{above}\" w:after=\"120\"/>{centred}<w:outlineLvl w:val=\"{level}\"/>"
        )
    };
    let leader = |at: u16| format!("<w:tabs><w:tab w:val=\"left\" w:leader=\"underscore\" w:pos=\"{at}\"/></w:tabs>");
    let signing = "<w:keepLines/><w:tabs><w:tab w:val=\"left\" w:leader=\"underscore\" w:pos=\"5600\"/>\
        <w:tab w:val=\"left\" w:leader=\"underscore\" w:pos=\"9400\"/></w:tabs><w:spacing w:before=\"560\" w:after=\"240\"/>";
    [
        format!(
            "{HEAD}<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" \
             w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>{}<w:lang w:val=\"{}\"/></w:rPr></w:rPrDefault>\
             <w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
             <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr>{centred}</w:pPr></w:style>",
            size(text),
            escape(&written.language)
        ),
        // The title is the first heading: a screen reader's list of headings begins with it.
        style("Title", "Title", &heading(0, 0), &bold(title)),
        style("Subtitle", "Subtitle", "<w:spacing w:after=\"240\"/>", "<w:color w:val=\"464646\"/>"),
        style("Heading2", "heading 2", &heading(1, 320), &bold(two)),
        style("Heading3", "heading 3", &heading(2, 220), &bold(three)),
        style("Announces", "Announces", "<w:keepNext/>", ""),
        style("ListParagraph", "List Paragraph", "<w:spacing w:after=\"80\"/>", ""),
        style("Large", "Large", "<w:spacing w:before=\"200\" w:after=\"200\"/>", &bold(large)),
        style("Sign", "Sign", "<w:keepLines/><w:spacing w:before=\"160\" w:after=\"160\"/><w:jc w:val=\"center\"/>", &bold(52)),
        style("Draft", "Draft", "<w:pBdr><w:top w:val=\"single\" w:sz=\"12\" w:space=\"4\" w:color=\"auto\"/>\
            <w:left w:val=\"single\" w:sz=\"12\" w:space=\"4\" w:color=\"auto\"/><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"4\" w:color=\"auto\"/>\
            <w:right w:val=\"single\" w:sz=\"12\" w:space=\"4\" w:color=\"auto\"/></w:pBdr>", &size(20)),
        style("Field", "Field", &leader(9_800), ""),
        style("TableText", "Table Text", "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>", ""),
        style("TableHead", "Table Head", "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/>"),
        style("SignatureSide", "Signature Side", "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"0\"/>", "<w:color w:val=\"464646\"/>"),
        style("SignatureName", "Signature Name", "<w:keepNext/><w:spacing w:after=\"0\"/>", "<w:b/>"),
        style("SignatureLine", "Signature Line", signing, ""),
        style("Footer", "footer", "<w:spacing w:after=\"0\"/>", "<w:color w:val=\"464646\"/><w:sz w:val=\"17\"/>"),
        format!(
            "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>{}</w:tblBorders>\
             <w:tblCellMar><w:left w:w=\"90\" w:type=\"dxa\"/><w:right w:w=\"90\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>",
            ["top", "left", "bottom", "right", "insideH", "insideV"]
                .map(|side| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A8A8A8\"/>"))
                .concat()
        ),
    ]
    .concat()
}

/// List 1 has points; each of the others counts from one.
pub(super) fn numbering(numbered: usize) -> String {
    let level = |format: &str, mark: &str| {
        format!(
            "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{mark}\"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"460\" w:hanging=\"340\"/></w:pPr></w:lvl>"
        )
    };
    let mut out = format!(
        "{HEAD}<w:numbering {WORD}><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"singleLevel\"/>{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        level("bullet", "•"),
        level("decimal", "%1.")
    );
    for list in 2..2 + numbered {
        let _ = write!(
            out,
            "<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
        );
    }
    out + "</w:numbering>"
}

pub(super) fn footer(written: &Written) -> String {
    let text = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(words));
    let field = |name: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {name} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let foot = if written.foot.is_empty() { String::new() } else { format!(" · {}", written.foot) };
    let line = format!("{} · {}{foot} · {} ", written.programme, written.title, written.words.page);
    format!(
        "{HEAD}<w:ftr {WORD}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}{}{}{}</w:p></w:ftr>",
        text(&line),
        field("PAGE"),
        text(" / "),
        field("NUMPAGES")
    )
}

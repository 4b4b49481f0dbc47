//! Style sheets, scripts and pictures, embedded: nothing comes from elsewhere.

use crate::Web;
use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use std::sync::Arc;

const CSS: &str = "text/css; charset=utf-8";
const SVG: &str = "image/svg+xml";
const KEPT: &str = "public, max-age=3600";

/// Each file: its address, its type, its text.
const FILES: [(&str, &str, &str); 6] = [
    ("/a/core.css", CSS, include_str!("../assets/core.css")),
    ("/a/cabas.css", CSS, include_str!("../assets/cabas.css")),
    ("/a/food.svg", SVG, include_str!("../assets/food.svg")),
    ("/a/signs.svg", SVG, include_str!("../assets/signs.svg")),
    ("/a/icon.svg", SVG, include_str!("../assets/icon.svg")),
    ("/a/passkey.js", "text/javascript; charset=utf-8", include_str!("../assets/passkey.js")),
];

// The pictures of the guide: name, bytes. Written by build.rs from what is in the folder.
include!(concat!(env!("OUT_DIR"), "/pictures.rs"));

pub(crate) fn routes() -> Router<Arc<Web>> {
    let routes = FILES.into_iter().fold(Router::new(), |routes, (path, kind, text)| {
        let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, KEPT)];
        routes.route(path, get(move || async move { (headers, text).into_response() }))
    });
    PICTURES.iter().fold(routes, |routes, (name, bytes)| {
        let headers = [(header::CONTENT_TYPE, "image/webp"), (header::CACHE_CONTROL, KEPT)];
        routes.route(&format!("/a/guide/{name}"), get(move || async move { (headers, *bytes).into_response() }))
    })
}

/// Width and height of a picture of the guide, so that the page keeps its place while it comes.
pub(crate) fn picture_size(name: &str) -> Option<(u32, u32)> {
    let (_, bytes) = PICTURES.iter().find(|(known, _)| *known == name)?;
    webp_size(bytes)
}

/// Reads the head of a WebP file (RFC 9649): the plain lossy form, or the extended one.
fn webp_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let byte = |at: usize| bytes.get(at).copied().map(u32::from);
    match bytes.get(12..16)? {
        b"VP8 " => Some(((byte(26)? | byte(27)? << 8) & 0x3fff, (byte(28)? | byte(29)? << 8) & 0x3fff)),
        b"VP8X" => Some((1 + (byte(24)? | byte(25)? << 8 | byte(26)? << 16), 1 + (byte(27)? | byte(28)? << 8 | byte(29)? << 16))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::Lang;
    use text::guide::{Block, PEOPLE, guide};

    #[test]
    fn each_picture_is_shown_and_small() {
        let mut shown = Vec::new();
        for (lang, person) in Lang::ALL.iter().flat_map(|lang| PEOPLE.map(|person| (lang, person))) {
            let path = guide(*lang, person).expect("a path");
            for block in path.lead.iter().chain(path.sections.iter().flat_map(|section| &section.blocks)) {
                if let Block::Picture { name, .. } = block {
                    shown.push(format!("{name}.{}.webp", lang.short()));
                }
            }
        }
        for name in &shown {
            let (width, height) = picture_size(name).unwrap_or_else(|| panic!("{name}: make it with tests/pictures"));
            assert!((300..1300).contains(&width) && (300..1300).contains(&height), "{name}: {width} × {height}");
        }
        for (name, bytes) in PICTURES {
            assert!(shown.contains(&(*name).to_owned()), "{name} is on no page of the guide");
            assert!(bytes.len() <= 40 * 1024, "{name}: {} bytes", bytes.len());
        }
        assert!(PICTURES.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() < 1_500_000);
    }

    #[test]
    fn a_file_that_is_no_picture_has_no_size() {
        assert_eq!(webp_size(b"RIFF"), None);
        assert_eq!(webp_size(b"RIFF....WEBPVP8L...."), None);
    }
}

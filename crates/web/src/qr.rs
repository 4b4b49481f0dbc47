//! A square code as SVG, made here. Black on white whatever the colours of the page: cameras read that.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// White modules that the standard asks for on each side.
const QUIET: i32 = 4;

/// The square code of a text; nothing for one that is too long. `label` says what it is.
pub(crate) fn svg(text: &str, label: &str) -> String {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return String::new() };
    let side = code.size() + 2 * QUIET;
    let label = crate::chart::escape(label);
    let mut out = format!(
        "<svg class=\"qr\" role=\"img\" aria-label=\"{label}\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path fill=\"#000\" d=\""
    );
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let wide = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(wide).unwrap_or(0);
            if run > 0 {
                let _ = write!(out, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    out.push_str("\"/></svg>");
    out
}

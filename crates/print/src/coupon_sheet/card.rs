//! The part of a card that all coupons of a batch share: a market stall's awning in the class's colour, and
//! what the coupon is, buys and says.

use super::design::{Design, DesignError, Part};
use super::geometry::CARD_SIZE;
use crate::colour::Colour;
use crate::fit::{Fitted, Room, fit};
use crate::font::{Cut, Fonts, MissingGlyph};
use crate::paper::{Anchor, Style, draw as draw_line};
use pdf_writer::Content;

/// What a scissor may miss by: nothing is printed nearer to the edge.
pub(super) const INSET: f32 = 9.0;
/// Room for the two lines left of the code.
pub(super) const FOOT_WIDTH: f32 = 140.0;
/// Where the awning's cloth ends, and its scallops.
pub(super) const AWNING_BOTTOM: f32 = 111.0;
const SCALLOPS: u8 = 13;
pub(super) const SCALLOP_DEPTH: f32 = 6.5;
/// Right edge of the texts beside the QR symbol.
const TEXT_RIGHT: f32 = 177.0;
/// From one line to the next, in sizes of the text.
const LEADING: f32 = 1.18;
/// Text that is not the first to be read; 7 to 1 on white.
pub(super) const QUIET_INK: Colour = Colour::new(70, 70, 70);

/// Whether a design can be printed, without printing it.
pub fn check(design: &Design) -> Result<(), DesignError> {
    draw(design, &Fonts::load()).map(|_| ())
}

/// Draws on one card.
struct Pen<'a> {
    content: Content,
    fonts: &'a Fonts,
}

impl Pen<'_> {
    fn fit(&self, part: Part, cut: Cut, text: &str, room: Room) -> Result<Fitted, DesignError> {
        let font = self.fonts.get(cut);
        font.encode(text).map_err(|missing| DesignError::Glyph { part, missing })?;
        fit(font, text, room).ok_or(DesignError::TooLong(part))
    }

    /// On one line if that leaves it three quarters of its size, else on as many as there is room for.
    fn fit_on_one_or(&self, part: Part, cut: Cut, text: &str, room: Room) -> Result<Fitted, DesignError> {
        let alone = Room { lines: 1, smallest: room.smallest.max(room.largest * 0.7), ..room };
        let several = Room { largest: alone.smallest, ..room };
        match self.fit(part, cut, text, alone) {
            Err(DesignError::TooLong(_)) => self.fit(part, cut, text, several),
            other => other,
        }
    }

    fn line(&mut self, part: Part, style: Style, at: (f32, f32), text: &str) -> Result<(), DesignError> {
        let glyph = |missing: MissingGlyph| DesignError::Glyph { part, missing };
        draw_line(&mut self.content, self.fonts, style, Anchor::Left, at, text).map_err(glyph)
    }

    /// Draws lines downwards from the top `at`; returns where the next text may begin.
    fn block(&mut self, part: Part, style: Style, at: (f32, f32), lines: &[String]) -> Result<f32, DesignError> {
        let mut top = at.1;
        for line in lines {
            self.line(part, style, (at.0, top - style.size * 0.8), line)?;
            top -= style.size * LEADING;
        }
        Ok(top)
    }
}

/// The content stream of a card, from its lower left corner.
pub(super) fn draw(design: &Design, fonts: &Fonts) -> Result<Vec<u8>, DesignError> {
    let mut pen = Pen { content: Content::new(), fonts };
    awning(&mut pen.content, design.colour);
    class(&mut pen, design)?;
    let top = identity(&mut pen, design)?;
    let bottom = foot(&mut pen, design)?;
    terms(&mut pen, design, top, bottom)?;
    Ok(pen.content.finish().into_vec())
}

/// A cloth with rounded upper corners and a scalloped edge of two tones. The darker scallops belong to the
/// outline of the cloth: separate shapes would show a seam on screens.
fn awning(content: &mut Content, colour: Colour) {
    let (left, right, top, radius) = (INSET, CARD_SIZE.0 - INSET, CARD_SIZE.1 - INSET, 5.0);
    let width = (right - left) / f32::from(SCALLOPS);
    let edge = |number: u8| left + width * f32::from(number);
    // The cubic that looks like half an ellipse: handles a third deeper than the curve.
    let low = AWNING_BOTTOM - SCALLOP_DEPTH * 4.0 / 3.0;
    fill(content, colour.tint(0.45));
    for number in (1..SCALLOPS).step_by(2) {
        let (from, to) = (edge(number), edge(number + 1));
        content.move_to(from, AWNING_BOTTOM).cubic_to(from, low, to, low, to, AWNING_BOTTOM);
        // Reaches under the cloth, again against seams.
        content.line_to(to, AWNING_BOTTOM + 1.0).line_to(from, AWNING_BOTTOM + 1.0).close_path();
    }
    content.fill_nonzero();
    fill(content, colour);
    // How far the handles of a quarter circle are from its corner.
    let handle = radius * 0.448;
    content.move_to(right, AWNING_BOTTOM).line_to(right, top - radius);
    content.cubic_to(right, top - handle, right - handle, top, right - radius, top).line_to(left + radius, top);
    content.cubic_to(left + handle, top, left, top - handle, left, top - radius).line_to(left, AWNING_BOTTOM);
    for number in 0..SCALLOPS {
        let (from, to) = (edge(number), edge(number + 1));
        if number % 2 == 0 {
            content.cubic_to(from, low, to, low, to, AWNING_BOTTOM);
        } else {
            content.line_to(to, AWNING_BOTTOM);
        }
    }
    content.close_path().fill_nonzero();
}

fn fill(content: &mut Content, colour: Colour) {
    let [red, green, blue] = colour.parts();
    content.set_fill_rgb(red, green, blue);
}

/// The class's letter and name on the awning.
fn class(pen: &mut Pen<'_>, design: &Design) -> Result<(), DesignError> {
    let letter = design.class_letter.to_string();
    let ink = design.colour.ink();
    // A little low: the scallops weigh.
    let middle = f32::midpoint(AWNING_BOTTOM, CARD_SIZE.1 - INSET) - 0.75;
    let style = Style::new(Cut::Bold, 24.0).in_colour(ink);
    pen.line(Part::ClassLetter, style, (INSET + 9.0, middle - 8.0), &letter)?;
    let left = INSET + 9.0 + style.width(pen.fonts, &letter) + 9.0;
    let room = Room { width: CARD_SIZE.0 - INSET - 7.0 - left, lines: 2, largest: 13.5, smallest: 7.5 };
    let fitted = pen.fit_on_one_or(Part::ClassName, Cut::Bold, &design.class_name, room)?;
    let style = Style::new(Cut::Bold, fitted.size).in_colour(ink);
    let baseline = middle - fitted.size * 0.334;
    match fitted.lines.as_slice() {
        [first, second] => {
            pen.line(Part::ClassName, style, (left, baseline + fitted.size * 0.54), first)?;
            pen.line(Part::ClassName, style, (left, baseline - fitted.size * 0.54), second)
        }
        lines => lines.iter().try_for_each(|line| pen.line(Part::ClassName, style, (left, baseline), line)),
    }
}

/// The face value, and beside it what the paper is and who stands behind it. Returns the lower edge.
fn identity(pen: &mut Pen<'_>, design: &Design) -> Result<f32, DesignError> {
    let top = AWNING_BOTTOM - SCALLOP_DEPTH - 5.5;
    let room = Room { width: 66.0, lines: 1, largest: 30.0, smallest: 15.0 };
    let face = pen.fit(Part::Face, Cut::Bold, &design.face, room)?;
    // Large figures look loose at their normal spacing.
    let style = Style::new(Cut::Bold, face.size).tracked(-0.04 * face.size);
    let value = face.lines.concat();
    // Its capitals' top level with those of the title beside it.
    let baseline = top - 1.0 - face.size * 0.668;
    pen.line(Part::Face, style, (INSET - 0.5, baseline), &value)?;
    let left = INSET + style.width(pen.fonts, &value) + 11.0;
    let width = TEXT_RIGHT - left;

    let tracking = 0.35;
    let letters = design.words.coupon.chars().count();
    let spread = f32::from(u16::try_from(letters).unwrap_or(u16::MAX)) * tracking;
    let room = Room { width: width - spread, lines: 2, largest: 8.5, smallest: 6.5 };
    let words = pen.fit_on_one_or(Part::Coupon, Cut::Bold, &design.words.coupon, room)?;
    let style = Style::new(Cut::Bold, words.size).tracked(tracking);
    let mut y = pen.block(Part::Coupon, style, (left, top), &words.lines)? - 1.0;

    let room = Room { width, lines: 2, largest: 7.25, smallest: 6.25 };
    let name = pen.fit(Part::Programme, Cut::Bold, &design.programme, room)?;
    y = pen.block(Part::Programme, Style::new(Cut::Bold, name.size).in_colour(QUIET_INK), (left, y), &name.lines)?;
    let room = Room { width, lines: 1, largest: 6.75, smallest: 6.0 };
    let place = pen.fit(Part::Territory, Cut::Regular, &design.territory, room)?;
    let style = Style::new(Cut::Regular, place.size).in_colour(QUIET_INK);
    y = pen.block(Part::Territory, style, (left, y), &place.lines)?;
    Ok(y.min(baseline))
}

/// The two lines at the foot, left of the code. Returns their upper edge.
fn foot(pen: &mut Pen<'_>, design: &Design) -> Result<f32, DesignError> {
    let room = Room { width: FOOT_WIDTH, lines: 1, largest: 7.0, smallest: 6.0 };
    let check = format!("{} {}", design.words.check, design.check_at);
    let check = pen.fit(Part::CheckAt, Cut::Regular, &check, room)?;
    let tender = pen.fit(Part::NotLegalTender, Cut::Bold, &design.words.not_legal_tender, room)?;
    pen.line(Part::CheckAt, Style::new(Cut::Regular, check.size), (INSET, INSET + 1.5), &check.lines.concat())?;
    let style = Style::new(Cut::Bold, tender.size);
    pen.line(Part::NotLegalTender, style, (INSET, INSET + 9.75), &tender.lines.concat())?;
    Ok(INSET + 9.75 + tender.size * 0.8)
}

/// When and for what it can be used, between `top` and `bottom`.
fn terms(pen: &mut Pen<'_>, design: &Design, top: f32, bottom: f32) -> Result<(), DesignError> {
    let width = TEXT_RIGHT - INSET;
    let room = Room { width, lines: 1, largest: 8.0, smallest: 6.5 };
    let dates = pen.fit(Part::Dates, Cut::Bold, &design.dates, room)?;
    let top = top - 4.0;
    let y = pen.block(Part::Dates, Style::new(Cut::Bold, dates.size), (INSET, top), &dates.lines)? - 0.5;
    let conditions = (1..=4_u8)
        .find_map(|lines| {
            let largest = ((y - bottom - 1.5) / f32::from(lines) / LEADING).min(7.75);
            let room = Room { width, lines: usize::from(lines), largest: (largest * 4.0).floor() / 4.0, smallest: 6.0 };
            Some(pen.fit(Part::Conditions, Cut::Regular, &design.conditions, room))
                .filter(|fitted| !matches!(fitted, Err(DesignError::TooLong(_))))
        })
        .unwrap_or(Err(DesignError::TooLong(Part::Conditions)))?;
    let style = Style::new(Cut::Regular, conditions.size);
    pen.block(Part::Conditions, style, (INSET, y), &conditions.lines).map(|_| ())
}

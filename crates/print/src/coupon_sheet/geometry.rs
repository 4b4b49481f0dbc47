//! Where the cards are on the sheet, and which coupon is on which card.

use crate::paper::HEIGHT;

/// Cards on a sheet: two columns of five, the common pre-cut sheet of business cards.
pub const PER_SHEET: u32 = COLUMNS * ROWS;
pub(super) const COLUMNS: u32 = 2;
pub(super) const ROWS: u32 = 5;

/// Width and height of a card, points: 3.5 by 2 inches. Less than three quarters of a bank note's both ways.
pub const CARD_SIZE: (f32, f32) = (252.0, 144.0);

/// Left and top margin of the sheet, points.
pub(super) const MARGIN: (f32, f32) = (54.0, 36.0);

/// The lower left corner of a card, points from the lower left of the page. Positions go along the rows,
/// from the top.
pub fn card_origin(position: u32) -> (f32, f32) {
    let (column, row) = (position % COLUMNS, position / COLUMNS % ROWS);
    let along = |steps: u32, length: f32| (0..steps).map(|_| length).sum::<f32>();
    (MARGIN.0 + along(column, CARD_SIZE.0), HEIGHT - MARGIN.1 - along(row + 1, CARD_SIZE.1))
}

/// Sheets that `total` coupons need.
pub const fn sheet_count(total: u32) -> u32 {
    total.div_ceil(PER_SHEET)
}

/// The coupon (from 0) at a position of a sheet (both from 0) when cut piles are stacked; it may be past the
/// last coupon. `None` when there is no such number.
pub fn index_at(sheets: u32, sheet: u32, position: u32) -> Option<u32> {
    position.checked_mul(sheets)?.checked_add(sheet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cards_are_where_the_card_stock_is_cut() {
        let inches = |(x, y): (f32, f32)| (x / 72.0, y / 72.0);
        assert_eq!(inches(card_origin(0)), (0.75, 8.5));
        assert_eq!(inches(card_origin(1)), (4.25, 8.5));
        assert_eq!(inches(card_origin(9)), (4.25, 0.5));
        assert_eq!(inches(CARD_SIZE), (3.5, 2.0));
    }

    #[test]
    fn cards_fill_the_page_between_equal_margins() {
        let (x, y) = card_origin(9);
        assert!((crate::paper::WIDTH - x - CARD_SIZE.0 - MARGIN.0).abs() < f32::EPSILON);
        assert!((y - MARGIN.1).abs() < f32::EPSILON);
    }

    proptest! {
        #[test]
        fn every_coupon_is_on_one_card(total in 0u32..3000) {
            let sheets = sheet_count(total);
            let mut seen = vec![0; total as usize];
            for sheet in 0..sheets {
                for position in 0..PER_SHEET {
                    if let Some(slot) = index_at(sheets, sheet, position).and_then(|i| seen.get_mut(i as usize)) {
                        *slot += 1;
                    }
                }
            }
            prop_assert!(seen.iter().all(|times| *times == 1));
        }

        #[test]
        fn stacked_piles_are_in_serial_order(total in 1u32..3000) {
            let sheets = sheet_count(total);
            let pile = |position| (0..sheets).filter_map(move |sheet| index_at(sheets, sheet, position));
            let stacked = (0..PER_SHEET).flat_map(pile).filter(|index| *index < total);
            prop_assert!(stacked.eq(0..total));
        }
    }
}

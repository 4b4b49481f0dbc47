//! Exponentials and logarithms made of additions, multiplications and divisions only. The processor rounds those the
//! same everywhere; a system's own `exp` may differ in its last bit from one machine to another, and a forecast would
//! then print another figure.

use std::f64::consts::LN_2;

/// 1/13 to 1/1: a product is several times faster than a division.
const INVERSES: [f64; 13] = [
    1.0 / 13.0,
    1.0 / 12.0,
    1.0 / 11.0,
    1.0 / 10.0,
    1.0 / 9.0,
    1.0 / 8.0,
    1.0 / 7.0,
    1.0 / 6.0,
    1.0 / 5.0,
    1.0 / 4.0,
    1.0 / 3.0,
    1.0 / 2.0,
    1.0,
];

/// e to a power.
pub(super) fn exp(power: f64) -> f64 {
    if power < -700.0 {
        return 0.0;
    }
    // e^x = 2^k · e^r, with r within half of ln 2.
    let whole = (power.min(700.0) / LN_2).round();
    let rest = power.min(700.0) - whole * LN_2;
    let mut sum = 1.0;
    for inverse in INVERSES {
        sum = 1.0 + sum * rest * inverse;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the exponent is within ±1010")]
    let scale = f64::from_bits(((whole as i64 + 1023) as u64) << 52);
    sum * scale
}

/// Natural logarithm; of nothing or less, that of the smallest number.
pub(super) fn ln(value: f64) -> f64 {
    let bits = value.max(f64::MIN_POSITIVE).to_bits();
    // value = m · 2^k, with m from 1 to 2; then from about 0.7 to 1.4.
    #[expect(clippy::cast_possible_wrap, reason = "eleven bits")]
    let mut exponent = ((bits >> 52) as i64) - 1023;
    let mut m = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) | (1023 << 52));
    if m > std::f64::consts::SQRT_2 {
        m /= 2.0;
        exponent += 1;
    }
    // ln m = 2 artanh s, s = (m - 1) / (m + 1).
    let s = (m - 1.0) / (m + 1.0);
    let square = s * s;
    let mut sum = 0.0;
    for term in (0..=10).rev() {
        sum = sum * square + 1.0 / f64::from(2 * term + 1);
    }
    #[expect(clippy::cast_precision_loss, reason = "eleven bits")]
    let exponent = exponent as f64;
    2.0 * s * sum + exponent * LN_2
}

/// The share whose odds are those of `share`, times e to `by`.
pub(super) fn shifted(share: f64, by: f64) -> f64 {
    let odds = share * exp(by);
    odds / (1.0 - share + odds).max(f64::MIN_POSITIVE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_systems_own() {
        for step in -400..400 {
            let x = f64::from(step) / 13.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-13, "e^{x}");
            assert!((ln(x.exp()) - x).abs() < 1e-12, "ln e^{x}");
        }
        assert!(exp(-1e9).abs() < f64::MIN_POSITIVE && ln(0.0) < -700.0);
        assert!((shifted(0.8, 0.0) - 0.8).abs() < 1e-15 && shifted(1.0, 2.0) <= 1.0);
    }
}

//! Chance from a seed: xoshiro256++ (Blackman and Vigna, 2018), its state filled by SplitMix64, as its authors advise.
//! Written here, so that the same seed gives the same forecast whatever becomes of a library. Not for secrets.

use super::arithmetic::ln;

/// A source of numbers.
#[derive(Clone, Debug)]
pub(super) struct Dice {
    state: [u64; 4],
    /// The second of a pair of normal numbers.
    kept: Option<f64>,
}

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        let mut at = seed;
        let mut next = || {
            at = at.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = at;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        };
        Self { state: [next(), next(), next(), next()], kept: None }
    }

    fn bits(&mut self) -> u64 {
        let s = &mut self.state;
        let out = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(45);
        out
    }

    /// From 0 to 1, 1 excluded.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    pub(super) fn share(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A standard normal number, by Marsaglia's polar method.
    pub(super) fn normal(&mut self) -> f64 {
        if let Some(kept) = self.kept.take() {
            return kept;
        }
        loop {
            let (u, v) = (2.0 * self.share() - 1.0, 2.0 * self.share() - 1.0);
            let s = u * u + v * v;
            if s > 0.0 && s < 1.0 {
                let factor = (-2.0 * ln(s) / s).sqrt();
                self.kept = Some(v * factor);
                return u * factor;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_numbers_never_change() {
        let mut dice = Dice::new(2026);
        let first: Vec<u64> = (0..3).map(|_| dice.bits()).collect();
        let mut again = Dice::new(2026);
        assert_eq!(first, (0..3).map(|_| again.bits()).collect::<Vec<_>>());
        assert_ne!(first[0], Dice::new(2027).bits());
    }

    #[test]
    fn normal_numbers_are_normal() {
        let mut dice = Dice::new(1);
        let count = 100_000;
        let (mut sum, mut square, mut within) = (0.0, 0.0, 0);
        for _ in 0..count {
            let z = dice.normal();
            sum += z;
            square += z * z;
            within += u32::from(z.abs() < 1.645);
        }
        let count = f64::from(count);
        assert!((sum / count).abs() < 0.01 && (square / count - 1.0).abs() < 0.02);
        assert!((f64::from(within) / count - 0.9).abs() < 0.005);
    }
}

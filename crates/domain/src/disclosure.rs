//! Disclosure control: what is too small to be told to somebody who does not see each act by itself.

use std::ops::Range;

/// Fewer acts than this could be recognised.
pub const SMALL: u64 = 5;

/// Whether a size could be recognised. Nothing at all tells nothing about anybody.
pub fn is_small(size: u64) -> bool {
    (1..SMALL).contains(&size)
}

/// Which parts of a whole are not told, when the whole is. Every small one; and with them the smallest of the others,
/// for as long as what is left out could be worked out from the whole.
pub fn hidden(sizes: &[u64]) -> Vec<bool> {
    let mut hidden: Vec<bool> = sizes.iter().map(|size| is_small(*size)).collect();
    loop {
        let out: Vec<u64> = sizes.iter().zip(&hidden).filter(|(_, is_out)| **is_out).map(|(size, _)| *size).collect();
        if out.is_empty() || (out.len() > 1 && out.iter().sum::<u64>() >= SMALL) {
            return hidden;
        }
        let next = (0..sizes.len()).filter(|index| !hidden[*index] && sizes[*index] > 0).min_by_key(|index| sizes[*index]);
        match next {
            Some(index) => hidden[index] = true,
            None => return hidden,
        }
    }
}

/// Neighbours put together until none is small: groups that cover them all, in order. Empty when even together they
/// are too few.
pub fn groups(sizes: &[u64]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (index, part) in sizes.iter().enumerate() {
        size += part;
        if size >= SMALL {
            groups.push(start..index + 1);
            (start, size) = (index + 1, 0);
        }
    }
    if let Some(last) = groups.last_mut() {
        last.end = sizes.len();
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_small_part_takes_another_with_it() {
        assert_eq!(hidden(&[12, 7, 3]), [false, true, true]);
        assert_eq!(hidden(&[12, 7, 0]), [false, false, false]);
        assert_eq!(hidden(&[12, 2, 3]), [false, true, true], "five together");
        assert_eq!(hidden(&[12, 1, 1]), [true, true, true], "two together are too few");
        assert_eq!(hidden(&[3]), [true]);
        assert!(hidden(&[]).is_empty());
    }

    #[test]
    fn neighbours_go_together() {
        assert_eq!(groups(&[5, 2, 4, 1]), [0..1, 1..4]);
        assert_eq!(groups(&[1, 1, 1, 9, 2]), std::slice::from_ref(&(0..5)));
        assert!(groups(&[1, 2]).is_empty() && groups(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn nothing_small_is_told_nor_worked_out(sizes in proptest::collection::vec(0u64..20, 0..12)) {
            let hidden = hidden(&sizes);
            let out: Vec<u64> = sizes.iter().zip(&hidden).filter(|(_, h)| **h).map(|(s, _)| *s).collect();
            prop_assert!(sizes.iter().zip(&hidden).all(|(s, h)| *h || !is_small(*s)));
            let told = hidden.iter().zip(&sizes).any(|(h, s)| !h && *s > 0);
            prop_assert!(out.is_empty() || !told || (out.len() > 1 && out.iter().sum::<u64>() >= SMALL));
        }

        #[test]
        fn groups_cover_everything_once(sizes in proptest::collection::vec(0u64..9, 0..30)) {
            let groups = groups(&sizes);
            let whole: u64 = sizes.iter().sum();
            prop_assert_eq!(groups.is_empty(), whole < SMALL);
            prop_assert!(groups.iter().all(|g| sizes[g.clone()].iter().sum::<u64>() >= SMALL));
            let covered: Vec<usize> = groups.into_iter().flatten().collect();
            prop_assert!(covered.is_empty() || covered == (0..sizes.len()).collect::<Vec<_>>());
        }
    }
}

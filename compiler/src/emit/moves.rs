//! Parallel moves: several slots to several slots "at once", in sequence.

/// Orders moves (to, from) so that no source is overwritten before it is read; cycles go through
/// `scratch`. Destinations are distinct.
pub fn sequence(moves: &[(u16, u16)], scratch: u16) -> Vec<(u16, u16)> {
    let mut left: Vec<(u16, u16)> = moves.iter().copied().filter(|m| m.0 != m.1).collect();
    let mut out = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let ready = left.iter().position(|m| left.iter().all(|o| o.1 != m.0));
        match ready {
            Some(i) => out.push(left.swap_remove(i)),
            None => {
                // Every destination is still to be read: a cycle. Save one and read it from there.
                let saved = left[0].0;
                out.push((scratch, saved));
                for m in &mut left {
                    if m.1 == saved {
                        m.1 = scratch;
                    }
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn acts_as_if_at_once(from in proptest::collection::vec(0u16..8, 8), count in 0usize..8) {
            let moves: Vec<(u16, u16)> = from.iter().take(count).enumerate().map(|(to, &f)| (to as u16, f)).collect();
            let mut slots: Vec<u16> = (100..108).chain([0]).collect();
            let before = slots.clone();
            for (to, f) in sequence(&moves, 8) {
                slots[to as usize] = slots[f as usize];
            }
            for (to, f) in moves {
                prop_assert_eq!(slots[to as usize], before[f as usize]);
            }
        }
    }
}

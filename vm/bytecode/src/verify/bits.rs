//! Sets of slots.

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits(Vec<u64>);

impl Bits {
    pub fn new(len: usize) -> Bits {
        Bits(vec![0; len.div_ceil(64)])
    }
    pub fn has(&self, i: usize) -> bool {
        self.0.get(i / 64).is_some_and(|w| w >> (i % 64) & 1 != 0)
    }
    pub fn set(&mut self, i: usize, on: bool) {
        let bit = 1 << (i % 64);
        if on {
            self.0[i / 64] |= bit;
        } else {
            self.0[i / 64] &= !bit;
        }
    }
    /// Takes out all from `i` on.
    pub fn clear_from(&mut self, i: usize) {
        let word = i / 64;
        if let Some(w) = self.0.get_mut(word) {
            *w &= (1 << (i % 64)) - 1;
            self.0[word + 1..].fill(0);
        }
    }
    /// Keeps what is in both; whether that changed something.
    pub fn intersect(&mut self, other: &Bits) -> bool {
        let mut changed = false;
        for (n, a) in self.0.iter_mut().enumerate() {
            let b = other.0.get(n).copied().unwrap_or(0);
            changed |= *a & !b != 0;
            *a &= b;
        }
        changed
    }
    /// Adds what is in the other; whether that changed something.
    pub fn unite(&mut self, other: &Bits) -> bool {
        let mut changed = false;
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            changed |= !*a & b != 0;
            *a |= b;
        }
        changed
    }
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(n, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                (left != 0).then(|| {
                    left &= left - 1;
                    n * 64 + bit
                })
            })
        })
    }
}

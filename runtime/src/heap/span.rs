//! Spans: runs of pages cut into slots of one size.
//!
//! A slot of a *scan* span starts with the address of the type descriptor of what is in it; the
//! object follows. A span's allocation state lives in the span, so a P's cache is only a pointer.

use super::pages::PAGE;

/// Slot sizes up to this come from size classes; above, an object has a span of its own.
pub const MAX_SMALL: usize = 32 << 10;

/// Slot sizes: multiples of 8 up to 32, of 16 up to 128, then eight to each doubling.
pub struct Classes {
    pub sizes: Vec<u32>,
    /// Class by (size + 7) / 8, up to 1024.
    small: Vec<u8>,
    /// Class by (size + 127) / 128.
    large: Vec<u8>,
}

impl Classes {
    pub fn new() -> Classes {
        let mut sizes = vec![8u32, 16, 24, 32];
        let mut s = 32;
        while s < MAX_SMALL as u32 {
            // The power of two at or below `s`, in eighths.
            s += ((1 << s.ilog2()) / 8).max(16);
            sizes.push(s);
        }
        let class_of =
            |n: usize| sizes.iter().position(|&x| x as usize >= n).unwrap_or(sizes.len() - 1) as u8;
        let small = (0..=128).map(|i| class_of(i * 8)).collect();
        let large = (0..=MAX_SMALL / 128).map(|i| class_of(i * 128)).collect();
        Classes { sizes, small, large }
    }
    #[inline(always)]
    pub fn class(&self, size: usize) -> usize {
        if size <= 1024 {
            self.small[size.div_ceil(8)] as usize
        } else {
            self.large[size.div_ceil(128)] as usize
        }
    }
    /// Pages of a span of the class.
    pub fn pages(&self, class: usize) -> usize {
        let size = self.sizes[class] as usize;
        (size * 8).div_ceil(PAGE).max(1)
    }
}

pub struct Span {
    pub base: usize,
    pub pages: u32,
    /// Bytes of a slot.
    pub slot: u32,
    pub slots: u32,
    /// 2^40 / slot, rounded up: division of an offset by multiplication.
    magic: u64,
    pub scan: bool,
    /// Held by some P's cache.
    pub cached: bool,
    /// The pages were never used.
    pub zeroed: bool,
    pub class: u8,
    /// Word of `used` that allocation is in, and the free slots left in it.
    word: u32,
    free: u64,
    /// Slots in use after the last sweep.
    used: Box<[u64]>,
    pub marks: Box<[u64]>,
}

impl Span {
    pub fn new(
        base: usize,
        pages: usize,
        slot: usize,
        scan: bool,
        zeroed: bool,
        class: usize,
    ) -> Box<Span> {
        let slots = if slot > MAX_SMALL { 1 } else { pages * PAGE / slot };
        let words = slots.div_ceil(64);
        let mut span = Box::new(Span {
            base,
            pages: pages as u32,
            slot: slot.min(u32::MAX as usize) as u32,
            slots: slots as u32,
            magic: (1u64 << 40).div_ceil(slot as u64),
            scan,
            cached: false,
            zeroed,
            class: class as u8,
            word: 0,
            free: 0,
            used: vec![0; words].into(),
            marks: vec![0; words].into(),
        });
        span.rewind();
        span
    }

    fn free_in(&self, word: usize) -> u64 {
        let left = self.slots as usize - word * 64;
        let valid = if left >= 64 { u64::MAX } else { (1 << left) - 1 };
        !self.used[word] & valid
    }

    fn rewind(&mut self) {
        self.word = 0;
        self.free = self.free_in(0);
    }

    /// Address of a free slot, or 0 when there is none.
    #[inline(always)]
    pub fn take(&mut self) -> usize {
        while self.free == 0 {
            if self.word as usize + 1 >= self.used.len() {
                return 0;
            }
            self.word += 1;
            self.free = self.free_in(self.word as usize);
        }
        let bit = self.free.trailing_zeros();
        self.free &= self.free - 1;
        self.base + (self.word * 64 + bit) as usize * self.slot as usize
    }

    /// The slot that holds `addr`.
    #[inline(always)]
    pub fn index(&self, addr: usize) -> usize {
        if self.slots == 1 {
            return 0;
        }
        (((addr - self.base) as u64 * self.magic) >> 40) as usize
    }

    /// Ends a collection: what is not marked is free. Returns the number of slots in use.
    pub fn sweep(&mut self) -> usize {
        std::mem::swap(&mut self.used, &mut self.marks);
        self.marks.fill(0);
        self.zeroed = false;
        self.rewind();
        self.used.iter().map(|w| w.count_ones() as usize).sum()
    }

    /// Right after a sweep: whether the slot that holds `addr` survived it.
    pub fn survived(&self, addr: usize) -> bool {
        let i = self.index(addr);
        self.used.get(i / 64).is_some_and(|w| w & (1 << (i % 64)) != 0)
    }

    /// Free slots after a sweep, for poisoning.
    pub fn free_slots(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.slots as usize)
            .filter(|i| self.used[i / 64] & (1 << (i % 64)) == 0)
            .map(|i| self.base + i * self.slot as usize)
    }
}

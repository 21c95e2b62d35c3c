//! Spans: runs of pages cut into slots of one size.
//!
//! A slot of a *scan* span starts with the address of the type descriptor of what is in it; the
//! object follows. A span's allocation state lives in the span, so a P's cache is only a pointer.

use super::pages::PAGE;

/// Slot sizes up to this come from size classes; above, an object has a span of its own.
pub const MAX_SMALL: usize = 32 << 10;

/// Slots up to this size are zeroed 64 at a time, before the first of them is taken.
pub const ZEROED_AHEAD: usize = 128;

/// `class_of(need)` of the slots that are zeroed ahead.
pub const fn tiny_class(need: usize) -> usize {
    if need <= 32 { need.div_ceil(8) - 1 } else { need.div_ceil(16) + 1 }
}

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

/// Before the first word.
const NONE: u32 = u32::MAX;

pub struct Span {
    pub base: usize,
    pub pages: u32,
    /// Bytes of a slot.
    pub slot: u32,
    /// Of them for the object.
    pub object: u32,
    pub slots: u32,
    /// 2^40 / slot, rounded up: division of an offset by multiplication.
    magic: u64,
    pub scan: bool,
    /// Held by some P's cache.
    pub cached: bool,
    /// The pages were never used.
    pub zeroed: bool,
    pub class: u8,
    /// Word of `used` that allocation is in (`NONE`: none yet), the free slots left in it, and its first slot.
    word: u32,
    free: u64,
    at: usize,
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
        Box::new(Span {
            base,
            pages: pages as u32,
            slot: slot.min(u32::MAX as usize) as u32,
            object: (slot - 8 * scan as usize).min(u32::MAX as usize) as u32,
            slots: slots as u32,
            magic: (1u64 << 40).div_ceil(slot as u64),
            scan,
            cached: false,
            zeroed,
            class: class as u8,
            word: NONE,
            free: 0,
            at: base,
            used: vec![0; words].into(),
            marks: vec![0; words].into(),
        })
    }

    fn free_in(&self, word: usize) -> u64 {
        let left = self.slots as usize - word * 64;
        let valid = if left >= 64 { u64::MAX } else { (1 << left) - 1 };
        !self.used[word] & valid
    }

    /// Address of a free slot, or 0 when there is none.
    #[inline(always)]
    pub fn take(&mut self) -> usize {
        if self.free == 0 && !self.next_word() { 0 } else { self.take_of_word() }
    }

    /// Whether the next slot is known.
    #[inline(always)]
    pub fn is_ready(&self) -> bool {
        self.free != 0
    }

    /// The next slot of a span that is ready.
    #[inline(always)]
    pub fn take_of_word(&mut self) -> usize {
        let bit = self.free.trailing_zeros() as usize;
        self.free &= self.free - 1;
        self.at + bit * self.slot as usize
    }

    /// On to the next word with free slots.
    #[cold]
    #[inline(never)]
    fn next_word(&mut self) -> bool {
        while self.free == 0 {
            let word = self.word.wrapping_add(1);
            if word as usize >= self.used.len() {
                return false;
            }
            self.word = word;
            self.free = self.free_in(word as usize);
            self.at = self.base + word as usize * 64 * self.slot as usize;
        }
        if !self.zeroed && self.slot as usize <= ZEROED_AHEAD {
            self.zero_word();
        }
        true
    }

    /// Zeroes the word's free slots.
    fn zero_word(&mut self) {
        let (slot, mut left) = (self.slot as usize, self.free);
        while left != 0 {
            let first = left.trailing_zeros();
            let many = (left >> first).trailing_ones();
            // SAFETY: free slots of this span, which whoever takes from it has alone.
            unsafe {
                let at = self.at + first as usize * slot;
                std::ptr::write_bytes(at as *mut u8, 0, many as usize * slot);
            }
            left &= u64::MAX.checked_shl(first + many).unwrap_or(0);
        }
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
        (self.word, self.free) = (NONE, 0);
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

//! Pages: the reserved address range and who owns each page of it.
//!
//! The range is reserved once and committed by the operating system on first touch. Nothing here
//! knows about objects.

use parking_lot::Mutex;

use super::span::Span;

pub const PAGE_SHIFT: usize = 13;
/// Bytes.
pub const PAGE: usize = 1 << PAGE_SHIFT;

pub struct Pages {
    base: usize,
    /// Bytes.
    len: usize,
    /// For each page its span or null.
    owners: *mut *mut Span,
    free: Mutex<FreePages>,
}

struct FreePages {
    /// Pages from here on were never used: they are zero.
    fresh: usize,
    /// Given back: (first page, number), coalesced, by first page.
    runs: std::collections::BTreeMap<usize, usize>,
}

// SAFETY: `owners` is written only under the heap's locks and for pages no one else uses yet.
unsafe impl Send for Pages {}
// SAFETY: as above; readers only look at pages whose objects they hold.
unsafe impl Sync for Pages {}

/// `at`: a place that would be nice, or 0.
fn reserve(len: usize, at: usize) -> Option<usize> {
    // SAFETY: an anonymous mapping aliases nothing: a hint is only taken where nothing is.
    let p = unsafe {
        libc::mmap(
            std::ptr::without_provenance_mut(at),
            len,
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
            -1,
            0,
        )
    };
    if p == libc::MAP_FAILED { None } else { Some(p as usize) }
}

impl Pages {
    /// Reserves `want` bytes, or the largest half, quarter … of it that the system gives.
    pub fn new(want: usize) -> Pages {
        let mut len = want;
        loop {
            if let Some(base) = reserve(len + PAGE, super::GUEST_BASE as usize) {
                let base = base.next_multiple_of(PAGE);
                let owners =
                    reserve(len / PAGE * 8, 0).expect("no address space for the heap's page table");
                let free = Mutex::new(FreePages { fresh: 0, runs: Default::default() });
                return Pages { base, len, owners: owners as *mut *mut Span, free };
            }
            len /= 2;
            assert!(len >= 1 << 20, "no address space for the heap");
        }
    }

    pub fn base(&self) -> usize {
        self.base
    }

    pub fn contains(&self, addr: usize) -> bool {
        addr.wrapping_sub(self.base) < self.len
    }

    /// The span that owns the page of `addr`, or null.
    #[inline(always)]
    pub fn owner(&self, addr: usize) -> *mut Span {
        let off = addr.wrapping_sub(self.base);
        if off >= self.len {
            return std::ptr::null_mut();
        }
        // SAFETY: one entry per page of the range.
        unsafe { *self.owners.add(off >> PAGE_SHIFT) }
    }

    pub fn set_owner(&self, addr: usize, pages: usize, span: *mut Span) {
        let first = (addr - self.base) >> PAGE_SHIFT;
        for i in first..first + pages {
            // SAFETY: one entry per page of the range; the pages belong to the caller.
            unsafe { *self.owners.add(i) = span };
        }
    }

    /// Takes `n` pages: their address, and whether they are known to be zero. `None`: exhausted.
    pub fn take(&self, n: usize) -> Option<(usize, bool)> {
        let mut f = self.free.lock();
        let fit = f.runs.iter().find(|r| *r.1 >= n).map(|r| (*r.0, *r.1));
        if let Some((at, len)) = fit {
            f.runs.remove(&at);
            if len > n {
                f.runs.insert(at + n, len - n);
            }
            return Some((self.base + at * PAGE, false));
        }
        if (f.fresh + n) * PAGE > self.len {
            return None;
        }
        let at = f.fresh;
        f.fresh += n;
        Some((self.base + at * PAGE, true))
    }

    pub fn give(&self, addr: usize, n: usize) {
        self.set_owner(addr, n, std::ptr::null_mut());
        if n >= 16 {
            // SAFETY: the pages are free; the system may take them and give zero pages later.
            unsafe { libc::madvise(addr as *mut libc::c_void, n * PAGE, libc::MADV_DONTNEED) };
        }
        let mut f = self.free.lock();
        let mut at = (addr - self.base) >> PAGE_SHIFT;
        let mut len = n;
        if let Some((&before, &blen)) = f.runs.range(..at).next_back()
            && before + blen == at
        {
            f.runs.remove(&before);
            at = before;
            len += blen;
        }
        if let Some(&after) = f.runs.get(&(at + len)) {
            f.runs.remove(&(at + len));
            len += after;
        }
        f.runs.insert(at, len);
    }
}

impl Drop for Pages {
    fn drop(&mut self) {
        // SAFETY: the VM is gone, nothing refers to the range any more.
        unsafe {
            libc::munmap(self.base as *mut libc::c_void, self.len);
            libc::munmap(self.owners.cast(), self.len / PAGE * 8);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs of pages that are given back in any order become one again.
    #[test]
    fn what_is_given_back_joins() {
        let pages = Pages::new(1 << 30);
        let (first, zero) = pages.take(31).expect("pages");
        assert!(zero);
        pages.give(first, 31);
        // The order as the digits of a number.
        for order in 0..4usize.pow(4) {
            let order: Vec<usize> = (0..4).map(|i| order / 4usize.pow(i) % 4).collect();
            if (0..4).any(|i| !order.contains(&i)) {
                continue;
            }
            let sizes = [3, 20, 1, 7];
            let runs = sizes.map(|n| pages.take(n).expect("pages").0);
            let mut at = first;
            for (run, n) in runs.iter().zip(sizes) {
                assert_eq!(*run, at, "{order:?}");
                at += n * PAGE;
            }
            for i in order {
                pages.give(runs[i], sizes[i]);
            }
        }
        assert_eq!(pages.take(31).expect("pages").0, first);
    }

    /// Addresses around each end: what is in the range, and who owns the page.
    #[test]
    fn pages_end_where_the_next_begins() {
        let pages = Pages::new(1 << 30);
        let (base, end) = (pages.base(), pages.base() + pages.len);
        for (addr, inside) in [(base - 1, false), (base, true), (end - 1, true), (end, false)] {
            assert_eq!(pages.contains(addr), inside, "{addr:#x} of {base:#x} to {end:#x}");
            assert!(pages.owner(addr).is_null());
        }
        let sizes = [1, 3, 2];
        let runs = sizes.map(|n| pages.take(n).expect("pages").0);
        let span = |i: usize| (0x1000 * (i + 1)) as *mut Span;
        for (i, n) in sizes.into_iter().enumerate() {
            pages.set_owner(runs[i], n, span(i));
        }
        for (i, n) in sizes.into_iter().enumerate() {
            for at in 0..n {
                let page = runs[i] + at * PAGE;
                assert!([page, page + PAGE - 1].iter().all(|&a| pages.owner(a) == span(i)));
            }
        }
        pages.give(runs[1], sizes[1]);
        let left = runs.map(|r| pages.owner(r));
        assert_eq!(left, [span(0), std::ptr::null_mut(), span(2)]);
    }
}

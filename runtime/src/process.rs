//! The process's own memory, which the compiler and the tables of the runtime live in; the Go heap is
//! `heap`. Nothing here may be needed for a program to be right.

/// Gives the allocator one heap for all threads, whose first megabytes are huge pages where the system
/// has them. To be called before the first thread starts.
///
/// A short program's compilation touches some 700 pages, and the system takes 1.5 µs to give each: more
/// than a huge page of 512 costs in all.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn prepare_memory() {
    const HUGE: usize = 2 << 20;
    /// What is advised; only what is used takes memory.
    const FIRST: usize = 8 * HUGE;
    const BELOW: usize = 1 << 18;
    // SAFETY: no other thread allocates yet; memory between the old and the new end of the data segment
    // is nobody's, and advice does not change what memory holds.
    unsafe {
        // Threads would get heaps of their own, which grow page by page.
        libc::mallopt(libc::M_ARENA_MAX, 1);
        libc::mallopt(libc::M_TRIM_THRESHOLD, (4 * FIRST) as libc::c_int);
        libc::mallopt(libc::M_MMAP_THRESHOLD, HUGE as libc::c_int);
        // What the allocator writes as it grows stays below the huge pages: one word is enough to make
        // the system give small ones.
        let end = libc::sbrk(0) as usize;
        let start = (end + BELOW).next_multiple_of(HUGE);
        if libc::sbrk((start - BELOW - end) as libc::intptr_t) as usize != end {
            return;
        }
        libc::mallopt(libc::M_TOP_PAD, FIRST as libc::c_int);
        libc::free(::std::hint::black_box(libc::malloc(BELOW / 4 * 3)));
        libc::mallopt(libc::M_TOP_PAD, (HUGE / 2) as libc::c_int);
        let grown = (libc::sbrk(0) as usize).saturating_sub(start);
        libc::madvise(start as *mut libc::c_void, grown, libc::MADV_HUGEPAGE);
    }
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn prepare_memory() {}

//! Marking: from addresses to objects, and through the pointers in them. The world is stopped.

use super::Heap;
use crate::desc::TypeDesc;

/// The collector's work list. Only exists while a collection runs.
pub struct Marker<'h> {
    heap: &'h Heap,
    /// Objects to scan: address, bytes.
    stack: Vec<(usize, usize)>,
    /// Objects marked so far, and their bytes without descriptors.
    pub objects: usize,
    pub bytes: usize,
    /// Addresses looked at and slots of stacks: how much work the collection was.
    pub visits: usize,
}

impl<'h> Marker<'h> {
    pub(super) fn new(heap: &'h Heap) -> Self {
        Marker { heap, stack: Vec::new(), objects: 0, bytes: 0, visits: 0 }
    }

    /// Marks the object that contains `addr`, if it is in the heap.
    #[inline]
    pub fn address(&mut self, addr: u64) {
        self.visits += 1;
        let addr = addr as usize;
        let span = self.heap.pages.owner(addr);
        if span.is_null() {
            return;
        }
        // SAFETY: owners are live spans; the world is stopped, so no one else changes them.
        let span = unsafe { &mut *span };
        let i = span.index(addr);
        if i >= span.slots as usize {
            return;
        }
        let (word, bit) = (i / 64, 1u64 << (i % 64));
        if span.marks[word] & bit != 0 {
            return;
        }
        span.marks[word] |= bit;
        self.objects += 1;
        let bytes =
            if span.slots == 1 { span.pages as usize * super::PAGE } else { span.slot as usize };
        self.bytes += bytes - 8 * span.scan as usize;
        if span.scan {
            self.stack
                .push((span.base + i * span.slot as usize * (span.slots > 1) as usize, bytes));
        }
    }

    /// Whether the object that contains `addr` is marked; what is not in the heap is.
    pub fn is_marked(&self, addr: u64) -> bool {
        // SAFETY: owners are live spans; the world is stopped.
        let Some(span) = (unsafe { self.heap.pages.owner(addr as usize).as_ref() }) else {
            return true;
        };
        let i = span.index(addr as usize);
        i >= span.slots as usize || span.marks[i / 64] & (1 << (i % 64)) != 0
    }

    /// Puts the object that contains `addr` on the work list without marking it.
    pub fn contents(&mut self, addr: u64) {
        // SAFETY: owners are live spans; the world is stopped.
        let Some(span) = (unsafe { self.heap.pages.owner(addr as usize).as_ref() }) else { return };
        let i = span.index(addr as usize);
        if i < span.slots as usize && span.scan {
            let bytes = if span.slots == 1 {
                span.pages as usize * super::PAGE
            } else {
                span.slot as usize
            };
            let base = span.base + i * span.slot as usize * (span.slots > 1) as usize;
            self.stack.push((base, bytes));
        }
    }

    /// Marks what `n` values of a type at `at`, outside the heap, point to.
    ///
    /// # Safety
    /// `at` has `n` values of type `desc`.
    pub unsafe fn region(&mut self, at: *const u8, desc: &TypeDesc, n: usize) {
        if !desc.has_pointers() {
            return;
        }
        for i in 0..n {
            // SAFETY: the caller's promise.
            unsafe { self.value(at.add(i * desc.size as usize), desc) };
        }
    }

    /// # Safety
    /// `at` has a value of type `desc`.
    unsafe fn value(&mut self, at: *const u8, desc: &TypeDesc) {
        if desc.pointers_by_elem {
            // SAFETY: such a type is an array: its element type is set and it has `len` of them.
            unsafe {
                let elem = &*desc.elem;
                for i in 0..desc.len as usize {
                    self.value(at.add(i * elem.size as usize), elem);
                }
            }
            return;
        }
        for &off in &desc.pointers {
            // SAFETY: pointer offsets are inside the value and aligned.
            let p = unsafe { *at.add(off as usize).cast::<u64>() };
            if p != 0 {
                self.address(p);
            }
        }
    }

    /// Scans until nothing is left.
    pub(crate) fn drain(&mut self) {
        while let Some((slot, bytes)) = self.stack.pop() {
            // SAFETY: a marked slot of a scan span starts with its descriptor, or 0 when it was
            // never used; the object and its zeroed slack fill the slot.
            unsafe {
                let desc = *(slot as *const *const TypeDesc);
                let Some(desc) = desc.as_ref() else { continue };
                let size = (desc.size as usize).max(8);
                let n = (bytes - 8) / size;
                self.region((slot + 8) as *const u8, desc, n);
            }
        }
    }
}

//! A waiting G's place in a queue, with what it sends or where it receives.
//!
//! A sudog never holds an address into a stack: the element is in the sudog itself, or in an
//! object of the heap.

use super::P;
use crate::desc::TypeDesc;
use crate::g::G;
use crate::heap::Marker;

pub const INLINE: usize = 16;

#[repr(C)]
pub struct Sudog {
    pub g: *mut G,
    pub next: *mut Sudog,
    pub prev: *mut Sudog,
    /// Memory image of the element: `inline`, an object, or null when there is none to keep.
    pub elem: *mut u8,
    pub inline: [u64; INLINE / 8],
    pub desc: *const TypeDesc,
    /// The next case of the same select.
    pub case: *mut Sudog,
    pub case_index: u32,
    pub is_select: bool,
    /// Not woken by a close.
    pub success: bool,
    pub sends: bool,
    pub channel: *mut crate::chan::Chan,
    /// Semaphores and condition variables: the address or ticket it waits for.
    pub ticket: u64,
    /// While events are recorded: the number of what it waits for.
    pub object: u64,
}

impl Sudog {
    fn empty() -> Sudog {
        Sudog {
            g: std::ptr::null_mut(),
            next: std::ptr::null_mut(),
            prev: std::ptr::null_mut(),
            elem: std::ptr::null_mut(),
            inline: [0; INLINE / 8],
            desc: std::ptr::null(),
            case: std::ptr::null_mut(),
            case_index: 0,
            is_select: false,
            success: false,
            sends: false,
            channel: std::ptr::null_mut(),
            ticket: 0,
            object: 0,
        }
    }

    /// What a waiting G's element and channel keep alive.
    pub(crate) fn scan(&self, marker: &mut Marker<'_>) {
        marker.address(self.channel as u64);
        if self.elem as *const u64 == self.inline.as_ptr() {
            // SAFETY: the image in `inline` is a value of the descriptor's type.
            unsafe {
                if let Some(desc) = self.desc.as_ref() {
                    marker.region(self.elem, desc, 1);
                }
            }
        } else {
            marker.address(self.elem as u64);
        }
    }
}

impl P {
    pub fn new_sudog(&mut self) -> *mut Sudog {
        self.sudogs.pop().unwrap_or_else(|| Box::into_raw(Box::new(Sudog::empty())))
    }
    pub fn free_sudog(&mut self, s: *mut Sudog) {
        // SAFETY: the caller gives back its own sudog, which is in no queue.
        unsafe {
            if self.sudogs.len() >= 256 {
                drop(Box::from_raw(s));
                return;
            }
            (*s).elem = std::ptr::null_mut();
            (*s).case = std::ptr::null_mut();
            (*s).channel = std::ptr::null_mut();
            (*s).is_select = false;
        }
        self.sudogs.push(s);
    }
}

/// First in, first out; whoever holds it guards it.
#[derive(Debug)]
#[repr(C)]
pub struct WaitQueue {
    pub first: *mut Sudog,
    pub last: *mut Sudog,
}

impl Default for WaitQueue {
    fn default() -> Self {
        WaitQueue { first: std::ptr::null_mut(), last: std::ptr::null_mut() }
    }
}

impl WaitQueue {
    /// # Safety
    /// `s` is live and in no queue.
    #[inline]
    pub unsafe fn push(&mut self, s: *mut Sudog) {
        // SAFETY: the caller's promise; queued sudogs are live.
        unsafe {
            (*s).next = std::ptr::null_mut();
            (*s).prev = self.last;
            if self.last.is_null() {
                self.first = s;
            } else {
                (*self.last).next = s;
            }
            self.last = s;
        }
    }

    /// False: it was in none.
    ///
    /// # Safety
    /// `s` is live; it is in this queue or in none.
    #[inline]
    pub unsafe fn remove(&mut self, s: *mut Sudog) -> bool {
        // SAFETY: the caller's promise; queued sudogs are live.
        unsafe {
            let (prev, next) = ((*s).prev, (*s).next);
            if prev.is_null() && next.is_null() && self.first != s {
                return false;
            }
            if prev.is_null() {
                self.first = next;
            } else {
                (*prev).next = next;
            }
            if next.is_null() {
                self.last = prev;
            } else {
                (*next).prev = prev;
            }
            (*s).next = std::ptr::null_mut();
            (*s).prev = std::ptr::null_mut();
        }
        true
    }

    /// Whose sudogs are queued, first to last; nobody changes the queue.
    pub fn list(&self) -> Vec<u64> {
        let mut out = Vec::new();
        let mut s = self.first;
        while !s.is_null() {
            // SAFETY: queued sudogs and their Gs are live.
            unsafe {
                out.push((*(*s).g).id);
                s = (*s).next;
            }
        }
        out
    }

    /// The first that still waits: a select may have been won by another of its cases. Those that
    /// are passed over are out of the queue; `passed` hears of them. `tells`: as `G::win_select` has it.
    #[inline(always)]
    pub fn pop(&mut self, tells: impl Fn() -> bool, passed: impl FnMut(&G)) -> *mut Sudog {
        let s = self.first;
        if s.is_null() {
            return s;
        }
        // SAFETY: it is queued: it and its G are live.
        unsafe {
            self.remove_first(s);
            if (*s).is_select { self.pop_select(s, tells(), passed) } else { s }
        }
    }

    /// # Safety
    /// `s` is the first.
    #[inline(always)]
    unsafe fn remove_first(&mut self, s: *mut Sudog) {
        // SAFETY: the caller's promise; queued sudogs are live, and before the first there is none.
        unsafe {
            let next = std::mem::replace(&mut (*s).next, std::ptr::null_mut());
            self.first = next;
            if next.is_null() {
                self.last = next;
            } else {
                (*next).prev = std::ptr::null_mut();
            }
        }
    }

    /// `pop` from one of a select on, which is out of the queue already.
    ///
    /// # Safety
    /// As `pop`.
    #[cold]
    #[inline(never)]
    unsafe fn pop_select(
        &mut self,
        mut s: *mut Sudog,
        tells: bool,
        mut passed: impl FnMut(&G),
    ) -> *mut Sudog {
        // SAFETY: queued sudogs and their Gs are live.
        unsafe {
            while (*s).is_select && !(*(*s).g).win_select(tells) {
                passed(&*(*s).g);
                s = self.first;
                if s.is_null() {
                    break;
                }
                self.remove_first(s);
            }
        }
        s
    }
}

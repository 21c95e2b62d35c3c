//! Weak pointers: handles that hold an address without keeping alive what is there.
//!
//! A handle is an object of eight bytes without pointers. The table leads from an address to its handle
//! and keeps neither alive: each collection forgets what it found unreachable.

use std::collections::HashMap;

use parking_lot::Mutex;

use crate::cx::Cx;
use crate::heap::Marker;

#[derive(Default)]
pub struct WeakPointers {
    /// By address, which may be inside an object.
    handles: Mutex<HashMap<u64, u64>>,
}

impl WeakPointers {
    /// The handle of an address, which the caller keeps alive.
    pub fn handle(&self, cx: &mut Cx, addr: u64) -> u64 {
        let mut handles = self.handles.lock();
        *handles.entry(addr).or_insert_with(|| {
            let handle = cx.alloc(8, std::ptr::null()) as *mut u64;
            // SAFETY: a new object of eight bytes.
            unsafe { *handle = addr };
            handle as u64
        })
    }

    /// When all that the program can reach is marked, and before finalizers bring anything back: the
    /// handles of the rest hold nothing from here on.
    pub(crate) fn clear(&self, marker: &Marker<'_>) {
        self.handles.lock().retain(|&addr, &mut handle| {
            let reachable = marker.is_marked(addr);
            if !reachable {
                // SAFETY: this collection has not freed the handle yet: it is in the table.
                unsafe { *(handle as *mut u64) = 0 };
            }
            reachable
        });
    }

    /// When marking is over: handles that are about to be freed leave the table.
    pub(crate) fn forget(&self, marker: &Marker<'_>) {
        self.handles.lock().retain(|_, &mut handle| marker.is_marked(handle));
    }
}

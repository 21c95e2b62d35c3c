//! `Runtime`: everything a running program can see or cause.

use crate::heap::Heap;

pub struct Runtime {
    pub heap: Heap,
}

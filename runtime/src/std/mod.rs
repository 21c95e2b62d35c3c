//! Native bodies of the standard library, one file a package.

use crate::native::NativeDecl;

pub mod math;

/// The natives of each package.
pub const LISTS: &[fn() -> Vec<NativeDecl>] = &[];

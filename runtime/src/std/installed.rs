//! Natives that packages of a Go installation ask for (`GVM_GOROOT`), where gvm's library has no package
//! of that name: what Go's runtime gives crypto's internal packages.

use crate::cx::{Cx, Status};
use crate::native::{NativeDecl, leaf};

/// The indicator of FIPS 140 is never set, and there is no mode to get around: gvm is no validated module.
unsafe fn no(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: one result.
    unsafe { *w = 0 };
    Status::Done
}

unsafe fn nothing(_: &mut Cx, _: *mut u64) -> Status {
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf("crypto/internal/fips140.getIndicator", "func() uint8", no),
            leaf("crypto/internal/fips140.setIndicator", "func(uint8)", nothing),
            leaf("crypto/fips140.isBypassed", "func() bool", no),
            leaf("crypto/fips140.setBypass", "func()", nothing),
            leaf("crypto/fips140.unsetBypass", "func()", nothing),
            leaf("crypto/internal/fips140.fatal", "func(string)", super::sync::fatal),
            leaf(
                "crypto/internal/fips140deps/time.monoTime",
                "func() int64",
                super::time::runtime_nano,
            ),
        ]
    }
}

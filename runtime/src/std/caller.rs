//! Native of `internal/caller`: where in the source the program is.

use crate::cx::{Cx, Status};
use crate::native::{NativeDecl, leaf};

unsafe fn of(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a number of frames; natives run on a G, whose frames below this window do not change
    // meanwhile; room for a string, a number and a bool.
    unsafe {
        let skip = *w as usize;
        let mut places = Vec::new();
        if let Some(g) = cx.g.as_ref() {
            let machine = &cx.rt().machine;
            let fp = machine.frame_of(cx.at, w);
            // Inlined calls and wrappers make other numbers of frames and places.
            let most = skip.saturating_mul(2).saturating_add(8);
            places = machine.callers(g, cx.at, fp, most);
        }
        let frame = places
            .iter()
            .flat_map(|&(p, _)| cx.rt().machine.describe(p))
            .filter(|f| !f.wrapper && f.line > 0)
            .nth(skip);
        let (file, line) = frame.as_ref().map_or(("", 0), |f| (f.file.as_str(), f.line));
        crate::string::put(cx, w, file.as_bytes());
        *w.add(2) = u64::from(line);
        *w.add(3) = u64::from(frame.is_some());
    }
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const { &[leaf("internal/caller.Of", "func(skip int) (file string, line int, ok bool)", of)] }
}

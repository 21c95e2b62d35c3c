//! `Machine` for the scheduler: resuming goroutines, scanning and describing their stacks.

use std::sync::Arc;

use gvm_bytecode::image::func_flags;
use gvm_bytecode::op::Cell;
use gvm_runtime::cx::Cx;
use gvm_runtime::event::Trail;
use gvm_runtime::g::G;
use gvm_runtime::machine::{Exit, Frame, Machine};

use crate::Loop;
use crate::code::Code;
use crate::frame;

pub struct Interpreter {
    pub code: Arc<Code>,
}

impl Machine for Interpreter {
    fn resume(&self, cx: &mut Cx) -> Exit {
        cx.code = Arc::as_ptr(&self.code).cast();
        cx.funcs = self.code.funcs.cast();
        // SAFETY: the scheduler gives a runnable G; its stack and pc are as this machine left them.
        unsafe {
            let g = &mut *cx.g;
            cx.stack_end = g.stack.add(g.stack_len as usize);
            let (pc, fp) = (g.pc.cast(), g.fp);
            match self.code.own.looping {
                Loop::Threaded => crate::threaded::run(pc, fp, cx),
                Loop::Match => crate::match_loop::run(pc, fp, cx),
                Loop::Instrumented => crate::instrumented::run(pc, fp, cx),
            }
        }
    }

    fn scan(&self, g: &G, visit: &mut dyn FnMut(u64)) {
        for d in &g.defers {
            visit(d.closure);
        }
        for p in &g.panics {
            visit(p.data);
        }
        for f in frame::walk(&self.code, g) {
            let entry = self.code.entry(f.func);
            // SAFETY: a live frame; the map names slots of it.
            unsafe {
                // Others need no closure, and their callers wrote none.
                if !entry.captures.is_empty() {
                    visit(*f.fp.sub(3));
                }
                let pc =
                    if f.panicking { entry.recovery } else { Some(self.code.offset(f.func, f.pc)) };
                let Some(pc) = pc else { continue };
                let Some(map) = entry.pointer_map(pc) else {
                    panic!("no pointer map for {} at {pc}", entry.name);
                };
                for &slot in map {
                    visit(*f.fp.add(slot as usize));
                }
            }
        }
    }

    fn start(&self, g: &mut G, closure: u64) {
        frame::start(&self.code, g, closure);
    }

    fn frames(&self, g: &G) -> Vec<Frame> {
        let mut out = Vec::new();
        for f in frame::walk(&self.code, g) {
            let pc = self.code.offset(f.func, f.pc);
            // A return address belongs to the call before it.
            let at = if f.top || f.panicking { pc } else { pc.saturating_sub(1) };
            self.frames_at(f.func, at, &mut out);
        }
        out
    }

    unsafe fn places(&self, g: &G, pc: *const u64, fp: *mut u64, out: &mut [u64]) -> usize {
        let mut n = 0;
        // SAFETY: the caller's promise.
        unsafe {
            frame::each(&self.code, g, pc.cast(), fp, |f| {
                let at = self.at(&f);
                out[n] = (f.func as u64) << 32 | at as u64;
                n += 1;
                n < out.len()
            });
        }
        n
    }

    unsafe fn callers(&self, g: &G, pc: *const u64, fp: *mut u64, most: usize) -> Vec<(u64, bool)> {
        let place = |f: frame::Walked| {
            let at = self.at(&f);
            ((f.func as u64) << 32 | at as u64, f.panicking)
        };
        // SAFETY: the caller's promise.
        let frames = unsafe { frame::walk_from(&self.code, g, pc.cast(), fp, most) };
        frames.into_iter().map(place).collect()
    }

    unsafe fn frame_of(&self, pc: *const u64, window: *const u64) -> *mut u64 {
        // SAFETY: the cell that called the intrinsic or native; its first operand is the window's
        // distance from the frame.
        unsafe { window.sub((*pc.cast::<Cell>()).a as usize).cast_mut() }
    }

    unsafe fn mark(&self, pc: *const u64, window: *const u64) -> u64 {
        // SAFETY: the caller's promise.
        unsafe { frame::mark(&self.code, pc.cast(), self.frame_of(pc, window)) }
    }

    unsafe fn trail(&self, pc: *const u64, window: *const u64) -> Option<Trail> {
        // SAFETY: the caller's promise.
        unsafe { frame::trail(&self.code, pc.cast(), self.frame_of(pc, window), window) }
    }

    fn place(&self, pc: u64) -> Option<u64> {
        let func = self.code.func_at(pc)?;
        Some((func as u64) << 32 | self.code.offset(func, pc as *const _) as u64)
    }

    fn describe(&self, place: u64) -> Vec<Frame> {
        let mut out = Vec::new();
        self.frames_at((place >> 32) as u32, place as u32, &mut out);
        out
    }

    fn shrink(&self, g: &mut G) -> Option<(u64, u64)> {
        frame::shrink(&self.code, g)
    }

    fn symbolise(&self, pc: u64) -> Option<Frame> {
        let func = self.code.func_at(pc)?;
        let mut out = Vec::new();
        self.frames_at(func, self.code.offset(func, pc as *const _), &mut out);
        out.into_iter().next()
    }
}

impl Interpreter {
    /// The cell at which a frame stands, in its function. One that a panic left which is gone stands at no cell: at its
    /// end.
    #[inline(always)]
    fn at(&self, f: &frame::Walked) -> u32 {
        let pc = self.code.offset(f.func, f.pc);
        match f.top || f.panicking {
            _ if f.pc.is_null() => u32::MAX,
            true => pc,
            false => pc.saturating_sub(1),
        }
    }

    /// The frames at a place, inlined calls first.
    fn frames_at(&self, func: u32, pc: u32, out: &mut Vec<Frame>) {
        let entry = self.code.entry(func);
        let (mut pos, mut site) = entry.line(pc).unwrap_or((entry.pos, 0));
        let file = |i: u32| self.code.own.files.get(i as usize).cloned().unwrap_or_default();
        let frame =
            |function: String, pos: gvm_bytecode::image::SourcePos, library, wrapper| Frame {
                function,
                file: file(pos.file),
                line: pos.line,
                column: pos.column,
                offset: pc as u64 * 8,
                library,
                wrapper,
            };
        while site != 0 {
            let (name, call, parent) = &entry.inline_sites[site as usize - 1];
            let library = file(pos.file).starts_with(gvm_bytecode::image::LIBRARY_ROOT);
            out.push(frame(name.clone(), pos, library, false));
            pos = *call;
            site = *parent;
        }
        let has = |flag| entry.flags & flag != 0;
        let (library, wrapper) = (has(func_flags::LIBRARY), has(func_flags::WRAPPER));
        out.push(frame(entry.name.clone(), pos, library, wrapper));
    }
}

//! Panics: raising, running deferred calls, recovering, and the end of the program.
//!
//! A panic runs the goroutine's deferred calls, last first, each on top of the frame that panicked,
//! with `panic.return` as its return address. When the call recovered, the stack is cut back to the
//! frame that deferred it, which goes on at its recovery pc.

use std::sync::atomic::Ordering;

use gvm_bytecode::op::Cell;
use gvm_runtime::cx::{Cx, Throw};
use gvm_runtime::event::field::End;
use gvm_runtime::event::happens;
use gvm_runtime::g::PanicRecord;
use gvm_runtime::machine::Exit;
use gvm_runtime::sched::traceback;

use crate::code::Code;
use crate::flow::Flow;
use crate::frame::{self, HEADER};

/// # Safety
/// `Cx::code` was set by `resume`.
#[inline(always)]
pub unsafe fn code(cx: &Cx) -> &'static Code {
    // SAFETY: the code lives as long as the machine, which outlives every resume.
    unsafe { &*cx.code.cast::<Code>() }
}

/// Turns what a handler, native or intrinsic threw into a panic at this instruction.
///
/// # Safety
/// (pc, fp) is where the current goroutine stands.
#[cold]
#[inline(never)]
pub unsafe fn thrown(pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Flow {
    // SAFETY: the caller's promise.
    unsafe {
        let throw = cx
            .throw
            .take()
            .unwrap_or_else(|| Throw::Fatal("internal error: nothing was thrown".into()));
        let own = &code(cx).own;
        let (typ, data) = match throw {
            Throw::Value(t, d) => (t, d),
            Throw::Fatal(text) => return fatal(&text, pc, fp, cx),
            Throw::RuntimeError(text) => error_value(cx, own.error_string, &text),
            Throw::PlainError(text) => error_value(cx, own.plain_error, &text),
            Throw::NilDereference => error_value(cx, own.error_string, NIL_TEXT),
            Throw::TypeAssertion { interface, concrete, asserted, missing } => {
                let Some(t) = own.assertion_error else {
                    return fatal("internal error: no TypeAssertionError", pc, fp, cx);
                };
                // The type is a pointer to a struct of four strings.
                let desc = code(cx).types.add(t as usize);
                let object = cx.alloc((*(*desc).elem).size as usize, (*desc).elem).cast::<u64>();
                for (i, s) in [interface, concrete, asserted, missing].iter().enumerate() {
                    *object.add(2 * i) = gvm_runtime::string::alloc_bytes(cx, s.as_bytes());
                    *object.add(2 * i + 1) = s.len() as u64;
                }
                (desc as u64, object as u64)
            }
        };
        raise(typ, data, pc, fp, cx)
    }
}

pub const NIL_TEXT: &str = "invalid memory address or nil pointer dereference";

/// A value of a string type of package runtime.
unsafe fn error_value(cx: &mut Cx, typ: Option<u32>, text: &str) -> (u64, u64) {
    // SAFETY: linked types; the new object has room for a string.
    unsafe {
        let own = &code(cx).own;
        let Some(t) = typ.or(own.string_type) else { return (0, 0) };
        let desc = code(cx).types.add(t as usize);
        let object = cx.alloc(16, desc).cast::<u64>();
        *object = gvm_runtime::string::alloc_bytes(cx, text.as_bytes());
        *object.add(1) = text.len() as u64;
        (desc as u64, object as u64)
    }
}

/// Starts a panic with an interface value.
///
/// # Safety
/// (pc, fp) is where the current goroutine stands.
#[cold]
#[inline(never)]
pub unsafe fn raise(typ: u64, data: u64, pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Flow {
    // SAFETY: the caller's promise.
    unsafe {
        let (mut typ, mut data) = (typ, data);
        if typ == 0
            && let Some(t) = code(cx).own.nil_error
        {
            // panic(nil): a *runtime.PanicNilError, as since Go 1.21.
            let desc = code(cx).types.add(t as usize);
            typ = desc as u64;
            data = cx.rt().zero_area() as u64;
        }
        let g = &mut *cx.g;
        if cx.rt().recording() {
            (g.pc, g.fp) = (pc.cast(), fp);
            cx.rt().trace(cx.m, |pen| {
                let value = pen.any(typ, data);
                let stack = pen.stack(g);
                pen.emit(happens::GoPanic { value, stack });
            });
        }
        g.panics.push(PanicRecord {
            type_word: typ,
            data,
            recovered: false,
            goexit: false,
            deferred_frame: 0,
            frame: frame::distance(g, fp),
            pc: pc as u64,
        });
        run_deferred(fp, cx)
    }
}

/// `runtime.Goexit`.
///
/// # Safety
/// (pc, fp) is where the current goroutine stands.
#[cold]
pub unsafe fn goexit(pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Flow {
    // SAFETY: the caller's promise.
    unsafe {
        let g = &mut *cx.g;
        if cx.rt().recording() {
            (g.pc, g.fp) = (pc.cast(), fp);
            cx.rt().trace(cx.m, |pen| {
                let stack = pen.stack(g);
                pen.emit(happens::GoExit { stack });
            });
        }
        g.panics.push(PanicRecord {
            type_word: 0,
            data: 0,
            recovered: false,
            goexit: true,
            deferred_frame: 0,
            frame: frame::distance(g, fp),
            pc: pc as u64,
        });
        run_deferred(fp, cx)
    }
}

/// Calls the next deferred function for the innermost panic, or ends the goroutine.
unsafe fn run_deferred(fp: *mut u64, cx: &mut Cx) -> Flow {
    // SAFETY: fp is the frame that panicked; the new frame lies above it.
    unsafe {
        let g = &mut *cx.g;
        let Some(d) = g.defers.pop() else {
            let goexit = g.panics.last().is_some_and(|p| p.goexit);
            if goexit {
                // A panic that the Goexit overtook is gone.
                g.panics.clear();
                return Flow::Leave(Exit::Finished);
            }
            return describe_next(fp, cx);
        };
        if let Some(p) = g.panics.last_mut() {
            // Where the deferring frame is, for the recovery.
            p.frame = d.frame;
        }
        let return_to = code(cx).panic_return();
        call_on_top(fp, d.closure, return_to, cx)
    }
}

/// Calls a closure without arguments in a new frame above `fp`, for the innermost panic.
unsafe fn call_on_top(fp: *mut u64, closure: u64, return_to: *const Cell, cx: &mut Cx) -> Flow {
    // SAFETY: the stack is grown until the frame fits.
    unsafe {
        if closure == 0 {
            // A deferred nil function panics when it is run.
            let (t, d) = error_value(cx, code(cx).own.error_string, NIL_TEXT);
            let pc = (*cx.g).panics.last().map_or(0, |p| p.pc) as *const Cell;
            return raise(t, d, pc, fp, cx);
        }
        let func = *(closure as *const u64) as u32;
        let info = code(cx).info(func);
        let here = code(cx).info(frame::func_of(fp));
        let w = here.frame_size as usize + HEADER;
        let mut fp = fp;
        if fp.add(w + info.frame_size as usize + 8) > cx.stack_end {
            match frame::grow(cx, fp, w + info.frame_size as usize + 8) {
                Some(f) => fp = f,
                None => return fatal("stack overflow", std::ptr::null(), fp, cx),
            }
        }
        let new = fp.add(w);
        *new.sub(3) = closure;
        *new.sub(2) = return_to as u64;
        *new.sub(1) = ((func as u64) << 32) | (8 * w as u64);
        let g = &mut *cx.g;
        let at = frame::distance(g, new);
        if let Some(p) = g.panics.last_mut() {
            p.deferred_frame = at;
        }
        Flow::Frame(info.code, new)
    }
}

/// `panic.return`: a deferred call that a panic made came back. `fp` is the frame that panicked.
///
/// # Safety
/// Reached only through the return address that `run_deferred` sets.
pub unsafe fn deferred_returned(fp: *mut u64, cx: &mut Cx) -> Flow {
    // SAFETY: the record that made the call is the innermost one.
    unsafe {
        let g = &mut *cx.g;
        let Some(p) = g.panics.last().copied() else { return Flow::Leave(Exit::Finished) };
        if !p.recovered {
            return run_deferred(fp, cx);
        }
        let target = g.stack.add(p.frame as usize);
        // Panics that ran above the frame that goes on are over; a Goexit below stays.
        while g
            .panics
            .last()
            .is_some_and(|q| q.deferred_frame > p.frame && (!q.goexit || q.recovered))
        {
            g.panics.pop();
        }
        if g.panics.last().is_some_and(|q| q.goexit && q.deferred_frame > p.frame) {
            // The recovered panic happened while Goexit ran deferred calls: Goexit goes on.
            return run_deferred(fp, cx);
        }
        let func = frame::func_of(target);
        let entry = code(cx).entry(func);
        match entry.recovery {
            Some(pc) => Flow::Frame(code(cx).info(func).code.add(pc as usize), target),
            None => {
                fatal("internal error: recovered frame has no recovery", std::ptr::null(), fp, cx)
            }
        }
    }
}

/// `recover()` called in frame `fp`: the value's two words.
///
/// # Safety
/// `fp` is the current frame.
pub unsafe fn recover(fp: *mut u64, cx: &mut Cx) -> (u64, u64) {
    // SAFETY: walks frames of the running goroutine.
    unsafe {
        let g = &mut *cx.g;
        let base = g.stack;
        let Some(p) = g.panics.last_mut() else { return (0, 0) };
        if p.recovered || p.goexit {
            return (0, 0);
        }
        let want = base.add(p.deferred_frame as usize);
        let mut f = fp;
        if code(cx).is_wrapper(frame::func_of(f)) {
            // `defer recover()`: recover is called by whoever runs the deferred calls. That may be
            // a deferred function at its end, but not a panic.
            if f == want || frame::return_pc(f) == code(cx).goexit() {
                return (0, 0);
            }
            f = frame::caller(f);
        }
        while f != want {
            if frame::return_pc(f) == code(cx).goexit() {
                return (0, 0);
            }
            f = frame::caller(f);
            if !code(cx).is_wrapper(frame::func_of(f)) {
                return (0, 0);
            }
        }
        p.recovered = true;
        let (typ, data) = (p.type_word, p.data);
        cx.rt().trace(cx.m, |pen| {
            let value = pen.any(typ, data);
            pen.emit(happens::GoRecover { value });
        });
        (p.type_word, p.data)
    }
}

/// Ends the program with a panic nobody recovered: the text of each value comes from Go code.
unsafe fn describe_next(fp: *mut u64, cx: &mut Cx) -> Flow {
    // SAFETY: fp is the frame that panicked; the describing call gets a frame above it.
    unsafe {
        let n = code(cx).own.texts.lock().len();
        let g = &mut *cx.g;
        let described = &code(cx).own.described;
        let known = described.load(Ordering::Relaxed);
        if known == 0 {
            described.store(g.panics.len(), Ordering::Relaxed);
        } else if let Some(p) = g.panics.get(known).copied() {
            // A value's own method panicked.
            let text = printing_panicked(p.type_word, p.data);
            return fatal(&text, p.pc as *const Cell, fp, cx);
        }
        let Some(p) = g.panics.get(n).copied() else { return unrecovered(fp, cx) };
        let Some(func) = code(cx).own.panic_text.filter(|_| !p.goexit) else {
            let text = plain_text(cx, p.type_word, p.data);
            code(cx).own.texts.lock().push(text);
            return describe_next(fp, cx);
        };
        let closure = code(cx).own.closures.as_ptr().add(func as usize) as u64;
        let flow = call_on_top(fp, closure, code(cx).panic_text(), cx);
        if let Flow::Frame(_, new) = flow {
            *new = p.type_word;
            *new.add(1) = p.data;
        }
        flow
    }
}

/// The fatal error of a panic in the method that gives a panic's value as text.
unsafe fn printing_panicked(typ: u64, data: u64) -> String {
    const TEXT: &str = "panic while printing panic value";
    // SAFETY: an interface value.
    unsafe {
        match (typ as *const gvm_runtime::desc::TypeDesc).as_ref() {
            Some(t) if t.string == "string" => {
                let s = data as *const u64;
                let value = gvm_runtime::string::bytes(*s, *s.add(1));
                format!("{TEXT}: {}", String::from_utf8_lossy(value))
            }
            Some(t) => format!("{TEXT}: type {}", t.string),
            None => TEXT.into(),
        }
    }
}

/// `panic.text`: the description of a panic's value is in the window above `fp`.
///
/// # Safety
/// Reached only through the return address that `describe_next` sets.
pub unsafe fn text_returned(fp: *mut u64, cx: &mut Cx) -> Flow {
    // SAFETY: the call left a string at its window.
    unsafe {
        let w = code(cx).info(frame::func_of(fp)).frame_size as usize + HEADER;
        let s = gvm_runtime::string::bytes(*fp.add(w), *fp.add(w + 1));
        let text = String::from_utf8_lossy(s).into_owned();
        code(cx).own.texts.lock().push(text);
        describe_next(fp, cx)
    }
}

/// A value's text when no Go code can make it: strings as they are, the rest by type.
unsafe fn plain_text(_: &Cx, typ: u64, data: u64) -> String {
    // SAFETY: an interface value.
    unsafe {
        let Some(t) = (typ as *const gvm_runtime::desc::TypeDesc).as_ref() else {
            return "nil".into();
        };
        use gvm_runtime::desc::TypeKind as K;
        match t.kind {
            K::String => {
                let s = data as *const u64;
                String::from_utf8_lossy(gvm_runtime::string::bytes(*s, *s.add(1))).into_owned()
            }
            K::Int => (*(data as *const i64)).to_string(),
            _ => format!("({}) {data:#x}", t.string),
        }
    }
}

/// Prints all panics and the goroutine's stack, and ends the program with status 2.
unsafe fn unrecovered(fp: *mut u64, cx: &mut Cx) -> Flow {
    // SAFETY: the goroutine stands at its innermost panic.
    unsafe {
        let texts = std::mem::take(&mut *code(cx).own.texts.lock());
        let g = &mut *cx.g;
        let mut out = String::new();
        let list: Vec<_> = g.panics.iter().zip(&texts).filter(|(p, _)| !p.goexit).collect();
        // gc has one value for each run-time error with a fixed text; here they are made anew.
        let own = &code(cx).own;
        let fixed = |word: u64| {
            [own.error_string, own.plain_error]
                .iter()
                .flatten()
                .any(|&t| std::ptr::from_ref(&own.types[t as usize]) as u64 == word)
        };
        let same = |i: usize, k: usize| {
            let ((p, text), (q, other)) = (list[i], list[k]);
            p.type_word == q.type_word && (p.data == q.data || fixed(p.type_word) && text == other)
        };
        let mut first = true;
        for (i, (p, text)) in list.iter().enumerate() {
            // A value that was recovered and panicked with again is printed once.
            let again = i + 1 < list.len() && same(i, i + 1);
            if p.recovered && again {
                continue;
            }
            let repanicked = i > 0 && list[i - 1].0.recovered && same(i - 1, i);
            if !first {
                out.push('\t');
            }
            first = false;
            out.push_str("panic: ");
            out.push_str(&text.replace('\n', "\n\t"));
            if repanicked {
                out.push_str(" [recovered, repanicked]");
            } else if p.recovered {
                out.push_str(" [recovered]");
            }
            out.push('\n');
        }
        if texts.iter().any(|t| t.ends_with(NIL_TEXT)) {
            let at = g.fault;
            out.push_str(&format!(
                "[signal SIGSEGV: segmentation violation code=0x1 addr={at:#x} pc=0x401000]\n"
            ));
        }
        let pc = g.panics.last().map_or(0, |p| p.pc) as *const Cell;
        g.fp = fp;
        g.pc = pc.cast();
        cx.rt().ends(End::Panic);
        end(cx, &out, Failure::Program)
    }
}

/// Whose failure ends the program; one of the runtime's own shows every goroutine.
#[derive(Clone, Copy, PartialEq)]
enum Failure {
    Program,
    Runtime,
}

/// Prints `text` and the current goroutine's traceback; status 2.
unsafe fn end(cx: &mut Cx, text: &str, failure: Failure) -> Flow {
    // SAFETY: g.fp and g.pc are set.
    unsafe {
        let rt = cx.rt();
        let level = rt.traceback.load(Ordering::Relaxed);
        let mut out = text.to_string();
        if level > 0 {
            out.push('\n');
            out.push_str(&match failure {
                Failure::Program => traceback::goroutine(rt, &*cx.g),
                Failure::Runtime => traceback::goroutine_of_throw(rt, &*cx.g),
            });
        }
        if level > 1 || level == 1 && failure == Failure::Runtime {
            out.push_str(&traceback::others(rt, cx.g));
        }
        rt.print_error(&out);
        rt.exit_code.store(2, Ordering::Relaxed);
    }
    Flow::Leave(Exit::Exit)
}

/// `fatal error: text`, which nothing recovers.
///
/// # Safety
/// (pc, fp) is where the current goroutine stands.
#[cold]
#[inline(never)]
pub unsafe fn fatal(text: &str, pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Flow {
    // SAFETY: the caller's promise.
    unsafe {
        (*cx.g).fp = fp;
        (*cx.g).pc = pc.cast();
        cx.rt().ends(End::Fatal);
        if text == "stack overflow" {
            let first = "runtime: goroutine stack exceeds 1000000000-byte limit\n";
            return end(cx, &format!("{first}fatal error: {text}\n"), Failure::Runtime);
        }
        end(cx, &format!("fatal error: {text}\n"), Failure::Program)
    }
}

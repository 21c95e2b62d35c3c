//! Everything that touches memory, through real bytecode against a model that is a list of bytes: loads, stores and
//! updates at the edges of their offsets and indices, addresses of elements, copies that overlap, globals,
//! strings; and each op that traps, with the text of its panic.
//!
//! As in `arithmetic.rs` a batch of cases is one program that leaves with status 2 at the first that differs.

use std::fmt::Write;

use gvm_bytecode::image::TypeId;
use gvm_bytecode::op::{Op, Result as Held};
use gvm_bytecode::operand::Need;
use gvm_bytecode::{Format, asm, verify};
use gvm_vm::{Loop, Options};

const LOOPS: [Loop; 3] = [Loop::Threaded, Loop::Match, Loop::Instrumented];

/// Types of every size that is copied; the first is the object that everything is done in.
const SIZES: [usize; 9] = [65_560, 1, 2, 3, 8, 16, 24, 100, 152];

const ERROR_TYPE: u32 = SIZES.len() as u32;

/// Slots: 3 result, 4 operand, 5 the object, 6 an address in it, 9 a length, 10 an index, 11 and 12 for looking.
fn head() -> String {
    let mut text = String::new();
    for (n, size) in SIZES.iter().enumerate() {
        let _ = writeln!(
            text,
            "type {n} struct \"main.bytes{size}\" size={size} align=1 boxed components=(0:ptr)"
        );
    }
    let _ = writeln!(
        text,
        "type {ERROR_TYPE} string \"runtime.errorString\" size=16 align=8 components=(0:ptr 8:i64) pointers=(0)"
    );
    text
}

/// The status and what was written to standard error.
fn run(text: &str, looping: Loop) -> (i32, String) {
    let mut image =
        asm::assemble(text).unwrap_or_else(|e| panic!("{e}: {:?}", text.lines().nth(e.line - 1)));
    // Otherwise there are no run-time errors to panic with.
    image.known_types.push(("runtime.errorString".into(), TypeId(ERROR_TYPE)));
    verify::image(&image).unwrap_or_else(|e| panic!("{e}"));
    let mut options = Options { looping, ..Options::default() };
    options.runtime.seed = Some(1);
    options.runtime.capture = true;
    let done = gvm_vm::run(image, options).expect("links");
    (done.status, String::from_utf8_lossy(&done.output[1]).into_owned())
}

/// Lines of a program under way; every case ends at a label of its own.
struct Program {
    text: String,
    cases: usize,
}

impl Program {
    fn new(globals: &str) -> Program {
        let text = format!(
            "{}{globals}entry 0\nfunc main frame=40\n    new 5, @0 {{}}\n    const 9, #8195\n",
            head()
        );
        Program { text, cases: 0 }
    }
    fn line(&mut self, line: std::fmt::Arguments) {
        let _ = writeln!(self.text, "    {line}");
    }
    fn put(&mut self, word: usize, value: u64) {
        self.line(format_args!("const 10, #{word}"));
        self.line(format_args!("const.64 11, #{value:#x}"));
        self.line(format_args!("idx.st.64 11, 5[10] < 9"));
    }
    /// The same without an index.
    fn put_plain(&mut self, word: usize, value: u64) {
        self.line(format_args!("const.64 11, #{value:#x}"));
        self.line(format_args!("st.64 11, [5 + {}]", 8 * word));
    }
    /// The slot holds this.
    fn want(&mut self, slot: u16, value: u64) {
        let n = self.cases;
        self.cases += 1;
        self.line(format_args!("const.64 12, #{value:#x}"));
        self.line(format_args!("jeq {slot}, 12 -> right.{n}"));
        self.line(format_args!("jmp -> bad"));
        let _ = writeln!(self.text, "  right.{n}:\n    nop {{5}}");
    }
    fn want_word(&mut self, word: usize, value: u64, plain: bool) {
        if plain {
            self.line(format_args!("ld.64 11, [5 + {}]", 8 * word));
        } else {
            self.line(format_args!("const 10, #{word}"));
            self.line(format_args!("idx.ld.64 11, 5[10] < 9"));
        }
        self.want(11, value);
    }
    fn holds(mut self, what: &str) {
        assert!(self.cases > 0, "{what}: no case");
        self.text += "    ret\n  bad:\n    const 1, #0\n    div 1, 1, 1\n    ret\n";
        for looping in LOOPS {
            let (status, err) = run(&self.text, looping);
            assert_eq!(status, 0, "{what} in {looping:?}: {err}");
        }
    }
}

fn size_of(op: Op) -> usize {
    match op {
        Op::Ld8 | Op::Ld8U | Op::St8 | Op::IdxLd8 | Op::IdxLd8U | Op::IdxSt8 => 1,
        Op::Ld16 | Op::Ld16U | Op::St16 | Op::IdxLd16 | Op::IdxLd16U | Op::IdxSt16 => 2,
        Op::Ld32 | Op::Ld32U | Op::St32 | Op::IdxLd32 | Op::IdxLd32U | Op::IdxSt32 => 4,
        _ => 8,
    }
}

/// What an op leaves in its result and in the bytes it is about, given its operand.
fn model(op: Op, memory: &mut [u8], x: u64) -> Option<u64> {
    let size = memory.len();
    let mut word = [0; 8];
    word[..size].copy_from_slice(memory);
    let m = u64::from_le_bytes(word);
    let signed = |bits: u32| (m as i128 - ((m >> (bits - 1)) as i128) * (1i128 << bits)) as u64;
    let float = |f: fn(f64, f64) -> f64| f(f64::from_bits(m), f64::from_bits(x)).to_bits();
    let stored = match op {
        Op::Ld8 | Op::IdxLd8 => return Some(signed(8)),
        Op::Ld16 | Op::IdxLd16 => return Some(signed(16)),
        Op::Ld32 | Op::IdxLd32 => return Some(signed(32)),
        Op::Ld8U | Op::Ld16U | Op::Ld32U | Op::Ld64 | Op::LdP => return Some(m),
        Op::IdxLd8U | Op::IdxLd16U | Op::IdxLd32U | Op::IdxLd64 | Op::IdxLdP => return Some(m),
        Op::AddFM => return Some(float(|m, x| x + m)),
        Op::SubFM => return Some(float(|m, x| x - m)),
        Op::SubMF => return Some(float(|m, x| m - x)),
        Op::MulFM => return Some(float(|m, x| x * m)),
        Op::AddTo | Op::AddToI | Op::IdxAddTo => (m as u128 + x as u128) as u64,
        Op::SubTo | Op::IdxSubTo => (m as i128 - x as i128) as u64,
        Op::AddToF | Op::IdxAddToF => float(|m, x| m + x),
        Op::SubToF | Op::IdxSubToF => float(|m, x| m - x),
        _ => x,
    };
    memory.copy_from_slice(&stored.to_le_bytes()[..size]);
    None
}

fn is_access(op: Op) -> bool {
    use Format as F;
    matches!(op.format(), F::DSO | F::SSO | F::ISO | F::DSOX | F::IndexLoad | F::IndexStore)
}

/// The instruction, at `[6 + offset]` or with index 10 below 9.
fn instruction(op: Op, offset: usize, x: u64) -> String {
    let name = op.mnemonic();
    match op.format() {
        Format::DSO => format!("{name} 3, [6 + {offset}]"),
        Format::SSO => format!("{name} 4, [6 + {offset}]"),
        Format::ISO => format!("{name} #{}, [6 + {offset}]", x as i64),
        Format::DSOX => format!("{name} 3, 4, [6 + {offset}]"),
        Format::IndexLoad => format!("{name} 3, 5[10] < 9"),
        _ => format!("{name} 4, 5[10] < 9"),
    }
}

fn is_indexed(op: Op) -> bool {
    matches!(op.format(), Format::IndexLoad | Format::IndexStore)
}

/// One access at a byte of the object, with the words around it before.
fn access(p: &mut Program, op: Op, at: usize, base: usize, before: [u64; 3], x: u64) {
    let first = at / 8 - 1;
    let mut bytes: Vec<u8> = before.iter().flat_map(|w| w.to_le_bytes()).collect();
    let from = at - 8 * first;
    let result = model(op, &mut bytes[from..from + size_of(op)], x);
    let plain = is_indexed(op);
    for (n, &w) in before.iter().enumerate() {
        if plain { p.put_plain(first + n, w) } else { p.put(first + n, w) }
    }
    p.line(format_args!("const.64 4, #{x:#x}"));
    if op.stored_need() == Need::Pointer {
        p.line(format_args!("bits.ptr 4, 4"));
    }
    if plain {
        let index = at / size_of(op);
        p.line(format_args!("const 10, #{index}"));
        p.line(format_args!("const 9, #{}", index + 1));
    } else {
        p.line(format_args!("add.pi 6, 5, #{base}"));
    }
    p.line(format_args!("{}", instruction(op, at - base, x)));
    if op.result() == Held::Pointer {
        p.line(format_args!("ptr.bits 3, 3"));
    }
    if let Some(want) = result {
        p.want(3, want);
    }
    for (n, w) in bytes.chunks(8).enumerate() {
        p.want_word(first + n, u64::from_le_bytes(w.try_into().expect("a word")), plain);
    }
}

#[test]
fn accesses_are_as_the_model() {
    let floats = [1.5f64, -2.25, 0.0, 1e300, -1e-300, f64::INFINITY].map(f64::to_bits);
    let words = [0x8182_8384_8586_8788, 0x0102_0304_0506_0708, 0, !0, 1 << 63];
    let mut ops = 0;
    for &op in Op::ALL.iter().filter(|&&op| is_access(op)) {
        ops += 1;
        let mut p = Program::new("");
        let float = op.mnemonic().contains(['f', 'F']);
        let values = if float { &floats[..] } else { &words[..] };
        for (n, near) in
            [8, 16, 120, 128, 248, 256, 264, 2040, 4096, 32_760, 32_768, 65_520].iter().enumerate()
        {
            for at in (*near..near + 8).step_by(size_of(op)) {
                let base = if n % 2 == 0 { 0 } else { 8 };
                let (m, x) = (values[n % values.len()], values[(n + at) % values.len()]);
                let x = if op.format() == Format::ISO { x as i16 as u64 } else { x };
                access(&mut p, op, at, base, [words[0], m, words[1]], x);
            }
        }
        // Every pair of values, at one place.
        for &m in values {
            for &x in values {
                let x = if op.format() == Format::ISO { x as i16 as u64 } else { x };
                // Two infinities may make what equals nothing.
                if !float || f64::from_bits(m).is_finite() && f64::from_bits(x).is_finite() {
                    access(&mut p, op, 256, 0, [!0, m, 0], x);
                }
            }
        }
        p.holds(op.mnemonic());
    }
    assert!(ops >= 39, "only {ops} ops are accesses");
}

#[test]
fn addresses_of_elements_and_slices() {
    let mut p = Program::new("");
    p.line(format_args!("ptr.bits 20, 5"));
    let sizes = [0u64, 1, 3, 8, 24, 255, 256, 65_535, 65_536, 0x12_3458];
    for size in sizes {
        for index in [0u64, 1, 2, 255, 256, 65_536, 0x7fff_ffff] {
            p.line(format_args!("const.64 10, #{index:#x}"));
            p.line(format_args!("const.64 4, #{:#x}", index + 1));
            p.line(format_args!("idx.addr 6, 5[10] < 4 * {size}"));
            p.line(format_args!("ptr.bits 3, 6"));
            p.line(format_args!("sub 3, 3, 20"));
            p.want(3, index * size);
            for capacity in [0u64, 1, 1 << 40] {
                p.line(format_args!("const.64 4, #{capacity:#x}"));
                p.line(format_args!("slice.ptr 6, 5 + 10 * {size} cap 4"));
                p.line(format_args!("ptr.bits 3, 6"));
                p.line(format_args!("sub 3, 3, 20"));
                p.want(3, if capacity == 0 { 0 } else { index * size });
            }
        }
    }
    p.holds("addresses");
}

/// A word of bytes that are all different from their neighbours.
fn pattern(word: usize) -> u64 {
    u64::from_le_bytes(std::array::from_fn(|i| (8 * word + i) as u8 ^ 0xa5))
}

#[test]
fn copies_zeroes_and_moves() {
    const WORDS: usize = 44;
    let mut p = Program::new("");
    let mut all = |lines: &str, change: &dyn Fn(&mut [u8])| {
        let mut bytes: Vec<u8> = (0..WORDS).flat_map(|w| pattern(w).to_le_bytes()).collect();
        (0..WORDS).for_each(|w| p.put(w, pattern(w)));
        p.line(format_args!("{lines}"));
        change(&mut bytes);
        for (w, b) in bytes.chunks(8).enumerate() {
            p.want_word(w, u64::from_le_bytes(b.try_into().expect("a word")), false);
        }
    };
    for (typ, &size) in SIZES.iter().enumerate().skip(1) {
        for (to, from) in [(160, 0), (0, 160), (9, 8), (8, 9), (3, 70), (64, 64), (101, 1)] {
            all(
                &format!("add.pi 6, 5, #{to}\n    add.pi 7, 5, #{from}\n    copy 6, 7 type {typ}"),
                &|b| b.copy_within(from..from + size, to),
            );
        }
        for to in [0, 1, 8, 60] {
            all(&format!("add.pi 6, 5, #{to}\n    zero 6 type {typ}"), &|b| {
                b[to..to + size].fill(0)
            });
        }
    }
    for (to, from, n) in
        [(20, 21, 5), (21, 20, 5), (20, 24, 4), (26, 20, 1), (20, 22, 8), (22, 20, 8)]
    {
        let mut slots: Vec<u64> = (0..12).map(pattern).collect();
        for (i, v) in slots.iter().enumerate() {
            p.line(format_args!("const.64 {}, #{v:#x}", 20 + i));
        }
        p.line(format_args!("mov.n {to}, {from}, x{n}"));
        slots.copy_within(from - 20..from - 20 + n, to - 20);
        for (i, v) in slots.iter().enumerate() {
            p.want(20 + i as u16, *v);
        }
    }
    p.holds("copies");
}

#[test]
fn globals_far_and_near() {
    // Pairs of a number and a pointer, also beyond what 16 bits reach.
    let places = [0u64, 16, 240, 256, 32_752, 65_520, 65_536, 65_552, 131_072, 200_000];
    let mut declared = String::from(
        "type 10 int \"int\" size=8 align=8 components=(0:i64)\n\
         type 11 unsafe.Pointer \"unsafe.Pointer\" size=8 align=8 direct components=(0:ptr) pointers=(0)\n\
         globals 200016\n",
    );
    for at in places {
        let _ = writeln!(declared, "global n{at} type=10 offset={at}");
        let _ = writeln!(declared, "global p{at} type=11 offset={}", at + 8);
    }
    let mut p = Program::new(&declared);
    for at in places {
        p.line(format_args!("const.64 3, #{:#x}", pattern(at as usize)));
        p.line(format_args!("global.st 3, @{at}"));
        p.line(format_args!("const.64 3, #{:#x}", at + 0x1_0000_0000));
        p.line(format_args!("bits.ptr 6, 3"));
        p.line(format_args!("global.stp 6, @{}", at + 8));
    }
    for at in places {
        p.line(format_args!("global.ld 3, @{at}"));
        p.want(3, pattern(at as usize));
        p.line(format_args!("global.ldp 6, @{}", at + 8));
        p.line(format_args!("ptr.bits 3, 6"));
        p.want(3, at + 0x1_0000_0000);
        p.line(format_args!("global 6, @{at}"));
        p.line(format_args!("ld.64 3, [6 + 0]"));
        p.want(3, pattern(at as usize));
    }
    // Nothing that a collection would look at stays behind.
    p.line(format_args!("nil 6"));
    for at in places {
        p.line(format_args!("global.stp 6, @{}", at + 8));
    }
    p.holds("globals");
}

#[test]
fn strings_are_equal_by_their_bytes() {
    let mut p = Program::new("");
    // Three times the same words, then one whose last byte differs.
    let text = |w: usize| pattern(w % 3) ^ if w == 11 { 1 << 63 } else { 0 };
    (0..12).for_each(|w| p.put(w, text(w)));
    let bytes: Vec<u8> = (0..12).flat_map(|w| text(w).to_le_bytes()).collect();
    for (a, b) in [(0usize, 24usize), (0, 0), (24, 72), (0, 1), (48, 72), (72, 0)] {
        for n in [0usize, 1, 7, 8, 9, 16, 23, 24] {
            for m in [0usize, 1, 8, 23, 24] {
                p.line(format_args!("add.pi 6, 5, #{a}\n    add.pi 7, 5, #{b}"));
                p.line(format_args!("const 10, #{n}\n    const 11, #{m}"));
                p.line(format_args!("str.eq 3, (6, 10), (7, 11)"));
                p.want(3, u64::from(bytes[a..a + n] == bytes[b..b + m]));
            }
        }
    }
    p.line(format_args!("nil 6\n    nil 7\n    const 10, #0\n    const 11, #0"));
    p.line(format_args!("str.eq 3, (6, 10), (7, 11)"));
    p.want(3, 1);
    p.holds("str.eq");
}

/// The program panics with this run-time error when it comes to the instruction; it gets no further.
fn traps(setup: &str, instruction: &str, text: &str, looping: Loop) {
    let program = format!(
        "{}entry 0\nfunc main frame=40\n    new 5, @0 {{}}\n{setup}    {instruction}\n    ret\n",
        head()
    );
    let (status, err) = run(&program, looping);
    let first = err.lines().next().unwrap_or_default();
    // The library's `Error` puts "runtime error: " before it.
    let want = format!("panic: {text}");
    assert!(
        status == 2 && first == want,
        "{instruction} in {looping:?} after\n{setup}status {status}, {first:?}, not {want:?}"
    );
}

#[test]
fn nil_is_noticed_by_every_access() {
    const NIL: &str = "invalid memory address or nil pointer dereference";
    let setup = |base: u64| {
        format!("    const 6, #{base}\n    bits.ptr 6, 6\n    const 4, #0\n    bits.ptr 7, 4\n")
    };
    for looping in LOOPS {
        for base in [0, 1, 4095] {
            for &op in Op::ALL.iter().filter(|&&op| is_access(op) && !is_indexed(op)) {
                let mut text = instruction(op, 8, 1);
                if op.stored_need() == Need::Pointer {
                    text = text.replace(" 4,", " 7,");
                }
                traps(&setup(base), &text, NIL, looping);
            }
            let others = [
                "nil.check 6",
                "copy 6, 5 type 4",
                "copy 5, 6 type 4",
                "zero 6 type 4",
                "call.closure 6 w20 ( -> )\n    nop {}",
            ];
            for text in others {
                traps(&setup(base), text, NIL, looping);
            }
        }
    }
}

#[test]
fn indices_are_checked_by_every_access() {
    let cases: [(i64, i64); 6] = [(0, 0), (3, 3), (4, 3), (-1, 3), (i64::MIN, 3), (1 << 32, 7)];
    for looping in LOOPS {
        for (index, length) in cases {
            let text = match index {
                ..0 => format!("index out of range [{index}]"),
                _ => format!("index out of range [{index}] with length {length}"),
            };
            let setup = format!(
                "    const.64 10, #{:#x}\n    const 9, #{length}\n    const 4, #0\n    bits.ptr 7, 4\n",
                index as u64
            );
            for &op in Op::ALL.iter().filter(|&&op| is_indexed(op)) {
                let mut line = instruction(op, 0, 0);
                if op.stored_need() == Need::Pointer {
                    line = line.replace(" 4,", " 7,");
                }
                traps(&setup, &line, &text, looping);
            }
            traps(&setup, "idx.addr 6, 5[10] < 9 * 8", &text, looping);
        }
    }
}

#[test]
fn arithmetic_that_panics() {
    for looping in LOOPS {
        for op in ["div", "div.u", "rem", "rem.u"] {
            for x in [0i64, 7, -7, i64::MIN] {
                let setup = format!("    const.64 1, #{:#x}\n    const 2, #0\n", x as u64);
                traps(&setup, &format!("{op} 3, 1, 2"), "integer divide by zero", looping);
            }
        }
        for x in [-1i64, -64, i64::MIN] {
            let setup = format!("    const.64 1, #{:#x}\n", x as u64);
            traps(&setup, "shift.check 1", "negative shift amount", looping);
        }
    }
}

/// The text of Go's error for these bounds, or none: they are right.
fn bounds_error(kind: u16, lo: i64, hi: i64, max: i64, limit: i64) -> Option<String> {
    let noun = if kind % 2 == 1 { "length" } else { "capacity" };
    let beyond = |x: i64, limit: i64| x < 0 || x > limit;
    let range = if kind < 2 {
        match () {
            _ if hi < 0 => format!("[:{hi}]"),
            _ if hi > limit => format!("[:{hi}] with {noun} {limit}"),
            _ if lo < 0 => format!("[{lo}:]"),
            _ if lo > hi => format!("[{lo}:{hi}]"),
            _ => return None,
        }
    } else if beyond(max, limit) {
        if max < 0 { format!("[::{max}]") } else { format!("[::{max}] with {noun} {limit}") }
    } else if beyond(hi, max) {
        if hi < 0 { format!("[:{hi}:]") } else { format!("[:{hi}:{max}]") }
    } else if beyond(lo, hi) {
        if lo < 0 { format!("[{lo}::]") } else { format!("[{lo}:{hi}:]") }
    } else {
        return None;
    };
    Some(format!("slice bounds out of range {range}"))
}

#[test]
fn bounds_of_slices() {
    let mut p = Program::new("");
    let values = [0, 1, 3, 4, -1, i64::MIN];
    for kind in 0..4u16 {
        for limit in [0, 3] {
            for lo in values {
                for hi in values {
                    for max in values {
                        // With two indices the limit stands in for the third.
                        if kind < 2 && max != limit {
                            continue;
                        }
                        let setup = [lo, hi, max, limit]
                            .iter()
                            .enumerate()
                            .map(|(n, &v)| format!("    const.64 {}, #{:#x}\n", 20 + n, v as u64))
                            .collect::<String>();
                        let line = format!("slice.check 20 <= 21 <= 22 <= 23 kind {kind}");
                        match bounds_error(kind, lo, hi, max, limit) {
                            Some(text) => traps(&setup, &line, &text, Loop::Threaded),
                            None => {
                                p.text += &setup;
                                p.line(format_args!("{line}"));
                                p.want(20, lo as u64);
                            }
                        }
                    }
                }
            }
        }
    }
    p.holds("slice.check");
}

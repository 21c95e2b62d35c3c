//! Natives of package encoding/json: the scanner of JSON text (RFC 8259) and the texts of strings and
//! numbers. What they know of types and values they share with package reflect.
//!
//! The scanner turns text into a tape of tokens. It never works on more than [`STEP`] bytes and one
//! token a call, and never writes beyond the room that the Go side gave it.

use super::{reflect, value};
use crate::cx::{Cx, Status};
use crate::native::{NativeDecl, leaf};

/// After so many bytes a call of `scan` comes back, so that a goroutine can be stopped.
const STEP: usize = 1 << 15;

/// More nesting is refused.
const DEEPEST: i64 = 10_000;

/// A token as the Go side has it: kind (the first character), flags and place in `word`; in `end` the
/// place behind it, of an opening bracket the index of its closing one (while that is not known, the
/// index of the next open bracket outwards).
#[repr(C)]
#[derive(Clone, Copy)]
struct Token {
    word: u64,
    end: i64,
}

mod flag {
    /// A string with escapes.
    pub const ESCAPED: u64 = 1 << 8;
    /// A string with bytes that are not UTF-8.
    pub const BROKEN: u64 = 2 << 8;
    /// A string that is a member's name.
    pub const KEY: u64 = 4 << 8;
    /// A number without fraction and exponent.
    pub const WHOLE: u64 = 1 << 8;
}

/// The Go side's `scanner`.
#[repr(C)]
struct Scanner {
    pos: i64,
    mode: i64,
    /// The innermost open bracket, or -1.
    open: i64,
    depth: i64,
    tape: *mut Token,
    len: i64,
    cap: i64,
    fault: i64,
    at: i64,
}

// What may come next.
const VALUE: i64 = 0;
const FIRST_ELEMENT: i64 = 1;
const FIRST_KEY: i64 = 2;
const KEY: i64 = 3;
const COLON: i64 = 4;
const AFTER: i64 = 5;
const END: i64 = 6;

// How a call ends.
const DONE: u64 = 0;
const MORE: u64 = 1;
const ROOM: u64 = 2;
const AGAIN: u64 = 3;
const FAULT: u64 = 4;

// Faults.
const EOF: i64 = 1;
const NO_VALUE: i64 = 2;
const NO_KEY: i64 = 3;
const AFTER_KEY: i64 = 4;
const AFTER_ELEMENT: i64 = 5;
const AFTER_PAIR: i64 = 6;
const AFTER_ALL: i64 = 7;
const LITERAL: i64 = 8;
const IN_STRING: i64 = 9;
const NUMBER: i64 = 10;
const ESCAPE: i64 = 11;
const TOO_DEEP: i64 = 12;

// What the Go side asks for.
const AT_EOF: u64 = 1;
const ONE_TOKEN: u64 = 2;
const TO_THE_END: u64 = 4;

/// A token could not be read: its text stops at `at` (more may come), or is wrong there.
enum Stop {
    Short(usize),
    Wrong(i64, usize),
}

fn blank(c: u8) -> bool {
    matches!(c, b' ' | b'\t' | b'\n' | b'\r')
}

fn literal(data: &[u8], from: usize, word: &[u8]) -> Result<usize, Stop> {
    for (i, &c) in word.iter().enumerate() {
        match data.get(from + i) {
            None => return Err(Stop::Short(from + i)),
            Some(&d) if d != c => return Err(Stop::Wrong(LITERAL, from + i)),
            Some(_) => {}
        }
    }
    Ok(from + word.len())
}

/// Where the number ends, and its flags.
fn number(data: &[u8], from: usize) -> Result<(usize, u64), Stop> {
    let digits = |mut i: usize| match data.get(i) {
        None => Err(Stop::Short(from)),
        Some(c) if !c.is_ascii_digit() => Err(Stop::Wrong(NUMBER, i)),
        Some(_) => {
            while data.get(i).is_some_and(u8::is_ascii_digit) {
                i += 1;
            }
            Ok(i)
        }
    };
    let mut i = from + usize::from(data[from] == b'-');
    let mut flags = flag::WHOLE;
    i = if data.get(i) == Some(&b'0') { i + 1 } else { digits(i)? };
    if data.get(i) == Some(&b'.') {
        flags = 0;
        i = digits(i + 1)?;
    }
    if matches!(data.get(i), Some(b'e' | b'E')) {
        flags = 0;
        i += 1;
        i += usize::from(matches!(data.get(i), Some(b'+' | b'-')));
        i = digits(i)?;
    }
    Ok((i, flags))
}

/// Whether bytes at the end of the data may be the start of a character.
fn is_start(b: &[u8]) -> bool {
    let more = match b[0] {
        0xc2..=0xdf => 1,
        0xe0..=0xef => 2,
        0xf0..=0xf4 => 3,
        _ => return false,
    };
    b.len() <= more
        && (b.len() < 2
            || match b[0] {
                0xe0 => (0xa0..=0xbf).contains(&b[1]),
                0xed => (0x80..=0x9f).contains(&b[1]),
                0xf0 => (0x90..=0xbf).contains(&b[1]),
                0xf4 => (0x80..=0x8f).contains(&b[1]),
                _ => b[1] & 0xc0 == 0x80,
            })
        && b[2.min(b.len())..].iter().all(|c| c & 0xc0 == 0x80)
}

/// Where the string that starts at `from` ends, and its flags.
fn string(data: &[u8], from: usize) -> Result<(usize, u64), Stop> {
    let mut i = from + 1;
    let mut flags = 0;
    loop {
        while i < data.len() && !matches!(data[i], 0..=0x1f | b'"' | b'\\' | 0x80..) {
            i += 1;
        }
        let Some(&c) = data.get(i) else { return Err(Stop::Short(i)) };
        match c {
            b'"' => return Ok((i + 1, flags)),
            b'\\' => {
                flags |= flag::ESCAPED;
                match data.get(i + 1) {
                    None => return Err(Stop::Short(i)),
                    Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => i += 2,
                    Some(b'u') => {
                        for k in i + 2..i + 6 {
                            match data.get(k) {
                                None => return Err(Stop::Short(i)),
                                Some(c) if !c.is_ascii_hexdigit() => {
                                    return Err(Stop::Wrong(ESCAPE, i));
                                }
                                Some(_) => {}
                            }
                        }
                        i += 6;
                    }
                    Some(_) => return Err(Stop::Wrong(ESCAPE, i)),
                }
            }
            0x80.. => {
                let (r, size) = crate::string::decode(&data[i..]);
                if r == 0xfffd && size == 1 {
                    if is_start(&data[i..]) {
                        return Err(Stop::Short(i));
                    }
                    flags |= flag::BROKEN;
                }
                i += size;
            }
            _ => return Err(Stop::Wrong(IN_STRING, i)),
        }
    }
}

impl Scanner {
    /// # Safety
    /// `tape` has room for `cap` tokens.
    unsafe fn push(&mut self, word: u64, end: i64) {
        debug_assert!(self.len < self.cap);
        // SAFETY: the caller looked whether there is room.
        unsafe { *self.tape.add(self.len as usize) = Token { word, end } };
        self.len += 1;
    }

    fn fault(&mut self, fault: i64, at: usize) -> u64 {
        self.fault = fault;
        self.at = at as i64;
        FAULT
    }

    fn value_done(&mut self) {
        self.mode = if self.open < 0 { END } else { AFTER };
    }

    /// # Safety
    /// As `push`; `open` is a token's index or -1.
    unsafe fn run(&mut self, data: &[u8], wish: u64) -> u64 {
        let start = self.pos as usize;
        let mut pos = start;
        loop {
            if self.mode == END && wish & TO_THE_END == 0 {
                return DONE;
            }
            while pos < data.len() && blank(data[pos]) {
                pos += 1;
            }
            self.pos = pos as i64;
            let Some(&c) = data.get(pos) else {
                return match self.mode {
                    END => DONE,
                    _ if wish & AT_EOF != 0 => self.fault(EOF, pos),
                    _ => MORE,
                };
            };
            if self.len == self.cap {
                return ROOM;
            }
            if pos - start > STEP {
                return AGAIN;
            }
            let kind = match self.open {
                -1 => 0,
                // SAFETY: an open bracket's token.
                open => unsafe { (*self.tape.add(open as usize)).word as u8 },
            };
            let here = (pos as u64) << 16;
            let closes = match self.mode {
                FIRST_ELEMENT => c == b']',
                FIRST_KEY => c == b'}',
                AFTER => c == if kind == b'{' { b'}' } else { b']' },
                _ => false,
            };
            if closes {
                // SAFETY: there is room, and `open` is a token's index as something is open.
                unsafe {
                    let open = &mut *self.tape.add(self.open as usize);
                    let outer = open.end;
                    open.end = self.len;
                    self.push(here | u64::from(c), pos as i64 + 1);
                    self.open = outer;
                }
                self.depth -= 1;
                pos += 1;
                self.pos = pos as i64;
                self.value_done();
                if wish & ONE_TOKEN != 0 {
                    return DONE;
                }
                continue;
            }
            match self.mode {
                AFTER if c == b',' => {
                    self.mode = if kind == b'{' { KEY } else { VALUE };
                    pos += 1;
                    continue;
                }
                AFTER if kind == b'{' => return self.fault(AFTER_PAIR, pos),
                AFTER => return self.fault(AFTER_ELEMENT, pos),
                COLON if c == b':' => {
                    self.mode = VALUE;
                    pos += 1;
                    continue;
                }
                COLON => return self.fault(AFTER_KEY, pos),
                FIRST_KEY | KEY if c != b'"' => return self.fault(NO_KEY, pos),
                END => return self.fault(AFTER_ALL, pos),
                _ => {}
            }
            let token = match c {
                b'"' => string(data, pos),
                b'-' | b'0'..=b'9' => number(data, pos),
                b'n' => literal(data, pos, b"null").map(|end| (end, 0)),
                b't' => literal(data, pos, b"true").map(|end| (end, 0)),
                b'f' => literal(data, pos, b"false").map(|end| (end, 0)),
                b'{' | b'[' => {
                    if self.depth == DEEPEST {
                        return self.fault(TOO_DEEP, pos);
                    }
                    let outer = self.open;
                    self.open = self.len;
                    // SAFETY: there is room.
                    unsafe { self.push(here | u64::from(c), outer) };
                    self.depth += 1;
                    self.mode = if c == b'{' { FIRST_KEY } else { FIRST_ELEMENT };
                    pos += 1;
                    self.pos = pos as i64;
                    if wish & ONE_TOKEN != 0 {
                        return DONE;
                    }
                    continue;
                }
                _ => return self.fault(NO_VALUE, pos),
            };
            let (end, flags) = match token {
                Ok(token) => token,
                Err(Stop::Wrong(fault, at)) => return self.fault(fault, at),
                Err(Stop::Short(at)) if wish & AT_EOF != 0 => return self.fault(EOF, at),
                Err(Stop::Short(_)) => return MORE,
            };
            let numeric = c == b'-' || c.is_ascii_digit();
            // A number's end is known when something follows.
            if end == data.len() && numeric && wish & AT_EOF == 0 {
                return MORE;
            }
            let is_key = matches!(self.mode, FIRST_KEY | KEY);
            let kind = if numeric { b'0' } else { c };
            let flags = flags | if is_key { flag::KEY } else { 0 };
            // SAFETY: there is room.
            unsafe { self.push(here | flags | u64::from(kind), end as i64) };
            pos = end;
            self.pos = pos as i64;
            if is_key {
                self.mode = COLON;
            } else {
                self.value_done();
            }
            if wish & ONE_TOKEN != 0 {
                return DONE;
            }
        }
    }
}

unsafe fn scan(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a slice of bytes, the address of a `scanner` whose tape nobody else writes to, a number.
    unsafe {
        let data = crate::string::bytes(*w, *w.add(1));
        let s = &mut *(*w.add(3) as *mut Scanner);
        // `pos` is the Go side's.
        *w = if s.pos as u64 > data.len() as u64 { FAULT } else { s.run(data, *w.add(4)) };
    }
    Status::Done
}

fn hex4(s: &[u8]) -> u32 {
    s.iter().fold(0, |n, &c| n << 4 | char::from(c).to_digit(16).unwrap_or(0))
}

/// The string that text between quotes stands for. The text was scanned; what is not UTF-8, and halves of
/// surrogate pairs, become U+FFFD.
fn unescape(s: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(s.len());
    let mut i = 0;
    while i < s.len() {
        match s[i] {
            b'\\' if i + 1 < s.len() => {
                let c = s[i + 1];
                if c == b'u' && i + 6 <= s.len() {
                    let mut r = hex4(&s[i + 2..i + 6]);
                    i += 6;
                    if (0xd800..0xdc00).contains(&r)
                        && i + 6 <= s.len()
                        && s[i..].starts_with(b"\\u")
                    {
                        let low = hex4(&s[i + 2..i + 6]);
                        if (0xdc00..0xe000).contains(&low) {
                            r = 0x10000 + ((r - 0xd800) << 10) + (low - 0xdc00);
                            i += 6;
                        }
                    }
                    let c = char::from_u32(r).unwrap_or('\u{fffd}');
                    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                    continue;
                }
                out.push(match c {
                    b'b' => 8,
                    b'f' => 12,
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    c => c,
                });
                i += 2;
            }
            0x80.. => {
                let (r, size) = crate::string::decode(&s[i..]);
                if r == 0xfffd && size == 1 {
                    out.extend_from_slice("\u{fffd}".as_bytes());
                } else {
                    out.extend_from_slice(&s[i..i + size]);
                }
                i += size;
            }
            c => {
                out.push(c);
                i += 1;
            }
        }
    }
    out
}

/// The bytes of a token: data, word and end are in the window.
unsafe fn token_bytes<'d>(w: *mut u64) -> &'d [u8] {
    // SAFETY: a slice and two numbers.
    unsafe {
        let data = crate::string::bytes(*w, *w.add(1));
        data.get((*w.add(3) >> 16) as usize..*w.add(4) as usize).unwrap_or(&[])
    }
}

unsafe fn text(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a slice of bytes and a string's token; room for a string.
    unsafe {
        let s = token_bytes(w);
        let inner = s.get(1..s.len().wrapping_sub(1)).unwrap_or(&[]);
        if *w.add(3) & (flag::ESCAPED | flag::BROKEN) == 0 {
            crate::string::put(cx, w, inner);
        } else {
            crate::string::put(cx, w, &unescape(inner));
        }
    }
    Status::Done
}

unsafe fn float(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a slice of bytes, a number's token, a size in bits; room for two results.
    unsafe {
        let s = std::str::from_utf8(token_bytes(w)).unwrap_or_default();
        let (f, great) = super::strconv::parse_float_bits(s, *w.add(5) as u32);
        *w = f.to_bits();
        *w.add(1) = u64::from(great);
    }
    Status::Done
}

/// The whole number that the text is: whether it is negative, its absolute value. `None` when it does not
/// fit 64 bits.
fn whole(s: &[u8]) -> Option<(bool, u64)> {
    let (negative, digits) = match s {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, s),
    };
    let mut n = 0u64;
    for c in digits {
        n = n.checked_mul(10)?.checked_add(u64::from(c.wrapping_sub(b'0')))?;
    }
    Some((negative, n))
}

unsafe fn integer(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a slice of bytes and the token of a whole number; room for three results.
    unsafe {
        let (negative, n, ok) =
            whole(token_bytes(w)).map_or((false, 0, false), |(m, n)| (m, n, true));
        *w = u64::from(negative);
        *w.add(1) = n;
        *w.add(2) = u64::from(ok);
    }
    Status::Done
}

/// The text between quotes for a string. `html` also escapes what HTML gives a meaning, `script` what
/// JavaScript takes for line ends.
fn escape(out: &mut Vec<u8>, s: &[u8], html: bool, script: bool) {
    let mut i = 0;
    let mut done = 0;
    while i < s.len() {
        let c = s[i];
        let mut size = 1;
        let special = match c {
            b'"' | b'\\' | 0..=0x1f => true,
            b'<' | b'>' | b'&' => html,
            0x80.. => {
                let (r, n) = crate::string::decode(&s[i..]);
                size = n;
                r == 0xfffd && n == 1 || script && (r == 0x2028 || r == 0x2029)
            }
            _ => false,
        };
        if !special {
            i += size;
            continue;
        }
        out.extend_from_slice(&s[done..i]);
        let short = match c {
            b'"' | b'\\' => c,
            8 => b'b',
            12 => b'f',
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            _ => 0,
        };
        if short != 0 {
            out.extend_from_slice(&[b'\\', short]);
        } else if c < 0x80 {
            out.extend_from_slice(format!("\\u{c:04x}").as_bytes());
        } else if size == 3 {
            out.extend_from_slice(format!("\\u202{}", s[i + 2] - 0xa0).as_bytes());
        } else {
            out.extend_from_slice("\u{fffd}".as_bytes());
        }
        i += size;
        done = i;
    }
    out.extend_from_slice(&s[done..]);
}

/// Appends to the slice in memory at `to`.
///
/// # Safety
/// `to` points to a slice of bytes.
unsafe fn append_to(cx: &mut Cx, to: *mut u64, more: &[u8]) -> Status {
    // SAFETY: the caller's promise.
    unsafe {
        let appended = crate::slice::append_bytes(cx, *to, *to.add(1), *to.add(2), more);
        let Some((p, len, cap)) = appended else {
            return cx.runtime_error("growslice: len out of range");
        };
        *to = p;
        *to.add(1) = len;
        *to.add(2) = cap;
    }
    Status::Done
}

unsafe fn append_quoted(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: the address of a slice, which is not nil, a string, two bools.
    unsafe {
        let s = crate::string::bytes(*w.add(1), *w.add(2));
        let mut out = Vec::with_capacity(s.len() + 2);
        out.push(b'"');
        escape(&mut out, s, *w.add(3) as u8 != 0, *w.add(4) as u8 != 0);
        out.push(b'"');
        append_to(cx, *w as *mut u64, &out)
    }
}

unsafe fn append_integer(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: the address of a slice, a number, whether it has a sign.
    unsafe {
        let x = *w.add(1);
        let text = if *w.add(2) as u8 != 0 { (x as i64).to_string() } else { x.to_string() };
        append_to(cx, *w as *mut u64, text.as_bytes())
    }
}

/// A number as ECMAScript writes it (ECMA-262, Number::toString), but minus zero with its sign.
fn float_text(f: f64, bits: u32) -> String {
    let size = f.abs();
    let wide = if bits == 32 {
        size != 0.0 && (size as f32) < 1e-6 || (size as f32) >= 1e21
    } else {
        size != 0.0 && size < 1e-6 || size >= 1e21
    };
    // Whole numbers that need all their digits.
    let whole = if bits == 32 { 16_777_216.0 } else { 1e15 };
    if f == f.trunc() && size < whole && !(f == 0.0 && f.is_sign_negative()) {
        return (f as i64).to_string();
    }
    let mut text = super::strconv::format_float(f, if wide { b'e' } else { b'f' }, -1, bits);
    // e-09 becomes e-9.
    let n = text.len();
    if wide && n >= 4 && text.as_bytes()[n - 4] == b'e' && text.as_bytes()[n - 2] == b'0' {
        text.remove(n - 2);
    }
    text
}

unsafe fn append_float(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: the address of a slice, a finite number, its size in bits.
    unsafe {
        let text = float_text(f64::from_bits(*w.add(1)), *w.add(2) as u32);
        append_to(cx, *w as *mut u64, text.as_bytes())
    }
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf("encoding/json.scan", "func(data []byte, s *scanner, wish int) int", scan),
            leaf("encoding/json.text", "func(data []byte, word uint64, end int) string", text),
            leaf(
                "encoding/json.float",
                "func(data []byte, word uint64, end int, bits int) (f float64, great bool)",
                float,
            ),
            leaf(
                "encoding/json.integer",
                "func(data []byte, word uint64, end int) (negative bool, n uint64, ok bool)",
                integer,
            ),
            leaf(
                "encoding/json.appendQuoted",
                "func(to *[]byte, s string, html, script bool)",
                append_quoted,
            ),
            leaf(
                "encoding/json.appendInteger",
                "func(to *[]byte, x uint64, signed bool)",
                append_integer,
            ),
            leaf(
                "encoding/json.appendFloat",
                "func(to *[]byte, f float64, bits int)",
                append_float,
            ),
            leaf("encoding/json.unpack", "func(x any) (typ, ptr unsafe.Pointer)", value::unpack),
            leaf("encoding/json.pack", "func(typ, ptr unsafe.Pointer) any", value::pack),
            leaf("encoding/json.kindOf", "func(typ unsafe.Pointer) int", value::kind_of),
            leaf("encoding/json.typeName", "func(typ unsafe.Pointer) string", value::type_name),
            leaf("encoding/json.typeSize", "func(typ unsafe.Pointer) uintptr", value::type_size),
            leaf("encoding/json.elemOf", "func(typ unsafe.Pointer) unsafe.Pointer", value::elem_of),
            leaf("encoding/json.keyOf", "func(typ unsafe.Pointer) unsafe.Pointer", value::key_of),
            leaf("encoding/json.lenOf", "func(typ unsafe.Pointer) int", value::len_of),
            leaf("encoding/json.numField", "func(typ unsafe.Pointer) int", value::num_field),
            leaf(
                "encoding/json.fieldOf",
                "func(typ unsafe.Pointer, i int) (name string, ftyp unsafe.Pointer, offset uintptr, embedded bool, exported bool)",
                value::field_of,
            ),
            leaf(
                "encoding/json.fieldTag",
                "func(typ unsafe.Pointer, i int) string",
                reflect::field_tag,
            ),
            leaf(
                "encoding/json.dynamic",
                "func(typ, ptr unsafe.Pointer) (dtyp, dptr unsafe.Pointer)",
                value::dynamic,
            ),
            leaf(
                "encoding/json.grownCap",
                "func(typ unsafe.Pointer, cap, n int) int",
                reflect::grown_cap,
            ),
            leaf("encoding/json.mapLen", "func(m unsafe.Pointer) int", value::map_len),
            leaf(
                "encoding/json.mapEntries",
                "func(typ, m unsafe.Pointer) (keys, elems unsafe.Pointer, n int)",
                value::map_entries,
            ),
            leaf("encoding/json.numMethods", "func(typ unsafe.Pointer) int", reflect::num_methods),
            leaf(
                "encoding/json.pointerTo",
                "func(elem unsafe.Pointer) unsafe.Pointer",
                reflect::pointer_to,
            ),
            leaf(
                "encoding/json.newObject",
                "func(typ unsafe.Pointer) unsafe.Pointer",
                reflect::new_object,
            ),
            leaf(
                "encoding/json.newArray",
                "func(typ unsafe.Pointer, n int) unsafe.Pointer",
                reflect::new_array,
            ),
            leaf(
                "encoding/json.copyValue",
                "func(typ, to, from unsafe.Pointer)",
                reflect::copy_value,
            ),
            leaf(
                "encoding/json.copyValues",
                "func(typ, to, from unsafe.Pointer, n int)",
                reflect::copy_values,
            ),
            leaf("encoding/json.clearValue", "func(typ, at unsafe.Pointer)", reflect::clear_value),
            leaf(
                "encoding/json.implements",
                "func(iface, typ unsafe.Pointer) bool",
                reflect::implements,
            ),
            leaf(
                "encoding/json.putInterface",
                "func(iface unsafe.Pointer, x any, to unsafe.Pointer)",
                reflect::put_interface,
            ),
            leaf(
                "encoding/json.mapGet",
                "func(typ, m, key unsafe.Pointer) unsafe.Pointer",
                reflect::map_get,
            ),
            leaf(
                "encoding/json.mapSet",
                "func(typ, m, key, elem unsafe.Pointer)",
                reflect::map_set,
            ),
            leaf(
                "encoding/json.mapMake",
                "func(typ unsafe.Pointer, n int) unsafe.Pointer",
                reflect::map_make,
            ),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scans with `wish` in steps of one more byte each; the kinds of all tokens, the status, and where.
    fn scanned(data: &[u8], eof: bool, chunk: usize) -> (String, u64, i64, i64) {
        let mut tape = vec![Token { word: 0, end: 0 }; data.len() + 1];
        let mut s = Scanner {
            pos: 0,
            mode: VALUE,
            open: -1,
            depth: 0,
            tape: tape.as_mut_ptr(),
            len: 0,
            cap: tape.len() as i64,
            fault: 0,
            at: 0,
        };
        let mut known = chunk.min(data.len());
        loop {
            let last = known == data.len();
            let wish = if last && eof { AT_EOF } else { 0 } | TO_THE_END;
            // SAFETY: the tape has room for as many tokens as there are bytes, and one.
            let status = unsafe { s.run(&data[..known], wish) };
            if status == AGAIN || status == MORE && !last {
                known = (known + chunk).min(data.len());
                continue;
            }
            if status == DONE && !last {
                known = data.len();
                continue;
            }
            let kinds = tape[..s.len as usize].iter().map(|t| char::from(t.word as u8)).collect();
            return (kinds, status, s.fault, s.at);
        }
    }

    #[test]
    fn the_same_in_one_piece_and_in_many() {
        for text in [
            &br#" {"a":[1,-2.5e+3,null],"\u00e9\ud83d\ude00":{"x":true,"y":false}} "#[..],
            br#"[[],{},[{}],"a\"b"]"#,
            br#"{"a":tru}"#,
            br#"[1,2"#,
            br#"{"a" 1}"#,
            "\"\u{20ac}\u{1f600}\"".as_bytes(),
            b"\"\xe2\x82",
            b"[1.5,",
            b"-",
            b"12",
            b"\"\\u12",
        ] {
            let whole = scanned(text, true, text.len());
            for chunk in 1..text.len() {
                assert_eq!(scanned(text, true, chunk), whole, "{chunk} of {text:?}");
            }
        }
    }

    #[test]
    fn ends_that_are_not_known() {
        assert_eq!(scanned(b"12", false, 2).1, MORE);
        assert_eq!(scanned(b"12 ", false, 3), ("0".into(), DONE, 0, 0));
        assert_eq!(scanned(b"[1]", false, 3), ("[0]".into(), DONE, 0, 0));
    }

    #[test]
    fn texts() {
        assert_eq!(
            unescape(br"a\n\u00e9\ud83d\ude00\ud800x"),
            "a\n\u{e9}\u{1f600}\u{fffd}x".as_bytes()
        );
        assert_eq!(unescape(b"a\xffb"), "a\u{fffd}b".as_bytes());
        assert_eq!(whole(b"-9223372036854775808"), Some((true, 1 << 63)));
        assert_eq!(whole(b"18446744073709551616"), None);
        assert_eq!(float_text(5e12f32.into(), 32), "5000000000000");
        let texts = [(1.0, "1"), (-0.0, "-0"), (1e21, "1e+21"), (1e-7, "1e-7"), (0.1, "0.1")];
        for (f, want) in texts {
            assert_eq!(float_text(f, 64), want);
        }
        let mut out = Vec::new();
        escape(&mut out, "<\u{2028}\u{e9}\x01\n\"".as_bytes(), true, true);
        assert_eq!(out, "\\u003c\\u2028\u{e9}\\u0001\\n\\\"".as_bytes());
    }
}

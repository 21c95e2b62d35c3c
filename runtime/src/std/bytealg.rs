//! `internal/bytealg`: searching, counting and comparing bytes.
//!
//! Everything is linear in the haystack: no input makes a leaf native run for quadratic time.

/// How many bytes are tested at once; a loop over so many without an exit becomes vector code.
const BLOCK: usize = 32;

/// The index of the first `c`.
pub fn index_byte(b: &[u8], c: u8) -> Option<usize> {
    let mut blocks = b.chunks_exact(BLOCK);
    let mut start = 0;
    for block in &mut blocks {
        if block.iter().fold(false, |found, &x| found | (x == c)) {
            return block.iter().position(|&x| x == c).map(|i| start + i);
        }
        start += BLOCK;
    }
    blocks.remainder().iter().position(|&x| x == c).map(|i| start + i)
}

/// The index of the first `sub`; an empty one is found at 0.
pub fn index(b: &[u8], sub: &[u8]) -> Option<usize> {
    match sub {
        [] => return Some(0),
        [c] => return index_byte(b, *c),
        _ if sub.len() > b.len() => return None,
        _ => {}
    }
    // Candidates are where the first byte is. Every failed comparison is paid from a budget that
    // grows with the way covered; when it is used up the rest is searched by rolling hash.
    let last = b.len() - sub.len();
    let mut from = 0;
    let mut spent = 0;
    while from <= last {
        let at = from + index_byte(&b[from..=last], sub[0])?;
        let same = b[at + 1..].iter().zip(&sub[1..]).take_while(|(x, y)| x == y).count();
        if same == sub.len() - 1 {
            return Some(at);
        }
        spent += same;
        from = at + 1;
        if spent > 8 * from + 256 {
            return index_rolling(&b[from..], sub).map(|i| from + i);
        }
    }
    None
}

/// Karp and Rabin's search.
fn index_rolling(b: &[u8], sub: &[u8]) -> Option<usize> {
    const BASE: u64 = 0x9E37_79B9_7F4A_7C15;
    let n = sub.len();
    if n > b.len() {
        return None;
    }
    let hash =
        |s: &[u8]| s.iter().fold(0u64, |h, &c| h.wrapping_mul(BASE).wrapping_add(u64::from(c) + 1));
    let mut weight = 1u64;
    for _ in 1..n {
        weight = weight.wrapping_mul(BASE);
    }
    let wanted = hash(sub);
    let mut h = hash(&b[..n]);
    for i in 0..=b.len() - n {
        if h == wanted && &b[i..i + n] == sub {
            return Some(i);
        }
        if i + n < b.len() {
            let gone = weight.wrapping_mul(u64::from(b[i]) + 1);
            h = h.wrapping_sub(gone).wrapping_mul(BASE).wrapping_add(u64::from(b[i + n]) + 1);
        }
    }
    None
}

/// How many bytes are `c`.
pub fn count(b: &[u8], c: u8) -> usize {
    // Sums of bytes stay below 256 in a block, which lets the inner loop work on bytes.
    b.chunks(128)
        .map(|block| usize::from(block.iter().map(|&x| u8::from(x == c)).sum::<u8>()))
        .sum()
}

/// -1, 0 or 1 as `a` is less than, equal to or greater than `b`.
pub fn compare(a: &[u8], b: &[u8]) -> i64 {
    a.cmp(b) as i64
}

/// Whether length and bytes are the same.
pub fn equal(a: &[u8], b: &[u8]) -> bool {
    a == b
}

macro_rules! searches {
    ($($name:ident |$a:ident, $rest:ident| $body:expr;)*) => {
        $(
            unsafe fn $name(_: &mut crate::cx::Cx, w: *mut u64) -> crate::cx::Status {
                // SAFETY: the window has the strings and slices that the signature names; they stay
                // as they are while a leaf runs.
                unsafe {
                    let $a = crate::string::bytes(*w, *w.add(1));
                    let $rest = |i: usize| *w.add(i);
                    *w = $body as u64;
                }
                crate::cx::Status::Done
            }
        )*
    };
}
fn place(x: Option<usize>) -> i64 {
    x.map_or(-1, |n| n as i64)
}
searches! {
    n_index_byte |a, w| place(index_byte(a, w(3) as u8));
    n_index_byte_string |a, w| place(index_byte(a, w(2) as u8));
    n_index_string |a, w| place(index(a, crate::string::bytes(w(2), w(3))));
    n_index |a, w| place(index(a, crate::string::bytes(w(3), w(4))));
    n_count |a, w| count(a, w(3) as u8);
    n_count_string |a, w| count(a, w(2) as u8);
    n_compare |a, w| compare(a, crate::string::bytes(w(3), w(4)));
    n_equal |a, w| equal(a, crate::string::bytes(w(3), w(4)));
}

/// White space of ASCII.
fn blank(c: u8) -> bool {
    matches!(c, b' ' | b'\t'..=b'\r')
}

/// The first field from `from` on: where it starts and ends, both the length when there is none.
/// `None`: there are characters beyond ASCII.
pub fn field(s: &[u8], from: usize) -> Option<(usize, usize)> {
    let mut start = from;
    while start < s.len() && blank(s[start]) {
        start += 1;
    }
    let mut end = start;
    while end < s.len() && !blank(s[end]) {
        if s[end] >= 0x80 {
            return None;
        }
        end += 1;
    }
    Some((start, end))
}

unsafe fn n_field(_: &mut crate::cx::Cx, w: *mut u64) -> crate::cx::Status {
    // SAFETY: a string and a place in it; room for two numbers.
    unsafe {
        let s = crate::string::bytes(*w, *w.add(1));
        let (start, end) =
            field(s, *w.add(2) as usize).map_or((-1, -1), |(a, b)| (a as i64, b as i64));
        *w = start as u64;
        *w.add(1) = end as u64;
    }
    crate::cx::Status::Done
}

/// Appends to the slice in memory at `to`.
///
/// # Safety
/// `to` points to a slice of bytes.
unsafe fn append_to(cx: &mut crate::cx::Cx, to: *mut u64, more: &[u8]) -> crate::cx::Status {
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
    crate::cx::Status::Done
}

unsafe fn n_append_string(cx: &mut crate::cx::Cx, w: *mut u64) -> crate::cx::Status {
    // SAFETY: the address of a slice, which is not nil, and a string or slice.
    unsafe { append_to(cx, *w as *mut u64, crate::string::bytes(*w.add(1), *w.add(2))) }
}

/// Bytes that a leaf copies at most.
const JOIN_MOST: u64 = 1 << 16;

unsafe fn n_join(cx: &mut crate::cx::Cx, w: *mut u64) -> crate::cx::Status {
    // SAFETY: a slice of strings, a string, the sum of all lengths; room for a string and a bool.
    unsafe {
        let (list, n) = (*w as *const u64, *w.add(1) as usize);
        let sep = crate::string::bytes(*w.add(3), *w.add(4));
        let size = *w.add(5);
        if size > JOIN_MOST || n as u64 > JOIN_MOST {
            *w.add(2) = 0;
            return crate::cx::Status::Done;
        }
        let new = cx.alloc(size as usize, std::ptr::null());
        let mut at = 0;
        for i in 0..n {
            let part = crate::string::bytes(*list.add(2 * i), *list.add(2 * i + 1));
            for piece in [if i == 0 { &[][..] } else { sep }, part] {
                // Another goroutine may change the list meanwhile.
                let piece = &piece[..piece.len().min(size as usize - at)];
                std::ptr::copy_nonoverlapping(piece.as_ptr(), new.add(at), piece.len());
                at += piece.len();
            }
        }
        *w = new as u64;
        *w.add(1) = at as u64;
        *w.add(2) = 1;
    }
    crate::cx::Status::Done
}

pub fn list() -> &'static [crate::native::NativeDecl] {
    use crate::native::leaf;
    const {
        &[
            leaf("internal/bytealg.IndexByte", "func(b []byte, c byte) int", n_index_byte),
            leaf(
                "internal/bytealg.IndexByteString",
                "func(s string, c byte) int",
                n_index_byte_string,
            ),
            leaf("internal/bytealg.IndexString", "func(s, sub string) int", n_index_string),
            leaf("internal/bytealg.Field", "func(s string, from int) (start, end int)", n_field),
            leaf("internal/bytealg.AppendString", "func(to *[]byte, s string)", n_append_string),
            leaf("internal/bytealg.AppendBytes", "func(to *[]byte, b []byte)", n_append_string),
            leaf(
                "internal/bytealg.Join",
                "func(elems []string, sep string, size int) (s string, ok bool)",
                n_join,
            ),
            leaf("internal/bytealg.Index", "func(b, sub []byte) int", n_index),
            leaf("internal/bytealg.Count", "func(b []byte, c byte) int", n_count),
            leaf("internal/bytealg.CountString", "func(s string, c byte) int", n_count_string),
            leaf("internal/bytealg.Compare", "func(a, b []byte) int", n_compare),
            leaf("internal/bytealg.Equal", "func(a, b []byte) bool", n_equal),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Strings over two letters have many near matches, and lengths around BLOCK its edge cases.
    fn random(seed: &mut u64, len: usize) -> Vec<u8> {
        (0..len)
            .map(|_| {
                *seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                b'a' + ((*seed >> 60) == 0) as u8
            })
            .collect()
    }

    #[test]
    fn agrees_with_naive_search() {
        let mut seed = 1;
        for round in 0..3000 {
            let hay = random(&mut seed, round % 131);
            let sub = random(&mut seed, round % 7);
            let naive = |n: &[u8]| (0..=hay.len()).find(|&i| hay[i..].starts_with(n));
            assert_eq!(index(&hay, &sub), naive(&sub));
            assert_eq!(index_byte(&hay, b'b'), naive(b"b"));
            if !sub.is_empty() {
                assert_eq!(index_rolling(&hay, &sub), naive(&sub));
            }
            assert_eq!(count(&hay, b'a'), hay.iter().filter(|&&c| c == b'a').count());
        }
        assert_eq!(count(&[7; 1000], 7), 1000);
    }

    #[test]
    fn adversarial_needle_is_linear() {
        let hay = vec![b'a'; 1 << 20];
        let mut sub = vec![b'a'; 1 << 19];
        sub.push(b'b');
        assert_eq!(index(&hay, &sub), None);
        let mut hay = hay;
        hay.push(b'b');
        assert_eq!(index(&hay, &sub), Some(1 << 19));
    }

    #[test]
    fn comparisons() {
        assert_eq!(compare(b"", b""), 0);
        assert_eq!(compare(b"a", b"ab"), -1);
        assert_eq!(compare(b"\xff", b"ab"), 1);
        assert!(equal(b"ab", b"ab") && !equal(b"ab", b"a"));
    }
}

//! Numbers as bytes: seven bits each, the lowest first, as in Go's own trace.

/// Where bytes go.
pub trait Sink {
    fn byte(&mut self, b: u8);
    /// A number of more than seven bits.
    fn long(&mut self, n: u64)
    where
        Self: Sized,
    {
        put_long(self, n)
    }
    fn bytes(&mut self, list: &[u8]) {
        list.iter().for_each(|&b| self.byte(b));
    }
}

impl Sink for Vec<u8> {
    fn byte(&mut self, b: u8) {
        self.push(b);
    }
    fn bytes(&mut self, list: &[u8]) {
        self.extend_from_slice(list);
    }
}

/// A piece of memory that is filled from its start; it is big enough.
pub struct Room<'a> {
    bytes: &'a mut [u8],
    len: usize,
}

impl<'a> Room<'a> {
    #[inline(always)]
    pub fn new(bytes: &'a mut [u8]) -> Self {
        Room { bytes, len: 0 }
    }
    /// Bytes written.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len
    }
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

impl Sink for Room<'_> {
    #[inline(always)]
    fn byte(&mut self, b: u8) {
        self.bytes[self.len] = b;
        self.len += 1;
    }
}

/// As `Room`, of a size that is known: for what is written most often.
pub struct Short<'a, const N: usize> {
    bytes: &'a mut [u8; N],
    len: usize,
}

impl<'a, const N: usize> Short<'a, N> {
    #[inline(always)]
    pub fn new(bytes: &'a mut [u8; N]) -> Self {
        Short { bytes, len: 0 }
    }
    /// Bytes written.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len
    }
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

impl<const N: usize> Sink for Short<'_, N> {
    #[inline(always)]
    fn byte(&mut self, b: u8) {
        self.bytes[self.len] = b;
        self.len += 1;
    }
    #[inline(always)]
    fn long(&mut self, mut n: u64) {
        while n >= 0x80 {
            self.byte(n as u8 | 0x80);
            n >>= 7;
        }
        self.byte(n as u8);
    }
}

/// Bytes that a number takes at most.
pub const LONGEST: usize = 10;

#[inline(always)]
pub fn put(out: &mut impl Sink, n: u64) {
    if n < 0x80 {
        out.byte(n as u8);
    } else {
        out.long(n);
    }
}

#[inline(never)]
fn put_long(out: &mut impl Sink, mut n: u64) {
    while n >= 0x80 {
        out.byte(n as u8 | 0x80);
        n >>= 7;
    }
    out.byte(n as u8);
}

/// Signed: 0, -1, 1, -2, 2, …
#[inline(always)]
pub fn put_signed(out: &mut impl Sink, n: i64) {
    put(out, (n << 1 ^ n >> 63) as u64)
}

pub fn put_text(out: &mut impl Sink, s: &str) {
    put(out, s.len() as u64);
    out.bytes(s.as_bytes());
}

/// Reads what `put` wrote. Every method gives `None` where the bytes do not say it.
#[derive(Clone)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Reader { bytes, at: 0 }
    }
    pub fn is_empty(&self) -> bool {
        self.at >= self.bytes.len()
    }
    pub fn left(&self) -> usize {
        self.bytes.len() - self.at
    }
    pub fn byte(&mut self) -> Option<u8> {
        let b = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(b)
    }
    pub fn number(&mut self) -> Option<u64> {
        let mut n = 0u64;
        for shift in (0..64).step_by(7) {
            let b = self.byte()?;
            n |= ((b & 0x7f) as u64) << shift;
            if b < 0x80 {
                return Some(n);
            }
        }
        None
    }
    pub fn signed(&mut self) -> Option<i64> {
        let n = self.number()?;
        Some((n >> 1) as i64 ^ -((n & 1) as i64))
    }
    pub fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let s = self.bytes.get(self.at..self.at.checked_add(n)?)?;
        self.at += n;
        Some(s)
    }
    pub fn text(&mut self) -> Option<String> {
        let n = self.number()? as usize;
        Some(String::from_utf8_lossy(self.take(n)?).into_owned())
    }
    /// A count of things of at least one byte each, so that no broken file asks for memory.
    pub fn count(&mut self) -> Option<usize> {
        let n = self.number()?;
        (n <= self.left() as u64).then_some(n as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_survive() {
        let mut b = Vec::new();
        let list = [0, 1, 127, 128, 300, 1 << 35, u64::MAX];
        list.iter().for_each(|&n| put(&mut b, n));
        let signed = [0, -1, 1, i64::MIN, i64::MAX];
        signed.iter().for_each(|&n| put_signed(&mut b, n));
        let mut r = Reader::new(&b);
        assert!(list.iter().all(|&n| r.number() == Some(n)));
        assert!(signed.iter().all(|&n| r.signed() == Some(n)));
        assert!(r.is_empty() && r.number().is_none());
    }
}

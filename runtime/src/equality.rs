//! `==` and hashing of values in memory, by type descriptor.
//!
//! Both fail, naming the type, on an interface that holds a value that is not comparable.

use crate::desc::{Equality, FieldDesc, Itab, TypeDesc};

/// The type that cannot be compared.
pub type Incomparable = *const TypeDesc;

/// The dynamic type behind an interface's type word; `iface` is the interface type. Null for nil.
///
/// # Safety
/// `word` is a type word of such an interface.
pub unsafe fn dynamic_type(iface: &TypeDesc, word: u64) -> *const TypeDesc {
    if word == 0 || iface.methods.is_empty() {
        word as *const TypeDesc
    } else {
        // SAFETY: a non-empty interface's type word is an itab.
        unsafe { (*(word as *const Itab)).concrete }
    }
}

/// # Safety
/// `a` and `b` have values of type `desc`.
pub unsafe fn equal(desc: &TypeDesc, a: *const u8, b: *const u8) -> Result<bool, Incomparable> {
    // SAFETY: the caller's promise covers all reads below; fields and elements are inside.
    unsafe {
        Ok(match desc.eq {
            // Arrays of bytes may lie anywhere.
            Equality::Bytes => match desc.size {
                8 => a.cast::<u64>().read_unaligned() == b.cast::<u64>().read_unaligned(),
                4 => a.cast::<u32>().read_unaligned() == b.cast::<u32>().read_unaligned(),
                1 => *a == *b,
                n => bytes_equal(a, b, n as usize),
            },
            Equality::Float32 => *a.cast::<f32>() == *b.cast::<f32>(),
            Equality::Float64 => *a.cast::<f64>() == *b.cast::<f64>(),
            Equality::Complex64 => {
                let (x, y) = (a.cast::<f32>(), b.cast::<f32>());
                *x == *y && *x.add(1) == *y.add(1)
            }
            Equality::Complex128 => {
                let (x, y) = (a.cast::<f64>(), b.cast::<f64>());
                *x == *y && *x.add(1) == *y.add(1)
            }
            Equality::String => {
                let (x, y) = (a.cast::<u64>(), b.cast::<u64>());
                *x.add(1) == *y.add(1)
                    && (*x == *y
                        || bytes_equal(*x as *const u8, *y as *const u8, *x.add(1) as usize))
            }
            Equality::Interface => {
                let (x, y) = (a.cast::<u64>(), b.cast::<u64>());
                return interface_equal(
                    dynamic_type(desc, *x),
                    *x.add(1),
                    dynamic_type(desc, *y),
                    *y.add(1),
                );
            }
            Equality::Struct => {
                // What is told apart quickly comes before texts, up to the first field that may panic.
                let at = |f: &FieldDesc| (a.add(f.offset as usize), b.add(f.offset as usize));
                let fields = desc.fields.iter().filter(|f| f.name != "_");
                let mut texts = None;
                let mut rest = fields.clone();
                for f in fields {
                    let (x, y) = at(f);
                    match (*f.typ).eq {
                        Equality::Interface | Equality::Struct | Equality::Array => break,
                        Equality::String => {
                            texts = texts.or(Some(rest.clone()));
                            if *x.cast::<u64>().add(1) != *y.cast::<u64>().add(1) {
                                return Ok(false);
                            }
                        }
                        _ if !equal(&*f.typ, x, y)? => return Ok(false),
                        _ => {}
                    }
                    rest.next();
                }
                // From the first text on, or from where the loop stopped.
                for f in texts.unwrap_or(rest) {
                    let (x, y) = at(f);
                    if !equal(&*f.typ, x, y)? {
                        return Ok(false);
                    }
                }
                true
            }
            Equality::Array => {
                let elem = &*desc.elem;
                for i in 0..desc.len as usize {
                    let off = i * elem.size as usize;
                    if !equal(elem, a.add(off), b.add(off))? {
                        return Ok(false);
                    }
                }
                true
            }
            Equality::Never => return Err(desc),
        })
    }
}

/// # Safety
/// Types are null or live descriptors; data words belong to them.
pub unsafe fn interface_equal(
    ta: *const TypeDesc,
    da: u64,
    tb: *const TypeDesc,
    db: u64,
) -> Result<bool, Incomparable> {
    if ta != tb {
        return Ok(false);
    }
    // SAFETY: the caller's promise.
    let Some(t) = (unsafe { ta.as_ref() }) else { return Ok(true) };
    if t.eq == Equality::Never || !t.comparable {
        return Err(ta);
    }
    if t.direct {
        return Ok(da == db);
    }
    if da == db && t.eq == Equality::Bytes {
        return Ok(true);
    }
    // SAFETY: a data word that is not direct is the address of a value of the type.
    unsafe { equal(t, da as *const u8, db as *const u8) }
}

/// # Safety
/// `n` bytes are readable at both addresses.
pub unsafe fn bytes_equal(a: *const u8, b: *const u8, n: usize) -> bool {
    // SAFETY: the caller's promise.
    unsafe { n == 0 || libc::memcmp(a.cast(), b.cast(), n) == 0 }
}

const K0: u64 = 0x9e37_79b9_7f4a_7c15;
const K1: u64 = 0xd6e8_feb8_6659_fd93;

/// Folded multiplication: the high and the low half of the product, mixed.
#[inline(always)]
pub fn fold(a: u64, b: u64) -> u64 {
    let p = a as u128 * b as u128;
    p as u64 ^ (p >> 64) as u64
}

#[inline(always)]
pub fn hash_word(x: u64, seed: u64) -> u64 {
    fold(x ^ seed ^ K1, K0)
}

/// # Safety
/// `n` bytes are readable at `p`.
pub unsafe fn hash_bytes(p: *const u8, n: usize, seed: u64) -> u64 {
    let mut h = seed ^ K1;
    let mut i = 0;
    // SAFETY: reads stay below `n`.
    unsafe {
        while i + 8 <= n {
            h = fold(h ^ p.add(i).cast::<u64>().read_unaligned(), K0);
            i += 8;
        }
        let mut tail = 0u64;
        while i < n {
            tail = tail << 8 | *p.add(i) as u64;
            i += 1;
        }
        fold(h ^ tail, K0 ^ (n as u64).rotate_left(32))
    }
}

/// # Safety
/// `p` has a value of type `desc`.
pub unsafe fn hash(
    desc: &TypeDesc,
    p: *const u8,
    seed: u64,
    nan: &mut dyn FnMut() -> u64,
) -> Result<u64, Incomparable> {
    let mut float = |x: f64| {
        if x == 0.0 {
            hash_word(0, seed)
        } else if x.is_nan() {
            nan()
        } else {
            hash_word(x.to_bits(), seed)
        }
    };
    // SAFETY: the caller's promise covers all reads below; fields and elements are inside.
    unsafe {
        Ok(match desc.eq {
            // An array of bytes may lie anywhere.
            Equality::Bytes => match desc.size {
                8 => hash_word(p.cast::<u64>().read_unaligned(), seed),
                4 => hash_word(p.cast::<u32>().read_unaligned() as u64, seed),
                n => hash_bytes(p, n as usize, seed),
            },
            Equality::Float32 => float(*p.cast::<f32>() as f64),
            Equality::Float64 => float(*p.cast::<f64>()),
            Equality::Complex64 => {
                let x = p.cast::<f32>();
                float(*x as f64).rotate_left(7) ^ float(*x.add(1) as f64)
            }
            Equality::Complex128 => {
                let x = p.cast::<f64>();
                float(*x).rotate_left(7) ^ float(*x.add(1))
            }
            Equality::String => {
                let x = p.cast::<u64>();
                hash_bytes(*x as *const u8, *x.add(1) as usize, seed)
            }
            Equality::Interface => {
                let x = p.cast::<u64>();
                let t = dynamic_type(desc, *x);
                let Some(t) = t.as_ref() else { return Ok(hash_word(0, seed)) };
                if !t.comparable {
                    return Err(t);
                }
                let h = if t.direct {
                    hash_word(*x.add(1), seed)
                } else {
                    hash(t, *x.add(1) as *const u8, seed, nan)?
                };
                h ^ hash_word(t.id as u64, seed)
            }
            Equality::Struct => {
                let mut h = seed;
                for f in &desc.fields {
                    if f.name != "_" {
                        h = hash(&*f.typ, p.add(f.offset as usize), h, nan)?;
                    }
                }
                h
            }
            Equality::Array => {
                let elem = &*desc.elem;
                let mut h = seed;
                for i in 0..desc.len as usize {
                    h = hash(elem, p.add(i * elem.size as usize), h, nan)?;
                }
                h
            }
            Equality::Never => return Err(desc),
        })
    }
}

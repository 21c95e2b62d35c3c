//! Go maps: gvm's own tables in the GC heap.
//!
//! Entries stand in the order they were inserted, each with a serial number, in one array; above
//! eight of them an index of 32-bit entry numbers (open addressing, linear probing) finds them.
//! Deleting leaves a dead entry; growing compacts, keeping the order, as does deleting when three in
//! four are dead. An iterator remembers serial
//! numbers, so it survives growth: it starts at a random entry, goes to the end as it then is, and
//! wraps. So each entry is seen at most once, deleted ones never, and new ones at most once.
//!
//! `ptr`s handed out (to elements) are valid until something is next set or deleted; code uses them at once.

use crate::cx::{Cx, IntrinsicFn, Status};
use crate::desc::{Equality, TypeDesc};
use crate::equality::{self, Incomparable, hash_bytes, hash_word};
use crate::pack::pack;

/// A map object. `len` is what `len(m)` reads.
#[repr(C)]
pub struct Map {
    pub len: u64,
    entries: *mut u8,
    index: *mut u32,
    /// Entries used, dead ones included.
    used: u32,
    /// Entries there is room for.
    room: u32,
    /// Size of the index less one; 0: no index.
    mask: u32,
    /// Serial number of the next entry.
    serial: u32,
    seed: u64,
    /// 1 while a write is going on: what finds concurrent writers.
    writing: u64,
}

const MAP_SIZE: u32 = size_of::<Map>() as u32;
/// Entry header: hash, serial; serial 0 marks a dead entry.
const HEAD: usize = 8;
const SMALL: u32 = 8;
const EMPTY: u32 = 0;
const DEAD: u32 = u32::MAX;

/// An iterator: a heap object.
#[repr(C)]
struct Iter {
    map: *mut Map,
    /// The table it last looked at, and where in it the entry to look at next is.
    entries: *mut u8,
    desc: *const TypeDesc,
    /// Serial of the entry it started at, and of the one to look at next.
    start: u32,
    next: u32,
    /// It passed the end and is below `start` now.
    wrapped: u32,
    done: u32,
    at: u32,
}

fn word_desc(size: u32, pointers: &[u32]) -> TypeDesc {
    TypeDesc::internal(size, pointers.into(), "")
}

/// What the runtime's own objects look like to the collector.
pub struct MapDescs {
    map: TypeDesc,
    iter: TypeDesc,
}

impl Default for MapDescs {
    fn default() -> Self {
        MapDescs {
            map: word_desc(MAP_SIZE, &[8, 16]),
            iter: word_desc(size_of::<Iter>() as u32, &[0, 8]),
        }
    }
}

fn align_up(n: usize, a: u32) -> usize {
    n.next_multiple_of(a.max(1) as usize)
}

/// Where key and element stand in an entry, and the entry's size.
fn layout(key: &TypeDesc, elem: &TypeDesc) -> (usize, usize, usize) {
    let k = align_up(HEAD, key.align);
    let e = align_up(k + key.size as usize, elem.align);
    (k, e, align_up(e + elem.size as usize, 8))
}

/// The type of an entry of a map's table; `TypeDesc::entry` of a map type. Its `fields` are unused;
/// `len` has the place of the element.
pub fn entry_desc(key: &TypeDesc, elem: &TypeDesc) -> TypeDesc {
    let (k, e, size) = layout(key, elem);
    let mut pointers = Vec::new();
    collect_pointers(key, k as u32, &mut pointers);
    collect_pointers(elem, e as u32, &mut pointers);
    let mut d = word_desc(size as u32, &pointers);
    d.len = e as u64;
    d
}

fn collect_pointers(t: &TypeDesc, at: u32, out: &mut Vec<u32>) {
    if t.pointers_by_elem {
        // SAFETY: such a type is an array; its element type is set.
        let elem = unsafe { &*t.elem };
        for i in 0..t.len as u32 {
            collect_pointers(elem, at + i * elem.size, out);
        }
    } else {
        out.extend(t.pointers.iter().map(|p| p + at));
    }
}

/// A map type taken apart.
#[derive(Clone, Copy)]
struct Shape<'d> {
    key: &'d TypeDesc,
    entry: &'d TypeDesc,
    key_at: usize,
    elem_at: usize,
    size: usize,
}

impl<'d> Shape<'d> {
    #[inline(always)]
    fn of(desc: &'d TypeDesc) -> Shape<'d> {
        // SAFETY: a map type's key, element and entry types are set when it is linked.
        let (key, entry) = unsafe { (&*desc.key, &*desc.entry) };
        let key_at = if key.align <= 8 { HEAD } else { align_up(HEAD, key.align) };
        Shape { key, entry, key_at, elem_at: entry.len as usize, size: entry.size as usize }
    }
}

impl Map {
    #[inline(always)]
    unsafe fn entry(&self, shape: &Shape<'_>, i: u32) -> *mut u8 {
        // SAFETY: callers pass i < used.
        unsafe { self.entries.add(i as usize * shape.size) }
    }

    unsafe fn hash(&mut self, shape: &Shape<'_>, key: *const u8) -> Result<u32, Incomparable> {
        // SAFETY: `key` has a value of the key type.
        let h = unsafe {
            match (shape.key.eq, shape.key.size) {
                (Equality::Bytes, 8) => hash_word(key.cast::<u64>().read_unaligned(), self.seed),
                (Equality::String, _) => {
                    let s = key.cast::<u64>();
                    hash_bytes(*s as *const u8, *s.add(1) as usize, self.seed)
                }
                _ => {
                    let salt = self.serial as u64;
                    let mut nan = || hash_word(salt, 0x5bd1_e995);
                    equality::hash(shape.key, key, self.seed, &mut nan)?
                }
            }
        };
        Ok((h >> 32) as u32 ^ h as u32)
    }

    #[inline(always)]
    unsafe fn same_key(
        &self,
        shape: &Shape<'_>,
        entry: *const u8,
        key: *const u8,
    ) -> Result<bool, Incomparable> {
        // SAFETY: an entry of this map, and a value of the key type.
        unsafe {
            let have = entry.add(shape.key_at);
            if shape.key.eq == Equality::Bytes && shape.key.size == 8 {
                let (have, key) = (have.cast::<u64>(), key.cast::<u64>());
                return Ok(have.read_unaligned() == key.read_unaligned());
            }
            equality::equal(shape.key, have, key)
        }
    }

    /// The entry of a key: its number, and its place in the index (0 without index).
    unsafe fn find(
        &self,
        shape: &Shape<'_>,
        key: *const u8,
        hash: u32,
    ) -> Result<Option<(u32, u32)>, Incomparable> {
        // SAFETY: entries below `used` and the index belong to this map.
        unsafe {
            if self.mask == 0 {
                for i in 0..self.used {
                    let e = self.entry(shape, i);
                    let head = e.cast::<u32>();
                    if *head == hash && *head.add(1) != 0 && self.same_key(shape, e, key)? {
                        return Ok(Some((i, 0)));
                    }
                }
                return Ok(None);
            }
            let mut at = hash & self.mask;
            loop {
                let n = *self.index.add(at as usize);
                if n == EMPTY {
                    return Ok(None);
                }
                if n != DEAD {
                    let e = self.entry(shape, n - 1);
                    if *e.cast::<u32>() == hash && self.same_key(shape, e, key)? {
                        return Ok(Some((n - 1, at)));
                    }
                }
                at = (at + 1) & self.mask;
            }
        }
    }

    /// Makes room for `want` live entries: compacts, and grows when that is not enough.
    unsafe fn resize(&mut self, cx: &mut Cx, shape: &Shape<'_>, want: u64) {
        let mut room = SMALL as u64;
        while room < want {
            room *= 2;
        }
        let room = room as u32;
        let entries = cx.alloc_array(shape.entry, room as usize);
        let mut n = 0;
        // SAFETY: live entries fit in the new table; nothing else uses the map meanwhile.
        unsafe {
            for i in 0..self.used {
                let e = self.entry(shape, i);
                if *e.cast::<u32>().add(1) != 0 {
                    std::ptr::copy_nonoverlapping(e, entries.add(n * shape.size), shape.size);
                    n += 1;
                }
            }
            self.entries = entries;
            self.used = n as u32;
            self.room = room;
            self.mask = 0;
            self.index = std::ptr::null_mut();
            if room > SMALL {
                let slots = room as usize * 2;
                self.index = cx.alloc(slots * 4, std::ptr::null()).cast();
                self.mask = slots as u32 - 1;
                for i in 0..self.used {
                    self.link(*self.entry(shape, i).cast::<u32>(), i);
                }
            }
        }
    }

    /// Enters entry `i` into the index.
    unsafe fn link(&mut self, hash: u32, i: u32) {
        let mut at = hash & self.mask;
        // SAFETY: the index has a free place: it is twice as big as the entries.
        unsafe {
            while *self.index.add(at as usize) != EMPTY && *self.index.add(at as usize) != DEAD {
                at = (at + 1) & self.mask;
            }
            *self.index.add(at as usize) = i + 1;
        }
    }

    /// The address of the element for `key`, made when it is not there.
    unsafe fn set(
        &mut self,
        cx: &mut Cx,
        shape: &Shape<'_>,
        key: *const u8,
    ) -> Result<*mut u8, Incomparable> {
        // SAFETY: `key` has a value of the key type; the map is not used meanwhile.
        unsafe {
            let hash = self.hash(shape, key)?;
            if let Some((i, _)) = self.find(shape, key, hash)? {
                let e = self.entry(shape, i);
                // A key that is equal but not the same (+0 and -0, strings elsewhere) is updated, as in Go.
                if shape.key.eq != Equality::Bytes {
                    std::ptr::copy_nonoverlapping(
                        key,
                        e.add(shape.key_at),
                        shape.key.size as usize,
                    );
                }
                return Ok(e.add(shape.elem_at));
            }
            if self.used == self.room {
                let want = if self.len * 4 >= self.room as u64 * 3 {
                    self.len * 2
                } else {
                    self.room as u64
                };
                self.resize(cx, shape, want.max(SMALL as u64));
            }
            let i = self.used;
            self.used += 1;
            let e = self.entry(shape, i);
            *e.cast::<u32>() = hash;
            *e.cast::<u32>().add(1) = self.serial;
            self.serial = self.serial.checked_add(1).unwrap_or(1);
            std::ptr::copy_nonoverlapping(key, e.add(shape.key_at), shape.key.size as usize);
            if self.mask != 0 {
                self.link(hash, i);
            }
            self.len += 1;
            Ok(e.add(shape.elem_at))
        }
    }

    unsafe fn delete(
        &mut self,
        cx: &mut Cx,
        shape: &Shape<'_>,
        key: *const u8,
    ) -> Result<(), Incomparable> {
        // SAFETY: as in `set`.
        unsafe {
            let hash = self.hash(shape, key)?;
            if let Some((i, at)) = self.find(shape, key, hash)? {
                let e = self.entry(shape, i);
                std::ptr::write_bytes(e, 0, shape.size);
                if self.mask != 0 {
                    // The end of a run needs no tombstone.
                    let next = (at + 1) & self.mask;
                    *self.index.add(at as usize) =
                        if *self.index.add(next as usize) == EMPTY { EMPTY } else { DEAD };
                }
                self.len -= 1;
                // Who ranges over the map to its first entry goes past the dead ones each time.
                if self.mask != 0 && self.len * 4 < self.used as u64 {
                    self.resize(cx, shape, self.len * 2);
                }
            }
            Ok(())
        }
    }

    /// The first live entry from place `at` on with a serial of at least `serial`.
    unsafe fn from_serial(&self, shape: &Shape<'_>, at: u32, serial: u32) -> Option<u32> {
        // SAFETY: entries below `used`; dead ones have serial 0.
        (at..self.used).find(|&i| unsafe { *self.entry(shape, i).cast::<u32>().add(1) } >= serial)
    }
}

/// The slots of a key as a memory image: in place when the key is one or more whole words.
#[inline(always)]
unsafe fn key_image(shape: &Shape<'_>, slots: *const u64, buffer: &mut [u64; 16]) -> *const u8 {
    if shape.key.boxed {
        // SAFETY: a boxed aggregate's slot is the address of its image.
        return unsafe { *slots as *const u8 };
    }
    if matches!(shape.key.eq, Equality::String) || shape.key.size == 8 && shape.key.slots() == 1 {
        return slots.cast();
    }
    // SAFETY: at most 8 components, so at most 64 bytes.
    unsafe { pack(shape.key, slots, buffer.as_mut_ptr().cast()) };
    buffer.as_ptr().cast()
}

fn unhashable(cx: &mut Cx, t: Incomparable) -> Status {
    // SAFETY: descriptors live as long as the program.
    let name = unsafe { &(*t).string };
    cx.runtime_error(format!("hash of unhashable type {name}"))
}

unsafe fn map_new(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a window with the hint, and a linked map type.
    unsafe {
        let hint = *w as i64;
        let descs: *const MapDescs = &cx.rt().map_descs;
        let m = cx.alloc(MAP_SIZE as usize, &(*descs).map).cast::<Map>();
        (*m).serial = 1;
        (*m).seed = cx.rt().next_random(cx.g);
        if hint > SMALL as i64 && hint < 1 << 31 {
            let shape = Shape::of(&*typ);
            (*m).resize(cx, &shape, hint as u64);
        }
        *w = m as u64;
    }
    Status::Done
}

#[inline(always)]
unsafe fn get(cx: &mut Cx, w: *mut u64, typ: *const TypeDesc) -> Result<*mut u8, Status> {
    // SAFETY: a window with map and key, and a linked map type.
    unsafe {
        let shape = Shape::of(&*typ);
        let m = *w as *mut Map;
        let mut buffer = [0; 16];
        let key = key_image(&shape, w.add(1), &mut buffer);
        if m.is_null() || (*m).len == 0 {
            // A lookup in an empty map still panics for a key that cannot be hashed.
            if matches!(shape.key.eq, Equality::Interface | Equality::Struct | Equality::Array)
                && let Err(t) = equality::hash(shape.key, key, 0, &mut || 0)
            {
                // SAFETY: descriptors live as long as the program.
                let text = format!("hash of unhashable type: {}", (*t).string);
                return Err(cx.throw(crate::cx::Throw::PlainError(text)));
            }
            return Ok(std::ptr::null_mut());
        }
        if (*m).writing != 0 {
            return Err(
                cx.throw(crate::cx::Throw::Fatal("concurrent map read and map write".into()))
            );
        }
        let hash = (*m).hash(&shape, key).map_err(|t| unhashable(cx, t))?;
        match (*m).find(&shape, key, hash) {
            Ok(Some((i, _))) => Ok((*m).entry(&shape, i).add(shape.elem_at)),
            Ok(None) => Ok(std::ptr::null_mut()),
            Err(t) => Err(unhashable(cx, t)),
        }
    }
}

unsafe fn map_get(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: as `get`.
    unsafe {
        match get(cx, w, typ) {
            Ok(p) => {
                *w = if p.is_null() { cx.rt().zero_area() as u64 } else { p as u64 };
                Status::Done
            }
            Err(s) => s,
        }
    }
}

unsafe fn map_get2(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: as `get`; a window of at least two slots.
    unsafe {
        match get(cx, w, typ) {
            Ok(p) => {
                *w = if p.is_null() { cx.rt().zero_area() as u64 } else { p as u64 };
                *w.add(1) = !p.is_null() as u64;
                Status::Done
            }
            Err(s) => s,
        }
    }
}

/// Marks the map as being written; fails when another M does the same.
unsafe fn begin_write(cx: &mut Cx, m: *mut Map) -> Result<(), Status> {
    // SAFETY: a live map; the word is shared, so it is read and written as an atomic.
    let word = unsafe { std::sync::atomic::AtomicU64::from_ptr(&raw mut (*m).writing) };
    if word.load(std::sync::atomic::Ordering::Relaxed) != 0 {
        return Err(cx.throw(crate::cx::Throw::Fatal("concurrent map writes".into())));
    }
    word.store(1, std::sync::atomic::Ordering::Relaxed);
    Ok(())
}

unsafe fn map_set(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a window with map and key, and a linked map type.
    unsafe {
        let shape = Shape::of(&*typ);
        let m = *w as *mut Map;
        if m.is_null() {
            return cx.throw(crate::cx::Throw::PlainError("assignment to entry in nil map".into()));
        }
        let mut buffer = [0; 16];
        let key = key_image(&shape, w.add(1), &mut buffer);
        if let Err(s) = begin_write(cx, m) {
            return s;
        }
        let result = (*m).set(cx, &shape, key);
        (*m).writing = 0;
        match result {
            Ok(p) => {
                *w = p as u64;
                Status::Done
            }
            Err(t) => unhashable(cx, t),
        }
    }
}

unsafe fn map_delete(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: as `map_set`.
    unsafe {
        let shape = Shape::of(&*typ);
        let m = *w as *mut Map;
        if m.is_null() || (*m).len == 0 {
            return match get(cx, w, typ) {
                Ok(_) => Status::Done,
                Err(s) => s,
            };
        }
        let mut buffer = [0; 16];
        let key = key_image(&shape, w.add(1), &mut buffer);
        if let Err(s) = begin_write(cx, m) {
            return s;
        }
        let result = (*m).delete(cx, &shape, key);
        (*m).writing = 0;
        match result {
            Ok(()) => Status::Done,
            Err(t) => unhashable(cx, t),
        }
    }
}

unsafe fn map_len(_: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a window with a map.
    unsafe { *w = (*w as *const Map).as_ref().map_or(0, |m| m.len) };
    Status::Done
}

unsafe fn map_clear(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a window with a map; `used` entries of the entry's size.
    unsafe {
        let m = *w as *mut Map;
        if !m.is_null() {
            if let Err(s) = begin_write(cx, m) {
                return s;
            }
            let shape = Shape::of(&*typ);
            std::ptr::write_bytes((*m).entries, 0, (*m).used as usize * shape.size);
            if (*m).mask != 0 {
                std::ptr::write_bytes((*m).index, 0, (*m).mask as usize + 1);
            }
            (*m).used = 0;
            (*m).len = 0;
            (*m).writing = 0;
        }
    }
    Status::Done
}

unsafe fn map_iter_new(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a window with a map, and a linked map type.
    unsafe {
        let m = *w as *mut Map;
        let descs: *const MapDescs = &cx.rt().map_descs;
        let it = cx.alloc(size_of::<Iter>(), &(*descs).iter).cast::<Iter>();
        (*it).map = m;
        (*it).desc = typ;
        if m.is_null() || (*m).len == 0 {
            (*it).done = 1;
        } else {
            let shape = Shape::of(&*typ);
            let at = (cx.rt().next_random(cx.g) % (*m).used as u64) as u32;
            let serial = |i: u32| *(*m).entry(&shape, i).cast::<u32>().add(1);
            let first = (at..(*m).used).chain(0..at).find(|&i| serial(i) != 0).unwrap_or(0);
            (*it).start = serial(first).max(1);
            (*it).next = (*it).start;
            (*it).entries = (*m).entries;
            (*it).at = first;
        }
        *w = it as u64;
    }
    Status::Done
}

unsafe fn map_iter_next(_: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a window with an iterator made by `map_iter_new`, and room for three slots.
    unsafe {
        let it = &mut *(*w as *mut Iter);
        if it.done == 0 {
            let m = &*it.map;
            let shape = Shape::of(&*it.desc);
            if it.entries != m.entries {
                // The table was compacted: serials are the only places that still hold.
                it.entries = m.entries;
                it.at = 0;
            }
            loop {
                match m.from_serial(&shape, it.at, it.next) {
                    Some(i) => {
                        let e = m.entry(&shape, i);
                        let serial = *e.cast::<u32>().add(1);
                        if it.wrapped != 0 && serial >= it.start {
                            break;
                        }
                        it.next = serial + 1;
                        it.at = i + 1;
                        *w = 1;
                        *w.add(1) = e.add(shape.key_at) as u64;
                        *w.add(2) = e.add(shape.elem_at) as u64;
                        return Status::Done;
                    }
                    None if it.wrapped == 0 => {
                        it.wrapped = 1;
                        it.next = 1;
                        it.at = 0;
                    }
                    None => break,
                }
            }
            it.done = 1;
        }
        *w = 0;
        *w.add(1) = 0;
        *w.add(2) = 0;
    }
    Status::Done
}

/// All live entries of a map, for natives: addresses of key and element.
///
/// # Safety
/// `m` is null or a live map of type `desc`; it does not change while the iterator is used.
pub unsafe fn entries(
    m: *const Map,
    desc: &TypeDesc,
) -> impl Iterator<Item = (*const u8, *const u8)> + '_ {
    let shape = Shape::of(desc);
    // SAFETY: the caller's promise.
    let used = unsafe { m.as_ref() }.map_or(0, |m| m.used);
    (0..used).filter_map(move |i| {
        // SAFETY: the caller's promise; i < used.
        unsafe {
            let e = (*m).entry(&shape, i);
            (*e.cast::<u32>().add(1) != 0)
                .then(|| (e.add(shape.key_at) as *const u8, e.add(shape.elem_at) as *const u8))
        }
    })
}

/// The intrinsics of maps, by name.
pub fn intrinsic(name: &str) -> Option<IntrinsicFn> {
    Some(match name {
        "MapNew" => map_new,
        "MapGet" => map_get,
        "MapGet2" => map_get2,
        "MapSet" => map_set,
        "MapDelete" => map_delete,
        "MapLen" => map_len,
        "MapClear" => map_clear,
        "MapIterNew" => map_iter_new,
        "MapIterNext" => map_iter_next,
        _ => return None,
    })
}

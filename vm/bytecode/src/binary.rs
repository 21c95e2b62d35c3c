//! Pieces of an image as bytes: numbers in LEB128, lists behind their length.
//!
//! Only for bytes that gvm itself wrote (the library archive in its executable): a reader that runs
//! off its end or meets an unknown kind panics. It must never be given a file from outside.

use crate::image::{
    DataEntry, DataId, FuncEntry, FuncId, ItabId, Kind, NativeEntry, Reloc, Signature, SourcePos,
    TypeId,
};
use crate::op::Cell;

#[derive(Default)]
pub struct Writer {
    pub bytes: Vec<u8>,
}

impl Writer {
    pub fn number(&mut self, mut n: u64) {
        while n >= 0x80 {
            self.bytes.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.bytes.push(n as u8);
    }

    pub fn text(&mut self, s: &str) {
        self.blob(s.as_bytes());
    }

    pub fn blob(&mut self, b: &[u8]) {
        self.number(b.len() as u64);
        self.bytes.extend_from_slice(b);
    }

    pub fn list<T>(&mut self, list: &[T], mut each: impl FnMut(&mut Writer, &T)) {
        self.number(list.len() as u64);
        list.iter().for_each(|x| each(self, x));
    }

    pub fn kinds(&mut self, kinds: &[Kind]) {
        self.list(kinds, |w, &k| w.bytes.push(k as u8));
    }

    fn place(&mut self, p: SourcePos) {
        for n in [p.file, p.line, p.column] {
            self.number(n as u64);
        }
    }

    fn flags(&mut self, list: &[bool]) {
        self.list(list, |w, &b| w.bytes.push(b as u8));
    }

    /// All but the variables, which are debug information.
    pub fn func(&mut self, f: &FuncEntry) {
        self.text(&f.name);
        self.number(f.flags as u64);
        self.list(&f.code, |w, c| w.bytes.extend(c.as_u64().to_le_bytes()));
        self.number(f.frame_size as u64);
        self.kinds(&f.params);
        self.kinds(&f.results);
        self.kinds(&f.captures);
        self.number(f.recovery.map_or(0, |pc| pc as u64 + 1));
        self.list(&f.maps, |w, &(pc, map)| {
            w.number(pc as u64);
            w.number(map as u64);
        });
        self.list(&f.pointer_maps, |w, slots| w.list(slots, |w, &s| w.number(s as u64)));
        self.list(&f.calls, |w, &(pc, signature)| {
            w.number(pc as u64);
            w.number(signature as u64);
        });
        self.list(&f.signatures, |w, s| {
            w.flags(&s.params);
            w.flags(&s.results);
        });
        self.list(&f.unsigned, |w, &(pc, operands)| {
            w.number(pc as u64);
            w.number(operands as u64);
        });
        self.list(&f.lines, |w, &(pc, at, site)| {
            w.number(pc as u64);
            w.place(at);
            w.number(site as u64);
        });
        self.list(&f.inline_sites, |w, (name, at, up)| {
            w.text(name);
            w.place(*at);
            w.number(*up as u64);
        });
        self.place(f.pos);
    }

    pub fn data(&mut self, d: &DataEntry) {
        self.blob(&d.bytes);
        self.number(d.align as u64);
        self.list(&d.relocs, |w, &(at, r)| {
            w.number(at as u64);
            let (kind, id, offset) = match r {
                Reloc::Data(d, offset) => (0, d.0, offset),
                Reloc::Func(f) => (1, f.0, 0),
                Reloc::Type(t) => (2, t.0, 0),
                Reloc::Itab(i) => (3, i.0, 0),
            };
            for n in [kind, id, offset] {
                w.number(n as u64);
            }
        });
        self.number(d.writable as u64);
        let (typ, count) = d.typ.map_or((0, 0), |(t, n)| (t.0 as u64 + 1, n as u64));
        self.number(typ);
        self.number(count);
    }

    pub fn native(&mut self, n: &NativeEntry) {
        self.text(&n.name);
        self.text(&n.signature);
        self.kinds(&n.params);
        self.kinds(&n.results);
    }
}

#[derive(Clone, Copy)]
pub struct Reader<'b> {
    pub rest: &'b [u8],
}

impl<'b> Reader<'b> {
    pub fn byte(&mut self) -> u8 {
        let (&b, rest) = self.rest.split_first().expect("the archive is whole");
        self.rest = rest;
        b
    }

    pub fn number(&mut self) -> u64 {
        let (mut n, mut shift) = (0, 0);
        loop {
            let b = self.byte();
            n |= ((b & 0x7f) as u64) << shift;
            if b < 0x80 {
                return n;
            }
            shift += 7;
        }
    }

    pub fn small(&mut self) -> u32 {
        self.number() as u32
    }

    pub fn take(&mut self, n: usize) -> &'b [u8] {
        let (taken, rest) = self.rest.split_at(n);
        self.rest = rest;
        taken
    }

    pub fn blob(&mut self) -> &'b [u8] {
        let n = self.number() as usize;
        self.take(n)
    }

    pub fn text(&mut self) -> &'b str {
        std::str::from_utf8(self.blob()).expect("texts of the archive are UTF-8")
    }

    pub fn list<T>(&mut self, mut each: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let n = self.number() as usize;
        (0..n).map(|_| each(self)).collect()
    }

    pub fn kinds(&mut self) -> Vec<Kind> {
        self.list(|r| Kind::ALL[r.byte() as usize])
    }

    fn place(&mut self) -> SourcePos {
        SourcePos { file: self.small(), line: self.small(), column: self.small() }
    }

    fn flags(&mut self) -> Vec<bool> {
        self.list(|r| r.byte() != 0)
    }

    pub fn func(&mut self) -> FuncEntry {
        FuncEntry {
            name: self.text().into(),
            flags: self.small(),
            code: {
                let n = self.number() as usize;
                let cells = self.take(8 * n).as_chunks().0;
                cells.iter().map(|c| Cell::ext64(u64::from_le_bytes(*c))).collect()
            },
            frame_size: self.small(),
            params: self.kinds(),
            results: self.kinds(),
            captures: self.kinds(),
            recovery: self.small().checked_sub(1),
            maps: self.list(|r| (r.small(), r.small())),
            pointer_maps: self.list(|r| r.list(|r| r.small() as u16)),
            calls: self.list(|r| (r.small(), r.small())),
            signatures: self.list(|r| Signature { params: r.flags(), results: r.flags() }),
            unsigned: self.list(|r| (r.small(), r.small() as u8)),
            lines: self.list(|r| (r.small(), r.place(), r.small())),
            inline_sites: self.list(|r| (r.text().into(), r.place(), r.small())),
            variables: Vec::new(),
            pos: self.place(),
        }
    }

    pub fn data(&mut self) -> DataEntry {
        let bytes = self.blob().to_vec();
        let align = self.small();
        let relocs = self.list(|r| {
            let [at, kind, id, offset] = std::array::from_fn(|_| r.small());
            let reloc = match kind {
                0 => Reloc::Data(DataId(id), offset),
                1 => Reloc::Func(FuncId(id)),
                2 => Reloc::Type(TypeId(id)),
                _ => Reloc::Itab(ItabId(id)),
            };
            (at, reloc)
        });
        let writable = self.number() != 0;
        let (typ, count) = (self.small(), self.small());
        let typ = typ.checked_sub(1).map(|t| (TypeId(t), count));
        DataEntry { bytes, align, relocs, writable, typ }
    }

    pub fn native(&mut self) -> NativeEntry {
        NativeEntry {
            name: self.text().into(),
            signature: self.text().into(),
            params: self.kinds(),
            results: self.kinds(),
        }
    }
}

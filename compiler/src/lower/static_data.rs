//! Constant composite literals as data sections: tables are copied, not built by code.

use gvm_bytecode::image::{DataEntry, DataId, Reloc};

use super::func::FuncLower;
use crate::syntax::ast::{Element, Expr, ExprKind};
use crate::types::constant::Value as Constant;
use crate::types::info::ExprMode;
use crate::types::type_::{Basic, TypeId, TypeKind};

/// Fewer elements are stored one by one.
const MIN_ELEMENTS: usize = 4;

impl<'a> FuncLower<'_, '_, 'a> {
    /// The data section of an array literal whose elements are all constant.
    pub fn static_array(
        &mut self,
        array: TypeId,
        elem: TypeId,
        elems: &'a [Element<'a>],
        len: i64,
    ) -> Option<DataId> {
        if elems.len() < MIN_ELEMENTS {
            return None;
        }
        let size = self.l.rep(elem).size as usize;
        let mut entry = DataEntry {
            bytes: vec![0; size * len as usize],
            align: 8,
            relocs: Vec::new(),
            writable: false,
            typ: None,
        };
        let mut i = 0usize;
        for el in elems {
            if let Some(k) = el.key {
                i = self.const_int(k)? as usize;
            }
            self.static_value(el.value, elem, &mut entry, i * size)?;
            i += 1;
        }
        let _ = array;
        // Keys may come in any order.
        entry.relocs.sort_unstable_by_key(|r| r.0);
        Some(self.l.data(entry))
    }

    /// Writes a constant expression's image; `None` when it is not constant.
    fn static_value(
        &mut self,
        e: &'a Expr<'a>,
        t: TypeId,
        out: &mut DataEntry,
        at: usize,
    ) -> Option<()> {
        if let Some(tv) = self.l.c.info.exprs.get(&e.id)
            && tv.mode == ExprMode::Constant
        {
            let v = tv.value.clone();
            return self.static_constant(&v, t, out, at);
        }
        let ExprKind::Composite { elems, .. } = e.kind else { return None };
        match self.l.under(t) {
            TypeKind::Struct(fields) => {
                let layout = self.l.c.types.struct_layout(&fields);
                for (n, el) in elems.iter().enumerate() {
                    let i = match el.key {
                        Some(Expr { kind: ExprKind::Ident(name), .. }) => {
                            self.l.c.types.field_named(&fields, *name)?
                        }
                        Some(_) => return None,
                        None => n,
                    };
                    if fields[i].name == crate::Symbol::BLANK {
                        // It stays zero.
                        return None;
                    }
                    let ft = self.subst(fields[i].typ);
                    self.static_value(el.value, ft, out, at + layout.offsets[i] as usize)?;
                }
                Some(())
            }
            TypeKind::Array(_, elem) => {
                let elem = self.l.c.types.canon(elem);
                let size = self.l.rep(elem).size as usize;
                let mut i = 0usize;
                for el in elems {
                    if let Some(k) = el.key {
                        i = self.const_int(k)? as usize;
                    }
                    self.static_value(el.value, elem, out, at + i * size)?;
                    i += 1;
                }
                Some(())
            }
            _ => None,
        }
    }

    fn static_constant(
        &mut self,
        v: &Constant,
        t: TypeId,
        out: &mut DataEntry,
        at: usize,
    ) -> Option<()> {
        let TypeKind::Basic(b) = self.l.under(t) else { return None };
        let mut put =
            |at: usize, bytes: &[u8]| out.bytes[at..at + bytes.len()].copy_from_slice(bytes);
        if b.is_string() {
            let s = v.as_str()?;
            put(at + 8, &(s.len() as u64).to_le_bytes());
            if !s.is_empty() {
                let id = self.l.string_data(s);
                out.relocs.push((at as u32, Reloc::Data(id, 0)));
            }
            return Some(());
        }
        match b {
            Basic::Bool => put(at, &[v.as_bool()? as u8]),
            Basic::Float64 => put(at, &v.to_f64()?.to_bits().to_le_bytes()),
            Basic::Float32 => put(at, &v.to_f32()?.to_bits().to_le_bytes()),
            Basic::Complex64 | Basic::Complex128 | Basic::UnsafePointer => return None,
            _ => {
                let int = v.to_int()?;
                let x = int.as_i64().or_else(|| int.as_u64().map(|u| u as i64))?;
                let n = super::layout::basic_kind(b).size() as usize;
                put(at, &x.to_le_bytes()[..n]);
            }
        }
        Some(())
    }
}

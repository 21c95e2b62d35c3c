//! Composite literals.
//!
//! A literal whose type is elided gets it from the surrounding one; where that wants a pointer the
//! literal's recorded type is the pointer type. Keys of a struct literal have a `Selection`, whose
//! path is longer than one for a promoted field.

use hashbrown::{HashMap, HashSet};

use crate::syntax::Pos;
use crate::syntax::ast::{Element, Expr, ExprKind};
use crate::types::check::Checker;
use crate::types::check::expr::Target;
use crate::types::check::operand::{Mode, Operand};
use crate::types::constant::Value;
use crate::types::info::{Selection, SelectionKind};
use crate::types::lookup::{Found, Lookup};
use crate::types::type_::{Field, TypeId, TypeKind};

impl<'a> Checker<'a> {
    pub(super) fn composite_lit(
        &mut self,
        e: &'a Expr<'a>,
        typ: Option<&'a Expr<'a>>,
        elems: &'a [Element<'a>],
        rbrace: Pos,
        hint: Option<TypeId>,
    ) -> Operand<'a> {
        let mut open_array = None;
        let (full, base) = match (typ, hint) {
            (Some(te), _) => {
                if let ExprKind::ArrayType { len: None, elem } = te.kind {
                    let elem = self.var_type(elem);
                    open_array = Some(elem);
                    (TypeId::INVALID, TypeId::INVALID)
                } else {
                    let t = self.typ(te);
                    (t, t)
                }
            }
            (None, Some(h)) => {
                let core = self.core_type(h).unwrap_or(TypeId::INVALID);
                let base = match *self.types.raw_kind(core) {
                    TypeKind::Pointer(b) => b,
                    _ => h,
                };
                (h, base)
            }
            (None, None) => {
                self.error(e.pos, "missing type in composite literal");
                self.use_elements(elems);
                return Operand::invalid();
            }
        };
        let mut x = Operand::value(full, Some(e));
        if let Some(elem) = open_array {
            let n = self.indexed_elements(elems, elem, None);
            x.typ = self.types.array(n, elem);
            if let Some(te) = typ {
                let t = Operand {
                    mode: Mode::TypeExpr,
                    typ: x.typ,
                    val: Value::Unknown,
                    expr: Some(te),
                };
                self.record(&t);
            }
            if !self.is_valid(elem) {
                return Operand::invalid();
            }
            return x;
        }
        if !self.is_valid(base) {
            self.use_elements(elems);
            return Operand::invalid();
        }
        if !self.path.is_empty() && self.incomplete(base) {
            self.use_elements(elems);
            return Operand::invalid();
        }
        let core = self.core_type(base);
        let kind = core.map(|c| self.types.raw_kind(c).clone());
        match kind {
            Some(TypeKind::Struct(fields)) => self.struct_elements(base, &fields, elems, rbrace),
            Some(TypeKind::Array(n, elem)) => {
                self.indexed_elements(elems, elem, Some(n));
            }
            Some(TypeKind::Slice(elem)) => {
                self.indexed_elements(elems, elem, None);
            }
            Some(TypeKind::Map(k, v)) => self.map_elements(k, v, elems),
            _ => {
                self.use_elements(elems);
                if core != Some(TypeId::INVALID) {
                    let t = self.type_str(full);
                    let cause = if core.is_none() {
                        " (no common underlying type)".to_string()
                    } else {
                        String::new()
                    };
                    let element = if typ.is_none() { "element " } else { "" };
                    self.error(
                        e.pos,
                        format!("invalid composite literal {element}type {t}{cause}"),
                    );
                }
                return Operand::invalid();
            }
        }
        x
    }

    /// Checks the elements of a literal whose type is wrong, so that what they use counts as used.
    fn use_elements(&mut self, elems: &'a [Element<'a>]) {
        elems.iter().for_each(|el| drop(self.raw_expr(el.value, None)));
    }

    fn struct_elements(
        &mut self,
        base: TypeId,
        fields: &[Field],
        elems: &'a [Element<'a>],
        rbrace: Pos,
    ) {
        let Some(first) = elems.first() else { return };
        if first.key.is_some() {
            self.keyed_fields(base, fields, elems);
            return;
        }
        for (i, el) in elems.iter().enumerate() {
            if let Some(k) = el.key {
                self.error(k.pos, "mixture of field:value and value elements in struct literal");
                continue;
            }
            let Some(f) = fields.get(i) else {
                let x = self.expr(el.value);
                let p = x.expr.map_or(el.value.pos, |e| e.pos);
                let ts = self.type_str(base);
                self.error(p, format!("too many values in struct literal of type {ts}"));
                return;
            };
            let mut x = self.expr_hint(el.value, Some(f.typ), Target::Text("struct literal"));
            if f.pkg.is_some() && f.pkg != self.env.pkg {
                let n = self.name(f.name).to_string();
                let ts = self.type_str(base);
                self.error(
                    el.value.pos,
                    format!(
                        "implicit assignment to unexported field {n} in struct literal of type {ts}"
                    ),
                );
                continue;
            }
            self.assignment(&mut x, Some(f.typ), "struct literal");
        }
        if elems.len() < fields.len() {
            let rest = &fields[elems.len()..];
            let closed = rest.iter().any(|f| f.pkg != self.env.pkg && !self.is_exported(f.name));
            let hint =
                if closed { " (type has unexported fields - use key:value pairs)" } else { "" };
            let ts = self.type_str(base);
            self.error(rbrace, format!("too few values in struct literal of type {ts}{hint}"));
        }
    }

    fn keyed_fields(&mut self, base: TypeId, fields: &[Field], elems: &'a [Element<'a>]) {
        let mut seen: Vec<(Vec<u32>, String)> = Vec::new();
        for el in elems {
            let Some(key) = el.key else {
                self.error(
                    el.value.pos,
                    "mixture of field:value and value elements in struct literal",
                );
                continue;
            };
            let ExprKind::Ident(name) = key.kind else {
                let k = self.expr_str(key);
                self.error(key.pos, format!("invalid field name {k} in struct literal"));
                self.raw_expr(el.value, None);
                continue;
            };
            let own_pkg = self.env.pkg;
            let key_is_blank = name == crate::syntax::Symbol::BLANK;
            let direct = fields.iter().position(|f| {
                f.name == name && !key_is_blank && (f.pkg.is_none() || f.pkg == own_pkg)
            });
            let (path, typ, indirect) = if let Some(i) = direct {
                (vec![i as u32], fields[i].typ, false)
            } else {
                match self.lookup(base, name) {
                    Lookup::Found(entry) => match entry.found {
                        Found::Field(f) => (entry.path, f.typ, entry.indirect),
                        _ => {
                            self.no_such_field(base, key, name);
                            self.element_expr_any(el.value);
                            continue;
                        }
                    },
                    _ => {
                        self.no_such_field(base, key, name);
                        self.element_expr_any(el.value);
                        continue;
                    }
                }
            };
            let n = self.name(name).to_string();
            if indirect {
                self.error(key.pos, format!("invalid implicit pointer indirection to reach {n}"));
                self.element_expr_any(el.value);
                continue;
            }
            if path.len() > 1 {
                let (to, ts) = (self.field_path(base, &path), self.type_str(base));
                let what = format!("use of promoted field {to} in struct literal of type {ts}");
                if !self.requires(key.pos, 27, &what) {
                    self.element_expr_any(el.value);
                    continue;
                }
            }
            self.info.selections.insert(
                key.id,
                Selection {
                    kind: SelectionKind::Field,
                    recv: base,
                    path: path.clone(),
                    obj: None,
                    base: TypeId::INVALID,
                    iface: None,
                    pkg: self.env.pkg,
                    indirect: false,
                    typ,
                },
            );
            let mut x = self.expr_hint(el.value, Some(typ), Target::Text("struct literal"));
            self.assignment(&mut x, Some(typ), "struct literal");
            if seen.iter().any(|s| s.0 == path) {
                self.error(key.pos, format!("duplicate field name {n} in struct literal"));
            } else if let Some((_, outer)) = seen.iter().find(|s| path.starts_with(&s.0)) {
                self.error(
                    key.pos,
                    format!(
                        "cannot specify promoted field {n} and enclosing embedded field {outer}"
                    ),
                );
            } else if let Some((_, inner)) = seen.iter().find(|s| s.0.starts_with(&path)) {
                self.error(
                    key.pos,
                    format!(
                        "cannot specify embedded field {n} and enclosed promoted field {inner}"
                    ),
                );
            }
            seen.push((path, n));
        }
    }

    /// `A.B.f`: the names along a path of fields.
    fn field_path(&mut self, base: TypeId, path: &[u32]) -> String {
        let mut names = Vec::new();
        let mut t = base;
        for &i in path {
            let TypeKind::Struct(fields) = self.under_kind(t) else { break };
            let Some(f) = fields.get(i as usize) else { break };
            names.push(self.name(f.name));
            t = self.deref(f.typ).0;
        }
        names.join(".")
    }

    fn no_such_field(&mut self, base: TypeId, key: &'a Expr<'a>, name: crate::syntax::Symbol) {
        let msg = self.unknown_field(base, name);
        self.error(key.pos, msg);
    }

    fn element_expr_any(&mut self, e: &'a Expr<'a>) {
        if !matches!(e.kind, ExprKind::Composite { typ: None, .. }) {
            self.raw_expr(e, None);
        }
    }

    /// Elements of an array or a slice; gives the length. `len` is that of the array.
    fn indexed_elements(
        &mut self,
        elems: &'a [Element<'a>],
        elem: TypeId,
        len: Option<i64>,
    ) -> i64 {
        let mut seen: HashSet<i64> = HashSet::new();
        let (mut index, mut max) = (0i64, 0i64);
        for el in elems {
            let at = el.key.map_or(el.value.pos, |k| k.pos);
            let mut valid = false;
            if let Some(key) = el.key {
                if let Some(i) = self.literal_index(key, len) {
                    index = i;
                    valid = true;
                }
            } else if let Some(n) = len
                && index >= n
            {
                self.error(at, format!("index {index} is out of bounds (>= {n})"));
            } else {
                valid = true;
            }
            if valid && !seen.insert(index) {
                self.error(at, format!("duplicate index {index} in array or slice literal"));
            }
            index += 1;
            max = max.max(index);
            let mut x = self.element_expr(el.value, elem, "array or slice literal");
            self.assignment(&mut x, Some(elem), "array or slice literal");
        }
        max
    }

    fn literal_index(&mut self, key: &'a Expr<'a>, len: Option<i64>) -> Option<i64> {
        match self.index_const(key, len)? {
            (_, Some(i)) => Some(i),
            _ => {
                let k = self.expr_str(key);
                self.error(key.pos, format!("index {k} must be integer constant"));
                None
            }
        }
    }

    fn map_elements(&mut self, k: TypeId, v: TypeId, elems: &'a [Element<'a>]) {
        let by_type = self.is_interface_or_tparam(k);
        let mut seen: HashMap<KeyValue, Vec<TypeId>> = HashMap::new();
        for el in elems {
            let Some(key) = el.key else {
                self.error(el.value.pos, "missing key in map literal");
                self.element_expr_any(el.value);
                continue;
            };
            let mut x = self.element_expr(key, k, "map literal");
            self.assignment(&mut x, Some(k), "map literal");
            let ok = !x.is_invalid();
            if ok
                && x.is_const()
                && let Some(kv) = key_value(&x.val)
            {
                let dup = match seen.get(&kv) {
                    Some(ts) if by_type => ts.iter().any(|&t| self.types.identical(t, x.typ)),
                    Some(_) => true,
                    None => false,
                };
                seen.entry(kv).or_default().push(x.typ);
                if dup {
                    let p = self.operand_pos(&x);
                    self.error(p, format!("duplicate key {} in map literal", x.val.display()));
                    continue;
                }
            }
            if !ok {
                continue;
            }
            let mut y = self.element_expr(el.value, v, "map literal");
            self.assignment(&mut y, Some(v), "map literal");
        }
    }
}

/// A constant as a hash key.
#[derive(PartialEq, Eq, Hash)]
pub(super) enum KeyValue {
    Bool(bool),
    Bytes(Vec<u8>),
    Number(String),
}

pub(super) fn key_value(v: &Value) -> Option<KeyValue> {
    Some(match v {
        Value::Unknown => return None,
        Value::Bool(b) => KeyValue::Bool(*b),
        Value::Str(s) => KeyValue::Bytes(s.to_vec()),
        // An integral number looks the same in every form.
        v => match v.to_int() {
            Some(i) => KeyValue::Number(i.display()),
            None => KeyValue::Number(format!("{v:?}")),
        },
    })
}

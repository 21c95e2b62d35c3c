//! What package reflect needs of the compiler: all exported methods, and for each signature of the
//! program functions that call through it with arguments in memory. Made only when the program
//! reaches reflection's natives for them.

use gvm_bytecode::image::{FuncId, Kind, func_flags};
use smallvec::SmallVec;

use super::Lowerer;
use super::Subst;
use super::call::{Callee, Prepared};
use super::func::{FuncLower, Run};
use crate::Symbol;
use crate::ir::Value;
use crate::source::Pos;
use crate::types::object::{ObjId, PkgId};
use crate::types::type_::{Signature, TypeId, TypeKind};

/// What stands between the caller of a function that `reflect.MakeFunc` made and the function that was
/// given to it: that one may recover.
pub const HANDS_ON: [&str; 3] =
    ["reflect.makeFuncStub", "reflect.MakeFunc.func1", "reflect.serveCall"];

impl Lowerer<'_, '_> {
    fn has_native(&self, name: &str) -> bool {
        self.image.natives.iter().any(|n| n.name == name)
    }

    /// Whether exported methods may be found by name or number.
    pub fn reflects_methods(&self) -> bool {
        self.has_native("reflect.methodAt")
    }

    /// Whether pointers to any value may come up.
    pub fn reflects_pointers(&self) -> bool {
        self.has_native("reflect.pointerTo") || self.decodes()
    }

    /// Whether package encoding/json may call methods of what it finds in other values.
    fn decodes(&self) -> bool {
        self.has_native("encoding/json.pointerTo")
    }

    /// Whether values of any type in the table may come up.
    pub fn reflects_values(&self) -> bool {
        self.reflects_methods() || self.has_native("reflect.adapters") || self.decodes()
    }

    /// Exported methods that a type has, promoted ones included.
    pub fn exported_method_names(&mut self, t: TypeId) -> Vec<(Symbol, Option<PkgId>)> {
        let mut names = Vec::new();
        let mut todo = vec![t];
        let mut seen = Vec::new();
        while let Some(t) = todo.pop() {
            let base = match self.c.types.kind(t) {
                TypeKind::Pointer(x) => *x,
                _ => t,
            };
            if seen.contains(&base) {
                continue;
            }
            seen.push(base);
            self.c.resolve_methods_of(base);
            if let Some(n) = self.c.types.as_named(base) {
                for obj in self.c.types.methods_of(n).to_vec() {
                    names.push(self.c.objs[obj].name);
                }
            }
            match self.under(base) {
                TypeKind::Struct(fields) => {
                    todo.extend(fields.iter().filter(|f| f.embedded).map(|f| f.typ));
                }
                TypeKind::Interface(_) => {
                    names.extend(self.interface_methods(base).iter().map(|m| m.name));
                }
                _ => {}
            }
        }
        names.sort_unstable();
        names.dedup();
        let exported = |&n: &Symbol| self.name(n).chars().next().is_some_and(char::is_uppercase);
        names.into_iter().filter(exported).map(|n| (n, None)).collect()
    }

    /// Makes the functions for signatures that are new. True when there was something to do.
    pub fn reflect_adapters(&mut self) -> bool {
        if !self.has_native("reflect.adapters") {
            return false;
        }
        let mut any = false;
        while let Some((id, t)) = self.next_for_adapters() {
            if let TypeKind::Signature(sig) = self.under(t) {
                let method = self.method_adapter(&sig);
                // Without receiver it is no method's, and nobody asks.
                let bare = if sig.params.is_empty() { method } else { self.bare_adapter(&sig) };
                for (what, f) in [
                    ("call", self.call_adapter(&sig)),
                    ("method", method),
                    ("make", self.make_adapter(&sig)),
                    ("bare", bare),
                ] {
                    self.image.known_funcs.push((format!("reflect.{what}#{id}"), f));
                }
                any = true;
            }
        }
        any
    }

    fn canonical(&mut self, types: &[TypeId]) -> Vec<TypeId> {
        types.iter().map(|&t| self.c.types.canon(t)).collect()
    }

    /// `func(f T, args, results unsafe.Pointer)`: args and results are arrays of addresses.
    fn call_adapter(&mut self, sig: &Signature) -> FuncId {
        let (params, results) = (self.canonical(&sig.params), self.canonical(&sig.results));
        let id = self.new_func();
        let kinds = self.kinds(&results);
        let name = "reflect.Value.call".to_string();
        let (mut f, v) = FuncLower::new(self, name, &[Kind::Ptr; 3], Subst::default());
        let mut args = Run::new();
        for (i, &p) in params.iter().enumerate() {
            let at = f.address(v[1], i);
            args.extend(f.load(p, at, 0));
        }
        let call = Prepared { callee: Callee::Closure(v[0]), args, results: kinds };
        let values = f.perform(&call);
        let mut from = 0;
        for (i, &r) in results.iter().enumerate() {
            let n = f.l.rep(r).count();
            let at = f.address(v[2], i);
            f.store(r, at, 0, &values[from..from + n]);
            from += n;
        }
        f.b.ret(&[]);
        let func = f.finish();
        self.emit(id, func, Pos::NONE);
        id
    }

    /// The body of a closure over an itab and a data word: calls the itab's first method.
    fn method_adapter(&mut self, sig: &Signature) -> FuncId {
        let (params, results) = (self.canonical(&sig.params), self.canonical(&sig.results));
        let id = self.new_func();
        let (params, results) = (self.kinds(&params), self.kinds(&results));
        let name = "reflect.methodValueCall".to_string();
        let (mut f, v) = FuncLower::new(self, name, &params, Subst::default());
        f.b.func.flags |= func_flags::WRAPPER;
        f.b.func.results = results.clone();
        let words = f.captured(&[Kind::U64, Kind::Ptr]);
        let callee = Callee::Interface(words[0], words[1], 0);
        let r = f.perform(&Prepared { callee, args: v.into_iter().collect(), results });
        f.b.ret(&r);
        let func = f.finish();
        self.emit(id, func, Pos::NONE);
        id
    }

    /// The body of a closure over an itab: calls the itab's first method, with the first argument as
    /// receiver.
    fn bare_adapter(&mut self, sig: &Signature) -> FuncId {
        let (params, results) = (self.canonical(&sig.params), self.canonical(&sig.results));
        let id = self.new_func();
        let (kinds, results) = (self.kinds(&params), self.kinds(&results));
        let name = "reflect.methodValueCall".to_string();
        let (mut f, v) = FuncLower::new(self, name, &kinds, Subst::default());
        f.b.func.flags |= func_flags::WRAPPER;
        f.b.func.results = results.clone();
        let itab = f.captured(&[Kind::U64])[0];
        let receiver = params[0];
        let n = f.l.rep(receiver).count();
        let word = f.data_word(v[..n].into(), receiver);
        let callee = Callee::Interface(itab, word, 0);
        let r = f.perform(&Prepared { callee, args: v[n..].into(), results });
        f.b.ret(&r);
        let func = f.finish();
        self.emit(id, func, Pos::NONE);
        id
    }

    /// The body of a closure over a `func(args, results unsafe.Pointer)`: puts its arguments into
    /// memory, calls that, and returns the results from memory.
    fn make_adapter(&mut self, sig: &Signature) -> FuncId {
        let (params, results) = (self.canonical(&sig.params), self.canonical(&sig.results));
        let id = self.new_func();
        let (kinds, result_kinds) = (self.kinds(&params), self.kinds(&results));
        let name = "reflect.makeFuncStub".to_string();
        let (mut f, v) = FuncLower::new(self, name, &kinds, Subst::default());
        f.b.func.results = result_kinds;
        let serve = f.captured(&[Kind::Ptr]);
        let args = f.addresses(params.len());
        let mut from = 0;
        for (i, &p) in params.iter().enumerate() {
            let n = f.l.rep(p).count();
            let at = f.new_object(p);
            f.store(p, at, 0, &v[from..from + n]);
            f.store(TypeId::UNSAFE_POINTER, args, 8 * i as u32, &[at]);
            from += n;
        }
        let out = f.addresses(results.len());
        let mut places: SmallVec<[Value; 4]> = SmallVec::new();
        for (i, &r) in results.iter().enumerate() {
            let at = f.new_object(r);
            f.store(TypeId::UNSAFE_POINTER, out, 8 * i as u32, &[at]);
            places.push(at);
        }
        let args = Run::from_slice(&[args, out]);
        f.perform(&Prepared { callee: Callee::Closure(serve[0]), args, results: Vec::new() });
        let mut values = Run::new();
        for (&r, &at) in results.iter().zip(&places) {
            values.extend(f.load(r, at, 0));
        }
        f.b.ret(&values);
        let func = f.finish();
        self.emit(id, func, Pos::NONE);
        id
    }
}

impl FuncLower<'_, '_, '_> {
    /// Entry i of an array of addresses.
    fn address(&mut self, array: Value, i: usize) -> Value {
        self.load(TypeId::UNSAFE_POINTER, array, 8 * i as u32)[0]
    }

    /// A new array of addresses.
    fn addresses(&mut self, n: usize) -> Value {
        let array = self.l.c.types.array(n.max(1) as i64, TypeId::UNSAFE_POINTER);
        self.new_object(array)
    }

    /// The words of the closure that the function is the body of.
    fn captured(&mut self, kinds: &[Kind]) -> Run {
        self.b.func.captures = kinds.to_vec();
        self.captures = vec![(ObjId(u32::MAX), kinds.to_vec())];
        self.closure_words(0, kinds)
    }
}

//! Type argument inference and instantiation.

use crate::syntax::Pos;
use crate::types::check::Checker;
use crate::types::check::operand::Operand;
use crate::types::lookup::{Entry, Found, Lookup, View, Wanted};
use crate::types::type_::{Basic, TypeId, TypeKind};
use crate::types::unify::{Mode as UMode, Unifier};

impl<'a> Checker<'a> {
    /// Completes `targs` (a prefix, or with holes) for `tparams` from the arguments of a call.
    /// `what` is the function of a call. `arg_types` are the arguments' types as messages show them.
    /// Reports an error at `pos` and returns `None` if that is impossible.
    pub fn infer(
        &mut self,
        pos: Pos,
        what: &str,
        tparams: &[TypeId],
        targs: &[Option<TypeId>],
        params: &[TypeId],
        args: &[Operand<'a>],
        arg_types: &[TypeId],
        reverse: Option<(TypeId, TypeId)>,
    ) -> Option<Vec<TypeId>> {
        let mut known: Vec<Option<TypeId>> = targs.to_vec();
        known.resize(tparams.len(), None);
        if known.iter().flatten().any(|&t| !self.is_valid(t)) || args.iter().any(|a| a.is_invalid())
        {
            return None;
        }
        if known.iter().all(|t| t.is_some()) {
            return Some(known.into_iter().flatten().collect());
        }
        // Only a call is named in messages.
        let prefix = if what.is_empty() { String::new() } else { format!("in call to {what}, ") };
        // Whatever a type parameter becomes is a part of these.
        let with_methods = tparams.iter().chain(params).any(|&p| {
            self.is_interface_or_tparam(p)
                && self.types.type_set(p).is_some_and(|s| !s.methods.is_empty())
        });
        if with_methods {
            let reverse = reverse.iter().map(|r| r.0);
            let given = args.iter().map(|a| a.typ).chain(known.iter().flatten().copied());
            self.resolve_methods_within(given.chain(reverse).collect());
        }
        // Parameters as they look with what is already known, for messages.
        let shown: Vec<TypeId> = {
            let (ps, ts): (Vec<TypeId>, Vec<TypeId>) =
                tparams.iter().zip(&known).filter_map(|(&p, t)| t.map(|t| (p, t))).unzip();
            params.iter().map(|&p| self.types.subst(p, &ps, &ts)).collect()
        };
        let rune = self.universe.rune;
        let mut untyped: Vec<usize> = Vec::new();
        let interfaces = self.allows(pos, 21);
        let mut u = Unifier::new(&mut self.types, &self.objs, tparams, &known);
        u.interfaces = interfaces;
        let mut failed: Option<(usize, Vec<Option<TypeId>>)> = None;
        let mut reverse_failed = false;
        if let Some((x, y)) = reverse
            && (mentions(u.types, x, tparams) || mentions(u.types, y, tparams))
            && !u.unify(x, y, UMode::Assign)
        {
            reverse_failed = true;
        }
        if !reverse_failed {
            for (i, a) in args.iter().enumerate() {
                let Some(&p) = shown.get(i) else { break };
                // A generic function as argument brings variables of its own.
                if !mentions(u.types, p, tparams) && !mentions(u.types, a.typ, tparams) {
                    continue;
                }
                let untyped_arg =
                    matches!(u.types.kind(a.typ), TypeKind::Basic(b) if b.is_untyped());
                if untyped_arg {
                    if u.is_var(p) {
                        untyped.push(i);
                    }
                } else if !u.unify(p, a.typ, UMode::Assign) {
                    failed = Some((i, u.inferred()));
                    break;
                }
            }
        }
        if reverse_failed {
            let inferred = u.inferred();
            let (target, generic) = reverse.unwrap_or((TypeId::INVALID, TypeId::INVALID));
            let (with, any) = self.with_inferred(generic, tparams, &inferred);
            let (ts, gs, ws) = (self.type_str(target), self.type_str(generic), self.type_str(with));
            let v = match self.target {
                Some(super::expr::Target::Object(o)) => self.name(self.objs[o].name).to_string(),
                Some(super::expr::Target::Expr(e)) => self.expr_str(e),
                Some(super::expr::Target::Text(t)) => t.into(),
                None => "variable".into(),
            };
            let names = self.tparam_names(tparams);
            self.err(
                pos,
                if !any {
                    format!("type {ts} of {v} does not match {gs} (cannot infer {names})")
                } else if with != generic {
                    format!("inferred type {ws} for {gs} does not match type {ts} of {v}")
                } else {
                    format!("type {ts} of {v} does not match {gs}")
                },
            );
            return None;
        }
        if let Some((i, inferred)) = failed {
            self.mismatch_error(what, &args[i].clone(), arg_types[i], shown[i], tparams, &inferred);
            return None;
        }
        // Constraints: a core type, or methods, can decide or refine arguments.
        let mut rounds = 0;
        let mut unmet: Option<(usize, TypeId, Option<Unmet>)> = None;
        loop {
            let before = u.unknowns();
            for (i, &tp) in tparams.iter().enumerate() {
                let tx = u.at(i);
                match (core_term(&mut u, tp), tx) {
                    (Some((core, tilde, _)), Some(tx)) => {
                        let t = if tilde && !u.types.is_tparam(tx) {
                            u.types.underlying(tx)
                        } else {
                            tx
                        };
                        if !u.unify(t, core, UMode::Inexact) && unmet.is_none() {
                            unmet = Some((i, tx, None));
                        }
                    }
                    // `~T` leaves open which type with that underlying type it is.
                    (Some((core, false, true)), None) => u.set(i, core),
                    _ => {}
                }
                let Some(tx) = tx else { continue };
                if unmet.is_some() {
                    continue;
                }
                // Methods of the constraint must match those of the argument.
                if mentions(u.types, tx, tparams) {
                    continue;
                }
                let methods = u.types.type_set(tp).map_or(Vec::new(), |s| s.methods);
                for m in methods {
                    let objs = u.objs;
                    let have = u.types.method_signature(objs, tx, m.name, m.pkg);
                    let found =
                        View { types: &mut *u.types, objs }.lookup(tx, Wanted::Name(m.name, m.pkg));
                    let by_pointer = match found {
                        Lookup::Found(Entry {
                            found: Found::Method { obj, .. }, indirect, ..
                        }) => !indirect && objs.func(obj).is_some_and(|f| f.ptr_recv),
                        _ => false,
                    };
                    let ok = !by_pointer && have.is_some_and(|h| u.unify(h, m.sig, UMode::Exact));
                    if !ok && unmet.is_none() {
                        unmet = Some((i, tx, Some(Unmet { method: m, have, by_pointer })));
                    }
                }
            }
            rounds += 1;
            if unmet.is_some() || u.unknowns() == before && rounds > 1 || rounds > 20 {
                break;
            }
        }
        if let Some((i, tx, why)) = unmet {
            let (xs, tps) = (self.type_str(tx), self.tparam_names(&tparams[i..=i]));
            let c = self
                .types
                .as_tparam(tparams[i])
                .map_or(TypeId::INVALID, |p| self.types.tparam(p).constraint);
            let cs = self.type_str(c);
            let mut cause = String::new();
            if let Some(w) = why {
                self.missing_cause(tx, c, w.method, w.have.map(|h| (h, w.by_pointer)), &mut cause);
                cause.insert(0, ' ');
            }
            self.err(pos, format!("{prefix}{tps} (type {xs}) does not satisfy {cs}{cause}"));
            return None;
        }
        // Untyped constants decide only what is still open after that; of several kinds the largest wins.
        let mut max_untyped: Vec<(usize, TypeId)> = Vec::new();
        for i in untyped {
            let Some(v) = tparams.iter().position(|&t| t == u.types.unalias(shown[i])) else {
                continue;
            };
            if u.at(v).is_some() {
                continue;
            }
            let at = args[i].typ;
            if at == TypeId::UNTYPED_NIL {
                continue;
            }
            match max_untyped.iter_mut().find(|x| x.0 == v) {
                None => max_untyped.push((v, at)),
                Some(x) => {
                    let (a, b) = (basic_of(u.types, x.1), basic_of(u.types, at));
                    if a == b {
                        continue;
                    }
                    match (a, b) {
                        (Some(a), Some(b)) if a.is_numeric() && b.is_numeric() => {
                            if b > a {
                                x.1 = at;
                            }
                        }
                        _ => {
                            let (xs, ys) = (self.type_str(x.1), self.type_str(at));
                            let p = self.operand_pos(&args[i]);
                            self.err(p, format!("in call to {what}, mismatched types {xs} and {ys} (cannot infer {})", self.tparam_names(tparams)));
                            return None;
                        }
                    }
                }
            }
        }
        for (v, t) in max_untyped {
            let t = match basic_of(u.types, t) {
                Some(Basic::UntypedBool) => TypeId::BOOL,
                Some(Basic::UntypedInt) => TypeId::INT,
                Some(Basic::UntypedRune) => rune,
                Some(Basic::UntypedFloat) => TypeId::FLOAT64,
                Some(Basic::UntypedComplex) => TypeId::COMPLEX128,
                Some(Basic::UntypedString) => TypeId::STRING,
                _ => t,
            };
            u.set(v, t);
        }
        let mut inferred = u.inferred();
        // An argument may mention other parameters: put them in until nothing changes.
        for _ in 0..=tparams.len() {
            let (ps, ts): (Vec<TypeId>, Vec<TypeId>) =
                tparams.iter().zip(&inferred).filter_map(|(&p, t)| t.map(|t| (p, t))).unzip();
            let mut changed = false;
            for t in inferred.iter_mut().flatten() {
                if mentions(&self.types, *t, tparams) {
                    let n = self.types.subst(*t, &ps, &ts);
                    changed |= n != *t;
                    *t = n;
                }
            }
            if !changed {
                break;
            }
        }
        for (i, t) in inferred.iter_mut().enumerate() {
            if t.is_some_and(|t| {
                mentions(&self.types, t, &tparams[i..=i]) || mentions(&self.types, t, tparams)
            }) {
                *t = None;
            }
        }
        if let Some(i) = inferred.iter().position(|t| t.is_none()) {
            let n = self.tparam_names(&tparams[i..=i]);
            let decl = self
                .types
                .as_tparam(tparams[i])
                .map(|p| self.types.tparam(p).obj)
                .map(|o| self.pos_str(self.objs[o].pos))
                .unwrap_or_default();
            self.err(pos, format!("{prefix}cannot infer {n} (declared at {decl})"));
            return None;
        }
        Some(inferred.into_iter().flatten().collect())
    }

    /// `t` with the parameters that are known by now put in, and whether there are any.
    fn with_inferred(
        &mut self,
        t: TypeId,
        tparams: &[TypeId],
        inferred: &[Option<TypeId>],
    ) -> (TypeId, bool) {
        let (ps, ts): (Vec<TypeId>, Vec<TypeId>) =
            tparams.iter().zip(inferred).filter_map(|(&p, t)| t.map(|t| (p, t))).unzip();
        (self.types.subst(t, &ps, &ts), !ps.is_empty())
    }

    fn mismatch_error(
        &mut self,
        what: &str,
        arg: &Operand<'a>,
        arg_type: TypeId,
        param: TypeId,
        tparams: &[TypeId],
        inferred: &[Option<TypeId>],
    ) {
        let p = self.operand_pos(arg);
        let at = self.type_str(arg_type);
        let es = arg.expr.map(|e| self.expr_str(e)).unwrap_or_default();
        let (with, any) = self.with_inferred(param, tparams, inferred);
        let (ps, ws) = (self.type_str(param), self.type_str(with));
        let tail = if !any {
            format!("{ps} (cannot infer {})", self.tparam_names(tparams))
        } else if with != param {
            format!("inferred type {ws} for {ps}")
        } else {
            ps
        };
        self.err(p, format!("in call to {what}, type {at} of {es} does not match {tail}"));
    }

    /// `P`, `P and Q`, `P, Q, and R`
    pub fn tparam_names(&self, tparams: &[TypeId]) -> String {
        let name = |&t: &TypeId| {
            let declared = self.types.as_tparam(t).map(|p| self.types.tparam(p).obj);
            declared.map_or_else(|| self.type_str(t), |o| self.name(self.objs[o].name).to_string())
        };
        let names: Vec<String> = tparams.iter().map(name).collect();
        match names.len() {
            0 => String::new(),
            1 => names[0].clone(),
            2 => format!("{} and {}", names[0], names[1]),
            n => format!("{}, and {}", names[..n - 1].join(", "), names[n - 1]),
        }
    }

    /// Checks that each argument satisfies its constraint. Gives the index of the first that does
    /// not, and why.
    pub fn verify_instance(
        &mut self,
        tparams: &[TypeId],
        targs: &[TypeId],
    ) -> Result<(), (usize, String)> {
        for (i, (&p, &t)) in tparams.iter().zip(targs).enumerate() {
            let Some(id) = self.types.as_tparam(p) else { continue };
            let bound = self.types.tparam(id).constraint;
            let bound = self.types.subst(bound, tparams, targs);
            let bu = self.types.underlying(bound);
            let bound = if matches!(self.types.raw_kind(bu), TypeKind::Interface(_)) {
                bound
            } else {
                self.types.wrap_constraint(bound)
            };
            let mut cause = String::new();
            if !self.implements(t, bound, true, &mut cause) {
                return Err((i, cause));
            }
        }
        Ok(())
    }
}

/// Whether one of `tparams` occurs in `t`.
pub fn mentions(types: &crate::types::type_::Types, t: TypeId, tparams: &[TypeId]) -> bool {
    let any = |ts: &[TypeId]| ts.iter().any(|&t| mentions(types, t, tparams));
    match types.raw_kind(t) {
        TypeKind::Basic(_) => false,
        TypeKind::TypeParam(_) => tparams.contains(&t),
        TypeKind::Alias(a) => types.alias(*a).target.is_some_and(|t| mentions(types, t, tparams)),
        TypeKind::Named(n) => any(&types.named(*n).targs),
        &TypeKind::Pointer(e)
        | &TypeKind::Slice(e)
        | &TypeKind::Array(_, e)
        | &TypeKind::Chan(_, e) => mentions(types, e, tparams),
        &TypeKind::Map(k, e) => mentions(types, k, tparams) || mentions(types, e, tparams),
        TypeKind::Struct(fs) => fs.iter().any(|f| mentions(types, f.typ, tparams)),
        TypeKind::Tuple(ts) => any(ts),
        TypeKind::Signature(s) => any(&s.params) || any(&s.results),
        TypeKind::Interface(i) => {
            i.methods.iter().any(|m| mentions(types, m.sig, tparams)) || any(&i.embeds)
        }
        TypeKind::Union(ts) => ts.iter().any(|x| mentions(types, x.typ, tparams)),
    }
}

fn basic_of(types: &crate::types::type_::Types, t: TypeId) -> Option<crate::types::type_::Basic> {
    if let TypeKind::Basic(b) = types.kind(t) { Some(*b) } else { None }
}

/// A method that a type argument lacks, or has with another signature.
struct Unmet {
    method: crate::types::type_::Method,
    have: Option<TypeId>,
    /// Only pointers to it have it.
    by_pointer: bool,
}

/// The core type of a constraint: (type, some term has a tilde, the type set has one term).
fn core_term(u: &mut Unifier<'_>, tp: TypeId) -> Option<(TypeId, bool, bool)> {
    use crate::types::type_::ChanDir;
    let set = u.types.type_set(tp)?;
    let terms = set.terms?;
    if terms.len() == 1 {
        return Some((terms[0].typ, terms[0].tilde, true));
    }
    let first = terms.first()?;
    let mut core = u.types.underlying(first.typ);
    for t in &terms[1..] {
        let tu = u.types.underlying(t.typ);
        if u.types.identical(core, tu) {
            continue;
        }
        // Channels may differ in direction.
        match (u.types.raw_kind(core).clone(), u.types.raw_kind(tu).clone()) {
            (TypeKind::Chan(d, a), TypeKind::Chan(e, b)) if u.types.identical(a, b) => {
                match (d, e) {
                    (ChanDir::Both, _) => core = tu,
                    (_, ChanDir::Both) => {}
                    (d, e) if d == e => {}
                    _ => return None,
                }
            }
            _ => return None,
        }
    }
    Some((core, terms.iter().any(|t| t.tilde), false))
}

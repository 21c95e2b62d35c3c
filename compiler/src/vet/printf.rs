//! printf: calls of printing functions whose format and arguments do not fit.

use super::funcs::Callee;
use super::wrappers::Kind;
use super::{Call, Pass, format};
use crate::source::Pos;
use crate::syntax::ast::{Expr, ExprKind, LitKind};
use crate::types::type_::{Basic, TypeId, TypeKind};

pub fn check(p: &mut Pass<'_, '_>) {
    let known = p.wrappers();
    for call in p.calls() {
        let Some(f) = p.callee(&call) else { continue };
        match known.kind(&f) {
            Some(kind @ (Kind::Printf | Kind::Errorf)) => p.formatted(&call, &f, kind),
            Some(kind) => p.plain(&call, &f, kind),
            None => {}
        }
    }
}

/// `1 arg`, `2 args`
fn count(n: usize) -> String {
    format!("{n} arg{}", if n == 1 { "" } else { "s" })
}

impl<'a> Pass<'_, 'a> {
    fn formatted(&mut self, call: &Call<'a>, f: &Callee, kind: Kind) {
        let name = &f.full;
        let Some(sig) = self.signature(call.fun) else { return };
        let Some(at) = sig.params.len().checked_sub(2).filter(|_| sig.variadic) else { return };
        let Some(&format) = call.args.get(at) else { return };
        let args = &call.args[at + 1..];
        let Some(text) = self.string_constant(format) else {
            if args.is_empty() && self.c.go >= 24 {
                let pos = super::text::start(format);
                self.report(pos, format!("non-constant format string in call to {name}"));
            }
            return;
        };
        if !text.contains('%') {
            if let Some(first) = args.first() {
                let pos = super::text::start(first);
                let m = format!("{name} call has arguments but no formatting directives");
                self.report(pos, m);
            }
            return;
        }
        let read = match format::parse(&text) {
            Ok(r) => r,
            Err(e) => {
                self.report(super::text::start(format), format!("{name} format {e}"));
                return;
            }
        };
        for d in &read.directives {
            let pos = self.inside(format, d.at);
            let arg = d.arg.and_then(|i| args.get(i).copied());
            if !self.directive(call, name, kind, d, pos, args, arg) {
                return;
            }
        }
        if read.indexed || call.spread {
            return;
        }
        if read.needed < args.len() {
            let m =
                format!("{name} call needs {} but has {}", count(read.needed), count(args.len()));
            self.report(call.pos(), m);
        }
    }

    /// Looks at one directive; false ends the check of the call.
    #[allow(clippy::too_many_arguments)]
    fn directive(
        &mut self,
        call: &Call<'a>,
        name: &str,
        kind: Kind,
        d: &format::Directive,
        pos: Pos,
        args: &[&'a Expr<'a>],
        arg: Option<&'a Expr<'a>>,
    ) -> bool {
        let text = &d.text;
        // With f(xs...) nobody knows how many there are.
        let unknown = |i: usize| call.spread && i + 1 >= args.len();
        let known_type = arg.and_then(|a| self.type_of(a));
        let formatter = known_type.is_some_and(|t| self.is_formatter(t));
        let verb = format::verb(d.verb);
        if !formatter {
            let Some((flags, _)) = verb else {
                let m = format!("{name} format {text} has unknown verb {}", d.verb);
                self.report(pos, m);
                return false;
            };
            if let Some(flag) = d.flags.chars().find(|&c| c != '0' && !flags.contains(c)) {
                let m = format!("{name} format {text} has unrecognized flag {flag}");
                self.report(pos, m);
                return false;
            }
        }
        for &star in &d.stars {
            if unknown(star) {
                return false;
            }
            let Some(&width) = args.get(star) else {
                return self.missing(name, text, star, args.len(), pos);
            };
            let Some(t) = self.type_of(width) else { return false };
            if !matches!(self.c.under_kind(t), TypeKind::Basic(Basic::Int | Basic::UntypedInt)) {
                let shown = self.source(width);
                let m = format!("{name} format {text} uses non-int {shown} as argument of *");
                self.report(pos, m);
                return false;
            }
        }
        let Some(index) = d.arg else { return true };
        if d.verb == 'w' && kind != Kind::Errorf {
            let m = format!("{name} does not support error-wrapping directive %w");
            self.report(pos, m);
            return false;
        }
        if unknown(index) {
            return false;
        }
        let Some(arg) = arg else { return self.missing(name, text, index, args.len(), pos) };
        let (Some(t), false) = (known_type, formatter) else { return true };
        let shown = self.source(arg);
        if !matches!(d.verb, 'p' | 'T') && self.is_function(t) {
            let m = format!("{name} format {text} arg {shown} is a func value, not called");
            self.report(pos, m);
            return false;
        }
        let want = verb.map_or(format::takes::ANY, |v| v.1);
        if let Err(reason) = self.fits(want, t) {
            let typ = self.type_text(t);
            let m = format!("{name} format {text} has arg {shown} of wrong type {typ}{reason}");
            self.report(pos, m);
            return false;
        }
        true
    }

    fn missing(&mut self, name: &str, text: &str, index: usize, have: usize, pos: Pos) -> bool {
        let m =
            format!("{name} format {text} reads arg #{}, but call has {}", index + 1, count(have));
        self.report(pos, m);
        false
    }

    /// The type is a function type without a name.
    fn is_function(&self, t: TypeId) -> bool {
        matches!(self.c.types.kind(t), TypeKind::Signature(_))
    }

    fn plain(&mut self, call: &Call<'a>, f: &Callee, kind: Kind) {
        let name = &f.full;
        let Some(sig) = self.signature(call.fun) else { return };
        let skip = sig.params.len().saturating_sub(1);
        let Some(args) = call.args.get(skip..).filter(|a| !a.is_empty()) else { return };
        let pos = call.pos();
        if skip == 0
            && let ExprKind::Selector { x, sel } = args[0].kind
            && let ExprKind::Ident(package) = x.kind
            && self.c.name(package) == "os"
            && self.c.name(sel.name).starts_with("Std")
        {
            let shown = self.source(args[0]);
            let m = format!("{name} does not take io.Writer but has first arg {shown}");
            self.report(pos, m);
        }
        if let Some(s) = self.string_constant(args[0])
            && let Some(directive) = format::possible_directive(&s)
        {
            let m = format!("{name} call has possible Printf formatting directive {directive}");
            self.report(pos, m);
        }
        if kind == Kind::Println
            && f.name.ends_with("ln")
            && self.string_constant(args[args.len() - 1]).is_some_and(|s| s.ends_with('\n'))
        {
            self.report(pos, format!("{name} arg list ends with redundant newline"));
        }
        for arg in args {
            if self.type_of(arg).is_some_and(|t| self.is_function(t)) {
                let shown = self.source(arg);
                let m = format!("{name} arg {shown} is a func value, not called");
                self.report(pos, m);
            }
        }
    }

    /// The place of a byte of a string constant's value, if a literal stands there.
    fn inside(&self, e: &Expr<'a>, at: usize) -> Pos {
        let ExprKind::Lit { kind: LitKind::String, text, .. } = e.kind else {
            return super::text::start(e);
        };
        if text.starts_with('`') {
            return e.pos.plus(1 + at as u32);
        }
        // Escapes are longer in the source than in the value.
        let (mut value, mut source) = (0, 1);
        while value < at && source < text.len() {
            let rest = &text.as_bytes()[source..];
            let (long, bytes) = match rest {
                [b'\\', b'x', ..] => (4, 1),
                [b'\\', b'0'..=b'7', ..] => (4, 1),
                [b'\\', b'u', ..] => (6, wide(&text[source + 2..source + 6])),
                [b'\\', b'U', ..] => (10, wide(&text[source + 2..source + 10])),
                [b'\\', ..] => (2, 1),
                _ => (1, 1),
            };
            source += long;
            value += bytes;
        }
        e.pos.plus(source as u32)
    }
}

/// Bytes of UTF-8 of the character with these hexadecimal digits.
fn wide(digits: &str) -> usize {
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).map_or(3, char::len_utf8)
}

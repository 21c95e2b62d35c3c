//! Expressions of a wanted type.

use super::types::{INTS, Type};
use super::{Generator, Variable};

/// Least and greatest value of each of `INTS`.
const RANGES: [(i128, i128); 11] = [
    (i64::MIN as i128, i64::MAX as i128),
    (i8::MIN as i128, i8::MAX as i128),
    (i16::MIN as i128, i16::MAX as i128),
    (i32::MIN as i128, i32::MAX as i128),
    (i64::MIN as i128, i64::MAX as i128),
    (0, u64::MAX as i128),
    (0, u8::MAX as i128),
    (0, u16::MAX as i128),
    (0, u32::MAX as i128),
    (0, u64::MAX as i128),
    (0, u64::MAX as i128),
];

const FLOATS: [&str; 12] = [
    "0",
    "1",
    "-1",
    "0.1",
    "-2.5",
    "1e10",
    "3e38",
    "1e-40",
    "255.99",
    "-128.5",
    "16777217",
    "4294967296",
];

const TEXTS: [&str; 9] = [
    "\"\"",
    "\"a\"",
    "\"go\"",
    "\"zebra\"",
    "\"caf\\u00e9\"",
    "\"\\xff\\x00z\"",
    "\"\\u4e16\\u754c\"",
    "`raw\\n`",
    "\"0123456789\"",
];

/// An expression, and whether it is constant.
type Made = (String, bool);

impl Generator {
    pub fn expr(&mut self, t: &Type, depth: usize) -> String {
        self.made(t, depth).0
    }

    /// One that is not constant.
    pub fn moving(&mut self, t: &Type, depth: usize) -> String {
        let (text, constant) = self.made(t, depth);
        if constant { format!("{}({text})", self.own("id")) } else { text }
    }

    fn made(&mut self, t: &Type, depth: usize) -> Made {
        if depth == 0 || self.r.once_in(5) {
            return self.leaf(t);
        }
        if self.r.once_in(8)
            && let Some(call) = self.general(t, depth - 1)
        {
            return (call, false);
        }
        let d = depth - 1;
        let text = match self.underlying(t) {
            Type::Bool => return self.condition(d),
            Type::Int(_) => return self.whole_number(t, d),
            Type::Float(_) => return self.real_number(t, d),
            Type::Complex(n) => match self.r.below(4) {
                0 => {
                    let part = Type::Float(n / 2);
                    let (a, b) = (self.moving(&part, d), self.moving(&part, d));
                    format!("complex({a}, {b})")
                }
                1 => format!("(-{})", self.moving(t, d)),
                _ => return self.binary(t, &["+", "-", "*", "/"], d),
            },
            Type::String => match self.r.below(7) {
                0 | 1 => {
                    let (a, b) = (self.moving(t, d), self.expr(t, d));
                    format!("{}({a} + {b})", self.own("clip"))
                }
                2 => format!("string(rune({}))", self.moving(&Type::Int(6), d)),
                3 => format!("string({})", self.moving(&Type::Slice(Box::new(Type::Int(6))), d)),
                4 => {
                    let a = self.moving(t, d);
                    let i = self.moving(&Type::Int(6), d);
                    format!("{}({a}, {i})", self.own("tail"))
                }
                5 => {
                    let a = self.scalar();
                    format!("fmt.Sprint({})", self.expr(&a, d))
                }
                _ => format!("min({}, {})", self.moving(t, d), self.expr(t, d)),
            },
            Type::Slice(e) => match self.r.below(7) {
                0 | 1 => {
                    let (list, value) = (self.value(t, d), self.expr(&e, d));
                    format!("append({}({list}), {value})", self.own("full"))
                }
                2 => {
                    let (a, b) = (self.value(t, d), self.moving(&Type::Int(6), d));
                    format!("{}({a}, {b})", self.own("part"))
                }
                3 => format!("make({}, {} % 5)", self.type_text(t), self.moving(&Type::Int(6), d)),
                4 => {
                    let from = self.scalar();
                    let list = self.value(&Type::Slice(Box::new(from.clone())), d);
                    let f = self.func_literal(&[from], &e, d);
                    format!("{}({list}, {f})", self.own("apply"))
                }
                5 if *e == Type::Int(6) => format!("[]byte({})", self.moving(&Type::String, d)),
                5 if *e == Type::Int(3) => format!("[]rune({})", self.moving(&Type::String, d)),
                _ => return (self.literal(t), false),
            },
            Type::Any => {
                let of = loop {
                    let of = self.plain();
                    if self.printable(&of) {
                        break of;
                    }
                };
                format!("any({})", self.expr(&of, d))
            }
            Type::Func(params, result) => self.func_literal(&params, &result, d),
            _ => return (self.literal(t), false),
        };
        (text, false)
    }

    /// A value that is a variable when there is one, and surely has a type of its own.
    fn value(&mut self, t: &Type, depth: usize) -> String {
        match self.made(t, depth) {
            (text, _) if text == "nil" => format!("{}(nil)", self.type_text(t)),
            (text, _) => text,
        }
    }

    /// What works for any type: calls, choices, what containers hold.
    fn general(&mut self, t: &Type, d: usize) -> Option<String> {
        let text = self.type_text(t);
        Some(match self.r.below(9) {
            0..=2 => return self.call(t, d),
            3 => {
                let (c, a, b) = (self.expr(&Type::Bool, d), self.moving(t, d), self.expr(t, d));
                format!("{}[{text}]({c}, {a}, {b})", self.own("choose"))
            }
            4 => format!("{}[{text}]({})", self.own("as"), self.value(&Type::Any, d)),
            5 => {
                let list = self.value(&Type::Slice(Box::new(t.clone())), d);
                format!("{}({list}, {})", self.own("item"), self.expr(&Type::Int(0), d))
            }
            6 => {
                let n = 1 + self.r.below(3);
                let array = self.expr(&Type::Array(n, Box::new(t.clone())), d);
                let i = self.moving(&Type::Int(0), d);
                format!("{array}[uint({i}) % {n}]")
            }
            7 => {
                let key = self.integer();
                let k = self.type_text(&key);
                let (a, b) = (self.expr(&key, d), self.expr(t, d));
                format!("(&{}[{k}, {text}]{{key: {a}}}).set({b}).val", self.own("pair"))
            }
            _ => {
                // What is assigned inside is read by the rest of the expression.
                let targets: Vec<String> = self
                    .scope
                    .iter()
                    .filter(|v| v.assignable && v.typ == *t)
                    .map(|v| v.name.clone())
                    .collect();
                if targets.is_empty() || self.alone {
                    return None;
                }
                let target = self.r.pick(&targets).clone();
                let value = self.expr(t, d.min(1));
                format!("func() {text} {{ {target} = {value}; return {target} }}()")
            }
        })
    }

    /// A call of a function or func value with that result.
    fn call(&mut self, t: &Type, d: usize) -> Option<String> {
        if self.alone {
            return None;
        }
        let mut known: Vec<(String, Vec<Type>)> = Vec::new();
        for f in &self.functions {
            if f.result == *t {
                known.push((f.name.clone(), f.params.clone()));
            }
        }
        for v in &self.scope {
            match &v.typ {
                Type::Func(params, result) if **result == *t => {
                    known.push((v.name.clone(), params.clone()));
                }
                Type::Struct(i) if self.structs[*i].fields[0].1 == *t => {
                    known.push((format!("{}.get", v.name), Vec::new()));
                    if v.assignable {
                        known.push((format!("{}.put", v.name), vec![t.clone()]));
                    }
                }
                _ => {}
            }
        }
        if known.is_empty() {
            return None;
        }
        let (name, params) = self.r.pick(&known).clone();
        let args: Vec<String> = params.iter().map(|p| self.expr(p, d.min(2))).collect();
        Some(format!("{name}({})", args.join(", ")))
    }

    fn binary(&mut self, t: &Type, ops: &[&'static str], d: usize) -> Made {
        let op = *self.r.pick(ops);
        let (a, constant) = self.made(t, d);
        let (b, other) = self.made(t, d);
        let a = if constant && other { format!("{}({a})", self.own("id")) } else { a };
        let b = match op {
            "/" if other => format!("{}({b})", self.own("id")),
            _ => b,
        };
        (format!("({a} {op} {b})"), false)
    }

    fn condition(&mut self, d: usize) -> Made {
        let text = match self.r.below(6) {
            0 => format!("!{}", self.moving(&Type::Bool, d)),
            1 => {
                let op = *self.r.pick(&["&&", "||"]);
                format!("({} {op} {})", self.moving(&Type::Bool, d), self.expr(&Type::Bool, d))
            }
            2 => {
                let t = loop {
                    let t = self.plain();
                    if self.comparable(&t) && !matches!(t, Type::Pointer(_)) {
                        break t;
                    }
                };
                let op = *self.r.pick(&["==", "!="]);
                return self.binary(&t, &[op], d);
            }
            3 => format!("({} == {})", self.value(&Type::Any, d), self.value(&Type::Any, d)),
            _ => {
                let t = match self.r.below(5) {
                    0 => Type::String,
                    1 => Type::Float(64),
                    2 => Type::Float(32),
                    _ => self.integer(),
                };
                return self.binary(&t, &["<", "<=", ">", ">=", "==", "!="], d);
            }
        };
        (text, false)
    }

    fn whole_number(&mut self, t: &Type, d: usize) -> Made {
        let name = self.type_text(t);
        let text = match self.r.below(14) {
            0..=4 => return self.binary(t, &["+", "-", "*", "&", "|", "^", "&^"], d),
            5 => {
                let op = *self.r.pick(&["/", "%"]);
                let (a, b) = (self.moving(t, d), self.moving(t, d));
                // Division by zero now and then.
                if self.r.once_in(12) {
                    format!("({a} {op} {b})")
                } else {
                    format!("({a} {op} ({b} | 1))")
                }
            }
            6 | 7 => {
                let op = *self.r.pick(&["<<", ">>"]);
                let by = Type::Int(self.r.below(INTS.len()));
                let (a, b) = (self.moving(t, d), self.moving(&by, d));
                if by.is_unsigned() {
                    format!("({a} {op} ({b} % 67))")
                } else if self.r.once_in(12) {
                    format!("({a} {op} {b})")
                } else {
                    format!("({a} {op} ({b} & 63))")
                }
            }
            8 => format!("({}{})", self.r.pick(&["-", "^", "+"]), self.moving(t, d)),
            9 | 10 => {
                let from = match self.r.below(6) {
                    0 => Type::Float(64),
                    1 => Type::Float(32),
                    _ => self.integer(),
                };
                format!("{name}({})", self.moving(&from, d))
            }
            11 => format!("{}({}, {})", self.own("mix"), self.moving(t, d), self.expr(t, d)),
            12 => {
                let of = match self.r.below(3) {
                    0 => Type::String,
                    1 => Type::Map(Box::new(Type::Int(6)), Box::new(self.scalar())),
                    _ => Type::Slice(Box::new(self.scalar())),
                };
                let value = match of {
                    Type::String => self.moving(&of, d),
                    _ => self.value(&of, d),
                };
                format!("{name}(len({value}))")
            }
            _ => match t {
                Type::Named(_) => format!("{}.next()", self.moving(t, d)),
                Type::Int(6) => {
                    let (s, i) = (self.moving(&Type::String, d), self.expr(&Type::Int(0), d));
                    format!("{}({s}, {i})", self.own("byteAt"))
                }
                _ => {
                    let list = Type::Slice(Box::new(t.clone()));
                    let list = self.value(&list, d);
                    let (a, b) = (self.fresh("a"), self.fresh("b"));
                    let kept = self.scope.len();
                    self.bind(&a, t, false);
                    self.bind(&b, t, false);
                    let body = self.moving(t, d);
                    self.scope.truncate(kept);
                    let start = self.expr(t, 0);
                    format!(
                        "{}({list}, {start}, func({a}, {b} {name}) {name} {{ return {body} }})",
                        self.own("fold")
                    )
                }
            },
        };
        (text, false)
    }

    fn real_number(&mut self, t: &Type, d: usize) -> Made {
        let name = self.type_text(t);
        let text = match self.r.below(8) {
            0 => format!("(-{})", self.moving(t, d)),
            1 | 2 => {
                let from = self.integer();
                format!("{name}({})", self.moving(&from, d))
            }
            3 => {
                let from = Type::Float(if *t == Type::Float(32) { 64 } else { 32 });
                format!("{name}({})", self.moving(&from, d))
            }
            4 => {
                let n = if *t == Type::Float(32) { 64 } else { 128 };
                let part = *self.r.pick(&["real", "imag"]);
                format!("{part}({})", self.moving(&Type::Complex(n), d))
            }
            5 => {
                let least = *self.r.pick(&["min", "max"]);
                format!("{least}({}, {})", self.moving(t, d), self.expr(t, d))
            }
            _ => return self.binary(t, &["+", "-", "*", "/"], d),
        };
        (text, false)
    }

    fn func_literal(&mut self, params: &[Type], result: &Type, d: usize) -> String {
        let kept = self.scope.len();
        let mut list = Vec::new();
        for p in params {
            let name = self.fresh("x");
            list.push(format!("{name} {}", self.type_text(p)));
            self.bind(&name, p, true);
        }
        let value = self.expr(result, d);
        self.scope.truncate(kept);
        format!("func({}) {} {{ return {value} }}", list.join(", "), self.type_text(result))
    }

    pub fn bind(&mut self, name: &str, typ: &Type, assignable: bool) {
        self.scope.push(Variable { name: name.into(), typ: typ.clone(), assignable });
    }

    /// A variable, or a part of one, or a literal.
    fn leaf(&mut self, t: &Type) -> Made {
        if !self.r.once_in(4) {
            let mut found = Vec::new();
            for v in &self.scope {
                if v.typ == *t {
                    found.push(v.name.clone());
                }
                let fields = match &v.typ {
                    Type::Struct(i) => &self.structs[*i].fields,
                    Type::Pointer(p) => match **p {
                        Type::Struct(i) => &self.structs[i].fields,
                        _ => continue,
                    },
                    _ => continue,
                };
                let matching = fields.iter().filter(|(_, ft)| ft == t);
                found.extend(matching.map(|(f, _)| format!("{}.{f}", v.name)));
            }
            if !found.is_empty() {
                // The later, the nearer.
                let n = found.len();
                let i = n - 1 - self.r.below(n).min(self.r.below(n));
                return (found.swap_remove(i), false);
            }
        }
        let constant = matches!(
            self.underlying(t),
            Type::Bool | Type::Int(_) | Type::Float(_) | Type::Complex(_) | Type::String
        );
        (self.literal(t), constant)
    }

    pub fn literal(&mut self, t: &Type) -> String {
        let name = self.type_text(t);
        match self.underlying(t) {
            Type::Bool => (*self.r.pick(&["true", "false"])).into(),
            Type::Int(i) => {
                let (low, high) = RANGES[i];
                let n = match self.r.below(8) {
                    0 => low,
                    1 => high,
                    2 => 0,
                    3 => 1,
                    4 => low.max(-1),
                    _ => (self.r.next() as i64 as i128 >> self.r.below(64)).clamp(low, high),
                };
                format!("{name}({n})")
            }
            Type::Float(n) => {
                let value = *self.r.pick(&FLOATS);
                // Constants that float32 takes for zero are refused nowhere.
                let _ = n;
                format!("{name}({value})")
            }
            Type::Complex(_) => {
                let (a, b) = (*self.r.pick(&FLOATS), *self.r.pick(&FLOATS));
                format!("{name}(complex({a}, {b}))")
            }
            Type::String => (*self.r.pick(&TEXTS)).into(),
            Type::Slice(e) => {
                if self.r.once_in(8) {
                    return format!("{name}(nil)");
                }
                let list: Vec<String> = (0..self.r.below(4)).map(|_| self.expr(&e, 1)).collect();
                format!("{name}{{{}}}", list.join(", "))
            }
            Type::Array(n, e) => {
                let list: Vec<String> =
                    (0..self.r.below(n + 1)).map(|_| self.expr(&e, 1)).collect();
                format!("{name}{{{}}}", list.join(", "))
            }
            Type::Map(k, v) => {
                // Constant keys must differ: these never are constant.
                let list: Vec<String> = (0..self.r.below(4))
                    .map(|_| format!("{}: {}", self.moving(&k, 1), self.expr(&v, 1)))
                    .collect();
                format!("{name}{{{}}}", list.join(", "))
            }
            Type::Struct(i) => {
                let fields = self.structs[i].fields.clone();
                let mut list = Vec::new();
                for (f, ft) in &fields {
                    if !self.r.once_in(4) {
                        list.push(format!("{f}: {}", self.expr(ft, 1)));
                    }
                }
                format!("{name}{{{}}}", list.join(", "))
            }
            Type::Pointer(e) => {
                if self.r.once_in(12) {
                    return format!("({name})(nil)");
                }
                format!("&{}", self.literal(&e))
            }
            Type::Func(params, result) => self.func_literal(&params, &result, 1),
            Type::Any => {
                let of = self.scalar();
                format!("any({})", self.expr(&of, 1))
            }
            Type::Named(_) => name,
        }
    }
}

//! Random programs that every Go compiler must accept and whose output is determined, to compare
//! implementations by.
//!
//! A seed gives one program, the same on every machine: a few types, generic functions, functions that
//! call one another without recursion, and an entry `run<seed>`. All its names end in the seed, so that
//! many programs share one package (`batch`). Nothing may depend on the order of a map, on time, on
//! addresses, on capacities that escape analysis decides (so
//! every append makes a new array) or on who of two goroutines is first; loops and calls are bounded, calls by *fuel*.
//! Operands are never all constant, as gc computes constants exactly and refuses what overflows.

mod expr;
mod stmt;
mod types;

use std::fmt::Write;

use types::{Struct, Type};

/// Steele, Lea and Flood's SplitMix64.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 ≤ result < n.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    /// True once in n times.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// A name in scope.
#[derive(Clone)]
struct Variable {
    name: String,
    typ: Type,
    /// Loop variables and the like are only read, so that loops end.
    assignable: bool,
}

struct Function {
    name: String,
    params: Vec<Type>,
    result: Type,
}

struct Generator {
    r: Random,
    seed: u64,
    out: String,
    indent: usize,
    structs: Vec<Struct>,
    /// Underlying types of the named numeric types.
    named: Vec<Type>,
    functions: Vec<Function>,
    scope: Vec<Variable>,
    names: usize,
    /// Labels of the loops around, innermost last.
    loops: Vec<String>,
    /// What the function around returns; nothing in a body without result.
    result: Option<Type>,
    /// In a goroutine of its own: nothing outside may be touched.
    alone: bool,
    /// Statements inside statements.
    depth: usize,
}

/// The program of a seed, without package clause: declarations and `func run<seed>()`.
pub fn program(seed: u64) -> String {
    let mut g = Generator {
        r: Random::new(seed),
        seed,
        out: String::new(),
        indent: 0,
        structs: Vec::new(),
        named: Vec::new(),
        functions: Vec::new(),
        scope: Vec::new(),
        names: 0,
        loops: Vec::new(),
        result: None,
        alone: false,
        depth: 0,
    };
    g.whole();
    g.out
}

/// A package of the programs of some seeds; each one's output follows a line `-- seed`.
pub fn batch(seeds: impl Iterator<Item = u64> + Clone) -> String {
    let mut out = String::from("package main\n\nimport \"fmt\"\n");
    for seed in seeds.clone() {
        let _ = write!(out, "\n{}", program(seed));
    }
    out.push_str("\nfunc main() {\n");
    for seed in seeds {
        let _ = writeln!(out, "\tfmt.Println(\"-- {seed}\")\n\trun{seed}()");
    }
    out.push_str("}\n");
    out
}

/// What every program has, with `@` for its seed.
const COMMON: &str = "\
var fuel@ = 400

type number@ interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

type pair@[K comparable, V any] struct {
	key K
	val V
}

func (p pair@[K, V]) flip(k K) (K, V) { return k, p.val }

func (p *pair@[K, V]) set(v V) *pair@[K, V] {
	p.val = v
	return p
}

func id@[T any](v T) T { return v }

func choose@[T any](yes bool, a, b T) T {
	if yes {
		return a
	}
	return b
}

func as@[T any](v any) (t T) {
	if x, ok := v.(T); ok {
		return x
	}
	return
}

func apply@[T, U any](list []T, f func(T) U) (out []U) {
	for _, v := range list {
		out = append(out, f(v))
	}
	return out
}

func fold@[T, A any](list []T, start A, f func(A, T) A) A {
	for _, v := range list {
		start = f(start, v)
	}
	return start
}

func mix@[T number@](a, b T) T {
	c := a*3 ^ b
	if c < a {
		c -= b << 1
	}
	return c + T(7)&^a
}

func each@[T any](list []T) func(func(int, T) bool) {
	return func(yield func(int, T) bool) {
		defer fmt.Println(\"each over\")
		for i := len(list) - 1; i >= 0; i-- {
			if !yield(i, list[i]) {
				return
			}
		}
	}
}

func item@[T any](list []T, i int) (t T) {
	if len(list) > 0 {
		t = list[uint(i)%uint(len(list))]
	}
	return t
}

func full@[T any](list []T) []T { return list[:len(list):len(list)] }

func within@[T any](i int, list []T) int {
	if len(list) == 0 {
		return 0
	}
	return int(uint(i) % uint(len(list)))
}

func part@[T any](list []T, i uint8) []T {
	n := int(i) % (len(list) + 1)
	if i&128 != 0 {
		return list[:n]
	}
	return list[n:]
}

func tail@(s string, i uint8) string { return s[int(i)%(len(s)+1):] }

func byteAt@(s string, i int) byte {
	if s == \"\" {
		return 0
	}
	return s[uint(i)%uint(len(s))]
}

func clip@(s string) string {
	if len(s) > 30 {
		return s[len(s)-20:]
	}
	return s
}

func try@(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, \"recovered\", r)
		}
	}()
	f()
}
";

impl Generator {
    fn line(&mut self, text: impl AsRef<str>) {
        for _ in 0..self.indent {
            self.out.push('\t');
        }
        self.out.push_str(text.as_ref());
        self.out.push('\n');
    }

    fn open(&mut self, text: impl AsRef<str>) {
        self.line(text);
        self.indent += 1;
    }

    fn close(&mut self, text: &str) {
        self.indent -= 1;
        self.line(text);
    }

    fn fresh(&mut self, prefix: &str) -> String {
        self.names += 1;
        format!("{prefix}{}", self.names)
    }

    /// A name of the program's own at package level.
    fn own(&self, name: &str) -> String {
        format!("{name}{}", self.seed)
    }

    fn whole(&mut self) {
        let common = COMMON.replace('@', &self.seed.to_string());
        self.out.push_str(&common);
        for i in 0..2 {
            let typ = Type::Int(self.r.below(types::INTS.len()));
            self.line(format!("\ntype named{i}_{} {}", self.seed, self.type_text(&typ)));
            let name = format!("named{i}_{}", self.seed);
            self.line(format!("\nfunc (n {name}) next() {name} {{ return n*2 + 1 }}"));
            self.named.push(typ);
        }
        for i in 0..3 {
            self.structure(i);
        }
        for i in 0..4 {
            let typ = self.scalar();
            let value = self.literal(&typ);
            let name = format!("global{i}_{}", self.seed);
            self.line(format!("\nvar {name} {} = {value}", self.type_text(&typ)));
            self.scope.push(Variable { name, typ, assignable: true });
        }
        for i in 0..3 + self.r.below(3) {
            self.function(i);
        }
        self.out.push('\n');
        let name = self.own("run");
        self.open(format!("func {name}() {{"));
        let globals: Vec<String> = (0..4).map(|i| format!("global{i}_{}", self.seed)).collect();
        // A panic ends one part, not all.
        for k in 0..6 {
            self.open(format!("{}(\"part {k}\", func() {{", self.own("try")));
            self.body(6);
            self.close("})");
            self.line(format!("fmt.Println({}, {})", globals.join(", "), self.own("fuel")));
        }
        self.close("}");
    }

    fn structure(&mut self, i: usize) {
        let name = format!("struct{i}_{}", self.seed);
        let n = 2 + self.r.below(4);
        let mut fields = Vec::new();
        for k in 0..n {
            // Only structs before it, so that none holds itself.
            let typ = if k == 0 { self.scalar() } else { self.plain() };
            fields.push((format!("f{k}"), typ));
        }
        self.out.push('\n');
        self.open(format!("type {name} struct {{"));
        for (f, t) in &fields {
            let t = self.type_text(t);
            self.line(format!("{f} {t}"));
        }
        self.close("}");
        let first = fields[0].1.clone();
        self.structs.push(Struct { name: name.clone(), fields });
        let t = self.type_text(&first);
        // A method that reads and one that writes.
        let outer = std::mem::take(&mut self.scope);
        self.bind("this", &Type::Struct(i), false);
        let value = self.expr(&first, 2);
        // It may call itself.
        let fuel = self.own("fuel");
        self.line(format!(
            "\nfunc (this {name}) get() {t} {{\n\tif {fuel}--; {fuel} < 0 {{\n\t\treturn this.f0\n\t}}\n\treturn {value}\n}}"
        ));
        let pointer = Type::Pointer(Box::new(Type::Struct(i)));
        self.scope = vec![Variable { name: "this".into(), typ: pointer, assignable: false }];
        let value = self.expr(&first, 2);
        self.line(format!(
            "\nfunc (this *{name}) put(v {t}) {t} {{\n\told := this.f0\n\tthis.f0 = {value}\n\tif old == v {{\n\t\tthis.f0 = v\n\t}}\n\treturn old\n}}"
        ));
        self.scope = outer;
    }

    fn function(&mut self, i: usize) {
        let name = format!("func{i}_{}", self.seed);
        let params: Vec<Type> = (0..1 + self.r.below(3)).map(|_| self.plain()).collect();
        let result = self.plain();
        let kept = self.scope.len();
        let mut texts = Vec::new();
        for (k, t) in params.iter().enumerate() {
            texts.push(format!("p{k} {}", self.type_text(t)));
            self.scope.push(Variable { name: format!("p{k}"), typ: t.clone(), assignable: true });
        }
        let named = self.r.once_in(2);
        let result_text = self.type_text(&result);
        let clause = if named { format!("(res {result_text})") } else { result_text.clone() };
        self.out.push('\n');
        self.open(format!("func {name}({}) {clause} {{", texts.join(", ")));
        let fuel = self.own("fuel");
        self.open(format!("if {fuel}--; {fuel} < 0 {{"));
        let zero = self.literal(&result);
        self.line(format!("return {zero}"));
        self.close("}");
        if named {
            self.scope.push(Variable { name: "res".into(), typ: result.clone(), assignable: true });
            if self.r.once_in(2) {
                self.open("defer func() {");
                let outer = self.result.take();
                if self.r.once_in(2) {
                    self.open("if r := recover(); r != nil {");
                    self.line("fmt.Println(\"in place of\", r)");
                    let value = self.expr(&result, 2);
                    self.line(format!("res = {value}"));
                    self.close("}");
                } else {
                    self.body(2);
                }
                self.result = outer;
                self.close("}()");
            }
        }
        self.result = Some(result.clone());
        self.body(4);
        self.result = None;
        let value = self.expr(&result, 3);
        self.line(format!("return {value}"));
        self.close("}");
        self.scope.truncate(kept);
        self.functions.push(Function { name, params, result });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_one_program() {
        assert_eq!(program(7), program(7));
        assert_ne!(program(7), program(8));
        assert!(batch(1..3).contains("run2()"));
    }
}

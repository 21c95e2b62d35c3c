//! Statements.

use super::Generator;
use super::types::{INTS, Type};

impl Generator {
    /// Statements in a scope of their own.
    pub fn body(&mut self, n: usize) {
        let kept = self.scope.len();
        for _ in 0..n {
            self.statement();
        }
        self.scope.truncate(kept);
    }

    fn declare(&mut self) {
        let typ = match self.r.below(8) {
            0 => self.func_type(),
            _ => self.plain(),
        };
        self.declare_typed(typ);
    }

    fn declare_typed(&mut self, typ: Type) -> String {
        let value = self.expr(&typ, 3);
        let name = self.fresh("v");
        let text = self.type_text(&typ);
        self.line(format!("var {name} {text} = {value}"));
        self.line(format!("_ = {name}"));
        // A function may be called, not replaced: one that calls itself has no end.
        self.bind(&name, &typ, !matches!(typ, Type::Func(..)));
        name
    }

    fn print(&mut self) {
        let mut list = vec![format!("\"{}\"", self.names)];
        for _ in 0..1 + self.r.below(3) {
            let known: Vec<_> =
                self.scope.iter().filter(|v| self.printable(&v.typ)).cloned().collect();
            if !known.is_empty() && self.r.once_in(2) {
                list.push(self.r.pick(&known).name.clone());
                continue;
            }
            let t = self.scalar();
            list.push(self.expr(&t, 3));
        }
        self.line(format!("fmt.Println({})", list.join(", ")));
    }

    /// A place that may be assigned, and its type.
    fn target(&mut self) -> Option<(String, Type)> {
        let known: Vec<_> = self.scope.iter().filter(|v| v.assignable).cloned().collect();
        if known.is_empty() {
            return None;
        }
        let v = self.r.pick(&known).clone();
        let deeper = self.r.once_in(2);
        Some(match &v.typ {
            Type::Struct(i) if deeper => {
                let (f, t) = self.r.pick(&self.structs[*i].fields).clone();
                (format!("{}.{f}", v.name), t)
            }
            Type::Pointer(p) if deeper => {
                let Type::Struct(i) = **p else { return None };
                let (f, t) = self.r.pick(&self.structs[i].fields).clone();
                (format!("{}.{f}", v.name), t)
            }
            Type::Array(n, e) if deeper => {
                let i = self.moving(&Type::Int(0), 1);
                (format!("{}[uint({i}) % {n}]", v.name), (**e).clone())
            }
            Type::Slice(e) if deeper => {
                let i = self.moving(&Type::Int(0), 1);
                // Out of range now and then.
                let of = match self.r.once_in(10) {
                    true => format!("{}[{i} & 3]", v.name),
                    false => format!("{}[{}({i}, {})]", v.name, self.own("within"), v.name),
                };
                (of, (**e).clone())
            }
            Type::Map(k, e) if deeper => {
                let key = self.expr(k, 1);
                (format!("{}[{key}]", v.name), (**e).clone())
            }
            t => (v.name.clone(), t.clone()),
        })
    }

    fn assign(&mut self) {
        let Some((to, t)) = self.target() else { return self.declare() };
        let ops: &[&str] = match self.underlying(&t) {
            Type::Int(_) => &["=", "+=", "-=", "*=", "^=", "|=", "&=", "&^=", "++", "--", "<<="],
            Type::Float(_) | Type::Complex(_) => &["=", "+=", "-=", "*=", "++"],
            _ => &["="],
        };
        match *self.r.pick(ops) {
            op @ ("++" | "--") => self.line(format!("{to}{op}")),
            "<<=" => {
                let by = Type::Int(5 + self.r.below(INTS.len() - 5));
                let n = self.moving(&by, 1);
                self.line(format!("{to} <<= {n} % 9"));
            }
            op => {
                let value = self.expr(&t, 3);
                self.line(format!("{to} {op} {value}"));
            }
        }
        if let Type::Slice(_) = t
            && !to.contains('[')
        {
            self.line(format!("if len({to}) > 20 {{ {to} = {to}[3:7] }}"));
        }
    }

    fn swap(&mut self) {
        let (Some((a, t)), Some((b, u))) = (self.target(), self.target()) else {
            return self.declare();
        };
        if t == u {
            self.line(format!("{a}, {b} = {b}, {a}"));
        } else {
            let (x, y) = (self.expr(&t, 2), self.expr(&u, 2));
            self.line(format!("{a}, {b} = {x}, {y}"));
        }
    }

    fn nested(&mut self) {
        self.depth += 1;
        let n = 1 + self.r.below(3);
        self.body(n);
        self.depth -= 1;
    }

    pub fn statement(&mut self) {
        if self.depth > 3 {
            return if self.r.once_in(2) { self.assign() } else { self.print() };
        }
        match self.r.below(27) {
            0..=3 => self.declare(),
            4..=8 => self.assign(),
            9 => self.swap(),
            10..=12 => self.print(),
            13 | 14 => {
                let c = self.expr(&Type::Bool, 3);
                self.open(format!("if ({c}) {{"));
                self.nested();
                if self.r.once_in(2) {
                    self.indent -= 1;
                    self.open("} else {");
                    self.nested();
                }
                self.close("}");
            }
            15 | 16 => self.counted(),
            17 => self.ranged(),
            18 => self.switch(),
            19 => self.type_switch(),
            20 => self.deferred(),
            21 => {
                let f = self.own("try");
                self.open(format!("{f}(\"{}\", func() {{", self.names));
                let (loops, result) = (std::mem::take(&mut self.loops), self.result.take());
                self.nested();
                (self.loops, self.result) = (loops, result);
                self.close("})");
            }
            22 => {
                let c = self.expr(&Type::Bool, 2);
                let t = self.scalar();
                let value = self.expr(&t, 2);
                let other = self.expr(&Type::Bool, 2);
                self.line(format!("if ({c}) && ({other}) {{ panic({value}) }}"));
            }
            23 => self.leave(),
            24 => self.channel(),
            25 => self.containers(),
            _ => self.select(),
        }
    }

    /// Puts a loop together; the label is written only when the body has used it.
    fn looped(&mut self, head: String, names: &[(String, Type)], after: &str) {
        let label = self.fresh("L");
        let outer = std::mem::take(&mut self.out);
        self.indent += 1;
        let kept = self.scope.len();
        for (name, t) in names {
            self.line(format!("_ = {name}"));
            self.bind(name, t, false);
        }
        self.loops.push(label.clone());
        self.nested();
        self.loops.pop();
        self.scope.truncate(kept);
        self.indent -= 1;
        let body = std::mem::replace(&mut self.out, outer);
        if body.contains(&format!(" {label}\n")) {
            self.line(format!("{label}:"));
        }
        self.line(format!("{head} {{"));
        self.out.push_str(&body);
        self.line(format!("}}{after}"));
    }

    fn counted(&mut self) {
        let i = self.fresh("i");
        let n = 1 + self.r.below(4);
        let t = self.integer();
        let text = self.type_text(&t);
        let head = match self.r.below(4) {
            0 => format!("for {i} := range {text}({n})"),
            1 => format!("for {i} := {text}({n}); {i} > 0; {i}--"),
            2 => {
                let c = self.expr(&Type::Bool, 2);
                format!("for {i} := {text}(0); {i} < {n} && ({c}); {i}++")
            }
            _ => format!("for {i} := {text}(0); {i} < {n}; {i}++"),
        };
        self.looped(head, &[(i, t)], "");
    }

    fn ranged(&mut self) {
        let (k, v) = (self.fresh("k"), self.fresh("e"));
        let (over, key, elem) = match self.r.below(5) {
            0 => (self.moving(&Type::String, 2), Type::Int(0), Type::Int(3)),
            1 => {
                let e = self.scalar();
                let over = self.expr(&Type::Array(3, Box::new(e.clone())), 2);
                (over, Type::Int(0), e)
            }
            2 => {
                let e = self.scalar();
                let list = self.expr(&Type::Slice(Box::new(e.clone())), 2);
                (format!("{}({list})", self.own("each")), Type::Int(0), e)
            }
            _ => {
                let e = self.scalar();
                (self.expr(&Type::Slice(Box::new(e.clone())), 2), Type::Int(0), e)
            }
        };
        let names = [(k.clone(), key), (v.clone(), elem)];
        self.looped(format!("for {k}, {v} := range ({over})"), &names, "");
    }

    fn switch(&mut self) {
        let t = self.integer();
        let text = self.type_text(&t);
        let x = self.moving(&t, 3);
        self.open(format!("switch {text}({x}) % 4 {{"));
        for n in 0..1 + self.r.below(4) {
            self.indent -= 1;
            self.open(format!("case {n}:"));
            self.nested();
            if self.r.once_in(4) {
                self.line("fallthrough");
            }
        }
        self.indent -= 1;
        self.open("default:");
        self.nested();
        self.close("}");
    }

    fn type_switch(&mut self) {
        let x = self.expr(&Type::Any, 3);
        let v = self.fresh("t");
        self.open(format!("switch {v} := ({x}).(type) {{"));
        let mut seen = Vec::new();
        for _ in 0..1 + self.r.below(4) {
            let t = self.plain();
            if t == Type::Any || seen.contains(&t) {
                continue;
            }
            let text = self.type_text(&t);
            seen.push(t.clone());
            self.indent -= 1;
            self.open(format!("case {text}:"));
            self.line(format!("_ = {v}"));
            let kept = self.scope.len();
            self.bind(&v, &t, true);
            self.nested();
            self.scope.truncate(kept);
        }
        self.indent -= 1;
        self.open("default:");
        self.line(format!("_ = {v}"));
        self.nested();
        self.close("}");
    }

    fn deferred(&mut self) {
        if self.r.once_in(3) {
            // Arguments are evaluated now.
            let t = self.scalar();
            let value = self.expr(&t, 2);
            self.line(format!("defer fmt.Println(\"deferred {}\", {value})", self.names));
            return;
        }
        self.open("defer func() {");
        if self.r.once_in(4) {
            self.line("fmt.Println(\"deferred recovers\", recover())");
        }
        let (loops, result) = (std::mem::take(&mut self.loops), self.result.take());
        self.nested();
        (self.loops, self.result) = (loops, result);
        self.close("}()");
    }

    /// Out of a loop or the function, if something holds.
    fn leave(&mut self) {
        let c = self.expr(&Type::Bool, 2);
        let what = match (self.r.below(3), self.loops.last().cloned(), self.result.clone()) {
            (0, Some(_), _) => {
                let label = self.r.pick(&self.loops).clone();
                format!("break {label}")
            }
            (1, Some(_), _) => {
                let label = self.r.pick(&self.loops).clone();
                format!("continue {label}")
            }
            (_, _, Some(t)) => format!("return {}", self.expr(&t, 2)),
            _ => return self.print(),
        };
        self.open(format!("if ({c}) {{"));
        self.line(what);
        self.close("}");
    }

    /// A goroutine that sends what it makes of copies, and a loop that receives.
    fn channel(&mut self) {
        if self.alone {
            return self.print();
        }
        let t = self.scalar();
        let text = self.type_text(&t);
        let (c, v) = (self.fresh("c"), self.fresh("got"));
        let of = self.scalar();
        let of_text = self.type_text(&of);
        let given = self.expr(&of, 2);
        let room = self.r.below(3);
        self.line(format!("{c} := make(chan {text}, {room})"));
        self.open(format!("go func(own {of_text}) {{"));
        self.line(format!("defer close({c})"));
        // A panic would end the program.
        self.line("defer func() { recover() }()");
        let outer = std::mem::take(&mut self.scope);
        self.alone = true;
        self.bind("own", &of, true);
        let n = 1 + self.r.below(4);
        let value = self.expr(&t, 3);
        self.line(format!("for range {n} {{ {c} <- {value} }}"));
        self.alone = false;
        self.scope = outer;
        self.close(&format!("}}({given})"));
        // All that was sent is received, so that nobody waits for ever.
        let sum = self.declare_typed(Type::Slice(Box::new(t)));
        self.line(format!("for {v} := range {c} {{ {sum} = append({sum}, {v}) }}"));
        self.line(format!("fmt.Println(len({sum}), {sum})"));
    }

    fn select(&mut self) {
        let t = self.scalar();
        let text = self.type_text(&t);
        let c = self.fresh("c");
        let value = self.expr(&t, 2);
        self.line(format!("{c} := make(chan {text}, 1)"));
        if self.r.once_in(2) {
            self.line(format!("{c} <- {value}"));
        }
        let v = self.fresh("got");
        self.open("select {");
        self.indent -= 1;
        self.open(format!("case {v}, ok := <-{c}:"));
        self.line(format!("fmt.Println({v}, ok)"));
        let kept = self.scope.len();
        self.bind(&v, &t, true);
        self.nested();
        self.scope.truncate(kept);
        self.indent -= 1;
        self.open("default:");
        self.nested();
        self.close("}");
    }

    /// Slices and maps changed by what is built in.
    fn containers(&mut self) {
        let e = self.scalar();
        if self.r.once_in(2) {
            let s = self.declare_typed(Type::Slice(Box::new(e.clone())));
            let more = self.expr(&Type::Slice(Box::new(e.clone())), 2);
            let full = self.own("full");
            self.line(format!("{s} = append({full}({s}), {more}...)"));
            let (n, part) = (self.fresh("n"), self.fresh("part"));
            self.line(format!("{part} := {s}[len({s})/2:]"));
            let value = self.expr(&e, 2);
            self.line(format!("{part} = append({full}({part}), {value})"));
            self.line(format!("{n} := copy({s}, {part})"));
            self.line(format!("fmt.Println({n}, len({s}), {s}, {part})"));
            self.bind(&n, &Type::Int(0), true);
            return;
        }
        let k = self.integer();
        let m = self.declare_typed(Type::Map(Box::new(k.clone()), Box::new(e.clone())));
        let (key, value) = (self.expr(&k, 2), self.expr(&e, 2));
        self.line(format!("if {m} != nil {{ {m}[{key}] = {value} }}"));
        let key = self.expr(&k, 2);
        let (v, ok) = (self.fresh("e"), self.fresh("ok"));
        self.line(format!("{v}, {ok} := {m}[{key}]"));
        self.line(format!("delete({m}, {key})"));
        let count = self.fresh("n");
        self.line(format!("{count} := 0"));
        self.line(format!("for k := range {m} {{ {count} += int(k) }}"));
        if self.r.once_in(3) {
            self.line(format!("clear({m})"));
        }
        self.line(format!("fmt.Println({v}, {ok}, len({m}), {m}, {count})"));
        self.bind(&v, &e, true);
        self.bind(&ok, &Type::Bool, true);
        self.bind(&count, &Type::Int(0), true);
    }
}

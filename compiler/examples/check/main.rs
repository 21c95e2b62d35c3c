mod scratch_parser;
use gvm_compiler::arena::*;
use gvm_compiler::diag::*;
use gvm_compiler::source::*;
use gvm_compiler::syntax::ast::*;
use gvm_compiler::types::check::{BodySource, Checker};
use gvm_compiler::types::object::PkgId;
struct B;
impl<'a> BodySource<'a> for B {
    fn body(&self, f: &'a FuncDecl<'a>) -> Option<&'a Block<'a>> {
        f.body.as_ref().and_then(|b| b.block.get().copied())
    }
}
struct L<'a> {
    ar: &'a Arena,
    i: &'a Interner<'a>,
    map: &'a SourceMap<'a>,
    next: u32,
    c: Checker<'a>,
    loaded: std::collections::HashMap<String, PkgId>,
}
impl<'a> L<'a> {
    fn load(&mut self, path: &str, files: Vec<String>, lib: bool) -> PkgId {
        let mut fs: Vec<&'a File<'a>> = vec![];
        let mut imps: Vec<(String, PkgId)> = vec![];
        let mut name = Symbol::MAIN;
        for f in files {
            let text = std::fs::read_to_string(&f).unwrap();
            let text = self.ar.str(&text);
            let base = f.rsplit('/').next().unwrap();
            let src = self.map.add(self.ar, &format!("./{base}"), &f, text, lib);
            let mut p = scratch_parser::P::new(self.ar, self.i, text, src.base, self.next);
            let (pk, ds) = p.file();
            self.next = p.last_id();
            name = pk.name;
            let imports: Vec<&'a ImportSpec<'a>> = ds
                .iter()
                .filter_map(|d| if let Decl::Import(i) = d { Some(*i) } else { None })
                .collect();
            for im in &imports {
                if im.path == "unsafe" || imps.iter().any(|x| x.0 == im.path) {
                    continue;
                }
                let id = match self.loaded.get(im.path) {
                    Some(&x) => Some(x),
                    None => {
                        let dir = ["/tmp/stubs/", "/work/main/runtime/std/"]
                            .iter()
                            .map(|d| format!("{d}{}", im.path))
                            .find(|d| {
                                std::fs::read_dir(d).is_ok_and(|mut r| {
                                    r.any(|x| {
                                        x.unwrap().path().extension().is_some_and(|e| e == "go")
                                    })
                                })
                            });
                        match dir {
                            Some(d) => {
                                let mut v: Vec<String> = std::fs::read_dir(d)
                                    .unwrap()
                                    .map(|x| x.unwrap().path().to_str().unwrap().to_string())
                                    .filter(|x| x.ends_with(".go") && !x.ends_with("_test.go"))
                                    .collect();
                                v.sort();
                                let id = self.load(im.path, v, true);
                                self.loaded.insert(im.path.into(), id);
                                Some(id)
                            }
                            None => {
                                println!("NOPKG {}", im.path);
                                None
                            }
                        }
                    }
                };
                if let Some(id) = id {
                    imps.push((im.path.into(), id));
                }
            }
            fs.push(self.ar.keep(File {
                source: src,
                pos: src.pos(0),
                package: pk,
                imports: self.ar.slice(&imports),
                decls: self.ar.slice(&ds),
                go_version: None,
                build_constraint: None,
                directives: &[],
            }));
        }
        self.c.add_package(path, name, &fs, lib, &imps)
    }
}
fn main() {
    let ar: &'static Arena = Box::leak(Box::new(Arena::new()));
    let i: &'static Interner = Box::leak(Box::new(Interner::new(ar)));
    let map: &'static SourceMap = Box::leak(Box::new(SourceMap::new()));
    let diags: &'static Diagnostics = Box::leak(Box::default());
    let mut l = L {
        ar,
        i,
        map,
        next: 0,
        c: Checker::new(ar, i, map, diags, &B),
        loaded: Default::default(),
    };
    let args: Vec<String> = std::env::args().skip(1).collect();
    let lib = args[0] == "-lib";
    let files: Vec<String> = args.iter().filter(|a| !a.starts_with('-')).cloned().collect();
    let p = l.load("main", files, lib);
    l.c.check_package(p);
    print!("{}", render(map, &diags.all(), Some(10)));
    let mut bad = 0;
    for (n, t) in &l.c.info.exprs {
        if l.c.is_untyped(t.typ)
            && t.mode != gvm_compiler::types::info::ExprMode::Constant
            && t.mode != gvm_compiler::types::info::ExprMode::Nil
        {
            bad += 1;
            let _ = n;
        }
    }
    if bad > 0 {
        println!("UNTYPED {bad}");
    }
}

//! One HTML file that shows source and bytecode side by side, linked; it needs nothing but a browser.
//!
//! It holds the JSON document, drawings of the basic blocks, what each op does, and a script that makes
//! the page of them. The page fetches nothing: its own content security policy forbids it.

use std::collections::BTreeMap;

use gvm_bytecode::{Intrinsic, Op};

use crate::graph;
use crate::json::{self, Json};
use crate::view::{Piece, Program, Selection};

const FRAME: &str = include_str!("page.html");
const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("page.js");

/// The page; `title`: what the program is called.
pub fn html(p: &Program, which: &Selection, version: &str, title: &str) -> String {
    let document = json::document(p, which, version);
    let mut drawings = String::new();
    let mut docs: BTreeMap<&str, &str> = BTreeMap::new();
    for (n, v) in p.views(which).iter().enumerate() {
        drawings.push_str(&format!("<template id=\"graph{n}\">{}</template>\n", graph::svg(v)));
        for l in &v.lines {
            docs.insert(l.op.mnemonic(), Op::doc(l.op));
            for o in &l.operands {
                if let Piece::Named { what: "intrinsic", id, .. } = o
                    && let Some(i) = Intrinsic::from_u16(*id as u16)
                {
                    docs.insert(i.name(), i.doc());
                }
            }
        }
    }
    let mut words = Json::default();
    words.object(|j| docs.iter().for_each(|(name, doc)| j.key(name).string(doc)));
    let words = words.finish();
    let mut out = String::with_capacity(document.len() + drawings.len() + 60_000);
    let mut rest = FRAME;
    while let Some((before, after)) = rest.split_once("{{") {
        out.push_str(before);
        let Some((name, after)) = after.split_once("}}") else { break };
        match name {
            "title" => out.push_str(&graph::escape(title)),
            "style" => out.push_str(STYLE),
            "data" => out.push_str(&document),
            "docs" => out.push_str(&words),
            "graphs" => out.push_str(&drawings),
            _ => out.push_str(SCRIPT),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

//! The basic blocks of functions as a graph: DOT for Graphviz, SVG for the page.
//!
//! The drawing is layered: a block is one row below the last of those that lead to it (edges backwards
//! aside). Edges to the next row go straight; longer ones run in lanes beside the blocks, forward on the
//! right, backward on the left.

use std::fmt::Write;

use crate::text;
use crate::view::{Edge, Line, Program, Selection, View};

/// Instructions of a block that a drawing shows.
const MOST: usize = 16;

fn caption(l: &Line) -> String {
    let count = l.count.map_or(String::new(), |n| format!("{n:>8}×  "));
    format!("{count}{:>4}  {:<10} {}", l.pc, l.op.mnemonic(), text::operands(l))
}

/// The lines of a block's box: its name, then its instructions.
fn captions(v: &View, n: usize) -> Vec<String> {
    let b = &v.blocks[n];
    let lines = &v.lines[b.lines.clone()];
    let from = lines.iter().map(|l| l.place.line).filter(|&l| l > 0);
    let (low, high) = (from.clone().min(), from.max());
    let mut out = vec![match (low, high) {
        (Some(a), Some(b_)) if a == b_ => format!("{}  line {a}", b.name),
        (Some(a), Some(b_)) => format!("{}  lines {a}-{b_}", b.name),
        _ => b.name.clone(),
    }];
    if lines.len() <= MOST {
        out.extend(lines.iter().map(caption));
    } else {
        out.extend(lines[..MOST - 2].iter().map(caption));
        out.push(format!("      … {} more", lines.len() - MOST + 1));
        out.extend(lines.last().map(caption));
    }
    out
}

/// All functions in one digraph, a cluster each.
pub fn dot(p: &Program, which: &Selection) -> String {
    let mut out = String::from(
        "digraph gvm {\n  node [shape=box fontname=monospace fontsize=10];\n  edge [fontname=monospace fontsize=9];\n",
    );
    let quote = |s: &str| s.replace('\\', "\\\\").replace('"', "\\\"");
    for v in p.views(which) {
        let id = v.id.0;
        let _ = writeln!(out, "  subgraph cluster_{id} {{\n    label=\"{}\";", quote(&v.f.name));
        for n in 0..v.blocks.len() {
            let text: String = captions(&v, n).iter().map(|c| format!("{}\\l", quote(c))).collect();
            let _ = writeln!(out, "    f{id}b{n} [label=\"{text}\"];");
        }
        for (n, b) in v.blocks.iter().enumerate() {
            for (to, edge) in &b.to {
                let style = match edge {
                    Edge::Next => "",
                    Edge::Jump => " [label=\"jump\"]",
                    Edge::Loop => " [label=\"loop\" style=bold constraint=false]",
                };
                let _ = writeln!(out, "    f{id}b{n} -> f{id}b{to}{style};");
            }
        }
        out.push_str("  }\n");
    }
    out.push_str("}\n");
    out
}

struct Placed {
    x: f64,
    y: f64,
    w: f64,
    h: f64,
    row: usize,
    /// Where the tallest block of its row ends.
    floor: f64,
}

const CHAR: f64 = 6.65;
const LINE: f64 = 15.0;
const GAP_X: f64 = 36.0;
const GAP_Y: f64 = 46.0;
const LANE: f64 = 14.0;

/// For text and attributes of HTML.
pub fn escape(s: &str) -> String {
    s.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Row of each block.
fn rows(v: &View) -> Vec<usize> {
    let mut row = vec![0; v.blocks.len()];
    for n in 0..v.blocks.len() {
        for &(to, edge) in &v.blocks[n].to {
            if edge != Edge::Loop && to > n {
                row[to] = row[to].max(row[n] + 1);
            }
        }
    }
    row
}

/// A drawing of one function; colours come from the page's style.
pub fn svg(v: &View) -> String {
    let texts: Vec<Vec<String>> = (0..v.blocks.len()).map(|n| captions(v, n)).collect();
    let row = rows(v);
    let last = row.iter().copied().max().unwrap_or(0);
    let size = |n: usize| {
        let chars = texts[n].iter().map(|t| t.chars().count()).max().unwrap_or(0);
        (chars as f64 * CHAR + 20.0, texts[n].len() as f64 * LINE + 14.0)
    };
    // Lanes: edges that do not go to the next row.
    let mut left = 0;
    let mut right = 0;
    for (n, b) in v.blocks.iter().enumerate() {
        for &(to, edge) in &b.to {
            match edge {
                Edge::Loop => left += 1,
                _ if row[to] != row[n] + 1 => right += 1,
                _ => {}
            }
        }
    }
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); last + 1];
    row.iter().enumerate().for_each(|(n, &r)| members[r].push(n));
    let row_width = |ns: &[usize]| ns.iter().map(|&n| size(n).0 + GAP_X).sum::<f64>() - GAP_X;
    let width = members.iter().map(|ns| row_width(ns)).fold(0.0, f64::max);
    let margin = 20.0 + left as f64 * LANE;
    let mut at: Vec<Placed> = Vec::new();
    at.resize_with(v.blocks.len(), || Placed {
        x: 0.0,
        y: 0.0,
        w: 0.0,
        h: 0.0,
        row: 0,
        floor: 0.0,
    });
    let mut y = 10.0;
    for (r, ns) in members.iter().enumerate() {
        let mut x = margin + (width - row_width(ns)) / 2.0;
        let mut tall: f64 = 0.0;
        for &n in ns {
            let (w, h) = size(n);
            at[n] = Placed { x, y, w, h, row: r, floor: 0.0 };
            x += w + GAP_X;
            tall = tall.max(h);
        }
        ns.iter().for_each(|&n| at[n].floor = y + tall);
        y += tall + GAP_Y;
    }
    let total = (margin + width + 20.0 + right as f64 * LANE, y - GAP_Y + 14.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"cfg\" width=\"{:.0}\" height=\"{:.0}\" viewBox=\"0 0 {:.0} {:.0}\" role=\"img\" aria-label=\"Basic blocks of {}\">",
        total.0,
        total.1,
        total.0,
        total.1,
        escape(&v.f.name)
    );
    edges(&mut out, v, &at, margin, width);
    for (n, a) in at.iter().enumerate() {
        let pc = v.lines.get(v.blocks[n].lines.start).map_or(0, |l| l.pc);
        let _ = write!(
            out,
            "<g class=\"block\" data-pc=\"{pc}\"><rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"5\"/>",
            a.x, a.y, a.w, a.h
        );
        for (k, t) in texts[n].iter().enumerate() {
            let class = if k == 0 { " class=\"head\"" } else { "" };
            let _ = write!(
                out,
                "<text{class} x=\"{:.1}\" y=\"{:.1}\" xml:space=\"preserve\">{}</text>",
                a.x + 10.0,
                a.y + 17.0 + k as f64 * LINE,
                escape(t)
            );
        }
        out.push_str("</g>");
    }
    out.push_str("</svg>");
    out
}

fn edges(out: &mut String, v: &View, at: &[Placed], margin: f64, width: f64) {
    let (mut left, mut right) = (0, 0);
    let leaving: Vec<usize> = v.blocks.iter().map(|b| b.to.len()).collect();
    let mut coming = vec![0; at.len()];
    v.blocks.iter().flat_map(|b| &b.to).for_each(|e| coming[e.0] += 1);
    let mut come = vec![0; at.len()];
    for (n, b) in v.blocks.iter().enumerate() {
        for (k, &(to, edge)) in b.to.iter().enumerate() {
            let (a, z) = (&at[n], &at[to]);
            let x1 = a.x + a.w * (k + 1) as f64 / (leaving[n] + 1) as f64;
            come[to] += 1;
            let x2 = z.x + z.w * come[to] as f64 / (coming[to] + 1) as f64;
            let (y1, y2) = (a.y + a.h, z.y - 3.0);
            let class = match edge {
                Edge::Next => "next",
                Edge::Jump => "jump",
                Edge::Loop => "loop",
            };
            let path = if edge != Edge::Loop && z.row == a.row + 1 {
                let (floor, mid) = (a.floor, (y2 - a.floor) / 2.0);
                format!(
                    "M{x1:.1} {y1:.1}V{floor:.1}C{x1:.1} {:.1} {x2:.1} {:.1} {x2:.1} {y2:.1}",
                    floor + mid,
                    y2 - mid
                )
            } else {
                let lane = if edge == Edge::Loop {
                    left += 1;
                    margin - 8.0 - left as f64 * LANE
                } else {
                    right += 1;
                    margin + width + right as f64 * LANE
                };
                let (below, above) = (a.floor + 12.0, y2 - 14.0);
                format!("M{x1:.1} {y1:.1}V{below:.1}H{lane:.1}V{above:.1}H{x2:.1}V{y2:.1}")
            };
            let _ = write!(
                out,
                "<path class=\"edge {class}\" d=\"{path}\"/><path class=\"tip {class}\" d=\"M{:.1} {:.1}l4 -7h-8z\"/>",
                x2,
                y2 + 3.0
            );
        }
    }
}

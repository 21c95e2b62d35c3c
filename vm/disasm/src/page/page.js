'use strict';
// Makes the page of the JSON document (see `gvm help disasm-json`) and links source and bytecode.
const data = JSON.parse(document.getElementById('data').textContent);
const docs = JSON.parse(document.getElementById('docs').textContent);
const $ = (id) => document.getElementById(id);
const make = (tag, cls, text) => {
  const e = document.createElement(tag);
  if (cls) e.className = cls;
  if (text !== undefined) e.textContent = text;
  return e;
};
const BANDS = 6;
const profiled = data.profile !== undefined;
const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');
let most = 1;
for (const f of data.functions) for (const i of f.instructions) most = Math.max(most, i.count || 0);
// The more often, the warmer.
const heat = (n) => n > 0 ? `rgba(var(--hot), ${(0.1 + 0.5 * Math.log(1 + n) / Math.log(1 + most)).toFixed(2)})` : '';

// Source lines that an instruction belongs to: its own, and those of the calls it was inlined into.
function placesOf(f, i) {
  const out = i.line > 0 ? [i.file + ':' + i.line] : [];
  for (let s = i.inline; s > 0; s = f.inlined[s - 1].parent) out.push(f.inlined[s - 1].file + ':' + f.inlined[s - 1].line);
  return out;
}

// What was made of each source line, and how often that ran.
const made = new Map();   // "file:line" to rows
const runs = new Map();
for (const f of data.functions) {
  for (const i of f.instructions) {
    for (const p of placesOf(f, i)) if (!made.has(p)) made.set(p, []);
    const own = i.file + ':' + i.line;
    if (profiled) runs.set(own, Math.max(runs.get(own) || 0, i.count || 0));
  }
}
// Neighbouring lines get different colours.
const bands = new Map();
[...made.keys()].sort((a, b) => {
  const [x, y] = [a.split(':'), b.split(':')];
  return x[0] - y[0] || x[1] - y[1];
}).forEach((p, n) => bands.set(p, `var(--b${n % BANDS})`));

const sources = new Map();  // "file:line" to its row

function showSource() {
  const used = new Set([...made.keys()].map((p) => Number(p.split(':')[0])));
  data.files.forEach((file, n) => {
    if (!used.has(n) || file.source.length === 0) return;
    $('source').append(make('h2', '', file.path));
    // Files of which only a few lines are shown (library functions) are cut to what is there.
    const lines = [...made.keys()].filter((p) => p.startsWith(n + ':')).map((p) => Number(p.split(':')[1]));
    const whole = !file.path.startsWith('/usr/local/go/');
    const from = whole ? 1 : Math.max(1, Math.min(...lines) - 3), to = whole ? file.source.length : Math.min(file.source.length, Math.max(...lines) + 3);
    for (let k = from; k <= to; k++) {
      const place = n + ':' + k, has = made.has(place);
      const row = make('div', 'row ' + (has ? 'made' : 'plain'));
      row.append(make('span', 'n', k));
      if (profiled) {
        const c = make('span', 'c', runs.has(place) ? number(runs.get(place)) + '×' : '');
        c.style.background = heat(runs.get(place) || 0);
        row.append(c);
      }
      const text = make('span', 't', file.source[k - 1].replace(/\t/g, '    ') || ' ');
      row.append(text);
      if (has) {
        row.style.setProperty('--band', bands.get(place));
        text.style.background = bands.get(place);
        row.dataset.place = place;
        sources.set(place, row);
      }
      $('source').append(row);
    }
  });
}

function piece(o) {
  if (o.kind === 'text') return document.createTextNode(o.text);
  if (o.kind === 'register') {
    const e = make('span', 'reg', 'r' + o.register);
    e.dataset.reg = o.register;
    if (o.variable) e.append(make('i', '', '(' + o.variable + ')'));
    return e;
  }
  if (o.kind === 'label') {
    const e = make('span', 'to', o.label);
    e.dataset.pc = o.pc;
    return e;
  }
  if (o.kind === 'number') return document.createTextNode(o.number);
  const e = make('span', o.kind === 'function' ? 'fn' : '', o.name);
  if (o.kind === 'intrinsic') e.dataset.doc = o.name;
  return e;
}

const pointers = (map) => map.length === 0 ? 'no pointers' : 'pointers ' + map.map((p) => 'r' + p.register + (p.variable ? `(${p.variable})` : '')).join(' ');

// Where a variable's parts are, as text.
function where(v, range) {
  const at = range.at.map((p, k) => p === null ? v.parts[k].slice(v.name.length) + ' gone' : p.register !== undefined ? 'r' + p.register : '#' + p.constant);
  const regs = range.at.map((p) => p && p.register);
  const text = regs.length > 2 && regs.every((r, k) => r === regs[0] + k) ? `r${regs[0]}-r${regs[regs.length - 1]}` : at.join(' ');
  return v.memory ? 'heap, via ' + text : text;
}

function variables(f, end) {
  const table = make('table', 'vars');
  const order = f.variables.map((v, n) => [v, n]).sort((a, b) => a[0].inline - b[0].inline || (a[0].role === 'local') - (b[0].role === 'local') || a[1] - b[1]);
  for (const [v] of order) {
    const tr = make('tr');
    const places = [...new Set(v.ranges.map((r) => where(v, r)))];
    tr.append(make('td', 'v', (v.inline ? '↳ ' : '') + v.name), make('td', '', v.type), make('td', 'r', v.role === 'local' ? '' : v.role),
      make('td', '', places.slice(0, 3).join(' / ') + (places.length > 3 ? ' …' : '')));
    const td = make('td', 'bar'), track = make('div', 'track');
    for (const r of v.ranges) {
      const bar = make('i', v.memory ? 'heap' : '');
      bar.style.left = 100 * r.from / end + '%';
      bar.style.width = 100 * (r.to - r.from) / end + '%';
      bar.title = `${v.name} in ${where(v, r)} from ${r.from} to ${r.to}`;
      track.append(bar);
    }
    track.append(make('b'));
    td.append(track);
    tr.append(td);
    tr.dataset.regs = JSON.stringify([...new Set(v.ranges.flatMap((r) => r.at.filter((p) => p && p.register !== undefined).map((p) => p.register)))]);
    if (v.inline) tr.title = 'of ' + f.inlined[v.inline - 1].function + ', inlined into line ' + f.inlined[v.inline - 1].line;
    table.append(tr);
  }
  return table;
}

const rows = [];  // every instruction's row

function showFunction(f, n) {
  const box = make('article', 'func');
  box.dataset.name = f.name;
  const end = f.blocks.length ? f.blocks[f.blocks.length - 1].to : 1;
  const h = make('h2');
  h.append(make('span', 'fn', f.name), make('span', 'space'));
  const graph = make('button', '', 'graph');
  graph.setAttribute('aria-pressed', 'false');
  graph.title = 'Basic blocks';
  h.append(graph);
  box.append(h);
  const regs = (k) => k === 0 ? 'none' : k === 1 ? 'r0' : `r0-r${k - 1}`;
  const facts = [`frame of ${f.frame} registers`, `arguments ${regs(f.params.length)}`, `results ${regs(f.results.length)}`];
  if (f.captures.length) facts.push(`captures ${f.captures.length} words`);
  const sorts = { wrapper: 'wrapper made by the compiler', library: 'of the library', defers: 'runs deferred calls' };
  facts.push(...f.flags.map((x) => sorts[x]));
  if (profiled) facts.push(`${number(f.instructions.reduce((s, i) => s + (i.count || 0), 0))} instructions executed`);
  box.append(make('div', 'facts', facts.join(', ')));
  const drawing = make('div', 'graph hidden');
  box.append(drawing);
  graph.onclick = () => {
    const on = drawing.classList.toggle('hidden') === false;
    graph.setAttribute('aria-pressed', on);
    if (on && !drawing.firstChild) {
      drawing.append($('graph' + n).content.cloneNode(true));
      drawing.querySelectorAll('.block').forEach((b) => { b.onclick = () => jump(box, b.dataset.pc); });
    }
  };
  if (f.variables.length) box.append(variables(f, end));
  let last = null;
  for (const i of f.instructions) {
    if (i.label) {
      const from = f.instructions.filter((x) => x.target === i.pc).map((x) => x.pc + (x.pc >= i.pc ? ' (loop)' : ''));
      const lab = make('div', 'lab', i.label + ':  ');
      lab.append(make('span', '', from.length === 0 ? 'where a recovered panic goes on' : from.length > 6 ? `from ${from.length} places` : 'from ' + from.join(', ')));
      box.append(lab);
    }
    const places = placesOf(f, i), own = i.line > 0 ? i.file + ':' + i.line : null;
    const row = make('div', 'ins' + (own !== last ? ' first' : ''));
    last = own;
    row.append(make('span', 'line', row.classList.contains('first') && i.line > 0 ? (i.inline ? '↳' : '') + i.line : ''));
    row.append(make('span', 'pc', i.pc));
    const count = make('span', profiled ? 'count' : '', profiled ? number(i.count) + '×' : '');
    if (profiled) count.style.background = heat(i.count);
    row.append(count);
    const op = make('span', 'op', i.op);
    op.dataset.doc = i.op;
    row.append(op);
    const args = make('span', '');
    i.operands.forEach((o) => args.append(piece(o)));
    row.append(args);
    const note = make('span', 'note');
    const notes = [];
    if (i.inline) notes.push('↳ ' + f.inlined[i.inline - 1].function);
    if (i.callee_frame !== undefined) notes.push(`its r0 is r${i.callee_frame}`);
    if (i.polls) notes.push('polls');
    note.append(notes.join('; '));
    if (i.safepoint) {
      note.append(make('span', 'short', (notes.length ? '; ' : '') + 'safepoint'), make('span', 'map', (notes.length ? '; ' : '') + 'safepoint, ' + pointers(i.safepoint)));
      note.title = pointers(i.safepoint);
    }
    row.append(note);
    if (own) row.style.setProperty('--band', bands.get(own));
    row.data = { f, i, places, box, end };
    row.dataset.pc = i.pc;
    rows.push(row);
    places.forEach((p) => made.get(p).push(row));
    box.append(row);
  }
  box.append(make('div', 'line-table', 'line table (pc→line:column)  ' + f.line_table.map((l) => `${l.pc}→${l.line}:${l.column}${l.inline ? '↳' : ''}`).join('  ')));
  $('code').append(box);
}

function jump(box, pc) {
  const row = box.querySelector(`.ins[data-pc="${pc}"]`);
  if (!row) return;
  row.scrollIntoView({ block: 'center' });
  row.classList.remove('flash');
  void row.offsetWidth;
  row.classList.add('flash');
}

// What the pointer is at, and what was clicked.
let lit = [], pinned = null;
function unlight() {
  lit.forEach((e) => e.classList.remove('on', 'same'));
  document.querySelectorAll('.track b').forEach((b) => { b.style.display = 'none'; });
  lit = [];
}
function light(places) {
  for (const p of places) {
    for (const e of [sources.get(p), ...(made.get(p) || [])]) {
      if (e) { e.classList.add('on'); lit.push(e); }
    }
  }
}
function tell(place) {
  const list = made.get(place) || [];
  const [file, line] = place.split(':');
  const funcs = [...new Set(list.map((r) => r.data.f.name))];
  $('tip').innerHTML = '';
  $('tip').append(make('b', '', `${data.files[file].path}:${line}`), `  ${list.length} instruction${list.length === 1 ? '' : 's'} in ${funcs.join(', ')}`);
}
function over(target) {
  unlight();
  const source = target.closest('.row.made'), row = target.closest('.ins');
  if (pinned) light(pinned);
  if (source) { light([source.dataset.place]); tell(source.dataset.place); return; }
  if (!row) { const tr = target.closest('.vars tr'); if (tr) registers(tr.closest('.func'), JSON.parse(tr.dataset.regs), tr); return; }
  const { f, i, places, box, end } = row.data;
  light(places.slice(0, 1));
  $('tip').innerHTML = '';
  const said = target.dataset.doc || i.op;
  $('tip').append(make('b', '', said), '  ' + (docs[said] || ''));
  if (i.safepoint) $('tip').append(`   safepoint: ${pointers(i.safepoint)}`);
  box.querySelectorAll('.track b').forEach((b) => { b.style.left = 100 * i.pc / end + '%'; b.style.display = 'block'; });
  const reg = target.closest('.reg');
  if (reg) registers(box, [Number(reg.dataset.reg)]);
}
function registers(box, regs, tr) {
  const set = new Set(regs);
  box.querySelectorAll('.reg').forEach((e) => { if (set.has(Number(e.dataset.reg))) { e.classList.add('same'); lit.push(e); } });
  box.querySelectorAll('.vars tr').forEach((e) => { if (e === tr || (!tr && JSON.parse(e.dataset.regs).some((r) => set.has(r)))) { e.classList.add('on'); lit.push(e); } });
}
function pin(places, scroll) {
  document.querySelectorAll('.pinned').forEach((e) => e.classList.remove('pinned'));
  pinned = pinned && pinned[0] === places[0] ? null : places;
  unlight();
  if (!pinned) { history.replaceState(null, '', '#'); return; }
  light(pinned);
  lit.forEach((e) => e.classList.add('pinned'));
  if (scroll) scroll.scrollIntoView({ block: 'center' });
  const [file, line] = pinned[0].split(':');
  history.replaceState(null, '', `#${data.files[file].path}:${line}`);
}

showSource();
data.functions.forEach(showFunction);
const shown = data.functions.length;
$('summary').textContent = `${shown} function${shown === 1 ? '' : 's'}, ${number(rows.length)} instructions` +
  (profiled ? `; ${number(data.profile.steps)} executed` : '') + (data.optimised ? '' : '; not optimised');
document.addEventListener('mouseover', (e) => { if (e.target.closest('main')) over(e.target); });
document.addEventListener('click', (e) => {
  const to = e.target.closest('.to');
  if (to) { jump(to.closest('.func'), to.dataset.pc); return; }
  const source = e.target.closest('.row.made'), row = e.target.closest('.ins');
  if (source) { const p = source.dataset.place; pin([p], made.get(p)[0]); tell(p); }
  if (row && row.data.places.length) pin(row.data.places.slice(0, 1), sources.get(row.data.places[0]));
});
const toggle = (id, cls) => { $(id).onclick = () => $(id).setAttribute('aria-pressed', $('code').classList.toggle(cls)); };
toggle('maps', 'show-maps');
toggle('lines', 'show-lines');
$('filter').oninput = () => {
  const text = $('filter').value.toLowerCase();
  document.querySelectorAll('.func').forEach((box) => {
    const name = box.dataset.name.toLowerCase().includes(text);
    let any = false;
    box.querySelectorAll('.ins').forEach((r) => {
      const hit = name || r.textContent.toLowerCase().includes(text);
      r.classList.toggle('hidden', !hit);
      any = any || hit;
    });
    box.classList.toggle('hidden', !any);
  });
};
document.addEventListener('keydown', (e) => {
  if (e.target.tagName === 'INPUT') { if (e.key === 'Escape') { $('filter').value = ''; $('filter').oninput(); $('filter').blur(); } return; }
  if (e.key === '/') { e.preventDefault(); $('filter').focus(); }
  if (e.key === 'm') $('maps').click();
  if (e.key === 'l') $('lines').click();
  if (e.key === 'Escape' && pinned) pin(pinned);
  if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
    // From one source line that made code to the next.
    const list = [...sources.keys()];
    const at = pinned ? list.indexOf(pinned[0]) : -1;
    const next = list[at + (e.key === 'ArrowDown' ? 1 : -1)];
    if (next) { e.preventDefault(); pin([next], made.get(next)[0]); sources.get(next).scrollIntoView({ block: 'nearest' }); tell(next); }
  }
});
const link = decodeURIComponent(location.hash.slice(1)).match(/^(.*):(\d+)$/);
if (link) {
  const place = data.files.findIndex((f) => f.path === link[1]) + ':' + link[2];
  if (made.has(place)) { pin([place], made.get(place)[0]); sources.get(place)?.scrollIntoView({ block: 'center' }); tell(place); }
}

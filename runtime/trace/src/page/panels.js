// What stands around the timeline: source and bytecode, the state after the event, the sentence, the list.

class Panels {
  constructor(trace, lanes, words) {
    this.trace = trace;
    this.lanes = lanes;
    this.words = words;
    this.el = (id) => document.getElementById(id);
    this.file = null;
    this.listing = null;
  }

  // Source.

  /** Shows a place of the program. */
  source(frame) {
    if (!frame) return;
    const text = data.sources[frame.file], box = this.el("source");
    if (this.file !== frame.file) {
      this.file = frame.file;
      this.el("code-title").textContent = fileName(frame.file);
      box.innerHTML = text === undefined
        ? `<p class="none">The source of ${escapeHtml(fileName(frame.file))} is not at hand.</p>`
        : text.split("\n").map((l, n) => `<div data-line="${n + 1}"><i>${n + 1}</i>${escapeHtml(l) || " "}</div>`).join("");
    }
    for (const old of box.querySelectorAll(".here")) old.classList.remove("here");
    // First, because it takes room from the source.
    this.bytecode(frame);
    const line = box.querySelector(`[data-line="${frame.line}"]`);
    if (line) {
      line.classList.add("here");
      this.centre(box, line);
    }
  }
  /** Where main begins, for runs whose events name no place of the program. */
  main() {
    for (const [file, text] of Object.entries(data.sources)) {
      const n = text.split("\n").findIndex((l) => l.startsWith("func main("));
      if (n >= 0) return { file, line: n + 1, fn: "main.main", cell: 0 };
    }
    return null;
  }
  centre(box, line) {
    const top = line.offsetTop - box.offsetTop;
    if (top < box.scrollTop + 30 || top > box.scrollTop + box.clientHeight - 50) box.scrollTop = top - box.clientHeight / 2;
  }
  bytecode(frame) {
    const text = data.bytecode[frame.fn], box = this.el("bytecode");
    box.hidden = this.el("bytecode-title").hidden = text === undefined;
    if (text === undefined) return;
    if (this.listing !== frame.fn) {
      this.listing = frame.fn;
      this.el("bytecode-title").textContent = `Bytecode of ${frame.fn.replace(/^main\./, "")}`;
      box.innerHTML = text.trimEnd().split("\n").map((l) => {
        const cell = l.match(/^(?: *line \d+| {10}) +(\d+)  /);
        return `<div${cell ? ` data-cell="${cell[1]}"` : ""}>${escapeHtml(l)}</div>`;
      }).join("");
    }
    for (const old of box.querySelectorAll(".here")) old.classList.remove("here");
    let here = null;
    for (const d of box.querySelectorAll("[data-cell]")) if (+d.dataset.cell <= frame.cell) here = d;
    if (here) {
      here.classList.add("here");
      this.centre(box, here);
    }
  }
  /** The place that says most about an event. */
  frameOf(e) {
    if (e.f.stack) return site(e.f.stack);
    const lane = this.lanes.g(e.kind === K.GoStart ? e.f.g : e.g);
    if (!lane) return null;
    // Where it was seen last.
    for (let i = e.i, n = 0; i >= 0 && n < 2000; i--, n++) {
      if (this.trace.g[i] !== lane.id) continue;
      const before = this.trace.quick(i);
      if (before.f.stack && before.kind !== K.GoCreate) return site(before.f.stack);
    }
    return lane.site || null;
  }

  // The sentence.

  /** first: with the run in three sentences. */
  sentence(e, first) {
    const kind = data.kinds[e.kind];
    const rule = `<p class="rule"><b>The rule:</b> ${escapeHtml(kind.rule)}</p>`;
    const where = `${e.m === SYSMON ? "sysmon" : "M" + e.m}${e.p >= 0 ? " with P" + e.p : ""}`;
    const small = `<p class="small">#${e.i + 1} ${kind.name} · ${duration(e.time)} after the start · on ${where}</p>`;
    const intro = first ? `<p class="summary">${data.summary.map(escapeHtml).join(" ")}</p>` : "";
    this.el("sentence").innerHTML = `${intro}<p class="what">${this.words.sentence(e)}</p>${rule}${small}`;
  }

  // The state.

  state(m, level) {
    const w = this.words, parts = [];
    const row = (name, body, cls) => `<div class="row ${cls || ""}"><span>${name}</span><div>${body}</div></div>`;
    const none = '<em>–</em>';
    const chips = (list) => (list.length === 0 ? none : list.slice(0, 12).map((g) => w.g(g, true)).join("") + (list.length > 12 ? ` <small>and ${list.length - 12} more</small>` : ""));
    if (level >= 2) {
      parts.push("<h3>Processors</h3>");
      for (let i = 0; i < m.procs; i++) {
        const p = m.ps[i] || { m: -1, next: 0, ring: [] }, g = p.m >= 0 ? (m.ms.get(p.m) || {}).g : 0;
        const runs = p.m < 0 ? "<em>idle</em>" : g ? `<small>runs</small> ${w.g(g, true)}` : `<em>M${p.m} picks</em>`;
        parts.push(row(`<b>P${i}</b>`, `${runs} <small>next</small> ${p.next ? w.g(p.next, true) : none} <small>queue</small> ${chips(p.ring)}`));
      }
      parts.push(row("global", chips(m.global)));
    }
    if (level >= 3) {
      parts.push("<h3>Threads</h3>");
      for (const [id, t] of [...m.ms].sort((a, b) => a[0] - b[0])) {
        if (id === SYSMON) continue;
        const what = t.p >= 0 ? `has P${t.p}` : t.g ? "in a call, without P" : t.parked ? "sleeps" : "without P";
        parts.push(row(`M${id}`, `${what}${t.spinning ? ", looks for work" : ""}${t.g ? " " + w.g(t.g, true) : ""}`));
      }
      if (m.stopped) parts.push(row("world", "<b>stopped</b>"));
    }
    parts.push("<h3>Goroutines</h3>");
    const shown = [...m.gs].filter(([g]) => level >= 3 || (this.lanes.g(g) || { level: 3 }).level <= level);
    for (const [g, s] of shown.slice(0, 100)) {
      const mark = ["ready", "runs", "in a call", "waits"][s.state];
      const what = s.state === WAITING ? `waits ${w.wait(s.wait, s.object)}` : s.state === RUNNING ? `<b>runs</b>${this.runsOn(m, g)}` : mark;
      parts.push(row(w.g(g), `<i class="dot ${s.state === WAITING ? this.waits(s) : mark.replace(/ /g, "")}"></i>${what}`, s.state === RUNNING ? "on" : ""));
    }
    if (shown.length > 100) parts.push(`<p class="none">and ${shown.length - 100} more</p>`);
    if (shown.length === 0) parts.push('<p class="none">There is none yet.</p>');
    this.objects(m, level, parts, row, chips);
    this.chains(m, parts);
    this.el("state").innerHTML = parts.join("");
  }
  /** As the lane shows it. */
  waits(s) {
    return { [S.sleep]: "sleeps", [S.waitLock]: "lock" }[WAITS[s.wait]] || "waits";
  }
  runsOn(m, g) {
    for (const t of m.ms.values()) if (t.g === g && t.p >= 0) return ` on P${t.p}`;
    return "";
  }
  objects(m, level, parts, row, chips) {
    const list = [...m.things].filter(([o, t]) => {
      const lane = this.lanes.objects.get(o);
      return lane && lane.level <= level && (t.kind !== SEMAPHORE || t.receivers.length);
    });
    if (list.length) parts.push("<h3>Channels and locks</h3>");
    for (const [o, t] of list.slice(0, 60)) {
      const what = [];
      if (t.kind === CHANNEL) {
        what.push(t.cap ? `<span class="buffer" title="${t.len} of ${t.cap} in the buffer">${t.cap <= 16 ? '<i class="full"></i>'.repeat(t.len) + "<i></i>".repeat(t.cap - t.len) : `${t.len}/${t.cap}`}</span>` : "<small>no buffer</small>");
        if (t.closed) what.push("<b>closed</b>");
        what.push(`<small>receivers</small> ${chips(t.receivers)} <small>senders</small> ${chips(t.senders)}`);
      } else {
        if (t.holder) what.push(`held by ${this.words.g(t.holder, true)}`);
        else if (t.readers) what.push(`${t.readers} read`);
        else if (t.kind === WAITGROUP) what.push(`at <b>${t.count}</b>`);
        else if (t.kind === MUTEX || t.kind === RWMUTEX) what.push("free");
        const all = t.receivers.concat(t.senders);
        what.push(`<small>waiting</small> ${chips(all)}`);
      }
      parts.push(row(this.words.o(o), what.join(" ")));
    }
    if (list.length > 60) parts.push(`<p class="none">and ${list.length - 60} more</p>`);
  }

  /** Who waits for whom: from each waiting goroutine to the holder of what it waits for, and on. */
  chains(m, parts) {
    const next = (g) => {
      const s = m.gs.get(g);
      if (!s || s.state !== WAITING || !s.object) return null;
      const t = m.things.get(s.object);
      return t && t.holder ? { object: s.object, g: t.holder } : null;
    };
    const lines = [];
    for (const [g] of m.gs) {
      if (lines.length >= 8) break;
      if (!next(g)) continue;
      const seen = new Set([g]);
      let text = this.words.g(g, true), at = g, circle = false;
      for (let step = next(at); step; step = next(at)) {
        text += ` → ${this.words.o(step.object)} → ${this.words.g(step.g, true)}`;
        at = step.g;
        if (seen.has(at)) {
          circle = true;
          break;
        }
        seen.add(at);
      }
      const s = m.gs.get(at);
      const end = circle ? " <b>a circle: nobody can go on</b>" : s && s.state === WAITING ? ` <small>waits ${this.words.wait(s.wait, s.object)}</small>` : "";
      lines.push(`<p class="chain ${circle ? "circle" : ""}">${text}${end}</p>`);
    }
    if (lines.length) parts.push("<h3>Who waits for whom</h3>", ...lines);
  }

  // The list.

  list(shown, i) {
    const at = shown.rank[i], size = 40, from = Math.max(Math.min(at - 8, shown.count - size), 0);
    const items = [];
    for (let n = from; n < Math.min(from + size, shown.count); n++) {
      const j = shown.events[n];
      items.push(`<li><button data-i="${j}"${j === i ? ' aria-current="true"' : ""}><b>${j + 1}</b> ${escapeHtml(this.words.plain(this.trace.event(j)))}</button></li>`);
    }
    const box = this.el("list");
    box.innerHTML = items.join("");
    const here = box.querySelector("[aria-current]");
    if (here) box.scrollTop = here.parentElement.offsetTop - box.clientHeight / 3;
  }
}

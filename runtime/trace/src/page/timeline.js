// The timeline: lanes on a canvas, either one column an event or by the clock.
//
// What is smaller than two pixels is not drawn one by one: such a column is filled to the height of the
// share of it that was busy. Sums along each lane make that as quick for a million events as for ten.

const GUTTER = 176, RULER = 24, ROW = 26, OVERVIEW = 26;
const GAP = 6;

/** Which events are shown, and where: `rank[i]` events are shown before event i. */
class Shown {
  constructor(trace, levels, level, groups) {
    const groupOf = data.kinds.map((k) => groups.has(k.group));
    this.rank = new Uint32Array(trace.count + 1);
    let n = 0;
    for (let i = 0; i < trace.count; i++) {
      this.rank[i] = n;
      if (levels[i] <= level && groupOf[trace.kind[i]]) n++;
    }
    this.rank[trace.count] = n;
    this.count = n;
    this.events = new Uint32Array(n);
    for (let i = 0; i < trace.count; i++) if (this.rank[i + 1] > this.rank[i]) this.events[this.rank[i]] = i;
  }
  has(i) {
    return this.rank[i + 1] > this.rank[i];
  }
  /** The first shown event from i on, or the last one there is. */
  from(i) {
    return this.count ? this.events[Math.min(this.rank[i], this.count - 1)] : 0;
  }
}

class Timeline {
  constructor(trace, lanes, words, choose) {
    this.trace = trace;
    this.lanes = lanes;
    this.words = words;
    this.choose = choose;
    this.box = document.getElementById("timeline");
    this.canvas = document.getElementById("canvas");
    this.tip = document.getElementById("tip");
    this.pen = this.canvas.getContext("2d");
    this.axis = "events";
    this.cursor = 0;
    this.scroll = 0;
    this.view = { from: 0, to: 1 };
    this.mark = null;
    /** Texts as they were cut before: measuring is slow. */
    this.cuts = new Map();
    this.listen();
  }

  // Positions.

  /** Where event i begins, in the axis' unit: columns or nanoseconds. */
  position(i) {
    if (this.axis === "events") return this.shown.rank[i];
    return i < this.trace.count ? this.trace.time[i] : this.total();
  }
  total() {
    if (this.axis === "events") return Math.max(this.shown.count, 1);
    const last = this.trace.time[this.trace.count - 1] || 0;
    return last + Math.max(last * 0.01, 1);
  }
  /** The last event at or before a position. */
  eventAt(position) {
    if (this.axis === "events") {
      const n = Math.min(Math.max(Math.floor(position), 0), this.shown.count - 1);
      return this.shown.count ? this.shown.events[n] : 0;
    }
    let low = 0, high = this.trace.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.trace.time[middle] <= position) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  }
  x(position) {
    return GUTTER + (position - this.view.from) * this.scale;
  }
  at(x) {
    return this.view.from + (x - GUTTER) / this.scale;
  }

  // What is shown.

  show(shown, level) {
    const middle = this.shown ? this.eventAt(this.view.from) : 0;
    const columns = this.view.to - this.view.from;
    const first = !this.shown;
    this.shown = shown;
    for (const lane of this.every()) lane.sums.events = null;
    this.level = level;
    this.rows = [];
    let y = 0;
    const all = this.lanes.groups(level), count = all.reduce((n, [, list]) => n + list.length, 0);
    const room = this.tall - RULER - OVERVIEW - all.length * 30;
    const size = Math.min(Math.max(Math.floor(room / count) - GAP, ROW), 38);
    for (const [title, list] of all) {
      this.rows.push({ title, y, h: 22 });
      y += 22;
      for (const lane of list) {
        const h = lane.type === "queue" ? 16 : size;
        this.rows.push({ lane, y, h });
        lane.row = this.rows.length - 1;
        y += h + GAP - (lane.type === "p" ? 4 : 0);
      }
      y += 8;
    }
    this.height = y;
    for (const lane of this.every()) lane.visible = false;
    for (const r of this.rows) if (r.lane) r.lane.visible = true;
    if (first || this.axis === "time") this.fit();
    else this.set(this.position(middle), this.position(middle) + columns);
    this.strip = null;
  }
  *every() {
    yield* this.lanes.goroutines.values();
    yield* this.lanes.objects.values();
    yield* this.lanes.threads.values();
    for (const p of this.lanes.procs) {
      yield p;
      yield p.queue;
    }
    yield this.lanes.global;
    yield this.lanes.collector;
  }
  setAxis(axis) {
    this.axis = axis;
    this.strip = null;
    this.fit();
    this.reveal(this.cursor);
  }
  /** Everything when it is readable, else the beginning. */
  fit() {
    const room = this.width - GUTTER - 8;
    const total = this.total();
    const many = this.shown.count * 7 > room;
    if (!many) this.set(0, total);
    else if (this.axis === "events") this.set(0, room / 13);
    else {
      // As many events around the chosen one as would fit in columns.
      const n = this.shown.rank[this.cursor], half = Math.ceil(room / 26);
      const time = (k) => this.trace.time[this.shown.events[Math.min(Math.max(k, 0), this.shown.count - 1)]];
      this.set(time(n - half), time(n + half));
    }
  }
  set(from, to) {
    const total = this.total();
    const least = 4;
    let size = Math.min(Math.max(to - from, least), Math.max(total, least));
    from = Math.min(Math.max(from, 0), Math.max(total - size, 0));
    this.view = { from, to: from + size };
    this.scale = Math.max(this.width - GUTTER - 8, 1) / size;
    this.ask();
  }
  pan(by) {
    this.set(this.view.from + by, this.view.to + by);
  }
  zoom(factor, around) {
    const { from, to } = this.view;
    const size = Math.min((to - from) * factor, this.total());
    const share = (around - from) / (to - from);
    this.set(around - size * share, around + size * (1 - share));
  }
  /** Moves as little as is needed to have an event in sight, and its goroutine's lane. */
  reveal(i) {
    const at = this.position(i), { from, to } = this.view, size = to - from;
    if (at < from + size * 0.04) this.set(at - size * 0.3, at + size * 0.7);
    else if (at > to - size * 0.04) this.set(at - size * 0.7, at + size * 0.3);
    const lane = this.lanes.g(this.trace.g[i]);
    if (lane && lane.visible) this.scrollTo(this.rows[lane.row]);
    this.ask();
  }
  scrollTo(row) {
    const room = this.tall - RULER - OVERVIEW;
    if (row.y < this.scroll + 10) this.scroll = Math.max(row.y - 40, 0);
    else if (row.y + row.h > this.scroll + room - 10) this.scroll = row.y + row.h - room + 40;
    this.bound();
  }
  bound() {
    this.scroll = Math.min(Math.max(this.scroll, 0), Math.max(this.height - (this.tall - RULER - OVERVIEW), 0));
  }

  resize() {
    const ratio = window.devicePixelRatio || 1;
    const box = this.box.getBoundingClientRect();
    this.width = Math.max(box.width, GUTTER + 60);
    this.tall = Math.max(box.height, 80);
    this.canvas.width = Math.round(this.width * ratio);
    this.canvas.height = Math.round(this.tall * ratio);
    this.canvas.style.width = `${this.width}px`;
    this.canvas.style.height = `${this.tall}px`;
    this.pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.strip = null;
    if (this.shown) {
      this.set(this.view.from, this.view.to);
      this.bound();
    }
  }
  colours() {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue("--" + name).trim();
    const names = ["ground", "panel", "line", "text", "muted", "accent", "running", "runnable", "wait", "lock", "sleep",
      "syscall", "spin", "on-colour", "create", "wake", "value", "steal", "start", "band", "dense"];
    this.c = Object.fromEntries(names.map((n) => [n, get(n)]));
    this.g = Array.from({ length: 7 }, (_, i) => get("g" + i));
    this.strip = null;
    this.hatch = this.pattern(this.c.syscall);
    this.dots = this.pattern(this.c.sleep);
  }
  pattern(colour) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 6;
    const p = tile.getContext("2d");
    p.fillStyle = colour;
    p.fillRect(0, 0, 6, 6);
    p.strokeStyle = "rgba(0,0,0,.35)";
    p.lineWidth = 1.5;
    p.beginPath();
    p.moveTo(-1, 7);
    p.lineTo(7, -1);
    p.stroke();
    return this.pen.createPattern(tile, "repeat");
  }

  // Drawing.

  ask() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      this.draw();
    });
  }

  draw() {
    if (!this.shown || !this.c) return;
    const pen = this.pen, c = this.c, bottom = this.tall - OVERVIEW;
    pen.fillStyle = c.panel;
    pen.fillRect(0, 0, this.width, this.tall);
    pen.font = "12px system-ui, sans-serif";
    pen.textBaseline = "middle";
    pen.save();
    pen.beginPath();
    pen.rect(0, RULER, this.width, bottom - RULER);
    pen.clip();
    this.column();
    for (const row of this.rows) {
      const y = RULER + row.y - this.scroll;
      if (y > bottom || y + row.h < RULER) continue;
      if (row.title) this.heading(row, y);
      else {
        pen.save();
        pen.beginPath();
        pen.rect(GUTTER, y - 2, this.width - GUTTER, row.h + 4);
        pen.clip();
        this.slices(row.lane, y, row.h);
        pen.restore();
      }
    }
    pen.save();
    pen.beginPath();
    pen.rect(GUTTER, RULER, this.width - GUTTER, bottom - RULER);
    pen.clip();
    this.ticks();
    this.drawArrows();
    pen.restore();
    pen.fillStyle = c.panel;
    pen.fillRect(0, RULER, GUTTER - 4, bottom - RULER);
    for (const row of this.rows) {
      const y = RULER + row.y - this.scroll;
      if (y > bottom || y + row.h < RULER) continue;
      if (row.title) this.heading(row, y);
      else this.label(row.lane, y, row.h);
    }
    pen.restore();
    this.ruler();
    this.drawOverview(bottom);
  }

  heading(row, y) {
    const pen = this.pen;
    pen.fillStyle = this.c.muted;
    pen.font = "600 11px system-ui, sans-serif";
    pen.fillText(row.title.toUpperCase(), 10, y + row.h / 2 + 1);
    pen.strokeStyle = this.c.line;
    pen.lineWidth = 1;
    pen.beginPath();
    const from = Math.max(GUTTER, 20 + pen.measureText(row.title.toUpperCase()).width);
    pen.moveTo(from, Math.round(y + row.h / 2) + 0.5);
    pen.lineTo(this.width, Math.round(y + row.h / 2) + 0.5);
    pen.stroke();
    pen.font = "12px system-ui, sans-serif";
  }

  /** A lane's name: what it is, and what its author calls it. */
  label(lane, y, h) {
    const pen = this.pen, middle = y + h / 2 + 1;
    const text = (s, x, colour, font, room) => {
      pen.font = font || "12px system-ui, sans-serif";
      pen.fillStyle = colour;
      pen.fillText(this.cut(s, room), x, middle);
    };
    const c = this.c, bold = "600 12px system-ui, sans-serif";
    if (this.mark === lane) {
      pen.fillStyle = c.band;
      pen.fillRect(4, y - 2, GUTTER - 10, h + 4);
    }
    switch (lane.type) {
      case "g": {
        const name = `G${lane.id}`;
        pen.font = bold;
        const w = pen.measureText(name).width + 12;
        pen.fillStyle = this.g[lane.id % 7];
        this.round(10, y + 3, w, h - 6, 4);
        text(name, 16, c["on-colour"], bold, 80);
        text(lane.name, 16 + w, c.text, null, GUTTER - w - 26);
        break;
      }
      case "o": {
        const full = this.words.objectText(lane.id), short = lane.name || `#${lane.id}`;
        text(short, 10, c.text, bold, GUTTER - 20);
        pen.font = bold;
        const w = pen.measureText(this.cut(short, GUTTER - 20)).width;
        const sub = full.slice(0, full.length - short.length).trim() + (lane.kind === CHANNEL && lane.cap ? ` of ${lane.cap}` : "");
        text(sub, 16 + w, c.muted, null, GUTTER - w - 26);
        break;
      }
      case "p": text(`P${lane.id}`, 10, c.text, bold, 60); break;
      case "queue": text("queue", 10, c.muted, "11px system-ui, sans-serif", 80); break;
      case "global": text("global queue", 10, c.text, bold, GUTTER - 20); break;
      case "m": text(lane.id === SYSMON ? "sysmon" : `M${lane.id}`, 10, c.text, bold, 80); break;
      case "gc": text("collector", 10, c.text, bold, 100); break;
    }
    pen.font = "12px system-ui, sans-serif";
  }
  cut(s, room) {
    if (!room) return s;
    const key = `${s} ${Math.floor(room / 4)} ${this.pen.font}`, known = this.cuts.get(key);
    if (known !== undefined) return known;
    if (this.cuts.size > 5000) this.cuts.clear();
    const text = this.shorten(s, Math.floor(room / 4) * 4);
    this.cuts.set(key, text);
    return text;
  }
  shorten(s, room) {
    const width = (t) => this.pen.measureText(t).width;
    if (width(s) <= room) return s;
    let n = Math.max(Math.floor((s.length * room) / width(s)) - 1, 1);
    while (n > 1 && width(s.slice(0, n) + "…") > room) n--;
    return n <= 1 ? "" : s.slice(0, n) + "…";
  }
  round(x, y, w, h, r) {
    const pen = this.pen;
    // Many are small, and what is round takes several times as long.
    if (w < 24) return pen.fillRect(x, y, w, h);
    pen.beginPath();
    pen.roundRect(x, y, w, h, r);
    pen.fill();
  }

  /** Busy time along a lane, up to the beginning of each slice. */
  sums(lane) {
    let s = lane.sums[this.axis];
    if (s) return s;
    const n = lane.at.length;
    s = new Float64Array(n + 1);
    for (let k = 0; k < n; k++) {
      const size = this.position(k + 1 < n ? lane.at[k + 1] : this.trace.count) - this.position(lane.at[k]);
      s[k + 1] = s[k] + (ACTIVE.has(lane.st[k]) ? size * (lane.st[k] === S.queue ? Math.min(lane.x[k], 8) / 8 : 1) : 0);
    }
    lane.sums[this.axis] = s;
    return s;
  }
  /** The last slice that begins at or before a position; -1: none. From slice `low` on, near it first. */
  sliceAt(lane, position, low) {
    const at = lane.at, ranks = this.axis === "events" ? this.shown.rank : this.trace.time;
    let high = low, stride = 1;
    while (high < at.length && ranks[at[high]] <= position) {
      low = high + 1;
      high += stride;
      stride *= 2;
    }
    high = Math.min(high, at.length);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranks[at[middle]] <= position) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
  /** Busy time along a lane up to a position in slice k. */
  busyIn(lane, sums, position, k) {
    if (k < 0) return 0;
    const st = lane.st[k];
    if (!ACTIVE.has(st)) return sums[k];
    return sums[k] + (position - this.position(lane.at[k])) * (st === S.queue ? Math.min(lane.x[k], 8) / 8 : 1);
  }
  busy(lane, sums, position, low) {
    return this.busyIn(lane, sums, position, this.sliceAt(lane, position, low));
  }

  slices(lane, y, h) {
    const pen = this.pen, n = lane.at.length, ranks = this.axis === "events" ? this.shown.rank : this.trace.time;
    const end = this.position(this.trace.count), sums = this.sums(lane);
    const base = lane.type === "g" ? this.c.running : lane.type === "queue" || lane.type === "global" ? this.c.runnable : this.c.start;
    let k = Math.max(this.sliceAt(lane, this.view.from, 0), 0);
    // Columns side by side share their ground: one rectangle for a run of them.
    const columns = [];
    let ground = 0, reach = -1, known = -1;
    const cover = () => {
      if (reach > ground) pen.fillRect(ground, y, reach - ground, h);
    };
    pen.fillStyle = this.c.dense;
    while (k < n) {
      const a = ranks[lane.at[k]], b = k + 1 < n ? ranks[lane.at[k + 1]] : end;
      const x0 = this.x(a), x1 = this.x(b);
      if (x0 > this.width) break;
      if (x1 - x0 >= 2) {
        known = -1;
        if (lane.st[k] !== S.none) {
          this.slice(lane, k, Math.max(x0, GUTTER - 4), Math.min(x1, this.width + 4), y, h);
          pen.fillStyle = this.c.dense;
        }
        k++;
        continue;
      }
      // A column of two pixels for all that begins in it.
      const px = Math.max(Math.floor(x0), GUTTER), to = Math.min(this.at(px + 2), end);
      if (px > reach) {
        cover();
        ground = px;
      }
      // Side by side, the end of one column is the beginning of the next.
      const before = px === reach && known >= 0 ? known : this.busy(lane, sums, Math.max(this.at(px), a), Math.max(k - 1, 0));
      const last = this.sliceAt(lane, to, k);
      known = this.busyIn(lane, sums, to, last);
      reach = px + 2;
      // Whole pixels: neighbours of one height become one rectangle.
      const tall = Math.round(Math.max(Math.min(((known - before) * this.scale) / 2, 1), 0) * h), m = columns.length;
      if (m > 0 && columns[m - 1] === tall && columns[m - 2] === px) columns[m - 2] = px + 2;
      else columns.push(px, px + 2, tall);
      k = Math.max(last, k + 1);
    }
    cover();
    pen.fillStyle = base;
    for (let j = 0; j < columns.length; j += 3) {
      const tall = columns[j + 2];
      if (tall > 0) pen.fillRect(columns[j], y + h - tall, columns[j + 1] - columns[j], tall);
    }
  }

  slice(lane, k, x0, x1, y, h) {
    const pen = this.pen, c = this.c, st = lane.st[k], v = lane.x[k], w = x1 - x0 - (x1 - x0 > 4 ? 1 : 0);
    const write = (s, colour, yy) => {
      if (w < 22) return;
      pen.fillStyle = colour;
      pen.fillText(this.cut(s, w - 8), x0 + 4, yy === undefined ? y + h / 2 + 1 : yy);
    };
    const full = (colour) => {
      pen.fillStyle = colour;
      this.round(x0, y, w, h, 3);
    };
    const low = (colour, share) => {
      pen.fillStyle = colour;
      this.round(x0, y + h * (1 - share), w, h * share, 2);
    };
    const name = (o) => {
      const l = this.lanes.objects.get(o);
      return l ? l.name || `#${o}` : "";
    };
    switch (st) {
      case S.running:
        full(c.running);
        write(this.level > 1 && v >= 0 ? `runs on P${v}` : "runs", c["on-colour"]);
        break;
      case S.runnable:
        low(c.runnable, 0.62);
        write("ready", c["on-colour"], y + h * 0.69);
        break;
      case S.syscall:
        full(this.hatch);
        write("in a call", c["on-colour"]);
        break;
      case S.waitChan: case S.waitLock: case S.sleep: {
        low(st === S.sleep ? this.dots : st === S.waitChan ? c.wait : c.lock, 0.24);
        const text = st === S.sleep ? "sleeps" : v ? `waits: ${name(v)}` : "waits";
        write(text, c.muted, y + h * 0.38);
        break;
      }
      case S.busy:
        full(this.g[v % 7]);
        write(`G${v}`, c["on-colour"]);
        break;
      case S.call:
        full(this.hatch);
        write(`G${v} in a call`, c["on-colour"]);
        break;
      case S.scheduling:
        low(c.line, 0.45);
        write("picks", c.muted, y + h * 0.3);
        break;
      case S.spinning:
        low(c.spin, 0.55);
        write("looks for work", c["on-colour"], y + h * 0.74);
        break;
      case S.idle: low(c.line, 0.1); break;
      case S.free: case S.closed:
        low(c.line, 0.1);
        if (st === S.closed) write("closed", c.muted, y + h * 0.45);
        break;
      case S.held:
        full(this.g[v % 7]);
        write(`held by G${v}`, c["on-colour"]);
        break;
      case S.readers: low(c.value, 0.7); write(`${v} read`, c.panel, y + h * 0.65); break;
      case S.receivers: low(c.wait, 0.24); write(v > 1 ? `${v} receivers wait` : "receiver waits", c.muted, y + h * 0.4); break;
      case S.senders: low(c.wait, 0.24); write(v > 1 ? `${v} senders wait` : "sender waits", c.muted, y + h * 0.4); break;
      case S.buffered: {
        const held = v % WAITING_UNIT, waiting = Math.floor(v / WAITING_UNIT), share = lane.cap ? held / lane.cap : 1;
        pen.fillStyle = c.line;
        this.round(x0, y, w, h, 2);
        low(c.value, Math.max(share, 0.1));
        const count = `${held}${lane.cap ? "/" + lane.cap : ""}`;
        const text = waiting ? `${count}, ${waiting} ${waiting > 1 ? "wait" : "waits"} to send` : count;
        write(w < 130 ? count : text, share > 0.6 ? c.panel : c.text);
        break;
      }
      case S.counting: low(c.spin, 0.6); write(w < 56 ? String(v) : `count ${v}`, c["on-colour"], y + h * 0.7); break;
      case S.queue:
        if (v > 0) {
          low(c.runnable, Math.min(0.25 + v / 8, 1));
          write(String(v), c["on-colour"], y + h - Math.min(0.25 + v / 8, 1) * h * 0.5);
        } else low(c.line, 0.1);
        break;
      case S.collecting: full(c.lock); write("collects", c["on-colour"]); break;
      case S.stopped: full(c.steal); write("world stopped", c["on-colour"]); break;
    }
  }

  /** Small marks where something happened, on the lanes it happened to. */
  ticks() {
    const first = this.eventAt(this.view.from), last = this.eventAt(this.view.to);
    const a = this.shown.rank[first], b = this.shown.rank[Math.min(last + 1, this.trace.count)];
    if (this.axis === "events" ? this.scale < 4 : b - a > 400) return;
    const pen = this.pen;
    pen.fillStyle = this.c.text;
    for (let n = a; n < b; n++) {
      const i = this.shown.events[n], x = this.x(this.position(i));
      const mark = (lane) => {
        if (!lane || !lane.visible) return;
        const row = this.rows[lane.row], y = RULER + row.y - this.scroll;
        pen.fillRect(x - 0.75, y - 1, 1.5, 6);
      };
      mark(this.lanes.g(this.trace.g[i]));
      const name = OBJECT_FIELD[this.trace.kind[i]];
      if (name) mark(this.lanes.objects.get(this.trace.quick(i).f[name]));
    }
  }

  drawArrows() {
    const a = this.lanes.arrows, pen = this.pen, first = this.eventAt(this.view.from), last = this.eventAt(this.view.to);
    let low = 0, high = a.toAt.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (a.toAt[middle] < first) low = middle + 1;
      else high = middle;
    }
    // More of them than these could not be told apart.
    const room = this.width - GUTTER, most = Math.floor(room / 5);
    let stop = low;
    while (stop < a.toAt.length && a.toAt[stop] <= last && stop - low < most) stop++;
    if (stop - low >= most) return;
    const columns = this.axis === "events" ? this.scale : Math.min(room / Math.max(stop - low, 1), 20);
    if (columns < 3) return;
    // All of a kind are drawn at once: lines, then tips and dots.
    const kinds = Array.from({ length: 5 }, () => ({ lines: new Path2D(), ends: new Path2D(), any: false }));
    const labels = [], middle = (lane) => RULER + this.rows[lane.row].y - this.scroll + this.rows[lane.row].h / 2;
    const bend = Math.min(14, columns), bottom = this.tall - OVERVIEW;
    for (let n = low; n < stop; n++) {
      const from = a.from[n], to = a.to[n];
      if (!from.visible || !to.visible || from === to) continue;
      const x0 = this.x(this.position(a.fromAt[n])), x1 = this.x(this.position(a.toAt[n]));
      const y0 = middle(from), y1 = middle(to);
      if (Math.max(y0, y1) < RULER || Math.min(y0, y1) > bottom) continue;
      const up = y1 < y0 ? -1 : 1, tip = y1 - up * 9;
      const { lines, ends } = kinds[a.kind[n]];
      kinds[a.kind[n]].any = true;
      lines.moveTo(x0, y0);
      lines.bezierCurveTo(x0 + bend, y0 + (tip - y0) * 0.4, x1 + bend * 0.4, y0 + (tip - y0) * 0.6, x1, tip);
      ends.moveTo(x1, tip + up * 5);
      ends.lineTo(x1 - 4, tip - up * 3);
      ends.lineTo(x1 + 4, tip - up * 3);
      ends.closePath();
      ends.rect(x0 - 2, y0 - 2, 4, 4);
      if (a.label[n] >= 0 && columns >= 9) labels.push(n, (x0 + x1) / 2 + 5, y0 + (y1 - y0) * 0.5);
    }
    const colours = [this.c.create, this.c.wake, this.c.value, this.c.steal, this.c.start];
    kinds.forEach(({ lines, ends, any }, kind) => {
      if (!any) return;
      pen.strokeStyle = pen.fillStyle = colours[kind];
      pen.lineWidth = kind === A.value || kind === A.steal ? 2 : 1.4;
      pen.setLineDash(kind === A.wake ? [4, 3] : []);
      pen.stroke(lines);
      pen.fill(ends);
    });
    pen.setLineDash([]);
    pen.lineWidth = 1;
    for (let k = 0; k < labels.length; k += 3) this.arrowLabel(a, labels[k], labels[k + 1], labels[k + 2]);
  }
  arrowLabel(a, n, x, y) {
    const e = this.trace.event(a.label[n]), pen = this.pen;
    const text = a.kind[n] === A.steal ? `G${e.f.gs.join(" G")}` : e.f.value;
    if (!text) return;
    const shown = this.cut(String(text), 90);
    const w = pen.measureText(shown).width + 8;
    pen.globalAlpha = 0.92;
    pen.fillStyle = this.c.panel;
    this.round(x - 2, y - 8, w, 16, 3);
    pen.globalAlpha = 1;
    pen.fillStyle = this.c.text;
    pen.fillText(shown, x + 2, y + 1);
  }

  /** The chosen event's column. */
  column() {
    const at = this.position(this.cursor), x = this.x(at), pen = this.pen;
    const w = this.axis === "events" ? Math.max(this.shown.has(this.cursor) ? this.scale : 0, 2) : 2;
    pen.fillStyle = this.c.band;
    pen.fillRect(Math.max(x, GUTTER), RULER, Math.max(x + w - Math.max(x, GUTTER), 0), this.tall - OVERVIEW - RULER);
    if (x >= GUTTER) {
      pen.fillStyle = this.c.accent;
      pen.fillRect(x - 1, RULER, 2, this.tall - OVERVIEW - RULER);
    }
  }

  ruler() {
    const pen = this.pen, c = this.c;
    pen.fillStyle = c.panel;
    pen.fillRect(0, 0, this.width, RULER);
    pen.strokeStyle = c.line;
    pen.beginPath();
    pen.moveTo(0, RULER - 0.5);
    pen.lineTo(this.width, RULER - 0.5);
    pen.stroke();
    pen.font = "11px system-ui, sans-serif";
    pen.fillStyle = c.muted;
    pen.fillText(this.axis === "events" ? "event" : "time", 10, RULER / 2 + 1);
    const least = 84 / this.scale;
    let step = Math.pow(10, Math.floor(Math.log10(least)));
    for (const m of [1, 2, 5, 10]) if (step * m >= least) { step *= m; break; }
    if (this.axis === "events") step = Math.max(Math.round(step), 1);
    const chosen = this.x(this.position(this.cursor));
    for (let at = Math.ceil(this.view.from / step) * step; at <= this.view.to; at += step) {
      const x = this.x(at);
      let text = this.clock(at, step);
      if (this.axis === "events") {
        if (at >= this.shown.count) break;
        text = `#${this.shown.events[at] + 1}`;
      }
      pen.fillStyle = c.line;
      pen.fillRect(x, RULER - 6, 1, 6);
      // The chosen event's own number goes before.
      const to = x + 8 + pen.measureText(text).width;
      if (to > chosen && x < chosen + 70 || to > this.width) continue;
      pen.fillStyle = c.muted;
      pen.fillText(text, x + 4, RULER / 2 + 1);
    }
    const x = this.x(this.position(this.cursor));
    if (x >= GUTTER - 1 && x <= this.width) {
      const text = `#${this.cursor + 1}`;
      pen.font = "600 11px system-ui, sans-serif";
      const w = pen.measureText(text).width + 10;
      const left = Math.min(Math.max(x - 1, GUTTER), this.width - w);
      pen.fillStyle = c.accent;
      this.round(left, 3, w, RULER - 6, 4);
      pen.fillStyle = c.panel;
      pen.fillText(text, left + 5, RULER / 2 + 1);
    }
    pen.font = "12px system-ui, sans-serif";
  }

  /** A time with as many digits as neighbours on the ruler need to differ. */
  clock(ns, step) {
    const [unit, name] = [[1e9, "s"], [1e6, "ms"], [1e3, "µs"], [1, "ns"]].find(([u]) => ns >= u || u === 1);
    return `${(ns / unit).toFixed(Math.max(Math.ceil(-Math.log10(step / unit) - 1e-9), 0))} ${name}`;
  }

  /** The whole run in a strip: how many goroutines ran, and what part is in sight. */
  drawOverview(top) {
    const pen = this.pen, room = this.width - GUTTER - 8, total = this.total();
    pen.fillStyle = this.c.panel;
    pen.fillRect(0, top, this.width, OVERVIEW);
    if (!this.strip) {
      const columns = Math.max(Math.floor(room / 2), 1), list = this.lanes.procs.filter((p) => p.at.length);
      const busy = new Float32Array(columns);
      for (const p of list) {
        const sums = this.sums(p);
        let before = 0, low = 0;
        for (let k = 0; k < columns; k++) {
          const to = Math.min(((k + 1) / columns) * total, this.position(this.trace.count));
          const at = this.sliceAt(p, to, low), now = this.busyIn(p, sums, to, at);
          low = Math.max(at, 0);
          busy[k] += ((now - before) * columns) / total / list.length;
          before = now;
        }
      }
      this.strip = this.drawStrip(room, busy);
    }
    pen.fillStyle = this.c.muted;
    pen.font = "11px system-ui, sans-serif";
    pen.fillText("whole run", 10, top + OVERVIEW / 2);
    pen.drawImage(this.strip, GUTTER, top + 4, room, OVERVIEW - 8);
    const a = GUTTER + (this.view.from / total) * room, b = GUTTER + (this.view.to / total) * room;
    pen.strokeStyle = this.c.text;
    pen.lineWidth = 1.5;
    pen.strokeRect(a, top + 3, Math.max(b - a, 3), OVERVIEW - 6);
    pen.fillStyle = this.c.accent;
    pen.fillRect(GUTTER + (this.position(this.cursor) / total) * room - 1, top + 2, 2, OVERVIEW - 4);
    pen.lineWidth = 1;
    pen.font = "12px system-ui, sans-serif";
  }

  /** How busy the run was, as an image: it stays as it is while one moves along. */
  drawStrip(room, busy) {
    const ratio = window.devicePixelRatio || 1, strip = document.createElement("canvas"), tall = OVERVIEW - 8;
    strip.width = Math.max(Math.round(room * ratio), 1);
    strip.height = Math.round(tall * ratio);
    const pen = strip.getContext("2d");
    pen.scale(ratio, ratio);
    pen.fillStyle = this.c.line;
    pen.fillRect(0, 0, room, tall);
    pen.fillStyle = this.c.running;
    busy.forEach((share, k) => {
      const h = Math.min(share, 1) * tall;
      pen.fillRect(k * 2, tall - h, 2, h);
    });
    return strip;
  }

  // Pointer.

  /** The slice under a point: lane and number, or null. */
  hit(x, y) {
    const at = y - RULER + this.scroll;
    const row = this.rows.find((r) => r.lane && at >= r.y - 2 && at < r.y + r.h + 2);
    if (!row) return null;
    if (x < GUTTER) return { lane: row.lane, k: -1 };
    return { lane: row.lane, k: this.sliceAt(row.lane, this.at(x), 0) };
  }

  listen() {
    const box = this.box;
    let drag = null;
    const point = (e) => {
      const r = box.getBoundingClientRect();
      return [e.clientX - r.left, e.clientY - r.top];
    };
    box.addEventListener("pointerdown", (e) => {
      if (e.button !== 0) return;
      const [x, y] = point(e);
      drag = { x, y, from: this.view.from, to: this.view.to, scroll: this.scroll, moved: false, strip: y > this.tall - OVERVIEW, top: y < RULER };
      box.setPointerCapture(e.pointerId);
      if (drag.strip) this.jump(x);
    });
    box.addEventListener("pointermove", (e) => {
      const [x, y] = point(e);
      if (!drag) return this.hover(x, y);
      if (Math.abs(x - drag.x) + Math.abs(y - drag.y) > 4) drag.moved = true;
      if (drag.strip) this.jump(x);
      else if (drag.top) this.choose(this.eventAt(this.at(x)), false);
      else if (drag.moved) {
        this.scroll = drag.scroll - (y - drag.y);
        this.bound();
        this.set(drag.from - (x - drag.x) / this.scale, drag.to - (x - drag.x) / this.scale);
      }
    });
    box.addEventListener("pointerup", (e) => {
      const [x, y] = point(e);
      const was = drag;
      drag = null;
      if (!was || was.moved || was.strip) return;
      if (was.top) return this.choose(this.eventAt(this.at(x)), false);
      const hit = this.hit(x, y);
      if (!hit) return this.choose(this.eventAt(this.at(x)), false);
      if (hit.k >= 0) this.choose(hit.lane.at[hit.k], false);
      else if (x < GUTTER) {
        this.mark = this.mark === hit.lane ? null : hit.lane;
        if (hit.lane.at.length) this.choose(hit.lane.at[0], true);
      }
    });
    box.addEventListener("pointerleave", () => (this.tip.hidden = true));
    box.addEventListener("wheel", (e) => {
      e.preventDefault();
      const [x, y] = point(e), unit = e.deltaMode === 1 ? 16 : 1;
      if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) this.pan(((e.deltaX || e.deltaY) * unit) / this.scale);
      else if (x < GUTTER || e.altKey) {
        this.scroll += e.deltaY * unit;
        this.bound();
        this.ask();
      } else this.zoom(Math.exp(Math.max(Math.min(e.deltaY * unit, 100), -100) * 0.003), this.at(x));
    }, { passive: false });
  }
  jump(x) {
    const share = (x - GUTTER) / (this.width - GUTTER - 8), size = this.view.to - this.view.from;
    const middle = share * this.total();
    this.set(middle - size / 2, middle + size / 2);
  }

  hover(x, y) {
    const hit = y > RULER && y < this.tall - OVERVIEW ? this.hit(x, y) : null;
    const text = hit && hit.k >= 0 ? this.describe(hit.lane, hit.k) : "";
    this.tip.hidden = !text;
    this.box.style.cursor = text ? "pointer" : "grab";
    if (!text) return;
    this.tip.textContent = text;
    this.tip.style.left = `${Math.min(x + 14, this.width - 240)}px`;
    this.tip.style.top = `${Math.min(y + 16, this.tall - 60)}px`;
  }
  /** The lanes that can be seen, in words. */
  heard(i) {
    const seen = this.rows.filter((r) => r.lane && r.y + r.h > this.scroll && r.y < this.scroll + this.tall);
    return seen.slice(0, 60).map(({ lane }) => (lane.slice(i) < 0 ? "" : this.describe(lane, lane.slice(i)))).filter((text) => text);
  }
  /** A slice in words. */
  describe(lane, k) {
    const i = lane.at[k], end = k + 1 < lane.at.length ? lane.at[k + 1] : this.trace.count - 1;
    const e = this.trace.event(i), st = lane.st[k], v = lane.x[k];
    const who = { g: `G${lane.id}`, p: `P${lane.id}`, m: lane.id === SYSMON ? "sysmon" : `M${lane.id}`, o: this.words.objectText(lane.id),
      queue: `Queue of P${lane.id}`, global: "Global queue", gc: "Collector" }[lane.type];
    const strip = (s) => s.replace(/<[^>]*>/g, "");
    const what = {
      [S.running]: v >= 0 ? `runs on P${v}` : "runs", [S.runnable]: "is ready and waits for a processor", [S.syscall]: "is in a call that may block",
      [S.sleep]: "sleeps", [S.busy]: `runs G${v}`, [S.idle]: "is idle", [S.scheduling]: "looks for the next goroutine",
      [S.spinning]: "looks for work at other processors", [S.call]: `is in a call of G${v}`, [S.free]: "is free", [S.held]: `is held by G${v}`,
      [S.readers]: `has ${v} readers`, [S.receivers]: `${v} waiting to receive`, [S.senders]: `${v} waiting to send`, [S.buffered]: `holds ${v % WAITING_UNIT}${v >= WAITING_UNIT ? `, ${Math.floor(v / WAITING_UNIT)} waiting to send` : ""}`,
      [S.closed]: "is closed", [S.counting]: `is at ${v}`, [S.queue]: `${v} waiting`, [S.collecting]: "collects garbage", [S.stopped]: "world stopped",
    }[st] || (e.kind === K.GoBlock ? `waits ${strip(this.words.wait(e.f.why, e.f.object))}` : "");
    if (!what) return "";
    return `${who} ${what} · ${duration(this.trace.time[end] - this.trace.time[i])}, events ${i + 1} to ${end + 1}`;
  }
}

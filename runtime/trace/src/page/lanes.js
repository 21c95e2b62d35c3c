// One pass over all events makes what the timeline draws: lanes of slices, and arrows between lanes.
//
// A slice begins at an event and ends where the next of its lane begins. Lanes keep three columns: the
// event, what it is then (`st`, one of the states below), and a number that goes with it.

const S = {
  none: 0,
  // Goroutines.
  runnable: 1, running: 2, syscall: 3, waitChan: 4, waitLock: 5, sleep: 6,
  // Processors and threads.
  idle: 7, busy: 8, scheduling: 9, spinning: 10, call: 11,
  // Objects: x is the goroutine that holds it, or how many.
  free: 12, held: 13, readers: 14, receivers: 15, senders: 16, buffered: 17, closed: 18, counting: 19,
  // Queues: x is the length.
  queue: 20,
  // The collector.
  collecting: 21, stopped: 22,
};

/** What is busy, for columns that hold more than can be drawn. */
const ACTIVE = new Set([S.running, S.syscall, S.busy, S.call, S.held, S.readers, S.counting, S.queue, S.collecting, S.stopped, S.buffered]);

/** Of `x` of a buffered channel: how many wait to send, times this, and how many values it holds. */
const WAITING_UNIT = 1e6;

const A = { create: 0, wake: 1, value: 2, steal: 3, start: 4 };

class Lane {
  constructor(type, id, level) {
    this.type = type;
    this.id = id;
    /** From which level on it is shown. */
    this.level = level;
    this.at = [];
    this.st = [];
    this.x = [];
    this.sums = {};
  }
  set(i, st, x) {
    const last = this.at.length - 1;
    if (last >= 0 && this.st[last] === st && this.x[last] === x && st !== S.running && st !== S.busy) return;
    if (last >= 0 && this.at[last] === i) {
      this.st[last] = st;
      this.x[last] = x;
      return;
    }
    this.at.push(i);
    this.st.push(st);
    this.x.push(x);
  }
  /** The slice that holds after event i; -1 before the first. */
  slice(i) {
    let low = 0, high = this.at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at[middle] <= i) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

const WAITS = data.words.Wait.map((w) =>
  w === "sleep" ? S.sleep : w.startsWith("chan") || w.startsWith("select") ? S.waitChan : S.waitLock,
);
/** Kinds that a beginner sees: what goroutines do to each other. */
const LEVEL1 = new Set(
  ["GoCreate", "GoStart", "GoStop", "GoBlock", "GoUnblock", "GoEnd", "GoExit", "GoPanic", "GoRecover", "ProgramEnd",
    "SyscallEnter", "SyscallExit", "SyscallExitBlocked"].map((n) => K[n]),
);
const LEVEL2 = new Set(["ProcsChange", "ProcStart", "ProcStop", "ProcSteal", "WaitEnter", "WaitLeave", "HandOff", "WakeP",
  "RunqPut", "RunqGet", "RunqOverflow", "GlobalPut", "GlobalGet", "Steal", "ObjectNew"].map((n) => K[n]));
/** The lowest level at which a kind is shown. */
const KIND_LEVEL = data.kinds.map((k, i) => {
  if (LEVEL1.has(i)) return 1;
  if (LEVEL2.has(i)) return 2;
  return ["chan", "sync", "time", "user"].includes(k.group) ? 1 : 3;
});
/** The field that names the object an event is about. */
const OBJECT_FIELD = data.kinds.map((k) => {
  const f = k.fields.find(([name, type]) => type === "Object");
  return f ? f[0] : null;
});

class Lanes {
  constructor(trace) {
    this.trace = trace;
    this.goroutines = new Map();
    this.objects = new Map();
    this.procs = [];
    this.threads = new Map();
    this.global = new Lane("global", 0, 2);
    this.collector = new Lane("gc", 0, 3);
    this.arrows = { kind: [], from: [], fromAt: [], to: [], toAt: [], label: [] };
    /** Level of each event (1, 2 or 3). */
    this.level = new Uint8Array(trace.count);
    this.lengths = [];
    this.globalLength = 0;
    /** The last thing that became of a buffered channel's values: events that sent, by channel. */
    this.inBuffer = new Map();
    trace.scan((e) => this.event(e));
  }

  g(g) {
    return this.goroutines.get(g);
  }
  p(p) {
    while (this.procs.length <= p) {
      const id = this.procs.length;
      this.procs.push(new Lane("p", id, 2));
      this.lengths.push(0);
      this.procs[id].queue = new Lane("queue", id, 2);
    }
    return this.procs[p];
  }
  m(m) {
    let lane = this.threads.get(m);
    if (!lane) this.threads.set(m, (lane = new Lane("m", m, 3)));
    return lane;
  }
  setG(g, i, st, x) {
    const lane = this.g(g);
    if (lane) lane.set(i, st, x);
  }
  length(p, i, change) {
    this.p(p);
    this.lengths[p] += change;
    this.procs[p].queue.set(i, S.queue, this.lengths[p]);
  }
  globally(i, change) {
    this.globalLength += change;
    this.global.set(i, S.queue, this.globalLength);
  }
  arrow(kind, from, fromAt, to, toAt, label) {
    if (!from || !to) return;
    const a = this.arrows;
    a.kind.push(kind);
    a.from.push(from);
    a.fromAt.push(fromAt);
    a.to.push(to);
    a.toAt.push(toAt);
    a.label.push(label);
  }

  object(o, kind, i, stack, cap, elem, name) {
    const lane = new Lane("o", o, 3);
    lane.kind = kind;
    lane.name = name.replace(/^main\./, "");
    lane.cap = cap;
    lane.elem = elem;
    lane.now = { holder: 0, readers: 0, len: 0, count: 0, closed: false, first: 0, second: 0 };
    this.objects.set(o, lane);
    this.name(lane, stack);
    this.show(lane, i);
  }
  /** Learns from where an object is made or used what it is called and whether it is the user's own. */
  name(lane, stack) {
    const known = data.made[`${stack}/${lane.kind}`];
    if (!known) return;
    if (!lane.placed) lane.level = known[0] ? 1 : 3;
    lane.placed = true;
    if (!lane.name) lane.name = known[1];
  }
  /** Puts an object's state into its lane. */
  show(lane, i) {
    const n = lane.now;
    if (n.holder) lane.set(i, S.held, n.holder);
    else if (n.readers > 0) lane.set(i, S.readers, n.readers);
    else if (n.count > 0) lane.set(i, S.counting, n.count);
    else if (n.len > 0) lane.set(i, S.buffered, n.len + n.second * WAITING_UNIT);
    else if (n.second > 0 && lane.kind === CHANNEL) lane.set(i, S.senders, n.second);
    else if (n.first > 0 && lane.kind === CHANNEL) lane.set(i, S.receivers, n.first);
    else lane.set(i, n.closed ? S.closed : S.free, 0);
  }
  change(o, i, edit) {
    const lane = this.objects.get(o);
    if (!lane) return;
    edit(lane.now);
    this.show(lane, i);
  }

  event(e) {
    const i = e.i, f = e.f, g = e.g;
    let level = KIND_LEVEL[e.kind];
    switch (e.kind) {
      case K.GoCreate: {
        const lane = new Lane("g", f.g, 1);
        const list = frames(f.start), first = list[list.length - 1];
        lane.name = data.started[f.stack] || (first ? first.fn.replace(/^runtime\.main$/, "main.main").replace(/^main\./, "") : "");
        lane.site = list.find((x) => !x.library);
        if (!lane.site && lane.name !== "main") lane.level = 3;
        lane.parent = g;
        this.goroutines.set(f.g, lane);
        lane.set(i, S.runnable, 0);
        this.arrow(A.create, this.g(g), i, lane, i, -1);
        if (lane.level > level) level = lane.level;
        break;
      }
      case K.GoStart:
        this.setG(f.g, i, S.running, e.p);
        if (e.p >= 0) this.p(e.p).set(i, S.busy, f.g);
        this.m(e.m).set(i, S.busy, f.g);
        if (this.g(f.g) && this.g(f.g).level > level) level = this.g(f.g).level;
        break;
      case K.GoStop:
        this.setG(g, i, S.runnable, 0);
        this.off(e);
        break;
      case K.GoBlock:
        this.setG(g, i, WAITS[f.why], f.object);
        this.off(e);
        break;
      case K.GoUnblock: {
        const lane = this.g(f.g);
        this.setG(f.g, i, S.runnable, 0);
        if (f.by) this.arrow(A.wake, this.g(f.by), i, lane, i, -1);
        if (lane && lane.level > level) level = lane.level;
        break;
      }
      case K.GoEnd:
        this.setG(g, i, S.none, 0);
        this.off(e);
        break;
      case K.SyscallEnter:
        this.setG(g, i, S.syscall, 0);
        if (e.p >= 0) this.p(e.p).set(i, S.call, g);
        this.m(e.m).set(i, S.call, g);
        break;
      case K.SyscallExit:
        this.setG(g, i, S.running, f.p);
        this.p(f.p).set(i, S.busy, g);
        this.m(e.m).set(i, S.busy, g);
        break;
      case K.SyscallExitBlocked:
        this.setG(g, i, S.runnable, 0);
        this.m(e.m).set(i, S.idle, 0);
        break;
      case K.ProcsChange:
        if (f.n > 0) this.p(f.n - 1);
        break;
      case K.ProcStart:
        this.p(f.p).set(i, S.scheduling, e.m);
        this.m(e.m).set(i, S.scheduling, f.p);
        break;
      case K.ProcStop:
        this.p(f.p).set(i, S.idle, 0);
        this.m(e.m).set(i, S.idle, 0);
        break;
      case K.ProcSteal:
        this.p(f.p).set(i, S.idle, 0);
        this.arrow(A.start, this.m(f.from), i, this.m(e.m), i, -1);
        break;
      case K.StartM: this.arrow(A.start, this.m(e.m), i, this.m(f.m), i, -1); break;
      case K.MPark: this.m(e.m).set(i, S.none, 0); break;
      case K.SpinStart: this.m(e.m).set(i, S.spinning, 0); break;
      case K.SpinStop: this.m(e.m).set(i, e.p >= 0 ? S.scheduling : S.idle, Math.max(e.p, 0)); break;
      case K.RunqPut: {
        const next = word("Slot", f.slot) === "runnext";
        this.length(e.p, i, next && f.kicked ? 0 : 1);
        break;
      }
      case K.RunqGet: this.length(e.p, i, -1); break;
      case K.RunqOverflow: this.length(e.p, i, -f.gs.length); break;
      case K.GlobalPut: this.globally(i, f.gs.length); break;
      case K.GlobalGet:
        this.globally(i, -f.gs.length);
        if (f.gs.length > 1) this.length(e.p, i, f.gs.length - 1);
        break;
      case K.Steal:
        this.length(f.from, i, -f.gs.length);
        if (f.gs.length > 1) this.length(e.p, i, f.gs.length - 1);
        this.arrow(A.steal, this.p(f.from), i, this.p(e.p), i, i);
        break;
      case K.ObjectNew:
        this.object(f.object, f.kind, i, f.stack, 0, "", data.texts[f.name]);
        break;
      case K.ChanMake:
        this.object(f.ch, CHANNEL, i, f.stack, f.cap, data.texts[f.elem], "");
        break;
      case K.ChanSend:
        if (word("How", f.how) === "direct") this.arrow(A.value, this.g(g), i, this.g(f.peer), i, i);
        else {
          this.change(f.ch, i, (n) => (n.len = f.len));
          let sent = this.inBuffer.get(f.ch);
          if (!sent) this.inBuffer.set(f.ch, (sent = { list: [], head: 0 }));
          sent.list.push(i);
        }
        break;
      case K.ChanRecv: {
        const how = word("How", f.how);
        if (how === "direct") this.arrow(A.value, this.g(f.peer), i, this.g(g), i, i);
        else if (how === "buffer") {
          this.change(f.ch, i, (n) => (n.len = f.len));
          const sent = this.inBuffer.get(f.ch);
          if (sent) {
            const from = sent.list[sent.head++];
            // The one that waited puts its value into the free place now.
            if (f.peer) sent.list.push(i);
            if (from !== undefined && this.trace.g[from] !== g) {
              const sender = this.trace.kind[from] === K.ChanSend ? this.g(this.trace.g[from]) : null;
              this.arrow(A.value, sender, from, this.g(g), i, i);
            }
            if (sent.head > 1000) (sent.list = sent.list.slice(sent.head)), (sent.head = 0);
          }
        }
        break;
      }
      case K.ChanClose: this.change(f.ch, i, (n) => (n.closed = true)); break;
      case K.WaitEnter: case K.WaitLeave: {
        const q = word("Queue", f.queue), by = e.kind === K.WaitEnter ? 1 : -1;
        this.change(f.object, i, (n) => (q === "senders" || q === "writers" ? (n.second += by) : (n.first += by)));
        if (e.kind === K.WaitLeave && f.cancelled) level = Math.max(level, 2);
        break;
      }
      case K.MutexLock: case K.RWLock: this.change(f.lock, i, (n) => (n.holder = g)); break;
      case K.MutexUnlock: case K.RWUnlock: this.change(f.lock, i, (n) => (n.holder = 0)); break;
      case K.RLock: this.change(f.lock, i, (n) => n.readers++); break;
      case K.RUnlock: this.change(f.lock, i, (n) => n.readers--); break;
      case K.WaitGroupAdd: this.change(f.group, i, (n) => (n.count = f.count)); break;
      case K.GcStart: this.collector.set(i, S.collecting, 0); break;
      case K.GcEnd: this.collector.set(i, S.none, 0); break;
      case K.StwStart: if (word("Stop", f.why) !== "trace") this.collector.set(i, S.stopped, 0); break;
      case K.StwEnd: this.collector.set(i, S.none, 0); break;
    }
    if (level < 3) {
      const name = OBJECT_FIELD[e.kind], own = g && this.g(g);
      if (own && own.level > level) level = own.level;
      if (name !== null && f[name]) {
        const lane = this.objects.get(f[name]);
        if (lane && f.stack && !(lane.placed && lane.name)) this.name(lane, f.stack);
        if (lane && lane.level > level) level = lane.level;
      }
    }
    this.level[i] = level;
  }
  /** The goroutine of an event leaves its M and P. */
  off(e) {
    if (e.p >= 0) this.p(e.p).set(e.i, S.scheduling, e.m);
    this.m(e.m).set(e.i, S.scheduling, Math.max(e.p, 0));
  }

  /** What a level shows, in groups from top to bottom. */
  groups(level) {
    const keep = (list) => [...list].filter((l) => l.level <= level);
    const kindOrder = (l) => (l.kind === CHANNEL ? 0 : 1);
    const objects = keep(this.objects.values()).filter((l) => l.kind !== SEMAPHORE || level > 2);
    objects.sort((a, b) => kindOrder(a) - kindOrder(b));
    const out = [];
    if (level >= 2) {
      const list = [];
      for (const p of this.procs) list.push(p, p.queue);
      if (this.global.at.length > 0) list.push(this.global);
      out.push(["Processors, queues", list]);
    }
    if (level >= 3) {
      const threads = [...this.threads.values()].sort((a, b) => a.id - b.id);
      if (this.collector.at.length > 0) threads.push(this.collector);
      out.push(["Threads", threads]);
    }
    out.push(["Goroutines", keep(this.goroutines.values())]);
    if (objects.length > 0) out.push(["Channels and locks", objects]);
    return out;
  }
}

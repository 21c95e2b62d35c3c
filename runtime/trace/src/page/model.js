// The model of the scheduler: the rules of `model.rs`, applied one event at a time. It is driven by the
// log alone; a test compares it with the Rust one after every event.

const RUNNABLE = 0, RUNNING = 1, SYSCALL = 2, WAITING = 3;

class Model {
  constructor() {
    this.procs = 0;
    this.ps = [];
    this.global = [];
    this.ms = new Map();
    this.gs = new Map();
    this.things = new Map();
    this.timers = new Map();
    this.stopped = false;
  }

  clone() {
    const c = new Model();
    const thing = (t) => ({ ...t, receivers: t.receivers.slice(), senders: t.senders.slice() });
    c.procs = this.procs;
    c.ps = this.ps.map((p) => ({ ...p, ring: p.ring.slice() }));
    c.global = this.global.slice();
    for (const [k, v] of this.ms) c.ms.set(k, { ...v });
    for (const [k, v] of this.gs) c.gs.set(k, { ...v });
    for (const [k, v] of this.things) c.things.set(k, thing(v));
    for (const [k, v] of this.timers) c.timers.set(k, v);
    c.stopped = this.stopped;
    return c;
  }

  proc(p) {
    while (this.ps.length <= p) this.ps.push({ m: -1, next: 0, ring: [] });
    return this.ps[p];
  }
  thread(m) {
    let t = this.ms.get(m);
    if (!t) this.ms.set(m, (t = { p: -1, g: 0, parked: false, spinning: false }));
    return t;
  }
  thing(o, kind) {
    let t = this.things.get(o);
    if (!t) this.things.set(o, (t = this.fresh(kind)));
    return t;
  }
  fresh(kind) {
    return {
      kind, name: 0, made: 0, cap: 0, len: 0, closed: false, receivers: [], senders: [],
      holder: 0, readers: 0, count: 0,
    };
  }
  state(e, g, to) {
    const s = this.gs.get(g);
    if (s) (s.state = to), (s.since = e.time);
  }
  leave(e, to) {
    this.state(e, e.g, to);
    this.thread(e.m).g = 0;
  }
  /** Takes from the front as many as there are in a list. */
  take(queue, gs) {
    queue.splice(0, gs.length);
  }
  queue(o, queue) {
    const t = this.thing(o, SEMAPHORE);
    const name = word("Queue", queue);
    return name === "senders" || name === "writers" ? t.senders : t.receivers;
  }

  apply(e) {
    const f = e.f;
    switch (e.kind) {
      case K.ProcsChange: this.procs = f.n; this.proc(Math.max(f.n - 1, 0)); break;
      case K.ProcStart: {
        this.proc(f.p).m = e.m;
        const t = this.thread(e.m);
        (t.p = f.p), (t.parked = false);
        break;
      }
      case K.ProcStop: this.proc(f.p).m = -1; this.thread(e.m).p = -1; break;
      case K.ProcSteal: this.proc(f.p).m = -1; this.thread(f.from).p = -1; break;
      case K.StartM: this.proc(f.p); this.thread(f.m).parked = false; break;
      case K.MPark: {
        const t = this.thread(e.m);
        (t.parked = true), (t.spinning = false);
        break;
      }
      case K.GoCreate:
        this.gs.set(f.g, { state: RUNNABLE, wait: OTHER, object: 0, stack: 0, parent: e.g, since: e.time, start: f.start });
        break;
      case K.GoStart: this.state(e, f.g, RUNNING); this.thread(e.m).g = f.g; break;
      case K.GoStop: this.leave(e, RUNNABLE); break;
      case K.GoBlock: {
        this.leave(e, WAITING);
        const s = this.gs.get(e.g);
        if (s) (s.wait = f.why), (s.object = f.object), (s.stack = f.stack);
        break;
      }
      case K.GoUnblock: this.state(e, f.g, RUNNABLE); break;
      case K.GoEnd: this.leave(e, RUNNABLE); this.gs.delete(e.g); break;
      case K.SyscallEnter: this.state(e, e.g, SYSCALL); break;
      case K.SyscallExit: this.state(e, e.g, RUNNING); break;
      case K.SyscallExitBlocked: this.leave(e, RUNNABLE); break;
      case K.RunqPut: {
        const own = this.proc(e.p);
        if (word("Slot", f.slot) === "runnext") own.next = f.g;
        else own.ring.push(f.g);
        break;
      }
      case K.RunqGet: {
        const own = this.proc(e.p);
        if (word("Slot", f.slot) === "runnext") own.next = 0;
        else own.ring.shift();
        break;
      }
      case K.RunqOverflow: this.take(this.proc(e.p).ring, f.gs); break;
      case K.GlobalPut: this.global.push(...f.gs); break;
      case K.GlobalGet:
        this.take(this.global, f.gs);
        this.proc(e.p).ring.push(...f.gs.slice(1));
        break;
      case K.Steal: {
        const victim = this.proc(f.from);
        if (f.next) victim.next = 0;
        else this.take(victim.ring, f.gs);
        this.proc(e.p).ring.push(...f.gs.slice(0, -1));
        break;
      }
      case K.SpinStart: this.thread(e.m).spinning = true; break;
      case K.SpinStop: this.thread(e.m).spinning = false; break;
      case K.ObjectNew: {
        const t = this.fresh(f.kind);
        (t.name = f.name), (t.made = f.stack);
        this.things.set(f.object, t);
        break;
      }
      case K.ChanMake: {
        const t = this.fresh(CHANNEL);
        (t.cap = f.cap), (t.made = f.stack);
        this.things.set(f.ch, t);
        break;
      }
      case K.ChanSend:
        if (word("How", f.how) === "buffer") this.thing(f.ch, CHANNEL).len++;
        else this.thing(f.ch, CHANNEL);
        break;
      case K.ChanRecv: {
        const c = this.thing(f.ch, CHANNEL);
        if (word("How", f.how) === "buffer" && f.peer === 0) c.len--;
        break;
      }
      case K.ChanClose: this.thing(f.ch, CHANNEL).closed = true; break;
      case K.WaitEnter: {
        const q = this.queue(f.object, f.queue);
        if (f.front) q.unshift(e.g);
        else q.push(e.g);
        break;
      }
      case K.WaitLeave: {
        const q = this.queue(f.object, f.queue), at = q.indexOf(f.g);
        if (at >= 0) q.splice(at, 1);
        break;
      }
      case K.MutexLock: case K.RWLock: this.thing(f.lock, MUTEX).holder = e.g; break;
      case K.MutexUnlock: case K.RWUnlock: this.thing(f.lock, MUTEX).holder = 0; break;
      case K.RLock: this.thing(f.lock, RWMUTEX).readers++; break;
      case K.RUnlock: this.thing(f.lock, RWMUTEX).readers--; break;
      case K.WaitGroupAdd: this.thing(f.group, WAITGROUP).count += f.delta; break;
      case K.Sleep: this.timers.set(f.timer, [e.time + f.ns, 0]); break;
      case K.TimerSet: this.timers.set(f.timer, [f.when, f.period]); break;
      case K.TimerFire: {
        const set = this.timers.get(f.timer);
        if (set && set[1] === 0) this.timers.delete(f.timer);
        break;
      }
      case K.TimerStop: this.timers.delete(f.timer); break;
      case K.StwStart: this.stopped = true; break;
      case K.StwEnd: this.stopped = false; break;
    }
  }

  /** The whole state as one text, for comparing with the Rust model. */
  text() {
    const lines = [`procs ${this.procs} global ${this.global} stopped ${this.stopped}`];
    const sorted = (map) => [...map.entries()].sort((a, b) => a[0] - b[0]);
    this.ps.forEach((p, i) => lines.push(`P${i} m ${p.m} next ${p.next} ring ${p.ring}`));
    for (const [m, t] of sorted(this.ms)) lines.push(`M${m} p ${t.p} g ${t.g} parked ${t.parked} spinning ${t.spinning}`);
    for (const [g, s] of sorted(this.gs)) lines.push(`G${g} ${s.state} ${s.wait} ${s.object} ${s.parent} ${s.since}`);
    for (const [o, t] of sorted(this.things)) {
      lines.push(
        `#${o} ${t.kind} cap ${t.cap} len ${t.len} closed ${t.closed} receivers ${t.receivers} senders ${t.senders}` +
          ` holder ${t.holder} readers ${t.readers} count ${t.count}`,
      );
    }
    for (const [t, [when, period]] of sorted(this.timers)) lines.push(`T${t} ${when} ${period}`);
    return lines.join("\n");
  }
}

const OTHER = data.words.Wait.indexOf("waiting");
const kindOf = (name) => data.words.ObjectKind.indexOf(name);
const CHANNEL = kindOf("channel"), MUTEX = kindOf("sync.Mutex"), RWMUTEX = kindOf("sync.RWMutex");
const WAITGROUP = kindOf("sync.WaitGroup"), SEMAPHORE = kindOf("semaphore");

/** States after any event: a model that moves forward, and copies of it to start again from. */
class States {
  constructor(trace) {
    this.trace = trace;
    this.copies = [{ n: 0, model: new Model() }];
    this.model = new Model();
    /** Events that are applied to `model`. */
    this.n = 0;
    this.apart = 2000;
  }
  /** The state after event i; valid until the next call. */
  after(i) {
    const wanted = i + 1;
    let best = this.copies[0];
    for (const c of this.copies) if (c.n <= wanted && c.n > best.n) best = c;
    if (this.n > wanted || this.n < best.n) {
      this.model = best.model.clone();
      this.n = best.n;
    }
    while (this.n < wanted) this.step();
    return this.model;
  }
  step() {
    this.model.apply(this.trace.quick(this.n++));
    const last = this.copies[this.copies.length - 1];
    if (this.n >= last.n + this.apart) {
      // Many goroutines make big copies: keep fewer of them.
      const size = this.model.gs.size + this.model.things.size;
      this.apart = Math.max(2000, size, Math.floor(this.trace.count / 400));
      this.copies.push({ n: this.n, model: this.model.clone() });
    }
  }
  /** Prepares copies while nobody waits. Returns whether there is more to do. */
  prepare(milliseconds) {
    const end = performance.now() + milliseconds;
    const last = this.copies[this.copies.length - 1];
    if (this.n !== last.n) (this.model = last.model.clone()), (this.n = last.n);
    while (this.n < this.trace.count) {
      this.step();
      if (this.n % 500 === 0 && performance.now() > end) return true;
    }
    return false;
  }
}

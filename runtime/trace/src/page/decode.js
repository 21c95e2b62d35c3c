// Reads the page's data: tables as JSON, events as the log's own bytes. What an event's bytes mean is
// said by the event table alone (`data.kinds`): no kind is known here.

const data = JSON.parse(document.getElementById("data").textContent);

/** Numbers of the kinds by name. */
const K = Object.freeze(Object.fromEntries(data.kinds.map((k, i) => [k.name, i])));
/** The M number of the system monitor. */
const SYSMON = 9999;

function fromBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const value = new Uint8Array(128);
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (let i = 0; i < 64; i++) value[letters.charCodeAt(i)] = i;
  let length = text.length;
  while (length > 0 && text.charCodeAt(length - 1) === 61) length--;
  const out = new Uint8Array(Math.floor((length * 3) / 4));
  let n = 0, bits = 0, at = 0;
  for (let i = 0; i < length; i++) {
    n = ((n << 6) | value[text.charCodeAt(i)]) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = (n >> bits) & 255;
    }
  }
  return out;
}

/** A cursor over the bytes; the fields' types are those of the event table. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  number() {
    const bytes = this.bytes;
    let b = bytes[this.at++];
    if (b < 128) return b;
    let n = b & 127, unit = 128;
    do {
      b = bytes[this.at++];
      n += (b & 127) * unit;
      unit *= 128;
    } while (b >= 128);
    return n;
  }
  signed() {
    const n = this.number();
    return n % 2 === 0 ? n / 2 : -(n + 1) / 2;
  }
  /** Exact beyond 2^53. */
  big() {
    let n = 0n, shift = 0n, b;
    do {
      b = this.bytes[this.at++];
      n |= BigInt(b & 127) << shift;
      shift += 7n;
    } while (b >= 128);
    return n;
  }
  numbers() {
    const list = new Array(this.number());
    for (let i = 0; i < list.length; i++) list[i] = this.number();
    return list;
  }
  pairs() {
    const list = new Array(this.number());
    for (let i = 0; i < list.length; i++) list[i] = [this.number(), this.number()];
    return list;
  }
  cases() {
    return this.pairs().map(([chan, rest]) => ({ chan, sends: rest % 2 === 1, index: Math.floor(rest / 2) }));
  }
  queues() {
    const ps = new Array(this.number());
    for (let i = 0; i < ps.length; i++) ps[i] = [this.number(), this.numbers()];
    const global = this.numbers();
    const waits = new Array(this.number());
    for (let i = 0; i < waits.length; i++) waits[i] = [this.number(), this.numbers(), this.numbers()];
    return { ps, global, waits, buffered: this.pairs(), gs: this.pairs() };
  }
  /** A value in Go's notation; "" where there is none. */
  value() {
    const b = this.bytes[this.at++];
    if (b >= 128) return String(b & 127);
    switch (b) {
      case 0: return "";
      case 1: return "false";
      case 2: return "true";
      case 3: {
        const n = this.big();
        return String(n & 1n ? -(n >> 1n) - 1n : n >> 1n);
      }
      case 4: return String(this.big());
      case 5: {
        const n = new DataView(this.bytes.buffer, this.at, 8).getFloat64(0, true);
        this.at += 8;
        return String(n);
      }
      case 6: return JSON.stringify(data.texts[this.number()]);
      default: return data.texts[this.number()];
    }
  }
  skipValue() {
    const b = this.bytes[this.at++];
    if (b >= 3 && b < 128) b === 5 ? (this.at += 8) : this.number();
  }
  field(type, values) {
    switch (type) {
      case "i64": return this.signed();
      case "bool": return this.bytes[this.at++] !== 0;
      case "Gs":
      case "Numbers": return this.numbers();
      case "Cases": return this.cases();
      case "Queues": return this.queues();
      case "Value": return values ? this.value() : this.skipValue();
      default: return data.words[type] ? this.bytes[this.at++] : this.number();
    }
  }
}

/** All events: columns of numbers, and each event's fields on demand. */
class Trace {
  constructor(bytes) {
    const n = data.count;
    this.reader = new Reader(bytes);
    this.count = n;
    this.kind = new Uint8Array(n);
    this.m = new Uint32Array(n);
    /** -1: none. */
    this.p = new Int32Array(n);
    this.g = new Uint32Array(n);
    this.time = new Float64Array(n);
    this.offset = new Uint32Array(n);
    // One object a kind, filled again and again: for a pass over all events.
    this.slots = data.kinds.map((k) => {
      const slot = { i: 0, kind: K[k.name], time: 0, m: 0, p: -1, g: 0, f: null };
      slot.f = Object.fromEntries(k.fields.map(([name]) => [name, 0]));
      return slot;
    });
    this.names = data.kinds.map((k) => k.fields.map((f) => f[0]));
    this.types = data.kinds.map((k) => k.fields.map((f) => f[1]));
  }

  /** Reads everything once and hands each event over, without values. The object is used again. */
  scan(each) {
    const r = this.reader, at = new Map();
    let time = 0;
    r.at = 0;
    for (let i = 0; i < this.count; i++) {
      const kind = r.bytes[r.at++];
      const m = r.number();
      time += r.signed();
      let has = at.get(m);
      if (!has) at.set(m, (has = { p: -1, g: 0 }));
      this.kind[i] = kind;
      this.m[i] = m;
      this.time[i] = time;
      this.p[i] = has.p;
      this.g[i] = has.g;
      this.offset[i] = r.at;
      const e = this.fill(i, this.slots[kind], false);
      const f = e.f;
      switch (kind) {
        case K.ProcStart: case K.SyscallExit: has.p = f.p; break;
        case K.ProcStop: has.p = -1; break;
        case K.GoStart: has.g = f.g; break;
        case K.GoStop: case K.GoBlock: case K.GoEnd: case K.SyscallExitBlocked: has.g = 0; break;
        case K.ProcSteal: if (at.has(f.from)) at.get(f.from).p = -1; break;
      }
      each(e);
    }
  }

  fill(i, e, values) {
    const kind = this.kind[i], names = this.names[kind], types = this.types[kind], r = this.reader;
    e.i = i;
    e.kind = kind;
    e.time = this.time[i];
    e.m = this.m[i];
    e.p = this.p[i];
    e.g = this.g[i];
    for (let n = 0; n < names.length; n++) e.f[names[n]] = r.field(types[n], values);
    return e;
  }

  /** One event with its values; `f` has its fields. */
  event(i) {
    this.reader.at = this.offset[i];
    return this.fill(i, { f: {} }, true);
  }

  /** One event without values, in an object that is used again. */
  quick(i) {
    this.reader.at = this.offset[i];
    return this.fill(i, this.slots[this.kind[i]], false);
  }
}

const word = (type, n) => data.words[type][n];
const frames = (stack) => data.stacks[stack].map((f) => data.frames[f]);
/** The innermost frame of the user's, else the innermost. */
function site(stack) {
  const list = frames(stack);
  return list.find((f) => !f.library) || list[0];
}
const fileName = (path) => path.slice(path.lastIndexOf("/") + 1);
function duration(ns) {
  for (const [unit, name] of [[1e9, "s"], [1e6, "ms"], [1e3, "µs"]]) {
    if (ns >= unit) return `${+(ns / unit).toPrecision(3)} ${name}`;
  }
  return `${Math.round(ns)} ns`;
}

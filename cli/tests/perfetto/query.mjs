// Asks Perfetto's own trace processor, which its page brings along as WebAssembly, about traces.
//
//   node query.mjs FOLDER TRACES SQL…
//
// FOLDER has engine_bundle.js and the .wasm files, the file TRACES the name of a trace in each line. Prints for
// each trace, for each question the rows of its answer, cells separated by tabs, and an empty line; after each
// trace a form feed.

import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";

const [folder, traces, ...questions] = process.argv.slice(2);

// What the engine finds in a worker of a browser.
globalThis.self = globalThis;
globalThis.WorkerGlobalScope = function () {};
globalThis.importScripts = () => {};
globalThis.location = { href: "worker:///engine_bundle.js" };
globalThis.XMLHttpRequest = class {
  open(_, url) {
    this.file = path.join(folder, path.basename(url));
  }
  send() {
    const bytes = fs.readFileSync(this.file);
    this.response = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    this.status = 200;
  }
};
const says = [];
console.warn = (text) => says.push(text);
// Node's own is not what the engine was made for.
const node = globalThis.process;
globalThis.process = undefined;
vm.runInThisContext(fs.readFileSync(path.join(folder, "engine_bundle.js"), "utf8"));
globalThis.process = node;
const { port1: ours, port2: theirs } = new MessageChannel();
globalThis.onmessage({ data: theirs });

// Protocol buffers, as far as they are needed.
const varint = (n) => {
  const out = [];
  for (; n > 127; n = Math.floor(n / 128)) out.push((n % 128) | 128);
  return [...out, n];
};
const number = (field, n) => Buffer.from([...varint(field * 8), ...varint(n)]);
const bytes = (field, b) => Buffer.concat([Buffer.from([...varint(field * 8 + 2), ...varint(b.length)]), b]);
function* fields(b) {
  let at = 0;
  const read = () => {
    let n = 0n, shift = 0n;
    for (;;) {
      const x = b[at++];
      n |= BigInt(x & 127) << shift;
      if (x < 128) return n;
      shift += 7n;
    }
  };
  while (at < b.length) {
    const key = Number(read());
    if ((key & 7) === 0) yield [key >> 3, read()];
    else {
      const n = (key & 7) === 2 ? Number(read()) : (key & 7) === 1 ? 8 : 4;
      yield [key >> 3, b.subarray(at, at + n)];
      at += n;
    }
  }
}
const packed = (b) => [...fields(Buffer.concat([...splitVarints(b)].map((v) => Buffer.concat([Buffer.from([8]), v]))))].map(([, n]) => n);
function* splitVarints(b) {
  let from = 0;
  for (let i = 0; i < b.length; i++) {
    if (b[i] < 128) {
      yield b.subarray(from, i + 1);
      from = i + 1;
    }
  }
}

// Requests and what comes back: methods 1 (trace data), 2 (no more of it), 3 (a question), 9 (forget the trace).
let seq = 0, wait = null;
ours.onmessage = ({ data }) => wait(Buffer.from(data));
const ask = (method, ...more) => {
  const body = Buffer.concat([number(1, seq++), number(2, method), ...more]);
  return new Promise((done) => {
    wait = done;
    ours.postMessage(new Uint8Array(bytes(1, body)));
  });
};
const next = () => new Promise((done) => (wait = done));
const signed = (n) => BigInt.asIntN(64, n).toString();

/** The rows of an answer, which comes in messages of some thousand cells; whether it is whole. */
class Rows {
  constructor() {
    this.columns = 0;
    this.cells = [];
    this.whole = false;
  }
  add(message) {
    for (const [, answer] of fields(message)) {
      for (const [field, result] of fields(answer)) {
        if (field === 203) this.result(result);
      }
    }
  }
  result(result) {
    for (const [f, part] of fields(result)) {
      if (f === 1) this.columns++;
      if (f === 2) throw new Error(part.toString());
      if (f !== 3) continue;
      let kinds = [], whole = [], texts = [];
      const real = [];
      for (const [g, v] of fields(part)) {
        if (g === 1) kinds = packed(v);
        if (g === 2) whole = packed(v);
        if (g === 3) for (let i = 0; i < v.length; i += 8) real.push(v.readDoubleLE(i));
        if (g === 5) texts = v.toString().split("\0");
        if (g === 6) this.whole = v !== 0n;
      }
      let wholes = 0, reals = 0, strings = 0;
      for (const k of kinds.map(Number)) {
        this.cells.push(k === 2 ? signed(whole[wholes++]) : k === 3 ? real[reals++] : k === 4 ? texts[strings++] : "");
      }
    }
  }
  text() {
    const out = [];
    for (let i = 0; i < this.cells.length; i += this.columns) out.push(this.cells.slice(i, i + this.columns).join("\t"));
    return out.join("\n");
  }
}

// The module is there after its own first turn.
await new Promise((done) => setTimeout(done, 0));
for (const trace of fs.readFileSync(traces, "utf8").split("\n").filter((t) => t)) {
  const data = fs.readFileSync(trace);
  for (let at = 0; at < data.length; at += 1 << 24) await ask(1, bytes(101, data.subarray(at, at + (1 << 24))));
  await ask(2);
  let text = "";
  for (const q of questions) {
    const rows = new Rows();
    rows.add(await ask(3, bytes(103, bytes(1, Buffer.from(q)))));
    while (!rows.whole) rows.add(await next());
    text += rows.text() + "\n\n";
  }
  fs.writeSync(1, text + "\f");
  await ask(9);
}
process.exit(0);

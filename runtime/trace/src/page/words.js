// Sentences: what happened at an event and why, for a reader who meets the scheduler for the first time.
// Every kind has one here or, failing that, the event table's own.

const escapeHtml = (s) => String(s).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

class Words {
  constructor(lanes) {
    this.lanes = lanes;
  }

  functionName(g) {
    const lane = this.lanes.g(g);
    return lane ? lane.name : "";
  }
  /** A goroutine as a button: its number, and its function where that helps. */
  g(g, short) {
    if (!g) return "the runtime";
    const name = short ? "" : this.functionName(g);
    const text = name ? `G${g} <i>${escapeHtml(name)}</i>` : `G${g}`;
    return `<button class="chip c${g % 7}" data-g="${g}" title="Goroutine ${g}${name ? ", " + escapeHtml(name) : ""}">${text}</button>`;
  }
  gs(list) {
    if (list.length === 0) return "nobody";
    const shown = list.slice(0, 8).map((g) => this.g(g, true)).join(" ");
    return list.length > 8 ? `${shown} and ${list.length - 8} more` : shown;
  }
  p(p) {
    return `<b class="p">P${p}</b>`;
  }
  m(m) {
    return `<b class="m">${m === SYSMON ? "sysmon" : "M" + m}</b>`;
  }
  /** `channel in`, `mutex mu`, `channel #3`. */
  objectText(o, short) {
    const lane = this.lanes.objects.get(o);
    if (!lane) return `#${o}`;
    const kind = data.words.ObjectKind[lane.kind];
    const plain = { "channel": "channel", "sync.Mutex": "mutex", "sync.RWMutex": "read-write mutex",
      "sync.WaitGroup": "wait group", "sync.Cond": "condition", "sync.Once": "once", "semaphore": "semaphore" }[kind];
    const name = lane.name || `#${o}`;
    return short ? name : `${plain} ${name}`;
  }
  o(o) {
    if (!o) return "";
    return `<button class="object" data-o="${o}" title="Object #${o}">${escapeHtml(this.objectText(o))}</button>`;
  }
  at(stack) {
    const f = site(stack);
    return f ? ` <span class="at">at <button class="place" data-stack="${stack}">${escapeHtml(fileName(f.file))}:${f.line}</button></span>` : "";
  }
  value(v) {
    return v === "" ? "" : `<code>${escapeHtml(v)}</code>`;
  }

  /** Why a goroutine waits, in words: `to receive from channel in`. */
  wait(why, object) {
    const o = this.o(object);
    switch (word("Wait", why)) {
      case "chan send": return `to send on ${o}`;
      case "chan receive": return `to receive from ${o}`;
      case "chan send (nil chan)": return "to send on a nil channel, for ever";
      case "chan receive (nil chan)": return "to receive from a nil channel, for ever";
      case "select": return "in a select, until one of its cases can go on";
      case "select (no cases)": return "in a select without cases, for ever";
      case "sleep": return "until its timer fires";
      case "sync.Mutex.Lock": return `for ${o || "a mutex"}`;
      case "sync.RWMutex.RLock": return `to read-lock ${o || "a read-write mutex"}`;
      case "sync.RWMutex.Lock": return `to write-lock ${o || "a read-write mutex"}`;
      case "sync.WaitGroup.Wait": return `until ${o || "a wait group"} is at zero`;
      case "sync.Cond.Wait": return `for a signal of ${o || "a condition"}`;
      case "IO wait": return "for input or output";
      default: return o ? `for ${o}` : escapeHtml(word("Wait", why));
    }
  }

  sentence(e) {
    const f = e.f, me = this.g(e.g), p = this.p(e.p), m = this.m(e.m);
    switch (e.kind) {
      case K.ProcsChange: return `There are now <b>${f.n}</b> processors (Ps): so many goroutines can run at the same time.`;
      case K.ProcStart: return `${m} takes ${this.p(f.p)}: now it can run goroutines.`;
      case K.ProcStop: return `${m} gives up ${this.p(f.p)} (${word("Release", f.why)}).`;
      case K.ProcSteal: return `${this.p(f.p)} is taken from ${this.m(f.from)}, whose goroutine is in a blocking call, by ${word("Retake", f.why)}.`;
      case K.StartM: return `${m} ${f.new ? "starts a new thread" : "wakes the parked thread"} ${this.m(f.m)} for ${this.p(f.p)}${f.spinning ? ", to look for work" : ""}.`;
      case K.MPark: return `${m} found nothing to do and goes to sleep.`;
      case K.GoCreate: return e.g
        ? `${me} starts ${this.g(f.g)} with a <code>go</code> statement${this.at(f.stack)}.`
        : `The runtime makes ${this.g(f.g)}.`;
      case K.GoStart: return `${this.g(f.g)} runs on ${p}${f.inherit ? ", in the rest of the time slice of the one before" : ""}.`;
      case K.GoStop: return word("Yield", f.why) === "preempted"
        ? `${me} is preempted${this.at(f.stack)}: it could go on, but others have waited long enough.`
        : `${me} makes room (${escapeHtml(word("Yield", f.why))})${this.at(f.stack)}.`;
      case K.GoBlock: return `${me} waits ${this.wait(f.why, f.object)}${this.at(f.stack)}. ${p} looks for another goroutine.`;
      case K.GoUnblock: return f.by
        ? `${this.g(f.by)} wakes ${this.g(f.g)}: it can run again, as soon as a processor takes it.`
        : `${this.g(f.g)} can run again: its time has come.`;
      case K.GoEnd: return `${me} ends: its function has returned.`;
      case K.GoExit: return `${me} calls <code>runtime.Goexit</code>${this.at(f.stack)}.`;
      case K.GoPanic: return `${me} panics: ${this.value(f.value)}${this.at(f.stack)}.`;
      case K.GoRecover: return `${me} recovers from the panic ${this.value(f.value)}.`;
      case K.ProgramEnd: {
        const why = word("End", f.why);
        if (why === "main returned") return "<code>main</code> has returned: the program ends, with everything that still ran or waited.";
        if (why === "deadlock") return "No goroutine can ever run again: <b>deadlock</b>. Each waits for something that only another could do.";
        return `The program ends: ${escapeHtml(why)}, status ${f.code}.`;
      }
      case K.SyscallEnter: return `${me} enters a call that may block${this.at(f.stack)}. ${m} keeps ${p} for now.`;
      case K.SyscallExit: return `${me} is back from its call, and ${this.p(f.p)} is still there: it goes on at once.`;
      case K.SyscallExitBlocked: return `${me} is back from its call, but its processor works for others now: it has to queue.`;
      case K.RunqPut: return word("Slot", f.slot) === "runnext"
        ? `${this.g(f.g)} takes the place <b>runnext</b> of ${p}: it runs as soon as the one that runs now stops.` +
            (f.kicked ? ` ${this.g(f.kicked)}, which had the place, goes to the queue's tail.` : "")
        : `${this.g(f.g)} queues at the tail of ${p}’s run queue.`;
      case K.RunqGet: return `${m} takes ${this.g(f.g)} from ${word("Slot", f.slot) === "runnext" ? "<b>runnext</b>" : "the head of the run queue"} of ${p}.`;
      case K.RunqOverflow: return `${p}’s queue is full: ${f.gs.length} goroutines move from it to the global queue.`;
      case K.GlobalPut: return `${this.gs(f.gs)} ${f.gs.length > 1 ? "queue" : "queues"} at the tail of the global queue.`;
      case K.GlobalGet: return `${m} takes ${this.gs(f.gs)} from the global queue (${word("GlobalWhy", f.why)}).`;
      case K.StealFail: return `${m} looked into ${f.tries} queues of other processors and found nothing to steal.`;
      case K.Steal: return `${p} has nothing to do and <b>steals</b> ${this.gs(f.gs)} from ${this.p(f.from)}${f.next ? "’s runnext" : ""}, in pass ${f.pass} of 4.`;
      case K.SpinStart: return `${m} has no work and begins to look for some: it spins.`;
      case K.SpinStop: return `${m} stops looking${f.found ? ": it has work" : ": there is none"}.`;
      case K.WakeP: return `There is work, and ${this.p(f.p)} is idle: somebody shall use it.`;
      case K.HandOff: return f.idle ? `${this.p(f.p)} is idle now: nobody needs it.` : `${this.p(f.p)} is handed to a thread that can use it.`;
      case K.PreemptRequest: return `${m} asks the goroutine on ${this.p(f.p)} to make room: it has run for ${duration(f.ran)} without a break.`;
      case K.SysmonPace: return `sysmon, the watchdog, looks every ${f.us} µs from now on.`;
      case K.ObjectNew: return `${this.o(f.object)} is used for the first time${this.at(f.stack)}.`;
      case K.ChanMake: return `${me} makes ${this.o(f.ch)}, ${f.cap ? `with room for ${f.cap}` : "unbuffered"}${this.at(f.stack)}.`;
      case K.ChanSend: return word("How", f.how) === "direct"
        ? `${me} sends ${this.value(f.value)} on ${this.o(f.ch)}: ${this.g(f.peer)} waited there and gets it at once${this.at(f.stack)}.`
        : `${me} sends ${this.value(f.value)} on ${this.o(f.ch)}: it goes into the buffer, which now holds ${f.len}${this.at(f.stack)}.`;
      case K.ChanRecv: switch (word("How", f.how)) {
        case "direct": return `${me} receives ${this.value(f.value)} from ${this.o(f.ch)}, straight from ${this.g(f.peer)}, which waited to send it${this.at(f.stack)}.`;
        case "closed": return `${me} receives from ${this.o(f.ch)}, which is closed and empty: it gets the zero value and <code>false</code>${this.at(f.stack)}.`;
        default: return `${me} receives ${this.value(f.value)} from the buffer of ${this.o(f.ch)}` +
          (f.peer ? `; the free place goes to ${this.g(f.peer)}, which waited to send` : `, which now holds ${f.len}`) + `${this.at(f.stack)}.`;
      }
      case K.ChanClose: return `${me} closes ${this.o(f.ch)}${f.woken.length ? `: ${this.gs(f.woken)} waited there and can go on` : ""}${this.at(f.stack)}.`;
      case K.WaitEnter: {
        const value = this.value(f.value), q = word("Queue", f.queue);
        return `${me} queues ${f.front ? "in front of" : "among"} the ${q} of ${this.o(f.object)}${value && q === "senders" ? ` with ${value}` : ""}.`;
      }
      case K.WaitLeave: return `${this.g(f.g)} leaves the ${word("Queue", f.queue)} of ${this.o(f.object)}${f.cancelled ? ": another case of its select was chosen" : ": its turn has come"}.`;
      case K.SelectBegin: {
        const list = f.cases.map((c) => (c.chan ? `${c.sends ? "send on" : "receive from"} ${this.o(c.chan)}` : "a nil channel"));
        if (f.default) list.push("default");
        return `${me} comes to a select and looks at its cases in random order: ${list.join(", ") || "there are none"}${this.at(f.stack)}.`;
      }
      case K.SelectDone: return f.case < 0 ? `No case is ready: ${me} takes the default.` : `${me} goes on with case ${f.case + 1} of its select${f.waited ? ", after waiting" : ", which was ready"}.`;
      case K.MutexLock: return `${me} locks ${this.o(f.lock)}${f.contended ? ", after waiting for it" : ", which was free"}${this.at(f.stack)}.`;
      case K.MutexUnlock: return `${me} unlocks ${this.o(f.lock)}${f.handoff ? " and hands it straight to the first in the queue" : ""}${this.at(f.stack)}.`;
      case K.RLock: return `${me} takes a reader’s share of ${this.o(f.lock)}${this.at(f.stack)}.`;
      case K.RUnlock: return `${me} gives its reader’s share of ${this.o(f.lock)} back${this.at(f.stack)}.`;
      case K.RWLock: return `${me} locks ${this.o(f.lock)} for writing: nobody else can read or write${this.at(f.stack)}.`;
      case K.RWUnlock: return `${me} unlocks ${this.o(f.lock)}; ${f.readers} readers waited${this.at(f.stack)}.`;
      case K.WaitGroupAdd: return f.delta < 0
        ? `${me} is done: ${this.o(f.group)} goes down to <b>${f.count}</b>${this.at(f.stack)}.`
        : `${me} adds ${f.delta} to ${this.o(f.group)}: it is at <b>${f.count}</b>${this.at(f.stack)}.`;
      case K.WaitGroupWait: return f.count
        ? `${me} wants to wait until ${this.o(f.group)} is at zero; it is at ${f.count}${this.at(f.stack)}.`
        : `${me} need not wait: ${this.o(f.group)} is at zero${this.at(f.stack)}.`;
      case K.OnceBegin: return `${me} is the first at ${this.o(f.once)} and calls its function${this.at(f.stack)}.`;
      case K.OnceEnd: return `The function of ${this.o(f.once)} has returned: nobody will call it again.`;
      case K.CondWait: return `${me} is about to wait for ${this.o(f.cond)}, with ticket ${f.ticket}${this.at(f.stack)}.`;
      case K.CondSignal: return `${me} signals ${this.o(f.cond)}: ${f.g ? `${this.g(f.g)} has waited longest and wakes` : "nobody waits, so nothing happens"}${this.at(f.stack)}.`;
      case K.CondBroadcast: return `${me} wakes all that wait for ${this.o(f.cond)}: ${this.gs(f.gs)}${this.at(f.stack)}.`;
      case K.Sleep: return `${me} goes to sleep for ${duration(f.ns)}${this.at(f.stack)}: timer ${f.timer} will wake it.`;
      case K.TimerSet: return `${me} sets timer ${f.timer} to ${duration(f.when)}${f.period ? `, then every ${duration(f.period)}` : ""}${this.at(f.stack)}.`;
      case K.TimerFire: return `Timer ${f.timer} fires${f.late ? `, ${duration(f.late)} late` : ""}.`;
      case K.TimerStop: return `${me} stops timer ${f.timer}${f.active ? "" : ", which had fired already"}.`;
      case K.GcStart: return `A garbage collection begins; the heap holds ${this.bytes(f.heap)}.`;
      case K.GcEnd: return `The collection ends: ${this.bytes(f.heap)} are in use; the next one begins at ${this.bytes(f.goal)}.`;
      case K.StwStart: return `The world stops (${escapeHtml(word("Stop", f.why))}): no goroutine runs.`;
      case K.StwEnd: return "The world goes on.";
      case K.StackGrow: return `The stack of ${me} is full: it grows from ${this.bytes(f.from)} to ${this.bytes(f.to)} and moves.`;
      case K.StackShrink: return `The stack of ${this.g(f.g)} is mostly empty: it shrinks from ${this.bytes(f.from)} to ${this.bytes(f.to)}.`;
      case K.Output: return `${me} writes <code>${escapeHtml(JSON.stringify(data.texts[f.text]))}</code> to ${["standard input", "standard output", "standard error"][f.fd] || "file " + f.fd}.`;
      case K.TaskBegin: return `${me} begins the task <b>${escapeHtml(data.texts[f.name])}</b>${this.at(f.stack)}.`;
      case K.TaskEnd: return `${me} ends task ${f.task}${this.at(f.stack)}.`;
      case K.RegionBegin: return `${me} enters the region <b>${escapeHtml(data.texts[f.name])}</b>${this.at(f.stack)}.`;
      case K.RegionEnd: return `${me} leaves the region <b>${escapeHtml(data.texts[f.name])}</b>${this.at(f.stack)}.`;
      case K.UserLog: return `${me} logs ${escapeHtml(data.texts[f.key])}: <q>${escapeHtml(data.texts[f.text])}</q>${this.at(f.stack)}.`;
      case K.Label: return `${me} is labelled ${escapeHtml(data.texts[f.text])}.`;
      case K.Input: return f.values.length === 0 ? `${me} asks the system.` : `${me} is told something from outside: ${f.values.slice(0, 8).join(", ")}.`;
      case K.Atomic: return `${me} reads or changes a word that others share, in one step.`;
      case K.Snapshot: return `The runtime wrote down its own queues: the state shown here has to be the same.`;
      default: return escapeHtml(data.kinds[e.kind].what);
    }
  }
  bytes(n) {
    return n >= 1 << 20 ? `${+(n / (1 << 20)).toPrecision(3)} MB` : n >= 1024 ? `${+(n / 1024).toPrecision(3)} KB` : `${n} bytes`;
  }
  plain(e) {
    return this.sentence(e).replace(/<[^>]*>/g, "").replace(/&amp;/g, "&").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"');
  }
}

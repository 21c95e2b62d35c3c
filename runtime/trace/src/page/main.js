// Ties the parts together: the chosen event, levels, filters, keys, search, links.

const page = {};

(function start() {
  const began = performance.now();
  const trace = new Trace(fromBase64(document.getElementById("events").textContent.trim()));
  const lanes = new Lanes(trace);
  const words = new Words(lanes);
  const states = new States(trace);
  const panels = new Panels(trace, lanes, words);
  const el = (id) => document.getElementById(id);
  const groupNames = [...new Set(data.kinds.map((k) => k.group))];
  const groups = new Set(groupNames);
  let chosen = 0, level = 1, shown = null, playing = null, linked = null;

  const timeline = new Timeline(trace, lanes, words, (i, reveal) => choose(i, reveal));

  function choose(i, reveal = true) {
    if (trace.count === 0) return;
    chosen = Math.min(Math.max(i, 0), trace.count - 1);
    const e = trace.event(chosen);
    timeline.cursor = chosen;
    if (reveal) timeline.reveal(chosen);
    timeline.ask();
    panels.sentence(e, chosen === shown.from(0));
    panels.source(panels.frameOf(e) || (panels.file ? null : data.frames.find((f) => f.fn === "main.main") || panels.main()));
    panels.state(states.after(chosen), level);
    panels.list(shown, chosen);
    el("place").textContent = `event ${chosen + 1} of ${trace.count} · ${duration(trace.time[chosen])}`;
    const box = el("timeline");
    box.setAttribute("aria-valuemax", trace.count);
    box.setAttribute("aria-valuenow", chosen + 1);
    box.setAttribute("aria-valuetext", `Event ${chosen + 1}: ${words.plain(e)}`);
    el("lanes").innerHTML = timeline.heard(chosen).map((text) => `<li>${escapeHtml(text)}</li>`).join("");
    link();
  }
  /** The place in the address, so that it can be passed on. Not at every step of a fast walk. */
  function link() {
    clearTimeout(linked);
    linked = setTimeout(() => {
      const hash = `#event=${chosen + 1}${level > 1 ? "&level=" + level : ""}${timeline.axis === "time" ? "&axis=time" : ""}`;
      if (location.hash !== hash) history.replaceState(null, "", hash);
    }, 150);
  }
  function step(by) {
    const at = shown.rank[chosen], there = shown.has(chosen);
    const n = by > 0 ? at + (there ? by : by - 1) : at + by;
    if (shown.count) choose(shown.events[Math.min(Math.max(n, 0), shown.count - 1)]);
  }
  /** The next shown event of the same goroutine. */
  function stepSame(by) {
    const e = trace.event(chosen), g = e.kind === K.GoStart ? e.f.g : e.g;
    for (let n = shown.rank[chosen] + by; n >= 0 && n < shown.count; n += by) {
      const i = shown.events[n];
      if (trace.g[i] === g && i !== chosen) return choose(i);
    }
  }

  function refresh() {
    shown = new Shown(trace, lanes.level, level, groups);
    timeline.show(shown, level);
    for (const b of document.querySelectorAll(".level")) b.setAttribute("aria-pressed", +b.dataset.level === level);
    for (const b of document.querySelectorAll(".axis")) b.setAttribute("aria-pressed", b.dataset.axis === timeline.axis);
  }
  function setLevel(n) {
    level = n;
    refresh();
    choose(chosen);
  }
  function setAxis(axis) {
    timeline.setAxis(axis);
    refresh();
    choose(chosen);
  }
  function play() {
    if (playing) {
      clearInterval(playing);
      playing = null;
    } else {
      playing = setInterval(() => {
        const before = chosen;
        step(1);
        if (chosen === before) play();
      }, 700);
    }
    el("play").setAttribute("aria-pressed", playing !== null);
    el("play").textContent = playing ? "❚❚" : "▶▶";
  }

  // Search: G3, P1, M2, a kind's name, or any part of a sentence; a few milliseconds at a time.
  let search = 0;
  function find(text, by) {
    const mine = ++search, wanted = text.trim().toLowerCase(), box = el("search");
    if (!wanted) return;
    const kind = data.kinds.findIndex((k) => k.name.toLowerCase() === wanted);
    const who = wanted.match(/^([gpm])(\d+)$/);
    const matches = (i) => {
      if (kind >= 0) return trace.kind[i] === kind;
      if (who) {
        const n = +who[2], column = { g: trace.g, p: trace.p, m: trace.m }[who[1]];
        if (column[i] === n) return true;
        if (who[1] !== "g") return false;
        const f = trace.quick(i).f;
        return f.g === n || f.peer === n || (Array.isArray(f.gs) && f.gs.includes(n));
      }
      return words.plain(trace.event(i)).toLowerCase().includes(wanted);
    };
    let n = shown.rank[chosen] + (by > 0 && !shown.has(chosen) ? 0 : by), left = shown.count;
    const go = () => {
      if (mine !== search) return;
      const end = performance.now() + 12;
      while (left-- > 0) {
        n = (n + shown.count) % shown.count;
        if (matches(shown.events[n])) {
          box.removeAttribute("aria-invalid");
          return choose(shown.events[n]);
        }
        n += by;
        if (performance.now() > end) return setTimeout(go);
      }
      box.setAttribute("aria-invalid", "true");
    };
    go();
  }

  function theme(next) {
    const root = document.documentElement;
    const dark = next ? next === "dark" : !(root.dataset.theme === "dark");
    root.dataset.theme = dark ? "dark" : "light";
    try {
      localStorage.setItem("gvm-theme", root.dataset.theme);
    } catch {
      // A page from a file may not be allowed to remember.
    }
    timeline.colours();
    timeline.ask();
  }

  const keys = [
    ["→ ←", "one event on or back", { ArrowRight: () => step(1), ArrowLeft: () => step(-1) }],
    ["Shift → ←", "the same goroutine’s next or last event", {}],
    ["Page Down, Page Up", "ten events on or back", { PageDown: () => step(10), PageUp: () => step(-10) }],
    ["Home, End", "the first, the last event", { Home: () => choose(shown.from(0)), End: () => choose(shown.count ? shown.events[shown.count - 1] : 0) }],
    ["Space", "play and pause", { " ": play }],
    ["+ −", "zoom in and out", { "+": () => timeline.zoom(0.7, timeline.position(chosen)), "=": () => timeline.zoom(0.7, timeline.position(chosen)), "-": () => timeline.zoom(1.4, timeline.position(chosen)) }],
    ["0", "fit the run", { 0: () => timeline.fit() }],
    ["a d", "move left and right", { a: () => timeline.pan(-(timeline.view.to - timeline.view.from) / 5), d: () => timeline.pan((timeline.view.to - timeline.view.from) / 5) }],
    ["↓ ↑", "scroll the lanes", { ArrowDown: () => roll(40), ArrowUp: () => roll(-40) }],
    ["1 2 3", "goroutines; processors too; everything", { 1: () => setLevel(1), 2: () => setLevel(2), 3: () => setLevel(3) }],
    ["t", "columns by event or by time", { t: () => setAxis(timeline.axis === "time" ? "events" : "time") }],
    ["/", "search: G3, P0, GoBlock, or words; Enter next, Shift Enter previous", { "/": () => el("search").focus() }],
    ["n N", "next and previous find", { n: () => find(el("search").value, 1), N: () => find(el("search").value, -1) }],
    ["f", "filter kinds of events", { f: () => (el("filter").open = !el("filter").open) }],
    ["l", "light or dark", { l: () => theme() }],
    ["?", "this help", { "?": help }],
  ];
  function roll(by) {
    timeline.scroll += by;
    timeline.bound();
    timeline.ask();
  }
  function help() {
    const swatch = (name, text) => `<li><i class="swatch" style="background:var(--${name})"></i>${text}</li>`;
    el("help-text").innerHTML =
      `<p>Each lane is a goroutine, a channel or lock, a processor or a thread; each column is one event. Click a slice to see where it begins in the source. ` +
      `The panel on the right is the exact state after the event: a model of the scheduler rebuilds it from the events alone.</p>` +
      `<ul class="legend">${swatch("running", "runs: a tall bar")}${swatch("runnable", "ready, waits for a processor: a middle bar")}` +
      `${swatch("wait", "waits at a channel: a low bar")}${swatch("lock", "waits for a lock, a wait group or the like: a low bar")}${swatch("sleep", "sleeps: a low hatched bar")}` +
      `${swatch("syscall", "in a call that may block: hatched")}${swatch("value", "arrow: a value goes over")}${swatch("wake", "dashed arrow: wakes")}` +
      `${swatch("create", "thin arrow: starts a goroutine")}${swatch("steal", "arrow: work is stolen")}</ul>` +
      `<table><caption>Keys</caption>${keys.map(([k, t]) => `<tr><th scope="row"><kbd>${k}</kbd></th><td>${t}</td></tr>`).join("")}</table>` +
      `<p>Wheel: zoom. Drag: move. Shift and wheel: move sideways. The address (#event=${chosen + 1}) leads back to this event.</p>`;
    el("help").showModal();
    el("help").scrollTop = 0;
  }

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || el("help").open) return;
    const box = e.target.closest && e.target.closest("input, textarea, summary, fieldset");
    if (e.key === "Escape") {
      if (el("filter").open) el("filter").open = false;
      el("timeline").focus();
      return;
    }
    if (box) return;
    // Space presses a button that has the focus.
    if (e.key === " " && e.target.closest("button")) return;
    if (e.key.startsWith("Arrow") && e.target.closest("#source, #bytecode, #state, #list") && !e.key.match(/Left|Right/)) return;
    const same = e.shiftKey && (e.key === "ArrowRight" || e.key === "ArrowLeft");
    const action = same ? () => stepSame(e.key === "ArrowRight" ? 1 : -1) : keys.map(([, , map]) => map[e.key]).find((x) => x);
    if (!action) return;
    e.preventDefault();
    action();
  });
  document.addEventListener("click", (e) => {
    const b = e.target.closest("button");
    if (!b) return;
    const d = b.dataset;
    if (d.i !== undefined) choose(+d.i);
    else if (d.stack !== undefined) panels.source(site(+d.stack));
    else if (d.g !== undefined || d.o !== undefined) {
      const lane = d.g !== undefined ? lanes.g(+d.g) : lanes.objects.get(+d.o);
      timeline.mark = lane && lane.visible ? lane : null;
      if (timeline.mark) timeline.scrollTo(timeline.rows[lane.row]);
      const k = lane ? lane.slice(chosen) : -1;
      if (k >= 0) {
        const f = panels.frameOf(trace.event(lane.at[k]));
        if (f) panels.source(f);
      }
      timeline.ask();
    }
  });
  el("first").onclick = () => choose(shown.from(0));
  el("last").onclick = () => choose(shown.count ? shown.events[shown.count - 1] : 0);
  el("back").onclick = () => step(-1);
  el("forward").onclick = () => step(1);
  el("play").onclick = play;
  el("theme").onclick = () => theme();
  el("help-button").onclick = help;
  for (const b of document.querySelectorAll(".level")) b.onclick = () => setLevel(+b.dataset.level);
  for (const b of document.querySelectorAll(".axis")) b.onclick = () => setAxis(b.dataset.axis);
  el("search").addEventListener("keydown", (e) => {
    if (e.key === "Enter") find(e.target.value, e.shiftKey ? -1 : 1);
  });
  const groupWords = { life: "goroutines: start, wait, wake, end", sched: "run queues, stealing, preemption", chan: "channels and select",
    sync: "locks and wait groups", time: "sleep and timers", memory: "memory and stacks", user: "output, tasks, logs", check: "checks of the log" };
  el("groups").insertAdjacentHTML("beforeend", groupNames
    .map((g) => `<label><input type="checkbox" value="${g}" checked> ${groupWords[g] || g}</label>`).join(""));
  el("groups").addEventListener("change", (e) => {
    if (e.target.checked) groups.add(e.target.value);
    else groups.delete(e.target.value);
    refresh();
    choose(chosen);
  });
  const legend = [["running", "runs"], ["runnable", "ready"], ["wait", "waits at a channel"], ["lock", "waits for a lock or group"], ["sleep", "sleeps"]];
  el("legend").innerHTML = legend.map(([n, t]) => `<span role="listitem"><i class="swatch" style="background:var(--${n})"></i>${t}</span>`).join("");
  const options = Object.entries(data.options).map(([k, v]) => `${k} ${v}`).join(" · ");
  el("run").textContent = el("run").title = `${options}${data.complete ? "" : " · incomplete log"}`;

  function read() {
    const want = new URLSearchParams(location.hash.slice(1));
    const n = +want.get("level"), i = +want.get("event");
    if (n >= 1 && n <= 3) level = n;
    if (want.get("axis") === "time") timeline.axis = "time";
    if (i >= 1) timeline.cursor = Math.min(i, trace.count) - 1;
    refresh();
    choose(i >= 1 ? i - 1 : shown.from(0));
  }
  let saved = null;
  try {
    saved = localStorage.getItem("gvm-theme");
  } catch {
    // As above.
  }
  timeline.resize();
  theme(saved || (matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark"));
  read();
  addEventListener("hashchange", read);
  new ResizeObserver(() => {
    timeline.resize();
    // At once: a canvas of a new size is empty.
    timeline.draw();
  }).observe(el("timeline"));
  timeline.draw();
  page.opened = performance.now() - began;
  page.loaded = performance.now();
  Object.assign(page, { trace, lanes, words, states, panels, timeline, choose, step, setLevel, setAxis, find, theme, shown: () => shown, chosen: () => chosen });
  // Copies of the model, while nobody waits.
  const prepare = () => {
    if (!playing && states.prepare(8)) setTimeout(prepare, 30);
  };
  if (trace.count > 5000) setTimeout(prepare, 500);
})();

// The live output: reads a run's frames, keeps the diff as a list of pieces, paints it in three views.
// Invariant: text becomes text nodes only; nothing that a model or a user wrote is ever parsed.

const MAX_PENDING = { lines: 400, units: 20000 };
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const CONTROLS_ALL = new RegExp(CONTROLS.source, "g");
const SIGNS = { none: " ", insert: "+", delete: "−", both: "±" };

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

// Bidirectional controls and zero-width characters could hide what the text says: show their codes.
function appendVisible(parent, text) {
  if (!CONTROLS.test(text)) return parent.append(text);
  let from = 0;
  for (const match of text.matchAll(CONTROLS_ALL)) {
    parent.append(text.slice(from, match.index));
    const mark = element("span", "control");
    mark.dataset.code = "U+" + match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    parent.append(mark);
    from = match.index + 1;
  }
  parent.append(text.slice(from));
}

const TAGS = { insert: "ins", delete: "del", equal: "span", pending: "span" };

function makeSegment(kind, text) {
  const node = element(TAGS[kind]);
  if (kind === "pending") node.dataset.kind = "pending";
  appendVisible(node, text);
  return node;
}

function signOf(row) {
  const added = row.querySelector("ins") !== null, removed = row.querySelector("del") !== null;
  return added && removed ? SIGNS.both : added ? SIGNS.insert : removed ? SIGNS.delete : SIGNS.none;
}

// Lines of a text with their line end left out; every line but the last was ended by one.
const splitLines = (text) => text.split(/\r\n|\n|\r/);

// One column, pieces inline. `starts[i]` says where piece i begins, so that the tail can be replaced.
class InlineView {
  constructor(root) { this.root = root; this.rest = element("div", "rest"); this.rest.dataset.kind = "pending"; this.more = element("div", "more"); this.clear(); }
  clear() { this.root.replaceChildren(this.rest, this.more); this.rows = []; this.starts = []; this.tail = []; this.restKey = ""; this.openRow(); }
  openRow() { const row = element("div", "row"); row.dataset.sign = SIGNS.none; this.root.insertBefore(row, this.rest); this.rows.push(row); return row; }
  get cursor() { return this.rows[this.rows.length - 1]; }

  replaceFrom(keep, pieces) {
    for (const node of this.tail) node.remove();
    this.tail = [];
    if (keep < this.starts.length) {
      const { row, child } = this.starts[keep];
      for (const dropped of this.rows.splice(row + 1)) dropped.remove();
      while (this.cursor.childNodes.length > child) this.cursor.lastChild.remove();
      this.cursor.dataset.sign = signOf(this.cursor);
      this.starts.length = keep;
    }
    for (const [kind, text] of pieces) {
      this.starts.push({ row: this.rows.length - 1, child: this.cursor.childNodes.length });
      this.appendPiece(kind, text);
    }
  }

  appendPiece(kind, text) {
    splitLines(text).forEach((line, index) => {
      if (index > 0) {
        if (kind === "insert" || kind === "delete") this.cursor.lastChild?.classList?.add("eol");
        this.openRow();
      }
      const isLast = index > 0 && line === "";
      if (isLast) return;
      const segment = makeSegment(kind, line);
      this.cursor.append(segment);
      if (kind === "insert" || kind === "delete") this.cursor.dataset.sign = signOf(this.cursor);
    });
  }

  // What does not belong to a piece yet: the half token at the end, and source not reached.
  setTail(provisional, source, reached) {
    if (provisional) { const node = element("span", "", ""); appendVisible(node, provisional); this.cursor.append(node); this.tail.push(node); }
    let lineEnd = reached;
    while (lineEnd < source.length && source[lineEnd] !== "\n") lineEnd += 1;
    if (lineEnd > reached) { const node = makeSegment("pending", source.slice(reached, lineEnd)); this.cursor.append(node); this.tail.push(node); }
    this.setRest(source, lineEnd + 1);
  }

  setRest(source, from) {
    const key = `${source.length}:${from}`;
    if (key === this.restKey) return;
    this.restKey = key;
    let to = from, lines = 0;
    while (to < source.length && lines < MAX_PENDING.lines && to - from < MAX_PENDING.units) {
      const next = source.indexOf("\n", to);
      if (next < 0) { to = source.length; break; }
      to = Math.min(next + 1, from + MAX_PENDING.units); lines += 1;
    }
    this.rest.replaceChildren();
    appendVisible(this.rest, source.slice(from, Math.min(to, from + MAX_PENDING.units)));
    const left = source.length - Math.min(to, from + MAX_PENDING.units);
    this.more.textContent = left > 0 ? `… and ${left.toLocaleString("en")} more characters of the source, not shown until they are reached` : "";
  }
}

// Two columns, lines that belong together on one level. Rebuilt as a whole, at a bounded share of time.
class SideView {
  constructor(root) { this.root = root; this.left = [element("div", "row")]; this.right = [element("div", "row")]; }

  build(pieces, provisional, rest) {
    const fragment = document.createDocumentFragment();
    this.left = [element("div", "row")]; this.right = [element("div", "row")];
    for (const [kind, text] of pieces) this.add(fragment, kind, text);
    if (provisional) this.right[this.right.length - 1].append(provisional);
    const shown = rest.slice(0, MAX_PENDING.units);
    if (shown) this.add(fragment, "pending", shown);
    this.flush(fragment);
    this.root.replaceChildren(fragment);
  }

  add(fragment, kind, text) {
    splitLines(text).forEach((line, index) => {
      if (index > 0) {
        if (kind === "equal") this.flush(fragment);
        if (kind === "delete" || kind === "pending") this.left.push(element("div", "row"));
        if (kind === "insert") this.right.push(element("div", "row"));
      }
      if (line === "") return;
      if (kind !== "insert") this.left[this.left.length - 1].append(makeSegment(kind, line));
      if (kind === "insert" || kind === "equal") this.right[this.right.length - 1].append(makeSegment(kind, line));
    });
  }

  flush(fragment) {
    for (let index = 0; index < Math.max(this.left.length, this.right.length); index += 1) {
      const pair = element("div", "pair");
      for (const side of [this.left, this.right]) {
        const row = side[index] ?? element("div", "row");
        row.dataset.sign = signOf(row);
        pair.append(row);
      }
      fragment.append(pair);
    }
    this.left = [element("div", "row")]; this.right = [element("div", "row")];
  }
}

// All that is known of one run, and its three views.
class Output {
  constructor(root, ask) {
    this.root = root; this.ask = ask;
    this.find = (selector) => root.querySelector(selector);
    this.body = this.find(".body");
    this.textNode = this.find('[data-role="output-text"]');
    this.inline = new InlineView(this.find(".view.diff"));
    this.side = new SideView(this.find(".view.side"));
    this.view = "diff"; this.runId = null; this.follow = true;
    this.reset();
    this.listen();
  }

  reset() {
    this.pieces = []; this.textLength = 0; this.source = ""; this.reached = 0; this.provisional = "";
    this.final = false; this.phaseAt = null; this.sideCost = 0; this.sideAt = 0; this.sideIsStale = true;
    this.textNode.replaceChildren(); this.inline.clear(); this.find(".view.side").replaceChildren();
    this.find(".error").hidden = true; this.find(".changes").textContent = ""; this.find(".key.pending").textContent = "not reached yet";
    this.follow = true; this.body.scrollTop = 0;
    this.setState("Ready", ""); this.show();
  }

  listen() {
    const tabs = [...this.root.querySelectorAll('[role="tab"]')];
    tabs.forEach((tab, index) => {
      tab.onclick = () => { this.view = tab.dataset.view; this.show(); };
      tab.onkeydown = (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) { const next = tabs[(index + step + tabs.length) % tabs.length]; next.focus(); next.click(); }
      };
    });
    this.find(".copy").onclick = async (event) => {
      const button = event.currentTarget;
      await navigator.clipboard.writeText(this.textNode.textContent);
      button.textContent = "Copied"; setTimeout(() => { button.textContent = "Copy"; }, 1200);
    };
    this.find(".stop").onclick = () => this.ask.stop();
    this.body.onwheel = this.body.ontouchmove = (event) => { if (!(event.deltaY > 0)) this.follow = false; };
    this.body.onscroll = () => { const row = this.inline.cursor; if (row && row.offsetTop < this.body.scrollTop + this.body.clientHeight) this.follow = true; };
  }

  setState(state, phase) {
    const badge = this.find(".state"), running = state === "Running";
    if (badge.textContent !== state) { badge.textContent = state; badge.dataset.state = state.toLowerCase(); }
    this.find(".phase").textContent = phase; this.find(".phase").title = phase;
    this.find(".stop").disabled = !running;
    this.find(".copy").disabled = !this.textNode.hasChildNodes();
    this.root.toggleAttribute("data-running", running);
  }

  apply(frame) {
    const repeatsAll = frame.whole && this.phaseAt !== null && frame.source === this.source;
    if (frame.source !== undefined && !repeatsAll) { this.reset(); this.source = frame.source; }
    this.appendText(repeatsAll ? frame.text.slice(this.textLength) : frame.text);
    let { keep, pieces } = frame;
    // Repaint only what differs from what stands there, so that nothing flickers or moves.
    if (keep === 0) { while (keep < pieces.length && keep < this.pieces.length && samePiece(pieces[keep], this.pieces[keep])) keep += 1; pieces = pieces.slice(keep); }
    this.pieces.length = Math.min(this.pieces.length, keep);
    this.pieces.push(...pieces);
    this.reached = frame.reached; this.provisional = frame.provisional; this.final = frame.final;
    this.phase = frame.phase; this.phaseAt = performance.now() - 1000 * frame.phase_elapsed_s;
    this.state = frame.status;
    const top = this.body.scrollTop;
    this.inline.replaceFrom(keep, pieces);
    this.inline.setTail(this.provisional, this.source, this.reached);
    this.sideIsStale = true;
    if (frame.final) { this.finish(frame); this.body.scrollTop = top; }
    this.tick(); this.show();
    if (!frame.final && this.follow) this.keepCursorInView();
  }

  appendText(text) {
    if (!text) return;
    this.textLength += text.length;
    const last = this.textNode.lastChild;
    if (last && last.length < 8000) last.appendData(text); else this.textNode.append(text);
  }

  finish(frame) {
    this.find(".changes").textContent = frame.changes === 1 ? "1 change" : `${frame.changes} changes`;
    if (frame.simplified) this.find(".changes").textContent += ", simplified because the texts are large";
    this.find(".key.pending").textContent = "not generated";
    if (frame.warning) this.phase += ` ${frame.warning}`;
    const box = this.find(".error");
    box.hidden = !frame.error;
    if (!frame.error) return;
    const { message, next_step: next, provider_message: words, request_id: id } = frame.error;
    box.querySelector(".message").textContent = message;
    box.querySelector(".next").textContent = next;
    box.querySelector("details").hidden = !words && !id;
    box.querySelector(".server").textContent = [words, id && `Request id: ${id}`].filter(Boolean).join("\n");
  }

  keepCursorInView() {
    const row = this.inline.cursor, height = this.body.clientHeight;
    if (this.view === "text") { this.body.scrollTop = this.body.scrollHeight; return; }
    if (this.view !== "diff") return;
    const bottom = row.offsetTop + row.offsetHeight - this.body.offsetTop;
    if (bottom > this.body.scrollTop + 0.75 * height) this.body.scrollTop = bottom - 0.75 * height;
  }

  tick() {
    if (this.phaseAt === null) return;
    const seconds = Math.floor((performance.now() - this.phaseAt) / 1000);
    const waits = !this.final && seconds >= 1;
    this.setState(this.state, waits ? `${this.phase}, ${seconds} s` : this.phase);
  }

  show() {
    const isEmpty = this.phaseAt === null;
    this.find(".empty").hidden = !isEmpty;
    for (const name of ["diff", "side", "text"]) this.find(`.view.${name}`).hidden = isEmpty || name !== this.view;
    for (const tab of this.root.querySelectorAll('[role="tab"]')) {
      const chosen = tab.dataset.view === this.view;
      tab.setAttribute("aria-selected", String(chosen)); tab.tabIndex = chosen ? 0 : -1;
    }
    this.find(".copy").disabled = !this.textNode.hasChildNodes();
    if (this.view === "side" && this.sideIsStale) this.buildSide();
  }

  buildSide() {
    const start = performance.now();
    if (!this.final && start - this.sideAt < 10 * this.sideCost) return;
    const top = this.body.scrollTop;
    this.side.build(this.pieces, this.provisional, this.source.slice(this.reached));
    this.body.scrollTop = top;
    this.sideAt = performance.now(); this.sideCost = this.sideAt - start; this.sideIsStale = false;
  }
}

const samePiece = (one, other) => one[0] === other[0] && one[1] === other[1];

// Reads server-sent events by fetch, so that the token travels in a header and never in a URL.
async function* readFrames(url, token, signal) {
  const response = await fetch(url, { headers: { "X-Run-Token": token }, signal, cache: "no-store" });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    buffer += value;
    const events = buffer.split("\n\n");
    buffer = events.pop();
    for (const event of events) if (event.startsWith("data: ")) yield JSON.parse(event.slice(6));
  }
}

class Controller {
  constructor(root, component) {
    this.queue = []; this.painting = false; this.failures = 0; this.component = component;
    this.output = new Output(root, { stop: () => this.stop() });
    this.timer = setInterval(() => { if (!this.output.final) this.output.tick(); }, 500);
    this.onKey = (event) => { if (event.key === "Escape" && this.isRunning()) this.stop(); };
    document.addEventListener("keydown", this.onKey);
  }

  isRunning() { return this.run && !this.output.final && this.output.phaseAt !== null; }

  update(data) {
    this.output.root.dataset.theme = data.theme;
    this.output.root.style.setProperty("--panel-height", data.height);
    const run = data.run ?? null, isNew = run?.id !== this.run?.id;
    this.run = run; this.transport = data.transport;
    if (isNew) { this.abort(); this.output.reset(); this.failures = 0; this.queue = []; }
    if (!run) return;
    if (data.frame) { this.enqueue(data.frame); return; }
    if (isNew || (!this.reading && !this.output.final)) this.read(run);
  }

  async read(run) {
    this.abort();
    const abort = this.reading = new AbortController();
    this.isFinished = false;
    try {
      for await (const frame of readFrames(run.events_url, run.token, abort.signal)) { this.failures = 0; this.enqueue(frame); this.isFinished = frame.final; }
    } catch (error) { if (abort.signal.aborted) return; }
    if (this.reading === abort) this.reading = null;
    if (this.isFinished || abort.signal.aborted) return;
    this.failures += 1;
    if (this.failures > 3) { this.component.setTriggerValue("unreachable", run.id); return; }
    setTimeout(() => { if (this.run?.id === run.id && !this.reading) this.read(run); }, 300 * this.failures);
  }

  enqueue(frame) {
    this.queue.push(frame);
    if (this.painting) return;
    this.painting = true;
    // A background tab gets no animation frames: the timer paints there.
    const paint = () => { cancelAnimationFrame(handle); clearTimeout(timer); this.painting = false; this.paint(); };
    const handle = requestAnimationFrame(paint), timer = setTimeout(paint, 120);
  }

  paint() {
    const frames = this.queue.splice(0), wasFinal = this.output.final, run = this.run;
    for (const frame of frames) this.output.apply(frame);
    if (this.output.final && !wasFinal && run && !run.is_final) this.component.setTriggerValue("finished", run.id);
  }

  stop() {
    if (!this.run) return;
    if (this.transport === "poll") { this.component.setTriggerValue("stop", this.run.id); return; }
    fetch(this.run.stop_url, { method: "POST", headers: { "X-Run-Token": this.run.token } });
  }

  abort() { this.reading?.abort(); this.reading = null; }
  close() { this.abort(); clearInterval(this.timer); document.removeEventListener("keydown", this.onKey); }
}

const controllers = new WeakMap();

export default function (component) {
  const { parentElement, data } = component;
  const root = parentElement.querySelector(".output");
  let controller = controllers.get(root);
  if (!controller) { controller = new Controller(root, component); controllers.set(root, controller); }
  controller.component = component;
  controller.update(data);
  return () => { controllers.delete(root); controller.close(); };
}

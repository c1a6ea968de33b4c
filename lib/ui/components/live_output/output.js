const SILENT_S = 3;

// All that is known of one run, and its views.
const UPWARDS = new Set(["ArrowUp", "PageUp", "Home"]);
const VIEWS = ["diff", "side", "text", "tokens", "patch"];

class Output {
  constructor(root, ask) {
    this.root = root; this.ask = ask;
    this.find = (selector) => root.querySelector(selector);
    this.body = this.find(".body");
    this.text = new TextView(this.find('[data-role="output-text"]'));
    this.inline = new InlineView(this.find(".view.diff"));
    this.side = new SideView(this.find(".pairs"));
    this.finished = new Finished({ diff: this.find(".view.diff"), side: this.find(".pairs"), patch: this.find(".view.patch") }, this.find(".note"));
    this.tokens = new TokensView(this.find(".view.tokens"), this.find(".trace"));
    this.announcer = new Announcer(this.find(".announcer"));
    this.enlarger = new Enlarger(root, this.find(".enlarge"), this.body);
    this.view = "diff"; this.follow = true;
    this.reset();
    this.listen();
  }

  reset() {
    this.pieces = []; this.received = []; this.textLength = 0; this.source = ""; this.reached = 0; this.provisional = "";
    this.final = false; this.phaseAt = null; this.sideIsStale = true;
    this.finished.clear(); this.announcer.reset();
    this.text.clear(); this.inline.clear(); this.side.clear(); this.tokens.clear();
    this.find(".failure").hidden = true; this.find(".key.pending").textContent = "not reached yet"; this.find("label.wrapper").hidden = true;
    this.follow = !this.isOver; this.body.scrollTop = 0;
    this.setState("Ready", ""); this.show();
  }

  // A run has begun that has not said anything yet.
  expect() { this.state = "Running"; this.phase = "Starting"; this.phaseAt = this.textAt = performance.now(); this.tick(); this.show(); }

  listen() {
    const tabs = [...this.root.querySelectorAll('[role="tab"]')];
    tabs.forEach((tab, index) => {
      tab.onclick = () => { this.view = tab.dataset.view; this.finished.current = -1; this.show(); };
      tab.onkeydown = (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) { const next = tabs[(index + step + tabs.length) % tabs.length]; next.focus(); next.click(); }
      };
    });
    this.find(".stop").onclick = () => this.ask.stop();
    this.body.onwheel = this.body.ontouchmove = (event) => { if (!(event.deltaY > 0)) this.follow = false; };
    // On the scroll bar, which lies in the box but in no text.
    this.body.onpointerdown = (event) => { if (event.offsetX > this.body.clientWidth) this.follow = false; };
    this.body.onscroll = () => { if (!this.final && !this.follow && this.findCursor().top < this.body.clientHeight + 2) this.follow = true; };
    this.listenToTools();
  }

  listenToTools() {
    const on = (name, act) => { this.find(name).onclick = (event) => act(event.currentTarget); };
    const copy = async (button, text) => { await copyText(text, this.root); flash(button, "Copied"); this.announcer.say("Copied."); };
    on(".copy", (button) => copy(button, this.received.join("")));
    on(".copy-patch", (button) => copy(button, this.finished.patchLines().map((line) => line + "\n").join("")));
    on(".download", () => saveText(this.received.join(""), "answer.txt"));
    on(".previous-change", () => this.step(-1)); on(".next-change", () => this.step(1));
    this.body.onkeydown = (event) => {
      if (UPWARDS.has(event.key)) this.follow = false;
      const by = { n: 1, p: -1 }[event.key];
      if (by && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); this.step(by); }
    };
    for (const box of this.root.querySelectorAll("footer input")) box.onchange = () => this.ignore();
    // In two columns a selection stays in the one where it began.
    this.find(".view.side").onpointerdown = (event) => { event.currentTarget.dataset.select = event.target.closest(".row:last-child") ? "new" : "old"; };
  }

  // What the answer can be compared with; one text only is no choice.
  showChoices(comparison) {
    const box = this.find(".against"), list = box.querySelector("select"), { chosen, choices } = comparison ?? { chosen: "", choices: [] };
    const key = JSON.stringify(choices);
    if (list.dataset.key !== key) {
      list.dataset.key = key;
      list.replaceChildren(...choices.map(([id, name]) => { const option = element("option", "", name); option.value = id; return option; }));
    }
    list.value = chosen; box.hidden = choices.length < 2;
    this.find(".columns .base").textContent = choices.find(([id]) => id === chosen)?.[1] ?? "Source text";
    list.onchange = () => this.ask.compare(list.value);
  }

  ignore() {
    this.finished.setIgnore({ whitespace: this.find(".whitespace").checked, wrapper: this.find(".wrapper input").checked });
    this.show();
  }

  step(by) {
    const place = this.final && this.finished.step(this.view, by);
    if (!place) return;
    const top = place.row.getBoundingClientRect().top - this.body.getBoundingClientRect().top;
    this.body.scrollTop += top - 0.3 * this.body.clientHeight;
    this.find(".changes").textContent = `${place.number} of ${place.count}`;
    this.announcer.say(`${place.number} of ${place.count}. ${place.words}`);
  }

  setState(state, phase) {
    const badge = this.find(".state"), running = state === "Running";
    if (badge.textContent !== state) { badge.textContent = state; badge.dataset.state = state.toLowerCase(); }
    this.find(".phase").textContent = phase; this.find(".phase").title = phase;
    this.find(".stop").disabled = !running;
    this.root.toggleAttribute("data-running", running);
  }

  apply(frame) {
    const repeatsAll = frame.whole && this.phaseAt !== null && frame.source === this.source;
    if (frame.source !== undefined && !repeatsAll) { this.reset(); this.source = frame.source; this.sourceLines = countEnds(frame.source) + 1; }
    const length = this.textLength;
    this.appendText(repeatsAll ? frame.text.slice(this.textLength) : frame.text);
    const isRepeated = this.final && frame.final;
    let { keep, pieces } = frame;
    // Repaint only what differs from what stands there, so that nothing flickers or moves. Only whole
    // frames: the next one counts its pieces as it likes, while others count on ours.
    if (frame.whole && !frame.final) [keep, pieces] = skipCommon(this.pieces, pieces);
    this.pieces.length = Math.min(this.pieces.length, keep);
    this.pieces.push(...pieces);
    this.reached = frame.reached; this.provisional = frame.provisional; this.final = frame.final;
    this.phase = frame.phase; this.phaseAt = performance.now() - 1000 * frame.phase_elapsed_s;
    this.state = frame.status;
    if (!frame.final) {
      this.updateInline(keep);
      this.inline.setTail(this.provisional, this.source, this.reached);
      this.tokens.feed(repeatsAll ? frame.text.slice(length) : frame.text, frame.trace, () => this.received.join(""));
      this.announcer.milestone(this.pieces, this.source, this.reached);
    } else if (!isRepeated) this.finish(frame);
    this.sideIsStale = true;
    this.tick(); this.show();
    if (!frame.final && this.follow) this.keepCursorInView();
  }

  // Lines may leave at the top: what is in sight stays where it is.
  updateInline(keep) {
    const { cursor, first } = this.inline, { body } = this, isSeen = this.view === "diff";
    const before = isSeen ? cursor.getBoundingClientRect().bottom : 0;
    this.inline.update(keep, this.pieces, isSeen && !this.follow);
    if (isSeen && this.inline.first !== first) body.scrollTop += this.inline.cursor.getBoundingClientRect().bottom - before;
    this.setDigits(Math.max(this.inline.at.source, this.inline.at.answer, this.sourceLines));
  }

  setDigits(lines) {
    const digits = String(Math.max(2, String(lines).length));
    if (this.digits !== digits) { this.digits = digits; this.root.style.setProperty("--digits", digits); }
  }

  appendText(text) {
    if (!text) return;
    this.textLength += text.length; this.received.push(text); this.textAt = performance.now();
    this.text.append(text);
  }

  finish(frame) {
    const place = this.findPlace();
    this.setDigits(Math.max(this.sourceLines, countEnds(this.received.join("")) + 1));
    this.finished.set({ ...frame, pieces: this.pieces });
    this.tokens.finish(this.received.join(""), frame.trace);
    this.find("label.wrapper").hidden = !frame.wrapper.length;
    this.find(".key.pending").textContent = "not generated";
    this.show();
    this.returnTo(place);
    if (frame.warning) this.phase += ` ${frame.warning}`;
    this.announcer.say(`${frame.phase} ${this.countChanges()}.`);
    const box = this.find(".failure");
    box.hidden = !frame.error;
    if (!frame.error) return;
    const { message, next_step: next, provider_message: words, request_id: id } = frame.error;
    box.querySelector(".message").textContent = message;
    box.querySelector(".next").textContent = next;
    box.querySelector("details").hidden = !words && !id;
    box.querySelector(".server").textContent = [words, id && `Request id: ${id}`].filter(Boolean).join("\n");
  }

  countChanges() { return this.finished.changes === 1 ? "1 change" : `${this.finished.changes.toLocaleString("en")} changes`; }

  // The row at the top of what is seen, and where it stands on the screen; lines keep their numbers.
  findPlace() {
    const top = this.body.getBoundingClientRect().top;
    const isSeen = (node) => node.getBoundingClientRect().bottom > top;
    // By blocks first: asking for a row's place makes the browser lay out its whole block.
    if (!this.body.scrollTop) return { top: 0 };
    const block = this.view === "diff" ? [...this.find(".view.diff").querySelectorAll(".block")].find(isSeen) : null;
    const row = block ? [...block.children].find((node) => isSeen(node) && node.dataset.line) : null;
    return row ? { line: Number(row.dataset.line), isOld: row.hasAttribute("data-old"), y: row.getBoundingClientRect().top } : { top: this.body.scrollTop };
  }

  returnTo({ line, isOld, y, top }) {
    const list = this.finished.lists[this.view];
    const near = line === undefined ? undefined : list?.findNear((row) => row.line >= line && row.isOld === isOld);
    if (near === undefined) { this.body.scrollTop = top ?? this.body.scrollHeight; return; }
    this.body.scrollTop += list.nodes.get(near).getBoundingClientRect().top - y;
  }

  showProblems(sentences) {
    const box = this.find(".problems");
    box.hidden = sentences.length === 0;
    box.querySelector("ul").replaceChildren(...sentences.map((sentence) => element("li", "", sentence)));
  }

  // Where the answer goes on, from the top of what is seen: a row, or the end of all text.
  findCursor() {
    const { body } = this, row = { diff: this.inline.cursor, side: this.side.cursor }[this.view];
    if (!row) { const end = body.scrollHeight - body.scrollTop; return { top: end, bottom: end }; }
    const { top } = body.getBoundingClientRect(), box = row.getBoundingClientRect();
    return { top: box.top - top, bottom: box.bottom - top };
  }

  // After a wrong guess the cursor goes back up, and the view with it.
  keepCursorInView() {
    if (this.view === "patch") return;
    const { top, bottom } = this.findCursor(), height = this.body.clientHeight;
    const lowest = this.view === "text" || this.view === "tokens" ? height : 0.75 * height;
    if (bottom > lowest) this.body.scrollTop += bottom - lowest;
    else if (top < 0) this.body.scrollTop += top - 0.25 * height;
  }

  tick() {
    if (this.phaseAt === null) return;
    const now = performance.now(), seconds = Math.floor((now - this.phaseAt) / 1000);
    const silent = this.textLength > 0 ? Math.floor((now - this.textAt) / 1000) : 0;
    if (this.state !== "Running" || seconds < 1) this.setState(this.state, this.phase);
    else if (silent >= SILENT_S) this.setState(this.state, `Nothing new for ${silent} s; Stop keeps what has come`);
    else this.setState(this.state, `${this.phase}, ${seconds} s`);
  }

  show() {
    const isEmpty = this.phaseAt === null;
    this.find(".empty").hidden = !isEmpty;
    for (const name of VIEWS) this.find(`.view.${name}`).hidden = isEmpty || name !== this.view;
    for (const tab of this.root.querySelectorAll('[role="tab"]')) {
      const chosen = tab.dataset.view === this.view;
      tab.setAttribute("aria-selected", String(chosen)); tab.tabIndex = chosen ? 0 : -1;
    }
    const isTokens = this.view === "tokens" && !isEmpty;
    this.find(".trace").hidden = this.find(".origins").hidden = !isTokens; this.find(".differences").hidden = isTokens;
    this.find(".origins").dataset.basis = this.tokens.basis;
    this.find(".note").hidden = isTokens || !this.find(".note").textContent; this.find(".stepper").classList.toggle("unused", ["text", "tokens"].includes(this.view));
    if (isTokens) { if (this.final) this.tokens.showFinal(); else this.tokens.draw(); }
    if (this.final) this.finished.show(this.view);
    else if (this.view === "side" && this.sideIsStale) this.buildSide();
    else if (this.view === "patch") this.find(".view.patch").replaceChildren(element("p", "none", "The patch is made when the answer has ended."));
    this.showTools();
  }

  showTools() {
    const stops = this.final ? this.finished.lists[this.view]?.stops.length ?? 0 : 0;
    if (!this.final || this.finished.current < 0) this.find(".changes").textContent = this.final ? this.countChanges() : "";
    for (const name of [".previous-change", ".next-change"]) this.find(name).disabled = !stops;
    for (const name of [".copy", ".download"]) this.find(name).disabled = !this.textLength;
    this.find(".copy-patch").disabled = !this.final || !this.pieces.some(([kind]) => isChange(kind));
  }

  buildSide() {
    const top = this.body.scrollTop;
    if (!this.side.build(this.pieces, this.provisional, this.source.slice(this.reached))) return;
    this.body.scrollTop = top; this.sideIsStale = false;
  }
}

// How many of the old pieces the new ones begin with, however they are cut, and what follows those.
function skipCommon(old, pieces) {
  let keep = 0;
  for (let index = 0; index < pieces.length; index += 1) {
    const [kind, text] = pieces[index];
    let from = 0;
    while (from < text.length && keep < old.length && old[keep][0] === kind && text.startsWith(old[keep][1], from)) from += old[keep++][1].length;
    if (from < text.length) return [keep, [[kind, text.slice(from)], ...pieces.slice(index + 1)]];
  }
  return [keep, []];
}

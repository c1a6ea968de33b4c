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
    this.find(".failure").hidden = true; this.find(".changes").textContent = ""; this.find(".key.pending").textContent = "not reached yet";
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
    this.body.onscroll = () => { if (!this.follow && this.inline.cursor.getBoundingClientRect().top < this.body.getBoundingClientRect().bottom) this.follow = true; };
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
    if (keep === 0) [keep, pieces] = skipCommon(this.pieces, pieces);
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
    const box = this.find(".failure");
    box.hidden = !frame.error;
    if (!frame.error) return;
    const { message, next_step: next, provider_message: words, request_id: id } = frame.error;
    box.querySelector(".message").textContent = message;
    box.querySelector(".next").textContent = next;
    box.querySelector("details").hidden = !words && !id;
    box.querySelector(".server").textContent = [words, id && `Request id: ${id}`].filter(Boolean).join("\n");
  }

  showProblems(sentences) {
    const box = this.find(".problems");
    box.hidden = sentences.length === 0;
    box.querySelector("ul").replaceChildren(...sentences.map((sentence) => element("li", "", sentence)));
  }

  keepCursorInView() {
    const row = this.inline.cursor, height = this.body.clientHeight;
    if (this.view === "text") { this.body.scrollTop = this.body.scrollHeight; return; }
    if (this.view !== "diff") return;
    const below = row.getBoundingClientRect().bottom - this.body.getBoundingClientRect().top - 0.75 * height;
    if (below > 0) this.body.scrollTop += below;
  }

  tick() {
    if (this.phaseAt === null) return;
    const seconds = Math.floor((performance.now() - this.phaseAt) / 1000);
    const waits = this.state === "Running" && seconds >= 1;
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

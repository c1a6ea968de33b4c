// Where each stretch of the answer came from. While the answer streams only its end is drawn.

const WAITING = "Where each token comes from is told as the answer streams.";
const LIVE_BLOCKS = 20;
const MOST_UNDRAWN = 10000;
const ORIGINS = {
  accepted: "Accepted from the prediction", generated: "Generated", replaced: "Generated, because a token of the prediction was rejected here",
  found: "Stands in the prediction (estimate)", other: "Does not stand in the prediction (estimate)", unknown: "Not reported",
};

function makeStretch(kind, text) {
  const node = element("span", "stretch");
  node.dataset.origin = kind;
  if (ORIGINS[kind]) node.title = ORIGINS[kind];
  appendVisible(node, text);
  return node;
}

// The text in [kind, text]; what no stretch covers is of a kind that is not known.
function cutStretches(text, stretches) {
  const cut = [];
  let from = 0;
  for (const [kind, units] of stretches) { cut.push([kind, text.slice(from, from + units)]); from += units; }
  return [...cut, ["unknown", text.slice(from)]].filter(([, part]) => part);
}

// A line end cannot be seen: where it replaced something, a sign stands for it.
const showEnd = (kind, place) => { if (kind === "replaced") place.put(kind, "", true); };

// Rows for a `Listing`; a line that is very long goes on in the next row.
function makeStretchRows(cut) {
  const rows = [];
  const place = {
    open: (continues) => rows.push({ parts: [], units: 0, continues, type: "stretches" }),
    put: (kind, text, showsEnd = false) => { const row = rows.at(-1); row.parts.push({ kind, text, showsEnd }); row.units += text.length; },
    size: () => ({ parts: rows.at(-1).parts.length, units: rows.at(-1).units }),
  };
  place.open(false);
  for (const [kind, text] of cut) layOut(kind, text, place, () => showEnd(kind, place));
  if (!rows.at(-1).parts.length) rows.pop();
  return rows;
}

function drawStretchRow(row) {
  const node = element("div", "row");
  node.toggleAttribute("data-continues", row.continues);
  for (const part of row.parts) node.append(makeStretch(part.kind, part.text));
  for (const [index, part] of row.parts.entries()) if (part.showsEnd) node.childNodes[index].classList.add("eol");
  return node;
}

class TokensView {
  constructor(root, panel) {
    this.root = root; this.panel = panel; this.chart = new PassChart(panel);
    this.place = { open: (continues) => this.openRow(continues), put: (...stretch) => this.put(...stretch), size: () => ({ parts: this.row.childElementCount, units: this.units }) };
    this.clear();
  }

  clear() { this.setWords({ basis: null, sentence: "" }); this.list = this.final = null; this.restart(""); this.chart.clear(); }

  restart(text) {
    this.waiting = text; this.undrawn = []; this.covered = 0; this.tail = null;
    this.earlier = element("p", "none", "The lines before are shown when the answer has ended."); this.earlier.hidden = true;
    this.root.replaceChildren(this.earlier); this.openRow(false);
  }

  setWords({ basis, sentence }) {
    this.panel.dataset.basis = this.root.dataset.basis = this.basis = basis ?? "";
    const words = this.panel.querySelector(".basis");
    if (words.textContent !== sentence) words.textContent = sentence || WAITING;
  }

  // New text and the trace that came with it; `whole` returns all text so far.
  feed(text, trace, whole) {
    this.setWords(trace);
    let { stretches, passes } = trace;
    this.waiting += text;
    if (trace.restart && trace.basis !== "estimated") { stretches = dropUnits(stretches, this.covered); passes = passes.slice(this.chart.passes.length); }
    else if (trace.restart && dropUnits(stretches, this.covered).length) this.restart(whole());
    else if (trace.restart) stretches = [];
    for (const [kind, units] of stretches) {
      this.undrawn.push([kind, this.waiting.slice(0, units)]);
      this.waiting = this.waiting.slice(units); this.covered += units;
    }
    this.chart.passes.push(...passes);
  }

  // Draws what has come since the last time.
  draw() {
    this.tail?.remove();
    if (this.undrawn.length > MOST_UNDRAWN) { this.undrawn.splice(0, this.undrawn.length - MOST_UNDRAWN); this.earlier.hidden = false; }
    for (const [kind, text] of this.undrawn.splice(0)) layOut(kind, text, this.place, () => showEnd(kind, this.place));
    this.tail = this.waiting ? makeStretch("unknown", this.waiting.slice(-MOST_UNITS)) : null;
    if (this.tail) this.row.append(this.tail);
    this.chart.draw();
  }

  openRow(continues) {
    let block = this.row?.parentElement;
    if (!block?.isConnected || block.childElementCount >= ROWS_PER_BLOCK) { block = element("div", "block"); this.root.append(block); }
    this.row = element("div", "row"); this.units = 0;
    this.row.toggleAttribute("data-continues", continues);
    block.append(this.row);
    if (this.root.childElementCount > LIVE_BLOCKS + 1) { this.earlier.nextElementSibling.remove(); this.earlier.hidden = false; }
  }

  put(kind, text, showsEnd = false) {
    const last = this.row.lastElementChild;
    this.units += text.length;
    if (!showsEnd && last?.dataset.origin === kind) { appendVisible(last, text); return; }
    const node = makeStretch(kind, text);
    node.classList.toggle("eol", showsEnd);
    this.row.append(node);
  }

  // The whole answer has come; its rows are made when they are first looked at.
  finish(text, trace) { this.clear(); this.setWords(trace); this.chart.passes = trace.passes; this.final = { text, trace }; }

  showFinal() {
    if (!this.list) {
      this.list = new Listing(this.root, drawStretchRow);
      this.list.set(makeStretchRows(cutStretches(this.final.text, this.final.trace.stretches)), []);
    }
    this.chart.draw();
  }
}

// Stretches without the first so many units.
function dropUnits(stretches, count) {
  const rest = [];
  for (const [kind, units] of stretches) {
    if (units > count) rest.push([kind, units - count]);
    count = Math.max(0, count - units);
  }
  return rest;
}

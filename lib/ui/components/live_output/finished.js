// The views of a run that has ended: folded, with its changes to step through.

class Finished {
  constructor(roots, note) { this.roots = roots; this.note = note; this.lists = {}; this.ignore = { whitespace: false, wrapper: false }; this.clear(); }

  clear() { this.frame = null; this.lists = {}; this.changes = 0; this.current = -1; this.patch = null; this.note.textContent = ""; this.roots.patch.replaceChildren(); }

  // `frame.pieces` are all pieces, `frame.text` the whole answer.
  set(frame) { this.frame = frame; this.patch = null; this.mark(); }

  setIgnore(ignore) { this.ignore = ignore; this.patch = null; if (this.frame) this.mark(); }

  mark() {
    const { parts, changes } = markPieces(this.frame, this.ignore);
    this.parts = parts; this.changes = changes; this.current = -1; this.lists = {};
    const looked = this.ignore.whitespace || this.ignore.wrapper;
    const same = changes ? [] : [looked || this.frame.notes.length ? "No other changes." : `No changes: the answer equals the ${this.frame.base}.`];
    const sentences = [...this.frame.notes, ...(this.isCut() ? [] : same)];
    if (this.frame.simplified) sentences.push("Large stretches are shown as replaced, to save time.");
    this.note.textContent = sentences.join(" ");
  }

  isCut() { return this.frame.pieces.some(([kind]) => kind === "pending"); }

  patchLines() {
    if (this.patch) return this.patch;
    const { pieces, wrapper } = this.frame;
    const left = new Set(this.ignore.wrapper ? wrapper : []);
    return this.patch = makePatch(pieces.filter((_, index) => !left.has(index)));
  }

  // Builds a view when it is first looked at.
  show(name) {
    if (!this.frame || this.lists[name] || !this.roots[name]) return;
    const [rows, draw] = this.makeView(name);
    const list = this.lists[name] = new Listing(this.roots[name], draw);
    const seen = new Set(), stops = [];
    rows.forEach((row, index) => {
      for (const run of name === "patch" ? (row.kind === "hunk" && row.text[0] === "@" ? [index] : []) : runsOf(row)) if (!seen.has(run)) { seen.add(run); stops.push({ index, run }); }
    });
    list.set(rows, stops);
    if (name === "patch" && !rows.length) this.roots.patch.replaceChildren(element("p", "none", "No changes, so there is no patch."));
  }

  makeView(name) {
    if (name === "patch") return [makePatchRows(this.patchLines()), drawPatchLine];
    return name === "side" ? [makePairs(this.parts).flatMap(cutRow), drawPair] : [makeRows(this.parts).flatMap(cutRow), drawRow];
  }

  // Goes to the next (1) or previous (-1) change of a view; returns its row and nodes, or null.
  step(name, by) {
    const list = this.lists[name];
    if (!list?.stops.length) return null;
    const count = list.stops.length;
    this.current = this.current < 0 ? (by > 0 ? 0 : count - 1) : (this.current + by + count) % count;
    const { index, run } = list.stops[this.current];
    const row = list.reveal(index);
    for (const old of list.root.querySelectorAll("[data-current]")) delete old.dataset.current;
    row.dataset.current = "";
    const marks = name === "patch" ? [] : [...list.root.querySelectorAll(`[data-run="${run}"]`)];
    for (const mark of marks) mark.dataset.current = "";
    return { row, number: this.current + 1, count, words: describeChange(marks) };
  }
}

const runsOf = (row) => new Set([row, row.left, row.right].flatMap((side) => side?.parts ?? []).map((part) => part.run).filter(Boolean));

function describeChange(marks) {
  const said = (tag) => marks.filter((mark) => mark.localName === tag).map((mark) => mark.textContent).join(" ").trim().slice(0, 100);
  return [["removed", said("del")], ["added", said("ins")]].filter(([, text]) => text).map((pair) => pair.join(" ")).join(", ");
}

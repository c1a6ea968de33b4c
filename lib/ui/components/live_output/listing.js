// A long list of rows with few of them in the page: unchanged stretches are folded, and only a
// window of what is left is drawn. Rows have a `type`; those of type "kept" or "pending" fold.

const MAX_ROWS = 1000;
const UNFOLD_ROWS = 500;
const FOLD_CONTEXT = 3;
const LEAST_FOLDED = 4;
const FOLD_FROM_ROWS = 20;
const FOLDED_AS = { kept: ["unchanged line", "unchanged lines"], pending: ["line that was not generated", "lines that were not generated"] };

// What a row takes of the 1,000: more than one when it has many parts.
const weigh = (row) => Math.max(1, countParts(row) / 8);

function findFolds(rows) {
  const folds = [];
  if (rows.length < FOLD_FROM_ROWS || rows.every((row) => row.type === "kept")) return folds;
  for (let from = 0, to = 0; from < rows.length; from = to) {
    const { type } = rows[from];
    for (to = from + 1; to < rows.length && rows[to].type === type;) to += 1;
    if (!FOLDED_AS[type]) continue;
    const start = from + (from > 0 || type === "pending" ? FOLD_CONTEXT : 0), end = to - (to < rows.length ? FOLD_CONTEXT : 0);
    if (end - start >= LEAST_FOLDED) folds.push({ from: start, to: end, type });
  }
  return folds;
}

class Listing {
  constructor(root, draw) { this.root = root; this.draw = draw; this.clear(); }
  clear() { this.root.replaceChildren(); this.rows = []; this.folds = []; this.nodes = new Map(); this.stops = []; }

  // `stops`: the rows at which "next change" halts.
  set(rows, stops) { this.rows = rows; this.stops = stops; this.folds = findFolds(rows); this.drawFrom(0); }

  drawFrom(from) {
    this.nodes.clear();
    const fold = this.folds.find((other) => other.from < from && from < other.to);
    this.from = this.to = fold ? fold.from : from;
    this.earlier = this.makeButton("more", () => this.showEarlier());
    this.later = this.makeButton("more", () => this.showLater());
    this.root.replaceChildren(this.earlier, this.later);
    this.append(MAX_ROWS);
  }

  // Rows and folds from row `from` on, until `most` rows are drawn or row `to` is reached.
  makeNodes(from, to, most) {
    const nodes = [];
    let index = from, drawn = 0, block = null, next = this.folds.findIndex((fold) => fold.to > from);
    while (index < to && drawn < most) {
      const fold = next < 0 ? undefined : this.folds[next];
      if (fold && fold.from === index) { nodes.push(this.makeFold(fold)); index = fold.to; next += 1; block = null; continue; }
      if (!block || block.childElementCount >= ROWS_PER_BLOCK) { block = element("div", "block"); nodes.push(block); }
      const node = this.draw(this.rows[index]);
      this.nodes.set(index, node); block.append(node);
      drawn += weigh(this.rows[index]); index += 1;
    }
    return { nodes, index };
  }

  append(most) {
    const { nodes, index } = this.makeNodes(this.to, this.rows.length, most);
    this.later.before(...nodes);
    this.to = index;
    this.labelEnds();
  }

  labelEnds() {
    const label = (button, count, words) => { button.hidden = count <= 0; button.textContent = `Show ${words} (${count.toLocaleString("en")})`; };
    label(this.earlier, this.from, "earlier lines"); label(this.later, this.rows.length - this.to, "more lines");
  }

  // The row from which on `most` rows, or fewer of many parts, lead up to a row.
  lookBack(index, most) {
    let from = index;
    for (let left = most; from > 0 && left > 0; left -= weigh(this.rows[from])) from -= 1;
    return from;
  }

  showLater() { this.append(MAX_ROWS); }

  showEarlier() {
    const body = this.root.closest(".body"), height = body.scrollHeight, top = body.scrollTop;
    let from = this.lookBack(this.from, MAX_ROWS);
    const fold = this.folds.find((other) => other.from < from && from < other.to);
    if (fold) from = fold.from;
    this.earlier.after(...this.makeNodes(from, this.from, Infinity).nodes);
    this.from = from;
    this.labelEnds();
    body.scrollTop = top + body.scrollHeight - height;
  }

  makeButton(className, act) {
    const button = element("button", className);
    button.type = "button"; button.onclick = act;
    return button;
  }

  makeFold(fold) {
    const count = fold.to - fold.from, [one, many] = FOLDED_AS[fold.type];
    const shown = count > UNFOLD_ROWS ? `${UNFOLD_ROWS} of ${count.toLocaleString("en")}` : count;
    const button = this.makeButton("fold", () => this.unfold(fold, button));
    button.textContent = `Show ${shown} ${count === 1 ? one : many}`;
    return button;
  }

  unfold(fold, button) {
    const from = fold.from, end = Math.min(fold.to, from + UNFOLD_ROWS), hadFocus = button.matches(":focus");
    fold.from = end;
    if (end === fold.to) this.folds.splice(this.folds.indexOf(fold), 1);
    const { nodes } = this.makeNodes(from, end, Infinity);
    const rest = end < fold.to ? [this.makeFold(fold)] : [];
    button.replaceWith(...nodes, ...rest);
    if (hadFocus) (rest[0] ?? this.root.closest(".body")).focus({ preventScroll: true });
  }

  // The first row of a kind, or one that is drawn near it.
  findNear(isIt) {
    const index = this.rows.findIndex(isIt);
    return index < 0 ? undefined : [...this.nodes.keys()].find((row) => row >= index);
  }

  // The node of a row, drawn if it was not.
  reveal(index) {
    if (!this.nodes.has(index)) this.drawFrom(this.lookBack(index, MAX_ROWS / 10));
    return this.nodes.get(index);
  }
}

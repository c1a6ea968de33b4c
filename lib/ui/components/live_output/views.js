// The diff while it streams, as one column and as two, from the same list of pieces.

// One column, pieces inline. `starts[i]` says where piece i begins, so that the tail can be replaced.
class InlineView {
  constructor(root) { this.root = root; this.rest = element("div", "rest"); this.rest.dataset.kind = "pending"; this.more = element("div", "more"); this.clear(); }
  clear() { this.root.replaceChildren(this.rest, this.more); this.rows = []; this.starts = []; this.tail = []; this.restKey = ""; this.openRow(); }

  // Rows stand in blocks, so that the browser lays out a block at a time and skips those out of sight.
  openRow() {
    let block = this.rest.previousElementSibling;
    if (!block || block.childElementCount >= ROWS_PER_BLOCK) { block = element("div", "block"); this.root.insertBefore(block, this.rest); }
    const row = element("div", "row");
    row.dataset.sign = SIGNS.none;
    block.append(row);
    this.rows.push(row);
  }

  dropRowsAfter(index) {
    for (const row of this.rows.splice(index + 1)) {
      const block = row.parentElement;
      row.remove();
      if (!block.hasChildNodes()) block.remove();
    }
  }

  get cursor() { return this.rows[this.rows.length - 1]; }

  replaceFrom(keep, pieces) {
    for (const node of this.tail) node.remove();
    this.tail = [];
    if (keep < this.starts.length) {
      const { row, child } = this.starts[keep];
      this.dropRowsAfter(row);
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

// Two columns. Rebuilt as a whole, at a bounded share of time.
class SideView {
  constructor(root) { this.root = root; this.clear(); }
  clear() { this.root.replaceChildren(); this.builtAt = 0; this.cost = 0; }

  // Returns whether it was time to build.
  build(pieces, provisional, rest) {
    const start = performance.now();
    if (start - this.builtAt < 10 * this.cost) return false;
    const parts = pieces.map(([kind, text]) => ({ kind, text }));
    parts.push({ kind: "provisional", text: provisional }, { kind: "pending", text: rest.slice(0, MAX_PENDING.units) });
    const blocks = [];
    makePairs(parts).forEach((pair, index) => {
      if (index % ROWS_PER_BLOCK === 0) blocks.push(element("div", "block"));
      blocks.at(-1).append(drawPair(pair));
    });
    this.root.replaceChildren(...blocks);
    this.builtAt = performance.now(); this.cost = this.builtAt - start;
    return true;
  }
}

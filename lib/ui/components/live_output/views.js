// The diff while it streams, as one column and as two. Only its end is drawn: a long answer, or one
// very long line, costs no more than a short one.

const LIVE_WEIGHT = 600;
const EARLIER = "Earlier lines are shown when the answer has ended.";

// What a piece takes of the room: its lines, and a share for being a piece at all.
const weighPiece = ([, text]) => countEnds(text) + text.length / MOST_UNITS + 1 / 4;

// The index of the first piece of an end of so much weight.
function findTail(pieces, most) {
  let index = pieces.length;
  for (let left = most; index > 0 && left > 0; left -= weighPiece(pieces[index])) index -= 1;
  return index;
}

// One column, pieces inline. `starts[i]` says where piece `first + i` begins, so that it can be replaced.
class InlineView {
  constructor(root) {
    this.root = root;
    this.earlier = element("p", "none", EARLIER);
    this.rest = element("div", "rest"); this.rest.dataset.kind = "pending";
    this.more = element("div", "more");
    this.place = { open: (continues) => this.openRow(continues), put: (kind, text) => this.put(kind, text), size: () => ({ parts: this.cursor.childElementCount, units: this.last.units }) };
    this.clear();
  }

  clear() { this.restKey = ""; this.rest.replaceChildren(); this.more.textContent = ""; this.tail = []; this.restart([], 0); }

  // Draws anew from piece `first` on.
  restart(pieces, first) {
    this.first = first; this.starts = []; this.rows = []; this.weight = 0;
    this.earlier.hidden = first === 0;
    this.root.replaceChildren(this.earlier, this.rest, this.more);
    this.at = countLines(pieces.slice(0, first));
    this.openRow(false);
  }

  get last() { return this.rows[this.rows.length - 1]; }
  get cursor() { return this.last.node; }

  // Rows stand in blocks, so that the browser lays out a block at a time and skips those out of sight.
  openRow(continues) {
    let block = this.rest.previousElementSibling;
    if (block === this.earlier || block.childElementCount >= ROWS_PER_BLOCK) { block = element("div", "block"); this.root.insertBefore(block, this.rest); }
    const node = element("div", "row");
    node.dataset.sign = SIGNS.none; node.toggleAttribute("data-continues", continues);
    block.append(node);
    this.rows.push({ node, units: 0, inAnswer: false, inSource: false, ...this.at });
  }

  dropRowsAfter(index) {
    for (const { node } of this.rows.splice(index + 1)) {
      const block = node.parentElement;
      node.remove();
      if (!block.hasChildNodes()) block.remove();
    }
  }

  // The pieces from `keep` on are new. Whoever reads further up, `isRead`, loses no line meanwhile.
  update(keep, pieces, isRead) {
    for (const node of this.tail) node.remove();
    this.tail = [];
    const isDeep = keep < this.first, isFull = this.weight > 2 * LIVE_WEIGHT && !isRead, isLeap = !isRead && pieces.length - keep > 40 && findTail(pieces, 2 * LIVE_WEIGHT) > keep;
    if (isDeep || isFull || isLeap) { keep = findTail(pieces, LIVE_WEIGHT); this.restart(pieces, keep); } else this.truncate(keep);
    for (const piece of pieces.slice(keep)) {
      this.starts.push({ row: this.rows.length - 1, child: this.cursor.childNodes.length, units: this.last.units, at: { ...this.at }, weight: this.weight });
      this.weight += weighPiece(piece);
      this.append(...piece);
    }
  }

  truncate(keep) {
    const start = this.starts[keep - this.first];
    if (!start) return;
    this.dropRowsAfter(start.row);
    while (this.cursor.childNodes.length > start.child) this.cursor.lastChild.remove();
    Object.assign(this.last, { units: start.units, inAnswer: false, inSource: false });
    for (const node of this.cursor.children) this.note(KINDS[node.localName]);
    this.cursor.dataset.sign = signOf(this.cursor);
    this.at = start.at; this.weight = start.weight; this.starts.length = keep - this.first;
    this.number();
  }

  append(kind, text) {
    layOut(kind, text, this.place, () => {
      if (isChange(kind)) this.cursor.lastChild?.classList?.add("eol");
      this.note(kind); this.number();
      if (IN_SOURCE.has(kind)) this.at.source += 1;
      if (IN_ANSWER.has(kind)) this.at.answer += 1;
    });
  }

  put(kind, text) {
    this.cursor.append(makeSegment(kind, text));
    this.last.units += text.length;
    if (isChange(kind)) this.cursor.dataset.sign = signOf(this.cursor);
    this.note(kind); this.number();
  }

  note(kind) { if (IN_ANSWER.has(kind)) this.last.inAnswer = true; if (IN_SOURCE.has(kind)) this.last.inSource = true; }

  number() { numberRow(this.last, this.rows[this.rows.length - 2]); showNumber(this.cursor, this.last); }

  // What does not belong to a piece yet: the half token at the end, and source not reached.
  setTail(provisional, source, reached) {
    if (provisional) { const node = element("span", "", ""); appendVisible(node, provisional.slice(-MOST_UNITS)); this.cursor.append(node); this.tail.push(node); }
    let lineEnd = reached;
    while (lineEnd < source.length && source[lineEnd] !== "\n") lineEnd += 1;
    if (lineEnd > reached) { const node = makeSegment("pending", source.slice(reached, Math.min(lineEnd, reached + MAX_PENDING.units))); this.cursor.append(node); this.tail.push(node); }
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

const KINDS = { ins: "insert", del: "delete", span: "equal" };

// The lines at which the text after these pieces begins.
function countLines(pieces) {
  const at = { source: 1, answer: 1 };
  for (const [kind, text] of pieces) {
    const ends = countEnds(text);
    if (IN_SOURCE.has(kind)) at.source += ends;
    if (IN_ANSWER.has(kind)) at.answer += ends;
  }
  return at;
}

// Two columns. Rebuilt as a whole, at a bounded share of time.
class SideView {
  constructor(root) { this.root = root; this.clear(); }
  clear() { this.root.replaceChildren(); this.builtAt = 0; this.cost = 0; this.cursor = null; }

  // Returns whether it was time to build.
  build(pieces, provisional, rest) {
    const start = performance.now();
    if (start - this.builtAt < 10 * this.cost) return false;
    const first = findTail(pieces, LIVE_WEIGHT);
    const parts = pieces.slice(first).map(([kind, text]) => ({ kind, text }));
    parts.push({ kind: "provisional", text: provisional.slice(-MOST_UNITS) }, { kind: "pending", text: rest.slice(0, MAX_PENDING.units) });
    const blocks = first ? [element("p", "none", EARLIER)] : [];
    makePairs(parts, countLines(pieces.slice(0, first))).flatMap(cutRow).forEach((pair, index) => {
      if (index % ROWS_PER_BLOCK === 0) blocks.push(element("div", "block"));
      const node = drawPair(pair);
      blocks.at(-1).append(node);
      // Before the first word the answer goes on where the source begins.
      if (!index || pair.right?.parts.length) this.cursor = node;
    });
    this.root.replaceChildren(...blocks);
    this.builtAt = performance.now(); this.cost = this.builtAt - start;
    return true;
  }
}

// A finished diff as rows, one column or two. Plain data, no nodes.
//
// A part is a stretch of text in a row: its kind; `run`, the number of its change, from 1; `from`
// or `to`, the line that a moved block came from or went to; `leads`, for the first row of a piece.

const isChange = (kind) => kind === "insert" || kind === "delete";
const countEnds = (text) => splitLines(text).length - 1;
const IN_ANSWER = new Set(["equal", "insert", "wrapper", "provisional"]);
const IN_SOURCE = new Set(["equal", "delete", "pending"]);
const MOST_PARTS = 200;
const MOST_UNITS = 4000;

// The pieces with what is looked past turned into kept text: `left` holds the source's wording.
function markPieces(frame, ignore) {
  const quiet = new Set([...frame.line_ends, ...(ignore.whitespace ? frame.blanks : [])]);
  const wrapper = new Set(ignore.wrapper ? frame.wrapper : []);
  const places = findMovedPlaces(frame);
  const parts = [];
  let run = 0, isInRun = false;
  frame.pieces.forEach(([kind, text], index) => {
    if (quiet.has(index)) {
      const last = parts.at(-1), joins = kind === "insert" && quiet.has(index - 1) && frame.pieces[index - 1][0] === "delete";
      if (joins) last.text = text;
      else parts.push({ kind: "equal", text: kind === "insert" ? text : "", left: kind === "delete" ? text : "" });
    } else if (wrapper.has(index)) parts.push({ kind: "wrapper", text });
    else {
      if (isChange(kind) && !isInRun) run += 1;
      parts.push({ kind, text, run: isChange(kind) ? run : 0, ...places.get(index) });
    }
    isInRun = isChange(kind) && !quiet.has(index) && !wrapper.has(index);
  });
  return { parts, changes: run };
}

// Piece index -> the line, from 1, at which the other half of its move stands.
function findMovedPlaces({ pieces, moves }) {
  const places = new Map();
  if (!moves.length) return places;
  const lines = [];
  let source = 1, answer = 1;
  for (const [kind, text] of pieces) {
    lines.push([source, answer]);
    const ends = countEnds(text);
    if (kind !== "insert") source += ends;
    if (kind === "equal" || kind === "insert") answer += ends;
  }
  for (const [deleted, inserted] of moves) {
    places.set(deleted, { to: lines[inserted][1] });
    places.set(inserted, { from: lines[deleted][0] });
  }
  return places;
}

// `end`: the kind of an added or removed line end; `closedBy`: of any; `source` and `answer`: the
// numbers of the lines that it shows, or would.
const newRow = (at) => ({ parts: [], end: null, closedBy: null, ...at });

// Gives a row its number: of the line in the answer, else of the one in the source; none where a
// line only goes on.
function numberRow(row, before) {
  row.saidAnswer = before?.inAnswer ? before.answer : before?.saidAnswer;
  row.saidSource = before?.inSource ? before.source : before?.saidSource;
  row.isOld = !row.inAnswer;
  const isNew = row.inAnswer ? row.answer !== row.saidAnswer : row.inSource && row.source !== row.saidSource;
  row.line = isNew ? (row.inAnswer ? row.answer : row.source) : "";
}

function numberRows(rows) {
  rows.forEach((row, index) => {
    const kinds = [...row.parts.map((part) => part.kind), row.closedBy];
    row.inAnswer = kinds.some((kind) => IN_ANSWER.has(kind)); row.inSource = kinds.some((kind) => IN_SOURCE.has(kind));
    numberRow(row, rows[index - 1]);
  });
}

// In two columns each has its own numbers; a line that was not ended goes on in the next row.
function numberColumn(rows, first) {
  let line = first, goesOn = false;
  for (const row of rows) {
    row.line = goesOn ? "" : line;
    goesOn = !row.closedBy;
    if (!goesOn) line += 1;
  }
}

// What a row is, once its parts are known.
function rateRow(row, sides = [row]) {
  const parts = sides.flatMap((side) => side.parts), ends = sides.map((side) => side.closedBy);
  const kinds = new Set([...parts.map((part) => part.kind), ...ends].filter(Boolean));
  row.type = ["insert", "delete"].some((kind) => kinds.has(kind)) ? "changed" : kinds.has("pending") ? "pending" : kinds.has("wrapper") ? "wrapper" : "kept";
  return row;
}

function signOfParts({ parts, end }) {
  const changed = parts.filter((part) => isChange(part.kind));
  if (changed.length && changed.every((part) => part.to || part.from)) return SIGNS.moved;
  const has = (kind) => end === kind || changed.some((part) => part.kind === kind);
  return has("insert") && has("delete") ? SIGNS.both : has("insert") ? SIGNS.insert : has("delete") ? SIGNS.delete : SIGNS.none;
}

// One line of a part goes into a row; an added or removed end of an otherwise kept line shows as ↵.
function putLine(row, part, line, isFirst, isEnded) {
  const change = isChange(part.kind);
  if (line || (isEnded && change)) row.parts.push({ ...part, text: line, leads: change && isFirst, showsEnd: false });
  if (isEnded) row.closedBy = part.kind;
  if (!isEnded || !change) return;
  row.end = part.kind;
  row.parts.at(-1).showsEnd = row.parts.some((other) => other.kind !== part.kind);
}

function makeRows(parts) {
  const at = { source: 1, answer: 1 }, rows = [newRow(at)];
  for (const part of parts) {
    const lines = splitLines(part.text), last = lines.length - 1;
    lines.forEach((line, index) => {
      putLine(rows.at(-1), part, line, index === 0, index < last);
      if (index === last) return;
      if (IN_SOURCE.has(part.kind)) at.source += 1;
      if (IN_ANSWER.has(part.kind)) at.answer += 1;
      rows.push(newRow(at));
    });
    if (part.left !== undefined) at.source += countEnds(part.left) - last;
  }
  if (!rows.at(-1).parts.length) rows.pop();
  numberRows(rows);
  return rows.map((row) => rateRow(row));
}

// Two columns, lines that belong together on one level.
function makePairs(parts, at = { source: 1, answer: 1 }) {
  const pairs = [];
  let left = [newRow()], right = [newRow()];
  const flush = () => {
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
      const sides = [left[index] ?? null, right[index] ?? null];
      pairs.push(rateRow({ left: sides[0], right: sides[1] }, sides.filter(Boolean)));
    }
    left = [newRow()]; right = [newRow()];
  };
  const put = (side, part, text) => {
    const lines = splitLines(text), last = lines.length - 1;
    lines.forEach((line, index) => { putLine(side.at(-1), part, line, index === 0, index < last); if (index < last) side.push(newRow()); });
  };
  for (const part of parts) {
    const { kind, text, left: other = text } = part;
    if (kind === "delete" || kind === "pending") put(left, part, text);
    else if (kind !== "equal") put(right, part, text);
    else {
      // Where kept text begins a line on both sides, those lines stand on one level.
      if (!left.at(-1).parts.length && !right.at(-1).parts.length) { left.pop(); right.pop(); flush(); }
      // Kept lines pair up one by one, in both wordings.
      const lines = splitLines(text), others = splitLines(other);
      if (lines.length !== others.length) { put(left, part, other); put(right, part, text); continue; }
      lines.forEach((line, index) => {
        if (index > 0) flush();
        const isEnded = index < lines.length - 1;
        putLine(left.at(-1), part, others[index], false, isEnded); putLine(right.at(-1), part, line, false, isEnded);
      });
    }
  }
  if (![left, right].some((side) => side.at(-1).parts.length)) { left.pop(); right.pop(); }
  flush();
  numberColumn(pairs.map((pair) => pair.left).filter(Boolean), at.source);
  numberColumn(pairs.map((pair) => pair.right).filter(Boolean), at.answer);
  return pairs;
}

function cutParts(row) {
  if (!row) return [];
  const count = Math.max(1, Math.ceil(row.parts.length / MOST_PARTS));
  return Array.from({ length: count }, (_, index) => ({ ...row, line: index ? "" : row.line, parts: row.parts.slice(index * MOST_PARTS, (index + 1) * MOST_PARTS) }));
}

// A line of very many parts, such as a minified file, as several rows: a list draws only some rows.
function cutRow(row) {
  if (row.parts) return row.parts.length > MOST_PARTS ? cutParts(row) : [row];
  const left = cutParts(row.left), right = cutParts(row.right);
  if (left.length < 2 && right.length < 2) return [row];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({ ...row, left: left[index] ?? null, right: right[index] ?? null }));
}

const countParts = (row) => (row.parts?.length ?? 0) + (row.left?.parts.length ?? 0) + (row.right?.parts.length ?? 0);

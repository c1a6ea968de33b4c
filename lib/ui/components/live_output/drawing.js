// Rows of a finished diff as nodes.

const LONGEST_BLANK = 200;
const BLANKS = /^[ \t]+$/;

function describeMove(part) {
  if (part.to) return `moved to line ${part.to.toLocaleString("en")}`;
  return part.from ? `moved from line ${part.from.toLocaleString("en")}` : "";
}

// Said by screen readers before a change, once a piece; not seen, not selected, not in the text.
function spokenLabel(part) {
  const verb = part.kind === "insert" ? "added" : "removed";
  return element("span", "spoken", [describeMove(part), verb].filter(Boolean).join(", ") + ": ");
}

function drawPart(part, parent) {
  if (part.leads) parent.append(spokenLabel(part));
  // No line is drawn through the indentation of a changed line.
  const indent = part.run && !parent.querySelector(":not(.spoken)") ? /^[ \t]+(?=\S)/.exec(part.text)?.[0] ?? "" : "";
  const node = makeSegment(part.kind, part.text.slice(indent.length));
  if (indent) node.prepend(element("span", "indent", indent));
  if (part.run) node.dataset.run = part.run;
  if (part.to || part.from) node.classList.add("moved");
  if (part.showsEnd) node.classList.add("eol");
  // Changed blanks cannot be seen as text: glyphs stand over them.
  if (part.run && part.text.length < LONGEST_BLANK && BLANKS.test(part.text)) node.dataset.blanks = part.text.replaceAll(" ", "·").replaceAll("\t", "→\t");
  parent.append(node);
}

// A number is drawn by the style sheet: it is no text, so it is neither selected nor copied.
function showNumber(node, { line, isOld }) {
  if (line) node.dataset.line = line; else delete node.dataset.line;
  node.toggleAttribute("data-old", Boolean(isOld));
}

function drawRow(row) {
  const node = element("div", "row");
  if (!row) { node.classList.add("absent"); return node; }
  node.dataset.sign = signOfParts(row);
  showNumber(node, row);
  node.toggleAttribute("data-mixed", row.parts.some((part) => !isChange(part.kind)));
  for (const part of row.parts) drawPart(part, node);
  const moved = row.parts.find((part) => part.leads && (part.to || part.from));
  if (moved) { const label = element("span", "move"); label.dataset.move = `${SIGNS.moved} ${describeMove(moved)}`; node.append(label); }
  return node;
}

function drawPair(pair) {
  const node = element("div", "pair");
  node.append(drawRow(pair.left), drawRow(pair.right));
  return node;
}

const PATCH_SIGNS = { "+": "insert", "-": "delete", "@": "hunk", "\\": "hunk" };

function drawPatchLine({ text, kind }) {
  const node = element("div", `row ${kind}`);
  appendVisible(node, text);
  return node;
}

function makePatchRows(lines) {
  // Every line counts as changed: a patch is short already and does not fold.
  return lines.map((text, index) => ({ text, type: "changed", kind: index < 2 ? "head" : PATCH_SIGNS[text[0]] ?? "context" }));
}

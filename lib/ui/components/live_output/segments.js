// Pieces of text as nodes. Invariant: text becomes text nodes only; nothing that a model or a user
// wrote is ever parsed. The files of this folder are joined into one module in the order that
// __init__.py gives.

const MAX_PENDING = { lines: 200, units: 10000 };
const ROWS_PER_BLOCK = 40;
// Characters that are not seen, or that change the order in which others are.
const UNSEEN = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180b-\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}";
// Joiners belong into emoji and into some scripts; elsewhere they are unseen, too.
const JOINED = ["Arabic", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Myanmar", "Khmer", "Mongolian"].map((script) => `\\p{Script=${script}}`).join("");
const CONTROLS = new RegExp(`[${UNSEEN}]|(?<=[^\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{M}${JOINED}])[\\u200c\\u200d]`, "u");
const CONTROL_RUNS = new RegExp(`(?:${CONTROLS.source})+`, "gu");
const SIGNS = { none: " ", insert: "+", delete: "−", both: "±", moved: "⇄" };

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

// The codes of a run, the first few of them.
function nameControls(run) {
  const characters = [...run.slice(0, 8)].slice(0, 4), length = run.length;
  const codes = characters.map((character) => "U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0"));
  return codes.join(" ") + (length > characters.join("").length ? ` … ${length.toLocaleString("en")} in all` : "");
}

// Such characters could hide what the text says: their codes are shown, and they stay in the text.
function appendVisible(parent, text) {
  if (!CONTROLS.test(text)) return parent.append(text);
  let from = 0;
  for (const match of text.matchAll(CONTROL_RUNS)) {
    parent.append(text.slice(from, match.index));
    const mark = element("span", "control", match[0]);
    mark.dataset.code = nameControls(match[0]);
    parent.append(mark);
    from = match.index + match[0].length;
  }
  parent.append(text.slice(from));
}

const TAGS = { insert: "ins", delete: "del", equal: "span", pending: "span", wrapper: "span", provisional: "span" };

function makeSegment(kind, text) {
  const node = element(TAGS[kind]);
  if (kind === "pending" || kind === "wrapper") node.dataset.kind = kind;
  appendVisible(node, text);
  return node;
}

function signOf(row) {
  const added = row.querySelector("ins") !== null, removed = row.querySelector("del") !== null;
  return added && removed ? SIGNS.both : added ? SIGNS.insert : removed ? SIGNS.delete : SIGNS.none;
}

// Puts a text of one kind into rows: `open` begins a row, `put` adds to the last one, `size` tells
// how full that is. A very long line goes on in the next row. `end` is told of each line end.
function layOut(kind, text, { open, put, size }, end) {
  splitLines(text).forEach((line, index) => {
    if (index > 0) { end(); open(false); }
    for (let from = 0; from < line.length;) {
      const { parts, units } = size();
      if (parts >= MOST_PARTS || units >= MOST_UNITS) { open(true); continue; }
      const to = endOfCharacter(line, from + MOST_UNITS - units);
      put(kind, line.slice(from, to));
      from = to;
    }
  });
}

const endOfCharacter = (text, at) => (/[\udc00-\udfff]/.test(text[at] ?? "") ? at + 1 : at);

// Lines of a text with their line end left out; every line but the last was ended by one.
const splitLines = (text) => text.split(/\r\n|\n|\r/);

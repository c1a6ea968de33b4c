// The diff as a unified patch. It is exact, whatever a view looks past; source that the answer did
// not reach stays as it is.

const CONTEXT = 3;

// Whole lines as [" ", "-" or "+", text]. Old and new lines that end together and are equal are kept.
function makeScript(pieces) {
  const script = [];
  let before = "", after = "";
  const close = () => {
    if (before === after) { if (before) script.push([" ", before]); }
    else { if (before) script.push(["-", before]); if (after) script.push(["+", after]); }
    before = after = "";
  };
  for (const [kind, text] of pieces) {
    for (const line of text.match(/[^\n]*\n|[^\n]+/g) ?? []) {
      const isEnded = line.endsWith("\n");
      if (kind !== "insert") before += line;
      if (kind !== "delete") after += line;
      if (!isEnded) continue;
      if (kind === "delete") { script.push(["-", before]); before = ""; }
      else if (kind === "insert") { script.push(["+", after]); after = ""; }
      else close();
    }
  }
  close();
  return script;
}

// Stretches of the script around changes, as [from, to).
function findHunks(script) {
  const hunks = [];
  script.forEach(([sign], index) => {
    if (sign === " ") return;
    const last = hunks.at(-1), from = Math.max(0, index - CONTEXT), to = Math.min(script.length, index + CONTEXT + 1);
    if (last && from <= last[1]) last[1] = to; else hunks.push([from, to]);
  });
  return hunks;
}

// A stretch of changes with what is removed first.
function sortChanges(lines) {
  const sorted = [];
  let removed = [], added = [];
  for (const line of [...lines, [" ", null]]) {
    if (line[0] === "-") removed.push(line);
    else if (line[0] === "+") added.push(line);
    else { sorted.push(...removed, ...added); removed = []; added = []; if (line[1] !== null) sorted.push(line); }
  }
  return sorted;
}

// The patch's lines, without line ends; none when the texts are equal.
function makePatch(pieces) {
  const script = makeScript(pieces), lines = [];
  let index = 0, oldLine = 0, newLine = 0;
  for (const [from, to] of findHunks(script)) {
    for (; index < from; index += 1) { oldLine += 1; newLine += 1; }
    const hunk = sortChanges(script.slice(from, to));
    const oldCount = hunk.filter(([sign]) => sign !== "+").length, newCount = hunk.filter(([sign]) => sign !== "-").length;
    lines.push(`@@ -${oldLine + (oldCount > 0)},${oldCount} +${newLine + (newCount > 0)},${newCount} @@`);
    for (const [sign, text] of hunk) {
      if (text.endsWith("\n")) lines.push(sign + text.slice(0, -1));
      else lines.push(sign + text, "\\ No newline at end of file");
    }
    index = to; oldLine += oldCount; newLine += newCount;
  }
  return lines.length ? ["--- a/source.txt", "+++ b/source.txt", ...lines] : [];
}

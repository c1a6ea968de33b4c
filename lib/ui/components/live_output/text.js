// The answer as plain text, whole: the `textContent` of the node is exactly what the model said.

class TextView {
  constructor(root) { this.root = root; this.clear(); }
  clear() { this.root.replaceChildren(); this.open(); }

  // Lines stand in blocks, so that those out of sight cost nothing.
  open() { this.block = element("span", "block"); this.units = 0; this.root.append(this.block); }

  append(text) {
    for (let from = 0; from < text.length;) {
      const isFull = this.units >= MOST_UNITS, end = isFull ? text.indexOf("\n", from) : -1;
      const to = isFull ? (end < 0 ? text.length : end) : endOfCharacter(text, Math.min(text.length, from + MOST_UNITS - this.units));
      appendVisible(this.block, text.slice(from, to));
      this.units += to - from; from = to;
      if (end >= 0) { this.close(); from += 1; }
    }
  }

  // The end of a block is a line end already: a selection across it must not gain a second one.
  close() {
    const end = element("span", "", "\n");
    end.hidden = true;
    this.block.append(end);
    this.open();
  }
}

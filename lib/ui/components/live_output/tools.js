// Copying, saving and announcing. Texts come from what was received, never from the page.

const ANNOUNCE_EVERY_MS = 10000;

async function copyText(text, root) {
  try { return await navigator.clipboard.writeText(text); } catch { /* Refused, or absent without https: the old way. */ }
  const area = element("textarea", "spoken");
  root.append(area); area.value = text; area.select();
  document.execCommand("copy"); area.remove();
}

// Says so on the button for a moment, without changing its width.
function flash(button, words) {
  button.dataset.flash = words;
  clearTimeout(button.flashing);
  button.flashing = setTimeout(() => { delete button.dataset.flash; }, 1200);
}

function saveText(text, name) {
  const link = element("a"), url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.href = url; link.download = name; link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

// Shows the region over the whole page. The page behind keeps its height, and gets no focus.
class Enlarger {
  constructor(root, button, body) {
    this.root = root; this.button = button; this.body = body; this.isOn = false;
    button.onclick = () => this.toggle();
    this.keepFocus = (event) => { if (!event.composedPath().includes(root)) button.focus(); };
  }

  toggle() {
    const { root, body } = this, { scrollTop } = body, { host } = root.getRootNode();
    this.isOn = !this.isOn;
    if (this.isOn) {
      if (host) host.style.minHeight = `${root.offsetHeight}px`;
      root.setAttribute("popover", "manual"); root.showPopover();
      document.addEventListener("focusin", this.keepFocus);
    } else {
      document.removeEventListener("focusin", this.keepFocus);
      root.hidePopover(); root.removeAttribute("popover");
      if (host) host.style.minHeight = "";
    }
    root.toggleAttribute("data-large", this.isOn);
    this.button.setAttribute("aria-pressed", String(this.isOn));
    body.scrollTop = scrollTop; this.button.focus();
  }

  close() { if (this.isOn) this.toggle(); }
}

// What screen readers hear: milestones while the answer comes, at most one in ten seconds.
class Announcer {
  constructor(node) { this.node = node; this.reset(); }
  reset() { this.saidAt = performance.now(); this.node.textContent = ""; }
  say(words) { this.node.textContent = words; this.saidAt = performance.now(); }

  milestone(pieces, source, reached) {
    if (performance.now() - this.saidAt < ANNOUNCE_EVERY_MS) return;
    let changes = 0, before = "equal";
    for (const [kind] of pieces) { if (isChange(kind) && !isChange(before)) changes += 1; before = kind; }
    const all = countEnds(source) + 1, line = countEnds(source.slice(0, reached)) + 1;
    this.say(`${line} of ${all} lines, ${changes === 1 ? "1 change" : `${changes} changes`}.`);
  }
}

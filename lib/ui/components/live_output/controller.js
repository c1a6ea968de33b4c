// Where frames come from, and when they are painted.

// Reads server-sent events by fetch, so that the token travels in a header and never in a URL.
async function* readFrames({ events_url: url, token, compared_with: base }, signal) {
  const response = await fetch(url, { headers: { "X-Run-Token": token, "X-Compared-With": base }, signal, cache: "no-store" });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    buffer += value;
    const events = buffer.split("\n\n");
    buffer = events.pop();
    for (const event of events) if (event.startsWith("data: ")) yield JSON.parse(event.slice(6));
  }
}

// What Esc closes before it stops an answer.
const POPUPS = '[role="listbox"], [role="dialog"], [role="menu"]';

// Streamlit counts the shortcut that it shows in the button as part of the button's name.
function nameRunButton() {
  const button = document.querySelector(".st-key-run button");
  button?.setAttribute("aria-label", "Run");
  button?.setAttribute("aria-keyshortcuts", "Control+Enter");
}

class Controller {
  constructor(root, component) {
    this.queue = []; this.painting = false; this.failures = 0; this.component = component;
    this.output = new Output(root, { stop: () => this.stop(), compare: (wish) => { this.asked = wish; this.component.setTriggerValue("compared", wish); } });
    this.timer = setInterval(() => { nameRunButton(); if (!this.output.final) this.output.tick(); }, 500);
    // While the key goes down to its target: an open list or dialog has closed when it comes back up.
    this.onKey = (event) => { if (event.key === "Escape" && !document.querySelector(POPUPS)) this.leave(); };
    document.addEventListener("keydown", this.onKey, true);
  }

  // Esc undoes what came last: first the enlarged region, then the run.
  leave() { if (this.output.enlarger.isOn) this.output.enlarger.close(); else if (this.isRunning()) this.stop(); }

  isRunning() { return this.run && !this.output.final && this.output.phaseAt !== null; }

  update(data) {
    nameRunButton();
    this.output.showProblems(data.problems ?? []);
    const run = data.run ?? null, isNew = run?.id !== this.run?.id;
    const isCompared = !isNew && run?.compared_with !== this.run?.compared_with;
    this.output.showChoices(data.comparison);
    // A run that has ended is read from its beginning.
    this.output.isOver = run?.is_final ?? false;
    this.run = run; this.transport = data.transport;
    if (isNew) { this.abort(); this.output.reset(); this.failures = 0; this.queue = []; if (run && !run.is_final) this.output.expect(); }
    if (!run) return;
    if (data.comparison && data.comparison.chosen !== this.chosen) this.showComparison(data.comparison.chosen);
    if (data.frame) { this.enqueue(data.frame); return; }
    if (isNew || isCompared || (!this.reading && !this.output.final)) this.read(run);
  }

  // Asked for by another part of the page, which may be far below.
  showComparison(chosen) {
    const wasAsked = this.asked === chosen || this.chosen === undefined || chosen === "source";
    this.chosen = chosen; this.asked = null;
    if (!wasAsked) this.output.root.scrollIntoView({ block: "center" });
  }

  async read(run) {
    this.abort();
    const abort = this.reading = new AbortController();
    this.isFinished = false;
    try {
      for await (const frame of readFrames(run, abort.signal)) { this.failures = 0; this.enqueue(frame); this.isFinished = frame.final; }
    } catch (error) { if (abort.signal.aborted) return; }
    if (this.reading === abort) this.reading = null;
    if (this.isFinished || abort.signal.aborted) return;
    this.failures += 1;
    if (this.failures > 3) { this.component.setTriggerValue("unreachable", run.id); return; }
    setTimeout(() => { if (this.run?.id === run.id && !this.reading) this.read(run); }, 300 * this.failures);
  }

  enqueue(frame) {
    this.queue.push(frame);
    this.schedule();
  }

  schedule() {
    if (this.painting) return;
    this.painting = true;
    // A background tab gets no animation frames: the timer paints there.
    const paint = () => { cancelAnimationFrame(handle); clearTimeout(timer); this.painting = false; this.paint(); };
    const handle = requestAnimationFrame(paint), timer = setTimeout(paint, 120);
  }

  paint() {
    const frames = this.queue.splice(0), wasFinal = this.output.final, run = this.run;
    // The last words are shown before the final diff is laid out, which takes a moment for a long text.
    if (frames.length > 1 && frames.at(-1).final) { this.queue.push(frames.pop()); setTimeout(() => this.schedule(), 50); }
    for (const frame of frames) this.output.apply(frame);
    if (this.output.final && !wasFinal && run && !run.is_final) this.component.setTriggerValue("finished", run.id);
  }

  stop() {
    if (!this.run) return;
    if (this.transport === "poll") { this.component.setTriggerValue("stop", this.run.id); return; }
    fetch(this.run.stop_url, { method: "POST", headers: { "X-Run-Token": this.run.token } })
      .catch(() => this.output.setState("Running", "Stop did not reach the app. Is it still running?"));
  }

  abort() { this.reading?.abort(); this.reading = null; }
  close() { this.output.enlarger.close(); this.abort(); clearInterval(this.timer); document.removeEventListener("keydown", this.onKey, true); }
}

const controllers = new WeakMap();

export default function (component) {
  const { parentElement, data } = component;
  const root = parentElement.querySelector(".output");
  let controller = controllers.get(root);
  if (!controller) { controller = new Controller(root, component); controllers.set(root, controller); }
  controller.component = component;
  controller.update(data);
  return () => { controllers.delete(root); controller.close(); };
}

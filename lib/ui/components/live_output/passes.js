// A small chart: how many tokens of the prediction each forward pass accepted, and rejected.

const MOST_BARS = 150;
const LEAST_SLOTS = 32;
const LEAST_TOP = 8;
const CHART_UNITS = 40;

class PassChart {
  constructor(panel) {
    this.figure = panel.querySelector(".passes");
    this.find = (selector) => this.figure.querySelector(selector);
    this.svg = this.find("svg");
    this.svg.onpointermove = (event) => this.point(event);
    this.svg.onpointerleave = () => { this.find(".pass").textContent = ""; };
    this.clear();
  }

  clear() { this.passes = []; this.drawn = -1; this.figure.hidden = true; this.find(".pass").textContent = ""; }

  // Bars of one pass each, or of several where there are too many: their mean.
  makeBars() {
    this.each = Math.ceil(this.passes.length / MOST_BARS);
    const bars = [];
    for (let from = 0; from < this.passes.length; from += this.each) {
      const group = this.passes.slice(from, from + this.each), mean = (index) => group.reduce((sum, pass) => sum + pass[index], 0) / group.length;
      bars.push({ drafted: mean(0), accepted: mean(1), from, to: from + group.length });
    }
    return bars;
  }

  draw() {
    if (this.drawn === this.passes.length) return;
    this.drawn = this.passes.length;
    this.figure.hidden = !this.passes.some(([drafted]) => drafted);
    if (this.figure.hidden) return;
    const bars = this.bars = this.makeBars();
    this.top = Math.max(LEAST_TOP, ...bars.map((bar) => bar.drafted));
    this.slots = Math.max(LEAST_SLOTS, bars.length);
    this.svg.setAttribute("viewBox", `0 0 ${this.slots} ${CHART_UNITS}`);
    const height = (tokens) => (tokens / this.top) * CHART_UNITS;
    const box = (index, from, to) => (to > from ? `M${index + 0.12} ${CHART_UNITS - height(from)}H${index + 0.88}V${CHART_UNITS - height(to)}H${index + 0.12}Z` : "");
    this.find(".accepted-bars").setAttribute("d", bars.map((bar, index) => box(index, 0, bar.accepted)).join(""));
    this.find(".rejected-bars").setAttribute("d", bars.map((bar, index) => box(index, bar.accepted, bar.drafted)).join(""));
    this.find(".top").textContent = Math.round(this.top);
    this.describe();
  }

  describe() {
    const accepted = this.passes.map((pass) => pass[1]), mean = accepted.reduce((sum, count) => sum + count, 0) / this.drawn;
    const most = accepted.reduce((high, count) => Math.max(high, count), 0);
    const each = this.each > 1 ? `, ${this.each} passes a bar` : "";
    const heights = `${mean.toFixed(1)} on average, ${most} at most`, count = `, ${this.drawn.toLocaleString("en")} ${this.drawn === 1 ? "pass" : "passes"}${each}`;
    const words = heights + count;
    this.find(".average").replaceChildren(heights, element("span", "long", count));
    this.svg.setAttribute("aria-label", `Bar chart: accepted tokens per forward pass, ${words}.`);
  }

  point(event) {
    const { left, width } = this.svg.getBoundingClientRect();
    const bar = this.bars?.[Math.floor(((event.clientX - left) / width) * this.slots)];
    const number = (value) => (Number.isInteger(value) ? value : value.toFixed(1));
    const which = bar && (bar.to - bar.from > 1 ? `passes ${bar.from + 1} to ${bar.to}` : `pass ${bar.to}`);
    this.find(".pass").textContent = bar ? `${which}: ${number(bar.accepted)} of ${number(bar.drafted)} accepted` : "";
  }
}

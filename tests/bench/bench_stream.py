"""How far the screen lags behind a fast stream, and how soon Stop reaches the provider.

A provider double sends 30,000 tokens at 3,000 a second to the real app in Chromium. Provider,
app and browser share this machine and its clock. Run: python -m tests.bench.bench_stream
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

from playwright.sync_api import Page

from tests.browser.app_process import launch_browser, start_app
from tests.browser.playground import Playground
from tests.support.provider_server import ProviderServer
from tests.support.provider_wire import DONE, Answer, Event, Paced, chunk_event

TOKENS = 30_000
TOKENS_PER_S = 3_000
ROUNDS = 3
SOURCE = "".join(f"line {number} holds some words\n" for number in range(TOKENS // 5))

# Resolves when a run that starts from now on has ended, with the browser's clock and the length of
# the text on the page. Set up before the run, which a busy machine may end before we look again.
_WATCH = """
(state) => {
  const region = state.closest("section");
  let hasRun = false;
  window.finished = new Promise((resolve) => new MutationObserver(() => {
    if (state.textContent === "Running") { hasRun = true; return; }
    if (!hasRun) return;
    const length = region.querySelector('[data-role="output-text"]').textContent.length;
    requestAnimationFrame(() => resolve([Date.now() / 1000, length]));
  }).observe(state, { childList: true, characterData: true, subtree: true }));
}
"""
# The longest time between two frames: how long the page could not react.
_GAPS = """
() => {
  window.longestGap = 0; let last = performance.now();
  const look = (now) => {
    window.longestGap = Math.max(window.longestGap, now - last); last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
"""


class Sender:
    """The provider's side: what it sent and when it had sent the last token."""

    def __init__(self) -> None:
        self.ended_at = 0.0
        self.characters = 0

    def answer(self, _: Mapping[str, Any]) -> Answer:
        end = chunk_event(finish_reason="stop")
        return Answer((Paced(self._events(), TOKENS_PER_S), Event(end), DONE))

    def _events(self) -> Iterator[object]:
        words = SOURCE.replace("some", "many").split(" ")
        self.characters = 0
        for number in range(TOKENS):
            text = words[number % len(words)] + " "
            self.characters += len(text)
            yield chunk_event(text)
        self.ended_at = time.time()


def measure_lag(playground: Playground, sender: Sender) -> tuple[float, float, bool]:
    """Return the screen's lag in s, the longest gap between frames in s, and completeness."""
    page: Page = playground.page
    page.evaluate(_GAPS)
    playground.state.evaluate(_WATCH)
    playground.press_run()
    shown_at, length = page.evaluate("() => window.finished")
    gap_s = page.evaluate("() => window.longestGap") / 1000
    return shown_at - sender.ended_at, gap_s, length == sender.characters


def measure_stop(playground: Playground, server: ProviderServer) -> float:
    """Return the time in s from pressing Stop to the provider seeing the connection close."""
    playground.press_run()
    playground.wait_for("Running")
    playground.page.wait_for_timeout(1500)
    request = server.requests[-1]
    button = playground.output.get_by_role("button", name="Stop")
    pressed_at = perf_counter()
    button.dispatch_event("click")
    request.left.wait(10)
    playground.wait_for("Stopped")
    return (request.left_at or float("inf")) - pressed_at


def main() -> None:
    """Print the table."""
    sender = Sender()
    with (
        ProviderServer({"bench": sender.answer}) as server,
        tempfile.TemporaryDirectory() as folder,
        start_app(
            Path(folder),
            "app.py",
            {"COMPATIBLE_BASE_URL": server.base_url, "COMPATIBLE_MODELS": "bench"},
        ) as url,
        launch_browser() as browser,
    ):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        playground = Playground(page, url)
        playground.open()
        playground.choose("Provider", "Compatible server")
        playground.fill("Source text", SOURCE)
        lags = [measure_lag(playground, sender) for _ in range(ROUNDS)]
        stops = [measure_stop(playground, server) for _ in range(ROUNDS)]
    print(f"{TOKENS:,} tokens at {TOKENS_PER_S:,}/s, diff against {len(SOURCE):,} characters")
    print(f"{'':34}{'min':>8}{'median':>8}{'max':>8}   n={ROUNDS}")
    _print_row("screen complete after the end, s", [lag for lag, _, _ in lags])
    _print_row("longest gap between frames, s", [gap for _, gap, _ in lags])
    _print_row("Stop to provider's disconnect, s", stops)
    print(f"complete on screen: {sum(complete for _, _, complete in lags)} of {ROUNDS}")


def _print_row(name: str, values: list[float]) -> None:
    middle = statistics.median(values)
    print(f"{name:34}{min(values):8.3f}{middle:8.3f}{max(values):8.3f}")


if __name__ == "__main__":
    main()

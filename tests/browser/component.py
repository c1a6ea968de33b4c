"""The live output in a page of its own: the component's files, without Streamlit or a server."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Locator, Page

from lib.domain import Outcome, RunResult, RunSettings, StreamTiming
from lib.ui.components.live_output import read_files
from lib.web.live import Frame, make_final_frame

_MOUNT = """
async ([html, css, js]) => {
  document.body.innerHTML = "<div id=host></div>";
  const host = document.getElementById("host").attachShadow({ mode: "open" });
  host.innerHTML = `<style>${css}</style>${html}`;
  const exposed = ";Object.assign(window, { markPieces, makeRows, makePairs, makePatch });";
  const address = URL.createObjectURL(new Blob([js + exposed], { type: "text/javascript" }));
  const { default: mount } = await import(address);
  window.triggers = [];
  window.update = (data) => mount({
    parentElement: host, data, setTriggerValue: (...trigger) => window.triggers.push(trigger),
  });
  Object.defineProperty(navigator, "clipboard", {
    value: { writeText: async (text) => { window.copied = text; } },
  });
}
"""


def make_frame(source: str, text: str, outcome: Outcome = Outcome.COMPLETED) -> Frame:
    """The last frame of a finished run."""
    result = RunResult(
        run_id="r",
        settings=RunSettings(provider="local", model="m", source=source, instructions="i"),
        started_at=datetime(2026, 1, 1, tzinfo=UTC),
        outcome=outcome,
        text=text,
        timing=StreamTiming(),
    )
    return make_final_frame(result) | {"source": source, "whole": True}


class Component:
    """Shows frames as the page would, and finds what a user sees."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.evaluate(_MOUNT, list(read_files()))
        self.region = page.get_by_role("region", name="Output")
        self.body = self.region.locator(".body")
        self.rows = self.region.locator(".view:not([hidden]) .row")
        self.changes = self.region.locator(".changes")

    def show(self, frame: Frame, run_id: str = "r") -> None:
        data = {"run": {"id": run_id, "token": "t"}, "transport": "poll"}
        self.page.evaluate("data => window.update(data)", data | {"frame": frame})
        status = self.region.get_by_role("status").filter(has_text=frame["status"])
        status.wait_for()

    def open(self, view: str) -> None:
        self.region.get_by_role("tab", name=view).click()

    def button(self, name: str) -> Locator:
        return self.region.get_by_role("button", name=name, exact=True)

    def evaluate(self, expression: str, argument: object) -> Any:
        return self.page.evaluate(expression, argument)

"""The pages of experiments as a user sees them: by labels and roles, not by how they are built."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.playground import FIRST_MODEL, PATIENCE_MS

LONG_MS = 5 * PATIENCE_MS
"""For a whole experiment on a loaded machine."""
_ROW_PX = 35
EXPORTS = ("Experiment (YAML)", "Trials (JSONL)", "Result (JSON)")


class ExperimentPage:
    """Drives /experiments and /reproducibility."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.main = page.get_by_test_id("stMain")

    def open(self, path: str) -> None:
        self.page.goto(f"{self.url}{path}")
        expect(self.page.get_by_role("button", name="Start Shortcut")).to_be_visible(
            timeout=PATIENCE_MS
        )

    def choose(self, select: str, option: str) -> None:
        self.page.get_by_role("combobox", name=select).click()
        self.page.keyboard.type(option)
        self.page.get_by_role("option", name=option, exact=True).click()

    def use_compatible_model(self, model: str) -> None:
        self.choose("Provider", "Compatible server")
        box = self.page.get_by_role("combobox", name="Model")
        expect(box).to_have_value(FIRST_MODEL, timeout=PATIENCE_MS)
        if model != FIRST_MODEL:
            self.choose("Model", model)
        expect(box).to_have_value(model, timeout=PATIENCE_MS)

    def press(self, name: str) -> None:
        self.main.get_by_role("button", name=name).click()

    def start_file(self, path: Path) -> None:
        """Open an experiment file and start it."""
        self.main.get_by_text("Open a file", exact=True).click()
        self.main.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(path)
        self.press("Start this file")

    def open_latest(self) -> None:
        """Choose the first row of the earlier ones; a table's cells are drawn, not elements."""
        table = self.main.get_by_test_id("stDataFrame").last
        table.scroll_into_view_if_needed(timeout=PATIENCE_MS)
        box = table.bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + 15, box["y"] + 1.5 * _ROW_PX)

    def wait_for_words(self, words: str) -> None:
        expect(self.main.get_by_text(words).first).to_be_visible(timeout=PATIENCE_MS)

    def wait_until_ended(self, num_trials: int) -> None:
        expect(self.main.get_by_text(f"All {num_trials} trials")).to_be_visible(timeout=LONG_MS)

    def download(self, name: str) -> str:
        with self.page.expect_download(timeout=PATIENCE_MS) as waiting:
            self.press(name)
        return Path(waiting.value.path()).read_text(encoding="utf-8")

    def count_charts(self) -> int:
        return self.main.get_by_test_id("stPlotlyChart").count()


def write_experiment(path: Path, model: str, *, words: int = 120, repetitions: int = 3) -> Path:
    """Write an experiment file of two short texts, with and without the source as prediction."""
    cases = [
        {"id": name, "source": f"{name} " * words, "instruction": "Repeat the text."}
        for name in ("alpha", "beta")
    ]
    document = {
        "name": f"Two texts, {model}",
        "provider": "compatible",
        "model": model,
        "cases": cases,
        "arms": [
            {"name": "without", "prediction": "none"},
            {"name": "with", "prediction": "source"},
        ],
        "repetitions": repetitions,
        "warmup": 1,
    }
    # What is JSON is YAML.
    path.write_text(json.dumps(document), encoding="utf-8")
    return path

"""One reader's view of one run, as frames for the browser.

Invariant: frames are plain data; the text in them is hostile and is only ever painted as text.
A reader that starts late, or again, gets everything in its first frame.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lib.analysis.diff import LiveDiff, Piece, PieceKind, compare_texts
from lib.analysis.quantities import format_seconds
from lib.domain import Outcome, RunResult
from lib.running import Run, RunSnapshot
from lib.web.base import Base, source_of
from lib.web.trace import TraceFollower, make_trace_part

Frame = dict[str, Any]
"""JSON for `live_output.js`.

Always: `status` (a state of the contract), `phase` (a sentence), `phase_elapsed_s`, `text` (what is
new in the answer), `keep` and `pieces` (the diff: drop all but the first `keep` pieces, then
append), `reached` (UTF-16 units of the source that the diff has consumed; the rest is pending),
`provisional` (end of the answer not yet in the diff), `trace` (a `TracePart`), `final`.
First frame: `source`, the text that the answer is compared with. Last frame: `base` (what that text
is), `changes`, `simplified`, `error` and `warning` if any, and what a reader may look past, as
indices of pieces: `line_ends`, `blanks`, `wrapper`; `moves` as pairs of indices; `notes` in
sentences.
A whole frame (`whole`, `source`) holds all of the text and of the diff, whatever came before.
"""

_ENDS_WITH_TEXT = {
    Outcome.COMPLETED: "Finished in {latency}.",
    Outcome.STOPPED: "Stopped, {characters} characters kept.",
    Outcome.TRUNCATED: "Incomplete, {characters} characters kept.",
    Outcome.FAILED: "Failed, {characters} characters kept.",
}
_ENDS_WITHOUT_TEXT = {
    Outcome.COMPLETED: "Finished without any text.",
    Outcome.STOPPED: "Stopped before any text came.",
    Outcome.TRUNCATED: "Ended before any text came.",
    Outcome.FAILED: "Failed before any text came.",
}


class LiveView:
    """Turns what a run has said since the last look into the next frame. Used by one reader."""

    def __init__(self, run: Run, base: Base | None = None) -> None:
        """`base`: what the answer is compared with; the source text unless said otherwise."""
        self.run_id = run.run_id
        self.base = base or source_of(run.settings)
        self._run = run
        self._diff = LiveDiff(self.base.text)
        self._trace = TraceFollower(run.settings)
        self._offset = 0
        self._num_pieces = 0
        self._version = -1
        self._started = False
        self._told_end = False
        self._final: Frame | None = None
        self.is_final = False

    def next_frame(self) -> Frame | None:
        """Return what changed since the last call, or None. Costs as much as what is new."""
        snapshot = self._run.snapshot()
        is_news = snapshot.version != self._version or self._told_end
        if self.is_final or not is_news:
            return None
        self._version = snapshot.version
        result = self._run.result
        if result is not None and self._told_end:
            frame = self._final_frame(result) | {"warning": snapshot.warning}
        else:
            # The last words and the outcome go out before the final diff is computed.
            frame = self._running_frame(snapshot, result)
            self._told_end = result is not None
        if not self._started:
            frame["source"] = self.base.text
            self._started = True
        return frame

    def whole_frame(self) -> Frame:
        """Return all there is, for a reader that polls and may miss frames. O(answer)."""
        self.next_frame()
        result = self._run.result
        if result is not None:
            self.is_final = True
            # Asked for again at every rerun: computed once, and passed on as a copy.
            self._final = self._final or make_final_frame(result, self.base)
            frame = self._final
        else:
            frame = self._running_frame(self._run.snapshot(), None)
            pieces = self._diff.pieces
            if pieces and pieces[-1].kind is PieceKind.PENDING:
                pieces = pieces[:-1]
            frame |= {
                "text": self._run.text_from(0),
                "keep": 0,
                "pieces": _pairs(pieces),
                "trace": self._trace.whole(),
            }
        return frame | {"whole": True, "source": self.base.text}

    def _running_frame(self, snapshot: RunSnapshot, result: RunResult | None) -> Frame:
        new = self._run.chunks_from(self._num_pieces)
        self._num_pieces += len(new)
        text = "".join(piece for piece, _ in new)
        self._offset += len(text)
        update = self._diff.feed(text)
        return {
            "status": result.outcome.value.capitalize() if result else "Running",
            "phase": describe_end(result) if result else snapshot.phase,
            "phase_elapsed_s": snapshot.phase_elapsed_s,
            "text": text,
            "keep": update.keep,
            "pieces": _pairs(update.pieces),
            "reached": update.source_reached_utf16,
            "provisional": update.provisional,
            "trace": self._trace.follow(new),
            "final": False,
        }

    def _final_frame(self, result: RunResult) -> Frame:
        self.is_final = True
        frame = make_final_frame(result, self.base)
        frame["text"] = result.text[self._offset :]
        return frame


def make_final_frame(result: RunResult, base: Base | None = None) -> Frame:
    """Return the one frame that shows a finished run whole (`source` is not in it)."""
    base = base or source_of(result.settings)
    is_whole = result.outcome is Outcome.COMPLETED
    comparison = compare_texts(base.text, result.text, is_whole=is_whole, name=base.name)
    diff = comparison.diff
    frame: Frame = {
        "status": result.outcome.value.capitalize(),
        "phase": describe_end(result),
        "phase_elapsed_s": 0.0,
        "text": result.text,
        "keep": 0,
        "pieces": _pairs(diff.pieces),
        "reached": len(base.text.encode("utf-16-le", "surrogatepass")) // 2,
        "provisional": "",
        "trace": make_trace_part(result),
        "final": True,
        "base": base.name,
        "changes": diff.num_changes,
        "simplified": diff.simplified,
        "line_ends": comparison.line_ends,
        "blanks": comparison.blanks,
        "wrapper": comparison.wrapper,
        "moves": [(move.deleted, move.inserted) for move in comparison.moves],
        "notes": comparison.notes,
    }
    if result.error is not None:
        frame["error"] = {
            "message": result.error.message,
            "next_step": result.error.next_step,
            "provider_message": result.error.provider_message,
            "request_id": result.error.request_id,
        }
    return frame


def describe_end(result: RunResult) -> str:
    """Return how a run ended, in one sentence."""
    latency_s = result.timing.latency_s
    if latency_s is None:
        return _ENDS_WITHOUT_TEXT[result.outcome]
    return _ENDS_WITH_TEXT[result.outcome].format(
        latency=format_seconds(latency_s), characters=f"{len(result.text):,}"
    )


def _pairs(pieces: Iterable[Piece]) -> list[tuple[str, str]]:
    return [(piece.kind.value, piece.text) for piece in pieces]

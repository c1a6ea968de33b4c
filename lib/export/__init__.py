"""From a run to code that anybody can run. Invariant: no secret is ever in the code."""

from lib.export.code import CodeLanguage, list_languages, write_code
from lib.export.literals import write_readable_json
from lib.export.target import ExportTarget, make_target

__all__ = [
    "CodeLanguage",
    "ExportTarget",
    "list_languages",
    "make_target",
    "write_code",
    "write_readable_json",
]

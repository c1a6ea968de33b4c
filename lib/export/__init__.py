"""From a run to code that anybody can run. Invariant: no secret is ever in the code."""

from lib.export.code import CodeLanguage, ExportTarget, list_languages, write_code

__all__ = ["CodeLanguage", "ExportTarget", "list_languages", "write_code"]

"""Edits of SQL statements: columns, order, limit, conditions.

Invariant: query or table and edit are made together, so there is one statement to speak of.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text

_ADD_COLUMN = Phrases(
    "add a column {new} after {near}",
    "add the column {new} after {near}",
    "add {new} after {near}",
    "insert a column {new} right after {near}",
    "after {near}, add the column {new}",
    "add a new column {new} below {near}",
    "put the column {new} behind {near}",
    "the table needs a column {new} after {near}, add it",
    "insert {new} after the column {near}",
    "extend the table with {new}, after {near}",
    casual=("{new} is missing after {near}.", "one more column right after {near}: {new}.",
            "first {near}, then {new}, the rest as it is.",
            "we want to store that too, so {new} as a column behind {near}.",
            "Could the table have {new}, directly after {near}?"),
)  # fmt: skip
_REMOVE_COLUMN = Phrases(
    "remove the column {old}",
    "drop the column {old}",
    "delete the {old} column",
    "remove {old}",
    "remove {old} from the columns",
    "take out the column {old}",
    "delete {old}",
    "get rid of the {old} column",
    "leave out the column {old}",
    "we don't need {old} any more, remove it",
    casual=("no {old} column, please.", "nobody uses {old}, that column can go.",
            "it's fine, but without the column {old}.", "Why is the column {old} there? Out!",
            "one column too many: {old}."),
)  # fmt: skip
_ORDER = Phrases(
    "order by {new} instead of {old}",
    "sort by {new} instead of {old}",
    "change the order to {new}",
    "sort the result by {new}",
    "order the rows by {new}",
    "change ORDER BY to {new}",
    "let it be sorted by {new}",
    "use {new} for the ordering",
    "The result should be ordered by {new}.",
    "replace the sort order with {new}",
    casual=("{old} is no good for the order, {new} is.",
            "{new} decides on the order now, not {old}.",
            "Why is it ordered by {old}? I need {new}!", "ORDER BY {new}, no longer {old}.",
            "I'd rather have the rows sorted by {new}."),
)  # fmt: skip
_LIMIT = Phrases(
    "change the limit to {new}",
    "change the limit from {old} to {new}",
    "limit the result to {new} rows",
    "set the limit to {new}",
    "return {new} rows instead of {old}",
    "use a limit of {new}",
    "show only {new} rows",
    "raise or lower the limit to {new}",
    "the limit should be {new}, not {old}",
    "make the LIMIT {new}",
    casual=("{new} rows, not {old}.", "{old} rows is not what I want, it should be {new}.",
            "LIMIT {new}, please.", "we only have room for {new} rows.",
            "why {old}? The limit is {new}!"),
)  # fmt: skip
_ADD_LIMIT = Phrases(
    "add a limit of {new}",
    "limit the result to {new} rows",
    "add LIMIT {new} at the end",
    "return at most {new} rows",
    "put a limit of {new} at the end",
    casual=("no more than {new} rows, please.", "I only need {new} rows of that.",
            "it returns everything, LIMIT {new} would do."),
)  # fmt: skip
_WHERE = Phrases(
    "change the condition to {new}",
    "replace the condition {old} with {new}",
    "filter by {new} instead of {old}",
    "change the WHERE clause to {new}",
    "use {new} in the WHERE clause",
    "the condition should be {new}",
    "select the rows where {new} instead",
    "let the WHERE clause be {new}",
    "change {old} to {new}",
    "the filter should be {new} and not {old}",
    casual=("not {old} but {new}.", "{old} -> {new}.",
            "the rows I want are those with {new}, no longer {old}.", "WHERE {new}, please.",
            "Who wrote {old}? The condition is {new}!"),
)  # fmt: skip
_AND = Phrases(
    "add the condition {new}",
    "add AND {new} to the condition",
    "also filter by {new}",
    "add {new} to the WHERE clause",
    "extend the WHERE clause with {new}",
    "add another condition: {new}",
    "add the condition {new} with AND",
    "require {new} too",
    "append AND {new} to the WHERE clause",
    "the rows should also satisfy {new}, add that",
    casual=("and {new}, too.", "too many rows, only those with {new} as well.",
            "one more condition: {new}.", "the WHERE lacks AND {new}.",
            "It also has to hold that {new}."),
)  # fmt: skip
_SELECT_MORE = Phrases(
    "also select {new}",
    "add {new} to the selected columns",
    "select {new} too",
    "add the column {new} at the end of the select list",
    "add {new} as the last selected column",
    "return {new} as well",
    "include {new} in the select list, at the end",
    "append {new} to the columns",
    "add {new} after the last selected column",
    "let the query return {new}, too",
    casual=("{new} as well, last column please.", "one more column: {new}, at the end.",
            "the result lacks {new}, it comes last.",
            "Why is {new} not selected? Behind the other columns, please.",
            "I need to see {new} too, after all the rest."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Query:
    columns: tuple[str, ...]
    table: str
    where: tuple[str, ...]
    order: str
    limit: str
    is_lower: bool

    def write(self) -> str:
        first, *more = self.where
        lines = [f"{self._key('SELECT')} {', '.join(self.columns)}"]
        lines += [f"{self._key('FROM')} {self.table}", f"{self._key('WHERE')} {first}"]
        lines += [f"  {self._key('AND')} {condition}" for condition in more]
        if self.order:
            lines.append(f"{self._key('ORDER BY')} {self.spell(self.order)}")
        if self.limit:
            lines.append(f"{self._key('LIMIT')} {self.limit}")
        return "\n".join(lines) + ";"

    def _key(self, word: str) -> str:
        return word.lower() if self.is_lower else word

    def spell(self, order: str) -> str:
        """Return an order with its direction in the query's case."""
        return order.replace("DESC", self._key("DESC")).replace("ASC", self._key("ASC"))


def _condition(slots: Slots) -> str:
    slots.forget()
    return slots.fill(
        slots.random.choice(
            ("~field~ > ~n~", "~field~ = '~word~'", "~item~_id = ~n~", "~field~ <= ~n~",
             "~field~ <> '~word~'", "created_at > '~date~'")
        )
    )  # fmt: skip


def edit_query(context: Context) -> Edit | None:
    """Change one clause of a query."""
    random, slots = context.random, Slots(context.random)
    names = [slots.value("field", str(i)) for i in range(random.randrange(2, 7))]
    query = _Query(
        columns=("id", *names[:-1]) if context.chance(0.5) else tuple(names[:-1]),
        table=slots.value("items"),
        where=tuple(_condition(slots) for _ in range(random.choice((1, 1, 1, 2, 3)))),
        order=names[0] + random.choice(("", "", " DESC", " ASC")) if context.chance(0.7) else "",
        limit=slots.value("n") if context.chance(0.6) else "",
        is_lower=context.chance(0.25),
    )
    kind = random.choice(("order", "limit", "where", "and", "select", "unselect"))
    if kind in ("order", "limit", "where"):
        made = _change_clause(context, slots, query, kind, names[-1])
    else:
        made = _change_parts(context, slots, query, kind, names[-1])
    if made is None:
        return None
    request, changed = made
    return _made(context, f"{kind} of query", request, query.write(), changed.write())


def _change_clause(
    context: Context, slots: Slots, query: _Query, kind: str, name: str
) -> tuple[str, _Query] | None:
    """Change what a clause says."""
    coded = context.coded
    if kind == "order":
        new = name + context.random.choice(("", " DESC", " DESC"))
        if not query.order:
            return None
        if query.order.split()[-1] in ("DESC", "ASC") and " " not in new:
            return None  # whether the direction stays would be a guess
        shown = query.spell(new)
        request = context.say(_ORDER, old=coded(query.order.split()[0]), new=coded(shown))
        return request, replace(query, order=new)
    if kind == "limit":
        new = slots.value("n", "9")
        phrases = _LIMIT if query.limit else _ADD_LIMIT
        return context.say(phrases, old=query.limit, new=new), replace(query, limit=new)
    new = _condition(slots)
    if len(query.where) > 1:
        return None
    request = context.say(_WHERE, old=coded(query.where[0]), new=coded(new))
    return request, replace(query, where=(new,))


def _change_parts(
    context: Context, slots: Slots, query: _Query, kind: str, name: str
) -> tuple[str, _Query] | None:
    """Add a condition or a column, or remove a column."""
    coded = context.coded
    if kind == "and":
        new = _condition(slots)
        request = context.say(_AND, new=coded(new))
        if len(query.where) == 1 and len(query.write()) < 60:
            return None
        return request, replace(query, where=(*query.where, new))
    if kind == "select":
        request = context.say(_SELECT_MORE, new=coded(name))
        return request, replace(query, columns=(*query.columns, name))
    old = context.random.choice(query.columns)
    if len(query.columns) < 2 or query.order.startswith(old):
        return None
    request = context.say(_REMOVE_COLUMN, old=coded(old))
    return request, replace(query, columns=tuple(c for c in query.columns if c != old))


def edit_table(context: Context) -> Edit | None:
    """Add a column to a table at a told place, or remove one."""
    random, slots = context.random, Slots(context.random)
    types = ("INTEGER", "TEXT", "TEXT NOT NULL", "DATE", "NUMERIC(10, 2)", "BOOLEAN DEFAULT FALSE",
             "VARCHAR(~n~)", "TIMESTAMP NOT NULL", "INTEGER NOT NULL DEFAULT 0")  # fmt: skip
    count = max(3, min(14, round(context.size / 28)))
    names = [slots.value("field", str(i)) for i in range(count)]
    columns = [f"{name} {slots.fill(random.choice(types))}" for name in names]
    columns.insert(0, random.choice(("id INTEGER PRIMARY KEY", "id SERIAL PRIMARY KEY")))
    place = random.randrange(2, len(columns))
    is_new = context.chance(0.6)
    table, indent = slots.value("items"), random.choice(("  ", "  ", "    "))
    head = random.choice(("CREATE TABLE {0} (", "CREATE TABLE IF NOT EXISTS {0} (")).format(table)

    def write(chosen: list[str]) -> str:
        return "\n".join([head, ",\n".join(indent + column for column in chosen), ");"])

    others = columns[:place] + columns[place + 1 :]
    column = columns[place]
    if is_new:
        near = columns[place - 1].split()[0]
        request = context.say(_ADD_COLUMN, new=context.coded(column), near=context.coded(near))
        return _made(context, "add column", request, write(others), write(columns))
    request = context.say(_REMOVE_COLUMN, old=context.coded(column.split()[0]))
    return _made(context, "remove column", request, write(columns), write(others))


def _made(context: Context, kind: str, request: str, source: str, answer: str) -> Edit:
    text = Text(body=source, language="sql", noun=context.random.choice(DOCUMENT_NAMES["sql"]))
    return Edit(kind=kind, request=request, text=text, answer=answer)

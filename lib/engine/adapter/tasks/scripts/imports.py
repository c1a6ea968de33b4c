"""Imports, and code below them that uses some of what they bring.

Invariant: no two imports of a module have the same path, and no name is brought twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.scripts.function_patterns import PLAIN, SHORT
from lib.engine.adapter.tasks.scripts.functions import draw_function
from lib.engine.adapter.tasks.scripts.writing import fill, has_word
from lib.engine.adapter.tasks.slots import Slots

_IMPORTED = (
    ("react", "useState useEffect useMemo useRef useCallback useContext useReducer memo"),
    ("lodash", "debounce throttle groupBy sortBy uniq chunk omit pick"),
    ("date-fns", "format addDays parseISO isBefore differenceInDays subWeeks"),
    ("fs/promises", "readFile writeFile mkdir readdir unlink stat"),
    ("path", "join resolve basename extname dirname"),
    ("vue", "ref computed watch onMounted reactive provide inject"),
    ("react-router-dom", "Link useParams useNavigate Outlet NavLink useLocation"),
    ("zod", "z ZodError ZodSchema"),
    ("./utils", "formatPrice slugify clamp capitalize parseDate randomId"),
    ("../lib/api", "get~Item~ list~Items~ save~Item~ delete~Item~ update~Item~"),
    ("./components/~Item~", "~Item~Card ~Item~List ~Item~Form ~Item~Header"),
    ("@/store/~item~", "use~Item~Store select~Items~ reset~Item~ add~Item~"),
    ("./config", "API_URL PAGE_SIZE TIMEOUT DEBUG LOCALE"),
    ("./~other~Service", "create~Other~ find~Other~ remove~Other~ count~Others~"),
    ("vitest", "describe it expect beforeEach vi afterEach"),
    ("rxjs", "map filter switchMap tap catchError mergeMap"),
    ("crypto", "randomUUID createHash randomBytes timingSafeEqual"),
    ("@mui/material", "Button TextField Dialog Stack Box Typography"),
)
DEFAULT_IMPORTS = (
    ("express", "express"), ("axios", "axios"), ("clsx", "clsx"), ("./logger", "logger"),
    ("dayjs", "dayjs"), ("../db", "db"), ("cors", "cors"), ("./App", "App"), ("fs", "fs"),
    ("./hooks/use~Other~", "use~Other~"), ("helmet", "helmet"), ("dotenv", "dotenv"),
    ("./~other~.json", "~other~Data"), ("./routes/~other~", "~other~Router"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Import:
    """One import of a default or of names, written with import or with require."""

    path: str
    default: str
    names: tuple[str, ...] = ()
    is_multiline: bool = False
    is_require: bool = False
    gap: str = " "
    """Between the braces and the names."""

    @property
    def brought(self) -> list[str]:
        """All names that it brings."""
        return [name for name in (self.default, *self.names) if name]

    def write(self) -> str:
        """Return the line or lines."""
        braces = f"{{{self.gap}{', '.join(self.names)}{self.gap}}}"
        if self.is_multiline:
            braces = "{\n" + "".join(f"  {name},\n" for name in self.names) + "}"
        if self.is_require:
            return f'const {self.default or braces} = require("{self.path}");'
        parts = [self.default] if self.default else []
        parts += [braces] if self.names else []
        return f'import {", ".join(parts)} from "{self.path}";'


def draw_imports(
    context: Context, slots: Slots, *, is_typed: bool
) -> tuple[list[Import], dict[str, list[str]]]:
    """Return some imports, and of each path the names that are not imported."""
    random = context.random
    count = random.randrange(1, 3 + min(3, context.size // 200))
    is_require, gap = not is_typed and context.chance(0.2), random.choice((" ", " ", " ", ""))
    imports, unused = [], {}
    for path, names in random.sample(_IMPORTED, count):
        known = slots.fill(names).split()
        chosen = random.sample(known, min(len(known), random.randrange(1, 5)))
        path = slots.fill(path)
        unused[path] = [name for name in known if name not in chosen]
        imports.append(Import(
            path, "", tuple(chosen), len(chosen) > 2 and not is_require and context.chance(0.25),
            is_require, gap,
        ))  # fmt: skip
    for path, name in random.sample(DEFAULT_IMPORTS, random.randrange(3)):
        new = Import(slots.fill(path), slots.fill(name), is_require=is_require)
        imports.insert(random.randrange(len(imports) + 1), new)
    everything = [name for one in imports for name in one.brought]
    free = {path: [one for one in left if one not in everything] for path, left in unused.items()}
    return imports, free


def draw_rest(context: Context, slots: Slots, imports: list[Import], *, is_typed: bool) -> str:
    """Return code below the imports that uses some of the names."""
    random, lines = context.random, list[str]()
    names = [name for one in imports for name in one.brought]
    for name in random.sample(names, min(len(names), random.randrange(1, 4))):
        if name[0].isupper():
            lines.append(f'console.log("~word{len(lines) + 2}~", {name});')
        else:
            lines.append(f"const ~word{len(lines) + 2}~ = {name}(~item~);")
    head = "function ~verb~~Item~<View|Page|Panel>(~item~) {"
    if not imports[0].is_require:
        head = random.choice((head, f"export {head}", "export default function main(~item~) {"))
    blocks = [fill(slots, "\n  ".join((head, *lines)) + "\n}")]
    for _ in range(context.size // 350):
        slots.forget()
        function = draw_function(slots, SHORT + PLAIN, is_typed=is_typed)
        taken = [*blocks, *(one.write() for one in imports)]
        if not any(has_word(block, function.name) for block in taken):
            blocks.append(function.write())
    return "\n\n".join(blocks)

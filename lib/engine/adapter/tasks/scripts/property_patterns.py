"""Uses of a property: in classes, and in code around objects.

Invariant: words only; ¤ is the property, § its type, ~p~ another property, ¶ the property's name
in a string, which stays.
"""

from __future__ import annotations

CLASS_METHODS = r"""
describe()‹: string› {
  return `${this.¤} (${this.~p~})`;
}

update({ ¤, ~p~ }‹: Partial<~Item~>›) {
  this.¤ = ¤;
  this.~p~ = ~p~;
}

toJSON() {
  return { ¤: this.¤, ~p~: this.~p~ };
}

isLike(other‹: ~Item~›)‹: boolean› {
  return this.¤ === other.¤;
}

static from(data‹: ~Item~Data›)‹: ~Item~› {
  return new ~Item~(data.¤, data.~p~);
}

print()‹: void› {
  console.log("~Item~:", this.¤);
}

copy()‹: ~Item~› {
  return new ~Item~(this.¤, this.~p~);
}

isValid()‹: boolean› {
  return Boolean(this.¤) && this.~p~ !== null;
}
"""

OBJECT_USES = r"""
function sort~Items~(~items~‹: ~Item~[]›) {
  return [...~items~].sort((a, b) => (a.¤ > b.¤ ? 1 : -1));
}

const labels = ~items~.map(({ ¤, ~p~ }) => `${¤}: ${~p~}`);

function ~Item~Card({ ¤, ~p~ }‹: ~Item~Props›) {
  return (
    <li>
      <strong>{¤}</strong>
      <span>{~p~}</span>
    </li>
  );
}

const ~Item~Row = ({ ~item~ }‹: { ~item~: ~Item~ }›) => (
  <tr>
    <td>{~item~.~p~}</td>
    <td>{~item~.¤}</td>
  </tr>
);

function reducer(state‹: State›, action‹: Action›) {
  switch (action.type) {
    case "~word~":
      return { ...state, ¤: action.¤ };
    case "reset":
      return { ...state, ¤: null, ~p~: null };
    default:
      return state;
  }
}

const { ¤, ~p~ } = ~item~;
console.log(¤, ~p~);

export function validate(~item~‹: ~Item~›) {
  if (!~item~.¤) {
    throw new Error("The ¶ is missing");
  }
  return ~item~.~p~ < ~n~;
}

for (const { ¤ } of ~items~) {
  console.log("~word2~", ¤);
}

const byKey = new Map(~items~.map((~item~) => [~item~.¤, ~item~.~p~]));

function update~Item~(~item~‹: ~Item~›, changes‹: Partial<~Item~>›) {
  ~item~.¤ = changes.¤ ?? ~item~.¤;
  ~item~.~p~ = changes.~p~;
  return ~item~;
}

async function load~Items~() {
  const response = await fetch("/api/~items~");
  const rows = await response.json();
  return rows.map((row‹: Row›) => ({ ¤: row.¤, ~p~: row.~p~ }));
}

const chosen = ~items~.filter((~item~) => ~item~.¤ !== ~value~);

const first = ~items~[0];
console.log(`~Word~: ${first.¤} / ${first.~p~}`);

const [form, setForm] = useState({ ¤: ~empty~, ~p~: "" });

<~Item~Card ¤={~item~.¤} ~p~={~item~.~p~} />

app.post("/~items~", async (req, res) => {
  const { ¤, ~p~ } = req.body;
  const ~item~ = await ~Item~Model.create({ ¤, ~p~ });
  res.status(201).json(~item~);
});

test("keeps the ¶", () => {
  const ~item~ = parse~Item~(sample);
  expect(~item~.¤).toBe(~value~);
  expect(~item~.~p~).toBeDefined();
});

const ~items~List = [
  { ¤: ~value~, ~p~: "~word3~" },
  { ¤: ~value~, ~p~: "~word4~" },
];

const found = ~items~.find((~item~) => ~item~.¤ === query);

async function save~Item~(~item~‹: ~Item~›) {
  const { ¤, ...rest } = ~item~;
  await db.~items~.update({ where: { id: ~item~.id }, data: { ¤, ...rest } });
}

element.dataset.id = ~item~.id;
element.textContent = `${~item~.¤} - ${~item~.~p~}`;

const groups = ~items~.reduce((all, { ¤ }) => {
  all[¤] = (all[¤] ?? 0) + 1;
  return all;
}, {}‹ as Record<string, number>›);

if (~item~.¤ && ~item~.~p~) {
  log("~word2~", ~item~.¤);
}

const copy = { ...~item~, ¤: ~value~ };

export const select~Item~ = (state‹: State›) => ({
  ¤: state.~item~.¤,
  ~p~: state.~item~.~p~,
});

const columns = ~items~.map((~item~) => [~item~.id, ~item~.¤, ~item~.~p~].join(";"));
"""

PROPERTIES = (
    ("title", "label heading headline", "string", "subtitle titleColor titleCase"),
    ("name", "label fullName displayName", "string", "nickname username nameLength"),
    ("price", "cost amount fee", "number", "priceLabel oldprice priceGroup"),
    ("count", "quantity total amount", "number", "account discount countLimit"),
    ("size", "width volume capacity", "number", "sizeUnit resized maxsize"),
    ("date", "day createdAt startDay", "string", "updated dateFormat updatedBy"),
    ("text", "content body message", "string", "context textColor subtext"),
    ("author", "writer creator editor", "string", "authorId coauthor authority"),
    ("age", "years seniority", "number", "page image ageGroup"),
    ("rate", "score rating factor", "number", "rateLimit separate rateUnit"),
    ("user", "owner member customer", "string", "userId superuser userRole"),
    ("email", "address contact mail", "string", "emailVerified emailCount"),
    ("status", "state phase stage", "string", "statusCode statusColor"),
    ("color", "tint shade paint", "string", "colorScheme colorIndex"),
    ("key", "code slug token", "string", "keyCount hotkey monkey"),
    ("rank", "position place order", "number", "rankings rankLabel"),
    ("tag", "topic category kind", "string", "stage tagCount hashtag"),
    ("time", "duration minutes start", "number", "timeZone overtime timeout"),
)
"""A property, what it may be called instead, its type, and names that only contain it."""

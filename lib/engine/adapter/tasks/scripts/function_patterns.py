"""Functions of JavaScript and TypeScript: a head with types, then the body.

Invariant: words only; each head has the form `name(params): result`, and calls that one may wait
for stand between « and », what is written in TypeScript only between ‹ and ›.
"""

from __future__ import annotations

CALLING = r"""
<load|fetch|get|read>~Item~(id: string): ~Item~
const response = «fetch(`/api/~items~/${id}`)»;
return «response.json()»;

<list|search|query>~Items~(page: number, size = ~n~): ~Item~[]
const url = `${API_URL}/~items~?page=${page}&size=${size}`;
const response = «fetch(url)»;
if (!response.ok) {
  throw new Error(`Status ${response.status}`);
}
return «response.json()»;

<save|store|create|publish>~Item~(~item~: ~Item~): void
validate(~item~);
«api.post("/~items~", ~item~)»;
notify("~Item~ saved");

<delete|remove|discard>~Item~(id: number): boolean
const ~item~ = «db.~items~.findById(id)»;
if (!~item~) return false;
«db.~items~.remove(id)»;
return true;

count~Items~<|ByOwner|ForReport>(~field~: string): number
const found = «db.query("SELECT id FROM ~items~ WHERE ~field~ = ?", [~field~])»;
return found.length;

<export|dump|archive>~Items~(path: string): void
const ~items~ = «~item~Store.list()»;
const lines = ~items~.map((~item~) => `${~item~.id};${~item~.~field~}`);
«writeFile(path, lines.join("\n"))»;

send~Item~<Mail|Reminder|Invitation>(address: string, subject: string): boolean
const html = «renderTemplate("~item~", { subject })»;
const result = «mailer.send({ to: address, subject, html })»;
return result.accepted.length > 0;

handle~Item~<Submit|Change|Drop>(event: Event): void
event.preventDefault();
const data = «readForm(event.target)»;
«submit~Item~(data)»;
showMessage("~msg~");

read~Item~<Settings|Config|Options>(file: string): Settings
const text = «readFile(file, "utf8")»;
const settings = JSON.parse(text);
return { ...defaults, ...settings };

<login|signIn|authenticate>(email: string, password: string): User
const user = «users.findByEmail(email)»;
const isValid = «checkPassword(password, user.hash)»;
if (!isValid) {
  throw new Error("Wrong password");
}
return user;

<refresh|render|redraw>~Items~(): void
const ~items~ = «load~Items~()»;
list.innerHTML = "";
for (const ~item~ of ~items~) {
  list.append(create~Item~Row(~item~));
}

upload~Item~<|Image|Photo>(file: File): string
const form = new FormData();
form.append("file", file);
const answer = «axios.post("/upload/~items~", form)»;
return answer.data.url;

<sync|warm|import>~Items~(ids: string[]): void
for (const id of ids) {
  const ~item~ = «client.get(id)»;
  «cache.set(id, ~item~)»;
}

get~Item~<Total|Amount|Balance>(id: number): number
try {
  const ~item~ = «find~Item~(id)»;
  return ~item~.total;
} catch (error) {
  console.error(error);
  return 0;
}

<approve|reject|close|reopen>~Item~(id: string): ~Item~
const ~item~ = «repository.findOne(id)»;
~item~.status = "~word~";
~item~.updatedAt = new Date();
return «repository.save(~item~)»;

<run|schedule|measure>~Item~Job(): number
const start = Date.now();
«process~Items~(~n~)»;
const duration = Date.now() - start;
console.log(`Took ${duration} ms`);
return duration;

<translate|summarize|classify>(text: string, language = "en"): string
const reply = «client.complete({ model: "~word~-~digit~", text, language })»;
return reply.text.trim();

<connect|start|init>(port = ~port~): void
«database.connect(config.url)»;
server.listen(port);
console.log(`Listening on ${port}`);

<check|is>~Item~<Available|Free>(name: string): boolean
const taken = «names.has(name)»;
return !taken;
"""
"""Functions that call something one may wait for, between « and »."""

SHORT = r"""
<add|plus|addUp>(a: number, b: number): number
return a + b;

<get|format|build>~Item~Name(~item~: ~Item~): string
return `${~item~.firstName} ${~item~.lastName}`;

is~Adj~~Item~(~item~: ~Item~): boolean
return ~item~.~field~ > ~n~;

<square|double|half>(x: number): number
return x * ~digit~;

format<Price|Amount|Cost|Total>(value: number): string
return `$${value.toFixed(2)}`;

sum~Items~(~items~: ~Item~[]): number
return ~items~.reduce((sum, ~item~) => sum + ~item~.~field~, 0);

<capitalize|upperFirst|titleCase>(text: string): string
return text.charAt(0).toUpperCase() + text.slice(1);

<find|pick>~Item~(~items~: ~Item~[], id: number): ~Item~ | undefined
return ~items~.find((~item~) => ~item~.id === id);

<create|make|new>~Item~(name: string): ~Item~
return { id: nextId(), name, ~field~: ~digit~ };

<without|remove|drop>~Item~(~items~: ~Item~[], id: number): ~Item~[]
return ~items~.filter((~item~) => ~item~.id !== id);

sort~Items~<|ByName|Descending>(~items~: ~Item~[]): ~Item~[]
return [...~items~].sort((a, b) => a.~field~ - b.~field~);

<clamp|limitTo|restrict>(value: number, min = 0, max = ~n~): number
return Math.min(Math.max(value, min), max);

<isEven|isDivisible|hasNoRest>(n: number): boolean
return n % ~digit~ === 0;

<toFahrenheit|celsiusToFahrenheit>(celsius: number): number
return (celsius * 9) / 5 + 32;

<slugify|toSlug|urlName>(title: string): string
return title.toLowerCase().replaceAll(" ", "-");

<randomInt|rollDice|pickNumber>(max = ~n~): number
return Math.floor(Math.random() * max) + 1;

get~Item~Url(id: string): string
return `https://~domain~/~items~/${id}`;

<last|lastOf>~Item~(~items~: ~Item~[]): ~Item~
return ~items~[~items~.length - 1];
"""
"""Functions that only return something."""

PLAIN = r"""
<average|mean>(numbers: number[]): number
const total = numbers.reduce((a, b) => a + b, 0);
return total / numbers.length;

apply<Discount|Tax|Fee>(price: number, rate = 0.~teen~): number
const change = price * rate;
return price - change;

<toggle|show|open>~Item~(id: string): void
const element = document.getElementById(id);
element.classList.toggle("~word~");

log~Item~<|Details>(~item~: ~Item~): void
console.log("~Item~:", ~item~.name);
console.log("~word~:", ~item~.~field~);

validate~Item~(~item~: ~Item~): string[]
const errors‹: string[]› = [];
if (!~item~.name) {
  errors.push("~msg~");
}
if (~item~.~field~ > ~n~) {
  errors.push("The value is too large");
}
return errors;

<count|tally>~Items~(~items~: ~Item~[]): number
let count = 0;
for (const ~item~ of ~items~) {
  if (~item~.~field~) {
    count += 1;
  }
}
return count;

group~Items~<|ByKind|ByOwner>(~items~: ~Item~[]): Map<string, ~Item~[]>
const groups = new Map();
~items~.forEach((~item~) => {
  const group = groups.get(~item~.kind) ?? [];
  groups.set(~item~.kind, [...group, ~item~]);
});
return groups;

<describe|label|grade>~Item~(score: number): string
if (score > ~n~) {
  return "~word~";
}
return "~word2~";

getInitials(name: string): string
const parts = name.split(" ");
return parts.map((part) => part[0]).join("");

<shuffle|mix>~Items~(~items~: ~Item~[]): ~Item~[]
const copy = [...~items~];
for (let i = copy.length - 1; i > 0; i--) {
  const j = Math.floor(Math.random() * (i + 1));
  const other = copy[i];
  copy[i] = copy[j];
  copy[j] = other;
}
return copy;

on~Item~<Click|Select|Hover>(event: MouseEvent): void
event.stopPropagation();
setSelected(event.target.id);
setOpen(true);

<parse|read>~Item~(line: string): ~Item~
const [id, name, ~field~] = line.split(";");
return { id, name: name.trim(), ~field~ };

<greet|welcome>(name: string, hour: number): string
const greeting = hour < 12 ? "Good morning" : "Hello";
return `${greeting}, ${name}!`;

<save|remember>~Item~(~item~: ~Item~): void
const key = `~item~-${~item~.id}`;
localStorage.setItem(key, JSON.stringify(~item~));
"""
"""Functions of several lines that call nothing one would wait for."""

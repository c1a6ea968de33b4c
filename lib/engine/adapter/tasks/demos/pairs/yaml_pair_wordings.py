"""How people ask for the edits of `yaml_pairs`, and what they say before and after it.

Invariant: a reason or a sentence about what stays asks for no other edit.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.engine.adapter.tasks.phrasing import Context, Phrases


def frame(
    context: Context, request: str, reasons: Sequence[str], stays: Sequence[str], **values: str
) -> str:
    """Return the request, perhaps after a reason and before a sentence about what stays."""
    reason, stay = context.chance(0.3), context.chance(0.3)
    if not (reason or stay) or "\n" in request:
        return request
    if not request.endswith((".", "!", "?")):
        request = f"{request[0].upper()}{request[1:]}."
    before = [context.random.choice(reasons).format(**values)] if reason else []
    after = [context.random.choice(stays).format(**values)] if stay else []
    return " ".join([*before, request, *after])


STEP = Phrases(
    "add a step named {name} {place}; it runs {command}",
    "insert a step {name} that runs {command}, {place}",
    "put a new step {place}: it is called {name} and runs {command}",
    "we need one more step {place}, namely {name}, running {command}",
    "run {command} in a new step called {name} {place}",
    "create a step with the name {name} and the command {command} {place}",
    "have {command} run in its own step {name} {place}",
    "give the list another step {place}, with the name {name} and the command {command}",
    "squeeze in a step {name} {place} which executes {command}",
    "extend the steps by {name} ({command}), {place}",
    casual=(
        "new step {place}: {name}, runs {command}.",
        "can you get {command} to run {place}? call the step {name}.",
        "the step {name} is missing. it runs {command} and belongs {place}.",
        "gonna need a step {name} with {command}, goes {place}.",
        "one step is to be inserted {place}; its name shall be {name}, its command {command}.",
        "{place} there should be a step called {name} which does {command}.",
        "nothing runs {command} yet. make that a step named {name} {place}.",
        "+ {name}: {command}, {place}.",
        "I forgot {command}! it should sit {place} as a step named {name}.",
        "I am new to this. How do I get a step {name} {place}? It has to run {command}.",
        "{command} has to happen {place}, so a step with the name {name} please.",
        "todo: step {name} -> {command}, to be placed {place}.",
        "what I want to see {place} is a step {name} that calls {command}.",
        "would you mind slipping in {name} {place}? The command for it is {command}.",
    ),
)
STEP_REASONS = (
    "The pipeline let something through yesterday.",
    "We agreed on this in the stand-up.",
    "Our runs have a gap.",
    "I went through the list with the others this morning.",
    "Last night's run went wrong because something was skipped.",
    "Hi, I am setting up the automation for my team.",
    "My reviewer noticed that the order is incomplete.",
    "This has been done by hand so far.",
)
STEP_STAYS = (
    "The other steps keep their order.",
    "{neighbour} itself does not change.",
    "Leave all other steps alone.",
    "Don't touch {neighbour}.",
    "Write it in the same style as the other steps.",
    "No other step moves.",
    "Everything above and below stays.",
    "The rest of the steps are fine.",
)

DROP = Phrases(
    "remove the service {service}",
    "delete the {service} service",
    "take the service {service} out of the file",
    "drop {service} from the services",
    "get rid of the {service} service with everything under it",
    "throw out the whole {service} block under services",
    "strike the service called {service}",
    "kick the {service} service out",
    casual=(
        "we don't run {service} any more, so that service can go.",
        "the {service} service is obsolete, please delete it.",
        "bye bye service {service}.",
        "no more {service} service, please.",
        "can the {service} service go?",
        "service {service}: out.",
        "the service {service} is to be removed.",
        "I don't need the {service} service here, take it away.",
        "there shouldn't be a {service} service in here any longer.",
        "nobody uses the service {service}, out with it.",
        "pls lose the {service} service.",
        "I'd like this file without the service {service}.",
    ),
)
UNLINK = Phrases(
    "delete {service} from every depends_on",
    "take {service} out of the depends_on lists",
    "remove {service} wherever it is listed under depends_on",
    "strike {service} from depends_on",
    "clear the depends_on entries that name {service}",
    "drop the dependency on {service}",
    "see that no depends_on lists {service} any more",
    "get {service} out of depends_on as well",
    casual=(
        "nothing may depend on {service} after that.",
        "no depends_on should mention {service} then.",
        "the depends_on entries for {service} have to go too.",
        "depends_on must not list {service} any more.",
        "please don't leave {service} behind in a depends_on.",
        "whoever depends on {service} no longer does.",
        "can you clean {service} out of depends_on too?",
        "every dependency on {service} goes as well.",
        "compose complains if {service} is still in a depends_on, so out of there too.",
        "same for {service} in the depends_on lists.",
        "entries in depends_on that point to {service} are to be deleted likewise.",
        "likewise, the lines with {service} under depends_on go.",
    ),
)
EMPTIED = (
    "A depends_on that ends up empty goes away completely.",
    "If a depends_on list has nothing left, delete its key too.",
    "Where depends_on would be empty, remove the key as well.",
    "An empty depends_on should not stay behind.",
    "No empty depends_on keys please.",
    "When a list is empty after that, its depends_on key goes with it.",
    "Don't leave a depends_on without entries.",
    "Should a depends_on have no entry left, take the key out too.",
)
DROP_REASONS = (
    "We moved to a managed offering.",
    "The stack is getting too heavy for my laptop.",
    "I am cleaning up our compose file.",
    "The old setup had one container too many.",
    "It only eats memory.",
    "Our ops people decided this on Monday.",
    "Hello, I inherited this file from a colleague.",
    "The bill for the cluster is too high.",
)
DROP_STAYS = (
    "{twin} stays, it is something else.",
    "Do not confuse it with {twin}.",
    "All other services stay.",
    "Keep {twin} where it is.",
    "Not {twin}, of course.",
    "The volumes stay.",
    "Leave {twin} as it is.",
    "The other services keep their settings.",
)

RENAME = Phrases(
    "rename the service {old} to {new} everywhere",
    "call the service {old} {new} from now on, also in depends_on and as the host in URLs",
    "give the {old} service the new name {new}, wherever it is referred to",
    "change the service name from {old} to {new}, including depends_on and the URLs with that host",
    "turn the service {old} into {new} and fix whatever refers to it",
    "make {new} the name of the service {old}, in every reference to it too",
    "use {new} instead of {old} as the name of that service, all references included",
    "let the {old} service be called {new}, with depends_on and hosts following",
    "swap the service name {old} for {new} in its key, in depends_on and in URLs",
    "rename {old} (the service) -> {new}, and follow it through depends_on and hosts",
    casual=(
        "service {old} -> {new}, references too.",
        "the {old} service should be {new}, also where others depend on it or connect to it.",
        "pls rename service {old}, it's {new} now. don't forget depends_on and the urls.",
        "can the service {old} be named {new} instead? References have to follow.",
        "I hate the service name {old}. {new} is better, everywhere it is used as a host too.",
        "the service known as {old} shall be known as {new}, in all references as well.",
        "{new} instead of {old} for the service, its dependents and the host in their URLs.",
        "how do I rename the service {old} to {new} without breaking those who connect to it?",
        "what is now the service {old} becomes {new}; whoever points to it points to {new} then.",
        "nit: service name, {old} should read {new} (key, depends_on, hosts).",
        "our host for this is {new} from today on, so the {old} service and all that refers to "
        "it get that name.",
        "you'd do me a favour by renaming the {old} service to {new}, dependencies and "
        "connection URLs included.",
        "in the end the service is called {new} and nothing refers to a service {old} any more.",
        "I'm a beginner with compose. The service {old} must be named {new}, and everything that "
        "uses it must still work.",
    ),
)
RENAME_REASONS = (
    "Our naming guide changed.",
    "Two stacks share a network and the names clash.",
    "The names were chosen in a hurry.",
    "In production it already has another name.",
    "New people keep misunderstanding this name.",
    "The other repositories use a different name.",
    "I am aligning this with our cluster.",
    "Hey, small clean-up in the compose file.",
)
RENAME_STAYS = (
    "{twin} keeps its name.",
    "Leave {twin} alone.",
    "Images are not renamed.",
    "{twin} is not meant.",
    "Names that merely begin like it stay, {twin} for instance.",
    "The image names stay as they are.",
    "Ports and images don't change.",
    "Only the service gets the new name, {twin} does not.",
)

SCALE = Phrases(
    "set {key} of {name} to {new}",
    "run {name} with {new} replicas",
    "scale {name} from {old} to {new} replicas",
    "change the number of replicas of {name} to {new}",
    "give {name} {new} replicas",
    "let there be {new} replicas of {name} instead of {old}",
    "bring {name} to {new} replicas",
    "make {key} {new} for {name}",
    casual=(
        "{new} replicas for {name}, not {old}.",
        "we need {new} replicas of {name}.",
        "{key} {old} -> {new} for {name}.",
        "the {name} replicas should be {new}.",
        "can we have {new} replicas of {name}?",
        "{old} replicas are wrong for {name}, {new} are right.",
        "scale {name} to {new} pls.",
        "for {name} the replica count is to be {new}.",
        "I want {new} copies of {name} running, currently {old}.",
        "{name} gets {new} replicas from now on.",
        "how about {new} replicas for {name}?",
        "the right {key} for {name} is {new}.",
    ),
)
LIMIT = Phrases(
    "add {limit} to the limits of {name}, after {cpu}",
    "put {limit} below {cpu} in the limits of {name}",
    "give {name} the limit {limit}, directly after {cpu}",
    "insert {limit} under the limits of {name}, right below {cpu}",
    "extend the limits of {name} by {limit} after the {cpu} line",
    "write {limit} into the limits of {name}, just after {cpu}",
    "cap {name} with {limit} under limits, following {cpu}",
    "set a further limit for {name}, {limit}, on the line after {cpu}",
    casual=(
        "the limits of {name} need {limit} too, after {cpu}.",
        "under limits of {name}, after {cpu}, there should be {limit}.",
        "there's no memory limit for {name}: {limit}, goes right after {cpu} in limits.",
        "limits of {name}: + {limit} (below {cpu}).",
        "can you cap the memory of {name}? {limit} under limits, after {cpu}.",
        "the line {limit} is missing below {cpu} in the limits of {name}.",
        "{name} eats all the memory. {limit} in its limits after {cpu} would help.",
        "in the limits of {name}, {cpu} is to be followed by {limit}.",
        "pls put {limit} in the limits for {name} too, under {cpu}.",
        "I want a limit {limit} for {name}, placed after {cpu}.",
        "the memory limit of {name} is to be {limit}, after {cpu}.",
        "please let {limit} follow {cpu} in the limits of {name}.",
    ),
)
SCALE_REASONS = (
    "The load test was a surprise.",
    "Black Friday is close.",
    "The nodes are bigger now.",
    "Our monitoring shows that the sizing is off.",
    "I talked to the platform team about capacity.",
    "We had an out-of-memory kill at night.",
    "The numbers were a guess at first.",
    "Hi, a small change for the cluster.",
)
SCALE_STAYS = (
    "{twin} is not affected.",
    "The requests stay.",
    "Do not touch {twin}.",
    "Leave {twin} at its numbers.",
    "What is reserved does not change.",
    "Nothing changes for {twin}.",
    "The sizing of {twin} is right.",
    "Keep the cpu values.",
)

SWITCH = Phrases(
    "set {key} of {name} to {new}",
    "change {key} from {old} to {new} for {name}",
    "switch {key} of {name} to {new}",
    "make {key} {new} in the entry {name}",
    "turn {key} of {name} from {old} into {new}",
    "put {key} to {new} at {name}",
    "let {key} be {new} for {name}",
    "give {name} {new} as its {key}",
    casual=(
        "for {name}, {key} should be {new}, not {old}.",
        "{key} of {name}: {old} -> {new}.",
        "the {key} of {name} is wrong, it should say {new}.",
        "{new} instead of {old} as the {key} of {name}.",
        "can {name} have {key} {new}?",
        "in the entry {name} I want {key} to read {new}.",
        "the value of {key} at {name} is to be {new}.",
        "{name} still has {key} {old}, make it {new}.",
        "flip {key} of {name} to {new} pls.",
        "what about {new} for the {key} of {name}?",
        "{key} has to be {new} where the entry is {name}.",
        "we want {key} on {new} for {name}.",
    ),
)
BELOW = Phrases(
    "add {line} to {name} below {key}",
    "insert {line} directly after {key} in {name}",
    "put {line} under the {key} line of {name}, at the same level",
    "give {name} another key right below {key}, {line}",
    "extend {name} by {line}, placed after {key}",
    "write {line} below {key} for {name}, same indentation",
    "let {key} of {name} be followed by {line}",
    "place the line {line} after {key} in the entry {name}",
    casual=(
        "{name} also needs {line}, right below {key}.",
        "the entry {name} gets {line} directly after {key}.",
        "below {key} of {name} there should be {line}, same level.",
        "{line} is missing in {name}, it goes after {key}.",
        "can you add {line} to {name}? right under {key} please.",
        "new key for {name}: {line}, one line below {key}.",
        "in {name}, {key} is to be followed by {line}.",
        "+ {line} in {name}, after {key}.",
        "I want {line} to sit under {key} at {name}, next to it and not inside.",
        "pls stick {line} under {key} in the {name} entry.",
        "where {name} has its {key}, the next line shall be {line}.",
        "how do I get {line} into {name}? it belongs after {key}.",
    ),
)
SWITCH_REASONS = (
    "We discussed this on the phone.",
    "I made a mistake in this file last week.",
    "There was a question about one of the entries.",
    "The list is reviewed every month.",
    "Hello, I maintain this list for the team.",
    "The auditors had a remark.",
    "Something is not set up as agreed.",
    "A customer asked about it.",
)
SWITCH_STAYS = (
    "{twin} stays as it is.",
    "The other entries do not change.",
    "Don't do this for {twin}.",
    "Leave {twin} alone.",
    "For {twin} nothing changes.",
    "All other entries keep their values.",
    "Only this one entry is concerned, not {twin}.",
    "Hands off {twin}.",
)

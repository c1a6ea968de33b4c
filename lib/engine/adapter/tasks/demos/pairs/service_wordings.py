"""How people ask for a service to go or to get another name.

Invariant: wordings only; reasons and stays ask for no edit.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

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

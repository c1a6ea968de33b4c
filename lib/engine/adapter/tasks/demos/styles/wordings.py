"""What people say around any wish about a style sheet.

Invariant: no sentence asks for an edit.
"""

from __future__ import annotations

REASONS: tuple[str, ...] = (
    "I am new to CSS and learn it from a book.", "Our designer sent me a list this morning.",
    "We had a look at the page on a big screen yesterday.", "The customer has seen the draft.",
    "I inherited this stylesheet from a colleague who left.", "The demo is on Thursday.",
    "My sister says that my site looks a bit odd, and she is right.",
    "Hello, I hope you are well.", "This is for a school project.",
    "I stared at it for an hour and could not make up my mind.",
    "Here are the styles of our little site.", "The style guide has a new edition.",
    "It came up in the review of the branch.", "Nobody in the team likes how it looks now.",
    "I keep getting lost in all these rules.", "There was a vote in the office, 5 to 2.",
    "Half of our readers are over seventy.", "I have a new monitor and see things now.",
    "Sorry to bother you with such a small thing.", "I found this while I tested on my phone.",
    "We print these pages for the board, and they squint at them.",
    "Ticket 482 has been open since spring.", "I showed the prototype to my grandmother.",
    "The stylesheet below is live, so be careful with it.", "A user wrote to us about the looks.",
)  # fmt: skip

TWIN_STAYS = (
    "Leave {twin} alone.", "Don't touch {twin}.", "Not {twin}, mind you.",
    "{Twin} must not change.",
    "Hands off {twin}.", "{Twin} should stay exactly so.", "It is not about {twin}.",
    "Please keep your fingers off {twin}.", "I am happy with {twin} as is.",
    "The other rules have their own values and keep them.", "All other declarations stay.",
    "No other rule is meant, {twin} least of all.", "Nothing must happen to {twin}.",
)  # fmt: skip

"""Forms of many sorts, and what their slots may hold.

Invariant: every slot of a form, written `^name^`, is a date, a time or a price, has values of its
own, or is filled with a person.
"""

from __future__ import annotations

FORMS = '''
text: Dear ^guest^,|you are invited to ^event^.|When: ^date^, ^time^|Where: ^place^\
|?Dress code: ^dress^|?Please answer by ^deadline^.|?Bring ^item^ if you can.|Yours, ^host^
text: MINUTES|Date: ^date^|?Room: ^room^|Chair: ^chair^|?Written by ^writer^|1. ^topic^\
|2. Next steps|?Decision: ^decision^|?Next meeting: ^next_date^, ^time^|?Absent: ^absent^
text: INVOICE No. ^number^|Date: ^date^|To: ^customer^|?^street^|^quantity^ x ^product^\
|?Discount: ^discount^|Total: ^total^|?Please pay ^total^ by ^deadline^.|?Thank you, ^customer^!
text: RECEIPT|?^shop^|^product^  ^price^|?^extra^  ^extra_price^|Paid: ^total^|?Served by ^seller^\
|?Date: ^date^ ^time^|Thank you for shopping at ^shop^!
text: CERTIFICATE|This is to certify that ^name^|has finished the course "^course^"\
|?with ^points^ points|?on ^date^ in ^place^.|?We congratulate ^name^!|?Signed: ^teacher^
text: ^event^|?^place^|Date: ^date^   Doors: ^time^|Row ^row^, seat ^seat^|?Price: ^price^\
|?Name: ^name^|?This ticket is for ^name^ only.|?No entry after ^closing^
text: Dear ^customer^,|thank you for your order ^number^ of ^date^.\
|We have sent ^quantity^ x ^product^ to ^street^.|?The total is ^total^.\
|?It should arrive by ^deadline^.|?Questions? Write to ^email^.|Kind regards|^seller^
text: +------------------+|  ^name^|  ^job^|?  ^company^|?  Room ^room^|?  Valid until ^deadline^\
|?  Badge ^number^|+------------------+
markdown: # ^project^|^summary^|## Install|    pip install ^package^|?## Author¶^author^, ^email^\
|?## License¶^license^|?## Status¶^project^ is ^status^.|?Version ^version^
python: def ^function^(^argument^):|?    """^summary^"""|    ^result^ = load(^argument^)\
|?    print("^message^")|?    # reviewed by ^author^|    return ^result^
python: """^summary^"""|?AUTHOR = "^author^"|?VERSION = "^version^"|NAME = "^project^"\
|LIMIT = ^quantity^|?URL = "https://^host_name^/^package^"|?print("^message^", LIMIT)
text: ^type^(^package^): ^change^|?|?^reason^|?|?Closes #^number^|?Reviewed-by: ^author^\
|?Released in ^version^
text: PLEASE NOTE|?The ^shop^ is closed on ^date^.|?We open again at ^time^.\
|In urgent cases call ^phone^.|?Key: ask ^name^ in room ^room^.|?Your ^shop^ team
text: To: ^email^|Subject: ^topic^|Hi ^name^,|?here are the notes on ^topic^.\
|?We meet on ^date^ at ^time^.|?The room is ^room^.|?The costs are ^price^.|Bye, ^host^
json: {|  "name": "^name^",|?  "email": "^email^",|?  "room": ^room^,|?  "job": "^job^",\
|  "points": ^points^|}
text: ROOM ^room^|Guest: ^guest^|?Arrival: ^date^|Departure: ^deadline^|?Breakfast: ^time^\
|?Price per night: ^price^|?Wake-up call for ^guest^: ^closing^|?Paid: ^total^
text: Shipping label|From: ^company^, ^street^|To: ^customer^|?Phone: ^phone^|Parcel ^number^\
|?Contents: ^product^|?Weight: ^weight^|?Deliver before ^deadline^|?Return to ^company^
yaml: name: ^project^|?version: "^version^"|author: ^author^|?email: ^email^|host: ^host_name^\
|?limit: ^quantity^|?license: ^license^|?title: ^project^ by ^author^
html: <h1>^event^</h1>|<p>^date^, ^time^</p>|?<p>With ^guest^ and friends</p>\
|?<p>Tickets: ^price^</p>|?<a href="mailto:^email^">^email^</a>|?<footer>^company^</footer>
text: REPAIR FORM|Device: ^product^|Fault: ^fault^|?Owner: ^name^, ^phone^|?Received: ^date^\
|?Estimated price: ^price^|?Ready on ^deadline^|?Technician: ^author^|?^name^ agrees to the price.
'''
"""One form a line: its language, then its lines; those with a `?` may be missing."""

SLOT_PATTERNS: dict[str, tuple[str, ...]] = {
    "event": ("the ~City~ Book Fair", "~First~'s birthday", "Jazz on the Lake", "Summer Night",
              "the opening of our ~item~ shop", "A Night at the Opera"),
    "place": ("~n~ ~Word~ Street, ~city~", "the town hall", "Cafe ~Word~", "~City~",
              "Hall ~digit~"),
    "dress": ("black and white", "casual", "something ~color~", "warm clothes, good shoes"),
    "item": ("a cake", "~digit~ chairs", "a song, a poem or a story", "drinks"),
    "topic": ("Budget for ~year~", "the new ~item~", "Trip to ~city~", "Rent, heating and water"),
    "decision": ("we buy two ~items~", "no change before ~month~", "~First~ asks for offers"),
    "absent": ("~First~ ~Last~", "~First~, ~First2~ and ~First3~", "nobody"),
    "street": ("~n~ ~Word~ Street", "~teen~ ~Word~ Road, ~city~", "~Word~ Lane ~digit~"),
    "product": ("~adj~ ~item~", "desk lamp, ~color~", "garden chair", "~Word~ headphones",
                "coffee machine KX-~teen~", "wool blanket, 2 m"),
    "extra": ("paper bag", "gift box", "batteries"),
    "shop": ("bakery", "~Word~ Store", "bike shop"),
    "course": ("First Aid", "Bread, Cake and Pie", "Drawing II", "Spanish for Beginners"),
    "row": ("~digit~", "~teen~", "C"), "seat": ("~teen~", "~digit~A", "~digit~"),
    "job": ("Head of Sales", "nurse", "Volunteer", "editor, ~city~ office", "~item~ designer"),
    "company": ("~Company~", "~Company~ Ltd."), "project": ("~word~-~item~", "~Word~", "~word~kit"),
    "summary": ("Sorts ~items~ by ~field~.", "Find every ~item~ in a folder.",
                "Small tools for ~items~, ~others~ and more."),
    "package": ("~word~", "~word~-~item~", "~item~s"), "license": ("MIT", "Apache-2.0", "BSD"),
    "status": ("stable", "in beta", "no longer maintained"), "version": ("~version~",),
    "function": ("~verb~_~item~", "~verb~_all", "~verb~_~items~"), "argument": ("path", "~item~"),
    "result": ("~other~", "~others~", "found"), "message": ("Done", "~Items~ saved", "Ready"),
    "type": ("fix", "feat", "docs", "chore"), "reason": ("The ~item~ was lost on restart.",
    "Users asked for it.", "It broke the ~item~ page, see the log."),
    "change": ("~verb~ ~items~ only once", "allow empty ~items~", "add a ~item~ page"),
    "host_name": ("~domain~",), "weight": ("~digit~ kg", "~n~ g", "~digit~.5 kg"),
    "fault": ("does not start", "broken screen, no sound", "the ~item~ is loose"),
    "number": ("~n~", "~year~-~teen~", "A~n~"), "email": ("~email~",),
    "quantity": ("~digit~", "~teen~"),
    "points": ("~teen~", "~n~"), "room": ("~n~", "~teen~", "~digit~0~digit2~"),
}  # fmt: skip
"""What a slot may be filled with."""
SLOT_FACTS = {
    "date": "date", "deadline": "date", "next_date": "date", "time": "time", "closing": "time",
    "total": "price", "price": "price", "extra_price": "price", "discount": "percent",
    "phone": "phone",
}  # fmt: skip
"""Slots that hold a fact, and its kind."""
PEOPLE = ("~First~ ~Last~", "Ms. ~Last~", "Mr. ~Last~", "~First~", "Dr. ~First~ ~Last~")
"""What every other slot is filled with."""
OTHER_NAMES = {
    "guest": ("visitor", "guest_name", "invitee"), "name": ("full_name", "person", "holder"),
    "customer": ("client", "buyer", "customer_name"), "date": ("day", "event_date"),
    "time": ("start", "hour", "start_time"), "place": ("venue", "location"),
    "deadline": ("due_date", "last_day"), "total": ("amount", "grand_total"),
    "price": ("cost", "fee", "unit_price"), "product": ("article", "product_name"),
    "number": ("id", "reference_number"), "email": ("mail", "e_mail"),
    "author": ("creator", "owner", "writer_name"), "room": ("room_number", "room_no"),
    "topic": ("subject", "agenda_item"), "project": ("project_name", "app", "title"),
    "company": ("firm", "company_name"), "phone": ("tel", "phone_number"),
    "quantity": ("count",), "seller": ("cashier", "clerk"), "job": ("role", "position"),
    "host": ("sender", "your_name"), "shop": ("store", "shop_name"), "summary": ("intro",),
}  # fmt: skip
"""Other names of the same slots, with the same values."""
UNKNOWN = ("signature", "reference", "note", "initials", "department", "country", "code")
"""Slots that no request has a value for."""

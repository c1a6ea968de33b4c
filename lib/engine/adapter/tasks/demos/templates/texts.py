"""Templates of all sorts, with their alternatives.

Invariant: in a pattern, `§thing§` is a slot of a thing of `THINGS`, and `⟨a|b⟩` one of some
alternatives; a slot is never next to a letter, a digit or an underscore.
"""

from __future__ import annotations

_HELLO = "⟨Dear|Hello|Hi|Good morning|Good day⟩"
_BYE = "⟨Best regards|Kind regards|Yours|See you soon|All the best|Many thanks|Cheers|Sincerely⟩"

TEMPLATES: tuple[tuple[str, str, str], ...] = (
    ("email", "mail", _HELLO + " §person§,\n\n⟨thank you for your booking.|your booking is "
     "confirmed.|we have received your booking.⟩ You have §seats§ seats for §course§ on §date§, "
     "§price§ each, §total§ in total.⟨| Members get 10% back.| Please bring an apron.⟩\n\n" + _BYE),
    ("email", "invitation", _HELLO + " §person§,\n\nwe ⟨would like to|warmly⟩ invite you to the "
     "§event§ on §date§ at §time§.⟨| Bring your friends!| Dinner is included.⟩ ⟨You will find us "
     "at|Come to⟩ §venue§.\n\n" + _BYE + "\n§sender§"),
    ("email", "reminder", "Subject: ⟨Reminder|Your invoice|Open invoice⟩ §invoice§\n\n" + _HELLO +
     " §customer§,\n\n⟨we have not received|we are still waiting for⟩ your payment of §amount§ for "
     "invoice §invoice§. ⟨Please pay|We kindly ask you to pay⟩ by §deadline§⟨.|, otherwise we "
     "charge 5% more.⟩\n\n" + _BYE),
    ("text", "receipt", "RECEIPT\n⟨Date|Day⟩: §issued§\n⟨Sold to|Customer⟩: "
     "§customer§\n§quantity§ x "
     "§product§ at §price§\nTotal: §total§\n⟨incl. 19% VAT|VAT (7%) included|No returns⟩\n⟨Thank "
     "you!|Come again!|Thanks for shopping at §company§!⟩"),
    ("text", "certificate", "CERTIFICATE\n\n⟨This certifies that|We confirm that⟩ §student§ has "
     "⟨completed|attended|passed⟩ the course\n§course§\n⟨with 100% attendance|with great "
     "success|from start to end⟩.\n\n§city§, §issued§\n§teacher§"),
    ("markdown", "README", "# §app§\n\n⟨A small tool|A service|A library⟩ for ~items~. Version "
     "§version§.\n\n## Install\n\n```\ngit clone §repo§\n⟨make|npm install|pip install .⟩\n```\n\n"
     "⟨## License|# License|## Legal⟩\n\n§license§, ⟨written|maintained|made⟩ by §author§."),
    ("env", "config", "# ⟨settings|local settings|environment⟩ of "
     "§app§\nAPP_NAME=§app§\nPORT=§port§"
     "\nDB_HOST=§host§\nDB_NAME=§database§\nDB_USER=§user§\n⟨DEBUG=0|LOG_LEVEL=info|TZ=UTC⟩"),
    ("env", "Dockerfile", "FROM §image§\n⟨|LABEL maintainer=\"§author§\"\n⟩WORKDIR §folder§\nENV "
     "PATH=/usr/local/bin:$PATH\nCOPY . §folder§\nEXPOSE §port§\n⟨RUN echo \"100% ready\"|RUN ls "
     "-la|USER nobody⟩\nENTRYPOINT [\"/bin/sh\", \"-c\", \"exec ./§script§\"]"),
    ("yaml", "deployment", "service:\n  name: §app§\n  region: §region§\n  instances: §instances§\n"
     "  ⟨port: §port§|cpu: 70%|tier: basic⟩\n⟨logs:\n  prefix: §app§/logs|alerts: []|env: {}⟩"),
    ("yaml", "config", "app: §app§\n⟨stage: live|stage: test⟩\ndatabase:\n  host: §host§\n  name: "
     "§database§\n  user: §user§\n  ⟨pool: 10|options: {}|timeout: 30⟩\nserver:\n  port: §port§"),
    ("sql", "query", "-- ⟨for the report|weekly check|by hand⟩\nSELECT id, §column§\nFROM §table§\n"
     "WHERE ⟨note LIKE 'A%'|state <> 'done'|(paid OR free)⟩\nORDER BY §column§ ⟨DESC|ASC⟩\nLIMIT "
     "§limit§;"),
    ("sql", "script", "CREATE USER §user§;\nCREATE DATABASE §database§ OWNER §user§;\n⟨-- 100% "
     "safe "
     "to repeat|-- run once⟩\nGRANT ⟨ALL|SELECT|INSERT⟩ ON TABLE §table§ TO §user§;"),
    ("html", "page", "<html>\n<head><title>§title§</title></head>\n<body>\n  <h1>§title§</h1>\n  "
     "<p>"
     "⟨Welcome to|Greetings from|News from⟩ §company§ in §city§.</p>\n  <a href=\"§link§\">⟨More|"
     "Read on|Details⟩</a>\n</body>\n</html>"),
    ("html", "snippet", "<div class=\"card\" style=\"width: ⟨50|80|100⟩%\">\n  <h2>§product§</h2>\n"
     "  <p class=\"price\">§fee§</p>\n  <p>⟨In stock|Only a few left|New⟩ ⟨(again)|(at "
     "last)|here⟩. "
     "Call §phone§.</p>\n</div>"),
    ("text", "sign", "⟨LOST|MISSING|HAVE YOU SEEN ME?⟩\n\nOur ⟨cat|dog|parrot|rabbit⟩ §pet§ has "
     "been missing since §date§.\n§pet§ is ⟨shy|friendly⟩ and ⟨likes cheese|has a white paw⟩.\n"
     "Reward: §reward§\nPlease call §phone§"),
    ("text", "sign", "⟨WELCOME TO|THIS IS⟩ §company§\n⟨Open|Our hours⟩: §hours§\n⟨Closed on|Not "
     "open on⟩ §weekday§\n⟨Dogs welcome|No dogs|100% local food⟩\nQuestions? §email§"),
    ("text", "menu", "⟨Menu|Lunch|Our menu⟩ for §weekday§\n\n1. §soup§\n2. §dish§ ⟨(also without "
     "meat)|with bread|(spicy)⟩\n3. §dessert§\n\n⟨Three courses|All together|Everything⟩: §fee§"),
    ("text", "report card", "⟨Report card|School report|Report⟩\nStudent: §student§, class "
     "§class§\n"
     "Subject: §subject§\nGrade: §grade§\n§student§ ⟨takes part actively|works carefully|should "
     "read more⟩ in §subject§.\nSigned: §teacher§"),
    ("text", "meeting note", "⟨Meeting|Team meeting|Weekly meeting⟩ of §date§\nChair: "
     "§chair§\nNotes: "
     "§scribe§\nTopic: §topic§\n⟨Decision|Result⟩: ⟨§chair§ looks into it|postponed|80% agree⟩\n"
     "Next step: ⟨report|offer|draft⟩ by §deadline§"),
    ("letter", "letter", "Dear §first_name§ §last_name§,\n\n⟨thank you for applying|we received "
     "your "
     "application⟩ as §job§ at §company§. ⟨We would like to|We want to⟩ meet you on §date§ at "
     "§time§.⟨| Please bring your papers.| The talk takes an hour (or less).⟩\n\n" + _BYE +
     "\n§sender§"),
    ("letter", "letter", "Dear ⟨parents|families⟩,\n\n⟨class|the children of⟩ §class§ will visit "
     "§venue§ on §date§. We ⟨leave|meet⟩ at §time§ and the trip costs §fee§. ⟨Please reply|Let us "
     "know⟩ by §deadline§.\n\n" + _BYE + "\n§teacher§"),
    ("email", "mail", _HELLO + " §customer§,\n\nyour order §order§ ⟨has left our warehouse|is on "
     "its "
     "way⟩. ⟨You can follow|Follow⟩ it with the number §tracking§ at §link§.⟨| 98% of all parcels "
     "arrive on time.| Somebody has to sign.⟩\n\n" + _BYE + "\n§company§"),
    ("email", "mail", _HELLO + " §customer§,\n\n⟨we are sorry that|it is a pity that⟩ the "
     "§product§ "
     "from order §order§ ⟨arrived broken|was late⟩. We will ⟨refund|give back⟩ §amount§ ⟨this "
     "week|soon⟩. ⟨Ask for|Please write to⟩ §contact§ if you have questions about order "
     "§order§.\n\n"
     + _BYE),
    ("text", "message", "⟨Hello|Hi|Dear⟩ §patient§, ⟨this is a reminder of your appointment|you "
     "have "
     "an appointment⟩ with §doctor§ on §date§ at §time§. ⟨Please be|Be⟩ there 10 minutes early. "
     "⟨To cancel|Can't come? Then⟩ call §phone§."),
    ("email", "confirmation", _HELLO + " §guest§,\n\n⟨we look forward to your stay|your room is "
     "booked⟩: §nights§ nights from §date§, room §room§. ⟨The price is|You pay⟩ §total§ "
     "⟨(breakfast "
     "included)|with breakfast|plus 3% city tax⟩.\n\n" + _BYE + "\n§sender§"),
    ("text", "confirmation", "⟨Table booked|Reservation|Your table⟩\n⟨Name|For⟩: §guest§\n⟨People|"
     "Party⟩: §people§\n⟨When|Date⟩: §date§, §time§\nWhere: §address§, §city§\n⟨We hold the table "
     "for 15 minutes.|20% off all desserts!⟩"),
    ("text", "ad", "⟨GREAT NEWS!|SALE!|Only now!⟩ §discount§ off every §product§ until §deadline§. "
     "⟨Use|Enter⟩ the code §code§ ⟨at the checkout|online or in the shop⟩. §company§ ⟨wishes you a "
     "good start.|<3 you.|is looking forward to your visit.⟩"),
    ("text", "announcement", "⟨Attention please|Dear passengers⟩: the train to §city§ ⟨leaves|"
     "departs⟩ at §time§ from platform §platform§. ⟨The journey takes|You will travel⟩ §duration§. "
     "Platform §platform§ is ⟨behind the shops|on your left⟩."),
    ("text", "job ad", "⟨We are hiring|Join us|Wanted⟩: §job§ in §city§\n\n§company§ ⟨is looking "
     "for "
     "help|is growing by 30%|needs you⟩. ⟨Write to|Send your papers to⟩ §email§ by §deadline§.\n"
     "⟨Your contact|Questions⟩: §contact§"),
    ("text", "ticket", "⟨ADMIT ONE|TICKET|ENTRY⟩\n§event§\n§date§, §time§\n⟨Where|Place⟩: §venue§\n"
     "⟨Price|Paid⟩: §fee§ ⟨(no refund)|[not for resale]|incl. 7% tax⟩"),
    ("text", "label", "⟨FROM|Sender⟩: §sender§\n⟨TO|Ship to⟩: "
     "§customer§\n§address§\n§city§\n⟨Contents|"
     "Inside⟩: §quantity§ x §product§\n⟨FRAGILE|THIS SIDE UP|max. 80% full⟩"),
    ("markdown", "changelog entry", "## §version§ (§issued§)\n\n- §app§ now ⟨starts faster|needs "
     "20% "
     "less memory⟩\n- ⟨Fixed|Repaired⟩ the ~item~ ⟨[#12]|view|list⟩\n\n⟨Thanks to|Released by⟩ "
     "§author§. ⟨Get it|Download⟩: §link§"),
    ("toml", "config", "[project]\nname = \"§app§\"\nversion = \"§version§\"\nlicense = "
     "\"§license§\"\n"
     "authors = [\"§author§\"]\n⟨keywords = []|requires = [\"~word~\"]|[tool]⟩"),
    ("json", "config", "{\n  \"name\": \"§app§\",\n  \"version\": \"§version§\",\n  \"author\": "
     "\"§author§\",\n  ⟨\"private\": true|\"tags\": []|\"options\": {}⟩,\n  \"repository\": "
     "\"§repo§\"\n}"),
    ("text", "note", "⟨Notice|Please note⟩: §app§ will be ⟨down|offline|slow⟩ on §date§ from "
     "§time§ "
     "to §end§ ⟨(planned)|for maintenance|because of an update⟩. The team §team§ ⟨is "
     "informed|takes "
     "care of it⟩. ⟨Ask|Contact⟩ §contact§."),
    ("text", "invitation", "⟨Hooray!|Guess what!|Party!⟩ §first_name§ ⟨turns nine|is celebrating⟩ "
     "and you are invited!\n⟨When|Day⟩: §weekday§, §time§ to §end§\nWhere: §address§\n⟨Bring "
     "swimwear|There will be cake|100% fun⟩. ⟨Tell|Call⟩ §contact§ ⟨if you can come|soon⟩."),
    ("text", "diploma", "§award§\n⟨goes to|is given to⟩\n§first_name§ §last_name§\n⟨for|who "
     "reached⟩ "
     "§points§ points at the §event§ in §city§.\n⟨Congratulations|Well done⟩, §first_name§!"),
    ("letter", "letter", "Dear §person§,\n\n⟨welcome to|you are now part of⟩ the §team§ team at "
     "§company§! ⟨Your first day is|You start on⟩ §date§. ⟨Please come to|We meet at⟩ §venue§ at "
     "§time§ and ask for §contact§.\n\n" + _BYE),
    ("text", "bill", "Invoice §invoice§\n⟨Billed to|For⟩: §customer§\n\n§course§: §seats§ seats at "
     "§price§\n⟨Total|To pay⟩: §total§\n⟨Due on|Pay by⟩: §deadline§\nAccount: §account§\n⟨2% off "
     "when "
     "paid within a week|Thank you|Quote §invoice§ when you pay⟩"),
    ("text", "reference", "⟨To whom it may concern|Reference⟩\n\n§first_name§ §last_name§ "
     "⟨worked for|"
     "was employed by⟩ §company§ as §job§. ⟨We were very pleased with|We value⟩ §first_name§ ⟨and "
     "can recommend this colleague 100%|a lot⟩.\n\n§city§, §issued§"),
    ("email", "mail", "To: §email§\nSubject: ⟨Meeting|Call|Workshop⟩ about §topic§\n\n" + _HELLO +
     " §person§,\n\n⟨can we talk|could we talk⟩ about §topic§ on §weekday§ at §time§? ⟨It takes|I "
     "need⟩ §duration§ ⟨(at most)|or so⟩.\n\n" + _BYE + "\n§sender§"),
    ("text", "form", "⟨Lost and found|Found item|Found⟩\n⟨Thing|Object⟩: §product§\n⟨Place|Found "
     "at⟩:"
     " §venue§\n⟨Day|Found on⟩: §date§\n⟨Pick it up|Ask⟩ in room §room§ or call §phone§ ⟨(mornings "
     "only)|[ask for the porter]|before noon⟩."),
    ("yaml", "workflow", "name: ⟨build|deploy|release⟩ §app§\non:\n  push: { branches: [main] "
     "}\njobs:\n"
     "  ship:\n    env:\n      REGION: §region§\n      COUNT: §instances§\n    steps:\n      - "
     "run: "
     "./§script§ ⟨--all|--fast|--verbose⟩\n      - run: echo \"§app§ is ⟨out|live⟩\""),
    ("text", "script", "⟨Hello, you have reached|Welcome to⟩ §company§. ⟨We are open|Our hours "
     "are⟩ "
     "§hours§. ⟨If it is urgent,|Otherwise⟩ call §phone§ or write to §email§. ⟨Goodbye!|Have a "
     "nice "
     "day. *beep*|Press 1 (one) for §contact§.⟩"),
    ("env", "settings file", "⟨[main]|# main server|; main server⟩\nhost = §host§\nport = "
     "§port§\nworkers = "
     "§instances§\n⟨log = /var/log/~word~.log|quota = 80%|mode = fast⟩\nroot = §folder§\nrun_as = "
     "§user§"),
    ("text", "announcement", "⟨Sign up now|New⟩: §course§ with §teacher§\n⟨Every|Always on⟩ "
     "§weekday§, §time§, §venue§\n⟨Fee|Price⟩: §fee§ ⟨(students pay 50%)|per person|for ten "
     "evenings⟩\n§seats§ seats, ⟨sign up|register⟩ by §deadline§: §email§"),
)  # fmt: skip
"""(language, what people call it, pattern)"""

CLOSINGS = (
    "P.S. Up to 20% of the money goes to the library.",
    "(This text was written by hand.)",
    "Please do not answer to this message.",
    "Printed on 100% recycled paper.",
    "We reserve the right to change the program {as always}.",
    "See [1] for the rules.",
    "Prices include tax (7%).",
    "Terms apply, <see the back>.",
    "If you have received this by mistake, please let us know.",
    "Keep this for your records.",
    "Save $5 with the app.",
    "** Have a good day **",
)
"""Last paragraphs of texts, some with marks that are no slots."""

"""Tables of a few domains, with what their columns hold.

Invariant: within a domain each further table can be joined to the first, and the first has texts
and numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

_DOMAINS = """
orders o: customer_id# total$ status=open|paid|shipped|cancelled quantity% created_at^ discount$
customers c <customer_id: name~ email@ city=Berlin|Lyon|Oslo|Porto country=DE|FR|US|PT active?
products p <product_id: name* price$ category=books|toys|garden|food stock% active?
payments pay >order_id: amount$ method=card|cash|paypal|invoice paid_at^ status=done|failed|pending

employees e: department_id# name~ salary$ hired_at^ title=engineer|analyst|manager|clerk email@
departments d <department_id: name=Sales|Support|Finance|Research budget$ floor%
offices f <office_id: city=Vienna|Madrid|Leeds|Seoul country=AT|ES|GB|KR seats%
absences a >employee_id: reason=holiday|sick|training starts_on^ days% approved?

enrollments en: student_id# course_id# grade% enrolled_at^ status=active|finished|dropped
students s <student_id: name~ email@ birth_year% city=Graz|Turin|Ghent|Cork
courses c <course_id: title* credits% level=basic|advanced|master language=en|de|fr

appointments a: doctor_id# patient_id# starts_at^ duration% status=booked|done|missed room%
patients p <patient_id: name~ phone_verified? insurance=public|private born_on^
doctors d <doctor_id: name~ specialty=cardiology|pediatrics|surgery fee$ active?

bookings b: room_id# guest_id# check_in^ nights% price$ status=confirmed|cancelled|pending
rooms r <room_id: number% kind=single|double|suite floor% price$
guests g <guest_id: name~ email@ country=IT|CH|NL|SE vip?
hotels h <hotel_id: name* city=Rome|Basel|Nice|Malmo stars%

loans l: book_id# member_id# loaned_on^ due_on^ returned? fine$
books b <book_id: title* author~ pages% genre=fiction|history|poetry|science year%
members m <member_id: name~ email@ joined_on^ status=active|blocked|expired

tickets t: user_id# subject* priority% status=new|open|waiting|closed created_at^ updated_at^
users u <user_id: name~ email@ role=admin|agent|customer created_at^ active?
teams tm <team_id: name=Network|Billing|Hardware|Onboarding size%
comments c >ticket_id: author~ created_at^ visible? likes%

matches m: home_id# played_on^ goals_home% goals_away% season=2022|2023|2024|2025 spectators%
clubs c <home_id: name* city=Leipzig|Seville|Bristol|Lima founded% league=first|second|third
referees r <referee_id: name~ country=PL|BR|DK level%

plays p: song_id# user_id# played_at^ seconds% device=phone|desktop|tv|car skipped?
songs s <song_id: title* duration% genre=jazz|rock|folk|pop released_on^ rating%
listeners l <user_id: name~ plan=free|family|student country=CA|JP|MX|IE
albums al <album_id: title* year% tracks% price$

invoices i: client_id# amount$ due_date^ status=draft|sent|paid|overdue currency=EUR|USD|CHF tax$
clients c <client_id: name* vat_checked? city=Zurich|Prague|Tallinn|Osaka sector=retail|energy|media
projects p <project_id: name* budget$ starts_on^ status=planned|running|paused

tasks t: project_id# title* status=todo|doing|review|done priority% due_date^ hours%
projects p <project_id: name* client* starts_on^ archived? budget$
members m <assignee_id: name~ email@ role=developer|designer|tester

readings r: sensor_id# value$ recorded_at^ quality=good|poor|bad battery%
sensors s <sensor_id: name* location=roof|cellar|garage|garden unit=C|lux|ppm active?
stations st <station_id: name* altitude% country=NO|IS|FI installed_on^

trips t: driver_id# distance$ started_at^ fare$ status=running|done|cancelled passengers%
drivers d <driver_id: name~ rating$ city=Austin|Lagos|Cairo|Kyoto joined_on^ active?
vehicles v <vehicle_id: brand=Volvo|Fiat|Toyota|Skoda seats% year% color=red|white|black mileage%

posts p: author_id# title* views% status=draft|published|archived published_at^ likes%
authors a <author_id: name~ email@ joined_on^ verified?
categories c <category_id: name=Travel|Cooking|Music|Politics position% visible?
comments cm >post_id: author~ created_at^ approved? rating%
"""
_KINDS = {"#": "id", "%": "int", "$": "money", "^": "date", "~": "person", "*": "title",
          "@": "email", "?": "flag"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it is called, what it holds, and its values where these are few."""

    name: str
    kind: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `link` says how it is joined to the first of its domain."""

    name: str
    alias: str
    link: str
    columns: tuple[Column, ...]


def _read_table(line: str) -> Table:
    head, columns = line.split(":", 1)
    name, alias, *link = head.split()
    read = []
    for word in columns.split():
        if "=" in word:
            column, values = word.split("=")
            read.append(Column(column, "word", tuple(values.split("|"))))
        else:
            read.append(Column(word[:-1], _KINDS[word[-1]]))
    return Table(name, alias, "".join(link), tuple(read))


DOMAINS = tuple(
    tuple(_read_table(line) for line in block.splitlines())
    for block in _DOMAINS.strip().split("\n\n")
)

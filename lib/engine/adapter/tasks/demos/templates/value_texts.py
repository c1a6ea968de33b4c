"""What the slots of templates stand for, what can stand there, and how people tell it.

Invariant: each way to tell a value says by itself which of a template's slots is meant, and no
value holds a comma, a semicolon or a bracket.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thing:
    """What a slot stands for."""

    names: tuple[str, ...]
    values: tuple[str, ...]
    bits: tuple[str, ...]
    """Short ways to tell a value `{v}`, for an enumeration."""
    facts: tuple[str, ...]
    """Clauses that tell it."""


def _thing(names: str, values: str, bits: str, facts: str) -> Thing:
    return Thing(*(tuple(part.split("|")) for part in (names, values, bits, facts)))


_DAYS = "~day~ ~month~|~month~ ~day~|~day~ ~month~ ~year~|~date~"
_PERSON = "~first~ ~last~|Ms ~last~|Mr ~last~|~first2~ ~last~|Dr ~last~|Mrs ~last~"
_FULL = "~first~ ~last~"
_MONEY = "$~price~|~n~ €|~n~ euros|~price~ EUR|~n~ dollars|£~n~"

PEOPLE = ("person", "customer", "guest", "student", "patient")
"""For whom a text is made; a template has one of them at most."""

THINGS: dict[str, Thing] = {
    "person": _thing("name|recipient|full_name|addressee", _PERSON, "for {v}|to {v}|name {v}",
        "it's for {v}|it goes to {v}|this one is for {v}|the person is called {v}|{v} gets it"),
    "customer": _thing("customer|client|customer_name|buyer", _PERSON,
        "for {v}|customer {v}|our customer {v}",
        "the customer is {v}|it's for {v}|the client is called {v}|it goes to {v}|{v} is the "
        "buyer"),
    "guest": _thing("guest|guest_name|visitor|name", _PERSON, "for {v}|guest {v}",
        "the guest is {v}|we expect {v}|it's for {v}|the visitor is called {v}|it goes to {v}"),
    "student": _thing("student|student_name|pupil|child", _FULL + "|~first~", "for {v}|student {v}",
        "the student is {v}|it's for {v}|the child is called {v}|the pupil's name is {v}"),
    "patient": _thing("patient|patient_name|name", _PERSON, "for {v}|patient {v}",
        "the patient is {v}|it's for {v}|the patient's name is {v}|it goes to {v}"),
    "first_name": _thing("first_name|given_name", "~first~", "first name {v}|given name {v}",
        "the first name is {v}|{v} is the given name|the person's first name is {v}"),
    "last_name": _thing("last_name|surname|family_name", "~last~", "last name {v}|surname {v}",
        "the last name is {v}|{v} is the family name|the surname is {v}"),
    "sender": _thing("sender|signature|my_name|sender_name", "~first~|" + _FULL,
        "from {v}|signed {v}|sender {v}|yours {v}",
        "it comes from {v}|{v} signs it|the sender is {v}|at the bottom it says {v}|I am {v}"),
    "contact": _thing("contact|contact_person|contact_name|organizer", _FULL + "|~first~",
        "contact {v}|questions to {v}|contact person {v}",
        "the contact is {v}|people with questions should ask {v}|questions go to {v}"
        "|{v} answers questions|the contact person is {v}"),
    "event": _thing("event|event_name|occasion|event_title",
        "summer party|book fair|chess evening|open day|pottery workshop|flea market|quiz night"
        "|poetry evening|wine tasting|spring concert|~item~ exhibition|~city~ marathon",
        "{v}|event {v}", "the event is the {v}|we are planning the {v}|it's about the {v}"
        "|what we invite to is the {v}|the occasion is the {v}"),
    "course": _thing("course|workshop|course_name|course_title",
        "Pottery for Beginners|First Aid|Night Photography|Bread Baking|Watercolors|Italian A1"
        "|Sewing Basics|Bike Repair|Public Speaking|Advanced ~Items~|Introduction to ~Items~",
        "{v}|course {v}|the workshop {v}", "the course is {v}|{v} is the course|it's about {v}"
        "|the workshop is called {v}|the class is named {v}"),
    "date": _thing("date|day|event_date", _DAYS, "{v}|on {v}|date {v}",
        "it's on {v}|the date is {v}|the day is {v}|we agreed on {v} as the date"),
    "issued": _thing("date|issue_date|date_of_issue", _DAYS, "dated {v}|issued on {v}|date {v}",
        "it's dated {v}|the date is {v}|it was issued on {v}|{v} is the date on it"),
    "weekday": _thing("day|weekday", "~weekday~", "{v}|on {v}|on a {v}",
        "it's on {v}|the day is {v}|{v} is the day|the weekday is {v}"),
    "time": _thing("time|start_time|hour|start",
        "~clock~|~clock~|7 pm|10 am|half past six|noon|3 pm|quarter to eight|6.30 pm",
        "{v}|at {v}|starting at {v}", "it starts at {v}|we begin at {v}|the time is {v}"
        "|{v} is when it starts|the start is at {v}"),
    "end": _thing("end_time|end|closing_time", "~clock~|9 pm|midnight|5 pm|half past ten",
        "until {v}|till {v}|ends at {v}", "it ends at {v}|it goes on until {v}|it's over at {v}"),
    "deadline": _thing("deadline|due_date|last_day", _DAYS + "|~weekday~",
        "deadline {v}|no later than {v}|by {v}", "the deadline is {v}|they have until {v}"
        "|{v} is the last possible day|it has to be done by {v}|it's due on {v}"),
    "city": _thing("city|town|location", "~city~", "in {v}|city {v}",
        "it's in {v}|the city is {v}|the town is {v}|{v} is where it is|we are talking about {v}"),
    "venue": _thing("venue|place|meeting_point|room",
        "the town hall|Room ~n~|the ~Word~ Theater|the old mill|the main library|Cafe ~Word~"
        "|the boathouse|the school gym|Studio ~digit~|the ~Word~ Inn", "at {v}|venue {v}|place {v}",
        "it happens at {v}|the place is {v}|we meet at {v}|people should come to {v}"),
    "address": _thing("address|street|street_address",
        "~n~ ~Word~ Street|~digit~ Mill Road|~n~ ~Word~ Lane|~teen~ Church Square|~Word~ Alley ~n~",
        "address {v}|at {v}", "the address is {v}|it's at {v}|the house is {v}"),
    "email": _thing("email|mail_address|contact_email", "~email~", "{v}|mail to {v}|e-mail {v}",
        "the e-mail address is {v}|they can write to {v}|mails go to {v}|people reach us at {v}"),
    "phone": _thing("phone|phone_number|telephone", "0~n~ ~n2~ ~n3~|555-01~teen~|+44 ~n~ ~n2~ ~n3~",
        "phone {v}|call {v}|telephone {v}", "the number to call is {v}|they can call {v}"
        "|our telephone number is {v}|whoever wants to phone dials {v}"),
    "price": _thing("price|unit_price|price_each", _MONEY, "{v} each|at {v} each|{v} apiece",
        "one costs {v}|each is {v}|a single one costs {v}|the price for one is {v}"),
    "fee": _thing("fee|cost|price|charge", _MONEY, "costs {v}|{v} to pay|fee {v}",
        "it costs {v}|the fee is {v}|everybody pays {v}|the price is {v}|they charge {v}"),
    "total": _thing("total|sum|grand_total|total_price", _MONEY,
        "{v} in total|{v} altogether|total {v}|{v} all in all", "the total is {v}"
        "|that makes {v} altogether|all in all it's {v}|the sum comes to {v}"),
    "amount": _thing("amount|amount_due|balance|sum", _MONEY,
        "{v} to pay|amount {v}|{v} still open", "{v} is still to be paid|the amount is {v}"
        "|the sum is {v}|we are talking about {v}"),
    "seats": _thing("seats|count|number_of_places|number_of_seats", "2|3|4|5|6|8|12|20|35",
        "{v} seats|{v} places", "there are {v} seats|it's {v} seats|{v} seats were booked"
        "|{v} places are needed"),
    "quantity": _thing("quantity|count|number_of_pieces", "2|3|4|6|10|12|25|40|150",
        "{v} pieces|{v} of them|quantity {v}", "it's {v} pieces|{v} of them were ordered"
        "|the number of pieces is {v}|they took {v} of them"),
    "people": _thing("people|party_size|number_of_people|guests", "2|3|4|5|6|7|9|14",
        "{v} people|{v} persons", "{v} people are coming|it's {v} people|it's a party of {v}"),
    "product": _thing("product|item|article|product_name",
        "garden chair|desk lamp|rain jacket|coffee grinder|bookshelf|yoga mat|~color~ backpack"
        "|standing desk|bread knife|tent|~adj~ ~item~", "{v}|item {v}|the {v}",
        "the product is the {v}|it's about the {v}|what was bought is the {v}|the article is {v}"),
    "order": _thing("order_number|order|order_id|order_ref", "~n~~n2~|A-~n~|~n~-~n2~|ORD~n~~n2~",
        "order {v}|order number {v}", "the order has the number {v}|the order is {v}"
        "|the number of the order is {v}|it's order {v}"),
    "invoice": _thing("invoice_number|invoice|invoice_ref|number",
        "~year~-~n~|R~n~~n2~|INV-~n~|~n~/~year~", "invoice {v}|invoice number {v}",
        "the invoice has the number {v}|it's invoice {v}|the number on the invoice is {v}"),
    "account": _thing("account|account_number|bank_account", "~n~ ~n2~ ~n3~|GB~teen~ ~n~ ~n2~",
        "account {v}|to account {v}", "the money goes to account {v}|the account is {v}"
        "|our account number is {v}"),
    "company": _thing("company|company_name|firm", "~company~", "company {v}|{v} as the company",
        "the company is {v}|the firm is called {v}|{v} is the company's name"),
    "job": _thing("position|job_title|role|job",
        "nurse|pastry cook|data analyst|gardener|night porter|test engineer|bus driver|~item~ "
        "buyer",
        "position {v}|job {v}|role {v}", "the job is {v}|the position is {v}|the role is {v}"),
    "teacher": _thing("teacher|instructor|trainer", _FULL + "|Ms ~last~|Mr ~last~",
        "teacher {v}|with {v}|taught by {v}", "the teacher is {v}|{v} teaches it"
        "|the lessons are given by {v}|{v} is the one who teaches"),
    "class": _thing("class|class_name|group", "5b|3a|7c|10d|2b|8a", "class {v}",
        "the class is {v}|it's class {v}|we are talking about class {v}"),
    "subject": _thing("subject|school_subject",
        "biology|music|history|geography|French|art|physics|chemistry",
        "subject {v}|in {v}", "the subject is {v}|{v} is the subject|the lessons are in {v}"),
    "grade": _thing("grade|mark|result", "A|B+|C|A-|B|very good|satisfactory",
        "grade {v}|mark {v}|result {v}", "the grade is {v}|the mark is {v}|the result is {v}"),
    "points": _thing("points|score|number_of_points", "87|64|93|112|48|71|38|150",
        "{v} points", "it's {v} points|the score is {v}|{v} points were reached"),
    "app": _thing("app|app_name|service|project_name", "tidepool|~word~|~word~-~item~|"
        "~word~_~item~",
        "{v}|app {v}|the app {v}", "it's for the app {v}|the app is called {v}|the application "
        "is {v}"
        "|{v} is the name of the app|we named the app {v}"),
    "region": _thing("region|cloud_region|zone", "eu-west-1|us-east-2|eu-central-1|ap-south-1"
        "|northeurope|europe-west4", "in {v}|region {v}",
        "it runs in {v}|the region is {v}|{v} is the region|we deploy to {v}"),
    "instances": _thing("count|replicas|instances|instance_count", "2|3|4|5|6|8|12",
        "{v} instances|with {v} instances|{v} replicas", "it has {v} instances|there are {v} "
        "instances"
        "|we run {v} copies of it|{v} instances are enough"),
    "port": _thing("port|port_number", "8080|3000|5000|8443|9090|4~n~|6379|7~n~",
        "port {v}|on port {v}", "it listens on port {v}|the port is {v}|port {v} is the one it "
        "uses"),
    "host": _thing("host|host_name|server", "db.internal|~word~.internal|~domain~|"
        "10.0.~digit~.~teen~",
        "host {v}|on {v}", "the host is {v}|the machine is {v}|the server is reached at {v}"),
    "database": _thing("database|db_name|db", "~items~_db|~word~_~items~|~items~",
        "database {v}|db {v}", "the database is called {v}|it connects to the database {v}"
        "|the database is {v}"),
    "user": _thing("user|user_name|login|owner", "~word2~_app|svc_~word~|deploy|~word~~digit~|ops",
        "user {v}|as {v}|login {v}", "the user is {v}|it logs in as {v}|the login is {v}"),
    "version": _thing("version|release", "~version~", "version {v}|release {v}",
        "the version is {v}|we are at version {v}|it's version {v}|this will be release {v}"),
    "author": _thing("author|author_name|maintainer", _FULL, "by {v}|author {v}",
        "{v} wrote it|the author is {v}|it was made by {v}|{v} looks after it"),
    "license": _thing("license|license_name", "MIT|Apache-2.0|GPL-3.0|BSD-3-Clause|MPL-2.0",
        "{v} license|license {v}|under {v}", "it's under the {v} license|the license is {v}"
        "|we publish it under {v}"),
    "repo": _thing("repo_url|repository|repo",
        "https://git.~domain~/~item~|https://code.~domain~/~word~/~items~", "repo {v}|code at {v}",
        "the code is at {v}|the repository is {v}|it can be cloned from {v}"),
    "image": _thing("image|base_image", "python:3.12-slim|node:22|alpine:3.20|debian:12|"
        "golang:1.23",
        "image {v}|base image {v}", "it's built on {v}|the base image is {v}|it starts from {v}"),
    "folder": _thing("folder|directory|work_dir", "/srv/~item~|/opt/~word~|/app|/var/lib/~items~",
        "folder {v}|in {v}", "the files are in {v}|the folder is {v}|everything is kept in {v}"),
    "script": _thing("script|main_file|entry_file", "main.py|server.js|~verb~_~items~.py|start.sh",
        "script {v}|starting {v}", "{v} is what gets started|the script is {v}|it starts {v}"),
    "table": _thing("table|table_name", "~items~|~items~_archive|~adj~_~items~", "table {v}",
        "the table is {v}|the rows are in {v}|the table is called {v}"),
    "column": _thing("column|column_name|field", "~field~|~item~_~field~", "column {v}|field {v}",
        "the column is {v}|the field is called {v}|we go by the column {v}"),
    "limit": _thing("limit|max_rows|row_limit", "10|25|50|100|500|15", "{v} rows|limit {v}",
        "{v} rows are enough|we want {v} rows|the limit is {v}"),
    "title": _thing("title|headline|page_title|heading",
        "Summer Sale|About Us|~Adj~ ~Items~|News from ~city~|Our ~Items~|The ~Word~ ~Item~",
        "title {v}|headline {v}|heading {v}", "the title is {v}|the headline says {v}"
        "|the heading reads {v}|at the top it says {v}"),
    "discount": _thing("discount|reduction|rebate", "15%|10%|20%|25%|30%|40%|5%", "{v} off",
        "they save {v}|the discount is {v}|everything is {v} cheaper|the reduction is {v}"),
    "code": _thing("code|coupon|voucher_code", "SUN~teen~|~WORD~~teen~|~WORD~-~n~",
        "code {v}|coupon {v}", "the code is {v}|they type {v} at the checkout|the coupon is {v}"),
    "platform": _thing("platform|track", "3|7|12|4a|9|11", "platform {v}|from platform {v}",
        "it leaves from platform {v}|the platform is {v}|{v} is the platform"),
    "duration": _thing("duration|length|time_needed",
        "45 minutes|two hours|90 minutes|half an hour|20 minutes|an hour",
        "{v} long|takes {v}", "it takes {v}|it lasts {v}|the duration is {v}"),
    "soup": _thing("soup|starter|first_course", "tomato soup|green salad|onion soup|garlic bread"
        "|lentil soup|melon with ham", "to start {v}|starter {v}",
        "the meal begins with {v}|the starter is {v}|as a first course there is {v}"),
    "dish": _thing("dish|main_course|main_dish", "mushroom risotto|fried trout|lamb curry|pea stew"
        "|goulash|spinach lasagna", "main course {v}|then {v}", "the main course is {v}"
        "|the main dish is {v}|in the middle there is {v}"),
    "dessert": _thing("dessert|sweet|last_course", "apple pie|plum cake|ice cream|rice pudding"
        "|lemon tart|chocolate mousse", "dessert {v}|{v} for dessert", "the dessert is {v}"
        "|for dessert there is {v}|the meal ends with {v}"),
    "pet": _thing("pet_name|pet|animal_name", "Biscuit|Minka|Mr ~Word~|~Word~|Pepper|Luna|Bruno",
        "called {v}|pet name {v}", "it's called {v}|the pet's name is {v}|it answers to {v}"),
    "reward": _thing("reward|finder_fee", "~n~ euros|a big cake|$~price~|two concert tickets",
        "reward {v}|{v} as a reward", "whoever finds it gets {v}|the reward is {v}"
        "|the finder can expect {v}"),
    "topic": _thing("topic|agenda_item|theme", "the new website|parking|the budget|holiday plans"
        "|the office move|the price list|the lost ~items~|the ~adj~ ~item~", "topic {v}|about {v}",
        "the topic is {v}|it's about {v}|we talk about {v}|{v} is what we discuss"),
    "chair": _thing("chair|moderator|facilitator", _FULL + "|~first~",
        "chaired by {v}|moderated by {v}", "{v} leads the meeting|the chair is {v}|{v} moderates"),
    "scribe": _thing("scribe|note_taker|minutes_writer", _FULL + "|~first~",
        "notes by {v}|minutes by {v}", "{v} takes the notes|the notes are written by {v}"
        "|{v} writes the minutes"),
    "award": _thing("award|prize|medal", "Gold medal|Second prize|the ~Word~ cup|Best newcomer",
        "award {v}|prize {v}", "the prize is {v}|the award is {v}|what is handed over is {v}"),
    "hours": _thing("opening_hours|hours", "9:00 to 17:00|8 am to noon|10:30 to 18:30|2 pm to 10 "
        "pm",
        "open {v}|hours {v}", "we are open {v}|the hours are {v}|the doors are open {v}"),
    "doctor": _thing("doctor|physician|doctor_name", "Dr ~last~|Dr ~first~ ~last~",
        "doctor {v}|with {v}", "the doctor is {v}|it's with {v}|{v} is the physician"),
    "nights": _thing("nights|number_of_nights", "2|3|4|5|7|10|14", "{v} nights",
        "the stay is {v} nights|it's {v} nights|{v} nights are booked"),
    "room": _thing("room|room_number", "~n~|1~teen~|20~digit~", "room {v}|room number {v}",
        "the room is {v}|it's room {v}|the room has the number {v}"),
    "link": _thing("link|url|web_page", "https://~domain~/~item~|https://~domain~/~items~/~n~",
        "link {v}|page {v}", "the link is {v}|the page is at {v}|it can be found at {v}"),
    "team": _thing("team|department|team_name", "sales|support|logistics|marketing|finance|design",
        "team {v}|the {v} team", "the team is {v}|it's the {v} team|the department is {v}"),
    "tracking": _thing("tracking_number|parcel_number|tracking_id", "~n~~n2~~n3~|TX~n~~n2~|~n~ "
        "~n2~ DE",
        "tracking number {v}|parcel number {v}", "the parcel has the number {v}"
        "|the tracking number is {v}|it can be tracked as {v}"),
}  # fmt: skip
"""What a slot stands for -> its names and values. The pattern of a value has ~slots~."""

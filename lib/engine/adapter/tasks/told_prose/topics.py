"""Topics of everyday prose: a title, and sentences that fit in any selection.

Invariant: the last word of what a sentence is about, before its colon, stands in the sentence.
"""

from __future__ import annotations

TOPICS = """
# Class trip to ~City~
the bus: The bus leaves at {time|departure time} from the stop behind the school.
lunch: Every child brings lunch and something to drink.
the museum: We visit the museum first and have a tour at {time|time of the tour}.
the costs: The costs are {price|price of the trip} per child.
the form: Please sign the form by {day|deadline for the form}.
shoes: Good shoes are a must, because we walk a lot.
phones: Phones stay at home or in the bag.
our return: Our return is planned for {time|time of the return}.
the helpers: We still need {count|number of helpers} helpers for the walk.
questions: For questions, write to {person|contact person}.
rain: If there is rain, we go on {date|alternative date} instead.
# Water cut in the building
the water: The water will be off on {date|date of the water cut} from {time|start time} on.
the pipes: Two old pipes in the basement are replaced.
the lift: The lift keeps running all day.
buckets: Fill some buckets the evening before.
dishwashers: Washing machines and dishwashers must not run during that time.
the plumber: The plumber is {person|plumber}, and he has the keys.
the heating: The heating is not affected.
noise: There will be some noise on the {count|noisy floor}th floor.
the caretaker: You can reach the caretaker at {phone|phone number of the caretaker}.
the cellar: Please leave the cellar doors open.
# Minutes of the team meeting
the budget: The budget was approved with a reserve of {percent|budget reserve}.
the website: {person|head of the website work} showed the first draft of the website.
the office: The new office has desks for {count|number of desks} people.
hiring: Hiring two developers stays the most important goal.
the printer: The printer on the first floor will be replaced.
holidays: Everybody enters their holidays by {date|deadline for holidays}.
the newsletter: The newsletter goes out every {day|day of the newsletter}.
travel: Travel costs went up by {percent|increase of travel costs} last year.
the customers: Our customers asked for shorter answers.
the next meeting: The next meeting is on {date|date of the next meeting} in {room|room}.
coffee: The coffee machine is repaired at last.
# Job interview
the interview: The interview takes place on {date|date of the interview} at {time|starting time}.
the entrance: Please use the entrance on ~Word~ Street.
the reception: Ask for {person|interviewer} at the reception.
documents: You need no documents except your passport.
the test: A short test of {count|length of the test in minutes} minutes comes first.
parking: Parking is free for visitors.
travel costs: We pay your travel costs up to {price|limit for travel costs}.
a call: If you are late, a call to {phone|phone number} is enough.
the answer: You will have an answer by {day|day of the answer}.
the salary: We talk about the salary in the second round.
# Summer party in the yard
the grill: The grill is ready from {time|grill time}.
salads: Everybody brings salads or bread.
music: ~First~ and ~First2~ play music until late.
the children: For the children there is a puppet show.
the neighbors: We told the neighbors that it may get loud.
drinks: Drinks cost {price|price of drinks} each.
the tent: We have a tent for {count|size of the tent} people.
the raffle: The raffle starts at {time|start of the raffle}.
dogs: Dogs are welcome on a leash.
helpers: We look for helpers who clean up on {day|day of the cleaning}.
tables: The tables come from the sports club.
# Bakery ~Word~
rye bread: Our rye bread is back, and a loaf costs {price|price of the bread}.
opening hours: Our opening hours start at {time|opening time} on weekdays.
the oven: The old oven was replaced in spring.
cakes: Order your cakes two days in advance.
allergies: Customers with allergies can ask for a list.
the card: With our card you save {percent|discount} on everything.
cookies: A bag of cookies is {price|price of the cookies}.
rolls: We bake {count|number of rolls} rolls every hour.
the apprentice: {person|apprentice} is our new apprentice.
sundays: On Sundays we only sell what is left.
vegan pies: The vegan pies are sold on {day|day of the pies} only.
# Review of Hotel ~Word~
the bed: The bed was soft and wide.
breakfast: Breakfast starts at {time|breakfast time} and has everything.
the view: Our view went over the harbor.
the staff: The staff helped us at any hour, above all {person|friendliest employee}.
the price: For {price|price per night} a night it is a good deal.
the pool: Only the pool was too cold.
the bathroom: The bathroom is small, but clean.
the wifi: The wifi hardly worked on the {count|floor}th floor.
the garage: The garage costs {price|price of the garage} extra.
the noise: We slept badly because of the noise.
the beach: You need ten minutes to the beach on foot.
# Course for beginners
the teacher: The teacher is {person|teacher}, who has taught for years.
the fee: The fee is {price|course fee} for all lessons.
the first lesson: The first lesson is on {date|date of the first lesson}.
the room: Our room is {room|room}.
the book: You get the book on the first evening.
homework: There is homework every week, but not much.
places: We have places for {count|number of places} people.
the exam: The exam on {date|date of the exam} is voluntary.
discounts: Students get discounts of {percent|student discount}.
registration: Registration is open until {day|end of the registration}.
children: For children there is a course of their own.
# Your order from ~Company~
delivery: Delivery is planned for {date|delivery date}.
the parcel: The parcel weighs {count|weight of the parcel} kilos.
the invoice: The invoice over {price|amount of the invoice} comes by e-mail.
returns: Returns are free within {count|number of days for returns} days.
the driver: The driver calls you at {phone|phone number of the customer}.
shipping: Shipping costs {price|shipping price}.
the warranty: The warranty covers two years.
the lamp: Unfortunately, the lamp is out of stock.
the neighbor: If you are out, {person|neighbor} accepts it for you.
a voucher: With your next order you get a voucher of {percent|value of the voucher}.
batteries: Please note that batteries are not included.
# Library news
the reading room: The reading room closes at {time|closing time of the reading room}.
fines: Late fines are {price|fine per day} a day.
the author: On {date|date of the reading}, the author ~First~ ~Last~ reads from a new novel.
e-books: You can borrow {count|number of e-books} e-books at a time.
the cafe: The cafe next door belongs to us now.
the app: With the app you renew loans from home.
films: Films can be kept for one week.
story time: Story time for kids is on {day|day of story time}.
lockers: The lockers need a coin.
the shelves: The shelves for maps moved to {room|place of the maps}.
donations: We take donations of books in good condition.
# Report on the autumn sale
sales: Sales rose by {percent|growth of sales} in October.
the shop: The shop in ~City~ did best.
jackets: Jackets sold out within {count|number of days} days.
the website: Our website was down on {date|date of the failure}.
complaints: We had {count|number of complaints} complaints, most of them about sizes.
returns: The rate of returns fell to {percent|rate of returns}.
advertising: We paid {price|cost of advertising} for advertising.
staff: Extra staff was needed on {day|busiest day}.
stock: The stock is now managed by {person|stock manager}.
scarves: The scarves did not sell at all.
next year: For next year we plan fewer colors.
# Pancakes
flour: Mix the flour with a pinch of salt.
the eggs: Beat the eggs and add them one by one.
the milk: Slowly pour in {count|amount of milk} spoons of milk.
the rest: Let the batter rest until {time|time to go on}, or a bit longer.
butter: Melt some butter in a wide pan.
the heat: Keep the heat low.
apples: Thin slices of apples make them juicy.
sugar: Serve with sugar and cinnamon.
the dough: The dough is enough for {count|number of people} people.
the freezer: You can keep leftovers in the freezer.
lemon: A little lemon goes well with it.
# How to reset the router
the plug: Pull the plug and wait {count|waiting time in seconds} seconds.
the button: Press the small button on the back.
the light: The light turns green after a while.
the password: Your new password is printed on the label.
the app: Open the app and follow the steps.
cables: Check that all cables are tight.
the manual: The manual is on our website.
the hotline: Our hotline is open until {time|closing time of the hotline} at {phone|hotline number}.
updates: Install updates every {day|day for updates}.
the antenna: Turn the antenna to the window.
the guarantee: Opening the case ends the guarantee.
# Cleaning day in the park
gloves: We hand out gloves and bags.
the meeting point: The meeting point is the big oak at {time|meeting time}.
the pond: A group of {count|size of the pond group} people cleans the pond.
soup: At noon there is hot soup for all.
glass: Leave broken glass to the adults.
the city: The city takes away the rubbish on {day|day of the collection}.
the mayor: The mayor will give a short speech.
photos: {person|photographer} takes photos for our page.
the benches: The paint for the benches costs {price|price of the paint}.
flowers: Last year we planted flowers along the path.
bad weather: In bad weather we meet on {date|alternative date}.
# Gym ~Word~
the sauna: The sauna is closed until {date|opening date of the sauna}.
the contract: Your contract ends after {count|length of the contract in months} months.
towels: Please put towels on all mats.
yoga: Yoga with {person|yoga teacher} moves to {day|day of the yoga class}.
the fee: The monthly fee rises to {price|monthly fee}.
lockers: Empty the lockers every evening.
guests: On {day|guest day}, guests train for free.
the showers: The showers were renovated.
weights: Put the weights back after use.
the trainer: A trainer is there from {time|start of the training}.
drinks: Drinks in glass bottles are not allowed.
# Release notes
the search: The search is now {percent|speed gain} faster.
the login: The login with a fingerprint works on all phones.
dark mode: We added a dark mode.
the export: The export holds up to {count|export limit} columns.
the bug: A bug in the calendar was fixed by {person|developer}.
languages: Three languages are new, among them Finnish.
the server: The server moves on {date|date of the move}.
the old version: The old version stops working in spring.
pictures: Pictures load when they are needed.
the price: For teams the price stays at {price|team price}.
maintenance: Maintenance is every {day|maintenance day} at {time|maintenance time}.
# Moving offices
the boxes: Your boxes arrive on {date|arrival of the boxes}.
computers: Computers are packed by the IT team.
plants: Everybody carries their own plants.
the keys: Get the keys from {person|keeper of the keys} in {room|room for the keys}.
the old desks: The old desks are given away for {price|price of a desk}.
the kitchen: The kitchen is cleaned on {day|cleaning day}.
the truck: The truck comes at {time|arrival of the truck}.
labels: Write your name on all labels.
phones: Phones work with the same numbers.
the lights: The last person turns off the lights.
insurance: The insurance covers {percent|share of the insurance} of the damage.
# Dentist ~Last~
the appointment: Your appointment is on {date|date of the appointment} at {time|appointment time}.
your teeth: Please brush your teeth before you come.
the insurance card: Bring your insurance card.
the bill: The bill of {price|amount of the bill} is due soon.
cancellations: We accept cancellations until {day|last day for changes}.
pain: In case of pain, call {phone|phone number}.
the assistant: {person|assistant} is our new assistant.
the elevator: The elevator takes you to {room|waiting room}.
x-rays: Old x-rays help us a lot.
the waiting time: Your waiting time is {count|waiting time in minutes} minutes at most.
# Flea market on the square
stalls: There are {count|number of stalls} stalls left.
the fee: The fee is {price|stall fee} for three meters.
setting up: Setting up begins at {time|time for setting up}.
cars: Cars must leave the square after that.
new goods: New goods may not be sold.
waffles: The school sells waffles for {price|price of a waffle}.
toilets: You find toilets in the town hall.
the date: The date is {date|date of the market}.
sellers: Young sellers pay nothing.
the contact: Your contact is {person|contact person}, {email|e-mail address}.
prices: Agree on prices kindly.
# Choir news
the rehearsal: The rehearsal is in {room|rehearsal room} on {day|rehearsal day}.
the concert: Our concert is on {date|concert date}.
tickets: Tickets are {price|ticket price} each.
the tenors: We need {count|number of new tenors} more tenors.
black clothes: All singers wear black clothes.
the pianist: {person|pianist} is our new pianist.
the sheets: Copies of the sheets are in the folder.
the conductor: The conductor is ill this week.
the church: The church opens at {time|opening time of the church}.
recordings: Recordings are sent by e-mail.
newcomers: Write to {email|e-mail address for newcomers} if you know newcomers.
# Garden diary
tomatoes: The first tomatoes are ripe.
the snails: At night the snails ate {count|number of lost salads} salads.
the compost: Turn the compost in autumn.
the pears: Our pears need {count|number of weeks until the harvest} more weeks.
the fence: {person|carpenter} repaired the fence for {price|price of the repair}.
bees: Many bees live in the old wall.
the hose: The hose has a leak.
roses: Cut the roses on {date|date for the roses}.
potatoes: We dug out potatoes on {day|potato day}.
mint: Mint grows everywhere now.
the hedgehog: The hedgehog comes at {time|hedgehog time}.
# Support ticket
the device: The device turns itself off after {count|number of minutes until it fails} minutes.
the screen: The screen stays black.
the serial number: A serial number is not readable.
the dealer: Our dealer is {person|dealer} in ~City~.
the purchase: The purchase was on {date|purchase date} for {price|purchase price}.
the charger: Another charger does not help.
the data: All data is saved elsewhere.
the fan: The fan is louder than before.
a reply: We expect a reply by {day|day of the reply}.
the phone: By phone you reach us at {phone|our phone number}.
the firmware: An update of the firmware failed at {percent|point of failure}.
"""
"""Before a colon is what a sentence is about. `{kind|label}` is a fact and what people call it."""

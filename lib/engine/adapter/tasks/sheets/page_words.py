"""What the elements of a page say.

Invariant: words only; what is drawn of them is decided elsewhere.
"""

from __future__ import annotations

LINKS = (
    "Home|/", "About us|/about", "Contact|/contact", "Blog|/blog", "Prices|/prices", "Jobs|/jobs",
    "Imprint|/imprint", "Privacy|/privacy", "Help|/help", "Login|/login", "Shop|/shop",
    "Events|/events", "Gallery|/gallery", "News|/news", "Team|/team", "Docs|/docs",
    "Downloads|/downloads", "FAQ|/faq", "Terms|/terms", "Support|/support", "Our story|/story",
    "Sign up|/signup", "Settings|/settings", "My orders|/orders", "Reports|/reports",
    "Newsletter|/newsletter", "Opening hours|/hours", "Press|/press", "Forum|/forum", "Map|/map",
)  # fmt: skip
"""Text and address."""
THINGS = (
    "Bread rolls", "Green tea", "Olive oil", "Tomato soup", "Apple pie", "Wool socks", "Desk lamp",
    "Garden chair", "City map", "Travel mug", "Notebook A5", "Rain jacket", "Blue curtains",
    "Coffee beans", "Phone case", "Bike helmet", "Paper bags", "Photo album", "Hand soap",
    "Sun hat",
    "Guitar strings", "Chess set", "Camping stove", "Wall clock", "Running shoes", "Dog leash",
)  # fmt: skip
SENTENCES = (
    "We bake every morning from six.", "Delivery takes two to four days.", "Free entry on Sundays.",
    "Book a table for up to eight people.", "All prices include VAT.", "Your data stays with us.",
    "The workshop starts at nine.", "Returns are free within 30 days.", "Ask our team any time.",
    "Open all year except in January.", "The lake is a ten-minute walk away.",
    "Sold out until May.",
    "Fresh fruit from farms nearby.", "Sign in to see your orders.", "No credit card needed.",
    "Tickets are sold at the door.", "The new season begins in March.", "Dogs are welcome.",
)  # fmt: skip
HEADINGS = (
    "Our services", "Latest news", "Contact us", "Opening hours", "Menu of the day",
    "Upcoming events",
    "Your account", "Shipping", "Meet the team", "Frequently asked questions", "Price list",
    "How it works", "Recent posts", "Getting here", "Summer sale", "Reviews", "Members",
    "Downloads",
)  # fmt: skip
BUTTONS = ("Save", "Cancel", "Send", "Delete", "Sign up", "Log in", "Next", "Back", "Add to cart",
            "Search", "Reset", "Subscribe", "Book now", "Download", "Close",
            "Try again")  # fmt: skip
FIELDS = (
    "email|email|you@example.com", "name|text|Your name", "phone|tel|Phone number",
    "city|text|City",
    "password|password|Password", "age|number|18", "website|url|https://", "zip|text|Postal code",
    "company|text|Company name", "birthday|date|", "quantity|number|1", "query|search|Search...",
    "street|text|Street and number", "coupon|text|Coupon code", "start|date|", "color|color|",
)  # fmt: skip
"""Name, type and placeholder of each input."""

"""What style sheets are about: the rules of each theme, and what rules of a kind set.

Invariant: no two rules of a theme have the same selector or share a plain name.
"""

from __future__ import annotations

PROPERTIES = {
    "page": "color background font-family font-size line-height margin padding",
    "head": "color font-size font-weight margin text-align letter-spacing text-transform",
    "text": "color font-size line-height margin text-align font-style font-weight",
    "link": "color text-decoration font-weight letter-spacing font-size",
    "box": "background color border border-radius padding margin box-shadow width text-align",
    "bar": "background color padding gap height text-align font-size letter-spacing",
    "button": "background color border border-radius padding font-size font-weight cursor "
    "text-transform",
    "input": "border border-radius padding width font-size background color",
    "cell": "padding text-align border color font-weight background font-size",
    "image": "width border border-radius margin box-shadow opacity",
    "list": "margin padding gap color line-height font-size",
}
"""What rules of a kind usually set."""

_PAGE = ("body", "page", "the page|the whole page|the body")
_FOOT = ("footer", "bar", "the footer|the foot of the page|the bottom bar")
_HEAD = ("header", "bar", "the header|the top bar|the banner at the top")
_NAV = ("nav", "bar", "the menu|the navigation|the nav bar")
_NAV_LINK = ("nav a", "link", "the menu links|the links in the menu|menu links")
_LINK = ("a", "link", "the links|links|all ordinary links")
_HOVER = ("a:hover", "link", "hovered links|links under the mouse")
_TITLE = ("h1", "head", "the main heading|the big heading|the page title")
_SUB = ("h2", "head", "the subheadings|second-level headings|the smaller headings")
_QUOTE = ("blockquote", "text", "the quotes|quotes|quotations")
_BUTTON = ("button", "button", "the buttons|buttons")
THEMES: tuple[tuple[tuple[str, str, str], ...], ...] = (
    (_PAGE, ("h1, h2, h3", "head", "the headings|headings|all headings"),
     ("p", "text", "the paragraphs|paragraphs"), _LINK, _QUOTE, _BUTTON,
     (".box", "box", "the box|the boxes"), _FOOT),
    (_PAGE, _TITLE, (".post", "box", "the posts|the blog posts"), (".post h2", "head",
     "the post titles|the titles of the posts"), (".date", "text", "the dates|the date line"),
     _LINK, _HOVER, _QUOTE, (".tags", "list", "the tags|the tag list"), _FOOT),
    ((".shop", "page", "the shop page|the shop"), (".card", "box", "the cards|the product cards"),
     (".card img", "image", "the product pictures|the photos on the cards"), (".card h3", "head",
     "the product names|the names of the products"), (".price", "text", "the prices|the price"),
     (".old-price", "text", "the crossed-out prices|the former prices"), (".buy", "button",
     "the buy buttons|the buy button"), (".badge", "box", "the sale badges|the badges")),
    (("form", "box", "the form|the whole form"), ("label", "text", "the labels|labels"),
     ("input", "input", "the one-line fields|the single-line fields"),
     ("textarea", "input", "the big text area|the multi-line field"),
     ("select", "input", "the dropdown|the drop-down boxes"), (".hint", "text", "the hints|hints"),
     (".error", "text", "the error messages|error messages"),
     (".submit", "button", "the submit button|the send button"),
     (".cancel", "button", "the cancel button")),
    (("table", "box", "the table|the table as a whole"), ("caption", "text", "the caption"),
     ("th", "cell", "the column heads|the header cells"), ("td", "cell", "the ordinary cells"),
     ("tr:hover", "cell", "the row under the mouse|hovered rows"),
     (".total", "cell", "the totals|the total row"), (".note", "text", "the note|the remark"),
     (".negative", "cell", "negative numbers|the negative amounts")),
    (_HEAD, (".logo", "image", "the logo"), _NAV, _NAV_LINK, ("nav a:hover", "link",
     "menu links under the mouse|hovered menu links"), (".current", "link",
     "the current entry|the entry of the current page"), (".dropdown", "box",
     "the dropdown|the submenu"), (".search", "input", "the search box|the search field")),
    (_PAGE, _TITLE, _SUB, ("p", "text", "the paragraphs|body paragraphs"), _LINK,
     ("table", "box", "the tables|tables"), ("img", "image", "the pictures|images"),
     (".address", "text", "the address block|the address"), (".legal", "text", "the small print")),
    ((".dashboard", "page", "the dashboard"), (".sidebar", "bar", "the sidebar|the side bar"),
     (".widget", "box", "the widgets|widgets"), (".widget h2", "head", "the widget titles"),
     (".chart", "box", "the chart|the charts"), (".value", "text", "the big numbers|the figures"),
     (".trend-up", "text", "the rising trends|upward trends"),
     (".trend-down", "text", "the falling trends|downward trends"),
     (".alert", "box", "the alerts|the alert box")),
    (("#game", "page", "the game screen|the game"), (".board", "box", "the board|the game board"),
     (".tile", "box", "the tiles|tiles"), (".tile.active", "box", "the active tile"),
     (".score", "text", "the score"), (".lives", "text", "the lives|the lives counter"),
     (".timer", "text", "the timer|the countdown"), ("#start", "button", "the start button"),
     ("#pause", "button", "the pause button"), (".message", "box", "the message box")),
    ((".newsletter", "page", "the newsletter"), (".intro", "text", "the intro|the introduction"),
     (".story", "box", "the stories|the story boxes"), (".story h2", "head", "the story headlines"),
     (".more", "link", "the read-more links|read-more links"), (".offer", "box", "the offer"),
     (".offer strong", "text", "the bold part of the offer"), _FOOT),
    ((".gallery", "bar", "the gallery"), (".photo", "image", "the photos|photos"),
     (".photo:hover", "image", "photos under the mouse|the hovered photo"),
     (".caption", "text", "the captions|the photo captions"), (".album", "box", "the albums"),
     (".album h3", "head", "the album names"), (".close", "button", "the close button"),
     (".next, .prev", "button", "the arrows|the two arrow buttons")),
    (_PAGE, (".recipe", "box", "the recipe|the recipe card"), (".recipe h1", "head",
     "the recipe title"), (".ingredients", "list", "the ingredients|the ingredient list"),
     (".steps", "list", "the steps|the list of steps"), (".tip", "box", "the tip|the tip box"),
     (".time", "text", "the cooking time"), (".print", "button", "the print button")),
    ((".chat", "page", "the chat|the chat window"), (".message.own", "box",
     "my own messages"), (".message.other", "box",
     "the other person's messages"), (".sender", "text", "the sender names|the name of the sender"),
     (".sent-at", "text", "the times|the time stamps"), (".typing", "text", "the typing notice"),
     (".send", "button", "the send button"), (".chat input", "input", "the chat input")),
    ((".profile", "box", "the profile|the profile box"), (".avatar", "image", "the avatar"),
     (".nickname", "head", "the nickname"), (".bio", "text", "the bio|the short biography"),
     (".stats", "bar", "the stats|the row of stats"), (".follow", "button", "the follow button"),
     (".block", "button", "the block button"), (".skills", "list", "the skills|the skill list")),
    ((".plans", "bar", "the row of plans"), (".plan", "box", "the plans|the plan boxes"),
     (".plan.popular", "box", "the popular plan|the highlighted plan"), (".plan h3", "head",
     "the plan names"), (".fee", "text", "the fees|the monthly fee"),
     (".features", "list", "the features|the feature lists"), (".choose", "button",
     "the choose buttons"), (".faq", "text", "the FAQ|the questions below")),
)  # fmt: skip

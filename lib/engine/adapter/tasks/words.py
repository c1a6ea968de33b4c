"""The vocabulary of generated texts. Invariant: words only, no rules."""

from __future__ import annotations


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a text, as a list that reads well in the source."""
    return tuple(text.split())


NOUNS = split_words(
    """account address album alert animal answer appointment archive article artist asset athlete
    author badge ballot band basket battery bicycle bill bird block board boat book booking bottle
    box branch bridge bucket budget building bus button cabin cable cake calendar camera candidate
    card cart case castle cell chair channel chapter chart chat choice city class client clock
    cloud club coach coin color column comment company concert contact contest contract cookie
    course cousin crate customer day deal deck delivery depot desk device dish document dog donor
    door draft drawer dream driver duty editor engine entry episode error event exam exhibit expense
    factory farm farmer fee festival field figure file film filter flag flight floor flower folder
    forest form fruit game garden gate gift goal grade graph group guard guest guide hall hat hero
    hint horse hotel house idea image insect island issue item job journal journey judge kettle key
    kitchen label ladder lake lamp language layer leader leaf league lecture lesson letter level
    library license limit line link list loan location lock log lunch machine magazine map market
    match meal meeting menu message meter mirror mission model module monitor month mountain
    movie museum neighbor network node note notice nurse offer office option orchard order outlet
    package page painting panel paper parcel park partner party patient pattern payment pencil
    permit person phone photo piano picture pipe pirate place plan planet plant plate player poem
    point policy pool port post poster price prize product profile program project puzzle quarter
    question queue quiz quote rack railway rate reader receipt recipe record region release rental
    report request reservation resource response result review reward ride river robot role roof
    room round route rule runner sale sample scene schedule school score screen seat section seed
    segment sensor server session shelf shift ship shirt shoe shop signal singer site sketch slot
    song source spoon stage stamp station step stock stone store story street student subject
    supplier survey symbol table tag task teacher team tenant term test theme thing ticket tile
    timer token tool topic tour tower town toy track trail train tree trip truck tunnel unit user
    vehicle vendor venue video village visit visitor volume vote voucher walk wallet warehouse watch
    week wheel widget window winner word worker workshop yard zone"""
)

IRREGULAR_PLURALS = {
    "city": "cities", "story": "stories", "policy": "policies", "party": "parties",
    "person": "people", "library": "libraries", "factory": "factories", "entry": "entries",
    "delivery": "deliveries", "duty": "duties", "company": "companies", "box": "boxes",
    "bus": "buses", "class": "classes", "dish": "dishes", "branch": "branches",
    "bench": "benches", "match": "matches", "watch": "watches", "leaf": "leaves",
    "shelf": "shelves", "quiz": "quizzes", "hero": "heroes", "battery": "batteries",
    "sketch": "sketches", "coach": "coaches",
}  # fmt: skip

FIELDS = split_words(
    """active age amount area author balance brand calories capacity category code comment cost
    count country created currency deadline depth description discount distance duration email
    enabled floor format genre height hours icon interest kind label language length level limit
    location mass material name nickname notes number origin owner page phone points position
    power price priority quantity rank rating region remark rooms salary score seats serial shape
    size speed stars status stock style subtitle summary surname team temperature title total
    units updated value version visible volume votes wage weight width year zip"""
)

VERBS = split_words(
    """add apply archive assign attach audit book build calculate cancel check clean clear close
    collect compare compute confirm convert copy count create decode deliver detect draw dump edit
    emit encode enqueue export extract fetch filter find fold format gather generate get group
    handle hide import index inspect join list load lock log lookup make mark measure merge move
    normalize notify open order pack parse pick plan play prepare print process publish pull push
    read receive record refresh register remove render repair reset resolve restore save scan
    schedule search select send show shuffle sort split start stop store submit sum swap sync take
    test toggle track trim unlock update upload validate verify visit weigh wrap write"""
)

ADJECTIVES = split_words(
    """active annual basic big blue broken busy calm cheap clean clear cold daily dark deep default
    dirty early easy empty extra fair fast final first fixed free fresh full global golden good
    great green happy hard heavy hidden high hot idle inner last late lazy light local long loose
    lost loud low main major maximum mean middle minimum minor monthly new next old open outer
    pending plain pretty previous primary private proud public quick quiet raw ready recent red
    remote rich round safe second secret shared sharp short silent simple slow small smart soft
    sorted spare special stable steep strong sunny sweet tall thick thin tiny total true upper
    useful valid warm weekly white wide wild wooden young"""
)

STRING_WORDS = split_words(
    """alpha amber apple april arrow autumn bacon banana basil beta birch bravo breeze brick butter
    candle canvas carbon cedar cherry chess citrus clover cobalt cocoa copper coral cotton crystal
    daisy delta denim desert dragon dusk eagle east echo ember falcon fern flame flint forest fox
    frost galaxy garlic ginger glacier grape granite gravel harbor harvest hazel honey indigo iris
    ivory jade jasmine jazz jungle kiwi koala lagoon lemon lily lime linen lotus lunar mango maple
    marble meadow melon mint mocha monsoon moss nectar nickel north nova oak oasis ocean olive
    onyx opal orchid otter panda pearl pepper piano pine plum polar poppy prism quartz rabbit rain
    raven ridge river robin rose ruby saffron sage salmon sand scarlet silk silver sky smoke snow
    solar south spark spruce stone storm summer sunset swan tango teapot thunder tiger topaz tulip
    turtle umbra valley velvet violet walnut west willow winter wolf yellow zebra zenith"""
)

FIRST_NAMES = split_words(
    """Aaron Abigail Adam Aisha Alan Alba Alice Amara Amir Amy Andrea Anna Anton Arjun Arthur
    Astrid Ben Beth Boris Bruno Camila Carl Carmen Cecilia Chen Chloe Clara Colin Dana Daniel
    David Diana Diego Dora Edgar Elena Elias Elif Emil Emma Eric Esther Eva Fatima Felix Fiona
    Frank Freya George Gina Grace Greta Gustav Hana Hannah Harold Hassan Helen Henry Hugo Ibrahim
    Ida Igor Ingrid Irene Isaac Ivan Jack Jacob James Jana Jasmin Jonas Joseph Julia Kai Karen
    Karim Kate Kenji Klara Lars Laura Leila Leo Lena Liam Linda Louis Lucia Luke Mara Marco Maria
    Martin Mateo Maya Mia Mila Mina Mohamed Nadia Nina Noah Nora Olga Oliver Omar Oscar Paul Paula
    Peter Petra Priya Quentin Rachel Ravi Rita Robert Rosa Ruth Sam Samir Sandra Sara Simon Sofia
    Stella Sven Tamara Tariq Theo Thomas Tina Tobias Uma Valerie Vera Victor Viola Walter Wanda
    Wei Yasmin Yuki Yusuf Zoe"""
)

LAST_NAMES = split_words(
    """Adler Ahmed Alvarez Andersson Baker Barnes Bauer Becker Bennett Berg Blake Brandt Brown
    Campbell Carter Castillo Chang Clarke Cohen Costa Cruz Dahl Davies Diaz Dubois Edwards Evans
    Ferrari Fischer Fleming Flores Foster Fraser Garcia Gomez Graham Green Haas Hansen Harris
    Hoffman Holmes Hughes Ito Ivanov Jackson Jansen Johnson Jones Kaya Keller Kelly Khan Kim Klein
    Kowalski Kumar Lange Larsen Lee Lewis Lindgren Lopez Maier Martins Mendes Meyer Miller Moore
    Morales Moreau Morris Murphy Nakamura Nguyen Nielsen Novak Olsen Ortiz Park Patel Perez Petrov
    Quinn Ramos Reed Richter Rivera Roberts Romero Rossi Russo Ryan Santos Sato Schmidt Schneider
    Scott Silva Singh Smith Sousa Stein Suzuki Tanaka Taylor Thomas Turner Vargas Vogel Wagner
    Walker Wang Weber White Wilson Winter Wolf Wood Wright Yamada Yilmaz Young Zhang"""
)

CITIES = split_words(
    """Aarhus Amsterdam Athens Austin Barcelona Basel Bergen Berlin Bern Boston Bremen Bristol
    Brussels Budapest Cairo Chicago Cologne Copenhagen Cork Dallas Denver Dresden Dublin Edinburgh
    Florence Geneva Ghent Glasgow Graz Hamburg Helsinki Innsbruck Istanbul Kyoto Lagos Leeds Leipzig
    Lima Lisbon Liverpool London Lyon Madrid Malmo Manchester Marseille Melbourne Milan Montreal
    Munich Nairobi Naples Nice Osaka Oslo Oxford Palermo Paris Porto Prague Quito Reykjavik Riga
    Rome Rotterdam Salzburg Santiago Seattle Seoul Seville Sofia Stockholm Sydney Tallinn Tokyo
    Toronto Trieste Turin Utrecht Valencia Venice Vienna Vilnius Warsaw York Zagreb Zurich"""
)

COLORS = split_words(
    """aqua beige black blue brown chocolate coral crimson cyan darkblue darkgreen darkred fuchsia
    gold gray green hotpink indigo ivory khaki lavender lightblue lightgray lime magenta maroon
    navy olive orange orchid pink plum purple red royalblue salmon seagreen sienna silver skyblue
    slategray tan teal tomato turquoise violet wheat white yellow"""
)

MONTHS = split_words(
    """January February March April May June July August September October November
    December"""
)
WEEKDAYS = split_words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

TOP_LEVELS = ("com", "org", "net", "dev", "io", "example", "co.uk", "de")

MESSAGES = tuple(
    line.strip()
    for line in """
    Access denied
    All done
    An unexpected error occurred
    Cannot open the file
    Connection lost
    Could not connect to the server
    Done
    Download complete
    Enter a valid number
    Enter your name
    Everything is up to date
    Finished successfully
    Goodbye
    Hello
    Hello, world
    Invalid input
    Invalid password
    Loading
    Missing argument
    Must not be empty
    No results
    No such file
    Not enough space
    Not found
    Nothing to do
    Out of stock
    Permission denied
    Please log in first
    Please try again later
    Please wait
    Processing
    Ready
    Saved
    Saving your changes
    See you soon
    Server started
    Something went wrong
    Starting up
    Thank you for your order
    The list is empty
    The value is too large
    The value is too small
    This field is required
    Timed out
    Too many requests
    Unknown command
    Update available
    Upload failed
    Wait a moment
    Welcome
    Welcome back
    You are offline
    You have no new messages
    Your cart is empty
    Your session has expired
    """.strip().splitlines()
)

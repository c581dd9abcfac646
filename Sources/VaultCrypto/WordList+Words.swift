extension WordList {
  /// All words in alphabetical order, parted by single spaces.
  ///
  /// Chosen for this project: common, friendly English words of four to eight letters, told apart
  /// by their first four, none sounding like another, none about violence, faith or illness. A
  /// word's place is its meaning in every fingerprint ever written down: the list never changes.
  // A few long literals compile at once; an array literal of 2,048 strings does not.
  static let text = [aToB, cToD, eToG, hToL, mToO, pToR, sToT, uToZ].joined(separator: " ")

  private static let aToB = """
    aardvark abacus aboard absorb academy accent accord accurate achieve acorn acoustic acre \
    acrobat action actual adage adapt address adjust admire adobe advance adverb advice afar \
    affix afford afloat agate ageless agenda agile agree ahead airbag airfare airline airmail \
    airport airship airtight airway album alcove alder alert alfalfa algae algebra alive alloy \
    allspice almanac almond aloe aloft alpaca alphabet alpine altitude amateur amaze ambition \
    amble amethyst amigo amount amulet amuse anagram anchor ancient anemone angler animal ankle \
    annex announce annual anorak answer anteater anthem antique antler anvil apex apology apparel \
    appetite apple approve apricot apron aquatic arcade archive arctic area arena armchair aroma \
    arrange arrive article ashore aside aspen asphalt astonish athlete atlas atom atop atrium \
    attic attract auburn auction audience author avenue average aviary avocado award awesome \
    awning axis azalea azure back bacon badge bagel baggage bagpipe baker balance balcony ballet \
    balsa bamboo banana bandana bangle banjo banker banner banquet bantam barbecue barefoot \
    bargain barista barley barn barrel basalt baseball bashful basic basket bassoon bathtub batik \
    bayou beacon beagle beaker beam beanbag beautify bedrock bedtime beehive beeline begonia \
    beige belt bench benefit beret beside best beverage beyond bicycle bike binder bingo biology \
    biplane birch birdbath birthday biscuit bison bisque bistro blacktop blanket blazer blend \
    blink blizzard bloom blossom blouse bluebell blush boat bobcat bobsled bodega boiler bolt \
    bonanza bonfire bongo bonnet bonsai bonus book boost boot botany bottle bounce bower bowling \
    boxcar boxwood bracket branch bravo breeze brick bridge bright brisk broccoli bronze brook \
    broth brown brunch brush bubble bucket budding budget buffalo buggy bugle bulb bumper bundle \
    bungalow bunny buoyant burger burrito bushel buzzer bypass
    """

  private static let cToD = """
    cabbage cabin cable caboose cactus cadence cafe cake calendar calf calico calm calypso camel \
    camp canal candle canine canoe canteen canyon capable captain caramel carbon cardinal career \
    cargo caribou carnival carpet cartoon cascade cashew castle casual category catfish cattle \
    cavern caviar cedar celery cello cement century ceramic ceremony chain chalk champion chance \
    chapter charm chatter cheddar cheese cherry chess chevron chicken chimney chipmunk chisel \
    choice chorus chowder chrome chuckle churn cicada cider cilantro cinema cinnamon circle \
    citrus civic clamp clarinet class clean climate clipper cloak clock cloud clover club cluster \
    coach coast cobalt cobble cobweb cocoa code coffee coin colander collar column comb comedy \
    comfort comic compass concert condor cone confetti connect contest convex cookie copilot \
    copper copy corduroy cork corner corral cosmos costume cottage couch cougar courtesy cowbell \
    crab cradle craft crane crater crayon credit crepe crescent crib cricket crimson crisp \
    critter crocus crop croquet crossbar crouton crowd crumpet cubicle cucumber cuddle culture \
    culvert cupboard cupcake curator curious curly curtain curve cushion custard cutlery cycle \
    daffodil dainty dance dapper data dawn daybreak daydream daylight dazzle debut decade deck \
    decor dedicate delight demo denim depot design desk destiny detail develop dewdrop diagonal \
    dial diamond diary digest digit dimple diner dinghy dinner dinosaur dipper disco dish display \
    district dive dogwood dolphin domino donkey doodle door dormouse dotted double dove downpour \
    dozen dragon drama drapery drawer dream dress drift drive drizzle droplet drowsy drum \
    duckling duet dugout dumpling dune duplex durable dusk dust dynamic
    """

  private static let eToG = """
    eager eagle early earmuff earring earshot earth easel eastern easy eatery ebony echo eclair \
    eclipse ecology economy edge edit educate eggplant eggshell elastic elbow electric elegant \
    element elephant elevator ellipse elmwood ember emblem embrace empire enamel enchant encore \
    endless energy engage engine engrave enjoy enrich envelope envoy epic episode equator errand \
    espresso essay estate etching ethics evening everyday example exchange excite exercise expand \
    explore express eyeball eyelash eyesight fable fabric facet faculty fairway falafel falcon \
    familiar famous fancy fanfare fantasy farewell farmer faucet fawn feast feather fedora feline \
    fence fender fennel fern ferret festival fetch fiddle field fiesta fifteen figure filament \
    filing film filter finch finger firefly fish five fixture flag flake flamingo flannel \
    flapjack flash flatbed flax flexible flight flip float flock floor floral flourish fluency \
    fluffy fluid flurry flute foam focus foggy foghorn foil folder foliage folk fondue font food \
    foothill forage forecast fork formula fortune forum fossil foster fountain foxtrot foyer \
    frame freckle free freight fresh friend fringe frog frolic front frost frozen frugal fruit \
    fudge fulcrum fullback funnel fusion future fuzzy gadget gaggle galaxy gallery galore gambit \
    game gander garage garden gargle garlic garment garnish gather gazebo gecko gelatin gemstone \
    genius gentle genuine geology geometry geranium gerbil getaway gherkin giant gift giggle \
    gingham ginseng giraffe gizmo glacier glad glass glaze gleam glide glimmer glint glisten \
    glitter globe glory gloss glove glow glucose glue goal goat goblet gold golf gondola goose \
    gopher gorge gosling gourmet gradient grain grand grape grass gravel grazing green grid \
    griffin grin grocery groom grotto ground grove grow guava guide guitar gully gumbo gumdrop \
    guppy gurgle gust gutter gymnast
    """

  private static let hToL = """
    habitat haddock hairpin halibut hallway halter hamlet hammock hamper hamster hand happen \
    hardware harness harpist harvest hatbox haven hawk hayloft haystack hazelnut hazy head health \
    hearth hedge height heirloom helmet helpful heptagon herbal heritage hero herring hexagon \
    hibiscus hiccup hickory highway hiking hill hilt hinge history hive hobby hockey hoist \
    holiday homemade honest hood hoof hook hoop hooray hopeful horizon hotel house hover hubcap \
    humming hundred hurdle hutch hybrid hydrant ibex ibis iceberg icecap icicle icing icon idea \
    igloo iguana image improve impulse inbox inch incline income index indigo indoor industry \
    infield inform infuse inkblot inland inlet inner inning input insect inside inspire install \
    insulate interior intro invent invite iodine iron island issue italic item jacket jaguar \
    jamboree janitor jaunt jaybird jazz jelly jetlag jetty jewel jiffy jigsaw jingle jockey join \
    joke jolly journal jovial joyful joystick jubilee judo juggle juicy jukebox jumble jump \
    junction jungle junior kale kangaroo karaoke kayak kazoo keel keepsake kelp kennel kestrel \
    ketchup kettle keyboard keyhole keynote keypad keyring keystone kilogram kimono kind kinetic \
    kiosk kitchen kite kitten kiwi knapsack knoll knuckle koala kudos label lace lacrosse ladder \
    ladle ladybug lagoon lake lamb laminate lamp land language lantern lapel laptop larch larder \
    lark lasso lather latitude latte laugh launch laurel lava lavender lavish lawn layer layout \
    leader leaflet league leap learn leather lecture ledger legend legume leisure lemon lens \
    lentil leopard leotard letter level lexicon liberty library lifeboat lift lilac lilting \
    lilypad limber limerick limpet linen link linoleum lion lipstick listen liter little lively \
    lizard loaf lobby lobster locket lodge logbook logic lollipop long look loom lotion lotus \
    lounge lowland loyal lucky luggage lukewarm lullaby lumber luminous lunar lunch lupine luxury \
    lyric
    """

  private static let mToO = """
    macaroni mackerel magazine magenta magma magnet magpie mahogany mailbox major mallard malt \
    mammoth manatee mandolin mango manicure mansion manual maple marathon marble margin marigold \
    market marmot marsh marvel marzipan mascot match math matrix mattress meadow meal measure \
    mechanic media medley meerkat meeting megabyte mellow melody member memory mend mentor menu \
    meridian mermaid mesa mesh message meteor method metro midday midnight midsize midway mild \
    mileage milk mill mimosa mineral minnow mint minute mirror mirth misty mitten mixer mixture \
    mobile mocha modest module mohair molasses mole moment monarch mongoose monocle monsoon month \
    moon moped morsel mosaic moss motif motor mountain mouse mouth move movie mudslide muffin \
    mulberry mulch mule mural museum mushroom music muskrat mustang muzzle mystery myth nacho \
    nail napkin narrator narwhal natural nautical navigate neat nebula necktie nectar neon nest \
    nettle network newt nibble nickel nifty nightcap nimble nine nitrogen noble noodle noon north \
    nose notable notch notebook nourish novel novice nozzle nugget number nutmeg nutshell nutty \
    oasis oatmeal obelisk object oblong oboe observe ocean ocelot octagon octopus offer office \
    okra older olympic omega onboard onion online onyx opaque open opera optimal orange orbit \
    orchard order oregano origami oriole ornament osprey ostrich otter ottoman ounce outback \
    outdoor outfit outgrow outlet outpost outside oval oven overcoat oxygen oyster ozone
    """

  private static let pToR = """
    pacific package padding padlock pageant paintbox palace palm pamphlet pancake panda panel \
    panorama pantry papaya paper paprika parade parcel parfait park parrot parsley pasta patch \
    path patio pattern pavement pavilion peach peanut pebble pecan pedestal peel pegboard pelican \
    pencil pendant penguin pennant pension peony people peppery perch perfect petal petition \
    petunia pewter phone photo phrase physics piano piccolo pickle picnic picture pigeon piglet \
    pigment pigtail pilaf pillow pilot pinafore pinball pine pink pinnacle pinto pinwheel pioneer \
    pipeline pitcher pixel pizza placard plaid planet plaster platform playful plaza pleat pledge \
    plenty pliers plucky plumber plural plush plywood pocket podcast podium poem poetry point \
    poise polar polite polka pollen polo polygon pompom poncho pond pontoon pony poodle pool \
    popcorn poplar poppy porch porpoise porridge portal position post potato pottery pouch \
    prairie preface prelude prepare pretzel preview primrose print prism profile project proof \
    propel proud proverb prune publish pudding puffin pulley pulp puma pumice pumpkin pupil \
    puppet puree purple puzzle pylon pyramid quadrant quaint quart quench quest quick quiet quill \
    quince quirky quiz quota rabbit radar radiator raffle raft ragtime railroad rainbow raisin \
    rally ramble ramp ranch range rapid rattan ravioli rayon reach ready rebound rebuild recipe \
    record recycle redbird redwood reef refill refresh regal region reindeer rejoice relax relish \
    renew repair repeat reptile resin resort retail reunion review revolve reward ribbon rich \
    ricotta riddle ride ridge rind ringlet rinse ripen ripple risotto river roadside roast robot \
    robust rocket rodeo roller romaine roof rookie room rooster rosette rover rowboat rubric \
    rucksack rudder rugby ruler rumba runner runway rural russet rustic
    """

  private static let sToT = """
    saddle safari safety saffron sailboat salad salmon salsa salt salute salvage sample sandal \
    sapling sardine sash satchel satin sauce sauna sawdust sawmill scale scanner scenery schedule \
    scholar science scooter scope score scout screen script scroll scuba sculptor seafood seagull \
    seal seaport season seat second sedan seesaw semester seminar sentence sepia sequel serenade \
    service sesame session setting seven shale shampoo shape share shawl sheep shelf shimmer \
    shine ship shoelace shop shore shoulder shovel shower shrimp shrub shuffle shutter sidewalk \
    siesta sieve signal silk silo silver similar simmer simple sincere sitar sitcom sixteen skate \
    sketch skill skipper skirt skyline slab slalom slate sled sleep slide slipper slope sloth \
    slow sluice small smart smile smock smooth snack snail snapshot sneaker sneeze snippet snooze \
    snorkel snow snuggle soak soap soccer society sock soda sofa soft soil solar soloist solstice \
    solve sonata song sonic sonnet soothe soprano sorbet sorrel sound soup source south soybean \
    space spaniel spare spatula speak special sphere spice spinach spiral splash splendid splice \
    sponge spoon sport spotless spread spring sprout spruce square squeeze squid stadium staff \
    stage stairway stamp stanza stapler starfish station steady steeple stellar stem stencil \
    stereo sticker stitch stock stone stool stork stove straw stream string strum student sturdy \
    stylish subject suburb subway suction suds sugar suit summit sunbeam sundial sunlight sunrise \
    sunset super supper surface surplus surround survey sushi sustain swan swap sweater sweep \
    swim swing swirl switch swoop sycamore syllable symbol symphony syrup system tabby table taco \
    tadpole taffy tailgate take talent talk tango tapestry tapioca tarp tartan task tassel taste \
    taxi teabag teacher team teapot teaspoon teddy telegram tempo tenfold tennis tent term \
    terrace textbook thank thatch thaw theme thermal thick thimble thirteen thistle thread thumb \
    thunder thyme tiara ticket tidal tidy tiger tile time tinfoil tinge tinsel tiny tiptoe tissue \
    title toast toboggan toffee tofu tomato tonal toolbox tooth topaz topsoil tortilla toucan \
    tourist towel town toyshop tractor trade traffic trail travel treasure tree trellis trestle \
    triangle tricycle trilogy trinket trio trivia trolley trophy trout trove trowel truck truffle \
    trumpet trunk tryout tuba tube tugboat tulip tuna tundra tuner tunic tunnel turbine turf \
    turmeric turnip turtle tutor tuxedo tweed twelve twenty twice twig twilight twine twirl twist \
    type typist
    """

  private static let uToZ = """
    ukulele ultra umbrella umpire unbutton uncork underdog unearth unfold unfurl unicorn uniform \
    unique unit universe unlock unpack unplug untangle unusual unveil unwind unwrap unzip upbeat \
    update upgrade uphill uphold upland uplift upload upper upright upscale upside upstairs \
    uptown urban usher utensil utility utopia vacation valet valley valuable valve vanilla \
    variety varnish vase vault vector vehicle velocity velvet venture venue verb verdant verify \
    vertical vessel vest vibrant victory video view villa vine vintage vinyl violin visible visor \
    vista vital vivid vocal voice volcano volley voltage volume voucher vowel voyage waddle wafer \
    waffle wagon waiter wake walk wallaby walnut walrus waltz wander wardrobe warm wash water \
    wayside website weekend welcome western wharf wheat whiff whimsy whirl whisker white wicker \
    widget wiggle wild willow wind wing winner winter wire wisdom wishbone wisp wisteria wobble \
    wombat wonder wooden wool word work worthy woven wrinkle wrist yard yarn year yellow yield \
    yodel yoga young youth yucca yummy zany zeal zebra zenith zero zest zigzag zinc zinger zinnia \
    zipper zircon zone zoology zoom
    """
}

"""English."""

from articles.extraction.languages import en_names, en_small, en_verbs
from articles.extraction.languages.base import Language, words

ROLES = words(
    """minister secretary president senator mayor chairman chairwoman chair chancellor governor general colonel captain
    director spokesman spokeswoman spokesperson ambassador judge justice chief officer commissioner attorney prosecutor
    professor doctor king queen prince princess pope bishop archbishop rabbi imam coach manager analyst economist leader
    lawmaker congressman congresswoman representative deputy councillor councilor councilman councilwoman inspector
    sheriff detective sergeant lieutenant admiral founder co-founder cofounder owner author actor actress singer player
    engineer scientist researcher historian teacher principal dean pilot harbourmaster harbormaster lawyer solicitor
    barrister executive ceo cfo treasurer curator conductor organizer organiser activist candidate nominee premier envoy
    adviser advisor official aide member head editor reporter journalist farmer resident witness victim survivor nurse
    physician surgeon worker driver fisherman docker trustee magistrate clerk skipper striker goalkeeper midfielder
    strategist consultant pollster host anchor commentator columnist critic expert scholar student pastor priest reverend
    minister veteran voter supporter donor delegate operative insider mogul businessman businesswoman billionaire tycoon
    investor banker broker trader developer neurosurgeon astronaut composer musician drummer guitarist novelist poet
    painter sculptor artist dancer filmmaker producer director screenwriter photographer designer architect chef baker
    butcher grocer shopkeeper landlord tenant neighbor neighbour mother father brother sister wife husband son daughter
    friend cousin uncle aunt grandmother grandfather man woman boy girl teenager child person spokespeople narrator speaker
    moderator interviewer caller heckler protester protestor demonstrator attendee passenger customer patient defendant
    plaintiff juror suspect gunman hacker impostor diplomat negotiator monarch emperor duke duchess undersecretary whip
    vicar chaplain nun monk biologist chemist physicist geologist astronomer botanist zoologist ecologist climatologist
    epidemiologist virologist psychologist psychiatrist sociologist archaeologist anthropologist oceanographer
    mathematician statistician librarian archivist warden ranger gardener carpenter plumber electrician mechanic sailor
    soldier firefighter paramedic policeman policewoman constable superintendent coroner bailiff midwife pharmacist dentist
    vet veterinarian therapist counsellor counselor mentor trainer referee umpire captain defender winger sprinter swimmer
    cyclist jockey boxer wrestler champion runner-up rival opponent colleague counterpart predecessor successor assistant
    intern apprentice volunteer neighbour bystander onlooker source employee staffer employer founder writer playwright
    democrat republican conservative liberal socialist incumbent challenger frontrunner front-runner hopeful mogul
    boss chieftain czar guru pundit ally foe rival surrogate staffer confidant loyalist insurgent rapper comedian
    partner associate fellow auditor accountant regulator commander brigadier marshal rescuer tenor soprano cellist violinist agent co-owner librarian marcher spectator mourner celebrant worshipper pilgrim congregant"""
)
PLURALS = words(
    """officials critics aides lawmakers voters supporters opponents experts analysts protesters police authorities
    researchers scientists prosecutors lawyers attorneys doctors residents witnesses reporters sources leaders activists
    advocates friends relatives colleagues allies advisers advisors strategists republicans democrats conservatives
    liberals people parents students teachers farmers workers unions organizers organisers investigators economists
    historians observers detractors tenants backers villagers passengers customers women men children neighbors fans players coaches neighbors neighbours engineers delegates members
    demonstrators editors executives employees others some many several most few both diplomats users readers percent"""
)
NO_PLURALS = words(
    "brothers sisters partners associates rangers fellows kings royals brigadiers popes"
)  # names of firms and teams
VOICES = words(
    """statement letter report editorial article piece memo email e-mail message post tweet ad advertisement poll survey
    study paper book memoir lawsuit suit complaint filing affidavit brief ruling opinion decision document transcript
    headline website site page blog account sign placard poster banner passage text release newspaper magazine tabloid
    journal outlet platform plan proposal bill resolution motion letter petition invitation notice caption inscription
    video clip film show script speech song crowd audience jury panel rally party campaign group company firm team
    organization organisation agency board committee commission council court ministry department office government
    administration state city town nation country union association foundation charity bank university school hospital
    church family couple newsroom publication network station channel publisher press media service authority body
    institute watchdog regulator retailer manufacturer operator airline railway club league federation consortium
    indictment verdict bylaws manual leaflet flyer diary note warrant summary analysis assessment audit review"""
)
SAYING_TOGETHER = words(
    "group agency company union firm statement letter report article email ad poll survey study document message video memo transcript paper"
)
GROUPS = words(
    """office ministry department police council company union party university authority agency commission committee
    court board association federation government administration bank group institute house pentagon kremlin
    parliament congress senate army navy service force bureau foundation center centre club corp inc ltd llc society trust
    times post journal news press network campaign team hospital church school college museum embassy guardian telegraph
    tribune herald gazette daily magazine radio television tv online today reuters bloomberg politico facebook twitter
    google pac coalition alliance league project fund initiative caucus conference organization organisation
    airlines airways motors industries holdings systems partners laboratories observatory academy theatre theater
    orchestra opera ballet festival gallery library zoo port harbor harbour railway ferries shipping stadium"""
)
ENGLISH = Language(
    code="en",
    cues=en_verbs.CUES,
    bases=en_verbs.BASES,
    strong=en_verbs.STRONG,
    past_endings=("ed",),
    participles=en_verbs.PARTICIPLES,
    noun_cues=en_verbs.NOUN_CUES,
    pronouns={"he": "m", "she": "f", "they": "p", "it": "n"},
    determiners=en_small.DETERMINERS,
    prepositions=en_small.PREPOSITIONS,
    auxiliaries=en_verbs.AUXILIARIES,
    adverbs=en_verbs.ADVERBS,
    breaks=en_small.BREAKS,
    subordinators=en_small.SUBORDINATORS,
    relatives=en_small.RELATIVES,
    accordings=en_small.ACCORDINGS,
    agents=words("by"),
    passive_endings=("ed", "told", "written", "said", "seen", "found", "known"),
    middles=words(
        "quoted concerned worried excited surprised pleased thrilled disappointed agreed convinced determined"
    ),
    narrow={
        **dict.fromkeys(words("shot shoots fired fires hit hits"), words("back")),
        **dict.fromkeys(words("chimed chimes weighed weighs"), words("in")),
        "put": words("it this that"),
        "puts": words("it this that"),
        "went": words("on further so"),
        "goes": words("on further so"),
        "made": words("clear the a his her its their"),
        "makes": words("clear the a his her its their"),
    },
    habits=words("used likes liked loves loved tends tended went goes continued"),
    hearers=words("asked told"),
    sayings=words(
        """accusation allegation answer argument assertion assessment assurance boast charge claim comment complaint
        contention declaration denial description insistence observation pledge prediction promise question quip reaction
        remark reply response retort statement suggestion threat vow warning"""
    ),
    replies=words("replied replies answered answers countered counters retorted retorts"),
    adoptions=words(
        "echo echoes echoed echoing repeat repeats repeated repeating reiterate reiterates reiterated reiterating"
    ),
    chants=words("chanting shouting yelling screaming booing"),
    crowds=words("crowd crowds audience public mob"),
    tellers=words("told tells tell telling"),
    roles=ROLES,
    role_endings=(
        "writer",
        "woman",
        "person",
        "ist",
        "ician",
        "keeper",
        "maker",
        "holder",
        "master",
        "worker",
        "grapher",
    ),
    voices=VOICES | frozenset(voice + "s" for voice in SAYING_TOGETHER),
    bearers=words("sign placard poster banner sticker shirt headline editorial caption"),
    plurals=PLURALS | (frozenset(role + "s" for role in ROLES) - NO_PLURALS),
    honorifics=en_small.HONORIFICS,
    modifiers=en_small.MODIFIERS,
    groups=GROUPS,
    founded=words(
        "startup start-up company firm newspaper brand retailer brewer airline charity insurer carmaker bank union"
    ),
    offices=words(
        "office campaign team family administration camp lawyers attorneys government ministry department"
    ),
    places=en_small.PLACES | en_small.NATIONS,
    not_names=en_small.NOT_NAMES,
    openers=en_small.OPENERS,
    particles=en_small.PARTICLES,
    links=en_small.LINKS,
    female=en_names.FEMALE,
    male=en_names.MALE,
    either=en_names.EITHER,
    female_words=en_names.FEMALE_WORDS,
    male_words=en_names.MALE_WORDS,
)

"""English verbs of speech, with their forms."""

from articles.extraction.languages.base import words

_REGULAR = """accuse acknowledge add address admit advise affirm agree allege announce answer appeal applaud argue
ask assail assert assure attack bark bellow bemoan blame blast boast brag brand call caution challenge chant charge
characterize cheer chide chirp cite claim clarify comment commend complain concede conclude condemn confess confide confirm
contend continue counter criticize criticise credit cry declare decry defend demand denounce deny depict deride describe
detail dismiss disclose dub echo elaborate emphasize emphasise estimate exclaim exhort explain express fear fume gush
hail highlight hint imply indicate inform insist instruct interject invoke joke label lament lambaste laugh liken
mention mock muse mutter murmur note object observe offer opine order pen plead pledge point portray post praise predict
press proclaim promise pronounce propose protest question quip quote raise reaffirm reason reassure recall recite
recommend recount refer reflect reiterate reject rejoin relate remark remember remind repeat reply report request respond
retaliate retort retweet reveal rule scoff scold scream shout shrug sigh signal slam sneer snap state stress suggest
sum summarize surmise tease testify text thank threaten thunder tout trumpet tweet type underline underscore urge vent
view voice volunteer vow wail recognize recognise project warn welcome whisper wonder worry yell title enthuse marvel recap grumble venture ponder
pray hope expect promise hope pen deem rate consider regard message email""".split()
_IRREGULAR = """said says say saying told tells tell telling wrote written writes write writing spoke spoken speaks speak
speaking thought thinks think thinking felt feels feel feeling believed believes believe believing swore swears sworn
swearing went goes put puts read reads reading sang sings sing singing found finds find finding made makes quoth
shot shoots fired fires hit hits chimed chimes weighed weighs began begins
saw sees heard understood blogged cried cries crying means meant meaning referred referring rapped""".split()
_NOUNS = """address advice answer appeal attack blame blast boast brand call challenge chant charge charges claim claims
comment comments complaint credit cry demand demands doubt echo email emails estimate estimates express fear fears find
finding findings hope hopes joke label laugh mention message messages note notes offer order orders pen plea pledge
pledges point points post posts posting praise press promise promises protest protests question questions quote quotes
rate reading reason reasons recap remark remarks report reports reporting request requests rule rules saying shout slam
speaking state states stress tease text texts thought thoughts title titles tweet tweets type view views voice voices
vow worry writing thinking feeling meaning sing find finds make makes saw sees warning warnings ruling offering
accused calling meaning hearing heard made expected estimated""".split()


def _forms(verb: str) -> set[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    forms = {verb, verb + "s", stem + "ed", stem + "ing"}
    if verb.endswith(("s", "sh", "ch", "x")):
        forms.add(verb + "es")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    if verb.endswith(("p", "t", "l", "n", "r", "g", "m")) and verb[-2] in "aeiou":
        forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return forms


CUES = frozenset(form for verb in _REGULAR for form in _forms(verb)) | frozenset(_IRREGULAR)
BASES = frozenset(_REGULAR)
PARTICIPLES = frozenset(cue for cue in CUES if cue.endswith("ing")) - {"sing", "king"}
NOUN_CUES = frozenset(_NOUNS) | PARTICIPLES
ADVERBS = words(
    """also then later now once still even often simply quickly repeatedly recently never always again only just first
    since already ever soon further additionally initially previously ultimately finally essentially basically reportedly
    allegedly publicly privately today yesterday twice not n't did does do rather merely long both all either flatly
    tonight monday tuesday wednesday thursday friday saturday sunday instead thus therefore himself herself themselves
    itself himself, too though however meanwhile on-air"""
)
AUXILIARIES = words(
    """is are was were be been being has have had having will would can could may might must shall should do does did to
    'd 'll went seemed began kept continued continues started"""
)
STRONG = words(
    """said says say saying told tells tell telling wrote writes write writing added adds adding tweeted tweets stated states
    stating declared declares declaring argued argues arguing claimed claims claiming announced announces replied replies
    responded responds insisted insists insisting warned warns warning noted notes noting explained explains explaining
    called calls calling described describes describing asked asks asking continued continues acknowledged admitted
    admits concluded recalled remarked reported testified vowed pledged promised according quoted quotes suggested suggests
    suggesting urged urging accused accuses accusing denounced criticized praised dismissed labeled dubbed joked quipped
    complained contended conceded emphasized stressed asserted alleged maintained observed predicted speculated shouted
    yelled chanted chanting chants posted posting posts emailed texted reads believes believed thinks thought wants
    referred exclaimed answered answers agreed agrees boasted bragged lamented mused pointed expressed characterized"""
)

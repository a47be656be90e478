"""German."""

from articles.extraction.languages import en_names
from articles.extraction.languages.base import Language, words

_VERBS = words(
    """sagte sagt sagten sagen erklärte erklärt erklärten betonte betont meinte meint antwortete antwortet fragte fragt
    ergänzte ergänzt berichtete berichtet kritisierte kritisiert warnte warnt forderte fordert schrieb schreibt nannte
    nennt bezeichnete bezeichnet behauptete behauptet erzählte erzählt rief ruft flüsterte versicherte versichert
    kündigte mitteilte teilte hieß heißt so fügte bestätigte bestätigt zitierte twitterte gestand räumte lobte"""
)

GERMAN = Language(
    code="de",
    cues=_VERBS,
    strong=_VERBS,
    past_endings=("te",),
    pronouns={"er": "m", "sie": "f", "es": "n"},
    determiners=words(
        "der die das ein eine einer eines einem einen dem den des sein seine ihr ihre viele einige"
    ),
    prepositions=words(
        "von mit in im am an auf für über aus bei nach vor zum zur zu unter gegen durch um seit"
    ),
    auxiliaries=words(
        "ist war sind waren hat hatte haben wird würde kann könnte soll sollte muss wurde worden"
    ),
    adverbs=words(
        "auch dann später nun noch wieder gestern heute am dazu weiter weiterhin jedoch aber zudem schließlich"
    ),
    breaks=words("und aber oder weil während wenn als ob dass denn sondern"),
    relatives=words("welche welcher"),
    accordings=("laut ", "nach angaben von ", "zufolge "),
    agents=words("von"),
    roles=words(
        """minister ministerin sprecher sprecherin präsident präsidentin bürgermeister bürgermeisterin kanzler kanzlerin
        richter richterin anwalt anwältin trainer trainerin chef chefin direktor direktorin polizist polizistin zeuge
        zeugin forscher forscherin lehrer lehrerin arzt ärztin autor autorin sänger sängerin vorsitzende vorsitzender
        nachbar nachbarin wähler wählerin beamter beamte experte expertin verteidigungsminister außenminister frau mann
        außenministerin verteidigungsministerin finanzminister innenminister leiter leiterin hafenmeister fischer"""
    ),
    voices=words(
        "bericht brief erklärung mitteilung zeitung gericht polizei ministerium verband verein firma partei"
    ),
    plurals=words("forscher kritiker behörden anwohner experten zeugen"),
    honorifics=words("herr frau dr prof"),
    groups=words(
        "ministerium partei polizei verband verein bank gmbh ag amt zeitung gericht universität klub gewerkschaft"
    ),
    not_names=words(
        """der die das ein eine er sie es und aber oder wenn als in im am an auf für über aus bei nach vor zum zur mit von
        zu auch dann später nun noch wieder gestern heute dazu montag dienstag mittwoch donnerstag freitag samstag sonntag
        wir ich ihr seine ihre dieser diese dieses so laut"""
    ),
    links=words("von der zu van de"),
    female=en_names.FEMALE
    | words("birgit heike jutta renate sabine silke ulrike ute anke bärbel gudrun ursula elke"),
    male=en_names.MALE
    | words("jürgen günter uwe wolfgang holger detlef norbert horst rainer volker thorsten"),
    female_words=words(
        "frau ministerin sprecherin präsidentin kanzlerin richterin anwältin trainerin chefin direktorin"
    ),
    male_words=words("herr minister sprecher präsident kanzler richter anwalt trainer chef direktor"),
    nouns_are_capitalized=True,
)

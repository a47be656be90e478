"""English: the small words."""

from articles.extraction.languages.base import words

PREPOSITIONS = words(
    """of with by from in on at against to for over about after before between and under near during through via into onto
    without within among amid around across behind beyond despite like than as per toward towards until upon since"""
)
BREAKS = words(
    "and but or while whereas because although though when if unless so yet as that before after until whether"
)
SUBORDINATORS = words(
    "while when whereas because although though if unless as that before after until whether since once"
)
DETERMINERS = words(
    """the a an one another some many several most few this these those his her their its our two three four five six
    seven eight nine ten dozens hundreds thousands both any no each every all other"""
)
HONORIFICS = words(
    """mr mrs ms miss dr sir lord lady dame prof sen rep gov gen col capt lt sgt rev st sens reps maj adm cmdr hon pres supt
    insp det del. cpl pvt brig m mme"""
)
MODIFIERS = words(
    """defense defence prime foreign interior finance state vice deputy former acting secretary-general security
    homeland education health justice labor labour energy treasury senior chief assistant u.s us british israeli american
    russian chinese french german lead house senate majority minority attorney national city international republican
    democratic democrat gop press communications campaign general associate executive managing editorial then ex retired
    co-chair staff sgt maj major brigadier first 1st 2nd lieutenant field"""
)
NOT_NAMES = words(
    """the a an in on at but and or if when while after before since during following this that these those it its he
    she they we i you his her their as for from with by of to not no yes also however still then there here what who
    how why where monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december today yesterday tomorrow meanwhile asked speaking both one two three
    some many most other another each even just only such according earlier later last next new neither nor either
    although though because despite until unless whether which whose whom once so thus yet again instead indeed rather
    perhaps maybe declaring noting citing calling using given having being about moreover likewise furthermore similarly nonetheless nevertheless afterward afterwards additionally finally
    eventually ultimately recently previously initially currently clearly apparently obviously certainly naturally years months weeks days hours minutes moments among amid ever based preceded prompted according video beyond like under over
    between through without within against across around near our my your let do does did is are was were be been has
    have had will would can could should may might must getty jan feb
    mar apr aug sept sep oct nov dec well now never always often sometimes all any few several every everyone anyone someone
    nobody nothing something everything more much less those than too very back down up out off a.m p.m am pm asked told
    said says added four five six seven eight nine ten first second third officials critics responding referring
    asking writing adding recalling appearing addressing describing pointing standing looking turning taking making
    saying telling fellow former if ok okay please hello thanks dear none"""
)
NATIONS = words(
    """american british israeli russian chinese french german republican democratic democrats republicans democrat muslim
    muslims christian christians jewish jews catholic latino latinos hispanic hispanics african asian european europeans
    mexican mexicans iranian iranians syrian syrians indian canadian cuban spanish italian turkish english irish scottish
    welsh arab arabs palestinian palestinians ukrainian ukrainians americans russians germans internet olympics christmas
    easter english latin"""
)
PLACES = words(
    """israel iran iraq syria russia china america britain england scotland wales ireland france germany italy spain
    ukraine turkey egypt jordan lebanon gaza japan india pakistan afghanistan mexico canada cuba brazil africa europe
    asia washington london paris berlin moscow beijing brussels jerusalem iowa ohio florida texas california nevada
    virginia michigan wisconsin pennsylvania hampshire carolina georgia arizona colorado illinois indiana utah kansas
    missouri oregon minnesota maryland vermont maine massachusetts connecticut jersey york tennessee kentucky alabama
    louisiana mississippi oklahoma nebraska montana idaho wyoming alaska hawaii dakota delaware arkansas philadelphia
    chicago boston cleveland detroit houston dallas miami atlanta seattle denver benghazi orlando brooklyn manhattan
    states kingdom korea arabia zealand australia austria switzerland sweden norway denmark finland poland hungary greece
    va fla conn calif ariz mich minn tenn wis colo okla ky nev md plaza tower towers square road boulevard highway
    bridge airport park beach springs heights hotel casino palace
    city county island islands river lake street avenue coast bay valley vegas angeles francisco diego rico hill kong"""
)
LINKS = words("of de la van von der den bin ibn al el di da du le for and & del st dos ben abu ter ten zu")
RELATIVES = words("who which that whose whom")
ACCORDINGS = ("according to ", "in the words of ")
OPENERS = words(
    """soon good bad better worse best worst great big small large little fresh recent early late public private federal
    local global national official officially political economic financial social legal medical military civil foreign
    domestic opinion news data figures results tests talks shares prices sales profits costs wages taxes efforts plans
    polls polling part half nearly almost roughly besides unlike beside still back next last whatever whenever wherever
    however anyway afterward long-time longtime years work winning losing nothing nowadays outside inside onstage
    backstage elsewhere overall altogether together alone enough plenty dozens hundreds thousands millions traffic
    opponents proponents embryonic documents records emails e-mails letters videos photos pictures reports studies
    research evidence critics fans voters turnout protests shortly specifically signs name names face face-to-face read
    watch listen see consider imagine remember take look get got go come put keep let make try think believe call ask"""
)
PARTICLES = words("up out in on off down back away around over through so it him her them us me that")

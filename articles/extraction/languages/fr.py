"""French."""

from articles.extraction.languages import en_names
from articles.extraction.languages.base import Language, words

_VERBS = words(
    """dit disait dira déclaré déclare déclarait affirmé affirme affirmait expliqué explique expliquait ajouté ajoute
    ajoutait répondu répond répondait demandé demande estimé estime estimait assuré assure assurait annoncé annonce écrit
    écrivait souligné souligne précisé précise raconté raconte lancé lance crié crie murmuré murmure reconnu reconnaît
    dénoncé dénonce qualifié qualifie prévenu prévient conclu conclut confié confie regretté regrette rappelé rappelle"""
)

FRENCH = Language(
    code="fr",
    cues=_VERBS,
    strong=_VERBS,
    pronouns={"il": "m", "elle": "f", "ils": "p", "elles": "p"},
    determiners=words("le la les un une des du l’ l' son sa ses leur leurs ce cette ces plusieurs certains"),
    prepositions=words(
        "de d à au aux en dans par pour sur avec sans sous chez vers selon depuis entre contre"
    ),
    auxiliaries=words("a ont est était sont étaient avait avaient va vont peut doit"),
    adverbs=words(
        "aussi ensuite puis encore hier aujourd’hui également alors toutefois enfin pourtant a ont avait"
    ),
    breaks=words("et mais ou car donc que quand lorsque si comme parce"),
    relatives=words("qui que dont"),
    accordings=("selon ", "d’après ", "d'après "),
    agents=words("par"),
    roles=words(
        """ministre président présidente maire porte-parole juge avocat avocate directeur directrice chef cheffe entraîneur
        entraîneuse professeur professeure médecin chercheur chercheuse auteur autrice témoin voisin voisine électeur
        électrice procureur procureure responsable homme femme capitaine pêcheur chanteur chanteuse roi reine député députée"""
    ),
    voices=words(
        "rapport communiqué lettre journal tribunal police ministère syndicat entreprise parti association"
    ),
    plurals=words("chercheurs experts témoins habitants policiers"),
    honorifics=words("m mme mlle dr"),
    modifiers=words("premier première ancien ancienne"),
    groups=words("ministère parti police syndicat banque université tribunal association fédération musée"),
    not_names=words(
        """le la les un une des du il elle ils elles et mais ou si quand lorsque dans en au aux par pour sur avec sans selon
        ce cette ces son sa ses nous vous je on lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd’hui
        puis ensuite enfin après avant pendant"""
    ),
    links=words("de du la le des d"),
    female=en_names.FEMALE
    | words("amélie élodie hélène françoise geneviève chantal sylvie martine mathilde camille"),
    male=en_names.MALE | words("françois jérôme rené thierry didier yves étienne mathieu guillaume benoît"),
    female_words=words("mme mlle présidente directrice avocate chercheuse chanteuse reine députée femme"),
    male_words=words("m président directeur avocat chercheur chanteur roi député homme"),
    clitics=words("il elle ils elles"),
    dash_speech=True,
)

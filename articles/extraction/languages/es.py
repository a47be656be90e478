"""Spanish."""

from articles.extraction.languages import en_names
from articles.extraction.languages.base import Language, words

_VERBS = words(
    """dijo dice decía dijeron dicen afirmó afirma aseguró asegura explicó explica añadió añade agregó agrega respondió
    responde preguntó pregunta declaró declara escribió escribe señaló señala sostuvo sostiene indicó indica anunció anuncia
    advirtió advierte reconoció reconoce criticó critica denunció denuncia gritó grita contó cuenta recordó recuerda llamó
    calificó insistió insiste comentó comenta murmuró susurró replicó contestó"""
)

SPANISH = Language(
    code="es",
    cues=_VERBS,
    strong=_VERBS,
    past_endings=("ó",),
    pronouns={"él": "m", "ella": "f", "ellos": "p", "ellas": "p"},
    determiners=words("el la los las un una unos unas su sus este esta estos estas varios algunos"),
    prepositions=words("de del a al en por para con sin sobre según desde entre contra hasta ante"),
    auxiliaries=words("es era son eran ha han había fue está estaba puede debe"),
    adverbs=words("también luego después ayer hoy además todavía finalmente entonces ha han había"),
    breaks=words("y pero o porque cuando si como mientras aunque que"),
    relatives=words("que quien quienes"),
    accordings=("según ", "de acuerdo con "),
    agents=words("por"),
    roles=words(
        """ministro ministra presidente presidenta alcalde alcaldesa portavoz juez jueza abogado abogada director directora
        jefe jefa entrenador entrenadora profesor profesora médico médica investigador investigadora autor autora testigo
        vecino vecina votante fiscal hombre mujer capitán capitana pescador cantante rey reina diputado diputada"""
    ),
    voices=words(
        "informe comunicado carta diario tribunal policía ministerio sindicato empresa partido asociación"
    ),
    plurals=words("investigadores expertos testigos vecinos autoridades"),
    honorifics=words("sr sra dr dra don doña"),
    groups=words(
        "ministerio partido policía sindicato banco universidad tribunal asociación federación museo"
    ),
    not_names=words(
        """el la los las un una él ella ellos ellas y pero o si cuando en por para con sin según su sus este esta nosotros
        yo lunes martes miércoles jueves viernes sábado domingo ayer hoy luego después además entonces no sí"""
    ),
    links=words("de del la los las y"),
    female=en_names.FEMALE
    | words("pilar rocío inés lucía sofía maría beatriz nuria montserrat raquel mónica verónica"),
    male=en_names.MALE
    | words("josé jesús andrés joaquín álvaro gonzalo iñaki tomás germán raúl óscar ángel sergio"),
    female_words=words(
        "sra dra doña ministra presidenta alcaldesa jueza abogada directora jefa reina mujer diputada"
    ),
    male_words=words("sr dr don ministro alcalde juez abogado director jefe rey hombre diputado"),
    dash_speech=True,
)

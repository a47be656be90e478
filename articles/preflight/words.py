"""The words of each language that rules look for. A rule finds nothing in a language that has none for it."""

import dataclasses
import functools
import re

MONTHS_EN = "January February March April May June July August September October November December"
MONTHS_DE = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
MONTHS_FR = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
MONTHS_ES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"


@dataclasses.dataclass(frozen=True)
class Words:
    """``weekdays`` begin with Monday. ``relative`` and ``before_weekday`` are alternatives of a regular expression."""

    weekdays: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    short_months: tuple[str, ...] = ()
    relative: str = ""  # yesterday, last week
    before_weekday: str = ""  # words that make a weekday one certain day: on, last
    other_year: str = ""  # what follows a date that is not the nearest one: last year
    outlet_cues: str = ""  # words before the name of a paper: told the
    outlet_names: tuple[str, ...] = ()
    outlet_endings: tuple[str, ...] = ()  # last words of names of papers: Courier
    names_keep_their_form: bool = False  # so that a surname in the text is the surname on record

    @functools.cached_property
    def weekday(self) -> re.Pattern[str] | None:
        """A weekday that means one certain day, in the group ``day``."""
        if not self.weekdays:
            return None
        days = "|".join(self.weekdays)
        return re.compile(rf"\b(?:{self.before_weekday})\s+(?P<day>{days})\b", re.IGNORECASE)

    @functools.cached_property
    def relative_date(self) -> re.Pattern[str] | None:
        return re.compile(rf"\b(?:{self.relative})\b", re.IGNORECASE) if self.relative else None

    @functools.cached_property
    def full_date(self) -> re.Pattern[str] | None:
        """A weekday with day and month, and the year where it is given, in either order of day and month."""
        if not self.months:
            return None
        days = "|".join(self.weekdays)
        months = "|".join(self.months + self.short_months)
        year = r"(?:,?\s+(?:de\s+|del\s+)?(?P<year>[12]\d{3}))?"
        return re.compile(
            rf"\b(?P<weekday>{days}),?\s+(?:(?:the|den|dem|der|le|el)\s+)?"
            rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?(?P<month>{months})\b\.?"
            rf"|(?P<month_first>{months})\b\.?\s+(?P<day_last>\d{{1,2}})(?:st|nd|rd|th)?\b){year}"
            rf"(?P<other>\s+(?:{self.other_year})\b)?",
            re.IGNORECASE,
        )


ENGLISH = Words(
    weekdays=tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    months=tuple(MONTHS_EN.split()),
    short_months=tuple("Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec".split()),
    relative=(
        "yesterday|tomorrow|tonight|(?:last|next) (?:week|weekend|month|night)|"
        "this (?:morning|afternoon|evening|week|weekend|month)|earlier today|later today"
    ),
    before_weekday="on|last|next|this|by|until|since|from|late|early",
    other_year="last year|next year|the year before|a year earlier|that year|in [12][0-9]{3}",
    outlet_cues="told|tells|according to|reported by|reported in|first reported by|in an interview with|an investigation by",
    outlet_names=tuple(
        "Reuters|BBC|CNN|Bloomberg|Associated Press|Agence France-Presse|Al Jazeera|Guardian|Economist|Politico".split(
            "|"
        )
    ),
    outlet_endings=tuple(
        "Courier Times Post Herald Gazette Tribune Journal Chronicle Telegraph Observer Mail Examiner Sentinel Star "
        "Dispatch Globe Inquirer Argus Echo Mercury Bulletin Ledger".split()
    ),
    names_keep_their_form=True,
)
GERMAN = Words(
    weekdays=tuple("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()),
    months=tuple(MONTHS_DE.split()),
    relative="gestern|vorgestern|übermorgen|(?:vergangene|letzte|nächste|kommende) (?:Woche|Nacht)|heute (?:früh|Morgen|Abend|Nachmittag)",
    before_weekday="am|seit|bis|ab|vergangenen|letzten|kommenden|nächsten|diesen|diesem",
    other_year="letzten Jahres|des Vorjahres|vergangenen Jahres|nächsten Jahres",
    outlet_cues="sagte der|sagte dem|berichtet der|berichtet die|berichtete der|berichtete die|laut|nach Angaben der",
    outlet_names=tuple(
        "Spiegel|Bild|Süddeutsche Zeitung|Frankfurter Allgemeine Zeitung|Reuters|dpa".split("|")
    ),
    outlet_endings=tuple("Zeitung Nachrichten Tageblatt Anzeiger Rundschau Kurier".split()),
    names_keep_their_form=False,  # Quills Amt
)
FRENCH = Words(
    weekdays=tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
    months=tuple(MONTHS_FR.split()),
    relative="hier|avant-hier|demain|la semaine (?:dernière|prochaine)|ce (?:matin|soir)|cet après-midi|le mois (?:dernier|prochain)",
    before_weekday="ce|depuis|jusqu’à|jusqu'à|dès",
    other_year="dernier|de l’an dernier|de l'an dernier|prochain",
    outlet_cues="au journal|dans le journal|selon le journal|selon|au quotidien",
    outlet_names=tuple("Le Monde|Le Figaro|Libération|Reuters|AFP".split("|")),
    names_keep_their_form=True,
)
SPANISH = Words(
    weekdays=tuple("lunes martes miércoles jueves viernes sábado domingo".split()),
    months=tuple(MONTHS_ES.split()),
    relative="ayer|anteayer|la semana (?:pasada|próxima|que viene)|esta (?:mañana|tarde|noche)|el mes (?:pasado|próximo)",
    before_weekday="el|este|pasado|próximo",
    other_year="pasado|del año pasado|del año próximo",
    outlet_cues="al diario|según el diario|según|en el diario",
    outlet_names=tuple("El País|El Mundo|La Vanguardia|Reuters|EFE".split("|")),
    names_keep_their_form=True,
)
_LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
_NONE = Words()


def words_of_language(code: str) -> Words:
    """The words of a language by its code, “en” or “pt-BR”; none at all where nobody has written them down."""
    return _LANGUAGES.get(code.casefold().replace("_", "-").split("-")[0], _NONE)

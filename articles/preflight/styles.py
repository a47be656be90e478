"""Which marks, dashes and spaces a language prints."""

import dataclasses
import re

NBSP, NARROW = "\u00a0", "\u202f"


@dataclasses.dataclass(frozen=True)
class Style:
    """Marks of quotations and of quotations inside them; a mark of two characters carries its space.

    ``unbroken`` finds, in the group ``space``, spaces at which no line may break.
    """

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    single_opening: str = "‘"
    single_closing: str = "’"
    dash: str = "–"
    unbroken: re.Pattern[str] | None = None

    @property
    def doubles(self) -> str:
        """The marks that quote in this style, and the straight one."""
        return f'"{self.opening[0]}{self.closing[-1]}'

    @staticmethod
    def space_of(found: re.Match[str]) -> str:
        """The space to be put there: a narrow one before what is no colon."""
        after = found.string[found.end("space") : found.end("space") + 1]
        return NARROW if after in ";!?" else NBSP


_CURLY = Style("“", "”", "‘", "’")
_GERMAN = Style(
    "„", "“", "‚", "‘", "‚", "‘", unbroken=re.compile(r"\b(?:z|d|u|i|o)\.(?P<space> )(?=[BhadÄ]\.)")
)
_GERMAN_BOOK = dataclasses.replace(
    _GERMAN,
    opening="»",
    closing="«",
    inner_opening="›",
    inner_closing="‹",
    single_opening="›",
    single_closing="‹",
)
_FRENCH = Style(
    f"«{NBSP}",
    f"{NBSP}»",
    "“",
    "”",
    unbroken=re.compile(r"(?<=[\w»”)%])(?P<space> )(?=[;!?:](?:\s|$))"),
)
_GUILLEMETS = Style("«", "»", "“", "”")
_RUSSIAN = Style("«", "»", "„", "“", dash="—")
_POLISH = Style("„", "”", "«", "»")
_NORDIC = Style("”", "”", "’", "’", "’", "’")
_STYLES: dict[str, tuple[Style, ...]] = {
    "en": (_CURLY,),
    "nl": (_CURLY,),
    "pt": (_CURLY, _GUILLEMETS),
    "es": (_GUILLEMETS, _CURLY),
    "it": (_GUILLEMETS, _CURLY),
    "ca": (_GUILLEMETS, _CURLY),
    "fr": (_FRENCH, dataclasses.replace(_CURLY, unbroken=_FRENCH.unbroken)),
    "de": (_GERMAN, _GERMAN_BOOK),
    "ru": (_RUSSIAN,),
    "uk": (_RUSSIAN,),
    "pl": (_POLISH,),
    "sv": (_NORDIC,),
    "fi": (_NORDIC,),
    "ar": (_GUILLEMETS, _CURLY),
    "fa": (_GUILLEMETS,),
}


def style_of(language: str, text: str) -> Style | None:
    """The style of a text: of those that the language has, the one whose marks it uses most, else the first.

    None for a language whose straight marks are good print or whose customs nobody has written down: Hebrew keeps its
    straight marks, which stand inside abbreviations as well.
    """
    styles = _STYLES.get(language.casefold().replace("_", "-").split("-")[0], ())
    if not styles:
        return None
    style = max(styles, key=lambda one: text.count(one.opening[0]) + text.count(one.closing[-1]))
    if style.dash == "–" and text.count("—") > text.count("–"):
        return dataclasses.replace(style, dash="—")
    return style

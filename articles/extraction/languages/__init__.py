"""One module a language; the rules are the same for all, the words are not."""

from articles.extraction.languages.base import Language
from articles.extraction.languages.de import GERMAN
from articles.extraction.languages.en import ENGLISH
from articles.extraction.languages.es import SPANISH
from articles.extraction.languages.fr import FRENCH

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH, GERMAN, SPANISH, FRENCH)}


def language_of(code: str) -> Language:
    """The language of a code such as “en” or “pt-BR”; English where there are no words for it."""
    return LANGUAGES.get(code.casefold().replace("_", "-").split("-")[0], ENGLISH)

"""Words in marks that nobody spoke: titles of works and words held at arm's length."""

from articles.extraction.names import LINKS
from articles.extraction.types import Span

SCARE_WORDS = 2


def reason_not_a_quote(span: Span, *, has_cue: bool, before: str) -> str:
    """``title`` or ``scare`` when the span is no quotation, else an empty string.

    Arguments: whether a verb of speech stands in the sentence; the text right before the span.
    """
    words = span.inner.strip(" ,.;:!?").split()
    capitalized = [w for w in words if w[:1].isupper() or w[:1].isdigit()]
    small = [w for w in words if w in LINKS or w in ("a", "an", "in", "on", "to", "at", "with")]
    if 2 <= len(words) <= 8 and len(capitalized) + len(small) == len(words) and len(capitalized) > len(small):
        if span.inner.rstrip()[-1:] not in "!?," or not has_cue:
            return "title"
    if len(words) <= 1 and not (has_cue and span.inner.rstrip()[-1:] in ",.!?"):
        return "scare"
    if len(words) <= SCARE_WORDS and not has_cue and span.start > 0:
        return "scare"
    if (
        before.rstrip()
        .casefold()
        .endswith(("so-called", "known as", "nicknamed", "dubbed", "titled", "entitled"))
    ):
        return "title"
    return ""

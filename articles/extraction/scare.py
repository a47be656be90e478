"""Words in marks that nobody spoke: titles of works, names of things, and words held at arm's length."""

from collections.abc import Sequence

from articles.extraction.apostrophes import SINGLE
from articles.extraction.languages.base import Language
from articles.extraction.marks import has_doubled_marks
from articles.extraction.surroundings import Attribution
from articles.extraction.types import Passage, Span
from articles.extraction.words import Outline

SMALL = frozenset(
    "a an and as at but by de del for from in into la le of on or over the to under up vs with y &".split()
)
NAMING = (
    "so-called",
    "known as",
    "nicknamed",
    "titled",
    "entitled",
    "headlined",
)
WORKS = (
    "author of",
    "stars of",
    "version of",
    "episode of",
    "broadcast of",
    "the show",
    "the film",
    "the book",
    "the song",
    "the play",
    "the movie",
    "the novel",
    "his memoir,",
    "her memoir,",
    "podcast",
    "anthem",
    "program",
    "program,",
    "the word",
    "the words",
    "the term",
    "the phrase",
    "click",
)
SPEAKING = frozenset(
    "comment comments remark remarks claim claims quip jab statement chant chants threat boast".split()
)
OWNING = ("’s", "'s")
SHOUTING = tuple("chanting chanted chants shouting shouted yelling yelled screaming screamed".split())
SPOKEN_ELSEWHERE = ("signed", "whose words they are")
DETERMINERS = frozenset("a an the his her its their this that these those our my your".split())
ABOUT_WORDS = frozenset(
    "phrase term word words slogan issue issues label narrative scenario effect effects list award reports letters "
    "letter theme shirt shirts t-shirt t-shirts sign signs uprisings push groups group program award reboot feature "
    "gear document deal movement loophole".split()
)


def reason_not_a_quote(span: Span, text: str, *, has_cue: bool, attributed: bool) -> str:
    """``title`` or ``scare`` when the span is no quotation, else an empty string.

    Arguments: the passage's text; whether a verb of speech governs the span; whether one follows it directly,
    as in “…,” she said.
    """
    before = text[max(0, span.start - 24) : span.start].rstrip().casefold()
    if before.endswith("="):  # an attribute of markup
        return "title"
    words = span.inner.strip(" ,.;:!?").split()
    if before.endswith(SHOUTING):
        return ""
    if before.endswith(OWNING) and _is_name_of_work(words, span):
        return "title"
    if len(words) >= 2 and is_title(words) and not _speaks_for_itself(span, before, attributed):
        return "title"
    if len(words) <= 6 and not attributed and before.endswith(NAMING if has_cue else NAMING + WORKS):
        return "title"
    if len(words) <= 1 and not (has_cue and _may_be_said(span, before, attributed)):
        return "scare"
    if len(words) <= 4 and not has_cue and _modifies(span, text, before):
        return "scare"
    return ""


def is_unspoken(span: Span, found: Attribution, language: Language) -> bool:
    """Whether one or two words stand in a sentence without a verb of speech, in which nobody is named who could have
    said them: the money went into a “market accident” fund."""
    if found.cue or found.reason in SPOKEN_ELSEWHERE or span.open_end or len(span.inner.split()) > 2:
        return False
    subject = found.subject
    return subject is None or (subject.kind == "description" and not language.is_somebody(subject.name))


def is_name_of_something(span: Span, view: Outline) -> bool:
    """Whether the marked words amid a sentence are a title or a nickname: the “Ada First” pins, Ada “Bo” Quill."""
    words = span.inner.strip().split()
    if (
        span.inner.rstrip()[-1:] in ",.!?:"
        or not words
        or not view.text[span.end : span.end + 2].strip(" ").isalpha()
    ):
        return False
    return is_title(words) or (len(words) == 1 and words[0][:1].isupper())


def doubles_quote(passages: Sequence[Passage], spans: Sequence[Span]) -> bool:
    """Whether the body quotes in double marks, as most papers do, rather than in single ones."""
    body = [span.opening in SINGLE for span in spans if passages[span.passage].place == "body"]
    doubled = sum(has_doubled_marks(passage.text) for passage in passages if passage.place == "body")
    return body.count(False) + doubled >= max(1, body.count(True))


def is_title(words: Sequence[str]) -> bool:
    """Whether every word that a headline would capitalize is capitalized."""
    if len(words) > 12:
        return False
    bare = [word.strip("“”\"'‘’(),.:;!?") for word in words]
    large = [w for w in bare if w[:1].isupper() or w[:1].isdigit()]
    small = [w for w in bare if w and not w[:1].isupper() and not w[:1].isdigit()]
    return len(large) >= 2 and len(large) >= len(small) and all(w.casefold() in SMALL for w in small)


def _is_name_of_work(words: Sequence[str], span: Span) -> bool:
    """Whether the words behind an owner name what it makes: CNN’s “Outlook,” the channel’s “State of the Coast.”"""
    return is_title(words) or (
        len(words) == 1 and words[0][:1].isupper() and span.inner.rstrip()[-1:] not in "!?"
    )


def _may_be_said(span: Span, before: str, attributed: bool) -> bool:
    """Whether a single word is an utterance: “Traffic,” she said; he answered: “Never.”"""
    ends = span.inner.rstrip()[-1:]
    if ends in ",.":
        return attributed or not before or before[-1] in ',:.!?”"’' or not span.inner[:1].isupper()
    return ends in "!?"


def _speaks_for_itself(span: Span, before: str, attributed: bool) -> bool:
    """Whether capitalized words are nevertheless speech: “Yes, Sir,” said Quill; he shouted, “Long Live Calder!”"""
    last = span.inner.rstrip()[-1:]
    if before.endswith((",", ":")) and last in "!?.,":
        return not before.endswith(("show,", "program,", "book,", "film,", "memoir,", "drama,"))
    if last in "!?" or "! " in span.inner:
        return True
    opens_sentence = not before or before[-1] in ".!?”\"'’"
    return attributed and opens_sentence and last == ","


def _modifies(span: Span, text: str, before: str) -> bool:
    """Whether the marked words stand inside a noun phrase of the writer: the “fair share” slogan."""
    if span.inner.rstrip()[-1:] in ",.!?":
        return False
    following = text[span.end : span.end + 20].split(" ")
    if len(following) < 2 or following[0] or not following[1]:
        return False
    noun = following[1].strip(".,;:!?)").casefold()
    if noun in SPEAKING:
        return False
    determiner = before.rsplit(None, 1)[-1:]
    owned = bool(determiner) and (determiner[0] in DETERMINERS or determiner[0].endswith(("’s", "'s")))
    return noun in ABOUT_WORDS or (owned and noun.isalpha() and len(noun) > 3 and not _is_link(noun))


def _is_link(word: str) -> bool:
    """Whether the word begins something else than the noun that the marked words modify."""
    return word in LINKING or word.endswith("ly")


LINKING = frozenset(
    """about above after against among around because before behind between beyond during from have into like more
    near only onto over said says since than that their them then they this through toward towards under until upon
    were what when where whether which while will with within without would could should being been does also must
    need needs can may might had has are was is and but for yet even""".split()
)

"""The words that occur, for prefixes and for “did you mean”. What a reader is shown is asked of the index first, so a word
of something withdrawn is never proposed."""

from collections.abc import Collection

from django.db.models import Count, Max

from articles.models import SearchTrigram, SearchWord
from articles.text.words import edit_distance

SHORTEST, LONGEST_PREFIX_LIST = 3, 50
LOOKED_AT = 40  # words that share most with a misspelt one
BATCH = 500


def learn(words: Collection[str]) -> None:
    """Add the words that are not known yet, with their trigrams. Numbers are not words."""
    wanted = {word for word in words if len(word) >= SHORTEST and not any(map(str.isdigit, word))}
    known: set[str] = set()
    for batch in _batches(sorted(wanted)):
        known |= set(SearchWord.objects.filter(word__in=batch).values_list("word", flat=True))
    new = sorted(wanted - known)  # in one order, so that two transactions never wait for each other
    SearchWord.objects.bulk_create((SearchWord(word=word) for word in new), BATCH, ignore_conflicts=True)
    for batch in _batches(new):
        rows = [
            SearchTrigram(word_id=pk, letters=letters)
            for pk, word in SearchWord.objects.filter(word__in=batch).values_list("pk", "word")
            for letters in trigrams(word)
        ]
        SearchTrigram.objects.bulk_create(rows, BATCH, ignore_conflicts=True)


def forget_words(*, but: Collection[str], until: int) -> int:
    """Forget the words up to this primary key that are not among those, and return how many they were."""
    known = SearchWord.objects.filter(pk__lte=until).values_list("pk", "word")
    unused = [pk for pk, word in known.iterator() if word not in but]
    for at in range(0, len(unused), BATCH):
        SearchWord.objects.filter(pk__in=unused[at : at + BATCH]).delete()
    return len(unused)


def latest_word() -> int:
    """The primary key of the word that was learnt last."""
    return SearchWord.objects.aggregate(latest=Max("pk"))["latest"] or 0


def trigrams(word: str) -> set[str]:
    """The three letters in a row, with its beginning and end marked."""
    marked = f"_{word}_"
    return {marked[at : at + 3] for at in range(len(marked) - 2)}


def beginning_with(prefix: str) -> list[str]:
    """Known words that begin so; where there are more than fifty, the first by the alphabet."""
    following = SearchWord.objects.filter(word__gte=prefix).order_by("word").values_list("word", flat=True)
    return [word for word in following[:LONGEST_PREFIX_LIST] if word.startswith(prefix)]


def unknown(words: Collection[str]) -> list[str]:
    """Those of these words that occur nowhere, as far as they could be known."""
    wanted = [word for word in words if len(word) >= SHORTEST]
    known = set(SearchWord.objects.filter(word__in=wanted).values_list("word", flat=True))
    return [word for word in wanted if word not in known]


def alike(word: str) -> list[str]:
    """Known words of nearly the same letters, the likeliest first. One statement."""
    limit = 1 if len(word) < 5 else 2
    shared = (
        SearchTrigram.objects.filter(letters__in=trigrams(word))
        .values("word__word")
        .annotate(shared=Count("pk"))
        .order_by("-shared", "word__word")
    )
    found = [row["word__word"] for row in shared[:LOOKED_AT]]
    distances = {one: edit_distance(word, one, limit) for one in found if one != word}
    near = [one for one, distance in distances.items() if distance <= limit]
    return sorted(near, key=lambda one: (distances[one], one[:1] != word[:1], found.index(one)))


def _batches(words: list[str]) -> list[list[str]]:
    return [words[at : at + BATCH] for at in range(0, len(words), BATCH)]

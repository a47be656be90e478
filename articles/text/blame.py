"""Who left each paragraph as it is."""

from collections.abc import Sequence

from articles.text.diff import pair_paragraphs


def last_changed(versions: Sequence[Sequence[str]]) -> list[int]:
    """For each paragraph of the last version the number of the version that made it what it is."""
    known: list[int] = []
    before: Sequence[str] = ()
    for number, now in enumerate(versions):
        found = [number] * len(now)
        for pair in pair_paragraphs(before, now):
            if pair.old is not None and pair.new is not None and before[pair.old] == now[pair.new]:
                found[pair.new] = known[pair.old]
        known, before = found, now
    return known

"""Short ways to write the views that rules look at."""

import datetime
from typing import Any

from articles.preflight import ArticleView, Finding, UseView, check

NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
TUESDAY = datetime.date(2026, 10, 13)
SAID = "We have not decided to close the pier this winter."


def article(body: str = "The pier stays.", *uses: UseView, **values: Any) -> ArticleView:
    return ArticleView(at=NOW, **{"headline": "Pier", "body": body, "uses": uses, **values})


def quotation(body: str, words: str, **values: Any) -> UseView:
    """A settled use by Ada Quill of words that stand in the body between marks."""
    at = body.index(words)
    given = {
        "state": "confirmed",
        "quote": 1,
        "record": words,
        "speaker": "Ada Quill",
        "speaker_names": frozenset({"Ada Quill"}),
        "is_named_person": True,
        **values,
    }
    place = {"start": at - 1, "end": at + len(words) + 1, "words_start": at}
    return UseView(**{"key": 1, "place": "body", "words": words, **place, **given})


def only(rule: str, view: ArticleView) -> list[Finding]:
    return [finding for finding in check(view) if finding.rule == rule]

"""What only the desk of the demo newsroom sees, from ``desk.json``: a confidential source, and notes on drafts."""

from collections.abc import Callable
from typing import Any

from django.db import transaction

from articles.models import Article, ConfidentialSource, Note, Occasion, Quote, User
from articles.operations.notes import spots_of, write_note
from articles.operations.settling import confirm_use


@transaction.atomic
def quote_without_name(
    article: Article, given: dict[str, Any], occasion: Occasion | None, users: dict[str, User]
) -> None:
    """Let a source speak that the reporter knows and the standards editor has approved."""
    source = ConfidentialSource.objects.request(
        by=users["reporter"], known_by=[users["editor"]], **given["source"]
    )
    source.approve(by=users["standards"])
    record = Quote.Record.BACKGROUND
    for use in article.quote_uses.open().order_by("start"):
        use.refresh_from_db()  # the segments of one quotation are settled together
        if use.is_open:
            confirm_use(use, by=users["reporter"], source=source, occasion=occasion, record=record)


@transaction.atomic
def write_notes(rows: list[dict[str, Any]], users: dict[str, User], tell: Callable[[str], Any]) -> None:
    """Notes on stories that are named by the beginning of their headlines. Once only."""
    for row in rows:
        article = Article.objects.get(headline__startswith=row["headline"])
        if article.notes.filter(text=row["text"]).exists():
            continue
        if "assigned_to" in row:
            article.assign(by=users["editor"], to=users[row["assigned_to"]])
        note = write_note(article, by=users[row["by"]], text=row["text"], spot=_spot(article, row["about"]))
        tell(f"Note on {article.headline}")
        _go_on(note, row, users)


def _go_on(note: Note, row: dict[str, Any], users: dict[str, User]) -> None:
    if "reply" in row:
        who, text = row["reply"]
        note.reply(by=users[who], text=text)
    if "resolved_by" in row:
        note.resolve(by=users[row["resolved_by"]])


def _spot(article: Article, words: str) -> str:
    """The quotation or else the paragraph that has these words; without words the article."""
    found = [spot.key for spot in spots_of(article) if words and spot.anchor and words in spot.anchor.exact]
    return found[-1] if found else "article"

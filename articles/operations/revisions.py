"""Who last changed each paragraph, and bringing an old revision back."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Author, Image, Quote, QuoteUse, Revision, Section, Source, Topic
from articles.models.working_copy import PLAIN
from articles.operations.quotes import drop_orphan, match_of, scan_article
from articles.text.blame import last_changed
from articles.text.blocks import split_blocks

REMEMBERED = 100  # revisions that are asked who changed what


def authorship(article: Article) -> list[Revision | None]:
    """For each block of the body the revision that made it what it is, as far back as is remembered. Queries."""
    saved = article.revisions.saved().select_related("by").order_by("-number")[:REMEMBERED]
    revisions = list(reversed(saved))
    versions = [split_blocks(revision.snapshot.get("body", "")) for revision in revisions]
    return [revisions[number] for number in last_changed(versions)]


@transaction.atomic
def restore(revision: Revision, *, by: Any, why: str = "") -> tuple[Article, list[str]]:
    """Bring a revision back as a new one, and say what of it no longer exists.

    Words, bylines, topics, sources and pictures come back, and quotations are linked to their records again. Later
    revisions stay in the history; editions, embargo and stage are not touched.
    """
    article = Article.objects.select_for_update().get(pk=revision.article_id)
    then = revision.snapshot
    missing: list[str] = []
    for name in PLAIN:
        if name in then and name not in ("section_id", "lead_image_id"):
            setattr(article, name, then[name])
    _restore_day(article, then)
    _point(article, "section", Section, then.get("section_id"), missing)
    _point(article, "lead_image", Image, then.get("lead_image_id"), missing)
    reason = why.strip() or _("Revision %(number)d restored") % {"number": revision.number}
    _restore_bylines(article, then.get("bylines", []), missing)
    for field, model, key in (
        ("topics", Topic, "slug"),
        ("sources", Source, "pk"),
        ("related", Article, "pk"),
    ):
        if field in then:
            found = list(model.objects.filter(**{f"{key}__in": then[field]}))
            missing += [f"{model._meta.verbose_name} {one}" for one in _absent(then[field], found, key)]
            getattr(article, field).set(found)
    article.save_working_copy(by=by, why=reason[:200])
    scan_article(article, by=by)
    _relink(article, then.get("quote_uses", []))
    article.revisions.model.objects.record(article, by, why=reason[:200])
    article.content_changed(by=by)
    return article, missing


def _restore_day(article: Article, then: dict[str, Any]) -> None:
    if "dateline_date" in then:
        article.dateline_date = Article._meta.get_field("dateline_date").to_python(then["dateline_date"])


def _point(article: Article, field: str, model: Any, pk: int | None, missing: list[str]) -> None:
    found = model.objects.filter(pk=pk).first() if pk else None
    if pk and found is None:
        missing.append(str(model._meta.verbose_name))
        return
    setattr(article, field, found)


def _absent(wanted: Sequence[Any], found: Sequence[Any], key: str) -> list[Any]:
    there = {getattr(one, key) for one in found}
    return [one for one in wanted if one not in there]


def _restore_bylines(article: Article, lines: list[dict[str, Any]], missing: list[str]) -> None:
    authors = {
        author.slug: author
        for author in Author.objects.filter(slug__in=[line["author__slug"] for line in lines])
    }
    kept = []
    for order, line in enumerate(lines):
        author = authors.get(line["author__slug"])
        if author is None:
            missing.append(line.get("author__name") or line["author__slug"])
            continue
        values = {"order": order, "credited_as": line["credited_as"]}
        byline, _new = article.bylines.update_or_create(author=author, role=line["role"], defaults=values)
        kept.append(byline.pk)
    article.bylines.exclude(pk__in=kept).delete()


def _relink(article: Article, then: list[dict[str, Any]]) -> None:
    """Give quotations that were settled then, and that the scan took for new, their records back."""
    settled = {
        (use["place"], use["exact"], use["segment"]): use
        for use in then
        if use["attribution"] != QuoteUse.Attribution.PROPOSED
    }
    records = Quote.objects.in_bulk(
        [use["quote__short_id"] for use in settled.values() if use["quote__short_id"]], field_name="short_id"
    )
    for use in article.quote_uses.in_text().open():
        was = settled.get((use.place, use.exact, use.segment))
        if was is None:
            continue
        record = records.get(was["quote__short_id"])
        if was["attribution"] == QuoteUse.Attribution.CONFIRMED and (
            record is None or not record.has_speaker
        ):
            continue
        former = use.quote
        use.quote, use.attribution = record, was["attribution"]
        use.match = match_of(use) if record else use.match
        use.save(update_fields=["quote", "attribution", "match"])
        drop_orphan(former)

"""Builds editions from the working copy. Nothing here saves: preview and publication share it to the letter."""

import datetime
import hashlib
import json
from typing import Any

from articles.models.edition import Edition
from articles.models.pull_quote import pulled
from articles.models.quote_record import quote_records
from articles.models.structured_data import news_article
from articles.models.suggestions import suggest
from articles.text.figures import figure_ids, with_figures
from articles.text.html import annotate, plain_text
from articles.text.pictures import figure_html
from articles.text.slugs import slugify_title
from articles.text.words import count_words

SHOWN = 70  # characters of a title that search engines show
TEXT_SIZES = "(min-width: 46rem) 41rem, 100vw"  # how wide a picture in the text stands
UNHASHED = {
    "id",
    "article",
    "number",
    "kind",
    "is_live",
    "at",
    "by",
    "revision",
    "updated_at",
    "content_hash",
    "previous_hash",
    "json_ld",
    "suggested",  # follows from other articles
}
EMPTY = ("", None, [], {})


def build_edition(
    article: Any, *, at: datetime.datetime, by: Any, kind: str = "publish", previous: Edition | None = None
) -> Edition:
    """The edition that publishing the working copy now would give, unsaved. Queries.

    Only confirmed uses of quotations become records and anchors; only public sources are carried along.
    """
    uses = list(article.quote_uses.in_text().confirmed().with_records())
    body_uses = sorted((use for use in uses if use.place == "body"), key=lambda use: use.start)
    records, anchors = quote_records(uses, body_uses)
    lead_image, section = article.lead_image, article.section
    edition = Edition(
        article=article,
        number=previous.number + 1 if previous else 1,
        kind=kind,
        at=at,
        by=by,
        short_id=article.short_id,
        slug=article.slug or slugify_title(article.headline),
        headline=article.headline,
        short_headline=article.short_headline,
        seo_title=_title(article),
        dek=article.dek,
        article_kind=article.kind,
        language=article.language,
        place=article.dateline_place,
        dateline_date=article.dateline_date,
        section=section,
        section_name=section.name if section else "",
        section_slug=section.slug if section else "",
        body_html=with_figures(annotate(article.body, anchors), _figures(article)),
        body_text=plain_text(article.body),
        lead_image=lead_image.as_json() if lead_image else None,
        bylines=[b.as_json() for b in article.bylines.select_related("author").order_by("order", "id")],
        quotes=records,
        corrections=[c.as_json() for c in article.corrections.select_related("quote").order_by("-at", "-id")],
        sources=[s.as_json() for s in article.sources.all() if s.is_public],
        topics=[{"slug": t.slug, "name": t.name, "kind": t.kind} for t in article.topics.order_by("name")],
        related=_related(article),
        suggested=suggest(article, uses),
        pulls=pulled(article, records),
        editors_note=article.editors_note,
        canonical_url=article.canonical_url,
        first_published_at=article.first_published_at or at,
        updated_at=article.updated_at,
    )
    edition.word_count = count_words(edition.body_text)
    return sealed(edition, previous)


def build_retraction(article: Any, live: Edition, *, notice: str, at: datetime.datetime, by: Any) -> Edition:
    """The edition of a retracted article: headline, names and notice; the words themselves are gone."""
    edition = _successor(live, article, at=at, by=by, kind="retraction", status="retracted")
    edition.retraction_notice = notice
    edition.updated_at = at
    edition.corrections = [
        c.as_json() for c in article.corrections.select_related("quote").order_by("-at", "-id")
    ]
    return sealed(edition, live)


def build_tombstone(article: Any, live: Edition, *, at: datetime.datetime, by: Any) -> Edition:
    """The edition of a withdrawn article: its address and nothing else."""
    edition = _successor(live, article, at=at, by=by, kind="withdrawal", status="withdrawn")
    edition.headline, edition.bylines, edition.topics, edition.lead_image = "", [], [], None
    edition.short_headline = edition.seo_title = edition.dek = edition.canonical_url = edition.place = ""
    edition.dateline_date = None
    return sealed(edition, live)


def _successor(live: Edition, article: Any, **changes: Any) -> Edition:
    kept = (
        "short_id slug headline short_headline seo_title dek article_kind language place dateline_date section_id "
        "section_name section_slug lead_image bylines topics canonical_url first_published_at updated_at"
    ).split()
    values = {name: getattr(live, name) for name in kept}
    return Edition(article=article, number=live.number + 1, **values, **changes)


def _title(article: Any) -> str:
    """What search engines show: a headline that they would cut gives way to the short one. Empty: the headline."""
    return article.seo_title or ("" if len(article.headline) <= SHOWN else article.short_headline)


def _figures(article: Any) -> dict[str, str]:
    """The pictures in the text as readers get them."""
    wanted = figure_ids(article.body)
    images = article.images() if wanted else {}
    return {key: figure_html(images[key].as_json(), sizes=TEXT_SIZES) for key in wanted if key in images}


def _related(article: Any) -> list[dict[str, str]]:
    live = Edition.objects.live().filter(article__in=article.related.all()).newest_first().for_listing()
    return [
        {"short_id": e.short_id, "slug": e.slug, "headline": e.headline, "section": e.section_name}
        for e in live[:6]
    ]


def sealed(edition: Edition, previous: Edition | None) -> Edition:
    """Add JSON-LD and the hash of the public content, chained to the edition before."""
    edition.json_ld = news_article(edition) if edition.status != "withdrawn" else {}
    edition.content_hash = content_hash(edition)
    edition.previous_hash = previous.content_hash if previous else ""
    return edition


def content_hash(edition: Edition) -> str:
    """SHA-256 over the canonical JSON of everything readers get, times of change left out.

    Empty fields are left out, too, so that a field that is added later changes no hash of what was published before.
    """
    public = {
        field.name: getattr(edition, field.attname)
        for field in Edition._meta.concrete_fields
        if field.name not in UNHASHED and getattr(edition, field.attname) not in EMPTY
    }
    canonical = json.dumps(public, sort_keys=True, ensure_ascii=False, default=str, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()

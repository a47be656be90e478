"""Live articles with nearly the same text, found by the index of sketches."""

from typing import Any

from django.db.models import Count

from articles.models.edition import Edition
from articles.models.edition_shingle import EditionShingle
from articles.preflight import Twin
from articles.preflight.sketch import common_share, sketch

SHARED = 6  # keys of the sketch that are worth a comparison
ALIKE = 0.5  # of the shorter text
LOOKED_AT = 5


def index_text(edition: Edition) -> int:
    """Write the sketch of an edition anew, and that of no other edition of its article. Returns its size."""
    EditionShingle.objects.filter(edition__article=edition.article_id).delete()
    if edition.status != Edition.Status.LIVE:
        return 0
    rows = [EditionShingle(edition=edition, key=key) for key in sketch(edition.body_text)]
    return len(EditionShingle.objects.bulk_create(rows))


def twins_of(text: str, article: Any) -> tuple[Twin, ...]:
    """The live articles that share half of their text or more with this one, most alike first. At most two queries."""
    keys = sketch(text)
    if not keys:
        return ()
    rows = EditionShingle.objects.filter(key__in=keys).exclude(edition__article=article)
    counts = rows.values("edition").annotate(shared=Count("id")).filter(shared__gte=SHARED)
    likely = [row["edition"] for row in counts.order_by("-shared", "edition")[:LOOKED_AT]]
    if not likely:
        return ()
    editions = Edition.objects.live().filter(pk__in=likely).only("short_id", "headline", "body_text")
    found = [Twin(one.short_id, one.headline, common_share(text, one.body_text)) for one in editions]
    alike = [twin for twin in found if twin.share >= ALIKE]
    return tuple(sorted(alike, key=lambda twin: (-twin.share, twin.short_id)))

"""Saving a working copy as one person's edit, whoever brings it: the form of the admin or a program."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, QuoteUse
from articles.operations.inserting import use_inserted
from articles.operations.quotes import scan_article

ONE_LINE = ("headline", "dek")  # however they were pasted


@dataclasses.dataclass(frozen=True)
class Saved:
    """What a save did beside storing words."""

    lost: tuple[QuoteUse, ...]  # confirmed quotations that are no longer in the text
    needs_approval: bool  # because an approval ended with it


@transaction.atomic
def save(
    article: Article,
    *,
    by: Any,
    fields: Mapping[str, Any],
    lists: Mapping[str, Sequence[Any]] | None = None,
    bylines: Sequence[Mapping[str, Any]] | None = None,
) -> Saved:
    """Save new values of fields, of lists of records (topics, related) and of bylines (author, role, credited_as in order).

    What is not given stays. Raises ``ValidationError`` by field.
    """
    for name, value in fields.items():
        setattr(article, name, " ".join(value.split()) if name in ONE_LINE else value)
    article.full_clean(exclude=["short_id"])
    article.save_working_copy(by=by)
    for name, records in (lists or {}).items():
        getattr(article, name).set(records)
    if bylines is not None:
        _set_bylines(article, bylines)
    return after_save(article, by=by)


def after_save(article: Article, *, by: Any, inserted: Sequence[str] = ()) -> Saved:
    """What follows every save of the working copy: the quotations of the text as it is now, a revision, the end of an approval.

    ``inserted`` are the short ids of earlier quotations that were put into the text, see ``use_inserted``.
    """
    scan = scan_article(article, by=by)
    use_inserted(article, inserted, by=by)
    article.revisions.model.objects.record(article, by)
    return Saved(scan.lost, article.content_changed(by=by))


def _set_bylines(article: Article, lines: Sequence[Mapping[str, Any]]) -> None:
    keys = [(line["author"].pk, line["role"]) for line in lines]
    if len(set(keys)) != len(keys):
        raise ValidationError({"bylines": _("This author already stands in the byline with this role.")})
    kept = []
    for order, line in enumerate(lines):
        values = {"order": order, "credited_as": line.get("credited_as", "")}
        byline, _new = article.bylines.update_or_create(
            author=line["author"], role=line["role"], defaults=values
        )
        kept.append(byline.pk)
    article.bylines.exclude(pk__in=kept).delete()

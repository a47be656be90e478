"""Saving records of the newsroom for a program as the admin saves them: people, bodies, authors, topics, occasions, evidence."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from articles.models import Source
from articles.operations.people import free_slug

Rows = Sequence[Mapping[str, Any]]
SAME = (
    "name",
    "title",
    "organization",
    "start_date",
)  # what makes a row of names or roles the one that is meant


@sensitive_variables()
@transaction.atomic
def save(
    record: models.Model,
    *,
    by: Any,
    fields: Mapping[str, Any],
    rows: Mapping[str, Rows] | None = None,
    lists: Mapping[str, Sequence[Any]] | None = None,
) -> None:
    """Save new values of fields, of rows that belong to the record (other names, roles; given whole) and of lists of records.

    A new record gets a free slug of its name where none is given. It is kept who saved it, where the admin keeps that.
    Raises ``ValidationError`` by field, and ``PermissionDenied`` for rows that this person may not add, change or delete.
    """
    is_new = record.pk is None
    was_confidential = isinstance(record, Source) and not is_new and record.is_confidential
    for name, value in fields.items():
        setattr(record, name, value)
    if is_new and hasattr(record, "slug") and not record.slug:
        record.slug = free_slug(type(record), record.name)
    record.full_clean(exclude=["short_id"])
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError as error:  # somebody else was faster
        raise ValidationError(_("There is one like that by now: read it again.")) from error
    for name, given in (rows or {}).items():
        try:
            _set_rows(getattr(record, name), given, by)
        except ValidationError as error:
            raise ValidationError({name: error.messages}) from error
    for name, records in (lists or {}).items():
        getattr(record, name).set(records)
    if isinstance(record, Source) and record.is_confidential and not was_confidential:
        record.known_by.add(by)  # whoever makes it confidential goes on seeing it
    _keep_who(record, by, ADDITION if is_new else CHANGE, [*fields, *(rows or ()), *(lists or ())])


def _set_rows(related: Any, given: Rows, by: Any) -> None:
    """Make the rows what is given: those that are there stay, others are added, changed and deleted, each as this person may."""
    present, wanted = list(related.all()), []
    for values in given:
        row = next((one for one in present if _is_same(one, values)), None)
        if row is None:
            row = related.model(**{related.field.name: related.instance})
        else:
            present.remove(row)
        wanted.append((row, values))
    if present:
        _demand(by, "delete", related.model)
        related.filter(pk__in=[row.pk for row in present]).delete()
    for row, values in wanted:
        if row.pk and all(getattr(row, name) == value for name, value in values.items()):
            continue
        _demand(by, "change" if row.pk else "add", related.model)
        for name, value in values.items():
            setattr(row, name, value)
        row.full_clean()
        row.save()


def _is_same(row: Any, values: Mapping[str, Any]) -> bool:
    """Whether the row is the one that is given, maybe with other values beside."""
    return all(getattr(row, name) == values[name] for name in SAME if name in values)


def _demand(by: Any, verb: str, model: type[models.Model]) -> None:
    if not by.has_perm(f"articles.{verb}_{model._meta.model_name}"):
        raise PermissionDenied


def _keep_who(record: models.Model, by: Any, flag: int, names: Sequence[str]) -> None:
    LogEntry.objects.create(
        user=by,
        content_type=ContentType.objects.get_for_model(record),
        object_id=str(record.pk),
        object_repr=str(record)[:200],
        action_flag=flag,
        change_message=f"API: {', '.join(names)}",
    )

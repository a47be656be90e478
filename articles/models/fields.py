"""Field types shared by several models."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.text.sanitize import sanitize
from articles.text.slugs import new_short_id

partial_date_validator = RegexValidator(
    r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
    _("Write a year, a year and month, or a full date: 2021, 2021-03 or 2021-03-09."),
)

language_validator = RegexValidator(
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", _("Write a language code, such as en, he or pt-BR.")
)


def is_plausible_day(day: datetime.date) -> bool:
    """Whether a newsroom can mean that day; years before printing, or centuries ahead, are slips of a key."""
    return 1500 <= day.year <= 2200


def validate_day(day: datetime.date) -> None:
    if not is_plausible_day(day):
        raise ValidationError(_("Is the year right? Write one from 1500 to 2200."))


class ShortIdField(models.CharField):
    """The public identifier of a record: 8 random lowercase Crockford base32 characters, unique."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(max_length=8, unique=True, default=new_short_id, editable=False)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        for derived in ("max_length", "unique", "default", "editable"):
            kwargs.pop(derived, None)
        return name, path, args, kwargs


class SanitizedHTMLField(models.TextField):
    """HTML that is cleaned whenever it is stored, so that whatever is read back is safe to print.

    ``QuerySet.update()`` does not pass through here; nothing in the project updates bodies that way.
    """

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        cleaned = sanitize(getattr(model_instance, self.attname) or "")
        setattr(model_instance, self.attname, cleaned)
        return cleaned


class PartialDateField(models.CharField):
    """A date known to the year, month or day, as in Popolo: ``2021``, ``2021-03`` or ``2021-03-09``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(max_length=10, blank=True, default="")
        super().__init__(*args, **kwargs)
        self.validators.append(partial_date_validator)


class Precision(models.TextChoices):
    """How exactly a date is known."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")
    UNKNOWN = "unknown", _("unknown")

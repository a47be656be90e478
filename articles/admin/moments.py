"""Times as the newsroom's clocks show them, and what to do about the hours that do not exist or come twice."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.text.clock import around_gap, moments

EARLIER, LATER = "earlier", "later"


class MomentWidget(forms.MultiWidget):
    """Date and time; and, only where the clocks show that time twice, which of the two is meant."""

    template_name = "admin/widgets/moment.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        choices = (
            ("", _("Choose which one")),
            (EARLIER, _("the first time (before the clocks go back)")),
            (LATER, _("the second time (after the clocks went back)")),
        )
        time = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__({"at": time, "which": forms.Select(choices=choices)}, attrs)

    def decompress(self, value: datetime.datetime | None) -> list[Any]:
        if value is None:
            return [None, ""]
        local = timezone.localtime(value)
        twice = len(moments(local.replace(tzinfo=None), local.tzinfo)) > 1
        return [local.replace(tzinfo=None), (LATER if local.fold else EARLIER) if twice else ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        shown = value[0] if isinstance(value, list) else value and self.decompress(value)[0]
        wall = parse_datetime(shown) if isinstance(shown, str) and shown else shown
        zone = timezone.get_current_timezone()
        comes_twice = bool(wall) and not wall.tzinfo and len(moments(wall, zone)) > 1
        context["widget"] |= {"comes_twice": comes_twice, "zone": timezone.get_current_timezone_name()}
        context["widget"]["subwidgets"][1]["attrs"]["aria-label"] = _("Which of the two")
        return context


class MomentField(forms.MultiValueField):
    """A moment given as a time in the newsroom's time zone. Refuses what the clocks do not show."""

    widget = MomentWidget

    def __init__(self, **kwargs: Any) -> None:
        fields = (WallField(), forms.CharField(required=False))
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, data: list[Any]) -> datetime.datetime | None:
        if not data or not data[0]:
            return None
        wall, which = data
        zone = timezone.get_current_timezone()
        found = moments(wall, zone)
        if not found:
            earlier, later = around_gap(wall, zone)
            raise ValidationError(
                _(
                    "The clocks go forward in that night: there is no %(time)s on %(day)s. Take %(earlier)s or %(later)s."
                )
                % {
                    "time": f"{wall:%H:%M}",
                    "day": f"{wall:%Y-%m-%d}",
                    "earlier": f"{earlier:%H:%M}",
                    "later": f"{later:%H:%M}",
                }
            )
        if len(found) > 1 and which not in (EARLIER, LATER):
            raise ValidationError(
                _("The clocks go back in that night: %(time)s comes twice. Choose which one is meant.")
                % {"time": f"{wall:%H:%M}"}
            )
        return found[-1] if which == LATER else found[0]


class WallField(forms.DateTimeField):
    """A time on the clock, without a zone."""

    default_error_messages = {"invalid": gettext_lazy("Give date and time, like 2026-03-14 09:30.")}

    def to_python(self, value: Any) -> datetime.datetime | None:
        if value in self.empty_values:
            return None
        try:
            found = parse_datetime(str(value).strip())
        except ValueError:
            found = None
        if found is None or found.tzinfo:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return found

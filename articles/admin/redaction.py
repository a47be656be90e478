"""Pages of Django that print whatever hangs on a record must not print the sources that a person may not see."""

import re
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.models import ConfidentialSource


class Redacted:
    """Mixed into every admin: what would be deleted, and what stands in the way of it, without hidden codenames."""

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, Any, Any]:
        to_delete, counts, perms, protected = super().get_deleted_objects(objs, request)
        names = list(ConfidentialSource.objects.hidden_from(request.user).values_list("codename", flat=True))
        if names:
            hidden = re.compile("|".join(map(re.escape, names)))
            to_delete, protected = _without(to_delete, hidden), _without(protected, hidden)
        return to_delete, counts, perms, protected


def _without(lines: Sequence[Any], hidden: re.Pattern[str]) -> list[Any]:
    """The nested lines, each that names a hidden source replaced by one that says so much and no more."""
    shown: list[Any] = []
    for line in lines:
        if isinstance(line, list):
            shown.append(_without(line, hidden))
        elif hidden.search(str(line)):
            shown.append(_("A confidential source"))
        else:
            shown.append(line)
    return shown

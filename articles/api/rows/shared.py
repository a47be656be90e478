"""What every row is made of."""

from typing import Any

from articles.models.structured_data import absolute

Row = dict[str, Any]


def moment(value: Any) -> str | None:
    return value.isoformat().replace("+00:00", "Z") if value else None


def reference(edition: Any) -> Row:
    return {
        "short_id": edition.short_id,
        "headline": edition.headline,
        "url": absolute(edition.get_absolute_url()),
    }

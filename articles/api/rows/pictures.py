"""Pictures."""

from articles.api.rows.shared import Row
from articles.models.structured_data import absolute


def image(record: Row | None) -> Row | None:
    """A picture with every file there is of it, the best format first. Records of old editions say less."""
    if record is None:
        return None
    files = [(one["type"], file) for one in record.get("sources", ()) for file in one["srcset"]]
    files += [("image/jpeg", file) for file in record.get("srcset", ())]
    return {
        "short_id": record.get("short_id", ""),
        "url": absolute(record["url"]),
        "width": record["width"],
        "height": record["height"],
        "alt": record["alt"],
        "caption": record["caption"],
        "credit": record["credit"],
        "decorative": record.get("decorative", False),
        "focus": record.get("focus", {"x": 0.5, "y": 0.5}),
        "renditions": [
            {"type": kind, "width": file["width"], "url": absolute(file["url"])} for kind, file in files
        ],
    }

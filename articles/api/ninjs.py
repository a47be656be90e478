"""Articles in the terms of IPTC ninjs 3.1 (https://iptc.org/standards/ninjs/). The table of members is in docs/api/articles.md."""

from typing import Any

from articles.api.rows import article_line, moment
from articles.models.structured_data import absolute

MEDIA_TYPE = "application/ninjs+json"  # as agencies name it; none is registered
TOLD = "https://iptc.org/std/ninjs/ninjs-schema_3.1.json"
STANDARD = {"name": "ninjs", "version": "3.1", "schema": TOLD}
Item = dict[str, Any]


def of_article(edition: Any) -> Item:
    """A live edition as one news item; a retracted one as its notice."""
    row = article_line(edition)
    return _without_empty(
        {
            "uri": row["url"],
            "standard": STANDARD,
            "type": "text",
            "profile": row["kind"],
            "representationType": "full",
            "version": str(row["edition"]),
            "firstCreated": row["published_at"],
            "versionCreated": moment(edition.at),
            "contentCreated": row["published_at"],
            "pubStatus": "usable" if row["status"] == "live" else "canceled",
            "language": row["language"],
            "slugline": edition.slug,
            "by": ", ".join(byline["credited_as"] for byline in row["bylines"]),
            "located": row["dateline"]["place"],
            "edNote": row["editors_note"],
            "headlines": _headlines(row),
            "descriptions": _texts(("summary", row["dek"], "text/plain")),
            "bodies": [
                *_texts(("main", row["body_html"], "text/html"), ("text", row["body_text"], "text/plain")),
                *_texts(("retractionNotice", row["retraction_notice"], "text/plain")),
            ],
            "subjects": [_subject(topic) for topic in row["topics"]] + _section(row),
            "people": _speakers(row, "person"),
            "organisations": _speakers(row, "organization"),
            "infoSources": [_source(source) for source in row["sources"]],
            "altIds": [{"role": "short_id", "value": row["short_id"]}],
            "associations": [*_picture(row["lead_image"]), *(_quotation(one) for one in row["quotes"])],
        }
    )


def _headlines(row: Item) -> list[Item]:
    return _texts(("main", row["headline"], "text/plain"), ("short", row["short_headline"], "text/plain"))


def _texts(*texts: tuple[str, str, str]) -> list[Item]:
    return [{"role": role, "contentType": kind, "value": value} for role, value, kind in texts if value]


def _subject(topic: Item) -> Item:
    return {"name": topic["name"], "rel": "about", "uri": absolute(f"/topics/{topic['slug']}/")}


def _section(row: Item) -> list[Item]:
    section = row["section"]
    if not section:
        return []
    return [{"name": section["name"], "rel": "section", "uri": absolute(f"/sections/{section['slug']}/")}]


def _speakers(row: Item, kind: str) -> list[Item]:
    """Everybody who is quoted by name, once."""
    found = {
        one["speaker"]["name"]: one["speaker"] for one in row["quotes"] if one["speaker"]["type"] == kind
    }
    return [_speaker(speaker) for speaker in found.values()]


def _speaker(speaker: Item) -> Item:
    return _without_empty({"name": speaker["name"], "rel": "speaker", "uri": speaker["url"]})


def _source(source: Item) -> Item:
    return _without_empty({"name": source["title"], "role": "source", "uri": source["url"]})


def _picture(image: Item | None) -> list[Item]:
    if image is None:
        return []
    files = [
        {
            "name": f"{one['type']} {one['width']}",
            "href": one["url"],
            "contentType": one["type"],
            "width": one["width"],
        }
        for one in image["renditions"]
    ]
    texts = _texts(("caption", image["caption"], "text/plain"), ("alt", image["alt"], "text/plain"))
    told = {
        "name": "leadImage",
        "uri": image["url"],
        "type": "picture",
        "by": image["credit"],
        "descriptions": texts,
    }
    return [_without_empty({**told, "renditions": files})]


def _quotation(quote: Item) -> Item:
    """A quotation as an item of its own: its words, who said them, where, to whom and how we know."""
    speaker = quote["speaker"]
    is_body = speaker["type"] == "organization"
    audience = [{"name": quote["addressee"], "rel": "audience"}] if quote["addressee"] else []
    place = [{"name": quote["place_said"], "rel": "spokenAt"}] if quote["place_said"] else []
    label = quote["attribution_text"] or quote["speaker_label"]
    return _without_empty(
        {
            "name": f"quote-{quote['ordinal']}",
            "uri": absolute(f"/quotes/{quote['short_id']}/"),
            "type": "component",
            "profile": "quotation",
            "language": quote["language"],
            "located": quote["place_said"],
            "edNote": quote["notice"],
            "people": ([] if is_body or not speaker["name"] else [_speaker(speaker)]) + audience,
            "organisations": [_speaker(speaker)] if is_body else [],
            "places": place,
            "infoSources": [_source(source) for source in quote["sources"]],
            "descriptions": _texts(("attribution", label, "text/plain")),
            "bodies": _texts(
                ("exact", quote["text"], "text/plain"), ("verbatim", quote["verbatim"], "text/plain")
            ),
        }
    )


def _without_empty(item: Item) -> Item:
    return {name: value for name, value in item.items() if value not in ("", None, [])}

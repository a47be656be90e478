"""From records to JSON. Fields are listed here, one by one; nothing goes out because it happens to be a column."""

from typing import Any

from django.urls import reverse

from articles.models.quote_record import with_additions
from articles.models.structured_data import absolute
from articles.text.structured import structured

Row = dict[str, Any]


def moment(value: Any) -> str | None:
    return value.isoformat().replace("+00:00", "Z") if value else None


def article(edition: Any) -> Row:
    """A row of the article list."""
    return {
        "short_id": edition.short_id,
        "url": absolute(edition.get_absolute_url()),
        "headline": edition.headline,
        "short_headline": edition.short_headline,
        "dek": edition.dek,
        "kind": edition.article_kind,
        "status": edition.status,
        "section": {"slug": edition.section_slug, "name": edition.section_name}
        if edition.section_slug
        else None,
        "topics": edition.topics,
        "language": edition.language,
        "direction": edition.direction,
        "dateline": {
            "place": edition.place,
            "date": edition.dateline_date.isoformat() if edition.dateline_date else None,
        },
        "bylines": edition.bylines,
        "lead_image": image(edition.lead_image),
        "word_count": edition.word_count,
        "edition": edition.number,
        "published_at": moment(edition.first_published_at),
        "updated_at": moment(edition.updated_at),
    }


def article_detail(edition: Any) -> Row:
    """An article with everything its page shows."""
    return {
        **article_line(edition),
        "blocks": [_with_whole_addresses(block) for block in structured(edition.body_html, edition.pulls)],
        "versions": [_version(edition, one) for one in edition.versions],
    }


def article_line(edition: Any) -> Row:
    """An article with its text and records, as a line of the export."""
    return {
        **article(edition),
        "body_html": edition.body_html,
        "body_text": edition.body_text,
        "quotes": [with_additions(record) for record in edition.quotes],
        "corrections": edition.corrections,
        "sources": edition.sources,
        "related": edition.related,
        "editors_note": edition.editors_note,
        "retraction_notice": edition.retraction_notice,
        "canonical_url": edition.canonical_url,
        "content_hash": edition.content_hash,
    }


def _version(live: Any, edition: Any) -> Row:
    """An edition that readers had. Its words are on its page; those of a retracted article nowhere."""
    is_shown = live.status == "live" or edition.number == live.number
    address = reverse("edition", args=[live.short_id, live.slug, edition.number])
    return {
        "number": edition.number,
        "kind": edition.kind,
        "at": moment(edition.at),
        "url": absolute(address) if is_shown else None,
    }


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


def _with_whole_addresses(block: Row) -> Row:
    """A block whose picture and links can be used from anywhere."""
    for part in (block, *block["items"]):
        for span in part["spans"]:
            span["url"] = absolute(span["url"]) if span["url"] else None
    if block["image"]:
        files = [{**one, "url": absolute(one["url"])} for one in block["image"]["renditions"]]
        block["image"] |= {"url": absolute(block["image"]["url"]), "renditions": files}
    return block


def correction(record: Any) -> Row:
    """What was put right, with the article that readers have now."""
    return {
        "kind": record.kind,
        "note": record.note,
        "wrong": record.wrong,
        "right": record.right,
        "quote": record.quote.short_id if record.quote_id else None,
        "at": moment(record.at),
        "article": {
            "short_id": record.short_id,
            "headline": record.headline,
            "url": absolute(reverse("article", args=[record.short_id, record.slug])),
        },
    }


def article_hit(hit: Any) -> Row:
    """A found article with the passage that has the words, marked."""
    return {
        "type": "article",
        "highlight": {"headline": str(hit.headline), "passage": str(hit.passage)},
        "article": article(hit.edition),
        "quote": None,
    }


def quote_hit(hit: Any) -> Row:
    """A found quotation with the words marked."""
    return {
        "type": "quote",
        "highlight": {"headline": "", "passage": str(hit.words)},
        "article": None,
        "quote": quote(hit.row),
    }


def front(found: Any, section: Any) -> Row:
    """Which articles stand where. Every story stands once."""
    return {
        "section": {"slug": section.slug, "name": section.name} if section else None,
        "banner": {
            "text": found.banner["text"],
            "link": absolute(found.banner["link"]) if found.banner["link"] else "",
            "at": moment(found.banner["at"]),
            "until": moment(found.banner["until"]),
        }
        if found.banner
        else None,
        "lead": article(found.lead) if found.lead else None,
        "key_quote": _said(found.key_quote) if found.key_quote else None,
        "secondary": _articles(found.secondary),
        "rail": _articles(found.rail),
        "strips": [
            {"name": one.name, "slug": one.slug, "look": one.look, "articles": _articles(one.stories)}
            for one in found.strips
        ],
        "listing": _articles(found.listing),
        "said": [_said(row) for row in found.said.rows],
        "changes_at": moment(found.changes_at),
    }


def _articles(editions: Any) -> list[Row]:
    return [article(one) for one in editions]


def _said(row: Any) -> Row:
    return {
        "short_id": row.short_id,
        "text": row.data["text"],
        "speaker": row.data["speaker"],
        "speaker_label": row.data["speaker_label"],
        "status": row.data["status"],
        "url": absolute(row.get_absolute_url()),
    }


def change(record: Any) -> Row:
    """What a copy does: put the article as it is now, or delete it."""
    edition = record.edition
    is_gone = edition.status == "withdrawn"
    return {
        "cursor": str(record.number),
        "action": "delete" if is_gone else "put",
        "short_id": edition.short_id,
        "edition": edition.number,
        "at": moment(edition.at),
        "article": None if is_gone else article_line(edition),
    }


def quote(row: Any) -> Row:
    """A quotation with the article that carried it first; with all that use it where they were asked for."""
    body = {
        **with_additions(row.data),
        "url": absolute(row.get_absolute_url()),
        "published_at": moment(row.first_published_at),
        "changed_at": moment(row.changed_at),
        "article": _reference(row.edition),
    }
    users = getattr(row, "users", None)
    return body if users is None else {**body, "articles": [_reference(user.edition) for user in users]}


def _reference(edition: Any) -> Row:
    return {
        "short_id": edition.short_id,
        "headline": edition.headline,
        "url": absolute(edition.get_absolute_url()),
    }


def occasion(record: Any) -> Row:
    """An event or document at which published statements fell; its source only where that is public."""
    source = record.source if record.source_id and record.source.is_public else None
    return {
        "short_id": record.short_id,
        "title": record.title,
        "kind": record.kind,
        "on": record.on.isoformat() if record.on else None,
        "precision": record.precision,
        "place": record.place,
        "addressee": record.addressee,
        "source": source.as_json() if source else None,
    }


def person(record: Any) -> Row:
    return {
        "short_id": record.short_id,
        "slug": record.slug,
        "name": record.name,
        "description": record.description,
        "wikidata_id": record.wikidata_id,
        "url": absolute(record.get_absolute_url()),
    }


def person_detail(record: Any) -> Row:
    roles = [
        {
            "title": role.title,
            "short_title": role.short_title,
            "organization": {"slug": role.organization.slug, "name": role.organization.name}
            if role.organization
            else None,
            "start_date": role.start_date,
            "end_date": role.end_date,
        }
        for role in record.roles.all()
    ]
    return {**person(record), "roles": roles}


def organization(record: Any) -> Row:
    return {
        "short_id": record.short_id,
        "slug": record.slug,
        "name": record.name,
        "short_name": record.short_name,
        "description": record.description,
        "website": record.url,
        "url": absolute(record.get_absolute_url()),
    }


def author(record: Any) -> Row:
    return {
        "slug": record.slug,
        "name": record.name,
        "kind": record.kind,
        "job_title": record.job_title,
        "location": record.location,
        "bio": record.bio,
        "email": record.email,
        "website": record.website,
        "languages": record.languages,
        "url": absolute(record.get_absolute_url()),
    }


def section(record: Any) -> Row:
    return {
        "slug": record.slug,
        "name": record.name,
        "description": record.description,
        "url": absolute(record.get_absolute_url()),
    }


def topic(record: Any) -> Row:
    return {
        "slug": record.slug,
        "name": record.name,
        "kind": record.kind,
        "description": record.description,
        "url": absolute(record.get_absolute_url()),
    }

"""From records to JSON. Fields are listed here, one by one; nothing goes out because it happens to be a column."""

from typing import Any

from articles.models.quote_record import with_additions
from articles.models.structured_data import absolute

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
        "lead_image": edition.lead_image,
        "word_count": edition.word_count,
        "edition": edition.number,
        "published_at": moment(edition.first_published_at),
        "updated_at": moment(edition.updated_at),
    }


def article_detail(edition: Any) -> Row:
    """An article with everything its page shows."""
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

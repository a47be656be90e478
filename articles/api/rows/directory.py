"""People, organizations, authors, sections and topics."""

from typing import Any

from articles.api.rows.shared import Row
from articles.models.structured_data import absolute


def person(record: Any) -> Row:
    return {
        "short_id": record.short_id,
        "slug": record.slug,
        "name": record.name,
        "description": record.description,
        "wikidata_id": record.wikidata_id,
        "url": absolute(record.get_absolute_url()),
    }


def person_row(record: Any) -> Row:
    """A row of the list, with the roles where they were asked for."""
    return (
        person_detail(record)
        if "roles" in getattr(record, "_prefetched_objects_cache", ())
        else person(record)
    )


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

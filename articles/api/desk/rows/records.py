"""Records of the newsroom as JSON."""

from typing import Any

from articles.api.rows import moment

Row = dict[str, Any]


def _day(value: Any) -> str | None:
    return value.isoformat() if value else None


def _names(record: Any) -> list[Row]:
    return [{"name": one.name, "language": one.language} for one in record.names.all()]


def person(record: Any) -> Row:
    """With ``image``, ``names`` and ``roles__organization`` loaded."""
    return {
        "short_id": record.short_id,
        "slug": record.slug,
        "name": record.name,
        "description": record.description,
        "wikidata": record.wikidata_id,
        "is_public_figure": record.is_public_figure,
        "delisted": record.delisted,
        "image": record.image.short_id if record.image else None,
        "names": _names(record),
        "roles": [
            {
                "title": role.title,
                "short_title": role.short_title,
                "organization": role.organization.slug if role.organization else None,
                "start_date": role.start_date,
                "end_date": role.end_date,
            }
            for role in record.roles.all()
        ],
    }


def organization(record: Any) -> Row:
    return {
        "short_id": record.short_id,
        "slug": record.slug,
        "name": record.name,
        "short_name": record.short_name,
        "description": record.description,
        "website": record.url,
        "wikidata": record.wikidata_id,
        "names": _names(record),
    }


def author(record: Any) -> Row:
    return {
        "slug": record.slug,
        "name": record.name,
        "kind": record.kind,
        "user": record.user.get_username() if record.user else None,
        "job_title": record.job_title,
        "location": record.location,
        "bio": record.bio,
        "photo": record.photo.short_id if record.photo else None,
        "email": record.email,
        "website": record.website,
        "expertise": sorted(topic.slug for topic in record.expertise.all()),
        "languages": record.languages,
        "is_active": record.is_active,
        "joined_on": _day(record.joined_on),
        "left_on": _day(record.left_on),
        "noindex": record.noindex,
    }


def topic(record: Any) -> Row:
    return {
        "slug": record.slug,
        "name": record.name,
        "kind": record.kind,
        "description": record.description,
        "mediatopic": record.mediatopic,
        "wikidata": record.wikidata_id,
    }


def section(record: Any) -> Row:
    return {
        "slug": record.slug,
        "name": record.name,
        "description": record.description,
        "is_active": record.is_active,
    }


def occasion(record: Any) -> Row:
    """With ``shown_source`` annotated: the short id of its source, where whoever asks may see that."""
    return {
        "short_id": record.short_id,
        "title": record.title,
        "kind": record.kind,
        "on": _day(record.on),
        "precision": record.precision,
        "place": record.place,
        "addressee": record.addressee,
        "source": record.shown_source,
        "embargo_until": moment(record.embargo_until),
    }


def source(record: Any) -> Row:
    return {
        "short_id": record.short_id,
        "title": record.title,
        "kind": record.kind,
        "url": record.url,
        "publisher": record.publisher,
        "published_on": _day(record.published_on),
        "archived_url": record.archived_url,
        "access": record.access,
    }

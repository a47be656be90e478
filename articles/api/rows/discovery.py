"""The front, search, and what was put right."""

from typing import Any

from articles.api.rows.articles import article
from articles.api.rows.quotes import quote, said
from articles.api.rows.shared import Row, moment
from articles.models.addresses import address
from articles.models.structured_data import absolute


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
            "url": absolute(address("article", record.short_id, record.slug)),
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
        "key_quote": said(found.key_quote) if found.key_quote else None,
        "secondary": _each(found.secondary),
        "rail": _each(found.rail),
        "strips": [
            {"name": one.name, "slug": one.slug, "look": one.look, "articles": _each(one.stories)}
            for one in found.strips
        ],
        "listing": _each(found.listing),
        "said": [said(row) for row in found.said.rows],
        "changes_at": moment(found.changes_at),
    }


def _each(editions: Any) -> list[Row]:
    return [article(one) for one in editions]

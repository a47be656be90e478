"""Findings of preflight as JSON."""

from collections.abc import Sequence
from typing import Any

from articles.models import Article


def preflight(article: Article) -> dict[str, Any]:
    """Everything that preflight says of the working copy now. Queries."""
    found = article.preflight()
    return {
        "article": article.short_id,
        "version": article.version,
        "blockers": sum(one.is_blocker for one in found),
        "open": sum(one.is_open for one in found),
        "findings": findings(found),
    }


def findings(found: Sequence[Any]) -> list[dict[str, Any]]:
    return [_finding(one) for one in found]


def _finding(one: Any) -> dict[str, Any]:
    return {
        "id": one.span_hash,
        "rule": one.rule,
        "severity": one.severity,
        "message": one.message,
        "why": one.why,
        "words": one.words,
        "place": one.place,
        "start": one.start,
        "end": one.end,
        "can_be_waived": one.is_waivable,
        "can_be_fixed": one.fix is not None,
        "fix": one.fix.label if one.fix else "",
        "waived": one.waived is not None,
        "waived_because": one.waived.reason if one.waived else "",
        "waived_by": one.waived.by if one.waived else "",
    }

"""All rules over one article."""

import dataclasses
from collections.abc import Sequence

from articles.preflight import (
    attribution,
    changes,
    dates,
    display,
    fidelity,
    headlines,
    marks,
    outlets,
    people,
    pictures,
    repetition,
    structure,
    timing,
)
from articles.preflight.finding import BLOCKER, INFO, WARNING, Finding
from articles.preflight.view import ArticleView
from articles.text.messages import gettext as _

THEMES = (
    structure,
    timing,
    attribution,
    fidelity,
    display,
    marks,
    headlines,
    people,
    pictures,
    dates,
    repetition,
    outlets,
    changes,
)
FEW = 3  # quotations told one by one; more are settled in their own panel
SHOWN = 20  # blockers; whoever has more than that begins with these
_GRAVEST_FIRST = (BLOCKER, WARNING, INFO)


def check(article: ArticleView) -> list[Finding]:
    """Everything that the rules find, each message once, but that a quotation is open for each: the gravest first, what was waived
    last."""
    found = {
        (finding.message, finding.key if finding.rule == "quote-open" else None): finding
        for theme in THEMES
        for rule in theme.CHECKS
        for finding in rule(article)
    }
    findings = [_with_waiver(finding, article) for finding in found.values()]
    return sorted(findings, key=lambda one: (one.waived is not None, _GRAVEST_FIRST.index(one.severity)))


def _with_waiver(finding: Finding, article: ArticleView) -> Finding:
    """The finding as somebody let it stand, where the very same words were waived and the rule allows it."""
    if not (article.waivers and finding.is_waivable):
        return finding
    waived = article.waivers.get((finding.rule, finding.span_hash))
    return dataclasses.replace(finding, waived=waived)


def first_blockers(findings: Sequence[Finding]) -> tuple[list[Finding], int]:
    """The blockers to be shown, many of one kind that are settled elsewhere as one, and how many more there are."""
    blockers = [finding for finding in findings if finding.is_blocker]
    waiting = [finding for finding in blockers if finding.rule == "quote-open"]
    if len(waiting) > FEW:
        message = _("%(n)d quotations are without a confirmed speaker.") % {"n": len(waiting)}
        rest = [finding for finding in blockers if finding.rule != "quote-open"]
        blockers = [dataclasses.replace(waiting[0], message=message), *rest]
    return blockers[:SHOWN], max(0, len(blockers) - SHOWN)

"""All rules over one article."""

from articles.preflight import attribution, display, fidelity, structure
from articles.preflight.finding import BLOCKER, INFO, WARNING, Finding
from articles.preflight.view import ArticleView

RULES = (*structure.RULES, *attribution.RULES, *fidelity.RULES, *display.RULES)
_GRAVEST_FIRST = (BLOCKER, WARNING, INFO)


def check(article: ArticleView) -> list[Finding]:
    """Everything that the rules find, the gravest first, each message once."""
    found = {finding.message: finding for rule in RULES for finding in rule(article)}
    return sorted(found.values(), key=lambda finding: _GRAVEST_FIRST.index(finding.severity))

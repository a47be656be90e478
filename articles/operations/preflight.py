"""Preflight for the desk: of the saved article or of text that is still being typed, and its fixes carried out."""

import dataclasses
import json
import time
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, PreflightWaiver
from articles.models.preflight import article_view
from articles.operations.quote_status import follow_correction
from articles.operations.quotes import find_uses, scan_article
from articles.preflight import Finding, check, first_blockers, typographic_edits
from articles.text.edits import Edit, edit_html, edit_text
from articles.text.html import BREAK, paragraph_numbers

PLACES = ("headline", "dek", "body")
Edits = Mapping[str, Sequence[Edit]]  # by place


@dataclasses.dataclass(frozen=True)
class Row:
    """A finding as the panel shows it. ``edits`` are those of its fix, as JSON."""

    finding: Finding
    where: str
    field: str  # id of what holds it in the form
    edits: str


@dataclasses.dataclass(frozen=True)
class Report:
    """What preflight has to say of one text, sorted for the panel."""

    blockers: tuple[Row, ...]
    more_blockers: int
    warnings: tuple[Row, ...]
    infos: tuple[Row, ...]
    waived: tuple[Row, ...]
    typography: str  # edits as JSON
    typography_count: int
    milliseconds: int
    findings: tuple[Finding, ...]

    @property
    def blocker_count(self) -> int:
        return len(self.blockers) + self.more_blockers

    @property
    def stopping_count(self) -> int:
        """Blockers that no later time lifts: under an embargo an article is approved and scheduled all the same."""
        return sum(one.is_blocker and not one.rule.endswith("embargo") for one in self.findings)

    def named(self, span_hash: str) -> Finding | None:
        """The finding that a button of the panel means."""
        return next((one for one in self.findings if one.span_hash == span_hash), None)


def report_of(article: Article, *, is_saved: bool = True, has_byline: bool | None = None) -> Report:
    """Run preflight on the working copy: as it is saved, or as the instance holds it unsaved. Writes nothing."""
    started = time.perf_counter()
    uses = None if is_saved else _unsaved_uses(article)
    findings = check(article_view(article, timezone.now(), uses=uses, has_byline=has_byline))
    texts, numbers = _texts(article), paragraph_numbers(article.body)
    typography = _typography(article)
    rows = {severity: [] for severity in ("blocker", "warning", "info", "waived")}
    shown, more = first_blockers(findings)
    for finding in [*shown, *(one for one in findings if not one.is_blocker)]:
        rows["waived" if finding.waived else finding.severity].append(_row(finding, texts, numbers))
    return Report(
        blockers=tuple(rows["blocker"]),
        more_blockers=more,
        warnings=tuple(rows["warning"]),
        infos=tuple(rows["info"]),
        waived=tuple(rows["waived"]),
        typography=_as_json(typography, texts),
        typography_count=sum(map(len, typography.values())),
        milliseconds=round((time.perf_counter() - started) * 1000),
        findings=tuple(findings),
    )


def waive(article: Article, report: Report, span_hash: str, *, by: Any, reason: str) -> PreflightWaiver:
    """Let the finding of that hash stand. Raises ``ValidationError``, also when it is no longer found."""
    finding = report.named(span_hash)
    if finding is None:
        raise ValidationError(_("This is no longer found: the text has changed. Look again."))
    return PreflightWaiver.objects.waive(article, finding, by=by, reason=reason)


@transaction.atomic
def apply_fix(article: Article, span_hash: str, *, by: Any) -> None:
    """Mend what the finding of that hash says in the saved article. Raises ``ValidationError`` when there is no such fix."""
    finding = report_of(article).named(span_hash)
    if finding is None or finding.fix is None:
        raise ValidationError(_("This is no longer found: the text has changed. Look again."))
    _save_edited(article, {finding.fix.place: finding.fix.edits}, by=by, why=finding.fix.label)


@transaction.atomic
def follow_text(article: Article, span_hash: str, *, by: Any) -> None:
    """Let the record say what the saved text says, as the finding of that hash offers. Readers must not know the record.

    Raises ``ValidationError`` when there is no such finding.
    """
    finding = report_of(article).named(span_hash)
    if finding is None or not finding.other_way:
        raise ValidationError(_("This is no longer found: the text has changed. Look again."))
    use = article.quote_uses.select_related("quote").get(pk=finding.key)
    follow_correction(use.quote, article, wrong="", by=by)


@transaction.atomic
def set_typography(article: Article, *, by: Any) -> int:
    """Set marks, dashes and spaces of the saved article right and return how many places that changed.

    The text before stays in the history and can be restored from there.
    """
    edits = _typography(article)
    count = sum(map(len, edits.values()))
    if count:
        _save_edited(article, edits, by=by, why=_("Typography set right"))
    return count


def _save_edited(article: Article, edits: Edits, *, by: Any, why: str) -> None:
    revisions = article.revisions.model.objects
    revisions.record(article, by)  # what it was before can be restored, whoever saved it
    article.headline = edit_text(article.headline, edits.get("headline", ()))
    article.dek = edit_text(article.dek, edits.get("dek", ()))
    article.body = edit_html(article.body, edits.get("body", ()))
    article.save_working_copy(by=by, why=why)
    scan_article(article, by=by)


def _unsaved_uses(article: Article) -> list[Any]:
    """The uses as a scan of this text would leave them."""
    found = find_uses(article)
    lost = [use for use in found.lost if not use.is_open]
    for use in lost:
        use.is_lost = True
    return [*found.uses, *lost]


def _texts(article: Article) -> dict[str, str]:
    return {"headline": article.headline, "dek": article.dek, "body": article.body_text}


def _typography(article: Article) -> dict[str, list[Edit]]:
    texts = _texts(article)
    found = {place: typographic_edits(text, article.language) for place, text in texts.items()}
    return {place: edits for place, edits in found.items() if edits}


def _row(finding: Finding, texts: Mapping[str, str], numbers: Sequence[int]) -> Row:
    fix = finding.fix
    edits = _as_json({fix.place: fix.edits}, texts) if fix else ""
    return Row(finding, _where(finding, texts, numbers), _field(finding), edits)


def _where(finding: Finding, texts: Mapping[str, str], numbers: Sequence[int]) -> str:
    """How the place is called in the panel; empty when it is the article as a whole."""
    if finding.place == "body" and finding.end and numbers:
        return f"¶ {numbers[texts['body'].count(BREAK, 0, finding.start)]}"
    names = {
        "headline": _("Headline"),
        "dek": _("Dek"),
        "section": _("Section"),
        "bylines": _("Bylines"),
        "lead_image": _("Lead image"),
        "embargo_until": _("Embargo"),
    }
    return names.get(finding.place, "")


def _field(finding: Finding) -> str:
    special = {"bylines": "bylines-group", "embargo_until": "id_embargo_until_0"}
    return special.get(finding.place, f"id_{finding.place}" if finding.place else "")


def _as_json(edits: Edits, texts: Mapping[str, str]) -> str:
    """Edits for the script of the panel, with what stands there now: where that has changed it makes none."""
    rows = [
        {
            "place": place,
            "start": edit.start,
            "end": edit.end,
            "was": texts[place][edit.start : edit.end],
            "text": edit.text,
        }
        for place, some in edits.items()
        for edit in some
    ]
    return json.dumps(rows, ensure_ascii=False)

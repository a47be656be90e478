"""The preflight panel beside the text: of the saved article, and of what is typed while it is typed."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.quotes import editable
from articles.admin.site import site
from articles.models import Article, PreflightWaiver
from articles.operations import preflight as desk

TEMPLATE = "admin/articles/article/preflight_findings.html"
ACTS = (
    "_fix",
    "_record",
    "_typography",
    "_waive",
    "_unwaive",
)  # buttons of the panel, which also work without scripts
CHANGES_RECORD = ("articles.change_article", "articles.change_quote")


def panel(user: Any, article: Article, *, is_saved: bool = True) -> dict[str, Any]:
    """What the template of the panel needs for the article: as it is saved, or as a refused form left it."""
    return _context(user, article, desk.report_of(article, is_saved=is_saved))


def _context(user: Any, article: Article, report: desk.Report) -> dict[str, Any]:
    return {
        "article": article,
        "report": report,
        "may_waive": user.has_perm("articles.add_preflightwaiver", article),
        "may_unwaive": user.has_perm("articles.delete_preflightwaiver", article),
        "may_fix": user.has_perm("articles.change_article", article),
        "may_change_record": user.has_perms(CHANGES_RECORD),
    }


@require_POST
def preflight(request: HttpRequest, pk: int) -> HttpResponse:
    """What stands in the way of the text in the form, which is not saved by this; waives what its buttons say first."""
    article = editable(request, pk)
    article = _as_typed(request, article)
    report = _report(request.POST, article)
    error = ""
    if set(request.POST) & {"_waive", "_unwaive"}:
        try:
            _waive(request, article, report)
        except ValidationError as refused:
            error = " ".join(refused.messages)
        report = _report(request.POST, article)
    context = {**_context(request.user, article, report), "error": error}
    return render(request, TEMPLATE, context, status=400 if error else 200)


def carry_out(request: HttpRequest, article: Article) -> str:
    """Do what a button of the panel says with the article that was just saved, and return what to tell.

    Raises ``ValidationError`` when it cannot be done.
    """
    by = request.user
    if "_typography" in request.POST:
        count = desk.set_typography(article, by=by)
        return _("%(n)d places set right. The text before is in the history.") % {"n": count}
    if "_fix" in request.POST:
        desk.apply_fix(article, request.POST["_fix"], by=by)
        return _("Mended. The text before is in the history.")
    if "_record" in request.POST:
        if not by.has_perms(CHANGES_RECORD):
            raise PermissionDenied
        desk.follow_text(article, request.POST["_record"], by=by)
        return _("The record says now what the text says.")
    _waive(request, article, desk.report_of(article))
    return _("Noted, with your name.")


def _waive(request: HttpRequest, article: Article, report: desk.Report) -> None:
    """Waive or take back, each by its own permission."""
    act = "add" if "_waive" in request.POST else "delete"
    if not request.user.has_perm(f"articles.{act}_preflightwaiver", article):
        raise PermissionDenied
    if act == "add":
        span_hash = request.POST["_waive"]
        reason = request.POST.get(f"reason-{span_hash}", "")
        desk.waive(article, report, span_hash, by=request.user, reason=reason)
    else:
        given = request.POST["_unwaive"]
        standing = PreflightWaiver.objects.standing().filter(article=article)
        waiver = get_object_or_404(standing, pk=int(given) if given.isdecimal() else 0)
        waiver.take_back(by=request.user)


def _report(data: QueryDict, article: Article) -> desk.Report:
    return desk.report_of(article, is_saved=False, has_byline=_has_byline(data))


def _as_typed(request: HttpRequest, article: Article) -> Article:
    """The article with what the form holds now, as far as that is valid. Headline, dek and text are taken as they stand,
    so that positions are those of the fields."""
    form_class = site.get_model_admin(Article).get_form(request, article, change=True)
    form_class(request.POST, instance=article).is_valid()
    for name in ("headline", "dek", "body"):
        if name in request.POST:
            setattr(article, name, request.POST[name].replace("\r\n", "\n"))
    return article


def _has_byline(data: QueryDict) -> bool | None:
    """Whether the form names an author; None when it does not hold the bylines."""
    total = data.get("bylines-TOTAL_FORMS", "")
    if not total.isdecimal():
        return None
    rows = range(min(int(total), 1000))
    return any(data.get(f"bylines-{n}-author") and not data.get(f"bylines-{n}-DELETE") for n in rows)

"""The quote panel: every quotation of a working copy, settled one by one, by key or without scripts."""

import json
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.forms import SettleForm, occasion_choices
from articles.admin.site import site
from articles.models import Article, Occasion
from articles.operations.continuing import continue_record
from articles.operations.quote_links import use_record
from articles.operations.quote_panel import Row, counted, followers_of, painted_spans, rows_of
from articles.operations.settling import decided_by, give_occasion, reject_use, reopen_use, settle_uses

CARD = "admin/articles/article/quote_card.html"
SAID_BY_THE_CARD = ("quote-open", "quote-lost", "quote-other-wording")


def panel(
    article: Article,
    viewer: Any,
    bound: dict[int, SettleForm] | None = None,
    findings: Sequence[Any] | None = None,
) -> dict[str, Any]:
    """What the templates of the panel need, for that person. ``bound`` holds forms to be shown again, by the use they belong to;
    ``findings`` are those of preflight where somebody has asked it already."""
    rows = rows_of(article, viewer)
    entries = _entries(article, rows, rows, bound or {}, findings)
    total, still_open = counted(rows)
    return {
        "article": article,
        "quotes": entries,
        "total": total,
        "settled": total - still_open,
        "open_count": still_open,
    }


def _entries(
    article: Article,
    wanted: list[Row],
    rows: list[Row],
    bound: dict[int, SettleForm],
    findings: Sequence[Any] | None = None,
) -> list[dict[str, Any]]:
    """What the template of each wanted card needs."""
    choices = occasion_choices(article)
    by_use = _by_use(article.preflight() if findings is None else findings)
    return [
        {
            "row": row,
            "form": bound.get(row.lead.pk) or SettleForm(row=row, occasions=choices),
            "findings": [one for use in (*row.uses, *row.echoes) for one in by_use.get(use.pk, ())],
            "followers": len(followers_of(row, rows)),
            "total": len(rows),
        }
        for row in wanted
    ]


def _by_use(findings: Sequence[Any]) -> dict[int, list[Any]]:
    """What preflight says about each use, but for what the card says itself."""
    found: dict[int, list[Any]] = {}
    for finding in findings:
        if finding.key is not None and not finding.waived and finding.rule not in SAID_BY_THE_CARD:
            found.setdefault(finding.key, []).append(finding)
    return found


def quotes(request: HttpRequest, pk: int) -> HttpResponse:
    """The panel as a page of its own; posting to it settles quotations, for this page and for the article's."""
    article = editable(request, pk)
    if request.method != "POST":
        return _page(request, article)
    rows = rows_of(article, request.user)
    by_use = {use.pk: row for row in rows for use in (*row.uses, *row.echoes)}
    try:
        chosen = [by_use[int(one)] for one in request.POST.getlist("use")]
    except (KeyError, ValueError):
        gone = _("This quotation is no longer part of the article. Reload the page.")
        if _wants_json(request):
            return JsonResponse({"errors": [gone]}, status=404)
        raise Http404(gone) from None
    bound: dict[int, SettleForm] = {}
    try:
        with transaction.atomic():
            _carry_out(request, article, chosen, rows, bound)
    except ValidationError as error:
        return _refused(request, article, bound, error)
    if _wants_json(request):
        return JsonResponse(_answer(request, article, chosen))
    return redirect(f"{request.path}#use-{_next_open(rows_of(article), chosen)}")


def editable(request: HttpRequest, pk: int) -> Article:
    """The article, where this person may change it: 404 for what they may not see."""
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    if not request.user.has_perm("articles.change_article", article):
        raise PermissionDenied
    return article


def _carry_out(
    request: HttpRequest, article: Article, chosen: list[Row], rows: list[Row], bound: dict[int, SettleForm]
) -> None:
    """Do what the pressed button says with every chosen row. Raises ``ValidationError``; the caller's transaction ends."""
    by = request.user
    if not chosen:
        raise ValidationError(_("Choose a quotation first."))
    for row in chosen:
        _refuse_unseen(request, row)
    if "occasion" in request.POST:
        given = request.POST["occasion"]
        if given and not given.isdecimal():
            raise ValidationError(_("There is no such occasion. Reload the page."))
        occasion = Occasion.objects.filter(pk=given or None).first()
        give_occasion([row.lead for row in chosen], occasion, by=by)
        return
    choices = occasion_choices(article)
    for row in chosen:
        if "reject" in request.POST:
            reject_use(row.lead, by=by)
        elif "reopen" in request.POST:
            reopen_use(row.lead, by=by)
        elif "drop" in request.POST:
            _drop(row)
        elif "join" in request.POST:
            _join(row, request.POST["join"], by)
        elif "continue" in request.POST:
            _continue(row, request.POST["continue"], rows, by)
        else:
            form = bound[row.lead.pk] = SettleForm(request.POST, row=row, occasions=choices)
            if not form.is_valid():
                raise ValidationError([message for errors in form.errors.values() for message in errors])
            together = [row, *(followers_of(row, rows) if form.cleaned_data["followers"] else [])]
            settle_uses([one.lead for one in together], by=by, **form.decision())


def _refuse_unseen(request: HttpRequest, row: Row) -> None:
    """Let nobody overwrite a colleague's decision that was not on their page. Raises ``ValidationError``."""
    if request.POST.get(f"use-{row.lead.pk}-seen", row.seen) == row.seen:
        return
    who = decided_by(row.lead)
    if who is not None and who != request.user:
        raise ValidationError(
            _("%(who)s has decided about %(words)s meanwhile. Reload the page to see it.")
            % {"who": who.get_full_name() or who.get_username(), "words": row.lead.exact}
        )


def _drop(row: Row) -> None:
    if row.state != "lost":
        raise ValidationError(_("Only what is no longer in the text can be dropped."))
    for use in [*row.uses, *row.echoes]:
        use.delete()


def _join(row: Row, short_id: str, by: Any) -> None:
    """Settle a quotation with the record that another article has of the same statement."""
    offered = {one.quote.short_id: one.quote for one in row.elsewhere if one.may_be_shown}
    if short_id not in offered:
        raise ValidationError(_("That record is no longer the same statement. Reload the page."))
    use_record([*row.uses, *row.echoes], offered[short_id], by=by)


def _continue(row: Row, lost: str, rows: list[Row], by: Any) -> None:
    """Give a quotation the record of the lost one that it is."""
    offered = {str(use.pk) for use in row.continues}
    former = next((one for one in rows if str(one.lead.pk) == lost and lost in offered), None)
    if former is None:
        raise ValidationError(_("That quotation is no longer open to question. Reload the page."))
    continue_record([*row.uses, *row.echoes], [*former.uses, *former.echoes], by=by)


def _refused(
    request: HttpRequest, article: Article, bound: dict[int, SettleForm], error: ValidationError
) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse({"errors": error.messages}, status=400)
    for form in bound.values():
        if form.is_valid():
            form.add_error(None, error)
    if not bound:
        messages.error(request, " ".join(error.messages))
    return _page(request, article, bound, status=400)


def _answer(request: HttpRequest, article: Article, chosen: list[Row]) -> dict[str, Any]:
    """Every row as it stands now, and the cards that have changed."""
    rows = rows_of(article, request.user)
    touched = {use.pk for row in chosen for use in row.uses}
    changed = [row for row in rows if row.lead.pk in touched or "corrected_from" in row.lead.proposal]
    cards = {
        entry["row"].lead.pk: render_to_string(CARD, entry, request)
        for entry in _entries(article, changed, rows, {})
    }
    _total, still_open = counted(rows)
    return {
        "rows": [row.as_json() for row in rows],
        "cards": cards,
        "open": still_open,
    }


def _next_open(rows: list[Row], settled: list[Row]) -> int:
    """The use to go on with: the next open one after the last settled, round the end; else that one itself."""
    last = settled[-1]
    waiting = [row for row in rows[last.number :] + rows[: last.number] if row.is_open]
    return waiting[0].lead.pk if waiting else last.lead.pk


def _wants_json(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _page(
    request: HttpRequest, article: Article, bound: dict[int, SettleForm] | None = None, status: int = 200
) -> HttpResponse:
    common = {**site.each_context(request), "title": article.headline, "opts": Article._meta}
    context = {**common, **panel(article, request.user, bound)}
    return render(request, "admin/articles/article/quotes.html", context, status=status)


@require_POST
def scan(request: HttpRequest) -> JsonResponse:
    """Where the quotations stand in these paragraphs, for the editor to paint; nothing is stored."""
    try:
        paragraphs = json.loads(request.POST.get("paragraphs", ""))
    except json.JSONDecodeError:
        paragraphs = None
    if not isinstance(paragraphs, list) or not all(isinstance(text, str) for text in paragraphs):
        return JsonResponse({"detail": _("“paragraphs” must be a list of texts.")}, status=400)
    given = request.POST.get("article", "")
    article = editable(request, int(given)) if given.isdecimal() else None
    return JsonResponse({"spans": painted_spans(paragraphs, article)})

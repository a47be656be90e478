"""A save that came too late: both texts side by side where both wrote, and a choice for each. Works without scripts."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.autosave import remember_saved
from articles.admin.pages import page
from articles.models import Article, Byline
from articles.operations.merging import Merge, Undecided, bring_together, preview_of

OWN = "merge-"  # what this page adds to what was sent
BUTTONS = ("_save", "_continue", "_publish", "_preview", "_step", "_addanother")


def came_too_late(form: Any) -> bool:
    """Whether the version is all that is wrong with this form."""
    problems = form.errors.get_json_data()
    return set(problems) == {"__all__"} and all(one["code"] == "stale" for one in problems["__all__"])


def show(request: HttpRequest, article: Article, form: Any, unanswered: bool = False) -> HttpResponse:
    """The page that asks. It holds everything that was sent, so that nothing of it can be lost here."""
    merge = _merge(request, article, form)
    last = article.revisions.saved().select_related("by").order_by("-number").first()
    sent = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken" and not name.startswith(OWN) and name not in BUTTONS
        for value in values
    ]
    context = {
        "article": article,
        "merge": merge,
        "rows": preview_of(merge.parts),
        "questions": {question.key: question for question in merge.questions},
        "fields": [question for question in merge.questions if not question.key.startswith("body-")],
        "choices": _choices(request.POST),
        "unanswered": unanswered,
        "sent": sent,
        "buttons": [(name, request.POST[name]) for name in BUTTONS if name in request.POST],
        "last": last,
        "now": article.version,
    }
    return page(request, "merge.html", _("Bring two versions together"), **context)


def merge(request: HttpRequest, pk: int, admin: Any) -> HttpResponse:
    """The answers: the merged article is saved, unless somebody saved again meanwhile; then the page asks anew."""
    if request.method != "POST":
        return redirect("admin:articles_article_change", pk)
    with transaction.atomic():
        # Another object for the form: it writes what was sent into its own.
        article = get_object_or_404(
            Article.objects.filter(pk__in=Article.objects.visible_to(request.user)).select_for_update(), pk=pk
        )
        if not admin.has_change_permission(request, article):
            raise PermissionDenied
        copy = Article.objects.get(pk=pk)
        form = admin.get_form(request, copy, change=True)(request.POST, instance=copy)
        if not came_too_late(form):
            return admin.changeform_view(request, str(pk))
        if request.POST.get(f"{OWN}now") != str(article.version):
            messages.warning(
                request, _("Somebody saved again meanwhile. Below is what it is now: look again.")
            )
            return show(request, article, form)
        together = _merge(request, article, form)
        try:
            bylines = together.apply(article, _choices(request.POST))
            article.full_clean(exclude=["short_id"])
        except Undecided:
            return show(request, article, form, unanswered=True)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return show(request, article, form)
        if together.questions:  # what was not chosen is kept, too
            typed = {name: value for name, value in together.mine.items() if isinstance(value, str)}
            copy.refresh_from_db()
            article.revisions.model.objects.set_aside(copy, typed, request.user, timezone.now())
        admin.save_model(request, article, form, change=True)
        together.link(article, bylines)
        admin.after_save(request, article)
        remember_saved(request, article)
    messages.success(request, _("Both versions are together now. Each of them stays in the history."))
    if "_continue" in request.POST:
        return redirect("admin:articles_article_change", pk)
    return admin.response_change(request, article)


def _merge(request: HttpRequest, article: Article, form: Any) -> Merge:
    mine = {
        name: value
        for name, value in form.cleaned_data.items()
        if name in form.fields and name != "opened_version" and name not in form.errors
    }
    labels = {name: field.label for name, field in form.fields.items()}
    labels["bylines"] = _("Bylines")
    version = form.cleaned_data.get("opened_version") or 0
    return bring_together(article, version, mine, _bylines(request.POST), labels)


def _bylines(sent: QueryDict) -> list[dict[str, Any]] | None:
    """The rows of the bylines as they were sent, None without any. Not through their formset: rows that somebody deleted would be errors."""
    roles, total = set(Byline.Role.values), _number(sent.get("bylines-TOTAL_FORMS"))
    if not total:
        return None
    rows = []
    for number in range(total):
        row = {
            name: sent.get(f"bylines-{number}-{name}", "")
            for name in ("author", "role", "credited_as", "order")
        }
        if row["author"].isdigit() and row["role"] in roles and f"bylines-{number}-DELETE" not in sent:
            rows.append({**row, "author": int(row["author"]), "order": _number(row["order"])})
    return sorted(rows, key=lambda row: row["order"])


def _number(text: str | None) -> int:
    return min(int(text), 1000) if text and text.isdecimal() else 0


def _choices(sent: QueryDict) -> dict[str, str]:
    return {name.removeprefix(OWN): value for name, value in sent.items() if name.startswith(OWN)}

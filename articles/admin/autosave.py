"""What the open article says to the server every few seconds: its unsaved text, and that somebody is there."""

import json
import secrets
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.pages import visible
from articles.models import Article, Draft, Elsewhere, Lock, Presence
from articles.models.draft import CHOICES, TEXTS

WINDOW = 36  # letters of a window's name, at most
SESSION_WINDOWS = "settled_windows"


def new_window() -> str:
    """A name for a page that is just being opened, so that two windows of one person are told apart."""
    return secrets.token_hex(8)


@require_POST
def autosave(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Keep what was sent as this person's draft, note the heartbeat, and say who else is here.

    Members: person, window, version, and where something was typed, fields and choices; is_typing; take_over.
    """
    article = visible(request, pk) if pk is not None else None
    permission = "articles.change_article" if article else "articles.add_article"
    if not request.user.has_perm(permission, article):
        raise PermissionDenied
    try:
        sent = _read(request.body)
    except ValueError as error:
        return _problem(400, "unreadable", str(error))
    if sent["person"] != request.user.pk:
        return _problem(409, "person", _("Somebody else has signed in to this browser since."))
    draft = None
    if sent["fields"]:
        keep = {name: sent[name] for name in ("window", "continues", "version", "fields", "take_over")}
        try:
            draft = Draft.objects.keep(article, by=request.user, **keep)
        except Elsewhere:
            return _problem(409, "elsewhere", _("You have unsaved text of this article elsewhere."))
    kept = {"is_kept": draft is not None, "draft": draft.pk if draft else None}
    if article is None:
        return _answer(**kept)
    Presence.objects.beat(article, by=request.user)
    if sent["is_typing"]:
        Lock.objects.claim(article, by=request.user)
    html = presence(request, article, sent["version"])
    return _answer(**kept, presence=html)


@require_POST
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Work on the article although somebody else does."""
    article = visible(request, pk)
    if not request.user.has_perm("articles.change_article", article):
        raise PermissionDenied
    Lock.objects.take_over(article, by=request.user)
    if request.headers.get("Accept") == "application/json":
        return _answer(presence=presence(request, article, article.version))
    messages.success(
        request, _("You have taken over. Whoever was at work is told, and keeps what was typed.")
    )
    return redirect("admin:articles_article_change", pk)


@require_POST
def forget(request: HttpRequest, draft: int) -> HttpResponse:
    """Throw one's own unsaved text away."""
    found = get_object_or_404(Draft, pk=draft, by=request.user)
    article = found.article
    found.delete()
    if article is None:
        return redirect("admin:articles_article_add")
    return redirect("admin:articles_article_change", article.pk)


def presence(request: HttpRequest, article: Article, version: int) -> str:
    """Who else is here, who is at work, and whether somebody saved since this page was opened, as HTML. Queries."""
    lock = Lock.objects.held(article)
    named = [request.user.pk, lock.by_id if lock else None]
    others = [one.by for one in article.presences.here().order_by("by__username") if one.by_id not in named]
    now = Article.objects.values_list("version", flat=True).get(pk=article.pk)
    newer = article.revisions.saved().select_related("by").first() if now > version else None
    context = {
        "others": others,
        "lock": lock if lock and lock.by_id != request.user.pk else None,
        "is_taken": bool(lock and lock.taken_from_id == request.user.pk),
        "newer": newer,
    }
    return render_to_string("admin/articles/article/presence.html", context, request)


def open_page(request: HttpRequest, article: Article | None) -> dict[str, Any]:
    """What the article's page needs for all this. Queries."""
    shown = request.GET.get("draft", "")
    if article is None:
        drafts = list(Draft.objects.of_new_articles(request.user)[:10])
        loaded = next((one for one in drafts if str(one.pk) == shown), None)
        offered = [one for one in drafts if one is not loaded]
        return {**_common(request, loaded), "offered": offered, "autosave_version": 0}
    stored = Article.objects.only(*TEXTS, "version").get(pk=article.pk)
    draft = Draft.objects.of(article, request.user)
    if draft and not draft.differs_from(stored):
        draft = None
    loaded = draft if draft and str(draft.pk) == shown else None
    offered = [draft] if draft and not loaded else []
    return {
        **_common(request, loaded),
        "offered": offered,
        "autosave_version": loaded.version if loaded else stored.version,
        "presence": presence(request, article, stored.version),
    }


def remember_saved(request: HttpRequest, article: Article) -> None:
    """After a save: the draft and the browser's own copy of that window have done their duty."""
    windows = [request.POST.get(name, "")[:WINDOW] for name in ("window", "continues")]
    windows = [window for window in windows if window]
    Draft.objects.settle(article, by=request.user, windows=windows)
    Lock.objects.release(article, by=request.user)
    if windows:
        request.session[SESSION_WINDOWS] = [*request.session.get(SESSION_WINDOWS, []), *windows][-20:]


def _common(request: HttpRequest, loaded: Draft | None) -> dict[str, Any]:
    posted = request.POST.get("window", "")[:WINDOW]
    return {
        "window": posted or new_window(),
        "loaded": loaded,
        "settled_windows": " ".join(request.session.get(SESSION_WINDOWS, [])),
    }


def _read(body: bytes) -> dict[str, Any]:
    """The members of the message, checked. ``ValueError`` says what is wrong."""
    data = json.loads(body or b"{}")
    if not isinstance(data, dict):
        raise ValueError(_("Send a JSON object."))
    fields = data.get("fields") or {}
    window = str(data.get("window", ""))[:WINDOW]
    known = isinstance(fields, dict) and all(
        name in TEXTS and isinstance(fields[name], str) for name in fields
    )
    if not known or not window:
        raise ValueError(_("Send window and, under fields, texts only."))
    texts: dict[str, Any] = {name: text.replace("\x00", "") for name, text in fields.items()}
    if texts and (choices := _choices(data.get("choices") or [])):
        texts[CHOICES] = choices
    return {
        "window": window,
        "continues": str(data.get("continues") or "")[:WINDOW],
        "fields": texts,
        "person": data.get("person"),
        "version": int(data.get("version") or 0),
        "is_typing": bool(data.get("is_typing")),
        "take_over": bool(data.get("take_over")),
    }


def _choices(pairs: Any) -> dict[str, list[str]]:
    """Names and values as a form sends them."""
    if not (isinstance(pairs, list) and all(_is_pair(pair) for pair in pairs)):
        raise ValueError(_("Send under choices pairs of a name and a value."))
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value.replace("\x00", ""))
    return found


def _is_pair(pair: Any) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair)


def typed_in(request: HttpRequest, article: Article | None) -> QueryDict | None:
    """With ``?draft=``: what the form would send if this person had never left it. Queries once for each request.

    Nothing where only texts were changed: these are shown in the form as it is.
    """
    if not hasattr(request, "desk_typed"):
        request.desk_typed = _typed_in(request, article)
    return request.desk_typed


def _typed_in(request: HttpRequest, article: Article | None) -> QueryDict | None:
    shown = request.GET.get("draft", "")
    if request.method != "GET" or not (shown.isdecimal() and len(shown) < 18):
        return None
    draft = Draft.objects.filter(pk=shown, article=article, by=request.user).first()
    if draft is None or not draft.choices:
        return None
    typed = QueryDict(mutable=True)
    for name, values in draft.choices.items():
        typed.setlist(name, values)
    for name in TEXTS:
        typed[name] = draft.fields.get(name, getattr(article, name, ""))
    typed["opened_version"] = str(draft.version)
    return typed


def _answer(**members: Any) -> JsonResponse:
    at = timezone.now()
    clock = time_format(timezone.localtime(at), "H:i")
    return _unkept(JsonResponse({"at": at.isoformat(), "clock": clock, **members}))


def _problem(status: int, code: str, message: str) -> JsonResponse:
    return _unkept(JsonResponse({"problem": code, "message": message}, status=status))


def _unkept(response: Any) -> Any:
    response["Cache-Control"] = "no-store"
    return response

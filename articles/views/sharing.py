"""How a quotation travels: its card as a picture, the embed that others frame, and oEmbed, by which they find it."""

from typing import Any
from urllib.parse import urlsplit

from csp.decorators import csp_replace
from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from articles.models import Edition, EditionQuote
from articles.models.structured_data import absolute
from articles.operations.cards import HEIGHT, WIDTH, Card, can_draw, card_of, draw

KEPT_SECONDS = 7 * 24 * 3600
FOREVER = 365 * 24 * 3600
EMBED_WIDTH, EMBED_HEIGHT = 600, 320  # pixels
NARROWEST, LOWEST = 220, 160


@require_safe
def card(request: HttpRequest, short_id: str, key: str) -> HttpResponse:
    """The card, for good at this address. Another key leads to the card of today."""
    row = _primary(short_id)
    wanted = card_of(row)
    if not can_draw(wanted):
        raise Http404(_("There is no card in this script."))
    if key != wanted.key:
        return redirect("card", short_id, wanted.key)
    picture = cache.get_or_set(f"card:{wanted.key}", lambda: draw(wanted), KEPT_SECONDS)
    response = HttpResponse(picture, content_type="image/png")
    response["ETag"] = f'"{wanted.key}"'
    patch_cache_control(response, public=True, max_age=FOREVER, immutable=True)
    return response


def picture_of(row: EditionQuote) -> dict[str, Any] | None:
    """Address, size and alternative text of the card of a quotation, where there can be one."""
    found: Card = card_of(row)
    if not can_draw(found):
        return None
    url = absolute(reverse("card", args=[row.short_id, found.key]))
    return {"url": url, "width": WIDTH, "height": HEIGHT, "alt": in_words(row)}


def in_words(row: EditionQuote) -> str:
    """What the card says, for where there is no picture: like it never clean when the words do not stand."""
    card = card_of(row)
    warning = f"{card.warning}: " if card.warning else ""
    return f"{warning}{card.words} {card.speaker}"


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def embed(request: HttpRequest, short_id: str) -> HttpResponse:
    """A quotation in a frame of somebody else's page: no script, no cookie, always as it stands today."""
    row = _primary(short_id)
    response = render(request, "articles/embed.html", {"row": row, "record": row.data})
    patch_cache_control(response, public=True, max_age=60)
    response["X-Robots-Tag"] = "noindex"
    return response


def embed_code(row: EditionQuote, width: int = EMBED_WIDTH, height: int = EMBED_HEIGHT) -> str:
    """What others paste into their page: a frame, and in it the words for who shows no frames."""
    words = in_words(row)
    context = {"row": row, "record": row.data, "words": words, "width": width, "height": height}
    return render_to_string("articles/embed_code.html", context).strip()


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """https://oembed.com for quotations (rich) and articles (link)."""
    wanted = request.GET.get("format", "json")
    if wanted != "json":
        return _refused(501, _("Only format=json is made here."))
    url = request.GET.get("url", "")
    if not url:
        return _refused(400, _("Say which address: ?url=…"))
    try:
        width = _size(request, "maxwidth", EMBED_WIDTH, NARROWEST)
        height = _size(request, "maxheight", EMBED_HEIGHT, LOWEST)
    except ValueError:
        return _refused(400, _("“maxwidth” and “maxheight” are whole numbers of pixels."))
    try:
        body = _described(request, url, width, height)
    except Http404:
        return _refused(404, _("There is nothing to embed at this address."))
    response = JsonResponse({"version": "1.0", "cache_age": 300, **_provider(), **body})
    response["Access-Control-Allow-Origin"] = "*"
    patch_cache_control(response, public=True, max_age=60)
    return response


def _described(request: HttpRequest, url: str, width: int, height: int) -> dict[str, Any]:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise Http404 from error
    own = {urlsplit(settings.SITE_URL).netloc, request.get_host()}
    if parts.scheme not in ("http", "https") or parts.netloc not in own:
        raise Http404
    try:
        found = resolve(parts.path)
    except Resolver404 as error:
        raise Http404 from error
    short_id = found.kwargs.get("short_id", "")
    if found.url_name == "quote":
        return _quotation(_primary(short_id), width, height)
    if found.url_name == "article":
        return _article(short_id)
    raise Http404


def _quotation(row: EditionQuote, width: int, height: int) -> dict[str, Any]:
    record = row.data
    body = {
        "type": "rich",
        "title": in_words(row),
        "author_name": record["speaker"]["name"],
        "html": embed_code(row, width, height),
        "width": width,
        "height": height,
    }
    return {**body, **_thumbnail(picture_of(row), width)}


def _article(short_id: str) -> dict[str, Any]:
    edition = get_object_or_404(Edition.objects.live().for_listing(), short_id=short_id)
    body = {
        "type": "link",
        "title": edition.headline,
        "author_name": ", ".join(b["credited_as"] or b["name"] for b in edition.bylines),
    }
    image = edition.lead_image
    if not image:
        return body
    size = {"width": image["width"], "height": image["height"]}
    return {**body, **_thumbnail({"url": absolute(image["url"]), **size}, image["width"])}


def _thumbnail(picture: dict[str, Any] | None, widest: int) -> dict[str, Any]:
    """The picture, if the asking page has room for it: a thumbnail must not be wider than ``maxwidth``."""
    if picture is None or (picture["width"] > widest and widest < EMBED_WIDTH):
        return {}
    return {f"thumbnail_{name}": picture[name] for name in ("url", "width", "height")}


def _provider() -> dict[str, str]:
    return {"provider_name": settings.SITE_NAME, "provider_url": absolute("/")}


def _size(request: HttpRequest, name: str, largest: int, least: int) -> int:
    value = request.GET.get(name, str(largest))
    if not (value.isascii() and value.isdigit() and len(value) < 6):
        raise ValueError(value)
    return max(least, min(largest, int(value)))


def _refused(status: int, why: str) -> JsonResponse:
    return JsonResponse({"error": why}, status=status)


def _primary(short_id: str) -> EditionQuote:
    return get_object_or_404(EditionQuote.objects.primary().with_editions(), short_id=short_id)

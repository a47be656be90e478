"""What the desk's own screens share: a page in the desk's frame, and the article that somebody may see."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.admin.site import site
from articles.models import Article


def page(request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
    common = {**site.each_context(request), "title": title, "opts": Article._meta}
    return render(request, f"admin/articles/article/{template}", {**common, **context})


def visible(request: HttpRequest, pk: int) -> Article:
    """The working copy, or 404 for whoever may not see it."""
    return get_object_or_404(Article.objects.visible_to(request.user), pk=pk)

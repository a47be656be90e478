"""The front of the paper and of its sections. What is older is listed by key."""

import datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import patch_cache_control

from articles.models import Edition, Section
from articles.operations.fronts import front_of
from articles.views.lists import KeysetView

SOON = datetime.timedelta(minutes=5)


class FrontView(KeysetView):
    """A front; with ``?after=`` a page of the list that follows it."""

    template_name = "articles/front.html"
    section: Section | None = None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.at = timezone.now()
        if "slug" in kwargs:
            self.section = get_object_or_404(Section.objects.active(), slug=kwargs["slug"])
        if request.GET.get("after"):
            return super().get(request, *args, **kwargs)
        front = front_of(self.section, self.at)
        response = self.render_to_response({"front": front, "section": self.section, "at": self.at})
        if front.changes_at and front.changes_at - self.at < SOON:
            seconds = max(0, int((front.changes_at - self.at).total_seconds()))
            in_front = seconds if settings.PURGE_URL else min(seconds, 1)
            patch_cache_control(response, public=True, max_age=0, s_maxage=in_front, must_revalidate=True)
        return response

    def get_rows(self) -> QuerySet:
        self.extra_context = {"section": self.section}
        live = Edition.objects.live().keys_only()
        return live.filter(section=self.section) if self.section else live


class SectionView(FrontView):
    template_name = "articles/section.html"

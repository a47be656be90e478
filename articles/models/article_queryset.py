import re
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from articles.models.article_desk import DeskSets

RECENT = 2000  # articles among which a quick look-up looks
_ADDRESS = re.compile(r"(?:^|/articles/)([0-9a-hjkmnp-tv-z]{8})(?:/|$)")


class ArticleQuerySet(DeskSets):
    """Named sets of working copies. Readers never see these: they read ``Edition.objects``."""

    def live(self) -> "ArticleQuerySet":
        return self.filter(public_status="live")

    def newest_first(self) -> "ArticleQuerySet":
        return self.order_by("-first_published_at", "-id")

    def visible_to(self, user: Any) -> "ArticleQuerySet":
        """The working copies that this person may see: all for editors, their own for reporters, none for others."""
        if not user.is_active or not user.has_perm("articles.view_article"):
            return self.none()
        if user.has_perm("articles.edit_any_article"):
            return self
        own = Q(created_by=user) | Q(assigned_to=user) | Q(bylines__author__user=user)
        return self.filter(pk__in=self.model.objects.filter(own).values("pk"))

    def showing(self, image: Any) -> "ArticleQuerySet":
        """Those that show the image: as lead, in the text, or in an edition that went out."""
        published = self.model.objects.filter(editions__edition_images__image=image).values("pk")
        return self.filter(
            Q(lead_image=image)
            | Q(body__contains=f'<figure data-image="{image.short_id}">')
            | Q(pk__in=published)
        )

    def quickly_found(self, words: str, number: int = 20) -> "ArticleQuerySet":
        """Those whose short id or address is given, or whose headline has all the words, among the newest.

        Looks at no more than ``RECENT`` articles, however many there are.
        """
        address = _ADDRESS.search(words.strip())
        if address:
            return self.filter(short_id=address[1])
        recent = self.model.objects.order_by("-pk").values("pk")[:RECENT]  # by its index, without sorting all
        found = self.filter(pk__in=recent)
        for word in words.split():
            found = found.filter(headline__icontains=word)
        return found.order_by("-saved_at", "-id")[:number]

    def with_quote_counts(self) -> "ArticleQuerySet":
        """Each article with the number of its quotations (``all_quotes``) and of those that wait for a person (``open_quotes``)."""
        uses = apps.get_model("articles.QuoteUse").objects.filter(article=OuterRef("pk")).in_text().order_by()
        uses = uses.exclude(attribution="not_a_quote")

        def number(found: models.QuerySet) -> Coalesce:
            one = Coalesce(
                "quote", -F("pk")
            )  # as ``QuoteUse.quotation``: the record, or the use that has none yet
            count = found.values("article").annotate(n=Count(one, distinct=True)).values("n")
            return Coalesce(Subquery(count), 0)

        return self.annotate(all_quotes=number(uses), open_quotes=number(uses.open()))

    def for_desk_list(self) -> "ArticleQuerySet":
        """What a list in the admin shows, without the texts."""
        return self.select_related("section", "assigned_to").defer("body", "source_text")

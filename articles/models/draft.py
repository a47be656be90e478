"""What somebody has typed and not saved yet, as the autosave brought it."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.text.html import plain_text

# What is kept of a form: the texts, and under CHOICES everything else as it was sent, where that differs from what was opened.
TEXTS = "headline dek body short_headline seo_title dateline_place canonical_url editors_note".split()
CHOICES = "choices"


class Elsewhere(Exception):
    """The same person types into the same article in another window, and that text is newer."""


class DraftQuerySet(models.QuerySet["Draft"]):
    def of(self, article: Any, by: Any) -> "Draft | None":
        """What this person typed into the article and did not save. Queries."""
        return self.filter(article=article, by=by).first()

    def of_new_articles(self, by: Any) -> "DraftQuerySet":
        """Text of articles that this person began and never saved, the newest first."""
        return self.filter(article=None, by=by).order_by("-at")

    @transaction.atomic
    def keep(
        self,
        article: Any,
        *,
        by: Any,
        window: str,
        version: int,
        fields: dict[str, Any],
        continues: str = "",
        take_over: bool = False,
        now: datetime.datetime | None = None,
    ) -> "Draft":
        """Keep what stands in one window, in place of what that window sent before.

        Text of another window of the same person is not written over: ``Elsewhere`` is raised, or with ``take_over``
        that text is set aside in the history first. A window that shows what another left behind ``continues`` that one.
        An article without a row has one draft for each window.
        """
        now = now or timezone.now()
        mine = [window, continues] if continues else [window]
        found = self.filter(article=article, by=by)
        if article:  # two windows at once: one after the other
            type(article).objects.select_for_update().filter(pk=article.pk).values_list("pk").first()
        else:
            found = found.filter(window__in=mine)
        draft = found.first() or self.model(article=article, by=by)
        if draft.pk and draft.window not in mine and draft.fields != fields:
            if not take_over:
                raise Elsewhere
            draft.set_aside()
        draft.window, draft.version, draft.fields, draft.at = window, version, fields, now
        draft.save()
        return draft

    def settle(self, article: Any, *, by: Any, windows: Sequence[str] = ()) -> None:
        """After a save: forget the draft of the windows that saved, or one that says the same. Others stay."""
        for draft in self.filter(by=by).filter(Q(article=article) | Q(article=None, window__in=windows)):
            if draft.window in windows or not draft.differs_from(article):
                draft.delete()


class Draft(models.Model):
    """One row per person and article, replaced by each autosave and gone with the save. Nobody else sees it."""

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, null=True, blank=True, related_name="drafts"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    window = models.CharField(_("window"), max_length=36)
    version = models.PositiveIntegerField(_("version that was opened"), default=0)
    fields = models.JSONField(_("what was typed"), default=dict)
    at = models.DateTimeField(_("when"))

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("unsaved text")
        verbose_name_plural = _("unsaved texts")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "by"], name="draft_once_per_person", condition=Q(article__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["by", "window"], name="draft_of_new_article_once", condition=Q(article__isnull=True)
            ),
            models.CheckConstraint(
                condition=~Q(window=""),
                name="draft_has_window",
                violation_error_message=_("Say which window the text comes from."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.headline or self.pk} · {self.at:%Y-%m-%d %H:%M}"

    @property
    def headline(self) -> str:
        return self.fields.get("headline", "")

    @property
    def choices(self) -> dict[str, list[str]]:
        """Section, bylines, topics and whatever else the form has beside its texts, by the names of its fields; empty where nothing of
        it was changed."""
        return self.fields.get(CHOICES, {})

    @property
    def inserted(self) -> list[str]:
        """The earlier quotations that were put into the text, see ``operations.inserting``."""
        return self.choices.get("inserted", [])

    def differs_from(self, article: Any) -> bool:
        """Whether the draft holds words that the working copy does not, or other choices than those that were opened."""
        if self.choices:
            return True
        typed = {name: self.fields[name] for name in TEXTS if name in self.fields}
        return any(_words(text) != _words(getattr(article, name)) for name, text in typed.items())

    def set_aside(self) -> None:
        """Put the text into the history of its article, where it can be compared and taken over."""
        if self.article and self.differs_from(self.article):
            self.article.revisions.model.objects.set_aside(self.article, self.fields, self.by, self.at)


def _words(html: str) -> list[str]:
    return plain_text(html).split() if "<" in html else html.split()

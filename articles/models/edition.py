"""What the public reads: numbered snapshots of an article, never changed once written."""

import datetime
import functools
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address
from articles.models.beside import Beside, beside
from articles.text.words import reading_minutes

RIGHT_TO_LEFT = {"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
HEAVY = (
    "body_html",
    "body_text",
    "quotes",
    "pulls",
    "corrections",
    "sources",
    "related",
    "suggested",
    "json_ld",
    "editors_note",
)


class EditionQuerySet(models.QuerySet["Edition"]):
    def live(self) -> "EditionQuerySet":
        """The one edition of each article that readers get now, tombstones of withdrawn articles left out."""
        return self.filter(is_live=True, status__in=[Edition.Status.LIVE, Edition.Status.RETRACTED])

    def newest_first(self) -> "EditionQuerySet":
        return self.order_by("-first_published_at", "-id")

    def first_and_last(self) -> tuple[datetime.datetime | None, datetime.datetime | None]:
        """When the first and the last of them were published. Two statements, a step in an index each: SQLite reads all
        rows where both ends are asked for at once."""
        times = self.values_list("first_published_at", flat=True)
        return times.order_by("first_published_at").first(), times.order_by("-first_published_at").first()

    def of_article(self, article: int) -> "EditionQuerySet":
        """Everything that readers ever had of one article, newest first, without the texts."""
        return self.filter(article=article).order_by("-number").defer(*HEAVY)

    def versions(self, article: int, number: int) -> "models.QuerySet[Any]":
        """``number``, ``kind`` and ``at`` of everything that readers had of one article up to a number, newest first."""
        kept = self.filter(article=article, number__lte=number).order_by("-number")
        return kept.values_list("number", "kind", "at")

    def keys_only(self) -> "EditionQuerySet":
        """Which editions, in which order, and nothing else."""
        return self.only("first_published_at")

    def for_listing(self) -> "EditionQuerySet":
        """What a teaser shows; texts and records stay in the database."""
        return self.defer(*HEAVY)

    def for_search(self) -> "EditionQuerySet":
        """What a result shows, with the text from which its passage is cut."""
        return self.defer(*(name for name in HEAVY if name != "body_text"))

    def for_feed(self, *, full_text: bool) -> "EditionQuerySet":
        """What an item of a feed shows: what was put right, and the text where feeds carry it."""
        shown = {"corrections", "body_html"} if full_text else {"corrections"}
        return self.defer(*(name for name in HEAVY if name not in shown))

    def for_api(self, beside: Iterable[str] = ()) -> "EditionQuerySet":
        """What a row of an API list shows, with what was asked for beside it: body, quotes, corrections, sources."""
        shown = {*beside, *(("body_html", "body_text") if "body" in beside else ())}
        return self.defer(*(name for name in HEAVY if name not in shown))


class Edition(models.Model):
    """One published state of an article with everything a page, a feed or the API needs, denormalized."""

    class Kind(models.TextChoices):
        PUBLISH = "publish", _("publication")
        MINOR = "minor", _("minor update")
        UPDATE = "update", _("update")
        CORRECTION = "correction", _("correction")
        RETRACTION = "retraction", _("retraction")
        WITHDRAWAL = "withdrawal", _("withdrawal")

    class Status(models.TextChoices):
        LIVE = "live", _("live")
        RETRACTED = "retracted", _("retracted")
        WITHDRAWN = "withdrawn", _("withdrawn")

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.PUBLISH)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.LIVE)
    is_live = models.BooleanField(_("live"), default=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    revision = models.ForeignKey(
        "articles.Revision", models.SET_NULL, null=True, related_name="+", verbose_name=_("revision")
    )
    short_id = models.CharField(_("id"), max_length=8, db_index=True)
    slug = models.CharField(_("slug"), max_length=120)
    headline = models.CharField(_("headline"), max_length=200)
    short_headline = models.CharField(_("short headline"), max_length=70, blank=True)
    seo_title = models.CharField(_("title for search engines"), max_length=70, blank=True)
    dek = models.CharField(_("dek"), max_length=300, blank=True)
    article_kind = models.CharField(_("kind of article"), max_length=12)
    language = models.CharField(_("language"), max_length=12)
    place = models.CharField(_("dateline place"), max_length=120, blank=True)
    dateline_date = models.DateField(_("dateline date"), null=True, blank=True)
    section = models.ForeignKey("articles.Section", models.PROTECT, null=True, related_name="editions")
    section_name = models.CharField(max_length=80, blank=True)
    section_slug = models.CharField(max_length=80, blank=True)
    body_html = models.TextField(blank=True)
    body_text = models.TextField(blank=True)
    word_count = models.PositiveIntegerField(default=0)
    lead_image = models.JSONField(null=True, blank=True)
    bylines = models.JSONField(default=list)
    quotes = models.JSONField(default=list)
    corrections = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    topics = models.JSONField(default=list)
    related = models.JSONField(default=list)
    suggested = models.JSONField(default=list)
    pulls = models.JSONField(default=list)
    json_ld = models.JSONField(default=dict)
    editors_note = models.TextField(blank=True)
    canonical_url = models.URLField(blank=True)
    retraction_notice = models.TextField(blank=True)
    first_published_at = models.DateTimeField(_("first published"))
    updated_at = models.DateTimeField(_("updated for readers"), null=True, blank=True)
    content_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(
                fields=["-first_published_at", "-id"], name="edition_live_newest", condition=Q(is_live=True)
            ),
            models.Index(
                fields=["section", "-first_published_at", "-id"],
                name="edition_live_by_section",
                condition=Q(is_live=True),
            ),
            models.Index(fields=["at", "id"], name="edition_live_by_change", condition=Q(is_live=True)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="edition_number_once"),
            models.UniqueConstraint(fields=["article"], name="edition_one_live", condition=Q(is_live=True)),
            models.CheckConstraint(
                condition=~Q(status="retracted") | ~Q(retraction_notice=""),
                name="edition_retracted_has_notice",
                violation_error_message=_("A retraction needs a notice that tells readers why."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.headline} · {self.number}"

    def get_absolute_url(self) -> str:
        return address("article", self.short_id, self.slug)

    @property
    def direction(self) -> str:
        return direction_of(self.language)

    @property
    def reading_minutes(self) -> int:
        return reading_minutes(self.word_count)

    def beside(self) -> Beside:
        """Related stories and the neighbours in the section, as they are today. One statement."""
        return beside(self)

    @property
    def changed_at(self) -> Any:
        """When readers could last see a difference: for Last-Modified."""
        return self.at


def direction_of(language: str) -> str:
    """``rtl`` for languages written from right to left, else ``ltr``."""
    return "rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


@functools.cache
def edition_pages() -> EditionQuerySet:
    """What is live or was withdrawn, whole, and whether it ``is_translated``: its page costs this one statement.

    Put together once: that costs more than to ask the database.
    """
    articles = Edition._meta.get_field("article").related_model.objects
    translations = articles.filter(
        Q(translation_of=OuterRef("article")) | Q(pk=OuterRef("article"), translation_of__isnull=False)
    )
    return Edition.objects.filter(is_live=True).annotate(is_translated=Exists(translations))


@functools.cache
def edition_details() -> EditionQuerySet:
    """The same for the API, which tells no search engine what it is. Put together once as well."""
    return Edition.objects.filter(is_live=True).defer("json_ld", "suggested")

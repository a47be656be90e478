import re
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address
from articles.models.fields import Precision, ShortIdField, validate_day

RECENT = 10_000  # quotations among which a quick look-up looks
_ADDRESS = re.compile(r"(?:^|/quotes/)([0-9a-hjkmnp-tv-z]{8})(?:/|$)")


class QuoteQuerySet(models.QuerySet["Quote"]):
    def visible_to(self, user: Any) -> "QuoteQuerySet":
        """The records that this person may see: published ones, and those of articles that are visible to them."""
        if user.has_perm("articles.edit_any_article"):
            return self
        articles = apps.get_model("articles.Article").objects.visible_to(user)
        uses = apps.get_model("articles.QuoteUse").objects.filter(article__in=articles)
        return self.filter(Q(is_public=True) | Q(pk__in=uses.values("quote")))

    def editable_by(self, user: Any) -> "QuoteQuerySet":
        """Those that this person may change: all for editors, for reporters what is not published and theirs alone."""
        if user.has_perm("articles.edit_any_article"):
            return self
        articles = apps.get_model("articles.Article").objects.visible_to(user)
        uses = apps.get_model("articles.QuoteUse").objects.all()
        foreign = uses.exclude(article__in=articles).filter(quote__isnull=False).values("quote")
        return self.visible_to(user).filter(is_public=False).exclude(pk__in=foreign)

    def insertable(self) -> "QuoteQuerySet":
        """Those that can be used again in another article: by somebody who is named, on terms that allow it, not retracted."""
        named = Q(speaker_person__isnull=False, speaker_person__is_unnamed=False) | Q(
            speaker_organization__isnull=False
        )
        return self.filter(named, record__in=Quote.PUBLISHABLE_RECORDS).exclude(status="retracted")

    def quickly_found(self, words: str, number: int = 8) -> "QuoteQuerySet":
        """Those with all the words in what was said or in who said it, or of that id or address, the newest first.

        Looks among the last ``RECENT`` only, and never at what confidential sources said: whoever types must not
        learn from the answer who they are.
        """
        open_ones = self.filter(confidential_source=None)
        address = _ADDRESS.search(words.strip())
        if address:
            return open_ones.filter(short_id=address[1])
        found = open_ones.filter(pk__in=self.model.objects.order_by("-pk").values("pk")[:RECENT])
        for word in words.split():
            found = found.filter(
                Q(text__icontains=word)
                | Q(speaker_person__name__icontains=word)
                | Q(speaker_organization__name__icontains=word)
            )
        return found.order_by("-pk")[:number]

    def for_finder(self) -> "QuoteQuerySet":
        """What a line of the finder shows, without another statement."""
        return self.select_related("speaker_person", "speaker_organization", "occasion")


class Quote(models.Model):
    """A statement as a fact of the world: the words, who said them, when, where, to whom, and how we know."""

    class Record(models.TextChoices):
        ON_RECORD = "on_record", _("on the record")
        BACKGROUND = "background", _("background")
        DEEP_BACKGROUND = "deep_background", _("deep background")
        OFF_RECORD = "off_record", _("off the record")
        UNKNOWN = "unknown", _("unknown")

    class Status(models.TextChoices):
        UNVERIFIED = "unverified", _("unverified")
        CHECKED = "checked", _("checked")
        VERIFIED = "verified", _("verified")
        DISPUTED = "disputed", _("disputed")
        RETRACTED = "retracted", _("retracted")

    PUBLISHABLE_RECORDS = (Record.ON_RECORD, Record.BACKGROUND)

    short_id = ShortIdField(_("id"))
    text = models.TextField(_("words as published"))
    verbatim = models.TextField(_("words as in the evidence"), blank=True)
    speaker_person = models.ForeignKey(
        "articles.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("person"),
    )
    speaker_organization = models.ForeignKey(
        "articles.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("organization"),
    )
    confidential_source = models.ForeignKey(
        "articles.ConfidentialSource",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("confidential source"),
    )
    on_behalf_of = models.ForeignKey(
        "articles.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("on behalf of"),
    )
    speaker_label = models.CharField(
        _("role at the time"), max_length=200, blank=True, help_text=_("As readers see it beside the words.")
    )
    occasion = models.ForeignKey(
        "articles.Occasion",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("occasion"),
    )
    said_on = models.DateField(
        _("said on"),
        null=True,
        blank=True,
        validators=[validate_day],
        help_text=_("Leave empty when the occasion says."),
    )
    said_on_precision = models.CharField(
        _("date known to the"), max_length=8, choices=Precision, default=Precision.UNKNOWN
    )
    said_at_place = models.CharField(_("said in"), max_length=160, blank=True)
    addressee = models.CharField(_("said to"), max_length=160, blank=True)
    medium = models.CharField(_("medium"), max_length=80, blank=True)
    record = models.CharField(_("on what terms"), max_length=16, choices=Record, default=Record.UNKNOWN)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.UNVERIFIED)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("verified by"),
    )
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=12, default="en")
    original_language = models.CharField(_("original language"), max_length=12, blank=True)
    original_text = models.TextField(_("words in the original language"), blank=True)
    translator = models.CharField(_("translated by"), max_length=120, blank=True)
    notice = models.TextField(
        _("notice to readers"), blank=True, help_text=_("Why it is disputed or retracted.")
    )
    sources = models.ManyToManyField(
        "articles.Source",
        through="articles.QuoteSource",
        blank=True,
        related_name="quotes",
        verbose_name=_("sources"),
    )
    is_public = models.BooleanField(_("published"), default=False, editable=False)
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")
        ordering = ["-id"]
        permissions = [("retract_quote", _("Can retract quotations"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(record__in=["on_record", "background"]),
                name="quote_public_only_when_record_allows",
                violation_error_message=_(
                    "Words said off the record, on deep background or on unknown terms stay out."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(record="background") | Q(speaker_person__isnull=True),
                name="quote_background_names_no_person",
                violation_error_message=_("Words said on background must not name a person."),
            ),
            models.CheckConstraint(
                condition=Q(speaker_person__isnull=True, speaker_organization__isnull=True)
                | Q(speaker_person__isnull=True, confidential_source__isnull=True)
                | Q(speaker_organization__isnull=True, confidential_source__isnull=True),
                name="quote_has_one_speaker",
                violation_error_message=_(
                    "A quotation has one speaker: a person, an organization or a confidential source."
                ),
            ),
            models.CheckConstraint(
                condition=Q(is_public=False)
                | Q(speaker_person__isnull=False)
                | Q(speaker_organization__isnull=False)
                | Q(confidential_source__isnull=False),
                name="quote_public_has_speaker",
                violation_error_message=_("Say who said it: a published quotation has a speaker."),
            ),
            models.CheckConstraint(
                condition=Q(confidential_source__isnull=True)
                | Q(speaker_label="", on_behalf_of__isnull=True),
                name="quote_confidential_tells_nothing_else",
                violation_error_message=_(
                    "Of a confidential source readers get the approved description and nothing else."
                ),
            ),
            models.CheckConstraint(
                condition=Q(confidential_source__isnull=True) | ~Q(record="on_record"),
                name="quote_confidential_is_not_on_record",
                violation_error_message=_(
                    "Whoever speaks on the record is named: choose other terms, or name the speaker."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(status="verified")
                | (Q(verified_by__isnull=False) & Q(verified_at__isnull=False) & ~Q(verbatim="")),
                name="quote_verified_says_who_when_and_what",
                violation_error_message=_("To verify, give the words as they stand in the evidence."),
            ),
            models.CheckConstraint(
                condition=~Q(status="retracted") | ~Q(notice=""),
                name="quote_retracted_has_notice",
                violation_error_message=_("Tell readers why the quotation is retracted."),
            ),
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:77]}…"

    def get_absolute_url(self) -> str:
        return address("quote", self.short_id)

    @property
    def has_speaker(self) -> bool:
        return bool(self.speaker_person_id or self.speaker_organization_id or self.confidential_source_id)

    @property
    def speaker(self) -> Any:
        """The person, the organization or the confidential source (all loaded), or None."""
        return self.speaker_person or self.speaker_organization or self.confidential_source

    @property
    def date(self):
        """The day it was said, from the quotation or else its occasion (which must be loaded), with its precision."""
        if self.said_on:
            return self.said_on, self.said_on_precision
        if self.occasion and self.occasion.on:
            return self.occasion.on, self.occasion.precision
        return None, Precision.UNKNOWN

    def change_words(self, text: str) -> None:
        """Set the words as published. A verified quotation is unverified by that, for it was other words.

        Who verified it, and when, stays on record: that is how one sees that it was edited afterwards.
        """
        if text == self.text:
            return
        self.text = text
        if self.status == self.Status.VERIFIED:
            self.status = self.Status.UNVERIFIED

    @property
    def was_edited_after_verification(self) -> bool:
        """Whether somebody has verified other words than these."""
        return self.verified_at is not None and self.status == self.Status.UNVERIFIED


class QuoteSource(models.Model):
    """Where in a source the words stand."""

    quote = models.ForeignKey(Quote, models.CASCADE, related_name="quote_sources")
    source = models.ForeignKey(
        "articles.Source", models.PROTECT, related_name="quote_sources", verbose_name=_("source")
    )
    locator = models.CharField(
        _("place in the source"), max_length=120, blank=True, help_text=_("Page 61, 12:40")
    )

    class Meta:
        verbose_name = _("source of a quotation")
        verbose_name_plural = _("sources of a quotation")
        constraints = [
            models.UniqueConstraint(fields=["quote", "source", "locator"], name="quote_source_once")
        ]

    def __str__(self) -> str:
        return f"{self.source}, {self.locator}" if self.locator else str(self.source)

    def as_json(self) -> dict:
        return {**self.source.as_json(), "locator": self.locator}

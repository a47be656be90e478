from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class QuoteUseQuerySet(models.QuerySet["QuoteUse"]):
    def in_text(self) -> "QuoteUseQuerySet":
        """Uses whose words stand in the working copy now, in reading order."""
        return self.filter(is_lost=False).order_by("place", "ordinal")

    def open(self) -> "QuoteUseQuerySet":
        """Uses about which a person still has to decide."""
        return self.filter(attribution=QuoteUse.Attribution.PROPOSED)

    def confirmed(self) -> "QuoteUseQuerySet":
        return self.filter(attribution=QuoteUse.Attribution.CONFIRMED)

    def with_records(self) -> "QuoteUseQuerySet":
        """Everything that a rendering of the use needs, in a fixed number of queries."""
        return self.select_related(
            "quote__speaker_person",
            "quote__speaker_organization",
            "quote__confidential_source",
            "quote__on_behalf_of",
            "quote__occasion__source",
        ).prefetch_related("quote__quote_sources__source")


class QuoteUse(models.Model):
    """One appearance of a quotation in one article. An interrupted quotation has one use for each segment.

    Positions are derived data, found anew by each scan: code points in the plain text of the place, with the
    selector of the W3C Web Annotation model (exact, prefix, suffix) beside them.
    """

    class Place(models.TextChoices):
        HEADLINE = "headline", _("headline")
        DEK = "dek", _("dek")
        BODY = "body", _("text")
        PULL = "pull", _("pull quote")
        CAPTION = "caption", _("caption")

    class Kind(models.TextChoices):
        FULL = "full", _("full")
        PARTIAL = "partial", _("partial")
        FRAGMENT = "fragment", _("fragment")
        INTERRUPTED = "interrupted", _("interrupted")
        BLOCK = "block", _("block")

    class Match(models.TextChoices):
        VERBATIM = "verbatim", _("verbatim")
        EXCERPT = "excerpt", _("excerpt")
        EDITED = "edited", _("edited")
        DRIFT = "drift", _("drifted")

    class Attribution(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        CONFIRMED = "confirmed", _("confirmed")
        NOT_A_QUOTE = "not_a_quote", _("not a quotation")

    quote = models.ForeignKey(
        "articles.Quote",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="uses",
        verbose_name=_("quotation"),
    )
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="quote_uses")
    place = models.CharField(_("place"), max_length=10, choices=Place, default=Place.BODY)
    ordinal = models.PositiveIntegerField(_("number"), default=0)
    segment = models.PositiveSmallIntegerField(_("segment"), default=0)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    exact = models.TextField(_("words"))
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.FULL)
    cue = models.CharField(_("cue"), max_length=80, blank=True)
    attribution_text = models.CharField(_("attribution"), max_length=300, blank=True)
    edits = models.JSONField(_("insertions and elisions"), default=dict, blank=True)
    match = models.CharField(_("wording"), max_length=10, choices=Match, default=Match.VERBATIM)
    attribution = models.CharField(
        _("attribution"), max_length=12, choices=Attribution, default=Attribution.PROPOSED
    )
    proposal = models.JSONField(_("proposal"), default=dict, blank=True)
    is_lost = models.BooleanField(_("no longer in the text"), default=False)

    objects = QuoteUseQuerySet.as_manager()

    class Meta:
        verbose_name = _("use of a quotation")
        verbose_name_plural = _("uses of quotations")
        ordering = ["place", "ordinal", "id"]
        indexes = [
            models.Index(fields=["article", "place", "ordinal"], name="quote_use_reading_order"),
            # Few uses wait for a person or have drifted, however many there are.
            models.Index(
                fields=["article"], name="quote_use_open", condition=Q(attribution="proposed", is_lost=False)
            ),
            models.Index(
                fields=["article"], name="quote_use_drifted", condition=Q(match="drift", is_lost=False)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__lt=F("end")),
                name="quote_use_starts_before_it_ends",
                violation_error_message=_("A quotation ends after it starts."),
            ),
            models.CheckConstraint(
                condition=~Q(attribution="confirmed") | Q(quote__isnull=False),
                name="quote_use_confirmed_has_quote",
                violation_error_message=_("A confirmed use belongs to a quotation."),
            ),
        ]

    def __str__(self) -> str:
        return self.exact

    @property
    def quotation(self) -> str:
        """What holds together the uses of one quotation in its article: its record or, once it is rejected, the decision. Whoever
        counts quotations counts these."""
        if self.quote_id:
            return f"quote {self.quote_id}"
        if "was" in self.proposal:
            return f"rejected {self.proposal['was']}"
        return f"use {self.pk}" if self.pk else f"new {self.place} {self.ordinal - self.segment}"

    @property
    def is_open(self) -> bool:
        return self.attribution == self.Attribution.PROPOSED

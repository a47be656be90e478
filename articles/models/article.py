"""The working copy that editors edit. What readers get is an edition (``edition.py``)."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address
from articles.models.article_queryset import ArticleQuerySet
from articles.models.fields import SanitizedHTMLField, ShortIdField, language_validator, validate_day
from articles.models.image import Image
from articles.models.lifecycle import Lifecycle
from articles.models.working_copy import WorkingCopy
from articles.text.figures import figure_ids
from articles.text.html import plain_text
from articles.text.slugs import slugify_title
from articles.text.words import count_words


class Article(WorkingCopy, Lifecycle, models.Model):
    """A piece of journalism as the newsroom works on it."""

    class Kind(models.TextChoices):
        NEWS = "news", _("News")
        ANALYSIS = "analysis", _("Analysis")
        OPINION = "opinion", _("Opinion")
        EXPLAINER = "explainer", _("Explainer")
        INTERVIEW = "interview", _("Interview")
        LIVE = "live", _("Live")
        OBITUARY = "obituary", _("Obituary")
        SPONSORED = "sponsored", _("Sponsored")

    short_id = ShortIdField(_("id"))
    headline = models.CharField(_("headline"), max_length=200)
    short_headline = models.CharField(_("short headline"), max_length=70, blank=True)
    seo_title = models.CharField(
        _("title for search engines"),
        max_length=70,
        blank=True,
        help_text=_("Empty: the headline, or the short one where search engines would cut it."),
    )
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        blank=True,
        help_text=_("The readable end of the address. Empty: from the headline."),
    )
    dek = models.CharField(_("dek"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.NEWS)
    section = models.ForeignKey(
        "articles.Section",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("section"),
    )
    topics = models.ManyToManyField(
        "articles.Topic", blank=True, related_name="articles", verbose_name=_("topics")
    )
    language = models.CharField(
        _("language"),
        max_length=12,
        default="en",
        validators=[language_validator],
        help_text=_("A code: en, he, pt-BR. Quotations are looked for by its rules."),
    )
    translation_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("translation of"),
        help_text=_("The original. Search engines are led from one language to the other."),
    )
    dateline_place = models.CharField(_("dateline place"), max_length=120, blank=True)
    dateline_date = models.DateField(
        _("dateline date"),
        null=True,
        blank=True,
        validators=[validate_day],
        help_text=_("The day from which “on Tuesday” counts."),
    )
    body = SanitizedHTMLField(_("text"), blank=True)
    lead_image = models.ForeignKey(
        "articles.Image",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("lead image"),
    )
    sources = models.ManyToManyField(
        "articles.Source", blank=True, related_name="articles", verbose_name=_("sources")
    )
    related = models.ManyToManyField("self", blank=True, verbose_name=_("related articles"))
    canonical_url = models.URLField(
        _("first published at"), blank=True, help_text=_("Only for articles taken over from elsewhere.")
    )
    editors_note = models.TextField(_("editor's note"), blank=True)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    saved_at = models.DateTimeField(_("saved"), auto_now=True)
    import_key = models.CharField(max_length=64, null=True, blank=True, unique=True, editable=False)
    import_digest = models.CharField(max_length=64, blank=True, editable=False)
    import_name = models.CharField(max_length=255, blank=True, editable=False, db_index=True)
    source_text = models.TextField(_("as it came in"), blank=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-saved_at", "-id"]
        indexes = [
            models.Index(fields=["stage", "-saved_at"], name="article_by_stage"),
            models.Index(fields=["public_status", "-first_published_at"], name="article_by_publication"),
            models.Index(fields=["-saved_at", "-id"], name="article_last_saved"),
            models.Index(fields=["-first_published_at", "-id"], name="article_newest"),
            models.Index(
                fields=["scheduled_for"],
                name="article_with_a_time",
                condition=Q(scheduled_for__isnull=False),
            ),
        ]
        permissions = [
            ("edit_any_article", _("Can see and edit everybody's articles")),
            ("submit_article", _("Can send articles to review")),
            ("return_article", _("Can send articles back to their writers")),
            ("approve_article", _("Can approve articles")),
            ("schedule_article", _("Can schedule articles")),
            ("assign_article", _("Can assign articles")),
            ("spike_article", _("Can spike and restore articles")),
            ("publish_article", _("Can publish articles")),
            ("update_minor_article", _("Can publish minor updates")),
            ("correct_article", _("Can publish updates and corrections")),
            ("retract_article", _("Can ask for and agree to retractions")),
            ("judge_retraction", _("Is of standards when an article is retracted")),
            ("withdraw_article", _("Can withdraw articles")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(public_status__in=["live", "retracted", "withdrawn"])
                | Q(first_published_at__isnull=False),
                name="article_published_has_date",
                violation_error_message=_("A published article has the time of its first publication."),
            ),
            models.CheckConstraint(
                condition=~Q(public_status__in=["never", "scheduled"]) | Q(first_published_at__isnull=True),
                name="article_published_never_back_to_draft",
                violation_error_message=_(
                    "What was published once stays on record: correct, retract or withdraw it."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(stage="published") | Q(first_published_at__isnull=False),
                name="article_stage_published_has_date",
                violation_error_message=_("Only an article that was published has this stage."),
            ),
            models.CheckConstraint(
                condition=Q(embargo_until__isnull=True)
                | Q(first_published_at__isnull=True)
                | Q(first_published_at__gte=F("embargo_until")),
                name="article_not_before_embargo",
                violation_error_message=_("The article was published before this embargo ends."),
            ),
            models.CheckConstraint(
                condition=~Q(public_status="scheduled") | Q(scheduled_for__isnull=False),
                name="article_scheduled_has_time",
                violation_error_message=_("A scheduled article has the time at which it goes out."),
            ),
            models.CheckConstraint(
                condition=Q(embargo_until__isnull=True)
                | Q(scheduled_for__isnull=True)
                | Q(scheduled_for__gte=F("embargo_until")),
                name="article_scheduled_not_before_embargo",
                violation_error_message=_("The article is scheduled for a time before this embargo ends."),
            ),
            models.CheckConstraint(
                condition=Q(priority__in=[1, 2, 3, 4]),
                name="article_priority_is_known",
                violation_error_message=_("There is no such priority."),
            ),
            models.CheckConstraint(
                condition=~Q(stage="spiked") | Q(first_published_at__isnull=True),
                name="article_spiked_was_never_published",
                violation_error_message=_("Readers have had this article: it cannot be spiked."),
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return address("article", self.short_id, self.slug or slugify_title(self.headline))

    def _clean_translation(self) -> None:
        original = self.translation_of
        if original is None:
            return
        if original.pk == self.pk:
            raise ValidationError({"translation_of": _("An article is no translation of itself.")})
        if original.translation_of_id or self.translations.exists():
            raise ValidationError(
                {"translation_of": _("Name the original from which all translations were made.")}
            )

    def clean(self) -> None:
        if not self.headline.strip():
            raise ValidationError({"headline": _("Write a headline.")})
        self._clean_translation()
        if self.embargo_until and self.first_published_at and self.first_published_at < self.embargo_until:
            raise ValidationError({"embargo_until": _("The article was published before this embargo ends.")})
        if self.embargo_until and self.scheduled_for and self.scheduled_for < self.embargo_until:
            message = _(
                "The article is scheduled for a time before this embargo ends: set another time first."
            )
            raise ValidationError({"embargo_until": message})

    @property
    def body_text(self) -> str:
        """The body as plain text; the offsets of quotations count its code points."""
        return plain_text(self.body)

    @property
    def word_count(self) -> int:
        return count_words(self.body_text)

    def images(self) -> dict[str, Image]:
        """The pictures of lead and text that the library has, by short id. Queries."""
        in_text = figure_ids(self.body)
        found = {one.short_id: one for one in Image.objects.filter(short_id__in=in_text)} if in_text else {}
        return found | ({self.lead_image.short_id: self.lead_image} if self.lead_image else {})

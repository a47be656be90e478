import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address
from articles.models.listing import AuthorListing, TopicListing


class AuthorQuerySet(models.QuerySet["Author"]):
    def active(self) -> "AuthorQuerySet":
        return self.filter(is_active=True)

    def public(self) -> "AuthorQuerySet":
        """Authors of live editions."""
        return self.filter(Exists(AuthorListing.objects.filter(author=OuterRef("pk"))))

    def on_masthead(self) -> "AuthorQuerySet":
        """Who makes the paper now: staff first, then desks, then contributors who have published."""
        ranks = {Author.Kind.STAFF: 0, Author.Kind.DESK: 1, Author.Kind.CONTRIBUTOR: 2}
        rank = models.Case(*(models.When(kind=kind, then=number) for kind, number in ranks.items()))
        return self.active().public().filter(kind__in=ranks).annotate(rank=rank).order_by("rank", "name")

    def profile(self, slug: str) -> "tuple[Author, list[dict[str, str]]]":
        """The author of that address with the topics of expertise that have a page. One statement.

        Raises ``Author.DoesNotExist``.
        """
        own = [field.attname for field in self.model._meta.concrete_fields]
        written = TopicListing.objects.filter(topic=OuterRef("expertise"))
        found = self.filter(slug=slug).annotate(written=Exists(written)).order_by("expertise__name")
        rows = list(found.values_list(*own, "expertise__slug", "expertise__name", "written"))
        if not rows:
            raise self.model.DoesNotExist(slug)
        topics = [{"slug": row[-3], "name": row[-2]} for row in rows if row[-1]]
        return self.model.from_db(self.db, own, rows[0][: len(own)]), topics


class Author(models.Model):
    """Whoever can stand in a byline: a person of the staff, a desk, a contributor, an agency."""

    class Kind(models.TextChoices):
        STAFF = "staff", _("staff")
        DESK = "desk", _("desk")
        CONTRIBUTOR = "contributor", _("contributor")
        AGENCY = "agency", _("agency")

    COLLECTIVES = (Kind.DESK, Kind.AGENCY)

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.STAFF)
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        verbose_name=_("user"),
    )
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    location = models.CharField(_("location"), max_length=120, blank=True)
    bio = models.TextField(_("bio"), blank=True)
    photo = models.ForeignKey(
        "articles.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("photo")
    )
    email = models.EmailField(_("public e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    expertise = models.ManyToManyField(
        "articles.Topic", blank=True, related_name="experts", verbose_name=_("expertise")
    )
    languages = models.JSONField(_("languages"), default=list, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    joined_on = models.DateField(_("joined"), null=True, blank=True)
    left_on = models.DateField(_("left"), null=True, blank=True)
    noindex = models.BooleanField(_("hide from search engines"), default=False)

    objects = AuthorQuerySet.as_manager()

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind__in=["desk", "agency"]) | Q(user__isnull=True),
                name="author_desk_or_agency_has_no_user",
                violation_error_message=_("A desk or an agency is not a person: leave the user empty."),
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True)
                | Q(joined_on__isnull=True)
                | Q(left_on__gte=models.F("joined_on")),
                name="author_left_after_joining",
                violation_error_message=_("The day of leaving lies before the day of joining."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_collective(self) -> bool:
        return self.kind in self.COLLECTIVES

    @property
    def languages_spoken(self) -> str:
        """The names of the languages, in the language of the page."""
        return ", ".join(_language_name(code) for code in self.languages)

    def portrait(self, at: datetime.datetime) -> dict[str, Any] | None:
        """The photo as readers get it; None while there is none, before its embargo ends and when its rights have ended."""
        photo = self.photo
        if photo is None or (photo.embargo_until and photo.embargo_until > at):
            return None
        return None if photo.rights_until and photo.rights_until < timezone.localdate(at) else photo.as_json()

    def get_absolute_url(self) -> str:
        return address("author", self.slug)


def _language_name(code: str) -> str:
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:  # none of those that Django knows
        return code

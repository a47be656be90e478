import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address
from articles.models.fields import PartialDateField, ShortIdField
from articles.models.listing import OrganizationListing, PersonListing


class PersonQuerySet(models.QuerySet["Person"]):
    def listed(self) -> "PersonQuerySet":
        """People who have a page of their own: public figures who were neither delisted nor merged away."""
        return self.filter(is_public_figure=True, delisted=False, merged_into__isnull=True)

    def public(self) -> "PersonQuerySet":
        """Listed people with a statement in a live edition: names in drafts stay in the newsroom."""
        return self.listed().filter(Exists(PersonListing.objects.filter(person=OuterRef("pk"))))

    def with_present_roles(self) -> "PersonQuerySet":
        """Each with the roles held today as ``present_roles``, newest first. One statement more."""
        roles = RoleHolding.objects.filter(end_date="").exclude(title="").select_related("organization")
        return self.prefetch_related(
            Prefetch("roles", roles.order_by("-start_date"), to_attr="present_roles")
        )

    def named(self) -> "PersonQuerySet":
        """People whom a name can mean: neither described instead of named nor merged away."""
        return self.filter(is_unnamed=False, merged_into__isnull=True)

    def profile(self, slug: str) -> "tuple[Person, list[dict[str, Any]]]":
        """The person of that address with the roles ever held, newest first. One statement.

        Raises ``Person.DoesNotExist``.
        """
        own = ("id", "short_id", "name", "slug", "description")
        role = {
            "title": "roles__title",
            "start_date": "roles__start_date",
            "end_date": "roles__end_date",
            "organization": "roles__organization__name",
            "organization_slug": "roles__organization__slug",
            "organization_is_public": "spoke",
        }
        spoke = OrganizationListing.objects.filter(organization=OuterRef("roles__organization"))
        found = self.filter(slug=slug).annotate(spoke=Exists(spoke))
        rows = list(found.order_by().values_list(*own, *role.values()))
        if not rows:
            raise self.model.DoesNotExist(slug)
        roles = [dict(zip(role, row[len(own) :], strict=True)) for row in rows]
        roles = sorted(
            (one for one in roles if one["title"]), key=lambda one: one["start_date"], reverse=True
        )
        return self.model.from_db(self.db, own, rows[0][: len(own)]), roles


class Person(models.Model):
    """Somebody who is quoted."""

    short_id = ShortIdField(_("id"))
    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField(_("slug"), max_length=160, unique=True)
    description = models.TextField(_("description"), blank=True)
    wikidata_id = models.CharField(_("Wikidata id"), max_length=20, blank=True)
    is_public_figure = models.BooleanField(
        _("public figure"), default=False, help_text=_("Only public figures get a page of their statements.")
    )
    is_unnamed = models.BooleanField(
        _("described, not named"),
        default=False,
        help_text=_("“A resident”: stands for one speaker of one statement and is never proposed again."),
    )
    delisted = models.BooleanField(
        _("delisted"), default=False, help_text=_("Takes the page of statements away.")
    )
    image = models.ForeignKey(
        "articles.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("picture")
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged_people",
        verbose_name=_("merged into"),
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="person_not_merged_into_itself",
                violation_error_message=_("A person cannot be merged into the same person."),
            ),
            models.CheckConstraint(
                condition=Q(is_unnamed=False) | Q(is_public_figure=False),
                name="person_unnamed_is_no_public_figure",
                violation_error_message=_("Who is not named is no public figure."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("person", self.slug)

    def role_on(self, date: datetime.date) -> "RoleHolding | None":
        """The role this person held on that day, the one begun last when there are several. Queries."""
        return (
            self.roles.holding_on(date).select_related("organization").order_by("-start_date", "-id").first()
        )


class PersonName(models.Model):
    """Another name or spelling of a person."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=160)
    language = models.CharField(_("language"), max_length=12, blank=True)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="person_name_once")]

    def __str__(self) -> str:
        return self.name


class RoleHoldingQuerySet(models.QuerySet["RoleHolding"]):
    def holding_on(self, date: datetime.date) -> "RoleHoldingQuerySet":
        """Roles whose partial dates include the day: an end of “2021” lasts through 2021."""
        day = date.isoformat()
        begun = Q(start_date="") | Q(start_date__lte=day)
        lasting = Q(end_date="") | Q(end_date__gte=day) | Q(end_date__in=[day[:4], day[:7]])
        return self.filter(begun & lasting)


class RoleHolding(models.Model):
    """A role that a person held for a time, after Popolo's memberships."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="roles")
    organization = models.ForeignKey(
        "articles.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="role_holdings",
        verbose_name=_("organization"),
    )
    title = models.CharField(_("title"), max_length=200)
    short_title = models.CharField(_("short title"), max_length=80, blank=True)
    start_date = PartialDateField(_("from"), help_text=_("2021, 2021-03 or 2021-03-09"))
    end_date = PartialDateField(_("until"), help_text=_("2021, 2021-03 or 2021-03-09; empty while it lasts"))

    objects = RoleHoldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["-start_date", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date="")
                | Q(end_date__gte=F("start_date"))
                | Q(start_date__startswith=F("end_date")),
                name="role_ends_after_it_starts",
                violation_error_message=_("The role ends before it starts."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.organization}" if self.organization_id else self.title

    def is_held_on(self, date: datetime.date) -> bool:
        """Whether the day lies within the partial dates; the same rule as ``holding_on``."""
        day = date.isoformat()
        lasting = not self.end_date or self.end_date >= day or self.end_date in (day[:4], day[:7])
        return (not self.start_date or self.start_date <= day) and lasting

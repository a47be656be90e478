from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class QuoteLinkQuerySet(models.QuerySet["QuoteLink"]):
    def agreed(self) -> "QuoteLinkQuerySet":
        """Links that need no second person, or have one."""
        return self.filter(~Q(kind=QuoteLink.Kind.CONTRADICTS) | Q(approved_by__isnull=False))

    def public(self) -> "QuoteLinkQuerySet":
        """Links that readers may see: agreed ones between published quotations."""
        return self.agreed().filter(quote__is_public=True, other__is_public=True)

    def waiting(self) -> "QuoteLinkQuerySet":
        """Contradictions that a second person has not agreed to."""
        return self.filter(kind=QuoteLink.Kind.CONTRADICTS, approved_by__isnull=True)

    def waiting_for(self, user: Any) -> "QuoteLinkQuerySet":
        """Contradictions that this person could agree to as the second one."""
        if not (user.has_perm("articles.edit_any_article") and user.has_perm("articles.change_quotelink")):
            return self.none()
        return self.waiting().exclude(proposed_by=user)


class QuoteLink(models.Model):
    """How one statement stands to another, earlier one. That somebody contradicts is said by two people or not at all."""

    class Kind(models.TextChoices):
        SAID_BEFORE = "said_before", _("was said before as")
        CONTINUES = "continues", _("continues")
        ANSWERS = "answers", _("answers")
        CONTRADICTS = "contradicts", _("contradicts")

    quote = models.ForeignKey(
        "articles.Quote", models.CASCADE, related_name="links", verbose_name=_("quotation")
    )
    kind = models.CharField(_("relation"), max_length=12, choices=Kind)
    other = models.ForeignKey(
        "articles.Quote", models.CASCADE, related_name="links_back", verbose_name=_("other quotation")
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("proposed by"),
        editable=False,
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("agreed by"),
        editable=False,
    )
    at = models.DateTimeField(_("at"), default=timezone.now, editable=False)

    objects = QuoteLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link between quotations")
        verbose_name_plural = _("links between quotations")
        ordering = ["kind", "-at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(quote=F("other")),
                name="quote_link_not_to_itself",
                violation_error_message=_("Choose another quotation than this one."),
            ),
            models.UniqueConstraint(
                fields=["quote", "other", "kind"],
                name="quote_link_once",
                violation_error_message=_("These two are linked like this already."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="contradicts") | Q(proposed_by__isnull=False),
                name="quote_link_contradiction_says_who",
                violation_error_message=_(
                    "Somebody has to answer for saying that two statements contradict."
                ),
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("proposed_by")),
                name="quote_link_approver_is_somebody_else",
                violation_error_message=_("Somebody else than who proposed it has to agree."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quote} {self.get_kind_display()} {self.other}"

    @property
    def waits(self) -> bool:
        """Whether a second person has yet to agree."""
        return self.kind == self.Kind.CONTRADICTS and self.approved_by_id is None

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class RedirectQuerySet(models.QuerySet["Redirect"]):
    def move(self, old_path: str, new_path: str) -> None:
        """Send readers from the old address to the new one, always in one hop."""
        if old_path == new_path:
            return
        with transaction.atomic():
            self.filter(old_path=new_path).delete()
            self.filter(new_path=old_path).update(new_path=new_path)
            self.update_or_create(old_path=old_path, defaults={"new_path": new_path})


class Redirect(models.Model):
    """An old address and where its page is now."""

    old_path = models.CharField(_("old address"), max_length=400, unique=True)
    new_path = models.CharField(_("new address"), max_length=400)
    created_at = models.DateTimeField(_("since"), auto_now_add=True)

    objects = RedirectQuerySet.as_manager()

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        ordering = ["old_path"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(old_path=F("new_path")),
                name="redirect_leads_elsewhere",
                violation_error_message=_("A page cannot redirect to itself."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.old_path} → {self.new_path}"

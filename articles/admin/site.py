from django.conf import settings
from django.contrib.admin import AdminSite, ModelAdmin
from django.db import models
from django.utils.translation import gettext_lazy as _


class DeskSite(AdminSite):
    """The newsroom's admin."""

    site_header = settings.SITE_NAME
    site_title = settings.SITE_NAME
    index_title = _("Desk")
    enable_nav_sidebar = False


site = DeskSite()


class DeskAdmin(ModelAdmin):
    """What every model's admin shares: an address typed without a scheme means https."""

    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

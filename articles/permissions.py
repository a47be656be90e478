"""Who may do what: six groups, one backend, one question (``user.has_perm("articles.publish_article", article)``)."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.management import create_permissions

from articles.models import Article

_RECORDS = "article byline pullquote quote quoteuse quotesource quotelink occasion source person personname roleholding organization organizationname image topic".split()
# Whom everybody quotes: reporters add people and bodies, and leave those that are there to the editors.
_SHARED = (
    "change_person",
    "change_personname",
    "change_roleholding",
    "change_organization",
    "change_organizationname",
)
_FRONTS = [
    f"{verb}_{record}"
    for record in ("frontpage", "placement", "strip", "banner")
    for verb in ("add", "change", "view", "delete")
]
_ALL = [f"{verb}_{record}" for record in _RECORDS for verb in ("add", "change", "view")]
_REPORTER = [codename for codename in _ALL if codename not in _SHARED] + [
    "delete_byline",
    "delete_pullquote",
    "add_previewlink",
    "delete_quotesource",
    "delete_quotelink",
    "view_task",
    "change_task",
    "view_author",
    "view_section",
    "view_revision",
    "view_edition",
    "view_correction",
    "view_event",
    "view_preflightwaiver",
    "view_schedule",
    "submit_article",
    "add_apitoken",
    "view_apitoken",
]
_WAIVERS = ["add_preflightwaiver", "delete_preflightwaiver"]  # to waive, and to take it back
_COPY_EDITOR = [
    *_REPORTER,
    *_SHARED,
    *_WAIVERS,
    "edit_any_article",
    "return_article",
    "approve_article",
    "update_minor_article",
]
_EDITOR = [
    *_COPY_EDITOR,
    "correct_article",
    "schedule_article",
    "assign_article",
    "spike_article",
    "view_retraction",
    "add_author",
    "change_author",
    "delete_personname",
    "delete_organizationname",
    "delete_roleholding",
    "change_section",
    "delete_image",
    *_FRONTS,
    "view_page",
    "change_page",
]
_PUBLISHER = [*_EDITOR, "publish_article", "withdraw_article", "add_section", "add_page", "view_redirect"]

GROUPS: dict[str, list[str]] = {
    "Reporter": _REPORTER,
    "Copy editor": _COPY_EDITOR,
    "Editor": _EDITOR,
    "Publisher": [*_PUBLISHER, "export_event", "retract_article", "retract_quote"],
    "Standards editor": [
        *_REPORTER,
        "edit_any_article",
        *_WAIVERS,
        "correct_article",
        "retract_article",
        "judge_retraction",
        "view_retraction",
        "retract_quote",
        "approve_confidentialsource",
        "export_event",
    ],
}
ADMINISTRATOR = "Administrator"


def ensure_groups(using: str = "default") -> None:
    """Make the six groups and give them what they lack. Safe to run again; takes nothing away."""
    config = apps.get_app_config("articles")
    create_permissions(config, verbosity=0, using=using)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    known = {
        p.codename: p for p in Permission.objects.using(using).filter(content_type__app_label="articles")
    }
    for name, codenames in GROUPS.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        group.permissions.add(*(known[codename] for codename in codenames))
    administrators, _ = Group.objects.using(using).get_or_create(name=ADMINISTRATOR)
    # Who runs the system is not by that somebody who may know the newsroom's sources.
    administrators.permissions.add(
        *(permission for codename, permission in known.items() if "confidentialsource" not in codename)
    )


class NewsroomBackend(ModelBackend):
    """Django's own backend that also answers for one article.

    A permission on an article is the permission as such, for an article that the person may see. While ``FOUR_EYES`` is
    on, nobody approves what they alone reported.
    """

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        if obj is None or not isinstance(obj, Article):
            return super().has_perm(user_obj, perm, obj=None)
        if not super().has_perm(user_obj, perm):
            return False
        if obj.pk is None:
            return True
        if perm == "articles.approve_article" and settings.FOUR_EYES and obj.is_only_reporter(user_obj):
            return False
        return Article.objects.visible_to(user_obj).filter(pk=obj.pk).exists()

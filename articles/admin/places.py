"""Where the desk leads: the newsroom's main lists, and everything that the finder offers by name."""

from django.utils.translation import gettext_lazy as _

# what it is called, address, permission
MAIN = (
    (_("Desk"), "admin:index", ""),
    (_("Articles"), "admin:articles_article_changelist", "articles.view_article"),
    (_("Quotations"), "admin:articles_quote_changelist", "articles.view_quote"),
    (_("People"), "admin:articles_person_changelist", "articles.view_person"),
    (_("Fronts"), "admin:articles_frontpage_changelist", "articles.view_frontpage"),
    (_("Images"), "admin:articles_image_changelist", "articles.view_image"),
    (_("Corrections"), "admin:articles_correction_changelist", "articles.view_correction"),
)
# permission, what it is called, icon, address, query
FOUND_BY_NAME = (
    ("add_article", _("Paste wire copy"), "paste", "articles_article_paste", ""),
    ("add_article", _("New article"), "plus", "articles_article_add", ""),
    ("", _("Desk"), "bullets", "index", ""),
    ("", _("Calendar"), "cal", "calendar", ""),
    ("view_article", _("Articles"), "doc", "articles_article_changelist", ""),
    (
        "view_article",
        _("Articles waiting for review"),
        "review",
        "articles_article_changelist",
        "?stage__exact=review",
    ),
    ("view_quote", _("Quotations"), "quote", "articles_quote_changelist", ""),
    ("view_person", _("People"), "user", "articles_person_changelist", ""),
    ("view_organization", _("Organizations"), "flag", "articles_organization_changelist", ""),
    ("view_author", _("Authors"), "user", "articles_author_changelist", ""),
    ("view_occasion", _("Occasions"), "cal", "articles_occasion_changelist", ""),
    ("view_source", _("Sources"), "link", "articles_source_changelist", ""),
    ("view_image", _("Images"), "image", "articles_image_changelist", ""),
    ("view_task", _("Tasks"), "warn", "articles_task_changelist", ""),
    ("view_frontpage", _("Fronts"), "heading", "articles_frontpage_changelist", ""),
    ("view_correction", _("Corrections"), "undo", "articles_correction_changelist", ""),
    ("view_event", _("Audit"), "history", "articles_event_changelist", ""),
)

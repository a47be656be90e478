"""The list of articles: what stands in its columns, what it can be narrowed by, and the views that people keep."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles.admin.site import site
from articles.models import Article, SavedFilter, Section
from articles.models.article_desk import COUNTED
from articles.models.saved_filter import LEFT_OUT

LIST = "admin:articles_article_changelist"
IN_WORK = "stage__in=draft,review,approved"
VIEWS = (
    ("in_work", _("In work"), IN_WORK),
    ("review", _("Waiting for review"), "stage__exact=review"),
    ("open_quotes", _("Quotations to settle"), "quotations=open"),
    ("drifted", _("Drifted words"), "quotations=drifted"),
    ("pending", _("Changes pending"), f"public_status__exact=live&{IN_WORK}"),
    ("scheduled", _("Scheduled"), "public_status__exact=scheduled"),
    ("all", _("All"), ""),
)


class Choices(admin.SimpleListFilter):
    """A filter that is one named set of articles for each choice."""

    choices_: tuple[tuple[str, Promise], ...] = ()

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        self.user = request.user
        return self.choices_

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return self.chosen(queryset, self.value()) if self.value() else queryset

    def get_facet_counts(self, pk_attname: str, filtered_qs: QuerySet) -> dict[str, Any]:
        """The sets need subqueries: a list counts each by its keys. One statement for all of them."""
        return {
            f"{number}__c": Count(
                pk_attname,
                filter=Q(pk__in=self.chosen(Article.objects.all(), value).values("pk")),
            )
            for number, (value, _title) in enumerate(self.lookup_choices)
        }

    def chosen(self, articles: Any, value: str) -> QuerySet:
        """Those of the articles that this choice leaves."""
        raise NotImplementedError(f"{type(self).__name__} must say which articles a choice leaves.")


class Whose(Choices):
    title, parameter_name = _("whose"), "whose"
    choices_ = (("mine", _("Mine")), ("nobody", _("Nobody’s")))

    def chosen(self, articles: Any, value: str) -> QuerySet:
        return articles.of(self.user) if value == "mine" else articles.filter(assigned_to=None)


class Quotations(Choices):
    title, parameter_name = _("quotations"), "quotations"
    choices_ = (("open", _("To settle")), ("drifted", _("Drifted words")))

    def chosen(self, articles: Any, value: str) -> QuerySet:
        return articles.with_open_quotes() if value == "open" else articles.with_drifted_quotes()


class Due(Choices):
    title, parameter_name = _("due"), "due"
    choices_ = (("late", _("Late")), ("later", _("Later")))

    def chosen(self, articles: Any, value: str) -> QuerySet:
        now, in_work = timezone.now(), articles.in_work()
        return in_work.filter(due_at__lt=now) if value == "late" else in_work.filter(due_at__gte=now)


class Preflight(Choices):
    title, parameter_name = _("preflight"), "preflight"
    choices_ = (("blocked", _("Blockers")), ("clear", _("No blockers")))

    def chosen(self, articles: Any, value: str) -> QuerySet:
        found = articles.in_work()
        if value == "blocked":
            return found.filter(preflight_check__blockers__gt=0)
        return found.filter(preflight_check__blockers=0)


class InSection(Choices):
    title, parameter_name = _("section"), "section__id__exact"  # as in addresses that people have kept

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        """Asked for once, although the list makes its filters anew for each count."""
        if not hasattr(request, "desk_sections"):
            rows = Section.objects.order_by("order", "name").values_list("pk", "name")
            request.desk_sections = [(str(pk), name) for pk, name in rows]
        return request.desk_sections

    def chosen(self, articles: Any, value: str) -> QuerySet:
        return articles.filter(section=value if value.isdecimal() and len(value) < 18 else 0)


class LongList(ChangeList):
    """A list that counts what each filter would leave while that is quick, and after that only for whoever asks for it.

    Each filter scans all that a person may see. Estimates, or counts kept beside the articles, would be quick for any number;
    both were left out, because a newsroom of that size works in the views above the list, whose counts stop at ``COUNTED``.
    """

    def __init__(self, request: HttpRequest, *args: Any) -> None:
        super().__init__(request, *args)
        seen = Article.objects.visible_to(request.user)
        is_short = seen.count_up_to(COUNTED + 1) <= COUNTED
        if is_short and not self.add_facets:
            self.add_facets, self.is_facets_optional = True, False
        # The months above the list are those of everything in it: they are shown where that is little, or a year is chosen.
        is_dated = any(name.startswith(f"{self.date_hierarchy}__") for name in self.params)
        if not (is_short or is_dated or self.result_count <= COUNTED):
            self.date_hierarchy = None


class Written(Choices):
    title, parameter_name = _("language"), "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        """The languages of the articles that were saved last: to know all of them would take a look at every article. Asked for once,
        see ``InSection``."""
        if not hasattr(request, "desk_languages"):
            last = Article.objects.visible_to(request.user).order_by("-saved_at", "-id")
            request.desk_languages = sorted(set(last.values_list("language", flat=True)[:COUNTED]))
        return [(code, code) for code in request.desk_languages]

    def chosen(self, articles: Any, value: str) -> QuerySet:
        return articles.filter(language=value)


class ArticleList(admin.ModelAdmin):
    """Mixed into the admin of articles."""

    list_display = (
        "stage_shown",
        "headline",
        "preflight_shown",
        "quotations",
        "section",
        "owner",
        "due_shown",
        "urgency",
        "goes_out",
        "saved_at",
    )
    list_display_links = ("headline",)
    list_filter = (
        Whose,
        "stage",
        "public_status",
        Preflight,
        Quotations,
        Due,
        "priority",
        InSection,
        "kind",
        Written,
        ("first_published_at", admin.DateFieldListFilter),
    )
    list_per_page = 50
    show_facets = admin.ShowFacets.ALLOW  # and, see ``LongList``, without asking while it is quick
    show_full_result_count = False
    search_fields = ("headline", "dek", "short_id", "bylines__author__name")
    date_hierarchy = "first_published_at"
    change_list_template = "admin/articles/article/change_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        seen = Article.objects.visible_to(request.user)
        return seen.select_related("section", "assigned_to", "preflight_check").with_quote_counts()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return LongList

    def get_urls(self) -> list:
        own = [
            path("views/", site.admin_view(require_POST(save_view)), name="articles_article_save_view"),
            path(
                "views/<int:pk>/remove/",
                site.admin_view(require_POST(remove_view)),
                name="articles_article_remove_view",
            ),
        ]
        return own + super().get_urls()

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return super().changelist_view(request, {**views(request), **(extra_context or {})})

    @admin.display(description=_("stage"), ordering="stage")
    def stage_shown(self, article: Article) -> str:
        return _cell("stage", article)

    @admin.display(description=_("preflight"), ordering="preflight_check__blockers")
    def preflight_shown(self, article: Article) -> str:
        return _cell("preflight", article)

    @admin.display(description=_("quotes"), ordering="open_quotes")
    def quotations(self, article: Article) -> str:
        return _cell("quotations", article)

    @admin.display(description=_("owner"), ordering="assigned_to__username", empty_value="–")
    def owner(self, article: Article) -> str | None:
        return _cell("owner", article) if article.assigned_to else None

    @admin.display(description=_("due"), ordering="due_at", empty_value="–")
    def due_shown(self, article: Article) -> str | None:
        return _cell("due", article) if article.due_at else None

    @admin.display(description=_("priority"), ordering="priority")
    def urgency(self, article: Article) -> str:
        return _cell("priority", article)

    @admin.display(description=_("goes out"), ordering="scheduled_for", empty_value="–")
    def goes_out(self, article: Article) -> str | None:
        times = (article.scheduled_for, article.first_published_at, article.embargo_until)
        return _cell("goes_out", article) if any(times) else None


def _cell(name: str, article: Article) -> str:
    context = {"article": article, "cell": name, "now": timezone.now()}
    context["check"] = getattr(article, "preflight_check", None)
    context["settled"] = article.all_quotes - article.open_quotes
    return render_to_string("admin/articles/article/cell.html", context)


def views(request: HttpRequest) -> dict[str, Any]:
    """The tabs above the list: those that everybody has, with how many stand there, and one's own."""
    here = _without_pages(request.GET)
    counts = Article.objects.visible_to(request.user).desk_counts()
    shared = [
        {"name": name, "query": query, "count": _told(counts[key]), "is_here": _same(query, here)}
        for key, name, query in VIEWS
    ]
    own = [
        {"pk": one.pk, "name": one.name, "query": one.query, "is_here": _same(one.query, here)}
        for one in SavedFilter.objects.of(request.user)
    ]
    return {"shared_views": shared, "own_views": own, "this_view": here.urlencode()}


def _told(number: int) -> str:
    return str(number) if number <= COUNTED else f"{COUNTED}+"


def _without_pages(given: QueryDict) -> QueryDict:
    kept = given.copy()
    for key in LEFT_OUT:
        kept.pop(key, None)
    return kept


def _same(query: str, here: QueryDict) -> bool:
    return dict(QueryDict(query).lists()) == dict(here.lists())


def save_view(request: HttpRequest) -> HttpResponse:
    """POST keeps the filters of the page that it came from under a name."""
    if not request.user.has_perm("articles.view_article"):
        raise PermissionDenied
    query = request.POST.get("query", "")
    try:
        kept = SavedFilter.objects.remember(request.user, name=request.POST.get("name", ""), query=query)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(reverse(LIST))
    messages.success(request, _("Kept as “%(name)s”.") % {"name": kept.name})
    return redirect(f"{reverse(LIST)}?{kept.query}")


def remove_view(request: HttpRequest, pk: int) -> HttpResponse:
    get_object_or_404(SavedFilter.objects.of(request.user), pk=pk).delete()
    messages.success(request, _("The view is gone; the articles are not."))
    return redirect(reverse(LIST))

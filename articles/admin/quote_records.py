"""Records of quotations, the links between them, and the tasks about them."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.site import DeskAdmin, OfArticles, Rows, site
from articles.models import Article, Quote, QuoteLink, QuoteSource, QuoteUse, Task
from articles.operations.quote_links import agree_to_link, link_quotes
from articles.operations.quote_status import save_record
from articles.operations.tasks import finish_task


class QuoteForm(forms.ModelForm):
    """Refuses next to the field what ``save_record`` would refuse."""

    may_retract = False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self._keep_source_unnamed(data)
        status = data.get("status")
        if status == self.initial.get("status"):
            return data
        if status == Quote.Status.VERIFIED:
            self.add_error(
                "status", _("Verify it from the article, against a transcript: the words are compared there.")
            )
        if status == Quote.Status.RETRACTED and not self.may_retract:
            self.add_error("status", _("Only a standards editor or a publisher retracts quotations."))
        if status in (Quote.Status.RETRACTED, Quote.Status.DISPUTED) and not data.get("notice", "").strip():
            self.add_error("notice", _("Tell readers why."))
        return data

    def _keep_source_unnamed(self, data: dict[str, Any]) -> None:
        if not self.instance.confidential_source_id:
            return
        for name in ("speaker_person", "speaker_organization", "speaker_label", "on_behalf_of"):
            if data.get(name):
                self.add_error(
                    name, _("A confidential source said it. To name a speaker, decide again in the article.")
                )
        if data.get("record") == Quote.Record.ON_RECORD:
            self.add_error("record", _("Whoever speaks on the record is named: choose other terms."))


class SourceInline(Rows):
    model = QuoteSource
    autocomplete_fields = ("source",)


class LinkForm(forms.ModelForm):
    def clean(self) -> None:
        """The rule of the database, asked here because who proposes it is known only when it is saved."""
        super().clean()
        if self.cleaned_data.get("other") == self.instance.quote:
            self.add_error("other", _("Choose another quotation than this one."))


class LinkInline(Rows):
    model = QuoteLink
    form = LinkForm
    fk_name = "quote"
    fields = ("kind", "other", "state")
    readonly_fields = ("state",)
    autocomplete_fields = ("other",)

    @admin.display(description=_("state"))
    def state(self, link: QuoteLink) -> Any:
        if link.pk is None:
            return "–"
        return _("waits for a second person") if link.waits else _("shown to readers")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A link is taken away and made anew, so that who agreed always agreed to what is there."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).filter(other__in=Quote.objects.visible_to(request.user))


class UseInline(Rows):
    model = QuoteUse
    fields = ("article", "place", "exact", "match")
    readonly_fields = fields
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        seen = Article.objects.visible_to(request.user)
        uses = super().get_queryset(request).filter(is_lost=False, article__in=seen)
        return uses.select_related("article")


@admin.register(Quote, site=site)
class QuoteAdmin(DeskAdmin):
    form = QuoteForm
    list_display = ("__str__", "speaker_person", "speaker_organization", "status", "record", "is_public")
    list_filter = ("status", "record", "is_public")
    list_select_related = ("speaker_person", "speaker_organization")
    search_fields = ("text", "short_id", "speaker_person__name", "speaker_organization__name")
    autocomplete_fields = ("speaker_person", "speaker_organization", "on_behalf_of", "occasion")
    readonly_fields = ("short_id", "verified_by", "verified_at", "anonymity")
    inlines = (SourceInline, LinkInline, UseInline)
    fieldsets = (
        (None, {"fields": ("text", "verbatim", "status", "notice", "verified_by", "verified_at")}),
        (
            _("Who"),
            {
                "fields": (
                    "speaker_person",
                    "speaker_organization",
                    "anonymity",
                    "speaker_label",
                    "on_behalf_of",
                    "record",
                )
            },
        ),
        (
            _("When and where"),
            {"fields": ("occasion", "said_on", "said_on_precision", "said_at_place", "addressee", "medium")},
        ),
        (
            _("Language"),
            {"fields": ("language", "original_language", "original_text", "translator", "short_id")},
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request) & Quote.objects.visible_to(request.user)

    @admin.display(description=_("not named"))
    def anonymity(self, quote: Quote) -> str:
        """What readers are told of a confidential source. Its codename stays on its own page."""
        source = quote.confidential_source
        return f"{source.public_description}. {source.public_reason}" if source else "–"

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """A list of what one confidential source said would show that it is one."""
        return not lookup.startswith("confidential_source") and super().lookup_allowed(lookup, value, request)

    def has_change_permission(self, request: HttpRequest, obj: Quote | None = None) -> bool:
        """A reporter does not change what is published, nor what stands in somebody else's article."""
        if not super().has_change_permission(request, obj):
            return False
        return obj is None or Quote.objects.editable_by(request.user).filter(pk=obj.pk).exists()

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.may_retract = request.user.has_perm("articles.retract_quote")
        return form

    def save_model(self, request: HttpRequest, obj: Quote, form: Any, change: bool) -> None:
        if not change:
            super().save_model(request, obj, form, change)
            return
        before = obj.tasks.open().count()
        save_record(obj, by=request.user)
        raised = obj.tasks.open().count() - before
        if raised:
            self.message_user(
                request, _("%(n)d articles use it: each has a task now.") % {"n": raised}, messages.WARNING
            )

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        if formset.model is not QuoteLink:
            super().save_formset(request, form, formset, change)
            return
        formset.save(commit=False)
        for gone in formset.deleted_objects:
            gone.delete()
        for link in formset.new_objects:
            link_quotes(link.quote, link.kind, link.other, by=request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Quote | None = None) -> bool:
        """What was published stays on record: it is disputed or retracted."""
        if obj is not None and (obj.is_public or obj.uses.exists()):
            return False
        return super().has_delete_permission(request, obj)


@admin.register(QuoteLink, site=site)
class QuoteLinkAdmin(DeskAdmin):
    list_display = ("quote", "kind", "other", "proposed_by", "approved_by", "at")
    list_filter = ("kind", ("approved_by", admin.EmptyFieldListFilter))
    list_select_related = ("quote", "other", "proposed_by", "approved_by")
    search_fields = ("quote__text", "other__text")
    actions = ("agree",)

    @admin.action(description=_("Agree that they contradict"), permissions=["change"])
    def agree(self, request: HttpRequest, links: QuerySet) -> None:
        for link in links.waiting().select_related("other", "quote"):
            try:
                agree_to_link(link, by=request.user)
            except ValidationError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Links between quotations that this person may see, both of them."""
        seen = Quote.objects.visible_to(request.user)
        return super().get_queryset(request).filter(quote__in=seen, other__in=seen)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # links are made where the quotation is seen

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("quote", "kind", "other", "proposed_by", "approved_by", "at")


class TaskForm(forms.ModelForm):
    class Meta:
        model = Task
        fields = ("answer",)

    def clean_answer(self) -> str:
        answer = self.cleaned_data["answer"].strip()
        if not answer:
            raise ValidationError(_("Say what was done: the task is finished by that."))
        return answer


@admin.register(Task, site=site)
class TaskAdmin(OfArticles):
    form = TaskForm
    list_display = ("kind", "quote", "article", "at", "done_at", "done_by")
    list_filter = (("done_at", admin.EmptyFieldListFilter), "kind")
    list_select_related = ("quote", "article", "done_by")
    search_fields = ("text", "quote__text", "article__headline")
    fields = ("kind", "the_quote", "the_article", "text", "at", "answer", "done_at", "done_by")

    @admin.display(description=_("quotation"))
    def the_quote(self, task: Task) -> str:
        return _to_change_page("quote", task.quote)

    @admin.display(description=_("article"))
    def the_article(self, task: Task) -> str:
        return _to_change_page("article", task.article) if task.article else "–"

    def get_readonly_fields(self, request: HttpRequest, obj: Task | None = None) -> tuple[str, ...]:
        fixed = ("kind", "the_quote", "the_article", "text", "at", "done_at", "done_by")
        return (*fixed, "answer") if obj and obj.done_at else fixed

    def save_model(self, request: HttpRequest, obj: Task, form: Any, change: bool) -> None:
        if obj.done_at:
            raise PermissionDenied
        finish_task(obj, by=request.user, answer=obj.answer)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _to_change_page(name: str, record: Any) -> str:
    address = site.get_change_url(name, record.pk)
    return format_html('<a href="{}">{}</a>', address, record)

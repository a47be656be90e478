"""The page on which an author leaves: what is open, and who takes it over."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from articles.admin.site import site
from articles.admin.steps import add_reasons
from articles.models import Author
from articles.operations import leaving

NEEDED = ("articles.change_author", "articles.change_user", "articles.assign_article")


class LeaveForm(forms.Form):
    use_required_attribute = False

    to = forms.ModelChoiceField(None, label=_("Who takes the open work over"), required=False)

    def __init__(self, author: Author, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = leaving.successors(author)
        self.fields["to"].label_from_instance = lambda one: one.get_full_name() or one.get_username()


def may_let_go(user: Any, author: Author) -> bool:
    """Whether this person may end that author's account. Only superusers end those of superusers."""
    above = author.user is not None and author.user.is_superuser and not user.is_superuser
    return not above and all(user.has_perm(name) for name in NEEDED)


def leave(request: HttpRequest, pk: int) -> HttpResponse:
    author = get_object_or_404(Author.objects.select_related("user"), pk=pk)
    if not may_let_go(request.user, author):
        raise PermissionDenied
    form = LeaveForm(author, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            work = leaving.leave(author, by=request.user, to=form.cleaned_data["to"])
        except ValidationError as error:
            add_reasons(form, error)
        else:
            text = _("%(name)s has left. Articles handed over: %(articles)d; notes: %(notes)d.")
            counts = {"articles": len(work.articles), "notes": len(work.notes)}
            messages.success(request, text % {"name": author.name, **counts})
            return redirect("admin:articles_author_change", pk)
    title = _("%(name)s leaves the newsroom") % {"name": author.name}
    context = {**site.each_context(request), "title": title, "opts": Author._meta, "author": author}
    context |= {"form": form, "work": leaving.open_work(author)}
    return render(request, "admin/articles/author/leave.html", context)

"""Somebody leaves the newsroom: the account ends, what they had open goes to a colleague, what readers have stays as it is."""

import dataclasses
import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import ApiToken, Article, Author, Draft, Event, Lock, Note, Presence, User
from articles.models.retraction import BACKEND


@dataclasses.dataclass(frozen=True)
class OpenWork:
    """What somebody leaves behind."""

    articles: Any
    notes: Any
    tokens: Any

    @property
    def is_any(self) -> bool:
        return bool(self.articles or self.notes)


def open_work(author: Author) -> OpenWork:
    """Articles in work that are theirs, notes that wait for them, programs that work in their name. Three queries."""
    user = author.user
    if user is None:
        return OpenWork((), (), ())
    return OpenWork(
        list(Article.objects.of(user).in_work().order_by("-saved_at")),
        list(Note.objects.waiting_for(user).select_related("article")),
        list(ApiToken.objects.filter(owner=user, revoked_at__isnull=True).select_related("owner")),
    )


def successors(author: Author) -> Any:
    """Who can take the work over: colleagues with an account who edit articles."""
    editors = User.objects.with_perm("articles.change_article", backend=BACKEND)
    return editors.filter(is_staff=True).exclude(pk=author.user_id).order_by("first_name", "username")


@transaction.atomic
def leave(author: Author, *, by: Any, to: Any = None, at: datetime.datetime | None = None) -> OpenWork:
    """Let an author go, and return what was handed over. Bylines stay, of drafts too: who wrote wrote.

    The account is closed and its programs with it; articles in work are assigned ``to`` with due time and priority as they were;
    notes that waited wait for that person, or for whoever does this where that person does not see the article; text
    that was typed and not saved is set aside in the history. Done again it changes nothing. Raises ``ValidationError``
    when there is open work and nobody to take it, and for oneself.
    """
    at = at or timezone.now()
    author = Author.objects.select_for_update(of=("self",)).select_related("user").get(pk=author.pk)
    user = author.user
    if author.is_collective:
        raise ValidationError(_("A desk or an agency does not leave: set it inactive."))
    if user is not None and user.pk == by.pk:
        raise ValidationError(_("Somebody else has to do this for you."))
    if not author.is_active and (user is None or not user.is_active):
        return OpenWork((), (), ())
    work = open_work(author)
    if work.is_any and to is None:
        raise ValidationError({"to": _("Say who takes the open work over.")})
    if to is not None and not successors(author).filter(pk=to.pk).exists():
        raise ValidationError({"to": _("%(name)s cannot take articles over.") % {"name": to}})
    for article in work.articles:
        article.assign(by=by, to=to, due_at=article.due_at, at=at)
    _hand_over_notes(work.notes, user, to, by)
    for token in work.tokens:
        token.revoke(by=by, at=at)
    if user is not None:
        _close(user)
    author.is_active, author.left_on = False, author.left_on or timezone.localdate(at)
    author.full_clean()
    author.save()
    data = {
        "author": author.slug,
        "account": user.get_username() if user else "",
        "to": to.get_username() if to else "",
        "articles": len(work.articles),
        "notes": len(work.notes),
        "tokens": len(work.tokens),
    }
    Event.objects.create(kind="author.left", by=by, at=at, data=data)
    return work


def _hand_over_notes(notes: Any, user: Any, to: Any, by: Any) -> None:
    """Whoever was asked, somebody who sees the article is asked now."""
    if not notes:
        return
    seen = set(Article.objects.visible_to(to).filter(notes__in=notes).values_list("pk", flat=True))
    for note in notes:
        asked = to if note.article_id in seen else by
        for one in [note, *note.replies.all()]:
            if one.mentions.filter(pk=user.pk).exists():
                one.mentions.add(asked)


def _close(user: Any) -> None:
    """End the account; a session of it ends with its next request."""
    for draft in Draft.objects.filter(by=user, article__isnull=False).select_related("article"):
        draft.set_aside()
        draft.delete()
    Lock.objects.filter(by=user).delete()
    Presence.objects.filter(by=user).delete()
    user.is_active = False
    user.save(update_fields=["is_active"])

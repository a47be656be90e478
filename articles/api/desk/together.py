"""Working with others on one text: who is at work, and what colleagues tell each other."""

from typing import ClassVar

from django.core.exceptions import ValidationError as Refused
from django.http import Http404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_view
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api.desk.base import DeskView, conflict
from articles.api.desk.documents import together as documents
from articles.api.desk.documents.describing import change, read
from articles.api.desk.once import PostOnce
from articles.api.desk.rows import together as rows
from articles.api.problems import ConflictError
from articles.models import Article, Lock, Note, Presence
from articles.operations.notes import write_note


@extend_schema_view(
    get=read("desk_lock", documents.DeskLock, "Who is at work on it, and who else is here"),
    post=change(
        "desk_lock_take",
        documents.DeskLock,
        "Say that you are at work; again within a minute while you are",
        body=documents.LockForm,
        once=True,
    ),
    delete=change("desk_lock_release", documents.DeskLock, "Say that you have closed it"),
)
class LockView(PostOnce, DeskView):
    """A hint for people: what keeps two texts apart is the version."""

    http_method_names: ClassVar[list[str]] = ["get", "post", "delete", "head", "options"]

    def get(self, request: Request, key: str) -> Response:
        return Response(rows.lock(self.visible(request, key), request.user))

    def create(self, request: Request, key: str) -> Response:
        article = self.article(request, key)
        given = self.given(request, documents.LockForm)
        Presence.objects.beat(article, by=request.user)
        if given["take_over"]:
            Lock.objects.take_over(article, by=request.user)
        elif not Lock.objects.claim(article, by=request.user):
            raise ConflictError(_("Somebody else is at work on it."))
        return Response(rows.lock(article, request.user))

    def delete(self, request: Request, key: str) -> Response:
        article = self.article(request, key)
        Lock.objects.release(article, by=request.user)
        article.presences.filter(by=request.user).delete()
        return Response(rows.lock(article, request.user))


class NotesBase(DeskView):
    """Whoever sees an article reads and writes its notes."""

    def shown(self, article: Article, pk: int, status: int = 200) -> Response:
        thread = article.notes.threads().for_panel().get(pk=pk)
        return Response(rows.note(thread, rows.numbers(article.notes)[pk]), status=status)

    def thread(self, article: Article, number: int) -> Note:
        """The note of that number; 404 for none, and for a reply."""
        by_number = {known: pk for pk, known in rows.numbers(article.notes).items()}
        found = article.notes.filter(pk=by_number.get(number), parent=None).first()
        if found is None:
            raise Http404
        return found


@extend_schema_view(
    get=read(
        "desk_notes",
        documents.DeskNotes,
        "Notes with their replies, open ones first, in the order of the text",
    ),
    post=change(
        "desk_note_write", documents.DeskNote, "Write a note", body=documents.NoteForm, status=201, once=True
    ),
)
class NotesView(PostOnce, NotesBase):
    http_method_names: ClassVar[list[str]] = ["get", "post", "head", "options"]

    def get(self, request: Request, key: str) -> Response:
        article = self.visible(request, key)
        numbers = rows.numbers(article.notes)
        threads = article.notes.threads().for_panel()
        return Response({"results": [rows.note(one, numbers[one.pk]) for one in threads]})

    def create(self, request: Request, key: str) -> Response:
        article = self.visible(request, key)
        given = self.given(request, documents.NoteForm)
        spot, words = given["on"], given.get("words", "")
        try:
            note = write_note(article, by=request.user, text=given["text"], spot=spot, selected=words)
        except Refused as error:
            raise conflict(error) from error
        return self.shown(article, note.pk, 201)


@extend_schema_view(
    patch=change(
        "desk_note_resolve", documents.DeskNote, "Say that it is done, or not", body=documents.ResolutionForm
    )
)
class NoteView(NotesBase):
    http_method_names: ClassVar[list[str]] = ["patch", "options"]

    def patch(self, request: Request, key: str, number: int) -> Response:
        article = self.visible(request, key)
        note = self.thread(article, number)
        if self.given(request, documents.ResolutionForm)["resolved"]:
            note.resolve(by=request.user)
        else:
            note.reopen(by=request.user)
        return self.shown(article, note.pk)


@extend_schema_view(
    post=change(
        "desk_note_reply", documents.DeskNote, "Answer it", body=documents.ReplyForm, status=201, once=True
    )
)
class RepliesView(PostOnce, NotesBase):
    http_method_names: ClassVar[list[str]] = ["post", "options"]

    def create(self, request: Request, key: str, number: int) -> Response:
        article = self.visible(request, key)
        note = self.thread(article, number)
        try:
            note.reply(by=request.user, text=self.given(request, documents.ReplyForm)["text"])
        except Refused as error:
            raise conflict(error) from error
        return self.shown(article, note.pk, 201)

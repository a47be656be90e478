"""Two people, one article: whatever they do in whatever order, no acknowledged word is ever lost.

An acknowledged text is one that the server said it has: a save that answered with a redirect, an autosave that answered
200. Each of its words must be found in the working copy, in a revision, or in a draft, for ever; of autosaves that holds for the last one of
each window, because the same hand replaced the others. And whoever saves without being asked has taken nothing out of the working copy that
the other put in since. EDITORS_EXAMPLES=100 looks longer.
"""

import itertools
import json
import os
from unittest import mock

import pytest
from django.test import Client
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from articles.admin.forms import ArticleForm
from articles.models import Article, Draft
from tests.desk_forms import address, answer, asks, opened, questions
from tests.factories import make_admin, make_article, publish

_numbers = itertools.count(1)
EDITORS = st.sampled_from(["ada", "bo"])
CHOICES = st.lists(st.sampled_from(["theirs", "mine", "both"]), min_size=12, max_size=12)
PARTS = st.sampled_from(["headline", "first", "last", "new"])


class Window:
    """An article as somebody has it open: the form, and what was typed into it."""

    def __init__(self, article, draft=None, known=frozenset()):
        """``known`` are the words that the draft was begun with."""
        self.known = set(known) if draft else words_of(article)
        self.name = f"window{next(_numbers)}"
        self.form = opened(article, window=self.name)
        if draft is not None:
            self.form |= {**draft.fields, "opened_version": draft.version, "continues": draft.window}

    @property
    def fields(self):
        return {name: self.form[name] for name in ("headline", "dek", "body")}

    def words(self):
        return words_in(self.fields.values())


def words_in(texts):
    return set(" ".join(texts).replace("<", " <").replace(">", "> ").split())


def words_of(article):
    return words_in([article.headline, article.dek, article.body])


class TwoEditors(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        number = next(_numbers)
        self.article = make_article(
            body="<p>First paragraph.</p><p>Middle paragraph.</p><p>Last paragraph.</p>"
        )
        self.users = {name: make_admin(f"{name}{number}") for name in ("ada", "bo")}
        self.clients = {name: Client() for name in self.users}
        for name, client in self.clients.items():
            client.force_login(self.users[name])
        self.windows, self.saved, self.autosaved, self.known = {}, set(), {}, {}

    def stored(self):
        return Article.objects.get(pk=self.article.pk)

    def window(self, who):
        """The article as this person has it open. Whoever opens it is offered unsaved text of their own, and takes it."""
        if who not in self.windows:
            draft = Draft.objects.of(self.article, self.users[who])
            known = self.known.get(draft.window, ()) if draft else ()
            self.windows[who] = window = Window(self.stored(), draft, known)
            self.known[window.name] = window.known
        return self.windows[who]

    @rule(who=EDITORS, part=PARTS)
    def type(self, who, part):
        form, word = self.window(who).form, f"word{next(_numbers)}"
        if part == "headline":
            form[part] = f"{form[part]} {word}"[-150:]
        elif part == "new":
            form["body"] += f"<p>{word} is new.</p>"
        else:
            blocks = form["body"].split("</p>")
            index = 0 if part == "first" else max(len(blocks) - 2, 0)
            blocks[index] += f" {word}"
            form["body"] = "</p>".join(blocks)

    @rule(who=EDITORS)
    def autosave(self, who):
        window, user = self.window(who), self.users[who]
        message = {
            "person": user.pk,
            "window": window.name,
            "continues": window.form.get("continues", ""),
            "is_typing": True,
        }
        message |= {"version": window.form["opened_version"], "fields": window.fields}
        client, path = self.clients[who], address(self.article, "autosave")
        response = client.post(path, json.dumps(message), content_type="application/json")
        if response.status_code == 409:  # the text of another window: kept before it is replaced
            response = client.post(
                path, json.dumps({**message, "take_over": True}), content_type="application/json"
            )
        assert response.status_code == 200
        self.autosaved[who] = window.words()

    @rule(who=EDITORS, choices=CHOICES)
    def save(self, who, choices):
        window, client = self.window(who), self.clients[who]
        sent, others = window.words(), words_of(self.stored()) - window.known
        response = client.post(address(self.article), window.form)
        was_asked = asks(response)
        if was_asked:
            places = questions(response)
            chosen = {place: choices[number % 12] for number, place in enumerate(places)}
            for place in places:
                if (
                    chosen[place] == "both"
                    and f'name="merge-{place}" value="both"' not in response.content.decode()
                ):
                    chosen[place] = "mine"
            response = answer(client, self.article, response, chosen)
        assert response.status_code == 302, response.content.decode()
        if not was_asked:
            lost = others - words_of(self.stored())
            assert not lost, f"{who} has written over {lost}"
        del self.windows[who]
        self.saved |= sent
        if self.autosaved.get(who, set()) <= sent:
            self.autosaved.pop(who, None)

    @rule(first=EDITORS, part=PARTS, choices=CHOICES)
    def both_write_in_one_place(self, first, part, choices):
        second = {"ada": "bo", "bo": "ada"}[first]
        self.windows.clear()
        for who in (first, second):
            self.type(who, part)
        for who in (first, second):
            self.save(who, choices)

    @rule(who=EDITORS)
    def server_dies_while_saving(self, who):
        """Not acknowledged, and nothing half-written: the text stays in the window."""
        before = self.stored().version
        with (
            mock.patch("articles.operations.working_copies.scan_article", side_effect=SystemError),
            pytest.raises(SystemError),
        ):
            self.clients[who].post(address(self.article), self.window(who).form | {"opened_version": before})
        assert self.stored().version == before

    @rule(who=EDITORS)
    def window_crashes(self, who):
        self.windows.pop(who, None)

    @rule(who=EDITORS)
    def take_over(self, who):
        assert self.clients[who].post(address(self.article, "take_over")).status_code == 302

    @rule()
    def publishes(self):
        publish(self.stored())

    @rule(who=EDITORS, which=st.integers(0, 30))
    def restore(self, who, which):
        numbers = list(self.article.revisions.order_by("number").values_list("number", flat=True))
        path = address(self.article, "restore", numbers[which % len(numbers)])
        assert self.clients[who].post(path).status_code == 302

    @invariant()
    def every_acknowledged_word_is_found(self):
        if not hasattr(self, "article"):
            return
        article = self.stored()
        kept = [revision.snapshot for revision in article.revisions.all()]
        kept += [draft.fields for draft in article.drafts.all()]
        texts = [one.get(name, "") for one in kept for name in ("headline", "dek", "body")]
        texts += [article.headline, article.dek, article.body]
        found = words_in(texts)
        assert self.saved <= found, self.saved - found
        for who, words in self.autosaved.items():
            assert words <= found, (who, words - found)


def run(examples):
    run_state_machine_as_test(
        TwoEditors,
        settings=settings(
            max_examples=examples,
            stateful_step_count=12,
            deadline=None,
            database=None,
            phases=(Phase.reuse, Phase.generate),  # a step is some requests: shrinking would take minutes
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.django_db
def test_no_acknowledged_word_is_ever_lost():
    run(int(os.environ.get("EDITORS_EXAMPLES", "6")))


@pytest.mark.django_db
def test_the_machine_finds_the_word_that_is_lost_without_the_check_of_versions():
    def clean(form):
        """As if everybody had opened the last version."""
        form.data = form.data.copy()
        form.data["opened_version"] = form.instance.version
        return without_check(form)

    without_check = ArticleForm._clean_fields
    with (
        mock.patch.object(ArticleForm, "_clean_fields", clean),
        pytest.raises(AssertionError, match="has written over"),
    ):
        run(40)

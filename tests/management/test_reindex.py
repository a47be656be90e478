import dataclasses
import io

import pytest
from django.core.management import call_command
from django.db import transaction

from articles.models import EditionShingle, QuoteTrigram, SearchedArticle, SearchedQuote, SearchWord
from articles.search.base import index_of
from articles.search.document import article_document
from articles.search.finding import find_articles, find_quotes, read_query
from articles.search.vocabulary import learn
from tests.factories import make_article, make_quote, make_quoted_article, make_user, publish

pytestmark = pytest.mark.django_db


def run(*args) -> str:
    out = io.StringIO()
    call_command("reindex", *args, stdout=out)
    return out.getvalue()


def test_the_indexes_are_written_anew_and_again():
    make_quote("We have not decided to close the pier.")
    make_quote("Nobody said this sentence of six words.", speaker_person=None)
    publish(make_article(body=f"<p>{' '.join(f'word{n}' for n in range(50))}</p>"))
    EditionShingle.objects.all().delete()
    assert "1 quotations and 1 live articles would" in run("--dry-run")
    assert not QuoteTrigram.objects.exists() and not EditionShingle.objects.exists()
    assert run().endswith("1 quotations and 1 articles indexed, 38 entries.\n") and run() == run()
    assert (QuoteTrigram.objects.count(), EditionShingle.objects.count()) == (6, 32)


def test_search_finds_again_what_its_index_had_lost():
    publish(make_quoted_article(headline="Pilots wait"))
    make_article("A draft about pilots")
    for entries in (SearchedArticle, SearchedQuote):
        index_of(entries).drop(entries.objects.values_list("record_id", flat=True))
    SearchWord.objects.all().delete()
    assert not find_articles(read_query("pilots")).items
    assert "1 articles searchable" in run()
    assert len(find_articles(read_query("pilots")).items) == len(find_quotes(read_query("sail")).items) == 1
    assert SearchWord.objects.filter(word="pilots").exists()


def test_what_is_not_live_leaves_the_index_with_its_words():
    article = make_article("Zeppelin over the harbor")
    edition = publish(article)
    article.withdraw(by=make_user(), reason="Court order")
    with transaction.atomic():
        index_of(SearchedArticle).put([article_document(edition)])
        draft = dataclasses.replace(article_document(edition), record=make_quote("Nobody printed this").pk)
        index_of(SearchedQuote).put([draft])
        learn(["zeppelin"])
    assert "0 articles searchable; 1 entries and" in run()
    assert not SearchedArticle.objects.exists() and not SearchedQuote.objects.exists()
    assert not SearchWord.objects.filter(word="zeppelin").exists()

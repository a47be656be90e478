import io

import pytest
from django.core.management import call_command

from articles.models import EditionShingle, QuoteTrigram
from tests.factories import make_article, make_quote, publish

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
    assert run() == run() == "1 quotations and 1 articles indexed, 38 entries.\n"
    assert (QuoteTrigram.objects.count(), EditionShingle.objects.count()) == (6, 32)

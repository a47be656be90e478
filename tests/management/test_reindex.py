import io

import pytest
from django.core.management import call_command

from articles.models import QuoteTrigram
from tests.factories import make_quote

pytestmark = pytest.mark.django_db


def run(*args) -> str:
    out = io.StringIO()
    call_command("reindex", *args, stdout=out)
    return out.getvalue()


def test_the_index_is_written_anew_and_again():
    make_quote("We have not decided to close the pier.")
    make_quote("Nobody said this sentence of six words.", speaker_person=None)
    assert "1 quotations would" in run("--dry-run") and not QuoteTrigram.objects.exists()
    assert run() == run() == "1 quotations indexed, 6 entries.\n"
    assert QuoteTrigram.objects.count() == 6

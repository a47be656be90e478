"""The view that preflight gets of real records, and waivers."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import EditionShingle, Event, PreflightWaiver, PublicationRefused, PullQuote
from articles.models.twins import index_text
from tests.factories import make_article, make_quoted_article, make_use, make_user, publish

pytestmark = pytest.mark.django_db
LONG = (
    "The harbor office said that the northern pier will stay shut until the divers have looked at every pile. "
    * 4
)
DATED = "<p>The council met on Monday, 13 October 2026.</p>"


def found(article, rule=None, **values):
    return [one for one in article.preflight(**values) if rule in (None, one.rule)]


def dated():
    return make_article(body=DATED, dateline_date=datetime.date(2026, 10, 14))


def test_a_finding_that_is_waived_comes_last_with_who_and_why_and_asks_again_when_its_words_change():
    article, by = dated(), make_user("dana")
    (finding,) = found(article, "weekday-wrong")
    PreflightWaiver.objects.waive(article, finding, by=by, reason="The letter has it that way.")
    last = article.preflight()[-1]
    assert (last.rule, last.waived.by, last.waived.reason) == (
        "weekday-wrong",
        "dana",
        "The letter has it that way.",
    )
    assert not last.is_open
    article.body = DATED.replace("13", "15")
    assert found(article, "weekday-wrong")[0].is_open
    article.body = DATED.replace("The council", "The town council")
    assert not found(article, "weekday-wrong")[0].is_open  # other words changed, these did not


def test_waiving_and_taking_back_are_on_record():
    article, by = dated(), make_user()
    (finding,) = found(article, "weekday-wrong")
    waiver = PreflightWaiver.objects.waive(article, finding, by=by, reason="The letter has it that way.")
    assert PreflightWaiver.objects.waive(article, finding, by=by, reason="Another reason.") == waiver
    waiver.take_back(by=by)
    waiver.take_back(by=by)
    assert found(article, "weekday-wrong")[0].is_open
    assert [(event.kind, event.by) for event in Event.objects.filter(article=article).order_by("id")] == [
        ("preflight.waived", by),
        ("preflight.unwaived", by),
    ]


def test_a_reason_is_needed_and_what_must_never_be_false_is_not_waived():
    article, by = dated(), make_user()
    (finding,) = found(article, "weekday-wrong")
    with pytest.raises(ValidationError, match="few words"):
        PreflightWaiver.objects.waive(article, finding, by=by, reason=" ok ")
    article.bylines.all().delete()
    (finding,) = found(article, "byline-missing")
    with pytest.raises(ValidationError, match="mended"):
        PreflightWaiver.objects.waive(article, finding, by=by, reason="There is no author.")


def test_a_waived_blocker_no_longer_stops_publication():
    other = make_article()
    article = make_article(body=f'<p>See <a href="/articles/{other.short_id}/x/">the other piece</a>.</p>')
    with pytest.raises(PublicationRefused, match="the other piece"):
        publish(article)
    (finding,) = found(article, "link-unpublished")
    PreflightWaiver.objects.waive(article, finding, by=make_user(), reason="Both go out at noon.")
    assert publish(article).is_live


def test_links_to_what_readers_have_pass():
    other = make_article()
    publish(other)
    article = make_article(
        body=f'<p><a href="http://127.0.0.1:8000{other.get_absolute_url()}">There</a>'
        '<a href="https://elsewhere.example/articles/abcdefgh/x/">and elsewhere</a></p>'
    )
    assert found(article, "link-unpublished") == []


def test_a_live_article_with_nearly_the_same_text_is_found_until_it_is_gone():
    first = make_article("Pier shut", body=f"<p>{LONG}</p>")
    second = make_article("Pier", body=f"<p>{LONG}</p><p>More of the same will be told tomorrow.</p>")
    assert found(second, "near-duplicate") == []  # a draft of another is no secret that is told here
    publish(first)
    (finding,) = found(second, "near-duplicate")
    assert "“Pier shut”" in finding.message and finding.basis == first.short_id
    assert found(first, "near-duplicate") == []
    first.withdraw(by=make_user(), reason="Wrong pier")
    assert found(second, "near-duplicate") == []


def test_the_index_of_texts_can_be_written_again():
    article = make_article(body=f"<p>{LONG}</p>")
    edition = publish(article)
    before = set(EditionShingle.objects.values_list("edition", "key"))
    assert index_text(edition) == len(before) > 0
    assert set(EditionShingle.objects.values_list("edition", "key")) == before


def test_a_minor_update_that_changes_a_number_is_refused_by_the_verb_itself():
    article = make_article(body="<p>It cost 21 crowns.</p>")
    publish(article)
    article.body = "<p>It cost 12 crowns.</p>"
    article.save()
    with pytest.raises(PublicationRefused, match="21 → 12"):
        article.update_minor(by=None)
    assert article.update_live(by=None).body_text == "It cost 12 crowns."


def test_positions_are_those_of_the_text():
    article = make_quoted_article(dateline_date=datetime.date(2026, 10, 14))
    use = article.quote_uses.first()
    use.attribution = "proposed"
    use.save()
    (finding,) = found(article, "quote-open")
    assert article.body_text[finding.start : finding.end] == use.exact


@pytest.mark.parametrize("number", [1, 20])
def test_a_fixed_number_of_queries(number):
    words = [f"“We sail on line {n} of the northern ferry,”" for n in range(number)]
    article = make_article(body="".join(f"<p>{one} the pilot said.</p>" for one in [*words, LONG]))
    for ordinal, one in enumerate(words):
        make_use(article, one, ordinal=ordinal)
    with CaptureQueriesContext(connection) as captured:
        article.preflight()
    assert len(captured) == 5


def test_a_pull_quote_whose_words_left_the_text_is_told():
    article = make_quoted_article()
    use = article.quote_uses.first()
    PullQuote.objects.create(article=article, quote=use.quote, words="waited long enough")
    assert "pull-quote-lost" not in [finding.rule for finding in article.preflight()]
    PullQuote.objects.update(words="never sail again")
    found = [finding for finding in article.preflight() if finding.rule == "pull-quote-lost"]
    assert [one.severity for one in found] == ["warning"] and "never sail again" in found[0].message
    PullQuote.objects.update(words="")
    article.quote_uses.update(is_lost=True)
    assert "pull-quote-lost" in [finding.rule for finding in article.preflight()]

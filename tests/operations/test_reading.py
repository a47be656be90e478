import datetime
import threading

import pytest

from articles.models import ReadCount
from articles.operations import reading
from tests.factories import make_article, publish

AT = datetime.datetime(2026, 10, 14, 12, 40, tzinfo=datetime.UTC)
HOUR = AT.replace(minute=0)
BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0", "Origin": "http://testserver"}


@pytest.fixture(autouse=True)
def tally(monkeypatch):
    fresh = reading.Tally()
    monkeypatch.setattr(reading, "tally", fresh)
    return fresh


@pytest.mark.django_db
def test_readers_are_counted_in_memory_and_written_in_batches(django_assert_num_queries):
    article = make_article()
    publish(article)
    with django_assert_num_queries(0):
        for second in range(29):
            reading.count_reader(article.short_id, AT + datetime.timedelta(seconds=second))
    reading.count_reader(article.short_id, AT + datetime.timedelta(seconds=31))
    assert list(ReadCount.objects.values_list("article", "hour", "number")) == [(article.pk, HOUR, 30)]
    reading.count_reader(article.short_id, AT)
    assert reading.write_counts(AT) == 1
    assert ReadCount.objects.get().number == 31


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 20])
def test_writing_costs_the_same_for_one_article_and_twenty(number, django_assert_num_queries):
    for _article in range(number):
        article = make_article()
        publish(article)
        reading.tally.add(article.short_id, AT)
    with django_assert_num_queries(5):  # the articles, and two within a transaction of their own
        assert reading.write_counts(AT) == number


@pytest.mark.django_db
def test_what_is_not_live_is_not_counted():
    draft = make_article()
    for name in (draft.short_id, "zzzzzzzz"):
        reading.tally.add(name, AT)
    assert reading.write_counts(AT) == 0 and not ReadCount.objects.exists()


def test_no_reader_is_lost_between_threads(tally):
    threads = [threading.Thread(target=lambda: [tally.add("a", AT) for _ in range(500)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert tally.take(AT) == {(HOUR, "a"): 2000} and tally.take(AT) == {}


@pytest.mark.django_db
def test_the_most_read_of_the_last_day_come_first(client):
    seldom, often, gone, old = (make_article(name) for name in ("Seldom", "Often", "Gone", "Old"))
    for article, number, hour in (
        (seldom, 2, HOUR),
        (often, 3, HOUR),
        (gone, 9, HOUR),
        (old, 9, HOUR - 2 * reading.WINDOW),
    ):
        publish(article, AT)
        ReadCount.objects.add(hour, {article.pk: number})
    gone.withdraw(by=None, reason="Court order")
    assert reading.most_read(AT) == [often.live_edition().pk, seldom.live_edition().pk]
    page = client.get("/most-read/").content.decode()
    assert page.index("Often") < page.index("Seldom") and "Old" not in page


@pytest.mark.django_db
def test_numbers_are_forgotten_after_a_month():
    article = make_article()
    publish(article)
    ReadCount.objects.add(HOUR - reading.KEPT - datetime.timedelta(hours=1), {article.pk: 1})
    ReadCount.objects.add(HOUR, {article.pk: 1})
    assert reading.forget_old_counts(AT) == 1
    assert ReadCount.objects.get().hour == HOUR


@pytest.mark.django_db
def test_a_page_counts_its_reader_without_a_cookie(client, tally):
    article = make_article()
    publish(article)
    page = client.get(article.get_absolute_url()).content.decode()
    address = f"/readers/{article.short_id}/"
    assert f'data-read="{address}"' in page
    response = client.post(address, headers=BROWSER)
    assert (response.status_code, response.content, dict(response.cookies)) == (204, b"", {})
    assert sum(tally.take(AT).values()) == 1
    assert client.get(address).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(
    "headers",
    [
        {**BROWSER, "User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {**BROWSER, "User-Agent": "HeadlessChrome"},
        {**BROWSER, "User-Agent": ""},
        {**BROWSER, "Origin": "https://elsewhere.example"},
        {"User-Agent": BROWSER["User-Agent"]},
    ],
)
def test_machines_and_other_sites_count_for_nothing(client, tally, headers):
    assert client.post("/readers/abcd1234/", headers=headers).status_code == 204
    assert tally.take(AT) == {}


@pytest.mark.django_db
def test_two_processes_count_the_same_hour():
    article = make_article()
    publish(article)
    for _process in range(2):
        ReadCount.objects.add(HOUR, {article.pk: 5})
    assert ReadCount.objects.get().number == 10

"""Whatever is edited, a quotation keeps its own record, none is lost without a word, and what is unclear is asked."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article, Quote
from articles.operations.continuing import continue_record
from articles.operations.quote_panel import rows_of
from articles.operations.quotes import scan_article
from articles.operations.settling import confirm_use
from tests.factories import make_admin, make_article, make_person, make_user

pytestmark = pytest.mark.django_db
MONDAY, FRIDAY, SUNDAY = (
    f"“We will sail on {day} morning,” she said." for day in ("Monday", "Friday", "Sunday")
)


def settled(*paragraphs: str) -> Article:
    """An article whose quotations are confirmed, each with a speaker of its own."""
    article = make_article(body="".join(f"<p>{text}</p>" for text in paragraphs))
    scan_article(article)
    for number, use in enumerate(article.quote_uses.order_by("start")):
        confirm_use(use, by=None, person=make_person(f"Speaker {number}"))
    return article


def edited(article: Article, *paragraphs: str) -> Article:
    article.body = "".join(f"<p>{text}</p>" for text in paragraphs)
    article.save()
    scan_article(article)
    return article


def test_a_span_that_may_be_two_quotations_is_asked_about_and_not_linked():
    article = edited(settled(MONDAY, FRIDAY), SUNDAY)
    row = next(row for row in rows_of(article) if row.is_open)
    assert {use.quote.speaker_person.name for use in row.continues} == {"Speaker 0", "Speaker 1"}


def test_the_answer_gives_the_record_back_and_the_question_ends():
    article = edited(settled(MONDAY, FRIDAY), SUNDAY)
    row = next(row for row in rows_of(article) if row.is_open)
    lost = row.continues[0]
    continue_record([*row.uses, *row.echoes], [lost], by=make_user())
    use = article.quote_uses.get(is_lost=False)
    assert (use.quote, use.attribution, use.match) == (lost.quote, "confirmed", "edited")
    assert article.quote_uses.filter(is_lost=True).count() == 1 and Quote.objects.count() == 2
    assert all(row.continues == [] for row in rows_of(article))


def test_the_desk_is_asked_and_answers_by_one_button(client):
    article = edited(settled(MONDAY, FRIDAY), SUNDAY)
    client.force_login(make_admin())
    address = f"/admin/articles/article/{article.pk}/quotes/"
    page = client.get(address).content.decode()
    assert "Is it the confirmed quotation of Speaker 0 that is no longer in the text?" in page
    row = next(row for row in rows_of(article) if row.is_open)
    data = {"use": row.lead.pk, "continue": row.continues[1].pk}
    answer = client.post(address, data, headers={"accept": "application/json"})
    assert answer.status_code == 200 and len(answer.json()["rows"]) == 2
    assert client.post(address, data, headers={"accept": "application/json"}).status_code == 400


def test_a_lost_quotation_of_other_words_is_not_offered():
    article = edited(settled(MONDAY), "“Nobody on the board read page sixty-one,” she said.")
    assert [row.continues for row in rows_of(article) if row.is_open] == [[]]
    assert [row.state for row in rows_of(article)] == ["proposed", "lost"] or [
        row.state for row in rows_of(article)
    ] == ["unattributed", "lost"]


LINES = [
    "We have waited long enough for a new pilot,",
    "The clamps were worn down to the bare metal,",
    "Nobody on the board read page sixty-one,",
    "I will speak at the hearing in November,",
    "Our members want alarms in every cab,",
]
NEW = ["Good evening to you all,", "Unrelated words entirely, and many of them,"]


@st.composite
def edits(draw):
    """The lines in any order, some dropped, some changed in up to two words, new ones among them, with their origins."""
    out = []
    for index in draw(st.permutations(range(len(LINES)))):
        act = draw(st.sampled_from(["keep", "keep", "drop", "change", "marks", "insert"]))
        words = LINES[index].split()
        if act == "drop":
            continue
        for _ in range(draw(st.integers(1, 2)) if act == "change" else 0):
            words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(["very", "old", "ships"]))
        opening, closing = ('"', '"') if act == "marks" else ("“", "”")
        out.append((index, f"{opening}{' '.join(words)}{closing} she said on the quay."))
        if act == "insert":
            out.append((None, f"“{draw(st.sampled_from(NEW))}” he said."))
    return out


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(edits(), min_size=1, max_size=3))
def test_random_edits_of_an_article_mix_up_nothing_and_lose_nothing_silently(db, versions):
    Article.objects.all().delete()
    article = settled(*(f"“{line}” she said." for line in LINES))
    origin = {use.quote_id: number for number, use in enumerate(article.quote_uses.order_by("start"))}
    for version in versions:
        edited(article, *(text for _, text in version))
        expected = {text.split(" she said")[0].split(" he said")[0]: number for number, text in version}
        for use in article.quote_uses.confirmed().filter(is_lost=False):
            assert origin[use.quote_id] == expected[use.exact]
        kept = set(article.quote_uses.confirmed().values_list("quote_id", flat=True))
        assert kept == set(origin)


def test_nobody_may_be_continued_who_was_not_offered(client):
    article = edited(settled(MONDAY), "“Nobody on the board read page sixty-one,” she said.")
    client.force_login(make_admin())
    row = next(row for row in rows_of(article) if row.is_open)
    lost = article.quote_uses.get(is_lost=True)
    answer = client.post(
        f"/admin/articles/article/{article.pk}/quotes/",
        {"use": row.lead.pk, "continue": lost.pk},
        headers={"accept": "application/json"},
    )
    assert answer.status_code == 400
    lost.refresh_from_db()
    assert lost.is_lost

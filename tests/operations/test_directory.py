"""Whom the newsroom knows: offered beside what was found in the text, never put in its place."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from articles.models import Person, PersonName
from articles.operations.directory import Directory
from articles.operations.people import ensure_organization, ensure_person, learn_name
from articles.operations.quote_panel import rows_of
from articles.operations.quotes import scan_article
from articles.operations.settling import confirm_use
from tests.factories import make_article, make_organization, make_person, make_role, make_user

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 10, 16)


@pytest.fixture
def brandt():
    person = make_person("Tomas Brandt")
    PersonName.objects.create(person=person, name="Tom Brandt")
    make_role(person, "Mayor", start_date="2020", end_date="2025")
    make_role(
        person,
        "Harbor minister",
        start_date="2026-01",
        end_date="",
        organization=make_organization("Coast Office"),
    )
    return person


def why(name, *descriptions):
    return [(one.name, one.why, one.label) for one in Directory([name], descriptions, DAY).meant_by(name)]


def test_the_very_name_an_alias_a_surname_and_a_spelling(brandt):
    role = "Harbor minister, Coast Office"
    assert why("Tomas Brandt") == [("Tomas Brandt", "exact", role)]
    assert why("Tom Brandt") == [("Tomas Brandt", "alias", role)]
    assert why("Brandt") == [("Tomas Brandt", "surname", role)]
    assert why("Thomas Brant") == [("Tomas Brandt", "spelling", role)]
    assert why("Tomas Brenner") == why("Ida Brandt") == []


def test_the_right_one_is_found_among_hundreds_of_like_names(brandt):
    Person.objects.bulk_create(
        Person(name=f"Ab{n:03} Brawn", slug=f"ab{n}", is_public_figure=True) for n in range(300)
    )
    assert [name for name, _why, _label in why("Tomas Brandt")] == ["Tomas Brandt"]
    assert [name for name, _why, _label in why("Tomes Brandt")] == ["Tomas Brandt"]


def test_another_first_letter_is_another_spelling_too():
    make_person("Yusuf Qadir")
    assert [(name, reason) for name, reason, _label in why("Yusuf Kadir")] == [("Yusuf Qadir", "spelling")]


def test_an_organization_is_offered_under_a_near_spelling():
    make_organization("Harbour Board")
    assert [(name, reason) for name, reason, _label in why("Harbor Board")] == [("Harbour Board", "spelling")]
    assert why("Harbor Bureau") == []


def test_two_people_of_one_surname_are_both_offered(brandt):
    make_person("Ida Brandt")
    assert [name for name, _why, _label in why("Brandt")] == ["Ida Brandt", "Tomas Brandt"]


def test_a_role_means_who_held_it_on_that_day(brandt):
    directory = Directory([], ["the harbor minister", "the mayor"], DAY)
    assert [one.name for one in directory.holding("the harbor minister")] == ["Tomas Brandt"]
    assert directory.holding("the mayor") == []  # he was that until 2025
    assert directory.holding("the minister of finance") == []


def test_a_former_holder_is_no_present_one(brandt):
    make_role(make_person("Ida Fell"), "Harbor minister", start_date="2021", end_date="2025-12")
    make_role(make_person("Max Odd"), "Harbor minister", start_date="2027")
    former = ("former harbor minister", "ex-harbor minister")
    directory = Directory([], [*former, "harbor minister"], DAY)
    for words in former:
        assert [(one.name, one.label) for one in directory.holding(words)] == [("Ida Fell", words)]
    assert [(one.name, one.label) for one in directory.holding("harbor minister")] == [
        ("Tomas Brandt", "Harbor minister, Coast Office")
    ]


def test_a_role_is_known_in_another_spelling_and_by_its_country():
    ada = make_person("Ada Quill")
    make_role(ada, "Defence minister", start_date="2020", organization=make_organization("Calderia"))
    for description in ("the defense minister", "the Calderian defence minister"):
        assert [one.name for one in Directory([], [description], DAY).holding(description)] == ["Ada Quill"]
    assert Directory([], ["the finance minister"], DAY).holding("the finance minister") == []
    make_role(ada, "Mayor", start_date="2020")
    assert Directory([], ["the major"], DAY).holding("the major") == []


def test_a_fixed_number_of_queries(brandt, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        directory = Directory([f"Name {n} Brandt" for n in range(20)], ["the harbor minister"], DAY)
        directory.meant_by("Brandt")
        directory.holding("the harbor minister")


def panel(body):
    article = make_article(headline="Lamps", dek="", body=body, dateline_date=DAY)
    scan_article(article)
    return rows_of(article)[0]


def test_the_panel_offers_the_known_one_and_keeps_the_proposal(brandt):
    row = panel("<p>“The lamps stay,” Brandt said.</p>")
    assert [(one.name, one.is_known) for one in row.candidates] == [("Brandt", False), ("Tomas Brandt", True)]
    assert row.preselected is None  # Enter does not make somebody new of a surname that is known


def test_a_surname_that_nobody_is_known_by_is_somebody_new(brandt):
    row = panel("<p>“The lamps stay,” Fell said.</p>")
    assert [(one.name, one.is_known) for one in row.candidates] == [("Fell", False)] and row.preselected == 0


def test_of_two_people_with_one_surname_each_can_be_chosen_and_neither_is_taken(brandt):
    ida = make_person("Ida Brandt")
    row = panel("<p>“The lamps stay,” Brandt said.</p>")
    assert [one.name for one in row.candidates] == ["Brandt", "Ida Brandt", "Tomas Brandt"]
    assert row.preselected is None
    assert confirm_use(row.lead, by=make_user(), **row.candidates[1].as_speaker()).quote.speaker_person == ida


def test_the_panel_uses_the_name_of_the_record_and_the_role_of_the_day(brandt):
    row = panel("<p>“The lamps stay,” Tom Brandt said.</p>")
    chosen = row.candidates[0]
    assert (chosen.name, chosen.label, chosen.is_known) == (
        "Tomas Brandt",
        "Harbor minister, Coast Office",
        True,
    )


def test_a_described_speaker_is_offered_by_role_and_not_preselected(brandt):
    row = panel("<p>“The lamps stay,” the harbor minister said.</p>")
    assert row.preselected is None
    assert row.candidates[0].name == "Tomas Brandt" and row.candidates[0].reason == "held that role then"


@pytest.fixture
def namesakes(brandt):
    """Two people who bear one name, told apart by the role of the day."""
    other = make_person("Tomas Brandt", slug="tomas-brandt-2")
    make_role(other, "Pilot", start_date="2026")
    return brandt, other


def test_two_people_of_one_name_are_both_offered_and_nobody_is_preselected(namesakes):
    row = panel("<p>“The lamps stay,” said Tomas Brandt.</p>")
    assert [(one.known, one.label) for one in row.candidates] == [
        (namesakes[0].pk, "Harbor minister, Coast Office"),
        (namesakes[1].pk, "Pilot"),
    ]
    assert row.preselected is None and namesakes[1].slug in row.candidates[1].reason


def test_the_chosen_one_of_two_people_of_one_name_is_meant(namesakes):
    for number, person in enumerate(namesakes):
        row = panel("<p>“The lamps stay,” said Tomas Brandt.</p>")
        use = confirm_use(row.lead, by=make_user(), **row.candidates[number].as_speaker())
        assert use.quote.speaker_person == person


def test_a_name_that_two_people_bear_decides_nothing(namesakes):
    row = panel("<p>“The lamps stay,” said Ida Fell.</p>")
    with pytest.raises(ValidationError, match="Several people are called tomas brandt"):
        confirm_use(row.lead, by=make_user(), name="tomas brandt")
    assert ensure_person("Tom Brandt") == namesakes[0]


def test_an_own_name_goes_before_another_name_of_somebody_else(brandt):
    tom = make_person("Tom Brandt")
    row = panel("<p>“The lamps stay,” said Tom Brandt.</p>")
    assert [(one.name, one.known) for one in row.candidates] == [
        ("Tom Brandt", tom.pk),
        ("Tomas Brandt", brandt.pk),
    ]
    assert row.preselected == 0 and ensure_person("Tom Brandt") == tom


def test_an_organization_of_that_name_is_offered_beside_somebody_new():
    body = make_organization("Ada Quill")
    row = panel("<p>“The lamps stay,” said Ada Quill.</p>")
    assert [(one.kind, one.known) for one in row.candidates] == [("person", None), ("organization", body.pk)]


def test_another_name_is_learned_by_consent_and_recognized_next_time():
    person = make_person("Marit Oakenfeld")
    body = "<p>“The brake was wrong,” said Marit Oakenfelt, the inspector.</p>"
    articles = [make_article(body=body), make_article(body=body)]
    for article in articles:
        scan_article(article)
    use = rows_of(articles[0])[0]
    assert use.unknown_name == "Marit Oakenfelt" and use.chosen.name == "Marit Oakenfelt"
    confirm_use(use.lead, by=make_user(), person=person)
    assert not person.names.exists()
    confirm_use(use.lead, by=make_user(), person=person, learn=True)
    again = rows_of(articles[1])[0]
    assert again.chosen.name == "Marit Oakenfeld" and again.unknown_name == ""


def test_organizations_have_other_names_too():
    body = make_organization("Calder Haven Port Authority")
    learn_name(body, "Calder Port Office")
    learn_name(body, "calder haven port authority")
    assert [one.name for one in body.names.all()] == ["Calder Port Office"]
    known = Directory(["calder port office"], [], None).meant_by("calder port office")
    assert [(one.name, one.why) for one in known] == [("Calder Haven Port Authority", "alias")]
    assert ensure_organization("Calder Port Office") == body

"""What a person decides about quotations: whole, once, and nobody attributed by accident."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from articles.models import Quote
from articles.operations.quote_panel import painted_spans, rows_of
from articles.operations.quotes import scan_article
from articles.operations.settling import confirm_use, give_occasion, reject_use, reopen_use, settle_uses
from tests.factories import (
    make_admin,
    make_article,
    make_occasion,
    make_organization,
    make_person,
    make_role,
    make_user,
)

pytestmark = pytest.mark.django_db

BODY = (
    "<p>Mayor Tomas Brandt met Harbor Chief Edda Marlow.</p>"
    "<p>“The lamp is out,” Marlow said. “It has been out since May.”</p>"
    "<p>“Nobody counted the lamps,” she added.</p>"
    "<p>She called the plan “a boat without a keel.”</p>"
    "<p>“We shall see to it,” Brandt said.</p>"
    "<p>There was money “for walls, not for lamps,” in spring.</p>"
)


@pytest.fixture
def article():
    article = make_article(headline="Harbor chief wants ‘lamp’ back: ‘Nobody counted the lamps’", body=BODY)
    scan_article(article)
    return article


def row(article, words):
    return next(row for row in rows_of(article) if words in row.lead.exact)


def test_one_row_for_each_quotation_with_its_segments_and_echoes(article):
    lamp, counted = row(article, "The lamp is out"), row(article, "Nobody counted")
    assert [use.segment for use in lamp.uses] == [0, 1]
    assert [use.place for use in counted.echoes] == ["headline"]
    assert lamp.state == "proposed" and lamp.chosen.name == "Edda Marlow"
    assert row(article, "for walls").state == "unattributed"


def test_nobody_is_preselected_for_a_doubtful_proposal(article):
    use = row(article, "Nobody counted").lead
    use.proposal |= {"confidence": 0.55}
    use.save()
    doubtful = row(article, "Nobody counted")
    assert doubtful.preselected is None and doubtful.candidates[0].name == "Edda Marlow"


def test_an_unnamed_proposal_preselects_nobody_else(article):
    use = row(article, "for walls").lead
    use.proposal = {
        "speaker": "the fund",
        "kind": "unnamed",
        "confidence": 0.7,
        "alternatives": [{"name": "Tomas Brandt", "kind": "person", "label": "Mayor", "confidence": 0.3}],
    }
    use.save()
    assert row(article, "for walls").preselected is None


def test_the_role_belongs_to_the_chosen_speaker(article):
    person = make_person("Ines Fell")
    make_role(person, "Lamp inspector", start_date="2020-01-01")
    article.dateline_date = "2026-10-16"
    article.save()
    article.refresh_from_db()
    use = confirm_use(row(article, "Nobody counted").lead, by=None, name="Ines Fell")
    assert use.quote.speaker_label.startswith("Lamp inspector")


def test_a_correction_is_offered_to_those_that_followed_it(article):
    settle_uses(
        [row(article, "The lamp is out").lead], by=None, name="Tomas Brandt", kind="person", label="Mayor"
    )
    follower = row(article, "Nobody counted")
    assert follower.is_open and follower.chosen.name == "Tomas Brandt" and follower.chosen.label == "Mayor"
    assert "Edda Marlow" in [one.name for one in follower.candidates]
    scan_article(article)
    assert row(article, "Nobody counted").chosen.name == "Tomas Brandt"


def test_settling_several_is_all_or_nothing(article):
    uses = [row(article, "Nobody counted").lead, row(article, "for walls").lead]
    with pytest.raises(ValidationError):
        settle_uses(uses, by=None, name="", kind="person")
    assert not article.quote_uses.confirmed().exists()


def test_rejecting_and_deciding_again_takes_the_whole_quotation(article):
    reject_use(row(article, "The lamp is out").lead, by=make_user())
    rejected = row(article, "The lamp is out")
    assert rejected.state == "not" and len(rejected.uses) == 2
    assert not Quote.objects.filter(text__contains="The lamp is out").exists()
    reopen_use(rejected.uses[1], by=None)
    again = row(article, "The lamp is out")
    assert again.is_open and len(again.uses) == 2
    assert again.lead.quote.text == "The lamp is out, It has been out since May."


def test_an_occasion_for_several_at_once(article):
    occasion = make_occasion()
    uses = [row(article, words).lead for words in ("The lamp is out", "Nobody counted", "We shall")]
    give_occasion(uses, occasion, by=None)
    assert Quote.objects.filter(occasion=occasion).count() == 3
    assert all(row(article, words).is_open for words in ("The lamp", "Nobody", "We shall"))


def test_nothing_that_is_not_a_quotation_gets_an_occasion(article):
    use = reject_use(row(article, "for walls").lead, by=None)
    with pytest.raises(ValidationError, match="not a quotation"):
        give_occasion([use], make_occasion(), by=None)


def test_an_organization_can_speak(article):
    fund = make_organization("Coast Fund")
    use = confirm_use(row(article, "for walls").lead, by=None, name="Coast Fund", kind="organization")
    assert use.quote.speaker_organization == fund


def test_spans_are_painted_with_number_and_state_in_a_text_that_changed(article):
    confirm_use(row(article, "We shall").lead, by=None)
    paragraphs = ["A new paragraph.", "“We shall see to it,” Brandt said again.", "“Fresh words,” he said."]
    known, fresh = painted_spans(paragraphs, article)
    assert (known["paragraph"], known["start"], known["end"]) == (1, 0, len("“We shall see to it,”"))
    assert known["state"] == "confirmed" and known["use"] == row(article, "We shall").lead.pk
    assert fresh["use"] is None and fresh["state"] == "proposed"


def test_a_script_outside_the_first_plane_counts_as_one_character():
    assert painted_spans(["😀 “Yes,” she said."]) == [
        {"paragraph": 0, "start": 2, "end": 8, "use": None, "number": None, "state": "proposed"}
    ]


def test_somebody_described_instead_of_named_is_recorded_and_never_proposed_again(article):
    one = row(article, "for walls").lead
    confirm_use(one, by=make_user(), name="a resident of the quay", kind="unnamed")
    speaker = one.quote.speaker_person
    assert (speaker.name, speaker.is_unnamed, speaker.is_public_figure) == (
        "A resident of the quay",
        True,
        False,
    )
    other = row(article, "a boat without").lead
    confirm_use(other, by=make_user(), name="A resident of the quay", kind="unnamed")
    assert other.quote.speaker_person != speaker
    again = row(article, "for walls")
    assert (again.chosen.kind, again.chosen.known) == ("unnamed", speaker.pk)
    confirm_use(again.lead, by=make_user(), name=speaker.name, kind="unnamed")
    assert again.lead.quote.speaker_person == speaker


def test_a_description_is_offered_and_not_preselected():
    article = make_article(body="<p>A resident said: “Nobody told us about the pier, and we live here.”</p>")
    scan_article(article)
    found = rows_of(article)[0]
    assert found.preselected is None and found.candidates[0].kind == "unnamed"


def test_only_somebody_with_an_office_gets_a_page(article):
    office, nobody = row(article, "We shall see").lead, row(article, "for walls").lead
    confirm_use(office, by=make_user())
    confirm_use(nobody, by=make_user(), name="Nora Weld")
    assert office.quote.speaker_person.is_public_figure
    assert not nobody.quote.speaker_person.is_public_figure


@pytest.mark.parametrize("year", [1, 9999])
def test_a_date_that_no_newsroom_means_does_not_lock_the_article(client, article, year):
    type(article).objects.filter(pk=article.pk).update(dateline_date=datetime.date(year, 1, 1))
    client.force_login(make_admin())
    for name in ("change", "quotes"):
        assert client.get(f"/admin/articles/article/{article.pk}/{name}/").status_code == 200

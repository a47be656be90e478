"""The picture library as editors use it."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from articles.models import Image
from tests.factories import make_article, make_image, make_member, picture_bytes, publish

pytestmark = pytest.mark.django_db
LIST, ADD = "/admin/articles/image/", "/admin/articles/image/add/"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def editor(client):
    user = make_member("Editor")
    client.force_login(user)
    return user


def form(content=None, name="field.jpg", **values):
    file = {"file": SimpleUploadedFile(name, content)} if content is not None else {}
    fields = {"alt": "A blue field", "credit": "Bo Lantern", "focal_x": "0.5", "focal_y": "0.5"}
    return {**fields, "embargo_until_0": "", "embargo_until_1": "", **file, **values}


def test_an_upload_is_cleaned_and_has_its_renditions_before_anybody_sees_it(client, editor):
    response = client.post(ADD, form(picture_bytes((700, 400), "PNG"), focal_x="0.25"))
    assert response.status_code == 302
    image = Image.objects.get()
    assert image.file.name.endswith(".jpg") and (image.width, image.height) == (700, 400)
    assert {one["format"] for one in image.renditions} == {"avif", "webp", "jpeg"}
    assert image.focal_x == 0.25


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG files are not accepted"),
        (picture_bytes() + b"<?php echo 1;", "program text"),
        (picture_bytes((300, 300))[:600], "damaged or cut off"),
        (b"hello", "not a JPEG, PNG or WebP"),
    ],
)
def test_what_is_refused_is_refused_next_to_the_field_and_the_words_stay(client, editor, content, message):
    page = client.post(ADD, form(content, caption="Kept words")).context["adminform"].form
    assert message in page.errors["file"][0]
    assert page["caption"].value() == "Kept words"
    assert not Image.objects.exists()


def test_credit_and_words_for_those_who_do_not_see_it_are_demanded(client, editor):
    page = client.post(ADD, form(picture_bytes(), alt="", credit="")).context["adminform"].form
    assert page.errors["credit"]
    page = client.post(ADD, form(picture_bytes(), alt="")).context["adminform"].form
    assert "mark it as decorative" in str(page.errors)
    assert client.post(ADD, form(picture_bytes(), alt="", is_decorative="on")).status_code == 302


def test_a_focal_point_outside_the_picture_is_refused(client, editor):
    page = client.post(ADD, form(picture_bytes(), focal_x="1.5")).context["adminform"].form
    assert page.errors["focal_x"]


def test_facts_can_be_changed_without_a_new_file(client, editor):
    image = make_image()
    client.post(f"{LIST}{image.pk}/change/", form(alt="A navy field"))
    before = image.renditions
    image.refresh_from_db()
    assert (image.alt, image.renditions) == ("A navy field", before)


def test_another_focal_point_cuts_a_picture_anew_until_readers_have_it(client, editor):
    image = make_image()
    before = image.renditions
    client.post(f"{LIST}{image.pk}/change/", form(focal_x="0.9"))
    image.refresh_from_db()
    assert image.focal_x == 0.9 and image.renditions != before
    before = image.renditions
    publish(make_article(lead_image=image))
    client.post(f"{LIST}{image.pk}/change/", form(focal_x="0.1"))
    image.refresh_from_db()
    assert (image.focal_x, image.renditions) == (0.1, before)


def test_a_published_picture_keeps_its_file_and_cannot_be_deleted(client, editor):
    image = make_image()
    publish(make_article(lead_image=image))
    page = client.get(f"{LIST}{image.pk}/change/")
    assert "file" not in page.context["adminform"].form.fields
    assert "Ferry sails again" in page.content.decode()
    assert client.post(f"{LIST}{image.pk}/delete/", {"post": "yes"}).status_code == 403


def test_an_unused_picture_can_be_deleted(client, editor):
    image = make_image()
    client.post(f"{LIST}{image.pk}/delete/", {"post": "yes"})
    assert not Image.objects.exists()


def test_the_library_is_searched_and_narrowed_by_rights_and_usage(client, editor):
    today = timezone.localdate()
    day = datetime.timedelta(days=1)
    make_image(alt="ended", rights_until=today - day)
    make_image(alt="soon", rights_until=today + 3 * day)
    used = make_image(alt="open")
    publish(make_article(lead_image=used))

    def found(query):
        return {one.alt for one in client.get(f"{LIST}?{query}").context["cl"].result_list}

    assert found("rights=ended") == {"ended"}
    assert found("rights=soon") == {"soon"}
    assert found("rights=open") == {"open"}
    assert found("usage=live") == {"open"}
    assert found("usage=never") == {"ended", "soon"}
    assert found("q=soon") == {"soon"}


def test_usage_shows_nobody_the_drafts_of_others(client):
    image = make_image()
    make_article("Secret plan", lead_image=image)
    client.force_login(make_member("Reporter"))
    assert "Secret plan" not in client.get(f"{LIST}{image.pk}/change/").content.decode()


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_costs_the_same_with_one_and_with_twenty(client, editor, number, django_assert_num_queries):
    image = make_image()
    for _ in range(number - 1):
        copy = Image.objects.get(pk=image.pk)
        copy.pk, copy.short_id = None, Image._meta.get_field("short_id").get_default()
        copy.save()
    client.get(LIST)
    with django_assert_num_queries(7):
        assert len(client.get(LIST).context["cl"].result_list) == number


def test_the_page_with_the_focal_point_may_show_the_file_that_was_chosen_and_other_pages_may_not(
    client, editor
):
    assert "img-src 'self' blob:" in client.get(ADD)["Content-Security-Policy"]
    assert "blob:" not in client.get(LIST)["Content-Security-Policy"]

"""Addresses of the reader's site. They are for good: whatever moves leaves a redirect."""

from django.urls import path, re_path

from articles.feeds import OrganizationFeed, PersonFeed
from articles.views import fronts, lists, pages, quotes, reading, sharing

urlpatterns = [
    path("", fronts.FrontView.as_view(), name="front"),
    path("articles/<slug:short_id>/", pages.article),
    path("articles/<slug:short_id>/<slug:slug>/", pages.article, name="article"),
    path("sections/<slug:slug>/", fronts.SectionView.as_view(), name="section"),
    path("topics/<slug:slug>/", lists.TopicView.as_view(), name="topic"),
    path("authors/", reading.AuthorsView.as_view(), name="authors"),
    path("authors/<slug:slug>/", lists.AuthorView.as_view(), name="author"),
    path("people/<slug:slug>/", lists.PersonView.as_view(), name="person"),
    re_path(r"^people/(?P<slug>[-\w]+)/feed\.(?P<format>rss|atom|json)$", PersonFeed(), name="person-feed"),
    re_path(
        r"^organizations/(?P<slug>[-\w]+)/feed\.(?P<format>rss|atom|json)$",
        OrganizationFeed(),
        name="organization-feed",
    ),
    path("organizations/<slug:slug>/", lists.OrganizationView.as_view(), name="organization"),
    path("quotes/", lists.QuotesView.as_view(), name="quotes"),
    path("quotes/<slug:short_id>/", quotes.quote, name="quote"),
    path("quotes/<slug:short_id>/report/", quotes.report, name="report"),
    re_path(r"^quotes/(?P<short_id>[-\w]+)/card-(?P<key>[0-9a-f]{16})\.png$", sharing.card, name="card"),
    path("quotes/<slug:short_id>/embed/", sharing.embed, name="embed"),
    path("oembed/", sharing.oembed, name="oembed"),
    path("archive/", reading.ArchiveView.as_view(), name="archive"),
    path("archive/<int:year>/<int:month>/", reading.MonthView.as_view(), name="month"),
    path("most-read/", reading.MostReadView.as_view(), name="most-read"),
    path("readers/<slug:short_id>/", reading.reader, name="reader"),
    path("pages/<slug:slug>/", pages.PageView.as_view(), name="page"),
]

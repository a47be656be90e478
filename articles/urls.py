"""Addresses of the reader's site. They are for good: whatever moves leaves a redirect."""

from django.urls import path, re_path

from articles import sitemaps
from articles.feeds.statements import OrganizationFeed, PersonFeed
from articles.feeds.stories import AuthorFeed, SectionFeed, StoriesFeed, TopicFeed
from articles.views import (
    directories,
    fronts,
    history,
    lists,
    pages,
    preview,
    quotes,
    reading,
    search,
    sharing,
)
from articles.views.styleguide import StyleGuideView

_PART = r"^sitemap-(?P<kind>articles|quotes)-(?P<year>\d{4})-(?P<month>\d{2})"

urlpatterns = [
    path("", fronts.FrontView.as_view(), name="front"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap-pages"),
    re_path(rf"{_PART}\.xml$", sitemaps.part, name="sitemap-part"),
    re_path(rf"{_PART}-(?P<number>[1-9]\d?)\.xml$", sitemaps.part, name="sitemap-part"),
    path("news-sitemap.xml", sitemaps.news, name="news-sitemap"),
    re_path(r"^feed\.(?P<format>rss|atom|json)$", StoriesFeed(), name="feed"),
    re_path(
        r"^sections/(?P<slug>[-\w]+)/feed\.(?P<format>rss|atom|json)$", SectionFeed(), name="section-feed"
    ),
    re_path(r"^topics/(?P<slug>[-\w]+)/feed\.(?P<format>rss|atom|json)$", TopicFeed(), name="topic-feed"),
    re_path(r"^authors/(?P<slug>[-\w]+)/feed\.(?P<format>rss|atom|json)$", AuthorFeed(), name="author-feed"),
    path("articles/<slug:short_id>/", pages.article),
    path("articles/<slug:short_id>/<slug:slug>/", pages.article, name="article"),
    path("articles/<slug:short_id>/<slug:slug>/history/", history.history, name="history"),
    path("articles/<slug:short_id>/<slug:slug>/history/<int:number>/", history.edition, name="edition"),
    path("corrections/", history.CorrectionsView.as_view(), name="corrections"),
    path("sections/<slug:slug>/", fronts.SectionView.as_view(), name="section"),
    path("topics/", directories.TopicsView.as_view(), name="topics"),
    path("topics/<slug:slug>/", lists.TopicView.as_view(), name="topic"),
    path("authors/", reading.AuthorsView.as_view(), name="authors"),
    path("authors/<slug:slug>/", lists.AuthorView.as_view(), name="author"),
    path("people/", directories.PeopleView.as_view(), name="people"),
    path("people/<slug:slug>/", lists.PersonView.as_view(), name="person"),
    re_path(r"^people/(?P<slug>[-\w]+)/feed\.(?P<format>rss|atom|json)$", PersonFeed(), name="person-feed"),
    re_path(
        r"^organizations/(?P<slug>[-\w]+)/feed\.(?P<format>rss|atom|json)$",
        OrganizationFeed(),
        name="organization-feed",
    ),
    path("organizations/", directories.OrganizationsView.as_view(), name="organizations"),
    path("organizations/<slug:slug>/", lists.OrganizationView.as_view(), name="organization"),
    path("quotes/", lists.QuotesView.as_view(), name="quotes"),
    path("quotes/<slug:short_id>/", quotes.quote, name="quote"),
    path("quotes/<slug:short_id>/report/", quotes.report, name="report"),
    re_path(r"^quotes/(?P<short_id>[-\w]+)/card-(?P<key>[0-9a-f]{16})\.png$", sharing.card, name="card"),
    path("quotes/<slug:short_id>/embed/", sharing.embed, name="embed"),
    path("search/", search.SearchView.as_view(), name="search"),
    path("preview/<slug:token>/", preview.preview, name="preview"),
    path("oembed/", sharing.oembed, name="oembed"),
    path("archive/", reading.ArchiveView.as_view(), name="archive"),
    path("archive/<int:year>/<int:month>/", reading.MonthView.as_view(), name="month"),
    path("styleguide/", StyleGuideView.as_view(), name="styleguide"),
    path("most-read/", reading.MostReadView.as_view(), name="most-read"),
    path("readers/<slug:short_id>/", reading.reader, name="reader"),
    path("pages/<slug:slug>/", pages.PageView.as_view(), name="page"),
]

"""Addresses of the reader's site. They are for good: whatever moves leaves a redirect."""

from django.urls import path

from articles.views import lists, pages

urlpatterns = [
    path("", lists.FrontView.as_view(), name="front"),
    path("articles/<slug:short_id>/", pages.article),
    path("articles/<slug:short_id>/<slug:slug>/", pages.article, name="article"),
    path("sections/<slug:slug>/", lists.SectionView.as_view(), name="section"),
    path("topics/<slug:slug>/", lists.TopicView.as_view(), name="topic"),
    path("authors/<slug:slug>/", lists.AuthorView.as_view(), name="author"),
    path("people/<slug:slug>/", lists.PersonView.as_view(), name="person"),
    path("organizations/<slug:slug>/", lists.OrganizationView.as_view(), name="organization"),
    path("quotes/", lists.QuotesView.as_view(), name="quotes"),
    path("quotes/<slug:short_id>/", pages.quote, name="quote"),
    path("pages/<slug:slug>/", pages.PageView.as_view(), name="page"),
]

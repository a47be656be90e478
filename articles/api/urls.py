from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from articles.api import changes, discovery, index, quotes, schema, views
from articles.api.problems import no_such_resource

RESOURCES = {
    "articles": (views.ArticleList, views.ArticleDetail),
    "quotes": (quotes.QuoteList, quotes.QuoteDetail),
    "occasions": (quotes.OccasionList, quotes.OccasionDetail),
    "people": (views.PersonList, views.PersonDetail),
    "organizations": (views.OrganizationList, views.OrganizationDetail),
    "authors": (views.AuthorList, views.AuthorDetail),
    "sections": (views.SectionList, views.SectionDetail),
    "topics": (views.TopicList, views.TopicDetail),
}

urlpatterns = [
    path("", index.Index.as_view(), name="api-index"),
    path("schema/", SpectacularAPIView.as_view(generator_class=schema.PublicReads), name="schema"),
    path("docs/", SpectacularSwaggerSplitView.as_view(url_name="schema"), name="docs"),
    path("desk/schema/", SpectacularAPIView.as_view(generator_class=schema.Desk), name="desk-schema"),
    path("desk/docs/", SpectacularSwaggerSplitView.as_view(url_name="desk-schema"), name="desk-docs"),
]
urlpatterns += [
    path("changes/", changes.Changes.as_view(), name="api-changes"),
    path("corrections/", discovery.CorrectionList.as_view(), name="api-corrections"),
    path("search/", discovery.Search.as_view(), name="api-search"),
    path("front/", discovery.FrontResource.as_view(), name="api-front"),
    path("export/articles.<str:form>", views.ArticleExport.as_view(), name="api-export-articles"),
    path("export/quotes.<str:form>", quotes.QuoteExport.as_view(), name="api-export-quotes"),
    path("quotes/<str:key>/annotation/", quotes.QuoteAnnotation.as_view(), name="api-quote-annotation"),
    path("articles/<str:key>/annotations/", quotes.ArticleAnnotations.as_view(), name="api-annotations"),
]
urlpatterns.append(path("desk/", include("articles.api.desk.urls")))
for name, (many, one) in RESOURCES.items():
    urlpatterns += [
        path(f"{name}/", many.as_view(), name=f"api-{name}"),
        path(f"{name}/<str:key>/", one.as_view(), name=f"api-{name}-detail"),
    ]
urlpatterns.append(re_path(r"^(?P<path>.*)$", no_such_resource))

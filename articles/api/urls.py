from django.urls import path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from articles.api import views
from articles.api.problems import no_such_resource

RESOURCES = {
    "articles": (views.ArticleList, views.ArticleDetail),
    "quotes": (views.QuoteList, views.QuoteDetail),
    "people": (views.PersonList, views.PersonDetail),
    "organizations": (views.OrganizationList, views.OrganizationDetail),
    "authors": (views.AuthorList, views.AuthorDetail),
    "sections": (views.SectionList, views.SectionDetail),
    "topics": (views.TopicList, views.TopicDetail),
}

urlpatterns = [
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", SpectacularSwaggerSplitView.as_view(url_name="schema"), name="docs"),
]
for name, (many, one) in RESOURCES.items():
    urlpatterns += [
        path(f"{name}/", many.as_view(), name=f"api-{name}"),
        path(f"{name}/<str:key>/", one.as_view(), name=f"api-{name}-detail"),
    ]
urlpatterns.append(re_path(r"^(?P<path>.*)$", no_such_resource))

"""Addresses below ``/api/v1/desk/``."""

from django.urls import path

from articles.api.desk import articles, checks, publication, quotes, steps

_ONE = "articles/<str:key>/"
_OF_ONE = {
    "review": steps.ReviewView,
    "return": steps.ReturnView,
    "approval": publication.ApprovalView,
    "publication": publication.PublicationView,
    "corrections": publication.CorrectionsView,
    "retraction": publication.RetractionView,
    "retraction/agreement": publication.AgreementView,
    "withdrawal": steps.WithdrawalView,
    "spike": steps.SpikeView,
    "restore": steps.RestoreView,
    "assignment": steps.AssignmentView,
    "preflight": checks.PreflightView,
    "preflight/waivers": checks.WaiversView,
    "preflight/waivers/<str:finding>": checks.WaiverView,
    "preflight/fixes": checks.FixesView,
    "quotes": quotes.QuotesView,
    "quotes/<str:place>/confirmation": quotes.ConfirmationView,
    "quotes/<str:place>/rejection": quotes.RejectionView,
    "quotes/<str:place>/occasion": quotes.OccasionView,
}


def _name(address: str) -> str:
    """desk-retraction-agreement"""
    return "-".join(["desk", *(part for part in address.split("/") if not part.startswith("<"))])


urlpatterns = [
    path("articles/", articles.ArticlesView.as_view(), name="desk-articles"),
    path(_ONE, articles.ArticleView.as_view(), name="desk-article"),
    *(path(f"{_ONE}{address}/", view.as_view(), name=_name(address)) for address, view in _OF_ONE.items()),
]

"""Addresses below ``/api/v1/desk/``."""

from django.urls import path

from articles.api.desk import (
    articles,
    checks,
    directory,
    history,
    images,
    preview_links,
    publication,
    quotes,
    steps,
    together,
)

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
    "revisions": history.RevisionsView,
    "revisions/<int:number>": history.RevisionView,
    "revisions/<int:number>/restore": history.RevisionRestoreView,
    "timeline": history.TimelineView,
    "lock": together.LockView,
    "notes": together.NotesView,
    "notes/<int:number>": together.NoteView,
    "notes/<int:number>/replies": together.RepliesView,
    "preview-links": preview_links.PreviewLinksView,
    "preview-links/<int:number>": preview_links.PreviewLinkView,
    "quotes": quotes.QuotesView,
    "quotes/<str:place>/confirmation": quotes.ConfirmationView,
    "quotes/<str:place>/rejection": quotes.RejectionView,
    "quotes/<str:place>/occasion": quotes.OccasionView,
}


def _name(address: str) -> str:
    """desk-retraction-agreement; of one of several desk-notes-one."""
    parts = ["one" if part.startswith("<") else part for part in address.split("/")]
    return "-".join(["desk", *parts])


urlpatterns = [
    path("articles/", articles.ArticlesView.as_view(), name="desk-articles"),
    path("images/", images.ImagesView.as_view(), name="desk-images"),
    path("images/<str:key>/", images.ImageView.as_view(), name="desk-image"),
    path(_ONE, articles.ArticleView.as_view(), name="desk-article"),
    *(path(f"{_ONE}{address}/", view.as_view(), name=_name(address)) for address, view in _OF_ONE.items()),
]
for noun, (many, one) in directory.VIEWS.items():
    urlpatterns += [
        path(f"{noun}/", many.as_view(), name=f"desk-{noun}"),
        path(f"{noun}/<str:key>/", one.as_view(), name=f"desk-{noun}-one"),
    ]

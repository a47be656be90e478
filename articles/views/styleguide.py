"""The living style guide: every component with the style sheet of today. Only where DEBUG is on."""

from typing import Any

from django.conf import settings
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from articles.text.embeds import embed_of

COLOURS = "paper fog ink ink-2 rule sea buoy break signal signal-2 band on-band deep on-deep".split()
SIZES = (
    ("t0", "roles, times, captions, facts"),
    ("t1", "navigation, labels, corrections"),
    ("t2", "dek on cards, ledger, speaker"),
    ("t3", "text"),
    ("t4", "card headline, cross-head, quotation in lists"),
    ("t5", "pull quote, section names"),
    ("t6", "years, said lately"),
    ("t7", "lead headline"),
)
STORIES = (
    ("Harbour", "", "Inspectors flagged crane brakes three times before the storm"),
    ("City Hall", "Analysis", "Three seats, nine chairs: how the port board slipped out of view"),
    ("Opinion", "Opinion", "Publish the brake logs, all of them"),
)
PULL = {"text": "Now we sail.", "speaker": "Ada Quill", "speaker_label": "Harbour pilot"}
ELSEWHERE = '<p><a href="https://vimeo.com/123456789">A film of the crane that moved</a></p>'


class StyleGuideView(TemplateView):
    template_name = "styleguide.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if not settings.DEBUG:
            raise Http404(_("The style guide is shown on computers of developers only."))
        shown = {"colours": COLOURS, "sizes": SIZES, "stories_shown": STORIES, "pull": PULL}
        is_rtl = self.request.GET.get("dir") == "rtl"
        return super().get_context_data(**shown, embed=embed_of(ELSEWHERE), is_rtl=is_rtl, **kwargs)

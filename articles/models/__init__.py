"""The newsroom's records, one noun a file."""

from articles.models.api_token import ApiToken
from articles.models.article import Article
from articles.models.author import Author
from articles.models.byline import Byline
from articles.models.change import Change
from articles.models.confidential_source import ConfidentialSource
from articles.models.correction import Correction
from articles.models.delivery import Attempt, Delivery
from articles.models.draft import Draft, Elsewhere
from articles.models.edition import Edition
from articles.models.edition_shingle import EditionShingle
from articles.models.event import Event
from articles.models.front_page import Banner, FrontPage, Placement, Strip
from articles.models.heartbeat import Heartbeat
from articles.models.idempotency_key import IdempotencyKey
from articles.models.image import EditionImage, Image
from articles.models.listing import (
    AuthorListing,
    EditionQuote,
    OrganizationListing,
    PersonListing,
    TopicListing,
)
from articles.models.note import Note
from articles.models.occasion import Occasion
from articles.models.organization import Organization, OrganizationName
from articles.models.page import Page
from articles.models.person import Person, PersonName, RoleHolding
from articles.models.preflight_check import PreflightCheck
from articles.models.preflight_waiver import PreflightWaiver
from articles.models.presence import Lock, Presence
from articles.models.preview_link import PreviewLink
from articles.models.pull_quote import PullQuote
from articles.models.purge import Purge
from articles.models.quote import Quote, QuoteSource
from articles.models.quote_link import QuoteLink
from articles.models.quote_trigram import QuoteTrigram
from articles.models.quote_use import QuoteUse
from articles.models.read_count import ReadCount
from articles.models.redirect import Redirect
from articles.models.retraction import Retraction
from articles.models.revision import Revision
from articles.models.saved_filter import SavedFilter
from articles.models.scheduling import Schedule
from articles.models.search_entry import SearchedArticle, SearchedQuote, SearchTrigram, SearchWord
from articles.models.section import Section
from articles.models.site_version import SiteVersion
from articles.models.source import Source
from articles.models.spiking import Spike
from articles.models.task import Task
from articles.models.topic import Topic
from articles.models.transitions import TRANSITIONS, Transition
from articles.models.user import User
from articles.models.webhook import Webhook
from articles.models.workflow import Approval, PublicationRefused, TransitionRefused

__all__ = [
    "TRANSITIONS",
    "ApiToken",
    "Approval",
    "Article",
    "Attempt",
    "Author",
    "AuthorListing",
    "Banner",
    "Byline",
    "Change",
    "ConfidentialSource",
    "Correction",
    "Delivery",
    "Draft",
    "Edition",
    "EditionImage",
    "EditionQuote",
    "EditionShingle",
    "Elsewhere",
    "Event",
    "FrontPage",
    "Heartbeat",
    "IdempotencyKey",
    "Image",
    "Lock",
    "Note",
    "Occasion",
    "Organization",
    "OrganizationListing",
    "OrganizationName",
    "Page",
    "Person",
    "PersonListing",
    "PersonName",
    "Placement",
    "PreflightCheck",
    "PreflightWaiver",
    "Presence",
    "PreviewLink",
    "PublicationRefused",
    "PullQuote",
    "Purge",
    "Quote",
    "QuoteLink",
    "QuoteSource",
    "QuoteTrigram",
    "QuoteUse",
    "ReadCount",
    "Redirect",
    "Retraction",
    "Revision",
    "RoleHolding",
    "SavedFilter",
    "Schedule",
    "SearchTrigram",
    "SearchWord",
    "SearchedArticle",
    "SearchedQuote",
    "Section",
    "SiteVersion",
    "Source",
    "Spike",
    "Strip",
    "Task",
    "Topic",
    "TopicListing",
    "Transition",
    "TransitionRefused",
    "User",
    "Webhook",
]

"""Every table as it stood before the first release, in one step.

Seventeen steps of development became one: a test database is ready in a third of the time. A database that
took all seventeen carries on where it is.
"""

import articles.models.fields
import articles.models.front_page
import articles.models.image
import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


# Where the words are: what PostgreSQL and SQLite each look up fastest. ``articles.search`` reads and writes it.
TABLES = ("articles_searchedarticle", "articles_searchedquote")
SQLITE = """CREATE VIRTUAL TABLE {table}_words USING fts5(
    words, marks, columnsize=0,
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co' tokenchars '=+:~'"
)"""
STATEMENTS = {
    "sqlite": (SQLITE,),
    "postgresql": (
        "ALTER TABLE {table} ADD COLUMN words tsvector NOT NULL",
        "CREATE INDEX {table}_words ON {table} USING gin (words) WITH (fastupdate = off)",
    ),
}
BACKWARDS = {
    "sqlite": ("DROP TABLE {table}_words",),
    "postgresql": ("ALTER TABLE {table} DROP COLUMN words",),
}


def add_words(apps, schema_editor):
    _run(schema_editor, STATEMENTS)


def drop_words(apps, schema_editor):
    _run(schema_editor, BACKWARDS)


def _run(schema_editor, statements):
    for table in TABLES:
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement.format(table=table), params=None)


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("articles", "0001_initial"),
        ("articles", "0002_quote_links_tasks_and_variants"),
        ("articles", "0003_described_speakers_and_other_names"),
        ("articles", "0004_drafts_presence_and_preview_links"),
        ("articles", "0005_page_cache"),
        ("articles", "0006_waivers_and_sketches"),
        ("articles", "0007_name_of_the_imported_file"),
        ("articles", "0008_life_of_an_article"),
        ("articles", "0009_image_library"),
        ("articles", "0010_fronts"),
        ("articles", "0011_pulls_suggestions_and_readers"),
        ("articles", "0012_search_entries"),
        ("articles", "0013_translation_of"),
        ("articles", "0014_history_and_heartbeats"),
        ("articles", "0015_sources_notes_and_audit"),
        ("articles", "0016_changes"),
        ("articles", "0017_changes_of_what_is_live"),
    ]

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="FrontPage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
            ],
            options={
                "verbose_name": "front page",
                "verbose_name_plural": "front pages",
                "ordering": [models.OrderBy(models.F("section__order"), nulls_first=True), "section__name"],
            },
        ),
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                (
                    "name",
                    models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="job"),
                ),
                ("at", models.DateTimeField(verbose_name="last looked after")),
            ],
            options={
                "verbose_name": "heartbeat",
                "verbose_name_plural": "heartbeats",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Occasion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("short_id", articles.models.fields.ShortIdField(verbose_name="id")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("interview", "interview"),
                            ("press_conference", "press conference"),
                            ("press_remarks", "remarks to the press"),
                            ("speech", "speech"),
                            ("statement", "statement"),
                            ("hearing", "hearing"),
                            ("document", "document"),
                            ("social_post", "social media post"),
                            ("broadcast", "broadcast"),
                            ("other", "other"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "on",
                    models.DateField(
                        blank=True,
                        null=True,
                        validators=[articles.models.fields.validate_day],
                        verbose_name="date",
                    ),
                ),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("day", "day"),
                            ("month", "month"),
                            ("year", "year"),
                            ("unknown", "unknown"),
                        ],
                        default="day",
                        max_length=8,
                        verbose_name="date known to the",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=160, verbose_name="place")),
                ("addressee", models.CharField(blank=True, max_length=160, verbose_name="said to")),
                ("embargo_until", models.DateTimeField(blank=True, null=True, verbose_name="embargo until")),
            ],
            options={
                "verbose_name": "occasion",
                "verbose_name_plural": "occasions",
                "ordering": ["-on", "title"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("precision", "unknown"), ("on__isnull", False), _connector="OR"),
                        name="occasion_has_date_or_says_unknown",
                        violation_error_message="Give the date, or say that it is unknown.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Organization",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("short_id", articles.models.fields.ShortIdField(verbose_name="id")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("slug", models.SlugField(max_length=200, unique=True, verbose_name="slug")),
                ("short_name", models.CharField(blank=True, max_length=60, verbose_name="short name")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                ("url", models.URLField(blank=True, verbose_name="website")),
                ("wikidata_id", models.CharField(blank=True, max_length=20, verbose_name="Wikidata id")),
            ],
            options={
                "verbose_name": "organization",
                "verbose_name_plural": "organizations",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Page",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="slug")),
                ("body", articles.models.fields.SanitizedHTMLField(blank=True, verbose_name="text")),
                ("is_public", models.BooleanField(default=True, verbose_name="public")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
            ],
            options={
                "verbose_name": "page",
                "verbose_name_plural": "pages",
                "ordering": ["title"],
            },
        ),
        migrations.CreateModel(
            name="Purge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("keys", models.JSONField(verbose_name="keys")),
                ("tries", models.PositiveIntegerField(default=0, verbose_name="tries")),
                (
                    "next_at",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, verbose_name="next try"
                    ),
                ),
            ],
            options={
                "verbose_name": "purge",
                "verbose_name_plural": "purges",
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=40, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="slug")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("is_active", models.BooleanField(default=True, verbose_name="shown to readers")),
            ],
            options={
                "verbose_name": "section",
                "verbose_name_plural": "sections",
                "ordering": ["order", "name"],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("interview_recording", "interview recording"),
                            ("transcript", "transcript"),
                            ("document", "document"),
                            ("statement", "statement"),
                            ("broadcast", "broadcast"),
                            ("social_post", "social media post"),
                            ("report", "report by another outlet"),
                            ("notes", "reporter's notes"),
                        ],
                        default="document",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=250, verbose_name="title")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                ("publisher", models.CharField(blank=True, max_length=160, verbose_name="publisher")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="published on")),
                ("archived_url", models.URLField(blank=True, max_length=500, verbose_name="archived copy")),
                (
                    "access",
                    models.CharField(
                        choices=[
                            ("public", "public"),
                            ("internal", "internal"),
                            ("confidential", "confidential"),
                        ],
                        default="internal",
                        max_length=12,
                        verbose_name="access",
                    ),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["title", "id"],
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("subject", "subject"), ("place", "place"), ("event", "event")],
                        default="subject",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="slug")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                ("mediatopic", models.CharField(blank=True, max_length=20, verbose_name="IPTC media topic")),
                ("wikidata_id", models.CharField(blank=True, max_length=20, verbose_name="Wikidata id")),
            ],
            options={
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "abstract": False,
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("review", "In review"),
                            ("approved", "Approved"),
                            ("published", "Published"),
                            ("spiked", "Spiked"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="stage",
                    ),
                ),
                ("due_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="due")),
                (
                    "priority",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Low"), (2, "Normal"), (3, "High"), (4, "Urgent")],
                        default=2,
                        editable=False,
                        verbose_name="priority",
                    ),
                ),
                (
                    "public_status",
                    models.CharField(
                        choices=[
                            ("never", "Never published"),
                            ("scheduled", "Scheduled"),
                            ("live", "Live"),
                            ("retracted", "Retracted"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="never",
                        editable=False,
                        max_length=10,
                        verbose_name="public status",
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="first published"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="updated for readers"
                    ),
                ),
                (
                    "scheduled_for",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="scheduled for"),
                ),
                ("short_id", articles.models.fields.ShortIdField(verbose_name="id")),
                ("headline", models.CharField(max_length=200, verbose_name="headline")),
                (
                    "short_headline",
                    models.CharField(blank=True, max_length=70, verbose_name="short headline"),
                ),
                (
                    "seo_title",
                    models.CharField(
                        blank=True,
                        help_text="Empty: the headline, or the short one where search engines would cut it.",
                        max_length=70,
                        verbose_name="title for search engines",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="The readable end of the address. Empty: from the headline.",
                        max_length=120,
                        verbose_name="slug",
                    ),
                ),
                ("dek", models.CharField(blank=True, max_length=300, verbose_name="dek")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("news", "News"),
                            ("analysis", "Analysis"),
                            ("opinion", "Opinion"),
                            ("explainer", "Explainer"),
                            ("interview", "Interview"),
                            ("live", "Live"),
                            ("obituary", "Obituary"),
                            ("sponsored", "Sponsored"),
                        ],
                        default="news",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        default="en",
                        help_text="A code: en, he, pt-BR. Quotations are looked for by its rules.",
                        max_length=12,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
                                "Write a language code, such as en, he or pt-BR.",
                            )
                        ],
                        verbose_name="language",
                    ),
                ),
                (
                    "dateline_place",
                    models.CharField(blank=True, max_length=120, verbose_name="dateline place"),
                ),
                (
                    "dateline_date",
                    models.DateField(
                        blank=True,
                        help_text="The day from which “on Tuesday” counts.",
                        null=True,
                        validators=[articles.models.fields.validate_day],
                        verbose_name="dateline date",
                    ),
                ),
                ("body", articles.models.fields.SanitizedHTMLField(blank=True, verbose_name="text")),
                (
                    "canonical_url",
                    models.URLField(
                        blank=True,
                        help_text="Only for articles taken over from elsewhere.",
                        verbose_name="first published at",
                    ),
                ),
                ("editors_note", models.TextField(blank=True, verbose_name="editor's note")),
                ("embargo_until", models.DateTimeField(blank=True, null=True, verbose_name="embargo until")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("saved_at", models.DateTimeField(auto_now=True, verbose_name="saved")),
                (
                    "import_key",
                    models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True),
                ),
                ("import_digest", models.CharField(blank=True, editable=False, max_length=64)),
                ("import_name", models.CharField(blank=True, db_index=True, editable=False, max_length=255)),
                ("source_text", models.TextField(blank=True, editable=False, verbose_name="as it came in")),
                (
                    "assigned_to",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="assigned_articles",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="assigned to",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "related",
                    models.ManyToManyField(
                        blank=True, to="articles.article", verbose_name="related articles"
                    ),
                ),
                (
                    "translation_of",
                    models.ForeignKey(
                        blank=True,
                        help_text="The original. Search engines are led from one language to the other.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="translations",
                        to="articles.article",
                        verbose_name="translation of",
                    ),
                ),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
                "ordering": ["-saved_at", "-id"],
                "permissions": [
                    ("edit_any_article", "Can see and edit everybody's articles"),
                    ("submit_article", "Can send articles to review"),
                    ("return_article", "Can send articles back to their writers"),
                    ("approve_article", "Can approve articles"),
                    ("schedule_article", "Can schedule articles"),
                    ("assign_article", "Can assign articles"),
                    ("spike_article", "Can spike and restore articles"),
                    ("publish_article", "Can publish articles"),
                    ("update_minor_article", "Can publish minor updates"),
                    ("correct_article", "Can publish updates and corrections"),
                    ("retract_article", "Can ask for and agree to retractions"),
                    ("judge_retraction", "Is of standards when an article is retracted"),
                    ("withdraw_article", "Can withdraw articles"),
                ],
                "indexes": [
                    models.Index(fields=["stage", "-saved_at"], name="article_by_stage"),
                    models.Index(
                        fields=["public_status", "-first_published_at"], name="article_by_publication"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("public_status__in", ["live", "retracted", "withdrawn"]), _negated=True
                            ),
                            ("first_published_at__isnull", False),
                            _connector="OR",
                        ),
                        name="article_published_has_date",
                        violation_error_message="A published article has the time of its first publication.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("public_status__in", ["never", "scheduled"]), _negated=True),
                            ("first_published_at__isnull", True),
                            _connector="OR",
                        ),
                        name="article_published_never_back_to_draft",
                        violation_error_message="What was published once stays on record: correct, retract or withdraw it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage", "published"), _negated=True),
                            ("first_published_at__isnull", False),
                            _connector="OR",
                        ),
                        name="article_stage_published_has_date",
                        violation_error_message="Only an article that was published has this stage.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("embargo_until__isnull", True),
                            ("first_published_at__isnull", True),
                            ("first_published_at__gte", models.F("embargo_until")),
                            _connector="OR",
                        ),
                        name="article_not_before_embargo",
                        violation_error_message="The article was published before this embargo ends.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("public_status", "scheduled"), _negated=True),
                            ("scheduled_for__isnull", False),
                            _connector="OR",
                        ),
                        name="article_scheduled_has_time",
                        violation_error_message="A scheduled article has the time at which it goes out.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("embargo_until__isnull", True),
                            ("scheduled_for__isnull", True),
                            ("scheduled_for__gte", models.F("embargo_until")),
                            _connector="OR",
                        ),
                        name="article_scheduled_not_before_embargo",
                        violation_error_message="The article is scheduled for a time before this embargo ends.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("priority__in", [1, 2, 3, 4])),
                        name="article_priority_is_known",
                        violation_error_message="There is no such priority.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage", "spiked"), _negated=True),
                            ("first_published_at__isnull", True),
                            _connector="OR",
                        ),
                        name="article_spiked_was_never_published",
                        violation_error_message="Readers have had this article: it cannot be spiked.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Author",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("staff", "staff"),
                            ("desk", "desk"),
                            ("contributor", "contributor"),
                            ("agency", "agency"),
                        ],
                        default="staff",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="slug")),
                ("job_title", models.CharField(blank=True, max_length=120, verbose_name="job title")),
                ("location", models.CharField(blank=True, max_length=120, verbose_name="location")),
                ("bio", models.TextField(blank=True, verbose_name="bio")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="public e-mail")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("languages", models.JSONField(blank=True, default=list, verbose_name="languages")),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
                ("joined_on", models.DateField(blank=True, null=True, verbose_name="joined")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="left")),
                ("noindex", models.BooleanField(default=False, verbose_name="hide from search engines")),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="author",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "author",
                "verbose_name_plural": "authors",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["desk", "agency"]), _negated=True),
                            ("user__isnull", True),
                            _connector="OR",
                        ),
                        name="author_desk_or_agency_has_no_user",
                        violation_error_message="A desk or an agency is not a person: leave the user empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("left_on__isnull", True),
                            ("joined_on__isnull", True),
                            ("left_on__gte", models.F("joined_on")),
                            _connector="OR",
                        ),
                        name="author_left_after_joining",
                        violation_error_message="The day of leaving lies before the day of joining.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Banner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=160, verbose_name="text")),
                (
                    "link",
                    models.CharField(
                        blank=True,
                        help_text="Such as /articles/…; empty while there is nothing to read yet.",
                        max_length=300,
                        validators=[articles.models.front_page.check_link],
                        verbose_name="link",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="from")),
                ("ends_at", models.DateTimeField(verbose_name="until")),
            ],
            options={
                "verbose_name": "breaking banner",
                "verbose_name_plural": "breaking banners",
                "ordering": ["-starts_at", "-id"],
                "indexes": [models.Index(fields=["ends_at"], name="banner_by_end")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("starts_at__lt", models.F("ends_at"))),
                        name="banner_ends_after_it_starts",
                        violation_error_message="It ends before it starts: put a later time under “until”.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConfidentialSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "codename",
                    models.CharField(editable=False, max_length=60, unique=True, verbose_name="codename"),
                ),
                (
                    "public_description",
                    models.CharField(
                        help_text="In place of a name: a port official",
                        max_length=160,
                        verbose_name="what readers are told",
                    ),
                ),
                (
                    "public_reason",
                    models.CharField(
                        blank=True,
                        help_text="Readers see it, too: because the person feared to lose the job",
                        max_length=300,
                        verbose_name="why no name is given",
                    ),
                ),
                (
                    "requested_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="asked for"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("approved", "approved"), ("refused", "refused")],
                        default="",
                        editable=False,
                        max_length=8,
                        verbose_name="decision",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="decided"),
                ),
                (
                    "remark",
                    models.CharField(
                        blank=True, editable=False, max_length=300, verbose_name="what has to change"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "known_by",
                    models.ManyToManyField(
                        blank=True,
                        help_text="They see this record and may quote the same source.",
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who else knows the person",
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked for by",
                    ),
                ),
            ],
            options={
                "verbose_name": "confidential source",
                "verbose_name_plural": "confidential sources",
                "ordering": ["-requested_at", "-id"],
                "permissions": [("approve_confidentialsource", "Can approve confidential sources")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("public_description", ""), _negated=True),
                        name="confidential_source_is_described",
                        violation_error_message="Say what readers are told in place of a name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decision", "approved"), _negated=True),
                            models.Q(("public_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="confidential_source_approved_gives_reason",
                        violation_error_message="Readers are told why no name is given: write the reason first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by__isnull", True),
                            models.Q(("decided_by", models.F("requested_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="confidential_source_second_person",
                        violation_error_message="Somebody else than who asked for it has to decide.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at__isnull", True), ("decided_by__isnull", True), ("decision", "")
                            ),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("decision__in", ["approved", "refused"]),
                            ),
                            _connector="OR",
                        ),
                        name="confidential_source_decision_says_who_and_when",
                        violation_error_message="A decision says who made it, and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decision", "refused"), _negated=True),
                            models.Q(("remark", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="confidential_source_refusal_says_why",
                        violation_error_message="Say what has to change.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("window", models.CharField(max_length=36, verbose_name="window")),
                ("version", models.PositiveIntegerField(default=0, verbose_name="version that was opened")),
                ("fields", models.JSONField(default=dict, verbose_name="what was typed")),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to="articles.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "unsaved text",
                "verbose_name_plural": "unsaved texts",
                "ordering": ["-at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("article__isnull", False)),
                        fields=("article", "by"),
                        name="draft_once_per_person",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("article__isnull", True)),
                        fields=("by", "window"),
                        name="draft_of_new_article_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("window", ""), _negated=True),
                        name="draft_has_window",
                        violation_error_message="Say which window the text comes from.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("publish", "publication"),
                            ("minor", "minor update"),
                            ("update", "update"),
                            ("correction", "correction"),
                            ("retraction", "retraction"),
                            ("withdrawal", "withdrawal"),
                        ],
                        default="publish",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("live", "live"), ("retracted", "retracted"), ("withdrawn", "withdrawn")],
                        default="live",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("is_live", models.BooleanField(default=True, verbose_name="live")),
                ("at", models.DateTimeField(verbose_name="at")),
                ("short_id", models.CharField(db_index=True, max_length=8, verbose_name="id")),
                ("slug", models.CharField(max_length=120, verbose_name="slug")),
                ("headline", models.CharField(max_length=200, verbose_name="headline")),
                (
                    "short_headline",
                    models.CharField(blank=True, max_length=70, verbose_name="short headline"),
                ),
                (
                    "seo_title",
                    models.CharField(blank=True, max_length=70, verbose_name="title for search engines"),
                ),
                ("dek", models.CharField(blank=True, max_length=300, verbose_name="dek")),
                ("article_kind", models.CharField(max_length=12, verbose_name="kind of article")),
                ("language", models.CharField(max_length=12, verbose_name="language")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="dateline place")),
                ("dateline_date", models.DateField(blank=True, null=True, verbose_name="dateline date")),
                ("section_name", models.CharField(blank=True, max_length=80)),
                ("section_slug", models.CharField(blank=True, max_length=80)),
                ("body_html", models.TextField(blank=True)),
                ("body_text", models.TextField(blank=True)),
                ("word_count", models.PositiveIntegerField(default=0)),
                ("lead_image", models.JSONField(blank=True, null=True)),
                ("bylines", models.JSONField(default=list)),
                ("quotes", models.JSONField(default=list)),
                ("corrections", models.JSONField(default=list)),
                ("sources", models.JSONField(default=list)),
                ("topics", models.JSONField(default=list)),
                ("related", models.JSONField(default=list)),
                ("suggested", models.JSONField(default=list)),
                ("pulls", models.JSONField(default=list)),
                ("json_ld", models.JSONField(default=dict)),
                ("editors_note", models.TextField(blank=True)),
                ("canonical_url", models.URLField(blank=True)),
                ("retraction_notice", models.TextField(blank=True)),
                ("first_published_at", models.DateTimeField(verbose_name="first published")),
                (
                    "updated_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="updated for readers"),
                ),
                ("content_hash", models.CharField(max_length=64)),
                ("previous_hash", models.CharField(blank=True, max_length=64)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="articles.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "edition",
                "verbose_name_plural": "editions",
                "ordering": ["-at", "-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_live", True)),
                        fields=["-first_published_at", "-id"],
                        name="edition_live_newest",
                    ),
                    models.Index(
                        condition=models.Q(("is_live", True)),
                        fields=["at", "id"],
                        name="edition_live_by_change",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "number"), name="edition_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_live", True)), fields=("article",), name="edition_one_live"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "retracted"), _negated=True),
                            models.Q(("retraction_notice", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="edition_retracted_has_notice",
                        violation_error_message="A retraction needs a notice that tells readers why.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveBigIntegerField(
                        editable=False, null=True, unique=True, verbose_name="number"
                    ),
                ),
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="change",
                        to="articles.edition",
                    ),
                ),
            ],
            options={
                "verbose_name": "change",
                "verbose_name_plural": "changes",
                "indexes": [
                    models.Index(
                        condition=models.Q(("number", None)), fields=["id"], name="change_without_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AuthorListing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_published_at", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="listings",
                        to="articles.author",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="author_listings",
                        to="articles.edition",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["author", "-first_published_at", "-id"], name="author_listing_newest"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "author"), name="author_listing_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="EditionShingle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.BigIntegerField()),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shingles",
                        to="articles.edition",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("key", "edition"), name="edition_shingle_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Image",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("short_id", articles.models.fields.ShortIdField(verbose_name="id")),
                (
                    "file",
                    models.FileField(
                        upload_to=articles.models.image.upload_path,
                        validators=[articles.models.image.check_upload],
                        verbose_name="file",
                    ),
                ),
                ("width", models.PositiveIntegerField(default=0, editable=False, verbose_name="width")),
                ("height", models.PositiveIntegerField(default=0, editable=False, verbose_name="height")),
                (
                    "alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for people who do not see it.",
                        max_length=300,
                        verbose_name="alternative text",
                    ),
                ),
                (
                    "is_decorative",
                    models.BooleanField(
                        default=False,
                        help_text="Adds nothing to the words; screen readers skip it.",
                        verbose_name="decorative",
                    ),
                ),
                ("caption", models.TextField(blank=True, verbose_name="caption")),
                (
                    "credit",
                    models.CharField(
                        help_text="Who made it, and for whom. Readers see it.",
                        max_length=200,
                        verbose_name="credit",
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        blank=True,
                        help_text="On which terms we may use it.",
                        max_length=200,
                        verbose_name="licence",
                    ),
                ),
                (
                    "rights_until",
                    models.DateField(
                        blank=True,
                        help_text="The last day on which it may be published.",
                        null=True,
                        verbose_name="rights until",
                    ),
                ),
                ("embargo_until", models.DateTimeField(blank=True, null=True, verbose_name="embargo until")),
                (
                    "focal_x",
                    models.FloatField(
                        default=0.5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                        verbose_name="focal point, from the left (0–1)",
                    ),
                ),
                (
                    "focal_y",
                    models.FloatField(
                        default=0.5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                        verbose_name="focal point, from the top (0–1)",
                    ),
                ),
                (
                    "renditions",
                    models.JSONField(blank=True, default=list, editable=False, verbose_name="renditions"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="uploaded")),
            ],
            options={
                "verbose_name": "image",
                "verbose_name_plural": "images",
                "ordering": ["-created_at", "-id"],
                "indexes": [
                    models.Index(fields=["-created_at", "-id"], name="image_newest"),
                    models.Index(fields=["rights_until"], name="image_by_rights"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("credit", ""), _negated=True),
                        name="image_has_credit",
                        violation_error_message="A picture needs a credit: who made it, and for whom.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_decorative", True), models.Q(("alt", ""), _negated=True), _connector="OR"
                        ),
                        name="image_has_alt_or_is_decorative",
                        violation_error_message="Describe the picture in the alternative text, or mark it as decorative.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("focal_x__gte", 0), ("focal_x__lte", 1), ("focal_y__gte", 0), ("focal_y__lte", 1)
                        ),
                        name="image_focal_point_inside",
                        violation_error_message="The focal point lies in the picture: numbers from 0 to 1.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EditionImage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="edition_images",
                        to="articles.edition",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="edition_images",
                        to="articles.image",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "image"), name="edition_image_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="author",
            name="photo",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="articles.image",
                verbose_name="photo",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="lead_image",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="articles.image",
                verbose_name="lead image",
            ),
        ),
        migrations.CreateModel(
            name="OrganizationListing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_published_at", models.DateTimeField()),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="organization_listings",
                        to="articles.edition",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="listings",
                        to="articles.organization",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["organization", "-first_published_at", "-id"], name="org_listing_newest"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "organization"), name="org_listing_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganizationName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("language", models.CharField(blank=True, max_length=12, verbose_name="language")),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="articles.organization",
                    ),
                ),
            ],
            options={
                "verbose_name": "other name",
                "verbose_name_plural": "other names",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(fields=("organization", "name"), name="organization_name_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("short_id", articles.models.fields.ShortIdField(verbose_name="id")),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                ("slug", models.SlugField(max_length=160, unique=True, verbose_name="slug")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                ("wikidata_id", models.CharField(blank=True, max_length=20, verbose_name="Wikidata id")),
                (
                    "is_public_figure",
                    models.BooleanField(
                        default=False,
                        help_text="Only public figures get a page of their statements.",
                        verbose_name="public figure",
                    ),
                ),
                (
                    "is_unnamed",
                    models.BooleanField(
                        default=False,
                        help_text="“A resident”: stands for one speaker of one statement and is never proposed again.",
                        verbose_name="described, not named",
                    ),
                ),
                (
                    "delisted",
                    models.BooleanField(
                        default=False, help_text="Takes the page of statements away.", verbose_name="delisted"
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="articles.image",
                        verbose_name="picture",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_people",
                        to="articles.person",
                        verbose_name="merged into",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into__isnull", True),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="person_not_merged_into_itself",
                        violation_error_message="A person cannot be merged into the same person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_unnamed", False), ("is_public_figure", False), _connector="OR"
                        ),
                        name="person_unnamed_is_no_public_figure",
                        violation_error_message="Who is not named is no public figure.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonListing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_published_at", models.DateTimeField()),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="person_listings",
                        to="articles.edition",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="listings",
                        to="articles.person",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["person", "-first_published_at", "-id"], name="person_listing_newest"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "person"), name="person_listing_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                ("language", models.CharField(blank=True, max_length=12, verbose_name="language")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="articles.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "other name",
                "verbose_name_plural": "other names",
                "ordering": ["name"],
                "constraints": [models.UniqueConstraint(fields=("person", "name"), name="person_name_once")],
            },
        ),
        migrations.CreateModel(
            name="Placement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slot",
                    models.CharField(
                        choices=[
                            ("lead", "Lead"),
                            ("secondary", "Below the lead"),
                            ("rail", "Rail"),
                            ("strip", "Strip of its section"),
                        ],
                        default="secondary",
                        max_length=9,
                        verbose_name="slot",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="from")),
                ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="until")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placements",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "front",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placements",
                        to="articles.frontpage",
                        verbose_name="front page",
                    ),
                ),
            ],
            options={
                "verbose_name": "placement",
                "verbose_name_plural": "placed stories",
                "ordering": ["order", "id"],
                "indexes": [models.Index(fields=["front", "order", "id"], name="placement_in_order")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_at", None),
                            ("ends_at", None),
                            ("starts_at__lt", models.F("ends_at")),
                            _connector="OR",
                        ),
                        name="placement_ends_after_it_starts",
                        violation_error_message="It ends before it starts: put a later time under “until”.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PreflightWaiver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rule", models.CharField(max_length=60, verbose_name="rule")),
                ("span_hash", models.CharField(editable=False, max_length=32)),
                ("words", models.TextField(blank=True, verbose_name="words")),
                ("reason", models.CharField(max_length=500, verbose_name="reason")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="when")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="taken back")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="waivers",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken back by",
                    ),
                ),
            ],
            options={
                "verbose_name": "waiver",
                "verbose_name_plural": "waivers",
                "ordering": ["-at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("article", "rule", "span_hash"),
                        name="preflight_waiver_stands_once",
                        violation_error_message="This is waived already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="preflight_waiver_has_reason",
                        violation_error_message="Say in a few words why this may stand.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__isnull", True), ("ended_at__gte", models.F("at")), _connector="OR"
                        ),
                        name="preflight_waiver_ends_after_it_began",
                        violation_error_message="A waiver ends after it began.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seen_at", models.DateTimeField(verbose_name="last seen")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="articles.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "presence",
                "verbose_name_plural": "presences",
                "constraints": [
                    models.UniqueConstraint(fields=("article", "by"), name="presence_once_per_person")
                ],
            },
        ),
        migrations.CreateModel(
            name="Quote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("short_id", articles.models.fields.ShortIdField(verbose_name="id")),
                ("text", models.TextField(verbose_name="words as published")),
                ("verbatim", models.TextField(blank=True, verbose_name="words as in the evidence")),
                (
                    "speaker_label",
                    models.CharField(
                        blank=True,
                        help_text="As readers see it beside the words.",
                        max_length=200,
                        verbose_name="role at the time",
                    ),
                ),
                (
                    "said_on",
                    models.DateField(
                        blank=True,
                        help_text="Leave empty when the occasion says.",
                        null=True,
                        validators=[articles.models.fields.validate_day],
                        verbose_name="said on",
                    ),
                ),
                (
                    "said_on_precision",
                    models.CharField(
                        choices=[
                            ("day", "day"),
                            ("month", "month"),
                            ("year", "year"),
                            ("unknown", "unknown"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="date known to the",
                    ),
                ),
                ("said_at_place", models.CharField(blank=True, max_length=160, verbose_name="said in")),
                ("addressee", models.CharField(blank=True, max_length=160, verbose_name="said to")),
                ("medium", models.CharField(blank=True, max_length=80, verbose_name="medium")),
                (
                    "record",
                    models.CharField(
                        choices=[
                            ("on_record", "on the record"),
                            ("background", "background"),
                            ("deep_background", "deep background"),
                            ("off_record", "off the record"),
                            ("unknown", "unknown"),
                        ],
                        default="unknown",
                        max_length=16,
                        verbose_name="on what terms",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("unverified", "unverified"),
                            ("checked", "checked"),
                            ("verified", "verified"),
                            ("disputed", "disputed"),
                            ("retracted", "retracted"),
                        ],
                        default="unverified",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("verified_at", models.DateTimeField(blank=True, null=True, verbose_name="verified at")),
                ("language", models.CharField(default="en", max_length=12, verbose_name="language")),
                (
                    "original_language",
                    models.CharField(blank=True, max_length=12, verbose_name="original language"),
                ),
                (
                    "original_text",
                    models.TextField(blank=True, verbose_name="words in the original language"),
                ),
                ("translator", models.CharField(blank=True, max_length=120, verbose_name="translated by")),
                (
                    "notice",
                    models.TextField(
                        blank=True,
                        help_text="Why it is disputed or retracted.",
                        verbose_name="notice to readers",
                    ),
                ),
                ("is_public", models.BooleanField(default=False, editable=False, verbose_name="published")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded")),
                (
                    "confidential_source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes",
                        to="articles.confidentialsource",
                        verbose_name="confidential source",
                    ),
                ),
                (
                    "occasion",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes",
                        to="articles.occasion",
                        verbose_name="occasion",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.organization",
                        verbose_name="on behalf of",
                    ),
                ),
                (
                    "speaker_organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes",
                        to="articles.organization",
                        verbose_name="organization",
                    ),
                ),
                (
                    "speaker_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes",
                        to="articles.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="verified by",
                    ),
                ),
            ],
            options={
                "verbose_name": "quotation",
                "verbose_name_plural": "quotations",
                "ordering": ["-id"],
                "permissions": [("retract_quote", "Can retract quotations")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_public", False), ("record__in", ["on_record", "background"]), _connector="OR"
                        ),
                        name="quote_public_only_when_record_allows",
                        violation_error_message="Words said off the record, on deep background or on unknown terms stay out.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("record", "background"), _negated=True),
                            ("speaker_person__isnull", True),
                            _connector="OR",
                        ),
                        name="quote_background_names_no_person",
                        violation_error_message="Words said on background must not name a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("speaker_organization__isnull", True), ("speaker_person__isnull", True)
                            ),
                            models.Q(("confidential_source__isnull", True), ("speaker_person__isnull", True)),
                            models.Q(
                                ("confidential_source__isnull", True), ("speaker_organization__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="quote_has_one_speaker",
                        violation_error_message="A quotation has one speaker: a person, an organization or a confidential source.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_public", False),
                            ("speaker_person__isnull", False),
                            ("speaker_organization__isnull", False),
                            ("confidential_source__isnull", False),
                            _connector="OR",
                        ),
                        name="quote_public_has_speaker",
                        violation_error_message="Say who said it: a published quotation has a speaker.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confidential_source__isnull", True),
                            models.Q(("on_behalf_of__isnull", True), ("speaker_label", "")),
                            _connector="OR",
                        ),
                        name="quote_confidential_tells_nothing_else",
                        violation_error_message="Of a confidential source readers get the approved description and nothing else.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confidential_source__isnull", True),
                            models.Q(("record", "on_record"), _negated=True),
                            _connector="OR",
                        ),
                        name="quote_confidential_is_not_on_record",
                        violation_error_message="Whoever speaks on the record is named: choose other terms, or name the speaker.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "verified"), _negated=True),
                            models.Q(
                                ("verified_by__isnull", False),
                                ("verified_at__isnull", False),
                                models.Q(("verbatim", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="quote_verified_says_who_when_and_what",
                        violation_error_message="To verify, give the words as they stand in the evidence.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "retracted"), _negated=True),
                            models.Q(("notice", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="quote_retracted_has_notice",
                        violation_error_message="Tell readers why the quotation is retracted.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PullQuote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        blank=True,
                        help_text="A part of the quotation. Empty: all that the text quotes.",
                        verbose_name="words",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pull_quotes",
                        to="articles.article",
                    ),
                ),
                (
                    "quote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pull_quotes",
                        to="articles.quote",
                        verbose_name="quotation",
                    ),
                ),
            ],
            options={
                "verbose_name": "pull quote",
                "verbose_name_plural": "pull quotes",
                "ordering": ["order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "quote"),
                        name="pull_quote_once",
                        violation_error_message="This quotation is pulled already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(max_length=4000, verbose_name="note")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="when")),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "the article"),
                            ("headline", "headline"),
                            ("dek", "dek"),
                            ("body", "text"),
                        ],
                        default="",
                        max_length=8,
                        verbose_name="place",
                    ),
                ),
                ("start", models.PositiveIntegerField(blank=True, null=True)),
                ("end", models.PositiveIntegerField(blank=True, null=True)),
                ("exact", models.TextField(blank=True, verbose_name="words")),
                ("prefix", models.CharField(blank=True, max_length=32)),
                ("suffix", models.CharField(blank=True, max_length=32)),
                ("is_lost", models.BooleanField(default=False, verbose_name="no longer in the text")),
                ("resolved_at", models.DateTimeField(blank=True, null=True, verbose_name="resolved")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="articles.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
                (
                    "mentions",
                    models.ManyToManyField(
                        blank=True, related_name="mentioned_in", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="articles.note",
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="resolved by",
                    ),
                ),
                (
                    "quote",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="notes",
                        to="articles.quote",
                    ),
                ),
            ],
            options={
                "verbose_name": "note",
                "verbose_name_plural": "notes",
                "ordering": ["at", "id"],
                "indexes": [models.Index(fields=["article", "resolved_at"], name="note_by_article")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="note_says_something",
                        violation_error_message="Write what you want to say.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("resolved_at__isnull", True), ("resolved_by__isnull", True)),
                            models.Q(("resolved_at__isnull", False), ("resolved_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="note_resolved_says_who_and_when",
                        violation_error_message="A resolved note says who resolved it, and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("end__isnull", True), ("exact", ""), ("place", ""), ("start__isnull", True)
                            ),
                            models.Q(
                                models.Q(("place", ""), _negated=True),
                                models.Q(("exact", ""), _negated=True),
                                ("end__isnull", False),
                                ("start__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="note_on_words_says_which",
                        violation_error_message="Say which words the note is about.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start__isnull", True), ("start__lt", models.F("end")), _connector="OR"
                        ),
                        name="note_starts_before_it_ends",
                        violation_error_message="The words of a note end after they start.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent__isnull", True),
                            models.Q(("place", ""), ("resolved_at__isnull", True)),
                            _connector="OR",
                        ),
                        name="note_reply_belongs_to_its_note",
                        violation_error_message="A reply stands where its note stands, and is resolved with it.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=60, verbose_name="what")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="when")),
                ("data", models.JSONField(blank=True, default=dict, verbose_name="details")),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="events",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
                (
                    "confidential_source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="events",
                        to="articles.confidentialsource",
                    ),
                ),
                (
                    "quote",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="events",
                        to="articles.quote",
                        verbose_name="quotation",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "ordering": ["-at", "-id"],
                "permissions": [("export_event", "Can export the audit")],
                "indexes": [
                    models.Index(fields=["article", "-at"], name="event_by_article"),
                    models.Index(fields=["-at", "-id"], name="event_newest"),
                ],
            },
        ),
        migrations.CreateModel(
            name="EditionQuote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_published_at", models.DateTimeField()),
                ("short_id", models.CharField(db_index=True, max_length=8)),
                ("said_on", models.DateField(null=True)),
                ("text", models.TextField()),
                ("data", models.JSONField()),
                ("is_primary", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quote_listings",
                        to="articles.edition",
                    ),
                ),
                (
                    "occasion",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quote_listings",
                        to="articles.occasion",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quote_listings",
                        to="articles.organization",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quote_listings",
                        to="articles.person",
                    ),
                ),
                (
                    "quote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="listings",
                        to="articles.quote",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_primary", True)),
                        fields=["-first_published_at", "-id"],
                        name="edition_quote_newest",
                    ),
                    models.Index(
                        condition=models.Q(("is_primary", True)),
                        fields=["person", "-first_published_at", "-id"],
                        name="edition_quote_by_person",
                    ),
                    models.Index(
                        condition=models.Q(("is_primary", True)),
                        fields=["organization", "-first_published_at", "-id"],
                        name="edition_quote_by_org",
                    ),
                    models.Index(
                        condition=models.Q(("is_primary", True)),
                        fields=["-said_on", "-id"],
                        name="edition_quote_by_day",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "quote"), name="edition_quote_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_primary", True)),
                        fields=("quote",),
                        name="edition_quote_one_primary",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("correction", "Correction"),
                            ("clarification", "Clarification"),
                            ("update", "Update"),
                            ("editors_note", "Editor's note"),
                            ("retraction", "Retraction"),
                        ],
                        default="correction",
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                ("note", models.TextField(verbose_name="note to readers")),
                ("wrong", models.TextField(blank=True, verbose_name="what was wrong")),
                ("right", models.TextField(blank=True, verbose_name="what is right")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="articles.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "quote",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="articles.quote",
                        verbose_name="quotation",
                    ),
                ),
            ],
            options={
                "verbose_name": "correction",
                "verbose_name_plural": "corrections",
                "ordering": ["-at", "-id"],
                "indexes": [models.Index(fields=["-at", "-id"], name="correction_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("note", ""), _negated=True),
                        name="correction_has_note",
                        violation_error_message="Tell readers what was wrong and what is right.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="QuoteLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("said_before", "was said before as"),
                            ("continues", "continues"),
                            ("answers", "answers"),
                            ("contradicts", "contradicts"),
                        ],
                        max_length=12,
                        verbose_name="relation",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="at"
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="agreed by",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links_back",
                        to="articles.quote",
                        verbose_name="other quotation",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
                (
                    "quote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="articles.quote",
                        verbose_name="quotation",
                    ),
                ),
            ],
            options={
                "verbose_name": "link between quotations",
                "verbose_name_plural": "links between quotations",
                "ordering": ["kind", "-at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("quote", models.F("other")), _negated=True),
                        name="quote_link_not_to_itself",
                        violation_error_message="Choose another quotation than this one.",
                    ),
                    models.UniqueConstraint(
                        fields=("quote", "other", "kind"),
                        name="quote_link_once",
                        violation_error_message="These two are linked like this already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "contradicts"), _negated=True),
                            ("proposed_by__isnull", False),
                            _connector="OR",
                        ),
                        name="quote_link_contradiction_says_who",
                        violation_error_message="Somebody has to answer for saying that two statements contradict.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by__isnull", True),
                            models.Q(("approved_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="quote_link_approver_is_somebody_else",
                        violation_error_message="Somebody else than who proposed it has to agree.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuoteTrigram",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.BigIntegerField()),
                (
                    "quote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="trigrams",
                        to="articles.quote",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("key", "quote"), name="quote_trigram_once")],
            },
        ),
        migrations.CreateModel(
            name="QuoteUse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("headline", "headline"),
                            ("dek", "dek"),
                            ("body", "text"),
                            ("pull", "pull quote"),
                            ("caption", "caption"),
                        ],
                        default="body",
                        max_length=10,
                        verbose_name="place",
                    ),
                ),
                ("ordinal", models.PositiveIntegerField(default=0, verbose_name="number")),
                ("segment", models.PositiveSmallIntegerField(default=0, verbose_name="segment")),
                ("start", models.PositiveIntegerField(verbose_name="start")),
                ("end", models.PositiveIntegerField(verbose_name="end")),
                ("exact", models.TextField(verbose_name="words")),
                ("prefix", models.CharField(blank=True, max_length=32)),
                ("suffix", models.CharField(blank=True, max_length=32)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("full", "full"),
                            ("partial", "partial"),
                            ("fragment", "fragment"),
                            ("interrupted", "interrupted"),
                            ("block", "block"),
                        ],
                        default="full",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("cue", models.CharField(blank=True, max_length=80, verbose_name="cue")),
                (
                    "attribution_text",
                    models.CharField(blank=True, max_length=300, verbose_name="attribution"),
                ),
                ("edits", models.JSONField(blank=True, default=dict, verbose_name="insertions and elisions")),
                (
                    "match",
                    models.CharField(
                        choices=[
                            ("verbatim", "verbatim"),
                            ("excerpt", "excerpt"),
                            ("edited", "edited"),
                            ("drift", "drifted"),
                        ],
                        default="verbatim",
                        max_length=10,
                        verbose_name="wording",
                    ),
                ),
                (
                    "attribution",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("confirmed", "confirmed"),
                            ("not_a_quote", "not a quotation"),
                        ],
                        default="proposed",
                        max_length=12,
                        verbose_name="attribution",
                    ),
                ),
                ("proposal", models.JSONField(blank=True, default=dict, verbose_name="proposal")),
                ("is_lost", models.BooleanField(default=False, verbose_name="no longer in the text")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quote_uses",
                        to="articles.article",
                    ),
                ),
                (
                    "quote",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uses",
                        to="articles.quote",
                        verbose_name="quotation",
                    ),
                ),
            ],
            options={
                "verbose_name": "use of a quotation",
                "verbose_name_plural": "uses of quotations",
                "ordering": ["place", "ordinal", "id"],
                "indexes": [
                    models.Index(fields=["article", "place", "ordinal"], name="quote_use_reading_order")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("start__lt", models.F("end"))),
                        name="quote_use_starts_before_it_ends",
                        violation_error_message="A quotation ends after it starts.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("attribution", "confirmed"), _negated=True),
                            ("quote__isnull", False),
                            _connector="OR",
                        ),
                        name="quote_use_confirmed_has_quote",
                        violation_error_message="A confirmed use belongs to a quotation.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReadCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hour", models.DateTimeField(verbose_name="hour")),
                ("number", models.PositiveIntegerField(default=0, verbose_name="readers")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="read_counts",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "verbose_name": "number of readers",
                "verbose_name_plural": "numbers of readers",
                "indexes": [models.Index(fields=["hour", "article"], name="read_count_by_hour")],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "hour"), name="read_count_once_an_hour")
                ],
            },
        ),
        migrations.CreateModel(
            name="Redirect",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("old_path", models.CharField(max_length=400, unique=True, verbose_name="old address")),
                ("new_path", models.CharField(max_length=400, verbose_name="new address")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="since")),
            ],
            options={
                "verbose_name": "redirect",
                "verbose_name_plural": "redirects",
                "ordering": ["old_path"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("old_path", models.F("new_path")), _negated=True),
                        name="redirect_leads_elsewhere",
                        violation_error_message="A page cannot redirect to itself.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Retraction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("notice", models.TextField(verbose_name="notice to readers")),
                ("requested_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("agreed_at", models.DateTimeField(null=True)),
                ("declined_at", models.DateTimeField(null=True)),
                (
                    "agreed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="retractions",
                        to="articles.article",
                    ),
                ),
                (
                    "declined_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "retraction",
                "verbose_name_plural": "retractions",
                "ordering": ["-requested_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("notice", ""), _negated=True),
                        name="retraction_has_notice",
                        violation_error_message="Tell readers why the article is retracted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreed_by__isnull", True),
                            models.Q(("agreed_by", models.F("requested_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="retraction_by_two_people",
                        violation_error_message="Somebody else than who asked has to agree.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed_at__isnull", True), ("agreed_by__isnull", True)),
                            models.Q(
                                ("agreed_at__isnull", False),
                                ("agreed_by__isnull", False),
                                ("declined_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="retraction_agreed_has_who_and_when",
                        violation_error_message="Agreement has a person and a time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("declined_at__isnull", True), ("declined_by__isnull", True)),
                            models.Q(("declined_at__isnull", False), ("declined_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="retraction_declined_has_who_and_when",
                        violation_error_message="A refusal has a person and a time.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("agreed_at__isnull", True), ("declined_at__isnull", True)),
                        fields=("article",),
                        name="retraction_one_waiting",
                        violation_error_message="Somebody has asked for this already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                ("snapshot", models.JSONField(verbose_name="snapshot")),
                ("why", models.CharField(blank=True, max_length=200, verbose_name="why")),
                ("name", models.CharField(blank=True, max_length=80, verbose_name="name")),
                ("is_aside", models.BooleanField(default=False, editable=False, verbose_name="set aside")),
                ("started_at", models.DateTimeField(verbose_name="begun")),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisions",
                        to="articles.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
            ],
            options={
                "verbose_name": "revision",
                "verbose_name_plural": "revisions",
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "number"), name="revision_number_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PreviewLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "page",
                    models.JSONField(editable=False, encoder=django.core.serializers.json.DjangoJSONEncoder),
                ),
                ("for_whom", models.CharField(blank=True, max_length=80, verbose_name="for whom")),
                ("made_at", models.DateTimeField(verbose_name="made")),
                ("expires_at", models.DateTimeField(verbose_name="until")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
                ("opened", models.PositiveIntegerField(default=0, verbose_name="opened")),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="last opened")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="preview_links",
                        to="articles.article",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="preview_links",
                        to="articles.revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "preview link",
                "verbose_name_plural": "preview links",
                "ordering": ["-made_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("made_at"))),
                        name="preview_link_expires_after_it_is_made",
                        violation_error_message="A preview link ends after it is made.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("revoked_at__isnull", True), ("revoked_by__isnull", True)),
                            models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="preview_link_revoked_says_who",
                        violation_error_message="Say who ended the preview link.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="edition",
            name="revision",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="articles.revision",
                verbose_name="revision",
            ),
        ),
        migrations.CreateModel(
            name="RoleHolding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("short_title", models.CharField(blank=True, max_length=80, verbose_name="short title")),
                (
                    "start_date",
                    articles.models.fields.PartialDateField(
                        blank=True,
                        default="",
                        help_text="2021, 2021-03 or 2021-03-09",
                        max_length=10,
                        verbose_name="from",
                    ),
                ),
                (
                    "end_date",
                    articles.models.fields.PartialDateField(
                        blank=True,
                        default="",
                        help_text="2021, 2021-03 or 2021-03-09; empty while it lasts",
                        max_length=10,
                        verbose_name="until",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="role_holdings",
                        to="articles.organization",
                        verbose_name="organization",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roles",
                        to="articles.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "role",
                "verbose_name_plural": "roles",
                "ordering": ["-start_date", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_date", ""),
                            ("end_date__gte", models.F("start_date")),
                            ("start_date__startswith", models.F("end_date")),
                            _connector="OR",
                        ),
                        name="role_ends_after_it_starts",
                        violation_error_message="The role ends before it starts.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Schedule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="at")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="set")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("published", "published"),
                            ("cancelled", "cancelled"),
                            ("failed", "missed"),
                        ],
                        max_length=10,
                        verbose_name="what became of it",
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True, verbose_name="ended")),
                ("why", models.TextField(blank=True, verbose_name="why it was missed")),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="schedules",
                        to="articles.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "scheduled publication",
                "verbose_name_plural": "scheduled publications",
                "ordering": ["-at", "-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("outcome", "")), fields=["at", "id"], name="schedule_waiting"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("outcome", "")),
                        fields=("article",),
                        name="schedule_one_waiting",
                        violation_error_message="The article is scheduled already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("outcome", "")),
                            models.Q(models.Q(("outcome", ""), _negated=True), ("ended_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="schedule_ended_has_time",
                        violation_error_message="What ended has a time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "failed"), _negated=True),
                            models.Q(("why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="schedule_missed_says_why",
                        violation_error_message="Say why it was missed.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchedArticle",
            fields=[
                ("key", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entry",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SearchedQuote",
            fields=[
                ("key", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entry",
                        to="articles.quote",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SearchTrigram",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("letters", models.CharField(max_length=3)),
                (
                    "word",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="trigrams",
                        to="articles.searchword",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("letters", "word"), name="search_trigram_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="frontpage",
            name="section",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty: the front page of the paper.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="fronts",
                to="articles.section",
                verbose_name="section",
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="section",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="editions",
                to="articles.section",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="section",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="articles.section",
                verbose_name="section",
            ),
        ),
        migrations.CreateModel(
            name="SiteVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(default=0, verbose_name="number")),
                ("at", models.DateTimeField(verbose_name="at")),
            ],
            options={
                "verbose_name": "version of the site",
                "verbose_name_plural": "versions of the site",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)),
                        name="site_version_one_row",
                        violation_error_message="The site has one version.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="QuoteSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "locator",
                    models.CharField(
                        blank=True,
                        help_text="Page 61, 12:40",
                        max_length=120,
                        verbose_name="place in the source",
                    ),
                ),
                (
                    "quote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quote_sources",
                        to="articles.quote",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quote_sources",
                        to="articles.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "source of a quotation",
                "verbose_name_plural": "sources of a quotation",
                "constraints": [
                    models.UniqueConstraint(fields=("quote", "source", "locator"), name="quote_source_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="quote",
            name="sources",
            field=models.ManyToManyField(
                blank=True,
                related_name="quotes",
                through="articles.QuoteSource",
                to="articles.source",
                verbose_name="sources",
            ),
        ),
        migrations.AddField(
            model_name="occasion",
            name="source",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="occasions",
                to="articles.source",
                verbose_name="source",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="sources",
            field=models.ManyToManyField(
                blank=True, related_name="articles", to="articles.source", verbose_name="sources"
            ),
        ),
        migrations.CreateModel(
            name="Spike",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("restored_at", models.DateTimeField(null=True)),
                ("restored_because", models.TextField(blank=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spikes",
                        to="articles.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "restored_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "spike",
                "verbose_name_plural": "spikes",
                "ordering": ["-at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="spike_has_reason",
                        violation_error_message="Say why the article will not run.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("restored_at__isnull", True),
                            models.Q(("restored_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="spike_restored_has_reason",
                        violation_error_message="Say why the article is taken up again.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("restored_at__isnull", True)),
                        fields=("article",),
                        name="spike_one_standing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Strip",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "look",
                    models.CharField(
                        choices=[
                            ("plain", "four stories"),
                            ("feature", "one large, four small"),
                            ("opinion", "opinions with their authors"),
                        ],
                        default="plain",
                        max_length=8,
                        verbose_name="look",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "front",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="strips",
                        to="articles.frontpage",
                        verbose_name="front page",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="strips",
                        to="articles.section",
                        verbose_name="section",
                    ),
                ),
            ],
            options={
                "verbose_name": "strip",
                "verbose_name_plural": "strips by section",
                "ordering": ["order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("front", "section"),
                        name="strip_once",
                        violation_error_message="This section has a strip already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("quote_retracted", "retracted quotation in use"),
                            ("quote_changed", "quotation changed after publication"),
                            ("reader_report", "report by a reader"),
                        ],
                        max_length=20,
                        verbose_name="what",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="details")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="since")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="done")),
                ("answer", models.TextField(blank=True, verbose_name="what was done")),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="done by",
                    ),
                ),
                (
                    "quote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="articles.quote",
                        verbose_name="quotation",
                    ),
                ),
            ],
            options={
                "verbose_name": "task",
                "verbose_name_plural": "tasks",
                "ordering": ["-at", "-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at__isnull", True)), fields=["-at"], name="task_open"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at__isnull", True), ("done_by__isnull", True)),
                            models.Q(
                                ("done_at__isnull", False),
                                ("done_by__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="task_done_says_who_and_what",
                        violation_error_message="Say what was done.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("done_at__isnull", True), models.Q(("kind", "reader_report"), _negated=True)
                        ),
                        fields=("kind", "quote", "article"),
                        name="task_open_once",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="author",
            name="expertise",
            field=models.ManyToManyField(
                blank=True, related_name="experts", to="articles.topic", verbose_name="expertise"
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="topics",
            field=models.ManyToManyField(
                blank=True, related_name="articles", to="articles.topic", verbose_name="topics"
            ),
        ),
        migrations.CreateModel(
            name="TopicListing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_published_at", models.DateTimeField()),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="topic_listings",
                        to="articles.edition",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="listings",
                        to="articles.topic",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["topic", "-first_published_at", "-id"], name="topic_listing_newest")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "topic"), name="topic_listing_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Lock",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="lock",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="since")),
                ("seen_at", models.DateTimeField(verbose_name="last seen")),
                ("taken_at", models.DateTimeField(blank=True, null=True, verbose_name="taken over")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "lock",
                "verbose_name_plural": "locks",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("taken_from__isnull", True),
                            models.Q(("taken_from", models.F("by")), _negated=True),
                            _connector="OR",
                        ),
                        name="lock_not_taken_from_oneself",
                        violation_error_message="A lock is taken over from somebody else.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("digest", models.CharField(max_length=64)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="approvals",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "verbose_name": "approval",
                "verbose_name_plural": "approvals",
                "ordering": ["-at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("article",),
                        name="approval_one_standing",
                        violation_error_message="The article is approved already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Byline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("reporting", "Reporting"),
                            ("writing", "Writing"),
                            ("additional_reporting", "Additional reporting"),
                            ("editing", "Editing"),
                            ("photography", "Photography"),
                            ("video", "Video"),
                            ("graphics", "Graphics"),
                            ("translation", "Translation"),
                            ("research", "Research"),
                            ("data", "Data"),
                        ],
                        default="reporting",
                        max_length=24,
                        verbose_name="role",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "credited_as",
                    models.CharField(
                        blank=True,
                        help_text="Only where it differs from the author's name.",
                        max_length=120,
                        verbose_name="credited as",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bylines",
                        to="articles.article",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bylines",
                        to="articles.author",
                        verbose_name="author",
                    ),
                ),
            ],
            options={
                "verbose_name": "byline",
                "verbose_name_plural": "bylines",
                "ordering": ["order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "author", "role"),
                        name="byline_author_once_per_role",
                        violation_error_message="This author already stands in the byline with this role.",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="frontpage",
            constraint=models.UniqueConstraint(
                django.db.models.functions.comparison.Coalesce("section", models.Value(0)),
                name="front_page_once",
                violation_error_message="This front is there already: change that one.",
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                condition=models.Q(("is_live", True)),
                fields=["section", "-first_published_at", "-id"],
                name="edition_live_by_section",
            ),
        ),
        migrations.RunPython(add_words, drop_words),
    ]

from django.db import migrations, models

import articles.models.fields
from articles.text.slugs import new_short_id


def give_each_its_own(apps, schema_editor):
    sources = apps.get_model("articles", "Source").objects.using(schema_editor.connection.alias)
    for pk in sources.values_list("pk", flat=True):
        sources.filter(pk=pk).update(short_id=new_short_id())


class Migration(migrations.Migration):
    """Evidence is named by a short id where programs name it."""

    dependencies = [("articles", "0023_the_desks_indexes")]

    operations = [
        migrations.AddField("source", "short_id", models.CharField(max_length=8, default="", editable=False)),
        migrations.RunPython(give_each_its_own, migrations.RunPython.noop),
        migrations.AlterField("source", "short_id", articles.models.fields.ShortIdField(verbose_name="id")),
    ]

"""Articles that were live before there were changes stand at their beginning."""

from django.db import migrations


def begin_with_what_is_live(apps, schema_editor):
    using = schema_editor.connection.alias
    Edition, Change = apps.get_model("articles", "Edition"), apps.get_model("articles", "Change")
    live = Edition.objects.using(using).filter(is_live=True).order_by("at", "id").values_list("pk", flat=True)
    changes = (Change(edition_id=pk, number=number) for number, pk in enumerate(live.iterator(), 1))
    Change.objects.using(using).bulk_create(changes, batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [("articles", "0016_changes")]
    operations = [migrations.RunPython(begin_with_what_is_live, migrations.RunPython.noop)]

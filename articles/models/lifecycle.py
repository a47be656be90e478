"""The life of an article, one capability a file. ``transitions.py`` lists the steps and who may take them."""

from django.db import models

from articles.models.assignment import Assignment
from articles.models.correction import Correcting
from articles.models.publication import Publication
from articles.models.retraction import Retracting
from articles.models.scheduling import Scheduling
from articles.models.spiking import Spiking
from articles.models.workflow import Workflow


class Lifecycle(Workflow, Publication, Correcting, Retracting, Scheduling, Spiking, Assignment, models.Model):
    """What an article can do. Each verb is one transaction, says who, and leaves an event."""

    class Meta:
        abstract = True

"""Pictures of editions on pages."""

from django import template

from articles.text.pictures import picture_html

register = template.Library()
register.simple_tag(picture_html, name="picture")

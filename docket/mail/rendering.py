"""Fills the templates of a mail: subject and text without escaping, HTML with it; an unknown variable is an error."""

from functools import cache

import jinja2
import msgspec

from docket.packaged import packaged_folder


class RenderedMail(msgspec.Struct, frozen=True, kw_only=True):
    subject: str
    text: str
    html: str


def render(mail: str, context: msgspec.Struct) -> RenderedMail:
    """`mail` is a folder of templates/mail; `context` its struct."""
    values = {field: getattr(context, field) for field in context.__struct_fields__}
    subject = _environment(False).get_template(f"{mail}/subject.txt").render(values)
    return RenderedMail(
        subject=" ".join(subject.split()),
        text=_environment(False).get_template(f"{mail}/body.txt").render(values),
        html=_environment(True).get_template(f"{mail}/body.html").render(values),
    )


@cache
def _environment(escaping: bool) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(packaged_folder("templates") / "mail"),
        autoescape=escaping,  # noqa: S701 - subject and text are not HTML
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )

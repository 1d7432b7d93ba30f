"""What every formal paper of the office opens and closes with: the block of references and the signature, which is always by hand."""

from documents.layout import legal
from documents.layout.blocks import Column, bullets, by_hand, fact, heading, known_list, paragraph, table, when
from documents.layout.house_style import template

_REFERENCES = "{{ case_number }}"


def paper(title: str, *, body: str, foot: str | None = None) -> bytes:
    """The whole template of a paper of one file, signed by whoever `body` says."""
    return template(
        title=title,
        letterhead="{{ office | hoofdletter }}",
        running_head=f"{title} – dossier {_REFERENCES}",
        foot=foot or title,
        body=body,
    )


def opening(title: str, subtitle: str, *to_whom: str) -> str:
    """Title and references; `to_whom`: facts about the addressee, made with `fact`."""
    return "".join(
        (
            paragraph(title, "Title"),
            paragraph(subtitle, "Subtitle"),
            fact("Van", "{{ office | hoofdletter }}"),
            *to_whom,
            fact("Dossiernummer", _REFERENCES),
            fact("Notitienummer", known_list("notice_numbers", "niet gemeld")),
            legal.basis(),
        )
    )


def annexes(none: str = "Geen.") -> str:
    """The numbered list of `annexes`, which the context holds as (number, title) rows."""
    return "".join(
        (
            heading("Bijlagen"),
            when("annexes", bullets("annex", "annexes", "{{ annex.number }}. {{ annex.title }}"), otherwise=(paragraph(none),)),
        )
    )


def signature(who: str) -> str:
    return "".join((heading("Ondertekening"), by_hand(who), by_hand("Plaats en datum"), by_hand("Handtekening")))


def open_ended_table(title: str, description: str, item: str, items: str, columns: tuple[Column, ...], empty: str) -> str:
    """A table, or the sentence that says that there is nothing in it."""
    return when(items, table(title, description, item, items, columns), otherwise=(paragraph(empty),))

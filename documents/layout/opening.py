"""The one head of a paper, from its references: office, addressee, numbers, day of making, language and what it rests on."""

from documents.layout import legal
from documents.layout.blocks import bullets, fact, heading, known, known_list, paragraph, when
from documents.layout.house_style import template


def paper(title: str, *, body: str, foot: str) -> bytes:
    """The whole template of a paper of one file."""
    return template(
        title=title,
        letterhead="{{ office | hoofdletter }}",
        running_head=f"{title} – dossier {{{{ case_number }}}}",
        foot=foot,
        body=body,
    )


def block(title: str, *to_whom: str, subtitle: str = "Dossier {{ case_number }}", basis: str | None = None) -> str:
    """`to_whom`: made with `fact`; `basis`: the line of the law, that of an internal paper if left out."""
    return "".join(
        (
            paragraph(title, "Title"),
            paragraph(subtitle, "Subtitle"),
            fact("Van", "{{ office | hoofdletter }}"),
            *to_whom,
            fact("Dossiernummer", "{{ case_number }}"),
            fact("Notitienummer", known_list("notice_numbers", "niet gemeld")),
            fact("Systeemnummer", known("system_number", "niet gekend")),
            fact("Nummer van de onderzoeksrechter", known("judge_number", "geen, of niet gekend")),
            fact("Opgemaakt op", "{{ made_on }}"),
            fact("Taal", "Nederlands"),
            basis or legal.basis(),
        )
    )


def annexes() -> str:
    return heading("Bijlagen") + when("annexes", bullets("annex", "annexes", "{{ annex }}"), otherwise=(paragraph("Geen opgegeven."),))

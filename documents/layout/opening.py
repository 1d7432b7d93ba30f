"""The one head of a paper of a file, from its references: who it is from and to, by which numbers it is found, and what goes with it."""

from documents.layout import legal
from documents.layout.blocks import fact, known, known_list, paragraph
from documents.layout.house_style import template

#: With its number, because an annex may have commas of its own.
_NUMBERED = "{% for annex in annexes %}{% if not loop.first %}; {% endif %}{{ loop.index }}. {{ annex }}{% endfor %}"


def paper(title: str, *, body: str, foot: str | None = None, running_head: str | None = None) -> bytes:
    """The whole template of a paper of one file; `foot` and `running_head`: beside the page, its title if left out."""
    return template(
        title=title,
        letterhead="{{ office | hoofdletter }}",
        running_head=f"{running_head or title} – dossier {{{{ case_number }}}}",
        foot=foot or title,
        body=body,
    )


def block(title: str, *to_whom: str, subtitle: str = "Dossier {{ case_number }}", basis: str | None = None) -> str:
    """`to_whom`: made with `fact`; `basis`: the line of the law, that of an internal paper if left out."""
    return "".join(
        (
            paragraph(title, "Title"),
            paragraph(subtitle, "Subtitle"),
            fact("Van", "{{ office | hoofdletter }}"),
            fact("Adres", known("office_address", "niet gekend")),
            *to_whom,
            fact("Dossiernummer", "{{ case_number }}"),
            fact("Notitienummer", known_list("notice_numbers", "niet gemeld")),
            fact("Systeemnummer", known("system_number", "niet gekend")),
            fact("Nummer van de onderzoeksrechter", known("judge_number", "geen, of niet gekend")),
            fact("Opgemaakt op", "{{ made_on }}"),
            fact("Taal van de rechtspleging", "Nederlands"),
            fact("Bijlagen", f"{{% if annexes %}}{_NUMBERED}{{% else %}}geen opgegeven{{% endif %}}"),
            basis or legal.basis(),
        )
    )

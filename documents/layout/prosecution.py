"""What the papers of a prosecution office open and close with: references, counts, annexes, and a signature that is always by hand."""

from documents.layout import legal
from documents.layout.blocks import Column, bullets, by_hand, fact, heading, known, known_list, paragraph, table, when
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


def opening(title: str, *particulars: str, basis: str | None = None) -> str:
    """`particulars`: further lines, made with `fact`; `basis`: the line of the law, that of an internal paper if left out."""
    return "".join(
        (
            paragraph(title, "Title"),
            paragraph("Dossier {{ case_number }}", "Subtitle"),
            fact("Van", "{{ office | hoofdletter }}"),
            *particulars,
            fact("Notitienummer", known_list("notice_numbers", "niet gekend")),
            fact("Systeemnummer", known("system_number", "niet gekend")),
            fact("Nummer onderzoeksrechter", known("inquiry_number", "niet gekend")),
            fact("Opgemaakt op", "{{ made_on }}"),
            fact("Taal", "Nederlands"),
            basis or legal.basis(),
        )
    )


def addressee() -> str:
    return fact("Aan", "{{ to.name }}") + fact("Adres", "{{ to.address }}")


def counts(without: str = "kwalificatie niet gekend") -> str:
    """
    The counts, with what was in force at the facts; the register chooses between no two of them.

    `without`: what stands where it holds no provision.
    """
    caption = "Feiten en kwalificatie"
    return heading(caption) + when(
        "counts",
        table(
            caption,
            "De feiten met periode, plaats en de wetsbepalingen die op de dag van de feiten golden.",
            "count",
            "counts",
            (
                Column("Nr.", 7, ("{{ count.number }}",)),
                Column(
                    "Feit",
                    30,
                    (
                        f"**{known('count.title', 'niet gekend welk misdrijf')}**",
                        f"- {known('count.period', 'Periode niet gekend', 'hoofdletter')}",
                        f"- {known('count.place', 'Plaats niet gekend', 'hoofdletter')}",
                    ),
                ),
                Column(
                    "In werking op de dag van de feiten",
                    40,
                    (
                        "{%p if count.articles %}",
                        "{%p for article in count.articles %}",
                        "{{ article }}",
                        "{%p endfor %}",
                        "{%p else %}",
                        without,
                        "{%p endif %}",
                    ),
                ),
            ),
        ),
        otherwise=(paragraph("Het dossier noemt geen misdrijf."),),
    )


#: Where the magistrate names the provision himself.
BELOW = "{% if articles %}de wetsbepaling die de magistraat hieronder noemt{% else %}kwalificatie niet gekend{% endif %}"


def named() -> str:
    """What the magistrate cites beside, or where the register holds nothing."""
    return when("articles", paragraph("De magistraat noemt als wetsbepaling:", "LeadIn"), bullets("article", "articles", "{{ article }}"))


def annexes() -> str:
    return heading("Bijlagen") + when("annexes", bullets("annex", "annexes", "{{ annex }}"), otherwise=(paragraph("Geen."),))


def signature(who: str = "Naam en functie van de magistraat") -> str:
    return "".join((heading("Ondertekening"), by_hand(who), by_hand("Plaats en datum"), by_hand("Handtekening")))

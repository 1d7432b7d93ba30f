"""What letters and findings of a prosecution office share: to whom they go, and counts that are not pleaded."""

from documents.layout.blocks import Column, bullets, fact, heading, known, paragraph, table, when


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

"""The blocks that the requisitions and summonses of the prosecutor share."""

from documents.layout.blocks import Column, bullets, each, fact, heading, known, known_list, paragraph, table, when

FOOT = "Vertrouwelijk – geheim van het onderzoek"


def counts(lead_in: str) -> str:
    """Every count with its own heading, which numbers it as the file does, and its circumstances where the maker told them."""
    return "".join(
        (
            heading("Feiten en kwalificatie"),
            paragraph(lead_in, "LeadIn"),
            each(
                "count",
                "counts",
                paragraph("**Feit {{ count.number }}.** {{ count.title | hoofdletter }}", "Count"),
                when("count.against", fact("Tegen", "{{ count.against | nummers }}")),
                when("count.period", fact("Periode", "{{ count.period | hoofdletter }}")),
                when("count.place", fact("Plaats", "{{ count.place | hoofdletter }}")),
                when("count.part", fact("Hoedanigheid", "{{ count.part }}")),
                when("count.attempt", fact("Niet voltooid", "{{ count.attempt }}")),
                paragraph("Strafbaar gesteld, volgens de tekst die bij de feiten gold, als:", "LeadIn"),
                bullets("text", "count.qualifications", "{{ text }}"),
                when(
                    "count.aggravating",
                    paragraph("Met als verzwarende vorm of omstandigheid:", "LeadIn"),
                    bullets("text", "count.aggravating", "{{ text }}"),
                ),
                _circumstances(),
                each("text", "count.remarks", paragraph("{{ text }}")),
            ),
        )
    )


def _circumstances() -> str:
    return when(
        "count.circumstances",
        paragraph("Met deze verzwarende omstandigheden:", "LeadIn"),
        bullets("text", "count.circumstances", "{{ text }}"),
    )


def people(title: str, expression: str, nobody: str, *, level: int = 1) -> str:
    """A table of suspects with what is known of their identity and custody."""
    return heading(title, level) + when(
        expression,
        table(
            title,
            "Wie het zijn, met hun identiteit en hun vrijheidsbeneming.",
            "one",
            expression,
            (
                Column("Nr.", 8, ("{{ one.id }}",)),
                Column("Wie", 27, ("**{{ one.designation | hoofdletter }}**", named("one.name", "one.withheld"))),
                Column("Identiteit", 38, (known_list("one.identity", "niet gekend"),)),
                Column("Vrijheidsbeneming", 27, (known("one.custody", "niet gemeld"),)),
            ),
        ),
        otherwise=(paragraph(nobody),),
    )


def named(name: str, withheld: str, why: str = "") -> str:
    """A name that is not told because it is a minor's is no name that nobody knows."""
    return f"{{% if {name} %}}{{{{ {name} }}}}{{% elif {withheld} %}}naam niet vermeld{why}{{% else %}}naam niet gekend{{% endif %}}"


def mitigating() -> str:
    return when(
        "mitigating",
        heading("Verzachtende omstandigheden"),
        paragraph("Het openbaar ministerie neemt deze verzachtende omstandigheden aan, zodat het misdrijf correctioneel wordt:", "LeadIn"),
        bullets("text", "mitigating", "{{ text }}"),
    )


def confiscations() -> str:
    return heading("Verbeurdverklaring") + when(
        "confiscations",
        paragraph("Het openbaar ministerie vordert schriftelijk de verbeurdverklaring ({{ law.confiscation }}) van:", "LeadIn"),
        bullets("text", "confiscations", "{{ text }}"),
        otherwise=(paragraph("In dit stuk vordert het openbaar ministerie schriftelijk geen verbeurdverklaring."),),
    )

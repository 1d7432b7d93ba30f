"""The words and the order of the uittreksel van een vonnis."""

from documents.layout import opening
from documents.layout.blocks import Column, bullets, each, fact, heading, known, known_list, open_ended_table, paragraph, signature, when

TITLE = "Uittreksel van een vonnis"


def draw() -> bytes:
    return opening.paper(
        TITLE,
        body=_head() + _judged() + _closing(),
    )


def _head() -> str:
    return "".join(
        (
            opening.block(TITLE, fact("Aan", "{{ recipient | hoofdletter }}"), subtitle="Dossier {{ case_number }}, voor {{ recipient }}"),
            fact("Vonnis van", "{{ pronounced_on }}"),
            fact("Aanleg", "{{ stage | hoofdletter }}"),
            fact("Nummer van het vonnis", known("judgment_number", "niet gekend")),
            fact("ECLI", known("ecli", "niet gekend")),
            when("corrects", fact("Verbetering", "dit vonnis verbetert een eerder vonnis in het register")),
            fact("Wetsbepaling", "{{ article }}"),
            fact("Te verzenden", "{% if due_on %}ten laatste op {{ due_on }}{% else %}geen termijn gekend die loopt{% endif %}"),
        )
    )


def _judged() -> str:
    return each(
        "person",
        "judged",
        heading("{{ person.who | hoofdletter }}"),
        when("person.identity", bullets("line", "person.identity", "{{ line | hoofdletter }}")),
        fact("Beoordeeld", "{{ person.manner }}"),
        fact("Kracht van gewijsde", "{{ person.final }}"),
        open_ended_table(
            "Beslissingen",
            "Per misdrijf de periode, de wetsbepaling en wat het vonnis besliste.",
            "row",
            "person.decided",
            (
                Column(
                    "Misdrijf",
                    46,
                    ("{{ row.offence | hoofdletter }}", "- " + known_list("row.articles", "wetsbepaling niet in het register")),
                ),
                Column("Periode", 27, (known("row.period", "niet gemeld"),)),
                Column("Beslissing", 27, ("{{ row.outcome | hoofdletter }}",)),
            ),
            "Geen beslissing ingeschreven.",
        ),
        when(
            "person.imposed",
            paragraph("Opgelegd:", "LeadIn"),
            bullets("line", "person.imposed", "{{ line | hoofdletter }}"),
            otherwise=(paragraph("Er is hem volgens het register niets opgelegd."),),
        ),
    )


def _closing() -> str:
    return "".join(
        (
            paragraph(
                "Dit uittreksel volgt wat van het vonnis in het register is ingeschreven. De griffier vergelijkt het met het vonnis "
                "vóór hij het tekent.",
                "Notice",
            ),
            signature("Naam en hoedanigheid van de griffier"),
        )
    )

"""The words and the order of the uittreksel van een vonnis."""

from documents.layout import legal
from documents.layout.blocks import bullets, each, fact, heading, known, known_list, paragraph, when
from documents.layout.formal import Column, open_ended_table, signature
from documents.layout.house_style import template

TITLE = "Uittreksel van een vonnis"


def draw() -> bytes:
    return template(
        title=TITLE,
        letterhead="{{ office | hoofdletter }}",
        running_head=f"{TITLE} – dossier {{{{ case_number }}}}",
        foot=TITLE,
        body=_head() + _judged() + _closing(),
    )


def _head() -> str:
    return "".join(
        (
            paragraph(TITLE, "Title"),
            paragraph("Voor {{ recipient }}", "Subtitle"),
            fact("Van", "{{ office | hoofdletter }}"),
            fact("Aan", "{{ recipient | hoofdletter }}"),
            fact("Dossiernummer", "{{ case_number }}"),
            fact("Notitienummer", known_list("notice_numbers", "niet gemeld")),
            fact("Vonnis van", "{{ pronounced_on }}"),
            fact("Aanleg", "{{ stage | hoofdletter }}"),
            fact("Nummer van het vonnis", known("judgment_number", "niet gekend")),
            fact("ECLI", known("ecli", "niet gekend")),
            when("corrects", fact("Verbetering", "dit vonnis verbetert een eerder vonnis in het register")),
            legal.basis(),
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
            signature("Naam en functie van de griffier"),
        )
    )

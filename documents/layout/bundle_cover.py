"""The words and the order of the cover of a bundle."""

from documents.layout.blocks import Column, fact, heading, known_list, paragraph, table
from documents.layout.house_style import template


def draw() -> bytes:
    body = (
        paragraph("Bundel {{ bundle }}", "Title"),
        paragraph("Dossier {{ case_number }}", "Subtitle"),
        fact("Dossiernummer", "{{ case_number }}"),
        fact("Notitienummer", known_list("notice_numbers", "niet gemeld")),
        fact("Opgemaakt", "{{ made_at }}"),
        fact("Bladzijden", "{{ pages }}, dit voorblad inbegrepen"),
        heading("Inventaris"),
        table(
            "Inventaris van de bundel",
            "De documenten in hun volgorde, met hun aantal bladzijden en de bladzijde van de bundel waarop elk begint.",
            "one",
            "papers",
            (
                Column("Nr.", 8, ("{{ one.number }}",)),
                Column("Document", 44, ("{{ one.title }}",)),
                Column("In het register", 28, ("{{ one.reference }}",)),
                Column("Blz.", 8, ("{{ one.pages }}",)),
                Column("Begint op", 12, ("{{ one.first_page }}",)),
            ),
        ),
        paragraph(
            "Deze bundel is een afdruk van documenten die het register bewaart. Elke bladzijde draagt het nummer van de bundel en haar "
            "plaats erin; de vingerafdruk van het geheel staat in de registerlijn van de bundel.",
            "Notice",
        ),
    )
    return template(
        title="Voorblad en inventaris van een bundel",
        letterhead="{{ office | hoofdletter }}",
        running_head="Bundel {{ bundle }} – dossier {{ case_number }}",
        foot="Voorblad en inventaris",
        body="".join(body),
    )

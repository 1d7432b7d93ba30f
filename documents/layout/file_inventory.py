"""The words and the order of the inventaris van het strafdossier."""

from documents.layout.blocks import Column, fact, heading, known, when
from documents.layout.formal import open_ended_table, opening, paper, signature

TITLE = "Inventaris van het strafdossier"


def draw() -> bytes:
    body = (
        opening(TITLE, "Dossier {{ case_number }}, {{ occasion }}", fact("Voor", "{{ sent_to | hoofdletter }}")),
        fact("Nummer onderzoeksrechter", known("inquiry_number", "niet gekend")),
        fact("Opgemaakt", "{{ made_at }}"),
        heading("De stukken"),
        open_ended_table(
            "Stukken",
            "De stukken met nummer, dag, soort, opsteller, kenmerk, bladzijden, kaft, digitaal kenmerk en merk.",
            "piece",
            "pieces",
            (
                Column("Nr.", 7, ("{{ piece.number }}",)),
                Column("Dag", 15, (known("piece.dated_on", "niet gekend"),)),
                Column("Stuk", 33, ("{{ piece.what | hoofdletter }}", "- Van: " + known("piece.author", "niet gekend"))),
                Column(
                    "Kenmerk",
                    24,
                    (known("piece.reference", "geen notitienummer"), "- {{ piece.digital }}", "- " + known("piece.mark", "gewoon stuk")),
                ),
                Column("Kaft", 11, (known("piece.folder", "niet gekend"),)),
                Column("Blz.", 10, (known("piece.pages", "niet gekend"),)),
            ),
            "In het register zijn geen stukken ingeschreven.",
        ),
        fact("Bladzijden", "{{ pages }}"),
        when("without_pages", fact("Zonder bladzijden", "van {{ without_pages }} van deze stukken is het aantal niet gekend")),
        signature("Naam en functie van de griffier"),
    )
    return paper(TITLE, body="".join(body))

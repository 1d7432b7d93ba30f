"""The words and the order of the inventaris van het strafdossier."""

from documents.layout import opening
from documents.layout.blocks import Column, fact, heading, known, open_ended_table, signature, when

TITLE = "Inventaris van het strafdossier"


def draw() -> bytes:
    body = (
        opening.block(TITLE, fact("Voor", "{{ sent_to | hoofdletter }}"), subtitle="Dossier {{ case_number }}, {{ occasion }}"),
        fact("Stand van", "{{ made_at }}"),
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
        signature("Naam en hoedanigheid van de griffier"),
    )
    return opening.paper(TITLE, body="".join(body))

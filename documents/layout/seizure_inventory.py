"""The words and the order of the inventaris van inbeslagnemingen met neerlegging ter griffie."""

from documents.layout import opening
from documents.layout.blocks import Column, by_hand, fact, heading, known, open_ended_table, paragraph, signature, table, when

TITLE = "Inventaris van inbeslagnemingen"


def draw() -> bytes:
    return opening.paper(TITLE, body=_head() + _items() + _drugs() + _deposit())


def _head() -> str:
    return "".join(
        (
            opening.block(
                TITLE, fact("Aan", "{{ registry | hoofdletter }}"), subtitle="Dossier {{ case_number }}, met neerlegging ter griffie"
            ),
        )
    )


def _items() -> str:
    return "".join(
        (
            heading("In beslag genomen"),
            open_ended_table(
                "In beslag genomen voorwerpen",
                "Per voorwerp omschrijving, gewicht, zegel, vindplaats, vinder, eigenaar, proces-verbaal, bestemming en stand.",
                "item",
                "items",
                (
                    Column("Nr.", 7, ("**{{ item.number }}**",)),
                    Column(
                        "Voorwerp",
                        27,
                        (
                            "{{ item.what | hoofdletter }}",
                            "- Eigenaar: " + known("item.owner", "niet gekend"),
                            "- Proces-verbaal: {{ item.report_number }}",
                        ),
                    ),
                    Column(
                        "Hoeveelheid en gewicht",
                        20,
                        (
                            known("item.quantity", "aantal niet gekend"),
                            "- Bruto: " + known("item.gross", "niet gekend"),
                            "- Netto: " + known("item.net", "niet gekend"),
                        ),
                    ),
                    Column(
                        "Gevonden",
                        25,
                        (
                            "{{ item.place | hoofdletter }}",
                            "- Container: " + known("item.container", "niet gekend"),
                            "- Ligging: " + known("item.position", "niet gekend"),
                            "- Door: {{ item.finder }}",
                        ),
                    ),
                    Column(
                        "Zegel en bestemming",
                        21,
                        (
                            "Zegel: " + known("item.seal", "niet gekend"),
                            "- Bestemming: " + known("item.destination", "niet gekend"),
                            "- Stand: {{ item.status }}",
                        ),
                    ),
                ),
                "Er is in het register niets in beslag genomen.",
            ),
        )
    )


def _drugs() -> str:
    return when(
        "drugs",
        heading("Drugs: staal en vernietiging"),
        table(
            "Drugs",
            "Per voorwerp het staal en de beslissing tot vernietiging.",
            "drug",
            "drugs",
            (
                Column("Nr.", 10, ("**{{ drug.number }}**",)),
                Column("Staal", 40, (known("drug.sample", "niet gekend"),)),
                Column("Beslissing tot vernietiging", 50, (known("drug.destruction", "nog niet beslist"),)),
            ),
        ),
    )


def _deposit() -> str:
    return "".join(
        (
            when("remark", heading("Opmerking"), paragraph("{{ remark }}")),
            signature("Naam en hoedanigheid van wie neerlegt"),
            heading("Neerlegging ter griffie"),
            paragraph("Neergelegd op {{ registry }}, volgens de inventaris hierboven.", "LeadIn"),
            by_hand("Nummer in het register van overtuigingsstukken"),
            by_hand("Voorwerpen die niet of anders zijn neergelegd"),
            by_hand("Dag en uur"),
            by_hand("Naam, functie en handtekening van de griffier"),
        )
    )

"""The words and the order of the aanbod aan het federaal parket."""

from documents.layout import legal, opening
from documents.layout.blocks import Column, bullets, by_hand, fact, heading, known, known_list, open_ended_table, paragraph, signature, when

TITLE = "Aanbod aan het federaal parket"


def draw() -> bytes:
    return opening.paper(
        TITLE,
        body=_head() + _reason() + _file() + signature() + _answer(),
        foot=legal.FOOT,
    )


def _head() -> str:
    return "".join(
        (
            opening.block(
                TITLE, fact("Aan", "De federale procureur"), subtitle="Dossier {{ case_number }}, na overleg tussen de parketten"
            ),
            fact("Stand van het dossier", "{{ standing | hoofdletter }}"),
            heading("Aanbod"),
            paragraph(
                "Dit dossier wordt u aangeboden om de strafvordering erin uit te oefenen, na overleg tussen onze parketten. "
                "Tot uw beslissing blijft het bij dit parket."
            ),
            heading("Samenvatting"),
            paragraph("{{ summary }}"),
        )
    )


def _reason() -> str:
    return "".join(
        (
            heading("Reden van het aanbod"),
            when(
                "indications",
                paragraph("Volgens het register:", "LeadIn"),
                bullets("indication", "indications", "{{ indication }}"),
            ),
            paragraph("{{ reason }}"),
        )
    )


def _file() -> str:
    return "".join(
        (
            heading("Het dossier"),
            open_ended_table(
                "Feiten",
                "De feiten met periode, plaats en wetsbepaling.",
                "charge",
                "charges",
                (
                    Column("Nr.", 7, ("{{ charge.number }}",)),
                    Column(
                        "Feit",
                        39,
                        ("{{ charge.title | hoofdletter }}", "- " + known_list("charge.articles", "wetsbepaling niet in het register")),
                    ),
                    Column("Periode", 22, (known("charge.period", "niet gemeld"),)),
                    Column("Plaats", 32, (known("charge.place", "niet gemeld"),)),
                ),
                "Het dossier noemt geen feit.",
            ),
            open_ended_table(
                "Verdachten",
                "De verdachten met woonplaats en vrijheidsbeneming.",
                "suspect",
                "suspects",
                (
                    Column("Verdachte", 40, ("{{ suspect.who | hoofdletter }}",)),
                    Column("Woonplaats", 25, (known("suspect.residence", "niet gekend"),)),
                    Column("Vrijheidsbeneming", 35, (known("suspect.custody", "niet gemeld"),)),
                ),
                "Er is geen verdachte gekend.",
            ),
            when("related_cases", paragraph("Verwante dossiers:", "LeadIn"), bullets("related", "related_cases", "{{ related }}")),
            when(
                "time_limits",
                paragraph("Volgens het register liepen op {{ limits_at }}:", "LeadIn"),
                bullets("limit", "time_limits", "{{ limit }}"),
                otherwise=(paragraph("Het register bevatte op {{ limits_at }} voor dit dossier geen lopende termijnen."),),
            ),
            paragraph("Het aanbod stopt geen termijn.", "Notice"),
        )
    )


def _answer() -> str:
    return "".join(
        (
            heading("Beslissing van de federale procureur"),
            by_hand("Neemt de zaak of laat ze bij het parket"),
            by_hand("Reden"),
            by_hand("Naam, functie en datum"),
            by_hand("Handtekening"),
        )
    )

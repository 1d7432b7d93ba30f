"""The words and the order of the verzoek tot regeling van rechtsgebied."""

from documents.layout import legal, opening
from documents.layout.blocks import Column, bullets, each, fact, heading, known, known_list, open_ended_table, paragraph, signature, when

TITLE = "Verzoek tot regeling van rechtsgebied"


def draw() -> bytes:
    return opening.paper(TITLE, body=_head() + _seats() + _file() + _request() + signature())


def _head() -> str:
    return "".join(
        (
            opening.block(
                TITLE, fact("Aan", "{{ settled_by | hoofdletter }}"), subtitle="Geschil tussen rechters, dossier {{ case_number }}"
            ),
            fact("Wetsbepaling", "{{ article }}{% if confidence %} ({{ confidence }}){% endif %}"),
            fact("Geschil", "{{ kind | hoofdletter }}"),
            fact("Opgeworpen op", "{{ raised_on }}"),
            fact("Grond", "{{ ground | hoofdletter }}"),
        )
    )


def _seats() -> str:
    return "".join(
        (
            heading("De strijdige beslissingen"),
            each(
                "seat",
                "seats",
                paragraph("**{{ seat.court | hoofdletter }}** ({{ seat.side }})", "LeadIn"),
                paragraph(
                    "{{ seat.decision | hoofdletter }}, van {{ seat.decided_on }}{% if seat.ecli %}, {{ seat.ecli }}{% endif %}.",
                    "ListBullet",
                ),
                paragraph("Gronden die het register voor deze rechter kent: " + known_list("seat.grounds", "geen") + ".", "ListBullet"),
            ),
            paragraph("Het geschil is opgeworpen omdat: {{ raised_because }}"),
        )
    )


def _file() -> str:
    return "".join(
        (
            heading("De feiten en de verdachten"),
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
                        (
                            "{{ charge.title | hoofdletter }}",
                            "- " + known_list("charge.articles", "wetsbepaling niet in het register"),
                        ),
                    ),
                    Column("Periode", 22, (known("charge.period", "niet gemeld"),)),
                    Column("Plaats", 32, (known("charge.place", "niet gemeld"),)),
                ),
                "Het dossier noemt geen feit.",
            ),
            open_ended_table(
                "Verdachten",
                "De verdachten met hun vrijheidsbeneming.",
                "suspect",
                "suspects",
                (
                    Column("Verdachte", 60, ("{{ suspect.who | hoofdletter }}",)),
                    Column("Vrijheidsbeneming", 40, (known("suspect.custody", "niet gemeld"),)),
                ),
                "Er is geen verdachte gekend.",
            ),
            when(
                "time_limits",
                paragraph("Volgens het register liepen op {{ limits_at }}:", "LeadIn"),
                bullets("limit", "time_limits", "{{ limit }}"),
                otherwise=(paragraph("Het register bevatte op {{ limits_at }} voor dit dossier geen lopende termijnen."),),
            ),
            paragraph("Het geschil stopt geen termijn.", "Notice"),
        )
    )


def _request() -> str:
    return "".join(
        (
            heading("Middelen"),
            paragraph("{{ reasons }}"),
            heading("Verzoek"),
            paragraph(
                "Het openbaar ministerie verzoekt {{ settled_by }} het rechtsgebied te regelen, de rechter aan te wijzen die van de zaak "
                "kennisneemt, en te beslissen over de handelingen die al zijn verricht."
            ),
            legal.texts(),
            when("designate", paragraph("Het stelt voor aan te wijzen: {{ designate }}.")),
        )
    )

"""The words and the order of the eindvordering."""

from documents.layout import charges, opening
from documents.layout.blocks import Column, fact, heading, known, paragraph, signature, table, when


def draw() -> bytes:
    return opening.paper(
        "Eindvordering",
        foot=charges.FOOT,
        body="".join(
            (
                opening.block(
                    "Eindvordering",
                    fact("Aan", "{{ chamber | hoofdletter }}"),
                    fact("Onderzoeksrechter", "{{ judge | hoofdletter }}"),
                ),
                charges.people("Inverdenkinggestelden", "accused", "Tegen X: van de daders is niemand gekend."),
                charges.counts("Het gerechtelijk onderzoek ging over deze feiten:"),
                _requested(),
                charges.mitigating(),
                when("mitigating_article", fact("Grond", "{{ mitigating_article }}")),
                heading("Samenhang"),
                paragraph(known("connexity", "Geen samenhang opgetekend.", "hoofdletter")),
                charges.confiscations(),
                signature(),
            )
        ),
    )


def _requested() -> str:
    return "".join(
        (
            heading("Vordering"),
            paragraph("Het openbaar ministerie vordert, voor elke inverdenkinggestelde en elk feit:", "LeadIn"),
            when(
                "requested",
                table(
                    "Vordering per inverdenkinggestelde en feit",
                    "Voor elke inverdenkinggestelde en elk feit wat het openbaar ministerie vordert.",
                    "one",
                    "requested",
                    (
                        Column(
                            "Inverdenkinggestelde",
                            27,
                            (
                                "{% if one.designation %}{{ one.designation | hoofdletter }} ({{ one.person }})"
                                "{% else %}{{ one.person }} (niemand gekend){% endif %}",
                            ),
                        ),
                        Column("Feit", 45, ("{{ one.count }}. {{ one.title }}",)),
                        Column("Gevorderd", 28, ("**{{ one.outcome | hoofdletter }}**",)),
                    ),
                ),
                otherwise=(paragraph("Niets: geen feit van dit dossier staat voor de raadkamer."),),
            ),
            fact("Verwijzing naar", known("court", "niemand wordt naar een rechtbank verwezen", "hoofdletter")),
        )
    )

"""The words and the order of the verzoek tot regeling van de rechtspleging."""

from documents.layout import charges, opening
from documents.layout.blocks import Column, fact, heading, known, paragraph, signature, table, when


def draw() -> bytes:
    return opening.paper(
        "Verzoek tot regeling van de rechtspleging",
        foot=charges.FOOT,
        body="".join(
            (
                opening.block(
                    "Verzoek tot regeling van de rechtspleging",
                    fact("Aan", "{{ chamber | hoofdletter }}"),
                    fact("Onderzoeksrechter", "{{ judge | hoofdletter }}"),
                ),
                heading("Verzoek"),
                fact("Dossier meegedeeld op", "{{ communicated_on }}"),
                fact("Eindvordering van", known("requisition_on", "volgt")),
                paragraph(
                    "De onderzoeksrechter heeft het dossier meegedeeld. Het openbaar ministerie vordert dat de raadkamer een dag bepaalt "
                    "waarop de rechtspleging wordt geregeld, en dat de griffie wie hieronder staat daarvan verwittigt."
                ),
                charges.people("Inverdenkinggestelden", "accused", "Tegen X: van de daders is niemand gekend."),
                _told(),
                signature(),
            )
        ),
    )


def _told() -> str:
    return "".join(
        (
            heading("Te verwittigen"),
            when(
                "told",
                table(
                    "Te verwittigen",
                    "Wie van de dag van de raadkamer verwittigd wordt.",
                    "one",
                    "told",
                    (
                        Column("Wie", 40, ("{{ one.designation | hoofdletter }}",)),
                        Column("Naam", 60, (charges.named("one.name", "one.withheld", ": {{ one.withheld }}"),)),
                    ),
                ),
                otherwise=(paragraph("Het dossier noemt geen inverdenkinggestelde, burgerlijke partij of benadeelde persoon."),),
            ),
            fact("Dossier ter inzage", "{{ term }} voor de zitting ({{ term_article }}; {{ term_confidence }})"),
            when(
                "detained",
                paragraph("**Een inverdenkinggestelde is aangehouden:** de kortere termijn geldt.", "Notice"),
                otherwise=(paragraph("Geen inverdenkinggestelde is volgens het register aangehouden."),),
            ),
        )
    )

"""The words and the order of the vordering tot gerechtelijk onderzoek."""

from documents.layout import charges, opening
from documents.layout.blocks import Column, bullets, fact, heading, paragraph, signature, table, when


def draw() -> bytes:
    return opening.paper(
        "Vordering tot gerechtelijk onderzoek",
        foot=charges.FOOT,
        body="".join(
            (
                opening.block(
                    "Vordering tot gerechtelijk onderzoek",
                    fact("Aan", "{{ judge | hoofdletter }}"),
                    fact("Zetel", "{{ court | hoofdletter }}"),
                ),
                heading("Vordering"),
                paragraph(
                    "Het openbaar ministerie vordert dat de onderzoeksrechter een gerechtelijk onderzoek instelt naar de feiten hieronder, "
                    "en daarbij de onderzoekshandelingen doet die het vraagt en alle andere die nuttig blijken."
                ),
                charges.people("Tegen wie", "suspects", "Tegen X: van de daders is niemand gekend."),
                charges.counts("De vordering gaat over deze feiten:"),
                _acts(),
                _territory(),
                signature(),
            )
        ),
    )


def _acts() -> str:
    return "".join(
        (
            heading("Gevraagde onderzoekshandelingen"),
            when(
                "acts",
                bullets("act", "acts", "{{ act }}"),
                otherwise=(paragraph("Geen handeling in het bijzonder: de onderzoeksrechter doet wat hij nodig acht."),),
            ),
        )
    )


def _territory() -> str:
    return "".join(
        (
            heading("Territoriale bevoegdheid"),
            when(
                "grounds",
                table(
                    "Gronden",
                    "De wettelijke gronden waarop de bevoegdheid van de onderzoeksrechter steunt.",
                    "ground",
                    "grounds",
                    (
                        Column("Grond", 50, ("{{ ground.title | hoofdletter }}",)),
                        Column("Artikel", 30, ("{{ ground.article }}",)),
                        Column("Zekerheid", 20, ("{{ ground.confidence }}",)),
                    ),
                ),
            ),
            when("risk", paragraph("{{ risk }}", "Notice")),
        )
    )

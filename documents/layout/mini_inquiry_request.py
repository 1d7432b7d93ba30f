"""The words and the order of the vordering mini-instructie."""

from documents.layout import charges, legal, opening
from documents.layout.blocks import fact, heading, paragraph, signature, when


def draw() -> bytes:
    return opening.paper(
        "Vordering mini-instructie",
        foot=charges.FOOT,
        body="".join(
            (
                opening.block(
                    "Vordering tot een onderzoekshandeling (mini-instructie)",
                    fact("Aan", "{{ judge | hoofdletter }}"),
                    fact("Zetel", "{{ court | hoofdletter }}"),
                ),
                when(
                    "earlier",
                    paragraph("In dit dossier ging al een vordering uit: {{ earlier }}. Deze gaat daarom naar dezelfde rechter.", "Notice"),
                ),
                heading("Gevraagde handeling"),
                paragraph("Het openbaar ministerie vordert dat de onderzoeksrechter deze ene handeling doet:", "LeadIn"),
                paragraph("{{ act | hoofdletter }}", "Notice"),
                when("not_excluded", fact("Geen uitgesloten handeling", "{{ not_excluded | hoofdletter }}")),
                fact("Reden", "{{ reason | hoofdletter }}"),
                charges.people("Tegen wie", "suspects", "Tegen X: van de daders is niemand gekend."),
                charges.counts("De handeling dient het opsporingsonderzoek naar deze feiten:"),
                heading("Wat deze vordering is"),
                legal.texts(),
                paragraph("Zij vraagt, en kan vragen, geen van deze handelingen: {{ excluded | opsomming }}."),
                signature(),
            )
        ),
    )

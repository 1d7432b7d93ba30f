"""The words and the order of the ontvangstbewijs."""

from documents.layout import legal, opening
from documents.layout.blocks import fact, known, known_list, paragraph


def draw() -> bytes:
    body = (
        opening.block("Ontvangstbewijs", fact("Gemeld door", "{{ reported_by }}"), basis=legal.letter_basis()),
        paragraph(
            "Uw melding is ontvangen en ingeschreven in het register. "
            "Vermeld in elk verder stuk en bij elke vraag het dossiernummer hierboven."
        ),
        fact("Ontvangen", "{{ received_kind }}"),
        fact("Langs", "{{ channel }}"),
        fact("Ontvangen op", known("received_on", "niet gemeld; de dag van inschrijving geldt")),
        fact("Ingeschreven op", "{{ registered_on }} om {{ registered_at }}"),
        fact("Vingerafdruk (sha256)", "{{ digest }}", fine=True),
        fact("Verantwoordelijk parket", known_list("responsible_offices", "nog te bepalen", "opsomming | hoofdletter")),
        fact("Vragen en aanvullingen", "aan het parket hierboven"),
        paragraph("Dit bewijs bevestigt alleen dat de melding is ontvangen en ingeschreven.", "Notice"),
        legal.texts(),
    )
    return opening.paper("Ontvangstbewijs", body="".join(body))

"""The words and the order of the ontvangstbewijs."""

from documents.layout import legal
from documents.layout.blocks import fact, known, known_list, paragraph
from documents.layout.house_style import template


def draw() -> bytes:
    body = (
        paragraph("Ontvangstbewijs", "Title"),
        paragraph("Dossier {{ case_number }}", "Subtitle"),
        paragraph(
            "Uw melding is ontvangen en ingeschreven in het register. "
            "Vermeld in elk verder stuk en bij elke vraag het dossiernummer hieronder."
        ),
        fact("Dossiernummer", "{{ case_number }}"),
        fact("Notitienummer", known_list("notice_numbers", "niet gemeld")),
        fact("Gemeld door", "{{ reported_by }}"),
        fact("Ontvangen op", known("received_on", "niet gemeld; de dag van inschrijving geldt")),
        fact("Ingeschreven op", "{{ registered_on }} om {{ registered_at }}"),
        fact("Verantwoordelijk parket", known_list("responsible_offices", "nog te bepalen", "opsomming | hoofdletter")),
        legal.letter_basis(),
        fact("Vragen en aanvullingen", "{{ office | hoofdletter }}"),
        paragraph(
            "Dit bewijs bevestigt alleen dat de melding is ontvangen en ingeschreven.",
            "Notice",
        ),
        legal.texts(),
    )
    return template(
        title="Ontvangstbewijs",
        letterhead="{{ office | hoofdletter }}",
        running_head="Ontvangstbewijs – dossier {{ case_number }}",
        foot="Ontvangstbewijs",
        body="".join(body),
    )

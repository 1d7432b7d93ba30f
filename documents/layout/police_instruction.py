"""The words and the order of the kantschrift."""

from documents.layout import charges, legal, opening
from documents.layout.blocks import bullets, by_hand, each, fact, heading, paragraph, signature, when


def draw() -> bytes:
    return opening.paper(
        "Kantschrift",
        foot=charges.FOOT,
        body="".join(
            (
                opening.block(
                    "Kantschrift",
                    fact("Aan", "{{ addressee | hoofdletter }}"),
                    subtitle="Dossier {{ case_number }} – opdracht nr. {{ request_number }}",
                ),
                fact("Gevraagd op", "{{ asked_on }}"),
                fact("Terug uiterlijk op", "{{ due_on }}"),
                heading("Opdracht"),
                paragraph("{{ question | hoofdletter }}", "Notice"),
                paragraph("U wordt verzocht:", "LeadIn"),
                each("duty", "duties", paragraph("**{{ loop.index }}.** {{ duty }}", "Duty")),
                heading("Waarover het gaat"),
                when(
                    "offences",
                    bullets("offence", "offences", "{{ offence | hoofdletter }}"),
                    otherwise=(paragraph("Het dossier noemt nog geen misdrijf."),),
                ),
                heading("Uitvoering en teruggave"),
                legal.texts(),
                paragraph(
                    "Vermeld dossiernummer en opdrachtnummer. Kan een opdracht niet of niet op tijd, meld dat dan voor de dag hierboven."
                ),
                signature(),
                heading("Antwoord van de dienst"),
                by_hand("Uitgevoerd op, door"),
                by_hand("Nummer van het proces-verbaal"),
                by_hand("Handtekening"),
            )
        ),
    )

"""The words and the order of the beslissing tot seponering."""

from documents.layout import legal, opening, prosecution
from documents.layout.blocks import Column, bullets, each, fact, heading, known, paragraph, signature, table, when

_TITLE = "Beslissing tot seponering"


def draw() -> bytes:
    return opening.paper(
        _TITLE,
        foot=legal.FOOT,
        body=_head() + _grounds() + prosecution.counts() + _reach() + signature(),
    )


def _head() -> str:
    return opening.block(_TITLE) + fact("Ontvangen op", known("received_on", "niet gekend"))


def _grounds() -> str:
    return "".join(
        (
            heading("Beslissing"),
            paragraph(
                "Dit dossier wordt niet vervolgd voor de verdachten en de feiten die hieronder staan, om de reden die erbij staat "
                "({{ duty }}: de procureur des Konings geeft de reden aan; {{ duty_confidence }})."
            ),
            each(
                "ground",
                "grounds",
                heading("Motief {{ ground.code }}: {{ ground.title }}", 2),
                when(
                    "ground.technical",
                    fact("Aard", "technisch: de wet of het bewijs staat vervolging in de weg"),
                    otherwise=(fact("Aard", "opportuniteit: er kan vervolgd worden, en dat gebeurt niet"),),
                ),
                fact("Toelichting", known("ground.reason", "geen")),
                fact(
                    "Ingeschreven op",
                    known("ground.entered_on", "nog niet ingeschreven; de seponering geldt pas na ondertekening en inschrijving"),
                ),
                fact("Zekerheid van de lijst", "woorden {{ ground.words_confidence }}, nummer {{ ground.code_confidence }}"),
                table(
                    "Verdachten en feiten",
                    "Voor wie en voor welk feit dit motief geldt.",
                    "row",
                    "ground.decided",
                    (
                        Column("Verdachte", 50, ("{{ row.suspect | hoofdletter }}",)),
                        Column("Feit", 8, (known("row.count", "–"),)),
                        Column("Misdrijf", 42, (known("row.title", "niet gekend"),)),
                    ),
                ),
            ),
            when(
                "form",
                fact("Bijzondere vorm", "{{ form }}"),
                when("conditions", paragraph("Voorwaarden:", "LeadIn"), bullets("condition", "conditions", "{{ condition }}")),
            ),
        )
    )


def _reach() -> str:
    return "".join(
        (
            heading("Draagwijdte"),
            legal.texts(),
            when(
                "remaining",
                paragraph("De seponering geldt niet voor:", "LeadIn"),
                bullets("row", "remaining", "{{ row | hoofdletter }}"),
                otherwise=(paragraph("Zij geldt voor alle verdachten en alle feiten van het dossier."),),
            ),
            when(
                "injured",
                paragraph(
                    "Het bericht met de reden gaat naar elke persoon die een verklaring van benadeelde aflegde ({{ law.injured_person }}):",
                    "LeadIn",
                ),
                bullets("person", "injured", "{{ person | hoofdletter }}"),
                otherwise=(paragraph("In het dossier staat geen persoon die een verklaring van benadeelde aflegde."),),
            ),
        )
    )

"""The words and the order of de vaststelling van verval van de strafvordering."""

from documents.layout import legal, opening, prosecution
from documents.layout.blocks import Column, bullets, fact, heading, known, paragraph, signature, table, when

_TITLE = "Vaststelling van verval van de strafvordering"


def draw() -> bytes:
    return opening.paper(
        _TITLE,
        foot=legal.FOOT,
        body=_cause() + prosecution.counts() + _limitation() + _reach() + signature(),
    )


def _cause() -> str:
    return "".join(
        (
            opening.block(_TITLE),
            fact("Oorzaak", "{{ cause }}"),
            fact("Rechtsgrond", "{{ article }} ({{ confidence }})"),
            heading("Vaststelling"),
            paragraph("De strafvordering is voor de verdachten en de feiten hieronder vervallen door: {{ cause }}."),
            when(
                "event_on",
                fact("Dag van de oorzaak", "{{ event_on }}"),
            ),
            when("paper", fact("Stuk", "{{ paper }}")),
            fact("Ingeschreven op", known("entered_on", "nog niet ingeschreven")),
            fact("Toelichting", known("reason", "geen")),
            table(
                "Verdachten en feiten",
                "Voor wie en voor welk feit de strafvordering vervallen is.",
                "row",
                "ended",
                (
                    Column("Verdachte", 50, ("{{ row.suspect | hoofdletter }}",)),
                    Column("Feit", 8, (known("row.count", "–"),)),
                    Column("Misdrijf", 42, (known("row.title", "niet gekend"),)),
                ),
            ),
        )
    )


def _limitation() -> str:
    return when(
        "expired",
        heading("Berekening van de verjaring"),
        paragraph(
            "Vanaf de laatste mogelijke dag van de feiten, met de daden en de schorsingen die in het register staan:",
            "LeadIn",
        ),
        table(
            "Verjaring",
            "De laatste dag van elk feit met de berekening en de wetsbepaling.",
            "row",
            "expired",
            (
                Column("Feit", 8, ("{{ row.count }}",)),
                Column("Laatste dag", 20, ("**{{ row.last_day }}**", f"- {known('row.suspects', 'alle verdachten van het feit')}")),
                Column("Berekening", 72, ("{{ row.sum }}", "- {{ row.article }}; {{ row.confidence }}")),
            ),
        ),
    )


def _reach() -> str:
    return when(
        "remaining",
        heading("Wat niet vervalt"),
        bullets("row", "remaining", "{{ row | hoofdletter }}"),
    )

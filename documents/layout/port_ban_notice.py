"""The words and the order of the mededeling van een havenverbod."""

from documents.layout import opening
from documents.layout.blocks import bullets, fact, heading, known, paragraph, signature, when

TITLE = "Mededeling van een havenverbod"


def draw() -> bytes:
    body = (
        opening.block(TITLE, fact("Aan", "{{ recipient | hoofdletter }}")),
        fact("Weg van verzending", "{{ channel | hoofdletter }}"),
        fact("Vragen", known("contact", "aan het parket hierboven")),
        heading("Persoon en verbod"),
        fact("Naam", "{{ name }}"),
        fact("Geboren", known("birth", "niet gekend")),
        fact("Nationaliteit", known("nationality", "niet gekend")),
        paragraph(
            "Deze persoon mag tijdens het verbod de havens en havenfaciliteiten hieronder niet betreden, en er of in hun dienstensector "
            "niet werken."
        ),
        fact("Havens en faciliteiten", "{{ ports | hoofdletter }}"),
        fact("Duur", "{{ length }} (de wet laat ten hoogste {{ longest }} toe)"),
        fact("Opgelegd door", "{{ court | hoofdletter }}, {{ pronounced_on }}"),
        fact("Nummer van het vonnis", known("judgment_number", "niet gekend")),
        fact("Uitwerking vanaf", "{{ effect_on }}"),
        when(
            "runs_from",
            fact("Termijn begint op", "{{ runs_from }}"),
            fact("Laatste dag", "{{ last_day }}"),
            otherwise=(
                fact("Termijn begint op", "nog niet gekend; u verneemt de dag met een nieuwe mededeling"),
                paragraph("**Het verbod geldt nu al**, ook al loopt de termijn zelf nog niet.", "Notice"),
            ),
        ),
        paragraph("**Hoe de dagen volgen:** {{ start_rule }}"),
        heading("Rechtsgrond"),
        bullets("article", "articles", "{{ article }}"),
        fact("Van de mededeling", "{{ legal_base }}"),
        paragraph(
            "De rechtsgrond van de mededeling is die welke de opsteller noemt. Het register heeft hem niet nagegaan: niet geverifieerd. "
            "Gebruik deze gegevens alleen om het verbod toe te passen.",
            "Notice",
        ),
        signature(),
    )
    return opening.paper(
        TITLE,
        foot="Vertrouwelijk – persoonsgegevens over een veroordeling",
        body="".join(body),
    )

"""The words and the order of the voorstel tot minnelijke schikking."""

from documents.layout import legal, opening, prosecution
from documents.layout.blocks import bullets, by_hand, fact, heading, known, paragraph, signature, when

_TITLE = "Voorstel tot minnelijke schikking"


def draw() -> bytes:
    return opening.paper(
        _TITLE,
        body=_opening() + prosecution.counts(prosecution.BELOW) + prosecution.named() + _terms() + _conditions() + _effect() + _close(),
    )


def _opening() -> str:
    return "".join(
        (
            opening.block(
                _TITLE,
                prosecution.addressee(),
                fact("In het dossier", "{{ to.designation }}"),
                basis=legal.letter_basis(),
            ),
            fact("Rechtsgrond", "{{ article }}"),
            heading("Voorstel"),
            paragraph(
                "De procureur des Konings stelt u voor de strafvordering voor de feiten hieronder te laten vervallen door de som te "
                "betalen en de voorwaarden na te komen die in dit voorstel staan. U bent niet verplicht erop in te gaan."
            ),
        )
    )


def _terms() -> str:
    return "".join(
        (
            heading("Wat u wordt gevraagd"),
            fact("Te betalen som", "{{ amount }}"),
            fact("Te betalen tot en met", "{{ due_on }}"),
            fact("Hoe te betalen", "{{ payment }}"),
            when(
                "renounced",
                paragraph("U doet afstand van, of aanvaardt de verbeurdverklaring van:", "LeadIn"),
                bullets("thing", "renounced", "{{ thing }}"),
                otherwise=(paragraph("Er wordt geen afstand en geen verbeurdverklaring gevraagd."),),
            ),
            fact("Schade", "{{ damage }}"),
            fact("Toelichting", known("damage_words", "geen")),
        )
    )


def _conditions() -> str:
    return "".join(
        (
            heading("Voorwaarden van de wet"),
            paragraph("De magistraat die dit voorstel ondertekent, bevestigt:", "LeadIn"),
            paragraph("het feit houdt geen zware schending van de lichamelijke integriteit in;", "ListBullet"),
            paragraph(
                "hij verwacht geen zwaardere hoofdstraf te vorderen dan {{ expected_years }} jaar gevangenis.",
                "ListBullet",
            ),
        )
    )


def _effect() -> str:
    return "".join(
        (
            heading("Gevolg"),
            legal.texts(),
            paragraph("Doet u dat niet, dan gaat het dossier voort."),
            when(
                "homologation",
                paragraph(
                    "**De zaak is al bij een rechter:** de schikking heeft pas gevolg als die rechter haar homologeert.",
                    "Notice",
                ),
            ),
            fact("Contact", "{{ contact }}"),
        )
    )


def _close() -> str:
    return "".join(
        (
            signature(),
            heading("Antwoord"),
            by_hand("Aanvaard of geweigerd"),
            by_hand("Naam"),
            by_hand("Plaats en datum"),
            by_hand("Handtekening"),
        )
    )

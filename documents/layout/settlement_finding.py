"""The words and the order of the vaststelling van de minnelijke schikking."""

from documents.layout import legal, opening, prosecution
from documents.layout.blocks import bullets, fact, heading, paragraph, signature, when

_TITLE = "Vaststelling van minnelijke schikking"


def draw() -> bytes:
    return opening.paper(
        _TITLE,
        foot=legal.FOOT,
        body=_opening() + prosecution.counts(prosecution.BELOW) + prosecution.named() + _offer() + _met() + signature(),
    )


def _opening() -> str:
    return opening.block(_TITLE, fact("Ten aanzien van", "{{ suspect | hoofdletter }}")) + fact(
        "Rechtsgrond", "{{ article }} ({{ confidence }})"
    )


def _offer() -> str:
    return "".join(
        (
            heading("Het voorstel"),
            fact("Voorstel van", "{{ offered_on }}"),
            fact("Som", "{{ amount }}"),
            fact("Te betalen tot en met", "{{ due_on }}"),
            fact("Schade", "{{ damage }}"),
            when(
                "renounced",
                paragraph("Gevraagde afstand of verbeurdverklaring:", "LeadIn"),
                bullets("thing", "renounced", "{{ thing }}"),
                otherwise=(paragraph("Er was geen afstand en geen verbeurdverklaring gevraagd."),),
            ),
        )
    )


def _met() -> str:
    return "".join(
        (
            heading("Vaststelling"),
            fact("Betaald", "{{ paid }}"),
            fact("Betaald op", "{{ paid_on }}{% if late %} (na de termijn; de magistraat aanvaardt dat){% endif %}"),
            fact("Bewijs", "{{ proof }}"),
            when("renounced", fact("Afstand", "gedaan")),
            when("damage_done", fact("Regeling van de schade", "{{ damage_done }}")),
            when("homologated_by", fact("Homologatie", "{{ homologated_by }}, {{ homologated_on }}")),
            paragraph(
                "De som is betaald en de voorwaarden van het voorstel zijn nagekomen. De strafvordering is voor deze feiten "
                "ten aanzien van deze verdachte vervallen.",
                "Notice",
            ),
        )
    )

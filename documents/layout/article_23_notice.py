"""The words and the order of the kennisgeving van een handeling buiten het arrondissement."""

from documents.layout import legal, opening
from documents.layout.blocks import bullets, fact, heading, known, paragraph, signature, when

_TITLE = "Kennisgeving van een handeling buiten het arrondissement"


def draw() -> bytes:
    return opening.paper(
        _TITLE,
        foot=legal.FOOT,
        body=_act() + signature(),
    )


def _act() -> str:
    return "".join(
        (
            opening.block(_TITLE, fact("Aan", "{{ to_office | hoofdletter }}")),
            heading("Handeling buiten het arrondissement"),
            paragraph(
                "De procureur des Konings die in dit dossier bevoegd is, {% if done %}heeft{% else %}zal{% endif %} in het "
                "{{ district }} de handeling hieronder "
                "{% if done %}gesteld of laten stellen{% else %}stellen of laten stellen{% endif %}. Hij brengt u daarvan op de "
                "hoogte."
            ),
            legal.texts(),
            fact("Handeling", "{{ act }}"),
            fact("Plaats", "{{ place }}"),
            fact("Gemeente", "{{ municipality }}"),
            fact("Dag", "{{ acted_on }}"),
            fact("Uur", known("acted_at", "niet gekend")),
            fact("Uitgevoerd door", known("carried_out_by", "niet gekend")),
            fact("Parket dat vraagt", "{{ office | hoofdletter }}"),
            fact("Contact", "{{ contact }}"),
            when(
                "offences",
                paragraph("Het dossier gaat over:", "LeadIn"),
                bullets("offence", "offences", "{{ offence }}"),
                otherwise=(paragraph("Het dossier noemt nog geen misdrijf."),),
            ),
            paragraph("Deze kennisgeving draagt het dossier niet over en vraagt geen toestemming.", "Notice"),
        )
    )

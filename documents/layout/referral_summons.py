"""The words of the dagvaarding na verwijzing."""

from documents.layout import summons
from documents.layout.blocks import fact, heading, known


def draw() -> bytes:
    return summons.draw(
        "Dagvaarding na verwijzing",
        "U bent naar de correctionele rechtbank verwezen bij de beschikking die hieronder staat. Het openbaar "
        "ministerie dagvaardt u om te verschijnen voor de rechtbank en op de dag die hieronder staan, en daar terecht te staan voor "
        "de feiten die hieronder staan.",
        heading("Verwijzing"),
        fact("Beschikking van", "{{ order_by | hoofdletter }}"),
        fact("Datum", "{{ order_on }}"),
        fact("Nummer", known("order_number", "niet gekend")),
    )

"""The words of the rechtstreekse dagvaarding."""

from documents.layout import summons


def draw() -> bytes:
    return summons.draw(
        "Rechtstreekse dagvaarding",
        "Het openbaar ministerie dagvaardt u rechtstreeks om te verschijnen voor de rechtbank en op de "
        "dag die hieronder staan, en daar terecht te staan voor de feiten die hieronder staan.",
    )

"""How a document prints what it rests on; no article stands in a layout, they come from the law data of the day."""

from documents.layout.blocks import bullets, fact

#: The foot of what falls under the secrecy of the investigation.
FOOT = "Vertrouwelijk – geheim van het onderzoek ({{ law.secrecy }})"


def basis() -> str:
    """Among offices, registries and courts: with how sure the register is of it."""
    return fact("Wettelijke basis", "{{ law.citation }} ({{ law.confidence }})")


def letter_basis() -> str:
    return fact("Wettelijke basis", "{{ law.citation }}")


def texts() -> str:
    """What the law makes it say."""
    return bullets("text", "law.texts", "{{ text }}")

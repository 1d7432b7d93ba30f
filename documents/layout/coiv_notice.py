"""The words and the order of the COIV-melding."""

from documents.layout import opening
from documents.layout.blocks import Column, fact, heading, known, paragraph, signature, table

TITLE = "COIV-melding"


def draw() -> bytes:
    return opening.paper(TITLE, body=_head() + _assets() + _decision() + _recourse() + signature())


def _head() -> str:
    return "".join(
        (
            opening.block(
                TITLE,
                fact("Aan", "Het Centraal Orgaan voor de Inbeslagneming en de Verbeurdverklaring (COIV)"),
                subtitle="Dossier {{ case_number }}, beslissing over in beslag genomen vermogensbestanddelen",
            ),
        )
    )


def _assets() -> str:
    return "".join(
        (
            heading("Vermogensbestanddelen"),
            table(
                "Vermogensbestanddelen",
                "Per vermogensbestanddeel de omschrijving, de waarde en waar het bewaard wordt.",
                "asset",
                "assets",
                (
                    Column("Nr.", 8, ("**{{ asset.number }}**",)),
                    Column("Omschrijving", 42, ("{{ asset.what | hoofdletter }}",)),
                    Column("Waarde", 22, (known("asset.value", "niet apart geschat"),)),
                    Column("Bewaard", 28, (known("asset.kept_at", "niet gekend"),)),
                ),
            ),
            fact("Waarde samen", "{{ value }}"),
        )
    )


def _decision() -> str:
    return "".join(
        (
            heading("Beslissing"),
            fact("Beslissing", "{{ decision | hoofdletter }}"),
            fact("Beslist door", "{{ decided_by | hoofdletter }}"),
            fact("Beslist op", "{{ decided_on }}"),
            fact("Reden", "{{ reason }}"),
        )
    )


def _recourse() -> str:
    return "".join(
        (
            heading("Kennisgeving en beroep"),
            fact("In kennis gesteld op", "{{ notified_on }}"),
            table(
                "Wie in kennis is gesteld",
                "Per persoon de termijn van beroep en de laatste dag.",
                "person",
                "notified",
                (
                    Column("Persoon", 42, ("{{ person.who | hoofdletter }}",)),
                    Column("Termijn van beroep", 34, ("{{ person.term }}",)),
                    Column("Laatste dag", 24, ("{{ person.last_day }}",)),
                ),
            ),
            paragraph("De kennisgeving bevat de tekst van het artikel:", "LeadIn"),
            paragraph("{{ article_text }}", "Notice"),
        )
    )

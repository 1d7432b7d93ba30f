"""The words and the order of the copy of the bevoegdheidsnota for the defence: one suspect, and a word on what was left out."""

from documents.layout import jurisdiction_note as note
from documents.layout import opening
from documents.layout.blocks import bullets, fact, heading, known, paragraph, when


def draw() -> bytes:
    return opening.paper(
        "Bevoegdheidsnota, afschrift voor de verdediging",
        running_head="Afschrift voor de verdediging",
        foot="Afschrift voor de verdediging – geheim van het onderzoek ({{ law.secrecy }})",
        body=_particulars()
        + _decision()
        + _facts()
        + note.grounds()
        + _account()
        + note.trace("Bijlage: de getoetste regels zonder die over anderen", "In de volgorde van de toetsing, met hun nummer in de nota."),
    )


def _particulars() -> str:
    return "".join(
        (
            opening.block(
                "Bevoegdheidsnota",
                fact("Aan", "de verdediging van {{ suspect }}"),
                subtitle="Dossier {{ case_number }}, afschrift voor de verdediging",
            ),
            fact(
                "Verdachte",
                "{{ suspect }}, {% if minor %}minderjarig: de naam staat op geen afschrift"
                "{% elif name %}{{ name }}{% else %}identiteit niet gekend{% endif %}",
            ),
            fact("Ontvangen op", known("received_on", "niet gemeld; de dag van inschrijving geldt als dag van ontvangst")),
            fact("Ingeschreven op", "{{ registered_on }}"),
            paragraph(
                "Dit afschrift bevat alleen de gegevens van deze verdachte en de feiten die hem worden toegerekend. Delen van de nota "
                "over anderen zijn weggelaten, ook waar een regel of een grond op hun gegevens rust; de nummers van de "
                "overgebleven regels zijn die van de nota.",
                "Notice",
            ),
        )
    )


def _decision() -> str:
    return "".join(
        (
            heading("Besluit"),
            fact("Aard van het dossier", "{{ scope }}"),
            fact("Toegepast beleid", "{{ policy }}"),
            fact("Beslist op", "{{ decided_on }}"),
            when("tracks", bullets("track", "tracks", "{{ track }}"), otherwise=(paragraph("Voor deze verdachte is er nog geen spoor."),)),
            when(
                "policy_alone",
                paragraph(
                    "**De aanwijzing rust op beleid.** Voor de aangewezen rechtbank is geen wettelijke grond van territoriale "
                    "bevoegdheid vastgesteld. De territoriale bevoegdheid in strafzaken raakt de openbare orde: zij kan in elke stand "
                    "van het geding worden opgeworpen en de rechter onderzoekt ze ambtshalve.",
                    "Notice",
                ),
            ),
            note.recorded(),
            when("warnings", paragraph("Waarschuwingen:", "LeadIn"), bullets("warning", "warnings", "{{ warning }}")),
        )
    )


def _facts() -> str:
    return "".join(
        (
            heading("De feiten zoals gemeld"),
            paragraph("Wat volgt, is overgenomen uit het verslag en is niet nagegaan."),
            heading("Gegevens van de verdachte", 2),
            when("details", bullets("detail", "details", "{{ detail }}"), otherwise=(paragraph("Het verslag noemt er geen."),)),
            heading("Plaatsen", 2),
            when("places", note.places(), otherwise=(paragraph("Het verslag noemt geen plaats die hem aangaat."),)),
            heading("Misdrijven", 2),
            when("offences", note.offences(), otherwise=(paragraph("Het verslag noemt geen misdrijf dat hem aangaat."),)),
        )
    )


def _account() -> str:
    return "".join(
        (
            heading("Verantwoording"),
            paragraph("Door het register opgemaakt uit de nota; de rechter is er niet door gebonden.", "LeadIn"),
            fact("Versie van de regels", "{{ law_digest }}", fine=True),
            fact("Versie van de toetsing", "{{ engine_version }}"),
        )
    )

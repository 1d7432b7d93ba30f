"""The words and the order of a summons before the correctional court, direct or after a referral."""

from documents.layout import charges, legal, opening
from documents.layout.blocks import bullets, fact, heading, known, known_list, paragraph, signature, when


def draw(title: str, call: str, *referral: str) -> bytes:
    """`call`: how the defendant is called; `referral`: what says which chamber referred him."""
    return opening.paper(
        title,
        body="".join(
            (
                opening.block(f"{title} voor de correctionele rechtbank", fact("Aan", "{{ defendant.name }}"), basis=legal.letter_basis()),
                _defendant(call),
                *referral,
                _hearing(),
                charges.counts("U wordt ervan verdacht, telkens op de plaats en in de periode die erbij staan:"),
                _together(),
                charges.mitigating(),
                charges.confiscations(),
                _rights(),
                signature(),
            )
        ),
    )


def _defendant(call: str) -> str:
    return "".join(
        (
            heading("Aan wie"),
            fact("In het dossier", "{{ defendant.designation }} ({{ defendant.id }})"),
            fact("Identiteit", known_list("defendant.identity", "niet gekend")),
            fact("Vrijheidsbeneming", known("defendant.custody", "geen gemeld")),
            paragraph(call),
        )
    )


def _hearing() -> str:
    return "".join(
        (
            heading("Zitting"),
            fact("Rechtbank", "{{ hearing.court | hoofdletter }}"),
            fact("Kamer", "{{ hearing.chamber }}"),
            fact("Dag", "{{ hearing.day }}"),
            fact("Uur", "{{ hearing.hour }}"),
            fact("Plaats", "{{ hearing.place }}"),
            fact("Dagvaardingstermijn", "{{ notice.term }}{% if notice.distance %}, {{ notice.distance }}{% endif %}"),
            when("notice.leave", fact("Verlof van de voorzitter", "{{ notice.leave }}")),
            paragraph("**Voor de gerechtsdeurwaarder:** te betekenen uiterlijk op {{ notice.serve_by }}.", "Notice"),
        )
    )


def _together() -> str:
    return when(
        "together_with",
        paragraph("Voor een of meer van deze feiten worden ook opgeroepen:", "LeadIn"),
        bullets("other", "together_with", "{{ other }}"),
    )


def _rights() -> str:
    return "".join(
        (
            heading("Uw rechten"),
            legal.texts(),
        )
    )

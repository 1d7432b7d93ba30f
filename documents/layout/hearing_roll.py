"""The words and the order of the zittingsrol."""

from documents.layout import legal
from documents.layout.blocks import Column, fact, known, known_list, open_ended_table, paragraph
from documents.layout.house_style import template

TITLE = "Zittingsrol"
_NOTICE = "- {% if row.notice_number %}{{ row.notice_number }}{% elif row.case_number %}notitienummer niet gemeld{% else %}–{% endif %}"
_OTHERS = "bezet door een dossier dat u niet leest"


def draw() -> bytes:
    body = (
        paragraph(TITLE, "Title"),
        paragraph("{{ kind | hoofdletter }} {{ chamber }}, {{ day }}", "Subtitle"),
        fact("Rechtbank", "{{ court | hoofdletter }}"),
        fact("Adres", known("address", "niet gekend")),
        fact("Kamer", "{{ chamber }}"),
        fact("Zitting van", "{{ day }}"),
        fact("Bezetting", "{{ occupied | hoofdletter }}"),
        fact("Opgemaakt", "{{ made_at }}"),
        legal.basis(),
        open_ended_table(
            "Zaken van de zitting",
            "Per zaak het uur, het dossier, de verdachten, de advocaten en of iemand aangehouden is.",
            "row",
            "rows",
            (
                Column("Nr.", 6, ("{{ row.number }}",)),
                Column("Uur", 11, ("{{ row.hour }}",)),
                Column(
                    "Dossier",
                    24,
                    (
                        known("row.case_number", _OTHERS),
                        _NOTICE,
                    ),
                ),
                Column("Verdachten", 29, (known_list("row.suspects", "{% if row.case_number %}geen gekend{% else %}–{% endif %}"),)),
                Column("Advocaten", 15, (known_list("row.counsel", "{% if row.case_number %}niet gekend{% else %}–{% endif %}"),)),
                Column("Aangehouden", 16, ("{% if row.detained %}ja{% elif row.case_number %}nee{% else %}–{% endif %}",)),
            ),
            "Er is voor deze dag niets bepaald.",
        ),
        paragraph(
            "Wie minderjarig is of kan zijn, staat zonder naam op de rol. De rol volgt de stand van het register op het uur hierboven.",
            "Notice",
        ),
    )
    return template(
        title=TITLE,
        letterhead="{{ court | hoofdletter }}",
        running_head=f"{TITLE} – kamer {{{{ chamber }}}}, {{{{ day }}}}",
        foot=TITLE,
        body="".join(body),
    )

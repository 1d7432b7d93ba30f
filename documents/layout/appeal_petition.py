"""The words and the order of the verzoekschrift hoger beroep van het openbaar ministerie."""

from documents.layout import opening
from documents.layout.blocks import (
    Column,
    bullets,
    by_hand,
    each,
    fact,
    heading,
    known,
    known_list,
    open_ended_table,
    paragraph,
    signature,
    when,
)

TITLE = "Verzoekschrift hoger beroep van het openbaar ministerie"


def draw() -> bytes:
    return opening.paper(TITLE, body=_head() + _against() + _grievances() + _lodging() + signature())


def _head() -> str:
    return "".join(
        (
            opening.block(
                TITLE,
                fact("Neer te leggen op", "de griffie van de {{ court }}"),
                fact("Bestemd voor", known("court_of_appeal", "het hof van beroep van het rechtsgebied", "hoofdletter")),
                subtitle="Dossier {{ case_number }}, met grieven",
            ),
            fact("Vonnis van", "{{ pronounced_on }}"),
            fact("Nummer van het vonnis", known("judgment_number", "niet gekend")),
            fact("ECLI", known("ecli", "niet gekend")),
            fact("Laatste dag", "{{ last_day }} ({{ article }})"),
            when("strict_day", fact("Strengere lezing", "{{ strict_day }}; leg niet later neer dan die dag")),
            heading("Hoger beroep"),
            paragraph(
                "Het openbaar ministerie tekent hoger beroep aan tegen het vonnis van de {{ court }} van {{ pronounced_on }}, "
                "voor de beslissingen over wie hieronder staat en binnen de grieven die daarna volgen."
            ),
        )
    )


def _against() -> str:
    return "".join(
        (
            heading("Tegen wie en welke beslissingen"),
            each(
                "person",
                "against",
                paragraph("**{{ person.who | hoofdletter }}**, beoordeeld {{ person.manner }}:", "LeadIn"),
                open_ended_table(
                    "Beslissingen over een verdachte",
                    "Per misdrijf de periode en wat het vonnis besliste.",
                    "row",
                    "person.decided",
                    (
                        Column(
                            "Misdrijf",
                            46,
                            ("{{ row.offence | hoofdletter }}", "- " + known_list("row.articles", "wetsbepaling niet in het register")),
                        ),
                        Column("Periode", 27, (known("row.period", "niet gemeld"),)),
                        Column("Beslissing", 27, ("{{ row.outcome | hoofdletter }}",)),
                    ),
                    "Geen beslissing ingeschreven.",
                ),
                when(
                    "person.imposed",
                    paragraph("Opgelegd:", "LeadIn"),
                    bullets("line", "person.imposed", "{{ line | hoofdletter }}"),
                    otherwise=(paragraph("Er is hem volgens het register niets opgelegd."),),
                ),
            ),
        )
    )


def _grievances() -> str:
    return "".join(
        (
            heading("Grieven"),
            each(
                "grievance",
                "grievances",
                paragraph("**Grief {{ grievance.number }}, over {{ grievance.about }}**", "LeadIn"),
                paragraph("{{ grievance.text }}"),
            ),
        )
    )


def _lodging() -> str:
    return "".join(
        (
            heading("Neerlegging"),
            paragraph(
                "De verklaring van hoger beroep en dit verzoekschrift worden neergelegd op de griffie van de {{ court }}, "
                "ten laatste op {{ last_day }}, op straffe van verval.",
                "Notice",
            ),
            by_hand("Neergelegd op de griffie, dag en uur"),
            by_hand("Naam, functie en handtekening van de griffier"),
        )
    )

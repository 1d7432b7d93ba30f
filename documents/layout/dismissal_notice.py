"""The words and the order of the bericht van seponering."""

from documents.layout import legal, opening, prosecution
from documents.layout.blocks import each, fact, heading, known, paragraph, signature, when

_TITLE = "Bericht van seponering"


def draw() -> bytes:
    return opening.paper(_TITLE, body=_letter() + _rights() + signature())


def _letter() -> str:
    return "".join(
        (
            opening.block(
                _TITLE,
                prosecution.addressee(),
                when("minor", fact("Voor", "{{ to.designation }}, minderjarig")),
                fact("Hoedanigheid", "benadeelde persoon ({{ law.injured_person }})"),
                basis=legal.letter_basis(),
            ),
            heading("Beslissing van het parket"),
            paragraph(
                "{% if minor %}Voor de minderjarige voor wie u optreedt, werd{% else %}U hebt{% endif %} in dit dossier een verklaring "
                "van benadeelde persoon afgelegd. Het parket seponeerde de feiten hieronder en deelt u de reden mee."
            ),
            each(
                "fact",
                "dropped",
                heading(known("fact.title", "feit waarvan de aard niet gekend is", "hoofdletter"), 2),
                fact("Wanneer", known("fact.period", "niet gekend")),
                fact("Waar", known("fact.place", "niet gekend")),
                fact("Beslist op", "{{ fact.decided_on }}"),
                fact("Reden", "{{ fact.motive }} (motief {{ fact.code }})"),
                when(
                    "fact.technical",
                    paragraph("Dit is een technisch motief: de wet of het bewijs staat een vervolging in de weg."),
                    otherwise=(paragraph("Dit is een motief van opportuniteit: er kan vervolgd worden, maar het parket doet dat niet."),),
                ),
                when(
                    "fact.whole",
                    paragraph("De beslissing geldt voor iedereen die in dit dossier voor dit feit in aanmerking komt."),
                    otherwise=(
                        when(
                            "fact.apart",
                            paragraph(
                                "Deze beslissing geldt niet voor iedereen: voor anderen is dit feit geseponeerd om een andere reden "
                                "of op een andere dag. Voor niemand gaat het dossier voor dit feit voort."
                            ),
                            otherwise=(paragraph("De beslissing geldt niet voor iedereen: voor anderen gaat het dossier voort."),),
                        ),
                    ),
                ),
            ),
        )
    )


def _rights() -> str:
    return "".join(
        (
            heading("Uw rechten als benadeelde persoon"),
            paragraph("De wet zegt:", "LeadIn"),
            legal.texts(),
            fact("Vragen", "{{ contact }}"),
        )
    )

"""The words and the order of the bericht aan slachtoffer of benadeelde persoon."""

from documents.layout import legal, opening, prosecution
from documents.layout.blocks import Column, by_hand, fact, heading, known, paragraph, signature, table, when

_TITLE = "Bericht aan slachtoffer of benadeelde persoon"


def draw() -> bytes:
    return opening.paper(_TITLE, body=_letter() + _rights() + signature() + _declaration())


def _letter() -> str:
    return "".join(
        (
            opening.block(
                _TITLE,
                prosecution.addressee(),
                when("minor", fact("Voor", "{{ to.designation }}, minderjarig")),
                fact("Hoedanigheid", "{{ capacity }}"),
                basis=legal.letter_basis(),
            ),
            heading("Waarover dit bericht gaat"),
            when("inquiry", paragraph("In dit dossier is een gerechtelijk onderzoek gestart.")),
            when("hearing", paragraph("De zaak komt voor op {{ hearing }}, {{ court }}.")),
            paragraph(
                "{% if minor %}De minderjarige voor wie u optreedt, staat{% else %}U staat{% endif %} in dit dossier "
                "als {{ capacity }} ingeschreven."
            ),
            when(
                "facts",
                table(
                    "Feiten",
                    "De feiten van het dossier met hun periode en plaats.",
                    "fact",
                    "facts",
                    (
                        Column("Feit", 34, (known("fact.title", "niet gekend welk", "hoofdletter"),)),
                        Column("Wanneer", 30, (known("fact.period", "niet gekend", "hoofdletter"),)),
                        Column("Waar", 36, (known("fact.place", "niet gekend", "hoofdletter"),)),
                    ),
                ),
                otherwise=(paragraph("Welk feit het is, is nog niet gekend."),),
            ),
        )
    )


def _rights() -> str:
    return "".join(
        (
            heading("Rechten"),
            paragraph("De wet zegt:", "LeadIn"),
            legal.texts(),
            fact("Vragen", "{{ contact }}"),
        )
    )


def _declaration() -> str:
    rows = (
        ("Naam en voornaam", "declared_name"),
        ("Geboortedatum", "birth"),
        ("Geboorteplaats", "birth_place"),
        ("Beroep", "profession"),
        ("Woonplaats", "domicile"),
        ("Feit dat de schade veroorzaakte", "damaging_fact"),
        ("Aard van de schade", "damage"),
        ("Persoonlijk belang", "interest"),
    )
    return when(
        "declared",
        heading("Verklaring van benadeelde persoon"),
        paragraph("De verklaring is al in het dossier ingeschreven; er hoeft geen nieuwe te worden afgelegd."),
        otherwise=(
            heading("Verklaring van benadeelde persoon", new_page=True),
            paragraph(
                "Wie de hoedanigheid van benadeelde persoon wil krijgen, vult dit aan, ondertekent het en bezorgt het aan het parket."
            ),
            *(when(name, fact(label, f"{{{{ {name} }}}}"), otherwise=(by_hand(label),)) for label, name in rows),
            by_hand("Plaats en datum"),
            by_hand("Handtekening van wie verklaart, of van zijn advocaat"),
        ),
    )

"""The words and the order of the overdracht."""

from documents.layout import legal, opening
from documents.layout.blocks import Column, bullets, by_hand, fact, heading, known, known_ids, paragraph, signature, table, when


def draw() -> bytes:
    return opening.paper(
        "Overdracht", foot=legal.FOOT, body=_request() + _offer() + _file() + _grounds() + _limits() + _pieces() + _signatures()
    )


def _request() -> str:
    return "".join(
        (
            opening.block("Overdracht van een dossier", fact("Aan", "{{ to_offices | opsomming | hoofdletter }}")),
            fact("Gemeld door", "{{ reported_by }}"),
            fact("Ontvangen op", known("received_on", "niet gemeld; de dag van inschrijving geldt")),
            fact("Ingeschreven op", "{{ registered_on }}"),
            fact("Beslissing van", "{{ decided_on }}"),
            heading("Verzoek"),
            paragraph(
                "Dit dossier wordt aan u overgedragen. U wordt verzocht de overdracht te aanvaarden, of haar met opgave van de reden "
                "te weigeren. Tot de aanvaarding blijft het dossier bij de dienst die het overdraagt."
            ),
            when(
                "recipients",
                table(
                    "Ontvangende diensten",
                    "Voor elk spoor het ontvangende parket of de ontvangende dienst, de verdachten en de rechtbank.",
                    "recipient",
                    "recipients",
                    (
                        Column("Parket of dienst", 31, ("**{{ recipient.office | hoofdletter }}**",)),
                        Column("Spoor", 14, ("{{ recipient.track }}",)),
                        Column("Verdachten", 19, (known_ids("recipient.persons", "geen gekend"),)),
                        Column("Rechtbank volgens de regels", 36, (known("recipient.court", "nog te bepalen", "hoofdletter"),)),
                    ),
                ),
            ),
        )
    )


def _offer() -> str:
    return when(
        "offer",
        heading("Aanbod"),
        fact("Aangeboden op", "{{ offer.offered_on }}"),
        fact("Grond", "{{ offer.ground | hoofdletter }}"),
        fact("Reden", "{{ offer.reason }}"),
        fact("Antwoord gevraagd", known("offer.answer_by", "geen dag bepaald", "")),
    )


def _file() -> str:
    return "".join(
        (
            heading("Het dossier"),
            heading("Misdrijven", 2),
            when(
                "offences",
                table(
                    "Misdrijven",
                    "De gemelde misdrijven met periode en plaats.",
                    "offence",
                    "offences",
                    (
                        Column("Nr.", 8, ("{{ offence.number }}",)),
                        Column("Misdrijf", 32, (known("offence.title", "niet gemeld welk misdrijf"),)),
                        Column("Periode", 25, (known("offence.period", "niet gemeld"),)),
                        Column("Plaats", 35, (known("offence.place", "niet gemeld"),)),
                    ),
                ),
                otherwise=(paragraph("Het verslag noemt geen misdrijf."),),
            ),
            heading("Verdachten", 2),
            when(
                "suspects",
                table(
                    "Verdachten",
                    "De verdachten met hun aantal en hun vrijheidsbeneming.",
                    "suspect",
                    "suspects",
                    (
                        Column("Nr.", 8, ("{{ suspect.id }}",)),
                        Column("Verdachte", 32, ("{{ suspect.designation }}",)),
                        Column("Aantal", 25, ("{{ suspect.count }}",)),
                        Column("Vrijheidsbeneming", 35, (known("suspect.custody", "niet gemeld"),)),
                    ),
                ),
                otherwise=(paragraph("Het verslag noemt geen verdachte."),),
            ),
            heading("Verwante dossiers", 2),
            when(
                "related_cases",
                bullets("related", "related_cases", "{{ related }}"),
                otherwise=(paragraph("Er is geen verwant dossier gekend."),),
            ),
        )
    )


def _grounds() -> str:
    return "".join(
        (
            heading("Grond van de overdracht"),
            when(
                "ordinary_office",
                legal.texts(),
            ),
            bullets("reason", "reasons", "{{ reason }}"),
            when(
                "grounds",
                table(
                    "Wettelijke gronden",
                    "De wettelijke gronden die bij de beslissing zijn vastgesteld.",
                    "ground",
                    "grounds",
                    (
                        Column("Grond", 50, ("{{ ground.title }}",)),
                        Column("Artikel", 30, ("{{ ground.article }}",)),
                        Column("Zekerheid", 20, ("{{ ground.confidence }}",)),
                    ),
                ),
            ),
        )
    )


def _limits() -> str:
    return "".join(
        (
            heading("Termijnen en wat niet gekend is"),
            when(
                "time_limits",
                paragraph("Volgens het register liepen op {{ limits_at }}:", "LeadIn") + bullets("limit", "time_limits", "{{ limit }}"),
                otherwise=(
                    when(
                        "limits_at",
                        paragraph("**Het register bevatte op {{ limits_at }} voor dit dossier geen lopende termijnen.**", "Notice"),
                        otherwise=(paragraph("**Of er termijnen lopen, is in het register niet nagegaan.**", "Notice"),),
                    ),
                ),
            ),
            when(
                "other_limits",
                paragraph("Het parket dat overdraagt, gaf zelf nog op:", "LeadIn"),
                bullets("limit", "other_limits", "{{ limit }}"),
            ),
            paragraph(
                "Wat niet ingeschreven is, kan ook lopen: ga bij vrijheidsbeneming en verjaring zelf na wat loopt. "
                "De overdracht stopt geen termijn.",
                "Notice",
            ),
            when("missing", paragraph("Verder is niet gekend:", "LeadIn"), bullets("fact", "missing", "{{ fact }}")),
        )
    )


def _pieces() -> str:
    return "".join(
        (
            heading("Inventaris van de stukken"),
            when(
                "pieces",
                table(
                    "Inventaris",
                    "De stukken van het dossier, met hun nummer in de inventaris.",
                    "piece",
                    "pieces",
                    (
                        Column("Nr.", 8, ("{{ piece.number }}",)),
                        Column("Dag", 18, (known("piece.dated_on", "niet gekend"),)),
                        Column("Stuk", 38, ("{{ piece.description | hoofdletter }}", "- Van: " + known("piece.author", "niet gekend"))),
                        Column("Kenmerk", 24, (known("piece.reference", "niet gekend"),)),
                        Column("Blz.", 12, (known("piece.pages", "niet gekend"),)),
                    ),
                ),
                otherwise=(paragraph("In het register zijn geen stukken ingeschreven."),),
            ),
            when(
                "offer and offer.pieces",
                paragraph("Volgens het aanbod gaat mee:", "LeadIn"),
                bullets("piece", "offer.pieces", "{{ piece }}"),
            ),
        )
    )


def _signatures() -> str:
    return "".join(
        (
            signature(),
            heading("Antwoord van de ontvangende dienst"),
            by_hand("Aanvaard of geweigerd"),
            by_hand("Reden van weigering"),
            by_hand("Naam, hoedanigheid en datum"),
            by_hand("Handtekening"),
        )
    )

"""The words and the order of the bevoegdheidsnota: the answer first, then what is missing, the facts, the law and the trace."""

from documents.layout import legal, opening
from documents.layout.blocks import Column, bullets, by_hand, fact, heading, known, known_ids, paragraph, table, when


def draw() -> bytes:
    return opening.paper(
        "Bevoegdheidsnota",
        foot=legal.FOOT,
        body=_particulars() + _decision() + _missing() + _facts() + grounds() + _candidates() + _account() + trace(),
    )


def _particulars() -> str:
    return "".join(
        (
            opening.block("Bevoegdheidsnota", fact("Aan", "de magistraat die het dossier behandelt")),
            fact("Gemeld door", "{{ reported_by }}"),
            fact("Ontvangen op", known("received_on", "niet gemeld; de dag van inschrijving geldt als dag van ontvangst")),
            fact("Ingeschreven op", "{{ registered_on }}"),
            fact("Aanhangig bij een rechter", known("seised_on", "nog niet, volgens het verslag")),
            when("lead_authority", fact("Leiding volgens het verslag", "{{ lead_authority }}")),
        )
    )


def _decision() -> str:
    tracks = table(
        "Sporen",
        "Voor elk spoor de verdachten, het parket en de rechtbank.",
        "track",
        "tracks",
        (
            Column("Spoor", 16, ("**{{ track.title }}**",)),
            Column("Verdachten", 16, (known_ids("track.persons", "geen gekend"),)),
            Column("Parket", 30, (known("track.office", "nog te bepalen", "hoofdletter"),)),
            Column(
                "Rechtbank",
                38,
                (
                    "{% if track.court %}{{ track.court | hoofdletter }}{% elif track.no_court_because %}{{ track.no_court_because }}"
                    "{% else %}nog te bepalen{% endif %}",
                ),
            ),
        ),
    )
    return "".join(
        (
            heading("Besluit"),
            paragraph("{% for sentence in conclusion %}{% if not loop.first %} {% endif %}{{ sentence }}{% endfor %}"),
            fact("Aard van het dossier", "{{ scope }}"),
            fact("Havengebied", known("port_area", "niet gekend")),
            fact("Toegepast beleid", "{{ policy }}"),
            fact("Uitkomst", "{% if decided %}bevoegdheid bepaald{% else %}bevoegdheid nog niet bepaald{% endif %} op {{ decided_on }}"),
            when("settled_because", fact("Beslist door een magistraat", "{{ settled_because }}")),
            when("tracks", paragraph("", "AfterTable"), tracks),
            when(
                "not tracks",
                paragraph(
                    "Er is geen spoor: zolang de aard van het dossier niet vaststaat, is er geen parket en geen rechtbank aan te wijzen."
                ),
            ),
            when(
                "policy_alone",
                paragraph(
                    "**De exclusiviteit rust op beleid.** Voor de aangewezen rechtbank is geen wettelijke grond van territoriale "
                    "bevoegdheid vastgesteld; het beleid wijst haar aan. De territoriale bevoegdheid in strafzaken raakt de openbare "
                    "orde: zij kan in elke stand van het geding worden opgeworpen en de rechter onderzoekt ze ambtshalve.",
                    "Notice",
                ),
            ),
            recorded(),
            when("confirmations", paragraph("Bevestiging van de bevoegdheid:", "LeadIn"), _confirmations()),
            when("reasons", paragraph("Redenen:", "LeadIn"), bullets("reason", "reasons", "{{ reason }}")),
        )
    )


def recorded() -> str:
    """What a magistrate added where the rules found no ground."""
    return when(
        "recorded",
        paragraph(
            "**De regels vonden geen grond; een magistraat tekende er een op.** De territoriale bevoegdheid in strafzaken raakt de "
            "openbare orde: zij kan in elke stand van het geding worden opgeworpen en de rechter onderzoekt ze ambtshalve.",
            "Notice",
        ),
        bullets("ground", "recorded", "{{ ground }}"),
    )


def _confirmations() -> str:
    columns = (
        Column("Spoor en rechtbank", 34, ("{{ one.track | hoofdletter }}", "- {{ one.court }}", *_when("one.struck"))),
        Column(
            "Bevestiging",
            24,
            (
                "**{% if one.by %}bevestigd{% else %}te bevestigen{% endif %}**",
                "- {% if one.by %}door {{ one.by }} op {{ one.confirmed_on }}{% else %}door een magistraat{% endif %}",
            ),
        ),
        Column(
            "Waarop zij rust",
            42,
            (
                "{% if one.ground %}Opgetekende wettelijke grond: {{ one.ground }}{% elif one.risk %}Geen wettelijke grond: "
                "de magistraat neemt het risico op zijn naam{% else %}Nog op geen wettelijke grond en op geen genomen risico: "
                "tot dan vertrekt er geen dagvaarding en geen verwijzing{% endif %}",
                *_lines("one.facts", style="- "),
                *_when("one.risk"),
            ),
        ),
    )
    description = "Elk spoor dat een magistraat moet bevestigen, met wie het bevestigde en op welke grond of met welk risico."
    return table("Bevestiging van de bevoegdheid", description, "one", "confirmations", columns)


def _missing() -> str:
    return "".join(
        (
            heading("Wat ontbreekt en wat aandacht vraagt"),
            when(
                "missing",
                paragraph("Niet gekend, en van belang voor de bevoegdheid:", "LeadIn"),
                bullets("fact", "missing", "{{ fact }}"),
                otherwise=(paragraph("Voor de bevoegdheid ontbreekt geen gegeven."),),
            ),
            when("warnings", paragraph("Waarschuwingen:", "LeadIn"), bullets("warning", "warnings", "{{ warning }}")),
        )
    )


def _facts() -> str:
    return "".join(
        (
            heading("De feiten zoals gemeld"),
            paragraph("Wat volgt, is overgenomen uit het verslag en is niet nagegaan."),
            heading("Samenvatting", 2),
            when("summary", paragraph("{{ summary }}"), otherwise=(paragraph("Het verslag bevat geen samenvatting."),)),
            heading("Plaatsen", 2),
            when("places", places(), otherwise=(paragraph("Het verslag noemt geen plaats."),)),
            heading("Misdrijven", 2),
            when("offences", offences(), otherwise=(paragraph("Het verslag noemt geen misdrijf."),)),
            heading("Personen", 2),
            when("persons", _persons(), otherwise=(paragraph("Het verslag noemt geen personen."),)),
            heading("Inbeslagnemingen, containers en schepen", 2),
            when("goods", bullets("item", "goods", "{{ item }}"), otherwise=(paragraph("Het verslag noemt er geen."),)),
            heading("Verwante dossiers", 2),
            when("related_cases", bullets("case", "related_cases", "{{ case }}"), otherwise=(paragraph("Het verslag noemt er geen."),)),
        )
    )


def places() -> str:
    columns = (
        Column("Nr.", 10, ("{{ place.id }}",)),
        Column("Rol", 25, (known("place.role", "niet gemeld"),)),
        Column("Omschrijving", 65, (known("place.description", "niet omschreven"),)),
    )
    return table("Plaatsen", "De plaatsen van het verslag met hun rol en omschrijving.", "place", "places", columns)


def offences() -> str:
    columns = (
        Column("Nr.", 8, ("{{ offence.number }}",)),
        Column("Misdrijf", 37, (known("offence.title", "niet gemeld welk misdrijf"), *_lines("offence.details", style="- "))),
        Column("Periode", 25, (known("offence.period", "niet gemeld"),)),
        Column("Plaats", 12, (known("offence.place", "niet gemeld"),)),
        Column("Verdachten", 18, (known_ids("offence.persons", "allen"),)),
    )
    return table("Misdrijven", "De gemelde misdrijven met periode, plaats en verdachten.", "offence", "offences", columns)


def _persons() -> str:
    columns = (
        Column("Nr.", 10, ("{{ person.id }}",)),
        Column("Persoon", 40, ("**{{ person.designation }}**, " + known("person.name", "identiteit niet gekend"),)),
        Column("Gegevens", 50, _lines_or("person.details", "geen gemeld")),
    )
    return table("Personen", "De personen van het verslag met wat over hen gekend is.", "person", "persons", columns)


def grounds() -> str:
    columns = (
        Column("Grond", 34, ("{{ ground.title }}", "- voor: {{ ground.supports }}")),
        Column("Feiten", 26, _lines_or("ground.facts", "geen afzonderlijk feit")),
        Column("Artikel, bron en zekerheid", 40, ("{{ ground.article }}", "- {{ ground.source }}", "- {{ ground.confidence }}")),
    )
    description = "Elke vastgestelde grond met de feiten, het artikel, de bron en de zekerheid."
    return heading("Wettelijke gronden") + when(
        "grounds",
        paragraph("De wet geeft deze gronden geen onderlinge rang ({{ law.equal_grounds }}).", "LeadIn"),
        table("Wettelijke gronden", description, "ground", "grounds", columns),
        otherwise=(paragraph("De regels vonden geen wettelijke grond van territoriale bevoegdheid."),),
    )


def _candidates() -> str:
    columns = (
        Column("Parket en rechtbank", 38, ("{{ one.seat }}", "- {{ one.track }}")),
        Column("Gronden", 24, _lines_or("one.grounds", "geen")),
        Column("Gekozen, of waarom niet", 38, ("{{ one.outcome }}", "- " + known("one.rule", "geen andere regel"))),
    )
    description = "Elk parket en elke rechtbank waarvoor een grond of een regel pleit, met de regel die voorging."
    return (
        heading("Waarom niet een ander parket of een andere rechtbank")
        + when(
            "candidates",
            table("Parketten en rechtbanken", description, "one", "candidates", columns),
            otherwise=(paragraph("Geen grond en geen regel wijst een parket of een rechtbank aan."),),
        )
        + heading("Alleen volgens de wet, zonder beleid")
        + when(
            "statute_only",
            paragraph("Binnen een spoor zijn deze parketten en rechtbanken gelijkelijk bevoegd ({{ law.equal_grounds }}).", "LeadIn"),
            bullets("line", "statute_only", "{{ line }}"),
            otherwise=(paragraph("Geen opgetekende wettelijke grond wijst een parket of een rechtbank aan."),),
        )
    )


def trace(
    title: str = "Bijlage: elke getoetste regel", lead: str = "In de volgorde van de toetsing, ook de regels waaraan niet is voldaan."
) -> str:
    return heading(title, new_page=True) + when(
        "rules",
        paragraph(lead, "LeadIn"),
        _rules(),
        otherwise=(paragraph("Er is geen regel getoetst."),),
    )


def _rules() -> str:
    columns = (
        Column("Nr.", 6, ("{{ rule.number }}",)),
        Column("Vraag", 30, ("{{ rule.question }}", "- " + known("rule.about", "het hele dossier"))),
        Column("Antwoord", 33, ("**{{ rule.answer }}**", "{{ rule.because }}", *_lines("rule.facts", style="- "))),
        Column("Vindplaats en versie", 31, _lines_or("rule.citations", "regel van dit register")),
    )
    description = "Elke regel in de volgorde van de toetsing, met vraag, antwoord, feiten en vindplaats."
    return table("Getoetste regels", description, "rule", "rules", columns)


def _lines(items: str, style: str = "") -> tuple[str, ...]:
    """Paragraphs of a cell, one for each item."""
    return (f"{{%p for item in {items} %}}", style + "{{ item }}", "{%p endfor %}")


def _when(item: str) -> tuple[str, ...]:
    """A note in a cell, where it is known."""
    return (f"{{%p if {item} %}}", f"- {{{{ {item} }}}}", "{%p endif %}")


def _lines_or(items: str, otherwise: str) -> tuple[str, ...]:
    """The same for a cell that holds nothing else: Word wants at least one paragraph in it."""
    first = f"{{% if {items} %}}{{{{ {items}[0] }}}}{{% else %}}{otherwise}{{% endif %}}"
    return (first, *_lines(f"{items}[1:]"))


def _account() -> str:
    return "".join(
        (
            heading("Verantwoording"),
            paragraph(
                "Deze nota is door het register opgemaakt uit de ingeschreven feiten en de regels die daarop van toepassing zijn. "
                "De magistraat kan met opgave van redenen anders beslissen; de rechter is door de nota niet gebonden.",
                "LeadIn",
            ),
            fact("Versie van de regels", "{{ law_digest }}", fine=True),
            fact("Versie van de toetsing", "{{ engine_version }}"),
            by_hand("Gezien door (naam en functie)"),
            by_hand("Datum"),
            by_hand("Handtekening"),
        )
    )

"""The words and the order of the antwoord voor het parlement: two pages."""

from documents.layout.blocks import Column, fact, heading, paragraph, table
from documents.layout.house_style import template


def draw() -> bytes:
    return template(
        title="Antwoord voor het parlement",
        letterhead="{{ office | hoofdletter }}",
        running_head="Antwoord voor het parlement – register van {{ snapshot_on }}",
        foot="Antwoord voor het parlement",
        body=_title() + _summary() + _offices() + _moved() + _assumptions(),
    )


def _title() -> str:
    return "".join(
        (
            paragraph("Antwoord voor het parlement", "Title"),
            paragraph("Gevolgen van een ontwerp van bevoegdheidsregels voor havencriminaliteit", "Subtitle"),
        )
    )


def _summary() -> str:
    return "".join(
        (
            heading("Samenvatting"),
            paragraph(
                "Het register van {{ snapshot_on }} telde {{ files }} dossiers. Volgens het ontwerp zou van {{ moved }} dossiers "
                "het parket, de rechtbank, het havengebied of de aard wijzigen. {{ unchanged }} dossiers zouden op dezelfde gronden "
                "beslist worden als nu."
            ),
            fact("Bij hun rechtbank", "{{ before_court }}; aanhangig, dus niet verplaatst door een nieuwe regel"),
            fact("Alleen andere gronden", "{{ grounds_only }}"),
            fact("Vervallen keuzes", "{{ lapsed }}; een magistraat had eerder anders beslist"),
            fact("Te beslissen dossiers", "{{ open_before }} nu, {{ open_after }} daarna"),
            fact("Te bevestigen", "{{ to_confirm_before }} nu, {{ to_confirm_after }} daarna; hun rechtbank steunt alleen op beleid"),
        )
    )


def _offices() -> str:
    return "".join(
        (
            heading("Dossiers per parket"),
            table(
                "Dossiers per parket",
                "Per parket het aantal dossiers nu en volgens het ontwerp",
                "row",
                "offices",
                (
                    Column("Parket", 6, ("{{ row.title | hoofdletter }}",)),
                    Column("Nu", 2, ("{{ row.before }}",)),
                    Column("Daarna", 2, ("{{ row.after }}",)),
                ),
            ),
            paragraph("Een dossier met sporen bij twee parketten telt bij beide. Elk aantal is afgerond op {{ smallest_count }}."),
        )
    )


def _moved() -> str:
    return "".join(
        (
            heading("Dossiers die zouden verhuizen", new_page=True),
            table(
                "Verhuizende dossiers per havengebied",
                "Per havengebied waar het dossier nu ligt, het aantal dat zou verhuizen",
                "row",
                "moved_by_area",
                (Column("Havengebied", 6, ("{{ row.title | hoofdletter }}",)), Column("Dossiers", 4, ("{{ row.count }}",))),
            ),
            table(
                "Verhuizende dossiers per jaar van ontvangst",
                "Per jaar waarin het dossier is ontvangen, het aantal dat zou verhuizen",
                "row",
                "moved_by_year",
                (Column("Jaar van ontvangst", 6, ("{{ row.title }}",)), Column("Dossiers", 4, ("{{ row.count }}",))),
            ),
        )
    )


def _assumptions() -> str:
    return "".join(
        (
            heading("Waarop deze cijfers steunen"),
            paragraph(
                "Elk dossier is opnieuw beslist volgens het ontwerp en volgens de regels die nu gelden, op één en hetzelfde ogenblik. "
                "Het register zelf is niet gewijzigd.",
                "ListBullet",
            ),
            paragraph(
                "De feiten zijn die van de laatste beslissing over elk dossier; wat over een verwant dossier gekend was, is niet herzien.",
                "ListBullet",
            ),
            paragraph(
                "Van het ontwerp zijn {{ unverified }} rijen van de wetsgegevens niet nagegaan: niemand heeft ze met de officiële tekst "
                "vergeleken. Cijfers die daarop steunen, kunnen wijzigen.",
                "ListBullet",
            ),
            paragraph(
                "Aantallen onder {{ smallest_count }} worden niet genoemd. Waar een totaal een klein aantal zou verraden, wordt ook een "
                "volgend aantal niet genoemd. Geen enkel dossier wordt genoemd of is uit deze cijfers af te leiden.",
                "ListBullet",
            ),
            fact("Ontwerp", "{{ draft_digest }}", fine=True),
            fact("Geldende regels", "{{ present_digest }}", fine=True),
            fact("Versie van regels", "{{ engine_version }}"),
            fact("Opgemaakt op", "{{ answered_on }}"),
        )
    )

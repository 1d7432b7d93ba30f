"""The receipt of a file."""

from docket import report_words
from docket.clock import court_day
from docket.papers import heads, legal, wording
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.tracks import responsible
from documents import MissingFact, receipt, words
from documents import legal as shapes

_KIND = "een verslag waaruit het dossier is ingeschreven"
_CHANNELS = {
    "user": "het formulier van het register, ingevuld door een medewerker",
    "client": "de elektronische weg van de dienst (API)",
    "request": "de persoonlijke link die het register stuurde",
    "import": "een bestand dat is ingelezen",
}


def context(known: Known, wanted: Wanted) -> receipt.Receipt:
    case, stored, law = known.case, known.stored, known.law
    if known.intake is None:
        raise MissingFact("hoe de melding binnenkwam is in het register niet gekend")
    return receipt.Receipt(
        **heads.fields(known, wanted),
        law=legal.stated(known, "receipt", shapes.SayingLaw),
        channel=channel(known.intake.sender),
        received_kind=_KIND,
        digest=known.intake.digest,
        reported_by=words.capital(report_words.reported_by(case.report)),
        received_on=wording.received_on(case),
        registered_on=court_day(case.registered_at),
        registered_at=report_words.hour(case.registered_at),
        responsible_offices=tuple(wording.name(law, code) for code in responsible(stored.decision)),
    )


def channel(sender: str) -> str:
    """By whose code it came in; a sender without one is the name that an import was given."""
    return _CHANNELS.get(sender.partition(":")[0], "een bestand dat is ingelezen") if ":" in sender else "een bestand dat is ingelezen"


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    return () if known.intake is not None else (Missing(what="hoe de melding binnenkwam"),)


PAPER = Paper(kind="receipt", action="makeDocument", missing=missing, context=context)

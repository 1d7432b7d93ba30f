"""The transfer of a file: by the offer that waits for an answer, or, where it lies outside port crime, to the office that it belongs to."""

import routing
from docket import report_words, titles
from docket.cases import Case
from docket.clock import court_day
from docket.papers import heads, legal, wording
from docket.papers import jurisdiction_note as note
from docket.papers.known import Known
from docket.papers.paper import Paper, Wanted
from docket.pieces import InventoryLine
from docket.store.conflicts import Offer
from documents import legal as shapes
from documents import transfer, words
from routing import Decision, Law, Track, explain

#: Its answer to a transfer lies outside Belgian procedure, and the register knows no authority to write to.
_ABROAD = "foreign"


def not_offered(known: Known) -> str | None:
    """Why there is nothing to transfer."""
    case, decision = known.case, known.stored.decision
    if known.handing.open_offer is not None:
        return None
    if decision.scope != "outside":
        return (
            "dit dossier ligt volgens de beslissing niet buiten de havencriminaliteit en er wacht geen aanbod; er is niets over te dragen. "
            "Bied het eerst aan (“Overdragen”)."
        )
    return None if receiving(case, decision) else _why_nobody_receives(case, decision)


def context(known: Known, wanted: Wanted) -> transfer.Transfer:
    case, stored, law, limits = known.case, known.stored, known.law, known.limits
    decision = stored.decision
    offer = known.handing.open_offer
    takers = receiving(case, decision)
    # An offer is of the whole file and of one office, whatever the rules say of each track.
    recipients = (
        [(offer.to_office, track) for track in decision.tracks] if offer else [(one.prosecution_office or "", one) for one in takers]
    )
    offices = (offer.to_office,) if offer else tuple(dict.fromkeys(office for office, _ in recipients))
    return transfer.Transfer(
        **heads.fields(known, wanted),
        law=legal.stated(known, "transfer", shapes.SecretSayingLaw),
        offer=_offered(offer) if offer else None,
        to_offices=tuple(wording.name(law, code) for code in offices),
        received_on=wording.received_on(case),
        registered_on=court_day(case.registered_at),
        decided_on=court_day(stored.decided_at),
        reported_by=words.capital(report_words.reported_by(case.report)),
        recipients=tuple(
            transfer.Recipient(
                office=wording.name(law, office),
                track=titles.TRACKS[track.track],
                persons=track.persons,
                court=wording.title(law, track.court),
            )
            for office, track in recipients
        ),
        ordinary_office=any(_is_of_a_territory(office, track, law) for office, track in recipients),
        offences=tuple(
            transfer.Offence(number=row.number, title=row.title, period=row.period, place=_where(case, row.place))
            for row in note.offences(case, law)
        ),
        suspects=_suspects(case),
        reasons=explain(decision, law).reasons if decision.scope == "outside" else (),
        grounds=tuple(
            transfer.Ground(
                title=routing.ground_title(ground, law), article=ground.article, confidence=titles.CONFIDENCES[ground.confidence]
            )
            for ground in decision.grounds
            if ground.supports.prosecution_office in offices
        ),
        limits_at=f"{words.day(court_day(limits.at))} om {report_words.hour(limits.at)}" if limits is not None else None,
        time_limits=limits.lines if limits is not None else (),
        other_limits=limits.typed if limits is not None else (),
        missing=_missing_for_transfer(case),
        related_cases=report_words.related_cases(case.report),
        pieces=tuple(_piece(line) for line in known.inventory),
    )


def _suspects(case: Case) -> tuple[transfer.Suspect, ...]:
    named = report_words.designations(case.report)
    return tuple(
        transfer.Suspect(
            id=row.id or "", designation=named[row.id or ""], count=report_words.how_many(row), custody=report_words.custody(row)
        )
        for row in case.report.persons
        if row.role == "suspect"
    )


def _missing_for_transfer(case: Case) -> tuple[str, ...]:
    suspects = [row for row in case.report.persons if row.role == "suspect"]
    without_hour = [row.id or "" for row in suspects if row.custody in ("arrested", "remanded") and "T" not in (row.arrested_at or "")]
    unnamed = [row.id or "" for row in suspects if report_words.full_name(row) is None]
    undated = [
        f"misdrijf {number}" for number, row in enumerate(case.report.offences, start=1) if not (row.committed_from or row.committed_until)
    ]
    found = (
        None if report_words.notice_numbers(case.report) else "het notitienummer",
        f"de periode van {words.listing(undated)}" if undated else None,
        f"het uur van de vrijheidsberoving van {words.ids(without_hour)}" if without_hour else None,
        f"de identiteit van {words.ids(unnamed)}" if unnamed else None,
    )
    return tuple(each for each in found if each)


def _offered(offer: Offer) -> transfer.Offered:
    return transfer.Offered(
        offered_on=court_day(offer.offered_at),
        ground=titles.TRANSFER_GROUNDS.get(offer.ground or "", "niet genoemd"),
        reason=offer.reason,
        answer_by=offer.answer_due_on,
        pieces=offer.pieces,
    )


def _piece(line: InventoryLine) -> transfer.Piece:
    numbers = [one for one in (line.number, line.notice_number) if one]
    return transfer.Piece(
        number=line.running,
        dated_on=words.day(line.day) if line.day is not None else None,
        description=line.kind,
        author=line.author or None,
        reference=", ".join(dict.fromkeys(numbers)) or None,
        pages=line.pages,
    )


def receiving(case: Case, decision: Decision) -> tuple[Track, ...]:
    """The tracks whose office is another one than the office that holds the file."""
    return tuple(track for track in decision.tracks if track.prosecution_office not in (None, _ABROAD, case.holding_office))


def _is_of_a_territory(code: str, track: Track, law: Law) -> bool:
    office = law.offices.get(code)
    return track.track == "ordinary" and office is not None and office.kind == "ordinary"


def _why_nobody_receives(case: Case, decision: Decision) -> str:
    offices = {track.prosecution_office for track in decision.tracks}
    if _ABROAD in offices:
        return "de feiten liggen in het buitenland; het register kent de buitenlandse overheid niet die het dossier zou ontvangen."
    if case.holding_office in offices:
        return "het bevoegde parket houdt dit dossier al."
    return (
        "geen enkel spoor heeft een bevoegd parket. Vul de plaats van het feit aan (gemeente, haven of kaai), "
        "of laat een magistraat het parket aanwijzen in 'te beslissen'."
    )


def _where(case: Case, place_id: str | None) -> str | None:
    """With its id, by which the reasons name it."""
    described = next((report_words.place(row) for row in case.report.places if row.id == place_id), None)
    return f"plaats {place_id}: {described or 'niet omschreven'}" if place_id else None


PAPER = Paper(kind="transfer", action="makeDocument", offered=not_offered, context=context)

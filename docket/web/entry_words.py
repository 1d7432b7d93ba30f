"""A docket entry in words: what was done, by whom, and what it changed."""

from datetime import datetime
from typing import Any

import msgspec

from docket import competence, titles
from docket.clock import COURT_ZONE
from docket.entries import TITLES_NL
from docket.store.search import EntryLine
from docket.web import typed, words
from docket.web.changes import ChangeView, change_view
from routing import Law


class EntryView(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    title: str
    entered_at: datetime
    #: A function code in words, never a name.
    entered_by: str
    reason: str
    #: What else the entry says, a line each.
    lines: tuple[str, ...]
    changes: tuple[ChangeView, ...]
    erased: bool
    hash: str


def entry_title(kind: str) -> str:
    words_nl = TITLES_NL.get(kind, kind)
    return words_nl[:1].upper() + words_nl[1:]


def entry_view(entry: EntryLine, law: Law, titles_of: words.LawTitles) -> EntryView:
    """`titles_of` are those of the law, made once for all entries."""
    content: dict[str, Any] = entry.content if isinstance(entry.content, dict) else {}
    return EntryView(
        seq=entry.seq,
        title=entry_title(entry.kind),
        entered_at=entry.entered_at,
        entered_by=titles.who(entry.entered_by),
        reason=str(content.get("reason") or content.get("failure") or ""),
        lines=tuple(_lines(content, law, titles_of)),
        changes=tuple(
            change_view(one["path"], one.get("before"), one.get("after"), titles_of.offences) for one in content.get("changes") or ()
        ),
        erased=entry.erased_at is not None,
        hash=entry.hash,
    )


def _lines(content: dict[str, Any], law: Law, titles_of: words.LawTitles) -> list[str]:
    lines = []
    if office := content.get("toOffice"):
        lines.append(f"Naar: {titles_of.seat(office)}")
    if "toOffice" in content or "seats" in content:
        lines += _handing(content, titles_of)
    if "before" in content and "after" in content:
        before, after = (words.title(words.CONFIDENTIALITIES, content[one]) for one in ("before", "after"))
        lines.append(f"Van {before.lower()} naar {after.lower()}")
    for track in content.get("tracks") or ():
        if isinstance(track, dict):
            office, court = track["after"]
            lines.append(
                f"Spoor {track['ordinal'] + 1}: {titles_of.seat(office) or 'geen parket'}, {titles_of.seat(court) or 'geen rechtbank'}"
            )
    if "other" in content or "others" in content:
        lines += _connected(content)
    if courts := content.get("courts"):
        lines.append(f"Rechtbank: {', '.join(titles_of.seat(court) for court in courts)}")
    if documents := content.get("documents"):
        lines.append(f"Documenten: {', '.join(words.title(words.DOCUMENT_KINDS, kind) for kind in documents)}")
    if kind := content.get("documentKind"):
        lines.append(words.title(words.DOCUMENT_KINDS, kind))
    lines += _assigned(content)
    if mails := content.get("mails"):
        lines.append(f"Mails: {mails}")
    lines += _of_duty(content, titles_of)
    lines += _of_enactment(content)
    if lapsed := content.get("confirmationsLapsed"):
        lines.append(f"De bevestiging van spoor {', '.join(str(one + 1) for one in lapsed)} verviel; bevestig opnieuw.")
    lines += _of_competence(content, law, titles_of)
    lines += _of_contact(content)
    lines += _of_hearing(content, titles_of)
    lines += _of_telling(content)
    return lines


def _of_enactment(content: dict[str, Any]) -> list[str]:
    lines, enacted = [], content.get("enactment")
    if enacted:
        day = "/".join(reversed(str(content["inForceFrom"]).split("-")))
        lines.append(f"Wet {enacted}, in werking gesteld op {day} (vingerafdruk {str(content['lawDigest'])[:12]})")
    if content.get("lapsed"):
        why = "de nieuwe wet leidt" if enacted else "de nieuwe feiten leiden"
        lines.append(f"Een eerdere beslissing van een magistraat verviel: {why} elders heen.")
    return lines


def _connected(content: dict[str, Any]) -> list[str]:
    """What an act on connected files says."""
    lines = []
    if others := content.get("others") or ([content["other"]] if content.get("other") else []):
        lines.append(f"{'Ander dossier' if len(others) == 1 else 'Andere dossiers'}: {', '.join(others)}")
    if ground := content.get("ground"):
        lines.append(f"Grond: {titles.RELATED_GROUNDS.get(ground, ground)}")
    if limb := content.get("limb"):
        lines.append(f"Samenhang: {titles.LIMBS.get(limb, limb)}")
    if left := content.get("left"):
        lines.append(f"Naar het andere dossier: {', '.join(left)}")
    if both := content.get("both"):
        lines.append(f"In beide dossiers: {', '.join(both)}")
    return lines


def _seat_of_ground(arrondissement: str | None, law: Law) -> str:
    return "deze rechtbank" if arrondissement is None else f"het {law.arrondissement(arrondissement) or f'arrondissement {arrondissement}'}"


def _of_competence(content: dict[str, Any], law: Law, titles_of: words.LawTitles) -> list[str]:
    """Confirmations, objections and rulings; what an entry keeps as a code is told in the words of the law."""
    lines = []
    if confirmation := content.get("confirmation"):
        lines.append(f"Spoor {content['track'] + 1}: {titles_of.seat(content['court'])}")
        if confirmation == "ground":
            lines.append(
                f"Opgetekende grond voor {_seat_of_ground(content['arrondissement'], law)}: "
                f"{competence.title_of(content['ground'], law)} ({content['article']}). {content['facts']}"
            )
        else:
            lines.append("Risico genomen zonder wettelijke grond.")
    if "raisedBy" in content:
        lines.append(f"Spoor {content['track'] + 1}: {titles_of.seat(content['court'])}")
        by = f"partij {content['person']}" if content["person"] else "de rechter, ambtshalve"
        before = titles_of.seat(content["beforeCourt"])
        lines.append(
            f"Door {by} op {_day(content['raisedOn'])}, voor {before}; betwiste grond: {competence.title_of(content['ground'], law)}"
        )
    if ruling := content.get("ruling"):
        lines.append(words.title(words.RULINGS, ruling))
        ecli = f", {content['ecli']}" if content["ecli"] else ""
        ground = competence.title_of(content["ground"], law)
        lines.append(f"{titles_of.seat(content['court'])}, {_day(content['ruledOn'])}{ecli}; grond: {ground}")
        if content["toConfirm"]:
            lines.append("Een magistraat bevestigt opnieuw voor er iets vertrekt.")
    if registry := content.get("registry"):
        lines.append(f"Ingevoerd door de griffie: {titles_of.seat(registry)}")
    if remark := content.get("remark"):
        lines.append(remark)
    return lines


def _of_contact(content: dict[str, Any]) -> list[str]:
    """Who stands for whom and since when; never a name."""
    if "contactKind" not in content:
        return []
    about = f" van {content['aboutPerson']}" if content["aboutPerson"] else ""
    kind = words.title(words.CONTACT_KINDS, content["contactKind"])
    lines = [f"{kind}{about} (contact {content['contact']})"]
    if "fromOn" in content:
        until = f" tot {_day(content['untilOn'])}" if content["untilOn"] else ""
        lines.append(f"Vanaf {_day(content['fromOn'])}{until}")
    elif content.get("untilOn"):
        lines.append(f"Geldt niet meer vanaf {_day(content['untilOn'])}")
    if other := content.get("replaces"):
        lines.append(f"Volgt contact {other} op")
    if wrong := content.get("corrects"):
        lines.append(f"In de plaats van contact {wrong}")
    return lines


def _of_hearing(content: dict[str, Any], titles_of: words.LawTitles) -> list[str]:
    if "hearing" not in content or "startsAt" not in content:
        return []
    lines = [f"{titles_of.seat(content['court'])}, kamer {content['chamber']}, {_instant(content['startsAt'])}"]
    if before := content.get("movedFrom"):
        lines.append(f"Stond op {_instant(before)}")
    if summons := content.get("summons"):
        served = f" van {_day(content['servedOn'])}" if content.get("servedOn") else ""
        first = f"; eerste mogelijke dag {_day(content['firstLawfulOn'])}" if content.get("firstLawfulOn") else ""
        lines.append(f"{words.title(words.SUMMONSES, summons)}{served}{first}")
    if leave := content.get("leave"):
        lines.append(f"Verlof van de voorzitter: {leave}")
    if why := content.get("overbooked"):
        lines.append(f"Overboekt: {why}")
    lines.append(f"Te verwittigen: {content['toTell']}")
    return lines


def _of_telling(content: dict[str, Any]) -> list[str]:
    if "toldRole" not in content:
        return []
    about = f" van {content['aboutPerson']}" if content["aboutPerson"] and content["contact"] else f" {content['aboutPerson'] or ''}"
    how = f" ({words.title(words.TOLD_HOWS, content['toldHow']).lower()})" if content["toldHow"] else ""
    role = words.title(words.TOLD_ROLES, content["toldRole"])
    state = words.title(words.TOLD_STATES, content["toldState"]).lower()
    return [f"{words.title(words.TOLD_ACTS, content['toldAct'])}: {(role + about).strip()} {state}{how}"]


def _instant(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(COURT_ZONE).strftime("%d/%m/%Y om %H.%M uur")


def _day(text: str) -> str:
    return "/".join(reversed(text.split("-")))


def _assigned(content: dict[str, Any]) -> list[str]:
    lines = []
    if prosecutor := content.get("prosecutor"):
        how = words.title(words.ASSIGNMENT_KINDS, content.get("how"))
        lines.append(f"Aan: {titles.who(prosecutor)}, {how.lower()}" if how else f"Wie: {titles.who(prosecutor)}")
    if absent := content.get("standsInFor"):
        lines.append(f"In de plaats van: {titles.who(absent)}")
    if content.get("drawNumber"):
        lines.append(f"Trekking {content['drawNumber']} met zaad {content['seed']}")
    if why := content.get("why"):
        lines.append(words.title(words.NOT_ASSIGNED, why))
    if ground := content.get("recusalGround"):
        lines.append(f"Grond: {words.lowered(words.title(words.RECUSAL_GROUNDS, ground))}")
    return lines


def _of_duty(content: dict[str, Any], titles_of: words.LawTitles) -> list[str]:
    """Who took a file in charge, and who was told when nobody did."""
    lines = []
    if taken_by := content.get("takenBy"):
        urgencies = ", ".join(words.title(words.URGENCIES, one).lower() for one in content["urgencies"])
        lines.append(f"Door {titles.who(taken_by)}, {words.title(words.VIAS, content['via'])}, voor {titles_of.seat(content['office'])}")
        lines.append(f"Klasse: {urgencies}")
    if "told" in content:
        lines.append(f"{words.title(words.DUTY_STEPS, content['step'])} bij {titles_of.seat(content['office'])}")
        lines.append(f"Klasse: {words.title(words.URGENCIES, content['urgency']).lower()}")
        if told := content["told"]:
            lines.append(f"Verwittigd: {', '.join(titles.who(one) for one in told)}")
        if fell_to := content.get("fellTo"):
            lines.append(words.title(words.FELL_TO, fell_to))
    if links := content.get("links"):
        lines.append(f"Links: {links}")
    return lines


def _handing(content: dict[str, Any], titles_of: words.LawTitles) -> list[str]:
    """What an offer or a conflict says."""
    lines = []
    if ground := content.get("ground"):
        lines.append(f"Grond: {words.title(words.TRANSFER_GROUNDS, ground)}")
    if due_on := content.get("answerDueOn"):
        lines.append(f"Antwoord tegen: {typed.partial_date(due_on)}")
    lines += [f"Termijn die doorloopt: {title}, {typed.partial_date(day)}" for title, day in content.get("timeLimits") or ()]
    if pieces := content.get("pieces"):
        lines.append(f"Stukken: {'; '.join(pieces)}")
    if seats := content.get("seats"):
        lines.append(f"Tussen: {' en '.join(titles_of.seat(seat) for seat in seats)}")
    if settled_by := content.get("settledBy"):
        lines.append(f"Wie beslecht: {words.title(words.SETTLED_BY, settled_by)}")
    if designated := content.get("designated"):
        ecli = f" ({content['ecli']})" if content.get("ecli") else ""
        lines.append(f"Toegewezen aan: {titles_of.seat(designated)}, op {typed.partial_date(content['ruledOn'])}{ecli}")
    return lines

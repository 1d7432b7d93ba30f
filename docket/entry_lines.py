"""What a docket entry says, in official words made from its typed slots: for the page of a file, its timeline and the API; pure."""

from datetime import datetime
from typing import Any

import documents
from docket import competence, pieces, seized_items, titles
from docket.clock import COURT_ZONE
from docket.entries import TITLES_NL
from docket.judgments import CUSTODY_ENDS_NL, REMEDIES_NL, court_title
from docket.transitions import ACTS, CAUSES, EVENTS, PAPERS, TITLES
from documents import words
from routing import Law

_STRUCK_ACTS = {"kept": "bewaring", "decided": "beslissing", "carriedOut": "uitvoering"}
_DOCUMENT_KINDS = {kind.code: kind.title_nl for kind in documents.KINDS}


def title_of(kind: str) -> str:
    return _capital(TITLES_NL.get(kind, kind))


def sentence(kind: str, content: dict[str, Any], law: Law) -> str:
    """A whole entry as one line; what free text says of persons stays as it was written."""
    parts = [title_of(kind), *(line.rstrip(".") for line in lines_of(kind, content, law))]
    if changes := content.get("changes"):
        parts.append(f"{len(changes)} {'gegeven' if len(changes) == 1 else 'gegevens'} gewijzigd")
    if reason := content.get("reason") or content.get("failure"):
        parts.append(f"Reden: {str(reason).rstrip('.')}")
    return f"{'. '.join(parts)}.".replace("….", "…")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _seat(code: str | None, law: Law) -> str:
    """An office or a court."""
    return _capital(law.title(code) or code) if code else ""


def lines_of(kind: str, content: dict[str, Any], law: Law) -> list[str]:
    """What an entry says besides its title and its reason, a line each."""
    lines = [*_lived(kind, content, law), *_of_time_limit(kind, content), *_of_limitation(kind, content)]
    if office := content.get("toOffice"):
        lines.append(f"Naar: {_seat(office, law)}")
    if "toOffice" in content or "seats" in content:
        lines += _handing(content, law)
    if "before" in content and "after" in content:
        before, after = (titles.CONFIDENTIALITIES.get(content[one], content[one]) for one in ("before", "after"))
        lines.append(f"Van {before.lower()} naar {after.lower()}")
    for track in content.get("tracks") or ():
        if isinstance(track, dict):
            office, court = track["after"]
            lines.append(f"Spoor {track['ordinal'] + 1}: {_seat(office, law) or 'geen parket'}, {_seat(court, law) or 'geen rechtbank'}")
    if "other" in content or "others" in content:
        lines += _connected(content)
    if courts := content.get("courts"):
        lines.append(f"Rechtbank: {', '.join(_seat(court, law) for court in courts)}")
    if documents := content.get("documents"):
        lines.append(f"Documenten: {', '.join(_DOCUMENT_KINDS.get(kind, kind) for kind in documents)}")
    if document := content.get("documentKind"):
        lines.append(_DOCUMENT_KINDS.get(document, document))
    lines += _of_document(content)
    lines += _assigned(content)
    if mails := content.get("mails"):
        lines.append(f"Mails: {mails}")
    lines += _of_duty(content, law)
    lines += _of_enactment(content)
    if lapsed := content.get("confirmationsLapsed"):
        lines.append(f"De bevestiging van spoor {', '.join(str(one + 1) for one in lapsed)} verviel; bevestig opnieuw.")
    lines += _of_competence(content, law)
    lines += _of_contact(content)
    lines += _of_hearing(content, law)
    lines += _of_telling(content)
    lines += _of_request(content)
    lines += _of_service(content)
    lines += _of_mail(content)
    lines += _of_judgment(content, law)
    lines += _of_piece(content, law)
    lines += _of_item(content)
    return lines


def _of_piece(content: dict[str, Any], law: Law) -> list[str]:
    """A piece that came in, was moved or was withdrawn."""
    if (kind := content.get("pieceKind")) is None:
        return []
    named = f"Stuk {content['piece']}: {pieces.kind_title(kind, law)}"
    lines = [f"{named} nr. {content['pieceNumber']}" if content.get("pieceNumber") else named]
    if author := content.get("pieceAuthor"):
        lines.append(f"Van: {author}")
    if dated := content.get("pieceDatedOn"):
        lines.append(f"Gedateerd op {_day(dated)}")
    if pages := content.get("piecePages"):
        lines.append("1 bladzijde" if pages == 1 else f"{pages} bladzijden")
    if medium := content.get("medium"):
        lines.append(_capital(pieces.MEDIUMS_NL.get(medium, medium)))
    if content.get("mark") == "confidential":
        lines.append("Vertrouwelijk")
    if digest := content.get("sha256"):
        lines.append(f"sha256 {digest}")
    if faults := content.get("quarantine"):
        lines.append(f"In quarantaine: {'; '.join(faults)}")
    if content.get("sameBytesConfirmed"):
        lines.append("Dezelfde bytes zaten al in het dossier; bevestigd dat dit zo bedoeld is")
    if source := content.get("movedFrom"):
        lines.append(f"Verplaatst uit {source}")
    if target := content.get("movedTo"):
        lines.append(f"Verplaatst naar {target}")
    return lines


def _of_item(content: dict[str, Any]) -> list[str]:
    """What was done to a seized item."""
    if (item := content.get("item")) is None:
        return []
    lines = [f"Goed {item}"]
    if custodian := content.get("custodian"):
        lines.append(f"Bewaard door: {content.get('custodianName') or seized_items.CUSTODIANS_NL.get(custodian, custodian)}")
        lines.append(f"Plaats: {content['itemPlace']}, sinds {_day(content['keptFrom'])}")
        for label, name in (("Zegel", "seal"), ("Nummer", "itemReference"), ("Monster", "sample")):
            if value := content.get(name):
                lines.append(f"{label}: {value}")
        for label, name in (("Bruto", "grossKg"), ("Netto volgens het laboratorium", "laboratoryKg")):
            if value := content.get(name):
                lines.append(f"{label}: {value.replace('.', ',')} kg")
        if (cost := content.get("dailyCostCents")) is not None:
            lines.append(f"Kost per dag: {words.cents(cost)}")
    if decision := content.get("itemDecision"):
        told = seized_items.DONE_NL if content.get("carriedOutOn") else seized_items.DECISIONS_NL
        on = content.get("carriedOutOn") or content["itemDecidedOn"]
        lines.append(f"{_capital(told.get(decision, decision))} op {_day(on)}")
    if citations := content.get("citations"):
        lines.append(", ".join(citations))
    if proof := content.get("itemProof"):
        lines.append(f"Bewijs: {proof}")
    if struck := content.get("struckAct"):
        lines.append(f"Regel {content['itemAct']} ({_STRUCK_ACTS.get(struck, struck)})")
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


def _of_document(content: dict[str, Any]) -> list[str]:
    """Which bytes an entry speaks of, and which documents these come in the place of."""
    what = f"Stuk {content['document']}" if content.get("document") else _bundle(content)
    lines = [f"{what}, sha256 {content['sha256'][:16]}…"] if what and content.get("sha256") else []
    # A failed PDF of a document has its kind before it; a bundle has nothing but its number.
    if what and not lines and content.get("bundle"):
        lines = [what]
    before = [content["remakes"]] if content.get("remakes") else content.get("replaced") or []
    return lines + ([f"In de plaats van stuk {', '.join(map(str, before))}"] if before else [])


def _bundle(content: dict[str, Any]) -> str:
    parts = [part.replace("document/", "document ").replace("piece/", "ingekomen stuk ") for part in content.get("parts") or ()]
    return f"Bundel {content['bundle']}{': ' if parts else ''}{', '.join(parts)}" if content.get("bundle") else ""


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


def _of_competence(content: dict[str, Any], law: Law) -> list[str]:
    """Confirmations, objections and rulings; what an entry keeps as a code is told in the words of the law."""
    lines = []
    if confirmation := content.get("confirmation"):
        lines.append(f"Spoor {content['track'] + 1}: {_seat(content['court'], law)}")
        if confirmation == "ground":
            lines.append(
                f"Opgetekende grond voor {_seat_of_ground(content['arrondissement'], law)}: "
                f"{competence.title_of(content['ground'], law)} ({content['article']}). {content['facts']}"
            )
        else:
            lines.append("Risico genomen zonder wettelijke grond.")
    if "raisedBy" in content:
        lines.append(f"Spoor {content['track'] + 1}: {_seat(content['court'], law)}")
        by = f"partij {content['person']}" if content["person"] else "de rechter, ambtshalve"
        before = _seat(content["beforeCourt"], law)
        lines.append(
            f"Door {by} op {_day(content['raisedOn'])}, voor {before}; betwiste grond: {competence.title_of(content['ground'], law)}"
        )
    if ruling := content.get("ruling"):
        lines.append(_capital(titles.RULINGS.get(ruling, ruling)))
        ecli = f", {content['ecli']}" if content["ecli"] else ""
        ground = competence.title_of(content["ground"], law)
        lines.append(f"{_seat(content['court'], law)}, {_day(content['ruledOn'])}{ecli}; grond: {ground}")
        if content["toConfirm"]:
            lines.append("Een magistraat bevestigt opnieuw voor er iets vertrekt.")
    if registry := content.get("registry"):
        lines.append(f"Ingevoerd door de griffie: {_seat(registry, law)}")
    if remark := content.get("remark"):
        lines.append(remark)
    return lines


def _of_contact(content: dict[str, Any]) -> list[str]:
    """Who stands for whom and since when; never a name."""
    if "contactKind" not in content:
        return []
    about = f" van {content['aboutPerson']}" if content["aboutPerson"] else ""
    kind = _capital(titles.CONTACT_KINDS.get(content["contactKind"], content["contactKind"]))
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


def _of_hearing(content: dict[str, Any], law: Law) -> list[str]:
    if "hearing" not in content or "startsAt" not in content:
        return []
    lines = [f"{_seat(content['court'], law)}, kamer {content['chamber']}, {_instant(content['startsAt'])}"]
    if before := content.get("movedFrom"):
        lines.append(f"Stond op {_instant(before)}")
    if summons := content.get("summons"):
        served = f" van {_day(content['servedOn'])}" if content.get("servedOn") else ""
        first = f"; eerste mogelijke dag {_day(content['firstLawfulOn'])}" if content.get("firstLawfulOn") else ""
        lines.append(f"{_capital(titles.SUMMONSES.get(summons, summons))}{served}{first}")
    if leave := content.get("leave"):
        lines.append(f"Verlof van de voorzitter: {leave}")
    if why := content.get("overbooked"):
        lines.append(f"Overboekt: {why}")
    if why := content.get("pastTitle"):
        lines.append(f"Na het einde van de titel van hechtenis ({_day(content['titleUntil'])}): {why}")
    lines.append(f"Te verwittigen: {content['toTell']}")
    return lines


def _of_telling(content: dict[str, Any]) -> list[str]:
    if "toldRole" not in content:
        return []
    about = f" van {content['aboutPerson']}" if content["aboutPerson"] and content["contact"] else f" {content['aboutPerson'] or ''}"
    how = f" ({titles.TOLD_HOWS.get(content['toldHow'], content['toldHow'])})" if content["toldHow"] else ""
    role = _capital(titles.TOLD_ROLES.get(content["toldRole"], content["toldRole"]))
    state = titles.TOLD_STATES.get(content["toldState"], content["toldState"])
    act = _capital(titles.TOLD_ACTS.get(content["toldAct"], content["toldAct"]))
    return [f"{act}: {(role + about).strip()} {state}{how}"]


def _of_request(content: dict[str, Any]) -> list[str]:
    """What was asked of somebody outside, and what became of it; an answer itself stands in its row."""
    if "request" not in content:
        return []
    lines = [f"Vraag {content['request']}"]
    if kind := content.get("requestKind"):
        lines = [
            f"{_capital(titles.REQUEST_KINDS.get(kind, kind))} (vraag {content['request']}) aan {content['addressee']}",
            content["question"],
        ]
    if before := content.get("dueBefore"):
        lines.append(f"Antwoord verwacht tegen {_day(content['dueOn'])} in plaats van {_day(before)}")
    elif due_on := content.get("dueOn"):
        lines.append(f"Antwoord verwacht tegen {_day(due_on)}")
    if number := content.get("number"):
        why = "Een antwoord wacht op een beslissing" if "answered" in content.get("steps", ()) else "Te laat"
        lines.append(f"{why}: herinnering {number}; het parket wordt verwittigd tot iemand het opneemt")
    if expires_on := content.get("expiresOn"):
        lines.append(f"De link opent tot {_day(expires_on)}; wie hem kreeg, weet wie hem overhandigde")
    if via := content.get("answerVia"):
        lines.append(f"Antwoord {content['answer']}, gegeven op {_day(content['answeredOn'])} {titles.ANSWER_VIAS.get(via, via)}")
    elif answer := content.get("answer"):
        lines.append(f"Antwoord {answer}")
    if "amended" in content:
        lines.append(
            "Het dossier is ermee verbeterd en opnieuw beslist" if content["amended"] else "Aan de gegevens van het dossier verandert niets"
        )
    if "mailed" in content:
        made = "Een mail aan de geadresseerde is klaargezet; wat ervan werd, staat bij de mails"
        lines.append(made if content["mailed"] else "Zonder mail aan de geadresseerde")
    return lines


def _of_mail(content: dict[str, Any]) -> list[str]:
    """What came back by mail, and which clock was reminded of; never an address."""
    lines = []
    if back := content.get("back"):
        status = f" ({content['mailStatus']})" if content.get("mailStatus") else ""
        lines.append(f"{_capital(titles.MAIL_TASKS.get(back, back))}{status}, taak {content['task']}")
    if "dueInDays" in content:
        days = content["dueInDays"]
        hours = content.get("dueInHours")
        when = "vandaag" if not days else f"over {days} {'dag' if days == 1 else 'dagen'}"
        if hours is not None:
            when = f"binnen {hours} uur" if hours else "binnen het uur"
        lines.append(f"Termijn {content['timeLimit']}: te handelen {when}")
        if not content["mails"]:
            lines.append("Niemand van het parket heeft een adres opgegeven")
    return lines


def _of_service(content: dict[str, Any]) -> list[str]:
    """What was asked to be served on whom and how, and what became of it."""
    if "servedAct" not in content:
        return []
    act = _capital(titles.SERVED_ACTS.get(content["servedAct"], content["servedAct"]))
    persons = content.get("servedPersons") or [content["servedPerson"]]
    numbers = content.get("services") or [content["service"]]
    numbered = f"{'betekening' if len(numbers) == 1 else 'betekeningen'} {', '.join(str(one) for one in numbers)}"
    lines = [f"{act} aan {', '.join(persons)} ({numbered}), {titles.MANNERS.get(content['manner'], content['manner'])}"]
    if at := content.get("hearingAt"):
        lines.append(f"Voor de zitting van {_instant(at)}")
    if reference := content.get("actReference"):
        lines.append(f"Akte: {reference}")
    for name, label in _DAYS_OF_SERVICES:
        if day := content.get(name):
            lines.append(f"{label} {_day(day)}")
    if at := content.get("servedAt"):
        lines.append(f"Om {_instant(at)[-9:]}")
    if "inPerson" in content:
        lines.append("Aan de persoon zelf" if content["inPerson"] else "Niet aan de persoon zelf")
        proof = titles.PROOFS.get(content["proof"], content["proof"])
        lines.append(f"Bewijs: {proof} {content['proofReference']} van {_day(content['proofOn'])}")
    if first := content.get("tooLateUntil"):
        lines.append(f"Te laat voor de zitting: eerste mogelijke dag {_day(first)}")
    lines += [f"{label}: {content[name]}" for name, label in _COUNTS_OF_SERVICES if content.get(name)]
    if content.get("needless"):
        lines.append("Hoeft niet meer betekend te worden")
    if content.get("stateBefore") == "done":
        lines.append("Stond als gedaan ingeschreven")
    return lines


_COUNTS_OF_SERVICES = (
    ("clocksStarted", "Termijnen begonnen"),
    ("toldByIt", "Daardoor verwittigd"),
    ("clocksStruck", "Termijnen geschrapt"),
)


_DAYS_OF_SERVICES = (
    ("askedOn", "Gevraagd op"),
    ("servedOn", "Betekend op"),
    ("presentedOn", "Aangeboden op"),
    ("failedOn", "Mislukt op"),
)


def _of_judgment(content: dict[str, Any], law: Law) -> list[str]:
    """A remedy, finality and extracts; by the ids of the report, never a name."""
    lines = _pronounced(content, law) if "judgingCourt" in content else []
    if remedy := content.get("remedy"):
        of = "het openbaar ministerie" if content["partyRole"] == "prosecution" else content["party"]
        lines.append(f"{_capital(REMEDIES_NL.get(remedy, remedy))} van {of}, vonnis {content['judgment']}")
    lines += [f"{label} {_day(day)}" for name, label in _DAYS_OF_JUDGMENTS if (day := content.get(name))]
    if content.get("late"):
        lines.append("Na de laatste dag van de termijn; over de ontvankelijkheid oordeelt de rechter")
    if final := content.get("final"):
        lines += [f"Sinds {_day(day)}: {who}" for day, who in _by(final, "finalOn").items()]
        lines.append("Volgens het attest van de griffie" if content["byAttest"] else "Alle termijnen voor iedereen zijn verstreken")
    if kind := content.get("extractKind"):
        about = f" ({content['person']})" if content["person"] else ""
        state = "" if content["sentOn"] else ": niet nodig"
        lines.append(f"{_capital(law.title(f'extract/{kind}') or kind)}{about}{state}")
    if ended := content.get("custodyEnded"):
        lines.append(f"{_capital(CUSTODY_ENDS_NL.get(ended, ended))} ({content['person']})")
        if content["banFrom"]:
            lines.append(f"Het havenverbod loopt van {_day(content['banFrom'])} tot en met {_day(content['banUntil'])}")
    return lines


def _pronounced(content: dict[str, Any], law: Law) -> list[str]:
    """What a court decided on whom, and how much was imposed."""
    numbers = "".join(f", {one}" for one in (content["judgmentNumber"], content["judgmentEcli"]) if one)
    lines = [f"{_capital(court_title(content['judgingCourt'], law))}, {_day(content['pronouncedOn'])}{numbers}"]
    for outcome, who in _by(content["outcomes"], "outcome").items():
        lines.append(f"{_capital(law.title(f'outcome/{outcome}') or outcome)}: {who}")
    if defaulted := [one["person"] for one in content["parties"] if one["manner"] == "default"]:
        lines.append(f"Bij verstek: {', '.join(defaulted)}")
    counts = (("penalties", "straffen"), ("confiscations", "verbeurdverklaringen"), ("bans", "havenverboden"))
    lines += [f"{_capital(words)}: {content[name]}" for name, words in counts if content[name]]
    if wrong := content["correctsJudgment"]:
        lines.append(f"In de plaats van vonnis {wrong}")
    if left := content.get("itemsForgotten"):
        lines.append(f"Niets gezegd over in beslag genomen goed {', '.join(left)}")
    return [*lines, f"Te verwittigen: {content['toTell']}"]


def _by(rows: list[dict[str, str]], name: str) -> dict[str, str]:
    """What rows about a suspect and an offence say in that field -> whom it is about."""
    grouped: dict[str, list[str]] = {}
    for row in rows:
        grouped.setdefault(row[name], []).append(f"verdachte {row['person']} voor feit {row['offence']}")
    return {value: ", ".join(who) for value, who in grouped.items()}


def _instant(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(COURT_ZONE).strftime("%d/%m/%Y om %H.%M uur")


def _of_duty(content: dict[str, Any], law: Law) -> list[str]:
    """Who took a file in charge, and who was told when nobody did."""
    lines = []
    if taken_by := content.get("takenBy"):
        urgencies = ", ".join(titles.URGENCIES.get(one, one) for one in content["urgencies"])
        lines.append(
            f"Door {titles.who(taken_by)}, {titles.VIAS.get(content['via'], content['via'])}, voor {_seat(content['office'], law)}"
        )
        lines.append(f"Klasse: {urgencies}")
        if taken_on := content.get("takenOn"):
            lines.append(f"Opgenomen op {_day(taken_on)}, volgens wie het dossier invoerde")
    if taken_from := content.get("takenFrom"):
        lines.append(f"{_seat(content['office'], law)}; tot dan bij {', '.join(titles.who(one) for one in taken_from)}")
    if "told" in content:
        lines.append(f"{_capital(titles.DUTY_STEPS.get(content['step'], content['step']))} bij {_seat(content['office'], law)}")
        lines.append(f"Klasse: {titles.URGENCIES.get(content['urgency'], content['urgency'])}")
        if told := content["told"]:
            lines.append(f"Aan de beurt: {', '.join(titles.who(one) for one in told)}; of het bericht aankwam, staat in /niet-opgenomen")
        if fell_to := content.get("fellTo"):
            lines.append(titles.FELL_TO.get(fell_to, fell_to))
    if links := content.get("links"):
        lines.append(f"Links: {links}")
    return lines


def _day(text: str) -> str:
    return "/".join(reversed(text.split("-")))


def _assigned(content: dict[str, Any]) -> list[str]:
    lines = []
    if prosecutor := content.get("prosecutor"):
        how = titles.ASSIGNMENT_KINDS.get(content.get("how") or "", "")
        lines.append(f"Aan: {titles.who(prosecutor)}, {how.lower()}" if how else f"Wie: {titles.who(prosecutor)}")
    if absent := content.get("standsInFor"):
        lines.append(f"In de plaats van: {titles.who(absent)}")
    if content.get("drawNumber"):
        lines.append(f"Trekking {content['drawNumber']} met zaad {content['seed']}")
    if why := content.get("why"):
        lines.append(titles.NOT_ASSIGNED.get(why, why))
    if ground := content.get("recusalGround"):
        lines.append(f"Grond: {titles.RECUSAL_GROUNDS.get(ground, ground).lower()}")
    return lines


def _handing(content: dict[str, Any], law: Law) -> list[str]:
    """What an offer or a conflict says."""
    lines = []
    if ground := content.get("ground"):
        lines.append(f"Grond: {titles.TRANSFER_GROUNDS.get(ground, ground)}")
    if due_on := content.get("answerDueOn"):
        lines.append(f"Antwoord tegen: {_day(due_on)}")
    if late_since := content.get("lateSince"):
        lines.append(f"Laattijdig: het antwoord was gevraagd tegen {_day(late_since)}")
    lines += [f"Termijn die doorloopt: {title}, {_day(day)}" for title, day in content.get("timeLimits") or ()]
    if pieces := content.get("pieces"):
        lines.append(f"Stukken: {'; '.join(pieces)}")
    if seats := content.get("seats"):
        lines.append(f"Tussen: {' en '.join(_seat(seat, law) for seat in seats)}")
    if settled_by := content.get("settledBy"):
        lines.append(f"Wie beslecht: {titles.SETTLED_BY.get(settled_by, settled_by)}")
    if designated := content.get("designated"):
        ecli = f" ({content['ecli']})" if content.get("ecli") else ""
        lines.append(f"Toegewezen aan: {_seat(designated, law)}, op {_day(content['ruledOn'])}{ecli}")
    return lines


_DAYS_OF_JUDGMENTS = (
    ("lodgedOn", "Ingesteld op"),
    ("grievancesOn", "Grievenformulier van"),
    ("waivedOn", "Afstand gedaan op"),
    ("withdrawnOn", "Ingetrokken op"),
    ("sentOn", "Verzonden op"),
    ("endedOn", "Op"),
)


def _lived(kind: str, content: dict[str, Any], law: Law) -> list[str]:
    """What happened in the life of the file, for whom, and by which paper."""
    lines = []
    if kind == "StatusChanged":
        lines.append(_capital(EVENTS.get(content["event"], content["event"])))
        if (before := content["statusBefore"]) != content["status"]:
            lines.append(f"Van {TITLES.get(before, before)} naar {TITLES.get(content['status'], content['status'])}")
    elif (status := content.get("status")) and status != content.get("statusBefore"):
        lines.append(f"Het dossier staat vanaf nu op: {TITLES.get(status, status)}")
    lines += _moved(content)
    motives = {row.code: f"{row.code} {row.version[-1].title_nl}" for row in law.dismissal.ground if row.version}
    for name, label, told in (("motive", "Motief", motives), ("act", "Gevraagde handeling", ACTS), ("cause", "Oorzaak", CAUSES)):
        if kind == "StatusChanged" and (code := content.get(name)):
            lines.append(f"{label}: {told.get(code, code)}")
    if other := content.get("duplicateOf"):
        lines.append(f"Dubbel van: {other}")
    if kind in ("StatusChanged", "CaseReferred") and (paper := content.get("paper")):
        number = f" {paper['number']}" if paper.get("number") else ""
        lines.append(f"Stuk: {PAPERS.get(paper['kind'], paper['kind'])}{number} van {_day(paper['datedOn'])}")
    if kind == "StandingRestored":
        undone = TITLES_NL.get(content["undoneKind"], content["undoneKind"])
        lines.append(f"Teruggezet naar de stand voor registerlijn {content['undone']} ({undone})")
    if kind == "EntryStruck":
        struck = TITLES_NL.get(content["struckKind"], content["struckKind"])
        lines.append(f"Registerlijn {content['struck']} ({struck}) is bij vergissing ingeschreven")
    return lines


def _moved(content: dict[str, Any]) -> list[str]:
    """Who moved, by the ids of the report and from his first place to his last; nothing where all went the way of the file."""
    last: dict[tuple[str, str], tuple[str, str]] = {}
    for move in content.get("moves") or ():
        pair = (move["person"], move["offence"])
        last[pair] = (last.get(pair, (move["before"], ""))[0], move["after"])
    grouped: dict[tuple[str, str], list[str]] = {}
    for (person, offence), way in last.items():
        grouped.setdefault(way, []).append(
            " voor ".join(filter(None, (f"verdachte {person}" if person else "geen verdachte", f"feit {offence}" if offence else "")))
        )
    if list(grouped) == [(content.get("statusBefore"), content.get("status"))]:
        return []
    return [
        f"{_capital(', '.join(who))}: van {TITLES.get(before, before)} naar {TITLES.get(after, after)}"
        for (before, after), who in grouped.items()
    ]


_DAYS_OF_LIMITS = (
    ("startsOn", "Begonnen op"),
    ("metOn", "Nageleefd op"),
    ("suspendedOn", "Geschorst op"),
    ("resumedOn", "Hervat op"),
)


def _of_time_limit(kind: str, content: dict[str, Any]) -> list[str]:
    """A clock that was started, met, extended, suspended, resumed or struck, with the end that it has by it."""
    if not kind.startswith("TimeLimit"):
        return []
    words = {"person": "persoon", "offence": "feit"}
    about = " voor ".join(f"{word} {content[name]}" for name, word in words.items() if content.get(name))
    lines = [f"{_capital(content['limitTitle'])}{f' ({about})' if about else ''}"]
    for name, label in _DAYS_OF_LIMITS:
        if day := content.get(name):
            lines.append(f"{label} {_day(day)}")
    if ground := content.get("limitGroundTitle"):
        lines.append(f"Grond: {ground}")
    if service := content.get("fromService"):
        lines.append(f"Loopt vanaf betekening {service}")
    elif content.get("automatic"):
        lines.append("Van rechtswege begonnen")
    if kind != "TimeLimitStruck":
        lines.append(f"Laatste dag: {_instant(content['dueAt']) if content.get('dueAt') else _day(content['dueOn'])}")
    return lines


def _of_limitation(kind: str, content: dict[str, Any]) -> list[str]:
    """What interrupted or suspended the limitation, for which offences and by which paper."""
    match kind:
        case "LimitationInterrupted":
            lines = [f"{_capital(titles.LIMITATION_ACTS[content['interruptingAct']])} van {_day(content['actedOn'])}"]
        case "LimitationSuspended":
            until = f" tot {_day(content['untilOn'])}" if content["untilOn"] else ", tot ze weer loopt"
            lines = [f"Vanaf {_day(content['suspendedOn'])}{until}", f"Grond: {titles.LIMITATION_GROUNDS[content['suspensionGround']]}"]
        case "LimitationResumed":
            lines = [f"Geschorst op {_day(content['suspendedOn'])} (registerlijn {content['suspension']})"]
            lines.append(f"Loopt weer vanaf {_day(content['resumedOn'])}")
        case "LimitationReminded":
            days = content["inDays"]
            when = "vandaag" if not days else f"over {days} {'dag' if days == 1 else 'dagen'}"
            lines = [f"Laatste dag {_day(content['lastDay'])}, {when}", f"Feiten: {', '.join(content['ofOffences'])}"]
            return lines if content["mails"] else [*lines, "Niemand van het parket heeft een adres opgegeven"]
        case _:
            return []
    if "ofOffences" in content:
        lines.append(f"Feiten: {', '.join(content['ofOffences'])}")
    lines.append(f"Stuk: {content['provenBy']}")
    if number := content.get("fromCase"):
        lines.append(f"Overgenomen uit {number}")
    return lines

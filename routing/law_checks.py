"""What makes a law folder sound: no gap, no overlap, no double and no unknown id."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations, product
from typing import TYPE_CHECKING, get_args

import msgspec

from routing import facts
from routing.catalogue_checks import check_catalogue
from routing.dated import Dated, Source, Titled, TitledSource
from routing.dismissal_rows import DismissalFile
from routing.document_checks import check_documents
from routing.evidence_checks import check_evidence
from routing.extinction_rows import CauseCode, ExtinctionFile, SettlementId
from routing.judgment_checks import check_judgments
from routing.law import PlaceRow, Seats, Settlement
from routing.law_issues import Issues
from routing.period_checks import all_days, follow
from routing.requisition_rows import ArticleCode, RequisitionsFile
from routing.time_limit_checks import check_limitation, check_time_limits
from routing.words import tokens

if TYPE_CHECKING:
    from routing.law_files import Files


def check(rows: Files, issues: Issues) -> None:
    _ids(rows, issues)
    _titles(rows, issues)
    _rules(rows, issues)
    _offences(rows, issues)
    _bases(rows, issues)
    check_catalogue(rows.catalogue, [row.code for row in rows.offences.offence], issues)
    _districts(rows, issues)
    _divisions(rows, issues)
    _areas(rows, issues)
    _fairways(rows, issues)
    _places(rows, issues)
    _settlements(rows, issues)
    check_time_limits(rows.time_limits, issues)
    check_limitation(rows.limitation, [row.code for row in rows.offences.offence], issues)
    _dismissal(rows.dismissal, issues)
    check_documents(rows.documents, [row.code for row in rows.offences.offence], issues)
    _extinction(rows.extinction, issues)
    check_evidence(rows.evidence, rows.time_limits, issues)
    check_judgments(rows.judgments, rows.time_limits, issues)
    _requisitions(rows.requisitions, issues)


def _ids(rows: Files, issues: Issues) -> None:
    listed: tuple[tuple[str, list[str]], ...] = (
        ("areas.toml", [row.code for row in rows.areas.area]),
        ("areas.toml", [f"fairway {row.id}" for row in rows.areas.fairway]),
        ("areas.geojson", [feature.properties.area for feature in rows.outlines.features]),
        ("competence.toml", [row.id for row in rows.competence.row]),
        ("extinction.toml", [row.code for row in rows.extinction.cause]),
        ("extinction.toml", [row.id for row in rows.extinction.settlement]),
        ("courts.toml", [row.code for row in rows.courts.court]),
        ("courts.toml", [row.id for row in rows.courts.allocation]),
        ("offences.toml", [row.code for row in rows.offences.offence]),
        ("policies.toml", [row.id for row in rows.policies.policy]),
        ("prosecution_offices.toml", [row.code for row in rows.offices.office]),
        ("settlement.toml", [row.id for row in rows.settlement.row]),
        ("places.csv", [row.id for row in rows.places]),
    )
    for file, ids in listed:
        for double in sorted({one for one in ids if ids.count(one) > 1}):
            issues.add(file, double, "stands twice", "keep one row, or give the other one an id of its own")


def _titles(rows: Files, issues: Issues) -> None:
    """Whatever a sentence may name has its name in every language of the sentences."""
    titled: list[tuple[str, str, Titled | TitledSource]] = [("areas.toml", row.code, row) for row in rows.areas.area]
    titled += [("offences.toml", row.code, row) for row in rows.offences.offence]
    titled += [("prosecution_offices.toml", row.code, row) for row in rows.offices.office]
    titled += [("courts.toml", row.code, row) for row in (*rows.courts.court, *rows.courts.circuit)]
    titled += [("courts.toml", row.id, row) for row in rows.courts.allocation]
    titled += [("courts.toml", row.name, row) for row in rows.courts.arrondissement]
    for policy in rows.policies.policy:
        titled.append(("policies.toml", policy.id, policy))
        titled += [("policies.toml", f"{policy.id} from {version.in_force_from}", version) for version in policy.version]
    for file, row, names in titled:
        for field in ("title_nl", "title_fr", "title_en"):
            if not getattr(names, field).strip():
                issues.add(file, row, f"has no {field}", "write how that language calls it")
    for rule in rows.competence.row:
        for field in ("question_nl", "question_fr", "question"):
            if not getattr(rule, field).strip():
                issues.add("competence.toml", rule.id, f"has no {field}", "write what the rule asks in that language")
    known = {row.name for row in rows.courts.arrondissement}
    for name in sorted({row.judicial_arrondissement for row in (*rows.divisions, *rows.districts)} - known):
        issues.add("courts.toml", name, "is no arrondissement of this file", "add its [[arrondissement]] with its titles")


def _rules(rows: Files, issues: Issues) -> None:
    # Imported here: the rules read the law, and the law must hold a row for each rule.
    from routing.rules import NAMED  # noqa: PLC0415

    known = {row.id for row in rows.competence.row}
    for missing in sorted(NAMED - known):
        issues.add("competence.toml", missing, "is missing", "add its row: a rule of the engine asks for it")
    for unused in sorted(known - NAMED):
        issues.add("competence.toml", unused, "is asked for by no rule", "remove the row, or write the rule")
    for row in rows.competence.row:
        all_days("competence.toml", row.id, row.version, issues)
    for policy in rows.policies.policy:
        all_days("policies.toml", policy.id, policy.version, issues)
    if sum(policy.in_use for policy in rows.policies.policy) != 1:
        issues.add("policies.toml", "in_use", "is not set on exactly one policy", "set in_use = true on the policy that the register uses")
    offices = {row.code for row in rows.offices.office}
    courts = {row.code for row in rows.courts.court}
    areas = {row.code for row in rows.areas.area}
    for policy in rows.policies.policy:
        for version in policy.version:
            where = f"{policy.id} from {version.in_force_from}"
            if (version.office is None) != (not version.takes_areas) or version.office not in {*offices, None}:
                issues.add("policies.toml", where, f"has office {version.office!r}", "name a known office where it takes areas, else none")
            if (version.exclusive_court is None) != (version.court == "place") or version.exclusive_court not in {*courts, None}:
                issues.add(
                    "policies.toml", where, f"has court {version.exclusive_court!r}", "name a known court, or court = place and none"
                )
            for code in sorted(version.on_grounds - {one.id.removeprefix("ground-") for one in rows.competence.row}):
                issues.add("policies.toml", where, f"relies on unknown ground {code}", "use an id of competence.toml without ground-")
            for area in sorted(version.takes_areas - areas):
                issues.add("policies.toml", where, f"takes unknown area {area}", "use a code of areas.toml")


def _offences(rows: Files, issues: Issues) -> None:
    lists = {"core": facts.CoreOffence, "supporting": facts.SupportingOffence, "neither": facts.OtherOffence}
    known = {row.code: row.list for row in rows.offences.offence}
    for name, codes in lists.items():
        for code in get_args(codes):
            if known.pop(code, None) != name:
                issues.add("offences.toml", code, f"is not on the list {name}", "add its row with that list")
    for code in known:
        issues.add("offences.toml", code, "is no code of the registration contract", "remove the row, or add the code to the contract")
    for row in rows.offences.offence:
        for code in sorted((row.limb_with or frozenset()) - {offence.code for offence in rows.offences.offence}):
            issues.add("offences.toml", row.code, f"serves unknown offence {code}", "use a code of offences.toml in limb_with")
    for row in rows.courts.allocation:
        for code in sorted(row.offences - {offence.code for offence in rows.offences.offence}):
            issues.add("courts.toml", row.id, f"names unknown offence {code}", "use a code of offences.toml")


def _bases(rows: Files, issues: Issues) -> None:
    """What the rows of offences and of offices say rests on one basis each."""
    said: list[tuple[str, str]] = [(row.code, flag) for row in rows.offences.offence for flag in row.flags]
    based: list[tuple[str, str]] = [(code, basis.says) for basis in rows.offences.basis for code in basis.offences]
    brought = [(office.code, "") for office in rows.offices.office if office.kind != "ordinary"]
    rest = [(code, "") for basis in rows.offices.basis for code in basis.offices]
    for file, needed, found in (("offences.toml", said, based), ("prosecution_offices.toml", brought, rest)):
        for code, flag in needed:
            if found.count((code, flag)) != 1:
                what = f"has {found.count((code, flag)) or 'no'} basis for what it says"
                issues.add(file, f"{code} {flag}".strip(), what, "name it in one [[basis]], with citation, source and confidence")
        for code, flag in found:
            if (code, flag) not in needed:
                issues.add(file, f"{code} {flag}".strip(), "has a basis for what it does not say", "take it out of that [[basis]]")


def _districts(rows: Files, issues: Issues) -> None:
    divisions = {code for row in rows.divisions for code in (row.code, row.prosecution_office_code)}
    by_code: dict[str, list[Dated]] = {}
    for row in rows.districts:
        by_code.setdefault(row.nis_code, []).append(row)
        where = f"{row.nis_code} from {row.in_force_from}"
        if row.in_force_from is None:
            issues.add("districts.csv", where, "has no first day", "write in_force_from")
        if row.division not in divisions:
            issues.add("districts.csv", where, f"has unknown division {row.division}", "use a code of divisions.csv")
    last = {
        row.nis_code: row for row in rows.districts if row.in_force_from == max(r.in_force_from or date.min for r in by_code[row.nis_code])
    }
    for code, periods in by_code.items():
        follow("districts.csv", code, sorted(periods, key=lambda row: row.in_force_from or date.min), issues)
        ended, successor = last[code].in_force_until, last[code].successor_nis
        if (ended is None) != (successor is None):
            issues.add(
                "districts.csv", code, "ends without a successor, or has one and goes on", "write in_force_until and successor_nis together"
            )
        elif successor is not None and ended is not None and not any(row.covers(ended) for row in by_code.get(successor, ())):
            issues.add(
                "districts.csv",
                code,
                f"is followed by {successor}, which is not in force on {ended}",
                "mend the successor or its first day",
            )
    for part in rows.parts:
        if part.nis_code not in by_code:
            issues.add("parts.csv", part.name, f"lies in unknown municipality {part.nis_code}", "use a code of districts.csv")


def _divisions(rows: Files, issues: Issues) -> None:
    offices = {row.code: row for row in rows.offices.office}
    courts = {row.code for row in rows.courts.court}
    circuits = {row.name_in_divisions for row in rows.courts.circuit}
    used = {row.division for row in rows.districts}
    for row in rows.divisions:
        office = row.prosecution_office_code
        if office not in offices or offices[office].division != office:
            issues.add("divisions.csv", row.code, f"has unknown office {office}", "add it to prosecution_offices.toml with that division")
        if row.court_of_appeal not in circuits:
            issues.add("divisions.csv", row.code, f"has unknown court of appeal {row.court_of_appeal}", "add its circuit to courts.toml")
        several = row.code != office
        for level, code in (("youth", row.youth_court_code), ("correctional", row.correctional_court_code), ("assize", row.assize_code)):
            base = office if several and level != "assize" else code
            wanted = f"{base}Correctional" if level == "correctional" else f"{level}{base[0].upper()}{base[1:]}"
            if wanted not in courts:
                issues.add("divisions.csv", row.code, f"needs court {wanted}", "add it to courts.toml, or mend the code")
    for missing in sorted(used - {row.prosecution_office_code for row in rows.divisions}):
        issues.add("districts.csv", missing, "is the division of a municipality but has no office", "add it to divisions.csv")
    for circuit in rows.courts.circuit:
        for wanted, known in (
            (f"labourAuditor{circuit.code}", offices),
            (f"prosecutorGeneral{circuit.code}", offices),
            (f"appeal{circuit.code}", courts),
        ):
            if wanted not in known:
                issues.add("courts.toml", circuit.code, f"needs {wanted}", "add it to prosecution_offices.toml or courts.toml")
    for lead in get_args(facts.LeadAuthority):
        if not any(office.lead == lead for office in offices.values()):
            issues.add("prosecution_offices.toml", lead, "brings no office in", "set lead on one office, or one for each circuit")


def _areas(rows: Files, issues: Issues) -> None:
    codes = {row.nis_code for row in rows.districts}
    areas = {row.code: row for row in rows.areas.area}
    divisions = {row.prosecution_office_code for row in rows.divisions}
    for area in rows.areas.area:
        if area.division is not None and area.division not in divisions:
            issues.add("areas.toml", area.code, f"has unknown division {area.division}", "use a code of divisions.csv")
        for town in sorted((area.towns or frozenset()) - codes):
            issues.add("areas.toml", area.code, f"has unknown town {town}", "use a code of districts.csv")
    for feature in rows.outlines.features:
        ring, area = feature.geometry.coordinates[0], feature.properties.area
        if area not in areas or len(ring) <= len("abc") or ring[0] != ring[-1]:
            what, mend = (
                "is not a figure around a known area",
                "give a known code, three points or more, and the first one again at the end",
            )
            issues.add("areas.geojson", f"outline {area}", what, mend)
        elif feature.properties.uncertainty_m <= 0:
            issues.add("areas.geojson", f"outline {area}", "has no uncertainty", "say in metres how rough it is")


def _fairways(rows: Files, issues: Issues) -> None:
    divisions = {row.prosecution_office_code for row in rows.divisions}
    for outline in rows.areas.outline:
        issues.add("areas.toml", f"outline {outline.area}", "stands in a file that no longer holds outlines", "move it to areas.geojson")
    if not rows.areas.fairway:
        issues.add("areas.toml", "fairway", "is missing", "add a [[fairway]] block for each river that is a place of its own")
    for fairway in rows.areas.fairway:
        for division in fairway.between:
            if division not in divisions:
                issues.add("areas.toml", f"fairway {fairway.id}", f"has unknown neighbour {division}", "use a code of divisions.csv")
        if not fairway.between and fairway.beyond is None:
            issues.add("areas.toml", f"fairway {fairway.id}", "lies nowhere", "name its neighbours in between, or its country in beyond")
        if not all(tokens(name) for name in fairway.names) or not fairway.names:
            issues.add("areas.toml", f"fairway {fairway.id}", "has a name without words", "write letters or digits")


def _places(rows: Files, issues: Issues) -> None:
    codes = {row.nis_code for row in rows.districts}
    areas = {row.code: row for row in rows.areas.area}
    for place in rows.places:
        if place.area is not None and place.area not in areas:
            issues.add("places.csv", place.id, f"has unknown area {place.area}", "use a code of areas.toml")
        elif place.area is not None and areas[place.area].port != place.port:
            issues.add("places.csv", place.id, f"lies in {place.area} but in port {place.port}", "mend one of the two")
        if place.nis_code is not None and place.nis_code not in codes:
            issues.add("places.csv", place.id, f"has unknown municipality {place.nis_code}", "use a code of districts.csv")
        if (place.quay_from is None) != (place.quay_to is None) or (place.quay_from or 0) > (place.quay_to or 0):
            issues.add("places.csv", place.id, "has half a range of quays", "write quay_from and quay_to, the lower number first")
    _names(rows, issues)


def _settlements(rows: Files, issues: Issues) -> None:
    """Every pair of seats has exactly one who settles it, on every day."""
    known = [(row.between, row.within) for row in rows.settlement.row]
    shape = msgspec.structs.fields(Settlement)
    choices = {field.name: get_args(field.type) for field in shape if field.name in ("between", "within")}
    for pair in product(get_args(Seats), choices["within"]):
        if known.count(pair) != 1:
            what = "is missing" if pair not in known else "stands twice"
            issues.add("settlement.toml", " ".join(pair), what, "give each pair of between and within one row")
    for row in rows.settlement.row:
        all_days("settlement.toml", row.id, row.version, issues)


def _names(rows: Files, issues: Issues) -> None:
    spelled: dict[tuple[str, ...], list[PlaceRow]] = {}
    for place in rows.places:
        for name in (place.name, *place.other_names) if place.kind != "quay" else ():
            if not tokens(name):
                issues.add("places.csv", place.id, f"has a name without words: {name!r}", "write letters or digits")
            spelled.setdefault(tokens(name), []).append(place)
    for words, owners in spelled.items():
        for one, other in combinations(owners, 2):
            if one.id != other.id and _meet(one, other):
                what = f"shares the name {' '.join(words)!r} with {other.id}"
                issues.add("places.csv", one.id, what, "give each name to one row, or part their periods")


def _meet(one: Dated, other: Dated) -> bool:
    """Is there a day on which both are in force?"""
    starts = [row.in_force_from for row in (one, other) if row.in_force_from is not None]
    ends = [row.in_force_until for row in (one, other) if row.in_force_until is not None]
    return not starts or not ends or max(starts) < min(ends)


def _dismissal(file: DismissalFile, issues: Issues) -> None:
    name = "dismissal_grounds.toml"
    if file.duty is None or not file.ground:
        issues.add(name, "file", "has no duty or no ground", "write what the duty rests on under [duty], and a [[ground]] for each motive")
    codes = [row.code for row in file.ground]
    for double in sorted({one for one in codes if codes.count(one) > 1}):
        issues.add(name, double, "stands twice", "keep one row, or give the other one a code of its own")
    for row in file.ground:
        if not row.version:
            issues.add(name, row.code, "has no version", "add one [[ground.version]] block")
        for version in row.version:
            for field in ("title_nl", "title_fr", "title_en"):
                if not getattr(version, field).strip():
                    issues.add(name, row.code, f"has no {field}", "write how that language calls it")
        follow(name, row.code, row.version, issues)


def _extinction(file: ExtinctionFile, issues: Issues) -> None:
    name = "extinction.toml"
    listed: tuple[tuple[str, tuple[str, ...], set[str]], ...] = (
        ("cause", get_args(CauseCode), {row.code for row in file.cause}),
        ("settlement", get_args(SettlementId), {row.id for row in file.settlement}),
    )
    for block, wanted, found in listed:
        for code in wanted:
            if code not in found:
                issues.add(name, code, "is missing", f"write its [[{block}]]; a paper is made of each")
    for row in file.cause:
        for version in row.version:
            for field in ("title_nl", "title_fr", "title_en"):
                if not getattr(version, field).strip():
                    issues.add(name, row.code, f"has no {field}", "write how that language calls it")
        _versions(name, row.code, row.version, "cause", issues)
    for terms in file.settlement:
        if terms.max_expected_years < 1:
            issues.add(name, terms.id, "expects no sentence", "write max_expected_years as whole years, 1 or more")
        _versions(name, terms.id, terms.version, "settlement", issues)


def _versions(name: str, row: str, versions: Sequence[Source], block: str, issues: Issues) -> None:
    if not versions:
        issues.add(name, row, "has no version", f"add one [[{block}.version]] block")
    follow(name, row, versions, issues)


def _requisitions(file: RequisitionsFile, issues: Issues) -> None:
    name = "requisitions.toml"
    if file.mini_instruction is None or not file.excluded_act:
        mend = "write [mini_instruction], and an [[excluded_act]] for each act that it excludes"
        issues.add(name, "file", "says not what a mini-instruction may ask", mend)
    codes = [row.code for row in file.excluded_act]
    for double in sorted({one for one in codes if codes.count(one) > 1}):
        issues.add(name, double, "stands twice", "keep one row, or give the other one a code of its own")
    for row in file.excluded_act:
        if not row.version:
            issues.add(name, row.code, "has no version", "add one [[excluded_act.version]] block")
        for version in row.version:
            for field in ("title_nl", "title_fr", "title_en"):
                if not getattr(version, field).strip():
                    issues.add(name, row.code, f"has no {field}", "write how that language calls it")
            if not any(word.strip() for word in version.names_nl):
                issues.add(name, row.code, "has no names_nl", "write how a text that asks for it calls it")
            if not any(word.strip() for word in version.words_nl):
                issues.add(name, row.code, "has no words_nl", "write the words by which a text that asks for it gives it away")
        follow(name, row.code, row.version, issues)
    found = [row.code for row in file.article]
    for code in get_args(ArticleCode):
        if found.count(code) != 1:
            issues.add(
                name, code, f"stands {found.count(code)} times", "keep one [[article]] for each part in an offence and for an attempt"
            )

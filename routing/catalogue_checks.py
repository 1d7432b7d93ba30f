"""What makes the offence catalogue sound, and what it and the list of tapped offences say of each other."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from routing.law_issues import Issues
from routing.provisions import NEW_CODE, Catalogue, CatalogueFile, Provision, Wording, article_numbers, within, years

FILE = "catalogue.toml"


def check_catalogue(file: CatalogueFile, offences: Collection[str], issues: Issues) -> None:
    _ids(file, issues)
    _offences(file, offences, issues)
    if file.limitation is not None:
        issues.add(FILE, "limitation", "stands in a file that no longer holds it", "move it to [present] of limitation.toml")
    for provision in file.provision:
        for version in provision.version:
            _wording(file, provision, version, issues)
        _periods(file, provision, issues)


def _ids(file: CatalogueFile, issues: Issues) -> None:
    listed: tuple[tuple[str, list[str]], ...] = (
        ("provision", [row.id for row in file.provision]),
        ("statute", [row.id for row in file.statute]),
        ("level", [str(row.number) for row in file.level]),
    )
    for kind, ids in listed:
        for double in sorted({one for one in ids if ids.count(one) > 1}):
            issues.add(FILE, f"{kind} {double}", "stands twice", "keep one, or give the other one an id of its own")


def _offences(file: CatalogueFile, offences: Collection[str], issues: Issues) -> None:
    absent = {row.offence for row in file.absent}
    behind = {offence for provision in file.provision for offence in provision.offences}
    for provision in file.provision:
        for code in provision.offences:
            if code not in offences:
                issues.add(FILE, provision.id, f"stands behind unknown offence {code}", "use a code of offences.toml")
    for code in sorted(absent - set(offences)):
        issues.add(FILE, f"absent {code}", "is no offence", "use a code of offences.toml")
    for code in sorted(absent & behind):
        issues.add(FILE, f"absent {code}", "has a provision after all", "take the [[absent]] row away")
    for code in sorted(set(offences) - behind - absent):
        issues.add(FILE, code, "has no provision", "add it to the offences of one, or say with an [[absent]] row that none is held")


def _wording(file: CatalogueFile, provision: Provision, version: Wording, issues: Issues) -> None:
    where = f"{provision.id} {version.article}"
    statutes = {row.id: row for row in file.statute}
    levels = {row.number for row in file.level}
    statute = statutes.get(version.statute)
    if statute is None:
        issues.add(FILE, where, f"names unknown statute {version.statute}", "use an id of [[statute]]")
    elif statute.period not in (None, version.period):
        issues.add(
            FILE,
            where,
            f"stands {version.period}, but {statute.id} does not",
            "mend period or statute: the old code ends where the new one begins",
        )
    for level in (version.level, version.level_to):
        if level is not None and level not in levels:
            issues.add(FILE, where, f"has unknown level {level}", "use a number of [[level]]")
    if version.level is not None and version.statute != NEW_CODE:
        issues.add(FILE, where, "has a level outside the new code", "write the penalty of that law, or leave it out")
    if version.level_to is not None and (version.level is None or version.level_to <= version.level):
        issues.add(FILE, where, "has levels in the wrong order", "write the lower one as level and the higher one as level_to")
    lengths = []
    for duration in (version.prison_from, version.prison_to):
        try:
            lengths.append(None if duration is None else years(duration))
        except ValueError:
            issues.add(FILE, where, f"has a length of prison that cannot be read: {duration!r}", 'write "15 d", "6 m", "5 y" or "life"')
            return
    low, high = lengths
    if (low is None) != (high is None) or (low is not None and high is not None and low > high):
        issues.add(FILE, where, "has half a range of prison", "write prison_from and prison_to, the shorter one first")
    if (version.fine_from_eur is None) != (version.fine_to_eur is None) or (version.fine_from_eur or 0) > (version.fine_to_eur or 0):
        issues.add(FILE, where, "has half a range of fines", "write fine_from_eur and fine_to_eur, the lower one first")


def _periods(file: CatalogueFile, provision: Provision, issues: Issues) -> None:
    """Wordings follow each other without gap or overlap; the first one says what its first day was."""
    if not provision.version:
        issues.add(FILE, provision.id, "has no wording", "add one [[provision.version]] block")
        return
    dated = [within(version, file.switch.day) for version in provision.version]
    for version in dated:
        if version.in_force_from is not None and version.in_force_until is not None and version.in_force_from >= version.in_force_until:
            issues.add(
                FILE,
                provision.id,
                f"has an empty period {version.in_force_from} to {version.in_force_until}",
                "mend its days or its period",
            )
    for earlier, later in pairwise(dated):
        end, start = earlier.in_force_until, later.in_force_from
        if end is None or start is None or end > start:
            issues.add(FILE, provision.id, f"has two wordings in force on {start}", f"end the earlier one with in_force_until = {start}")
        elif end < start:
            issues.add(
                FILE, provision.id, f"has no wording from {end} until {start}", "move one of the two days, or add the wording between"
            )
    if dated[-1].in_force_until is not None:
        issues.add(FILE, provision.id, "ends", 'add the wording that follows (period = "fromSwitch" for the time of the new code)')
    first = provision.version[0]
    if first.in_force_from is not None and first.begins is None:
        issues.add(
            FILE,
            provision.id,
            "does not say what began on its first day",
            'write begins = "offence", or "wording" when an older one is not held',
        )


def tap_differences(catalogue: Catalogue) -> tuple[str, ...]:
    """Where the catalogue and the list of tapped offences differ, in lines; each is a question for a lawyer, not a fault."""
    taps = catalogue.file.tap_list
    held: set[int] = set()
    lines = []
    for provision in catalogue.provisions:
        for version in provision.version:
            if version.statute != NEW_CODE:
                continue
            own = set(article_numbers(version.article))
            held |= own
            if not own & catalogue.tapped:
                lines.append(f"{provision.id}: art. {version.article} is not on the tap list")
            elif own - catalogue.tapped:
                outside = ", ".join(str(number) for number in sorted(own - catalogue.tapped))
                lines.append(f"{provision.id}: of art. {version.article} the tap list lacks {outside}")
    lines += [f"tap list: art. {number} stands behind no provision" for number in sorted(catalogue.tapped - held)]
    for statute, articles in taps.special.items():
        known = {version.article.partition(",")[0] for row in catalogue.provisions for version in row.version if version.statute == statute}
        lines += [f"tap list: art. {article} of {statute} stands behind no provision" for article in articles if article not in known]
    return tuple(lines)

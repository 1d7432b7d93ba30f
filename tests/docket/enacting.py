"""Laws that differ from the one that ships, and their enactment."""

from datetime import date

from docket import legislation
from docket.deps import Deps
from docket.legislation import LoadedLaw
from docket.store import law_packs

MAGISTRATES = ("prosecutor:23", "headOfOffice:31")


def other_files() -> dict[str, bytes]:
    """The register decides by the policy that the shipped law keeps beside it."""
    files = legislation.read_files()
    text = files["policies.toml"].decode()
    swapped = (
        text.replace("in_use = true ", "in_use = later ")
        .replace("in_use = false", "in_use = true")
        .replace("in_use = later ", "in_use = false ")
    )
    assert swapped != text
    return files | {"policies.toml": swapped.encode()}


def other_law() -> LoadedLaw:
    files = other_files()
    return legislation.of_pack(files, legislation.digest(files))


def renamed_law() -> LoadedLaw:
    """An office, a court and an offence have other titles, and there is an office more than the shipped law has."""
    files = legislation.read_files()
    for name, before, after in (
        ("prosecution_offices.toml", "havenprocureurs bij het parket Antwerpen", "havenparket Scheldemonding"),
        ("courts.toml", "correctionele rechtbank Antwerpen, afdeling Antwerpen", "havenstrafrechtbank Antwerpen"),
        ("offences.toml", "onrechtmatig binnendringen in een havenfaciliteit", "binnendringing van een haventerrein"),
    ):
        assert before.encode() in files[name]
        files[name] = files[name].replace(before.encode(), after.encode())
    new = """
[[office]]
code = "maritimeOffice"
title_nl = "maritiem parket"
title_fr = "parquet maritime"
title_en = "maritime prosecution office"
kind = "special"
"""
    files["prosecution_offices.toml"] += new.encode()
    return legislation.of_pack(files, legislation.digest(files))


async def enact(law: LoadedLaw, deps: Deps, on: date = date(2026, 11, 24)) -> law_packs.Enactment:
    """As another process does: nothing that this one holds in memory knows of it."""
    async with deps.transaction() as tx:
        await law_packs.put(tx, law.digest, law.files, at=deps.clock.now(), by="prosecutor:23")
        return await law_packs.enact(
            tx, law.digest, on=on, reason="proef", magistrates=MAGISTRATES, at=deps.clock.now(), by="prosecutor:23"
        )

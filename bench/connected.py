"""How well connected files are found, on made pairs: precision and recall by kind; and how long it takes among 100,000 files.

usage: python -m bench.connected [--quality] [--misses]

Nothing in it is a real person, ship or file: names, numbers and days are drawn from a fixed seed.
"""

import asyncio
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

import asyncpg
import msgspec
from stdnum import iso6346

from bench import ground
from docket import case_keys, connected, legislation
from docket.access import Actor, visibility
from docket.case_keys import Key
from docket.cases import numbered
from docket.connected import Hit
from docket.contract import Report
from docket.store import connected as store
from docket.store.pool import open_pool

SEED = 20181102
FILES = 100_000
ASKED = 400
GOAL_MS = 50.0
BACKGROUND = 2_000
PAIRS_OF_A_KIND = 50
LAW = legislation.load().law
FIRST_DAY = date(2024, 1, 1)
DAYS = 720
#: The timed register is one of ten years, as 100,000 files of this office would be.
TIMED_FROM, TIMED_DAYS = date(2016, 1, 1), 3650


def listed(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


FAMILY_NAMES = listed(
    "Peeters|Janssens|Maes|Jacobs|Mertens|Willems|Claes|Goossens|Wouters|De Smet|Van den Broeck|Hendrickx|El Khatib|Ben Ali|Yilmaz|"
    "Çelik|Öztürk|Verhoeven|De Clercq|Van Damme|Michiels|Martens|Vermeulen|Bogaerts|Smets|Hermans|Aerts|Lemmens|Declerck|Bakkali|"
    "Haddad|Kowalski|Nowak|Popescu|Hoxha|Krasniqi|Silva|Santos|Garcia|Dupont|Lambert|Dubois|Visser|Bakker|De Vries|Jansen|Mulder|"
    "Bosch|Schepers"
)
GIVEN_NAMES = listed(
    "Jan|Piet|Mohamed|Youssef|Ali|Kevin|Tom|Bart|Koen|Dirk|Luc|Marc|Rachid|Khalid|Mehmet|Emre|Andrei|Arben|Luis|João|Pierre|Sven|"
    "Wouter|Anna|Sofie|Els|Fatima|Leila|Nele|Sara|Ine|Christiaan|Matthias|Thijs|Stijn|Hicham|Karim|Nabil|Dennis|Ruben"
)
#: Ways in which a name is written by somebody who only heard it.
HEARD = listed("ck>k|x>ks|ee>e|mm>m|ss>s|ph>f|dt>t|ch>sh|z>s|Van den >Vanden|De >De|El >El|ou>oe|aa>a|rt>rd|v>f|Ç>C|Ö>O|ü>u|ã>a|th>t")
TERMINALS = ("MPET", "Europaterminal", "Noordzeeterminal", "Antwerp Gateway", "Churchilldok", "Deurganckdok", "Delwaidedok")
QUAYS = ("1742", "1700", "730", "869", "913", "1718", "410", "364", "526", "1610")
OFFENCES = ("drugImport", "portIntrusion", "theft", "drugPreparation", "corruptionPrivate", "moneyLaundering")
OWNERS = ("MSCU", "MSKU", "CSQU", "TGHU", "HLXU", "CMAU", "TCLU", "OOLU")
SHIPS = tuple(
    f"{first} {second}"
    for first in ("MSC", "Maersk", "CMA CGM", "Ever", "Hapag")
    for second in ("Aurora", "Brava", "Clio", "Delta", "Elena", "Flora", "Gaia", "Hera")
)

Draw = random.Random
Made = dict[str, Any]


def container(draw: Draw) -> str:
    number = f"{draw.choice(OWNERS)}{draw.randrange(10**6):06d}"
    return number + iso6346.calc_check_digit(number)


def ssin(draw: Draw, born: date) -> str:
    body = f"{born:%y%m%d}{draw.randrange(1, 998):03d}"
    return f"{body}{97 - int(body) % 97:02d}"


def imo(name: str) -> str:
    body = f"{Draw(name).randrange(900000, 999999)}"
    return body + str(sum(int(digit) * weight for digit, weight in zip(body, range(7, 1, -1), strict=True)) % 10)


def person(draw: Draw, **fields: Any) -> Made:
    born = date(1960, 1, 1) + timedelta(days=draw.randrange(16_000))
    made = {
        "role": "suspect",
        "kind": "natural",
        "count": 1,
        "familyName": draw.choice(FAMILY_NAMES),
        "givenNames": draw.choice(GIVEN_NAMES),
    }
    return made | {"birthDate": born.isoformat()} | fields


def file(draw: Draw, day: date | None = None, **fields: Any) -> Made:
    """A report of the kind that the register is full of: a place, an offence, now and then a person, a container, a ship."""
    day = day or FIRST_DAY + timedelta(days=draw.randrange(DAYS))
    place: Made = {"id": "p1", "role": "scene", "port": "antwerp", "text": draw.choice(TERMINALS)}
    if draw.random() < 0.4:
        place["quay"] = draw.choice(QUAYS)
    made: Made = {
        "origin": {"service": draw.choice(("shippingPolice", "customs", "localPolice", "federalPolice"))},
        "receivedOn": (day + timedelta(days=draw.randrange(3))).isoformat(),
        "noticeNumber": f"AN{draw.choice((55, 60, 17))}.L{draw.randrange(1, 9)}.{draw.randrange(1, 999999):06d}/{day.year}",
        "places": [place],
        "offences": [{"id": "o1", "offence": draw.choice(OFFENCES), "committedFrom": day.isoformat(), "place": "p1"}],
        "persons": [person(draw) for _ in range(draw.choice((0, 0, 1, 1, 2)))],
        "containers": [container(draw)] if draw.random() < 0.3 else [],
        "vessels": [{"name": draw.choice(SHIPS)}] if draw.random() < 0.05 else [],
    }
    return made | fields


def bare(draw: Draw, day: date, **fields: Any) -> Made:
    """Nothing but what the pair is about: what else both reports say could only help or be chance."""
    return {"origin": {"service": draw.choice(("customs", "localPolice"))}, "receivedOn": day.isoformat()} | fields


def misheard(draw: Draw, name: str) -> str:
    fitting = [pair.split(">") for pair in HEARD if pair.split(">")[0] in name]
    said, written = draw.choice(fitting) if fitting else (name, name.upper())
    return name.replace(said, written, 1)


def mistyped(draw: Draw, text: str, *, digits: bool = True) -> str:
    """Two neighbours exchanged, or one character wrong."""
    places = [at for at in range(len(text) - 1) if text[at] != text[at + 1] and (not digits or text[at : at + 2].isdigit())]
    at = draw.choice(places)
    if draw.random() < 0.5:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + draw.choice([one for one in ("0123456789" if digits else "aeiourst") if one != text[at]]) + text[at + 1 :]


def day_of(draw: Draw) -> date:
    return FIRST_DAY + timedelta(days=draw.randrange(DAYS))


# Pairs about the same facts or people.


def _container_other_writing(draw: Draw) -> tuple[Made, Made]:
    number, day = container(draw), day_of(draw)
    return bare(draw, day, containers=[number]), bare(
        draw, day, seizures=[{"kind": "container", "containerNumber": f"{number[:4].lower()} {number[4:10]}-{number[10]}"}]
    )


def _container_mistyped(draw: Draw) -> tuple[Made, Made]:
    number, day = container(draw), day_of(draw)
    return bare(draw, day, containers=[number]), bare(draw, day + timedelta(days=2), containers=[mistyped(draw, number)])


def _ship_on_one_call(draw: Draw) -> tuple[Made, Made]:
    name, day = f"{draw.choice(SHIPS)} {draw.randrange(100, 999)}", day_of(draw)
    ship = {"name": name, "imoNumber": imo(name)}
    return bare(draw, day, vessels=[ship]), bare(draw, day + timedelta(days=1), vessels=[ship | {"name": f"MV {name.upper()}"}])


def _name_other_spelling(draw: Draw) -> tuple[Made, Made]:
    one, day = person(draw), day_of(draw)
    other = one | {"familyName": misheard(draw, one["familyName"]), "givenNames": misheard(draw, one["givenNames"])}
    return bare(draw, day, persons=[one]), bare(draw, day + timedelta(days=40), persons=[other])


def _name_mistyped(draw: Draw) -> tuple[Made, Made]:
    one, day = person(draw), day_of(draw)
    other = one | {"familyName": mistyped(draw, one["familyName"], digits=False)}
    return bare(draw, day, persons=[one]), bare(draw, day + timedelta(days=40), persons=[other])


def _name_misspelt_without_birth_date(draw: Draw) -> tuple[Made, Made]:
    one, day = person(draw, birthDate=None), day_of(draw)
    other = one | {"familyName": mistyped(draw, one["familyName"], digits=False)}
    return bare(draw, day, persons=[one]), bare(draw, day, persons=[other])


def _container_mistyped_twice(draw: Draw) -> tuple[Made, Made]:
    number, day = container(draw), day_of(draw)
    return bare(draw, day, containers=[number]), bare(draw, day, containers=[mistyped(draw, mistyped(draw, number))])


def _names_in_other_order(draw: Draw) -> tuple[Made, Made]:
    one, day = person(draw), day_of(draw)
    return bare(draw, day, persons=[one]), bare(
        draw, day, persons=[one | {"familyName": one["givenNames"], "givenNames": one["familyName"]}]
    )


def _birth_date_mistyped(draw: Draw) -> tuple[Made, Made]:
    one, day = person(draw), day_of(draw)
    born = date.fromisoformat(one["birthDate"])
    wrong = born.replace(day=born.month, month=born.day) if born.day <= 12 and born.day != born.month else born + timedelta(days=1)
    return bare(draw, day, persons=[one]), bare(draw, day, persons=[one | {"birthDate": wrong.isoformat()}])


def _national_number(draw: Draw) -> tuple[Made, Made]:
    one, day = person(draw), day_of(draw)
    number = ssin(draw, date.fromisoformat(one["birthDate"]))
    written = f"{number[:2]}.{number[2:4]}.{number[4:6]}-{number[6:9]}.{number[9:]}"
    return bare(draw, day, persons=[one | {"ssin": number}]), bare(draw, day, persons=[{"role": "witness", "count": 1, "ssin": written}])


def _national_number_mistyped(draw: Draw) -> tuple[Made, Made]:
    one, day = person(draw), day_of(draw)
    number = ssin(draw, date.fromisoformat(one["birthDate"]))
    return bare(draw, day, persons=[{"role": "suspect", "count": 1, "ssin": number}]), bare(
        draw, day, persons=[{"role": "suspect", "count": 1, "ssin": mistyped(draw, number)}]
    )


def _firm(draw: Draw) -> tuple[Made, Made]:
    body = f"0{draw.randrange(2_000_000, 9_999_999)}"
    number, day = f"{body}{97 - int(body) % 97:02d}", day_of(draw)
    firm = {"role": "suspect", "kind": "legal", "count": 1, "enterpriseNumber": number}
    return bare(draw, day, persons=[firm]), bare(
        draw, day, persons=[firm | {"enterpriseNumber": f"BE {number[:4]}.{number[4:7]}.{number[7:]}"}]
    )


def _notice_number(draw: Draw) -> tuple[Made, Made]:
    serial, day = draw.randrange(1, 999999), day_of(draw)
    return bare(draw, day, noticeNumber=f"AN60.L1.{serial:06d}/{day.year}"), bare(
        draw, day, furtherNoticeNumbers=[f"AN.60.L1.{serial}/{day.year}"]
    )


def _crew_of_two_services(draw: Draw) -> tuple[Made, Made]:
    day, crew = day_of(draw), [person(draw) for _ in range(4)]
    heard = [one | {"familyName": misheard(draw, one["familyName"]), "birthDate": None} for one in crew[1:3]]
    return file(draw, day, persons=crew), file(draw, day + timedelta(days=1), persons=[*heard, person(draw)])


def _event_without_names(draw: Draw) -> tuple[Made, Made]:
    day, quay, offence = day_of(draw), draw.choice(QUAYS), draw.choice(OFFENCES)
    facts = {"offences": [{"id": "o1", "offence": offence, "committedFrom": day.isoformat(), "place": "p1"}]}
    place = {"id": "p1", "role": "scene", "port": "antwerp"}
    return bare(draw, day, places=[place | {"quay": quay}], **facts), bare(
        draw, day, places=[place | {"text": f"ter hoogte van kaai {quay}"}], **facts
    )


def _same_weighing(draw: Draw) -> tuple[Made, Made]:
    day, kilos = day_of(draw), round(draw.uniform(20, 4000), 1)
    find = {"kind": "drugs", "substance": "cocaine", "netWeightKg": kilos}
    return bare(draw, day, seizures=[find]), bare(draw, day + timedelta(days=2), seizures=[find | {"substance": "Cocaine"}])


# Pairs that only look like it.


def _same_terminal_other_facts(draw: Draw) -> tuple[Made, Made]:
    day, where = day_of(draw), draw.choice(TERMINALS)
    place = [{"id": "p1", "role": "scene", "port": "antwerp", "text": where}]

    def fact(offence: str, on: date) -> list[Made]:
        return [{"id": "o1", "offence": offence, "committedFrom": on.isoformat(), "place": "p1"}]

    return bare(draw, day, places=place, offences=fact("theft", day)), bare(
        draw, day, places=place, offences=fact("portIntrusion", day + timedelta(days=3))
    )


def _same_ship_other_call(draw: Draw) -> tuple[Made, Made]:
    name, day = draw.choice(SHIPS), day_of(draw)
    ship = [{"name": name, "imoNumber": imo(name)}]
    return bare(draw, day, vessels=ship), bare(draw, day + timedelta(days=draw.randrange(7, 80)), vessels=ship)


def _same_name_other_birth(draw: Draw) -> tuple[Made, Made]:
    one, day = person(draw), day_of(draw)
    born = date.fromisoformat(one["birthDate"]) + timedelta(days=draw.randrange(400, 6000))
    return bare(draw, day, persons=[one]), bare(draw, day, persons=[one | {"birthDate": born.isoformat()}])


def _twins(draw: Draw) -> tuple[Made, Made]:
    one, day = person(draw), day_of(draw)
    other = draw.choice([name for name in GIVEN_NAMES if connected.mistakes(name, one["givenNames"]) > 2])
    return bare(draw, day, persons=[one]), bare(draw, day, persons=[one | {"givenNames": other}])


def _neighbouring_container(draw: Draw) -> tuple[Made, Made]:
    day, number = day_of(draw), f"{draw.choice(OWNERS)}{draw.randrange(10**6 - 1):06d}"
    following = f"{number[:4]}{int(number[4:]) + 1:06d}"
    return tuple(bare(draw, day, containers=[one + iso6346.calc_check_digit(one)]) for one in (number, following))  # type: ignore[return-value]


def _neighbouring_notice(draw: Draw) -> tuple[Made, Made]:
    serial, day = draw.randrange(1, 999998), day_of(draw)
    return tuple(bare(draw, day, noticeNumber=f"AN60.L1.{one:06d}/{day.year}") for one in (serial, serial + 1))  # type: ignore[return-value]


def _same_quay_other_week(draw: Draw) -> tuple[Made, Made]:
    day, quay = day_of(draw), draw.choice(QUAYS)

    def on(when: date) -> Made:
        fact = {"id": "o1", "offence": "portIntrusion", "committedFrom": when.isoformat(), "place": "p1"}
        return bare(draw, when, places=[{"id": "p1", "port": "antwerp", "quay": quay}], offences=[fact])

    return on(day), on(day + timedelta(days=9))


def _injured_terminal(draw: Draw) -> tuple[Made, Made]:
    """The operator that is the injured party of file after file."""
    firm = {"role": "injuredParty", "kind": "legal", "count": 1, "familyName": "Voorbeeld Terminals NV", "enterpriseNumber": "0403019261"}
    return bare(draw, day_of(draw), persons=[firm]), bare(draw, day_of(draw), persons=[firm])


Pairs = Callable[[Draw], tuple[Made, Made]]
TRUE: dict[str, Pairs] = {
    "container, written otherwise": _container_other_writing,
    "container, mistyped": _container_mistyped,
    "ship on one call": _ship_on_one_call,
    "name in another spelling": _name_other_spelling,
    "name mistyped": _name_mistyped,
    "names in other order": _names_in_other_order,
    "birth date mistyped": _birth_date_mistyped,
    "national number": _national_number,
    "national number, mistyped": _national_number_mistyped,
    "firm": _firm,
    "notice number": _notice_number,
    "crew in two services' reports": _crew_of_two_services,
    "event without names": _event_without_names,
    "same weighing": _same_weighing,
    # Past what is looked for: one mistake in a number, a name without anything else.
    "beyond: name misspelt, no birth date": _name_misspelt_without_birth_date,
    "beyond: container mistyped twice": _container_mistyped_twice,
}
NEAR_MISSES: dict[str, Pairs] = {
    "same terminal, other facts": _same_terminal_other_facts,
    "same ship, other call": _same_ship_other_call,
    "same name, other birth date": _same_name_other_birth,
    "twins": _twins,
    "neighbouring container": _neighbouring_container,
    "neighbouring notice number": _neighbouring_notice,
    "same quay, other week": _same_quay_other_week,
    "terminal injured time and again": _injured_terminal,
}


class Corpus:
    """What the query of the store does, in memory: keys by kind and key, the days, and how many files share a key."""

    def __init__(self) -> None:
        self.keys: list[tuple[Key, ...]] = []
        self.index: dict[tuple[str, str], list[tuple[int, Key]]] = defaultdict(list)

    def add(self, made: Made) -> int:
        keys = keys_of(made)
        self.keys.append(keys)
        for key in keys:
            self.index[key.kind, key.key].append((len(self.keys) - 1, key))
        return len(self.keys) - 1

    def like(self, at: int) -> dict[int, connected.Score]:
        """The files that are shown for a file, as its page shows them."""
        hits: dict[int, list[Hit]] = defaultdict(list)
        for lookup in connected.lookups_of(self.keys[at]):
            found = [
                (other, key)
                for other, key in self.index[lookup.kind, lookup.key]
                if other != at and lookup.starts <= key.first_day <= lookup.until and key.last_day >= lookup.ends
            ]
            for other, key in found:
                hits[other].append(Hit(at=lookup.at, value=key.value, first_day=key.first_day, last_day=key.last_day, spread=len(found)))
        scored = {other: connected.score(self.keys[at], each) for other, each in hits.items()}
        shown = sorted((one for one in scored.items() if one[1].score >= connected.SHOWN_FROM), key=lambda one: -one[1].score)
        return dict(shown[: connected.MAX_SHOWN])


def keys_of(made: Made) -> tuple[Key, ...]:
    report = numbered(msgspec.convert(made, Report))
    return case_keys.keys_of(report, date.fromisoformat(made["receivedOn"]), LAW)


class Outcome(msgspec.Struct, kw_only=True):
    #: Kind -> pairs found, pairs made.
    recall: dict[str, tuple[int, int]]
    #: Kind of near miss -> pairs shown, pairs made.
    mistaken: dict[str, tuple[int, int]]
    #: Of what is shown in the files of the pairs: true pairs, and everything.
    precise: tuple[int, int]
    #: The same among what is called likely.
    precise_likely: tuple[int, int]
    #: Ordinary files that look like another one by chance, and how many there are.
    by_chance: tuple[int, int]
    missed: list[str]


def measured(background: int = BACKGROUND, of_a_kind: int = PAIRS_OF_A_KIND, seed: int = SEED) -> Outcome:
    """A register of ordinary files with the pairs among them; each file is asked what it looks like."""
    draw, corpus = Draw(seed), Corpus()
    for _ in range(background):
        corpus.add(file(draw))
    pairs = [
        (kind, true, corpus.add(one), corpus.add(other))
        for true, kinds in ((True, TRUE), (False, NEAR_MISSES))
        for kind, make in kinds.items()
        for one, other in (make(draw) for _ in range(of_a_kind))
    ]
    recall, mistaken, missed = Counter[str](), Counter[str](), []
    shown = right = likely = right_likely = 0
    for kind, true, one, other in pairs:
        found = corpus.like(one)
        if true:
            recall[kind] += other in found
            if other not in found:
                missed.append(f"{kind}: {[key.value for key in corpus.keys[one]]} / {[key.value for key in corpus.keys[other]]}")
        elif kind != "terminal injured time and again":
            mistaken[kind] += other in found
        else:
            mistaken[kind] += bool(set(found) & {last for its, _, *both in pairs if its == kind for last in both})
        for at, scored in found.items():
            hit = true and at == other
            shown, right = shown + 1, right + hit
            if scored.strength == "likely":
                likely, right_likely = likely + 1, right_likely + hit
    return Outcome(
        recall={kind: (recall[kind], of_a_kind) for kind in TRUE},
        mistaken={kind: (mistaken[kind], of_a_kind) for kind in NEAR_MISSES},
        precise=(right, shown),
        precise_likely=(right_likely, likely),
        by_chance=(sum(bool(corpus.like(at)) for at in range(background)), background),
        missed=missed,
    )


def quality(show_misses: bool) -> None:
    outcome = measured()
    print(f"connected: {BACKGROUND} ordinary files, {PAIRS_OF_A_KIND} pairs of a kind, seed {SEED}; shown from {connected.SHOWN_FROM}")
    for kind, (found, made) in outcome.recall.items():
        print(f"connected, found, {kind}: {found}/{made} {found / made:.0%}")
    for kind, (found, made) in outcome.mistaken.items():
        print(f"connected, shown by mistake, {kind}: {found}/{made} {found / made:.0%}")
    found, made = (sum(column) for column in zip(*outcome.recall.values(), strict=True))
    print(f"connected, recall overall: {found}/{made} {found / made:.1%}")
    for what, (right, shown) in (("shown", outcome.precise), ("called likely", outcome.precise_likely)):
        print(f"connected, precision of what is {what}: {right}/{shown} {right / max(shown, 1):.1%}")
    chance, ordinary = outcome.by_chance
    print(f"connected, ordinary files that look like another by chance: {chance}/{ordinary} {chance / ordinary:.1%}")
    if show_misses:
        print(*outcome.missed, sep="\n")


async def fill(url: str, files: Iterable[Made]) -> None:
    """Rows of cases as the query sees them, and the keys of each."""
    connection = await asyncpg.connect(url)
    await connection.execute(
        """insert into cases (case_number, year, serial, status, confidentiality, holding_office, registered_by, registered_at, entered_on,
                decision_seq, offices, outcome, scope, open_track, received_day, origin_service)
           select 'HAV-2025-' || lpad(n::text, 6, '0'), 2025, n, 'registered', 'ordinary', 'antwerpPort', 'import:bench', now(),
                '2025-01-01', 1, case when n % 10 = 3 then '{westFlandersBrugge}'::text[] else '{antwerpPort}' end, 'decided', 'portCrime',
                false, '2025-01-01', 'police'
           from generate_series(1, $1) n""",
        FILES,
        timeout=300,
    )
    rows = [(id_, key.kind, key.key, key.value, key.first_day, key.last_day) for id_, made in enumerate(files, 1) for key in keys_of(made)]
    await connection.copy_records_to_table(
        "case_keys", records=rows, columns=("case_id", "kind", "key", "value", "first_day", "last_day"), timeout=300
    )
    await connection.execute("vacuum analyze", timeout=300)
    size = await connection.fetchval("select pg_size_pretty(pg_total_relation_size('case_keys'))")
    print(f"connected: {FILES} made files, {len(rows)} keys, {size} with their indexes")
    await connection.close()


async def timed(url: str) -> None:
    draw = Draw(SEED)
    begin = time.perf_counter()
    await fill(url, (file(draw, TIMED_FROM + timedelta(days=draw.randrange(TIMED_DAYS))) for _ in range(FILES)))
    print(f"connected: made in {time.perf_counter() - begin:.0f} s")
    asked = [
        keys_of(
            file(
                draw,
                TIMED_FROM + timedelta(days=draw.randrange(TIMED_DAYS)),
                persons=[person(draw) for _ in range(3)],
                containers=[container(draw)],
            )
        )
        for _ in range(ASKED)
    ]
    pool = await open_pool(url, min_size=1, max_size=1)
    for office in ("antwerpPort", "westFlandersBrugge"):
        seen = visibility(Actor(account_id=0, code="client:0", roles=frozenset({"officeClient"}), office=office))
        taken, shown = [], 0
        for keys in (*asked[:10], *asked):
            start = time.perf_counter()
            found = await store.candidates(pool, keys, seen)
            taken.append((time.perf_counter() - start) * 1000)
            shown += len(found)
        taken = sorted(taken[10:])
        p95 = taken[int(len(taken) * 0.95)]
        verdict = f"goal {GOAL_MS:.0f} ms: {'goal met' if p95 <= GOAL_MS else 'goal MISSED'}"
        print(
            f"connected, candidates of a new report, as a client of {office}: p95 {p95:.1f} ms, median {taken[len(taken) // 2]:.1f} ms, "
            f"{len(taken)} reports, {shown / len(taken):.1f} shown; {verdict}"
        )
    await pool.close()


def main() -> None:
    quality("--misses" in sys.argv)
    if "--quality" not in sys.argv:
        with ground.server() as server:
            asyncio.run(timed(server.url()))


if __name__ == "__main__":
    main()

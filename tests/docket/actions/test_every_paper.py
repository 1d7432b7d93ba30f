"""Every document of the catalogue is made from a file of the register, led to where the law knows that document."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from msgspec import inspect

import documents
from docket import life, papers
from docket.access import Actor
from docket.actions.judgments.establish_final import EstablishFinal, establish_final
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.actions.life.change_status import change_status
from docket.actions.papers import knowing
from docket.actions.papers.issue_document import IssueDocument, issue_document
from docket.actions.papers.make_document import MakeDocument, make_document, wanted_of
from docket.actions.papers.propose_document import ProposeDocument, propose_document
from docket.actions.papers.sign_off_document import SignOffDocument, sign_off_document
from docket.actions.requests.ask_request import AskRequest, ask_request
from docket.actions.transfers.raise_conflict import RaiseConflict, raise_conflict
from docket.decoding import shape_of
from docket.deps import Deps
from docket.judgments import Ban, Penalty
from docket.legislation import LoadedLaw
from docket.mail.sending import MemorySender
from docket.papers import Known, Paper, Wanted, free_text
from docket.store import cases as case_rows
from docket.transitions import Paper as Order
from docket.worker.queue import drain
from tests.builders import a_case, a_clerk, a_prosecutor, addressed, an_actor
from tests.docket.actions.hearing_world import COURT, RIGHT_BANK, a_chamber, booked, wanted
from tests.docket.actions.judgment_world import before_court, convicting, decided, judge
from tests.docket.actions.piece_world import attached
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_change_status import an_event
from tests.docket.actions.test_document_life import a_magistrate
from tests.docket.actions.test_seized_items import decided as decided_on_item
from tests.docket.actions.test_seized_items import kept
from tests.docket.papers import offices
from tests.documents import reading

#: Stands in no document for others.
MINOR = "Minderjarigenaam"
HOSTILE = 'Tekst & <w:t> "aangehaald" {{ 7*7 }}'
PERSONS = [
    {"id": "s1", "role": "suspect", "kind": "natural", "familyName": "Aa", "givenNames": "Bé", "ssin": "85073003328", "count": 1}
    | {"residence": {"country": "BE", "municipality": "Duffel"}},
    {"id": "s2", "role": "suspect", "kind": "natural", "familyName": MINOR, "age": 16, "count": 1},
    {"id": "b1", "role": "injuredParty", "kind": "natural", "familyName": "Eé", "givenNames": "Fé"},
    {"id": "v1", "role": "victim", "kind": "natural", "familyName": "Cé", "givenNames": "Dé"},
]

Led = Callable[[Deps], Awaitable[str]]
#: Everything that a clerk can say of the facts, so that no document waits for them.
FACTS: dict[str, Any] = RIGHT_BANK | {
    "persons": PERSONS,
    "offences": [
        {"id": "o1", "offence": "portIntrusion", "committedFrom": "2026-10-18", "place": "p1", "persons": ["s1"]},
        {"id": "o2", "offence": "drugImport", "committedFrom": "2026-10-18", "place": "p1", "persons": ["s1"]},
    ],
    "seizures": [
        {"kind": "drugs", "substance": "cocaine", "netWeightKg": 12.0, "place": "p1"},
        {"kind": "cash", "amountEur": 8000, "place": "p1"},
    ],
}


def put_at(status: str, sender: str = "", **facts: Any) -> Led:
    """A file that stands there as if it had come by its own way; the ways are walked in other tests."""

    async def led(deps: Deps) -> str:
        number = (await a_case(deps, sender=sender or status, externalId=sender or status, **FACTS | facts)).case_number
        found = await view_of(deps, number)
        async with deps.transaction() as tx:
            await case_rows.set_stands(tx, found.case.id, life.Stands(status=status))
        return number

    led.__name__ = status
    return led


def after(start: str, event: str, **said: Any) -> Led:
    async def led(deps: Deps) -> str:
        number = await put_at(start, event, seizures=None)(deps)
        await change_status(an_event(number, 1, event, **said), a_prosecutor(), deps)
        return number

    led.__name__ = event
    return led


async def elsewhere(deps: Deps) -> str:
    place = {"id": "p1", "role": "scene", "text": "Albert II-dok, Zeebrugge", "port": "zeebrugge", "country": "BE"}
    return (await a_case(deps, sender="elders", externalId="elders", **FACTS | {"places": [place]})).case_number


async def disputed(deps: Deps) -> str:
    number = (await a_case(deps, sender="geschil", externalId="geschil", **FACTS)).case_number
    said = {"ground": "placeOfOffence", "reason": "Beide rechters eisen het dossier op."}
    conflict = RaiseConflict(
        case_number=number, version=1, kind="positive", between="judges", track=0, seat="eastFlandersDendermondeCorrectional", **said
    )
    await raise_conflict(conflict, a_prosecutor(), deps)
    return number


def heard(start: str) -> Led:
    async def led(deps: Deps) -> str:
        number = await put_at(start, f"heard-{start}")(deps)
        chamber = await a_chamber(deps, name=f"AC-{start}")
        await booked(deps, number, wanted(chamber, date(2027, 1, 11)))
        return number

    led.__name__ = f"heard_{start}"
    return led


async def referred(deps: Deps) -> str:
    number = await before_court(deps, "verwezen", **FACTS)
    chamber = await a_chamber(deps, name="AC-verwezen")
    await booked(deps, number, wanted(chamber, date(2027, 1, 11)), version=2)
    return number


async def referred_by_order(deps: Deps) -> str:
    number = await put_at("settlementOfProcedure", "beschikking")(deps)
    order = Order(kind="order", number="B12", dated_on=date(2026, 11, 20))
    await refer_case(ReferCase(case_number=number, version=1, tracks=(0,), paper=order), a_prosecutor(), deps)
    chamber = await a_chamber(deps, name="AC-beschikking")
    await booked(deps, number, wanted(chamber, date(2027, 1, 11)), version=2)
    return number


async def judged(deps: Deps, sender: str = "vonnis") -> str:
    number = await before_court(deps, sender, **FACTS)
    imposed: dict[str, Any] = {
        "decided": decided(s1_o1="convicted", s1_o2="convicted"),
        "manners": {"s1": "adversary"},
        "penalties": (Penalty(person="s1", kind="fine", unit="euro", euro_cents=100_000),),
        "bans": (Ban(person="s1", length=5, unit="year", ports="haven van Antwerpen", motivated=True),),
    }
    await judge(deps, convicting(number, **imposed))
    return number


async def final(deps: Deps) -> str:
    """The last stage: the clock goes on until every remedy has run out."""
    number = await judged(deps, "gewijsde")
    deps.clock.instant += timedelta(days=60)
    await establish_final(EstablishFinal(case_number=number, version=3), a_clerk(), deps)
    return number


async def instructed(deps: Deps) -> str:
    """With what was asked of the police, and a paper that came in."""
    number = await put_at("investigation", "kantschrift")(deps)
    request = AskRequest(case_number=number, version=1, kind="apostil", addressee="SPN Antwerpen", question="Verhoor de getuige.")
    await ask_request(request, a_clerk(), deps)
    await attached(deps, number, version=2)
    return number


async def seized(deps: Deps) -> str:
    """With its goods in the registry, and a sale of what has a value decided."""
    number = await put_at("investigation", "inbeslag")(deps)
    await kept(deps, number, "g1")
    await kept(deps, number, "g2")
    await decided_on_item(deps, number, await a_magistrate(deps, "Procureur Goederen"), decision="sell", item="g2")
    return number


async def offered(deps: Deps) -> str:
    """A settlement was offered, by a document that left the office."""
    number = await put_at("investigation", "voorstel", seizures=None)(deps)
    [offer] = await made(number, papers.paper_of("settlement_offer"), deps)
    await drain(deps, MemorySender())
    await propose_document(ProposeDocument(case_number=number, document_id=offer), a_clerk(), deps)
    await sign_off_document(SignOffDocument(case_number=number, document_id=offer), await a_magistrate(deps), deps)
    await issue_document(IssueDocument(case_number=number, document_id=offer), a_clerk(), deps)
    await change_status(an_event(number, 1, "offerSettlement"), a_prosecutor(), deps)
    return number


#: Where a file is led to, so that each document that the law knows at some stage meets one.
STAGES: tuple[Led, ...] = (
    elsewhere,
    disputed,
    *(put_at(status) for status in ("registered", "investigation", "judicialInquiry", "settlementOfProcedure", "trialCourt")),
    after("investigation", "dismiss"),
    offered,
    seized,
    after("investigation", "extinguished"),
    heard("investigation"),
    referred_by_order,
    instructed,
    referred,
    judged,
    final,
)


def actors() -> tuple[Actor, ...]:
    registry = an_actor("courtRegistrar", office=None, court=COURT, account_id=80)
    return (an_actor("headOfOffice", account_id=90), a_prosecutor(), a_clerk(), registry)


async def known_by(number: str, paper: Paper, deps: Deps) -> tuple[Actor, Known] | None:
    for actor in actors():
        if actor.may(paper.action):
            try:
                return actor, await knowing.known(number, paper.action, actor, deps)
            except Exception as refusal:
                _ = refusal
    return None


#: Where any text will not do.
SAID: dict[str, Any] = {
    "municipality": "Gent",
    "notifiedOn": "2026-11-24",
    "articleText": f"Art. 28octies. {HOSTILE}",
    "finders": [f"alle: {HOSTILE}"],
    "reportNumbers": ["alle: AN.60.FK.001234/2026"],
}


def filled(paper: Paper, known: Known, about: str | None) -> dict[str, Any] | None:
    """What a maker says of the fields that the document asks him for, hostile where they hold text; None = the file lacks a fact."""
    typed = documents.kind_of(paper.kind).typed
    fields = {field.encode_name: _bare(field.type) for field in shape_of(typed).fields}
    choices, said = paper.choices(known), dict(paper.proposed(known, about))
    of_one_file = {name for name in choices if not _is_closed(fields[name])} - OF_THE_LAW
    assert of_one_file <= paper.per_file, (paper.kind, of_one_file - paper.per_file)
    for attempt in range(6):
        lacking = papers.missing_of(paper, known, wanted_of(paper, about, said))
        if not lacking:
            return said
        if not all(one.link.startswith("#") for one in lacking):
            return None
        for one in lacking:
            name = one.link.removeprefix("#")
            said[name] = SAID.get(name) or _sample(fields[name], [code for code in choices.get(name, {}) if code], attempt)
    raise AssertionError(f"{paper.kind} is never content: {lacking}")


#: Codes of lists of the law, the same for every file; those of a closed list are too.
OF_THE_LAW = {"motive", "cause", "kindOfAct"}


def _is_closed(info: inspect.Type) -> bool:
    return isinstance(_bare(info.item_type) if isinstance(info, inspect.VarTupleType) else info, inspect.LiteralType)


def _sample(info: inspect.Type, codes: list[str], attempt: int) -> Any:
    match info:
        case inspect.VarTupleType():
            return codes[:1] or [HOSTILE]
        case inspect.LiteralType():
            return (codes or list(info.values))[attempt % len(codes or info.values)]
        case inspect.StrType():
            return codes[attempt % len(codes)] if codes else HOSTILE[: info.max_length or 200]
        case inspect.IntType():
            return int(codes[attempt % len(codes)]) if codes else 5
        case inspect.DateType():
            return ("2026-11-23", "2026-12-31")[attempt % 2]
        case inspect.BoolType():
            return True
    raise AssertionError(f"no sample of {info}")


def _bare(info: inspect.Type) -> inspect.Type:
    while isinstance(info, (inspect.Metadata, inspect.UnionType)):
        if isinstance(info, inspect.Metadata):
            info = info.type
        else:
            info = next(each for each in info.types if not isinstance(each, inspect.NoneType))
    return info


async def made(number: str, paper: Paper, deps: Deps) -> dict[int, str]:
    """Id -> kind of each document of this kind that could be asked for."""
    found = await known_by(number, paper, deps)
    if found is None or papers.refusal(paper, found[1]) is not None:
        return {}
    actor, known = found
    asked = {}
    for about in tuple(papers.persons_of(paper, known.case)) or (None,):
        said = filled(paper, known, about)
        if said is None:
            continue
        seen_naming(paper, known, wanted_of(paper, about, said))
        command = MakeDocument(case_number=number, kind=paper.kind, about=about, typed=said)
        asked[(await make_document(command, actor, deps)).document_id] = paper.kind
    return asked


@pytest.mark.minutes
async def test_every_document_is_made_from_a_file_and_names_no_minor_to_others(deps: Deps, sender: MemorySender) -> None:
    await addressed(deps)
    seen: set[str] = set()
    faults = []
    for stage in STAGES:
        number = await stage(deps)
        asked: dict[int, str] = {}
        for paper in papers.PAPERS:
            asked |= await made(number, paper, deps)
        await drain(deps, sender)
        lines = {line.id: line for line in (await view_of(deps, number)).documents}
        for id_, kind in asked.items():
            content = await deps.pool.fetchval("select bytes from documents where id = $1", id_)
            faults += [f"{kind} of {stage.__name__}: {fault}" for fault in faults_of(kind, lines[id_].failure, content)]
        seen |= set(asked.values())

    assert not faults, "\n".join(faults)
    assert seen == {kind.code for kind in documents.KINDS}
    assert TELL_TEXTS <= STOPPED


def faults_of(kind: str, failure: str | None, content: bytes | None) -> list[str]:
    if content is None:
        return [failure or "not made"]
    words = reading.words_of(content)
    found = [*reading.defects(content)]
    if "None" in words:
        found.append("prints None")
    if MINOR in words:
        found.append("names a minor")
    return found


#: Kinds that were refused because a text of the report names a minor.
STOPPED: set[str] = set()
#: What the report says of an offence, a place, a thing or everything stands in these.
TELL_TEXTS = frozenset(
    {
        "jurisdiction_note",
        "federal_offer",
        "direct_summons",
        "referral_summons",
        "judicial_inquiry_request",
        "mini_inquiry_request",
        "final_requisition",
        "settlement_offer",
        "seizure_inventory",
        "coiv_notice",
    }
)


def seen_naming(paper: Paper, known: Known, wanted: Wanted) -> None:
    """The same file, whose report names the minor in every text: the paper is refused, or does not say it."""
    said, named = known.case.report, f"bij {MINOR} thuis"
    rows = {
        name: tuple(msgspec.structs.replace(row, **texts) for row in getattr(said, name))
        for name, texts in {
            "places": {"text": named},
            "offences": {"note": named},
            "persons": {"note": named, "occupation": named},
            "seizures": {"note": named},
        }.items()
    }
    report = msgspec.structs.replace(said, summary=named, **rows)
    items = tuple(
        msgspec.structs.replace(
            item, found_at=named, reported=msgspec.structs.replace(item.reported, note=named) if item.reported else None
        )
        for item in known.items
    )
    told = msgspec.structs.replace(known, items=items, case=msgspec.structs.replace(known.case, report=report))
    lacking = papers.missing_of(paper, told, wanted)
    if lacking:
        assert all("zonder de naam van verdachte 2 (s2)" in one.what for one in lacking), (paper.kind, lacking)
        assert not any(MINOR in one.what for one in lacking)
        STOPPED.add(paper.kind)
    else:
        texts = free_text.strings(msgspec.to_builtins(paper.context(told, wanted)))
        assert not any(MINOR in text for text in texts), f"{paper.kind} names a minor by a text of the report"


def typed_texts() -> list[tuple[Paper, str]]:
    """Every field of every kind in which its maker writes words."""
    return [
        (paper, field.encode_name)
        for paper in papers.PAPERS
        for field in shape_of(documents.kind_of(paper.kind).typed).fields
        if isinstance(_inner(field.type), inspect.StrType)
    ]


def _typed_field(paper: Paper, name: str) -> inspect.Type:
    return next(one.type for one in shape_of(documents.kind_of(paper.kind).typed).fields if one.encode_name == name)


def _inner(info: inspect.Type) -> inspect.Type:
    bare = _bare(info)
    return _bare(bare.item_type) if isinstance(bare, inspect.VarTupleType) else bare


def test_a_minors_name_is_refused_in_every_text_that_a_maker_types_for_every_kind(law: LoadedLaw) -> None:
    of = offices.known(law)
    taken = []
    for paper, field in typed_texts():
        words = "met Kim Kleinveld"
        several = isinstance(_bare(_typed_field(paper, field)), inspect.VarTupleType)
        wanted = wanted_of(paper, None, {field: [words] if several else words})
        lacking = {one.link: one.what for one in papers.missing_of(paper, of, wanted) if "zonder de naam van verdachte 2 (s2)" in one.what}
        if set(lacking) != {f"#{field}"}:
            taken.append(f"{paper.kind}.{field}")

    assert not taken
    assert len(typed_texts()) > 100

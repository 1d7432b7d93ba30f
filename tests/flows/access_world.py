"""A register with a file of every kind, each with a word of its own in every text, and a reader of every role."""

import hashlib
import io
import zipfile
from datetime import date, datetime
from itertools import product
from typing import Any, get_args

import msgspec

from docket.access import SYSTEM, Actor, Role, Scope
from docket.actions.accounts.add_client import CLIENT_ROLES, AddClient, add_client
from docket.actions.accounts.add_user import AddUser, add_user
from docket.actions.competence.challenge_competence import ChallengeCompetence, challenge_competence
from docket.actions.contacts.add_contact import AddContact, add_contact
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.actions.papers.finish_pdf import MadePdf, finish_pdf
from docket.actions.registration.register_case import RegisterCase, register_case
from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.actions.requests.ask_request import AskRequest, ask_request
from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.contacts import ContactSaid
from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.piece_files import inspect
from docket.pieces import Said
from docket.store import accounts, pdfs, pieces
from docket.worker.queue import drain
from routing import Start
from tests.builders import a_prosecutor, a_report
from tests.docket.conversion.paper import PaperConverter
from tests.docket.store.test_case_visible import LEVELS, File, may_read
from tests.docket.test_piece_files import a_png

PORT, GHENT = "antwerpPort", "eastFlandersGhent"
PORT_COURT, GHENT_COURT = "antwerpCorrectional", "eastFlandersGhentCorrectional"
PICTURE = a_png()
PASSWORD = "een zin voor de proef op de toegang"
#: A number that was never drawn.
NEVER_ISSUED = "HAV-2026-999999"
USER_ROLES: tuple[Role, ...] = ("clerk", "prosecutor", "headOfOffice", "courtRegistrar", "administrator", "auditor")


class Planted(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Occurs in every text of the file, and nowhere else.
    marker: str
    offices: frozenset[str]
    referred_courts: frozenset[str]
    named: frozenset[int]
    confidentiality: str
    document_ids: tuple[int, ...]
    delivery_ids: tuple[int, ...]
    #: An objection to competence on which nothing is ruled yet.
    challenge_id: int
    #: The lawyer of its suspect.
    contact_id: int
    #: A clock that runs.
    time_limit_id: int
    #: A question that is open, with a private link.
    request_id: int
    #: A picture that came in, and one in the confidential file.
    piece_id: int
    confidential_id: int


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    role: str
    actor: Actor
    #: API key of a client; None for a user, who signs in with PASSWORD.
    key: str | None

    def may_read(self, file: Planted) -> bool:
        return may_read(self.role, self._seen(file))

    def kinds(self, files: tuple[Planted, ...]) -> tuple[Planted, ...]:
        """One file of each kind that the rules of access tell apart for this reader; test_case_visible.py proves that they tell no more."""
        return tuple({self._seen(file): file for file in reversed(files)}.values())

    def asked(self, files: tuple[Planted, ...], turn: int) -> tuple[Planted, ...]:
        """
        Every kind that he may read, and one that he may not: over the addresses, each kind has its turn.

        That a kind is hidden hangs on one rule for all addresses (test_case_visible.py); that an address asks it, on that address.
        """
        kinds = self.kinds(files)
        hidden = [file for file in kinds if not self.may_read(file)]
        return (*(file for file in kinds if self.may_read(file)), *hidden[turn % max(len(hidden), 1) :][:1])

    def _seen(self, file: Planted) -> File:
        return File(
            confidentiality=file.confidentiality,
            of_the_office=self.actor.office in file.offices,
            named=self.actor.account_id in file.named,
            referred=self.actor.court in file.referred_courts,
        )


class World(msgspec.Struct, frozen=True, kw_only=True):
    files: tuple[Planted, ...]
    users: tuple[Reader, ...]
    clients: tuple[Reader, ...]


async def made(deps: Deps, sender: MemorySender) -> World:
    users, clients = await _users(deps), await _clients(deps)
    ports = frozenset(reader.actor.account_id for reader in users + clients if reader.actor.office == PORT)
    files = []
    kinds = product((PORT, GHENT), LEVELS, (frozenset(), ports), (False, True))
    for number, (office, level, named, referred) in enumerate(kinds):
        files.append(await _plant(deps, f"merk{number:03}teken", office, level, named, referred))
    await drain(deps, sender)
    return World(files=tuple([await _with_papers(deps, file) for file in files]), users=tuple(users), clients=tuple(clients))


async def _plant(deps: Deps, marker: str, office: str, level: str, named: frozenset[int], referred: bool) -> Planted:
    prosecutor = a_prosecutor(office)
    done = await register_case(RegisterCase(report=_report(marker, office), sender=marker), prosecutor, deps)
    version = done.version
    courts: frozenset[str] = frozenset()
    if referred:
        version = (await refer_case(ReferCase(case_number=done.case_number, version=version, tracks=(0,)), prosecutor, deps)).version
        courts = frozenset({done.decision.tracks[0].court})
    objection = ChallengeCompetence(
        case_number=done.case_number,
        version=version,
        track=0,
        raised_by="party",
        person="s1",
        ground="place-of-offence",
        raised_on=date(2026, 11, 20),
        before_court=PORT_COURT,
        remark=f"{marker} betwisting",
    )
    challenged = await challenge_competence(objection, prosecutor, deps)
    said = ContactSaid(kind="counsel", person="s1", name=f"Mr. {marker}", from_on=date(2026, 11, 20))
    contact = await add_contact(AddContact(case_number=done.case_number, version=challenged.version, said=said), prosecutor, deps)
    version = contact.version
    begun = StartTimeLimit(
        case_number=done.case_number, version=version, limit="appeal", start=Start(event="pronouncement", on=date(2026, 11, 20))
    )
    clock = await start_time_limit(begun, prosecutor, deps)
    asked = AskRequest(
        case_number=done.case_number, version=clock.version, kind="apostil", addressee=f"Dienst {marker}", question=f"{marker} verhoor"
    )
    request = await ask_request(asked, prosecutor, deps)
    version = request.version
    # Nobody is not a list that a sealed file may have: then somebody of another office is named.
    kept = named or (
        frozenset({await deps.pool.fetchval("select min(id) from accounts where office = $1", GHENT)}) if level == "sealed" else named
    )
    if level != "ordinary" or kept:
        command = SetConfidentiality(
            case_number=done.case_number, version=version, confidentiality=level, reason=f"{marker} reden", named=tuple(kept)
        )
        version = (await set_confidentiality(command, prosecutor, deps)).version
    return Planted(
        case_number=done.case_number,
        version=version,
        marker=marker,
        offices=frozenset({track.prosecution_office for track in done.decision.tracks}) | {office},
        referred_courts=courts,
        named=kept,
        confidentiality=level,
        document_ids=(),
        delivery_ids=(),
        challenge_id=challenged.challenge_id,
        contact_id=contact.contact_id,
        time_limit_id=clock.time_limit,
        request_id=request.request_id,
        piece_id=0,
        confidential_id=0,
    )


def _report(marker: str, office: str) -> Any:
    """Port crime for the port prosecutors; dealing in the city of Ghent for the others."""
    at_port = office == PORT
    place = {"id": "p1", "role": "scene", "text": f"{marker} kaai", "note": None}
    place |= {"port": "antwerp", "quay": "730"} if at_port else {"municipality": "Gent", "nisCode": "44021", "country": "BE"}
    place = {name: value for name, value in place.items() if value is not None}
    return a_report(
        externalId=marker,
        summary=f"Samenvatting {marker}",
        noticeNumber=f"NOTITIE-{marker}",
        furtherNoticeNumbers=[f"VERDER-{marker}"],
        origin={"service": "customs", "unit": f"Dienst {marker}", "investigatorEmails": [f"{marker}@politie.example.org"]},
        places=[place],
        offences=[{"offence": "drugImport" if at_port else "drugDealing", "committedFrom": "2026-11-18", "place": "p1", "note": marker}],
        persons=[
            {"id": "s1", "role": "suspect", "kind": "natural", "count": 1, "minor": False, "familyName": marker.title(), "note": marker}
        ],
        seizures=[{"kind": "drugs", "substance": "cocaine", "note": marker, "unit": marker}],
        vessels=[{"name": marker}],
        containers=[marker],
    )


async def _with_papers(deps: Deps, file: Planted) -> Planted:
    ids = "select array(select d.id from {} d join cases c on c.id = d.case_id where c.case_number = $1 order by d.id)"
    earlier, later, *others = await deps.pool.fetchval(ids.format("documents"), file.case_number)
    document_ids = (later, earlier, *others)
    case_id = await deps.pool.fetchval("select id from cases where case_number = $1", file.case_number)
    # A registry reads what was issued; the first one has a version before it, so that there is a difference to read.
    await deps.pool.execute(
        """insert into document_acts (case_id, document_id, act, stage, acted_at, acted_by, other)
           values ($1, $2, 'remake', 'draft', $4, 'user:1', $3)""",
        case_id,
        later,
        earlier,
        deps.clock.now(),
    )
    await deps.pool.execute(
        """insert into document_acts (case_id, document_id, act, stage, acted_at, acted_by)
           select $1, d, 'issue', 'issued', $3, 'user:1' from unnest($2::bigint[]) d""",
        case_id,
        list(document_ids),
        deps.clock.now(),
    )
    async with deps.transaction() as tx:
        pdf_id = await pdfs.ask(tx, document_ids[0], case_id, at=deps.clock.now(), by="user:1")
    await _finish(pdf_id or 0, file.marker, deps)
    async with deps.transaction() as tx:
        parts = [f"document/{document_ids[0]}"]
        bundle_id, _ = await pdfs.ask_bundle(tx, case_id, parts, at=deps.clock.now(), by="user:1")
    await _finish(bundle_id, file.marker, deps)
    async with deps.transaction() as tx:
        piece_id, confidential_id = [await _piece(tx, case_id, file.marker, bom=bom, at=deps.clock.now()) for bom in (False, True)]
    return msgspec.structs.replace(
        file,
        piece_id=piece_id,
        confidential_id=confidential_id,
        document_ids=document_ids,
        delivery_ids=tuple(await deps.pool.fetchval(ids.format("deliveries"), file.case_number)),
    )


async def _finish(pdf_id: int, marker: str, deps: Deps) -> None:
    """As the worker keeps a PDF; who may see it is walked, what is on it is not, and a real bundle takes four processes."""
    content = await PaperConverter(title=marker).pdf(marker.encode())
    await finish_pdf(MadePdf(pdf_id=pdf_id, content=content, picture=PICTURE, pages=2, sealed_by=None, alone=True), SYSTEM, deps)


async def _piece(tx: Any, case_id: int, marker: str, *, bom: bool, at: datetime) -> int:
    """The same bytes in every file: who reads one of them may not learn of the others by it."""
    sha256 = hashlib.sha256(PICTURE).hexdigest()
    inspected = inspect(io.BytesIO(PICTURE))
    file_id = await pieces.add_file(
        tx, case_id, sha256=sha256, size=len(PICTURE), inspected=inspected, file_name=f"{marker}.png", bom=bom, at=at, by="user:1"
    )
    await pieces.add_chunk(tx, file_id or 0, 0, PICTURE)
    said = Said(kind="photos", author=f"Dienst {marker}", medium="file")
    file = await pieces.file(tx, case_id, sha256, bom=bom)
    return await pieces.add(tx, case_id, said, state="attached", file=file, bom=bom, at=at, by="user:1")


async def _users(deps: Deps) -> list[Reader]:
    readers = []
    for role, (office, court) in product(USER_ROLES, ((PORT, PORT_COURT), (GHENT, GHENT_COURT))):
        place: dict[str, Any] = {"court": court} if role == "courtRegistrar" else {"office": office}
        if role in ("administrator", "auditor"):
            place = {}
        name = f"{role.lower()}-{office.lower()}"
        command = AddUser(name=name, display_name=name, roles=(role,), password=PASSWORD, must_change_password=False, **place)
        added = await add_user(command, SYSTEM, deps)
        user = await accounts.user_by_id(deps.pool, added.account_id)
        readers.append(Reader(name=name, role=role, actor=user.actor, key=None))
    return readers


async def _clients(deps: Deps) -> list[Reader]:
    readers = []
    for role, (office, court) in product(CLIENT_ROLES, ((PORT, PORT_COURT), (GHENT, GHENT_COURT))):
        place: dict[str, Any] = {"court": court} if role == "registryClient" else {"office": office}
        name = f"client-{role.lower()}-{office.lower()}"
        added = await add_client(AddClient(name=name, role=role, scopes=get_args(Scope), **place), SYSTEM, deps)
        actor = await accounts.actor_of_key(deps.pool, added.key, deps.clock.now())
        readers.append(Reader(name=name, role=role, actor=actor, key=added.key))
    return readers


def text_of(content: bytes) -> str:
    """What can be read in an answer, a Word file included; small letters."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8", "replace").lower()
    with zipfile.ZipFile(io.BytesIO(content)) as word:
        return "".join(word.read(name).decode("utf-8", "replace") for name in word.namelist()).lower()

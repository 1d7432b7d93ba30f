"""Wie is betrokken: the lawyers, interpreters, prisons and experts of a file, with those who were before."""

from datetime import date
from typing import Any, ClassVar, cast

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.contacts.add_contact import AddContact, add_contact
from docket.actions.contacts.correct_contact import CorrectContact, correct_contact
from docket.actions.contacts.end_contact import EndContact, end_contact
from docket.clock import court_day
from docket.contacts import Contact, ContactKind, ContactSaid
from docket.store import contacts
from docket.web import acting, typed, words
from docket.web.acting import REASON, Refused
from docket.web.case import TO_READ, open_case
from docket.web.contact_list import ContactLine, lines_of, persons_of
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of

TO_KEEP = {NEEDS: "keepContacts"}
_PLACES: acting.Places = {
    **REASON,
    "/name": ("_naam", "Naam"),
    "/person": ("_persoon", "Voor wie"),
    "/email": ("_mail", "Mailadres"),
    "/language": ("_taal", "Taal"),
    "/fromOn": ("_vanaf", "Vanaf"),
    "/untilOn": ("_tot", "Tot"),
    "/replaces": ("_opvolger", "In de plaats van"),
    "/contact": ("", ""),
}


class ContactsPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "contacts.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    lines: tuple[ContactLine, ...]
    #: Id -> designation and name.
    persons: dict[str, str]
    #: Id -> who can be succeeded.
    open_contacts: dict[str, str]
    may_keep: bool
    #: Id of the contact that is being corrected; 0 = a new one.
    correcting: int = 0
    #: As typed, to be shown again.
    values: dict[str, str]

    @property
    def title(self) -> str:
        return f"Wie is betrokken bij {self.case_number}"

    @property
    def present(self) -> tuple[ContactLine, ...]:
        return tuple(line for line in self.lines if line.holds or line.coming)

    @property
    def former(self) -> tuple[ContactLine, ...]:
        return tuple(line for line in self.lines if not (line.holds or line.coming))


@get("/dossiers/{case_number:str}/betrokkenen", opt=TO_READ)
async def show_contacts(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    wanted = request.query_params.get("verbeteren", "")
    page = await _page(case_number, actor_of(request), deps)
    line = next((one for one in page.present if str(one.contact.id) == wanted), None) if page.may_keep else None
    if line is not None:
        page = msgspec.structs.replace(page, correcting=line.contact.id, values=_shown(line.contact))
    return render(visit_of(request), page)


@post("/dossiers/{case_number:str}/betrokkenen", opt=TO_KEEP)
async def keep_contacts(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    doing = posted.text("_do")
    version, contact = posted.number("_version") or 0, posted.number("_contact") or 0
    values = {name: value for name, value in posted.pairs if name not in ("_csrf", "_version")}
    if doing == "end":
        refused = await _end(posted, case_number, version, contact, actor, deps)
    else:
        refused = await _enter(posted, case_number, version, contact if doing == "correct" else 0, actor, deps)
    if refused is None:
        return go(f"/dossiers/{case_number}/betrokkenen?gedaan=contact")
    page = msgspec.structs.replace(
        await _page(case_number, actor, deps),
        correcting=contact if doing == "correct" else 0,
        values=values if doing != "end" else _new(deps),
        faults=refused.faults,
        stale=refused.stale,
    )
    return render(visit_of(request), page, refused.status)


async def _end(posted: Posted, case_number: str, version: int, contact: int, actor: Actor, deps: Deps) -> Refused | None:
    until_on = day_of(posted.text(f"_tot_{contact}"))
    reason = posted.text(f"_reden_{contact}")
    faults = []
    if until_on is None:
        faults.append(Fault(name=f"_tot_{contact}", where="Niet meer vanaf", detail="Schrijf de dag als 26/11/2026."))
    if not reason.strip():
        faults.append(Fault(name=f"_reden_{contact}", where="Reden", detail="Geef een reden; ze komt in het register te staan."))
    if faults or until_on is None:
        return Refused(status=400, faults=tuple(faults))
    command = EndContact(case_number=case_number, version=version, contact_id=contact, until_on=until_on, reason=reason)
    done = await acting.attempt(end_contact(command, actor, deps), {"/untilOn": (f"_tot_{contact}", "Niet meer vanaf")})
    return done if isinstance(done, Refused) else None


async def _enter(posted: Posted, case_number: str, version: int, corrects: int, actor: Actor, deps: Deps) -> Refused | None:
    from_on, until_on = day_of(posted.text("_vanaf")), day_of(posted.text("_tot"))
    faults = []
    if posted.text("_soort") not in words.CONTACT_KINDS:
        faults.append(Fault(name="_soort", where="Hoedanigheid", detail="Kies de hoedanigheid."))
    if not posted.text("_naam").strip():
        faults.append(Fault(name="_naam", where="Naam", detail="Schrijf de naam."))
    if from_on is None:
        faults.append(Fault(name="_vanaf", where="Vanaf", detail="Schrijf de dag als 26/11/2026."))
    if posted.text("_tot").strip() and until_on is None:
        faults.append(Fault(name="_tot", where="Tot", detail="Schrijf de dag als 26/11/2026, of laat leeg."))
    if corrects and not posted.text("_reden").strip():
        faults.append(Fault(name="_reden", where="Reden", detail="Geef een reden; ze komt in het register te staan."))
    if faults or from_on is None:
        return Refused(status=400, faults=tuple(faults))
    said = ContactSaid(
        kind=cast("ContactKind", posted.text("_soort")),
        person=posted.text("_persoon") or None,
        name=posted.text("_naam").strip(),
        firm=posted.text("_kantoor").strip() or None,
        email=posted.text("_mail").strip() or None,
        phone=posted.text("_telefoon").strip() or None,
        language=posted.text("_taal").strip().lower() or None,
        from_on=from_on,
        until_on=until_on,
    )
    if corrects:
        correction = CorrectContact(case_number=case_number, version=version, contact_id=corrects, said=said, reason=posted.text("_reden"))
        done = await acting.attempt(correct_contact(correction, actor, deps), _PLACES)
    else:
        addition = AddContact(case_number=case_number, version=version, said=said, replaces=posted.number("_opvolger"))
        done = await acting.attempt(add_contact(addition, actor, deps), _PLACES)
    return done if isinstance(done, Refused) else None


async def _page(case_number: str, actor: Actor, deps: Deps) -> ContactsPage:
    found = await open_case(case_number, actor, deps)
    lines = lines_of(found.case, await contacts.of_case(deps.pool, found.case.id), court_day(deps.clock.now()))
    return ContactsPage(
        case_number=found.case.case_number,
        version=found.case.version,
        lines=lines,
        persons=persons_of(found.case),
        open_contacts={
            str(line.contact.id): f"{words.title(words.CONTACT_KINDS, line.contact.kind)} {line.contact.name}"
            for line in lines
            if line.contact.ended_at is None and not line.wrong
        },
        may_keep=actor.may("keepContacts") and found.case.status != "joined",
        values=_new(deps),
    )


def day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(str(typed.read("partialDate", text)))
    except ValueError:
        return None


def _new(deps: Any) -> dict[str, str]:
    return {"_vanaf": f"{court_day(deps.clock.now()):%d/%m/%Y}"}


def _shown(contact: Contact) -> dict[str, str]:
    return {
        "_soort": contact.kind,
        "_persoon": contact.person or "",
        "_naam": contact.name,
        "_kantoor": contact.firm or "",
        "_mail": contact.email or "",
        "_telefoon": contact.phone or "",
        "_taal": contact.language or "",
        "_vanaf": f"{contact.from_on:%d/%m/%Y}",
        "_tot": f"{contact.until_on:%d/%m/%Y}" if contact.until_on else "",
    }


EXAMPLES = (
    ContactsPage(
        case_number="HAV-2026-000001",
        version=3,
        lines=(),
        persons={"s1": "verdachte 1"},
        open_contacts={"4": "Advocaat A"},
        may_keep=True,
        values={"_vanaf": "26/11/2026"},
        faults=(Fault(name="_naam", where="Naam", detail="Schrijf de naam."),),
    ),
)

"""What a correction or a later report would change: fields, route before and after, documents and mails; to be confirmed."""

from typing import ClassVar

import msgspec

from docket.actions.registration.amend_case import AmendmentPreview
from docket.cases import numbered
from docket.contract import Report
from docket.store.connected import Candidate
from docket.store.search import DeliveryLine, DocumentLine
from docket.web import words
from docket.web.changes import ChangeView, change_view, row_names
from docket.web.decision import DecisionView, view
from docket.web.drafting import Editing
from docket.web.pages import AskingPage, Page
from docket.web.submission import Fault
from routing import Law


class AmendmentPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "amendment.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    address: str
    draft_version: int
    #: A correction asks for a reason; a later report is its own reason.
    correcting: bool
    service: str
    changes: tuple[ChangeView, ...]
    before: DecisionView
    after: DecisionView
    rerouted: bool
    lapses: bool
    documents: tuple[DocumentLine, ...]
    mails: tuple[DeliveryLine, ...]
    recipients: tuple[str, ...]
    reason: str = ""
    #: Files that look like the file as it would stand.
    candidates: tuple[Candidate, ...] = ()

    @property
    def title(self) -> str:
        return f"Wat er verandert aan {self.case_number}"


class StalePage(Page, frozen=True, kw_only=True):
    """The file changed while its form was open: what changed, and how to go on without losing anything."""

    template: ClassVar[str] = "stale.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    address: str
    detail: str

    @property
    def title(self) -> str:
        return f"{self.case_number} is intussen gewijzigd"

    @property
    def faulty(self) -> bool:
        return True


STALE_EXAMPLE = StalePage(
    case_number="HAV-2026-000001",
    address=f"/dossiers/HAV-2026-000001/verbeteren/{'0' * 32}",
    detail="Het dossier is gewijzigd sinds versie 1: Feiten verbeterd (/summary) door gebruiker 7 op 24/11/2026 om 10.30 uur.",
)


def page_of_preview(
    preview: AmendmentPreview, present: Report, state: Editing, law: Law, *, reason: str = "", faults: tuple[Fault, ...] = ()
) -> AmendmentPage:
    """`present` is the report of the file as it stands now."""
    report = numbered(preview.report)
    before, after = view(preview.before, present, law), view(preview.after, report, law)
    names, offences = row_names(report), words.of_law(law).offences
    return AmendmentPage(
        case_number=preview.case_number,
        address=state.address,
        draft_version=state.version,
        correcting=state.purpose == "amend",
        service=words.title(words.SERVICES, report.origin.service),
        changes=tuple(change_view(change.path, change.before, change.after, offences, names) for change in preview.changes),
        before=before,
        after=after,
        rerouted=_route(before) != _route(after),
        lapses=preview.lapses,
        documents=preview.documents,
        mails=preview.mails,
        recipients=preview.recipients,
        candidates=preview.candidates,
        reason=reason,
        faults=faults,
    )


def stale_page(state: Editing, detail: str) -> StalePage:
    return StalePage(case_number=state.case_number or "", address=state.address, detail=detail)


def _route(decision: DecisionView) -> tuple[object, ...]:
    tracks = tuple((track.title, track.people, track.office, track.court) for track in decision.tracks)
    return decision.scope, decision.area, tracks


def example(purpose: str) -> AmendmentPage:
    decision = DecisionView(
        outcome="decided",
        scope="Havencriminaliteit",
        area="Waaslandhaven",
        area_code="waasland",
        policy="Stroomplan",
        received_on="02/06/2023",
        received_on_basis="volgens het verslag",
        place="Plaats 1: kaai 1742",
        tracks=(),
        sentences=("Een kernfeit ligt in een havengebied.",),
        grounds=(),
        candidates=(),
        statute_only=(),
        warnings=(),
        steps=(),
    )
    return AmendmentPage(
        case_number="HAV-2026-000001",
        address=f"/dossiers/HAV-2026-000001/{'verbeteren' if purpose == 'amend' else 'bijkomend-verslag'}/{'0' * 32}",
        draft_version=1,
        correcting=purpose == "amend",
        service="Douane",
        changes=(change_view("/persons/s1/age", None, 16, {}), change_view("/places/p1/quay", "1742", "1700", {})),
        before=decision,
        after=msgspec.structs.replace(decision, scope="Onduidelijk"),
        rerouted=True,
        lapses=True,
        documents=(),
        mails=(),
        recipients=("rechercheur@politie.example.org",),
        faults=(Fault(name="_reden", where="Reden", detail="Geef een reden; ze komt in het register te staan."),)
        if purpose == "amend"
        else (),
    )


EXAMPLES = (example("amend"), example("report"), STALE_EXAMPLE)

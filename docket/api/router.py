"""All routes of the API under one prefix, with what their handlers are handed."""

from typing import Any

from litestar import Request, Router
from litestar.di import Provide

from docket.access import Actor
from docket.api import (
    assignments,
    cases,
    challenges,
    clients,
    confidentiality,
    confirmations,
    conflicts,
    connected,
    decisions,
    deliveries,
    documents,
    enactments,
    entries,
    explanations,
    grounds,
    health,
    keys,
    qualifications,
    reading,
    reference,
    referrals,
    replays,
    reports,
    routing_previews,
    transfers,
)
from docket.api.operations import PREFIX

HANDLERS: tuple[Any, ...] = (
    cases.register,
    cases.list_all,
    cases.read,
    cases.amend,
    reports.add,
    decisions.list_all,
    decisions.read,
    decisions.decide,
    explanations.read,
    grounds.list_all,
    replays.decide,
    replays.replay,
    enactments.list_all,
    qualifications.list_all,
    confirmations.list_all,
    confirmations.confirm,
    challenges.list_all,
    challenges.challenge,
    challenges.rule,
    challenges.list_resting,
    challenges.figures,
    confidentiality.set_level,
    referrals.list_all,
    referrals.refer,
    transfers.list_offered,
    transfers.list_all,
    transfers.offer,
    transfers.withdraw,
    transfers.answer,
    assignments.list_all,
    assignments.choose,
    assignments.list_draws,
    connected.list_all_candidates,
    connected.dismiss,
    connected.list_all_links,
    connected.link,
    connected.unlink,
    connected.join,
    connected.unjoin,
    connected.split,
    conflicts.list_open,
    conflicts.list_all,
    conflicts.raise_one,
    conflicts.settle,
    conflicts.withdraw,
    conflicts.list_elsewhere,
    documents.list_all,
    documents.ask,
    documents.read,
    documents.content,
    deliveries.list_all,
    deliveries.resend,
    entries.list_all,
    clients.read_own,
    health.check_health,
    routing_previews.preview,
    reference.openapi_json,
    reference.page,
    reference.start_script,
    reference.file,
)


async def actor(request: Request[Any, Any, Any]) -> Actor:
    return await keys.client_of(request)


def api_router() -> Router:
    return Router(
        PREFIX,
        route_handlers=HANDLERS,
        dependencies={
            "actor": Provide(actor),
            "case_number": Provide(reading.case_number_of, sync_to_thread=False),
            "decision_seq": Provide(reading.decision_seq_of, sync_to_thread=False),
            "document_id": Provide(reading.document_id_of, sync_to_thread=False),
            "challenge_id": Provide(reading.challenge_id_of, sync_to_thread=False),
            "delivery_id": Provide(reading.delivery_id_of, sync_to_thread=False),
            "language": Provide(reading.language_of, sync_to_thread=False),
            "version": Provide(reading.seen_version, sync_to_thread=False),
        },
    )

"""What the verbs on contacts share."""

from collections.abc import Iterator
from typing import Any

import msgspec

from docket.contacts import Contact, ContactSaid
from docket.errors import BadInput, Issue
from docket.mail.recipients import is_address
from docket.store import contacts as store
from docket.store.cases import Snapshot


class ChangedContact(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    contact_id: int


def require_address(said: ContactSaid) -> Iterator[Issue]:
    if said.email and not is_address(said.email):
        yield Issue(type="invalidInput", name="/email", detail="Dit is geen mailadres; schrijf het als naam@kantoor.be.", value=said.email)


async def standing(tx: Any, found: Snapshot, contact_id: int, name: str) -> Contact:
    """A contact of this file that was not ended or corrected yet; the file is locked by then."""
    for contact in await store.of_case(tx, found.case.id):
        if contact.id == contact_id and contact.corrected_by is None and contact.ended_at is None:
            return contact
    detail = "Dit contact staat niet open in het dossier; kies een contact dat niet beëindigd of verbeterd is."
    raise BadInput(issues=(Issue(type="referencedResourceNotFound", name=name, detail=detail, value=contact_id),))

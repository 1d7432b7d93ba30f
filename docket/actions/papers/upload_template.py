"""Take in a template that an office made: checked whole before it is kept, and in use only once it is chosen from a day on."""

import asyncio

import msgspec

from docket.access import Actor
from docket.actions.papers.template_office import kind_of, office_of
from docket.deps import Deps
from docket.errors import BadInput, Issue
from docket.store import templates
from documents import checking


class UploadTemplate(msgspec.Struct, frozen=True, kw_only=True):
    office: str
    #: A code of the catalogue, of documents of no file too: the roll of a chamber, the cover of a bundle.
    kind: str
    content: bytes
    #: What is otherwise in it.
    remark: str


async def upload_template(command: UploadTemplate, by: Actor, deps: Deps) -> int:
    """Its number. Raises BadInput with every fault of the template, each with its paragraph."""
    office = office_of(command.office, by, deps)
    kind = kind_of(command.kind)
    issues = []
    if not command.remark.strip():
        issues.append(Issue(type="requiredInput", name="/remark", detail="Zeg in enkele woorden wat er anders is aan dit sjabloon."))
    found = await asyncio.to_thread(checking.faults, kind, command.content)
    issues += [Issue(type="invalidInput", name="/content", detail=fault) for fault in found]
    if issues:
        raise BadInput(issues=tuple(issues))
    at = deps.clock.now()
    async with deps.transaction() as tx:
        version = await templates.keep(tx, kind.code, command.content, at)
        remark = command.remark.strip()
        made = await templates.upload(tx, office=office, kind=kind.code, version=version, remark=remark, at=at, by=by.code)
        if made is None:
            detail = "Dit parket heeft dit sjabloon al; kies het hieronder, of verander er eerst iets aan."
            raise BadInput(issues=(Issue(type="invalidInput", name="/content", detail=detail),))
    return made

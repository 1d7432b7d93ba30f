"""Keeps what is typed in a large form: every post saves the draft, another tab never overwrites it, nothing typed is lost."""

import re
import secrets
from typing import Any

import msgspec

from docket.access import Actor
from docket.errors import NotFound
from docket.store import drafts
from docket.store.drafts import Draft, Purpose
from docket.web.fields import ALL_ROWS
from docket.web.form import Form, add_row, posted_pairs, read_form, remove_row, split_person
from docket.web.handed import Deps

DRAFT_ID = re.compile(r"[0-9a-f]{32}")
_ADDRESS = re.compile(
    r"/concepten/(?P<register>[0-9a-f]{32})|/dossiers/(?P<case>[A-Z0-9-]{1,40})/(?P<verb>verbeteren|bijkomend-verslag)/(?P<id>[0-9a-f]{32})"
)
_CASE = re.compile(r"/dossiers/[A-Z0-9-]{1,40}")
_NO_DRAFT = "Er is geen concept met dit adres; open het uit de lijst van uw concepten."
_PURPOSES: dict[str, Purpose] = {"verbeteren": "amend", "bijkomend-verslag": "report"}
_VERBS = {purpose: verb for verb, purpose in _PURPOSES.items()}


class Editing(msgspec.Struct, frozen=True, kw_only=True):
    """One open form: whose draft it is, what for, and which version of the draft and of the file the clerk saw."""

    draft_id: str
    purpose: Purpose
    case_number: str | None = None
    version: int = 0
    case_version: int | None = None

    @property
    def address(self) -> str:
        return address_of(self.purpose, self.draft_id, self.case_number)


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    editing: Editing
    #: True: another tab had changed the draft, and this form went into a draft of its own.
    copied: bool = False


def new_id() -> str:
    return secrets.token_hex(16)


def address_of(purpose: Purpose, draft_id: str, case_number: str | None) -> str:
    return f"/concepten/{draft_id}" if purpose == "register" else f"/dossiers/{case_number}/{_VERBS[purpose]}/{draft_id}"


async def draft_of(draft_id: str, actor: Actor, deps: Deps, purpose: Purpose | None = None, case_number: str | None = None) -> Draft | None:
    """None = nothing was saved under this id yet. A draft opens under its own address only; `purpose` None = any."""
    if not DRAFT_ID.fullmatch(draft_id):
        raise NotFound(_NO_DRAFT)
    draft = await drafts.find(deps.pool, draft_id, actor.account_id or 0)
    if draft is not None and purpose is not None:
        elsewhere = draft.purpose != purpose or (purpose != "register" and draft.case_number != case_number)
        if elsewhere:
            raise NotFound(_NO_DRAFT)
    return draft


def form_in(draft: Draft) -> Form:
    return msgspec.convert(draft.content, Form)


def editing_of(draft: Draft) -> Editing:
    return Editing(
        draft_id=draft.id, purpose=draft.purpose, case_number=draft.case_number, version=draft.version, case_version=draft.case_version
    )


async def save(form: Form, editing: Editing, account_id: int, deps: Deps) -> Saved:
    """Saves over the version that was seen, else as a copy: what stands in the other tab stays too."""
    if not storable(form):
        return Saved(editing=editing)
    version = await _save(form, editing, account_id, deps)
    if version is None:
        there = await drafts.find(deps.pool, editing.draft_id, account_id)
        if there is not None and there.content == msgspec.to_builtins(form):
            return Saved(editing=msgspec.structs.replace(editing, version=there.version))
        copy = msgspec.structs.replace(editing, draft_id=new_id(), version=0)
        version = await _save(form, copy, account_id, deps)
        return Saved(editing=msgspec.structs.replace(copy, version=version or 0), copied=True)
    return Saved(editing=msgspec.structs.replace(editing, version=version))


async def autosave(form: Form, editing: Editing, account_id: int, deps: Deps) -> int | None:
    """The new version; None when another tab changed the draft."""
    return await _save(form, editing, account_id, deps) if storable(form) else editing.version


async def keep_lost_form(onward: str, kept: str, account_id: int, deps: Deps) -> str:
    """Saves a form that was posted without a session, and says where it is found now."""
    match = _ADDRESS.match(onward)
    if match is None:
        case = _CASE.match(onward)
        return case[0] if case else "/"
    pairs = posted_pairs(kept.encode("ascii", "ignore"))
    given = {name: value for name, value in pairs if name.startswith("_")}
    purpose: Purpose = "register" if match["register"] else _PURPOSES[match["verb"]]
    editing = Editing(
        draft_id=match["register"] or match["id"],
        purpose=purpose,
        case_number=match["case"],
        version=whole(given.get("_version", "")) or 0,
        case_version=whole(given.get("_case_version", "")),
    )
    form = read_form(pairs)
    if not form.values and not form.rows:
        return editing.address
    saved = await save(form, editing, account_id, deps)
    return f"{saved.editing.address}?gedaan={'kopie' if saved.copied else 'hersteld'}"


def changed_rows(form: Form, do: str) -> tuple[Form, str]:
    """The form after a button that adds, removes or splits a row, and where to go on in it; other buttons change nothing."""
    verb, _, target = do.partition(":")
    if verb == "add" and target in ALL_ROWS:
        position = len(form.rows.get(target, ()))
        row = f"{target}/{position}"
        # No fragment: with one, browsers ignore which field asks for the focus.
        return add_row(form, target), f"?bij={row}"
    rows, _, number = target.rpartition("/")
    if rows not in ALL_ROWS or whole(number) is None:
        return form, ""
    if verb == "remove":
        return remove_row(form, rows, int(number)), f"#f-{rows.replace('/', '-')}"
    if verb == "split" and int(number) < len(form.rows.get(rows, ())):
        return split_person(form, int(number)), f"?bij={target}"
    return form, ""


def storable(form: Form) -> bool:
    """PostgreSQL keeps no NUL; such a form is refused field by field."""
    texts = [*form.values.items(), *(pair for rows in form.rows.values() for row in rows for pair in row.items())]
    return not any("\0" in name or "\0" in value for name, value in texts)


def whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


async def _save(form: Form, editing: Editing, account_id: int, deps: Deps) -> int | None:
    content: Any = msgspec.to_builtins(form)
    async with deps.transaction() as tx:
        return await drafts.save(
            tx,
            draft_id=editing.draft_id,
            account_id=account_id,
            purpose=editing.purpose,
            case_number=editing.case_number,
            case_version=editing.case_version,
            content=content,
            version=editing.version,
            now=deps.clock.now(),
        )

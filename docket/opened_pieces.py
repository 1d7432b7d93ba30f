"""The documents of the office that lie in a file that somebody opened, for its inventory; pure."""

import documents
from docket.clock import court_day
from docket.pieces import Issued
from docket.store.search import CaseView

_TITLES = {kind.code: kind.title_nl for kind in documents.KINDS}


def issued(found: CaseView) -> tuple[Issued, ...]:
    """What was issued and not withdrawn: a draft lies in no file."""
    return tuple(
        Issued(id=one.id, title_nl=_TITLES.get(one.kind, one.kind), made_at=one.made_at, made_on=court_day(one.made_at), sha256=one.sha256)
        for one in found.documents
        if one.stage == "issued"
    )

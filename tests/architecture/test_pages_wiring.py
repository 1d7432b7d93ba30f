"""A new page is looked at by axe on a small and a large screen, and walked by readers who may not see its files."""

import re

from docket.web import HANDLERS
from tests.flows import test_access_walk_web as access
from tests.flows import test_accessible_pages as accessible

READ = sorted(path for handler in HANDLERS if "GET" in handler.http_methods for path in handler.paths)


def _seen(path: str) -> bool:
    """A page of the axe run has this address."""
    pattern = re.compile(re.sub(r"\\{\w+:int\\}", r"(\\d+|\\{\\w+\\})", re.sub(r"\\{\w+:str\\}", "[^/]+", re.escape(path))))
    fixed = [page.partition("?")[0] for page in accessible.PAGES]
    # `/documenten/stand` is no `{document_id:int}`, and an address of its own is no `{name}`.
    return any(pattern.fullmatch(page) and not (page in READ and page != path) for page in fixed)


def test_every_page_is_looked_at_by_axe_or_is_none():
    elsewhere = (*accessible.PAGES_OF_STATES, *accessible.NO_PAGES)

    assert [path for path in READ if not _seen(path) and path not in elsewhere] == []
    assert [path for path in elsewhere if path not in READ] == [], "named, but no page has this address"
    assert [path for path in elsewhere if _seen(path)] == [], "named twice"


def test_every_page_is_walked_by_who_may_not_see_its_files():
    known = access.WITHOUT_CASES | access.LISTS
    drafts = "/concepten/{draft_id:str}"

    assert [path for path in READ if path not in known and "{case_number" not in path and not path.startswith(drafts)] == []

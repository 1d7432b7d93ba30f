"""What nobody should forget when a verb is added."""

import ast
from pathlib import Path

import docket.actions
from docket import entries
from docket.access import ACTIONS

FOLDER = Path(docket.actions.__file__).parent
#: What several verbs share.
SHARED = {
    "__init__",
    "consequences",
    "pairing",
    "redeciding",
    "change",
    "telling",
    "booking",
    "carrying",
    "standing",
    "ticking",
    "asking",
    "serving",
    "by_law",
    "judging",
    "knowing",
    "itemising",
    "giving",
    "inventorying",
    "notifying",
    "composing",
    "rolls",
    "living",
    "template_office",
    "seats",
}
#: They touch no case: accounts, sessions, heads, and reading.
WITHOUT_CASE = {
    "upload_template",
    "choose_template",
    "keep_address",
    "add_client",
    "add_user",
    "commit_seed",
    "follow_hearings",
    "keep_roster",
    "keep_duty_roster",
    "withdraw_shift",
    "set_duty_address",
    "reveal_seed",
    "set_absence",
    "verify_draws",
    "change_password",
    "decide_as_of",
    "disable_account",
    "keep_chamber",
    "make_in_bulk",
    "repeat_bulk",
    "propose_hearings",
    "enact_first_law",
    "list_candidates",
    "confirm_enactment",
    "preview_routing",
    "propose_enactment",
    "run_simulation",
    "simulate_law",
    "replay_decision",
    "sign_head",
    "sign_in",
    "sign_out",
    "upload_piece",
    "write_lists",
    "verify_register",
}
MODULES = {file.stem: ast.parse(file.read_text()) for file in FOLDER.rglob("*.py") if file.stem not in SHARED}


def names_in(tree: ast.AST) -> set[str]:
    return {
        node.attr if isinstance(node, ast.Attribute) else node.id for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.Name)
    }


def test_every_file_is_one_verb_of_its_own_name() -> None:
    for name, tree in MODULES.items():
        assert name in {node.name for node in tree.body if isinstance(node, ast.AsyncFunctionDef)}, name


def test_every_verb_that_touches_a_case_writes_an_entry() -> None:
    writing = {"ticking", "enter_first", "append", "enter", "write_decisions", "choose", "decide", "act", "make_document"}

    silent = {name for name, tree in MODULES.items() if name not in WITHOUT_CASE and not names_in(tree) & writing}

    assert silent == set()


def test_every_kind_of_entry_is_written_and_has_a_title() -> None:
    written = {name for tree in MODULES.values() for name in names_in(tree)}

    assert {kind.__name__ for kind in entries.KINDS} <= written
    assert {kind.__name__ for kind in entries.KINDS} <= entries.TITLES_NL.keys()


def test_every_verb_that_touches_a_case_asks_the_access_table() -> None:
    known = {action for allowed in ACTIONS.values() for action in allowed}
    asked = {
        node.value for tree in MODULES.values() for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    } & known
    not_asking = {
        name
        for name, tree in MODULES.items()
        if name
        not in WITHOUT_CASE
        | {
            "assign_prosecutor",
            "finish_document",
            "finish_pdf",
            "escalate",
            "give_back",
            "remind",
            "answer_by_link",
            "receive_mail",
            "remind_of_limits",
            "remind_of_limitation",
        }
        and not names_in(tree) & {"find", "require", "act"}
    }

    assert not_asking == set()
    assert asked >= {"registerCase", "amendCase", "addReport", "settleDecision", "overrideDecision", "setConfidentiality", "referCase"}

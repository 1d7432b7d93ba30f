"""Every code that the rules can leave has its sentence in every language, with the same slots, and no language speaks another."""

import ast
import re
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import msgspec
import pytest

import routing
from docket.cases import facts_of, numbered
from docket.contract import decode_report
from routing import Decision, Language, Law, PolicyCode, Step, because, explain, ground_title, message, route
from routing.explain import SLOTS
from routing.wording import WORDINGS
from routing.wording.wording import Wording
from tests.routing.test_cases import CASES, answer
from tests.routing.test_rows import ROWS

LANGUAGES: tuple[Language, ...] = get_args(Language)
POLICIES: tuple[PolicyCode, ...] = get_args(PolicyCode)
ROOT = Path(routing.__file__).resolve().parent
EXAMPLES = ROOT.parent / "examples"
#: of a whole sentence as a person reads it, and of one as it is written here
LONGEST_TOLD, LONGEST_WRITTEN = 400, 230
#: of a step whose rule is handed to the function that records it
ANY_RULE = "*"
#: slots that tell of a person or of a place
OF_A_PERSON_OR_PLACE = frozenset(SLOTS) - {"court", "office", "policy", "wording", "day", "first", "second", "missing"}
#: words that one of the languages uses all the time and the others never
STOP_WORDS: dict[Language, str] = {
    "nl": "het een niet geen voor van wordt zijn misdrijf parket rechtbank met bij dat gekend grond zonder naar",
    "fr": "le la les des du est dans pour pas une qui avec ne aucun infraction lieu tribunal parquet selon sans",
    "en": "the and not with which for this that from are offence place court policy no by as it",
}


def slots_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def words_of(sentence: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", sentence.lower()))


def sentences_of(wording: Wording) -> dict[tuple[str, ...], str]:
    """Every sentence of a language, by where it stands."""
    found: dict[tuple[str, ...], str] = {}
    for table, value in msgspec.structs.asdict(wording).items():
        for code, sentence in value.items() if isinstance(value, dict) else ():
            found |= (
                {(table, code, reason): one for reason, one in sentence.items()}
                if isinstance(sentence, dict)
                else {(table, code): sentence}
            )
    return found


def literals(node: ast.expr | None, names: dict[str, ast.expr]) -> set[str]:
    """The strings that an expression can be; empty where only a run can tell."""
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=body, orelse=otherwise):
            return literals(body, names) | literals(otherwise, names)
        case ast.Name(id=name) if name in names:
            return literals(names[name], {})
        case ast.JoinedStr(values=[ast.FormattedValue(value=value), ast.Constant(value=str(end))]):
            return {f"{one}{end}" for one in literals(value, names)}
        case _:
            return set()


def argument(call: ast.Call, at: int, name: str) -> ast.expr | None:
    return next((one.value for one in call.keywords if one.arg == name), call.args[at] if len(call.args) > at else None)


def functions() -> Iterator[tuple[ast.FunctionDef, dict[str, ast.expr]]]:
    """The functions of the rules and of the engine, with what they call by a name."""
    for file in (*sorted((ROOT / "rules").glob("*.py")), *(ROOT / name for name in ("engine.py", "reasoning.py"))):
        for function in ast.parse(file.read_text()).body:
            for method in function.body if isinstance(function, ast.ClassDef) else [function]:
                if isinstance(method, ast.FunctionDef):
                    names: dict[str, ast.expr] = {}
                    for node in ast.walk(method):
                        match node:
                            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                                names[name] = value
                            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
                                names |= {one.id: value for one, value in zip(targets, values, strict=True) if isinstance(one, ast.Name)}
                    yield method, names


def written_reasons() -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for function, names in functions():
        for node in ast.walk(function):
            match node:
                case ast.Call(func=ast.Attribute(attr="step")):
                    rules, reasons = argument(node, 0, "rule"), argument(node, 2, "reason")
                    found |= {(rule, reason) for rule in literals(rules, names) or {ANY_RULE} for reason in literals(reasons, names)}
                case ast.Call(func=ast.Name(id="Telling")):
                    found |= {("place-port-area", reason) for reason in literals(argument(node, 1, "reason"), names)}
                case ast.Call(func=ast.Name(id="try_each"), args=[_, rule, *_]):
                    answers = [one.value for one in ast.walk(function) if isinstance(one, ast.Return) and isinstance(one.value, ast.Tuple)]
                    found |= {
                        (one, reason) for one in literals(rule, names) for each in answers for reason in literals(each.elts[1], names)
                    }
    return found


def written_warnings() -> set[str]:
    return {
        code
        for function, names in functions()
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "warn"
        for code in literals(argument(node, 1, "code"), names)
    }


@pytest.fixture(scope="session")
def decisions(law: Law) -> list[Decision]:
    """Every case, row and example, by both policies."""
    found = [answer(case, law, policy) for case in CASES for policy in POLICIES]
    reports = [msgspec.json.encode(row["intake"]) for row in ROWS.values()]
    reports += [line for file in sorted(EXAMPLES.glob("*.jsonl")) for line in file.read_bytes().splitlines() if line.strip()]
    for report in reports:
        facts = facts_of(numbered(decode_report(report)), date(2026, 1, 1))
        found += [route(facts, law, policy) for policy in POLICIES]
    return found


def test_every_language_has_the_same_sentences_with_the_same_slots() -> None:
    shapes = {
        language: {where: slots_of(sentence) for where, sentence in sentences_of(wording).items()} for language, wording in WORDINGS.items()
    }

    assert set(WORDINGS) == set(LANGUAGES)
    for language in LANGUAGES:
        assert shapes[language] == shapes["nl"]


def test_every_slot_of_a_sentence_has_its_way_into_words() -> None:
    wording = WORDINGS["nl"]
    told = [
        *(one for reasons in wording.reasons.values() for one in reasons.values()),
        *wording.warnings.values(),
        *wording.grounds.values(),
    ]

    assert {slot for sentence in told for slot in slots_of(sentence)} == set(SLOTS)


def test_every_reason_that_a_rule_can_leave_has_its_sentence_and_no_sentence_is_left_over(decisions: list[Decision]) -> None:
    left = written_reasons() | {(step.rule, step.reason) for decision in decisions for step in decision.steps}
    written = {(rule, reason) for rule, reasons in WORDINGS["nl"].reasons.items() for reason in reasons}

    assert {(rule, reason) for rule, reason in left if rule != ANY_RULE} - written == set()
    assert {reason for rule, reason in left if rule == ANY_RULE} <= {reason for _, reason in written}
    assert {(rule, reason) for rule, reason in written - left if (ANY_RULE, reason) not in left} == set()


def test_every_warning_that_a_rule_can_leave_has_its_sentence_and_no_sentence_is_left_over(decisions: list[Decision]) -> None:
    left = written_warnings() | {warning.code for decision in decisions for warning in decision.warnings}

    assert left == set(WORDINGS["nl"].warnings)


def test_every_ground_has_its_title_and_no_title_is_left_over(decisions: list[Decision]) -> None:
    assert {ground.code for decision in decisions for ground in decision.grounds} == set(WORDINGS["nl"].grounds)


def test_a_step_a_warning_and_a_ground_say_exactly_what_their_sentence_asks_for(decisions: list[Decision]) -> None:
    wording = WORDINGS["nl"]
    for decision in decisions:
        for step in decision.steps:
            assert set(step.said) == slots_of(wording.reasons[step.rule][step.reason]), (step.rule, step.reason)
        for warning in decision.warnings:
            assert set(warning.said) == slots_of(wording.warnings[warning.code]), warning.code
        for ground in decision.grounds:
            assert set(ground.said) == slots_of(wording.grounds[ground.code]), ground.code


def test_a_decision_holds_no_sentence(decisions: list[Decision]) -> None:
    """What a slot holds is a code, an id, a number or a name: never the words of a language around it."""
    sentence = re.compile(r"\w+ \w+ \w+ \w+")
    for decision in decisions:
        for part in (*decision.steps, *decision.warnings, *decision.grounds):
            for slot, value in part.said.items():
                assert slot in {"name", "text"} or not any(
                    sentence.search(str(one)) for one in (value if isinstance(value, tuple) else (value,))
                )


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short_enough_to_be_read(language: Language, decisions: list[Decision], law: Law) -> None:
    assert {where: len(one) for where, one in sentences_of(WORDINGS[language]).items() if len(one) > LONGEST_WRITTEN} == {}
    for decision in decisions:
        told = explain(decision, law, language)
        sentences = (*told.short, *told.reasons, *told.long, *(message(warning, law, language) for warning in decision.warnings))
        assert [one for one in sentences if len(one) > LONGEST_TOLD] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_filled_and_ends_as_one(language: Language, decisions: list[Decision], law: Law) -> None:
    for decision in decisions:
        told = explain(decision, law, language)
        sentences = {*told.short, *told.reasons, *told.long}
        sentences |= {because(step, law, language) for step in decision.steps} | {
            message(each, law, language) for each in decision.warnings
        }
        assert [one for one in sentences if not re.fullmatch(r"[^a-z{}].*[^{}]*\.", one, re.DOTALL) or "None" in one] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_speaks_another(language: Language, decisions: list[Decision], law: Law) -> None:
    others = {word for other, words in STOP_WORDS.items() if other != language for word in words.split()}
    names = {name for row in law.places for name in words_of(" ".join((row.name, *row.other_names)))}
    titles = [*law.titles[language].values(), *(str(law.question(rule, language)) for rule in law.competence)]
    told = [*sentences_of(WORDINGS[language]).values(), *titles]
    told = [re.sub(r"\{\w+\}", "", sentence) for sentence in told]
    for decision in decisions:
        explanation = explain(decision, law, language)
        told += [*explanation.short, *explanation.long, *explanation.warnings, *explanation.trace]

    assert {one for one in set(told) if (words_of(one) - names) & others} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_goes_into_a_mail_holds_no_slot_of_a_person_or_a_place(language: Language) -> None:
    wording = WORDINGS[language]
    short = [*wording.scopes.values(), *(wording.answer[code] for code in ("noTrackShort", "responsible", "partlyOpen"))]

    assert {slot for sentence in short for slot in slots_of(sentence)} == {"offices"}
    assert not {"offices"} & OF_A_PERSON_OR_PLACE


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_goes_into_a_mail_is_two_or_three_sentences(language: Language, decisions: list[Decision], law: Law) -> None:
    assert {len(explain(decision, law, language).short) for decision in decisions} == {2, 3}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_decision_of_an_engine_that_said_less_shows_its_codes(language: Language, law: Law) -> None:
    """Engine 1 kept Dutch sentences and no slots; what it knew of the language is gone, its codes and facts are not."""
    told = {"rule": "file-place", "outcome": "met", "reason": "area", "because": "Daar.", "about": None, "facts": [], "citations": []}
    step = msgspec.convert(told, Step)
    warning = msgspec.convert({"code": "districtUnverified", "message": "Nagaan.", "rule": "gone", "facts": []}, routing.Warning)

    assert because(step, law, language) == "area"
    assert message(warning, law, language) == "districtUnverified"
    assert routing.question("gone", law, language) == "gone"


def test_titles_are_those_of_the_language(law: Law) -> None:
    ground = routing.Ground(
        code="division-of-matters",
        said={"allocation": "cybercrime-antwerp"},
        article="",
        source="",
        kind_of_ground="regulation",
        confidence="likely",
        facts=(),
        supports=routing.Supports(),
    )

    assert ground_title(ground, law, "nl") == "zaakverdeling: cybercriminaliteit"
    assert ground_title(ground, law, "fr") == "répartition des affaires : cybercriminalité"
    assert ground_title(ground, law, "en") == "allocation of matters: cybercrime"


def glossary() -> dict[str, dict[Language, set[str]]]:
    """The words of each row of the glossary in README.md, by its English cell."""
    table = re.search(r"^## Glossary\n.*?\n(\|.*?)\n\n", (ROOT.parent / "README.md").read_text(), re.MULTILINE | re.DOTALL)
    assert table is not None
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[1].splitlines()[2:]]
    return {en.strip(): {"nl": words_of(nl), "fr": words_of(fr), "en": words_of(en)} for en, nl, fr, *_ in cells}


#: row of the glossary -> in each language its word, its forms (a labour auditor and a higher court have other names), words not used
ONE_WORD: dict[str, tuple[str, dict[Language, tuple[str, str, str]]]] = {
    "office": (
        "prosecution office, port prosecutor",
        {
            "nl": ("parket", r"parket(ten)?|arbeidsauditora(at|ten)|openbaar ministerie", r"kantoor|kantoren|bureau"),
            "fr": ("parquet", r"parquets?|auditorats? du travail", r"offices?|bureaux?|ministère public"),
            "en": ("office", r"offices?|labour auditor", r"bureaus?|departments?"),
        },
    ),
    "court": (
        "jurisdiction / competent court",
        {
            "nl": ("rechtbank", r"rechtbank(en)?|jeugdrechtbank(en)?|hof|hoven", r"tribuna(al|len)|rechtscollege"),
            "fr": ("tribunal", r"tribuna(l|ux)|cours?", r"juridictions? compétentes?"),
            "en": ("court", r"courts?", r"tribunals?"),
        },
    ),
    "ground": (
        "ground",
        {
            "nl": ("bevoegdheidsgrond", r"(bevoegdheids)?grond(en)?", r"grondslag(en)?|rechtsgrond(en)?|basis"),
            "fr": ("fondement", r"fondements?", r"bases? légales?|motifs? léga(l|ux)"),
            "en": ("ground", r"grounds?", r"legal bas(is|es)|foundations?"),
        },
    ),
    "policy": (
        "policy",
        {
            "nl": ("beleid", r"beleid", r"beleidslijn(en)?|politiek"),
            "fr": ("politique", r"politiques?", r"directives?|ligne de conduite"),
            "en": ("policy", r"polic(y|ies)", r"guidelines?|directives?"),
        },
    ),
}


def spoken(language: Language, law: Law) -> dict[tuple[str, ...], str]:
    """Every sentence without its slots, and every title of an office, a court and a policy."""
    # A service that is no prosecution office, by its name.
    names = re.compile(r"\{\w+\}|Office des étrangers|Immigration Office")
    told = {where: names.sub("", sentence) for where, sentence in sentences_of(WORDINGS[language]).items()}
    return told | {("title", code): law.titles[language][code] for code in (*law.offices, *law.courts, *law.policies)}


@pytest.mark.parametrize("thing", ONE_WORD)
def test_a_sentence_speaks_of_office_court_ground_and_policy_by_the_words_of_the_glossary(thing: str, law: Law) -> None:
    """The word stands in the glossary, in each language of a sentence or in none, and nothing else is said for it."""
    row, words = ONE_WORD[thing]
    told = {language: spoken(language, law) for language in LANGUAGES}
    by_language = {language: re.compile(rf"\b({forms})\b", re.IGNORECASE) for language, (_, forms, _) in words.items()}

    for language, (word, _, instead) in words.items():
        assert word in glossary()[row][language]
        other = re.compile(rf"\b({instead})\b", re.IGNORECASE)
        assert {sentence for sentence in told[language].values() if other.search(sentence)} == set()
    uneven = {
        where: [told[language][where] for language in LANGUAGES]
        for where in told["nl"]
        if len({bool(by_language[language].search(told[language][where])) for language in LANGUAGES}) > 1
    }
    assert uneven == {}
    assert any(by_language["nl"].search(sentence) for sentence in told["nl"].values())

"""The contract takes every right report as it is and names every fault of a wrong one at once."""

import copy
import json

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec import inspect

from docket import contract, decoding, errors

REFERENCES = {"place": "places", "foundAt": "places"}
TEXT = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=("Cc", "Cs")), st.sampled_from("\n\té€ \u200d'\"<&>;--")),
    max_size=30,
)


def bare(info):
    """The type behind its notes and its None."""
    while isinstance(info, inspect.Metadata | inspect.UnionType):
        info = info.type if isinstance(info, inspect.Metadata) else next(t for t in info.types if not isinstance(t, inspect.NoneType))
    return info


def note(info):
    """partialDate, partialInstant or None."""
    if isinstance(info, inspect.UnionType):
        return next((note(item) for item in info.types if not isinstance(item, inspect.NoneType)), None)
    return (info.extra or {}).get("kind") if isinstance(info, inspect.Metadata) else None


def codes(info):
    if isinstance(info, inspect.UnionType):
        return [code for item in info.types for code in codes(item)]
    return list(info.values) if isinstance(info, inspect.LiteralType) else []


def values(info, name=""):
    """Right values of a type of the contract, by what the type itself says."""
    if codes(info):
        return st.sampled_from(codes(info))
    if note(info):
        texts = ["2023", "2023-05", "2023-05-27"] + ["2023-05-27T02:15:00+02:00"] * (note(info) == "partialInstant")
        return st.sampled_from(texts)
    if name in ("country", "nationality"):
        return st.sampled_from(["BE", "NL"])
    if name == "language":
        return st.sampled_from(["nl", "fr"])
    match bare(info):
        case inspect.StructType(fields=fields):
            inner = {field.encode_name: values(field.type, field.encode_name) for field in fields}
            required = {field.encode_name for field in fields if field.required}
            return st.fixed_dictionaries(
                {key: inner[key] for key in required}, optional={key: st.none() | inner[key] for key in inner.keys() - required}
            )
        case inspect.VarTupleType(item_type=item):
            return st.lists(values(item), max_size=3)
        case inspect.StrType():
            return TEXT
        case inspect.BoolType():
            return st.booleans()
        case inspect.IntType(ge=low, le=high):
            return st.integers(low, high)
        case inspect.FloatType(ge=low, le=high):
            return st.floats(low, high, allow_nan=False) | st.integers(int(low), int(min(high, 10**9)))
    raise AssertionError(info)


@st.composite
def submissions(draw):
    """A right submission: any field there, null or absent; its ids unique and its references good."""
    report = draw(values(inspect.type_info(contract.Report)))
    for name in ("places", "offences", "persons", "seizures"):
        for index, row in enumerate(report.get(name) or []):
            row["id"] = f"{name}-{index}"
    for name in ("offences", "persons", "seizures"):
        for row in report.get(name) or []:
            for field, rows in REFERENCES.items():
                if row.get(field) is not None:
                    ids = [other["id"] for other in report.get(rows) or []]
                    row[field] = draw(st.sampled_from(ids)) if ids else None
    for row in report.get("offences") or []:
        ids = [other["id"] for other in report.get("persons") or []]
        if row.get("persons") is not None:
            row["persons"] = ids
    return report


def targets(value, info, path=()):
    """Every place of a submission that can be broken without breaking a reference elsewhere."""
    match bare(info):
        case inspect.StructType(fields=fields) if isinstance(value, dict):
            yield path, "object", info
            for field in fields:
                if field.encode_name in value and field.encode_name not in ("id", "places", "persons"):
                    yield from targets(value[field.encode_name], field.type, (*path, field.encode_name))
                elif field.encode_name in ("places", "persons") and isinstance(value.get(field.encode_name), list) and not path:
                    item = bare(field.type).item_type
                    for index, row in enumerate(value[field.encode_name]):
                        yield from targets(row, item, (*path, field.encode_name, index))
        case inspect.VarTupleType(item_type=item) if isinstance(value, list):
            yield path, "list", info
            for index, row in enumerate(value):
                yield from targets(row, item, (*path, index))
        case _:
            yield path, "value", info


def wrong_values(path, info):
    """Values that a field must refuse."""
    if codes(info):
        return ["bestaatNiet", "", 7, ["drugs"]]
    if note(info):
        return ["2023-13", "2023-02-30", "gisteren", "2023-1-1", "2023-05-27T02:15", "20230527T0215+0200", "２０２３", 2023]
    if path[-1] in ("country", "nationality", "language"):
        return ["België", "b", "B1", "NL\n", 5]
    if path[-1] in REFERENCES:
        return ["bestaat-niet", 5]
    match bare(info):
        case inspect.StructType():
            return ["geen object", 5, []]
        case inspect.VarTupleType():
            return ["geen lijst", 5, {"0": 1}]
        case inspect.StrType():
            return [5, True, ["x"], {"x": 1}, "a\x00b", "\x1b[0m", "regel\r\nregel", "x" * (decoding.MAX_TEXT_BYTES + 1), "é" * 32_769]
        case inspect.BoolType():
            return ["ja", 1, 0]
        case inspect.IntType():
            return ["3", 1.5, True, -1, 10**9]
        case inspect.FloatType():
            return ["3,5", True, -1e9, 1e300]
    raise AssertionError(info)


def pointer(path):
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def put(value, path, new):
    *way, last = path
    for part in way:
        value = value[part]
    value[last] = new


@st.composite
def broken_submissions(draw):
    """A right submission, the same with one to four faults, and the pointers of the faults."""
    right = draw(submissions())
    wrong = copy.deepcopy(right)
    places = [target for target in targets(right, inspect.type_info(contract.Report)) if target[0] or target[1] == "object"]
    chosen = draw(st.lists(st.sampled_from(range(len(places))), min_size=1, max_size=4, unique=True))
    broken, kept = [], []
    for index in chosen:
        path, kind, info = places[index]
        if any(path[: len(other)] == other or other[: len(path)] == path for other in kept):
            continue
        kept.append(path)
        if kind == "object":
            field = draw(st.sampled_from(["onbekend", "veld/met~tekens", "Summary"]))
            put(wrong, (*path, field), draw(st.sampled_from([None, 1, "x"])))
            broken.append((*path, field))
        elif kind == "list":
            put(wrong, path, draw(st.sampled_from(["geen lijst", {"0": 1}, 5, [None] * 501])))
            broken.append(path)
        else:
            put(wrong, path, draw(st.sampled_from(wrong_values(path, info))))
            broken.append(path)
    assume(broken)
    return right, wrong, broken


def issues_of(report):
    with pytest.raises(errors.BadInput) as refused:
        contract.decode_report(json.dumps(report).encode())
    return refused.value.issues


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(broken_submissions())
def test_broken_submission_names_every_broken_path_at_once_and_unbroken_is_taken(case):
    right, wrong, broken = case

    named = {issue.name for issue in issues_of(wrong)}

    assert {pointer(path) for path in broken} == named
    contract.decode_report(json.dumps(right).encode())


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(submissions())
def test_right_submission_comes_back_character_for_character(report):
    decoded = contract.decode_report(json.dumps(report).encode())

    assert json.loads(contract.canonical_json(report)) == json.loads(contract.canonical_json(decoded))


@pytest.mark.parametrize("fault", [5, "s1", {"s1": True}, None, [5], [None], [["s1"]]])
def test_no_wrong_shape_of_a_reference_stops_the_check(fault):
    report = {"origin": {"service": "customs"}, "persons": [{"id": "s1"}], "offences": [{"id": "o1", "persons": fault, "place": fault}]}

    if fault is None:
        contract.decode_report(json.dumps(report).encode())
    else:
        assert {issue.name.split("/")[3] for issue in issues_of(report)} == {"persons", "place"}


@pytest.mark.parametrize(
    ("rows", "path"),
    [
        ({"places": [{"id": "p1"}, {"id": "p1"}]}, "/places/1/id"),
        ({"persons": [{"id": ""}]}, "/persons/0/id"),
        ({"offences": [{"place": "p9"}]}, "/offences/0/place"),
        ({"offences": [{"persons": ["s9"]}]}, "/offences/0/persons/0"),
        ({"persons": [{"foundAt": "p9"}]}, "/persons/0/foundAt"),
        ({"seizures": [{"place": "p9"}]}, "/seizures/0/place"),
        ({"offences": [{"committedFrom": "2023-05", "committedUntil": "2023-04-30"}]}, "/offences/0/committedUntil"),
    ],
)
def test_rows_that_contradict_each_other_are_named(rows, path):
    assert [issue.name for issue in issues_of({"origin": {"service": "customs"}, **rows})] == [path]


NO_DAYS = ("2023-13", "2023-02-30", "0000", "23", "2023-1-1", "2023-W21-6", "２０２３-05", "2023\n", "")
NO_INSTANTS = (
    "2023-05-27T02:15",
    "20230527T021500Z",
    "2023-05-27T02+02:00",
    "2023-05-27T02:15:00,5+02:00",
    "2023-05-27 02:15+02:00",
    "2023-05-27T25:00Z",
)


@pytest.mark.parametrize("text", NO_DAYS + NO_INSTANTS)
def test_day_or_instant_in_another_shape_is_named(text):
    report = {"origin": {"service": "customs"}, "receivedOn": text, "persons": [{"birthDate": text, "arrestedAt": text}]}

    assert {issue.name for issue in issues_of(report)} == {"/receivedOn", "/persons/0/birthDate", "/persons/0/arrestedAt"}


@pytest.mark.parametrize(
    "text", ["2023", "2023-05", "2024-02-29", "2023-05-27T02:15:00+02:00", "2023-05-27T02:15Z", "2023-05-27T02:15:00.5-05:00"]
)
def test_day_month_year_or_instant_is_taken_as_it_is_written(text):
    report = {"origin": {"service": "customs"}, "persons": [{"arrestedAt": text}]}

    assert contract.decode_report(json.dumps(report).encode()).persons[0].arrested_at == text


def test_report_with_nothing_but_its_service_is_taken():
    assert contract.decode_report(b'{"origin": {"service": "police"}}').origin.service == "police"


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b'"x"', b"\xff", b'{"origin": 1e999}', b"[" * 100_000])
def test_what_is_no_report_at_all_is_refused_with_a_reason(raw):
    with pytest.raises(errors.BadInput) as refused:
        contract.decode_report(raw)

    assert refused.value.issues[0].detail


def test_control_character_is_named_with_its_position():
    (issue,) = issues_of({"origin": {"service": "customs"}, "summary": "kaai\u00001742"})

    assert issue.name == "/summary"
    assert "U+0000" in issue.detail
    assert "positie 5" in issue.detail


@pytest.mark.parametrize("text", ["\x07", "\x7f", "\x85", "\r", "\ud800"])
def test_no_control_character_but_newline_and_tab_is_taken(text):
    raw = json.dumps({"origin": {"service": "customs"}, "summary": f"a{text}b"}).encode()

    with pytest.raises(errors.BadInput):
        contract.decode_report(raw)


@pytest.mark.parametrize("text", ["regel\n\tregel", "Jürgen – “kaai” €", "e\u0301", "\u200f\u202e", "👮🏽‍♀️", " spaties  ", "𝔘"])
def test_other_text_comes_back_character_for_character(text):
    raw = json.dumps({"origin": {"service": "customs"}, "summary": text}).encode()

    assert contract.decode_report(raw).summary == text


def test_text_at_its_limit_is_taken_and_one_byte_more_is_refused_with_the_limit():
    limit = decoding.MAX_TEXT_BYTES
    right = {"origin": {"service": "customs"}, "summary": "é" * (limit // 2)}

    assert len(contract.decode_report(json.dumps(right).encode()).summary) == limit // 2
    (issue,) = issues_of(right | {"summary": right["summary"] + "x"})
    assert (issue.name, issue.type) == ("/summary", "outOfRange")
    assert "64 KiB" in issue.detail


def test_list_at_its_limit_is_taken_and_one_row_more_is_refused_with_the_limit():
    right = {"origin": {"service": "customs"}, "containers": ["MSCU1234566"] * decoding.MAX_ROWS}

    assert len(contract.decode_report(json.dumps(right).encode()).containers) == decoding.MAX_ROWS
    (issue,) = issues_of(right | {"containers": ["MSCU1234566"] * (decoding.MAX_ROWS + 1)})
    assert (issue.name, issue.type) == ("/containers", "outOfRange")
    assert "500" in issue.detail


def test_submission_over_two_mebibyte_is_refused_with_the_limit():
    raw = b'{"origin": {"service": "customs"}}'

    assert contract.decode_report(raw + b" " * (decoding.MAX_SUBMISSION_BYTES - len(raw)))
    with pytest.raises(errors.PayloadTooLarge, match="2 MiB"):
        contract.decode_report(raw + b" " * (decoding.MAX_SUBMISSION_BYTES - len(raw) + 1))


def test_null_and_absent_are_the_same_content():
    short = contract.decode_report(b'{"origin": {"service": "customs"}}')
    long = contract.decode_report(b'{"summary": null, "places": null, "origin": {"investigatorEmails": [], "service": "customs"}}')

    assert contract.canonical_json(short) == contract.canonical_json(long)

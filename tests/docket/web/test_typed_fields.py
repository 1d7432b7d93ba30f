"""The form that is drawn from what a kind of document asks of its maker."""

from datetime import date
from typing import Annotated, Literal

import msgspec
import pytest
from msgspec import Meta

from docket.decoding import decode_value
from docket.errors import BadInput
from docket.web import typed_fields
from docket.web.visit import Posted


class Said(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    reason: Annotated[str, Meta(title="Reden", description="In een zin.", max_length=2000)] | None = None
    judge: Annotated[str, Meta(title="Onderzoeksrechter", max_length=120)] | None = None
    due_on: Annotated[date, Meta(title="Tegen")] | None = None
    euro_cents: Annotated[int, Meta(title="Som in eurocent", ge=0)] | None = None
    damage_paid: Annotated[bool, Meta(title="Schade betaald")] | None = None
    sort: Annotated[Literal["one", "other"], Meta(title="Soort")] | None = None
    duties: Annotated[tuple[str, ...], Meta(title="Taken")] = ()
    hearing: Annotated[int, Meta(title="Zitting")] | None = None


CHOICES = {"sort": {"one": "Dit", "other": "Dat"}, "hearing": {"7": "3 december 2026"}}


def posted(**values: str) -> Posted:
    return Posted(pairs=tuple((typed_fields.name_of(name), value) for name, value in values.items()))


def test_each_field_is_drawn_by_what_it_holds():
    kinds = {field.label: (field.kind, field.long) for field in typed_fields.fields_of(Said, CHOICES, {})}

    assert kinds == {
        "Reden": ("text", True),
        "Onderzoeksrechter": ("text", False),
        "Tegen": ("day", False),
        "Som in eurocent": ("number", False),
        "Schade betaald": ("yesNo", False),
        "Soort": ("code", False),
        "Taken": ("lines", False),
        "Zitting": ("code", False),
    }


def test_what_a_kind_asks_itself_comes_before_what_every_kind_shares():
    class Own(Said, frozen=True, kw_only=True, rename="camel"):
        motive: Annotated[str, Meta(title="Motief")] | None = None

    assert [field.label for field in typed_fields.fields_of(Own, CHOICES, {})][:2] == ["Motief", "Reden"]


def test_only_what_may_stay_empty_says_so():
    asked = {field.label for field in typed_fields.fields_of(Said, CHOICES, {}, asked={"judge", "euroCents"}) if field.asked}

    assert asked == {"Onderzoeksrechter", "Som in eurocent"}


def test_what_was_filled_in_is_what_is_said():
    form = posted(
        reason="Reden & <b>", dueOn="25/11/2026", euroCents="1200", damagePaid="nee", sort="other", duties="een\n\ntwee", hearing="7"
    )

    assert decode_value(typed_fields.read(form, Said), Said) == Said(
        reason="Reden & <b>",
        due_on=date(2026, 11, 25),
        euro_cents=1200,
        damage_paid=False,
        sort="other",
        duties=("een", "twee"),
        hearing=7,
    )


def test_an_empty_form_says_nothing():
    assert decode_value(typed_fields.read(posted(reason=" ", duties="\n"), Said), Said) == Said()


@pytest.mark.parametrize(("field", "value"), [("dueOn", "gisteren"), ("euroCents", "veel"), ("damagePaid", "soms"), ("sort", "geen")])
def test_what_cannot_be_read_is_named_by_its_field(field, value):
    with pytest.raises(BadInput) as refusal:
        decode_value(typed_fields.read(posted(**{field: value}), Said), Said)

    assert [issue.name for issue in refusal.value.issues] == [f"/{field}"]

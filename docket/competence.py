"""Which tracks rest on policy alone, who answered for them, what courts ruled about it, and whether a track may leave; pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Literal

import msgspec

import routing
from docket import report_words, tracks
from docket.contract import Report
from docket.errors import Issue, StateForbids
from routing import Decision, Ground, Law, Supports, Track, TrackCode, UsedFact, policy_alone, speaks_for

ConfirmationKind = Literal["ground", "risk"]
RaisedBy = Literal["party", "court"]
RulingKind = Literal["upheld", "rejected", "declined"]
#: Rows of the law data that say what makes an office or court competent.
_GROUND_ROW = "ground-"
#: The code of an objection against a court that has no statutory ground.
POLICY = "policy-court"
_POLICY_ALONE = "policyAlone"


class Confirmation(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A magistrate's answer for one track of a decision: a ground that he records, or the risk that he takes."""

    decision_seq: int
    #: Place of the track in that decision.
    ordinal: int
    court: str
    kind: ConfirmationKind
    #: Code of the law data, with its article on the day of receipt.
    ground: str | None = None
    article: str | None = None
    #: What the ground speaks for; None = the court has no arrondissement of its own.
    arrondissement: str | None = None
    #: What the ground rests on, in the magistrate's words.
    facts: str | None = None
    #: `places/p1/municipality`: the fact of the report it rests on, with its value then.
    fact_path: str | None = None
    fact_value: str | None = None
    #: Why the risk is taken.
    reason: str | None = None
    #: Id of the last ruling on the file before it; 0 = none.
    after_ruling: int = 0
    confirmed_at: datetime
    #: A function code, never a name.
    confirmed_by: str
    account_id: int | None
    #: Of who confirmed: its people may know his name.
    office: str | None


class Ruling(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    id: int
    ruling: RulingKind
    court: str
    ruled_on: date
    #: As handed in, also where it does not hold.
    ecli: str | None
    remark: str | None
    recorded_at: datetime
    recorded_by: str

    @property
    def strikes(self) -> bool:
        """The court held itself, or was held, not competent."""
        return self.ruling in ("upheld", "declined")


class Challenge(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    id: int
    decision_seq: int
    ordinal: int
    track: TrackCode
    #: Whose competence is attacked.
    court: str
    raised_by: RaisedBy
    #: Id of the party in the file; None = the court of its own motion.
    person: str | None
    #: Code of the law data.
    ground: str
    raised_on: date
    before_court: str
    remark: str | None
    recorded_at: datetime
    recorded_by: str
    #: In the order in which they were entered; the last one holds.
    rulings: tuple[Ruling, ...] = ()

    @property
    def ruling(self) -> Ruling | None:
        return self.rulings[-1] if self.rulings else None


class GroundRow(msgspec.Struct, frozen=True, kw_only=True):
    """A ground that a magistrate may record: a row of the law data in its wording of a day."""

    code: str
    title: str
    article: str
    source: str
    confidence: Literal["sure", "likely", "unverified"]


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of confirmations under a new decision."""

    standing: tuple[Confirmation, ...]
    #: Places in the old decision of the tracks whose confirmation ends.
    lapsed: tuple[int, ...]


class CaseGround(msgspec.Struct, frozen=True, kw_only=True):
    """A statutory ground that carries a court in a file."""

    court: str
    ground: str
    only_ground: bool


def ground_rows(law: Law, day: date) -> tuple[GroundRow, ...]:
    """The statutory grounds of a day."""
    found = []
    for id_, rule in law.on(day).rules.items():
        cited = rule.citations[0]
        if id_.startswith(_GROUND_ROW) and cited.kind_of_ground == "statute":
            code = id_.removeprefix(_GROUND_ROW)
            found.append(
                GroundRow(code=code, title=title_of(code, law), article=cited.citation, source=cited.source, confidence=cited.confidence)
            )
    return tuple(found)


def title_of(code: str, law: Law) -> str:
    """The Dutch title of a ground, by its code."""
    if code == POLICY:
        return "beleid, zonder wettelijke grond"
    bare = Ground(code=code, article="", source="", kind_of_ground="statute", confidence="unverified", facts=(), supports=Supports())
    return routing.ground_title(bare, law) or code


def arrondissement_of(court: str, law: Law) -> str | None:
    """None for courts of assize and of appeal: a ground names them themselves."""
    return next((one.arrondissement for one in law.divisions.values() if court in (one.correctional_court, one.youth_court)), None)


def alone(decision: Decision) -> tuple[int, ...]:
    """Places of the tracks whose court has no statutory ground; decisions of the first engine said so by a warning only."""
    if decision.policy_alone or not any(warning.code == _POLICY_ALONE for warning in decision.warnings):
        return decision.policy_alone
    return tuple(ordinal for ordinal, track in enumerate(decision.tracks) if track.track == "ordinary" and track.court is not None)


def chosen(routed: Decision, after: tuple[Track, ...], law: Law) -> Decision:
    """
    The answer of the rules with the tracks that a person chose, and what rests on policy alone from then on.

    A track that he left as the rules made it rests as they said; of the others his court is asked for a ground.
    """
    same = {ordinal for ordinal, track in enumerate(after) if track in routed.tracks[ordinal : ordinal + 1]}
    without = set(policy_alone(after, routed.grounds, law))
    rests = tuple(sorted((set(alone(routed)) & same) | (without - same)))
    warnings = routed.warnings if rests else tuple(warning for warning in routed.warnings if warning.code != _POLICY_ALONE)
    made = tracks.with_tracks(routed, after, law)
    return msgspec.structs.replace(made, policy_alone=rests, warnings=warnings)


def waiting(decision: Decision, confirmations: Sequence[Confirmation], challenges: Sequence[Challenge]) -> tuple[int, ...]:
    """Places of the tracks that a magistrate still has to confirm before anything leaves on them."""
    rests = alone(decision)
    return tuple(
        ordinal
        for ordinal, track in enumerate(decision.tracks)
        if track.court is not None
        and (ordinal in rests or struck_by(challenges, track))
        and answer_of(ordinal, track, confirmations, challenges) is None
    )


def struck_by(challenges: Iterable[Challenge], track: Track) -> int:
    """Id of the last ruling that stands against the court of a track; 0 = none."""
    return max(
        (
            challenge.ruling.id
            for challenge in challenges
            if challenge.ruling is not None
            and challenge.ruling.strikes
            and (challenge.track, challenge.court) == (track.track, track.court)
        ),
        default=0,
    )


def answer_of(ordinal: int, track: Track, confirmations: Sequence[Confirmation], challenges: Sequence[Challenge]) -> Confirmation | None:
    """The last confirmation that answers for a track as it stands."""
    since = struck_by(challenges, track)
    answers = [each for each in confirmations if (each.ordinal, each.court) == (ordinal, track.court) and each.after_ruling >= since]
    return answers[-1] if answers else None


def last_ruling(challenges: Iterable[Challenge]) -> int:
    return max((ruling.id for challenge in challenges for ruling in challenge.rulings), default=0)


def require_confirmed(case_number: str, ordinals: Iterable[int], to_confirm: Sequence[int]) -> None:
    """
    The gate: no summons and no referral leaves on a track that rests on policy alone and that nobody answered for.

    Raises StateForbids, which says where to confirm.
    """
    held = [ordinal for ordinal in ordinals if ordinal in to_confirm]
    if held:
        which = ", ".join(str(ordinal + 1) for ordinal in held)
        raise StateForbids(
            f"{'Spoor' if len(held) == 1 else 'Sporen'} {which}: te bevestigen. Voor de rechtbank is geen wettelijke grond opgetekend, "
            "of een rechter verwierp hem. Een magistraat tekent eerst een wettelijke grond op of neemt het risico op naam: "
            f"{address(case_number)}"
        )


def require_court_confirmed(case_number: str, court: str, decision: Decision, to_confirm: Sequence[int]) -> None:
    """The gate, for an act that calls somebody before a court: all tracks that go before it."""
    before = [ordinal for ordinal, track in enumerate(decision.tracks) if track.court == court]
    require_confirmed(case_number, before, to_confirm)


def of_other_courts(registry_of: str | None, named: Mapping[str, str | None]) -> list[Issue]:
    """A registry enters what happened before its own court; `named`: pointer -> the court that stands there."""
    detail = (
        f"Een griffie tekent alleen op wat haar eigen rechtbank ({registry_of}) aangaat; "
        "laat het parket optekenen wat voor een andere rechtbank gebeurde."
    )
    return [
        Issue(type="invalidInput", name=name, detail=detail, value=court)
        for name, court in named.items()
        if registry_of is not None and court != registry_of
    ]


def address(case_number: str) -> str:
    """Where a track is confirmed."""
    return f"/dossiers/{case_number}/bevestigen"


def carried(
    confirmations: Sequence[Confirmation],
    before: Decision,
    after: Decision,
    seq: int,
    *,
    same_rules: bool,
    report: Report,
) -> Carried:
    """
    A confirmation stands under a new decision while the rules route the same and its track keeps office and court.

    It also ends when the fact that it rests on is no longer reported so.
    """
    standing, lapsed = [], []
    for each in confirmations:
        track = before.tracks[each.ordinal] if each.ordinal < len(before.tracks) else None
        at = next((ordinal for ordinal, one in enumerate(after.tracks) if one == track), None) if same_rules else None
        if at is None or (each.fact_path is not None and report_words.reported(each.fact_path, report) != each.fact_value):
            lapsed.append(each.ordinal)
        else:
            standing.append(msgspec.structs.replace(each, decision_seq=seq, ordinal=at))
    return Carried(standing=tuple(standing), lapsed=tuple(sorted(set(lapsed))))


def recorded_ground(each: Confirmation, law: Law, day: date) -> Ground | None:
    """The ground that a magistrate recorded, as the rules would write it; None = he took the risk, or the law lost its row."""
    row = next((row for row in ground_rows(law, day) if row.code == each.ground), None)
    if row is None:
        return None
    return made_ground(row, each.court, law, each.fact_path, each.fact_value)


def made_ground(row: GroundRow, court: str, law: Law, fact_path: str | None, fact_value: str | None) -> Ground:
    named = arrondissement_of(court, law)
    return Ground(
        code=row.code,
        article=row.article,
        source=row.source,
        kind_of_ground="statute",
        confidence=row.confidence,
        facts=(UsedFact(path=fact_path, value=fact_value),) if fact_path else (),
        supports=Supports(arrondissement=named, court=None if named else court),
    )


def carrying(decision: Decision, confirmations: Sequence[Confirmation], law: Law) -> tuple[CaseGround, ...]:
    """
    The statutory grounds of each court of a decision, those that a magistrate recorded included.

    A court without any rests on policy, and says so by the code of the policy.
    """
    recorded = [ground for each in confirmations if (ground := recorded_ground(each, law, decision.received_on)) is not None]
    found: dict[str, list[str]] = {}
    for court in dict.fromkeys(track.court for track in decision.tracks if track.court is not None):
        codes = [ground.code for ground in (*decision.grounds, *recorded) if speaks_for(ground, court, law)]
        found[court] = list(dict.fromkeys(codes)) or [POLICY]
    return tuple(CaseGround(court=court, ground=code, only_ground=len(codes) == 1) for court, codes in found.items() for code in codes)

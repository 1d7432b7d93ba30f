"""The competence of a court was confirmed, challenged or ruled on."""

from datetime import date

from docket.entries.entry import Entry


class CompetenceConfirmed(Entry, frozen=True, kw_only=True):
    version: int
    decision: int
    #: Place of the track in that decision.
    track: int
    court: str
    #: ground: recorded by a magistrate; risk: taken by him.
    confirmation: str
    ground: str | None
    article: str | None
    arrondissement: str | None
    facts: str | None
    fact_path: str | None
    reason: str | None
    #: Who answers for it; his name stands with the account.
    account: int | None
    documents: tuple[str, ...] = ()


class CompetenceChallenged(Entry, frozen=True, kw_only=True):
    version: int
    challenge: int
    decision: int
    track: int
    court: str
    #: party: an objection; court: of its own motion.
    raised_by: str
    person: str | None
    ground: str
    raised_on: date
    before_court: str
    remark: str | None
    #: The court whose registry entered it; None = an office did.
    registry: str | None = None


class ChallengeRuled(Entry, frozen=True, kw_only=True):
    version: int
    challenge: int
    #: upheld, rejected, or declined by the court of its own motion.
    ruling: str
    ground: str
    court: str
    ruled_on: date
    ecli: str | None
    remark: str | None
    #: Places of the tracks that a magistrate has to confirm from now on.
    to_confirm: tuple[int, ...]
    documents: tuple[str, ...] = ()
    #: The court whose registry entered it; None = an office did.
    registry: str | None = None

"""Proves the law data: walks every class of files in as many processes as there are cores, every municipality by quarter, every example."""

import multiprocessing
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import reduce
from operator import add
from typing import get_args

import msgspec

from docket.cli.law_examples import examples
from routing import Law, PolicyCode, law_proof, parse_law

#: of a worker: the law that it walks
_LAW: list[Law] = []


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    moments: int
    classes: law_proof.Walk
    territory: law_proof.Territory
    #: None: the tests are not beside the program
    examples: law_proof.Walk | None
    never_met: tuple[str, ...]
    not_exercised: tuple[str, ...]

    @property
    def faults(self) -> tuple[str, ...]:
        told = self.examples.faults if self.examples else ()
        return (
            *self.classes.faults,
            *self.territory.faults,
            *told,
            *(f"{rule}: no class and no example meets it" for rule in self.never_met),
            *self.not_exercised,
        )


def prove(files: Mapping[str, bytes], today: date) -> Proof:
    law = parse_law(files)
    periods = range(len(law_proof.moments(law)))
    workers = min(len(periods), os.cpu_count() or 1)
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_take, initargs=(law,)) as pool:
        walking = pool.map(_walk, periods)
        land = law_proof.territory(law, today)
        named = _examples(law)
        classes = reduce(add, walking, law_proof.Walk())
    return Proof(
        moments=len(periods),
        classes=classes,
        territory=land,
        examples=named,
        never_met=law_proof.never_met(law, *(one for one in (classes, named) if one is not None)),
        not_exercised=_not_exercised(law, named) if named is not None else (),
    )


def lines(proof: Proof, seconds: float) -> Iterator[str]:
    """The proof as `docket law check` prints it."""
    walked, land = proof.classes, proof.territory
    answered = f"{walked.decided:,} decided, {walked.undecided:,} say what is missing"
    yield f"{walked.files:,} classes of files in {proof.moments} policy periods: {answered}, {len(walked.faults)} at fault"
    looked_up = f"{land.pairs:,} looked up, {len(land.faults)} at fault"
    yield f"{land.municipalities} municipalities and {land.names} names in {land.quarters} quarters: {looked_up}"
    if proof.examples is None:
        yield "no named examples beside this program: the rules were not held against them"
    else:
        left_out = f"{len(proof.not_exercised)} rules, wordings or flags of offences are not exercised"
        yield f"{proof.examples.files} decisions of named examples: {left_out}"
    yield f"rules that no class and no example meets: {', '.join(proof.never_met) or 'none'}"
    yield f"proved in {seconds:.1f} s"


def _examples(law: Law) -> law_proof.Walk | None:
    named = [(example.claim, example.facts, policy) for example in examples() for policy in get_args(PolicyCode)]
    return law_proof.decide_all(law, named, citations=True) if named else None


def _not_exercised(law: Law, named: law_proof.Walk) -> tuple[str, ...]:
    return (*law_proof.not_exercised(law, named), *law_proof.flags_not_shown(law, [example.facts for example in examples()]))


def _take(law: Law) -> None:
    _LAW.append(law)


def _walk(period: int) -> law_proof.Walk:
    law = _LAW[0]
    return law_proof.walk(law, law_proof.moments(law)[period])

"""Clocks and the limitation."""

from typing import Any

from docket.api.examples.common import AT, CHANGED, NUMBER

TIME_LIMIT_START: dict[str, Any] = {"limit": "appeal", "event": "pronouncement", "startsOn": "2026-04-03", "person": "s1"}
TIME_LIMIT_ACT: dict[str, Any] = {"timeLimit": 1, "act": "meet", "on": "2026-04-20", "reason": "Verklaring ter griffie."}
CHANGED_TIME_LIMIT: dict[str, Any] = CHANGED | {"timeLimit": 1}
LIMITATION_ACT: dict[str, Any] = {
    "kind": "interruption",
    "on": "2022-01-10",
    "act": "investigation",
    "paper": "PV AN.60.L6.000123/2022",
    "offences": ["o1"],
}
ENTERED_LIMITATION_ACT: dict[str, Any] = CHANGED | {"seq": 7}
_TIME_LIMIT: dict[str, Any] = {
    "timeLimit": 1,
    "limit": "appeal",
    "title": "hoger beroep tegen een vonnis",
    "state": "running",
    "event": "pronouncement",
    "startsOn": "2026-04-03",
    "startsAt": None,
    "person": "s1",
    "offence": None,
    "service": None,
    "says": "lastDay",
    "dueOn": "2026-05-04",
    "dueAt": None,
    "alarmOn": "2026-05-04",
    "alarmAt": None,
    "overdue": False,
    "steps": [
        {"code": "starts", "said": {"event": "pronouncement", "day": "2026-04-03"}},
        {"code": "dayAfter", "said": {"day": "2026-04-04"}},
        {"code": "length", "said": {"count": 30, "unit": "day"}},
        {"code": "lastDay", "said": {"day": "2026-05-03"}},
        {"code": "closed", "said": {"day": "2026-05-03", "why": "sunday"}},
        {"code": "movesOn", "said": {"day": "2026-05-04"}},
    ],
    "sum": "Uitspraak op vrijdag 3 april 2026, de termijn begint de dag erna, zaterdag 4 april 2026, 30 dagen, "
    "laatste dag zondag 3 mei 2026, zondag 3 mei 2026 is geen werkdag, dus maandag 4 mei 2026.",
    "secondReadings": [],
    "citation": "Art. 203, § 1 en art. 174 Sv.",
    "source": "https://www.ejustice.just.fgov.be/eli/loi/1808/11/19/1808111901/justel",
    "confidence": "sure",
    "suspendedOn": None,
    "metOn": None,
    "reason": None,
    "lawDigest": "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
    "startedAt": AT,
    "startedBy": "user:17",
}
TIME_LIMITS: dict[str, Any] = {
    "items": [_TIME_LIMIT],
    "limitation": [
        {
            "offence": "o1",
            "persons": [],
            "provision": "HAV1",
            "state": "running",
            "whyOpen": [],
            "seisedOn": None,
            "seisedBy": None,
            "lastDay": "2034-06-09",
            "lastDayAtLatest": None,
            "suspendedSince": None,
            "oneIntentWith": [],
            "sum": "Feiten op maandag 10 juni 2024, die dag telt mee, 10 jaar, tot de dag voor de zoveelste, "
            "laatste dag vrijdag 9 juni 2034.",
            "secondReadings": [],
            "citation": "Art. 21 V.T.Sv., zoals vervangen bij de wet van 9 april 2024",
            "confidence": "sure",
        }
    ],
    "limitationActs": [
        {
            "seq": 7,
            "kind": "interruption",
            "on": "2022-01-10",
            "until": None,
            "act": "investigation",
            "ground": None,
            "paper": "PV AN.60.L6.000123/2022",
            "offences": ["o1"],
            "fromCase": None,
            "enteredAt": "2026-11-24T08:00:00Z",
            "enteredBy": "user:17",
            "struckBy": None,
            "struckReason": None,
        }
    ],
}
SOONEST_LIMITS: dict[str, Any] = {
    "items": [_TIME_LIMIT | {"caseNumber": NUMBER, "href": "/api/v1/cases/HAV-2026-000001/time-limits"}],
    "next": None,
}

"""Judgments, remedies and extracts."""

from typing import Any

from docket.api.examples.common import CHANGED

JUDGMENT_GIVEN: dict[str, Any] = {
    "court": "antwerpCorrectional",
    "pronouncedOn": "2026-11-23",
    "ecli": "ECLI:BE:REAANT:2026:JUD.20261123.1",
    "number": "2026/1234",
    "outcomes": [{"person": "s1", "offence": "o1", "outcome": "convicted"}],
    "parties": [{"person": "s1", "manner": "adversary"}],
    "penalties": [{"person": "s1", "kind": "imprisonment", "unit": "month", "length": 30, "deferred": "part"}],
    "confiscations": [{"person": "s1", "what": "bestelwagen"}],
    "portBans": [{"person": "s1", "length": 5, "unit": "year", "ports": "haven van Antwerpen", "motivated": True}],
}
CHANGED_JUDGMENT: dict[str, Any] = CHANGED | {"judgment": 4, "status": "judged", "itemsForgotten": ["cocaïne, 51 kg (g2)"]}
REMEDY_GIVEN: dict[str, Any] = {
    "judgment": 4,
    "remedy": "appeal",
    "role": "suspect",
    "person": "s1",
    "lodgedOn": "2026-11-24",
    "grievancesOn": "2026-11-24",
}
JUDGMENT_ACT: dict[str, Any] = {"act": "sendExtract", "row": 5, "on": "2026-11-24"}
JUDGMENTS: dict[str, Any] = {
    "items": [
        {
            "id": 4,
            "court": "antwerpCorrectional",
            "pronouncedOn": "2026-11-23",
            "ecli": "ECLI:BE:REAANT:2026:JUD.20261123.1",
            "number": "2026/1234",
            "remark": None,
            "corrects": None,
            "correctedBy": None,
            "reason": None,
            "registry": "antwerpCorrectional",
            "enteredAt": "2026-11-24T09:30:00Z",
            "enteredBy": "client:80",
            "parties": [
                {"role": "suspect", "person": "s1", "manner": "adversary"},
                {"role": "prosecution", "person": "", "manner": "adversary"},
            ],
            "outcomes": [
                {
                    "person": "s1",
                    "offence": "o1",
                    "stage": "firstInstance",
                    "outcome": "convicted",
                    "title": "veroordeeld",
                    "finalOn": None,
                    "established": False,
                    "stillOpen": ["termijn hoger beroep van verdachte 1 tot en met 23/12/2026"],
                    "byAttest": False,
                    "lateOpposition": None,
                }
            ],
            "penalties": [
                {
                    "person": "s1",
                    "kind": "imprisonment",
                    "unit": "month",
                    "length": 30,
                    "euroCents": None,
                    "deferred": "part",
                    "note": None,
                }
            ],
            "confiscations": [{"person": "s1", "what": "bestelwagen", "euroCents": None, "seizure": "g1"}],
            "portBans": [
                {
                    "id": 2,
                    "person": "s1",
                    "length": 5,
                    "unit": "year",
                    "ports": "haven van Antwerpen",
                    "motivated": True,
                    "custodyEnded": None,
                    "custodyEndedOn": None,
                    "state": "waitsForFinal",
                    "effectOn": None,
                    "runsFrom": None,
                    "lastDay": None,
                    "sum": "Nog niet in kracht van gewijsde.",
                    "citations": ["Art. 4, § 4 Drugwet"],
                    "confidence": "sure",
                    "warnings": [],
                }
            ],
            "clocks": [
                {
                    "id": 7,
                    "role": "suspect",
                    "person": "s1",
                    "about": "",
                    "remedy": "appeal",
                    "limit": "appeal",
                    "timeLimit": 12,
                    "dueOn": "2026-12-23",
                    "waivedOn": None,
                }
            ],
            "remedies": [],
            "extracts": [
                {
                    "id": 5,
                    "kind": "prosecutorGeneral",
                    "person": None,
                    "after": "pronouncement",
                    "state": "toSend",
                    "dueOn": "2026-12-08",
                    "sentOn": None,
                    "closedBy": None,
                }
            ],
        }
    ]
}
EXTRACTS: dict[str, Any] = {
    "count": 1,
    "items": [
        {
            "href": "/api/v1/cases/HAV-2026-000001/judgments",
            "id": 5,
            "caseNumber": "HAV-2026-000001",
            "kind": "prosecutorGeneral",
            "person": None,
            "court": "antwerpCorrectional",
            "pronouncedOn": "2026-11-23",
            "dueOn": "2026-12-08",
            "finalOn": None,
        }
    ],
}

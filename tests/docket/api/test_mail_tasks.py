"""What came back by mail is read and closed through the API, and a mail tells its history."""

import msgspec

from docket.actions.mails.receive_mail import receive_mail
from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.worker.queue import drain
from tests.builders import a_case
from tests.docket.api.conftest import Caller
from tests.docket.mail.test_incoming import DSN, OURS

A = "rechercheur@politie.example.org"


async def test_a_bounce_is_a_task_that_one_closes_once_and_the_history_of_its_mail(
    caller: Caller, deps: Deps, sender: MemorySender
) -> None:
    mailing = msgspec.structs.replace(deps, settings=msgspec.structs.replace(deps.settings, smtp_url="smtp://mail.example.org"))
    number = (await a_case(mailing, origin={"service": "police", "investigatorEmails": [A]})).case_number
    await drain(mailing, sender)
    [sent] = sender.sent
    await receive_mail(DSN.format(kind="message/rfc822").replace(OURS, sent.message_id).encode(), mailing)
    client, stranger = await caller("officeClient"), await caller("officeClient", office="brussels")

    tasks = (await client.get("/mail-tasks")).json()
    [task] = tasks["items"]
    assert (tasks["count"], task["kind"], task["caseNumber"], task["recipient"], task["status"]) == (1, "bounce", number, A, "5.1.1")
    assert (await stranger.get("/mail-tasks")).json() == {"count": 0, "items": []}
    where = f"/mail-tasks/{task['id']}/closures"
    assert (await stranger.post(where, json={"reason": "r"})).status_code == 404
    assert (await client.post(where, json={"reason": "adres verbeterd"})).status_code == 200
    assert (await client.post(where, json={"reason": "nog eens"})).status_code == 409

    [mail] = (await client.get(f"/cases/{number}/deliveries")).json()["items"]
    assert mail["state"] == "failed"
    events = (await client.get(f"/cases/{number}/deliveries/{mail['id']}/events")).json()["items"]
    assert [event["what"] for event in events] == ["attempt", "sent", "bounced"]
    assert (await client.get(f"/cases/{number}/deliveries/999999/events")).status_code == 404

"""The pages about mails that came back and about the mails of a day, as a browser without scripts uses them."""

from datetime import UTC, datetime

import msgspec

from docket.actions.mails.receive_mail import receive_mail
from docket.actions.mails.write_lists import write_lists
from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.worker.queue import drain
from tests.builders import a_case
from tests.docket.mail.test_incoming import DSN, OURS
from tests.docket.web.conftest import Enter

A = "rechercheur@politie.example.org"


async def test_a_clerk_reads_what_came_back_says_what_he_did_and_compares_a_day_with_its_lists(
    enter: Enter, deps: Deps, sender: MemorySender
) -> None:
    mailing = msgspec.structs.replace(deps, settings=msgspec.structs.replace(deps.settings, smtp_url="smtp://mail.example.org"))
    number = (await a_case(mailing, origin={"service": "police", "investigatorEmails": [A]})).case_number
    await drain(mailing, sender)
    clerk = await enter("clerk")
    await clerk.open("/mails/dag?dag=24/11/2026")
    assert A in clerk.text and "nog niet gemaakt" in clerk.text
    morning = msgspec.structs.replace(mailing, clock=type(deps.clock)(datetime(2026, 11, 25, 6, tzinfo=UTC)))
    assert await write_lists(morning) == 1
    await clerk.open("/mails/dag?dag=24/11/2026")
    assert "Klopt: 1" in clerk.text and "nog niet gemaakt" not in clerk.text

    await receive_mail(DSN.format(kind="message/rfc822").replace(OURS, sender.sent[0].message_id).encode(), mailing)
    await clerk.open("/mails/taken")
    assert "Een mail kwam niet aan" in clerk.text and "5.1.1" in clerk.text and number in clerk.text
    task = await deps.pool.fetchval("select id from mail_tasks")
    await clerk.fill({"_taak": task, f"_gedaan_{task}": " "})
    assert "Zeg wat u gedaan hebt; het blijft bewaard." in clerk.text
    await clerk.fill({"_taak": task, f"_gedaan_{task}": "gebeld"})
    assert "De taak is afgehandeld." in clerk.text and "Er kwam niets terug" in clerk.text
    delivery = await deps.pool.fetchval("select min(id) from deliveries")
    await clerk.open(f"/mails/{number}/{delivery}")
    assert "aanvaard door de mailserver" in clerk.text and "niet aangekomen" in clerk.text

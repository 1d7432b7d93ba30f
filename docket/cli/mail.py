"""The command `mail`: what a mailbox hands over."""

import sys

import click

from docket.actions.mails.receive_mail import Received, receive_mail
from docket.cli.opening import with_register
from docket.deps import Deps
from docket.mail.incoming import LARGEST_BYTES


@click.group(short_help="Take in what came back to the sender of the mails.")
def mail() -> None:
    """Take in what came back to the sender of the mails (DOCKET_MAIL_SENDER, DOCKET_MAIL_BOUNCE_ADDRESS)."""


@mail.command(short_help="Take in one message from standard input.")
def receive() -> None:
    """
    Take in one message (RFC 5322) from standard input, as the hook of a mailbox hands it over.

    What did not arrive, an automatic answer from outside DOCKET_MAIL_DOMAINS and an answer of a person become a task for a clerk
    (/mails/taken); a delay and an automatic answer from inside stand in the history of the mail. The content is not kept. The same
    message twice is one task. Exit code 1 when it could not be taken in: the mailbox then keeps it and tries again.

    \b
    Example (Postfix, in /etc/aliases):
      griffie: "|/opt/docket/.venv/bin/docket mail receive"
    """
    raw = sys.stdin.buffer.read(LARGEST_BYTES + 1)

    async def take_in(deps: Deps) -> Received:
        return await receive_mail(raw, deps)

    done = with_register(take_in)
    click.echo(f"{done.kind}: {done.outcome}{'' if done.matched else ', about no mail of ours'}")

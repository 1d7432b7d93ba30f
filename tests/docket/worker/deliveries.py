"""Deliveries as an action writes them."""

import itertools
from datetime import UTC, datetime

_numbers = itertools.count(1)


async def write_delivery(pool, *, state: str = "queued", attempts: int = 0, recipient: str = "rechercheur@politie.example.org") -> int:
    return await pool.fetchval(
        """insert into deliveries (mail, recipient, recipient_key, state, subject, body_text, body_html, message_id, written_at, attempts)
        values ('case_status', $1, lower($1), $2,
            'Dossier HAV-2026-000001: geregistreerd', 'tekst', '<p>tekst</p>', $3, $4, $5) returning id""",
        recipient,
        state,
        f"<{next(_numbers)}@havendossier.example.org>",
        datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
        attempts,
    )


async def row_of(pool, number: int):
    return await pool.fetchrow("select * from deliveries where id = $1", number)

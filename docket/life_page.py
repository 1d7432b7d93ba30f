"""
Draws docs/life.svg and writes docs/life.md from docket/transitions.py: `python -m docket.life_page`.

The places of the statuses are given by hand, so that the picture reads from left to right as a case goes; the lines follow from the table.
"""

import sys
from collections.abc import Mapping
from html import escape
from itertools import groupby
from pathlib import Path

from docket.titles import CONFIDENCES
from docket.transitions import ACTS_OF_THEIR_OWN, EVENTS, GUARDS, STATUSES, TITLES, TRANSITIONS, Transition

DOCS = Path(__file__).resolve().parent.parent / "docs"
#: Column and row of each status.
_PLACES: Mapping[str, tuple[int, int]] = {
    "registered": (0, 2),
    "duplicate": (0, 3),
    "dismissed": (0, 1),
    "investigation": (1, 2),
    "transferred": (1, 1),
    "settlement": (1, 3),
    "miniInstruction": (2, 1),
    "judicialInquiry": (2, 2),
    "guiltyPlea": (2, 4),
    "settlementOfProcedure": (3, 2),
    "nonProsecution": (3, 1),
    "internment": (3, 3),
    "trialCourt": (4, 2),
    "assizes": (4, 0),
    "judged": (5, 2),
    "opposition": (5, 3),
    "appeal": (5, 1),
    "cassation": (5, 0),
    "final": (6, 1),
    "closed": (6, 2),
}
_WIDTH, _HEIGHT, _GAP_X, _GAP_Y, _EDGE = 156, 54, 62, 62, 24
#: Said beside the picture instead of drawn from every box.
_EVERYWHERE = ("extinguished", "join", "undoJoinder")
_LINE = 20


def corner(status: str) -> tuple[int, int]:
    column, row = _PLACES[status]
    return _EDGE + column * (_WIDTH + _GAP_X), _EDGE + row * (_HEIGHT + _GAP_Y)


def drawn() -> list[tuple[str, str]]:
    """Each pair of statuses with a line between them, once."""
    pairs = [(row.start, row.end) for row in TRANSITIONS if row.end is not None and row.event not in _EVERYWHERE]
    return list(dict.fromkeys(pairs))


def _ends(start: str, end: str) -> tuple[tuple[int, int], tuple[int, int], bool]:
    """Where a line leaves and arrives, and whether it runs sideways; there and back do not lie on each other."""
    (x1, y1), (x2, y2) = corner(start), corner(end)
    shift = 9 if (end, start) in drawn() and _PLACES[start] > _PLACES[end] else -9 if (end, start) in drawn() else 0
    middle_x, middle_y = _WIDTH // 2 + shift, _HEIGHT // 2 + shift
    if x1 == x2:
        down = y2 > y1
        return (x1 + middle_x, y1 + (_HEIGHT if down else 0)), (x2 + middle_x, y2 + (0 if down else _HEIGHT)), False
    right = x2 > x1
    return (x1 + (_WIDTH if right else 0), y1 + middle_y), (x2 + (0 if right else _WIDTH), y2 + middle_y), True


def _path(start: str, end: str) -> str:
    (x1, y1), (x2, y2), sideways = _ends(start, end)
    (column1, row1), (column2, row2) = _PLACES[start], _PLACES[end]
    far = abs(column2 - column1) > 1 and row1 == row2
    tall = abs(row2 - row1) > 1 and column1 == column2
    if far:
        # Over the boxes between: out at the top, and in at the top.
        (left, top), (there, _) = corner(start), corner(end)
        return f"M{left + _WIDTH - 22} {top} C{left + _WIDTH - 6} {top - 46}, {there + 6} {top - 46}, {there + 22} {top}"
    if tall:
        aside = 46
        (left, top), (_, below) = corner(start), corner(end)
        return (
            f"M{left + _WIDTH} {top + 16} C{left + _WIDTH + aside} {top + 16}, "
            f"{left + _WIDTH + aside} {below + 38}, {left + _WIDTH} {below + 38}"
        )
    half = (x2 - x1) // 2
    return f"M{x1} {y1} C{x1 + half} {y1}, {x2 - half} {y2}, {x2} {y2}" if sideways else f"M{x1} {y1} L{x2} {y2}"


def _words(title: str) -> list[str]:
    """A title in lines that fit its box."""
    lines: list[str] = [""]
    for word in title.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def svg() -> str:
    columns, rows = (max(place[axis] for place in _PLACES.values()) + 1 for axis in (0, 1))
    width = 2 * _EDGE + columns * _WIDTH + (columns - 1) * _GAP_X
    height = 2 * _EDGE + rows * _HEIGHT + (rows - 1) * _GAP_Y + 34
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="t d" '
        'font-family="Liberation Sans, Arial, sans-serif" font-size="13">',
        '<title id="t">Levensloop van een dossier</title>',
        f'<desc id="d">{len(_PLACES)} standen en {len(drawn())} overgangen, opgesomd in life.md.</desc>',
        '<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="#33475b"/></marker></defs>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    parts += [
        f'<path d="{_path(start, end)}" fill="none" stroke="#33475b" stroke-width="1.4" marker-end="url(#a)"/>' for start, end in drawn()
    ]
    for row in STATUSES:
        if row.code not in _PLACES:
            continue
        x, y = corner(row.code)
        lines = [f"{row.number} {row.title_nl}".strip()]
        lines = _words(lines[0])
        parts.append(f'<rect x="{x}" y="{y}" width="{_WIDTH}" height="{_HEIGHT}" rx="6" fill="#eef3f8" stroke="#33475b"/>')
        first = y + _HEIGHT // 2 + 5 - (len(lines) - 1) * 8
        parts += [
            f'<text x="{x + _WIDTH // 2}" y="{first + at * 16}" text-anchor="middle" fill="#14202c">{escape(line)}</text>'
            for at, line in enumerate(lines)
        ]
    note = (
        "Niet getekend: verval van de strafvordering (vanuit elke stand naar S17), "
        "en voeging en haar ongedaanmaking (vanuit elke stand behalve S16 en S17)."
    )
    parts.append(f'<text x="{_EDGE}" y="{height - 16}" fill="#14202c">{escape(note)}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _line(row: Transition) -> str:
    guards = "; ".join(GUARDS[name].title_nl for name in row.guards) or "alleen de stand"
    who = "magistraat" if row.who == "prosecutor" else "medewerker of magistraat"
    source = f"{row.article} ({CONFIDENCES[row.confidence]})" if row.article else f"geen artikel gelezen ({CONFIDENCES[row.confidence]})"
    source += f"; {row.remark}" if row.remark else ""
    verb = ACTS_OF_THEIR_OWN[row.verb].title_nl if row.verb in ACTS_OF_THEIR_OWN else "stand inschrijven"
    end = TITLES[row.end] if row.end is not None else "waar iedereen stond"
    return f"| {EVENTS[row.event]} (`{row.event}`) | {end} | {who} | {guards} | {row.document or '-'} | {source} | {verb} |"


def _acts() -> str:
    rows = "\n".join(
        f"| {act.title_nl} | `/dossiers/{{nr}}/{act.page}` | `POST /cases/{{caseNumber}}/{act.api}` |" for act in ACTS_OF_THEIR_OWN.values()
    )
    return f"| Handeling | Bladzijde | API |\n|---|---|---|\n{rows}"


def page() -> str:
    acts = _acts()
    statuses = "\n".join(f"| {row.number or '-'} | `{row.code}` | {row.title_nl} |" for row in STATUSES)
    parts = []
    for start, rows in groupby(
        sorted(TRANSITIONS, key=lambda row: [one.code for one in STATUSES].index(row.start)), key=lambda row: row.start
    ):
        listed = "\n".join(_line(row) for row in rows)
        parts.append(
            f"### Vanuit: {TITLES[start]}\n\n| Gebeurtenis | Naar | Wie | Wat eraan voorafgaat | Document | Bron | Handeling |\n"
            f"|---|---|---|---|---|---|---|\n{listed}\n"
        )
    catalogue = "\n".join(parts)
    return f"""# De levensloop van een dossier

Geschreven door `python -m docket.life_page` uit de tabel in `docket/transitions.py`; verbeter de tabel, niet dit blad.
`docket life` drukt dezelfde tabel af.

![Levensloop van een dossier](life.svg)

## Standen

Van wat geëindigd is naar wat nog loopt. Elke verdachte staat voor elk feit ergens; het dossier staat waar de laatste van hen in
deze volgorde staat. Zo staat niemand ooit verder dan zijn dossier, en is een dossier pas definitief of afgesloten als iedereen dat is.

| Nr. | Code | Stand |
|---|---|---|
{statuses}

## Overgangen

Wat hier niet staat, weigert het register met de reden en met wat wel kan. Een ontbrekend notitienummer of een ontbrekende
gemeente is een waarschuwing en houdt niets tegen. Elke gebeurtenis heeft een reden of een stuk dat ze bewijst.

De kolom Handeling zegt waardoor een gebeurtenis in het register komt. Alleen bij "stand inschrijven" is ze zelf wat ingeschreven wordt.
De andere handelingen schrijven meer dan de stand (het vonnis, het rechtsmiddel, het uittreksel, de overdracht, de voeging), en zonder
die handeling wordt de gebeurtenis geweigerd, met waar ze in te schrijven is. Twee uitzonderingen, waar niets meer te schrijven valt:
wie bij een spoor komt dat al voor zijn rechtbank staat, en een uittreksel waar het register geen vonnis heeft (internering).

{acts}

{catalogue}
## Wat altijd waar is

1. Geen verdachte staat voor een feit verder dan het dossier (`docket verify` leidt het opnieuw af).
2. Wie aangehouden is, heeft een lopende termijn of een titel: te toetsen door de termijnen.
3. Een dossier dat aangeboden is, blijft van het parket dat het aanbiedt tot het andere aanvaardt (`docket verify` gaat het na).
4. De verjaring loopt voort tot de zaak voor de rechtbank komt.
5. Een overdracht stopt geen enkele termijn.

Splitsen en voegen kan vanuit elke stand behalve kracht van gewijsde en afgesloten: verdachten en feiten nemen hun stand mee, en beide
dossiers houden hun eigen registerlijnen. Wie berecht is, blijft voor dat feit met zijn vonnis, termijnen, rechtsmiddelen en uittreksels
waar hij is: alleen wat nog samen te berechten is, wordt gevoegd of gaat mee (art. 226-227 Sv.).
"""


def files() -> dict[Path, str]:
    """What is generated."""
    return {DOCS / "life.md": page(), DOCS / "life.svg": svg()}


def main() -> int:
    for file, text in files().items():
        file.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The places of the law as a picture: outlines of the port areas with their uncertainty, docks with theirs, and the same in tables."""

import math
from collections.abc import Iterable
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get

from docket import report_words
from docket.clock import court_day
from docket.web import words
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.visit import FOR_SIGNED_IN, visit_of
from routing import Law, PlaceRow

METRES_PER_DEGREE = 111_200
#: One unit of a picture.
METRES_PER_UNIT = 25
MARGIN_M = 1200
#: Of a number, in units of the picture.
LABEL_WIDTH = 20
LABEL_HEIGHT = 11
#: Where a row does not say how far its point may be off.
TOLERANCE_M = 1000
DOTS = ("dock", "lock", "terminal")
KINDS = {"dock": "dok", "lock": "sluis", "terminal": "terminal of firma"}


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """An outline as it is drawn."""

    area: str
    title: str
    #: Of an SVG polygon.
    points: str
    #: The width of the band within which nothing is decided.
    band: float
    uncertainty_m: int
    #: What the outline rests on, in words.
    basis: str
    confidence: str


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    number: int
    name: str
    kind: str
    area: str
    x: float
    y: float
    #: How far off it may be, as drawn.
    radius: float
    quays: str
    latitude: float
    longitude: float
    tolerance_m: int
    confidence: str
    source: str


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """One port."""

    port: str
    title: str
    width: int
    height: int
    shapes: tuple[Shape, ...]
    dots: tuple[Dot, ...]
    #: One kilometre, as drawn.
    kilometre: float = 1000 / METRES_PER_UNIT

    @property
    def labels(self) -> tuple[tuple[float, float, str], ...]:
        """Where a number stands; numbers that would cover each other stand together."""
        found: list[tuple[float, float, list[str]]] = []
        for dot in self.dots:
            near = next((one for one in found if abs(one[0] - dot.x) < LABEL_WIDTH and abs(one[1] - dot.y) < LABEL_HEIGHT), None)
            if near:
                found[found.index(near)] = (max(near[0], dot.x), near[1], [*near[2], str(dot.number)])
            else:
                found.append((dot.x, dot.y, [str(dot.number)]))
        return tuple((x, y, ", ".join(numbers)) for x, y, numbers in found)


class River(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    between: tuple[str, ...]
    citation: str
    confidence: str


class LawAreasPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "law_areas.html"
    path: ClassVar[str] = "/recht"

    pictures: tuple[Picture, ...]
    rivers: tuple[River, ...]

    @property
    def title(self) -> str:
        return "Kaart van de havengebieden"


@get("/recht/gebieden", opt=FOR_SIGNED_IN)
async def show_areas(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    law, today = deps.law.law, court_day(deps.clock.now())
    gazetteer = law.on(today).gazetteer
    standing = [place for place in law.places if place.covers(today) and place.kind in DOTS]
    ports = dict.fromkeys(law.areas[outline.area].port for outline in gazetteer.outlines)
    rivers = tuple(
        River(
            title=law.title(fairway.id) or fairway.id,
            between=tuple(
                _side(law, side) for side in (*(law.divisions[code].arrondissement for code in fairway.between), fairway.beyond) if side
            ),
            citation=fairway.citation.citation,
            confidence=words.title(words.CONFIDENCES, fairway.citation.confidence),
        )
        for fairway in gazetteer.fairways
    )
    pictures = tuple(_picture(port, law, [place for place in standing if place.port == port], today) for port in ports)
    return render(visit_of(request), LawAreasPage(pictures=pictures, rivers=rivers))


def _side(law: Law, side: str) -> str:
    return law.arrondissement(side) or report_words.country(side) or side


class Frame:
    """From degrees to units of the picture, north above."""

    def __init__(self, points: Iterable[tuple[float, float]]) -> None:
        longitudes, latitudes = zip(*points, strict=True)
        self.north = max(latitudes)
        self.west = min(longitudes)
        self.east_m = METRES_PER_DEGREE * math.cos(math.radians((self.north + min(latitudes)) / 2))
        self.width = _units((max(longitudes) - self.west) * self.east_m + 2 * MARGIN_M)
        self.height = _units((self.north - min(latitudes)) * METRES_PER_DEGREE + 2 * MARGIN_M)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        return (
            _units((longitude - self.west) * self.east_m + MARGIN_M),
            _units((self.north - latitude) * METRES_PER_DEGREE + MARGIN_M),
        )


def _units(metres: float) -> float:
    return round(metres / METRES_PER_UNIT, 1)


def _picture(port: str, law: Law, places: list[PlaceRow], today: Any) -> Picture:
    outlines = [outline for outline in law.on(today).gazetteer.outlines if law.areas[outline.area].port == port]
    frame = Frame(point for outline in outlines for point in outline.points)
    shapes = tuple(
        Shape(
            area=outline.area,
            title=words.title(words.of_law(law).areas, outline.area),
            points=" ".join("{},{}".format(*frame.at(*point)) for point in outline.points),
            band=_units(2 * outline.uncertainty_m),
            uncertainty_m=outline.uncertainty_m,
            basis=outline.citation.citation,
            confidence=words.title(words.CONFIDENCES, outline.citation.confidence),
        )
        for outline in outlines
    )
    title = words.title(words.PORTS, port)
    return Picture(
        port=port,
        title=title,
        width=math.ceil(frame.width),
        height=math.ceil(frame.height),
        shapes=shapes,
        dots=tuple(_dots(frame, places, words.of_law(law))),
    )


def _dots(frame: Frame, places: list[PlaceRow], titles: words.LawTitles) -> Iterable[Dot]:
    number = 0
    for place in places:
        if place.latitude is None or place.longitude is None:
            continue
        number += 1
        x, y = frame.at(place.longitude, place.latitude)
        tolerance = place.tolerance_m or TOLERANCE_M
        yield Dot(
            number=number,
            name=place.name,
            kind=KINDS[place.kind],
            area=words.title(titles.areas, place.area) or "geen",
            x=x,
            y=y,
            radius=_units(tolerance),
            quays=f"{place.quay_from} tot {place.quay_to}" if place.quay_from is not None else "",
            latitude=place.latitude,
            longitude=place.longitude,
            tolerance_m=tolerance,
            confidence=words.title(words.CONFIDENCES, place.confidence),
            source=place.source,
        )


EXAMPLES = (
    LawAreasPage(
        pictures=(
            Picture(
                port="antwerp",
                title="Haven van Antwerpen",
                width=120,
                height=100,
                shapes=(
                    Shape(
                        area="waasland",
                        title="Waaslandhaven",
                        points="10,10 90,20 60,80",
                        band=16,
                        uncertainty_m=400,
                        basis="Omtrek van het register rond de dokken",
                        confidence="niet nagegaan",
                    ),
                ),
                dots=(
                    Dot(
                        number=1,
                        name="Deurganckdok",
                        kind="dok",
                        area="Waaslandhaven",
                        x=50,
                        y=40,
                        radius=20,
                        quays="1600 tot 1760",
                        latitude=51.293,
                        longitude=4.26,
                        tolerance_m=500,
                        confidence="zeker",
                        source="https://example.org/",
                    ),
                ),
            ),
        ),
        rivers=(
            River(
                title="de Schelde",
                between=("arrondissement Antwerpen", "arrondissement Oost-Vlaanderen", "Nederland"),
                citation="De vaargeul",
                confidence="waarschijnlijk",
            ),
        ),
    ),
)

"""Our stylesheet, script and pictures, served from memory under an address that changes with their content."""

import hashlib
from pathlib import Path

from litestar import Response, get
from litestar.params import FromPath

from docket.errors import NotFound
from docket.web.visit import OPEN_TO_ALL

_MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
FILES: dict[str, bytes] = {
    path.name: path.read_bytes() for path in sorted((Path(__file__).parent / "static").iterdir()) if path.suffix in _MEDIA_TYPES
}
VERSION = hashlib.sha256(b"".join(FILES.values())).hexdigest()[:12]


def address(name: str) -> str:
    if name not in FILES:
        raise LookupError(f"docket/web/static has no file {name}")
    return f"/static/{VERSION}/{name}"


@get("/static/{version:str}/{name:str}", opt=OPEN_TO_ALL)
async def static_file(version: FromPath[str], name: FromPath[str]) -> Response[bytes]:
    if name not in FILES:
        raise NotFound
    kept = "public, max-age=31536000, immutable" if version == VERSION else "no-cache"
    return Response(FILES[name], media_type=_MEDIA_TYPES[Path(name).suffix], headers={"cache-control": kept})

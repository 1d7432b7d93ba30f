"""The OpenAPI document and the page that shows it, with Swagger UI out of its wheel: nothing comes from outside."""

import asyncio
from pathlib import Path
from typing import Any

import msgspec
import swagger_ui
from litestar import MediaType, Request, Response, get
from litestar.params import FromPath
from litestar.response import File

from docket.api import openapi
from docket.api.answers import JSON, content_tag
from docket.api.operations import PREFIX
from docket.errors import NotFound

PAGE = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Havendossier: API</title>
<link rel="icon" href="{PREFIX}/doc/favicon-32x32.png">
<link rel="stylesheet" href="{PREFIX}/doc/swagger-ui.css">
<script src="{PREFIX}/doc/swagger-ui-bundle.js" defer></script>
<script src="{PREFIX}/doc/start.js" defer></script>
</head>
<body>
<main id="api"></main>
<noscript>The document itself: <a href="{PREFIX}/doc/openapi.json">openapi.json</a>.</noscript>
</body>
</html>
"""
START = f"""window.addEventListener("load", () => {{
  SwaggerUIBundle({{
    url: "{PREFIX}/doc/openapi.json",
    dom_id: "#api",
    deepLinking: true,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis],
  }});
}});
"""
#: Swagger UI draws its icons from data: addresses and sets styles on elements; this holds for its page only.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
)
FILES = frozenset({"swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"})
_FOLDER = Path(swagger_ui.__file__).parent / "static"


@get("/doc/openapi.json", opt={"open": "the description of the API holds no data"})
async def openapi_json(request: Request[Any, Any, Any]) -> Response[bytes]:
    state = request.app.state
    if "openapi" not in state:
        # It takes a third of a second, once.
        state["openapi"] = await asyncio.to_thread(lambda: msgspec.json.encode(openapi.document(request.app.routes)))
    return Response(state["openapi"], media_type=JSON, headers={"ETag": content_tag(state["openapi"])})


@get("/doc", media_type=MediaType.HTML, opt={"open": "the description of the API holds no data"})
async def page() -> Response[str]:
    return Response(PAGE, headers={"Content-Security-Policy": CONTENT_SECURITY_POLICY})


@get("/doc/start.js", opt={"open": "a script without data"})
async def start_script() -> Response[str]:
    return Response(START, media_type="text/javascript", headers={"ETag": content_tag(START.encode())})


@get("/doc/{name:str}", opt={"open": "files of Swagger UI"})
async def file(name: FromPath[str]) -> File:
    if name not in FILES:
        raise NotFound
    return File(_FOLDER / name, filename=name, content_disposition_type="inline")

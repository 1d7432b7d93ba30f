"""One family of errors: each has a code, a status and a title; the docstring is the default message in Dutch."""

import msgspec


class Issue(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One fault in what was handed in: what, where (JSON pointer or parameter name) and what to do."""

    #: factMissing, schemaViolation, unknownInput, invalidInput, outOfRange, referencedResourceNotFound, payloadTooLarge
    type: str
    #: body, path, query or header.
    place: str = msgspec.field(default="body", name="in")
    #: JSON pointer within the body, or the name of the parameter.
    name: str = ""
    detail: str
    value: object = None


class DocketError(Exception):
    """Er ging iets mis in het register."""

    status = 500
    code = "internalServerError"
    title = "Internal Server Error"

    def __init__(self, detail: str | None = None, *, issues: tuple[Issue, ...] = ()) -> None:
        self.detail = detail or type(self).__doc__ or ""
        self.issues = issues
        super().__init__(self.detail)

    def lines(self) -> tuple[str, ...]:
        """Each issue with its place as a line of text; the detail where there are none."""
        return tuple(f"{issue.name}: {issue.detail}".removeprefix(": ") for issue in self.issues) or (self.detail,)


class BadInput(DocketError):
    """De ingediende gegevens bevatten fouten; verbeter elk genoemd veld en dien opnieuw in."""

    status = 400
    code = "badRequest"
    title = "Bad Request"


class NotSignedIn(DocketError):
    """Meld u aan, of zend een geldige API-sleutel mee in de Authorization-header."""

    status = 401
    code = "noAccessToken"
    title = "No Access Token"


class InvalidKey(DocketError):
    """De API-sleutel is niet geldig, ingetrokken of verlopen; vraag de beheerder om een nieuwe."""

    status = 401
    code = "invalidAccessToken"
    title = "Invalid Access Token"


class MissingScope(DocketError):
    """Uw functie of API-sleutel heeft niet het recht dat deze bewerking vraagt; vraag het aan de beheerder."""

    status = 403
    code = "missingScope"
    title = "Missing Scope"


class NotFound(DocketError):
    """Er is niets gevonden onder dit nummer; controleer het nummer."""

    status = 404
    code = "resourceNotFound"
    title = "Resource Not Found"


class MethodNotAllowed(DocketError):
    """Dit adres kent deze methode niet; de header Allow noemt de methodes die het kent."""

    status = 405
    code = "methodNotAllowed"
    title = "Method Not Allowed"

    def __init__(self, allow: str = "") -> None:
        super().__init__()
        self.allow = allow


class StateForbids(DocketError):
    """De toestand van het dossier laat deze handeling niet toe."""

    status = 409
    code = "stateForbids"
    title = "State Forbids"


class FactsMissing(StateForbids):
    """Dit document kan nog niet gemaakt worden: vul eerst de genoemde gegevens aan."""

    code = "factsMissing"
    title = "Facts Missing"


class DocumentOutdated(StateForbids):
    """Het register zegt nu iets anders dan dit stuk; maak het opnieuw."""

    code = "documentOutdated"
    title = "Document Outdated"


class Stale(DocketError):
    """Het dossier is intussen gewijzigd; bekijk wat er veranderde en dien opnieuw in."""

    status = 412
    code = "staleVersion"
    title = "Stale Version"


class PayloadTooLarge(DocketError):
    """De inzending is groter dan 2 MiB; splits ze of kort ze in."""

    status = 413
    code = "payloadTooLarge"
    title = "Payload Too Large"


class ActDone(DocketError):
    """Deze handeling is met deze Idempotency-Key al ingeschreven; lees het dossier opnieuw en zend ze niet nog eens."""

    status = 409
    code = "actDone"
    title = "Act Done Before"


class RangeNotSatisfiable(DocketError):
    """Het gevraagde stuk ligt voorbij het einde van het bestand; Content-Range zegt hoe groot het is."""

    status = 416
    code = "rangeNotSatisfiable"
    title = "Range Not Satisfiable"

    def __init__(self, size: int = 0) -> None:
        super().__init__()
        #: In bytes.
        self.size = size


class KeyReused(DocketError):
    """Deze sleutel (Idempotency-Key of externalId) hoort al bij een inzending met een andere inhoud."""

    status = 422
    code = "idempotencyKeyReused"
    title = "Idempotency Key Reused"


class PreconditionRequired(DocketError):
    """Zend de versie mee die u gezien hebt (If-Match), zodat niemand het werk van een ander overschrijft."""

    status = 428
    code = "preconditionRequired"
    title = "Precondition Required"


class TooManyAttempts(DocketError):
    """Te veel mislukte pogingen om aan te melden; wacht een kwartier en probeer opnieuw."""

    status = 429
    code = "tooManyRequests"
    title = "Too Many Requests"


class ServiceUnavailable(DocketError):
    """De databank antwoordt niet; probeer het over enkele seconden opnieuw."""

    status = 503
    code = "serviceUnavailable"
    title = "Service Unavailable"

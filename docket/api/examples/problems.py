"""Every answer that is a problem."""

from typing import Any

#: Status code of a problem to an example of it.
PROBLEMS: dict[int, dict[str, Any]] = {
    400: {
        "type": "urn:problem-type:belgif:badRequest",
        "title": "Bad Request",
        "status": 400,
        "detail": "De ingediende gegevens bevatten fouten; verbeter elk genoemd veld en dien opnieuw in.",
        "issues": [
            {
                "type": "urn:problem-type:belgif:input-validation:referencedResourceNotFound",
                "in": "body",
                "name": "/offences/0/place",
                "detail": "Er is geen plaats met dit id in de inzending; voeg de plaats toe of verbeter het id.",
                "value": "p9",
            }
        ],
    },
    404: {
        "type": "urn:problem-type:belgif:resourceNotFound",
        "title": "Resource Not Found",
        "status": 404,
        "detail": "Er is niets gevonden onder dit nummer; controleer het nummer.",
    },
    428: {
        "type": "urn:problem-type:havendossier:preconditionRequired",
        "title": "Precondition Required",
        "status": 428,
        "detail": "Zend de versie mee die u gezien hebt (If-Match), zodat niemand het werk van een ander overschrijft.",
    },
}

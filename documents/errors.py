"""Why a document was not made: each error names the document, the paragraph and the field, in Dutch."""


class DocumentError(Exception):
    """Het document kan niet worden gemaakt."""


class MissingFact(DocumentError):
    """Een gegeven dat het document nodig heeft, is niet gekend."""


class ForbiddenCharacter(DocumentError):
    """Een tekst bevat een stuurteken dat niet in een document kan staan."""


class TemplateFault(DocumentError):
    """Het sjabloon zelf is fout en moet worden verbeterd."""

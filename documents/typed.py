"""The types of what the maker of a document types: a limit stands on the type itself, the words of the form beside it."""

from typing import Annotated

from msgspec import Meta

#: One line of the form.
Short = Annotated[str, Meta(max_length=200)]
#: A few lines.
Line = Annotated[str, Meta(max_length=400)]
Text = Annotated[str, Meta(max_length=4000)]
#: Of a person, an item or an offence of the file: s1, g2.
RowId = Annotated[str, Meta(max_length=60)]
Number = Annotated[int, Meta(ge=1)]

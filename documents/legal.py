"""What a document says of the law it rests on: filled from the law data of the day on which it is made."""

import msgspec


class Law(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Of a letter to a suspect, a defendant or an injured person, which does not tell how sure the register is of the article."""

    #: `Art. 23 Sv.`
    citation: str


class InternalLaw(Law, frozen=True, kw_only=True, rename="camel"):
    """Of what offices, registries and courts read."""

    #: `zeker`, `waarschijnlijk`, `niet nagegaan`
    confidence: str


class SayingLaw(Law, frozen=True, kw_only=True, rename="camel"):
    """Of a letter that has to tell what the law says."""

    texts: tuple[str, ...]


class InternalSayingLaw(InternalLaw, frozen=True, kw_only=True, rename="camel"):
    texts: tuple[str, ...]


class SecretLaw(InternalLaw, frozen=True, kw_only=True, rename="camel"):
    """Of what falls under the secrecy of the investigation; the other fields are articles of the law data, by their id."""

    secrecy: str


class SecretSayingLaw(SecretLaw, frozen=True, kw_only=True, rename="camel"):
    texts: tuple[str, ...]


class NoteLaw(SecretLaw, frozen=True, kw_only=True, rename="camel"):
    equal_grounds: str


class DismissalLaw(SecretLaw, frozen=True, kw_only=True, rename="camel"):
    injured_person: str
    texts: tuple[str, ...]


class DismissalNoticeLaw(SayingLaw, frozen=True, kw_only=True, rename="camel"):
    injured_person: str


class SummonsLaw(SayingLaw, frozen=True, kw_only=True, rename="camel"):
    confiscation: str


class ChargingLaw(InternalLaw, frozen=True, kw_only=True, rename="camel"):
    confiscation: str

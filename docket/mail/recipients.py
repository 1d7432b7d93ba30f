"""Which addresses a mail may go to: real ones, in a domain that the office allows."""

from email_validator import EmailNotValidError, validate_email


def is_address(text: str) -> bool:
    """Is this written as a mail address? Says nothing about who reads it."""
    try:
        validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


def key_of(address: str) -> str:
    """What every spelling of one address shares: capitals do not tell two mailboxes apart. For comparing, never to mail to."""
    return address.strip().lower()


def refusal(address: str, allowed_domains: tuple[str, ...]) -> str | None:
    """Why no mail goes to this address, in Dutch; None when it may."""
    try:
        checked = validate_email(address, check_deliverability=False)
    except EmailNotValidError:
        return "Dit is geen geldig e-mailadres; verbeter het in het dossier."
    if checked.ascii_domain.lower() not in {domain.lower() for domain in allowed_domains}:
        return f"Het domein {checked.ascii_domain} staat niet in de toegelaten domeinen (DOCKET_MAIL_DOMAINS)."
    return None
